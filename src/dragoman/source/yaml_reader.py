"""YAML as nodes with places, built from the parser's events.

Only the plain part of YAML: no alias, anchor, tag or second document, no key twice, no deep nesting.
So nothing can expand without end, nothing is constructed, and nothing is turned into another type.
Source of the method: PyYAML's event interface (`yaml.parse`), with libyaml's parser.
"""

from __future__ import annotations

import re

import yaml

from dragoman.errors import Finding, Place
from dragoman.source.nodes import Mapping, Node, Scalar, Sequence, shorten

MAX_DEPTH = 24
"""A rulebook needs eight levels."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Refused(Exception):
    def __init__(self, place: Place, number: str, message: str, also: tuple[Place, ...] = ()) -> None:
        self.place, self.number, self.message, self.also = place, number, message, also


def read_yaml(name: str, text: str, prefix: str) -> Node | Finding:
    """The document in `text`, or the first mistake in it.

    `name` is the source that places will name; `prefix` is the family of codes, `RB` or `FA`.
    """
    if found := _UNPRINTABLE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        message = f"control character U+{ord(found.group()):04X}; a text file has none"
        return Finding(Place(name, line, column), f"{prefix}003", message)
    try:
        document = _Builder(name).build(text)
    except _Refused as refused:
        return Finding(refused.place, f"{prefix}{refused.number}", refused.message, refused.also)
    except yaml.YAMLError as error:
        return Finding(_place_of(name, error), f"{prefix}003", f"not well-formed YAML: {_problem(error)}")
    return document or Finding(Place(name), f"{prefix}004", "this file is empty")


class _Builder:
    """One pass over the events with an explicit stack, so that depth costs no recursion."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Node | None = None
        self.stack: list[tuple[Place, list[Node], bool]] = []

    def build(self, text: str) -> Node | None:
        documents = 0
        for event in yaml.parse(text, Loader=_Loader):
            place = self._place(event)
            match event:
                case yaml.DocumentStartEvent():
                    documents += 1
                    if documents > 1:
                        raise _Refused(place, "005", "a second document starts here; a file holds one")
                case yaml.AliasEvent():
                    raise _Refused(place, "005", f"aliases (*{event.anchor}) are not used here; write the value again")
                case yaml.ScalarEvent():
                    self._plain_yaml(event, place)
                    self._add(Scalar(event.value, event.style is None or event.style == "", place))
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    self._plain_yaml(event, place)
                    if len(self.stack) >= MAX_DEPTH:
                        raise _Refused(place, "006", f"nested more than {MAX_DEPTH} levels deep")
                    self.stack.append((place, [], isinstance(event, yaml.MappingStartEvent)))
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    start, children, is_mapping = self.stack.pop()
                    self._add(_mapping(start, children) if is_mapping else Sequence(tuple(children), start))
        return self.root

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self.name, mark.line + 1, mark.column + 1) if mark else Place(self.name)

    def _plain_yaml(self, event: yaml.NodeEvent, place: Place) -> None:
        if event.anchor is not None:
            raise _Refused(place, "005", f"anchors (&{event.anchor}) are not used here")
        tag = getattr(event, "tag", None)
        if tag is not None:
            raise _Refused(place, "005", f"tags ({shorten(tag)}) are not used here; write the plain value")

    def _add(self, node: Node) -> None:
        if self.stack:
            self.stack[-1][1].append(node)
        else:
            self.root = node


def _mapping(place: Place, children: list[Node]) -> Mapping:
    entries: list[tuple[Scalar, Node]] = []
    seen: dict[str, Place] = {}
    for key, value in zip(children[::2], children[1::2], strict=True):
        if not isinstance(key, Scalar):
            raise _Refused(key.place, "012", "a key must be a single word, not a list or a mapping")
        if key.text in seen:
            raise _Refused(key.place, "007", f"the key '{shorten(key.text)}' stands twice", (seen[key.text],))
        seen[key.text] = key.place
        entries.append((key, value))
    return Mapping(tuple(entries), place)


def _place_of(name: str, error: yaml.YAMLError) -> Place:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)


def _problem(error: yaml.YAMLError) -> str:
    context, problem = getattr(error, "context", None), getattr(error, "problem", None)
    said = ", ".join(part for part in (context, problem) if part)
    return said or str(error).splitlines()[0]
