"""Standard output and standard error as they may be found: missing, full, closed by their reader, of a small encoding.

Standard error is for narration: that it cannot be written keeps nothing from being done, and changes no exit code.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import TextIO


def open_all() -> None:
    """Let no character be unprintable, and no stream be missing (`>&-`)."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - as long as we run
        elif isinstance(getattr(stream, "buffer", None), io.RawIOBase):
            # `python -u` and PYTHONUNBUFFERED drop what the system does not take at once, as of a process that is stopped
            safe = open(stream.fileno(), "w", encoding=stream.encoding, errors="backslashreplace", closefd=False)  # noqa: SIM115
            setattr(sys, name, safe)
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def narrate(text: str) -> None:
    """Write a line to standard error, if it can be written."""
    try:
        print(text, file=sys.stderr, flush=True)
    except (OSError, ValueError):
        _give_up(sys.stderr)


def finish(stream: TextIO) -> None:
    """Write what is left to be written, or give it up: at its own end Python would fail with another exit code."""
    try:
        stream.flush()
    except (OSError, ValueError):
        _give_up(stream)


def _give_up(stream: TextIO) -> None:
    with contextlib.suppress(OSError, ValueError):  # a stream without a file behind it
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
