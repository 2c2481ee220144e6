"""What is said of all of a place, and what stands behind a place that a sentence begins with, in the order of a plain one.

    all over A, right across A, in all of A, the length and breadth of A   ->  in A
    in A is no farmer protesting                                           ->  no farmer is protesting in A
    in A are filled 64 % of the seats                                      ->  64 % of the seats are filled in A
    profits are up at A                                                    ->  profits at A are up

Who denies it of all of a place says nothing of the place. As for all that :mod:`dragoman.language.order.rearranged` does,
an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.turns.renamed import is_denied, named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.stems import is_past_participle
from dragoman.language.words.tokens import Token

_ALL_OVER = tuple(
    tuple(words.split())
    for words in english.lines(
        """
        all over | right across | all across | all through | right through | all around | all round | everywhere in | everywhere across
        in all of | in all | in the whole of | across the whole of | across all of | throughout the whole of | throughout all of
        throughout the length and breadth of | across the length and breadth of | up and down | the length and breadth of
        in every corner of | in every part of | in all parts of | in each part of | the whole of
        """
    )
)
_CUES = frozenset({word for words in _ALL_OVER for word in words[:2]}) - {"in", "the"}
_IN = frozenset({"in", "at"})
_BE = frozenset({"is", "are"})
_MOST_SUBJECT = 7
_MOST_THING, _MOST_SO = 3, 4
_NO_THING = english.ASKING | {"there", "it", "they", "we", "you", "he", "she", "this", "that", "here"}


def placed(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each plainer order that it has."""
    if not _CUES.isdisjoint(line.texts) and not is_denied(line):
        yield from _all_over(line)
    if line.texts[0] in _IN:
        yield from _turned_round(line)
    elif not _IN.isdisjoint(line.texts):
        yield from _of_what_is_there(line)


def _all_over(line: Line) -> Iterator[list[Token]]:
    """`all over A`: in A; those of a place who are many are all of those (`all over the ports`), which they are named for."""
    for at in range(len(line) - 1):
        end = max(
            (at + len(words) for words in _ALL_OVER if tuple(line.texts[at : at + len(words)]) == words), default=at
        )
        named = named_at(line, end) if end > at else None
        if named is not None and len(named.names) == 1:
            yield [*line.tokens[:at], *said_for(("in",), line.tokens[at]), *line.tokens[end:]]
            return


def _of_what_is_there(line: Line) -> Iterator[list[Token]]:
    """`profits are up at A`: those at A are."""
    texts = line.texts
    is_at = next((at for at in range(1, min(_MOST_THING + 1, len(line) - 3)) if texts[at] in _BE), 0)
    where = next((at for at in range(is_at + 2, min(is_at + 2 + _MOST_SO, len(line) - 1)) if texts[at] in _IN), 0)
    named = named_at(line, where + 1) if is_at and where else None
    if named is None or named.end < len(line) or named.kind == PRONOUN or len(named.names) != 1:
        return
    is_bare = not any(line.mentions[at] or line.is_cut(at) for at in range(where))
    if is_bare and texts[0] not in _NO_THING and PREPOSITIONS.isdisjoint(texts[:where]):
        yield [*line.tokens[:is_at], *line.tokens[where:], *line.tokens[is_at:where]]


def _turned_round(line: Line) -> Iterator[list[Token]]:
    """`in A is no farmer protesting`, `in A are filled 64 % of the seats`: who or what first, then how it is, then where."""
    named = named_at(line, 1)
    if named is None or named.end + 3 > len(line) or line.texts[named.end] not in _BE:
        return
    place, be, rest = line.tokens[: named.end], line.tokens[named.end], line.tokens[named.end + 1 :]
    if line.is_cut(len(line) - 1) or any(line.is_cut(at) for at in range(named.end, len(line))):
        return
    for size in range(1, min(len(rest), _MOST_SUBJECT)):
        first, behind = rest[:size], rest[size:]
        if is_past_participle(first[-1].text) and size <= 2:
            yield [*behind, be, *first, *place]
        elif behind[0].text.endswith("ing") or is_past_participle(behind[0].text) or len(behind) == 1:
            yield [*first, be, *behind, *place]
    yield [*said_for(("there",), be), be, *rest, *place]
