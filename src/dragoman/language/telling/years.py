"""A year that is told itself, `the ore runs out in 2031`, and says of nothing when it is so."""

from __future__ import annotations

from dragoman.language.clauses.cutter import Piece
from dragoman.language.grammar.phrases import tells_a_year
from dragoman.language.line.line import Line
from dragoman.rulebook.forms import Rulebook


def years_told(rulebook: Rulebook, piece: Piece) -> frozenset[int]:
    """The tokens of the year that a clause tells."""
    if not tells_a_year(rulebook.facts[piece.phrase.fact]):
        return frozenset()
    return frozenset(at for one in piece.hit.bound if one.figure for at in range(one.start, one.end))


def leaves_the_year_open(line: Line, years: frozenset[int]) -> bool:
    """Whether another year may be meant as well: `in 2031 or 2032`."""
    behind = max(years) + 1
    other = line.texts[behind + 1 : behind + 2]
    return line.texts[behind : behind + 1] == ["or"] and bool(other) and other[0].isdecimal()
