"""Where lines are typed: wrapped as they grow, with a history, a completion, and what was mistaken given back.

Whatever is typed, pasted or put back is made safe before it is drawn: what stands in the line is what will be said,
letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

from dragoman.source.visible import plain

_LINE_ENDS = re.compile(r"\r\n|\r|\n")


class Prompt(TextArea, inherit_bindings=False):
    """One line of input, that wraps."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "older", "The line said before", show=False),
        Binding("down", "newer", "The line said after", show=False),
        Binding("enter,ctrl+j", "submit", "Send the line", show=False),  # a line feed: what some send for Enter
        Binding("tab", "complete", "Take the completion", show=False),
        Binding("escape", "clear", "Clear the line", show=False),
        Binding("left", "cursor_left", show=False),
        Binding("right", "cursor_right", show=False),
        Binding("ctrl+left", "cursor_word_left", show=False),
        Binding("ctrl+right", "cursor_word_right", show=False),
        Binding("home,ctrl+a", "edge(-1)", show=False),
        Binding("end,ctrl+e", "edge(1)", show=False),
        Binding("shift+left", "cursor_left(True)", show=False),
        Binding("shift+right", "cursor_right(True)", show=False),
        Binding("shift+home", "edge(-1, True)", show=False),
        Binding("shift+end", "edge(1, True)", show=False),
        Binding("backspace", "delete_left", show=False),
        Binding("delete,ctrl+d", "delete_right", show=False),
        Binding("alt+backspace", "delete_word_left", show=False),
        Binding("ctrl+u", "delete_to_start_of_line", show=False),
        Binding("ctrl+k", "delete_to_end_of_line", show=False),
        Binding("ctrl+v", "paste", show=False),
    ]
    """
    | Key(s) | Description |
    | :- | :- |
    | up, down | In the first row, the line that was said before; in the last, the one after it. |
    | enter, ctrl+j | Send the line. |
    | tab | Take the completion; without one, to the next pane. |
    | escape | Clear the line. |
    """

    DEFAULT_CSS = """
    Prompt {
        border: none;
        height: auto;
        min-height: 1;
        padding: 0;
        background: $raised;
        color: $text;
        scrollbar-size-vertical: 1;
        scrollbar-color: $faint;
        scrollbar-background: $raised;
        &:focus { border: none; }
        & .text-area--cursor { background: $text; color: $ground; }
        & .text-area--cursor-line { background: $raised; }
        & .text-area--suggestion { color: $muted; background: $raised; }
        & .text-area--placeholder { color: $muted; }
        & .text-area--selection { background: $pick; color: $text; }
        &:light .text-area--cursor { background: $text; color: $ground; }
    }
    """

    EDITING: ClassVar[frozenset[str]] = frozenset(
        key for one in BINDINGS if isinstance(one, Binding) for key in one.key.split(",")
    )
    """The keys that do something in the line itself."""

    @dataclass
    class Said(Message):
        """Lines were sent."""

        lines: tuple[str, ...]

    @dataclass
    class Typed(Message):
        """Something else stands in the line."""

        text: str

    class Idle(Message):
        """Escape was pressed, and there was nothing to clear."""

    @dataclass
    class Passed(Message):
        """Tab was pressed, and there was nothing to complete."""

        text: str

    def __init__(self, example: str = "", id: str | None = None) -> None:
        """`example` stands in the empty line."""
        super().__init__(
            placeholder=plain(example),
            id=id,
            soft_wrap=True,
            highlight_cursor_line=False,
            tab_behavior="focus",
            compact=True,
        )
        self.cursor_blink = False
        self._proposed = ""
        """What Enter says where nothing is typed."""
        self.history_of_lines: list[str] = []
        self._at = 0
        """Which line of the history is shown; its length for the one being typed."""
        self._draft = ""
        """The line being typed, while an older one is shown."""

    @property
    def value(self) -> str:
        """What stands in the line."""
        return self.text

    @value.setter
    def value(self, text: str) -> None:
        self._show(text)

    def give_back(self, text: str) -> None:
        """Put a line back to be edited, unless another is being typed; it is in the history in any case.

        It is selected: a line that somebody goes on typing takes its place and is not joined to it.
        """
        if not self.text:
            self._show(text)
            self.select_all()

    def begin_anew(self, example: str, earlier: Sequence[str]) -> None:
        """Another session, with the lines of earlier ones to be taken up again."""
        self._show("")
        self.history_of_lines = list(map(plain, earlier))
        self._at, self._draft = len(self.history_of_lines), ""
        self.propose("", example)

    def recall(self, earlier: Sequence[str]) -> None:
        """Put lines of earlier sessions before those that were said."""
        self.history_of_lines[:0] = map(plain, earlier)
        self._at += len(earlier)

    def propose(self, line: str, shown: str) -> None:
        """Show something in the empty line; `line`, if there is one, is what Enter says there and Tab takes."""
        self._proposed = plain(line)
        self.placeholder = plain(shown)

    def begin(self, text: str) -> None:
        """Begin a line, unless one is being typed."""
        if not self.text:
            self._show(text)

    def offer(self, text: str, end: str) -> None:
        """Show how the line could go on, if it is still `text` and the cursor is at its end."""
        if text == self.text and self.cursor_location == self.document.end and self.selection.is_empty:
            self.suggestion = plain(end)

    def on_text_area_changed(self) -> None:
        """Say what stands here now."""
        self.post_message(self.Typed(self.text))

    # -- keys

    async def _on_key(self, event: events.Key) -> None:
        """Do what a key does at once.

        Textual inserts a character when it comes to the line, but runs the action of a key only when that key has gone
        up to the app: where keys come fast, the characters behind an Enter are in the line before it is sent.
        """
        bound = None if event.is_printable else self.screen.active_bindings.get(event.key)
        if bound is None or bound.node is not self:
            await super()._on_key(event)
        elif not bound.enabled or await self.app.run_action(bound.binding.action, self):
            event.stop()
            event.prevent_default()

    def action_edge(self, way: int, select: bool = False) -> None:
        """To the beginning or the end of the line, whatever rows it takes."""
        self.move_cursor((0, 0) if way < 0 else self.document.end, select=select)

    def action_complete(self) -> None:
        """Take the completion; in the empty line, what is proposed."""
        if not self.text and self._proposed:
            self._show(self._proposed)
        elif self.suggestion:
            self.insert(self.suggestion)
        else:
            self.post_message(self.Passed(self.text))

    def action_clear(self) -> None:
        """Empty the line."""
        if not self.text:
            self.post_message(self.Idle())
        self._show("")
        self._at, self._draft = len(self.history_of_lines), ""

    # -- sending

    def action_submit(self) -> None:
        """Send the line that stands here now; the empty one sends what is proposed."""
        self._send([self.text.strip() or self._proposed])

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self._insert(event.text)

    def action_paste(self) -> None:
        """Paste what was copied in the app."""
        self._insert(self.app.clipboard)

    def _insert(self, text: str) -> None:
        """Put text in at the cursor; if it has several lines, send each in turn."""
        first, *further = _LINE_ENDS.split(text)
        self.replace(plain(first), *self.selection)
        if further:
            self._send([self.text, *further])

    def _send(self, texts: list[str]) -> None:
        lines = tuple(text.strip() for text in map(plain, texts) if text.strip())
        for text in lines:
            if self.history_of_lines[-1:] != [text]:
                self.history_of_lines.append(text)
        self._at, self._draft = len(self.history_of_lines), ""
        self._show("")
        self._proposed = ""  # whoever hears the lines proposes the next
        if lines:
            self.post_message(self.Said(lines))

    # -- history

    def action_older(self) -> None:
        """Show the line said before; in a line of several rows first go up."""
        if self._rows_above():
            self.action_cursor_up()
            return
        if self._at == 0:
            return
        if self._at == len(self.history_of_lines):
            self._draft = self.text
        self._at -= 1
        self._show(self.history_of_lines[self._at])

    def action_newer(self) -> None:
        """Show the line said after, at last the one being typed; in a line of several rows first go down."""
        if self._rows_below():
            self.action_cursor_down()
            return
        if self._at == len(self.history_of_lines):
            return
        self._at += 1
        self._show(self._draft if self._at == len(self.history_of_lines) else self.history_of_lines[self._at])

    def _rows_above(self) -> int:
        return self.wrapped_document.location_to_offset(self.cursor_location).y

    def _rows_below(self) -> int:
        return self.wrapped_document.height - 1 - self._rows_above()

    def _show(self, text: str) -> None:
        text = plain(text)
        if text != self.text:
            self.text = text
        self.move_cursor(self.document.end)
