"""Which kind of figure stands in a line: money, a percentage, a span of time, so many who come, or a number of anything else."""

from __future__ import annotations

from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.durations import MONTHS, SECONDS, times
from dragoman.language.words.numbers import PERCENT
from dragoman.language.words.stems import stem

KINDS = ("#", "$", "%", "&", "@", "n")
"""Any figure, a sum of money, a percentage, a span of time, a number of people who come or travel, what is neither money nor percent."""
_LASTING = (stem("days"), stem("months"))
_COMERS = frozenset(
    map(
        stem,
        english.lines(
            "visitors | guests | customers | tourists | passengers | travellers | riders | commuters | patients | viewers | listeners"
            "| readers | spectators | pilgrims | users"
        ),
    )
)
"""Who comes, or is taken somewhere."""


def is_of_kind(line: Line, at: int, kind: str) -> bool:
    """Whether a figure of that kind begins there."""
    figure = line.figures[at]
    if figure is None:
        return False
    behind = line.tokens[figure.end].stem if figure.end < len(line) else ""
    return {
        "#": True,
        "$": figure.unit.isupper(),
        "%": figure.unit == PERCENT,
        "&": figure.unit in (SECONDS, MONTHS) or any(times(line.tokens, figure.end, one) for one in _LASTING),
        "@": behind in _COMERS,
        "n": figure.unit != PERCENT and not figure.unit.isupper(),
    }[kind]
