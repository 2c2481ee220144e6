"""Two panes: a list at the left, what its cursor stands on beside it, or in its place where there is less room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from dragoman.views.screen.forms import Page
from dragoman_tui.bars import Footer, Header, day
from dragoman_tui.finding import Field, FindBar
from dragoman_tui.ink import Block, Ink, Target
from dragoman_tui.keys import bindings
from dragoman_tui.later import after_refresh
from dragoman_tui.pane import Pane

TWO_PANES = 120


class ListPane(Pane):
    """The list."""


class DetailPane(Pane):
    """What the cursor of the list stands on."""


class PairedScreen(Screen[None]):
    """Two panes; `r` goes to the other where there is room for one."""

    AUTO_FOCUS = "ListPane"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(letters=True), Binding("r", "detail", "The rule", show=False)]

    here = ""
    """The screen that the header underlines."""

    beside_from = TWO_PANES
    """Columns from which the other pane stands beside the list."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self._shows_detail = False

    def compose(self) -> ComposeResult:
        """Header, two panes, footer."""
        yield Header()
        with Horizontal(id="body"):
            with Vertical(id="left"):
                yield from self.compose_above()
                yield ListPane()
            yield DetailPane()
        yield FindBar(id="find")
        yield Footer()

    def compose_above(self) -> ComposeResult:
        """What stands above the list."""
        yield from ()

    @property
    def rows(self) -> ListPane:
        """The list."""
        return self.query_one(ListPane)

    @property
    def detail(self) -> DetailPane:
        """What it speaks of."""
        return self.query_one(DetailPane)

    @property
    def panes(self) -> list[Widget]:
        """What F6 goes round, as far as it is seen."""
        if self.is_beside:
            return [self.rows, self.detail]
        return [self.detail] if self._shows_detail else [self.rows]

    @property
    def is_beside(self) -> bool:
        """Whether there is room for both panes."""
        return self.size.width >= self.beside_from

    @property
    def is_narrow(self) -> bool:
        """Whether the header has two rows."""
        return self.size.width < TWO_PANES

    def on_resize(self, event: events.Resize) -> None:
        """Classes by size; all of it anew."""
        width = event.size.width
        self.set_class(width < TWO_PANES, "-narrow")
        self.set_class(width < self.beside_from, "-single")
        self.set_class(TWO_PANES <= width < 160, "-two")
        self.set_class(width >= 160, "-wide")
        after_refresh(self, self.draw)

    def draw(self) -> None:
        """All of it anew."""
        self.rows.show(tuple(self.row_blocks()))
        if self.rows.at is None:
            first = next((stop.target for stop in self.rows.sheet.stops), None)
            if first is not None:
                self.rows.go_to(first)
        self.draw_bars()

    def draw_bars(self) -> None:
        """Header and footer anew."""
        is_narrow = self.is_narrow
        tabs = [(name, words, "") for name, words in self.app.screen_tabs]  # type: ignore[attr-defined]
        meta = self.meta or day(self.page.as_of, is_short=is_narrow)
        self.query_one(Header).draw(self.page, meta, tabs, self.here, is_wide=not is_narrow)
        self.query_one(Footer).draw(self.keys(), *self.right())

    meta = ""
    """What stands beside the title; else the date."""

    def row_blocks(self) -> Iterator[Block]:
        """The list."""
        yield from ()

    def detail_blocks(self, target: Target) -> Iterator[Block]:
        """What the cursor stands on."""
        yield from ()

    def keys(self) -> list[str | tuple[str, str]]:
        """Those of the footer."""
        return ["help", "open", "find", "copy", "back"]

    def right(self) -> list[Ink]:
        """What stands at the right of the footer."""
        return []

    @on(Pane.Walked)
    def _walked(self, event: Pane.Walked) -> None:
        event.stop()
        if event.pane is self.rows:
            self.show_detail(event.target)

    def show_detail(self, target: Target) -> None:
        """Show what something in the list is."""
        blocks = tuple(self.detail_blocks(target))
        if blocks:
            self.detail.show(blocks)
            self.detail.scroll_to(y=0, animate=False, immediate=True, force=True)

    def step_back(self) -> bool:
        """From what the cursor stands on to the list, where only one of the two is seen; whether there was a step to take."""
        if not self._shows_detail or self.is_beside:
            return False
        self.action_detail()
        return True

    def open_detail(self) -> None:
        """Go to what the cursor stands on."""
        if self.is_beside:
            self.set_focus(self.detail)
        elif not self._shows_detail:
            self.action_detail()

    def action_detail(self) -> None:
        """The other of the two, where there is room for one."""
        self._shows_detail = not self._shows_detail
        self.set_class(self._shows_detail, "-on-detail")
        self.set_focus(self.detail if self._shows_detail else self.rows)


class FilteredScreen(PairedScreen):
    """With a filter above the list that is always open."""

    placeholder = ""
    """What stands in the filter while nothing is typed there."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.wanted = ""
        """What rows must have, folded."""

    def compose_above(self) -> ComposeResult:
        """The filter."""
        with Horizontal(id="filter"):
            yield Static("/", id="filter-sign", markup=False)
            yield Field(self.placeholder)
            yield Static("", id="filter-count", markup=False)

    @property
    def panes(self) -> list[Widget]:
        """The filter, the list, what the cursor stands on."""
        return [self.query_one("#filter Field"), *super().panes]

    def count(self, words: str) -> None:
        """Say how many rows there are."""
        self.query_one("#filter-count", Static).update(words)

    def typed(self, character: str) -> bool:
        """A character that is no key in the list begins what it is filtered by; whether it does."""
        if self.focused is not self.rows:
            return False
        field = self.query_one("#filter Field", Field)
        self.set_focus(field)
        field.insert_text_at_cursor(character)
        return True

    def clear(self) -> None:
        """Show all rows."""
        self.wanted = ""
        self.query_one("#filter Field", Field).value = ""

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter while it is typed."""
        if event.input.id != "find-field":
            event.stop()
            self.wanted = event.value.casefold().strip()
            self.rows.at = None
            self.draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on in the list."""
        if event.input.id != "find-field":
            event.stop()
            self.set_focus(self.rows)
