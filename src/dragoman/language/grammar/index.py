"""Which meanings, and which of their phrases, a line has words for.

Every meaning of a grammar (a fact type, its truth, what its phrases fix) is one bit. What words there are lets some meanings
through, in a few steps however many phrases there are; only of those is looked at what each phrase needs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from dragoman.language.grammar.columns import Columns, Rows

_Asked = tuple[dict[int, list[int]], list[tuple[frozenset[int], list[int]]]]


class Index:
    """What each meaning needs and may begin with."""

    def __init__(self, columns: Columns) -> None:
        self.phrase, self.variant = columns.numbers["phrase"], columns.numbers["variant"]
        """Of each entry."""
        self.entries_of = columns.rows["entries of meaning"]
        """Of each meaning."""
        self._texts: list[str] = columns.header["stems"]
        self.stems = {text: number for number, text in enumerate(self._texts)}
        """Their numbers."""
        self._row = columns.numbers["row"]
        rows = columns.rows
        self._need, self._needs_of_row, self._phrases_of_row = (
            rows["need"],
            rows["needs of row"],
            rows["phrases of row"],
        )
        self._rows_of, self._needs_of_stem = rows["rows of meaning"], rows["needs of stem"]
        self._first: dict[int, frozenset[int]] = {}
        self._of_stem: dict[int, list[int]] = {}
        self._asked: dict[int, _Asked] = {}
        self._met, self._begun = _Bits(rows["meanings met"]), _Bits(rows["meanings begun"])
        self._named, self._after = _Bits(rows["meanings named"]), _Bits(rows["meanings after"])

    def numbers(self, stems: Iterable[str]) -> set[int]:
        """Those of some stems that phrases have."""
        return {self.stems[one] for one in stems if one in self.stems}

    def met(self, stems: Iterable[int]) -> int:
        """The meanings of which some entry has the rarest of its needs among some stems."""
        return self._met.of(stems)

    def begun(self, stems: Iterable[int]) -> int:
        """The meanings of which some entry may begin with one of some words."""
        return self._begun.of(stems)

    def named(self, stems: Iterable[int]) -> int:
        """The meanings of which some entry may begin with one of some names."""
        return self._named.of(stems)

    def after(self, stems: Iterable[int]) -> int:
        """The meanings of which some entry may go on so behind the name that it begins with."""
        return self._after.of(stems)

    def needs_met(self, stems: Iterable[int]) -> set[int]:
        """The needs, by their numbers, of which some stems have one."""
        found = set[int]()
        known = self._of_stem
        for one in stems:
            needs = known.get(one)
            if needs is None:
                needs = known[one] = self._needs_of_stem[one] if one < len(self._needs_of_stem) else []
            found.update(needs)
        return found

    def is_met(self, meaning: int, met: set[int]) -> bool:
        """Whether some entry of a meaning has all its needs among those that are met."""
        return next(self.phrases(meaning, met), None) is not None

    def phrases(self, meaning: int, met: set[int]) -> Iterator[int]:
        """The phrases of a meaning of which an entry has all its needs among those that are met."""
        rows_of, rows = self._asked.get(meaning) or self._of_meaning(meaning)
        found = [row for one in rows_of.keys() & met for row in rows_of[one] if rows[row][0] <= met]
        for row in sorted(found) if len(found) > 1 else found:
            yield from rows[row][1]

    def _of_meaning(self, meaning: int) -> _Asked:
        """What the phrases of a meaning need beside the rarest of it, and by that where they are found."""
        rows_of: dict[int, list[int]] = {}
        rows: list[tuple[frozenset[int], list[int]]] = []
        for row in self._rows_of[meaning]:
            rarest, *others = self._needs_of_row[row]
            rows_of.setdefault(rarest, []).append(len(rows))
            rows.append((frozenset(others), self._phrases_of_row[row]))
        found = self._asked[meaning] = (rows_of, rows)
        return found

    def first_needs(self, phrase: int) -> frozenset[int]:
        """The needs of the first entry of a phrase, by their numbers; none if it has no entry."""
        found = self._first.get(phrase)
        if found is None:
            at = bisect_left(self.phrase, phrase)
            has_one = at < len(self.phrase) and self.phrase[at] == phrase
            found = self._first[phrase] = frozenset(self._needs_of_row[self._row[at]] if has_one else ())
        return found

    def needs_of(self, phrase: int) -> tuple[frozenset[str], ...]:
        """The same in words."""
        return tuple(map(self._in_words, self.first_needs(phrase)))

    def needs(self, entry: int) -> tuple[frozenset[str], ...]:
        """The needs of an entry, in words."""
        return tuple(map(self._in_words, self._needs_of_row[self._row[entry]]))

    def _in_words(self, need: int) -> frozenset[str]:
        return frozenset(map(self._texts.__getitem__, self._need[need]))


class _Bits:
    """The meanings of each stem, as bits."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._known: dict[int, int] = {}

    def of(self, stems: Iterable[int]) -> int:
        """Those of some stems together."""
        bits, known = 0, self._known
        for one in stems:
            found = known.get(one)
            if found is None:
                found = known[one] = self._made(one)
            bits |= found
        return bits

    def _made(self, one: int) -> int:
        bits = 0
        for meaning in self._rows[one] if one < len(self._rows) else ():
            bits |= 1 << meaning
        return bits


def meanings_in(bits: int) -> Iterator[int]:
    """The meanings of some bits, by their numbers."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
