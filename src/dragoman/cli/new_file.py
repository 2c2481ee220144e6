"""A file that a command writes where none is: whole, or not at all."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable
from pathlib import Path

from dragoman.cli.exit import Exit
from dragoman.cli.output import complain


def put_in_new_file(name: str, lines: Iterable[str]) -> Exit:
    """Write lines to a new file and say so; one that is there already stays as it is.

    Raises:
        OSError: if it cannot be written; then nothing of it is left.
    """
    return put_data_in_new_file(name, "".join(f"{line}\n" for line in lines).encode())


def put_data_in_new_file(name: str, data: bytes) -> Exit:
    """The same of bytes.

    Raises:
        OSError: if it cannot be written; then nothing of it is left.
    """
    path = Path(name)
    try:
        _write(path, data)
    except FileExistsError:
        complain(f"{path} is there already; nothing was written")
        return Exit.UNUSABLE
    complain(f"wrote {path}")
    return Exit.OK


def put_in_place_of(path: Path, lines: Iterable[str]) -> None:
    """Write lines to a file that a command makes anew: the one that is there gives way to a whole one, or stays.

    Raises:
        OSError: if it cannot be written; then the old one is as it was.
    """
    beside = path.with_name(f".{path.name}-{os.getpid()}")
    _write(beside, "".join(f"{line}\n" for line in lines).encode())
    try:
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    complain(f"wrote {path}")


def _write(path: Path, data: bytes) -> None:
    """Write a new file; no half of one is left behind, whether the disk is full or somebody interrupts."""
    held_back = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        with path.open("xb") as file:
            try:
                file.write(data)
                file.flush()
            except OSError:
                path.unlink(missing_ok=True)
                raise
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held_back)
