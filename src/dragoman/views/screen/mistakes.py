"""The mistakes of a rulebook that its author has at hand: a heading, and where each is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import DragomanError, Finding, FindingsError, Place
from dragoman.form import form
from dragoman.rulebook.words import capital
from dragoman.views.lines import counted

if TYPE_CHECKING:  # it takes the cases, and mistakes are of the rules
    from dragoman.session.trying import Tried

_MOST = 4


@form
class Mistakes:
    """Why the rulebook as it stands on the disk is not used."""

    heading: str
    rows: tuple[tuple[str, str], ...]
    """Where, and what; the first of them."""
    more: str = ""
    """How many are not shown, and what shows them."""


def mistakes(error: DragomanError, folder: Path) -> Mistakes:
    """Those of an error that reading the rulebook in `folder` ended with."""
    stays = "the one before stays"
    if not isinstance(error, FindingsError):
        return Mistakes(f"The rulebook cannot be used as it is now; {stays}", (("", str(error)),))
    found = error.findings
    rows = tuple((_where(one, folder), one.message) for one in found[:_MOST])
    rest = len(found) - len(rows)
    more = f"{rest} more: dragoman check {folder}" if rest else ""
    return Mistakes(f"The rulebook has {counted(len(found), 'mistake')}; {stays}", rows, more)


def beside(found: Tried, folder: Path) -> Mistakes | None:
    """What is wrong with the board and the cases of the rulebook in `folder`; None where nothing is."""
    rows = [(_where(one, folder), one.message) for one in found.mistakes]
    rows += [
        (_at(one.case.place, folder), f"{one.case.id}: expected {first.expected}; got {first.got}")
        for one in found.failed
        for first in one.surprises[:1]
    ]
    if not rows:
        return None
    failed, all_of_them = len(found.failed), len(found.failed) + found.passed
    said = [f"{counted(len(found.mistakes), 'mistake')} in what stands beside the rules"] if found.mistakes else []
    said += [f"{failed} of {counted(all_of_them, 'case')} {'fails' if failed == 1 else 'fail'}"] if failed else []
    rest = len(rows) - _MOST
    command = "check" if found.mistakes else "test"
    return Mistakes(
        capital("; ".join(said)), tuple(rows[:_MOST]), f"{rest} more: dragoman {command} {folder}" if rest > 0 else ""
    )


def _where(finding: Finding, folder: Path) -> str:
    """File and line, from the rulebook's folder on."""
    return _at(finding.place, folder)


def _at(place: Place, folder: Path) -> str:
    path = Path(place.source)
    name = str(path.relative_to(folder)) if path.is_relative_to(folder) else place.source
    return f"{name}:{place.line}" if place.column else name
