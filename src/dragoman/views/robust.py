"""How robust recommendations are, as lines."""

from __future__ import annotations

from dragoman.exact.change_forms import Robust
from dragoman.views.changes import STANDINGS, steady_parts
from dragoman.views.lines import BLANK, Line, line

_OPEN = (
    "Open is what nobody told and no rule concludes, or what was told too doubtfully to count; what was told firmly stays. "
    "A completion tells something of any of it."
)


def robust_view(answer: Robust) -> list[Line]:
    """Each standing with the recommendations that have it."""
    lines = [
        line((answer.situation, "title")),
        line((f"{_OPEN} Open here: {answer.open:,} facts.", "muted")),
    ]
    for standing, (heading, meaning, style) in STANDINGS.items():
        found = [one for one in answer.lines if one.standing is standing]
        if found:
            number = sum(len(one.conclusions) for one in found)
            lines += [BLANK, line((heading, "accent"), (f"  {number}, {meaning}", "muted"))]
            lines += [line(("• ", style), *steady_parts(one), indent=2) for one in found]
    return lines
