"""Lines are evaluated away from the screen, one at a time, in the order they came.

The thread is a daemon: whoever leaves the app never waits for a line, or for an engine that never comes back.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from contextvars import copy_context
from queue import SimpleQueue
from threading import Thread

from dragoman_tui.snapshot import Snapshot


class Worker:
    """One thread and its queue."""

    def __init__(self, answer: Callable[[str], Snapshot], answered: Callable[[Snapshot], object]) -> None:
        """`answer` is called in the thread, and raises nothing; so is `answered`, with what it gave."""
        self._answer, self._answered = answer, answered
        self._lines: SimpleQueue[str] = SimpleQueue()

    def start(self) -> None:
        """Begin, in the context of the caller: Textual keeps its running app there."""
        Thread(target=copy_context().run, args=(self._work,), name="dragoman-lines", daemon=True).start()

    def take(self, text: str) -> None:
        """A line; it waits its turn."""
        self._lines.put(text)

    def _work(self) -> None:
        while True:
            snapshot = self._answer(self._lines.get())
            with contextlib.suppress(RuntimeError):  # the app was left meanwhile, and its loop is closed
                self._answered(snapshot)
