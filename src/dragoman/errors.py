"""Places, findings and the exception tree: how a mistake is said, everywhere.

    DragomanError
    ├── FindingsError        one or more findings, each with a place
    │   ├── RulebookError    the rulebook cannot be used
    │   └── SituationError   the facts cannot be used
    ├── UnknownNameError     a name asked for on the command line or in the chat
    ├── EngineError          the rule engine refused or failed
    │   └── EngineUnavailableError   the rule engine cannot be imported
    ├── SolverUnavailableError       the solver behind exact answers cannot be imported
    └── JournalError         the file of sessions cannot be used; nothing that was acknowledged is lost
        ├── JournalMissingError      there is none yet
        ├── JournalDamagedError      it is no journal, or not as it was written
        ├── JournalNewerError        a newer program made it
        ├── JournalLockedError       another process holds it
        ├── JournalFullError         there is no room left
        ├── JournalReadOnlyError     it may not be written
        ├── NoDataFolderError        there is no folder to keep it in
        └── SessionInUseError        a session was continued elsewhere, or deleted

A mistake in a file is data (a :class:`Finding`), so that all mistakes of all files can be reported
together, sorted by place. No exception of a lower library leaves the module that calls it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from typing import NamedTuple

from dragoman.form import form


class Place(NamedTuple):
    """Where something was said. A tuple, since a rulebook has twenty thousand of them."""

    source: str
    """A file's path as the user gave it, `standard input`, `chat line 3`, or `fact` for what a program told."""
    line: int = 1
    """From 1; of what a program told the number of the fact, 0 for all of them."""
    column: int = 1
    """From 1, in characters; 0 where there are no columns."""

    def __str__(self) -> str:
        if not self.column:
            return f"{self.source} {self.line}" if self.line else self.source
        return f"{self.source}:{self.line}:{self.column}"


@form(order=True)
class Finding:
    """One mistake: where, which kind, and what to do about it."""

    place: Place
    code: str
    """Stable: `RB` (rulebook) or `FA` (facts) and a number from :mod:`dragoman.source.codes`."""
    message: str
    """For a policy analyst; names the thing, what was expected, and the nearest right name."""
    also: tuple[Place, ...] = field(default=())
    """Further places that belong to the mistake (the first of two duplicates, say)."""

    def __str__(self) -> str:
        also = f" (see also {', '.join(str(place) for place in self.also)})" if self.also else ""
        return f"{self.place}: {self.code}: {self.message}{also}"


class DragomanError(Exception):
    """The root of all errors that this package raises on purpose.

    What Python prints of one, in a traceback too, has no character in it that could steer a terminal.
    """

    def __str__(self) -> str:
        said = super().__str__()
        if said.isprintable():
            return said
        return "".join(one if one.isprintable() or one == "\n" else repr(one)[1:-1] for one in said)


class FindingsError(DragomanError):
    """Something that was read has mistakes; `findings` holds them all, sorted by place."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings: tuple[Finding, ...] = tuple(sorted(set(findings)))
        super().__init__("\n".join(str(finding) for finding in self.findings))


class RulebookError(FindingsError):
    """The rulebook has mistakes and cannot be used."""


class SituationError(FindingsError):
    """The facts have mistakes and cannot be used."""


class UnknownNameError(DragomanError):
    """A rule, fact type, entity or situation of that name does not exist."""


class EngineError(DragomanError):
    """The rule engine refused the rulebook or failed while it ran."""


class EngineUnavailableError(EngineError):
    """The rule engine cannot be imported; the message says how to mend it."""


class SolverUnavailableError(DragomanError):
    """The solver behind exact answers cannot be imported; the message says how to mend it."""


class JournalError(DragomanError):
    """The journal cannot be used; `path` is where it is, `remedy` what to do about it."""

    def __init__(self, path: object, problem: str, remedy: str) -> None:
        self.path, self.problem, self.remedy = str(path), problem, remedy
        super().__init__(f"the journal {self.path} {problem}; {remedy}")


class JournalMissingError(JournalError):
    """No session was kept yet."""


class JournalDamagedError(JournalError):
    """Something else than a journal stands there, or the journal is not as it was written."""


class JournalNewerError(JournalError):
    """The journal was made by a newer version of the program."""


class JournalLockedError(JournalError):
    """Another process has held the journal for longer than we wait."""


class JournalFullError(JournalError):
    """There was no room to write; what was being written was not kept."""


class JournalReadOnlyError(JournalError):
    """The journal, or the folder that it lies in, may not be read or written."""


class NoDataFolderError(JournalError):
    """There is no folder to keep the journal in."""


class SessionInUseError(JournalError):
    """A session was continued by another process since it was read, or deleted."""
