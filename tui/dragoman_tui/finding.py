"""Where one types what to look for: in the footer's place, so that no line moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from dragoman.source.visible import plain
from dragoman_tui.pane import Pane


class Field(Input):
    """One row to type in, without a frame."""

    DEFAULT_CSS = """
    Field { border: none; height: 1; padding: 0; background: $raised; color: $text; width: 1fr;
        &:focus { border: none; background: $raised; background-tint: $text 0%; }
        & > .input--cursor { background: $text; color: $ground; text-style: none; }
        & > .input--placeholder { color: $muted; }
    }
    """

    def __init__(self, placeholder: str = "", *, id: str | None = None) -> None:
        super().__init__(placeholder=placeholder, select_on_focus=False, id=id)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """What would steer the terminal is written out."""
        return plain(value)


class FindBar(Horizontal):
    """A field, and how many rows have what stands in it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Close", show=False)]

    DEFAULT_CSS = """
    FindBar { dock: bottom; height: 1; padding: 0 3; background: $raised; display: none; layer: over;
        #find-sign { width: 2; color: $advice; text-style: bold; background: $raised; }
        #find-count { width: auto; color: $muted; background: $raised; }
    }
    """

    @dataclass
    class Wanted(Message):
        """Something is looked for."""

        words: str
        is_last: bool = False
        """Whether it was sent, so that the pane has the focus again."""

    def compose(self) -> ComposeResult:
        """Sign, field, number."""
        yield Static("/", id="find-sign", markup=False)
        yield Field(id="find-field")
        yield Static("", id="find-count", markup=False)

    def open(self) -> None:
        """Begin to look."""
        self.display = True
        field = self.query_one(Field)
        field.value = ""
        self.screen.set_focus(field)  # at once: what is typed next is looked for

    def action_close(self) -> None:
        """Look no more."""
        self.display = False
        self.post_message(self.Wanted("", is_last=True))

    def count(self, words: str) -> None:
        """Say how many there are."""
        self.query_one("#find-count", Static).update(words)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look while it is typed."""
        event.stop()
        if self.display:
            self.post_message(self.Wanted(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on in the pane."""
        event.stop()
        self.display = False
        self.post_message(self.Wanted(event.value, is_last=True))


class Search:
    """What is looked for, where, and which rows have it."""

    def __init__(self) -> None:
        self._pane: Pane | None = None
        self._rows: list[int] = []

    def begin(self, pane: Pane, bar: FindBar) -> None:
        """Look in another pane, or for something else."""
        self._pane = pane
        bar.open()

    def look_for(self, words: str, bar: FindBar) -> Pane | None:
        """Light up all that has the words, and go to the first of it from here on; the pane where it is looked for."""
        pane = self._pane
        if pane is None:
            return None
        self._rows = pane.look_for(words)
        bar.count(f"{len(self._rows)} {'row' if len(self._rows) == 1 else 'rows'}" if words else "")
        if self._rows:
            later = [row for row in self._rows if row >= pane.scroll_offset.y]
            pane.show_rows((later or self._rows)[0])
        return pane

    def go_on(self, way: int) -> None:
        """The next row that has it, round the end."""
        pane = self._pane
        if pane is None or not self._rows:
            return
        here = pane.stop.row if pane.stop is not None else pane.scroll_offset.y
        later = [row for row in self._rows if (row - here) * way > 0] or self._rows
        row = later[0 if way > 0 else -1]
        pane.show_rows(row)
        at = pane.sheet.stop_at(row, 0)
        if at is not None:
            pane.at = at.target
        pane.refresh()
