"""Lists of names and figures as they stand in notes: figures in brackets, and what they are counted in said ahead of all.

    three firms matter here: A (22 rides a year), B (14)  ->  A 22 rides a year, B 14 rides a year
    price of a ride, in thousands of euros: A 62, B 48    ->  price of a ride: A 62 thousand euros, B 48 thousand euros
    here is how the piers stand: A is open; B, shut       ->  A is open; B, shut

What stands before the colon is left out only where it says no more than that something will be told. Brackets in the midst of a
sentence stay, and nothing is told: what stands in them may be of another time or kind.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.words import english
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token

_ANNOUNCES = Cues(
    """
    (two|three|four|five|six|seven|eight|nine|ten|these|those|the|some|several|the following) [_] [_] (matter|count|stand out|are listed|are on the list|are of interest|are worth a look|are worth noting) [(here|now|today|most|above all)]
    [and] (here|this) is (how|where) (the|our|its|their|these|those) [_] _ (stand|stands|compare|compares|fare|fares|do|look|line up|measure up) [(now|today|so far|at present|at the moment|this week|this month|this morning)]
    """
)
_SCALES = {"thousands": "thousand", "millions": "million", "billions": "billion", "hundreds": "hundred"}
_MOST_UNIT = 4
_LONGEST = 14


def tabled(line: Line) -> Sequence[Token]:
    """The tokens of a line as a plain list; the same where it is no such list."""
    colon = next((at for at in range(2, min(len(line) - 2, _LONGEST)) if line.texts[at] == ":"), 0)
    if not colon:
        return line.tokens
    head, rest = line.tokens[:colon], line.tokens[colon + 1 :]
    if _ANNOUNCES.whole(spaced(line.texts[:colon])) and not _is_named(line, colon):
        return _without_brackets(line, colon + 1) or rest
    if (bare := _without_brackets(line, colon + 1)) is not None:
        return [*head, line.tokens[colon], *bare]
    return _with_unit(line, colon) or line.tokens


def _is_named(line: Line, end: int) -> bool:
    return any(m.kind != PRONOUN for at in range(end) for m in line.mentions[at])


def _without_brackets(line: Line, start: int) -> list[Token] | None:
    """`A (22 rides a year), B (14) and C (5)`, `A (open), B (shut)` to the end, each with what the first counts; None if it is no such list."""
    found, at, unit = list[Token](), start, list[Token]()
    if "(" not in line.texts[start:]:
        return None
    while at < len(line):
        at += line.texts[at] in english.ARTICLES
        named = (
            next((m for m in line.mentions[at] if len(m.names) == 1 and m.kind != PRONOUN), None)
            if at < len(line)
            else None
        )
        begins = named.end + 1 if named is not None and line.texts[named.end : named.end + 1] == ["("] else 0
        figure = line.figures[begins] if 0 < begins < len(line) else None
        close = next((one for one in range(begins, len(line)) if line.texts[one] == ")"), 0)
        if named is None or not close:
            return None
        comma = [Token(",", ",", line.tokens[at].start, line.tokens[at].start, False)] if found else []
        if any(end == close for end, _ in line.spoken[begins]):
            found += [*comma, *line.tokens[at : named.end], *line.tokens[begins:close]]
            at = _behind(line, close + 1)
            continue
        if figure is None or close - figure.end > _MOST_UNIT:
            return None
        counted = line.tokens[figure.end : close]
        if any(
            line.figures[one] is not None or line.texts[one] in english.NEGATORS for one in range(figure.end, close)
        ):
            return None
        unit = unit or counted
        here = line.tokens[close - 1]
        said = counted or ([t._replace(start=here.start, end=here.end) for t in unit] if not figure.unit else [])
        found += [*comma, *line.tokens[at : named.end], *line.tokens[begins : figure.end], *said]
        at = _behind(line, close + 1)
    return found


def _behind(line: Line, at: int) -> int:
    """Where the next of a list begins."""
    while at < len(line) and line.texts[at] in (",", "and", ";"):
        at += 1
    return at


def _with_unit(line: Line, colon: int) -> list[Token] | None:
    """`price, in millions of euros: A 62, B 48`; None where the figures have units of their own."""
    opens = next((at for at in range(1, colon - 1) if line.texts[at] in (",", "(") and line.texts[at + 1] == "in"), 0)
    end = colon - (line.texts[colon - 1] == ")")
    said = line.texts[opens + 2 : end]
    if not opens or not 0 < len(said) <= _MOST_UNIT or any(line.mentions[at] for at in range(opens + 2, end)):
        return None
    scale = _SCALES.get(said[0]) if said[1:2] == ["of"] else None
    unit = [scale, *said[2:]] if scale else said
    figures = [
        (at, one)
        for at in range(colon, len(line))
        if (one := line.figures[at]) is not None and not _within_name(line, at)
    ]
    if not figures or any(
        one.unit or one.scale or line.texts[one.end : one.end + 1] not in ([], [","], [";"], ["and"])
        for _, one in figures
    ):
        return None
    found, done = [*line.tokens[:opens]], colon
    for _, figure in figures:
        here = line.tokens[figure.end - 1]
        found += [
            *line.tokens[done : figure.end],
            *(Token(text, stem(text), here.start, here.end, True) for text in unit),
        ]
        done = figure.end
    return [*found, *line.tokens[done:]]


def _within_name(line: Line, at: int) -> bool:
    """Whether a figure is part of a name: `Argus 4`."""
    return any(m.kind != PRONOUN and start < at < m.end for start in range(at) for m in line.mentions[start])
