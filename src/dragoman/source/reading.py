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

from dragoman.errors import Finding, FindingsError, Place, RulebookError, SituationError
from dragoman.source.formats import Format
from dragoman.source.json_reader import read_json
from dragoman.source.limits import Limits, Progress, current, silent, too_many
from dragoman.source.names import NAME, NEVER_NAMES, did_you_mean
from dragoman.source.nodes import Mapping, Node, Scalar, Sequence, kind_of, shorten
from dragoman.source.yaml_reader import read_yaml

T = TypeVar("T")

_FEW = 8  # so many names can stand in a message

_NUMBER = re.compile(r"-?(0|[1-9]\d*)(?:\.(\d+))?\Z", re.ASCII)
_LONGEST_NUMBER = 60  # what is longer is not looked at for what may be wrong with it
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z", re.ASCII)
_TRUTH = {"true": True, "false": False}
_NO_TEXT = frozenset({"", "~", "null"})
"""What people write, plainly, where they have nothing to say."""
_NO_NUMBER = (
    (re.compile(r"[-+]?[\d.,]+ *(?:%|percent)\Z"), "write the number alone, its unit is known"),
    (re.compile(r"[-+]?\d+(?:[,' _]\d+)+(?:\.\d+)?\Z"), "write a decimal point, and nothing between thousands"),
    (re.compile(r"[-+]?\d*\.?\d+[eE][-+]?\d+\Z"), "write it out, without an exponent"),
    (re.compile(r"-?0\d+(?:\.\d+)?\Z"), "leave out the zeros in front"),
)
"""Numbers as people write them elsewhere, and what to do about it."""


class Reading:
    """What one load has found so far."""

    def __init__(self, prefix: str, limits: Limits | None = None, progress: Progress = silent) -> None:
        self.prefix = prefix
        """`RB` for a rulebook, `FA` for facts: the family of this reading's codes."""
        self.findings: list[Finding] = []
        self.limits = limits or current()
        self.progress = progress

    # -- documents

    def document(self, name: str, text: str, form: Format = Format.YAML) -> Node | None:
        """The document in `text`, as YAML or as JSON."""
        read = read_json if form is Format.JSON else read_yaml
        result = read(name, text, self.prefix, self.limits, self.progress)
        if isinstance(result, Finding):
            self.findings.append(result)
            return None
        return result

    def note(self, place: Place, number: str, message: str, also: Iterable[Place] = ()) -> None:
        """Add one finding; `number` is a key of :data:`dragoman.source.codes.CODES`.

        Raises:
            FindingsError: with all findings so far, once they are more than anyone reads.
        """
        self.findings.append(Finding(place, self.prefix + number, message, tuple(also)))
        if len(self.findings) > self.limits.mistakes:
            raise self.too_many_mistakes()

    def too_many_mistakes(self) -> FindingsError:
        """The findings up to the limit, and that reading stopped there."""
        last = self.findings[self.limits.mistakes]
        end = Finding(last.place, self.prefix + "006", too_many(self.limits, "mistakes", "mistakes"))
        error = RulebookError if self.prefix == "RB" else SituationError
        return error([*self.findings[: self.limits.mistakes], end])

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
            self.note(node.place, "012", f"{what} must be a mapping (name: ...), found {kind_of(node)}")
            return []
        return [(key, value) for key, value in node.entries if self._is_name(key, "a name")]

    def items(self, node: Node | None, what: str) -> tuple[Node, ...]:
        """The items of a list."""
        if node is None or (isinstance(node, Scalar) and not node.text and node.plain):
            return ()
        if isinstance(node, Sequence):
            return node.items
        self.note(node.place, "012", f"{what} must be a list (- ...), found {kind_of(node)}")
        return ()

    def single(self, node: Node, what: str) -> tuple[Scalar, Node] | None:
        """The one key and value of a mapping that has exactly one."""
        if isinstance(node, Mapping) and len(node.entries) == 1:
            return node.entries[0]
        found = kind_of(node)
        if isinstance(node, Mapping):
            found = f"{len(node.entries)} of them together" if node.entries else "empty braces"
        self.note(node.place, "012", f"{what} is written 'fact_type: {{slot: value}}', found {found}")
        return None

    # -- scalars

    def text(self, node: Node | None, what: str) -> str:
        """A text that is not empty."""
        if node is None:
            return ""
        if isinstance(node, Scalar) and len(node.text) > self.limits.text:
            self.note(node.place, "006", f"{what} has {too_many(self.limits, 'text', 'characters')}")
            return ""
        if isinstance(node, Scalar) and not _says_nothing(node):
            return node.text.strip()
        self.note(node.place, "012", f"{what} is a text, found {kind_of(node)}")
        return ""

    def texts(self, node: Node | None, what: str) -> tuple[str, ...]:
        """A list of texts; a single text stands for a list of one."""
        return tuple(text for item in self._one_or_more(node, what) if (text := self.text(item, what)))

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
        items = self._one_or_more(node, what)
        return tuple(item for item in items if self.name(item, what) and isinstance(item, Scalar))

    def _one_or_more(self, node: Node | None, what: str) -> tuple[Node, ...]:
        match node:
            case Sequence():
                return node.items
            case Scalar() if node.text or not node.plain:
                return (node,)
            case Mapping():
                self.note(node.place, "012", f"{what}, or a list of them, was expected here, found a mapping")
        return ()

    def _is_name(self, key: Scalar, what: str) -> bool:
        if key.text in NEVER_NAMES:
            self.note(key.place, "013", f"'{key.text}' cannot be {what}: other YAML readers take it for true or false")
        elif len(key.text) > self.limits.name:
            self.note(key.place, "006", f"'{shorten(key.text)}' has {too_many(self.limits, 'name', 'characters')}")
        elif not NAME.match(key.text):
            shown, close = shorten(key.text), re.sub("[^a-z0-9-]+", "_", key.text.casefold()).strip("_-")
            hint = f"; '{shorten(close)}' can" if NAME.match(close) and close not in NEVER_NAMES else ""
            wanted = "use lower case letters, digits and single _ or -"
            self.note(key.place, "013", f"'{shown}' cannot be {what}: {wanted}{hint}")
        else:
            return True
        return False

    def choice(self, node: Node | None, what: str, choices: Iterable[str], number: str = "104") -> str:
        """One of the words in `choices`."""
        if node is None:
            return ""
        choices = tuple(choices)
        if not choices:  # what declares them has a mistake itself, which is noted there
            return ""
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
        """A plain number: with the limits as they are, at most twelve digits before and six after the point."""
        if node is None:
            return None
        why = ""
        if isinstance(node, Scalar):
            found = _NUMBER.match(node.text)
            if found and node.plain and self._is_short(*found.groups()):
                return Decimal(node.text)
            why = _why_no_number(node.text, is_number=found is not None, plain=node.plain, digits=self.limits.digits)
        self.note(node.place, "201", f"{what} is a number such as 40 or 42.5, found {kind_of(node)}{why}")
        return None

    def _is_short(self, whole: str, fraction: str | None) -> bool:
        return len(whole) <= self.limits.digits and len(fraction or "") <= self.limits.digits // 2

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
        hint = did_you_mean(key.text, table)
        if not hint and 0 < len(table) <= _FEW:
            hint = f"; there {'is' if len(table) == 1 else 'are'} {_listed(table)}"
        reading.note(key.place, number, f"there is no {what} '{shorten(key.text)}'{where}{hint}")
    return found


def _says_nothing(node: Scalar) -> bool:
    return not node.text.strip() or (node.plain and node.text in _NO_TEXT)


def _why_no_number(text: str, *, is_number: bool, plain: bool, digits: int) -> str:
    if is_number and not plain:
        return " in quotes, which is a text; write it without quotes"
    if is_number:
        return f"; it can have {digits} digits before the point and {digits // 2} after it"
    if len(text) > _LONGEST_NUMBER:
        return ""
    return next((f"; {hint}" for form, hint in _NO_NUMBER if form.match(text)), "")


def _listed(words: Iterable[str]) -> str:
    ordered = list(words) if isinstance(words, tuple) else sorted(words)
    return ", ".join(f"'{word}'" for word in ordered)
