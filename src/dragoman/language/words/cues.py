"""The notation in which tables of wording are written: one wording a line, matched against the words of a sentence.

    what (is|was) missing       one of several words
    [the] reason                a word that may be there
    why ... not                 up to six words in between
    number _                    any one word

Words are matched whole, in lower case and without marks. Longer tables cost no more than shorter ones: where a sentence has
a word that some wordings begin with, these become one regular expression, when it is first met.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

_PART = re.compile(r"(?P<between>\.\.\.)|(?P<any>_)(?![^\s()\[\]|])|(?P<mark>[()\[\]|])|(?P<word>[^\s()\[\]|]+)")
_MOST_BETWEEN = 6
_MARKS = {"(": "(?:", ")": ")", "[": "(?:", "]": ")?", "|": "|"}


_ANY = ""
"""Stands for any word."""


class Cues:
    """A table of wordings."""

    def __init__(self, table: str) -> None:
        self._table = table
        self._patterns: dict[str, re.Pattern[str] | None] = {}

    def at_start(self, words: str) -> re.Match[str] | None:
        """The wording that `words` (each with a space behind it) begin with."""
        pattern = self._beginning_with(words, 0)
        return pattern.match(words) if pattern else None

    def within(self, words: str) -> re.Match[str] | None:
        """The first wording that stands anywhere in `words`."""
        at = 0
        while at < len(words):
            pattern = self._beginning_with(words, at)
            found = pattern.match(words, at) if pattern else None
            if found:
                return found
            at = words.find(" ", at) + 1 or len(words)
        return None

    def whole(self, words: str) -> bool:
        """Whether `words` are one of the wordings, and nothing else."""
        pattern = self._beginning_with(words, 0)
        return pattern is not None and pattern.fullmatch(words) is not None

    def may_begin(self, word: str) -> bool:
        """Whether a wording may begin with a word: a test that costs next to nothing."""
        return word in self._firsts or _ANY in self._firsts

    @cached_property
    def _firsts(self) -> frozenset[str]:
        return frozenset(first for _, firsts in self._lines for first in firsts)

    def _beginning_with(self, words: str, at: int) -> re.Pattern[str] | None:
        """The wordings that may begin with the word that stands there; None if there are none."""
        first = words[at : words.find(" ", at)]
        if first not in self._patterns:
            lines = [line for line, firsts in self._lines if first in firsts or _ANY in firsts]
            self._patterns[first] = re.compile("|".join(map(pattern_of, lines))) if lines else None
        return self._patterns[first]

    @cached_property
    def _lines(self) -> list[tuple[str, frozenset[str]]]:
        """The wordings, each with the words that it may begin with."""
        lines = (line.strip() for line in self._table.splitlines())
        return [(line, frozenset(_firsts(_PART.finditer(line))[0])) for line in lines if line]

    def words(self) -> Iterator[str]:
        """All words of the table."""
        for line, _ in self._lines:
            yield from (part["word"] for part in _PART.finditer(line) if part["word"])


def spaced(texts: list[str]) -> str:
    """Words as tables are matched against them."""
    return "".join(f"{text} " for text in texts)


def pattern_of(line: str) -> str:
    """The regular expression of a wording, against words with a space behind each."""
    parts = []
    for part in _PART.finditer(line):
        if part["between"]:
            parts.append(rf"(?:\S+ ){{0,{_MOST_BETWEEN}}}?")
        elif part["any"]:
            parts.append(r"\S+ ")
        elif part["mark"]:
            parts.append(_MARKS[part["mark"]])
        else:
            parts.append(f"{re.escape(part['word'])} ")
    return "".join(parts)


def _firsts(parts: Iterator[re.Match[str]], *, is_inner: bool = False) -> tuple[set[str], bool]:
    """The words that a wording, or a bracket of it, may begin with, and whether it may be nothing."""
    found, may_be_nothing, is_first = set[str](), False, True
    for part in parts:
        mark = part["mark"]
        if mark in ("(", "["):
            inner, may_be_left_out = _firsts(parts, is_inner=True)
            found |= inner if is_first else set()
            is_first = is_first and (may_be_left_out or mark == "[")
        elif mark == "|":
            may_be_nothing, is_first = may_be_nothing or is_first, True
        elif mark:
            break
        elif is_first:
            found.add(part["word"] or _ANY)
            is_first = bool(part["between"])
        if not (is_first or is_inner):
            break
    return found, may_be_nothing or is_first
