r"""Nodes as YAML that any reader reads alike.

Whatever another YAML reader would take for a number, a truth or a date, and whatever is more than plain
words, is put in double quotes; what is not seen or steers a terminal (:mod:`dragoman.source.visible`) is
escaped there. So a text cannot become a key, a comment, an alias or a tag, whatever stands in it.

PyYAML's own emitter (`yaml.serialize`) will not do: it writes marks that change the direction of writing as they are, or else
escapes every letter beyond ASCII; and it needs the whole document in memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.source.nodes import Mapping, Node, Scalar, Sequence
from dragoman.source.visible import escaped, is_hidden, plain

_PLAIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9_./()+-]|[ ](?=[A-Za-z0-9(]))*\Z")
_MEANT_OTHERWISE = re.compile(r"(?:y|n|yes|no|on|off|true|false|null|nan|inf|none)\Z", re.IGNORECASE)
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?\Z", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_IN_QUOTES = re.compile(r'["\\]|[^ -~]')


def write_yaml(document: Mapping) -> Iterator[str]:
    """The lines of a document: its lists in block style, what stands in their items in braces."""
    for key, value in document.entries:
        if isinstance(value, Sequence) and value.items and any(isinstance(item, Mapping) for item in value.items):
            yield f"{scalar(key)}:"
            for item in value.items:
                yield from _item(item)
        else:
            yield f"{scalar(key)}: {_flow(value)}"


def in_a_line(document: Mapping) -> str:
    """A document in braces, without the outer ones: `fact: {slot: value}, date: 2020-11-30`."""
    return _flow(document)[1:-1]


def _item(item: Node) -> Iterator[str]:
    if not isinstance(item, Mapping) or not item.entries:
        yield f"  - {_flow(item)}"
        return
    for number, (key, value) in enumerate(item.entries):
        yield f"  {'  ' if number else '- '}{scalar(key)}: {_flow(value)}"


def _flow(node: Node) -> str:
    match node:
        case Sequence(items):
            return f"[{', '.join(map(_flow, items))}]"
        case Mapping(entries):
            return "{" + ", ".join(f"{scalar(key)}: {_flow(value)}" for key, value in entries) + "}"
        case Scalar():
            return scalar(node)


def scalar(node: Scalar) -> str:
    """A single value: a number or a date as it is, if it was written plainly; words plain, if they are only words."""
    if node.plain and (_NUMBER.match(node.text) or _DATE.match(node.text)):
        return node.text
    if _PLAIN.match(node.text) and not _MEANT_OTHERWISE.match(node.text):
        return node.text
    return f'"{_IN_QUOTES.sub(_escape, node.text)}"'


def comment(text: str) -> str:
    r"""`text` as it can stand behind a `#`: on one line, nothing in it that steers a terminal.

    >>> comment("two\nlines")
    'two lines'
    """
    return plain(" ".join(text.split()))


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    return _SHORT.get(character) or (escaped(character) if is_hidden(character) else character)
