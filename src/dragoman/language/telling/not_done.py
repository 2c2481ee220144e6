"""What was done or not, where a phrase says that it is going on: who has not become a member may be becoming one.

A did not become a member, has not joined: A may be becoming one, may be joining
A has become a member: A is no longer becoming one
"""

from __future__ import annotations

from itertools import pairwise

from dragoman.language.clauses.cutter import Piece
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import words_of

_AT_ONCE = frozenset(map(stem, english.LASTING | {"become", "becoming"}))
"""Stems of verbs of what is done at some time, and is being done before."""
_DONE_BEFORE = frozenset({"has", "have", "did", "never"})


def is_of_what_goes_on(line: Line, piece: Piece) -> bool:
    """Whether a clause says that something was done, or was not, of which its phrase says only that it is going on."""
    said = line.tokens[piece.hit.start : piece.hit.end]
    if piece.is_gap or _DONE_BEFORE.isdisjoint(token.text for token in said):
        return False
    words = words_of(piece.phrase.text)
    going = {stem(word) for word in words if word.endswith("ing")} & _AT_ONCE
    going -= {stem(two) for one, two in pairwise(["", *words]) if not two.endswith("ing") and one != "to"}
    if any(value.endswith("ing") and stem(value) in _AT_ONCE for value in _values(piece)):
        going |= {stem(word) for word in (*words, *_values(piece))} & _AT_ONCE
    return any(token.stem in going and not token.text.endswith("ing") for token in said)


def _values(piece: Piece) -> list[str]:
    """The words of slots that a clause has, or its phrase fixes."""
    return [*(value for _, value in piece.phrase.fixed), *(word for one in piece.hit.bound for word in one.words)]


def is_over_since(line: Line, piece: Piece) -> bool:
    """Whether what somebody did once is said to be there no longer: who ordered a count that is over has ordered it all the same."""
    is_gone = line.texts[:4] in (["there", "is", "no", "longer"], ["there", "are", "no", "longer"])
    is_so = (english.HAVE | {"there", "is", "are"}).isdisjoint(words_of(piece.phrase.text))
    return is_gone and is_so and not piece.is_gap
