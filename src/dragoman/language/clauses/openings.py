"""Which phrases can begin where in a line: one that cannot is passed over without its machine."""

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
    """Which phrases can begin where in a line."""

    def __init__(self, line: Line) -> None:
        self.line, self.grammar = line, line.grammar
        self._places: dict[int, tuple[_Place, _Place]] = {}
        self._can: dict[tuple[int, bool], dict[int, bool]] = {}
        self._has_before: dict[int, dict[int, bool]] = {}

    def can_open(self, entry: int, start: int, subject: Mention | None) -> bool:
        """Whether an entry can begin at a token; with a subject, what it begins with may have been said before."""
        index = self.grammar.index
        known = self._can.setdefault((start, subject is not None), {})
        opening = index.opening[entry]
        found = known.get(opening)
        if found is None:
            found = known[opening] = self._opens(opening, start, is_left_out=subject is not None)
        return found or self._may_leave_out(index.phrase[entry], start)

    def _opens(self, number: int, start: int, *, is_left_out: bool) -> bool:
        words, names, then = self.grammar.index.opens(number)
        here, behind = self._at(start)
        if not words.isdisjoint(here.said):
            return True
        if not is_left_out and names.isdisjoint(here.said):
            return False
        return not then.isdisjoint(behind.said) or (is_left_out and not then.isdisjoint(here.said))

    def _may_leave_out(self, phrase: int, start: int) -> bool:
        """Whether a phrase may leave out a word there, or behind the name that it begins with."""
        meaning = self.grammar.meaning_of[phrase]
        known = self._has_before.setdefault(start, {})
        found = known.get(meaning)
        if found is None:
            here, behind = self._at(start)
            pool = self.grammar.pool(phrase)
            found = known[meaning] = here.has_before(pool) or behind.has_before(pool)
        return found

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
        stems = self.grammar.index.stems
        numbers = frozenset(stems[one] for one in said if one in stems)
        return _Place(numbers, frozenset(line.pairs[at] for at in places))
