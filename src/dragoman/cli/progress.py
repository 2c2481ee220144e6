"""A word on standard error, every so often, while a long read goes on; a row on a terminal while anything does."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Self, TextIO

from dragoman.cli.streams import narrate
from dragoman.errors import Place


class Telling:
    """Told how far reading is, it says so after a second, then after two more, four more, eight more."""

    _LONGEST = 8.0

    def __init__(self, clock: Callable[[], float] = time.monotonic, say: Callable[[str], object] = narrate) -> None:
        self.clock, self.say = clock, say
        self.pause = 1.0
        self.next = clock() + self.pause

    def weighing(self, number: int) -> None:
        """Reading is done; if that took long, so will the rest."""
        if self.pause > 1.0:
            self.say(f"dragoman: weighing {number:,} statements ...")

    def __call__(self, place: Place) -> None:
        """Reading has come to `place`."""
        from dragoman.source.visible import plain

        if self.clock() < self.next:
            return
        self.say(f"dragoman: reading {plain(place.source)}, line {place.line:,} ...")
        self.pause = min(2 * self.pause, self._LONGEST)
        self.next = self.clock() + self.pause


class Working:
    """A row on a terminal's standard error while a command is at work, from the second second on; wiped away before it prints.

    Elsewhere than on a terminal there is none. Whoever counts something calls it: so many of so many are done.
    """

    _BEFORE, _BETWEEN = 1.0, 0.5

    def __init__(self, stream: TextIO | None = None, *, wanted: bool = True) -> None:
        self.stream = stream or sys.stderr
        self.counted = ""
        self.width = 0
        self._done = threading.Event()
        self._thread: threading.Thread | None = None
        if wanted and self.stream.isatty() and os.environ.get("TERM") != "dumb":
            self._thread = threading.Thread(target=self._tick, daemon=True)

    def __enter__(self) -> Self:
        """Nothing is said yet."""
        if self._thread is not None:
            self._thread.start()
        return self

    def __call__(self, done: int, of: int) -> None:
        """So many are done."""
        self.counted = f"{done:,} of {of:,}"

    def __exit__(self, *_: object) -> None:
        """Leave the row empty."""
        self.clear()

    def clear(self) -> None:
        """Wipe the row away, and write no other."""
        if self._thread is not None:
            self._done.set()
            self._thread.join()
            self._thread = None
            if self.width:
                self._write(" " * self.width)

    def _tick(self) -> None:
        begun, pause = time.monotonic(), self._BEFORE
        while not self._done.wait(pause):
            text = f"dragoman: {self.counted or 'working'}, {time.monotonic() - begun:.0f} s ..."
            self.width = max(self.width, len(text))
            self._write(text.ljust(self.width))
            pause = self._BETWEEN

    def _write(self, text: str) -> None:
        with suppress(OSError, ValueError):  # what nobody reads keeps nothing from being done
            self.stream.write(f"\r{text}\r")
            self.stream.flush()
