"""A session as the arguments ask for it: a new one or one that goes on, kept in the journal if that can be."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.session.workspace import Opened, Workspace


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


def workspace_of(given: Namespace) -> Workspace:
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
    return Workspace(rulebook_of(given), engine_of(given), journal, exported, given.rulebook)


def _begun(given: Namespace) -> Opened:
    from dragoman.cli.inputs import input_format_of
    from dragoman.cli.output import complain

    opened = workspace_of(given).begin(given.files, input_format_of(given))
    if opened.problem:
        complain(opened.problem)
    return opened


def _resumed(given: Namespace) -> Opened:
    from dragoman.cli.engine import engine_of
    from dragoman.cli.inputs import journal_path
    from dragoman.cli.kept import kept_session
    from dragoman.errors import DragomanError
    from dragoman.papers.write import exported
    from dragoman.session.workspace import Workspace

    if given.files or given.parameters or given.no_journal:
        raise DragomanError("a session goes on with what it had: leave FILE, --set and --no-journal out")
    kept = kept_session(given, given.resume)
    rulebook = kept.rulebook(given.rulebook)
    workspace = Workspace(rulebook, engine_of(given), lambda: journal_path(given), exported, given.rulebook)
    return workspace.resume(kept.row.id)
