"""What stands beside the rules of a rulebook and is read by nobody who asks for advice: its board and its cases, tried.

Rulebook --tried--> Tried: the mistakes of its files; of cases without any, those that failed and how many passed
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dragoman.board.check import check_board
from dragoman.board.read import read_plan
from dragoman.cases import Outcome, read_cases, run_case
from dragoman.engines.model import Engine
from dragoman.errors import Finding, FindingsError
from dragoman.form import form
from dragoman.rulebook import files
from dragoman.rulebook.forms import Rulebook


@form
class Tried:
    """What came of it."""

    mistakes: tuple[Finding, ...]
    """Of the board and of the cases as they are written, sorted by place."""
    failed: tuple[Outcome, ...]
    passed: int


def tried(rulebook: Rulebook, engine: Engine, is_wanted: Callable[[], bool]) -> Tried | None:
    """The board is read and looked at, the cases are read and run; None once nobody wants to know any more.

    Raises:
        EngineError: if the engine fails.
    """
    folder = Path(rulebook.folder)
    found: list[Finding] = []
    try:
        plan = read_plan(rulebook, folder)
        found += check_board(rulebook, plan) if plan is not None else ()
    except FindingsError as error:
        found += error.findings
    try:
        cases = read_cases(rulebook, files.cases(folder))
    except FindingsError as error:
        return Tried(tuple(sorted((*found, *error.findings))), (), 0)
    failed = []
    for case in cases:
        if not is_wanted():
            return None
        outcome = run_case(rulebook, case, engine)
        failed += [] if outcome.passed else [outcome]
    return Tried(tuple(sorted(found)), tuple(failed), len(cases) - len(failed))
