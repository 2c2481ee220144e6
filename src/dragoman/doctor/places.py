"""Where things are kept, and whether they can be: sessions, and copies of rulebooks that were read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from dragoman import faults
from dragoman.doctor.forms import Check, State
from dragoman.errors import JournalError, JournalMissingError
from dragoman.journal import places
from dragoman.journal.journal import Journal
from dragoman.rulebook import store
from dragoman.settings.read import VARIABLE as SETTINGS
from dragoman.settings.read import current

_AREA = "places"
_VARIABLES = ("DRAGOMAN_RULEBOOK", "DRAGOMAN_JOURNAL", "DRAGOMAN_LIMITS", "DRAGOMAN_PAGER", "DRAGOMAN_LOG", SETTINGS)


def kept(environment: Mapping[str, str]) -> Iterator[Check]:
    """The journal, the kept copies, and what the environment says."""
    yield _journal(environment)
    yield _copies()
    yield _log(environment)
    yield from _settings(environment)
    told = [f"{name}={environment[name]}" for name in _VARIABLES if name in environment]
    yield Check(_AREA, "environment", State.FINE, ", ".join(told) or "says nothing of Dragoman")


def _settings(environment: Mapping[str, str]) -> Iterator[Check]:
    found = current(environment)
    there = "" if found.is_there else ", not there: all is by default"
    yield Check(_AREA, "settings", State.FINE, f"{found.path or 'no home folder'}{there}")
    for mistake in found.mistakes:
        yield Check(_AREA, "settings", State.WRONG, str(mistake), "dragoman config shows what holds")


def _journal(environment: Mapping[str, str]) -> Check:
    try:
        path = places.default_path(environment)
        with Journal.look(path) as journal:
            number = len(journal.sessions())
    except JournalMissingError:
        return _not_yet(path)
    except JournalError as error:
        return Check(_AREA, "journal", State.WRONG, f"{error.path} {error.problem}", error.remedy)
    if not os.access(path, os.W_OK):
        return Check(_AREA, "journal", State.WRONG, f"{path} may not be written", places.MAY_NOT)
    return Check(_AREA, "journal", State.FINE, f"{path}, {number} session{'' if number == 1 else 's'}")


def _not_yet(path: Path) -> Check:
    above = next((folder for folder in path.absolute().parents if folder.exists()), None)
    if above is None or not above.is_dir() or not os.access(above, os.W_OK | os.X_OK):
        return Check(_AREA, "journal", State.WRONG, f"{path} cannot be made", places.MAY_NOT)
    return Check(_AREA, "journal", State.FINE, f"{path}, no session yet")


def _log(environment: Mapping[str, str]) -> Check:
    """What went wrong inside the program; nothing is made by looking."""
    lost = "details of what goes wrong inside the program are not kept"
    path = faults.log_path(environment)
    if path is None:
        return Check(_AREA, "log", State.NOTE, f"no home folder: {lost}", "set HOME, or DRAGOMAN_LOG=FILE")
    if str(path) == os.devnull:
        return Check(_AREA, "log", State.FINE, f"{path}: {lost}")
    remedy = "see who may write the file and its folder, or name another with DRAGOMAN_LOG=FILE"
    try:
        entries = faults.kept(path)
    except OSError as error:
        return Check(_AREA, "log", State.NOTE, f"{path} cannot be read ({error.strerror or error}): {lost}", remedy)
    above = next((folder for folder in (path, *path.absolute().parents) if folder.exists()), None)
    if above is None or not os.access(above, os.W_OK):
        return Check(_AREA, "log", State.NOTE, f"{path} may not be written: {lost}", remedy)
    if not entries:
        return Check(_AREA, "log", State.FINE, f"{path}, nothing went wrong inside the program")
    times = f"{len(entries)} time{'' if len(entries) == 1 else 's'}"
    says = f"{path}: something went wrong inside the program {times}, last at {entries[-1].split(' ')[0]}"
    return Check(_AREA, "log", State.NOTE, says, "report it with the file's last entry; then delete the file")


def _copies() -> Check:
    folder = store.folder()
    slower = "rulebooks that were read are not kept, and are read anew by each command"
    if folder is None:
        return Check(_AREA, "cache", State.NOTE, f"no home folder: {slower}", "set HOME or XDG_CACHE_HOME")
    if not store.prepared():
        return Check(
            _AREA,
            "cache",
            State.NOTE,
            f"{folder} cannot be used: {slower}",
            "it must be yours, of mode 0700, and on a disk with room",
        )
    return Check(_AREA, "cache", State.FINE, str(folder))
