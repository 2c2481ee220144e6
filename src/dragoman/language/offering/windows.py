"""What is offered of prose, whose sentences are long: of each the parts that are near to a phrase, each searched alone.

A window is a clause or up to three that stand together; of windows that overlap the one nearest to a phrase is offered. A
reader of forty pages looks at every offer, so more is wanted than of a line that somebody typed to be understood.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from dragoman.language.clauses.cutter import Cut
from dragoman.language.forms import Offer, ReadFact
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.line.line import Line
from dragoman.language.offering.found import Ranking
from dragoman.language.offering.offering import Offering
from dragoman.language.offering.runs import names_somebody

_LEAST, _LEAST_UNNAMED = 0.38, 0.6
"""What the search finds with less is not offered; more is wanted where nobody of the rulebook is named."""
_WIDEST = 3
"""Clauses in one window."""
_SHORTEST = 3
_FEWEST, _FEWEST_UNNAMED = 2, 3
"""Words that a window shares with a phrase."""


class _Window(NamedTuple):
    start: int
    end: int
    found: Ranking


class Windows:
    """Looks through long sentences for facts of one grammar."""

    _last: ClassVar[Windows | None] = None

    def __init__(self, grammar: Grammar) -> None:
        self.grammar, self.offering = grammar, Offering.of(grammar)

    @classmethod
    def of(cls, grammar: Grammar) -> Windows:
        """That of the grammar, the same again."""
        if cls._last is None or cls._last.grammar is not grammar:
            cls._last = cls(grammar)
        return cls._last

    def offers(self, line: Line, cut: Cut, before: ReadFact | None = None) -> Iterator[Offer]:
        """What the words that no clause took may mean, in their order."""
        taken = {at for piece in cut.pieces for at in range(piece.hit.start, piece.hit.end)}
        chosen: list[_Window] = []
        for window in sorted(self._windows(line, taken), key=lambda one: (-one.found[0].score, one.start, one.end)):
            if all(window.end <= one.start or window.start >= one.end for one in chosen):
                chosen.append(window)
        for start, end, _ in sorted(chosen, key=lambda one: one.start):
            yield from self.offering.offer(line, start, end, self.offering.search.meant(line, start, end))

    def _windows(self, line: Line, taken: set[int]) -> Iterator[_Window]:
        cuts = [0, *(at for at in range(1, len(line)) if line.is_cut(at) or at in taken), len(line)]
        for number, first in enumerate(cuts):
            for end in cuts[number + 1 : number + 1 + _WIDEST]:
                start = next((at for at in range(first, end) if not line.is_cut(at)), end)
                if end - start < _SHORTEST or any(at in taken for at in range(start, end)):
                    continue
                found = self._found(line, start, end)
                if found is not None:
                    yield _Window(start, end, found)

    def _found(self, line: Line, start: int, end: int) -> Ranking | None:
        if self.offering.is_elsewhere(line, start, end):
            return None
        found = self.offering.search.found(line, start, end)
        is_named = names_somebody(line, start, end)
        least, fewest = (_LEAST, _FEWEST) if is_named else (_LEAST_UNNAMED, _FEWEST_UNNAMED)
        return found if found and found[0].score >= least and found[0].shared >= fewest else None
