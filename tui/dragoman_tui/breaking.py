"""What nobody foresaw: in a thread it costs what was being done, in drawing the app; both are said, and kept in the log.

Textual would show a traceback with the values of all variables, a screen long; here one sentence says what broke, where
its details are, and how to go on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on
from textual.app import App
from textual.message import Message

from dragoman.source.visible import plain
from dragoman.views.trouble import details, reported
from dragoman_tui.toasts import Toasts

if TYPE_CHECKING:
    from dragoman.session.session import Session

_GO_ON = "What was said is kept; to go on: dragoman chat --resume last"
_TITLE = "This could not be done"


class Breaking(App[None], inherit_bindings=False):
    """A part of the app."""

    session: Session
    toasts: Toasts

    @dataclass
    class Broke(Message):
        """A thread met what nobody foresaw, and goes on."""

        words: str
        thread: str

    def broke(self, error: Exception, thread: str) -> None:
        """Keep what a job of a thread raised, and have it said: in that thread."""
        words = reported(error, f"the thread {thread}")
        try:
            self.post_message(self.Broke(words, thread))
        except RuntimeError:  # the app was left meanwhile, and its loop is closed
            return

    @on(Broke)
    def _say_what_broke(self, event: Broke) -> None:
        self.toasts.bad(_TITLE, plain(event.words))

    def _handle_exception(self, error: Exception) -> None:
        """Textual's own door, for whatever a handler or a drawing raises: the app ends; once it is left, nobody is told."""
        if self._exit:
            details(error, "leaving")
            return
        is_first = not self._exit_renderables
        words = reported(error, "drawing, or a key") if is_first else ""
        super()._handle_exception(error)
        if is_first:
            session: Session | None = getattr(self, "session", None)  # none before it is there
            kept = f"\n{_GO_ON}" if session is not None and session.record.is_kept else ""
            self._exit_renderables[:] = [Text(f"dragoman: {plain(words)}; please report it{kept}")]

    def _fatal_error(self) -> None:
        """Leave; what is said of it is said above."""
        self.bell()
        self._exit_renderables.append("")
        self._close_messages_no_wait()
