"""The app before its session is there: a first picture at once, and nothing that is typed meanwhile lost.

What the line takes is edited there as ever, and a line that is sent waits its turn. Any other key needs what is not there
yet: it is held, with all that comes behind it, and pressed once the session is there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.app import App
from textual.message import Message

from dragoman_tui.drawn import Followed
from dragoman_tui.keys import KEYS
from dragoman_tui.prompt import Prompt

if TYPE_CHECKING:
    from dragoman_tui.dialogue import Dialogue
    from dragoman_tui.snapshot import Snapshot

READING = "Reading the rulebook …"
"""What stands where the session will begin."""
_AT_ONCE = {KEYS["quit"].keys, "ctrl+c"}
"""These ask nothing of a session."""


@dataclass
class Begun(Message):
    """The session that the app was opened for is there."""

    dialogue: Dialogue
    opening: Snapshot


@dataclass
class NotBegun(Message):
    """It cannot be; so there is nothing to show."""

    error: Exception


class Starting(App[None], inherit_bindings=False):
    """A part of the app."""

    def __init__(self) -> None:
        super().__init__()
        self.failure: Exception | None = None
        """Why there is no session, once that is known: whoever runs the app says so when the screen is given back."""
        self.is_starting = True
        self._held: list[events.Event | Followed] = []

    def holds(self, event: events.Event | Followed) -> bool:
        """Whether that is held until the session is there."""
        if not self.is_starting or (isinstance(event, events.Key) and event.key in _AT_ONCE):
            return False
        is_for_the_line = isinstance(self.focused, Prompt) and not isinstance(event, Followed)
        if isinstance(event, events.Key):
            is_for_the_line &= event.is_printable or event.key in Prompt.EDITING
        if is_for_the_line and not self._held:
            return False
        self._held.append(event)
        return True

    async def do_held(self) -> None:
        """Do what was held, in its order, before anything that comes now."""
        self.is_starting = False
        held, self._held = self._held, []
        for event in held:
            await self.on_event(event) if isinstance(event, events.Event) else self.post_message(event)
