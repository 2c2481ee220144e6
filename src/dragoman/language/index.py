"""Which entries of a grammar a line has all words for.

An entry needs a stem of each of several sets. Entries with the same needs are one row; a row is looked at where the rarest
of its needs is met, so that a line touches only the few that can be.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable

from dragoman.language.columns import Columns


class Index:
    """Rows of entries by their needs."""

    def __init__(self, columns: Columns) -> None:
        self.phrase, self.variant = columns.numbers["phrase"], columns.numbers["variant"]
        """Of each entry."""
        self._row = columns.numbers["row"]
        self._texts: list[str] = columns.header["stems"]
        self.stems = {text: number for number, text in enumerate(self._texts)}
        """Their numbers."""
        rows = columns.rows
        self._need, self._needs_of_stem, self._needs_of_row = rows["need"], rows["needs of stem"], rows["needs of row"]
        self._rows_of_need, self._entries_of_row = rows["rows of need"], rows["entries of row"]
        self._met: dict[str, array[int]] = {}
        self._under: dict[int, list[tuple[frozenset[int], array[int]]]] = {}

    def met_by(self, stems: Iterable[str]) -> list[int]:
        """The entries whose needs some stems meet, in order."""
        met: set[int] = set()
        for one in stems:
            if one in self.stems:
                met.update(self._met_by(one))
        found: list[int] = []
        for need in met:
            for needs, entries in self._under.get(need) or self._rows(need):
                if needs <= met:
                    found += entries
        return sorted(found)

    def _met_by(self, one: str) -> array[int]:
        """The needs that a stem meets."""
        found = self._met.get(one)
        if found is None:
            number = self.stems[one]
            is_needed = number < len(self._needs_of_stem)
            found = self._met[one] = self._needs_of_stem[number] if is_needed else array("I")
        return found

    def _rows(self, need: int) -> list[tuple[frozenset[int], array[int]]]:
        """The rows of which a need is the rarest, each with all of its needs and its entries."""
        rows = self._rows_of_need[need]
        found = [(frozenset(self._needs_of_row[row]), self._entries_of_row[row]) for row in rows]
        self._under[need] = found
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
