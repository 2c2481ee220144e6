"""The notation in which tables of wording are written: one wording a line, matched against the words of a sentence.

    what (is|was) missing       one of several words
    [the] reason                a word that may be there
    why ... not                 up to six words in between
    number _                    any one word

Words are matched whole, in lower case and without marks. Longer tables cost no more than shorter ones: each becomes one
regular expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PART = re.compile(r"(?P<between>\.\.\.)|(?P<any>_)(?![^\s()\[\]|])|(?P<mark>[()\[\]|])|(?P<word>[^\s()\[\]|]+)")
_MOST_BETWEEN = 6
_MARKS = {"(": "(?:", ")": ")", "[": "(?:", "]": ")?", "|": "|"}


class Cues:
    """A table of wordings."""

    def __init__(self, table: str) -> None:
        lines = [line.strip() for line in table.splitlines() if line.strip()]
        self._texts = lines
        self._found = re.compile(rf"(?:^|(?<= ))(?:{'|'.join(map(_pattern, lines))})")

    def at_start(self, words: str) -> re.Match[str] | None:
        """The wording that `words` (each with a space behind it) begin with."""
        return self._found.match(words)

    def within(self, words: str) -> re.Match[str] | None:
        """The first wording that stands anywhere in `words`."""
        return self._found.search(words)

    def whole(self, words: str) -> bool:
        """Whether `words` are one of the wordings, and nothing else."""
        return self._found.fullmatch(words) is not None

    def words(self) -> Iterator[str]:
        """All words of the table."""
        for line in self._texts:
            yield from (part["word"] for part in _PART.finditer(line) if part["word"])


def spaced(texts: list[str]) -> str:
    """Words as tables are matched against them."""
    return "".join(f"{text} " for text in texts)


def _pattern(line: str) -> str:
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
