"""Who is only taken out of what is said, so that it is not so of him, or is of nobody else who is named.

everywhere but in A it is banned     it says nothing of A but that it is not so there
all but A are insolvent              of all who? nobody is named of whom it is so

Where the others are named (`every club but A`), it is told of each, and of A that it is not so.
"""

from __future__ import annotations

from itertools import pairwise

from dragoman.language.clauses.cutter import Piece
from dragoman.language.clauses.match import Bound
from dragoman.language.line.line import Line
from dragoman.language.line.members import EVERY
from dragoman.language.words.tokens import words_of

ELSEWHERE = "it says where it is not so, and not where it is"
OF_WHOM = "it names nobody but whom it leaves out"
_EVERYWHERE = frozenset({("everywhere", "but"), ("anywhere", "but")})
_EXCEPT = frozenset({"but", "except", "save", "bar", "barring", "excluding", "without", "other", "apart", "with"})


def left_out(line: Line, piece: Piece) -> str:
    """Why nothing is told of whoever a clause takes out, or of the others; or empty."""
    if "where but" in line.text.lower() and not _EVERYWHERE.isdisjoint(pairwise(words_of(line.text))):
        return ELSEWHERE
    return OF_WHOM if any(_is_of_nobody(line, one) for one in piece.hit.bound) else ""


def _is_of_nobody(line: Line, one: Bound) -> bool:
    """Whether an exception stands right behind an `all`, and the group of which it is one is not named beside it."""
    if one.mention is None or not one.mention.excluded or one.start + 1 >= one.end:
        return False
    if line.texts[one.start] not in EVERY or line.texts[one.start + 1] not in _EXCEPT:
        return False
    whole, entities = {*one.mention.names, *one.mention.excluded}, line.grammar.lexicon.entities
    named = (name for several in line.mentions for mention in several for name in mention.names)
    return all({*entities[name].members} != whole for name in named)
