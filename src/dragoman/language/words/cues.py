"""The notation in which tables of wording are written: one wording a line, matched against the words of a sentence.

    what (is|was) missing       one of several words
    [the] reason                a word that may be there
    why ... not                 up to six words in between
    number _                    any one word

Words are matched whole, in lower case and without marks. Longer tables cost little more than shorter ones: only the wordings
are looked at that may begin with the word that stands there, and of these only those whose words are all there.
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


class _Wording:
    """One line of a table; its expression is compiled when a sentence first has all words that it must have."""

    def __init__(self, line: str) -> None:
        self.line = line
        self.firsts = frozenset(_firsts(_PART.finditer(line))[0])
        """The words that it may begin with."""

    @cached_property
    def _needed(self) -> list[tuple[str, ...]]:
        """Words with a space behind each: no way of it does without one of each of these."""
        found, options = list[tuple[str, ...]](), [""]
        opened = ""
        for part in _PART.finditer(self.line):
            mark, word = part["mark"] or "", f"{part['word'] or ''} "
            if mark == "|" and not opened:
                return []
            if mark == "|" and len(opened) == 1:
                options.append("")
            elif mark in ("(", "["):
                options = options if opened else [""]
                opened += mark
            elif mark in (")", "]"):
                if opened == "(" and all(options):
                    found.append(tuple(options))
                opened = opened[:-1]
            elif part["word"] and not opened:
                found.append((word,))
            elif part["word"] and len(opened) == 1:
                options[-1] = max(options[-1], word, key=len)
        return found

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(pattern_of(self.line))

    def match(self, words: str, at: int) -> re.Match[str] | None:
        """The wording if it begins there."""
        return self._pattern.match(words, at) if self._may_be_in(words) else None

    def is_whole(self, words: str) -> bool:
        """Whether `words` are the wording."""
        return self._may_be_in(words) and self._pattern.fullmatch(words) is not None

    def _may_be_in(self, words: str) -> bool:
        """Whether all words that it must have are there."""
        for options in self._needed:
            for one in options:
                if one in words:
                    break
            else:
                return False
        return True


class Cues:
    """A table of wordings."""

    def __init__(self, table: str) -> None:
        self._table = table

    def at_start(self, words: str) -> re.Match[str] | None:
        """The wording that `words` (each with a space behind it) begin with."""
        return self._at(words, 0)

    def within(self, words: str) -> re.Match[str] | None:
        """The first wording that stands anywhere in `words`."""
        at = 0
        while at < len(words):
            if found := self._at(words, at):
                return found
            at = words.find(" ", at) + 1 or len(words)
        return None

    def whole(self, words: str) -> bool:
        """Whether `words` are one of the wordings, and nothing else."""
        return any(one.is_whole(words) for one in self._beginning_with(words, 0))

    def may_begin(self, word: str) -> bool:
        """Whether a wording may begin with a word: a test that costs next to nothing."""
        return word in self._firsts or _ANY in self._firsts

    @cached_property
    def _firsts(self) -> frozenset[str]:
        return frozenset(first for one in self._wordings for first in one.firsts)

    def _at(self, words: str, at: int) -> re.Match[str] | None:
        """The first wording of the table that stands there."""
        found = (one.match(words, at) for one in self._beginning_with(words, at))
        return next(filter(None, found), None)

    def _beginning_with(self, words: str, at: int) -> list[_Wording]:
        """The wordings that may begin with the word that stands there."""
        first = words[at : words.find(" ", at)]
        return self._by_first.get(first, self._by_first[_ANY])

    @cached_property
    def _by_first(self) -> dict[str, list[_Wording]]:
        """The wordings by the words that they may begin with, those that may begin with any among each, in the table's order."""
        found: dict[str, list[_Wording]] = {_ANY: []}
        for one in self._wordings:
            for first in one.firsts:
                found.setdefault(first, [*found[_ANY]])
            for first in found if _ANY in one.firsts else one.firsts:
                found[first].append(one)
        return found

    @cached_property
    def _wordings(self) -> list[_Wording]:
        return [_Wording(line) for line in map(str.strip, self._table.splitlines()) if line]

    def words(self) -> Iterator[str]:
        """All words of the table."""
        for one in self._wordings:
            yield from (part["word"] for part in _PART.finditer(one.line) if part["word"])


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
