"""What one wants to do with another who does not want it: a phrase that both want it says so of the one alone only where he is not refused.

A wants to merge with B, but B does not want to     B wants no merger
"""

from __future__ import annotations

import re

from dragoman.language.clauses.cutter import Piece
from dragoman.language.line.line import Line
from dragoman.language.words.effects import Effect

WANTED_ALONE = "it says what one of them wants, and something else of the other"
_BOTH_WANT = re.compile(r"^\{\w+\} and \{\w+\} \(?[^{}]*\b(?:to|will)\b[^{}]*$")
_UNWILLING = re.compile(
    r"\b(?:not|no|never|none|neither|refus\w+|declin\w+|reject\w+|oppos\w+|resist\w+|rebuff\w*|unwilling|against|without)\b|n't\b",
    re.IGNORECASE,
)


def is_wanted_alone(line: Line, piece: Piece) -> bool:
    """Whether a phrase that two want something is said of the one, and behind that something is denied or refused."""
    if _BOTH_WANT.match(piece.phrase.text) is None or not piece.hit.bound:
        return False
    end = min(piece.hit.end, len(line))
    is_with = "with" in line.texts[piece.hit.start : end]
    is_plain = not any(mark.effect is Effect.NEGATES for _, mark in piece.hit.marks)
    return is_with and is_plain and _UNWILLING.search(line.text[line.tokens[end - 1].end :]) is not None
