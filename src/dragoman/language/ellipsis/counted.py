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
_MOST_NOUNS = 3


def with_nouns(line: Line) -> Sequence[Token]:
    """The tokens of a line, with the noun behind each bare figure that follows the verb of a figure before it."""
    counted = [at for at, figure in enumerate(line.figures) if figure is not None and at and not figure.unit]
    if len(counted) < 2:
        return line.tokens
    found: list[Token] = []
    nouns: dict[str, dict[str, list[Token]]] = {}
    done = 0
    for at in counted:
        figure = line.figures[at]
        end = figure.end if figure is not None else at + 1
        if end <= done or figure is None:
            continue
        verb = _verb(line, at)
        if noun := _noun(line, end):
            nouns.setdefault(verb, {})[" ".join(token.text for token in noun)] = noun
        elif len(nouns.get(verb, {})) == 1 and _is_bare(line, end):
            [noun] = nouns[verb].values()
            like = line.tokens[end - 1]
            found += [*line.tokens[done:end], *(one._replace(start=like.end, end=like.end) for one in noun)]
            done = end
    return [*found, *line.tokens[done:]] if found else line.tokens


def _verb(line: Line, at: int) -> str:
    """What stands before a figure, in one form."""
    return _HAVE if line.texts[at - 1] in english.HAVE else line.tokens[at - 1].stem


def _noun(line: Line, at: int) -> list[Token]:
    """What is counted, if it stands there with all that it is called."""
    end = at
    while end < len(line) and line.tokens[end].is_word and not line.mentions[end] and line.figures[end] is None:
        if line.texts[end] in PREPOSITIONS | english.CARRY_NOTHING | english.BOUNDARIES:
            break
        end += 1
    ends = end >= len(line) or line.is_cut(end) or line.texts[end] in PREPOSITIONS | _ENDING
    is_noun = ends and 0 < end - at <= _MOST_NOUNS and line.texts[end - 1].endswith("s")
    return line.tokens[at:end] if is_noun else []


def _is_bare(line: Line, at: int) -> bool:
    """Whether nothing that could be counted stands behind a figure."""
    return at >= len(line) or line.texts[at] in _ENDING or line.texts[at] in ("in", "at", "on")
