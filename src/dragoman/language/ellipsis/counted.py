"""What is counted, where a second figure leaves out its noun behind the verb of the first.

    A has 33 seats, and B has 27     ->  A has 33 seats, and B has 27 seats

Only where one noun alone was counted before; a noun that stands behind the second figure is its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.tokens import Token

_ENDING = frozenset({",", ";", "and", "but", "while", "."})
_HAVE = "has"


def with_nouns(line: Line) -> Sequence[Token]:
    """The tokens of a line, with the noun behind each bare figure that follows the verb of a figure before it."""
    counted = [at for at, figure in enumerate(line.figures) if figure is not None and at and not figure.unit]
    if len(counted) < 2:
        return line.tokens
    found: list[Token] = []
    nouns: dict[str, dict[str, Token]] = {}
    done = 0
    for at in counted:
        figure = line.figures[at]
        end = figure.end if figure is not None else at + 1
        if end <= done or figure is None:
            continue
        verb = _verb(line, at)
        if _is_noun(line, end):
            nouns.setdefault(verb, {})[line.texts[end]] = line.tokens[end]
        elif len(nouns.get(verb, {})) == 1 and _is_bare(line, end):
            [noun] = nouns[verb].values()
            like = line.tokens[end - 1]
            found += [*line.tokens[done:end], noun._replace(start=like.end, end=like.end)]
            done = end
    return [*found, *line.tokens[done:]] if found else line.tokens


def _verb(line: Line, at: int) -> str:
    """What stands before a figure, in one form."""
    return _HAVE if line.texts[at - 1] in english.HAVE else line.tokens[at - 1].stem


def _is_noun(line: Line, at: int) -> bool:
    """Whether what is counted stands there."""
    if at >= len(line) or not line.tokens[at].is_word or line.mentions[at] or line.figures[at] is not None:
        return False
    text = line.texts[at]
    ends = at + 1 >= len(line) or line.is_cut(at + 1) or line.texts[at + 1] in PREPOSITIONS | _ENDING
    return ends and text.endswith("s") and text not in PREPOSITIONS | english.CARRY_NOTHING | english.BOUNDARIES


def _is_bare(line: Line, at: int) -> bool:
    """Whether nothing that could be counted stands behind a figure."""
    return at >= len(line) or line.texts[at] in _ENDING or line.texts[at] in ("in", "at", "on")
