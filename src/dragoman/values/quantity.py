"""Quantities: a number with a unit, and ranges of it.

A statement limits the number to a range, both ends included; so does a test, whose ends are parameters of the rulebook.
The span of several statements is the smallest range that holds them all; it is disputed if two of them share no
number. An end that nobody gave is that of the slot.

A number is written alone (`42`, `42.5`), with its unit (`42 %`, `42 percent`), as a range (`35..45`, `35-45`, `>=8`,
`<= 10`) or as `{at_least: 35, at_most: 45}`; what could be read in two ways is refused, never guessed at.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from dragoman.form import form
from dragoman.source import nodes
from dragoman.source.names import lookup
from dragoman.source.nodes import Node, Scalar, kind_of
from dragoman.source.shapes import NUMBER, Shape
from dragoman.values.kind import DISPUTED, UNKNOWN, Stated, Test, Threshold, Truth, Value, Verdict, plain
from dragoman.values.quantity_shapes import BoundsEntry, RangeEntry, Told
from dragoman.values.quantity_text import (
    end_left_out,
    is_of_another_unit,
    parsed,
    patterns,
    plain_at,
    pointed,
    singular,
    with_unit,
)

if TYPE_CHECKING:
    from dragoman.source.reading import Reading

FINEST = Decimal("0.000001")
"""So far from a threshold is just beside it: nobody draws two that lie closer."""


@form
class Range(Value):
    """A statement on a quantity: it lies between the two, both included, in the unit of the slot."""

    low: Decimal
    high: Decimal
    currency: str = ""
    """Of a sum that was told in another currency than the slot's, with the slot's scale; empty otherwise."""

    def json(self) -> object:
        if self.low == self.high and not self.currency:
            return as_json(self.low)
        ends = {"at_least": as_json(self.low), "at_most": as_json(self.high)}
        return {**ends, "currency": self.currency} if self.currency else ends

    def __str__(self) -> str:
        """As briefly as can be; what is sorted by values is sorted by it."""
        number = digits(self.low) if self.low == self.high else f"{digits(self.low)}..{digits(self.high)}"
        return f"{number} {self.currency}".rstrip()


@form
class Between(Test):
    """The quantity lies between two parameters, both ends included; an empty name is no bound."""

    at_least: str
    at_most: str

    @property
    def parameters(self) -> tuple[str, ...]:
        """Those that it names."""
        return tuple(filter(None, (self.at_least, self.at_most)))


@form
class Bounds(Test):
    """A :class:`Between` with its parameters looked up; both ends included, None is no bound."""

    low: Decimal | None
    high: Decimal | None


@form
class Quantity:
    """A number with a unit, in a range."""

    KEY: ClassVar[str] = "number"
    CAN_BE_DENIED: ClassVar[bool] = False

    unit: str
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    """The numbers that can be told, both ends included."""
    whole: bool = False
    """Whether what is counted comes in whole ones only: nobody has two and a half devices."""

    @property
    def units(self) -> frozenset[str]:
        """How a threshold may write the unit."""
        return frozenset({self.unit})

    # -- what is told

    def read(self, reading: Reading, node: Node, what: str) -> Range | None:
        """See :class:`dragoman.values.kind.ValueKind`, as for all that follows."""
        ends = self._ends(reading, node, what)
        if ends is None:
            return None
        low, high = (end if end is not None else own for end, own in zip(ends, (self.low, self.high), strict=True))
        if low > high:
            reading.note(node.place, "202", f"{what} cannot be at least {digits(low)} and at most {digits(high)}")
            return None
        return Range(low, high)

    def _ends(self, reading: Reading, node: Node, what: str) -> tuple[Decimal | None, Decimal | None] | None:
        """Both ends, None for one that is open; nothing where there is no quantity, after noting why."""
        if isinstance(node, nodes.Mapping):
            entry = RangeEntry.read(reading, node, what)
            written_ends = {"at_least": entry.at_least, "at_most": entry.at_most}
            found = {end: self._number(reading, one, what) for end, one in written_ends.items() if one}
            is_right = bool(found) and None not in found.values()
            return (found.get("at_least"), found.get("at_most")) if is_right else None
        written = parsed(node) if isinstance(node, Scalar) and not _is_digits(node) else None
        if not isinstance(node, Scalar) or written is None or written.is_exact or not self._is_unit(written.unit):
            number = self._number(reading, node, what)
            return None if number is None else (number, number)
        if written.is_open:
            reading.note(node.place, "201", end_left_out(node))
            return None
        numbers = [self._number(reading, plain_at(end, node), what) if end else None for end in written.ends]
        is_right = all(number is not None or not end for number, end in zip(numbers, written.ends, strict=True))
        return (numbers[0], numbers[1]) if is_right else None

    def _number(self, reading: Reading, node: Node, what: str) -> Decimal | None:
        """One number, alone or with its unit, within the limits of the slot."""
        written = parsed(node) if isinstance(node, Scalar) and not _is_digits(node) else None
        has_unit = written is not None and written.is_exact and written.unit and self._is_unit(written.unit)
        if written is not None and written.is_exact and not has_unit and is_of_another_unit(written.unit):
            message = f"{what} is a number such as 40 or 42.5, found {kind_of(node)}; write it in {self.unit}, or alone"
            reading.note(node.place, "201", message)
            return None
        number = NUMBER.read(reading, plain_at(written.low, node) if written and has_unit else node, what)
        return self._within(reading, node, number, what)

    def _within(self, reading: Reading, node: Node, number: Decimal | None, what: str) -> Decimal | None:
        """The number if the slot takes it; else None, after noting that it does not."""
        if number is not None and self.whole and number != number.to_integral_value():
            reading.note(node.place, "202", f"{what} counts whole {self.unit}, found {digits(number)}")
            return None
        if number is None or self.takes(number):
            return number
        limits = f"{digits(self.low)} to {digits(self.high)} {self.unit}"
        reading.note(node.place, "202", f"{what} goes from {limits}, found {digits(number)}")
        return None

    def _is_unit(self, text: str) -> bool:
        """Whether `text` is nothing, or how people write the unit: its words, one of them, and `%` for a percentage."""
        unit, text = self.unit.casefold(), text.casefold()
        if text.startswith("%"):
            text = f"percent{text[1:]}"
        return text in ("", unit, singular(unit)) or (text == "percent" and unit.startswith("percent"))

    def node(self, value: Value) -> Node:
        if not isinstance(value, Range):
            raise TypeError(value)
        if value.low == value.high:
            return plain(exactly(value.low))
        ends = {"at_least": value.low, "at_most": value.high}
        if value.low == self.low:
            del ends["at_least"]
        elif value.high == self.high:
            del ends["at_most"]
        return nodes.Mapping(tuple((plain(key), plain(exactly(end))) for key, end in ends.items()), plain("").place)

    def cell(self, value: Value) -> str:
        if not isinstance(value, Range):
            raise TypeError(value)
        if value.low == value.high:
            return exactly(value.low)
        if value.high == self.high:
            return f">={exactly(value.low)}"
        return f"<={exactly(value.high)}" if value.low == self.low else f"{exactly(value.low)}..{exactly(value.high)}"

    def from_cell(self, reading: Reading, cell: Scalar, separator: str) -> Node:
        written = parsed(cell, any_decimal=True)
        if written is None or not self._is_unit(written.unit):
            return plain_at(cell.text, cell)
        if written.is_open:
            reading.note(cell.place, "201", end_left_out(cell))
        low, high = (end and pointed(reading, cell, end, separator) for end in written.ends)
        if written.is_exact:
            return plain_at(low, cell)
        ends = {"at_least": low, "at_most": high}
        pairs = tuple((plain_at(key, cell), plain_at(end, cell)) for key, end in ends.items() if end)
        return nodes.Mapping(pairs, cell.place)

    def told(self) -> Shape[Any]:
        return Told(self, *patterns(self.unit))

    # -- in words

    def says(self, value: Value) -> str:
        return self._span(value) if isinstance(value, Range) else ""

    def _span(self, value: Range) -> str:
        if value.low == value.high:
            return self.quantity(value.low)
        if value.high == self.high:
            return f"at least {self.quantity(value.low)}"
        if value.low == self.low:
            return f"at most {self.quantity(value.high)}"
        return f"{digits(value.low)} to {self.quantity(value.high)}"

    def quantity(self, number: Decimal) -> str:
        """A number with its unit, `42 percent`."""
        return with_unit(digits(number), self.unit)

    def known(self, stated: Sequence[Stated]) -> tuple[str, bool]:
        span = span_of(stated)
        return ("" if span is None else self._span(span)), True

    def anything(self) -> str:
        return ""

    def allowed(self) -> str:
        ends = f"{digits(self.low)} to {digits(self.high)} {self.unit}"
        return f"{ends}; one number, or {{at_least: ...}}, {{at_most: ...}}, {{at_least: ..., at_most: ...}}"

    def described(self) -> str:
        return f"a number, {digits(self.low)} to {digits(self.high)} {self.unit}"

    def example(self) -> str:
        """The whole range, which says nothing."""
        return f"{{at_least: {digits(self.low)}, at_most: {digits(self.high)}}}"

    # -- what follows from it

    def verdict(self, stated: Sequence[Stated], test: Test | None) -> Verdict:
        if test is None and stated:
            return Verdict(Truth.TRUE, (tuple(range(len(stated))),))
        span = span_of(stated)
        if span is None or not isinstance(test, Bounds):
            return UNKNOWN
        everything = (tuple(number for number, one in enumerate(stated) if ranges_of((one,))),)
        if (test.low is None or span.low >= test.low) and (test.high is None or span.high <= test.high):
            return Verdict(Truth.TRUE, everything)
        if (test.low is not None and span.high < test.low) or (test.high is not None and span.low > test.high):
            return Verdict(Truth.FALSE, everything)
        return DISPUTED if self.is_disputed(stated) else UNKNOWN

    def is_disputed(self, stated: Sequence[Stated]) -> bool:
        ranges = ranges_of(stated)
        return len(ranges) > 1 and max(r.low for r in ranges) > min(r.high for r in ranges)

    def is_comparable(self, stated: Sequence[Stated]) -> bool:
        return span_of(stated) is not None

    def region(self, stated: Sequence[Stated], tests: Sequence[Test]) -> Hashable:
        """Where both ends of the span lie: below, on or above each end of a test."""
        span = span_of(stated)
        if span is None:
            return None
        bounds = (test for test in tests if isinstance(test, Bounds))
        ends = sorted({end for test in bounds for end in (test.low, test.high) if end is not None})
        low, high = ((bisect_left(ends, end), bisect_right(ends, end)) for end in (span.low, span.high))
        return low, high, len(stated) > 1 and self.is_disputed(stated)

    # -- tests

    def read_test(self, reading: Reading, node: Node, what: str, thresholds: Mapping[str, Any]) -> Test | None:
        if not isinstance(node, nodes.Mapping):
            how = "{at_least: NAME} or {at_most: NAME} with a parameter of rulebook.yaml"
            reading.note(node.place, "012", f"a rule tests {what} as {how}, found {kind_of(node)}")
            return None
        entry = BoundsEntry.read(reading, node)
        low, high = (one and self._threshold(reading, one, what, thresholds) for one in (entry.at_least, entry.at_most))
        return Between(low or "", high or "")

    def _threshold(self, reading: Reading, node: Scalar, what: str, thresholds: Mapping[str, Any]) -> str:
        found = lookup(reading, node, thresholds, "105", "parameter")
        if found is None:
            return ""
        if found.unit not in self.units:
            message = (
                f"the parameter '{node.text}' is in {found.unit}, the slot {what} in {self.unit}; "
                f"if they are the same, write 'unit: {self.unit}' at the parameter"
            )
            reading.note(node.place, "203", message, (found.place,))
        elif self.low < self.high and not self.takes(found.value):
            message = f"the parameter '{node.text}' is {found.value}; {what} goes from {self.limits()}"
            reading.note(node.place, "202", message, (found.place,))
        return node.text

    def takes(self, number: Decimal) -> bool:
        return self.low <= number <= self.high

    def limits(self) -> str:
        return f"{self.low} to {self.high} {self.unit}"

    def resolved(self, test: Test, thresholds: Mapping[str, Threshold]) -> Test:
        if not isinstance(test, Between):
            return test
        low, high = (thresholds[name].value if name else None for name in (test.at_least, test.at_most))
        return Bounds(low, high)

    def wants(self, test: Test, thresholds: Mapping[str, Threshold]) -> str:
        bounds = self.resolved(test, thresholds)
        if not isinstance(bounds, Bounds):
            return ""
        ends = (("at least", bounds.low), ("at most", bounds.high))
        return " and ".join(f"{word} {self.quantity(end)}" for word, end in ends if end is not None)

    def within(self, inner: Test | None, outer: Test | None) -> bool:
        if outer is None:
            return True
        if not isinstance(inner, Bounds) or not isinstance(outer, Bounds):
            return False
        is_above = outer.low is None or (inner.low is not None and inner.low >= outer.low)
        return is_above and (outer.high is None or (inner.high is not None and inner.high <= outer.high))

    def disjoint(self, one: Test | None, other: Test | None) -> bool:
        if not isinstance(one, Bounds) or not isinstance(other, Bounds):
            return False
        return _is_above(one, other) or _is_above(other, one)

    def why_empty(self, test: Test) -> str:
        if isinstance(test, Bounds) and test.low is not None and test.high is not None and test.low > test.high:
            return f"no number is at least {test.low} and at most {test.high}"
        return ""

    def samples(self, test: Test | None, others: Sequence[Test]) -> Iterator[Stated]:
        bounds = [one for one in (test, *others) if isinstance(one, Bounds)]
        ends = dict.fromkeys(end for one in bounds for end in (one.low, one.high) if end is not None)
        near = [number for end in ends for number in self._beside(end)]
        for number in dict.fromkeys(near or [self.low]):
            if self.takes(number) or self.low >= self.high:
                yield Stated(True, Range(number, number))

    def _beside(self, end: Decimal) -> tuple[Decimal, ...]:
        """The end of a test, and the nearest numbers on both sides of it that can be told."""
        if not self.whole:
            return end, end + FINEST, end - FINEST
        floor = end.to_integral_value(ROUND_FLOOR)
        return (end, end + 1, end - 1) if floor == end else (floor + 1, floor)

    def tested(self) -> Shape[Any]:
        return BoundsEntry


def _is_digits(node: Scalar) -> bool:
    """Whether a quantity is written as most are, without unit or sign; there is nothing to take apart then."""
    return node.text.replace(".", "", 1).isdecimal()


def digits(value: Decimal) -> str:
    """A number without trailing zeros, `42.5`."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def as_json(value: Decimal) -> int | float:
    """A number, whole if it is."""
    return int(value) if value == int(value) else float(value)


def exactly(value: Decimal) -> str:
    """The digits as they were written, without an exponent."""
    return f"{value:f}"


# -- spans


def ranges_of(stated: Iterable[Stated]) -> list[Range]:
    """What can be held against a test: a sum in another currency cannot."""
    return [one.value for one in stated if isinstance(one.value, Range) and not one.value.currency]


def span_of(stated: Sequence[Stated]) -> Range | None:
    """The smallest range that holds every statement that can be compared."""
    ranges = ranges_of(stated)
    if len(ranges) < 2:
        return ranges[0] if ranges else None
    return Range(min(r.low for r in ranges), max(r.high for r in ranges))


def _is_above(one: Bounds, other: Bounds) -> bool:
    return one.low is not None and other.high is not None and one.low > other.high
