"""Lines laid out for a width: which rows there are, and which line each row belongs to.

This module owns one invariant: the rows are always those of all lines at the current width.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dragoman.views.lines import Line, Span, fitted

Row = tuple[Span, ...]


class Paper:
    """Lines fitted to a width; a line is fitted once for each width, so adding to a long paper is cheap."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.rows: list[Row] = []
        self.width = 0
        """In columns; 0 until the first `fit`, and no rows until then."""
        self._first_rows: list[int] = []
        """The first row of each line."""

    def append(self, lines: Sequence[Line]) -> None:
        """Add lines at the end."""
        self.lines.extend(lines)
        self._lay_out(lines)

    def replace(self, lines: Sequence[Line]) -> None:
        """Put other lines in the place of all."""
        self.lines = list(lines)
        self._lay_out_all()

    def fit(self, width: int) -> bool:
        """Fit all lines to `width`; whether that was another width."""
        if width == self.width:
            return False
        self.width = width
        self._lay_out_all()
        return True

    def line_at(self, row: int) -> int:
        """The line that a row belongs to; 0 if there is none."""
        return max(bisect_right(self._first_rows, row) - 1, 0)

    def row_of(self, line: int) -> int:
        """The first row of a line; the number of rows for a line past the end."""
        return self._first_rows[line] if line < len(self._first_rows) else len(self.rows)

    def _lay_out_all(self) -> None:
        self.rows, self._first_rows = [], []
        self._lay_out(self.lines)

    def _lay_out(self, lines: Sequence[Line]) -> None:
        if not self.width:
            return
        for line in lines:
            self._first_rows.append(len(self.rows))
            self.rows.extend(fitted((line,), self.width))
