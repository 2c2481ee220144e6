"""A day at the app in a real terminal: `python -m tests.app.journey`. Skipped, with the reason, where tmux is missing.

The program is started, typed into, resized, killed with -9, resumed, undone, left; what was answered before the kill is all
there after it, in the app and in the journal.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from dragoman.journal.journal import Journal
from tests.rulebooks import TREES

_PATIENCE = 90.0
"""Seconds; a start takes one or two, and a busy machine some more."""
_FACTS = {
    "canopy: {city: arnhem, share: 5}": "Leaves cover 5 percent",
    "watered: {city: oslo}": "The City of Oslo waters its trees",
    "canopy: {city: bergen, share: 60}": "Leaves cover 60 percent",
}
"""What is told, and how the rulebook says it."""


class Terminal:
    """A tmux of its own."""

    def __init__(self, folder: Path) -> None:
        self._tmux = ["tmux", "-u", "-S", str(folder / "tmux"), "-f", "/dev/null"]
        self._folder = folder

    def run(self, *arguments: str) -> str:
        settings = {name: value for name, value in os.environ.items() if name not in {"TMUX", "NO_COLOR"}}
        done = subprocess.run(
            [*self._tmux, *arguments],
            env={**settings, "LC_ALL": "C.UTF-8"},
            capture_output=True,
            encoding="utf-8",
            check=True,
            timeout=30,
        )
        return done.stdout

    def start(self, command: str) -> None:
        self.run(
            "new-session",
            "-d",
            "-x",
            "120",
            "-y",
            "40",
            "-c",
            str(self._folder),
            f"{command}; echo left with $?; exec cat",
        )

    def screen(self) -> str:
        return self.run("capture-pane", "-p")

    @property
    def program(self) -> int:
        """The process of the app."""
        shell = self.run("display-message", "-p", "#{pane_pid}").strip()
        found = subprocess.run(["ps", "--ppid", shell, "-o", "pid="], capture_output=True, encoding="ascii", check=True)
        return int(found.stdout.split()[0])

    def say(self, text: str) -> None:
        self.run("send-keys", "-l", text)
        self.run("send-keys", "Enter")

    def press(self, *keys: str) -> None:
        self.run("send-keys", *keys)

    def wait(self, *words: str, unless: str = "left with") -> str:
        """What is on the screen, once all `words` are."""
        return self.until(lambda text: all(word in text for word in words), unless)

    def until(self, is_so: Callable[[str], bool], unless: str = "left with") -> str:
        until = time.monotonic() + _PATIENCE
        while not is_so(" ".join((seen := self.screen()).split())):
            assert not unless or unless not in seen, f"it is gone:\n{seen}"
            assert time.monotonic() < until, f"not seen in time:\n{seen}"
            time.sleep(0.1)
        return seen

    def close(self) -> None:
        subprocess.run([*self._tmux, "kill-server"], capture_output=True, check=False, timeout=30)


def journey(folder: Path) -> Iterator[str]:
    """What was seen, sentence by sentence; raises where it was not."""
    journal = folder / "journal.db"
    program = f"'{sys.executable}' -m dragoman chat --rulebook '{TREES}' --journal '{journal}'"
    terminal = Terminal(folder)
    try:
        terminal.start(f"{program} heatwave")
        terminal.wait("What the council should do", "F1")
        yield "started"
        for fact, said in _FACTS.items():
            terminal.say(fact)
            terminal.wait(said)
        yield f"{len(_FACTS)} facts told"

        for width, height in ((80, 24), (60, 20), (30, 8), (200, 60), (120, 40)):
            terminal.run("resize-window", "-x", str(width), "-y", str(height))
            time.sleep(0.3)
        terminal.wait("What the council should do", "Leaves cover 60 percent", "F1")
        yield "resized five times, down to 30 by 8: the same place"

        terminal.run("send-keys", "-l", "half a li")
        terminal.wait("half a li")
        os.kill(terminal.program, signal.SIGKILL)
        terminal.wait("left with 137", unless="")
        terminal.close()
        with Journal.look(journal) as looked:
            row = looked.find("last")
            lines = [str((event.payload or {}).get("text")) for event in looked.whole(row.id) if event.kind == "said"]
        assert lines == list(_FACTS), lines
        yield "killed with -9: the journal is whole, and has each line"

        terminal.start(f"{program} --resume last")
        terminal.wait("What the council should do", "F1", "3 facts told")
        terminal.say("undo")
        terminal.wait("2 facts told")
        terminal.say("redo")
        terminal.wait("3 facts told")
        yield "resumed: the facts are there, and can be undone and done again"

        for number in range(12):  # as fast as a terminal can be typed into
            terminal.say(f"canopy: {{city: oslo, share: {number + 20}}}")
        terminal.wait("Leaves cover 31 percent")
        terminal.until(lambda text: "working out" not in text)
        yield "twelve lines typed at once: each answered"

        terminal.press("C-q")
        terminal.wait("left with 0", unless="")
        with Journal.look(journal) as looked:
            events = looked.whole(row.id)
        told = [event for event in events if event.kind == "said"]
        assert len(told) == len(_FACTS) + 2 + 12, len(told)
        assert events[-1].kind == "ended"
        yield f"left with ^Q: {len(told)} lines in the journal, and its end"
    finally:
        terminal.close()


def main() -> int:
    """Say each thing that was seen."""
    if shutil.which("tmux") is None:
        print("skipped: there is no tmux")
        return 0
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for seen in journey(Path(folder)):
            print(f"{time.monotonic() - began:5.1f} s  {seen}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
