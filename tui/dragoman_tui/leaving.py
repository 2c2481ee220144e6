"""The app can be ended from outside, and the terminal is given back as it was.

A signal asks the app to leave. Where it is not there to be asked, or does not leave within a moment (it may be writing
to a terminal that nobody reads), the terminal is put right here and the process ends.
"""

from __future__ import annotations

import contextlib
import os
import signal
import termios
from collections.abc import Callable, Iterator
from threading import Timer
from types import FrameType
from typing import Any

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
"""Ctrl+C is a key in the app; SIGINT comes from outside only."""
_BASE = 128
"""What is added to the number of a signal in the exit code of whom it ended."""
_PATIENCE = 2.0
"""Seconds for the app to leave by itself."""
_KEYBOARD, _SCREEN = 0, 2  # Textual draws on standard error
_AS_BEFORE = (
    "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l"  # no mouse
    "\x1b[?1004l\x1b[?2004l\x1b[?2048l"  # no word of focus, pasting or size
    "\x1b[<u"  # keys as they were
    "\x1b[?7h\x1b[?1049l\x1b[?25h\x1b[0m"  # lines wrap, the other screen, the cursor, no colours
)


class Leaving:
    """What signals do while the app runs."""

    def __init__(self, leave: Callable[[int], bool]) -> None:
        """`leave` asks the app to leave with an exit code; whether it could be asked. It is called by a signal."""
        self._leave = leave
        self.code = 0
        """The exit code of the signal that came, or 0."""
        self._attributes: list[Any] | None = None
        """How the terminal treated what is typed, before the app."""

    @contextlib.contextmanager
    def while_running(self) -> Iterator[None]:
        """Take the signals, and give them back."""
        self._attributes = _attributes()
        before = {number: signal.signal(number, self._take) for number in SIGNALS}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _take(self, number: int, frame: FrameType | None) -> None:
        was_asked, self.code = bool(self.code), _BASE + number
        if was_asked or not self._leave(self.code):
            self._end()
        timer = Timer(_PATIENCE, self._end)
        timer.daemon = True
        timer.start()

    def _end(self) -> None:
        """Put the terminal right and end, whatever anybody is doing."""
        with contextlib.suppress(OSError):
            os.set_blocking(_SCREEN, False)
            os.write(_SCREEN, _AS_BEFORE.encode())
        if self._attributes is not None:
            with contextlib.suppress(OSError, termios.error):
                termios.tcsetattr(_KEYBOARD, termios.TCSANOW, self._attributes)
        os._exit(self.code)


def _attributes() -> list[Any] | None:
    """How the terminal treats what is typed; None without a terminal."""
    try:
        return termios.tcgetattr(_KEYBOARD)
    except termios.error:
        return None
