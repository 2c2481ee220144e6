"""What is compared with a thing of another kind: of which two its phrase says who is ahead, nobody knows.

A's army is stronger than B's economy · A is stronger than B's navy         neither in arms nor in trade
A's army is stronger than B's army · A's army is stronger than B's          as the phrase says
"""

from __future__ import annotations

from dragoman.language.clauses.cutter import Piece
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.thesaurus import same

_THAN = frozenset({"than"})
_NO_NOUN = (
    PREPOSITIONS | english.BE | english.HAVE | english.DO | english.MODALS | english.BOUNDARIES | english.ARTICLES
    | {"one", "ones", "own", "is", "does", "in", "now", "today", "and", "or", ","}
)  # fmt: skip


def compares_unlike(line: Line, piece: Piece) -> bool:
    """Whether what somebody has is compared with something else that another has."""
    end = min(piece.hit.end, len(line))
    than = next((at for at in range(piece.hit.start + 1, end) if line.texts[at] in _THAN), 0)
    if not than:
        return False
    start = than + 1 + (line.texts[than + 1 : than + 2] == ["the"])
    other = (
        max((m for m in line.mentions[start] if not m.pronoun), key=lambda m: m.end, default=None)
        if start < end
        else None
    )
    first = next((m for at in range(piece.hit.start, than) for m in line.mentions[at][:1]), None)
    if other is None or first is None or other.names == first.names:
        return False
    noun = other.end - 1
    if line.texts[noun] not in english.GOV_NOUNS or noun == start:
        is_owned = line.texts[other.end : other.end + 1] == ["'s"]
        noun = other.end + is_owned
        if not (is_owned or other.kind == ADJECTIVE) or noun >= end or line.texts[noun] in _NO_NOUN:
            return False
    had = range(next(at for at in range(piece.hit.start, than) if first in line.mentions[at]) + 1, than)
    said = {line.tokens[at].stem for at in had}
    wanted = line.tokens[noun].stem
    return said.isdisjoint({wanted} | same((wanted,)))
