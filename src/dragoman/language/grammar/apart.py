"""Work that other processes do meanwhile: bytes in, bytes out.

    this process  --- a task --->  python -m dragoman.language.grammar.apart  --- what came of it --->  this process

A process that cannot be started, or ends without an answer, leaves its task to whoever gave it: slower, never wrong.
Each is the leader of its own session, so that Ctrl-C reaches the one who waits, who then ends them. Tasks and answers go
through files without a name that only these processes have open: what is unpickled of them is what one of them pickled.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import IO

_MOST = 4
"""Each holds a rulebook's phrases: more would take a gigabyte."""


def processors() -> int:
    """How many processes can work at once, this one among them."""
    try:
        found = len(os.sched_getaffinity(0))
    except AttributeError:  # no such thing outside of Linux
        found = os.cpu_count() or 1
    return min(found, _MOST)


class Apart:
    """Processes at work, one for each task; they are ended with the context."""

    def __init__(self, tasks: Sequence[bytes]) -> None:
        self._given = list(map(_started, tasks))

    def __enter__(self) -> Apart:
        return self

    def answers(self) -> Iterator[bytes | None]:
        """What came of each task, in order; None where nothing did."""
        for one in self._given:
            if one is None:
                yield None
                continue
            process, made = one
            is_done = process.wait() == 0
            made.seek(0)
            yield made.read() if is_done else None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for process, made in filter(None, self._given):
            process.kill()
            process.wait()
            made.close()


def _started(task: bytes) -> tuple[subprocess.Popen[bytes], IO[bytes]] | None:
    """A process with its task, and where it writes what comes of it: files, since neither waits for the other then."""
    try:
        with ExitStack() as opened:
            given, made = (opened.enter_context(tempfile.TemporaryFile()) for _ in range(2))
            given.write(task)
            given.seek(0)
            process = subprocess.Popen(
                [sys.executable, "-P", "-m", __name__],
                stdin=given,
                stdout=made,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
                start_new_session=True,
            )
            opened.pop_all()
            given.close()
    except OSError:
        return None
    return process, made


if __name__ == "__main__":
    from dragoman.language.grammar.making import made_of

    gc.disable()  # what is made stays until the end
    sys.stdout.buffer.write(made_of(sys.stdin.buffer.read()))
