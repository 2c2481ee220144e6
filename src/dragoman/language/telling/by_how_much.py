"""By how much something changed, which is not how much it is.

`Humidity rose 20 percent` says nothing of `humidity rose to 20 percent`, and what is 20 percent up on last year, or
2 million more each year, is more than that.
"""

from __future__ import annotations

from dragoman.language.clauses.cutter import Piece
from dragoman.language.clauses.match import Bound
from dragoman.language.line.line import Line
from dragoman.language.words.changes import is_by_how_much
from dragoman.language.words.tokens import words_of

_EACH = frozenset({"a", "per", "each", "every", "than"})
_MORE_THAN = [[way, than] for way in ("up", "down") for than in ("on", "from")]


def is_only_by_how_much(line: Line, piece: Piece, one: Bound) -> bool:
    """Whether a figure stands right behind a verb of change, of which the phrase says where it came to or nothing at all."""
    behind = line.texts[one.end : one.end + 2]
    if one.figure and behind in _MORE_THAN and not any(line.figures[one.end + 2 : one.end + 3]):
        return True
    is_said = behind[1:] == [] or behind[1] in _EACH or line.is_cut(one.end + 1)
    is_more = behind[:1] in (["more"], ["less"])
    has_more = is_more and "than" not in behind and f"{{{one.slot}}} {behind[0]}" in piece.phrase.text.replace("[", "")
    if one.figure and is_more and is_said and not has_more:
        return True  # `owes 2 billion more each year`
    if not one.figure or not one.start or line.mentions[one.start - 1] or not is_by_how_much(line.texts[one.start - 1]):
        return False
    if "into" in line.texts[one.end : one.end + 2] or line.texts[one.start] == "from":
        return False  # `sinks 4 million into it`, `fell from 71 to 54 percent`
    own = [*words_of(piece.phrase.text)]
    by = any(
        word == "by" or (is_by_how_much(word) and behind != "to")
        for word, behind in zip(own, [*own[1:], ""], strict=True)
    )
    return not by
