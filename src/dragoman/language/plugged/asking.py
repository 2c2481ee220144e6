"""A plugged-in reader in a process of its own: one line of JSON in, one line of JSON out, within a time limit.

The process is the leader of its own session: it has no terminal to write to, Ctrl-C does not reach it, and it is
killed with all its children. It sets itself an alarm as well, so that it ends even where we were killed before.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress

from dragoman.source.nodes import shorten

MOST_BYTES = 1 << 20
"""Of one answer."""
STARTING = 6
"""How many times as long as for a line a reader may take until it is ready."""
_PORTION = 1 << 16
_MODULE = "dragoman.language.plugged.asked"


class Failed(Exception):
    """A reader gave no answer; the text says why."""


class Asked:
    """A process that is started with the first line, and ended for good by the first failure."""

    def __init__(self, value: str, folder: str, seconds: float) -> None:
        self.value, self.folder, self.seconds = value, folder, seconds
        self._process: subprocess.Popen[bytes] | None = None

    def about(self, text: str, context: Sequence[str]) -> object:
        """What the reader says of a line: any JSON.

        Raises:
            Failed: if it does not come in time, is none, or the reader raised something.
        """
        seconds = self.seconds
        if self._process is None:
            self._process = self._started()
            seconds *= STARTING
        answer = _exchanged(self._process, {"text": text, "context": list(context)}, seconds)
        if not isinstance(answer, dict) or not {"proposed", "raised"} & set(answer):
            raise Failed("it wrote something else than its answer")
        if "raised" in answer:
            where = shorten(str(answer.get("where", "")), 300)
            raise Failed(f"it failed with {shorten(str(answer['raised']), 200)}{where}")
        return answer["proposed"]

    def _started(self) -> subprocess.Popen[bytes]:
        try:
            process = subprocess.Popen(
                [sys.executable, "-m", _MODULE],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
                start_new_session=True,
            )
        except OSError as error:
            raise Failed(f"its process cannot be started ({error.strerror})") from None
        assert process.stdin is not None
        hello = {"value": self.value, "folder": self.folder, "seconds": self.seconds}
        _write(process, hello, time.monotonic() + self.seconds)
        return process

    def close(self) -> None:
        """Kill the process, and whatever it started in its session."""
        if self._process is None:
            return
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        self._process.wait()
        self._process = None


def _exchanged(process: subprocess.Popen[bytes], asked: object, seconds: float) -> object:
    end = time.monotonic() + seconds
    _write(process, asked, end)
    assert process.stdout is not None
    answer = bytearray()
    while not answer.endswith(b"\n"):
        if not select.select([process.stdout], [], [], max(0.0, end - time.monotonic()))[0]:
            raise Failed(f"it gave no answer within {seconds:g} seconds")
        portion = os.read(process.stdout.fileno(), _PORTION)
        if not portion:
            raise Failed("it ended without an answer")
        answer += portion
        if len(answer) > MOST_BYTES:
            raise Failed(f"its answer has more than {MOST_BYTES:,} bytes")
    try:
        return json.loads(answer)
    except (ValueError, RecursionError):
        raise Failed("it wrote something else than its answer") from None


def _write(process: subprocess.Popen[bytes], data: object, end: float) -> None:
    """One line of JSON, as far as the process takes it in time."""
    assert process.stdin is not None
    left, pipe = memoryview(f"{json.dumps(data)}\n".encode()), process.stdin.fileno()
    os.set_blocking(pipe, False)
    while left:
        if not select.select([], [pipe], [], max(0.0, end - time.monotonic()))[1]:
            raise Failed("it does not take the line")
        try:
            left = left[os.write(pipe, left) :]
        except BrokenPipeError:
            raise Failed("it ended without an answer") from None
