"""Figures as people write them, and how a slot takes them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dragoman.language.grammar.written import written_for
from dragoman.language.words.numbers import figure_at
from dragoman.language.words.tokens import cleaned, tokens_of
from dragoman.values.kind import ValueKind
from dragoman.values.money import Money
from dragoman.values.quantity import Quantity

PERCENT = Quantity("percent", Decimal(0), Decimal(100))
DOLLARS = Money("billion US dollars", Decimal(0), Decimal(1000), currency="USD", scale="billion")
DEGREES = Quantity("degrees", Decimal(-40), Decimal(60))
MINUTES = Quantity("minutes", Decimal(0), Decimal(2000))
DAYS = Quantity("days", Decimal(0), Decimal(400))
MONTHS = Quantity("months", Decimal(0), Decimal(400))
EUROS = Money("EUR", Decimal(0), Decimal(1000), currency="EUR", scale="")
MILLIONS = Quantity("million people", Decimal(0), Decimal(100))


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        ("42%", PERCENT, "42"),
        ("42.5 per cent", PERCENT, "42.5"),
        ("forty-two percent", PERCENT, "42"),
        ("half", PERCENT, "50"),
        ("about half", PERCENT, "50"),
        ("more than half", PERCENT, ">=50"),
        ("a third", PERCENT, "33.33"),
        ("two thirds", PERCENT, "66.67"),
        ("three quarters", PERCENT, "75"),
        ("35-40%", PERCENT, "35..40"),
        ("between 35 and 40 percent", PERCENT, "35..40"),
        ("at least 40 pct", PERCENT, ">=40"),
        ("up to 40%", PERCENT, "<=40"),
        ("from 1.5% to 18%", PERCENT, "1.5..18"),
        ("$1.7bn", DOLLARS, "1.7"),
        ("1.7 billion dollars", DOLLARS, "1.7"),
        ("300 million US dollars", DOLLARS, "0.3"),
        ("at least $8 billion", DOLLARS, ">=8"),
        ("$1,700 million", DOLLARS, "1.7"),
        ("2.5 billion euros", DOLLARS, "2.5 billion EUR"),
        ("one billion dollars", DOLLARS, "1"),
        ("an estimated 2.7 to 4 million people", MILLIONS, "2.7..4"),
        ("2,700,000 people", MILLIONS, "2.7"),
        ("half a million people", MILLIONS, "0.5"),
        ("one and a half million people", MILLIONS, "1.5"),
        ("a million and a half", MILLIONS, "1.5"),
        ("no fewer than two and a quarter million people", MILLIONS, ">=2.25"),
        ("between one and a half and two million people", MILLIONS, "1.5..2"),
        ("a billion and a half dollars", DOLLARS, "1.5"),
        ("two and a half billion dollars", DOLLARS, "2.5"),
        ("twelve and a half percent", PERCENT, "12.5"),
        ("two out of three", PERCENT, "66.67"),
        ("one in five", PERCENT, "20"),
        ("-18 degrees", DEGREES, "-18"),
        ("\N{MINUS SIGN}18.5 degrees", DEGREES, "-18.5"),
        ("minus eighteen degrees", DEGREES, "-18"),
        ("-2 to 4 degrees", DEGREES, "-2..4"),
        ("2 -4 degrees", DEGREES, "2..4"),
        ("- 18 degrees", DEGREES, None),
        ("-$8 billion", DOLLARS, None),
        ("40 dollars", PERCENT, None),
        ("40%", DOLLARS, None),
        ("40%", MILLIONS, None),
        ("nobody", PERCENT, None),
        ("9" * 40, PERCENT, None),
        ("half an hour", MINUTES, "30"),
        ("half-hour", MINUTES, "30"),
        ("a quarter of an hour", MINUTES, "15"),
        ("three quarters of an hour", MINUTES, "45"),
        ("an hour and a half", MINUTES, "90"),
        ("two and a half hours", MINUTES, "150"),
        ("about two hours and a half", MINUTES, "150"),
        ("an hour and ten", MINUTES, "70"),
        ("an hour and ten minutes", MINUTES, "70"),
        ("2 hours 10 minutes", MINUTES, "130"),
        ("2h10", MINUTES, "130"),
        ("1h", MINUTES, "60"),
        ("at least half an hour", MINUTES, ">=30"),
        ("two-hour", MINUTES, "120"),
        ("half an hour", DAYS, None),
        ("a fortnight", DAYS, "14"),
        ("a week and a half", DAYS, "10.5"),
        ("48 hours", DAYS, "2"),
        ("50 hours", DAYS, None),
        ("a year and a half", MONTHS, "18"),
        ("half a year", MONTHS, "6"),
        ("two years", MONTHS, "24"),
        ("half a year", DAYS, None),
        ("half an hour", PERCENT, None),
        ("half an hour", EUROS, None),
        ("9 euros 50", EUROS, "9.5"),
        ("twelve euros fifty", EUROS, "12.5"),
    ],
)
def test_a_figure_stands_in_a_slot_of_its_unit(text: str, kind: ValueKind, written: str | None) -> None:
    tokens = tokens_of(cleaned(text))
    figure = figure_at(tokens, 0)
    found = written_for(kind, figure, tokens) if figure is not None else None
    assert (found.text if found else None) == written
    assert found is None or found.end == len(tokens)


@pytest.mark.parametrize(
    ("text", "at"), [("-18 degrees", 1), ("it has: -18", 4), ("minus 18", 1), ("owes -$8 billion", 2)]
)
def test_no_figure_begins_behind_its_sign(text: str, at: int) -> None:
    assert figure_at(tokens_of(cleaned(text)), at) is None


@pytest.mark.parametrize(("text", "at"), [("- 18 degrees", 1), ("the Su-18", 2), ("8-18", 2)])
def test_a_hyphen_is_no_sign(text: str, at: int) -> None:
    figure = figure_at(tokens_of(cleaned(text)), at)
    assert figure is not None
    assert figure.low == 18
