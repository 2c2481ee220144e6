"""The app as a process in a terminal of its own, forked from one that has imported it.

    python -m tests.app.real FILE [held] [never] [breaks]

Each line that the session is given is written to FILE before it is evaluated. `held` makes every evaluation but the
first one wait for ever, as an engine that hangs, and `never` the session itself; `breaks` is an app that cannot draw its
advice any more once F2 is pressed.
"""

from __future__ import annotations

import errno
import fcntl
import os
import pty
import struct
import sys
import termios
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import dragoman_tui
from dragoman.conversation.forms import Reply
from dragoman.engines.model import Model
from dragoman.engines.rete.engine import ReteEngine
from dragoman.program.forms import Program
from dragoman.rulebook.load import read_rulebook
from dragoman.session.session import Session
from dragoman.session.workspace import Opened
from dragoman.situation.evidence import Evidence
from dragoman_tui.main_screen import MainScreen
from tests.cli.forks import Forks

LENDERS = str(Path(__file__).parent.parent / "explain" / "lenders")
_FORKS = Forks("tests.app.real")
PATIENCE = 60.0
"""Seconds; a start takes one or two, and a busy machine some more."""


class Held(ReteEngine):
    """Fires once, and never again."""

    runs = 0

    def run(self, program: Program, evidence: Evidence) -> Model:
        self.runs += 1
        if self.runs > 1:
            threading.Event().wait()
        return super().run(program, evidence)


def main() -> int:
    """Run the app; its sessions write down what they are given."""
    record, *how = sys.argv[1:]
    say = Session.say

    def recorded(session: Session, text: str) -> Reply:
        with Path(record).open("a", encoding="utf-8") as file:
            file.write(f"{text}\n")
        return say(session, text)

    Session.say = recorded  # type: ignore[method-assign,assignment]
    if "breaks" in how:

        def show_other(self: MainScreen, *, advice: bool | None = None) -> None:
            print(1 / len(record[:0]), self, advice)

        MainScreen.show_other = show_other  # type: ignore[method-assign]
    engine = Held() if "held" in how else ReteEngine()

    def opens() -> Opened:
        if "never" in how:
            threading.Event().wait()
        return Opened(Session(read_rulebook(LENDERS), engine, ["loan"]))

    return dragoman_tui.run(opens)


class Terminal:
    """A terminal of 100 by 30 with the app in it."""

    def __init__(self, folder: Path, *how: str) -> None:
        self.record = folder / "said.txt"
        self.record.touch()
        self.drawn = bytearray()
        """All that came out of the terminal."""
        self._ours, self._theirs = pty.openpty()
        fcntl.ioctl(self._theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self.attributes_before = self.attributes
        environment = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        self._process = _FORKS.begin([str(self.record), *how], environment, Path.cwd(), self._theirs)
        self.is_read = threading.Event()
        """Cleared, nobody reads what is drawn."""
        self.is_read.set()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        while self.is_read.wait():
            try:
                piece = os.read(self._ours, 65536)
            except OSError as error:
                if error.errno not in (errno.EIO, errno.EBADF):
                    raise
                return
            if not piece:
                return
            self.drawn += piece

    # -- doing

    def send(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def signal(self, number: int) -> None:
        self._process.send_signal(number)

    # -- seeing

    @property
    def said(self) -> list[str]:
        """The lines that the session was given."""
        return self.record.read_text(encoding="utf-8").splitlines()

    @property
    def attributes(self) -> list[Any]:
        return termios.tcgetattr(self._theirs)

    def wait(self, is_so: Callable[[], bool]) -> None:
        until = time.monotonic() + PATIENCE
        while not is_so():
            assert self._process.poll() is None, f"it is gone: {self.drawn[-2000:]!r}"
            assert time.monotonic() < until, f"not seen in time; said {self.said}, drawn {self.drawn[-2000:]!r}"
            time.sleep(0.01)

    def wait_until_it_is_there(self) -> None:
        self.wait(lambda: b"everything" in self.drawn or b"more" in self.drawn)

    def gone(self) -> int:
        """The exit code, once the app is gone."""
        return self._process.wait(PATIENCE)

    def left(self) -> int:
        """The same; and the terminal is as it was before."""
        code = self.gone()
        time.sleep(0.05)  # until the last of it is read
        for switched_on, off in (("?1049h", "?1049l"), ("?25l", "?25h"), ("?1000h", "?1000l"), ("?2004h", "?2004l")):
            on, ended = (self.drawn.rfind(f"\x1b[{mode}".encode()) for mode in (switched_on, off))
            assert on < ended, f"{switched_on} was not taken back: {self.drawn[-500:]!r}"
        assert self.attributes == self.attributes_before
        assert b"Traceback" not in self.drawn
        return code

    def close(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait(PATIENCE)
        self.is_read.set()
        os.close(self._theirs)
        self._reader.join(PATIENCE)
        os.close(self._ours)


if __name__ == "__main__":
    sys.exit(main())
