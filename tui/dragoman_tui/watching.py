"""A rulebook under its author's hands: looked at some times a second, and read again once it is at rest.

What was said stays; mistakes are shown in place, and the rulebook before them stays until they are mended.
"""

from __future__ import annotations

import time
from contextvars import copy_context
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from textual.message import Message

from dragoman_tui.snapshot import Asked, Snapshot

if TYPE_CHECKING:
    from dragoman.views.screen.mistakes import Mistakes
    from dragoman_tui.app import DragomanApp
    from dragoman_tui.dialogue import Dialogue

_PAUSE = 0.4
"""Seconds between two looks; a change is at rest after two."""


@dataclass
class Reread(Message):
    """The rulebook was changed on the disk: what came of it, and what is asked in its new words."""

    result: Snapshot | Mistakes
    asked: Asked | None = None


class Watching:
    """A thread that looks, and has the rulebook read by the thread of lines, so that none is read with two of them."""

    def __init__(self, app: DragomanApp, folder: Path) -> None:
        from dragoman.session.watching import Watch  # noqa: PLC0415 - few have a rulebook watched

        self._app, self._watch = app, Watch(folder)

    def start(self) -> None:
        """Begin, in the context of the caller. The thread ends with the process."""
        Thread(target=copy_context().run, args=(self._look,), name="dragoman-watch", daemon=True).start()

    def _look(self) -> None:
        while True:
            time.sleep(_PAUSE)
            if self._watch.is_changed():
                self._app.behind_the_lines(self._read)

    def _read(self) -> None:
        """Read it: in the thread of lines."""
        dialogue: Dialogue = self._app.dialogue
        result = self._app.openings.reread(dialogue, self._watch.folder)
        if result is not None:
            self._app.post_safely(Reread(result, dialogue.ask() if isinstance(result, Snapshot) else None))
