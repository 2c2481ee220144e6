"""The log: every line that was said, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.views.lines import BLANK, Line
from dragoman_tui.lines_pane import LinesPane


class LogPane(LinesPane):
    """Shows replies one below the other."""

    BORDER_TITLE = " Log "

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._last = 0
        """The first line of the last reply."""
        self._shown_at = 0
        """The row that was at the top when the last reply was brought into view."""

    def add(self, lines: Sequence[Line]) -> None:
        """Add a reply and bring it into view."""
        if self.paper.lines:
            self.append((BLANK,))
        first = len(self.paper.lines)
        self.append(lines)
        self._last = first
        self.show_last()

    def show_last(self) -> None:
        """Bring the last reply into view: all of it, or its beginning if it is longer than the pane."""
        self._shown_at = min(self.paper.row_of(self._last), self._end)
        self.scroll_to(y=self._shown_at, animate=False)

    @property
    def _end(self) -> int:
        """The row at the top when the last row is at the bottom."""
        return max(len(self.paper.rows) - self.scrollable_content_region.height, 0)

    def place(self) -> int | None:
        """None for a reader who has not scrolled away from the last reply."""
        return None if self.scroll_offset.y in {self._shown_at, self._end} else super().place()

    def return_to(self, place: int | None) -> None:
        """Show the last reply to whoever was reading it."""
        if place is None:
            self.show_last()
        else:
            super().return_to(place)
