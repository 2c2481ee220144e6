"""Statements under a label: `Castle this morning: 21 degrees, humidity 58 %`, `Requests from the Gallery: whale refused`.

What stands before the colon says of whom, or of what, all that follows is said; each part that a comma parts is a statement
of its own. It is told where the label says nothing but whom (and when), the part names nobody else, and it is understood as
what he has, or as what is there: `Castle has 21 degrees`, `humidity at Castle 58 %`; or where the label says just what, and
each part of whom: `Humidity: Gallery 55 %, Castle 60 %`, `Attendance: up at the Gallery, down at the Castle`. Behind whom
alone a dash does as well: `Castle - 21 degrees`. A longer label is put into what it is of (:mod:`dragoman.language.ellipsis.headed`).
Else it is looked for with the label.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from dragoman.language.ellipsis.headed import all_understood, first_understood, headed, named_in, word
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import Mention
from dragoman.language.turns.renamed import is_denied
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.tokens import Token

_LONGEST, _MOST, _MOST_NOUNS = 8, 6, 2
"""Tokens of a label, and parts under it."""
_KINDS = frozenset(
    english.lines(
        """
        climate | reading | readings | figures | numbers | data | status | news | update | conditions | stats | statistics
        values | measurements | measurement | measured | report | latest | situation | state of play | overview | summary | facts
        things | points | items | remarks | observations | words | takeaways | lines | one | two | three | four | five | some | few
        log | logbook | diary | entry | note | notes | minutes | round | rounds | patrol | check | night | day | morning | evening | ,
        """
    )
)
"""Words of a label that say nothing but that something is said."""

_BOUNDS = (*english.AT_MOST, *english.AT_LEAST)
"""Under a label they may say how much is allowed, and not how much there is."""


_STRIKING = frozenset(
    english.lines("remove | delete | withdraw | retract | erase | scrap | forget | ignore | disregard | undo | unsay")
)
"""What takes back what stands behind the colon."""
_TOPIC = frozenset({"about", "on", "for", "4", "regarding", "concerning", "re"})
"""Before whom all that follows is about; who stands there without them may be the one who says it."""
_LINKS = ("for", "about", "on", "in", "of", "towards", "to", "with", "from")
_COLON, _MARKS = frozenset({":"}), frozenset({":", "-", "="})


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
    return label if label is not None and named_in(line, start, label.end) else None


def labelled(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence with the one who stands in its label in each part; nothing where a part is not understood."""
    label = _label_of(line, 0, len(line), _MARKS)
    named = named_in(line, 0, label.end) if label is not None else []
    if label is None or (not named and line.texts[label.end] == "-") or line.texts[0] in _STRIKING:
        return
    parts = [part for at, part in enumerate(label.parts) if not (at and _says_only_when(line, *part))]
    if len(named) != 1 or not _says_only_whom(line, label.end, *named[0]):
        if line.texts[label.end] != "-" and parts:
            yield from headed(line, label.end, parts)
        return
    tokens = list[Token]()
    for start, end in parts:
        ways = chain(_of_whom(line, named[0], start, end), _about_whom(line, named[0], start, end))
        part = first_understood(line, ways)
        if part is None:
            return
        tokens += [*([word(",", part[0], is_word=False)] if tokens else []), *part]
    if tokens:
        yield tokens


def _says_only_when(line: Line, start: int, end: int) -> bool:
    """Whether a part is no more than a time, which would narrow a denial."""
    at = start
    while at < end:
        silent = (Effect.NONE,) if is_denied(line) else (Effect.NONE, Effect.NARROWS)
        mark = next((m for m in line.marks[at] if m.effect in silent and m.end <= end), None)
        if mark is None:
            return False
        at = mark.end
    return True


def _says_only_whom(line: Line, end: int, at: int, mention: Mention) -> bool:
    """Whether a label says nothing beside the one who is named in it, and when."""
    timed = {
        one for place in range(end) for mark in line.marks[place]
        if mark.effect is Effect.NONE and not mark.says for one in range(place, mark.end)
    }  # fmt: skip
    rest = [one for one in range(end) if not at <= one < mention.end and one not in timed]
    known = _KINDS | PREPOSITIONS | english.ARTICLES | _TOPIC
    return len(mention.names) == 1 and all(line.texts[one] in known for one in rest)


def _of_whom(line: Line, whom: tuple[int, Mention], start: int, end: int) -> Iterator[list[Token]]:
    """The ways to say a part of the one who is named in the label; none where it names somebody."""
    said = f" {' '.join(line.texts[start:end])} "
    if named_in(line, start, end) or any(f" {bound} " in said for bound in _BOUNDS):
        return
    name, part = line.tokens[whom[0] : whom[1].end], line.tokens[start:end]
    has, at = word("has", part[0]), word("at", part[0])
    yield from ([*name, *part], [*name, has, *part])
    if line.figures[start] is not None:
        yield [*name, at, *part]
    for link in (at, word("in", part[0])):
        for size in range(1, min(_MOST_NOUNS, len(part)) + 1):
            yield [*part[:size], link, *name, *part[size:]]
        if len(part) > _MOST_NOUNS:
            yield [*part, link, *name]
    if line.figures[start] is None and len(part) > 1:  # `Lyon: red alert`
        yield from ([*name, word(link, part[0]), *part] for link in ("on", "under", "in"))
    if line.figures[start] is not None and len(part) > _MOST_NOUNS:  # `6 sailors sick`: 6 sailors on whom it is sick
        yield from ([*part[:2], word(link, part[0]), *name, *part[2:]] for link in ("of", "on", "at"))


def _about_whom(line: Line, whom: tuple[int, Mention], start: int, end: int) -> Iterator[list[Token]]:
    """A part that names somebody else, about the one in the label: `about Russia: officials in Astana are full of praise`.

    He stands where it says `it`, or behind it, if all that are understood with him there say the same.
    """
    at, mention = whom
    part = line.tokens[start:end]
    texts = [token.text for token in part]
    named = named_in(line, start, end)
    if (
        not named
        or not at
        or line.texts[at - 1] not in _TOPIC
        or any(set(m.names) & set(mention.names) for _, m in named)
    ):
        return
    name = line.tokens[at : mention.end]
    its = next((one for one, text in enumerate(texts) if text in ("its", "it")), None)
    if its is not None:
        owner = [word("'s", part[0], is_word=False)] if texts[its] == "its" else []
        yield [*part[:its], *name, *owner, *part[its + 1 :]]
        return
    found = all_understood(line, ([*part, word(link, part[0]), *name] for link in _LINKS))
    if len(found) == 1:
        yield from found.values()
