"""One clause of a sentence in a plainer order or plainer words, beside another that is understood as it stands.

    A leads in trade, and what A has in B is a base        ->  A leads in trade, and A has a base in B
    A and B share interests, yet on some points they clash ->  A and B share interests, yet they clash on some points

The forms are those that a whole sentence is read in; a form is taken only where all of the sentence is understood then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from dragoman.language.clauses.cutter import Cut
from dragoman.language.line.line import Line
from dragoman.language.words.tokens import Token

_JOINING = frozenset({",", "and", "but", "while", "whereas", "though", "although", ";", "so", "yet", ":", "-"})
_LEAST = 3
_MOST = 24
"""So many forms of one clause are tried."""

Orders = Callable[[Line], Iterable[list[Token]]]


def parted(
    line: Line, cut: Cut, line_of: Callable[[list[Token]], Line], orders: Iterable[Orders]
) -> Iterator[list[Token]]:
    """The tokens of a sentence with its one clause that was not understood in each other form."""
    found = _left_over(line, cut)
    if found is None:
        return
    start, end = found
    alone = line_of(line.tokens[start:end])
    before, behind = line.tokens[:start], line.tokens[end:]
    for order in islice(chain.from_iterable(one(alone) for one in orders), _MOST):
        if order is not alone.tokens:
            yield [*before, *order, *behind]


def _left_over(line: Line, cut: Cut) -> tuple[int, int] | None:
    """From where to where the clause stands that nothing was made of, if it is but one."""
    if not cut.left_over or not cut.pieces:
        return None
    first, last = cut.left_over[0], cut.left_over[-1]
    start = max((min(p.hit.end, len(line)) for p in cut.pieces if p.hit.end <= first), default=0)
    end = min((p.hit.start for p in cut.pieces if p.hit.start > first), default=len(line))
    if last >= end or any(start < p.hit.end and p.hit.start < end for p in cut.pieces):
        return None
    is_joined = start == 0
    while start < end and line.texts[start] in _JOINING:
        start, is_joined = start + 1, True
    is_parted = end == len(line)
    while end > start and line.texts[end - 1] in _JOINING:
        end, is_parted = end - 1, True
    return (start, end) if is_joined and is_parted and end - start >= _LEAST else None
