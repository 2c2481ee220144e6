"""Which entries of a grammar a line has all words for.

An entry needs a stem of each of several sets. Entries with the same needs are one row; a row is looked at where the rarest
of its needs is met, so that a line touches only the few that can be.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise

from dragoman.language.grammar.columns import Columns

Opens = tuple[frozenset[int], frozenset[int], frozenset[int]]


class Index:
    """Rows of entries by their needs."""

    def __init__(self, columns: Columns) -> None:
        self.phrase, self.variant = columns.numbers["phrase"], columns.numbers["variant"]
        """Of each entry."""
        self.opening = columns.numbers["opening"]
        """The number of what each entry begins with (:mod:`dragoman.language.grammar.opening`)."""
        self._row = columns.numbers["row"]
        self._texts: list[str] = columns.header["stems"]
        self.stems = {text: number for number, text in enumerate(self._texts)}
        """Their numbers."""
        rows = columns.rows
        self._need, self._needs_of_stem, self._needs_of_row = rows["need"], rows["needs of stem"], rows["needs of row"]
        self._rows_of_need, self._entries_of_row = rows["rows of need"], rows["entries of row"]
        self._second = columns.numbers["second need"]
        """Of each row the need that is the rarest but one."""
        self._met: dict[str, list[int]] = {}
        self._sets: dict[int, frozenset[int]] = {}
        self._rows: dict[int, list[int]] = {}
        self._of_row: dict[int, list[int]] = {}
        self._opening_sets = (rows["opening words"], rows["opening names"], rows["opening then"])
        self._opens: dict[int, Opens] = {}
        ends = self._rows_of_need.ends
        self._rarest = frozenset(need for need, (one, other) in enumerate(pairwise((0, *ends))) if one < other)
        """The needs that are the rarest of some row."""

    def met(self, stems: Iterable[str]) -> set[int]:
        """The needs that some stems meet."""
        met: set[int] = set()
        for one in stems:
            if one in self.stems:
                met.update(self._met_by(one))
        return met

    def met_by(self, stems: Iterable[str]) -> list[int]:
        """The entries whose needs some stems meet, in order."""
        met, second = self.met(stems), self._second
        found: list[int] = []
        for need in met & self._rarest:
            rows = self._rows.get(need)
            if rows is None:
                rows = self._rows[need] = self._rows_of_need[need]
            for row in rows:
                if second[row] in met and self._needs(row) <= met:
                    found += self._entries(row)
        return sorted(found)

    def is_met(self, entry: int, met: set[int]) -> bool:
        """Whether all needs of an entry are among those that are met."""
        return self._needs(self._row[entry]) <= met

    def opens(self, opening: int) -> Opens:
        """What one opening lets through, as numbers of stems: words, names, and what follows a name."""
        found = self._opens.get(opening)
        if found is None:
            words, names, then = (frozenset(rows[opening]) for rows in self._opening_sets)
            found = self._opens[opening] = (words, names, then)
        return found

    def _met_by(self, one: str) -> list[int]:
        found = self._met.get(one)
        if found is None:
            number = self.stems[one]
            is_needed = number < len(self._needs_of_stem)
            found = self._met[one] = self._needs_of_stem[number] if is_needed else []
        return found

    def _needs(self, row: int) -> frozenset[int]:
        found = self._sets.get(row)
        if found is None:
            found = self._sets[row] = frozenset(self._needs_of_row[row])
        return found

    def _entries(self, row: int) -> list[int]:
        found = self._of_row.get(row)
        if found is None:
            found = self._of_row[row] = self._entries_of_row[row]
        return found

    def needs_of(self, phrase: int) -> tuple[frozenset[str], ...]:
        """The needs of the first entry of a phrase; none if it has no entry."""
        at = bisect_left(self.phrase, phrase)
        if at == len(self.phrase) or self.phrase[at] != phrase:
            return ()
        return self.needs(at)

    def needs(self, entry: int) -> tuple[frozenset[str], ...]:
        """The needs of an entry."""
        return tuple(self._texts_of(need) for need in self._needs_of_row[self._row[entry]])

    def _texts_of(self, need: int) -> frozenset[str]:
        return frozenset(map(self._texts.__getitem__, self._need[need]))
