"""Nodes as typed values; every mistake is noted and reading goes on.

A :class:`Reading` collects the findings of one load. Its methods return None (or an empty
collection) where the node is not what was asked for, after noting why; callers go on with what is
there, so that all mistakes of all files are reported together.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from collections.abc import Mapping as MappingType
from decimal import Decimal
from typing import TypeVar

from dragoman.errors import Finding, Place
from dragoman.source.json_reader import read_json
from dragoman.source.names import NAME, NEVER_NAMES, did_you_mean
from dragoman.source.nodes import Mapping, Node, Scalar, Sequence, kind_of, shorten
from dragoman.source.yaml_reader import read_yaml

T = TypeVar("T")

_NUMBER = re.compile(r"-?\d{1,12}(?:\.\d{1,6})?\Z")
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z")
_TRUTH = {"true": True, "false": False}


class Reading:
    """What one load has found so far."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        """`RB` for a rulebook, `FA` for facts: the family of this reading's codes."""
        self.findings: list[Finding] = []

    # -- documents

    def document(self, name: str, text: str, *, json: bool = False) -> Node | None:
        """The document in `text`, as YAML or as JSON."""
        read = read_json if json else read_yaml
        result = read(name, text, self.prefix)
        if isinstance(result, Finding):
            self.findings.append(result)
            return None
        return result

    def note(self, place: Place, number: str, message: str, also: Iterable[Place] = ()) -> None:
        """Add one finding; `number` is a key of :data:`dragoman.source.codes.CODES`."""
        self.findings.append(Finding(place, self.prefix + number, message, tuple(also)))

    # -- shapes

    def fields(
        self, node: Node | None, what: str, required: Iterable[str] = (), optional: Iterable[str] = ()
    ) -> dict[str, Node]:
        """The values of a mapping by key; unknown and missing keys are noted. `what` names the thing: `a rule`."""
        if node is None:
            return {}
        if not isinstance(node, Mapping):
            self.note(node.place, "012", f"{what} is written as a mapping (key: value), found {kind_of(node)}")
            return {}
        required = tuple(required)
        known = {*required, *optional}
        values: dict[str, Node] = {}
        for key, value in node.entries:
            if key.text in known:
                values[key.text] = value
            else:
                hint = did_you_mean(key.text, known) or f"; it can have {_listed(known)}"
                self.note(key.place, "010", f"{what} has no '{shorten(key.text)}'{hint}")
        for key_name in required:
            if key_name not in values:
                self.note(node.place, "011", f"{what} needs '{key_name}'")
        return values

    def entries(self, node: Node | None, what: str) -> list[tuple[Scalar, Node]]:
        """The entries of a mapping whose keys are names."""
        if node is None or (isinstance(node, Scalar) and not node.text and node.plain):
            return []
        if not isinstance(node, Mapping):
            self.note(node.place, "012", f"{what} are written as a mapping (name: ...), found {kind_of(node)}")
            return []
        return [(key, value) for key, value in node.entries if self._is_name(key, "a name")]

    def items(self, node: Node | None, what: str) -> tuple[Node, ...]:
        """The items of a list."""
        if node is None or (isinstance(node, Scalar) and not node.text and node.plain):
            return ()
        if isinstance(node, Sequence):
            return node.items
        self.note(node.place, "012", f"{what} are written as a list (- ...), found {kind_of(node)}")
        return ()

    def single(self, node: Node, what: str) -> tuple[Scalar, Node] | None:
        """The one key and value of a mapping that has exactly one."""
        if isinstance(node, Mapping) and len(node.entries) == 1:
            return node.entries[0]
        found = f"{len(node.entries)} keys" if isinstance(node, Mapping) else kind_of(node)
        self.note(node.place, "012", f"{what} is written as one key with its slots in braces, found {found}")
        return None

    # -- scalars

    def text(self, node: Node | None, what: str) -> str:
        """A text that is not empty."""
        if node is None:
            return ""
        if isinstance(node, Scalar) and node.text.strip():
            return node.text.strip()
        self.note(node.place, "012", f"{what} is a text, found {kind_of(node)}")
        return ""

    def texts(self, node: Node | None, what: str) -> tuple[str, ...]:
        """A list of texts; a single text stands for a list of one."""
        if isinstance(node, Scalar) and node.text.strip():
            return (node.text.strip(),)
        return tuple(text for item in self.items(node, what) if (text := self.text(item, what)))

    def name(self, node: Node | None, what: str) -> str:
        """A name as the rulebook uses it."""
        if node is None:
            return ""
        if isinstance(node, Scalar):
            return node.text if self._is_name(node, what) else ""
        self.note(node.place, "012", f"{what} is a single word, found {kind_of(node)}")
        return ""

    def names(self, node: Node | None, what: str) -> tuple[Scalar, ...]:
        """A list of names, with their places; a single name stands for a list of one."""
        items = (node,) if isinstance(node, Scalar) and node.text else self.items(node, what)
        return tuple(item for item in items if isinstance(item, Scalar) and self.name(item, what)) if items else ()

    def _is_name(self, key: Scalar, what: str) -> bool:
        if key.text in NEVER_NAMES:
            self.note(key.place, "013", f"'{key.text}' cannot be {what}: other YAML readers take it for true or false")
        elif not NAME.match(key.text):
            shown = shorten(key.text)
            self.note(key.place, "013", f"'{shown}' cannot be {what}: use lower case letters, digits and single _ or -")
        else:
            return True
        return False

    def choice(self, node: Node | None, what: str, choices: Iterable[str], number: str = "104") -> str:
        """One of the words in `choices`."""
        if node is None:
            return ""
        choices = tuple(choices)
        if isinstance(node, Scalar) and node.text in choices:
            return node.text
        hint = did_you_mean(node.text, choices) if isinstance(node, Scalar) else ""
        self.note(node.place, number, f"{what} is one of {_listed(choices)}, found {kind_of(node)}{hint}")
        return ""

    def truth(self, node: Node | None, what: str) -> bool:
        """`true` or `false`, written plainly."""
        if node is None:
            return False
        if isinstance(node, Scalar) and node.plain and node.text in _TRUTH:
            return _TRUTH[node.text]
        self.note(node.place, "012", f"{what} is true or false, found {kind_of(node)}")
        return False

    def number(self, node: Node | None, what: str) -> Decimal | None:
        """A plain number: at most twelve digits before and six after the point."""
        if node is None:
            return None
        if isinstance(node, Scalar) and node.plain and _NUMBER.match(node.text):
            return Decimal(node.text)
        self.note(
            node.place, "201", f"{what} is a number such as 40 or 42.5, found {kind_of(node)}{_why_no_number(node)}"
        )
        return None

    def date(self, node: Node | None, what: str) -> datetime.date | None:
        """A date of the calendar, `2020-11-30`."""
        if node is None:
            return None
        if isinstance(node, Scalar) and (found := _DATE.match(node.text)):
            try:
                return datetime.date(*map(int, found.groups()))
            except ValueError:
                self.note(node.place, "204", f"{what}: there is no day '{node.text}' in the calendar")
                return None
        self.note(node.place, "204", f"{what} is a full date such as 2020-11-30, found {kind_of(node)}")
        return None


def lookup(
    reading: Reading, key: Scalar, table: MappingType[str, T], number: str, what: str, among: str = ""
) -> T | None:
    """The entry of `table` under the key's text; a name that is not there is noted with the nearest right one."""
    found = table.get(key.text)
    if found is None:
        where = f" {among}" if among else ""
        reading.note(
            key.place, number, f"there is no {what} '{shorten(key.text)}'{where}{did_you_mean(key.text, table)}"
        )
    return found


def _why_no_number(node: Node) -> str:
    if not isinstance(node, Scalar):
        return ""
    if not node.plain and _NUMBER.match(node.text):
        return " in quotes, which is a text; write it without quotes"
    if re.fullmatch(r"-?\d+,\d+", node.text):
        return "; write a point, not a comma"
    if re.fullmatch(r"-?[\d.]+ *%", node.text):
        return "; write the number alone, the slot knows its unit"
    return ""


def _listed(words: Iterable[str]) -> str:
    ordered = list(words) if isinstance(words, tuple) else sorted(words)
    return ", ".join(f"'{word}'" for word in ordered)
