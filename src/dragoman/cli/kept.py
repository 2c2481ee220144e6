"""A session that was kept, as a command is given it: found in the journal, its chain looked at, told to its rulebook."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from dragoman.cli.inputs import journal_path
from dragoman.form import form
from dragoman.journal.events import Event, SessionRow
from dragoman.journal.journal import Journal
from dragoman.rulebook.cache import load_rulebook
from dragoman.session.restore import Standing, restored
from dragoman.session.workspace import own_rulebook

if TYPE_CHECKING:
    from dragoman.rulebook.forms import Rulebook


@form
class KeptSession:
    """A session whose events are as they were written."""

    row: SessionRow
    events: tuple[Event, ...]

    def rulebook(self, named: str | None) -> Rulebook:
        """The rulebook that is named; without one that of the session, where it lay, or as it is installed now.

        Raises:
            RulebookError: if it has mistakes.
            DragomanError: if it is gone.
        """
        return load_rulebook(named or own_rulebook(self.events))

    def end(self, rulebook: Rulebook) -> Standing:
        """How it stands at the end.

        Raises:
            NotRestoredError: if the rulebook does not take what was said.
        """
        return restored(rulebook, self.events)


def kept_session(arguments: Namespace, name: str) -> KeptSession:
    """The session that `name` means in the journal of the arguments.

    Raises:
        UnknownNameError: if it means none, or several.
        JournalError: if the journal cannot be read, or the session is not as it was written.
    """
    with Journal.look(journal_path(arguments)) as journal:
        row = journal.find(name)
        return KeptSession(row, journal.whole(row.id))
