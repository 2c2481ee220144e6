"""Which meanings, and which of their phrases, a line has words for.

Every meaning of a grammar (a fact type, its truth, what its phrases fix) is one bit. What words there are lets some meanings
through, in a few steps however many phrases there are; only of those is looked at what each phrase needs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from dragoman.language.grammar.columns import Columns, Rows

Needs = tuple[frozenset[int], ...]
"""Stems by their numbers; a line that an entry takes has one of each."""

_Asked = tuple[dict[int, list[int]], list[tuple[Needs, list[int]]]]


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
        self._rows_of = rows["rows of meaning"]
        self._sets: dict[int, frozenset[int]] = {}
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

    def is_met(self, meaning: int, stems: set[int]) -> bool:
        """Whether some entry of a meaning has all its needs among some stems."""
        return next(self.phrases(meaning, stems), None) is not None

    def phrases(self, meaning: int, stems: set[int]) -> Iterator[int]:
        """The phrases of a meaning of which an entry has all its needs among some stems."""
        rows_of, rows = self._asked.get(meaning) or self._of_meaning(meaning)
        for row in sorted({row for one in rows_of.keys() & stems for row in rows_of[one]}):
            needs, phrases = rows[row]
            for need in needs:
                if need.isdisjoint(stems):
                    break
            else:
                yield from phrases

    def _of_meaning(self, meaning: int) -> _Asked:
        """What the phrases of a meaning need beside the rarest of it, and by the stems of that where they are found."""
        rows_of: dict[int, list[int]] = {}
        rows: list[tuple[Needs, list[int]]] = []
        for row in self._rows_of[meaning]:
            rarest, *others = map(self._stems_of, self._needs_of_row[row])
            for one in rarest:
                rows_of.setdefault(one, []).append(len(rows))
            rows.append((tuple(others), self._phrases_of_row[row]))
        found = self._asked[meaning] = (rows_of, rows)
        return found

    def first_needs(self, phrase: int) -> Needs:
        """The needs of the first entry of a phrase; none if it has no entry."""
        at = bisect_left(self.phrase, phrase)
        if at == len(self.phrase) or self.phrase[at] != phrase:
            return ()
        return tuple(map(self._stems_of, self._needs_of_row[self._row[at]]))

    def needs_of(self, phrase: int) -> tuple[frozenset[str], ...]:
        """The same in words."""
        return tuple(map(self._in_words, self.first_needs(phrase)))

    def needs(self, entry: int) -> tuple[frozenset[str], ...]:
        """The needs of an entry, in words."""
        return tuple(self._in_words(self._stems_of(need)) for need in self._needs_of_row[self._row[entry]])

    def _in_words(self, need: frozenset[int]) -> frozenset[str]:
        return frozenset(map(self._texts.__getitem__, need))

    def _stems_of(self, need: int) -> frozenset[int]:
        found = self._sets.get(need)
        if found is None:
            found = self._sets[need] = frozenset(self._need[need])
        return found


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
