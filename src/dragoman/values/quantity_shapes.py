"""What may stand in the slot of a quantity: a test in rules, a number or a range where facts are told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.form import form
from dragoman.source.entries import AtLeastOne, Entry, may
from dragoman.source.nodes import Scalar, shorten
from dragoman.source.shapes import NAMED, NUMBER, Json, Named, SchemaWriter

if TYPE_CHECKING:
    from dragoman.errors import Place
    from dragoman.source.nodes import Node
    from dragoman.source.reading import Reading
    from dragoman.values.kind import Value, ValueKind

_ENDS = ("at_least", "at_most")
_NUMBER = re.compile(r"[-+]?[0-9][0-9,]*(?:\.[0-9]+)?")


@form
class Threshold(Named):
    """The name of a parameter; a number is told what a threshold needs."""

    def read(self, reading: Reading, node: Node, what: str, place: Place | None = None) -> Scalar | None:
        """See :class:`dragoman.source.shapes.Shape`, as for all that follows."""
        found = _NUMBER.match(node.text) if isinstance(node, Scalar) else None
        if found is None or not isinstance(node, Scalar):
            return NAMED.read(reading, node, what, place)
        message = (
            f"'{shorten(node.text)}' is a number; a rule compares with a threshold that has a name. Write under"
            f" 'parameters' in rulebook.yaml 'NAME: {{value: {found[0]}, unit: ..., at: ...}}' (or a 'reason'), and NAME here"
        )
        reading.note(node.place, "013", message)
        return None


THRESHOLD = Threshold()


class BoundsEntry(Entry, what="a test", must=(AtLeastOne(_ENDS),)):
    """What a rule wants of a quantity."""

    at_least = may(
        THRESHOLD, "The lower end, included: the name of a parameter.", "a threshold (the name of a parameter)"
    )
    at_most = may(
        THRESHOLD, "The upper end, included: the name of a parameter.", "a threshold (the name of a parameter)"
    )


@form
class _End:
    """One end of a range as it was written; which units it may have, the kind of the slot judges."""

    def absent(self) -> Node | None:
        return None

    def read(self, reading: Reading, node: Node, what: str, place: Place | None = None) -> Node | None:
        return node

    def schema(self, writer: SchemaWriter) -> Json:
        return {"type": ["number", "string"], "pattern": "[0-9]"}


class RangeEntry(Entry, what="a range", must=(AtLeastOne(_ENDS, "{} is a number, or has 'at_least' or 'at_most'"),)):
    """A quantity that is known within limits."""

    at_least = may(_End(), "The lower end, included.")
    at_most = may(_End(), "The upper end, included.")


@form
class Told:
    """What a slot of a quantity takes. Its kind reads it, since it knows the unit."""

    kind: ValueKind
    text: str
    """The pattern of what may be written besides a number."""
    end: str
    """The same for one end of a range."""

    def absent(self) -> Value | None:
        return None

    def read(self, reading: Reading, node: Node, what: str, place: Place | None = None) -> Value | None:
        return self.kind.read(reading, node, what)

    def schema(self, writer: SchemaWriter) -> Json:
        number = NUMBER.schema(writer)
        end = {"anyOf": [number, {"type": "string", "pattern": self.end}]}
        ranged = {**RangeEntry.schema(writer), "properties": dict.fromkeys(_ENDS, end)}
        return {"anyOf": [number, {"type": "string", "pattern": self.text}, ranged]}
