"""The program as a shell runs it: real processes, real pipes, a real terminal.

A process is forked from one that has imported the program (:mod:`tests.cli.forks`), which takes a third of the time; it
is started from nothing where `settings` decide how Python starts, in `test_process.py`, and for each command once.
"""

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios
import threading
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.views.lines import cells
from tests.cli.forks import Forks

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

_OF_THE_CALLER = {
    "COLUMNS",
    "LINES",
    "NO_COLOR",
    "FORCE_COLOR",
    "PAGER",
    "TERM",
    "LANG",
    "LC_ALL",
    "PYTHONIOENCODING",
    "PYTHONHASHSEED",
}
_OF_THE_START = {"LANG", "LC_ALL", "PYTHONIOENCODING", "PYTHONHASHSEED"}
"""What Python reads when it starts: a process that was forked would not see it."""
FORKS = Forks()
_PATIENCE = 120
_ROW = re.compile(r"\r[^\r\n]*\r")
_END = b"\x00the end\x00"
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
    return {**kept, "LC_ALL": "C.UTF-8", "DRAGOMAN_PAGER": "", **(settings or {})}


def run(
    *arguments: str,
    stdin: str | bytes = b"",
    settings: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Done:
    """`dragoman ARGUMENTS...` with its output piped to us."""
    given = stdin.encode() if isinstance(stdin, str) else stdin
    encoding = (settings or {}).get("PYTHONIOENCODING", "utf-8")
    if _OF_THE_START & {*(settings or {})}:
        return started(*arguments, stdin=given, settings=settings, folder=folder, encoding=encoding)
    (their_in, our_in), (our_out, their_out), (our_err, their_err) = os.pipe(), os.pipe(), os.pipe()
    out, err = _Reader(our_out), _Reader(our_err)
    writer = threading.Thread(target=_write, args=(our_in, given))
    writer.start()
    code = FORKS.run(arguments, environment(settings), folder or Path.cwd(), (their_in, their_out, their_err))
    writer.join()
    return Done(code, out.text(), err.text())


def started(
    *arguments: str,
    stdin: bytes = b"",
    settings: Mapping[str, str] | None = None,
    folder: Path | None = None,
    encoding: str = "utf-8",
) -> Done:
    """The same in a process that is started from nothing."""
    done = subprocess.run(
        [*PROGRAM, *arguments],
        input=stdin,
        env=environment(settings),
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=_PATIENCE,
    )
    return Done(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))


class _Reader(threading.Thread):
    """Reads a pipe to its end."""

    def __init__(self, pipe: int) -> None:
        super().__init__()
        self.pipe, self.read = pipe, b""
        self.start()

    def run(self) -> None:
        with open(self.pipe, "rb") as pipe:  # noqa: PTH123 - a file descriptor
            self.read = pipe.read()

    def text(self) -> str:
        """All of it, once the other end is closed."""
        self.join(_PATIENCE)
        return self.read.decode()


def _write(pipe: int, data: bytes) -> None:
    with suppress(BrokenPipeError), open(pipe, "wb") as file:
        file.write(data)


@cache
def ran(*arguments: str) -> Done:
    """The same for what several tests read; it went well and had nothing to say on the side."""
    done = run(*arguments)
    assert (done.code, done.err) == (0, ""), done
    return done


def in_terminal(
    *arguments: str,
    columns: int,
    settings: Mapping[str, str] | None = None,
    command: Sequence[str] = PROGRAM,
) -> Done:
    """The same with a terminal of that width for input, output and errors; what was wiped away again is left out."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    given = environment({"TERM": "xterm-256color", **(settings or {})})
    read, last = bytearray(), os.dup(theirs)
    reader = threading.Thread(target=_read_terminal, args=(ours, read))
    reader.start()
    if command == PROGRAM:
        code = FORKS.run(arguments, given, Path.cwd(), (theirs, os.dup(theirs), os.dup(theirs)))
    else:
        streams: dict[str, Any] = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
        process = subprocess.Popen([*command, *arguments], **streams, env=given, start_new_session=True)
        os.close(theirs)
        code = process.wait(_PATIENCE)
    os.write(last, _END)
    reader.join(_PATIENCE)
    os.close(last)
    os.close(ours)
    shown = read.removesuffix(_END).decode().replace("\r\n", "\n")
    return Done(code, _ROW.sub("", shown), "")


def _read_terminal(ours: int, read: bytearray) -> None:
    """Read until our own last word: what a process wrote before it is read by then.

    A terminal whose last process has gone may throw away what nobody has read yet.
    """
    while not read.endswith(_END):
        read += os.read(ours, 65536)


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
