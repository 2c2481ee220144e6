"""What is offered where no phrase fits: the words that nothing was made of, searched, and at most three facts for each run."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import ClassVar

from dragoman.language.clauses.cutter import Cut
from dragoman.language.forms import Offer, ReadFact
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.grammar.notation import parse
from dragoman.language.grammar.phrases import words_in
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.offering.choosing import Beside, Chooser
from dragoman.language.offering.filling import Filler
from dragoman.language.offering.found import Found
from dragoman.language.offering.runs import Run, names_somebody, runs, says_something
from dragoman.language.offering.search import Search
from dragoman.language.telling.teller import MOST_CHOICES, checked_slots
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.places import other_places, other_subjects
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import words_of
from dragoman.values.enumeration import Enumeration

LEAST, LEAST_UNNAMED = 0.12, 0.25
"""What the search finds with less is not offered; more is wanted where nobody of the rulebook is named."""
_WIDELY = 2
"""So many times as much is wanted where the words themselves stand in none of the phrases, but what they may stand for."""
_MOST_COUNTED = 2
"""So many types may take the same figure."""
_FITTING, _FIRST = 0.06, 5
"""A line that fills a type so nearly alone needs no words of its phrases, if the type is among the first so many."""
_OF_OTHER_THINGS = 0.45
"""So much is wanted where a word says that it speaks of sport, food, weather or the like."""
_TURNING = english.NEGATORS | english.FAINT_NEGATORS | frozenset(english.lines(
    """
    non | nothing | without | wrong | mistake | far | unable | fail | fails | failed | lack | lacks | hardly | rarely
    seldom | anything | nyet | refuse | refuses | refused | deny | denies | denied | stop | stopped | ceased | instead
    myth | nonsense | false | untrue | least | less | ended | over | gone | former | other
    """
))  # fmt: skip
"""Words that turn what they stand beside, or may do so."""


class Offering:
    """Offers facts of one grammar."""

    _last: ClassVar[Offering | None] = None

    def __init__(self, grammar: Grammar) -> None:
        self.grammar, self.search, self.chooser = grammar, Search.of(grammar), Chooser(grammar)

    @classmethod
    def of(cls, grammar: Grammar) -> Offering:
        """That of the grammar, the same again."""
        if cls._last is None or cls._last.grammar is not grammar:
            cls._last = cls(grammar)
        return cls._last

    def offers(self, line: Line, cut: Cut, before: ReadFact | None = None) -> Iterator[Offer]:
        """For each run of words that no clause took, what it may mean; `before` is what the clause before it says."""
        for part in runs(line, cut):
            for offer in self._of_run(part, before):
                before = offer.choices[0]
                yield offer

    def again(self, line: Line, before: ReadFact) -> Iterator[Offer]:
        """What a sentence may mean that says nothing but the same of another as the one before it: `at home it is not`."""
        facts = self._alike(line, 0, len(line), before, beside_in(line, 0, len(line)))
        if facts:
            yield Offer(line.span(0, len(line)), "these words may mean it", facts)

    def _of_run(self, part: Run, before: ReadFact | None) -> Iterator[Offer]:
        line, start, end = part
        found = [] if self.is_elsewhere(line, start, end) else self.search.meant(line, start, end)
        if found and not self._is_enough(found, part, before):
            found = []
        yield from self.offer(line, start, end, found, before)

    def counted(self, line: Line, start: int, end: int) -> tuple[ReadFact, ...]:
        """The one or two facts that can have who is named and how much of what is said, and leave nobody out.

        `RH in the Folk Museum 58 %`: whatever RH is, of a museum the rulebook has one percentage.
        """
        filler = Filler(line, start, end, self.search.numbers)
        if not (filler.has_figure and filler.mentions):
            return ()
        span, beside, found = line.span(start, end), beside_in(line, start, end), list[ReadFact]()
        for fact in self.grammar.told.values():
            if fact.value is None or isinstance(fact.value.kind, Enumeration) or not filler.has_sure(fact.value.kind):
                continue
            values, fit = filler.filled(fact, *self.search.first_of(fact.name))
            slots = checked_slots(self.grammar.rulebook, fact, values, True, beside.likelihood) if fit == 1 else None
            if slots is not None:
                found.append(ReadFact(fact.name, slots, True, beside.likelihood, beside.source, span=span))
        return tuple(found) if len(found) <= _MOST_COUNTED else ()

    def _is_enough(self, found: Sequence[Found], part: Run, before: ReadFact | None) -> bool:
        """Whether what was found is near enough to be offered: nearer, the less the phrases know of what is said."""
        line, start, end = part
        best = found[0]
        score = best.score * math.sqrt(self.search.known(line, start, end, _TURNING))
        if self.speaks_of_other_things(line, start, end):
            return score >= _OF_OTHER_THINGS
        if any(one.fitting >= _FITTING and len(one.values) > 1 for one in found[:_FIRST]):
            return True
        value = best.fact.value
        if before is not None and best.shared and value is not None and best.filler.has_sure(value.kind):
            return True  # a figure with its unit, of whom the clause before is said: `..., insured sum 800k euros`
        least = LEAST if before is not None or names_somebody(line, start, end) else LEAST_UNNAMED
        return score >= least * (1 if best.shared else _WIDELY)

    def speaks_of_other_things(self, line: Line, start: int, end: int, found: Iterable[Found] = ()) -> bool:
        """Whether a part of a line has a word of sport, food, weather and the like that is none of the rulebook's own.

        Its own are those of the vocabulary, and of the phrase that was `found` first.
        """
        named = {
            n for at in range(start, end) for m in line.mentions[at] if m.kind != PRONOUN for n in range(at, m.end)
        }
        others = [line.tokens[at] for at in range(start, end) if line.texts[at] in other_subjects() and at not in named]
        if not others:
            return False
        said = (text for one in islice(found, 1) for text in words_in(parse(one.phrase.text)))
        own = {stem(word) for text in said for word in words_of(text)}
        return any(token.stem not in own and not self.grammar.is_of_subject(token.text) for token in others)

    def offer(
        self, line: Line, start: int, end: int, found: Sequence[Found], before: ReadFact | None = None
    ) -> Iterator[Offer]:
        """What a part of a line may mean, with the words around it that say how likely and whose word it is."""
        span, beside = line.span(start, end), beside_in(line, start, end)
        alike = self._alike(line, start, end, before, beside)
        first = found[0] if found else None
        if not alike and (first is None or first.fact.value is None or isinstance(first.fact.value.kind, Enumeration)):
            alike = self.counted(line, start, end)
        is_unsure = turns(line.texts[start:end])
        every = [*alike, *self.chooser.choices(found, span, beside, before, is_unsure=is_unsure)]
        if before is not None and len(every) == len(alike) == 1:
            every += self._otherwise(line, start, end, alike[0])
        choices = tuple({fact.meaning: fact for fact in every}.values())[:MOST_CHOICES]
        if choices:
            yield Offer(span, "these words may mean it", choices)

    def _alike(self, line: Line, start: int, end: int, before: ReadFact | None, beside: Beside) -> tuple[ReadFact, ...]:
        """The same as the clause before says, of another: `A is growing, B flat`."""
        if before is None:
            return ()
        fact, filler = self.grammar.told[before.fact], Filler(line, start, end, self.search.numbers)
        texts = {name: str(value) for name, value in before.slots.items() if not isinstance(value, dict)}
        values = filler.alike(fact, texts)
        if values is None:
            return ()
        negated = any(text in english.NEGATORS for text in line.texts[start:end])
        holds = before.holds != negated
        slots = checked_slots(self.grammar.rulebook, fact, values, holds, beside.likelihood)
        if slots is None:
            return ()
        span = line.span(start, end)
        return (ReadFact(before.fact, slots, holds, beside.likelihood, beside.source, span=span),)

    def _otherwise(self, line: Line, start: int, end: int, fact: ReadFact) -> Iterator[ReadFact]:
        """The same with the other words of its value, where the words do say something of it: `A is asleep, B busier`."""
        value = self.grammar.told[fact.fact].value
        if value is None or not isinstance(value.kind, Enumeration) or not says_something(line, start, end):
            return
        for word in value.kind.words:
            if word != fact.slots.get(value.name):
                yield dataclasses.replace(fact, slots={**fact.slots, value.name: word})

    def is_elsewhere(self, line: Line, start: int, end: int) -> bool:
        """Whether a part of a line names a place that is none of the rulebook's."""
        named = {one for at in range(start, end) for m in line.mentions[at][:1] for one in range(at, m.end)}
        left = (line.texts[at] for at in range(start, end) if at not in named)
        return any(text in other_places() and text not in self.grammar.surface for text in left)


def turns(texts: Sequence[str]) -> bool:
    """Whether a word turns what it stands beside, or may do so."""
    return not _TURNING.isdisjoint(texts)


def beside_in(line: Line, start: int, end: int) -> Beside:
    """What the first hedge and the first source in a part of a line say."""
    marks = [mark for at in range(start, end) for mark in line.marks[at]]
    likelihood = next((mark.says for mark in marks if mark.effect is Effect.HEDGES), "")
    sources = (mark for mark in marks if mark.effect in (Effect.REPORTED, Effect.DENIED_BY))
    source = next(sources, None)
    is_denied = source is not None and source.effect is Effect.DENIED_BY
    return Beside(likelihood, source.says if source is not None else "", is_denied)
