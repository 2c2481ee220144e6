"""What a session can be compared with: itself earlier, what was supposed, a situation, a file, another session.

Session --sides--> Side, Side, ...       Session + Side --side_situation--> Situation
"""

from __future__ import annotations

from enum import Enum

from dragoman.conversation.deeds import Deeds
from dragoman.errors import JournalError, UnknownNameError
from dragoman.exact.what_if import supposed
from dragoman.form import form
from dragoman.journal.events import SessionRow
from dragoman.journal.journal import Journal
from dragoman.session import desk
from dragoman.session.resumed import resumed
from dragoman.session.session import Session
from dragoman.situation.assemble import empty_situation
from dragoman.situation.forms import Situation
from dragoman.situation.listing import situations_of

_MOST_SESSIONS = 20
_SUPPOSED_WORDS = "what was last supposed"


class SideKind(Enum):
    """What stands on one side of a comparison."""

    NOW = "what stands now"
    SUPPOSED = "what if"
    BEFORE = "what stood before the last change"
    START = "what stood at the start"
    NOTHING = "nothing told"
    FILE = "a situation"
    """Of the rulebook, or a file of facts."""
    SESSION = "another session"
    TOLD = "if it were told"
    """That a fact were told, as a file writes it."""
    TURNED = "what would change it"
    """A situation that was found, in which something else follows."""


@form
class Side:
    """One side."""

    kind: SideKind
    name: str = ""
    """Of a situation, a file or a session."""
    title: str = ""
    """What it is called where it is chosen."""
    situation: Situation | None = None
    """What is told there, where that is known already."""


NOW = Side(SideKind.NOW, title="this session, as it is now")
SUPPOSED = Side(SideKind.SUPPOSED, title=_SUPPOSED_WORDS)


def usual_side(session: Session) -> Side | None:
    """What it is most likely to be compared with: what was supposed since the last change, else itself before that.

    None where nothing was supposed or changed.
    """
    state = session.state
    if state.supposed and state.all_supposed:
        return SUPPOSED
    return Side(SideKind.BEFORE, title=SideKind.BEFORE.value) if state.before is not None else None


def sides(session: Session) -> tuple[Side, ...]:
    """All that there is to compare with, the nearest first; files can be named besides."""
    state = session.state
    found = [SUPPOSED] if state.supposed else []
    if state.before is not None:
        found.append(Side(SideKind.BEFORE, title=SideKind.BEFORE.value))
    if state.situation != state.start:
        found.append(Side(SideKind.START, title=f"{SideKind.START.value}: {state.start.title}"))
    if state.situation.statements:
        found.append(Side(SideKind.NOTHING, title=SideKind.NOTHING.value))
    found += [Side(SideKind.SESSION, row.id, _called(row)) for row in _others(session)]
    found += [Side(SideKind.FILE, one.name, one.title) for one in situations_of(session.rulebook)]
    return tuple(found)


def side_situation(session: Session, side: Side) -> Situation:
    """What is told on one side.

    Raises:
        UnknownNameError: if nothing was supposed, or there is no such session.
        SituationError: with all mistakes of the files.
        NotRestoredError: if the rulebook does not take what was said in the other session.
        JournalError: if the journal cannot be read.
    """
    state = session.state
    match side.kind:
        case SideKind.SUPPOSED:
            situation = Deeds(session.talk, "").as_supposed()
            if situation is None:
                raise UnknownNameError("nothing was supposed; say 'what if' and a fact")
            return situation
        case SideKind.BEFORE:
            return state.before.situation if state.before is not None else state.start
        case SideKind.START:
            return state.start
        case SideKind.NOTHING:
            return empty_situation(session.rulebook)
        case SideKind.FILE:
            return desk.load(session.rulebook, [side.name]).situation
        case SideKind.SESSION:
            return _other(session, side.name)
        case SideKind.TURNED if side.situation is not None:
            return side.situation
        case SideKind.TOLD:
            return supposed(state.situation, [side.name])
    return state.situation


def side_called(side: Side, situation: Situation) -> str:
    """What a side is called above the difference."""
    match side.kind:
        case SideKind.FILE | SideKind.NOTHING:
            return situation.title
        case SideKind.SESSION | SideKind.TOLD | SideKind.TURNED:
            return side.title
        case SideKind.START:
            return f"{situation.title}, at the start"
    return "what stood before" if side.kind is SideKind.BEFORE else str(side.kind.value)


def _others(session: Session) -> tuple[SessionRow, ...]:
    """The other sessions with this rulebook, the last used first; none where the journal cannot be read."""
    journal = session.record.journal
    if journal is None:
        return ()
    try:
        with Journal.look(journal.path) as read:
            rows = read.sessions()
    except JournalError:
        return ()
    alike = [one for one in rows if one.rulebook == session.rulebook.id and not one.damaged]
    return tuple(one for one in alike if one.id != session.record.session)[:_MOST_SESSIONS]


def _other(session: Session, name: str) -> Situation:
    journal = session.record.journal
    if journal is None:
        raise UnknownNameError("no sessions are kept here")
    with Journal.look(journal.path) as read:
        return resumed(session.rulebook, read.events(name)).state.situation


def _called(row: SessionRow) -> str:
    return f"the session of {row.last[:16].replace('T', ' ')}: {row.title or 'without a title'}"
