"""JSON as nodes with places.

`json.loads` does not tell where a value stands, which key stood twice, or how deep it is, so this is a
reader of its own, of RFC 8259 and nothing beside it; texts in quotes are read by the standard library's scanner.
What it accepts and what it makes of it is held equal to `json.loads` by the tests.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from json.decoder import scanstring  # type: ignore[attr-defined] # public in the source, not in the stubs
from typing import Any

from dragoman.errors import Finding
from dragoman.source.characters import Lines, forbidden
from dragoman.source.limits import Limits, Progress, current, silent, too_many
from dragoman.source.nodes import Mapping, Node, Scalar, Sequence, shorten

_SPACE = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null", re.ASCII)
_TOKEN = re.compile(r"[\w.+-]{1,40}|.", re.DOTALL)
_BROKEN_STRINGS = {
    "Unterminated string starting at": "the text that starts here is never closed with a double quote",
    "Invalid control character at": "a line break or tab stands in a text; close the text before it, or write \\n or \\t",
}
"""Messages of the standard library that end in the air, in our words."""
_STEP = 5000
"""Values from one word of progress to the next."""


class _Refused(Exception):
    def __init__(self, at: int, number: str, message: str, first: int | None = None) -> None:
        self.at, self.number, self.message, self.first = at, number, message, first


def read_json(
    name: str, text: str, prefix: str, limits: Limits | None = None, progress: Progress = silent
) -> Node | Finding:
    """The document in `text`, or the first mistake in it (arguments as in `read_yaml`)."""
    reader = _Reader(name, text, limits or current(), progress)
    try:
        node, end = reader.value(reader.skip(0), 0)
        if reader.skip(end) != len(text):
            raise _Refused(reader.skip(end), "003", "not well-formed JSON: text after the end of the document")
    except _Refused as refused:
        return reader.finding(refused, prefix)
    return node


def read_json_lines(
    name: str, text: str, prefix: str, limits: Limits | None = None, progress: Progress = silent
) -> Iterator[Node | Finding]:
    """The value on each line that is not blank, or the first mistake on it."""
    limits = limits or current()
    at, number = 0, 1
    while at < len(text):
        begin = text.rfind("\n", at, _after_space(text, at)) + 1 or at
        number += text.count("\n", at, begin)
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        if text[begin:end].strip():
            yield _line(_Reader(name, text[begin:end], limits, progress, number), prefix)
        at, number = end + 1, number + 1


def _line(reader: _Reader, prefix: str) -> Node | Finding:
    try:
        node, end = reader.value(reader.skip(0), 0)
        if reader.skip(end) != len(reader.text):
            raise _Refused(reader.skip(end), "003", "not well-formed JSON Lines: text after the end of the value")
    except _Refused as refused:
        return reader.finding(refused, prefix)
    return node


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


class _Reader:
    def __init__(self, name: str, text: str, limits: Limits, progress: Progress, line: int = 0) -> None:
        """`line` is that of the whole text, if the text is one line of it."""
        self.text, self.limits, self.progress = text, limits, progress
        self.place = Lines(name, text, line or 1).place
        self.end = "line" if line else "file"
        self.values = 0

    def finding(self, refused: _Refused, prefix: str) -> Finding:
        also = () if refused.first is None else (self.place(refused.first),)
        return Finding(self.place(refused.at), f"{prefix}{refused.number}", refused.message, also)

    def skip(self, at: int) -> int:
        return _after_space(self.text, at)

    def value(self, at: int, depth: int) -> tuple[Node, int]:
        self.values += 1
        if not self.values % _STEP:
            self.come_to(at)
        first = self.text[at : at + 1]
        if first == '"':
            string, end = self.string(at)
            return Scalar(string, False, self.place(at)), end
        if first in ("{", "["):
            if depth >= self.limits.depth:
                raise _Refused(at, "006", f"nested more than {self.limits.depth} levels deep")
            return self.mapping(at, depth) if first == "{" else self.sequence(at, depth)
        word = _WORD.match(self.text, at)
        if not word:
            raise self.wanted(at, "a value")
        return Scalar(word.group(), True, self.place(at)), word.end()

    def string(self, at: int) -> tuple[str, int]:
        try:
            text, end = scanstring(self.text, at + 1, True)
        except json.JSONDecodeError as error:
            problem = _BROKEN_STRINGS.get(error.msg, error.msg)
            raise _Refused(error.pos, "003", f"not well-formed JSON: {problem}") from None
        if wrong := forbidden(text):
            raise _Refused(at, "003", f"not well-formed text: {wrong[1]}")
        return str(text), int(end)

    def sequence(self, at: int, depth: int) -> tuple[Node, int]:
        items: list[Node] = []
        here, place = self.skip(at + 1), self.place(at)
        if self.text[here : here + 1] == "]":
            return Sequence((), place), here + 1
        while True:
            self.count(items, here)
            item, here = self.value(here, depth + 1)
            items.append(item)
            here = self.skip(here)
            match self.text[here : here + 1]:
                case ",":
                    here = self.skip(here + 1)
                case "]":
                    return Sequence(tuple(items), place), here + 1
                case _:
                    raise self.wanted(here, "',' or ']'")

    def mapping(self, at: int, depth: int) -> tuple[Node, int]:
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, int] = {}
        here, place = self.skip(at + 1), self.place(at)
        if self.text[here : here + 1] == "}":
            return Mapping((), place), here + 1
        while True:
            self.count(entries, here)
            if self.text[here : here + 1] != '"':
                raise self.wanted(here, "a key in double quotes")
            key, end = self.string(here)
            if key in seen:
                raise _Refused(here, "007", f"the key '{shorten(key)}' stands twice", seen[key])
            seen[key] = here
            colon = self.skip(end)
            if self.text[colon : colon + 1] != ":":
                raise self.wanted(colon, "':'")
            name = Scalar(key, False, self.place(here))
            value, after = self.value(self.skip(colon + 1), depth + 1)
            entries.append((name, value))
            here = self.skip(after)
            match self.text[here : here + 1]:
                case ",":
                    here = self.skip(here + 1)
                case "}":
                    return Mapping(tuple(entries), place), here + 1
                case _:
                    raise self.wanted(here, "',' or '}'")

    def count(self, before: list[Any], at: int) -> None:
        """Refuse one entry more than a list or a mapping may have."""
        if len(before) >= self.limits.facts:
            raise _Refused(at, "006", too_many(self.limits, "facts", "entries"))

    def come_to(self, at: int) -> None:
        """Say how far reading is; refuse more values than all facts can have."""
        self.progress(self.place(at))
        if self.values > self.limits.values:
            raise _Refused(at, "006", too_many(self.limits, "facts", "values", self.limits.values))

    def wanted(self, at: int, what: str) -> _Refused:
        found = _TOKEN.match(self.text, at)
        got = f"'{found.group()}'" if found else f"the end of the {self.end}"
        comma = ", after a comma too many" if got in ("'}'", "']'") and self.text[:at].rstrip().endswith(",") else ""
        return _Refused(at, "003", f"not well-formed JSON: {what} was expected, found {got}{comma}")
