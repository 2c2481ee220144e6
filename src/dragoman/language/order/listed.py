"""Those who are listed last, behind a colon, in the place of how many they are.

    A owns three hotels: X, Y and Z            ->  A owns X, Y and Z
    three hotels are owned by A: X, Y and Z    ->  X, Y and Z are owned by A
    the following plants are shut: X and Y     ->  X and Y are shut

Only where as many are listed as were counted, or they are announced by `the following`. As for all that
:mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import named_at
from dragoman.language.words import english
from dragoman.language.words.tokens import Token

_COLONS = frozenset({":", "-"})
_FOLLOWING = (["the", "following"], ["these"])
_LEAST, _MOST_NOUNS = 2, 3


def listed(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in that order; none if nobody is listed last."""
    colon = next((at for at in range(_LEAST, len(line) - 2) if line.texts[at] in _COLONS), 0)
    named = named_at(line, colon + 1) if colon else None
    if named is None or named.end != len(line) or len(named.names) < _LEAST or named.is_or:
        return
    for at in range(colon):
        start = at - (line.texts[at - 1 : at] in (["all"], ["the"]) if at else 0)
        size = _counted(line, at, len(named.names))
        end = _noun_end(line, at + size, colon) if size else 0
        if end:
            yield [*line.tokens[:start], *line.tokens[colon + 1 :], *line.tokens[end:colon]]
            return


def _counted(line: Line, at: int, several: int) -> int:
    """How many tokens say there that so many follow, or that they follow."""
    size = next((len(words) for words in _FOLLOWING if line.texts[at : at + len(words)] == words), 0)
    figure = line.figures[at]
    if size or figure is None or figure.unit or figure.low != figure.high or figure.low != several:
        return size
    return figure.end - at


def _noun_end(line: Line, start: int, colon: int) -> int:
    """Where the noun ends that is counted: one that names nobody, with a word or two before it; 0 if there is none."""
    for at in range(start, min(start + _MOST_NOUNS, colon)):
        if (
            not line.tokens[at].is_word
            or line.mentions[at]
            or line.texts[at] in english.BE | english.HAVE | english.CARRY_NOTHING
        ):
            return 0
        if line.texts[at].endswith("s") and not line.texts[at].endswith("ss"):
            return at + 1
    return 0
