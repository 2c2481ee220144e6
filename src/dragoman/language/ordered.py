"""Whether the words of a clause stand in the order of a phrase: `X shapes Y` is no `Y shapes X`.

What stands behind a preposition may be anywhere, and where somebody does it `by` whom all is turned round; the rest, names
and words that belong to the phrase itself, keep the order in which the phrase has them.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language import english
from dragoman.language.derive import PREPOSITIONS
from dragoman.language.line import Line
from dragoman.language.match import Bound
from dragoman.language.mentions import PRONOUN
from dragoman.language.sheets import Sheet

_ENDS = english.BE | english.DO | english.HAVE | english.BOUNDARIES | {","}
"""Words at which what stands behind a preposition is over."""


def is_in_order(line: Line, sheet: Sheet, start: int, end: int, bound: Sequence[Bound]) -> bool:
    """Whether what a phrase has stands between the two tokens as it stands there."""
    if "by" in line.texts[start:end] or ":" in line.texts[start:end]:
        return True
    last = -1
    for places in _places(line, sheet, start, end, bound):
        following = [place for place in places if place >= last]
        if not following:
            return False
        last = min(following)
    return True


def _places(line: Line, sheet: Sheet, start: int, end: int, bound: Sequence[Bound]) -> Sequence[list[int]]:
    """Where the phrase has each of them, in the order of the line."""
    found: list[list[int]] = []
    slots = {one.start: one for one in bound if one.mention is not None}
    at, is_apart = start, False
    while at < end:
        text, named = line.texts[at], slots.get(at)
        if named is not None:
            places = [number for number, one in enumerate(sheet.said) if one.slot == named.slot]
            at = named.end
        elif own := next((m for m in line.mentions[at] if m.kind != PRONOUN and _is_own(sheet, m.names)), None):
            places = [number for number, one in enumerate(sheet.said) if one.slot.removeprefix("=") in own.names]
            at = own.end
        elif text in PREPOSITIONS:
            is_apart, at = True, at + 1
            continue
        elif text in _ENDS:
            is_apart, at = False, at + 1
            continue
        else:
            words = line.literals[at].union(*(ring for _, ring in line.near[at]))
            places = [number for number, one in enumerate(sheet.said) if not one.slot and one.stems & words]
            at += 1
            if places and not is_apart:
                found.append(places)
            continue
        if places and not is_apart:
            found.append(places)
        is_apart = False
    return found


def _is_own(sheet: Sheet, names: tuple[str, ...]) -> bool:
    return any(one.slot == f"={name}" for one in sheet.said for name in names)
