"""A rulebook under its author's hands: looked at some times a second, and read again once it is at rest."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextvars import copy_context
from threading import Thread

from dragoman.session.watching import Watch

_PAUSE = 0.4
"""Seconds between two looks; a change is at rest after two."""


class Watcher:
    """A thread that looks, and says when there is something to read."""

    def __init__(self, watch: Watch, changed: Callable[[], None]) -> None:
        self._watch, self._changed = watch, changed

    def start(self) -> None:
        """Begin, in the context of the caller. The thread ends with the process."""
        Thread(target=copy_context().run, args=(self._look,), name="dragoman-watch", daemon=True).start()

    def _look(self) -> None:
        while True:
            time.sleep(_PAUSE)
            if self._watch.is_changed():
                self._changed()
