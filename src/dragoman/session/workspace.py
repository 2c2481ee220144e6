"""What sessions can be begun and gone on with: one rulebook, one engine, one journal.

A front end that offers a choice holds a `Workspace`; nothing of the disk is looked at before it is asked for, so that a
first picture waits for nothing. Where the journal cannot be written a session is held all the same, and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from dragoman.engines.model import Engine
from dragoman.errors import DragomanError, JournalError, JournalMissingError
from dragoman.form import form
from dragoman.journal.events import Event, SessionRow
from dragoman.journal.journal import Journal
from dragoman.rulebook.cache import load_rulebook
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.installed import installed
from dragoman.session.restore import Began, rulebook_folder
from dragoman.session.session import Paper, Session
from dragoman.source.formats import Format

_EARLIER = 1000
"""So many lines of earlier sessions are there to be taken back up."""
_ANOTHER = "the rulebook is not quite the one that the session was held with: its advice may be another now"
_NOT_KEPT = "What is said is not kept"


@form
class Opened:
    """A session that was opened."""

    session: Session
    journal: Journal | None = None
    """Where it is kept, if it is."""
    remark: str = ""
    """What is to be said of it before its first line."""
    problem: str = ""
    """Why it is not kept, where it was to be."""
    workspace: Workspace | None = None
    """Where it came from."""

    def earlier(self) -> tuple[str, ...]:
        """The lines of earlier sessions, the oldest first; none where nothing is kept."""
        try:
            return self.journal.lines(_EARLIER) if self.journal is not None else ()
        except JournalError:  # whoever writes the next line into it will say so
            return ()

    def close(self) -> None:
        """Leave the session."""
        self.session.close()
        if self.journal is not None:
            self.journal.close()


@form
class KeptSessions:
    """The sessions that were kept, and what is wrong with where they are."""

    rows: tuple[SessionRow, ...] = ()
    """Which was used last comes first."""
    problem: str = ""
    """Why they cannot be read; or empty."""


@form
class Workspace:
    """Where sessions come from."""

    rulebook: Rulebook
    engine: Engine
    journal: Callable[[], Path] | None = None
    """Where the journal lies, asked for when it is needed; None where nothing is to be kept."""
    paper: Paper | None = None
    named: str | None = None
    """The rulebook that was asked for by name, which goes before that of a session."""

    def begin(self, names: Sequence[str] = (), form: Format | None = None) -> Opened:
        """A new session, from files, from a situation of the rulebook, or from nothing.

        Raises:
            SituationError: with all mistakes of the files.
            EngineError: if the engine refuses the rulebook.
        """
        journal, problem = None, ""
        if self.journal is not None:
            try:
                journal = Journal.open(self.journal())
            except JournalError as error:
                problem = f"{error}. {_NOT_KEPT}"
        try:
            session = Session(self.rulebook, self.engine, names, form, journal, self.paper)
        except BaseException:
            if journal is not None:
                journal.close()
            raise
        return Opened(session, journal, problem=problem, workspace=self)

    def resume(self, name: str) -> Opened:
        """A session that goes on: `last`, an id or a title, or the beginning of either.

        Raises:
            UnknownNameError: if it means none, or several.
            JournalError: if the journal cannot be read or written, or the session is not as it was written.
            RulebookError: if the rulebook of the session has mistakes.
            NotRestoredError: if the rulebook does not take what was said, since it is another by now.
            DragomanError: if nothing is kept here, or the rulebook of the session is gone.
        """
        with Journal.look(self._path()) as looked:  # where there is no journal, none is made
            row = looked.find(name)
            events = looked.whole(row.id)
        rulebook = self._rulebook_of(events)
        journal = Journal.open(self._path())
        try:
            session = Session.resume(rulebook, self.engine, journal, row.id, self.paper)
        except BaseException:
            journal.close()
            raise
        is_same = Began.of(events).digest == session.rulebook.digest
        return Opened(session, journal, "" if is_same else _ANOTHER, workspace=self)

    def kept(self) -> KeptSessions:
        """The sessions that can be gone on with; what is wrong is said, and stops nothing."""
        if self.journal is None:
            return KeptSessions(problem="what is said is not kept, as was asked for (--no-journal)")
        try:
            with Journal.look(self.journal()) as journal:
                return KeptSessions(journal.sessions())
        except JournalMissingError:
            return KeptSessions()
        except JournalError as error:
            return KeptSessions(problem=str(error))

    def earlier(self) -> tuple[str, ...]:
        """The lines of all sessions, the oldest first; none where they cannot be read."""
        try:
            with Journal.look(self._path()) as journal:
                return journal.lines(_EARLIER)
        except DragomanError:  # whoever writes into it will say so
            return ()

    def events(self, id: str) -> tuple[Event, ...]:
        """What was said in a session, and what came of it.

        Raises:
            UnknownNameError: if there is no such session.
            JournalError: if the journal cannot be read.
        """
        with Journal.look(self._path()) as journal:
            return journal.events(id)

    def _path(self) -> Path:
        if self.journal is None:
            raise DragomanError("nothing is kept here, so that there is no session to go on with")
        return self.journal()

    def _rulebook_of(self, events: Sequence[Event]) -> Rulebook:
        """This one, where it is the session's or was asked for by name."""
        if self.named or Began.of(events).digest == self.rulebook.digest:
            return self.rulebook
        return load_rulebook(own_rulebook(events))


def own_rulebook(events: Sequence[Event]) -> Path:
    """The rulebook of a session, where it lay, or as it is installed now.

    Raises:
        DragomanError: if it is gone.
    """
    began = Began.of(events)
    own = rulebook_folder(events) or installed().get(began.id)
    if own is None:
        gone = f"the rulebook of this session, {began.rulebook}, is no longer in {began.folder}"
        raise DragomanError(f"{gone}; name it: --rulebook RULEBOOK")
    return own
