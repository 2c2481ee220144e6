"""Statements under a label: `Castle this morning: 21 degrees, humidity 58 %`, `Requests from the Gallery: whale refused`.

What stands before the colon says of whom, or of what, all that follows is said; each part that a comma parts is a statement
of its own. It is told where the label says nothing but whom (and when), the part names nobody else, and it is understood as
what he has, or as what is there: `Castle has 21 degrees`, `humidity at Castle 58 %`. Else it is looked for with the label.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.language import english
from dragoman.language.clauses import Cutter, has_unheard
from dragoman.language.derive import PREPOSITIONS
from dragoman.language.line import Line
from dragoman.language.marks import Effect
from dragoman.language.mentions import PRONOUN, Mention
from dragoman.language.stems import stem
from dragoman.language.tokens import Token

_LONGEST, _MOST = 8, 6
"""Tokens of a label, and parts under it."""
_KINDS = frozenset(
    english.lines(
        """
        climate | reading | readings | figures | numbers | data | status | news | update | conditions | stats | statistics
        values | measurements | report | latest | situation | state of play | overview | summary | facts
        """
    )
)
"""Words of a label that say nothing but that something is said."""

_BOUNDS = (*english.AT_MOST, *english.AT_LEAST)
"""Under a label they may say how much is allowed, and not how much there is."""


class Labelled(NamedTuple):
    """A label, and where each part under it begins and ends."""

    end: int
    """The place of the colon."""
    parts: tuple[tuple[int, int], ...]


def label_in(line: Line, start: int = 0, end: int | None = None) -> Labelled | None:
    """The label that a part of a line begins with, and what stands under it; None if it has none."""
    end = len(line) if end is None else end
    colon = next((at for at in range(start + 1, min(end, start + _LONGEST + 1)) if line.texts[at] == ":"), 0)
    if not colon or _named(line, start, colon) == []:
        return None
    parts, begins = list[tuple[int, int]](), colon + 1
    for at in range(colon + 1, end + 1):
        if at < end and line.texts[at] not in (",", ";"):
            continue
        begins += at > begins and line.texts[begins] == "and"
        if at > begins:
            parts.append((begins, at))
        begins = at + 1
    return Labelled(colon, tuple(parts)) if 0 < len(parts) <= _MOST else None


def labelled(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence with the one who stands in its label in each part; nothing where a part is not understood."""
    label = label_in(line)
    named = _named(line, 0, label.end) if label is not None else []
    if label is None or len(named) != 1 or not _says_only_whom(line, label.end, *named[0]):
        return
    at, mention = named[0]
    whom, tokens = line.tokens[at : mention.end], list[Token]()
    for start, end in label.parts:
        part = _understood(line, whom, start, end)
        if part is None:
            return
        tokens += [*([_word(",", part[0], is_word=False)] if tokens else []), *part]
    yield tokens


def _named(line: Line, start: int, end: int) -> list[tuple[int, Mention]]:
    """Who is named in a part of a line."""
    found, at = list[tuple[int, Mention]](), start
    while at < end:
        mention = next((m for m in line.mentions[at] if m.kind != PRONOUN and m.end <= end), None)
        if mention is not None:
            found.append((at, mention))
        at = mention.end if mention is not None else at + 1
    return found


def _says_only_whom(line: Line, end: int, at: int, mention: Mention) -> bool:
    """Whether a label says nothing beside the one who is named in it, and when."""
    timed = {
        one for place in range(end) for mark in line.marks[place]
        if mark.effect is Effect.NONE and not mark.says for one in range(place, mark.end)
    }  # fmt: skip
    rest = [one for one in range(end) if not at <= one < mention.end and one not in timed]
    known = _KINDS | PREPOSITIONS | english.ARTICLES
    return len(mention.names) == 1 and all(line.texts[one] in known for one in rest)


def _understood(line: Line, whom: list[Token], start: int, end: int) -> list[Token] | None:
    """A part said of somebody, in the way in which it is understood; None if there is none."""
    said = f" {' '.join(line.texts[start:end])} "
    if _named(line, start, end) or any(f" {bound} " in said for bound in _BOUNDS):
        return None
    part = line.tokens[start:end]
    has, at = _word("has", part[0]), _word("at", part[0])
    for way in ([*whom, *part], [*whom, has, *part], [part[0], at, *whom, *part[1:]], [*part, at, *whom]):
        wide = Line(line.grammar, line.text, way, (), widely=True)
        if not has_unheard(wide):
            cut = Cutter(wide).cut()
            if len(cut.pieces) == 1 and not cut.left_over and not cut.pieces[0].others:
                return way
    return None


def _word(text: str, like: Token, *, is_word: bool = True) -> Token:
    return Token(text, stem(text), like.start, like.start, is_word)
