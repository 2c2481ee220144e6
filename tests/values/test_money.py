"""Sums of money: every way to write one comes to the same, and currencies never compare."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import Place
from dragoman.source.nodes import Mapping, Node, Scalar
from dragoman.source.reading import Reading
from dragoman.values.kind import Stated, Truth
from dragoman.values.money import Money, declared, unit_of
from dragoman.values.quantity import Bounds, Range

LOANS = Money("billion US dollars", Decimal(0), Decimal(1000), currency="USD", scale="billion")
HERE = Place("here")


def scalar(text: str, *, plain: bool = True) -> Scalar:
    return Scalar(text, plain, HERE)


def ends(**texts: str) -> Mapping:
    return Mapping(tuple((scalar(key), scalar(text)) for key, text in texts.items()), HERE)


def read(node: Node, kind: Money = LOANS) -> Range | str:
    """The value, or the one mistake."""
    reading = Reading("FA")
    value = kind.read(reading, node, "'amount' of 'loans'")
    if value is not None:
        assert reading.findings == []
        return value
    (finding,) = reading.findings
    return f"{finding.code} {finding.message}"


def billions(low: str, high: str | None = None, currency: str = "") -> Range:
    return Range(Decimal(low), Decimal(low if high is None else high), currency)


@pytest.mark.parametrize(
    "text",
    ["1.7", "1.7bn USD", "USD 1.7bn", "1.7 billion USD", "US$1.7bn", "$1.7bn", "1.7 billion US dollars",
     "1700 million USD", "1700000000 USD", "1.7bn", "1.7 bn usd", "USD 1700m"],
)  # fmt: skip
def test_one_sum_is_the_same_however_it_is_written(text: str) -> None:
    assert read(scalar(text)) == billions("1.7")


@pytest.mark.parametrize(
    ("node", "value"),
    [
        (scalar("8..10 billion USD"), billions("8", "10")),
        (scalar(">= 8bn USD"), billions("8", "1000")),
        (scalar("<=300 million USD"), billions("0", "0.3")),
        (ends(at_least="8", at_most="10bn USD"), billions("8", "10")),
        (ends(at_least="300 million USD"), billions("0.3", "1000")),
        (scalar("2.5bn EUR"), billions("2.5", currency="EUR")),
        (scalar("€2.5bn"), billions("2.5", currency="EUR")),
        (scalar("2.5 billion euros"), billions("2.5", currency="EUR")),
        (scalar("5000 billion KZT"), billions("5000", currency="KZT")),
        (ends(at_least="2bn EUR"), billions("2", "1000", "EUR")),
    ],
)
def test_ranges_and_other_currencies(node: Node, value: Range) -> None:
    assert read(node) == value


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1.7bn XYZ", "FA201 there is no currency 'XYZ'; write a code of ISO 4217 such as USD"),
        ("¥3bn", "FA201 '¥' can mean CNY or JPY; write one of them"),
        ("1001", "FA202 'amount' of 'loans' goes from 0 to 1000 billion US dollars, found 1001"),
        ("2 trillion USD", "FA202 'amount' of 'loans' goes from 0 to 1000 billion US dollars, found 2000"),
        (
            "0.000000000001 USD",
            "FA201 'amount' of 'loans' is told in billion US dollars, with at most 20 digits after the point",
        ),
        (">8bn USD", "FA201 '>8bn USD' leaves out its end; both ends count, write '>=8bn USD'"),
        ("lots of USD", "FA201 'amount' of 'loans' is a number such as 40 or 42.5, found 'lots of USD'"),
    ],
)
def test_what_is_no_sum_of_the_slot_is_refused(text: str, message: str) -> None:
    assert read(scalar(text)) == message


def test_no_digit_of_a_sum_is_rounded_away() -> None:
    number = "999999999999.12345678901234567891"
    dollars = Money("US dollars", Decimal(0), Decimal(10**12), currency="USD")
    assert read(scalar(f"{number} USD"), dollars) == billions(number)
    assert read(scalar("1 USD")) == billions("0.000000001")


def test_both_ends_are_in_one_currency() -> None:
    assert str(read(ends(at_least="8bn USD", at_most="9bn EUR"))).startswith("FA202")


def test_the_dollar_sign_means_the_currency_of_a_slot_that_uses_it_and_nothing_elsewhere() -> None:
    canadian = Money("CAD", Decimal(0), Decimal(10), currency="CAD")
    assert read(scalar("$5"), canadian) == billions("5")
    european = Money("euros", Decimal(0), Decimal(10), currency="EUR")
    assert str(read(scalar("$5"), european)).startswith("FA201 '$' can mean USD or AUD")


def test_currencies_never_compare() -> None:
    """A sum in another currency settles no test, and contradicts nothing."""
    test = Bounds(Decimal(5), None)
    euros, dollars = Stated(True, billions("800", currency="EUR")), Stated(True, billions("8"))
    assert LOANS.verdict([euros], test).truth is Truth.UNKNOWN
    assert LOANS.verdict([euros], None).truth is Truth.TRUE
    assert LOANS.verdict([euros, dollars], test) == (Truth.TRUE, ((1,),))
    assert not LOANS.is_disputed([euros, dollars])


def test_a_sum_is_worded_in_its_own_currency() -> None:
    assert LOANS.says(billions("8")) == "8 billion US dollars"
    assert LOANS.says(billions("8", "1000")) == "at least 8 billion US dollars"
    assert LOANS.says(billions("2.5", currency="EUR")) == "2.5 billion euros"
    assert LOANS.known([Stated(True, billions("2.5", currency="EUR"))]) == ("2.5 billion euros", True)


@pytest.mark.parametrize(("text", "found"), [("billion USD", ("billion", "USD")), ("EUR", ("", "EUR"))])
def test_a_slot_declares_a_currency_and_perhaps_a_scale(text: str, found: tuple[str, str]) -> None:
    assert declared(text) == found


@pytest.mark.parametrize("text", ["dollars", "usd", "bn USD", "XYZ", "billions of USD", ""])
def test_what_is_no_currency_is_not_declared(text: str) -> None:
    assert declared(text) is None


def test_a_unit_is_worded_by_the_currencys_name_or_its_code() -> None:
    assert (unit_of("billion", "USD"), unit_of("", "NOK")) == ("billion US dollars", "NOK")


numbers = st.decimals(Decimal(0), Decimal(1000), places=3)
currencies = st.sampled_from(["", "EUR", "KZT"])
values = st.builds(
    lambda one, two, currency: Range(min(one, two), max(one, two), currency), numbers, numbers, currencies
)


@given(values)
def test_what_is_written_down_is_read_back(value: Range) -> None:
    """As a node and as a cell of a table, whatever stands between its cells."""
    reading = Reading("FA")
    assert LOANS.read(reading, LOANS.node(value), "it") == value
    assert LOANS.read(reading, LOANS.from_cell(reading, scalar(LOANS.cell(value)), ","), "it") == value
    assert reading.findings == []
