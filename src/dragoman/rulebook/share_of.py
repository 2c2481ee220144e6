"""`share_of` of a fact type: the part and the whole that its percentage is reckoned from."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from dragoman.rulebook.forms import FactType, ShareOf, Slot
from dragoman.rulebook.shapes import FactTypeEntry
from dragoman.source.names import listed, lookup
from dragoman.source.nodes import Scalar
from dragoman.source.reading import Reading
from dragoman.values.entity import Entities, Spread
from dragoman.values.percentage import HIGH, LOW, UNIT, are_alike
from dragoman.values.quantity import Quantity


def read_share(reading: Reading, facts: dict[str, FactType], key: Scalar, declared: FactTypeEntry) -> None:
    """Put what the share is reckoned from into the fact type `key`; mistakes are noted and it stays without."""
    entry = declared.share_of
    if not entry.part or not entry.whole:
        return  # noted already
    two = [lookup(reading, name, facts, "101", "fact type") for name in (entry.part, entry.whole)]
    part, whole = two
    if part is None or whole is None:
        return
    share = facts[key.text]
    for message in _mistakes(share, part, whole):
        reading.note(declared.place_of("share_of"), "313", f"'share_of' of the fact type '{share.name}': {message}")
        return
    facts[share.name] = dataclasses.replace(share, share_of=ShareOf(part.name, whole.name))


def _mistakes(share: FactType, part: FactType, whole: FactType) -> Iterator[str]:
    """What is wrong with it, the first thing first."""
    number = _number(share)
    if number is None or (number.unit, number.low, number.high) != (UNIT, LOW, HIGH):
        yield f"a share has a value slot {{number: {UNIT}, min: {LOW}, max: {HIGH}}}"
    if len({share.name, part.name, whole.name}) < 3:
        yield "the share, the part and the whole are three fact types"
    for one in (part, whole):
        if _number(one) is None:
            yield f"'{one.name}' has no value slot with a number or a sum"
    of_part, of_whole = _number(part), _number(whole)
    for one, kind in ((part, of_part), (whole, of_whole)):
        if kind and kind.low < 0:
            yield f"'{one.name}' can be less than nothing"
    if of_part and of_whole and not are_alike(of_part, of_whole):
        yield f"'{part.name}' is told in {of_part.unit}, '{whole.name}' in {of_whole.unit}"
    for one in (share, part, whole):
        if one.symmetric or any(slot.optional for slot in one.keys):
            yield f"'{one.name}' has slots that are symmetric or optional"
    own, wanted = (({slot.name: _takes(slot) for slot in one.keys}) for one in (part, share))
    if own != wanted:
        yield f"'{part.name}' needs the key slots of the share, which take the same: {listed(wanted)}"
    if not {(slot.name, _takes(slot)) for slot in whole.keys} <= set(wanted.items()):
        yield f"'{whole.name}' can only have key slots of the share, which take the same: {listed(wanted)}"


def _number(fact: FactType) -> Quantity | None:
    """What kind of number its value is."""
    kind = fact.value.kind if fact.value else None
    return kind if isinstance(kind, Quantity) else None


def _takes(slot: Slot) -> tuple[tuple[str, ...], bool]:
    """What an atom can have in a key slot, and whether a group is one more value there.

    A share may be told of a group, each member having it, where a sum may not.
    """
    if isinstance(slot.kind, Entities):
        return tuple(sorted(slot.kind.types)), slot.kind.spread is Spread.NONE
    return tuple(sorted(slot.kind.words)), False
