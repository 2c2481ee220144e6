"""What was done to so many, where phrases do not count them: who has moved 40 prisoners has moved prisoners.

    40 prisoners were moved from A to B  ->  prisoners were moved from A to B
    A sent 12 rhinos to B                ->  A sent rhinos to B

Only for what is done at some time: where 40 are ill, not all are. And only where the fact counts nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import is_denied
from dragoman.language.words import english
from dragoman.language.words.tokens import Token

_NO_NOUN = (
    english.BE
    | english.HAVE
    | english.BOUNDARIES
    | english.SPANS
    | english.PERCENT
    | english.MONTHS.keys()
    | english.LIGHT_WORDS
)
_NEAR = english.APPROXIMATELY | {"the", "another", "all"}
_SOME = frozenset({"several", "many", "dozens", "hundreds", "thousands", "scores"})


def uncounted(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence without a figure right before the things that it counts; none if it denies anything."""
    if is_denied(line):
        return
    for at in range(len(line) - 1):
        figure = line.figures[at]
        end = figure.end if figure is not None and not figure.unit else at + 1 if line.texts[at] in _SOME else 0
        end += end > 0 and line.texts[end : end + 1] == ["of"] and line.texts[at] in _SOME
        if not end or end >= len(line) or not line.tokens[end].is_word:
            continue
        noun = line.texts[end]
        if noun.endswith("s") and noun not in _NO_NOUN:
            start = at - (at > 0 and line.texts[at - 1] in _NEAR)
            yield [*line.tokens[:start], *line.tokens[end:]]
            return
