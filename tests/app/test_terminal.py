"""One real run: the program in a terminal of 80 by 24, driven by tmux."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.app.support import REPORT_WORLD

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
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    command = f"'{sys.executable}' -m dragoman chat {REPORT_WORLD}; echo left with $?; sleep 600"
    made = Terminal(tmp_path, command)
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
