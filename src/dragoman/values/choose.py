"""From a slot's declaration to its kind: the one list of kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from dragoman.source.nodes import Node, Scalar, shorten
from dragoman.source.reading import Reading
from dragoman.values.enumeration import Enumeration
from dragoman.values.kind import ValueKind
from dragoman.values.money import Money, declared, unit_of
from dragoman.values.quantity import Quantity

Declared = Mapping[str, Node]
"""The keys of a slot with what stands under them."""


def enumeration(reading: Reading, slot: Scalar, fields: Declared, synonyms: Mapping[str, str]) -> Enumeration:
    """The kind of `{one_of: [...]}`, as a key or as a value."""
    before = len(reading.findings)
    words = tuple(word.text for word in reading.names(fields["one_of"], "a word of an enumeration"))
    if not words and len(reading.findings) == before:
        reading.note(slot.place, "313", f"the slot '{slot.text}' needs words to choose from in 'one_of'")
    own = {synonym: word for synonym, word in synonyms.items() if word in words and synonym not in words}
    return Enumeration(words, reading.truth(fields.get("exhaustive"), "'exhaustive'"), own)


def quantity(reading: Reading, slot: Scalar, fields: Declared) -> Quantity:
    """The kind of `{number: percent, min: 0, max: 100}`."""
    low, high = _limits(reading, slot, fields)
    return Quantity(reading.text(fields["number"], "a unit"), low, high)


def money(reading: Reading, slot: Scalar, fields: Declared) -> Money:
    """The kind of `{money: billion USD, min: 0, max: 1000}`."""
    low, high = _limits(reading, slot, fields)
    text = reading.text(fields["money"], "a currency")
    found = declared(text)
    if found is None:
        if text:
            message = f"'money' is a currency of ISO 4217, perhaps with thousand to trillion before it, found '{shorten(text)}'"
            reading.note(fields["money"].place, "313", f"{message}; write USD, or billion USD")
        return Money(text, low, high)
    return Money(unit_of(*found), low, high, currency=found[1], scale=found[0])


VALUE_KINDS: Mapping[str, Callable[[Reading, Scalar, Declared], ValueKind]] = {
    Quantity.KEY: quantity,
    Money.KEY: money,
}
"""The kinds that only a value slot can have, by the key that declares them."""


def _limits(reading: Reading, slot: Scalar, fields: Declared) -> tuple[Decimal, Decimal]:
    low, high = reading.number(fields.get("min"), "'min'"), reading.number(fields.get("max"), "'max'")
    if low is not None and high is not None and low < high:
        return low, high
    if not fields.keys() >= {"min", "max"} or (low is not None and high is not None):
        reading.note(slot.place, "313", f"the number '{slot.text}' needs 'min' and a larger 'max'")
    return Decimal(0), Decimal(0)
