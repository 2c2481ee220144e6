"""From a slot's declaration to its kind: the one list of kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from dragoman.source import nodes
from dragoman.source.entries import Entry, ExactlyOne, Together, may
from dragoman.source.many import Either, ListOf, MapOf
from dragoman.source.nodes import Scalar, shorten
from dragoman.source.reading import Reading
from dragoman.source.shapes import NAMED, NUMBER, TEXT, TRUTH, OneWord
from dragoman.values.entity import Entities, Spread
from dragoman.values.enumeration import Enumeration
from dragoman.values.kind import ValueKind
from dragoman.values.money import Money, declared, unit_of
from dragoman.values.quantity import Quantity

_WORDS = Either(
    ListOf(NAMED, or_one=True, at_least=1, called="a word of an enumeration"),
    MapOf(TEXT, "how '{}' reads in sentences", at_least=1, one="word: how it reads"),
    lambda node: isinstance(node, nodes.Mapping),
)
_LIMITS = "{} needs 'min' and a larger 'max'"


class SlotEntry(
    Entry,
    what="a slot",
    must=(
        Together(Quantity.KEY, ("min", "max"), _LIMITS, "313"),
        Together(Money.KEY, ("min", "max"), _LIMITS, "313"),
        ExactlyOne(
            {
                Entities.KEY: ("optional", "spread"),
                Enumeration.KEY: ("optional", "value", "exhaustive"),
                Quantity.KEY: ("min", "max", "whole", "value"),
                Money.KEY: ("min", "max", "value"),
            },
            "313",
        ),
    ),
):
    """The declaration of a slot."""

    entity = may(
        ListOf(NAMED, or_one=True, at_least=1, called="an entity type"), "The entity types that may stand here."
    )
    one_of = may(_WORDS, "The words that may stand here; as a mapping, each with how it reads in sentences.")
    number = may(TEXT, "The unit of the number that stands here.", "a unit")
    money = may(TEXT, "The currency of the sum that stands here, perhaps with its scale: billion USD.", "a currency")
    min = may(NUMBER, "The smallest number.")
    max = may(NUMBER, "The largest number.")
    whole = may(TRUTH, "Whether only whole numbers are told, as of what is counted.")
    value = may(TRUTH, "Whether these words are the value that is told; all other slots are keys.")
    exhaustive = may(
        TRUTH, "Whether exactly one of these words is always the case; to deny one then leaves the others."
    )
    optional = may(TRUTH, "Whether a fact may leave the slot out.")
    spread = may(
        OneWord((Spread.EACH.value, Spread.NONE.value)),
        "A group here stands for each of its members, or is one more value (none).",
    )


def enumeration(slot: SlotEntry, synonyms: Mapping[str, str]) -> Enumeration:
    """The kind of `{one_of: [...]}`, as a key or as a value."""
    readings = {one[0].text: one[1] for one in slot.one_of if not isinstance(one, Scalar)}
    words = tuple(readings or (one.text for one in slot.one_of if isinstance(one, Scalar)))
    own = {synonym: word for synonym, word in synonyms.items() if word in words and synonym not in words}
    return Enumeration(words, slot.exhaustive, own, readings)


def quantity(reading: Reading, key: Scalar, slot: SlotEntry) -> Quantity:
    """The kind of `{number: percent, min: 0, max: 100}`."""
    return Quantity(slot.number, *_limits(reading, key, slot), slot.whole)


def money(reading: Reading, key: Scalar, slot: SlotEntry) -> Money:
    """The kind of `{money: billion USD, min: 0, max: 1000}`."""
    low, high = _limits(reading, key, slot)
    found = declared(slot.money)
    if found is None:
        if slot.money:
            what = "a currency of ISO 4217, perhaps with thousand to trillion before it"
            message = f"'money' is {what}, found '{shorten(slot.money)}'; write USD, or billion USD"
            reading.note(slot.place_of(Money.KEY), "313", message)
        return Money(slot.money, low, high)
    return Money(unit_of(*found), low, high, currency=found[1], scale=found[0])


VALUE_KINDS: Mapping[str, Callable[[Reading, Scalar, SlotEntry], ValueKind]] = {
    Quantity.KEY: quantity,
    Money.KEY: money,
}
"""The kinds that only a value slot can have, by the key that declares them."""


def kinds_of(slot: SlotEntry) -> list[str]:
    """The keys of a declaration that stand for a kind: one, unless it has a mistake."""
    return [kind for kind in (Entities.KEY, Enumeration.KEY, *VALUE_KINDS) if kind in slot]


def _limits(reading: Reading, key: Scalar, slot: SlotEntry) -> tuple[Decimal, Decimal]:
    """The ends of the range; what is missing or no number was noted."""
    low, high = slot.min, slot.max
    if low is None or high is None:
        return Decimal(0), Decimal(0)
    if low >= high:
        reading.note(key.place, "313", f"the slot '{key.text}' needs a 'max' that is larger than its 'min'")
        return Decimal(0), Decimal(0)
    return low, high
