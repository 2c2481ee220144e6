"""Statements under a label: `Castle this morning: 21 degrees, humidity 58 %`, `Requests from the Gallery: whale refused`.

What stands before the colon says of whom, or of what, all that follows is said; each part that a comma parts is a statement
of its own. It is told where the label says nothing but whom (and when), the part names nobody else, and it is understood as
what he has, or as what is there: `Castle has 21 degrees`, `humidity at Castle 58 %`; or where the label says just what, and
each part of whom: `Humidity: Gallery 55 %, Castle 60 %`. Behind whom alone a dash does as well: `Castle - 21 degrees`. A longer
label is put into what it is of: `coins from the Castle: test clean`. Else it is looked for with the label.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.language import english
from dragoman.language.clauses import Cutter, has_unheard
from dragoman.language.derive import PREPOSITIONS
from dragoman.language.effects import Effect
from dragoman.language.line import Line
from dragoman.language.mentions import PRONOUN, Mention
from dragoman.language.stems import stem
from dragoman.language.tokens import Token

_LONGEST, _MOST, _MOST_NOUNS = 8, 6, 2
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


_COLON, _COLON_OR_DASH = frozenset({":"}), frozenset({":", "-"})


class Labelled(NamedTuple):
    """A label, and where each part under it begins and ends."""

    end: int
    """The place of the colon."""
    parts: tuple[tuple[int, int], ...]


def _label_of(line: Line, start: int, end: int, marks: frozenset[str] = _COLON) -> Labelled | None:
    """Whatever stands before a colon, and what stands under it; None if there is none."""
    colon = next((at for at in range(start + 1, min(end, start + _LONGEST + 1)) if line.texts[at] in marks), 0)
    if not colon:
        return None
    parts, begins = list[tuple[int, int]](), colon + 1
    for at in range(colon + 1, end + 1):
        if at < end and line.texts[at] not in (",", ";"):
            continue
        begins += at > begins and line.texts[begins] in ("and", "plus", "also")
        if at > begins:
            parts.append((begins, at))
        begins = at + 1
    return Labelled(colon, tuple(parts)) if 0 < len(parts) <= _MOST else None


def label_in(line: Line, start: int = 0, end: int | None = None) -> Labelled | None:
    """The label that a part of a line begins with, and what stands under it; None if it has none."""
    label = _label_of(line, start, len(line) if end is None else end)
    return label if label is not None and _named(line, start, label.end) else None


def labelled(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence with the one who stands in its label in each part; nothing where a part is not understood."""
    label = _label_of(line, 0, len(line), _COLON_OR_DASH)
    named = _named(line, 0, label.end) if label is not None else []
    if label is None or (not named and line.texts[label.end] == "-"):
        return
    if len(named) > 1 or (named and not _says_only_whom(line, label.end, *named[0])):
        if line.texts[label.end] == ":":
            yield from _of_label(line, label)
        return
    tokens = list[Token]()
    for start, end in label.parts:
        ways = _of_whom(line, named[0], start, end) if named else _of_what(line, label.end, start, end)
        part = next((way for way in ways if _is_understood(line, way)), None)
        if part is None:
            return
        tokens += [*([_word(",", part[0], is_word=False)] if tokens else []), *part]
    yield tokens


def _of_label(line: Line, label: Labelled) -> Iterator[list[Token]]:
    """`oysters from X: test clean` as `test of oysters from X clean`: a single part that names nobody."""
    start, end = label.parts[0]
    if len(label.parts) > 1 or _named(line, start, end):
        return
    what, part = line.tokens[: label.end], line.tokens[start:end]
    for size in range(min(_MOST_NOUNS, len(part) - 1) + 1):
        way = [*part[:size], *([_word("of", what[0])] if size else []), *what, *part[size:]]
        if _is_understood(line, way):
            yield way
            return


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


def _of_whom(line: Line, whom: tuple[int, Mention], start: int, end: int) -> Iterator[list[Token]]:
    """The ways to say a part of the one who is named in the label; none where it names somebody."""
    said = f" {' '.join(line.texts[start:end])} "
    if _named(line, start, end) or any(f" {bound} " in said for bound in _BOUNDS):
        return
    name, part = line.tokens[whom[0] : whom[1].end], line.tokens[start:end]
    has, at = _word("has", part[0]), _word("at", part[0])
    yield from ([*name, *part], [*name, has, *part], [part[0], at, *name, *part[1:]], [*part, at, *name])
    if line.figures[start] is not None and len(part) > _MOST_NOUNS:  # `6 sailors sick`: 6 sailors on whom it is sick
        yield from ([*part[:2], _word(link, part[0]), *name, *part[2:]] for link in ("of", "on", "at"))


def _of_what(line: Line, label: int, start: int, end: int) -> Iterator[list[Token]]:
    """The ways to say of who is named first in a part what the label says: `Humidity: Gallery 55 %, Castle 60 %`."""
    named = _named(line, start, end)
    if len(named) != 1 or named[0][0] > start + 1 or named[0][1].end == end:
        return
    name, rest = line.tokens[start : named[0][1].end], line.tokens[named[0][1].end : end]
    what = line.tokens[:label]
    yield from ([*what, _word("at", what[0]), *name, *rest], [*name, *what, *rest])


def _is_understood(line: Line, way: list[Token]) -> bool:
    """Whether all of a part is one clause, said in some way."""
    wide = Line(line.grammar, line.text, way, (), widely=True)
    if has_unheard(wide):
        return False
    cut = Cutter(wide).cut()
    return len(cut.pieces) == 1 and not cut.left_over and not cut.pieces[0].others


def _word(text: str, like: Token, *, is_word: bool = True) -> Token:
    return Token(text, stem(text), like.start, like.start, is_word)
