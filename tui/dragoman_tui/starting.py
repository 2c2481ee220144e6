"""The app before its session is there: a first picture at once, and nothing that is typed meanwhile lost.

What the line takes is edited there as ever, and a line that is sent waits its turn. Any other key needs what is not there
yet: it is held, with all that comes behind it, and pressed once the session is there.
"""

from __future__ import annotations

import gc
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import on
from textual.events import Key, Paste
from textual.message import Message

from dragoman_tui import looking
from dragoman_tui.breaking import Breaking
from dragoman_tui.drawn import Followed
from dragoman_tui.keys import KEYS
from dragoman_tui.prompt import Prompt
from dragoman_tui.themes import DARK, THEMES, first_theme
from dragoman_tui.watching import Watching

if TYPE_CHECKING:
    from dragoman_tui.app import DragomanApp
    from dragoman_tui.dialogue import Dialogue
    from dragoman_tui.snapshot import Snapshot

READING = "Reading the rulebook …"
"""What stands where the session will begin."""
_PACE = 1 / 60
"""Seconds between two keys that were held."""
_FURTHER = Path(__file__).with_name("further.tcss")
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


class Starting(Breaking, inherit_bindings=False):
    """A part of the app."""

    def __init__(self, *, starts: bool = False, watches: bool = False) -> None:
        """`starts` begins with the choice of another session; `watches` says whether its rulebook is looked at."""
        super().__init__()
        self.is_starting = True
        """Whether there is no session yet that keys could ask anything of."""
        self.failure: Exception | None = None
        """Why there will be none, once that is known: whoever runs the app says so when the screen is given back."""
        self._starts, self._watches = starts, watches
        self._is_drawn = False
        self._held: deque[Key | Paste | Followed] = deque()
        for one in THEMES.values():
            self.register_theme(one)
        self.theme = first_theme()

    @property
    def _app(self) -> DragomanApp:
        return cast("DragomanApp", self)

    # -- the first picture

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The roles, for themes that do not name them."""
        return DARK

    def refresh_css(self, animate: bool = True) -> None:
        """Styles anew; those that nothing is drawn with yet are made once, for the theme that is chosen last."""
        if self._is_drawn:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def on_mount(self) -> None:
        """Draw the frame; all else begins once that is seen."""
        self._is_drawn = True
        self._app.openings.open_first()
        if self._starts:
            looking.open_start(self._app)
        self.call_after_refresh(self._go_on)

    async def _go_on(self) -> None:
        self.stylesheet.add_source(_FURTHER.read_text(encoding="utf-8"), read_from=(str(_FURTHER), ""))
        await self._app.main.complete()
        self._app.start_working()

    # -- the session

    @on(Begun)
    async def _begun(self, event: Begun) -> None:
        app = self._app
        if not app.main.is_there:
            return
        app.main.begin_first(event.dialogue.example, event.opening)
        if self._watches:
            Watching(app, Path(app.session.rulebook.folder)).start()
        if not self._starts:  # else once it is known what there is to choose from
            await self.do_held()
        app.begun()
        if not gc.isenabled():  # see `dragoman_tui.run`
            gc.freeze()
            gc.enable()

    @on(NotBegun)
    def _not_begun(self, event: NotBegun) -> None:
        self.failure = event.error
        self.exit()

    # -- what is typed meanwhile

    def holds(self, event: Key | Paste | Followed) -> bool:
        """Whether that waits for the session; then it will be :meth:`done`."""
        if not self._held and (not self.is_starting or self._is_for_the_line(event)):
            return False
        if isinstance(event, Key) and event.key in _AT_ONCE:
            return False
        self._held.append(event)
        return True

    def _is_for_the_line(self, event: Key | Paste | Followed) -> bool:
        if isinstance(event, Followed) or not isinstance(self.focused, Prompt):
            return False
        return isinstance(event, Paste) or event.is_printable or event.key in Prompt.EDITING

    async def do_held(self) -> None:
        """The session is there: do what was held, each thing once what came before it is done."""
        self.is_starting = False
        if not self._held or not self.is_running:
            return
        if not any(one.message_queue_size for one in self.screen.walk_children(with_self=True)):
            await self.done(self._held.popleft())
        self.set_timer(_PACE, self.do_held)  # of the app: a screen that closes would take what waits for it along

    async def done(self, event: Key | Paste | Followed) -> None:
        """What that does once nothing holds it."""
        raise NotImplementedError
