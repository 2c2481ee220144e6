"""A word that a phrase has once and a clause twice, once of it as what somebody has: it is that, and not he, of whom it is said.

the sponsors of X sponsor Y · X sponsors the sponsor of Y · X's suppliers supply Y · X opens a probe into Y's probe
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.clauses.cutter import Piece
from dragoman.language.line.line import Line
from dragoman.language.words import english

_NOTHING = english.CARRY_NOTHING | english.LIGHT_WORDS | english.NARROWING


def is_of_what_he_has(line: Line, piece: Piece) -> bool:
    """Whether somebody only has what in the phrase he is or does, for it is said once more."""
    hit, last = piece.hit, min(piece.hit.end, len(line))
    taken = {at for one in hit.bound for at in range(one.start, one.end)}
    said = [
        at
        for at in range(hit.start, last)
        if at not in taken and line.tokens[at].is_word and line.texts[at] not in _NOTHING
    ]
    had = [its for its in _had(line, piece, {*said}) if line.texts[its - 1] != "and"]  # `less and less of it`
    return any(_is_same(line, its, at) for its in had for at in said if at != its)


def _had(line: Line, piece: Piece, said: set[int]) -> Iterator[int]:
    """What those who are named are said to have: `the sponsor of X`, `X's sponsor`."""
    for one in piece.hit.bound:
        if one.mention is None:
            continue
        before = one.start - 1 - (line.texts[one.start - 1] in english.ARTICLES)
        if before > 0 and line.texts[before] == "of" and before - 1 in said:
            yield before - 1
        if line.texts[one.end : one.end + 1] == ["'s"] and one.end + 1 in said:
            yield one.end + 1


def _is_same(line: Line, its: int, at: int) -> bool:
    """Whether both are the same word, or he who does it."""
    one, two = line.tokens[its].stem, line.tokens[at].stem
    return one == two or one in (f"{two}er", f"{two}r", f"{two}or", f"{two}{two[-1]}er")
