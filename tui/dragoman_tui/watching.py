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


@dataclass
class TriedBeside(Message):
    """The board and the cases were tried: what is wrong with them, or nothing, and how many cases passed."""

    mistakes: Mistakes | None
    passed: int


class Watching:
    """A thread that looks, and has the rulebook read by the thread of lines, so that none is read with two of them."""

    def __init__(self, app: DragomanApp, folder: Path) -> None:
        from dragoman.session.watching import Watch  # noqa: PLC0415 - few have a rulebook watched

        self._app, self._watch = app, Watch(folder)
        self._is_to_be_tried = self._is_broken = False

    def start(self) -> None:
        """Begin, in the context of the caller. The thread ends with the process."""
        Thread(target=copy_context().run, args=(self._look,), name="dragoman-watch", daemon=True).start()

    def _look(self) -> None:
        while True:
            time.sleep(_PAUSE)
            try:
                if self._is_changed():
                    self._app.behind_the_lines(self._read)
                elif self._is_to_be_tried and not self._is_broken:
                    self._try()
            except Exception as error:  # noqa: BLE001 - the worker boundary: it looks again
                self._app.broke(error, "dragoman-watch")

    def _is_changed(self) -> bool:
        """Whether the rules were changed; of what stands beside them it is enough that it is tried."""
        if not self._watch.is_changed():
            return False
        if not self._watch.is_beside:
            return True
        self._is_to_be_tried = True
        return False

    def _try(self) -> None:
        """Try the board and the cases with the rules as they are: here, where nobody waits; left as soon as they change again."""
        from dragoman.board.plan import forget  # noqa: PLC0415 - most apps are started without
        from dragoman.engines.names import EngineName  # noqa: PLC0415 - the same
        from dragoman.engines.select import engine_named  # noqa: PLC0415 - the same
        from dragoman.session.trying import tried  # noqa: PLC0415 - the same
        from dragoman.views.screen.mistakes import beside  # noqa: PLC0415 - the same

        self._is_to_be_tried = False
        forget()
        rulebook = self._app.dialogue.session.rulebook
        if Path(rulebook.folder) != self._watch.folder:
            return
        found = tried(rulebook, engine_named(EngineName.COLUMNS), lambda: not self._watch.is_moving())
        if found is None:
            self._is_to_be_tried = True
        else:
            self._app.post_safely(TriedBeside(beside(found, self._watch.folder), found.passed))

    def _read(self) -> None:
        """Read it: in the thread of lines."""
        dialogue: Dialogue = self._app.dialogue
        result = self._app.openings.reread(dialogue, self._watch.folder)
        self._is_broken = result is not None and not isinstance(result, Snapshot)
        self._is_to_be_tried = not self._is_broken
        if result is not None:
            self._app.post_safely(Reread(result, dialogue.ask() if isinstance(result, Snapshot) else None))
