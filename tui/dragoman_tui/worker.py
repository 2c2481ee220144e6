"""What takes long is done away from the screen, one job at a time, in the order they came.

The threads are daemons: whoever leaves the app never waits for a line, or for an engine that never comes back.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import copy_context
from queue import SimpleQueue
from threading import Condition, Thread

Job = Callable[[], object]
"""Raises nothing; should it do so nevertheless, the thread goes on with the next."""
Broke = Callable[[Exception, str], object]
"""Is told of what a job raised, and by which thread."""


class Worker:
    """One thread and its queue."""

    def __init__(self, name: str, broke: Broke) -> None:
        self.name, self._broke = name, broke
        self._jobs: SimpleQueue[Job] = SimpleQueue()

    def start(self) -> None:
        """Begin, in the context of the caller: Textual keeps its running app there."""
        Thread(target=copy_context().run, args=(self._work,), name=self.name, daemon=True).start()

    def take(self, job: Job) -> None:
        """A job; it waits its turn."""
        self._jobs.put(job)

    def _work(self) -> None:
        while True:
            job = self._jobs.get()
            try:
                job()
            except Exception as error:  # noqa: BLE001 - the worker boundary: a thread that ends takes all later jobs along
                self._broke(error, self.name)


class Latest:
    """One thread that only does what it was asked for last; what came before and was not begun is dropped."""

    def __init__(self, name: str, rest: float, broke: Broke) -> None:
        """`rest` seconds without another job go before one is begun, so that nothing is done in vain."""
        self._name, self._rest, self._broke = name, rest, broke
        self._is_new = Condition()
        self._job: Job | None = None

    def start(self) -> None:
        """Begin, in the context of the caller."""
        Thread(target=copy_context().run, args=(self._work,), name=self._name, daemon=True).start()

    def take(self, job: Job) -> None:
        """A job in the place of the one that waits."""
        with self._is_new:
            self._job = job
            self._is_new.notify()

    def _work(self) -> None:
        while True:
            with self._is_new:
                while self._job is None:
                    self._is_new.wait()
                while self._rest and self._is_new.wait(self._rest):
                    pass
                job, self._job = self._job, None
            try:
                job()
            except Exception as error:  # noqa: BLE001 - the same
                self._broke(error, self._name)
