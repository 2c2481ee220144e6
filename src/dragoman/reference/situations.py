"""The situations that come with a rulebook: one that cannot be read is listed with the reason, and hides no other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dragoman.advice.statement_wording import wording_of
from dragoman.errors import SituationError
from dragoman.reference.forms import Listed, Preview
from dragoman.rulebook.files import clashes, shown_in, situations
from dragoman.rulebook.forms import Rulebook
from dragoman.situation.assemble import read_situation
from dragoman.situation.forms import Situation, Statement


def situation_list(rulebook: Rulebook, progress: Callable[[int, int], object] | None = None) -> tuple[Listed, ...]:
    """All of them, by name; `progress` hears, before each, how many of how many are read."""
    paths = situations(Path(rulebook.folder))
    hidden = {other for _, other in clashes(paths)}
    shown = sorted((path for path in paths if path not in hidden), key=lambda path: path.stem)
    found = []
    for number, path in enumerate(shown):
        if progress is not None:
            progress(number, len(shown))
        found.append(_listed(rulebook, path))
    return tuple(found)


def preview(rulebook: Rulebook, name: str) -> Preview:
    """One of them, or any file of facts, with what it tells.

    Raises:
        SituationError: with all its mistakes, or if there is none of that name.
    """
    situation = read_situation(rulebook, name)
    wording = wording_of(rulebook)
    told = tuple(wording.of(statement) for statement in _own(situation))
    return Preview(_summary(situation, Path(name).stem, next(iter(situation.files), name)), told)


def _listed(rulebook: Rulebook, path: Path) -> Listed:
    place = shown_in(rulebook.folder, path)
    try:
        return _summary(read_situation(rulebook, path), path.stem, place)
    except SituationError as error:
        first, *others = error.findings
        more = f" (and {len(others)} more)" if others else ""
        return Listed(path.stem, path.stem, None, (), 0, 0, place, f"{first}{more}")


def _summary(situation: Situation, name: str, place: str) -> Listed:
    said = {statement.said: None for statement in situation.statements}
    own = sum(not one.origin for one in said)
    return Listed(name, situation.title, situation.as_of, situation.based_on, own, len(said) - own, place)


def _own(situation: Situation) -> list[Statement]:
    """One statement for each thing said: of a group the first of its members, whose sentence names the group beside it."""
    found: dict[object, Statement] = {}
    for statement in situation.statements:
        if not statement.said.origin:
            found.setdefault(statement.said, statement)
    return list(found.values())
