"""YAML as nodes with places, built from the parser's events.

Only the plain part of YAML: no alias, anchor, tag or second document, no key twice, no deep nesting.
So nothing can expand without end, nothing is constructed, and nothing is turned into another type.
Source of the method: PyYAML's event interface (`yaml.parse`), with libyaml's parser.
"""

from __future__ import annotations

import yaml

from dragoman.errors import Finding, Place
from dragoman.source.characters import Lines, forbidden
from dragoman.source.limits import Limits, Progress, current, silent, too_many
from dragoman.source.nodes import Mapping, Node, Scalar, Sequence, shorten

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Refused(Exception):
    def __init__(self, place: Place, number: str, message: str, also: tuple[Place, ...] = ()) -> None:
        self.place, self.number, self.message, self.also = place, number, message, also


def read_yaml(
    name: str, text: str, prefix: str, limits: Limits | None = None, progress: Progress = silent
) -> Node | Finding:
    """The document in `text`, or the first mistake in it.

    `name` is the source that places will name; `prefix` is the family of codes, `RB` or `FA`.
    """
    if wrong := forbidden(text):
        return Finding(Lines(name, text).place(wrong[0]), f"{prefix}003", wrong[1])
    try:
        document = _Builder(name, limits or current(), progress).build(text)
    except _Refused as refused:
        return Finding(refused.place, f"{prefix}{refused.number}", refused.message, refused.also)
    except yaml.YAMLError as error:
        return _malformed(name, prefix, error)
    except (ValueError, OverflowError) as error:  # PyYAML without libyaml: an escape beyond the last character
        return Finding(Place(name), f"{prefix}003", f"not well-formed YAML: {error}")
    return document or Finding(Place(name), f"{prefix}004", "this file is empty (comments do not count)")


class _Builder:
    """One pass over the events with an explicit stack, so that depth costs no recursion."""

    def __init__(self, name: str, limits: Limits, progress: Progress) -> None:
        self.name, self.limits, self.progress = name, limits, progress
        self.root: Node | None = None
        self.stack: list[tuple[Place, list[Node], bool]] = []

    def build(self, text: str) -> Node | None:
        documents = 0
        for number, event in enumerate(yaml.parse(text, Loader=_Loader)):
            place = self._place(event)
            if number % 5000 == 4999:
                self.progress(place)
            match event:
                case yaml.DocumentStartEvent():
                    documents += 1
                    if documents > 1:
                        raise _Refused(place, "005", "a second document starts here; a file holds one")
                case yaml.AliasEvent():
                    raise _Refused(
                        place,
                        "005",
                        f"aliases (*{shorten(event.anchor or '')}) are not used here; write the value again",
                    )
                case yaml.ScalarEvent():
                    self._plain_yaml(event, place)
                    if wrong := forbidden(event.value):  # written as an escape in double quotes
                        raise _Refused(place, "003", wrong[1])
                    self._add(Scalar(event.value, event.style is None or event.style == "", place))
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    self._plain_yaml(event, place)
                    if len(self.stack) >= self.limits.depth:
                        raise _Refused(place, "006", f"nested more than {self.limits.depth} levels deep")
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
            message = f"anchors (&{shorten(event.anchor)}) are not used here; write the value again"
            raise _Refused(place, "005", message)
        tag = getattr(event, "tag", None)
        if tag is not None:
            written = shorten(tag.replace("tag:yaml.org,2002:", "!!"))
            raise _Refused(place, "005", f"tags ({written}) are not used here; write the plain value")

    def _add(self, node: Node) -> None:
        if self.stack:
            _, children, is_mapping = self.stack[-1]
            if len(children) >= self.limits.facts * (1 + is_mapping):
                raise _Refused(node.place, "006", too_many(self.limits, "facts", "entries"))
            children.append(node)
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


_REMEDIES = (
    ("cannot start any token", "indent with spaces, never with a tab, and put a text that starts so in quotes"),
    ("mapping values are not allowed", "put a text with a colon in quotes, or look at the indentation"),
    ("could not find expected ':'", "a colon is missing, or the line before is indented wrongly"),
    ("end of stream", "a quote that was opened is never closed"),
    ("',' or ']'", "the bracket [ is not closed, or a comma is missing"),
    ("',' or '}'", "the brace { is not closed, or a comma is missing"),
    ("expected key", "look at the indentation here, and for text after a closing quote"),
    ("expected '-' indicator", "this line is indented like a list, but does not start with '- '"),
    ("unknown escape", "a backslash in double quotes starts an escape; use single quotes"),
)
"""What a person would look for, by what the parser says."""


def _malformed(name: str, prefix: str, error: yaml.YAMLError) -> Finding:
    """What the parser says, where, and what to look for; where something is left open, also where it was opened."""
    problem, context = getattr(error, "problem", None) or str(error).splitlines()[0], getattr(error, "context", None)
    remedy = next((remedy for said, remedy in _REMEDIES if said in problem), "")
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    places = [Place(name, mark.line + 1, mark.column + 1) for mark in marks if mark] or [Place(name)]
    if "nesting depth" in problem:  # libyaml stops at 1000 by itself, before the first node is made
        return Finding(places[0], f"{prefix}006", "nested more than 1000 levels deep")
    if "end of stream" in problem:
        places.reverse()
    also = tuple(place for place in places[1:] if place != places[0] and "flow" in (context or ""))
    message = f"not well-formed YAML: {f'{remedy} ({problem})' if remedy else problem}"
    return Finding(places[0], f"{prefix}003", message, also)
