"""Sessions that were kept, as lines: the list of them, one of them event by event, and whether they are as written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from dragoman.journal.events import Chain, Event, Fault, SessionRow
from dragoman.source.nodes import shorten
from dragoman.views.lines import BLANK, Line, Part, counted, line

_SHORT = 160
"""So many characters of an event are shown."""
_KIND = 9
"""The columns of the longest kind there is."""
_ALONE = ("text", "title")
"""Keys whose values are shown without their names, where they are all that an event has."""


def sessions_view(journal: object, rows: Sequence[SessionRow]) -> list[Line]:
    """Which was used last comes first."""
    if not rows:
        return [line((f"No session was kept yet in {journal}", "muted"))]
    lines = [line(("SESSIONS", "accent"), (f"  in {journal}; times are UTC", "muted"))]
    for row in rows:
        lines.append(line((row.id, "strong"), "  ", *_named(row), (f"  {_about(row)}", "muted"), indent=2))
    return lines


def _named(row: SessionRow) -> Iterator[Part]:
    yield row.title or ("deleted" if row.deleted else "without a title", "muted")
    if row.damaged:
        yield ("  damaged", "bad")


def _about(row: SessionRow) -> str:
    last = "deleted" if row.deleted else "last used"
    rulebook = f", {row.rulebook} {row.rulebook_version}".rstrip() if row.rulebook else ""
    return f"{counted(row.lines, 'line')}, {last} {_minute(row.last)}{rulebook}"


def session_view(row: SessionRow, events: Sequence[Event], *, full: bool = False) -> list[Line]:
    """Every event, in order."""
    lines = [
        line((row.title or "Without a title", "title"), (f"  {row.id}", "muted")),
        line((f"begun {_minute(row.started)}, {_about(row)}; times are UTC", "muted")),
        BLANK,
    ]
    width, day = len(str(len(events))), ""
    for event in events:
        if event.time[:10] != day:
            day = event.time[:10]
            lines.append(line((day, "accent")))
        number: Part = (f"{event.seq:>{width}}  {event.time[11:19]}  ", "muted")
        hang = width + 12
        lines.append(
            line(number, (f"{event.kind:<{_KIND}}  ", "strong"), *_held(event, full=full), indent=2, hang=hang)
        )
    return lines


def _held(event: Event, *, full: bool) -> Iterator[Part]:
    """What an event holds, for people."""
    payload = event.payload
    if event.text is None:
        yield ("wiped", "muted")
    elif payload is None:
        yield ("cannot be read: it is not what was written", "bad")
    else:
        alone = len(payload) == 1 and next(iter(payload)) in _ALONE
        parts = (_value(value) if alone else f"{name}: {_value(value)}" for name, value in payload.items())
        text = ", ".join(parts)
        yield text if full else shorten(text, _SHORT)


def _value(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def check_view(checked: object, chains: Sequence[Chain], faults: Sequence[Fault]) -> list[Line]:
    """What is wrong, or that nothing is; and the last hashes, to be noted elsewhere."""
    damaged = {fault.session for fault in faults}
    lines = [line((str(fault), "bad")) for fault in faults]
    for chain in chains:
        if chain.session not in damaged:
            number = counted(chain.events, "event")
            lines.append(line((chain.session, "strong"), f"  {number}  ", (chain.head, "muted"), indent=2))
    total = f"{counted(len(chains), 'session')}, {counted(sum(chain.events for chain in chains), 'event')}"
    if faults:
        return [*lines, line((f"{checked}: {total}, {counted(len(faults), 'fault')}", "bad"))]
    sure = "a last hash, noted elsewhere, shows whether an end was cut off"
    return [*lines, line((f"{checked}: {total}, ", ""), ("as they were written", "good"), (f"; {sure}", "muted"))]


def _minute(time: str) -> str:
    return time[:16].replace("T", " ")
