"""What the doctor looked at, as lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from dragoman.doctor.forms import Check, State
from dragoman.views.lines import BLANK, Line, Part, Style, line

_STYLES: dict[State, Style] = {State.FINE: "good", State.NOTE: "warn", State.WRONG: "bad"}
_SIGNS = {State.FINE: "• ", State.NOTE: "? ", State.WRONG: "× "}


def doctor_view(checks: Sequence[Check]) -> list[Line]:
    """Area by area; what is not fine with its remedy; at the end whether all is."""
    lines: list[Line] = []
    for area, found in groupby(checks, key=lambda one: one.area):
        lines.append(line((area.upper(), "accent")))
        for one in found:
            lines.append(line((_SIGNS[one.state], _STYLES[one.state]), (one.name, "strong"), f"  {one.says}", indent=2))
            if one.remedy:
                lines.append(line(("remedy: ", "muted"), one.remedy, indent=4))
        lines.append(BLANK)
    return [*lines, line(_verdict(checks))]


def _verdict(checks: Sequence[Check]) -> Part:
    wrong = [one.name for one in checks if one.state is State.WRONG]
    if not wrong:
        return ("All is in order.", "good")
    return (f"{len(wrong)} of {len(checks)} things are not in order: {', '.join(wrong)}.", "bad")
