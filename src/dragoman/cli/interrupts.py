"""Signals while lines are read and answered: at a pause between two lines they are an exception, during work the end.

Work runs inside libraries that no exception may cross; what was said is on the disk before it is answered, so ending there
loses nothing. Ctrl-C is for this module only where somebody types; elsewhere it ends the process (:mod:`dragoman.cli`).
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread, get_ident
from types import FrameType

from dragoman.cli.exit import Exit

_BASE = 128
"""What is added to the number of a signal in the exit code of whom it ended."""
_PAUSE = 0.1
"""Seconds between one time and the next."""
_BUSY = b"\ndragoman: the line is being worked on; Ctrl-C again leaves\n"


class Ended(BaseException):
    """A signal asked to leave while a line was waited for."""

    def __init__(self, code: Exit) -> None:
        self.code = code
        super().__init__(code)


class Interrupts:
    """What signals do while a dialogue goes on."""

    def __init__(self, *, is_typed: bool) -> None:
        """`is_typed` is whether somebody types the lines."""
        self._is_typed = is_typed
        self._waits = False
        self._was_interrupted = False
        """Whether there was a Ctrl-C while the line at hand is worked on."""
        self._is_heard = False
        """Whether what asked to leave was heard."""

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Take the signals that nobody has told us to ignore, and give them back."""
        wanted = (signal.SIGTERM, signal.SIGHUP, *((signal.SIGINT,) if self._is_typed else ()))
        ours = [number for number in wanted if signal.getsignal(number) is not signal.SIG_IGN]
        before = {number: signal.signal(number, self._take) for number in ours}
        before[signal.SIGURG] = signal.signal(signal.SIGURG, lambda number, frame: None)  # see `_insist`
        told, tells = os.pipe()
        os.set_blocking(tells, False)
        other = signal.set_wakeup_fd(tells, warn_on_full_buffer=False)
        Thread(target=self._insist, args=(told, get_ident()), name="dragoman-signals", daemon=True).start()
        try:
            yield
        finally:
            self._is_heard = True
            signal.set_wakeup_fd(other)
            os.close(tells)
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """While a line is waited for: Ctrl-C is a `KeyboardInterrupt`, what asks to leave an :class:`Ended`."""
        self._was_interrupted, self._waits = False, True
        try:
            yield
        finally:
            self._waits = False

    def _insist(self, told: int, whom: int) -> None:
        """Say again to the thread that waits what asked it to leave, until it has heard it.

        A wait for a key hears of signals when one interrupts it; one that comes just before it begins interrupts nothing.
        After a Ctrl-C, which must not be said twice, it is interrupted by a signal that means nothing.
        """
        with open(told, "rb", buffering=0) as pipe:
            while number := pipe.read(1):
                if number[0] == signal.SIGINT and not self._is_heard:
                    time.sleep(_PAUSE)
                    signal.pthread_kill(whom, signal.SIGURG)
                while number[0] in (signal.SIGTERM, signal.SIGHUP) and not self._is_heard:
                    time.sleep(_PAUSE)
                    if not self._is_heard:
                        signal.pthread_kill(whom, number[0])

    def _take(self, number: int, frame: FrameType | None) -> None:
        self._is_heard |= number != signal.SIGINT
        if self._waits:
            self._waits = False  # one exception is enough
            if number == signal.SIGINT:
                raise KeyboardInterrupt
            raise Ended(Exit(_BASE + number))
        if number != signal.SIGINT or self._was_interrupted:
            os._exit(_BASE + number)
        self._was_interrupted = True
        os.write(2, _BUSY)  # a stream may be in use just now
