"""A session as JSON Lines: all of it, in a file that can be read, searched and verified without a journal.

{"format": "dragoman-session-export", "version": 1, "session", "events", "head"}      the first line
{"seq", "time", "kind", "salt", "payload", "digest", "hash"}                           one for each event

The payload is an object; null where the session was deleted; a string where it is damaged, and is no object any more.
"events" is how many there are and "head" the last hash: so here a tail that was cut off is found, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from dragoman.journal.chain import canonical, object_in
from dragoman.journal.events import Chain, Event, Fault
from dragoman.journal.verify import faults

FORMAT, VERSION = "dragoman-session-export", 1
_KEPT = ("time", "kind", "digest", "hash")


def exported(events: Sequence[Event]) -> Iterator[str]:
    """The lines for the events of one session."""
    session, head = events[0].session, events[-1].hash
    first = {"format": FORMAT, "version": VERSION, "session": session, "events": len(events), "head": head}
    yield _line(first)
    for event in events:
        yield _line(event_json(event))


def event_json(event: Event) -> dict[str, Any]:
    """An event as data."""
    return {
        "seq": event.seq,
        "time": event.time,
        "kind": event.kind,
        "salt": event.salt,
        "payload": _payload(event),
        "digest": event.digest,
        "hash": event.hash,
    }


def _payload(event: Event) -> dict[str, Any] | str | None:
    """The object, if its text can be made from it again."""
    found = event.payload
    return found if found is not None and canonical(found) == event.text else event.text


def _line(data: dict[str, Any]) -> str:
    return json.dumps(data).replace("\x7f", "\\u007f")


def check_export(text: str) -> tuple[Chain, tuple[Fault, ...]]:
    """What an export holds, and all that is wrong with it."""
    first, *lines = text.splitlines() or [""]
    said = object_in(first) or {}
    if (said.get("format"), said.get("version")) != (FORMAT, VERSION):
        what = f"the first line does not begin an export of a session ({FORMAT}, version {VERSION})"
        return Chain("", 0, ""), (Fault("", 0, what),)
    session, found, wrong = str(said.get("session")), [], []
    for number, line in enumerate(lines, 2):
        event = _event(session, line)
        if event is None:
            wrong.append(Fault(session, 0, f"line {number} is no event"))
        else:
            found.append(event)
    head = found[-1].hash if found else ""
    if (len(found), head) != (said.get("events"), said.get("head")):
        wrong.append(Fault(session, 0, "it does not end where the first line says that it does"))
    return Chain(session, len(found), head), (*wrong, *faults(session, found))


def _event(session: str, line: str) -> Event | None:
    data = object_in(line)
    if data is None or not isinstance(data.get("seq"), int) or not all(isinstance(data.get(key), str) for key in _KEPT):
        return None
    payload, salt = data.get("payload"), data.get("salt")
    text = canonical(payload) if isinstance(payload, dict) else payload
    if not all(one is None or isinstance(one, str) for one in (text, salt)):
        return None
    return Event(session, data["seq"], data["time"], data["kind"], salt, text, data["digest"], data["hash"])
