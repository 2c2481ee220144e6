"""A few rows that stay where they are: header, footer, what stands below the line. No cursor, no scrolling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from dragoman_tui.drawing import Drawer
from dragoman_tui.glyphs import wants_ascii
from dragoman_tui.ink import Block, Target
from dragoman_tui.sheet import Sheet


@dataclass
class Followed(Message):
    """Something was followed, with Enter or a click."""

    target: Target


class Drawn(Widget):
    """Draws blocks; as high as they are, unless its styles say otherwise."""

    DEFAULT_CSS = "Drawn { height: auto; }"

    def __init__(self, blocks: Sequence[Block] = (), *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.sheet = Sheet()
        self.sheet.show(blocks)
        self._drawer: Drawer | None = None

    def show(self, blocks: Sequence[Block]) -> None:
        """Show other blocks."""
        rows = len(self.sheet.rows)
        self.sheet.show(blocks)
        self.refresh(layout=len(self.sheet.rows) != rows and self.styles.auto_dimensions)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are."""
        self.sheet.fit(width)
        return len(self.sheet.rows)

    def on_resize(self) -> None:
        """Set the blocks anew."""
        if self.sheet.fit(self.content_size.width):
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The strip at `y`."""
        drawer, width = self.drawer, self.content_size.width
        self.sheet.fit(width)
        rows = self.sheet.rows
        return drawer.strip(rows[y].inks if y < len(rows) else (), width)

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

    def on_click(self, event: events.Click) -> None:
        """Follow what was clicked."""
        place = event.get_content_offset(self)
        stop = self.sheet.stop_at(place.y, place.x) if place else None
        if stop is not None:
            event.stop()
            self.post_message(Followed(stop.target))


def drawer_of(widget: Widget) -> Drawer:
    """What draws rows in the looks of a widget, as they are now."""
    return Drawer(
        widget.rich_style,
        widget.app.theme_variables,
        is_ascii=wants_ascii(),
        is_mono=widget.app.no_color or widget.app.native_ansi_color,
    )
