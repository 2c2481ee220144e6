"""How many percent one quantity is of another, range by range.

The lower end is the least of the part against the most of the whole, the upper end the contrary. Both are worked out
exactly and then rounded away from each other, so that a share is never more precise than what it was reckoned from. An
end that is open in the slot's own unit is that of the slot; in another currency nobody knows how far it goes.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from dragoman.values.money import Money
from dragoman.values.quantity import Quantity, Range

UNIT = "percent"
LOW, HIGH = Decimal(0), Decimal(100)
"""The limits of a slot that holds a share."""
_STEPS = 100
"""Ends are rounded to so many parts of one percent."""


class Unreckoned(Enum):
    """Why two quantities make no share."""

    CURRENCY = "in another currency than the other half of the share, and no rate is known"
    BEYOND = "of a share whose part is larger than the whole"
    VAGUE = "too vague for a share"


def are_alike(part: Quantity, whole: Quantity) -> bool:
    """Whether numbers of two slots can be held against each other: two sums, or two numbers of one unit."""
    if isinstance(part, Money) or isinstance(whole, Money):
        return isinstance(part, Money) and isinstance(whole, Money)
    return part.unit == whole.unit


def percentage(part_of: Quantity, part: Range, whole_of: Quantity, whole: Range) -> Range | Unreckoned:
    """The share of `part`, told of the slot `part_of`, in `whole`; or why there is none.

    >>> percentage(Quantity("km", high=Decimal(9)), Range(*[Decimal(1)] * 2), Quantity("km"), Range(*[Decimal(3)] * 2))
    Range(low=Decimal('33.33'), high=Decimal('33.34'), currency='')
    """
    if _currency(part_of, part) != _currency(whole_of, whole):
        return Unreckoned.CURRENCY
    least, most = _ends(part_of, part)
    smallest, largest = _ends(whole_of, whole)
    low = Fraction(0) if largest is None or not least else _hundred(least, largest)
    if low is None or low > HIGH:
        return Unreckoned.BEYOND
    high = None if most is None or not smallest else _hundred(most, smallest)
    return Range(_rounded(low, math.floor), HIGH if high is None else min(_rounded(high, math.ceil), HIGH))


def _currency(kind: Quantity, told: Range) -> str:
    return told.currency or (kind.currency if isinstance(kind, Money) else "")


def _ends(kind: Quantity, told: Range) -> tuple[Fraction, Fraction | None]:
    """Both ends in single units, None for one that nobody knows."""
    factor = Fraction(kind.factor if isinstance(kind, Money) else 1)
    is_foreign = bool(told.currency)
    low = Fraction(0) if is_foreign and told.low == kind.low else Fraction(told.low) * factor
    return low, None if is_foreign and told.high == kind.high else Fraction(told.high) * factor


def _hundred(part: Fraction, whole: Fraction) -> Fraction | None:
    """In percent; None where the whole is nothing."""
    return part * 100 / whole if whole else None


def _rounded(percent: Fraction, to_whole: Callable[[Fraction], int]) -> Decimal:
    return Decimal(to_whole(percent * _STEPS)) / _STEPS
