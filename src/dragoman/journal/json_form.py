"""Sessions as JSON: what `dragoman sessions ... --format json` prints, and the schemas of it.

list, rename, delete:  {"format": "dragoman-sessions", "version": 1, "journal", "sessions": [session]}
show:                  {"format": "dragoman-session", "version": 1, "journal", "session": session, "events": [event]}
verify:                {"format": "dragoman-session-check", "version": 1, "checked",
                        "chains": [{"session", "events", "head"}], "faults": [{"session", "event", "what"}]}
session = {"id", "title", "started", "last", "lines", "events", "head", "rulebook", "rulebook_version", "deleted", "damaged"}

An event is as in :mod:`dragoman.journal.export`. Times are UTC. "checked" is the journal or the export; a fault with an
empty session concerns the file, one of event 0 the whole session. "head" is the last hash of a session.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict

from dragoman.exact.json_shapes import NUMBER, TEXT, TRUTH, Json, document, many, maybe, object_of
from dragoman.journal import export
from dragoman.journal.events import Chain, Event, Fault, SessionRow

SESSIONS, SESSION, CHECK, VERSION = "dragoman-sessions", "dragoman-session", "dragoman-session-check", 1
_ROW: Json = {
    **dict.fromkeys(("id", "title", "started", "last"), TEXT),
    **dict.fromkeys(("lines", "events"), NUMBER),
    **dict.fromkeys(("head", "rulebook", "rulebook_version"), TEXT),
    **dict.fromkeys(("deleted", "damaged"), TRUTH),
}
_EVENT: Json = {
    "seq": NUMBER,
    "time": TEXT,
    "kind": TEXT,
    "salt": maybe(TEXT),
    "payload": {"type": ["object", "null", "string"]},
    "digest": TEXT,
    "hash": TEXT,
}


def sessions_json(journal: object, rows: Iterable[SessionRow]) -> Json:
    """A list of sessions."""
    return {"format": SESSIONS, "version": VERSION, "journal": str(journal), "sessions": [asdict(row) for row in rows]}


def session_json(journal: object, row: SessionRow, events: Iterable[Event]) -> Json:
    """One session, whole."""
    head = {"format": SESSION, "version": VERSION, "journal": str(journal)}
    return {**head, "session": asdict(row), "events": [export.event_json(event) for event in events]}


def check_json(checked: object, chains: Iterable[Chain], faults: Iterable[Fault]) -> Json:
    """What was verified, and what is wrong."""
    return {
        "format": CHECK,
        "version": VERSION,
        "checked": str(checked),
        "chains": [asdict(chain) for chain in chains],
        "faults": [{"session": fault.session, "event": fault.seq, "what": fault.what} for fault in faults],
    }


def _sessions_schema() -> Json:
    return document("sessions", SESSIONS, VERSION, {"journal": TEXT, "sessions": many(object_of(_ROW))})


def _session_schema() -> Json:
    properties = {"journal": TEXT, "session": object_of(_ROW), "events": many(object_of(_EVENT))}
    return document("a session", SESSION, VERSION, properties)


def _check_schema() -> Json:
    chain = object_of({"session": TEXT, "events": NUMBER, "head": TEXT})
    fault = object_of({"session": TEXT, "event": NUMBER, "what": TEXT})
    properties = {"checked": TEXT, "chains": many(chain), "faults": many(fault)}
    return document("whether sessions are as they were written", CHECK, VERSION, properties)


def _line_schema() -> Json:
    first = document("a line", export.FORMAT, export.VERSION, {"session": TEXT, "events": NUMBER, "head": TEXT})
    title = "Dragoman: a line of an exported session: the first, or an event"
    return {"$schema": first.pop("$schema"), "title": title, "anyOf": [first, object_of(_EVENT)]}


OUTPUTS: Mapping[str, Callable[[], Json]] = {
    "sessions": _sessions_schema,
    "session": _session_schema,
    "session-check": _check_schema,
    "session-export": _line_schema,
}
"""The schemas of what the command writes, by name."""
