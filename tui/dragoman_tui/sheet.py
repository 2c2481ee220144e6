"""Blocks set in a width, one below the other: which rows there are, whose they are, and what can be followed in them.

This module owns one invariant: the rows are always those of all blocks at the current width.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from dragoman.form import form
from dragoman.views.lines import cells
from dragoman_tui.ink import Block, Target
from dragoman_tui.setting import Row, set_block

_SPARE = 200
"""So many blocks that are shown no more may be kept beside twice as many as are."""


@form
class Stop:
    """Something that the cursor can stand on."""

    target: Target
    block: int
    row: int
    """The first one, of the sheet."""
    rows: int
    start: int
    """The first column; of a whole block, 0."""
    end: int
    """The column behind the last; of a whole block, 0."""

    @property
    def is_block(self) -> bool:
        """Whether it is all of a block."""
        return self.end == 0


class Sheet:
    """Blocks at a width; a block that stays is set once for each width.

    Leading blocks that are the same objects as before are not looked at again, so adding to a long sheet costs what is added.
    """

    def __init__(self) -> None:
        self.blocks: tuple[Block, ...] = ()
        self.rows: list[Row] = []
        self.width = 0
        """In columns; 0 until the first `fit`, and no rows until then."""
        self.stops: list[Stop] = []
        """In the order of reading."""
        self._first_rows: list[int] = []
        """The first row of each block, the blank ones above it left out."""
        self._by_target: dict[Target, Stop] | None = None
        """Made when somebody asks."""
        self._set: dict[Block, list[Row]] = {}
        """The rows of the blocks that are shown, and of some that were, at this width."""

    def show(self, blocks: Sequence[Block]) -> None:
        """Put other blocks in the place of all."""
        before, self.blocks = self.blocks, tuple(blocks)
        pairs = enumerate(zip(before, self.blocks, strict=False))
        same = next((n for n, (one, other) in pairs if one is not other), min(len(before), len(self.blocks)))
        self._lay_out(min(same, len(self._first_rows)))

    def fit(self, width: int) -> bool:
        """Fit all to `width`; whether that was another width."""
        if width == self.width:
            return False
        self.width = width
        self._set = {}
        self._lay_out()
        return True

    def block_at(self, row: int) -> int:
        """The block that a row belongs to, or the one above a blank row; 0 if there is none."""
        return max(bisect_right(self._first_rows, row) - 1, 0)

    def row_of(self, block: int) -> int:
        """The first row of a block; the number of rows for a block past the end."""
        return self._first_rows[block] if 0 <= block < len(self._first_rows) else len(self.rows)

    def end_of(self, block: int) -> int:
        """The row behind the last one of a block."""
        return self.row_of(block) + len(self._set.get(self.blocks[block], ())) if block < len(self.blocks) else 0

    def stop_of(self, target: Target | None) -> Stop | None:
        """The first place where something can be followed to `target`."""
        if target is None:
            return None
        if self._by_target is None:
            self._by_target = {stop.target: stop for stop in reversed(self.stops)}
        return self._by_target.get(target)

    def stops_in(self, first: int, rows: int) -> list[Stop]:
        """Those that begin in these rows, in order."""
        start = bisect_left(self.stops, first, key=lambda stop: stop.row)
        return self.stops[start : bisect_left(self.stops, first + rows, lo=start, key=lambda stop: stop.row)]

    def stop_at(self, row: int, column: int) -> Stop | None:
        """What can be followed there."""
        found = None
        for stop in self.stops:
            if stop.row <= row < stop.row + stop.rows and (stop.is_block or stop.start <= column < stop.end):
                found = stop if found is None or not stop.is_block else found
        return found

    def _lay_out(self, since: int = 0) -> None:
        """Lay out the blocks from the one that is the first to differ."""
        end = self._first_rows[since - 1] + len(self._set[self.blocks[since - 1]]) if since else 0
        del self.rows[end:], self._first_rows[since:]
        self._by_target = None
        while self.stops and self.stops[-1].block >= since:
            self.stops.pop()
        if not self.width:
            return
        if len(self._set) > 2 * len(self.blocks) + _SPARE:
            shown = set(self.blocks)
            self._set = {block: rows for block, rows in self._set.items() if block in shown}
        for number, block in enumerate(self.blocks[since:], since):
            rows = self._set.get(block)
            if rows is None:
                rows = self._set[block] = set_block(block, self.width)
            self.rows += [Row(())] * (block.above if self.rows else 0)
            first = len(self.rows)
            self._first_rows.append(first)
            self.rows += rows
            if block.to is not None:
                self.stops.append(Stop(block.to, number, first, max(len(rows), 1), 0, 0))
            self.stops += _links(number, first, rows)


def _links(block: int, first: int, rows: Sequence[Row]) -> Iterator[Stop]:
    """The inks that can be followed; one that is broken over rows counts where it begins."""
    before: Target | None = None
    for number, row in enumerate(rows):
        column = 0
        for ink in row.inks:
            wide = cells(ink.text)
            if ink.to is not None and ink.to != before:
                yield Stop(ink.to, block, first + number, 1, column, column + wide)
            before = ink.to if ink.to is not None or ink.text.strip(" ") else before
            column += wide
