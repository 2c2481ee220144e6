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
from collections.abc import Iterator, Mapping
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
def paged(*, wanted: bool) -> Iterator[None]:
    """What is printed inside goes through the pager where it is longer than the screen; at the end the pager is left.

    Raises:
        BrokenPipeError: from what prints, once the pager was left.
    """
    command = pager(os.environ) if wanted and _is_read_by_a_person() else []
    if not command:
        yield
        return
    before = sys.stdout
    import shutil

    out = Paged(before, command, shutil.get_terminal_size().lines)
    sys.stdout = out
    try:
        yield
    finally:
        sys.stdout = before
        out.leave()


def _is_read_by_a_person() -> bool:
    streams = (sys.stdin, sys.stdout)
    return os.environ.get("TERM") != "dumb" and all(one is not None and one.isatty() for one in streams)


class Paged(io.TextIOBase):
    """A terminal that holds back what fits one screen of it, and hands what is longer to a pager."""

    def __init__(self, terminal: TextIO, command: list[str], rows: int) -> None:
        super().__init__()
        self._terminal, self._command, self._rows = terminal, command, max(rows, 2)
        self._held: list[str] = []
        self._ends = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._sink: BinaryIO | None = None
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
        if self._process is None and self._sink is None:
            self._sink = self._terminal.buffer
            self._hand_on("".join(self._held))
            self._held.clear()
        assert self._sink is not None
        return self._sink

    def writable(self) -> bool:
        """It can be written."""
        return True

    def write(self, text: str) -> int:
        """Hold it back, or hand it on."""
        if self._sink is None:
            self._held.append(text)
            self._ends += text.count("\n")
            if self._ends >= self._rows:
                self._start()
        else:
            self._hand_on(text)
        return len(text)

    def leave(self) -> None:
        """Write what was held back; wait until the pager is left, whatever is typed there."""
        if self._process is None:
            self._terminal.write("".join(self._held))
            self._terminal.flush()
            return
        with suppress(BrokenPipeError):
            if self._process.stdin is not None:
                self._process.stdin.close()
        self._process.wait()
        if self._handler is not None:
            signal.signal(signal.SIGINT, self._handler)

    def _start(self) -> None:
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
            self._sink = self._terminal.buffer
        else:
            self._sink = self._process.stdin  # type: ignore[assignment]
            if threading.current_thread() is threading.main_thread():
                self._handler = signal.signal(signal.SIGINT, signal.SIG_IGN)  # from now on Ctrl-C is the pager's
        text = "".join(self._held)
        self._held.clear()
        self._hand_on(text)

    def _hand_on(self, text: str) -> None:
        assert self._sink is not None
        self._sink.write(text.encode(self.encoding or "utf-8", self.errors or "backslashreplace"))
        self._sink.flush()
