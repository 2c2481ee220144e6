"""Values of Python as nodes, so that what a program tells is checked as what stands in a file.

`42` is a number and `"42"` a text, as in JSON; a `Decimal` is a number, a `date` is one. A value that no file could hold
is refused: what is not finite, bytes, moments of a day, objects.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping as MappingType
from decimal import Decimal

from dragoman.errors import Place
from dragoman.source.characters import forbidden
from dragoman.source.limits import too_many
from dragoman.source.nodes import Mapping, Node, Scalar, Sequence, shorten
from dragoman.source.reading import Reading


class _Refused(Exception):
    def __init__(self, number: str, message: str) -> None:
        self.number, self.message = number, message


def read_python(reading: Reading, value: object, place: Place) -> Node | None:
    """The node that says `value`, all of it standing at `place`; None after noting the first mistake in it."""
    try:
        return _Builder(reading, place).node(value, 0)
    except _Refused as refused:
        reading.note(place, refused.number, refused.message)
        return None


class _Builder:
    def __init__(self, reading: Reading, place: Place) -> None:
        self.limits, self.place = reading.limits, place
        self.values = 0

    def node(self, value: object, depth: int) -> Node:
        self.values += 1
        if self.values > self.limits.values:
            raise _Refused("006", too_many(self.limits, "facts", "values", self.limits.values))
        if isinstance(value, MappingType | list | tuple):
            if depth >= self.limits.depth:
                raise _Refused("006", f"nested more than {self.limits.depth} levels deep")
            if isinstance(value, MappingType):
                pairs = ((self._key(key), self.node(one, depth + 1)) for key, one in value.items())
                return Mapping(tuple(pairs), self.place)
            return Sequence(tuple(self.node(one, depth + 1) for one in value), self.place)
        if isinstance(value, str):
            return self._text(value)
        return Scalar(_plain(value), True, self.place)

    def _key(self, key: object) -> Scalar:
        if not isinstance(key, str):
            raise _Refused("012", f"a key is a text, found {_shown(key)}")
        return self._text(key)

    def _text(self, text: str) -> Scalar:
        if wrong := forbidden(text):
            raise _Refused("003", f"not well-formed text: {wrong[1]}")
        return Scalar(str(text), False, self.place)


def _plain(value: object) -> str:
    """A single value that is no text, as JSON or YAML write it."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            # a number of thousands of digits cannot be written out at all, and none of so many is taken
            return str(value) if abs(value) < 10**100 else "1" + "0" * 100
        case float() if math.isfinite(value):
            return f"{Decimal(repr(float(value))):f}"
        case Decimal() if value.is_finite() and abs(value.adjusted()) < 100:
            return f"{value:f}"
        case datetime.date() if not isinstance(value, datetime.datetime):
            return value.isoformat()
    raise _Refused(
        "012", f"a value is a text, a number, true or false, a date, a list or a mapping, found {_shown(value)}"
    )


def _shown(value: object) -> str:
    """What a person would call it: numbers as they are, else the kind of thing; its own words may be anything."""
    return shorten(f"{value}") if isinstance(value, float | Decimal) else f"a value of type {type(value).__name__}"
