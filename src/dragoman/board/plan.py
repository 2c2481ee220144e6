"""The board of a rulebook, read when somebody first draws it and kept as the rulebook itself is."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from pathlib import Path

from dragoman.board.read import read_plan
from dragoman.errors import UnknownNameError
from dragoman.rulebook import cache, files
from dragoman.rulebook.board_forms import Plan
from dragoman.rulebook.forms import FactType, Rulebook
from dragoman.rulebook.packing import packed, unpacked
from dragoman.source.files import read_bytes

_READY: deque[tuple[Mapping[str, FactType], Plan | None]] = deque(maxlen=4)


def plan_of(rulebook: Rulebook) -> Plan | None:
    """The board of a rulebook, whatever its thresholds: of the last few the same again; None if it has none.

    Raises:
        RulebookError: with all mistakes of its description.
    """
    for of, plan in tuple(_READY):
        if of is rulebook.facts:
            return plan
    _READY.append((rulebook.facts, made := _kept_or_read(rulebook)))
    return made


def forget() -> None:
    """Read boards again when they are next drawn: a file of one was changed."""
    _READY.clear()


def plan_or_error(rulebook: Rulebook) -> Plan:
    """The board of a rulebook.

    Raises:
        RulebookError: with all mistakes of its description.
        UnknownNameError: if the rulebook describes none.
    """
    plan = plan_of(rulebook)
    if plan is None:
        raise UnknownNameError(f"the rulebook '{rulebook.id}' describes no board: it has no 'board.yaml'")
    return plan


def _kept_or_read(rulebook: Rulebook) -> Plan | None:
    folder = Path(rulebook.folder)
    paths = files.boards(folder)
    data = read_bytes(paths[0], "RB") if paths else None
    if not isinstance(data, bytes):  # there is none, or it cannot be read, which reading says
        return read_plan(rulebook, folder)
    parts = [rulebook.digest.encode(), str(paths[0]).encode(errors="surrogatepass"), data]
    kept: Plan | None = unpacked(cache.kept_or(parts, ("board",), lambda: packed(read_plan(rulebook, folder))))
    return kept
