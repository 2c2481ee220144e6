"""Where lines are typed: an input with a history, that takes back what was mistaken.

Whatever is typed, pasted or put back is made safe before it is drawn: what stands in the input is
what will be said, letter by letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, Static

from dragoman.source.visible import plain

_LINE_ENDS = re.compile(r"\r\n|\r|\n")


class Prompt(Input):
    """One line of input."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "older", "The line said before", show=False),
        Binding("down", "newer", "The line said after", show=False),
        Binding("ctrl+j", "submit", "Send the line", show=False),  # a line feed: what some send for Enter
    ]
    """
    | Key(s) | Description |
    | :- | :- |
    | up | The line that was said before. |
    | down | The line that was said after it. |
    | enter, ctrl+j | Send the line. |
    """

    DEFAULT_CSS = """
    Prompt {
        border: none;
        height: 1;
        padding: 0;
        background: $background;
        &:focus { border: none; background: $background; background-tint: $foreground 0%; }
    }
    """

    @dataclass
    class Said(Message):
        """Lines were sent."""

        lines: tuple[str, ...]

    def __init__(self, example: str = "", id: str | None = None) -> None:
        """`example` stands in the empty prompt."""
        super().__init__(placeholder=example, select_on_focus=False, id=id)
        self.history: list[str] = []
        self._at = 0
        """Which line of the history is shown; its length for the one being typed."""
        self._draft = ""
        """The line being typed, while an older one is shown."""

    def validate_value(self, value: str) -> str:
        """What would steer the terminal is written out."""
        return plain(value)

    def give_back(self, text: str) -> None:
        """Put a line back to be edited, unless another is being typed; it is in the history in any case.

        It is selected: a line that somebody goes on typing takes its place and is not joined to it.
        """
        if not self.value:
            self._show(text)
            self.select_all()

    def begin(self, text: str) -> None:
        """Begin a line, unless one is being typed."""
        if not self.value:
            self._show(text)

    # -- keys

    async def _on_key(self, event: events.Key) -> None:
        """Do what a key does at once.

        Textual inserts a character when it comes to the input, but runs the action of a key only when that key has
        gone up to the app: where keys come fast, the characters behind an Enter are in the input before it is sent.
        """
        bound = None if event.is_printable else self.screen.active_bindings.get(event.key)
        if bound is None or bound.node is not self:
            await super()._on_key(event)
        elif not bound.enabled or await self.app.run_action(bound.binding.action, self):
            event.stop()
            event.prevent_default()

    # -- sending

    async def action_submit(self) -> None:
        """Send the line that stands here now."""
        self._send([self.value])

    def _on_paste(self, event: events.Paste) -> None:
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
            self._send([self.value, *further])

    def _send(self, texts: list[str]) -> None:
        lines = tuple(text.strip() for text in map(plain, texts) if text.strip())
        for text in lines:
            if self.history[-1:] != [text]:
                self.history.append(text)
        self._at, self._draft = len(self.history), ""
        self.clear()
        if lines:
            self.post_message(self.Said(lines))

    # -- history

    def action_older(self) -> None:
        """Show the line said before."""
        if self._at == 0:
            return
        if self._at == len(self.history):
            self._draft = self.value
        self._at -= 1
        self._show(self.history[self._at])

    def action_newer(self) -> None:
        """Show the line said after, at last the one being typed."""
        if self._at == len(self.history):
            return
        self._at += 1
        self._show(self._draft if self._at == len(self.history) else self.history[self._at])

    def _show(self, text: str) -> None:
        self.value = text
        self.cursor_position = len(self.value)


class PromptBar(Horizontal):
    """The prompt behind its sign, which says whether something is being worked out."""

    DEFAULT_CSS = """
    PromptBar {
        height: 2;
        border-top: solid $panel;
        padding: 0 2;
        #sign { width: auto; min-width: 2; color: $text-primary; text-style: bold; }
        &.-working #sign { color: $text-muted; }
        &:focus-within { border-top: solid $primary; }
    }
    """

    waiting: reactive[int] = reactive(0)
    """How many lines are not answered yet."""

    def __init__(self, example: str) -> None:
        super().__init__()
        self._example = example

    def compose(self) -> ComposeResult:
        """The sign and the prompt."""
        yield Static("›", id="sign", markup=False)
        yield Prompt(self._example, id="prompt")

    def watch_waiting(self, waiting: int) -> None:
        """Show that something is being worked out, and how much if it is more than one line."""
        self.set_class(waiting > 0, "-working")
        if self.is_mounted:
            self.query_one("#sign", Static).update(f"… {waiting} " if waiting > 1 else "…" if waiting else "›")
