"""What each recommendation hangs on, in a few words for each of its conclusions."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.exact.change_forms import Badge, Hinges
from dragoman.rulebook.forms import Atom
from dragoman.views.spoken.words import number


def hangs_on(found: Hinges) -> Mapping[Atom, str]:
    """`one fact: ...` for each conclusion that is recommended."""
    return {one.atom: _words(badge) for badge in found.badges for one in badge.conclusions}


def _words(badge: Badge) -> str:
    if not badge.facts:
        return "no single fact: it stands whatever one of them is taken back"
    first = badge.facts[0].says
    if badge.hangs_on > 1:
        return f"{number(badge.hangs_on, 'fact')} together, such as: {'; '.join(one.says for one in badge.facts[:2])}"
    if len(badge.facts) == 1:
        return f"one fact: {first}"
    return f"any one of {number(len(badge.facts), 'fact')}, such as: {first}"
