"""Which entries of a grammar a line has all words for.

An entry needs a stem of each of several sets. Entries with the same needs are one row; a row is looked at where the rarest
of its needs is met, so that a line touches only the few that can be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

Need = frozenset[str]


class Index:
    """Rows of entries by their needs."""

    def __init__(self, needs: Iterable[tuple[Need, ...]]) -> None:
        rows: dict[tuple[Need, ...], list[int]] = {}
        for entry, several in enumerate(needs):
            rows.setdefault(several, []).append(entry)
        every = {need: number for number, need in enumerate(dict.fromkeys(need for row in rows for need in row))}
        uses = Counter(need for row in rows for need in row)
        by_stem = Counter(one for need, many in uses.items() for one in need for _ in range(many))
        rarity = {need: (sum(by_stem[one] for one in need), sorted(need)) for need in every}
        self._needs: dict[str, list[int]] = {}
        """The numbers of the needs that a stem meets."""
        for need, number in every.items():
            for one in need:
                self._needs.setdefault(one, []).append(number)
        self._rows: dict[int, list[tuple[frozenset[int], list[int]]]] = {}
        """By the rarest of their needs, all needs of each row and its entries."""
        for row, entries in rows.items():
            rarest = every[min(row, key=rarity.__getitem__)]
            self._rows.setdefault(rarest, []).append((frozenset(every[need] for need in row), entries))

    def met_by(self, stems: Iterable[str]) -> list[int]:
        """The entries whose needs some stems meet, in order."""
        met = {number for one in stems for number in self._needs.get(one, ())}
        found: list[int] = []
        for number in met:
            for needs, entries in self._rows.get(number, ()):
                if needs <= met:
                    found += entries
        return sorted(found)
