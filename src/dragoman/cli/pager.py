"""A pager for what is longer than the terminal: `less`, or what `PAGER` or `DRAGOMAN_PAGER` name.

    DRAGOMAN_PAGER   goes before PAGER; empty, or `cat`: none
    LESS             where it is not set, FRX: no paging of what fits, colours, and the text stays on the screen

Only where a person reads and types: standard output and input are one terminal. Nothing is started before the output
is longer than the screen.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

from dragoman.cli.streams import narrate
from dragoman.source.visible import plain

if TYPE_CHECKING:
    import subprocess

VARIABLE = "DRAGOMAN_PAGER"
_NONE = {"", "cat"}
_LESS = {"LESS": "FRX", "LESSCHARSET": "utf-8", "LV": "-c"}
"""What the pagers are told where the user has told them nothing."""


def pager(environment: Mapping[str, str]) -> list[str]:
    """The command of the pager; empty if there is to be none.

    >>> pager({"DRAGOMAN_PAGER": "most -s", "PAGER": "more"}), pager({"PAGER": "cat"})
    (['most', '-s'], [])
    """
    import shlex
    import shutil

    named = environment.get(VARIABLE, environment.get("PAGER"))
    if named is None:
        return ["less"] if shutil.which("less") else []
    with suppress(ValueError):  # quotes that are not closed
        return [] if named.strip() in _NONE else shlex.split(named)
    return []


@contextmanager
def paged(first: Callable[[], object], *, wanted: bool) -> Iterator[None]:
    """What is printed inside goes through the pager where it is longer than the screen; at the end the pager is left.

    `first` is called before the first of it reaches a terminal.

    Raises:
        BrokenPipeError: from what prints, once the pager was left.
    """
    import shutil

    before = sys.stdout
    if not before.isatty():
        yield
        return
    command = pager(os.environ) if wanted and _is_read_by_a_person() else []
    out = Paged(before, command, shutil.get_terminal_size().lines if command else 0, first)
    sys.stdout = out
    try:
        yield
    finally:
        sys.stdout = before
        out.leave()


def _is_read_by_a_person() -> bool:
    return os.environ.get("TERM") != "dumb" and sys.stdin is not None and sys.stdin.isatty()


class Paged(io.TextIOBase):
    """A terminal that holds back what fits one screen of it, and hands what is longer to a pager.

    Without a command of one nothing is held back.
    """

    def __init__(self, terminal: TextIO, command: list[str], rows: int, first: Callable[[], object]) -> None:
        super().__init__()
        self._terminal, self._command, self._rows, self._first = terminal, command, rows, first
        self._held: list[str] = []
        self._ends = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._sink: BinaryIO | None = None
        """Where the text goes once there is more than fits."""
        self._handler: Any = None

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """The terminal's."""
        return self._terminal.encoding

    @property
    def errors(self) -> str | None:  # type: ignore[override]
        """The terminal's."""
        return self._terminal.errors

    def isatty(self) -> bool:
        """A terminal it is, if at one remove."""
        return True

    def fileno(self) -> int:
        """The terminal's."""
        return self._terminal.fileno()

    @property
    def buffer(self) -> BinaryIO:
        """The terminal's, for data: what was printed before stands before it, and none of it is paged."""
        if self._sink is None:
            self._go_on(self._terminal.buffer)
        assert self._sink is not None
        return self._sink

    def writable(self) -> bool:
        """It can be written."""
        return True

    def write(self, text: str) -> int:
        """Hold it back, or hand it on."""
        if self._sink is not None:
            self._hand_on(self._sink, text)
            return len(text)
        self._held.append(text)
        self._ends += text.count("\n")
        if self._ends >= self._rows:
            self._go_on(self._opened() if self._command else self._terminal.buffer)
        return len(text)

    def leave(self) -> None:
        """Write what was held back; wait until the pager is left, whatever is typed there."""
        if self._sink is None:
            self._go_on(self._terminal.buffer)
        if self._process is None:
            return
        with suppress(BrokenPipeError):
            if self._process.stdin is not None:
                self._process.stdin.close()
        self._process.wait()
        if self._handler is not None:
            signal.signal(signal.SIGINT, self._handler)

    def _go_on(self, sink: BinaryIO) -> None:
        """From now on nothing is held back."""
        self._first()
        self._sink, text = sink, "".join(self._held)
        self._held.clear()
        self._hand_on(sink, text)

    def _opened(self) -> BinaryIO:
        """The pager; where it cannot be started, the terminal, once that was said."""
        import subprocess
        import threading

        environment = {**_LESS, **os.environ}
        if (self.encoding or "").lower().replace("-", "") != "utf8":
            environment.pop("LESSCHARSET")
        try:
            self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, env=environment)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "it cannot be started"
            narrate(f"dragoman: no pager '{plain(self._command[0])}': {reason}")
            return self._terminal.buffer
        if threading.current_thread() is threading.main_thread():
            self._handler = signal.signal(signal.SIGINT, signal.SIG_IGN)  # from now on Ctrl-C is the pager's
        sink = self._process.stdin
        assert sink is not None
        return sink  # type: ignore[return-value] # typed as IO of bytes, which it is

    def _hand_on(self, sink: BinaryIO, text: str) -> None:
        sink.write(text.encode(self.encoding or "utf-8", self.errors or "backslashreplace"))
        sink.flush()
