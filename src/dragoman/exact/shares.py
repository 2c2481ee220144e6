"""Shares that are reckoned: which sums they come from, and which sums would bring them to a threshold."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dragoman.advice.evaluate import Evaluation
from dragoman.exact.machine import Machine
from dragoman.rulebook.forms import Atom, Rulebook, ValueSlot
from dragoman.values.kind import Stated
from dragoman.values.percentage import HIGH, LOW, percentage
from dragoman.values.quantity import FINEST, Quantity, Range

_BESIDE = Decimal(1)
"""So many percent beside a threshold a share surely lies on one side of it: what is reckoned is rounded outward."""


def halves_of_shares(rulebook: Rulebook, machine: Machine) -> dict[Atom, tuple[Atom, Atom]]:
    """Of each share that rules ask about, the part and the whole that it can be reckoned from."""
    found: dict[Atom, tuple[Atom, Atom]] = {}
    for atom in machine.inputs:
        share_of = rulebook.facts[atom.fact].share_of
        if share_of is not None:
            slots = dict(zip(rulebook.facts[atom.fact].key_names, atom.key, strict=True))
            part, whole = (
                Atom(name, tuple(slots[slot] for slot in rulebook.facts[name].key_names))
                for name in (share_of.part, share_of.whole)
            )
            found[atom] = part, whole
    return found


class Shares:
    """The shares of one situation, and what of their halves decides a threshold."""

    def __init__(self, evaluation: Evaluation, machine: Machine) -> None:
        self._evaluation, self._machine = evaluation, machine
        told = evaluation.evidence.told
        self.halves: dict[Atom, list[tuple[Atom, Atom, bool]]] = {}
        """By each half whose other half was told as one number: the share, the other half, and whether it is the part."""
        for share, (part, whole) in halves_of_shares(evaluation.rulebook, machine).items():
            for half, other in ((part, whole), (whole, part)):
                known = told.get(other)
                if known is not None and len(known.firm) == 1:
                    self.halves.setdefault(half, []).append((share, other, half == part))

    def reaching(self, half: Atom) -> Iterator[Stated]:
        """The numbers that bring a share to each side of the thresholds that rules hold it against."""
        for share, other, is_part in self.halves.get(half, ()):
            told = self._evaluation.evidence.told[other].firm[0].said.value
            if isinstance(told, Range) and told.low == told.high:
                for percent in self._percents(share):
                    number = _number(told.low, percent, is_part=is_part)
                    if number is not None and self._is_so(half, number, other, told, percent, is_part=is_part):
                        yield Stated(True, Range(number, number, told.currency))

    def _percents(self, share: Atom) -> Iterator[Decimal]:
        slot = self._evaluation.rulebook.facts[share.fact].value
        samples = slot.kind.samples(None, self._machine.tests(share)) if slot else ()
        ends = {round(one.value.low, 3) for one in samples if isinstance(one.value, Range)}
        for end in sorted(ends):
            yield from (percent for percent in (end, end - _BESIDE, end + _BESIDE) if LOW < percent <= HIGH)

    def _is_so(self, half: Atom, number: Decimal, other: Atom, told: Range, percent: Decimal, *, is_part: bool) -> bool:
        """Whether a number can be told of a half and makes that share."""
        slot = self._slot(half)
        share = self._share(half, Range(number, number, told.currency), other, told, is_part=is_part)
        return slot is not None and slot.kind.takes(number) and share is not None and share.low <= percent <= share.high

    def _share(self, half: Atom, mine: Range, other: Atom, told: Range, *, is_part: bool) -> Range | None:
        """The share that two halves make."""
        one, two = (slot.kind if (slot := self._slot(atom)) is not None else None for atom in (half, other))
        if not isinstance(one, Quantity) or not isinstance(two, Quantity):
            return None
        found = percentage(one, mine, two, told) if is_part else percentage(two, told, one, mine)
        return found if isinstance(found, Range) else None

    def made(self, half: Atom, value: Range) -> Iterator[str]:
        """The shares that a number makes of a half, in words."""
        for share, other, is_part in self.halves.get(half, ()):
            told, slot = self._evaluation.evidence.told[other].firm[0].said.value, self._slot(share)
            if isinstance(told, Range) and told.low == told.high and slot is not None:
                found = self._share(half, value, other, told, is_part=is_part)
                if found is not None:
                    about = round(found.low, 0)
                    exact = found.low == found.high
                    yield slot.kind.says(found) if exact else f"about {slot.kind.says(Range(about, about))}"

    def _slot(self, atom: Atom) -> ValueSlot | None:
        return self._evaluation.rulebook.facts[atom.fact].value


def _number(told: Decimal, percent: Decimal, *, is_part: bool) -> Decimal | None:
    """The part of which `told` is the whole, or the whole of which it is the part."""
    if not told:
        return None
    number = told * percent / HIGH if is_part else told * HIGH / percent
    return number.quantize(FINEST).normalize()
