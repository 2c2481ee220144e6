"""Words that go on into another sense than that of the phrase that has them, or say less than it.

the ties are close to breaking          close is no more than near to that
A backs out of it                       leaves what it backed
A leads B by the nose                   no lead over B
A has few friends                       no quite a few
A is one of the largest partners of B   not the largest
"""

from __future__ import annotations

from dragoman.language.clauses.cutter import Piece
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.tokens import words_of

OTHER_SENSE = "its words may mean something else there"
_TURNS = (("by", "the", "nose"), ("up", "the", "garden"), ("a", "merry", "dance"))
"""What makes something else of a verb."""
_FIRST = frozenset({"most", "first", "main", "leading", "key", "top", "chief", "principal", "foremost", "major"})
_RANKED = frozenset({"first", "top", "one", "second", "third", "last", "foremost", "largest", "biggest"})
"""Before an `among` of those of whom somebody is the first."""
_MOST_BEFORE = 8
_ALSO_EST = frozenset({"west", "east", "interest", "latest", "forest", "protest", "request", "guest", "test"})


def means_something_else(line: Line, piece: Piece) -> bool:
    """Whether its words go on into another sense than that of its phrase."""
    texts, start, end = line.texts, piece.hit.start, min(piece.hit.end, len(line))
    own, said = words_of(piece.phrase.text), line.texts[start : min(end + 2, len(line))]
    if any(tuple(said[at : at + len(one)]) == one for one in _TURNS for at in range(len(said))):
        return True
    marked = {one for at, mark in piece.hit.marks for one in range(at, mark.end)}
    for at in range(start, end):
        if texts[at] == "close" and texts[at + 1 : at + 2] == ["to"] and not _names(line, at + 2):
            return "to" not in own
        is_out = (
            piece.phrase.holds
            and texts[at : at + 2] == ["out", "of"]
            and "out" not in own
            and at > start
            and at not in marked
            and at - 1 not in marked
            and texts[at + 2 : at + 3] not in (["every"], ["ten"], ["date"])
            and not any(figure is not None and figure.end > at for figure in line.figures[max(0, at - 2) : at])
        )
        if is_out and line.tokens[at - 1].is_word and not line.mentions[at - 1] and texts[at - 1] not in english.BE:
            return True
        is_any = texts[at] == "few" or texts[at + 1 : at + 2] == ["any"]
        if is_any and texts[at] in ("few", "hardly", "barely", "scarcely") and at not in marked:
            is_several = texts[at - 1 : at] in (["a"], ["the"], ["every"])
            if not is_several and (texts[at] not in own or "quite a few" in piece.phrase.text):
                return True
    return False


def is_one_of_the_first(line: Line, piece: Piece) -> bool:
    """Whether somebody is one of those who bear a rank that the phrase gives to one: `one of the largest partners`."""
    texts, end = line.texts, min(piece.hit.end, len(line))
    if "one of" in piece.phrase.text:
        return False
    for at in range(piece.hit.start, end):
        is_among = texts[at] == "among" and texts[at - 1] not in _RANKED
        if not is_among and texts[at : at + 2] != ["one", "of"]:
            continue
        behind = texts[at + 1 : min(at + _MOST_BEFORE, end)]
        if any(text in _FIRST or (text.endswith("est") and text not in _ALSO_EST) for text in behind):
            return not is_among or "best" not in behind  # who ranks among the best is no less than the first
    return False


def _names(line: Line, at: int) -> bool:
    """Whether somebody is named there, or nothing follows."""
    at += line.texts[at : at + 1] != [] and line.texts[at] in english.ARTICLES
    return at >= len(line) or bool(line.mentions[at])
