"""The mistakes of a rulebook that its author has at hand: a heading, and where each is."""

from __future__ import annotations

from pathlib import Path

from dragoman.errors import DragomanError, Finding, FindingsError
from dragoman.form import form
from dragoman.views.lines import counted

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


def _where(finding: Finding, folder: Path) -> str:
    """File and line, from the rulebook's folder on."""
    place = finding.place
    path = Path(place.source)
    name = str(path.relative_to(folder)) if path.is_relative_to(folder) else place.source
    return f"{name}:{place.line}" if place.column else name
