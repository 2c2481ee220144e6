"""One real run: the program in a terminal of 80 by 24, driven by tmux."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.app.support import REPORT_WORLD
from tests.rulebooks import TREES

_PATIENCE = 60.0
"""Seconds; a start takes two or three, and a busy machine some more."""
FACT = "debt_share: {debtor: kazakhstan, creditor: china, percent: 55}"


class Terminal:
    """A detached tmux of its own, with one program in it."""

    def __init__(self, folder: Path, command: str) -> None:
        self._tmux = ["tmux", "-u", "-S", str(folder / "tmux"), "-f", "/dev/null"]
        self._run("new-session", "-d", "-x", "80", "-y", "24", "-c", str(folder), command)

    def _run(self, *arguments: str) -> str:
        environment = {name: value for name, value in os.environ.items() if name not in {"TMUX", "NO_COLOR"}}
        environment["LC_ALL"] = "C.UTF-8"
        done = subprocess.run(
            [*self._tmux, *arguments], env=environment, capture_output=True, encoding="utf-8", check=True, timeout=30
        )
        return done.stdout

    def rows(self) -> list[str]:
        return self._run("capture-pane", "-p").splitlines()

    def type(self, text: str) -> None:
        self._run("send-keys", "-l", text)

    def press(self, key: str) -> None:
        self._run("send-keys", key)

    def wait(self, is_so: Callable[[list[str]], bool]) -> list[str]:
        """The rows of the screen once they are as wanted."""
        until = time.monotonic() + _PATIENCE
        while not is_so(rows := self.rows()):
            assert not any(row.startswith("left with") for row in rows), "\n".join(["it is gone:", *rows])
            assert time.monotonic() < until, "\n".join(["not seen in time:", *rows])
            time.sleep(0.05)
        return rows

    def close(self) -> None:
        subprocess.run([*self._tmux, "kill-server"], capture_output=True, check=False, timeout=30)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    yield from _terminal(tmp_path, f"'{sys.executable}' -m dragoman chat {REPORT_WORLD}")


@pytest.fixture
def twice(tmp_path: Path) -> Iterator[Terminal]:
    """The program without a word, and once more when it was left, or killed; on a small rulebook."""
    settings = f"DRAGOMAN_RULEBOOK='{TREES}' DRAGOMAN_JOURNAL=journal.db"
    start = f"env {settings} sh -c 'echo $$ > pid; exec {sys.executable} -m dragoman'"
    yield from _terminal(tmp_path, f"{start}; {start}")


def _terminal(folder: Path, command: str) -> Iterator[Terminal]:
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    made = Terminal(folder, f"{command}; echo left with $?; sleep 600")
    try:
        yield made
    finally:
        made.close()


def test_a_fact_typed_in_a_terminal_changes_the_advice(terminal: Terminal) -> None:
    before = terminal.wait(lambda rows: rows[-1].strip().startswith("F1") and "Advice 9" in rows[1])
    assert len(before) == 24
    assert before[0].strip().startswith("The report's own world, November 2020")

    terminal.type(FACT)
    terminal.wait(lambda rows: any(FACT in row for row in rows[-4:]))
    terminal.press("Enter")
    terminal.wait(lambda rows: any("China holds 55 percent" in row for row in rows))
    after = terminal.wait(lambda rows: "~" in rows[1] or "+" in rows[1])
    assert after[-1].split()[:2] == ["F1", "help"]

    terminal.press("F2")
    advice = terminal.wait(lambda rows: any("What the EU should do" in row for row in rows))
    assert any(row.lstrip().startswith("~") for row in advice)

    terminal.press("F2")
    terminal.wait(lambda rows: any("China holds 55 percent" in row for row in rows))
    terminal.type("/quit")
    terminal.press("Enter")
    terminal.wait(lambda rows: "left with 0" in rows)


def test_what_was_said_before_a_kill_is_gone_on_with_from_the_start(twice: Terminal, tmp_path: Path) -> None:
    first = twice.wait(lambda rows: any("no session was kept yet" in row for row in rows))
    assert next(row.strip() for row in first if row.strip()) == "dragoman"
    assert any("The heatwave of July" in row for row in first)
    twice.type("n")
    twice.wait(lambda rows: any("Tell a fact; the advice follows." in row for row in rows))
    twice.type("watered: {city: oslo}")
    twice.press("Enter")
    twice.wait(lambda rows: "1 fact told, saved" in rows[-1])
    os.kill(int((tmp_path / "pid").read_text("utf-8")), signal.SIGKILL)

    twice.wait(lambda rows: any(row.strip().startswith("▸") and "1 line, today" in row for row in rows))
    twice.press("Enter")
    twice.wait(lambda rows: any("› watered: {city: oslo}" in row for row in rows) and "1 fact told, saved" in rows[-1])
    twice.press("C-q")
    twice.wait(lambda rows: "left with 0" in rows)
