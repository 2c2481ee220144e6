"""A private folder of small files: what nobody but the user can have written is read, and nothing else.

The folder is the user's own, of mode 0700 and no link; so is each file, of mode 0600. Files appear whole or not at
all. Nothing here is ever an error: what cannot be read is not there, what cannot be written is not kept.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_SUFFIX = ".kept"
_UNFINISHED = ".unfinished"
_FORMER = (".rulebook", "tmp")
"""How files of earlier versions ended or began."""
_ROOM = 1 << 28
"""How many bytes are kept; what was not read for longest goes first, and what was written last stays, however large.

A large rulebook takes some three million, and what its phrases are made into some forty: there is room for six such, so that
two that are read in turn, or two versions of one, do not drive each other out. A number of files would not do: whoever works at
a small rulebook writes one at each change, and would lose the large one, which takes half a minute to make.
"""
_ABANDONED = 3600.0
"""Seconds after which an unfinished file will not be finished any more."""
_LARGEST = 1 << 28
_OURS_ALONE = 0o077
"""The bits of a mode that give anything to others."""


def folder() -> Path | None:
    """Where the files lie: as the XDG base directory specification has it, which ignores a relative path."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(given):  # noqa: PTH117 - an empty path is none
        return Path(given) / "dragoman"
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / ".cache" / "dragoman" if home.is_absolute() else None


def read(name: str) -> bytes | None:
    """The file of that name."""
    with suppress(OSError), _opened() as ours:
        if ours is None:
            return None
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        file = os.open(f"{name}{_SUFFIX}", flags, dir_fd=ours)
        try:
            state = os.fstat(file)
            if not (stat.S_ISREG(state.st_mode) and _is_private(state) and state.st_size <= _LARGEST):
                return None
            with suppress(OSError):
                os.utime(file)  # it is of use
            with os.fdopen(file, "rb", buffering=0, closefd=False) as whole:
                return whole.read(state.st_size)
        finally:
            os.close(file)
    return None


def prepared() -> bool:
    """Whether files can be kept; the folder is made, and the one that holds it, never a home."""
    where = folder()
    if where is None:
        return False
    try:
        for path in (where.parent, where):
            with suppress(FileExistsError):
                path.mkdir(mode=0o700)
        with _opened() as ours:
            return ours is not None
    except OSError:
        return False


def write(name: str, data: bytes) -> None:
    """Put a file there in one step, if that was :func:`prepared`, and let the oldest ones and what was abandoned go."""
    with suppress(OSError), _opened() as ours:
        if ours is None:
            return
        unfinished = f"{name}.{os.getpid()}.{os.urandom(8).hex()}{_UNFINISHED}"
        try:
            _write(ours, unfinished, data)
            os.rename(unfinished, f"{name}{_SUFFIX}", src_dir_fd=ours, dst_dir_fd=ours)
        except BaseException:
            with suppress(OSError):
                os.unlink(unfinished, dir_fd=ours)
            raise
        _tidy(ours)


@contextmanager
def _opened() -> Iterator[int | None]:
    """The folder's descriptor, None if it is not the user's own; files are opened in it, never by their paths."""
    where = folder()
    if where is None:
        yield None
        return
    descriptor = os.open(where, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        yield descriptor if _is_private(os.fstat(descriptor)) else None
    finally:
        os.close(descriptor)


def _is_private(state: os.stat_result) -> bool:
    return state.st_uid == os.geteuid() and not state.st_mode & _OURS_ALONE


def _write(ours: int, name: str, data: bytes) -> None:
    file = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600, dir_fd=ours)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(file, left) :]
    finally:
        os.close(file)


def _tidy(ours: int) -> None:
    ages: list[tuple[float, str, int]] = []
    for name in os.listdir(ours):
        with suppress(OSError):
            state = os.stat(name, dir_fd=ours, follow_symlinks=False)
            age = time.time() - state.st_mtime
            if name.endswith(_SUFFIX):
                ages.append((age, name, state.st_size))
            elif age > _ABANDONED and (name.endswith((_UNFINISHED, _FORMER[0])) or name.startswith(_FORMER[1])):
                os.unlink(name, dir_fd=ours)
    kept = 0
    for number, (_, name, size) in enumerate(sorted(ages)):
        kept += size
        if kept > _ROOM and number:
            with suppress(OSError):
                os.unlink(name, dir_fd=ours)
