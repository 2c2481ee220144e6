"""How those are that are counted, said before what they are: `has 275 vacant homes` as `has 275 homes vacant`.

A phrase has the number with its unit in one slot, `{district} has {number} (empty|vacant)`, so that nothing can stand between. As
for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.grammar import Grammar
from dragoman.language.grammar.written import said_of_unit, unit_and_rate, unit_stems
from dragoman.language.line.line import Line
from dragoman.language.words.tokens import Token
from dragoman.values.quantity import Quantity


def with_unit_first(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence with each unit right behind its number."""
    for figure in line.figures:
        at = figure.end if figure is not None and not figure.unit else len(line)
        if at + 1 < len(line) and line.tokens[at].is_word and line.tokens[at + 1].stem in _counted(line.grammar):
            yield [*line.tokens[:at], line.tokens[at + 1], line.tokens[at], *line.tokens[at + 2 :]]


def _counted(grammar: Grammar) -> frozenset[str]:
    """The stems of what is counted in slots, one by one: `homes`."""
    kinds = (slot.kind for fact in grammar.told.values() for slot in fact.slots)
    counted = [kind for kind in kinds if isinstance(kind, Quantity)]
    single = (kind for kind in counted if len(unit_and_rate(unit_stems(kind))[0]) == 1)
    return frozenset[str]().union(*map(said_of_unit, single))
