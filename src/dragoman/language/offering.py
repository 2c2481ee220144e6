"""What is offered where no phrase fits: the words that nothing was made of, searched, and at most three facts for each run."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import ClassVar

from dragoman.language import english
from dragoman.language.choosing import Beside, Chooser
from dragoman.language.clauses import Cut
from dragoman.language.filling import Filler
from dragoman.language.forms import Offer, ReadFact
from dragoman.language.grammar import Grammar
from dragoman.language.lexicon import ADJECTIVE
from dragoman.language.line import Line
from dragoman.language.marks import Effect
from dragoman.language.mentions import PRONOUN
from dragoman.language.places import other_places, other_subjects
from dragoman.language.search import Found, Search
from dragoman.language.telling import MOST_CHOICES, checked_slots

LEAST, LEAST_UNNAMED = 0.09, 0.25
"""What the search finds with less is not offered; more is wanted where nobody of the rulebook is named."""
_WIDELY = 2
"""So many times as much is wanted where the words themselves stand in none of the phrases, but what they may stand for."""
_FITTING = 0.06
"""A line that fills a type so nearly alone needs no words of its phrases."""
OF_OTHER_THINGS = 0.45
"""So much is wanted where a word says that it speaks of sport, food, weather or the like."""
_SHORTEST = 2
_TURNING = english.NEGATORS | english.FAINT_NEGATORS | frozenset(english.lines(
    """
    non | nothing | without | wrong | mistake | far | unable | fail | fails | failed | lack | lacks | hardly | rarely
    seldom | anything | nyet | refuse | refuses | refused | deny | denies | denied | stop | stopped | ceased | instead
    myth | nonsense | false | untrue | least | less | ended | over | gone | former | other
    """
))  # fmt: skip
"""Words that turn what they stand beside, or may do so."""
_CLAUSES = frozenset({"but", "while", "whereas", "although", "though", ";"})


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
        for start, end in _runs(line, cut):
            found = () if self.is_elsewhere(line, start, end) else self.search.meant(line, start, end)
            if found and not self._is_enough(found[0], line, start, end):
                found = ()
            for offer in self.offer(line, start, end, found, before):
                before = offer.choices[0]
                yield offer

    def _is_enough(self, best: Found, line: Line, start: int, end: int) -> bool:
        """Whether what was found is near enough to be offered: nearer, the less the phrases know of what is said."""
        score = best.score * math.sqrt(self.search.known(line, start, end, _TURNING))
        if self.speaks_of_other_things(line, start, end):
            return score >= OF_OTHER_THINGS
        if best.fitting >= _FITTING and len(best.values) > 1:
            return True
        least = LEAST if names_somebody(line, start, end) else LEAST_UNNAMED
        return score >= least * (1 if best.shared else _WIDELY)

    def speaks_of_other_things(self, line: Line, start: int, end: int) -> bool:
        """Whether a part of a line has a word of sport, food, weather and the like that the rulebook does not have."""
        surface = self.grammar.surface
        return any(
            token.text in other_subjects() and token.text not in surface and token.stem not in surface
            for token in line.tokens[start:end]
        )

    def offer(
        self, line: Line, start: int, end: int, found: Sequence[Found], before: ReadFact | None = None
    ) -> Iterator[Offer]:
        """What a part of a line may mean, with the words around it that say how likely and whose word it is."""
        span, beside = line.span(start, end), beside_in(line, start, end)
        alike = self._alike(line, start, end, before, beside)
        is_unsure = any(text in _TURNING for text in line.texts[start:end])
        every = (*alike, *self.chooser.choices(found, span, beside, is_unsure=is_unsure))
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

    def is_elsewhere(self, line: Line, start: int, end: int) -> bool:
        """Whether a part of a line names a place that is none of the rulebook's."""
        named = {one for at in range(start, end) for m in line.mentions[at][:1] for one in range(at, m.end)}
        left = (line.texts[at] for at in range(start, end) if at not in named)
        return any(text in other_places() and text not in self.grammar.surface for text in left)


def beside_in(line: Line, start: int, end: int) -> Beside:
    """What the first hedge and the first source in a part of a line say."""
    marks = [mark for at in range(start, end) for mark in line.marks[at]]
    likelihood = next((mark.says for mark in marks if mark.effect is Effect.HEDGES), "")
    sources = (mark for mark in marks if mark.effect in (Effect.REPORTED, Effect.DENIED_BY))
    source = next(sources, None)
    is_denied = source is not None and source.effect is Effect.DENIED_BY
    return Beside(likelihood, source.says if source is not None else "", is_denied)


def names_somebody(line: Line, start: int = 0, end: int | None = None) -> bool:
    """Whether a part of a line names an entity, and not only as an adjective."""
    several = line.mentions[start : len(line) if end is None else end]
    named = {m.names for mentions in several for m in mentions[:1] if m.kind != PRONOUN}
    plainly = any(m.kind not in (PRONOUN, ADJECTIVE) for mentions in several for m in mentions[:1])
    return plainly or len(named) > 1


def _runs(line: Line, cut: Cut) -> Iterator[tuple[int, int]]:
    """The parts of a sentence that nothing was made of, between its clauses."""
    taken = {at for piece in cut.pieces for at in range(piece.hit.start, piece.hit.end)}
    start: int | None = None
    for at in range(len(line) + 1):
        is_left = at < len(line) and at not in taken
        if is_left and start is None:
            start = at
        elif not is_left and start is not None:
            yield from (run for run in _split(line, start, at) if run[1] - run[0] >= _SHORTEST)
            start = None


def _split(line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run cut where a new clause surely begins: at `but`, `while`, a semicolon, and `and` behind a comma."""
    for at in range(start + 1, end):
        is_and = line.texts[at] == "and" and line.texts[at - 1] == ","
        is_comma = (
            line.texts[at] == ","
            and not _is_within(line, at)
            and _says_much(line, start, at)
            and _says_much(line, at, end)
        )
        is_cut = line.texts[at] in _CLAUSES or is_and or is_comma
        if is_cut and names_somebody(line, start, at) and names_somebody(line, at, end):
            yield start, at - is_and
            start = at + 1
    yield start, end


def _is_within(line: Line, at: int) -> bool:
    """Whether a token stands within a list of names."""
    return any(start < at < m.end for start, mentions in enumerate(line.mentions[:at]) for m in mentions[:1])


def _says_much(line: Line, start: int, end: int) -> bool:
    """Whether a part of a line says something beside names."""
    named = {one for at in range(start, end) for m in line.mentions[at][:1] for one in range(at, m.end)}
    words = [
        at for at in range(start, end)
        if at not in named and line.tokens[at].is_word and line.texts[at] not in english.CARRY_NOTHING
    ]  # fmt: skip
    return len(words) > 1
