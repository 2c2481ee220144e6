"""The commas that a sentence leaves out, where it is sure that a clause begins: each order is read beside the one typed.

X has asked Y has not   ->  X has asked, Y has not
strong in X weak in Y   ->  strong in X, weak in Y
A is up I doubt B is    ->  A is up, I doubt B is
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.tokens import Token

_FIRST = 4
"""Tokens of the clause before, at least."""
_ANSWERS = english.BE | english.DO | english.HAVE | {"can"}


def with_commas(line: Line) -> Iterator[list[Token]]:
    """The tokens of a line: with the comma that is left out, in each place where it can be; first as they are if in none."""
    first = _short_denial(line)
    if first is None or line.is_cut(first - 1) or line.texts[first - 1] in PREPOSITIONS:
        yield line.tokens
    else:
        yield _with_comma(line, first)
    for at in (_contrast(line), _doubt(line)):
        if at is not None and not line.is_cut(at - 1):
            yield _with_comma(line, at)


def _with_comma(line: Line, at: int) -> list[Token]:
    begins = line.tokens[at].start
    return [*line.tokens[:at], Token(",", ",", begins, begins, False), *line.tokens[at:]]


def _named(line: Line, at: int) -> Mention | None:
    return next((m for m in line.mentions[at] if m.kind != PRONOUN), None) if at < len(line) else None


def _contrast(line: Line) -> int | None:
    """Where another word is said of the next: `strong in X weak in Y`; None if nowhere."""
    places = [at for at in range(len(line)) if line.spoken[at] and line.texts[at] not in _ANSWERS]
    for one in places:
        words = {spoken.word for _, spoken in line.spoken[one]}
        for other in places:
            is_another = any(spoken.word not in words for _, spoken in line.spoken[other])
            if other < one + _FIRST - 1 or not is_another:
                continue
            where = _named_behind(line, one, other)
            if where and where == _named_behind(line, other, len(line)):
                return other
    return None


def _named_behind(line: Line, at: int, end: int) -> str:
    """The preposition behind a word, if just that and a name stand there."""
    behind = line.spoken[at][0][0]
    if behind >= end or line.texts[behind] not in PREPOSITIONS:
        return ""
    named = _named(line, behind + 1 + (line.texts[behind + 1 : behind + 2] == ["the"]))
    return line.texts[behind] if named is not None and named.end == end else ""


def _doubt(line: Line) -> int | None:
    """Where the one who speaks begins to say how sure he is: `I doubt that it is`; None if nowhere."""
    for at in range(_FIRST, len(line) - 2):
        hedges = any(mark.effect is Effect.HEDGES for mark in line.marks[at])
        if line.texts[at] == "i" and hedges:
            return at
    return None


def _short_denial(line: Line) -> int | None:
    """Where it begins; None if there is none."""
    size, texts = len(line), line.texts
    none = next(
        (at for at in range(max(_FIRST, size - 4), size - 2) if texts[at] == "none" and texts[at + 1] in PREPOSITIONS),
        None,
    )
    if none is not None:
        return none
    if size < _FIRST + 3 or texts[-1] != "not" or texts[-2] not in _ANSWERS:
        return None
    end = size - 2 - (texts[-3] == "it")
    start = next(
        (at for at in range(_FIRST, end) for m in line.mentions[at] if m.end == end and m.kind != PRONOUN), None
    )
    if start is None:
        return None
    start -= texts[start - 1] in english.ARTICLES
    return start - (texts[start - 1] == "for")
