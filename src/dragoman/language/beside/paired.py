"""Fields that are named in pairs and only say that it is so in each: `little political or economic unity`.

    unity among them, political as well as economic, is poor  ->  unity among them is poor
    there is little political or economic unity among them    ->  there is little unity among them
    it is shut out of the clubs, economic ones and others alike ->  it is shut out of the clubs

Whoever says it of both says it of the whole; but a fact that tells one field from another needs them said, and what is
denied of both is not denied of all others.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.tokens import Token

_FIELDS = frozenset(
    english.lines(
        "political | economic | military | cultural | technological | social | ideological | diplomatic | strategic | financial"
        "| commercial | legal | institutional | administrative | ethnic | religious | linguistic | historical | personal"
    )
)
_ADVERBS = frozenset(f"{field}ly" if field.endswith("al") else f"{field}ally" for field in _FIELDS) | {"militarily"}
_JOINTS = (("as", "well", "as"), ("as", "much", "as"), ("and", "also"), ("and",), ("or",))
_LEAST = 3


class Paired(NamedTuple):
    """A sentence without such a pair."""

    tokens: list[Token]
    words: frozenset[str]
    """The words of enumerations that the pair may be."""


def without_pairs(line: Line) -> Iterator[Paired]:
    """The sentence without the first pair that it has; nothing where something is denied."""
    if not english.NEGATORS.isdisjoint(line.texts):
        return
    for at in range(1, len(line) - 2):
        end = _end(line, at)
        if not end:
            continue
        is_apart = line.texts[at - 1] == "," and (end == len(line) or line.is_cut(end))
        start = at - 1 if is_apart else at
        end += is_apart and line.texts[end : end + 1] == [","]
        is_before = is_apart or (end < len(line) and line.tokens[end].is_word and line.texts[at] in _FIELDS)
        rest = [*line.tokens[:start], *line.tokens[end:]]
        if is_before and len(rest) >= _LEAST:
            said = {spoken.word for one in range(at, end) for _, spoken in line.spoken[one]}
            yield Paired(rest, frozenset(said) | {*line.texts[at:end]})
        return


def _end(line: Line, at: int) -> int:
    """Where a pair ends that begins there; 0 if none does."""
    texts = line.texts
    for kind in (_FIELDS, _ADVERBS):
        if texts[at] in kind:
            for joint in _JOINTS:
                last = at + 1 + len(joint)
                if tuple(texts[at + 1 : last]) == joint and texts[last : last + 1] != [] and texts[last] in kind:
                    return last + 1 + (texts[last + 1 : last + 2] == ["alike"])
    if texts[at + 1 : at + 3] == ["ones", "and"] and texts[at + 4 : at + 5] == ["ones"] and texts[at - 1] == ",":
        return at + 5 + (texts[at + 5 : at + 6] == ["alike"])
    return 0
