"""What can begin to be said where in a line: a meaning of which no phrase can is passed over without its machines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dragoman.language.grammar.opening import ANYTHING, FILLED
from dragoman.language.grammar.pools import Pool
from dragoman.language.line.line import PASSED, Line
from dragoman.language.line.mentions import Mention


class _Place(NamedTuple):
    """What stands at some tokens, or behind what may be passed over there."""

    said: frozenset[int]
    """As the numbers of what openings ask for."""
    pairs: frozenset[tuple[str, str]]

    def has_before(self, pool: Pool) -> bool:
        """Whether a word may be left out there."""
        return not self.pairs.isdisjoint(pool.before)


class Openings:
    """Which meanings have a phrase that can begin where in a line."""

    def __init__(self, line: Line) -> None:
        self.line, self.grammar = line, line.grammar
        self._places: dict[int, tuple[_Place, _Place]] = {}
        self._open: dict[tuple[int, bool], int] = {}

    def can_open(self, meaning: int, start: int, subject: Mention | None) -> bool:
        """Whether a phrase of a meaning can begin at a token; with a subject, what it begins with may have been said before."""
        is_left_out = subject is not None
        bits = self._open.get((start, is_left_out))
        if bits is None:
            bits = self._open[start, is_left_out] = self._opening(start, is_left_out=is_left_out)
        return bool(bits >> meaning & 1) or self._may_leave_out(meaning, start)

    def _opening(self, start: int, *, is_left_out: bool) -> int:
        index, (here, behind) = self.grammar.index, self._at(start)
        if is_left_out:
            return index.begun(here.said) | index.after(behind.said) | index.after(here.said)
        return index.begun(here.said) | index.named(here.said) & index.after(behind.said)

    def _may_leave_out(self, meaning: int, start: int) -> bool:
        """Whether a phrase may leave out a word there, or behind the name that it begins with."""
        here, behind = self._at(start)
        pool = self.grammar.pool_of(meaning)
        return here.has_before(pool) or behind.has_before(pool)

    def _at(self, start: int) -> tuple[_Place, _Place]:
        """What stands at a token, and what behind the names that begin there."""
        found = self._places.get(start)
        if found is None:
            places = self._closed({start})
            ends = {mention.end for at in places for mention in self.line.mentions[at]}
            found = self._places[start] = (self._place(places), self._place(self._closed(ends)))
        return found

    def _closed(self, places: set[int]) -> set[int]:
        """The tokens, and those behind what may be passed over there."""
        line = self.line
        found = {at for at in places if at < len(line)}
        todo = [*found]
        while todo:
            at = todo.pop()
            ends = {mark.end for mark in line.marks[at]} | ({at + 1} if line.texts[at] in PASSED else set())
            new = {end for end in ends if end < len(line)} - found
            found |= new
            todo += new
        return found

    def _place(self, places: Iterable[int]) -> _Place:
        line, said = self.line, {ANYTHING}
        for at in places:
            said |= line.hearable[at]
            said.add(line.tokens[at].stem)
            said.update(f"={name}" for mention in line.mentions[at] for name in mention.names)
            if line.can_fill[at]:
                said.add(FILLED)
            if line.texts[at] == "from":
                said.add("to")  # `rose from 1.5 % to 18 %`
        return _Place(frozenset(self.grammar.index.numbers(said)), frozenset(line.pairs[at] for at in places))
