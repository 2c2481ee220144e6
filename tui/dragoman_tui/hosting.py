"""What the app does for whichever session is open, and to go over to another; what it remembers of its looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from textual import on
from textual.message import Message

from dragoman.views.lines import counted
from dragoman_tui import looking
from dragoman_tui.openings import NotOpened, Openings, SessionOpened
from dragoman_tui.pane_actions import PaneActions
from dragoman_tui.prompt import Prompt
from dragoman_tui.snapshot import File
from dragoman_tui.themes import keep_theme
from dragoman_tui.watching import TriedBeside


class Hosting(PaneActions, inherit_bindings=False):
    """A part of the app."""

    openings: Openings

    @dataclass
    class Recalled(Message):
        """The lines of earlier sessions were found."""

        lines: Sequence[str]

    @dataclass
    class Remembered(Message):
        """The theme is in the file of settings; or why not."""

        problem: str

    def recall(self) -> None:
        """Find the lines of earlier sessions, to be taken up in the line."""
        self.openings.recall(lambda lines: self._app.post_safely(self.Recalled(lines)))

    @on(Recalled)
    def _recalled(self, event: Recalled) -> None:
        if self.main.is_there:
            self.main.prompt.recall(event.lines)

    @on(SessionOpened)
    def _session_opened(self, event: SessionOpened) -> None:
        self.openings.is_opening = False
        self._app.to_main()
        self.main.begin(event.dialogue.example, event.dialogue.opening(event.remarks), event.earlier)
        self._app.find_hinges()

    @on(NotOpened)
    def _not_opened(self, event: NotOpened) -> None:
        self.openings.failed()
        self.opening_changed()
        self.toasts.bad(event.title, event.words)

    def hand_over(self, file: File) -> None:
        """Let the browser download a file: Textual's way, which the driver of a served app ends in the page."""
        self.deliver_binary(BytesIO(file.data), save_filename=file.name)

    @on(TriedBeside)
    def _tried_beside(self, event: TriedBeside) -> None:
        if not self.main.is_there:
            return
        self.main.show_mistakes(event.mistakes)
        if event.mistakes is None and event.passed:
            self.toasts.good(f"{counted(event.passed, 'case')} passed")
        if (key := getattr(self.screen, "square_key", None)) is not None:
            looking.open_board(self._app, key)

    def opening_changed(self) -> None:
        """Something is being opened, or is not any more."""
        changed = getattr(self.screen, "opening_changed", None)
        if changed is not None:
            changed()

    @on(Prompt.Idle)
    def _idle(self) -> None:
        """Esc in an empty line: a tour is left."""
        if not self.is_starting:
            self._app.dialogue.end_tour()
            self.main.show_guide(None)

    def take_theme(self, name: str) -> None:
        """Another theme, from now on."""
        self.theme = name
        self.openings.aside(lambda: self._app.post_safely(self.Remembered(keep_theme(name))))

    @on(Remembered)
    def _remembered(self, event: Remembered) -> None:
        if event.problem:
            self.toasts.bad("The theme is not remembered", event.problem, is_failure=False)
