"""A word on standard error, every so often, while a long read goes on."""

from __future__ import annotations

import time
from collections.abc import Callable

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
