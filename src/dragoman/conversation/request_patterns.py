"""The patterns of what people ask a session for: a table of data beside this module, and what a pattern takes.

    requests.txt --table--> Table: the patterns of each action, what opens and closes a line

A pattern takes a whole line or nothing. What it says in its own words is its score, so that of two patterns that take a
line the one that knows more of it wins.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from dragoman.language.words import english
from dragoman.language.words.stems import stem


def root(word: str) -> str:
    """What all forms of a word have in common; also of a noun that was a form of a verb."""
    return stem(stem(word))


SOMEBODY = "@"
"""What stands in a line for a mention of an entity."""
_ASKING = """what which who how when where you i we me us my your our do be have there should would could can will may might
must shall one they so all any if about say tell show give"""
_LIGHT = english.CARRY_NOTHING | frozenset(_ASKING.split())
_LIGHTLY, _GAP = 0.3, 0.02
"""A word that nearly every line has counts for so much of another; a word that no pattern has, against it."""
_LONGEST_GAP = 30


Span = tuple[int, int]


class Taken(NamedTuple):
    """How a pattern takes some words."""

    score: float
    captured: Span | None = None
    """Where the words stand that are meant, if the pattern asks for them."""
    gaps: tuple[Span, ...] = ()
    """Where the words stand that it says nothing of."""


class _Reached(NamedTuple):
    at: int
    taken: Taken


class _Item(NamedTuple):
    """A part of a pattern: words, a choice, a gap, somebody, or what is captured."""

    kind: str
    stems: frozenset[str] = frozenset()
    choices: tuple[tuple[_Item, ...], ...] = ()
    optional: bool = False


class Pattern(NamedTuple):
    """One way to ask for an action."""

    action: str
    text: str
    items: tuple[_Item, ...]
    captures: str
    """`WHAT`, `FILE` or empty."""
    needs: tuple[frozenset[str], ...]
    """A line that it takes has a stem of each."""

    @property
    def is_whole(self) -> bool:
        """Whether it has a word for every word of a line that it takes."""
        return not self.captures and ".." not in self.text

    def taken(self, stems: Sequence[str]) -> Taken | None:
        """How it takes all of a line; None if it does not."""
        present = frozenset(stems)
        if any(need.isdisjoint(present) for need in self.needs):
            return None
        ends = [one.taken for one in _reached(self.items, stems, 0) if one.at == len(stems)]
        return max(ends, key=lambda taken: taken.score, default=None)


def _reached(items: Sequence[_Item], stems: Sequence[str], at: int) -> list[_Reached]:
    """Where a run of items can end that begins at `at`: for each end and capture the best."""
    states = [_Reached(at, Taken(0.0))]
    for item in items:
        best: dict[tuple[int, Span | None], _Reached] = {}
        for before in states:
            for one in _one(item, stems, before.at):
                reached = _Reached(one.at, _together(before.taken, one.taken))
                key = one.at, reached.taken.captured
                if key not in best or best[key].taken.score < reached.taken.score:
                    best[key] = reached
        states = list(best.values())
    return states


def _together(one: Taken, other: Taken) -> Taken:
    return Taken(one.score + other.score, other.captured or one.captured, (*one.gaps, *other.gaps))


def _one(item: _Item, stems: Sequence[str], at: int) -> Iterator[_Reached]:
    left = len(stems) - at
    match item.kind:
        case "word":
            if left and stems[at] in item.stems:
                yield _Reached(at + 1, Taken(_LIGHTLY if stems[at] in _LIGHT else 1.0))
        case "gap":
            for more in range(min(left, _LONGEST_GAP) + 1):
                yield _Reached(at + more, Taken(-_GAP * more, gaps=((at, at + more),) if more else ()))
        case "whom":
            if left and stems[at] == SOMEBODY:
                yield _Reached(at + 1, Taken(_LIGHTLY, gaps=((at, at + 1),)))
        case "capture":
            for more in range(1, left + 1):
                yield _Reached(at + more, Taken(-_GAP * more, (at, at + more)))
        case _:
            if item.optional:
                yield _Reached(at, Taken(0.0))
            for choice in item.choices:
                yield from _reached(choice, stems, at)


class Table:
    """All patterns, by action."""

    def __init__(self, patterns: Sequence[Pattern], opening: Sequence[str], closing: Sequence[str]) -> None:
        self.patterns = tuple(patterns)
        self.opening, self.closing = _phrases(opening), _phrases(closing)

    @cached_property
    def words(self) -> frozenset[str]:
        """All stems that patterns have."""
        found = {stem for pattern in self.patterns for item in pattern.items for stem in _stems(item)}
        return frozenset(found | {stem for phrase in (*self.opening, *self.closing) for stem in phrase})

    def cut(self, stems: Sequence[str]) -> Iterator[tuple[int, int]]:
        """The parts of a line that can be all of it, without what opens and closes it; the shortest first."""
        starts, ends = [0], [len(stems)]
        while (length := _longest(self.opening, stems[starts[-1] :], at_end=False)) and starts[-1] + length < len(
            stems
        ):
            starts.append(starts[-1] + length)
        while (length := _longest(self.closing, stems[: ends[-1]], at_end=True)) and ends[-1] - length > 0:
            ends.append(ends[-1] - length)
        for start in reversed(starts):
            for end in reversed(ends):
                if start < end:
                    yield start, end


def _longest(phrases: Sequence[tuple[str, ...]], stems: Sequence[str], *, at_end: bool) -> int:
    for phrase in phrases:
        part = stems[-len(phrase) :] if at_end else stems[: len(phrase)]
        if tuple(part) == phrase:
            return len(phrase)
    return 0


def _phrases(texts: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(map(root, text.split())) for text in texts), key=lambda phrase: -len(phrase)))


def _stems(item: _Item) -> Iterator[str]:
    yield from item.stems
    for choice in item.choices:
        for one in choice:
            yield from _stems(one)


@cache
def table() -> Table:
    """The patterns that are shipped."""
    return read_table(Path(__file__).with_name("requests.txt").read_text(encoding="utf-8"))


def read_table(text: str) -> Table:
    """The patterns that a text holds, as `requests.txt` says."""
    lists: dict[str, list[str]] = {}
    patterns, action = list[Pattern](), ""
    for row in text.splitlines():
        line = row.partition("#")[0].strip()
        if line.startswith("$") and " = " in line:
            name, _, words = line.partition(" = ")
            lists.setdefault(name[1:], []).extend(part.strip() for part in words.split(" | "))
        elif line.startswith("[") and line.endswith("]") and not set(" |[") & set(line[1:]):
            action = line[1:-1]
        elif line:
            patterns.append(_pattern(action, line, lists))
    return Table(patterns, lists.get("opening", ()), lists.get("closing", ()))


def _pattern(action: str, text: str, lists: Mapping[str, Sequence[str]]) -> Pattern:
    items = _Parser(text, lists).items()
    needs = tuple(need for item in items if (need := _need(item)))
    captures = next((word for word in ("WHAT", "FILE") if word in text.split()), "")
    return Pattern(action, text, items, captures, needs)


def _need(item: _Item) -> frozenset[str]:
    """The stems one of which a line has that the item takes; empty where it can do without."""
    if item.kind == "whom":
        return frozenset({SOMEBODY})
    if item.kind != "choice" or item.optional:
        return item.stems
    of_choices = [next(filter(None, map(_need, choice)), frozenset[str]()) for choice in item.choices]
    return frozenset().union(*of_choices) if all(of_choices) else frozenset()


_KINDS = {"..": "gap", "WHOM": "whom", "WHAT": "capture", "FILE": "capture"}


class _Parser:
    """Reads one pattern."""

    def __init__(self, text: str, lists: Mapping[str, Sequence[str]]) -> None:
        spaced = text
        for mark in "[]()":
            spaced = spaced.replace(mark, f" {mark} ")
        self.words, self.lists, self.at = (
            [w for w in spaced.replace("|", " | ").split() if w not in english.ARTICLES],
            lists,
            0,
        )

    def items(self) -> tuple[_Item, ...]:
        """All of the pattern: outside of brackets `a|b` stands between single words."""
        found: list[_Item] = []
        while self.at < len(self.words):
            if self.words[self.at] == "|":
                self.at += 1
                found.append(_either(found.pop(), self._next()))
            else:
                found.append(self._next())
        return tuple(found)

    def _next(self) -> _Item:
        word = self.words[self.at]
        self.at += 1
        if word in "([":
            return _Item("choice", choices=tuple(self._choices(")" if word == "(" else "]")), optional=word == "[")
        if word.startswith("$"):
            return _Parser(f"( {' | '.join(self.lists[word[1:]])} )", self.lists)._next()
        kind = _KINDS.get(word, "word")
        return _Item(kind, frozenset({root(word)}) if kind == "word" else frozenset())

    def _choices(self, closing: str) -> Iterator[tuple[_Item, ...]]:
        found: list[_Item] = []
        while self.words[self.at] != closing:
            if self.words[self.at] == "|":
                self.at += 1
                yield tuple(found)
                found = []
            else:
                found.append(self._next())
        self.at += 1
        yield tuple(found)


def _either(one: _Item, other: _Item) -> _Item:
    if one.kind == other.kind == "word":
        return _Item("word", one.stems | other.stems)
    choices = one.choices if one.kind == "choice" and not one.optional else ((one,),)
    return _Item("choice", choices=(*choices, (other,)))
