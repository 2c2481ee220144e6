"""A pane of blocks: set in its width, walked with a cursor, scrolled, searched, selected with the mouse.

The cursor stands on what can be followed, and is known by what that is: where other blocks are shown it stays on the
same thing, and the row that is at the top stays at the top.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from dragoman_tui.drawing import Drawer, text_of
from dragoman_tui.drawn import Followed, drawer_of
from dragoman_tui.ink import Block, Ink, Target
from dragoman_tui.lighting import lettered, lit
from dragoman_tui.setting import Row
from dragoman_tui.sheet import Sheet, Stop

_WIDEST = 104
"""Text is set in no more columns than this."""


Place = tuple[Block | None, int]
"""A block, and so many rows from its first."""


class Pane(ScrollView, can_focus=True):
    """Draws blocks. What they say is the caller's; where the reader is in them is decided here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "walk(-1)", "The row above", show=False),
        Binding("down", "walk(1)", "The row below", show=False),
        Binding("left", "aside(-1)", "Fold, or the link before", show=False),
        Binding("right", "aside(1)", "Unfold, or the next link", show=False),
        Binding("enter,ctrl+j", "follow", "Open or follow", show=False),
        Binding("pageup", "page(-1)", "A page up", show=False),
        Binding("pagedown", "page(1)", "A page down", show=False),
        Binding("home", "end(-1)", "To the top", show=False),
        Binding("end", "end(1)", "To the end", show=False),
    ]
    """
    | Key(s) | Description |
    | :- | :- |
    | up, down | The row above or below that can be followed; else scroll. |
    | left, right | Fold or unfold; among links side by side, the one before or behind. |
    | enter, ctrl+j | Open it, follow it. |
    | pageup, pagedown, home, end | Scroll. |
    """

    DEFAULT_CSS = """
    Pane {
        background: $ground;
        color: $text;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        scrollbar-color: $raised;
        scrollbar-color-hover: $muted;
        scrollbar-color-active: $muted;
        scrollbar-background: $ground;
        scrollbar-background-hover: $ground;
        scrollbar-background-active: $ground;
        padding: 0 2 0 3;
        &:focus { scrollbar-color: $faint; }
    }
    """

    @dataclass
    class Aside(Message):
        """Left or right was pressed on something that can be folded."""

        target: Target
        unfolds: bool

    is_at_bottom = False
    """Whether what does not fill the pane stands at its bottom, and the last of it is in view."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.sheet = Sheet()
        self.at: Target | None = None
        """What the cursor stands on."""
        self.found = ""
        """What is being looked for, folded; or empty."""
        self._drawer: Drawer | None = None
        self._letters: dict[Target, str] = {}
        self._seen = Size(0, 0)
        """How much of the rows is drawn, as was found for the lines that are drawn now."""
        self._laid = Size(0, 0)
        """The size that the rows were laid out for."""
        self._place: Place = None, 0
        """Where the reader was when that was last for the reader to say: a size that changes can move what is shown."""

    # -- what is shown

    def show(self, blocks: Sequence[Block]) -> None:
        """Show other blocks, and stay where the reader is."""
        place = self.place()
        self.sheet.show(blocks)
        self._measure()
        self.return_to(place)
        if self.has_focus and self.stop is None:
            self.on_focus()

    def watch_scroll_y(self, old: float, new: float) -> None:
        """Note where the reader is, unless it is the size that moves what is shown."""
        super().watch_scroll_y(old, new)
        if self.scrollable_content_region.size == self._laid:
            self.moved()

    def moved(self) -> None:
        """The reader is somewhere else."""
        self._place = self.place()

    def place(self) -> Place:
        """Where the reader is: the block at the top, and how many of its rows are above that."""
        top = self.scroll_offset.y
        if not self.sheet.blocks or not top:
            return None, 0
        number = self.sheet.block_at(top)
        return self.sheet.blocks[number], top - self.sheet.row_of(number)

    def return_to(self, place: Place) -> None:
        """Scroll so that the same is at the top as before."""
        block, rows = place
        number = _same(block, self.sheet.blocks) if block is not None else None
        if number is not None:
            self.scroll_to(y=self.sheet.row_of(number) + rows, animate=False, immediate=True, force=True)

    # -- size

    def on_resize(self, event: events.Resize) -> None:
        """Set the blocks in the new width, and stay where the reader is."""
        place = self._place
        self._laid = self.scrollable_content_region.size
        self.sheet.fit(self.room)
        self._measure()
        self.return_to(place)

    @property
    def room(self) -> int:
        """Columns for text."""
        return min(self.scrollable_content_region.width - 1, _WIDEST)

    @property
    def height(self) -> int:
        """Rows on the screen."""
        return self.scrollable_content_region.height

    def _measure(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.sheet.rows))
        self.refresh()

    @property
    def _blank(self) -> int:
        """Rows left free above what stands at the bottom."""
        return max(self._seen.height - len(self.sheet.rows), 0) if self.is_at_bottom else 0

    # -- drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of a region; how much room there is, is found once for all of them."""
        self._seen = self.scrollable_content_region.size
        if not self.sheet.width:  # it is drawn for the first time, and hears of its size only then
            self.sheet.fit(self.room)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """The strip at `y` on the screen."""
        number, width = self.scroll_offset.y + y - self._blank, self._seen.width
        if not 0 <= number < len(self.sheet.rows):
            return Strip.blank(width, self.drawer.plain)
        return self._drawn(number, width).apply_offsets(0, number)

    def _drawn(self, number: int, width: int) -> Strip:
        row, stop = self.sheet.rows[number], self.stop
        is_here = self.has_focus and stop is not None and stop.row <= number < stop.row + stop.rows
        inks = self._marked(row, number)
        if is_here and stop is not None and not stop.is_block:
            inks = [Ink(one.text, one.role, "pick", one.to) if one.to == stop.target else one for one in inks]
        strip = self.drawer.strip(inks, width, "pick" if is_here and stop is not None and stop.is_block else "")
        span = self.text_selection.get_span(number) if self.text_selection is not None else None
        return strip if span is None else self._selected(strip, row, *span)

    def _marked(self, row: Row, number: int) -> list[Ink]:
        """The row with what is looked for on a ground of its own, and the letters to jump to."""
        inks = list(row.inks)
        if self.found and self.found in row.text.casefold():
            inks = lit(inks, row.text.casefold(), self.found)
        for stop in self.sheet.stops_in(number, 1) if self._letters else ():
            if stop.target in self._letters:
                inks = lettered(inks, stop.start, self._letters[stop.target])
        return inks

    def _selected(self, strip: Strip, row: Row, start: int, end: int) -> Strip:
        end = len(row.text) if end == -1 else min(end, strip.cell_length)
        if start >= end:
            return strip
        before, inside, after = strip.crop(0, start), strip.crop(start, end), strip.crop(end)
        return Strip.join([before, inside.apply_style(self.drawer.look("text", "pick")), after])

    @property
    def drawer(self) -> Drawer:
        """What draws, in the looks of now."""
        if self._drawer is None:
            self._drawer = drawer_of(self)
        return self._drawer

    def notify_style_update(self) -> None:
        """Draw anew when the theme changes how things look."""
        super().notify_style_update()
        self._drawer = None

    def on_focus(self) -> None:
        """Put the cursor somewhere in view."""
        if self.stop is None:
            self._go(next(iter(self._in_view), None), is_asked=False)
        self.refresh()

    def on_blur(self) -> None:
        """The cursor is not seen any more."""
        self.refresh()

    # -- the cursor

    @property
    def stop(self) -> Stop | None:
        """Where the cursor is."""
        return self.sheet.stop_of(self.at)

    @property
    def _in_view(self) -> list[Stop]:
        return self.sheet.stops_in(self.scroll_offset.y, self.height)

    def _is_in_view(self, stop: Stop) -> bool:
        top = self.scroll_offset.y
        return top <= stop.row < top + self.height

    def go_to(self, target: Target) -> bool:
        """Put the cursor on something; whether it is there."""
        stop = self.sheet.stop_of(target)
        self._go(stop)
        return stop is not None

    def _go(self, stop: Stop | None, *, is_asked: bool = True) -> None:
        if stop is None:
            return
        self.at = stop.target
        self.show_rows(stop.row, min(stop.rows, self.height))
        self.refresh()
        self.post_message(self.Walked(self, stop.target, is_asked))

    @dataclass
    class Walked(Message):
        """The cursor stands on something else."""

        pane: Pane
        target: Target
        is_asked: bool
        """Whether somebody put it there."""

    def show_rows(self, first: int, rows: int = 1) -> None:
        """Scroll no further than it takes to see these rows."""
        top = self.scroll_offset.y
        if first < top:
            self.scroll_to(y=0 if first <= 2 else first, animate=False, immediate=True, force=True)
        elif first + rows > top + self.height:
            self.scroll_to(y=first + rows - self.height, animate=False, immediate=True, force=True)

    def action_walk(self, way: int) -> None:
        """To the next row that can be followed; where that is out of sight, scroll towards it."""
        stops, here = self.sheet.stops, self.stop
        if here is None or not self._is_in_view(here):
            inside = self._in_view
            if here is None and inside:
                self._go(inside[0 if way > 0 else -1])
                return
        row = here.row if here is not None else self.scroll_offset.y
        later = [one for one in stops if (one.row - row) * way > 0]
        following = min(later, key=lambda one: (one.row * way, one.start)) if later else None
        if following is None or abs(following.row - row) > max(self.height - 2, 1):
            self.scroll_relative(y=way * 3, animate=False, immediate=True, force=True)
            return
        self._go(following)

    def action_aside(self, way: int) -> None:
        """Among links of one block to the one before or behind; else fold or unfold."""
        here = self.stop
        if here is None:
            return
        beside = [stop for stop in self.sheet.stops if stop.block == here.block and not stop.is_block]
        if here in beside and len(beside) > 1 and 0 <= beside.index(here) + way < len(beside):
            self._go(beside[beside.index(here) + way])
        else:
            self.post_message(self.Aside(here.target, way > 0))

    def action_follow(self) -> None:
        """Follow what the cursor stands on."""
        if self.stop is not None:
            self.post_message(Followed(self.stop.target))

    def action_page(self, pages: int) -> None:
        """Scroll by nearly a page, and take the cursor along."""
        self.scroll_relative(y=pages * max(self.height - 2, 1), animate=False, immediate=True, force=True)
        inside = self._in_view
        if self.has_focus and inside and (self.stop is None or not self._is_in_view(self.stop)):
            self.at = inside[0 if pages > 0 else -1].target
            self.refresh()

    def action_end(self, way: int) -> None:
        """To the top or the end."""
        self.scroll_to(y=0 if way < 0 else len(self.sheet.rows), animate=False, immediate=True, force=True)
        if self.sheet.stops:
            self.at = self.sheet.stops[0 if way < 0 else -1].target
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Follow what was clicked."""
        place = event.get_content_offset(self)
        if place is None or self.text_selection is not None:
            return
        stop = self.sheet.stop_at(self.scroll_offset.y + place.y - self._blank, place.x)
        if stop is not None:
            event.stop()
            self.at = stop.target
            self.refresh()
            self.post_message(Followed(stop.target))

    # -- letters to jump to

    def letter(self, letters: Sequence[str]) -> dict[str, Target]:
        """Put a letter on everything in view that can be followed; which is which."""
        inside = dict.fromkeys(stop.target for stop in self.sheet.stops if self._is_in_view(stop))
        self._letters = dict(zip(inside, letters, strict=False))
        self.refresh()
        return {letter: target for target, letter in self._letters.items()}

    def unletter(self) -> None:
        """Take the letters away."""
        self._letters = {}
        self.refresh()

    # -- looking for words

    def look_for(self, words: str) -> list[int]:
        """Light up what is looked for; the rows that have it."""
        self.found = words.casefold()
        self.refresh()
        return [n for n, row in enumerate(self.sheet.rows) if self.found and self.found in row.text.casefold()]

    # -- copying

    @property
    def whole(self) -> str:
        """All of it as text, those rows out of sight too."""
        return "\n".join(map(text_of, self.sheet.rows)).strip("\n")

    def copied(self) -> str:
        """What the cursor stands on as text, with the unfolded rows below it; without a cursor, all of it."""
        stop = self.stop
        if stop is None:
            return self.whole
        return "\n".join(map(text_of, self.sheet.rows[stop.row : stop.row + stop.rows])).strip("\n")

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text that was selected with the mouse."""
        below = [""] * self.size.height  # a selection may begin and end below the last row
        return selection.extract("\n".join([*map(text_of, self.sheet.rows), *below])).rstrip("\n"), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        self.refresh()


def _same(block: Block, blocks: Sequence[Block]) -> int | None:
    """Where a block is now: itself, else the one that opens the same, else the one that begins alike."""
    for number, one in enumerate(blocks):
        if one == block or (block.to is not None and one.to == block.to):
            return number
    return None
