"""Everything that can be wrong with a rulebook's folder, found together and before anything runs."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from dragoman.cases import case_files, read_cases
from dragoman.engines.rete.plan import refusals
from dragoman.errors import Finding, FindingsError, Place
from dragoman.lint.checks import lint
from dragoman.program.normal import compile_program
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.load import read_rulebook
from dragoman.situation.assemble import read_situation

T = TypeVar("T")


def check(folder: Path) -> tuple[Rulebook | None, tuple[Finding, ...]]:
    """The rulebook in `folder`, its situations and its cases: all findings, sorted by place.

    Situations and cases are only looked at once the rulebook itself is right, and what is merely unneeded
    or unsaid (:mod:`dragoman.lint`) once they are right too.
    """
    try:
        rulebook = read_rulebook(folder)
    except FindingsError as error:
        return None, error.findings
    found = [
        Finding(Place(str(folder / "rulebook.yaml")), f"RB{number}", message)
        for number, message in refusals(compile_program(rulebook))
    ]
    situations = []
    for path in sorted((folder / "situations").glob("*.*")):
        if path.suffix in {".yaml", ".json"}:
            situations += _tried(found, partial(read_situation, rulebook, [path]))
    cases = [case for read in _tried(found, partial(read_cases, rulebook, case_files(folder))) for case in read]
    if not found:
        found.extend(lint(rulebook, situations, cases))
    return rulebook, tuple(sorted({_where_it_is(folder, finding) for finding in found}))


def _where_it_is(folder: Path, finding: Finding) -> Finding:
    """A finding in what is named after the rulebook (a situation that others start from) by the path that leads there."""

    def home(place: Place) -> Place:
        is_named = place.source.startswith(f"{folder.name}/situations/")
        return place._replace(source=str(folder.parent / place.source)) if is_named else place

    return dataclasses.replace(finding, place=home(finding.place), also=tuple(map(home, finding.also)))


def _tried(found: list[Finding], read: Callable[[], T]) -> list[T]:
    """What `read` returns; its mistakes go into `found`."""
    try:
        return [read()]
    except FindingsError as error:
        found.extend(error.findings)
        return []
