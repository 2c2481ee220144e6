"""The table of events: how events are made and put in, and how they and their sessions are read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from dragoman.form import form
from dragoman.journal.chain import FIRST, canonical, digest_of, hash_of, object_in
from dragoman.journal.database import Database, Row
from dragoman.journal.events import Entry, Event, SessionRow
from dragoman.journal.kinds import DELETED, KINDS, RENAMED, SAID, STARTED, TITLED

_PUT = "INSERT INTO events (session, seq, time, kind, salt, text, digest, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_EVENTS = "SELECT session, seq, time, kind, salt, text, digest, hash FROM events WHERE session = ? ORDER BY seq"
_AFTER = "SELECT seq, hash, kind FROM events WHERE session = ? AND seq >= ? ORDER BY seq"
_LAST = "SELECT seq, hash, kind FROM events WHERE session = ? ORDER BY seq DESC LIMIT 1"
_IDS = "SELECT DISTINCT session FROM events ORDER BY session"
_NAMING = (STARTED, TITLED, RENAMED)
_SESSIONS = f"""
SELECT session, seq, time, kind, hash, CASE WHEN kind IN ({", ".join("?" * len(_NAMING))}) THEN text END
FROM events ORDER BY session, seq"""
_LATELY = (
    "SELECT text FROM events WHERE kind = ? AND text IS NOT NULL ORDER BY time DESC, session DESC, seq DESC LIMIT ?"
)
_WIPE = "UPDATE events SET salt = NULL, text = NULL WHERE session = ? AND kind <> ?"
_SALT = 16
"""Bytes of a salt: more than anybody can try."""


@form
class Tail:
    """Where a chain ends: what the next event must follow."""

    seq: int = 0
    hash: str = FIRST
    kind: str = ""


def chained(session: str, tail: Tail, time: str, entries: Iterable[Entry]) -> list[Event]:
    """The entries as events that follow `tail`.

    Raises:
        ValueError: for a kind that is not in the table, or a payload without what its kind must have.
        TypeError: for a payload that is no JSON object.
    """
    events: list[Event] = []
    before = tail.hash
    for seq, entry in enumerate(entries, tail.seq + 1):
        text, salt = _text_of(entry), os.urandom(_SALT).hex()
        digest = digest_of(salt, text)
        before = hash_of(before, session, seq, time, entry.kind, digest)
        events.append(Event(session, seq, time, entry.kind, salt, text, digest, before))
    return events


def _text_of(entry: Entry) -> str:
    kind = KINDS.get(entry.kind)
    if kind is None:
        raise ValueError(f"there is no kind of event called '{entry.kind}'")
    for name in kind.texts:
        if not isinstance(entry.payload.get(name), str):
            raise ValueError(f"an event '{entry.kind}' needs a text '{name}'")
    return canonical(dict(entry.payload))


def put(database: Database, events: Sequence[Event]) -> Tail:
    """Put events in, inside a transaction; where the chain ends now."""
    for one in events:
        database.run(_PUT, one.session, one.seq, one.time, one.kind, one.salt, one.text, one.digest, one.hash)
    return Tail(events[-1].seq, events[-1].hash, events[-1].kind)


def wipe(database: Database, session: str) -> None:
    """Let all go that a deleted session held, inside a transaction."""
    database.run(_WIPE, session, DELETED)


def ids(database: Database) -> list[str]:
    """The ids of all sessions, deleted ones too. One that was damaged may be no text; it is found under what it is."""
    return [id for (id,) in database.rows(_IDS)]


def tail_of(database: Database, session: str) -> Tail | None:
    """Where the chain of a session ends; None if there is no such session."""
    found = database.rows(_LAST, session)
    return Tail(*found[0]) if found else None


def tails_from(database: Database, session: str, seq: int) -> list[Tail]:
    """The event `seq` of a session, and those that came after it."""
    return [Tail(*row) for row in database.rows(_AFTER, session, seq)]


def events_of(database: Database, session: str) -> tuple[Event, ...]:
    """The events of a session in their order; none if there is no such session."""
    return tuple(_event(row) for row in database.rows(_EVENTS, session))


def _event(row: Row) -> Event:
    """What was damaged may be of another type; then it is the text of that, whose hash is not right."""
    session, seq, time, kind, salt, text, digest, hash = row
    number = seq if isinstance(seq, int) else 0
    salt, text = (None if value is None else str(value) for value in (salt, text))
    return Event(str(session), number, str(time), str(kind), salt, text, str(digest), str(hash))


def lately(database: Database, kind: str, most: int) -> list[dict[str, Any]]:
    """What the last events of a kind hold, of all sessions, the oldest first; what is damaged is left out."""
    found = (object_in(str(text)) for (text,) in reversed(database.rows(_LATELY, kind, most)))
    return [one for one in found if one is not None]


def sessions(database: Database) -> list[SessionRow]:
    """All sessions, deleted ones too; which was used last comes first."""
    found = groupby(database.rows(_SESSIONS, *_NAMING), key=lambda row: str(row[0]))
    return sorted((_session(id, list(rows)) for id, rows in found), key=lambda one: (one.last, one.id), reverse=True)


def _session(id: str, rows: list[Row]) -> SessionRow:
    kinds = [str(row[3]) for row in rows]
    deleted = kinds[-1] == DELETED
    named = [object_in(str(text)) for *_, kind, _, text in rows if kind in _NAMING and not deleted]
    begun: dict[str, Any] = named[0] or {} if named else {}
    titles = [title for one in named if one is not None and isinstance(title := one.get("title"), str) and title]
    return SessionRow(
        id,
        titles[-1] if titles else "",
        started=str(rows[0][2]),
        last=str(rows[-1][2]),
        lines=kinds.count(SAID),
        events=len(rows),
        head=str(rows[-1][4]),
        rulebook=str(begun.get("rulebook", "")),
        rulebook_version=str(begun.get("rulebook_version", "")),
        deleted=deleted,
        damaged=[row[1] for row in rows] != [*range(1, len(rows) + 1)] or kinds[0] != STARTED or None in named,
    )
