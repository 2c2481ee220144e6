"""Shares of a part in a whole: every statement on the one against every statement on the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

from dragoman.rulebook.forms import Atom, FactType, Rulebook
from dragoman.situation.forms import Said
from dragoman.values.money import Money
from dragoman.values.quantity import Quantity, Range

THOUSANDS = ("", "thousand", "million", "billion", "trillion")


def reckoned(rulebook: Rulebook, told: Mapping[Atom, tuple[Said, ...]]) -> Iterator[tuple[Atom, tuple[Said, ...]]]:
    """The shares that nobody told firmly in as high a layer; the three speak of the same things by name."""
    for share in (fact for fact in rulebook.facts.values() if fact.share_of):
        assert share.share_of
        part_of, whole_of = rulebook.facts[share.share_of.part], rulebook.facts[share.share_of.whole]
        for atom in [atom for atom in told if atom.fact == part_of.name]:
            slots = dict(zip(part_of.key_names, atom.key, strict=True))
            whole = Atom(whole_of.name, tuple(slots[name] for name in whole_of.key_names))
            mine = Atom(share.name, tuple(slots[name] for name in share.key_names))
            if height(told.get(mine, ())) < height((*told[atom], *told.get(whole, ()))):
                found = of_all(part_of, told[atom], whole_of, told.get(whole, ()), share.name)
                if found:
                    yield mine, found


def height(said: tuple[Said, ...]) -> int:
    """The layer in which it was said; below all others if nowhere."""
    return max((one.layer for one in said), default=-1)


def of_all(
    part_of: FactType, parts: tuple[Said, ...], whole_of: FactType, wholes: tuple[Said, ...], share: str
) -> tuple[Said, ...]:
    """None of them where one says that the part is the larger, or says nothing at all."""
    found: list[Said] = []
    for part in parts:
        for whole in wholes:
            if unit(part_of, part) != unit(whole_of, whole):
                continue
            (least, most), (smallest, largest) = ends(part_of, part), ends(whole_of, whole)
            if least and largest is not None and least > largest:
                return ()
            low = Fraction(0) if largest is None or not least else least / largest
            high = Fraction(1) if most is None or not smallest else min(most / smallest, Fraction(1))
            value = Range(cents(low, ROUND_FLOOR), min(cents(high, ROUND_CEILING), Decimal(100)))
            found.append(Said(share, (), True, min(part.likelihood, whole.likelihood), value, part.place, layer=-1))
    if any(isinstance(said.value, Range) and said.value.high - said.value.low == 100 for said in found):
        return ()
    return tuple(found)


def ends(fact: FactType, said: Said) -> tuple[Fraction, Fraction | None]:
    """In single units; an end in a foreign currency that stands at the slot's own end was left open."""
    kind = fact.value.kind if fact.value else None
    assert isinstance(kind, Quantity)
    assert isinstance(said.value, Range)
    times = Fraction(1000) ** THOUSANDS.index(kind.scale) if isinstance(kind, Money) else Fraction(1)
    low, high = said.value.low, said.value.high
    foreign = said.value.currency != ""
    return (
        Fraction(0) if foreign and low == kind.low else Fraction(low) * times,
        None if foreign and high == kind.high else Fraction(high) * times,
    )


def unit(fact: FactType, said: Said) -> str:
    """The currency, where it is a sum."""
    assert isinstance(said.value, Range)
    kind = fact.value.kind if fact.value else None
    return said.value.currency or (kind.currency if isinstance(kind, Money) else "")


def cents(share: Fraction, rounding: str) -> Decimal:
    """In percent, rounded to hundredths; division is exact to the digit that decides."""
    whole, rest = divmod(share.numerator * 10_000, share.denominator)
    up = rounding == ROUND_CEILING and rest > 0
    return Decimal(whole + up) / 100
