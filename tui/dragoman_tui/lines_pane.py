"""A pane of lines: fitted to its width, scrolled with keys and mouse, selectable."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.cache import LRUCache
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.timer import Timer

from dragoman.views.lines import Line
from dragoman_tui.drawing import GUTTER, LINE_CLASSES, LINE_CSS, MARK, MARK_CLASS, strip_of, text_of
from dragoman_tui.paper import Paper

_MARGIN = 1
"""Columns right of the text, before the scrollbar."""
_MANY = 1000
"""So many lines can be fitted anew while a window is being dragged."""
_REST = 0.1
"""Seconds without another size."""


class LinesPane(ScrollView, can_focus=True):
    """Draws lines. What they say is the caller's; how they wrap and look is decided here."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*LINE_CLASSES.values(), MARK_CLASS}
    """
    | Class | Description |
    | :- | :- |
    | `line--title` and so on | Text in the style of that name. |
    | `line--mark` | The sign before a line that has just changed. |
    """

    DEFAULT_CSS = f"""
    LinesPane {{
        background: $background;
        color: $foreground;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        scrollbar-color: $panel;
        scrollbar-background: $background;
        border-top: solid $panel;
        border-title-color: $text-muted;
        padding: 0 0 0 1;
        {LINE_CSS}
        &:focus {{
            border-top: solid $primary;
            border-title-color: $text-primary;
            border-title-style: bold;
            scrollbar-color: $primary 50%;
        }}
    }}
    """

    marked: reactive[frozenset[int]] = reactive(frozenset[int]())
    """The lines, by number, that have just changed."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.paper = Paper()
        self._strips: LRUCache[int, Strip] = LRUCache(1024)
        self._resting: Timer | None = None
        """Runs while many lines wait for the size to come to rest."""

    # -- what is shown

    def append(self, lines: Sequence[Line]) -> None:
        """Add lines at the end."""
        self.paper.append(lines)
        self._measure()

    def replace(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.paper.replace(lines)
        self._forget_drawn()
        self._measure()

    def show_line(self, line: int, margin: int = 0) -> None:
        """Scroll so that `line` is the first on the screen, below the whole line that stands `margin` rows above it."""
        above = self.paper.line_at(max(self.paper.row_of(line) - margin, 0))
        self.scroll_to(y=self.paper.row_of(above), animate=False)

    def is_in_view(self, line: int) -> bool:
        """Whether the first row of `line` is on the screen."""
        top = self.scroll_offset.y
        return top <= self.paper.row_of(line) < top + self.scrollable_content_region.height

    def watch_marked(self) -> None:
        """Draw the marks anew."""
        self._forget_drawn()

    # -- size

    def on_resize(self, event: events.Resize) -> None:
        """Fit the lines to the new width: at once, or, if they are many, when the size has come to rest."""
        if self._resting is not None:
            self._resting.stop()
        if self.paper.width and len(self.paper.lines) > _MANY:
            self._resting = self.set_timer(_REST, self._fit)
        else:
            self._fit()

    def _fit(self) -> None:
        """Fit the lines, and stay where the reader is."""
        width = self.scrollable_content_region.width - GUTTER - _MARGIN
        if width <= 0:
            return
        place = self.place()
        if self.paper.fit(width):
            self._forget_drawn()
            self._measure()
        self.return_to(place)

    def place(self) -> int | None:
        """Where the reader is: the line at the top. None if it needs no line to say so."""
        return self.paper.line_at(self.scroll_offset.y)

    def return_to(self, place: int | None) -> None:
        """Scroll back to where the reader was before the lines were fitted anew."""
        if place is not None and self.place() != place:
            self.show_line(place)

    def _measure(self) -> None:
        self.virtual_size = Size(GUTTER + self.paper.width + _MARGIN, len(self.paper.rows))
        self.refresh()

    # -- drawing

    def render_line(self, y: int) -> Strip:
        """The strip at `y` on the screen."""
        number = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        if number >= len(self.paper.rows):
            return Strip.blank(width, self.rich_style)
        return self._strip(number).crop_extend(0, width, self.rich_style).apply_offsets(0, number)

    def _strip(self, number: int) -> Strip:
        if number not in self._strips:
            self._strips[number] = self._drawn(number)
        return self._strips[number]

    def _drawn(self, number: int) -> Strip:
        row = self.paper.rows[number]
        is_marked = bool(row) and self.paper.line_at(number) in self.marked
        strip = strip_of(row, is_marked, self.rich_style, self.get_component_rich_style)
        span = self.text_selection.get_span(number) if self.text_selection is not None else None
        return strip if span is None else self._selected(strip, *span)

    def _selected(self, strip: Strip, start: int, end: int) -> Strip:
        end = strip.cell_length if end == -1 else min(end, strip.cell_length)
        if start >= end:
            return strip
        before, inside, after = (
            strip.divide([start, end, strip.cell_length])
            if start
            else (Strip([]), *strip.divide([end, strip.cell_length]))
        )
        look = self.screen.get_component_rich_style("screen--selection")
        return Strip.join([before, inside.apply_style(look), after])

    def _forget_drawn(self) -> None:
        self._strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Draw anew when the theme or the focus changes how things look."""
        super().notify_style_update()
        self._strips.clear()

    # -- selecting with the mouse

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, without the gutter."""
        below = [""] * self.size.height  # a selection may begin and end below the last row
        text = "\n".join([*(f"{MARK}{text_of(row)}" for row in self.paper.rows), *below])
        return selection.extract(text).rstrip("\n").replace(f"\n{MARK}", "\n").removeprefix(MARK), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        self._forget_drawn()
