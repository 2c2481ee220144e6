"""One clause with its verb, and others behind it that leave it out, each said in full.

    A pays B, C D and E F                              ->  A pays B, C pays D, E pays F
    A's plans are rising, B's falling                  ->  A's plans are rising, B's plans are falling
    A is on tour in B; C, in D; E, in F                ->  A is on tour in B, C is on tour in D, ...
    the launch of A is late, that of B is on time      stays: a clause with a verb is one by itself

The others name as many as the first, each of whom could stand in the place of his like; nothing else is in them but the prepositions
that the first has there. Of `A pays B, C and D` nobody pays D but A: two that an `and` joins are no clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dragoman.language.clauses.shared import fit_one_slot
from dragoman.language.clauses.tails import as_counted
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.tokens import Token
from dragoman.values.enumeration import Enumeration

_JOINTS = frozenset({",", ";", "and", "but", "while", "whereas"})
_LIGHT = english.ARTICLES | {"'s"}
_SILENT = frozenset({Effect.NONE, Effect.PLACE})
_BEFORE_ALL = _SILENT | {Effect.REPORTED}
_TWO, _MOST = 2, 4
"""Names, figures and words that a clause has at least, and at most."""


class _Thing(NamedTuple):
    """A name, a figure, or a word of a slot."""

    start: int
    end: int
    kind: str
    names: tuple[str, ...]
    link: str
    """The preposition before it, or empty."""


def series(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence with each clause in full."""
    if _JOINTS.isdisjoint(line.texts) or not english.NEGATORS.isdisjoint(line.texts):
        return
    things = _things(line)
    if len(things) < _TWO + _TWO:
        return
    for joint in _joints(line, things):
        first, rest = _matching(
            line, [one for one in things if one.end <= joint], [one for one in things if one.start > joint]
        )
        groups = _groups(line, first, rest, joint)
        if groups and _is_plain(line, first):
            yield [*line.tokens[:joint], *(token for group in groups for token in _in_full(line, first, group, joint))]
            return


def _things(line: Line) -> list[_Thing]:
    found, at = list[_Thing](), 0
    while at < len(line):
        thing = _thing(line, at)
        if thing is not None:
            found.append(thing)
        at = thing.end if thing is not None else at + 1
    return found


def _thing(line: Line, at: int) -> _Thing | None:
    """What begins at a token, the longest."""
    before = at - 1 - (at > 0 and line.texts[at - 1] in english.ARTICLES)
    link = line.texts[before] if before >= 0 and line.texts[before] in PREPOSITIONS else ""
    named = next((m for m in line.mentions[at] if len(m.names) == 1 and m.kind != PRONOUN and not m.excluded), None)
    if named is not None:
        return _Thing(at, named.end, "name", named.names, link)
    if (figure := line.figures[at]) is not None:
        return _Thing(at, figure.end, "figure", (), link)
    end = max((end for end, _ in line.spoken[at]), default=0)
    return (
        _Thing(at, end, "word", tuple(said.word for stop, said in line.spoken[at] if stop == end), link)
        if end
        else None
    )


def _joints(line: Line, things: Sequence[_Thing]) -> Iterator[int]:
    """Where the first clause may end, the first place first."""
    for before, after in pairwise(things[1:]):
        between = line.texts[before.end : after.start]
        if between and between[0] in _JOINTS:
            yield before.end
        elif joint := next((at for at in range(before.end, after.start) if line.texts[at] in _JOINTS), 0):
            yield joint


def _matching(line: Line, first: list[_Thing], rest: list[_Thing]) -> tuple[list[_Thing], list[_Thing]]:
    """Those of the first clause and those behind it, without words that could stand for no other there."""
    kept = [one for one in first if one.kind != "word" or any(_is_like(line, one, other) for other in rest)]
    return kept, [one for one in rest if one.kind != "word" or any(_is_like(line, other, one) for other in kept)]


def _groups(line: Line, first: Sequence[_Thing], rest: Sequence[_Thing], joint: int) -> list[list[_Thing]]:
    """What stands in each clause behind the first in the place of what the first has; none if they are no such clauses."""
    size = len(first)
    if not _TWO <= size <= _MOST or not rest or len(rest) % size:
        return []
    groups = [[*rest[at : at + size]] for at in range(0, len(rest), size)]
    begins = joint
    is_apart = line.texts[joint] == ";"
    for group in groups:
        between = line.texts[begins : group[0].start]
        if (
            _JOINTS.isdisjoint(between)
            or (is_apart and ";" not in between)
            or not _is_light(between, group[0], _JOINTS)
        ):
            return []
        for (was, now), behind in zip(zip(first, group, strict=True), [*group[1:], None], strict=True):
            if not _is_like(line, was, now):
                return []
            within = line.texts[_counts(line, was, now) : behind.start] if behind is not None else []
            if not _is_light(within, behind, frozenset({","} if is_apart else ())):
                return []
        if any(now.link and now.link != was.link for was, now in zip(first, group, strict=True)):
            return []
        begins = _counts(line, first[-1], group[-1])
    return groups if _is_verb(line, first, joint) and begins + (line.texts[begins:] == ["too"]) == len(line) else []


def _counts(line: Line, was: _Thing, now: _Thing) -> int:
    """Where a figure ends with what it counts, as the first clause says it: `2 passengers ..., 9 passengers ...`."""
    end = now.end
    while (
        now.kind == "figure"
        and end < len(line)
        and line.texts[end] == line.texts[was.end + end - now.end]
        and line.tokens[end].is_word
    ):
        end += 1
    return end


def _is_light(words: Sequence[str], now: _Thing | None, joints: frozenset[str]) -> bool:
    """Whether nothing stands there but joints, articles and the preposition of what follows."""
    light = _LIGHT | joints | ({now.link} if now is not None and now.link else set())
    return all(word in light for word in words)


def _is_like(line: Line, was: _Thing, now: _Thing) -> bool:
    """Whether one can stand where the other stands in the first clause."""
    if was.kind != now.kind or (was.names and was.names == now.names):
        return False
    if was.kind == "name":
        return fit_one_slot(line, (*was.names, *now.names))
    if was.kind == "word":
        kinds = (slot.kind for fact in line.grammar.told.values() for slot in fact.slots)
        words = [frozenset(kind.words) for kind in kinds if isinstance(kind, Enumeration)]
        return any(not known.isdisjoint(was.names) and not known.isdisjoint(now.names) for known in words)
    return _counted(line, was, now, was.end) is not None


def _counted(line: Line, was: _Thing, now: _Thing, end: int) -> list[Token] | None:
    figure, other = line.figures[now.start], line.figures[was.start]
    if figure is None or other is None:
        return None
    return as_counted(line, (now.start, figure), (was.start, other), end)


def _is_verb(line: Line, first: Sequence[_Thing], joint: int) -> bool:
    """Whether the first clause has a word between what it names that is no more than a link."""
    said = (
        line.texts[at]
        for one, other in zip(first, [*first[1:], None], strict=True)
        for at in range(one.end, other.start if other is not None else joint)
    )
    return any(text not in _LIGHT | PREPOSITIONS and text not in (",", ":") for text in said)


def _is_plain(line: Line, first: Sequence[_Thing]) -> bool:
    """Whether nothing doubts, dates or asks, but perhaps a source before all of it."""
    begins = first[0].start
    return all(
        mark.effect in (_SILENT if at >= begins else _BEFORE_ALL) for at in range(len(line)) for mark in line.marks[at]
    )


def _in_full(line: Line, first: Sequence[_Thing], group: Sequence[_Thing], joint: int) -> Iterator[Token]:
    """A clause with the words of the first one."""
    yield Token(",", ",", line.tokens[group[0].start].start, line.tokens[group[0].start].start, False)
    at = _behind_source(line, first[0].start)
    for was, now in zip(first, group, strict=True):
        yield from line.tokens[at : was.start]
        yield from (_counted(line, was, now, joint) or ()) if was.kind == "figure" else line.tokens[now.start : now.end]
        at = was.end
    if (
        first[-1].kind == "figure"
        and len(_counted(line, first[-1], group[-1], joint) or ()) > group[-1].end - group[-1].start
    ):
        at = joint
    yield from line.tokens[at:joint]


def _behind_source(line: Line, begins: int) -> int:
    """Where the clause itself begins: behind who says so."""
    return max((m.end for at in range(begins) for m in line.marks[at] if m.effect is Effect.REPORTED), default=0)
