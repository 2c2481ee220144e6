"""Whether the words of a clause stand in the order of a phrase: `X shapes Y` is no `Y shapes X`.

What stands behind a preposition may be anywhere, and where somebody does it `by` whom all is turned round; the rest, names
and words that belong to the phrase itself, keep the order in which the phrase has them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dragoman.language.clauses.match import Bound
from dragoman.language.clauses.sheets import Sheet
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.words import english

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
    keeps_words = _sets_apart(sheet)
    at, is_apart, was_apart = start, False, False
    while at < end:
        text, named = line.texts[at], slots.get(at)
        if named is not None:
            places = [number for number, one in enumerate(sheet.said) if one.slot == named.slot]
            at = named.end
        elif own := next((m for m in line.mentions[at] if m.kind != PRONOUN and sheet.names_together(m.names)), None):
            places = [number for number, one in enumerate(sheet.said) if one.slot.removeprefix("=") in own.names]
            at = own.end
        elif text in PREPOSITIONS:
            is_apart, at = True, at + 1
            continue
        elif text in _ENDS:
            is_listed = was_apart and text in ("and", ",") and at + 1 < end and bool(line.mentions[at + 1])
            is_apart, was_apart, at = is_listed, False, at + 1
            continue
        else:
            words = line.literals[at].union(*(ring for _, ring in line.near[at]))
            places = [number for number, one in enumerate(sheet.said) if not one.slot and one.stems & words]
            at += 1
            was_apart = False
            if places and (keeps_words or not is_apart):
                found.append(places)
            continue
        if places and not is_apart:
            found.append(places)
        is_apart, was_apart = False, is_apart
    return found


def _sets_apart(sheet: Sheet) -> bool:
    """Whether the phrase itself says one thing of one, and another of another: `A has the land and B the sea`."""
    own = [at for at, one in enumerate(sheet.said) if one.slot.startswith("=")]
    return any(
        any(not one.slot and not one.is_link and not one.stems <= english.CARRY_NOTHING for one in between)
        for between in (
            sheet.said[first + 1 : second]
            for first, second in pairwise(own)
            if sheet.said[first].slot != sheet.said[second].slot
        )
    )
