"""JSON as nodes with places.

Python's own reader decides what is JSON; this one only adds where each value stands, which
`json.loads` does not tell. Strings are read by the standard library's scanner.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from json.decoder import scanstring  # type: ignore[attr-defined] # public in the source, not in the stubs

from dragoman.errors import Finding, Place
from dragoman.source.nodes import Mapping, Node, Scalar, Sequence, shorten
from dragoman.source.yaml_reader import MAX_DEPTH

_SPACE = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null")


class _Refused(Exception):
    def __init__(self, at: int, number: str, message: str, first: int | None = None) -> None:
        self.at, self.number, self.message, self.first = at, number, message, first


def read_json(name: str, text: str, prefix: str) -> Node | Finding:
    """The document in `text`, or the first mistake in it (arguments as in `read_yaml`)."""
    reader = _Reader(name, text)
    try:
        node, end = reader.value(reader.skip(0), 0)
        if reader.skip(end) != len(text):
            raise _Refused(reader.skip(end), "003", "not well-formed JSON: text after the end of the document")
    except _Refused as refused:
        also = () if refused.first is None else (reader.place(refused.first),)
        return Finding(reader.place(refused.at), f"{prefix}{refused.number}", refused.message, also)
    return node


class _Reader:
    def __init__(self, name: str, text: str) -> None:
        self.name, self.text = name, text
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def place(self, at: int) -> Place:
        line = bisect_right(self.starts, at)
        return Place(self.name, line, at - self.starts[line - 1] + 1)

    def skip(self, at: int) -> int:
        found = _SPACE.match(self.text, at)
        return found.end() if found else at

    def value(self, at: int, depth: int) -> tuple[Node, int]:
        if depth > MAX_DEPTH:
            raise _Refused(at, "006", f"nested more than {MAX_DEPTH} levels deep")
        match self.text[at : at + 1]:
            case "{":
                return self.mapping(at, depth)
            case "[":
                return self.sequence(at, depth)
            case '"':
                string, end = self.string(at)
                return Scalar(string, False, self.place(at)), end
        word = _WORD.match(self.text, at)
        if not word:
            raise self.wanted(at, "a value")
        return Scalar(word.group(), True, self.place(at)), word.end()

    def string(self, at: int) -> tuple[str, int]:
        try:
            text, end = scanstring(self.text, at + 1, True)
        except json.JSONDecodeError as error:
            raise _Refused(error.pos, "003", f"not well-formed JSON: {error.msg}") from None
        return str(text), int(end)

    def sequence(self, at: int, depth: int) -> tuple[Node, int]:
        items: list[Node] = []
        here = self.skip(at + 1)
        if self.text[here : here + 1] == "]":
            return Sequence((), self.place(at)), here + 1
        while True:
            item, here = self.value(here, depth + 1)
            items.append(item)
            here = self.skip(here)
            match self.text[here : here + 1]:
                case ",":
                    here = self.skip(here + 1)
                case "]":
                    return Sequence(tuple(items), self.place(at)), here + 1
                case _:
                    raise self.wanted(here, "',' or ']'")

    def mapping(self, at: int, depth: int) -> tuple[Node, int]:
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, int] = {}
        here = self.skip(at + 1)
        if self.text[here : here + 1] == "}":
            return Mapping((), self.place(at)), here + 1
        while True:
            if self.text[here : here + 1] != '"':
                raise self.wanted(here, "a key in double quotes")
            key, end = self.string(here)
            if key in seen:
                raise _Refused(here, "007", f"the key '{shorten(key)}' stands twice", seen[key])
            seen[key] = here
            colon = self.skip(end)
            if self.text[colon : colon + 1] != ":":
                raise self.wanted(colon, "':'")
            value, after = self.value(self.skip(colon + 1), depth + 1)
            entries.append((Scalar(key, False, self.place(here)), value))
            here = self.skip(after)
            match self.text[here : here + 1]:
                case ",":
                    here = self.skip(here + 1)
                case "}":
                    return Mapping(tuple(entries), self.place(at)), here + 1
                case _:
                    raise self.wanted(here, "',' or '}'")

    def wanted(self, at: int, what: str) -> _Refused:
        got = "the end of the file" if at >= len(self.text) else f"'{shorten(self.text[at : at + 20])}'"
        return _Refused(at, "003", f"not well-formed JSON: {what} was expected, found {got}")
