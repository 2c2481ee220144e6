"""What sessions are called: ids that sort by time, and which session a user means."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime

from dragoman.errors import UnknownNameError
from dragoman.journal.events import SessionRow
from dragoman.source.names import did_you_mean, listed
from dragoman.source.nodes import shorten

LAST = "last"
"""Means the session that was used last."""

_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's: none is taken for another
_RANDOM = 4
_NAMED = 5
"""So many sessions are named in a message."""
LONGEST_TITLE = 200


def new_id(now: datetime) -> str:
    """An id for a session that begins now, such as `20261126-101500-k3f9`."""
    return f"{now.astimezone(UTC):%Y%m%d-%H%M%S}-{''.join(_LETTERS[byte % 32] for byte in os.urandom(_RANDOM))}"


def cleaned(title: str) -> str:
    """A title without space around it.

    Raises:
        UnknownNameError: if nothing is left, or too much.
    """
    title = title.strip()
    if not title or len(title) > LONGEST_TITLE:
        raise UnknownNameError(f"a title has 1 to {LONGEST_TITLE} characters, found {len(title)}")
    return title


def meant(name: str, rows: Sequence[SessionRow]) -> SessionRow:
    """The session called `name`: `last`, an id or the beginning of one, a title or the beginning of one.

    `rows` begin with the one that was used last.

    Raises:
        UnknownNameError: if none is, or several are; the message names the nearest.
    """
    if not rows:
        raise UnknownNameError(f"there is no session '{shorten(name)}': there is none at all")
    if name == LAST:
        return rows[0]
    title = name.strip().casefold()
    exact = [row for row in rows if row.id == name] or [row for row in rows if row.title.casefold() == title]
    begun = [row for row in rows if name and (row.id.startswith(name) or row.title.casefold().startswith(title))]
    found = exact or begun
    if len(found) == 1:
        return found[0]
    if found:
        named = listed(tuple(map(_shown, found[:_NAMED])))
        more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
        raise UnknownNameError(f"'{shorten(name)}' could be {named}{more}; give more of the id")
    known = [*(row.id for row in rows), *(row.title for row in rows if row.title)]
    hint = did_you_mean(name, known) or f"; the last one is '{_shown(rows[0])}'"
    raise UnknownNameError(f"there is no session '{shorten(name)}'{hint}")


def _shown(row: SessionRow) -> str:
    return f"{row.id} {shorten(row.title)}".rstrip()
