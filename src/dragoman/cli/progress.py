"""A word on standard error, every so often, while a long read goes on."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TextIO

from dragoman.errors import Place


class Telling:
    """Told how far reading is, it says so after a second, then after two more, four more, eight more."""

    _LONGEST = 8.0

    def __init__(self, clock: Callable[[], float] = time.monotonic, stream: TextIO | None = None) -> None:
        self.clock, self.stream = clock, stream or sys.stderr
        self.pause = 1.0
        self.next = clock() + self.pause

    def weighing(self, number: int) -> None:
        """Reading is done; if that took long, so will the rest."""
        if self.pause > 1.0:
            print(f"dragoman: weighing {number:,} statements ...", file=self.stream, flush=True)

    def __call__(self, place: Place) -> None:
        """Reading has come to `place`."""
        from dragoman.views.lines import plain

        if self.clock() < self.next:
            return
        print(f"dragoman: reading {plain(place.source)}, line {place.line:,} ...", file=self.stream, flush=True)
        self.pause = min(2 * self.pause, self._LONGEST)
        self.next = self.clock() + self.pause
