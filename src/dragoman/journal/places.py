"""Where the journal lies, and what must stand there: a regular file that only its owner can read, or nothing yet."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from platformdirs import user_data_path

from dragoman.errors import (
    JournalDamagedError,
    JournalError,
    JournalFullError,
    JournalMissingError,
    JournalReadOnlyError,
    NoDataFolderError,
)
from dragoman.settings.read import current

VARIABLE = "DRAGOMAN_JOURNAL"
"""The environment variable that names another file."""

ELSEWHERE = "name another with --journal FILE"
MAY_NOT = f"see who may write the file and its folder, or {ELSEWHERE}"
FULL = f"make room (disk, quota) and try again, or {ELSEWHERE}"
NONE_YET = "no session was kept yet, or it is elsewhere (--journal FILE)"
"""Remedies."""

_NAME = "journal.db"
_MAGIC = b"SQLite format 3\0"
_SMALLEST = 512
"""How every database begins, and the bytes that it has at least (sqlite.org/fileformat.html)."""
_LEVELS = 3
"""So many folders are made at most (~/.local/share/dragoman), so never a home."""
_KINDS = (
    (stat.S_ISDIR, "is a folder"),
    (stat.S_ISFIFO, "is a pipe"),
    (stat.S_ISSOCK, "is a socket"),
    (stat.S_ISCHR, "is a device"),
    (stat.S_ISBLK, "is a device"),
)


def default_path(environ: Mapping[str, str]) -> Path:
    """The file that the variable names, or the file of settings; without both, the one in the user's data folder.

    Where that folder is, platformdirs knows: `$XDG_DATA_HOME` or ~/.local/share, ~/Library/Application Support on macOS.

    Raises:
        NoDataFolderError: if the process has no home folder.
    """
    if named := environ.get(VARIABLE, ""):
        return Path(named)
    if named := current(environ).text("journal"):
        return Path(named)
    try:
        folder = user_data_path("dragoman", appauthor=False)
    except RuntimeError:  # there is no home; older versions leave the ~ where it is
        folder = Path("~")
    if not folder.is_absolute():
        remedy = f"set HOME, or {ELSEWHERE} or {VARIABLE}=FILE"
        raise NoDataFolderError(_NAME, "has no place, since there is no home folder", remedy)
    return folder / _NAME


def prepared(path: Path) -> Path:
    """The file at `path`, made if it was not there, with the folder that it lies in; for the owner alone.

    Raises:
        JournalError: if it cannot be made, or something else stands there.
    """
    try:
        path = Path(os.path.realpath(path))
        _make_folders(path.parent)
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
        with suppress(FileExistsError):
            os.close(os.open(path, flags, 0o600))
    except (OSError, ValueError) as error:
        raise refused(path, error) from None
    return found(path)


def found(path: Path) -> Path:
    """The file at `path`, which is there, and either empty or a database.

    Raises:
        JournalMissingError: if nothing is there.
        JournalError: if something else is.
    """
    try:
        path = Path(os.path.realpath(path))
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            kind = next((name for is_kind, name in _KINDS if is_kind(state.st_mode)), "is no regular file")
            raise JournalDamagedError(path, kind, f"a file was expected; {ELSEWHERE}")
        _check(path, state.st_size)
    except FileNotFoundError:
        raise JournalMissingError(path, "is not there", NONE_YET) from None
    except (OSError, ValueError) as error:
        raise refused(path, error) from None
    return path


def _check(path: Path, size: int) -> None:
    """Look for what SQLite would take for a new database and write over: a short text, or nothing with a log beside it."""
    with path.open("rb") as file:
        begins = file.read(len(_MAGIC))
    log = Path(f"{path}-wal")
    if size and (begins != _MAGIC or size < _SMALLEST):
        raise JournalDamagedError(path, "is not a journal", ELSEWHERE)
    if not size and log.exists() and log.stat().st_size:
        remedy = f"put back a copy of the file, or move both away to begin anew; the last steps are in {log}"
        raise JournalDamagedError(path, "was cut down to nothing", remedy)


def refused(path: object, error: OSError | ValueError) -> JournalError:
    """What to say of an error of the system's."""
    reason = getattr(error, "strerror", None) or str(error)
    match getattr(error, "errno", None):
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return JournalReadOnlyError(path, f"may not be read or written ({reason})", MAY_NOT)
        case errno.ENOSPC | errno.EDQUOT:
            return JournalFullError(path, f"cannot be made ({reason})", FULL)
        case errno.ENOENT:
            return NoDataFolderError(path, "has no folder to lie in", f"make the folder, or {ELSEWHERE}")
    return JournalError(path, f"cannot be opened ({reason})", ELSEWHERE)


def _make_folders(folder: Path) -> None:
    missing = [at for at in (folder, *folder.parents)[:_LEVELS] if not at.exists()]
    for at in reversed(missing):
        with suppress(FileExistsError):
            at.mkdir(mode=0o700)
