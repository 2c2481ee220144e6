"""The start: sessions to go on with, situations to begin from, and what one of them holds, in sentences."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from dragoman.journal.events import Event, SessionRow
from dragoman.journal.kinds import SAID
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.words import capital
from dragoman.session.session import Session
from dragoman.session.workspace import KeptSessions, Workspace
from dragoman.situation.listing import Listed, situations_of
from dragoman.views.lines import counted
from dragoman.views.screen.page import heading, page
from dragoman.views.screen.start_forms import Entry, Part, Peek, Start

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_FEW = 4
"""So much of each thing is told of what is looked at."""


def start_before(rulebook: Rulebook) -> Start:
    """What can be said before anything was looked for."""
    return Start(rulebook.title, has_tour=bool(rulebook.tour))


def start_of(workspace: Workspace, now: datetime.datetime) -> Start:
    """All that there is; whatever cannot be read is said, and stops nothing."""
    rulebook, kept = workspace.rulebook, workspace.kept()
    sessions = tuple(_session_entry(row, now) for row in kept.rows if not row.damaged)
    situations = tuple(Entry(one.name, one.title, dated(one.as_of)) for one in _ordered(rulebook))
    return Start(rulebook.title, sessions, situations, _problem(kept), bool(rulebook.tour))


def _problem(kept: KeptSessions) -> str:
    damaged = sum(row.damaged for row in kept.rows)
    if not damaged:
        return kept.problem
    return f"{counted(damaged, 'session')} cannot be gone on with; 'dragoman sessions verify' says why"


def _session_entry(row: SessionRow, now: datetime.datetime) -> Entry:
    beside = f"{counted(row.lines, 'line')}, {when(row.last, now)}"
    return Entry(row.id, capital(row.title) or "Without a title", beside)


def _ordered(rulebook: Rulebook) -> list[Listed]:
    """The report's own time first, then what else was the case, then suppositions that start from another."""
    date = rulebook.report.date
    return sorted(
        situations_of(rulebook),
        key=lambda one: (bool(one.based_on), one.as_of != date, one.as_of or datetime.date.max, one.title.casefold()),
    )


def when(time: str, now: datetime.datetime) -> str:
    """A time of the journal as somebody says it at `now`: `today 14:06`, `yesterday`, `18 November`.

    >>> at = datetime.datetime(2026, 11, 26, 15, tzinfo=datetime.UTC)
    >>> when("2026-11-26T14:06:00.000000Z", at), when("2025-01-02T14:06:00.000000Z", at)
    ('today 14:06', '2 January 2025')
    """
    try:
        at = datetime.datetime.fromisoformat(time).astimezone(now.tzinfo)
    except ValueError:  # it was damaged, or is of a later program
        return time
    days = (now.date() - at.date()).days
    if days == 0:
        return f"today {at:%H:%M}"
    if days == 1:
        return "yesterday"
    said = f"{at.day} {_MONTHS[at.month - 1]}"
    return said if at.year == now.year else f"{said} {at.year}"


def dated(date: datetime.date | None) -> str:
    """`30 November 2020`; empty without a date."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}" if date else ""


# -- a closer look


def of_session(rulebook: Rulebook, entry: Entry, events: Sequence[Event]) -> Peek:
    """What was said last in a session, and what came of it, as the journal has it: nothing is worked out anew."""
    said = [str((event.payload or {}).get("text", "")) for event in events if event.kind == SAID]
    based = next((event.payload for event in events if event.kind == "based" and event.payload), None)
    parts = [_last("You said", [text for text in said if text and not text.startswith("/")])]
    advised = [event.payload for event in events if event.kind == "advised" and event.payload]
    told = next((one["recommended"] for one in reversed(advised) if "recommended" in one), ())
    titles = [str(one).rpartition(" [")[0] or str(one) for one in told]
    own = str((events[0].payload or {}).get("rulebook", "")) if events else ""
    parts.append(_first(heading(rulebook) if own == rulebook.id else "What is advised", titles, is_advice=True))
    question = _open_question(events)
    parts += [Part("Open question", "", (question,))] if question else []
    title = str((based or {}).get("title", ""))
    return Peek(entry.title, entry.beside, f"On: {title}" if title and title != entry.title else "", _told(parts))


def _open_question(events: Sequence[Event]) -> str:
    """The question that was put after the last line; or none."""
    for event in reversed(events):
        if event.kind == SAID:
            return ""
        if event.kind == "asked" and event.payload:
            return str(event.payload.get("question", ""))
    return ""


def of_situation(entry: Entry, session: Session) -> Peek:
    """What is told in a situation, and what follows from it."""
    shown = page(session.advice, session.rulebook)
    advised = [" ".join(filter(None, (card.titles[-1], _whom(card.places)))) for card in shown.cards]
    parts = [
        _first(shown.heading, advised, is_advice=True),
        *(_first(one.heading, [item.text for item in one.items]) for one in shown.lists[:2]),
    ]
    facts = counted(session.advice.facts, "fact")
    own = shown.facts
    below = f"{own} of {facts} are its own." if own < session.advice.facts else f"From {facts}."
    return Peek(entry.title, entry.beside, below, _told(parts))


def of_tour(rulebook: Rulebook) -> Peek:
    """What a tour leads through: the lines that it proposes."""
    lines = (*rulebook.tour, "and a fact of your own") if rulebook.tour else ()
    below = "Each line is proposed; you say it, change it, or say something else."
    return Peek("A tour", "three minutes", below, _told([Part("You will say", str(len(lines)), lines)]))


def _whom(places: Iterable[tuple[str, str, bool]]) -> str:
    found = list(places)
    meant = [code or title for code, title, is_meant in found if is_meant]
    return f"({', '.join(meant)})" if meant and len(meant) < len(found) else ""


def _told(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.lines)


def _first(name: str, lines: Sequence[str], *, is_advice: bool = False) -> Part:
    return Part(name, str(len(lines)), tuple(lines[:_FEW]), max(len(lines) - _FEW, 0), is_advice)


def _last(name: str, lines: Sequence[str]) -> Part:
    return Part(name, str(len(lines)), tuple(lines[-_FEW:]), 0)
