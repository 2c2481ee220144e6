"""Everything that can be wrong with a rulebook's folder, found together and before anything runs."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path, PurePath
from typing import TypeVar

from dragoman.advice.statement_wording import wording_of
from dragoman.board.check import check_board
from dragoman.board.read import read_plan
from dragoman.cases import read_cases
from dragoman.engines.rete.plan import refusals
from dragoman.errors import Finding, FindingsError, Place
from dragoman.exact.deep import DeepCheck
from dragoman.language.check import check_phrases
from dragoman.language.grammar.grammar import grammar_of, read_book
from dragoman.lint.checks import lint
from dragoman.program.normal import compile_program
from dragoman.rulebook import files
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.load import read_rulebook
from dragoman.situation.assemble import read_chat_fact, read_situation
from dragoman.source.reading import Reading

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
        Finding(Place(str(files.part(folder, "rulebook"))), f"RB{number}", message)
        for number, message in refusals(compile_program(rulebook))
    ]
    found.extend(_in_the_way(folder))
    found.extend(_examples(rulebook))
    situations = [
        situation
        for path in files.situations(folder)
        for situation in _tried(found, partial(read_situation, rulebook, [path]))
    ]
    cases = [case for read in _tried(found, partial(read_cases, rulebook, files.cases(folder))) for case in read]
    books = _tried(found, partial(read_book, rulebook, folder))
    plans = _tried(found, partial(read_plan, rulebook, folder))
    if not found:
        found.extend(finding for plan in plans if plan is not None for finding in check_board(rulebook, plan))
        found.extend(finding for book in books for finding in check_phrases(grammar_of(rulebook), book))
        found.extend(lint(rulebook, situations, cases))
    return rulebook, tuple(sorted({_where_it_is(folder, finding) for finding in found}))


def deep_findings(rulebook: Rulebook, deep: DeepCheck) -> tuple[Finding, ...]:
    """What of a look at every possible world can only be a mistake, sorted by place."""
    wording = wording_of(rulebook)
    found = [
        Finding(rulebook.rules[rule].place, "RB651", f"no situation fires the rule '{rule}'")
        for rule in deep.never_fire
    ]
    found += [
        Finding(
            rulebook.recommendations[atom.fact].place,
            "RB652",
            f"in no situation does it follow that {wording.atom(atom, None)}",
        )
        for atom in deep.never_come
    ]
    return tuple(sorted({_where_it_is(Path(rulebook.folder), finding) for finding in found}))


def _examples(rulebook: Rulebook) -> list[Finding]:
    """What keeps the facts that messages show as examples from being told."""
    reading = Reading("FA", locators=rulebook.locators)
    for node in rulebook.example:
        read_chat_fact(rulebook, reading, node)
    return reading.findings


def _in_the_way(folder: Path) -> Iterator[Finding]:
    """Files of which only one is used, and files that are not read though somebody may think so."""
    for kept, other in (
        *files.clashes(files.situations(folder)),
        *files.clashes(files.cases(folder)),
        *files.clashes(files.phrases(folder)),
        *files.clashes(files.boards(folder)),
    ):
        message = f"there is another file called '{other.stem}', which ends in {kept.suffix}; keep one of the two"
        yield Finding(Place(str(other)), "RB014", message, (Place(str(kept)),))
    for path, suffix in files.unread(folder):
        yield Finding(Place(str(path)), "RB001", f"this file is not read: what belongs here ends in {suffix}")


def _where_it_is(folder: Path, finding: Finding) -> Finding:
    """A finding in what is named after the rulebook (a situation that others start from) by the path that leads there."""

    def home(place: Place) -> Place:
        path = folder / "situations" / PurePath(place.source).name
        return place._replace(source=str(path)) if place.source == files.shown_in(folder, path) else place

    return dataclasses.replace(finding, place=home(finding.place), also=tuple(map(home, finding.also)))


def _tried(found: list[Finding], read: Callable[[], T]) -> list[T]:
    """What `read` returns; its mistakes go into `found`."""
    try:
        return [read()]
    except FindingsError as error:
        found.extend(error.findings)
        return []
