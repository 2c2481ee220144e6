"""What clauses of one sentence hang on: an `if` behind them, a time or a denial before them all.

A, unless B · A, if B                     neither is told
A as though B · A provided that B         B is none
by 2040 A and B                           is not yet so of either; `by 2040 A, but B` says it of A alone
it is not true that A and B               leaves one of them open
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.clauses.cutter import Cut, Piece
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.effects import Effect, Mark

WHEN = frozenset({Effect.AHEAD, Effect.FORMER})
"""Effects of a time that stands first and holds as far as the sentence goes on with `and`."""
_AFTERTHOUGHTS = frozenset({"if", "unless", "provided", "assuming", "supposing", "suppose", "assume", "lest", "on"})
"""What a condition behind a comma begins with; `on condition that`."""
_GRANTING = frozenset({"even", "as", "what", "and", "but", "or", ";", "only"})
"""Before an `if` that takes nothing back from the clause before: `even if B`, `and if B`."""
_GOING_ON = frozenset({"and", ",", "that", "or"})
_MOST_BETWEEN = 3


def supposing_before(line: Line, piece: Piece) -> Iterator[tuple[int, Mark]]:
    """What makes a supposition of a clause, right before it: `as though`, `provided that`."""
    start = piece.hit.start
    for at in range(max(0, start - _MOST_BETWEEN - 1), min(start, len(line))):
        for mark in line.marks[at]:
            if mark.effect is Effect.SUPPOSED and all(line.texts[one] == "that" for one in range(mark.end, start)):
                yield at, mark


def supposes_behind(line: Line, cut: Cut) -> bool:
    """Whether a clause behind another begins with an `if`: what stands before it is so only then."""
    starts = {piece.hit.start for piece in cut.pieces[1:] if not piece.is_gap}
    starts |= {at + 1 for at in starts if line.texts[at - 1 : at + 1] == ["that", "is"]}
    return any(
        mark.effect is Effect.SUPPOSED
        and line.texts[at] in _AFTERTHOUGHTS
        and line.texts[at - 1] not in _GRANTING
        and (at in starts or mark.end in starts)
        for at in range(1, len(line))
        for mark in line.marks[at]
    )


def goes_on(line: Line, piece: Piece) -> bool:
    """Whether a clause goes on from the one before, and is not set against it: `by 2040 A and B`, `by 2040 A, but B`."""
    return piece.is_gap or line.texts[piece.hit.start - 1] in _GOING_ON or line.texts[piece.hit.start] in _GOING_ON


def denies_all_of(cut: Cut) -> bool:
    """Whether a denial of the whole stands before more than one clause."""
    several = [piece for piece in cut.pieces if not piece.is_gap]
    marks = (*several[0].hit.marks, *cut.loose) if len(several) > 1 else ()
    begins = several[0].hit.start if several else 0
    return any(at <= begins and mark.effect is Effect.NEGATES and mark.says.endswith(" that") for at, mark in marks)


def denies_twice(line: Line, piece: Piece) -> bool:
    """Whether a clause has a denial beside the `not` that takes somebody out: `did not do it in A, not B`."""
    if not any(one.mention is not None and one.mention.excluded for one in piece.hit.bound):
        return False
    said = line.texts[piece.hit.start : piece.hit.end]
    is_marked = any(mark.effect in (Effect.NEGATES, Effect.NO_LONGER) for _, mark in piece.hit.marks)
    return sum(text in english.NEGATORS for text in said) > 1 or (is_marked and "not" in said)
