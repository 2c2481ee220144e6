"""Which files belong to a rulebook, decided here alone: its parts, its situations, its cases, and what is in the way.

    FOLDER/*.yaml            the parts: rulebook, vocabulary, claims, ..., and any other name is a file of rules
    FOLDER/entities.yaml     more entities and groups; DRAGOMAN_ENTITIES=FILE adds some to a rulebook of somebody else
    FOLDER/situations/*.*    facts, in each way in which they can be written
    FOLDER/cases/*.yaml      cases
    FOLDER/phrases/*.yaml    the ways to say its facts, read by whoever reads plain English and by nobody else
    FOLDER/board.yaml        how a situation is drawn as a board, read by whoever draws one and by nobody else

`.yml` is `.yaml`. Everything else (a READING.md, subfolders) is not looked at.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from os.path import abspath
from pathlib import Path, PurePath

from dragoman.errors import Finding, Place, RulebookError
from dragoman.form import form
from dragoman.rulebook.installed import instead_of, named_by_variable
from dragoman.source.files import read_bytes
from dragoman.source.formats import SUFFIXES
from dragoman.source.limits import Limits, too_many

ENTITIES = "DRAGOMAN_ENTITIES"
"""What of the environment names a file of entities, to be added to those of the rulebook that it says."""
_YAML = (".yaml", ".yml")
_BOARD = "board"


@form
class Contents:
    """A rulebook's folder as it was read, once: what is hashed is what is parsed."""

    folder: Path
    """As the user named it; places begin with it."""
    parts: tuple[tuple[Path, bytes | Finding], ...]
    """In the order of their names; a finding where one cannot be read."""
    added: tuple[tuple[Path, bytes | Finding], ...] = ()
    """The file of entities that the environment adds."""


def contents_of(folder: Path, limits: Limits) -> Contents:
    """What stands in a rulebook's folder.

    Raises:
        RulebookError: if it is no folder, or one that may not be read, or if its parts are too large together.
    """
    try:
        paths = parts(folder)
    except (OSError, ValueError) as error:  # a character that no path can have is a ValueError
        reason = error.strerror if isinstance(error, OSError) else "no path can be written so"
        if isinstance(error, FileNotFoundError | NotADirectoryError):
            is_missing = isinstance(error, FileNotFoundError)
            reason = f"there is no such folder{instead_of(folder)}" if is_missing else "it is a file, no folder"
        reason = f"{reason}{named_by_variable(folder)}"
        raise RulebookError([Finding(Place(str(folder)), "RB001", f"this is no rulebook: {reason}")]) from None
    read: list[tuple[Path, bytes | Finding]] = []
    left = limits.bytes
    for path in paths:
        data = read_bytes(path, "RB", limits)
        left -= len(data) if isinstance(data, bytes) else 0
        if left < 0:
            message = f"up to here, the files of this rulebook have {too_many(limits, 'bytes', 'bytes')}"
            raise RulebookError([Finding(Place(str(path)), "RB006", message)])
        read.append((path, data))
    named = os.environ.get(ENTITIES, "")
    added = ((Path(named), read_bytes(named, "RB", limits)),) if named else ()
    return Contents(folder, tuple(read), added)


def shown_in(folder: str | Path, path: str | Path) -> str:
    """How a file of a rulebook is shown, the same on every machine: from the rulebook's own folder on.

    >>> shown_in("/home/me/central_asia", "/home/me/central_asia/situations/a.yaml")
    'central_asia/situations/a.yaml'
    """
    home, whole = (PurePath(abspath(given)) for given in (folder, path))  # noqa: PTH100 - a link keeps its name
    return str(home.name / whole.relative_to(home))


def parts(folder: Path) -> list[Path]:
    """The files of the rulebook itself, in the order of their names; advice needs all of them and no board.

    Raises:
        OSError: if the folder cannot be read.
    """
    return sorted(path for path in folder.iterdir() if path.suffix in _YAML and path.stem != _BOARD)


def part(folder: Path, name: str) -> Path:
    """The file that holds one part, `vocabulary` for example; where there is none, the one that should."""
    candidates = [folder / f"{name}{suffix}" for suffix in _YAML]
    return next((path for path in candidates if path.exists()), candidates[0])


def situations(folder: Path) -> list[Path]:
    """The situations that come with a rulebook; several may share a name (see :func:`clashes`)."""
    return _data(folder / "situations", SUFFIXES)


def cases(folder: Path) -> list[Path]:
    """The files of cases."""
    return _data(folder / "cases", _YAML)


def phrases(folder: Path) -> list[Path]:
    """The files of phrases."""
    return _data(folder / "phrases", _YAML)


def boards(folder: Path) -> list[Path]:
    """The file that describes the board; more than one only by a mistake."""
    return [path for suffix in _YAML if (path := folder / f"{_BOARD}{suffix}").exists()]


def clashes(paths: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
    """Files whose names differ only in how they end: the one that is used, and each other one."""
    seen: dict[str, Path] = {}
    for path in sorted(paths, key=lambda path: (path.stem, _rank(path))):
        first = seen.setdefault(path.stem, path)
        if first is not path:
            yield first, path


def unread(folder: Path) -> Iterator[tuple[Path, str]]:
    """Data that a person would take for a part of the rulebook and that is not read; and what would be."""
    inner = {"situations": tuple(SUFFIXES), "cases": _YAML, "phrases": _YAML}
    for where, suffixes in ((folder, _YAML), *((folder / name, ends) for name, ends in inner.items())):
        for path in _data(where):
            if path.suffix not in suffixes and path.suffix.lower() in SUFFIXES:
                yield path, " or ".join(suffixes) if len(suffixes) == len(_YAML) else path.suffix.lower()


def _data(folder: Path, suffixes: Iterable[str] | None = None) -> list[Path]:
    """The files in a folder, of those that end so; none if it is not there."""
    if not folder.is_dir():
        return []
    wanted = None if suffixes is None else set(suffixes)
    return sorted(path for path in folder.iterdir() if wanted is None or path.suffix in wanted)


def _rank(path: Path) -> int:
    """The order in which a file is looked for by its name alone."""
    return list(SUFFIXES).index(path.suffix)
