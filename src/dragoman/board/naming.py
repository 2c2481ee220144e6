"""Names of what stands on a board: of facts as `why` takes them, of squares as people do."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.advice.forms import SlotValue
from dragoman.board.forms import Board
from dragoman.errors import UnknownNameError
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.lookup import entity_named
from dragoman.source.names import did_you_mean, listed
from dragoman.source.nodes import shorten


def name_of(fact: str, slots: Iterable[SlotValue]) -> str:
    """`member: {state: kazakhstan, body: eaeu}`; a type without slots by its name alone.

    >>> name_of("member", [SlotValue("state", "kazakhstan"), SlotValue("site", None)])
    'member: {state: kazakhstan}'
    """
    named = ", ".join(f"{slot}: {value}" for slot, value in slots if value is not None)
    return f"{fact}: {{{named}}}" if named else fact


def square_named(rulebook: Rulebook, board: Board, row: str, column: str) -> tuple[str, str]:
    """The row by any name of the entity, the column by its name or title; in whatever case.

    Raises:
        UnknownNameError: if the board has no such row or column; the message offers the nearest.
    """
    found = entity_named(rulebook, row)
    rows = [heading.name for heading in board.rows]
    if found not in rows:
        raise UnknownNameError(f"'{shorten(row)}' is no row of the board{_hint(found, rows)}")
    by_name = {text.casefold(): one.name for one in board.columns for text in (one.title, one.name)}
    asked = column.strip().casefold()
    if asked not in by_name:
        raise UnknownNameError(f"the board has no column '{shorten(column)}'{_hint(asked, tuple(by_name.values()))}")
    return found, by_name[asked]


def _hint(name: str, known: Iterable[str]) -> str:
    known = tuple(dict.fromkeys(known))
    return did_you_mean(name, known) or f"; there are {listed(known)}"
