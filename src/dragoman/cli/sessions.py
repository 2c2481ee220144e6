"""A session as the arguments ask for it: a new one or one that goes on, kept in the journal if that can be."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from dragoman.form import form

if TYPE_CHECKING:
    from dragoman.journal.journal import Journal
    from dragoman.session.session import Session

_EARLIER = 1000
"""So many lines of earlier sessions are there to be taken back up."""


@form
class Opened:
    """A session that was opened."""

    session: Session
    journal: Journal | None
    """Where it is kept, if it is."""
    remark: str = ""
    """What is to be said of it before its first line."""

    def earlier(self) -> tuple[str, ...]:
        """The lines of earlier sessions, the oldest first; none where nothing is kept."""
        from dragoman.errors import JournalError

        try:
            return self.journal.lines(_EARLIER) if self.journal is not None else ()
        except JournalError:  # whoever writes the next line into it will say so
            return ()

    def close(self) -> None:
        """Leave the session."""
        self.session.close()
        if self.journal is not None:
            self.journal.close()


def open_session(given: Namespace, *, is_read: bool = True) -> Opened:
    """The session of the arguments; one line on standard error says if it cannot be kept.

    With `is_read` the rulebook's phrases are read before anything is said.

    Raises:
        DragomanError: if the arguments contradict each other, or the session cannot go on.
        RulebookError: if the rulebook has mistakes; so for its phrases, before anything is said.
        SituationError: with all mistakes of the files.
        EngineError: if the engine refuses the rulebook, or was named and cannot be imported.
    """
    from dragoman.errors import DragomanError
    from dragoman.source.files import STANDARD_INPUT

    if STANDARD_INPUT in given.files:
        raise DragomanError("standard input is where the lines come from; name a file of facts, or none")
    opened = _resumed(given) if given.resume is not None else _begun(given)
    if is_read:
        _ = opened.session.talk.grammar
    return opened


def _begun(given: Namespace) -> Opened:
    from dragoman.cli.engine import engine_of
    from dragoman.cli.inputs import input_format_of, rulebook_of
    from dragoman.papers.write import exported
    from dragoman.session.session import Session

    rulebook, engine, journal = rulebook_of(given), engine_of(given), _journal(given)
    session = Session(rulebook, engine, given.files, input_format_of(given), journal, exported)
    return Opened(session, journal)


def _resumed(given: Namespace) -> Opened:
    from dragoman.cli.engine import engine_of
    from dragoman.cli.inputs import journal_path
    from dragoman.cli.kept import kept_session
    from dragoman.errors import DragomanError
    from dragoman.journal.journal import Journal
    from dragoman.papers.write import exported
    from dragoman.session.restore import Began
    from dragoman.session.session import Session

    if given.files or given.parameters or given.no_journal:
        raise DragomanError("a session goes on with what it had: leave FILE, --set and --no-journal out")
    kept = kept_session(given, given.resume)  # where there is no journal, none is made
    rulebook = kept.rulebook(given.rulebook)
    journal = Journal.open(journal_path(given))
    session = Session.resume(rulebook, engine_of(given), journal, kept.row.id, exported)
    is_same = Began.of(kept.events).digest == session.rulebook.digest
    return Opened(session, journal, "" if is_same else _ANOTHER)


_ANOTHER = "the rulebook is not quite the one that the session was held with: its advice may be another now"


def _journal(given: Namespace) -> Journal | None:
    """Where it is kept; None if that is not wanted or cannot be."""
    from dragoman.cli.inputs import journal_path
    from dragoman.cli.output import complain
    from dragoman.errors import JournalError
    from dragoman.journal.journal import Journal

    if given.no_journal:
        return None
    try:
        return Journal.open(journal_path(given))
    except JournalError as error:
        complain(f"{error}. What is said is not kept")
        return None
