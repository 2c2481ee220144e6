"""The program as a shell runs it: real processes, real pipes, a real terminal."""

import errno
import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.views.lines import cells

PROGRAM = (sys.executable, "-m", "dragoman")
WORLD, HALF = "2020-11-report-world", "2020-11-half-denied"
SITUATIONS = (
    WORLD,
    HALF,
    "eu-at-work-2022",
    "junior-role-a-burden",
    "kyrgyzstan-after-debt-talks",
    "moscow-gives-way",
)
LENDERS = str(Path(__file__).parent.parent / "explain" / "lenders")
"""An invented rulebook of five rules, with a situation called `loan`."""
STATES = ("Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan")

_OF_THE_CALLER = {"COLUMNS", "LINES", "NO_COLOR", "TERM", "LANG", "LC_ALL", "PYTHONIOENCODING", "PYTHONHASHSEED"}
_PATIENCE = 120
_SAFE = {"\n", " "}
_STEERING = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]")
"""Hidden although Python calls them printable, or may."""


@dataclass(frozen=True)
class Done:
    """What a process left behind."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[str]:
        return self.out.splitlines()

    @property
    def words(self) -> str:
        """The output as one line: where it was wrapped does not matter."""
        return " ".join(self.out.split())

    def json(self) -> Any:
        return json.loads(self.out)


def environment(settings: Mapping[str, str] | None = None) -> dict[str, str]:
    """The caller's, without what decides how output looks, and with `settings`."""
    kept = {name: value for name, value in os.environ.items() if name not in _OF_THE_CALLER}
    return {**kept, "LC_ALL": "C.UTF-8", **(settings or {})}


def run(
    *arguments: str,
    stdin: str | bytes = b"",
    settings: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Done:
    """`dragoman ARGUMENTS...` with its output piped to us."""
    done = subprocess.run(
        [*PROGRAM, *arguments],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        env=environment(settings),
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=_PATIENCE,
    )
    encoding = (settings or {}).get("PYTHONIOENCODING", "utf-8")
    return Done(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))


@cache
def ran(*arguments: str) -> Done:
    """The same for what several tests read; it went well and had nothing to say on the side."""
    done = run(*arguments)
    assert (done.code, done.err) == (0, ""), done
    return done


def in_terminal(
    *arguments: str, columns: int, settings: Mapping[str, str] | None = None, command: Sequence[str] = PROGRAM
) -> Done:
    """The same with a terminal of that width for input, output and errors."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [*command, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment({"TERM": "xterm-256color", **(settings or {})}),
        start_new_session=True,
    )
    os.close(theirs)
    read = bytearray()
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError as error:
            if error.errno != errno.EIO:  # Linux says so when the last process has closed the terminal
                raise
            piece = b""
        if not piece:
            break
        read += piece
    os.close(ours)
    return Done(process.wait(_PATIENCE), read.decode().replace("\r\n", "\n"), "")


_COLOUR = re.compile("\x1b\\[[0-9;]*m")


def uncoloured(text: str) -> str:
    return _COLOUR.sub("", text)


def longest(text: str) -> int:
    """The columns of the longest row."""
    return max(cells(row) for row in uncoloured(text).splitlines())


def steering(text: str) -> set[str]:
    """The characters in `text` that could steer a terminal or hide what is written."""
    hidden = (c for c in text if (not c.isprintable() and c not in _SAFE) or _STEERING.match(c))
    return {c for c in hidden if unicodedata.category(c) != "Zs"}
