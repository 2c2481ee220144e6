"""The plain front end on a real terminal: edited lines, earlier ones, completion, Ctrl-C and Ctrl-D, signals."""

from __future__ import annotations

import errno
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.shell import FORKS, environment, run, uncoloured

PROMPT = "\n> "
_PATIENCE = 90.0


class Typist:
    """Somebody at a terminal in which a command runs."""

    def __init__(self, *given: str, folder: Path | None = None, settings: dict[str, str] | None = None) -> None:
        self.ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 110, 0, 0))
        terminal = environment({"TERM": "xterm-256color", "INPUTRC": os.devnull, **(settings or {})})
        self.process = FORKS.begin(given, terminal, folder or Path.cwd(), theirs)
        os.close(theirs)
        self.seen = ""

    def types(self, keys: str) -> None:
        os.write(self.ours, keys.encode())

    def reads(self, until: str) -> str:
        """What comes up to some words, or to the end."""
        read, end = "", time.monotonic() + _PATIENCE
        while until not in read and time.monotonic() < end:
            if not select.select([self.ours], [], [], 0.1)[0]:
                continue
            try:
                piece = os.read(self.ours, 65536)
            except OSError as error:
                if error.errno != errno.EIO:
                    raise
                break
            if not piece:
                break
            read += piece.decode(errors="replace").replace("\r\n", "\n")
        self.seen += read
        assert until in read or not until, read
        return read

    def says(self, line: str) -> str:
        """The reply to a line."""
        self.types(f"{line}\r")
        return self.reads(PROMPT)

    def ends(self) -> int:
        """The exit code, once all was read."""
        end = time.monotonic() + _PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            if select.select([self.ours], [], [], 0.05)[0]:
                self._drain()
        self._drain()
        return self.process.wait(_PATIENCE)

    def _drain(self) -> None:
        try:
            self.seen += os.read(self.ours, 65536).decode(errors="replace") if self._has_more() else ""
        except OSError:
            return

    def _has_more(self) -> bool:
        return bool(select.select([self.ours], [], [], 0)[0])


@contextmanager
def typist(*given: str, folder: Path | None = None, settings: dict[str, str] | None = None) -> Iterator[Typist]:
    made = Typist(*given, folder=folder, settings=settings)
    try:
        made.reads(PROMPT)
        yield made
    finally:
        if made.process.poll() is None:
            made.process.kill()
            made.process.wait()
        os.close(made.ours)


def test_lines_are_answered_and_ctrl_d_leaves(tmp_path: Path) -> None:
    with typist("chat", "--plain", "--journal", str(tmp_path / "j.db")) as someone:
        assert "Multi-dimensional chess" in someone.seen
        assert "Noted: " in someone.says("Kazakhstan asserts its own political agency")
        someone.types("\x04")
        someone.reads("goes on.")
        assert someone.ends() == 0


def test_ctrl_c_takes_the_line_back_and_a_second_one_leaves() -> None:
    with typist("chat", "--plain", "--no-journal") as someone:
        for keys in ("half a li", "another"):
            someone.types(keys)
            someone.reads(keys)
            someone.types("\x03")
            someone.reads(PROMPT)
        assert "there is nothing to undo" in someone.says("undo").lower()
        someone.types("\x03")
        someone.reads(PROMPT)
        someone.types("\x03")
        assert someone.ends() == 130


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_leaves_and_the_terminal_is_as_it_was(number: signal.Signals, code: int) -> None:
    with typist("chat", "--plain", "--no-journal") as someone:
        typing = termios.tcgetattr(someone.ours)[3]
        someone.types("abc")
        someone.reads("abc")
        someone.process.send_signal(number)
        assert someone.ends() == code
        after = termios.tcgetattr(someone.ours)[3]
        assert not typing & termios.ICANON
        assert after & termios.ICANON
        assert after & termios.ECHO


def test_a_terminal_that_is_gone_ends_it() -> None:
    made = Typist("chat", "--plain", "--no-journal")
    made.reads(PROMPT)
    os.close(made.ours)
    assert made.process.wait(_PATIENCE) in (0, 129)


def test_lines_of_earlier_sessions_come_back_refused_ones_too_until_the_session_is_deleted(tmp_path: Path) -> None:
    kept = ("chat", "--plain", "--journal", str(tmp_path / "j.db"))
    with typist(*kept) as someone:
        someone.says("multi_vector: {state: nowhere}")
        someone.says("what is lovely")
        someone.types("\x04")
        assert someone.ends() == 0
    with typist(*kept) as someone:
        someone.types("\x1b[A")
        someone.reads("what is lovely")
        someone.types("\x1b[A")
        someone.reads("nowhere}")
    assert run("sessions", "delete", "last", "--yes", *kept[2:]).code == 0
    with typist(*kept) as someone:
        someone.types("\x1b[A.")
        assert "lovely" not in someone.reads(".")


def test_without_a_journal_there_are_no_earlier_lines(tmp_path: Path) -> None:
    settings = {"DRAGOMAN_JOURNAL": str(tmp_path / "j.db")}
    with typist("chat", "--plain", settings=settings) as someone:
        someone.says("what is lovely")
    with typist("chat", "--plain", "--no-journal", settings=settings) as someone:
        someone.types("\x1b[A.")
        assert "lovely" not in someone.reads(".")


@pytest.mark.parametrize(
    ("begun", "completed"),
    [
        ("Kazakh", "Kazakhstan"),
        ("/compa", "/compare"),
        ("/load 2020-11-r", "2020-11-report-world"),
        ("/load mine-", "mine-own.yaml"),
        ("save sub", "sub/"),
        ("/why-not build_t", "build_ties"),
        ("resta", "restart"),
    ],
)
def test_tab_completes(begun: str, completed: str, tmp_path: Path) -> None:
    (tmp_path / "mine-own.yaml").write_text("facts: []\n", "utf-8")
    (tmp_path / "mine-\x1b[31m").write_text("", "utf-8")
    (tmp_path / "sub").mkdir()
    with typist("chat", "--plain", "--no-journal", folder=tmp_path) as someone:
        someone.types(begun)
        someone.reads(begun[-3:])
        someone.types("\t!")
        assert f"{begun.rpartition(' ')[0]} {completed}".strip().endswith(completed)
        assert completed.removeprefix(begun.rsplit(" ", maxsplit=1)[-1]) in someone.reads("!")


def test_several_lines_that_are_pasted_are_several_lines() -> None:
    with typist("chat", "--plain", "--no-journal") as someone:
        assert "\x1b[?2004h" not in someone.seen
        someone.types("undo\rredo\r")
        assert "there is nothing to undo" in someone.reads(PROMPT).lower()
        if "nothing to redo" not in someone.seen.lower():
            assert "there is nothing to redo" in someone.reads(PROMPT).lower()


def test_colours_can_be_refused() -> None:
    with typist("chat", "--plain", "--no-journal", settings={"NO_COLOR": "1"}) as someone:
        someone.says("undo")
        assert someone.seen == uncoloured(someone.seen)


def test_an_interview_asks_answers_and_writes(tmp_path: Path) -> None:
    with typist("interview", "--no-journal", "-o", "made.yaml", folder=tmp_path) as someone:
        assert "? Does Kazakhstan ask" in someone.seen
        assert "Noted" in someone.says("seeking")
        someone.types("stop\r")
        someone.reads("Since the beginning: ")
        assert someone.ends() == 0
    assert "stance: seeking" in (tmp_path / "made.yaml").read_text("utf-8")
