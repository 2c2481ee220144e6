"""What is offered where no phrase fits: the words that nothing was made of, searched, and at most three facts for each run.

Where a slot is left unsaid whose words are few, the likeliest are put in: those that the rulebook's own rules ask for
most often.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import ClassVar, NamedTuple

from dragoman.language import english
from dragoman.language.clauses import Cut
from dragoman.language.filling import Filler
from dragoman.language.forms import Offer, ReadFact
from dragoman.language.grammar import Grammar
from dragoman.language.line import Line
from dragoman.language.marks import Effect
from dragoman.language.places import other_places
from dragoman.language.runs import Run, names_somebody, runs
from dragoman.language.search import Found, Search
from dragoman.language.telling import MOST_CHOICES, checked_slots
from dragoman.rulebook.forms import Rulebook
from dragoman.values.enumeration import Enumeration, WordTest

LEAST, LEAST_UNNAMED = 0.08, 0.25
"""What the search finds with less is not offered; more is wanted where nobody of the rulebook is named."""
_WIDELY = 2.5
"""So many times as much is wanted where the words themselves stand in none of the phrases, but what they may stand for."""
_NEAR = 0.45
"""A further choice has at least this part of the score of the first."""
_FAR = 0.75
"""Before one with less than this part of it comes the first one with its entities the other way round."""
_FEW = 3
"""So many choices a slot may have that nothing in the line fills."""
_TURNING = english.NEGATORS | english.FAINT_NEGATORS | frozenset(english.lines(
    """
    non | nothing | without | wrong | mistake | far | unable | fail | fails | failed | lack | lacks | hardly | rarely
    seldom | anything | nyet | skip | skips | skipped | avoid | avoids | avoided | bypass | bypassed | refuse | refuses | refused | deny | denies | denied | stop | stopped | ceased | instead
    myth | nonsense | false | untrue | least | less | ended | over | gone | former | other
    """
))  # fmt: skip
"""Words that turn what they stand beside, or may do so."""


class Beside(NamedTuple):
    """What is said beside a fact."""

    likelihood: str = ""
    """A word of ICD 203."""
    source: str = ""
    """Whose word it is."""
    is_denied: bool = False
    """Whether that is somebody who denies it."""


class Offering:
    """Offers facts of one grammar."""

    _last: ClassVar[Offering | None] = None

    def __init__(self, grammar: Grammar) -> None:
        self.grammar, self.search = grammar, Search.of(grammar)
        self.asked = _asked_for(grammar.rulebook)

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
        facts = tuple(
            self._either(self._alike(line, 0, len(line), before, beside_in(line, 0, len(line))), is_unsure=False)
        )
        if facts:
            yield Offer(line.span(0, len(line)), "these words may mean it", facts)

    def _of_run(self, part: Run, before: ReadFact | None) -> Iterator[Offer]:
        line, start, end = part.line, part.start, part.end
        ranking = self.search.found(line, start, end, widely=True)
        found: Iterable[Found] = () if self.is_elsewhere(line, start, end) else ranking
        least = LEAST if before is not None or names_somebody(line, start, end) else LEAST_UNNAMED
        if found and ranking[0].score < least * (1 if ranking[0].shared else _WIDELY):
            found = ()
        yield from self.offer(line, start, end, found, before)

    def offer(
        self, line: Line, start: int, end: int, found: Iterable[Found], before: ReadFact | None = None
    ) -> Iterator[Offer]:
        """What a part of a line may mean, with the words around it that say how likely and whose word it is."""
        span, beside = line.span(start, end), beside_in(line, start, end)
        alike = self._alike(line, start, end, before, beside)
        first = next(iter(found), None)
        every = (*alike, *islice(self.choices(found, span, beside, before), MOST_CHOICES))
        is_turned = first is not None and self.search.negates(first.phrase)
        is_unsure = is_turned or any(text in _TURNING for text in line.texts[start:end])
        choices = tuple({fact.meaning: fact for fact in self._either(every, is_unsure)}.values())[:MOST_CHOICES]
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

    def _either(self, facts: Sequence[ReadFact], is_unsure: bool) -> Iterator[ReadFact]:
        """The facts; where something negates, in the words or in the phrase, behind the first its contrary too."""
        for number, fact in enumerate(facts):
            yield fact
            if number == 0 and is_unsure:
                kind = self.grammar.told[fact.fact]
                can_be = kind.value is None or kind.value.kind.CAN_BE_DENIED
                if can_be:
                    yield dataclasses.replace(fact, holds=not fact.holds)

    def is_elsewhere(self, line: Line, start: int, end: int) -> bool:
        """Whether a part of a line names a place that is none of the rulebook's."""
        named = {one for at in range(start, end) for m in line.mentions[at][:1] for one in range(at, m.end)}
        left = (line.texts[at] for at in range(start, end) if at not in named)
        return any(text in other_places() and text not in self.grammar.surface for text in left)

    def choices(
        self, found: Iterable[Found], span: str, beside: Beside, before: ReadFact | None = None
    ) -> Iterator[ReadFact]:
        """Facts of what was found whose slots can be filled, the likeliest first; a slot left out as in the one before."""
        every = self._every(found, span, beside, before)
        seen: set[object] = set()
        for fact in every:
            if fact.meaning not in seen:
                seen.add(fact.meaning)
                yield fact

    def _every(self, found: Iterable[Found], span: str, beside: Beside, before: ReadFact | None) -> Iterator[ReadFact]:
        best: Found | None = None
        turned: Iterator[ReadFact] = iter(())
        for one in found:
            if best is not None and one.score < _FAR * best.score:
                yield from turned
            if best is not None and one.score < _NEAR * best.score:
                return
            for values in islice(self._fillings(one, before), _FEW):
                if (fact := self._fact(one, values, span, beside)) is not None:
                    yield fact
                    if best is None:
                        best, turned = one, self._turned(one, span, beside)
                        yield from self._listed(one, values, span, beside)
        yield from turned

    def _listed(self, found: Found, values: Mapping[str, str], span: str, beside: Beside) -> Iterator[ReadFact]:
        """The same of each of the others in a list of names: `Iran and Belarus`."""
        for several in found.filler.listed:
            slot = next((slot.name for slot in found.fact.keys if values.get(slot.name) in several), None)
            for name in several if slot is not None else ():
                if slot is not None and name not in values.values():
                    fact = self._fact(found, {**values, slot: name}, span, beside)
                    if fact is not None:
                        yield fact

    def _turned(self, found: Found, span: str, beside: Beside) -> Iterator[ReadFact]:
        """The same fact with its entities the other way round."""
        facts = (self._fact(found, values, span, beside) for values in found.filler.others(found.fact, found.values))
        return (fact for fact in facts if fact is not None)

    def _fact(self, found: Found, values: Mapping[str, str], span: str, beside: Beside) -> ReadFact | None:
        holds = found.holds != beside.is_denied
        slots = checked_slots(self.grammar.rulebook, found.fact, values, holds, beside.likelihood)
        if slots is None:
            return None
        return ReadFact(found.fact.name, slots, holds, beside.likelihood, beside.source, span=span)

    def _fillings(self, found: Found, before: ReadFact | None) -> Iterator[Mapping[str, str]]:
        """The slots that were found, and the likeliest words for one that was left out."""
        missing = [
            slot for slot in found.fact.slots if slot.name not in found.values and not getattr(slot, "optional", False)
        ]
        if not missing:
            yield found.values
        if len(missing) != 1:
            return
        slot = missing[0]
        entities = self.grammar.lexicon.entities
        if isinstance(slot.kind, Enumeration):
            counts = self.asked
            meant = found.filler.meant(slot.kind)
            words = sorted(slot.kind.words, key=lambda word: (word != meant, -counts[found.fact.name, slot.name, word]))
        else:
            choices = getattr(slot.kind, "choices", None)
            words = [*choices(entities, is_told=False)] if choices else []
            words = [word for word in words if word not in found.values.values()]
            named = [value for value in before.slots.values() if value in words] if before is not None else []
            words = [str(value) for value in named] or (words if len(words) <= _FEW else [])
        yield from ({**found.values, slot.name: word} for word in words)


def beside_in(line: Line, start: int, end: int) -> Beside:
    """What the first hedge and the first source in a part of a line say."""
    marks = [mark for at in range(start, end) for mark in line.marks[at]]
    likelihood = next((mark.says for mark in marks if mark.effect is Effect.HEDGES), "")
    sources = (mark for mark in marks if mark.effect in (Effect.REPORTED, Effect.DENIED_BY))
    source = next(sources, None)
    is_denied = source is not None and source.effect is Effect.DENIED_BY
    return Beside(likelihood, source.says if source is not None else "", is_denied)


def _asked_for(rulebook: Rulebook) -> Counter[tuple[str, str, str]]:
    """How often the rules ask for each word of each slot."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for rule in rulebook.rules.values():
        for condition in (*rule.when, *rule.unless, *rule.tempered_by):
            pattern = condition.pattern
            fact = rulebook.facts[pattern.fact]
            if fact.value is not None and isinstance(pattern.test, WordTest):
                counts.update((fact.name, fact.value.name, word) for word in pattern.test.words)
            for slot, term in zip(fact.keys, pattern.terms, strict=True):
                if slot.words and isinstance(term, str):
                    counts[fact.name, slot.name, term] += 1
    return counts
