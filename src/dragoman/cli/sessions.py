"""A session as the arguments ask for it: a new one or one that goes on, kept in the journal if that can be."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from dragoman.cli.output import complain

if TYPE_CHECKING:
    from dragoman.session.workspace import Opened, Workspace


Say = Callable[[str], None]
"""Takes a line that is to be said of a session, without being the end of it."""


def open_session(given: Namespace, say: Say = complain, *, is_read: bool = True) -> Opened:
    """The session of the arguments; one line to `say` where it cannot be kept.

    With `is_read` the rulebook's phrases are read before anything is said.

    Raises:
        DragomanError: if the arguments contradict each other, or the session cannot go on.
        RulebookError: if the rulebook has mistakes; so for its phrases, before anything is said.
        SituationError: with all mistakes of the files.
        EngineError: if the engine refuses the rulebook, or was named and cannot be imported.
    """
    refuse_contradictions(given)
    opened = _resumed(given, say) if given.resume is not None else _begun(given, say)
    if is_read:
        _ = opened.session.talk.grammar
    return opened


def refuse_contradictions(given: Namespace) -> None:
    """What can be said of the arguments before anything is read.

    Raises:
        DragomanError: if they contradict each other.
    """
    from dragoman.errors import DragomanError
    from dragoman.source.files import STANDARD_INPUT

    if STANDARD_INPUT in given.files:
        raise DragomanError("standard input is where the lines come from; name a file of facts, or none")
    if given.resume is not None and (given.files or given.parameters or given.no_journal):
        raise DragomanError("a session goes on with what it had: leave FILE, --set and --no-journal out")


def begin_anything(given: Namespace, say: Say = complain) -> Opened:
    """A session without facts, which is not kept: there is one while another is chosen.

    Raises: as :func:`workspace_of`.
    """
    from dragoman.session.session import Session
    from dragoman.session.workspace import Opened

    workspace = workspace_of(given, say)
    return Opened(Session(workspace.rulebook, workspace.engine), workspace=workspace)


def workspace_of(given: Namespace, say: Say = complain) -> Workspace:
    """What the arguments say of rulebook, engine and journal; nothing but the rulebook is read.

    Raises:
        RulebookError: if the rulebook has mistakes.
        DragomanError: if a threshold is none, or cannot be set so.
        EngineError: if the engine was named and cannot be imported.
    """
    from dragoman.cli.engine import engine_of
    from dragoman.cli.inputs import journal_path, rulebook_of
    from dragoman.papers.write import exported
    from dragoman.session.workspace import Workspace

    journal = None if given.no_journal else lambda: journal_path(given)
    return Workspace(rulebook_of(given), engine_of(given, say), journal, exported, given.rulebook)


def _begun(given: Namespace, say: Say) -> Opened:
    from dragoman.cli.inputs import input_format_of

    opened = workspace_of(given, say).begin(given.files, input_format_of(given))
    if opened.problem:
        say(opened.problem)
    return opened


def _resumed(given: Namespace, say: Say) -> Opened:
    from dragoman.cli.engine import engine_of
    from dragoman.cli.inputs import journal_path
    from dragoman.cli.kept import kept_session
    from dragoman.papers.write import exported
    from dragoman.session.workspace import Workspace

    kept = kept_session(given, given.resume)
    rulebook = kept.rulebook(given.rulebook)
    workspace = Workspace(rulebook, engine_of(given, say), lambda: journal_path(given), exported, given.rulebook)
    return workspace.resume(kept.row.id)
