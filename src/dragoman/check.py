"""Everything that can be wrong with a rulebook's folder, found together and before anything runs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from dragoman.cases import case_files, read_cases
from dragoman.engines.rete_plan import refusals
from dragoman.errors import Finding, FindingsError, Place
from dragoman.program.normal import compile_program
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.load import read_rulebook
from dragoman.situation.assemble import read_situation


def check(folder: Path) -> tuple[Rulebook | None, tuple[Finding, ...]]:
    """The rulebook in `folder`, its situations and its cases: all findings, sorted by place.

    Situations and cases are only looked at once the rulebook itself is right.
    """
    try:
        rulebook = read_rulebook(folder)
    except FindingsError as error:
        return None, error.findings
    found = [
        Finding(Place(str(folder / "rulebook.yaml")), f"RB{number}", message)
        for number, message in refusals(compile_program(rulebook))
    ]
    for path in sorted((folder / "situations").glob("*.*")):
        if path.suffix in {".yaml", ".json"}:
            found.extend(_findings(partial(read_situation, rulebook, [path])))
    found.extend(_findings(partial(read_cases, rulebook, case_files(folder))))
    return rulebook, tuple(sorted(set(found)))


def _findings(read: Callable[[], object]) -> tuple[Finding, ...]:
    try:
        read()
    except FindingsError as error:
        return error.findings
    return ()
