"""What is left of a figure that is denied: `does not owe more than 3 billion` says as much as `owes at most 3 billion`.

A number cannot be denied as a fact: what is denied of it is told as the bound that follows, and offered where it does not
follow which one is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.language.clauses.cutter import Piece

_WRITTEN = re.compile(r"(?P<bound>>=|<=)?(?P<low>[^\s.]+(?:\.\d+)?)(?:\.\.(?P<high>\S+))?(?P<unit> .*)?")


def figures_unlike(figure: str) -> tuple[str, ...]:
    """The figures that a denied one leaves, the likeliest first; one alone is sure.

    >>> figures_unlike(">=50"), figures_unlike("1.8 billion USD"), figures_unlike("20..30")
    (('<=50',), ('<=1.8 billion USD', '>=1.8 billion USD'), ('<=20', '>=30'))
    """
    found = _WRITTEN.fullmatch(figure)
    if found is None:
        return ()
    low, unit = found["low"], found["unit"] or ""
    below, above = f"<={low}{unit}", f">={found['high'] or low}{unit}"
    return (below,) if found["bound"] == ">=" else (above,) if found["bound"] == "<=" else (below, above)


def pieces_unlike(piece: Piece) -> Iterator[Piece]:
    """The clause with each figure that it leaves where it denies its own; none if it has no figure."""
    for number, one in enumerate(piece.hit.bound):
        is_split = one.mention is not None and bool(one.mention.excluded)
        if is_split:
            return
        for figure in figures_unlike(one.figure) if one.figure else ():
            bound = (*piece.hit.bound[:number], one._replace(figure=figure), *piece.hit.bound[number + 1 :])
            yield piece._replace(hit=piece.hit._replace(bound=bound))
