"""YAML as nodes with places, built from the parser's events.

Only the plain part of YAML: no alias, anchor, tag or second document, no key twice, no deep nesting.
So nothing can expand without end, nothing is constructed, and nothing is turned into another type.
Source of the method: PyYAML's event interface (`yaml.parse`), with libyaml's parser.
"""

from __future__ import annotations

from typing import Any

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


class _Open:
    """A list or mapping whose end has not come yet: its place, and its children so far (of a mapping, key and value)."""

    __slots__ = ("children", "is_mapping", "most", "place")

    def __init__(self, place: Place, most: int, *, is_mapping: bool) -> None:
        self.place, self.is_mapping = place, is_mapping
        self.most = 2 * most if is_mapping else most
        self.children: list[Node] = []

    def closed(self) -> Node:
        if not self.is_mapping:
            return Sequence(tuple(self.children), self.place)
        return _mapping(self.place, self.children)


class _Builder:
    """One pass over the events with an explicit stack, so that depth costs no recursion."""

    def __init__(self, name: str, limits: Limits, progress: Progress) -> None:
        self.name, self.limits, self.progress = name, limits, progress
        self.documents = 0

    def build(self, text: str) -> Node | None:
        """The document, None if there is none; the kinds of event are asked for in the order of their number."""
        top = _Open(Place(self.name), 1, is_mapping=False)
        stack, here, number = [top], top, 0
        next_event = _Loader(text).get_event
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is _ScalarEvent:
                node: Node = self._scalar(event)
            elif kind in _ENDS:
                stack.pop()
                node, here = here.closed(), stack[-1]
            elif kind in _STARTS:
                here = self._opened(event, len(stack))
                stack.append(here)
                continue
            else:
                self._other(event)
                continue
            children = here.children
            if len(children) >= here.most:
                raise _Refused(node.place, "006", too_many(self.limits, "facts", "entries"))
            children.append(node)
            number += 1
            if not number % _STEP:
                self._come_to(node.place, number)
        return top.children[0] if top.children else None

    def _scalar(self, event: Any) -> Scalar:  # the stubs have marks that are not there
        value, style, mark = event.value, event.style, event.start_mark
        place = _new(Place, (self.name, mark.line + 1, mark.column + 1))
        if event.anchor is not None or event.tag is not None:
            raise _not_plain(event, place)
        if style == '"' and (wrong := forbidden(value)):  # written as an escape; elsewhere the whole text was looked at
            raise _Refused(place, "003", wrong[1])
        return _new(Scalar, (value, not style, place))

    def _opened(self, event: Any, depth: int) -> _Open:
        mark = event.start_mark
        place = Place(self.name, mark.line + 1, mark.column + 1)
        if event.anchor is not None or event.tag is not None:
            raise _not_plain(event, place)
        if depth > self.limits.depth:
            raise _Refused(place, "006", f"nested more than {self.limits.depth} levels deep")
        return _Open(place, self.limits.facts, is_mapping=type(event) is yaml.MappingStartEvent)

    def _other(self, event: yaml.Event) -> None:
        mark = event.start_mark
        place = Place(self.name, mark.line + 1, mark.column + 1) if mark else Place(self.name)
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise _Refused(place, "005", "a second document starts here; a file holds one")
        elif isinstance(event, yaml.AliasEvent):
            written = shorten(event.anchor or "")
            raise _Refused(place, "005", f"aliases (*{written}) are not used here; write the value again")

    def _come_to(self, place: Place, number: int) -> None:
        self.progress(place)
        if number > self.limits.values:
            raise _Refused(place, "006", too_many(self.limits, "facts", "values", self.limits.values))


_new = tuple.__new__  # what a named tuple's own constructor calls, at half the cost
_ScalarEvent = yaml.ScalarEvent
_STARTS = frozenset({yaml.MappingStartEvent, yaml.SequenceStartEvent})
_ENDS = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})
_STEP = 5000
"""Nodes from one word of progress to the next."""


def _not_plain(event: yaml.NodeEvent, place: Place) -> _Refused:
    if event.anchor is not None:
        return _Refused(place, "005", f"anchors (&{shorten(event.anchor)}) are not used here; write the value again")
    written = shorten(getattr(event, "tag", "").replace("tag:yaml.org,2002:", "!!"))
    return _Refused(place, "005", f"tags ({written}) are not used here; write the plain value")


def _mapping(place: Place, children: list[Node]) -> Mapping:
    entries: list[tuple[Scalar, Node]] = []
    seen: dict[str, Place] = {}
    for key, value in zip(children[::2], children[1::2], strict=True):
        if not isinstance(key, Scalar):
            raise _Refused(key.place, "012", "a key must be a single word, not a list or a mapping")
        text = key.text
        if text in seen:
            raise _Refused(key.place, "007", f"the key '{shorten(text)}' stands twice", (seen[text],))
        seen[text] = key.place
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
