"""A word on standard error, every so often, while a long read goes on."""

from __future__ import annotations

import sys
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


class Counting:
    """How many of a number of things are done, on a row of a terminal that is written anew, from the second second on.

    Elsewhere than on a terminal nothing is said. As a context it wipes its row away at the end.
    """

    _BEFORE, _BETWEEN = 1.0, 0.2

    def __init__(self, doing: str, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self.doing, self.stream, self.clock = doing, stream or sys.stderr, clock
        self.next = clock() + self._BEFORE
        self.width = 0

    def __enter__(self) -> Self:
        """Nothing is said yet."""
        return self

    def __call__(self, done: int, of: int) -> None:
        """So many are done."""
        now = self.clock()
        if now < self.next or not self.stream.isatty():
            return
        self.next = now + self._BETWEEN
        self._write(f"dragoman: {self.doing}, {done:,} of {of:,} ...")

    def __exit__(self, *_: object) -> None:
        """Leave the row empty."""
        if self.width:
            self._write("")

    def _write(self, text: str) -> None:
        with suppress(OSError, ValueError):  # what nobody reads keeps nothing from being done
            self.stream.write(f"\r{text.ljust(self.width)}\r{text}")
            self.stream.flush()
        self.width = len(text)
