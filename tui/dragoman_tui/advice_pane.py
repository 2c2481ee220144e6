"""The advice: always current, with what the last change brought marked and in view."""

from __future__ import annotations

from dragoman_tui.lines_pane import LinesPane
from dragoman_tui.snapshot import Page

_MARGIN = 3
"""Rows of what stands above a change that is brought into view."""


class AdvicePane(LinesPane):
    """Shows a page of advice."""

    BORDER_TITLE = " Advice "

    page: Page | None = None
    """The page that is shown."""

    def show(self, page: Page) -> None:
        """Show a page; where it differs from the one before is brought into view."""
        if page is self.page:
            return
        self.page = page
        self.border_title = f" Advice · {page.summary} "
        self.replace(page.lines)
        self.marked = page.marked
        if page.worth_seeing is not None and not self.is_in_view(page.worth_seeing):
            self.show_line(page.worth_seeing, margin=_MARGIN)
