"""A share is as wide as what it was reckoned from, and never narrower."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.values.money import Money, unit_of
from dragoman.values.percentage import Unreckoned, are_alike, percentage
from dragoman.values.quantity import Quantity, Range

TONS = Quantity("tons", Decimal(0), Decimal(1000))


def sums(scale: str = "billion") -> Money:
    return Money(unit_of(scale, "USD"), Decimal(0), Decimal(1000), currency="USD", scale=scale)


def told(text: str, currency: str = "") -> Range:
    """`1.7`, or a range `1..2`."""
    low, _, high = text.partition("..")
    return Range(Decimal(low), Decimal(high or low), currency)


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        ("1.7", "4", "42.5"),
        ("0", "4", "0"),
        ("4", "4", "100"),
        ("1", "3", "33.33..33.34"),
        ("2", "3", "66.66..66.67"),
        ("1..2", "4..5", "20..50"),
        ("1.7..1000", "4", "42.5..100"),  # at least 1.7
        ("1.7", "0..4", "42.5..100"),  # of at most 4
        ("1.7", "4..1000", "0.17..42.5"),  # of at least 4: the slot ends at 1000
        ("3..5", "4", "75..100"),  # the part is no more than the whole
        ("0.0001", "1000", "0..0.01"),
    ],
)
def test_least_of_most_to_most_of_least(part: str, whole: str, share: str) -> None:
    assert percentage(TONS, told(part), TONS, told(whole)) == told(share)


@pytest.mark.parametrize(("part", "whole"), [("5", "4"), ("4.0001", "3..4"), ("1", "0")])
def test_a_part_larger_than_the_whole_is_no_part(part: str, whole: str) -> None:
    assert percentage(TONS, told(part), TONS, told(whole)) is Unreckoned.BEYOND


def test_what_says_nothing_leaves_everything() -> None:
    assert percentage(TONS, told("0"), TONS, told("0")) == told("0..100")
    assert percentage(TONS, told("0..1000"), TONS, told("4")) == told("0..100")


def test_sums_are_held_against_each_other_in_one_currency_whatever_their_scale() -> None:
    assert percentage(sums("million"), told("17"), sums(), told("0.04")) == told("42.5")
    assert percentage(sums(), told("1.7", "EUR"), sums(), told("4", "EUR")) == told("42.5")
    assert percentage(sums(), told("1.7", "EUR"), sums(), told("4")) is Unreckoned.CURRENCY
    assert percentage(sums(), told("1.7", "EUR"), sums(), told("4", "GBP")) is Unreckoned.CURRENCY


def test_an_open_end_in_another_currency_has_no_limit() -> None:
    assert percentage(sums(), told("17", "JPY"), sums(), told("40..1000", "JPY")) == told("0..42.5")
    assert percentage(sums(), told("17..1000", "JPY"), sums(), told("40", "JPY")) == told("42.5..100")


def test_only_like_is_held_against_like() -> None:
    assert are_alike(TONS, TONS)
    assert are_alike(sums(), sums("million"))
    assert not are_alike(TONS, Quantity("people"))
    assert not are_alike(TONS, sums())
    assert not are_alike(sums(), TONS)


numbers = st.decimals(min_value=0, max_value=1000, places=3)
pairs = st.tuples(numbers, numbers).map(lambda ends: Range(min(ends), max(ends)))


@given(pairs, pairs, st.floats(0, 1), st.floats(0, 1))
def test_whatever_the_two_numbers_are_their_share_lies_within(
    part: Range, whole: Range, one: float, other: float
) -> None:
    share = percentage(TONS, part, TONS, whole)
    mine, all_of_it = (
        Fraction(r.low) + Fraction(at) * Fraction(r.high - r.low) for r, at in ((part, one), (whole, other))
    )
    if not all_of_it or mine > all_of_it:
        return
    assert isinstance(share, Range)
    assert 0 <= share.low <= mine * 100 / all_of_it <= share.high <= 100
