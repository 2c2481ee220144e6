"""What stands in a file, said once: a *shape* reads it, finds its mistakes, and gives its JSON Schema.

    shapes   the protocol, and single values: texts, names, numbers, dates
    many     lists, maps, one or the other
    entries  mappings with keys of their own
    braces   a fact type with its slots in braces, and what stands beside it

A shape takes what no name has to be looked up for. Reading always goes on: where something else stands, the mistake is
noted and the value is `absent`, so that all mistakes of all files are reported together.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from dragoman.form import form
from dragoman.source.limits import Limits, too_many
from dragoman.source.names import NAME as NAMES
from dragoman.source.names import NEVER_NAMES, did_you_mean, listed
from dragoman.source.nodes import Node, Scalar, kind_of, shorten

if TYPE_CHECKING:
    from dragoman.errors import Place
    from dragoman.source.braces import Fact
    from dragoman.source.reading import Reading

T_co = TypeVar("T_co", covariant=True)
Json = dict[str, Any]

AFTER_THE_POINT = 20
"""Digits that a number may have after the point: more than a JSON number keeps."""
_LETTERS = NAMES.pattern.removesuffix(r"\Z")
NAME_PATTERN = f"^(?!(?:{'|'.join(sorted(NEVER_NAMES))})$){_LETTERS}$"
"""A name, as JavaScript reads it too."""
VARIABLE_PATTERN = rf"^\${_LETTERS}$"

_NUMBER = re.compile(r"-?(0|[1-9]\d*)(?:\.(\d+))?\Z", re.ASCII)
_LIKE_A_NUMBER = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]*)?\Z")
_LONGEST_NUMBER = 60  # what is longer is not looked at for what may be wrong with it
_WHOLE = re.compile(r"(0|[1-9]\d{0,19})(?:\.0{1,20})?\Z", re.ASCII)
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z", re.ASCII)
_TRUTH = {"true": True, "false": False}
_NOTHING = frozenset({"", "~", "null"})
"""What people write, plainly, where they have nothing to say."""
_NO_NUMBER = (
    (re.compile(r"[-+]?[\d.,]+ *(?:%|percent)\Z"), "write the number alone, its unit is known"),
    (re.compile(r"[-+]?\d+(?:[,' _]\d+)+(?:\.\d+)?\Z"), "write a decimal point, and nothing between thousands"),
    (re.compile(r"[-+]?\d*\.?\d+[eE][-+]?\d+\Z"), "write it out, without an exponent"),
    (re.compile(r"-?0\d+(?:\.\d+)?\Z"), "leave out the zeros in front"),
)
"""Numbers as people write them elsewhere, and what to do about it."""


class SchemaWriter(Protocol):
    """Collects the definitions of one JSON Schema."""

    def defined(self, name: str, make: Callable[[], Json]) -> Json:
        """A reference to what `make` gives, which stands in the schema once."""

    def fact(self, fact: Fact[Any]) -> Json:
        """The schema of a fact in braces, which depends on the names of a rulebook."""


class Shape(Protocol[T_co]):
    """What may stand in one place of a file."""

    def absent(self) -> T_co:
        """The value where nothing stands, or something else."""

    def read(self, reading: Reading, node: Node, what: str, place: Place | None = None) -> T_co:
        """The value of `node`; `absent` after noting why there is none.

        `what` names it in messages (`a title`), empty for what has a name of its own; `place` is where it is called by
        that name, if not at `node`.
        """

    def schema(self, writer: SchemaWriter) -> Json:
        """The same as JSON Schema."""


def is_nothing(node: Node) -> bool:
    """Whether nothing is written there, or what people write for it."""
    return isinstance(node, Scalar) and node.plain and node.text in _NOTHING


@form
class Text:
    """A text that is not empty, without the space around it."""

    def absent(self) -> str:
        """Empty."""
        return ""

    def read(self, reading: Reading, node: Node, what: str, place: Place | None = None) -> str:
        """See :class:`Shape`, as for all that follows."""
        if isinstance(node, Scalar):
            text = node.text
            if len(text) > reading.limits.text:
                reading.note(node.place, "006", f"{what} has {too_many(reading.limits, 'text', 'characters')}")
                return ""
            if (stripped := text.strip()) and (not node.plain or text not in _NOTHING):
                return stripped
        reading.note(node.place, "012", f"{what} is a text, found {kind_of(node)}")
        return ""

    def schema(self, writer: SchemaWriter) -> Json:
        """Numbers and `true` are texts too, where they are written plainly."""
        types = ["string", "number", "boolean"]
        return writer.defined("text", lambda: {"type": types, "pattern": r"\S", "maxLength": Limits().text})


@form
class Named:
    """A name as the rulebook uses it, with its place, for whoever looks it up."""

    def absent(self) -> Scalar | None:
        """None."""
        return None

    def read(self, reading: Reading, node: Node, what: str, place: Place | None = None) -> Scalar | None:
        """See :class:`Shape`."""
        if isinstance(node, Scalar):
            return node if is_name(reading, node, what) else None
        reading.note(node.place, "012", f"{what} is a single word, found {kind_of(node)}")
        return None

    def schema(self, writer: SchemaWriter) -> Json:
        """See :class:`Shape`."""
        return writer.defined("name", lambda: {"type": "string", "pattern": NAME_PATTERN, "maxLength": Limits().name})


@form
class Name:
    """A name as the rulebook uses it."""

    def absent(self) -> str:
        """Empty."""
        return ""

    def read(self, reading: Reading, node: Node, what: str, place: Place | None = None) -> str:
        """See :class:`Shape`."""
        found = NAMED.read(reading, node, what)
        return "" if found is None else found.text

    def schema(self, writer: SchemaWriter) -> Json:
        """See :class:`Shape`."""
        return NAMED.schema(writer)


@form
class Number:
    """A plain number: with the limits as they are, at most twelve digits before and twenty after the point."""

    def absent(self) -> Decimal | None:
        """None."""
        return None

    def read(self, reading: Reading, node: Node, what: str, place: Place | None = None) -> Decimal | None:
        """See :class:`Shape`."""
        why = ""
        if isinstance(node, Scalar):
            found = _NUMBER.match(node.text)
            digits = reading.limits.digits
            if found and node.plain:
                if len(found[1]) <= digits and len(found[2] or "") <= AFTER_THE_POINT:
                    return Decimal(node.text)
                why = f"; it can have {digits} digits before the point and {AFTER_THE_POINT} after it"
            elif found:
                why = " in quotes, which is a text; write it without quotes"
            else:
                why = _why_no_number(node)
        reading.note(node.place, "201", f"{what} is a number such as 40 or 42.5, found {kind_of(node)}{why}")
        return None

    def schema(self, writer: SchemaWriter) -> Json:
        """See :class:`Shape`."""
        most = 10 ** Limits().digits
        return {"type": "number", "exclusiveMinimum": -most, "exclusiveMaximum": most}


@form
class Whole:
    """A whole number from `least` on, of at most twenty digits."""

    least: int = 0

    def absent(self) -> int | None:
        """None."""
        return None

    def read(self, reading: Reading, node: Node, what: str, place: Place | None = None) -> int | None:
        """See :class:`Shape`."""
        found = _WHOLE.match(node.text) if isinstance(node, Scalar) and node.plain else None
        if found and int(found[1]) >= self.least:
            return int(found[1])
        message = f"{what} is a whole number from {self.least} on, found {kind_of(node)}"
        reading.note(node.place, "202" if found else "201", message + _why_no_number(node))
        return None

    def schema(self, writer: SchemaWriter) -> Json:
        """See :class:`Shape`."""
        return {"type": "integer", "minimum": self.least, "exclusiveMaximum": 10**20}


@form
class Yes:
    """`true` or `false`, written plainly."""

    def absent(self) -> bool:
        """False."""
        return False

    def read(self, reading: Reading, node: Node, what: str, place: Place | None = None) -> bool:
        """See :class:`Shape`."""
        if isinstance(node, Scalar) and node.plain and node.text in _TRUTH:
            return _TRUTH[node.text]
        reading.note(node.place, "012", f"{what} is true or false, found {kind_of(node)}")
        return False

    def schema(self, writer: SchemaWriter) -> Json:
        """See :class:`Shape`."""
        return {"type": "boolean"}


@form
class Day:
    """A date of the calendar, `2020-11-30`."""

    def absent(self) -> datetime.date | None:
        """None."""
        return None

    def read(self, reading: Reading, node: Node, what: str, place: Place | None = None) -> datetime.date | None:
        """See :class:`Shape`."""
        if isinstance(node, Scalar) and (found := _DATE.match(node.text)):
            try:
                return datetime.date(*map(int, found.groups()))
            except ValueError:
                reading.note(node.place, "204", f"{what}: there is no day '{node.text}' in the calendar")
                return None
        reading.note(node.place, "204", f"{what} is a full date such as 2020-11-30, found {kind_of(node)}")
        return None

    def schema(self, writer: SchemaWriter) -> Json:
        """See :class:`Shape`."""
        return {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


@form
class OneWord:
    """One of a few words."""

    words: tuple[str, ...]
    number: str = "104"
    """The code of what is none of them."""

    def absent(self) -> str:
        """Empty."""
        return ""

    def read(self, reading: Reading, node: Node, what: str, place: Place | None = None) -> str:
        """See :class:`Shape`."""
        if isinstance(node, Scalar) and node.text in self.words:
            return node.text
        if self.words:  # else what declares them has a mistake itself, which is noted there
            hint = did_you_mean(node.text, self.words) if isinstance(node, Scalar) else ""
            message = f"{what} is one of {listed(self.words)}, found {kind_of(node)}{hint}"
            reading.note(node.place, self.number, message)
        return ""

    def schema(self, writer: SchemaWriter) -> Json:
        """See :class:`Shape`."""
        return {"enum": list(self.words)}


@form
class Written:
    """A text of one form: a locator, a source grade."""

    pattern: str
    """A regular expression, as JavaScript reads it too."""
    number: str
    """The code of what has another form."""
    says: str
    """What to say of it; `{}` is what was found."""

    def absent(self) -> str:
        """Empty."""
        return ""

    def read(self, reading: Reading, node: Node, what: str, place: Place | None = None) -> str:
        """See :class:`Shape`."""
        text = TEXT.read(reading, node, what)
        is_number = isinstance(node, Scalar) and node.plain and _LIKE_A_NUMBER.match(text) is not None
        if not text or (re.fullmatch(self.pattern, text) and not is_number):
            return text
        if is_number and re.fullmatch(self.pattern, text):
            message = f"{what} is a text; write '{text}' in quotes, or other readers take it for a number"
            reading.note(node.place, "012", message)
            return ""
        reading.note(node.place, self.number, self.says.replace("{}", shorten(text)))
        return ""

    def schema(self, writer: SchemaWriter) -> Json:
        """See :class:`Shape`."""
        return {"type": "string", "pattern": rf"^\s*(?:{self.pattern})\s*$"}


TEXT, NAME, NAMED, NUMBER, TRUTH, DATE = Text(), Name(), Named(), Number(), Yes(), Day()


def is_name(reading: Reading, key: Scalar, what: str) -> bool:
    """Whether `key` is a name as the rulebook uses it; if not, why is noted."""
    text = key.text
    if text in NEVER_NAMES:
        reading.note(key.place, "013", f"'{text}' cannot be {what}: other YAML readers take it for true or false")
    elif len(text) > reading.limits.name:
        reading.note(key.place, "006", f"'{shorten(text)}' has {too_many(reading.limits, 'name', 'characters')}")
    elif not NAMES.match(text):
        close = nearest_name(text)
        hint = f"; '{shorten(close)}' can" if close else ""
        wanted = "use lower case letters, digits and single _ or -"
        reading.note(key.place, "013", f"'{shorten(text)}' cannot be {what}: {wanted}{hint}")
    else:
        return True
    return False


def nearest_name(text: str) -> str:
    """What is most like `text` and can be a name; empty where nothing of it can."""
    close = re.sub("[^a-z0-9-]+", "_", text.casefold()).strip("_-")
    return close if NAMES.match(close) and close not in NEVER_NAMES else ""


def _why_no_number(node: Node) -> str:
    """What to do about a number as people write it elsewhere."""
    if not isinstance(node, Scalar) or len(node.text) > _LONGEST_NUMBER:
        return ""
    return next((f"; {hint}" for written, hint in _NO_NUMBER if written.match(node.text)), "")
