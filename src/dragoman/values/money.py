"""Sums of money: a quantity in a currency.

A bare number means the slot's own unit (`8` is 8 billion US dollars); a sum may also be written out, `1.7bn USD`, `USD
300 million`, `€2.5bn`, `8..10 billion USD`. A sign that several currencies use (`$`, `¥`) means the slot's currency if
that uses it, and is refused elsewhere. Sums in different currencies never compare: nobody has told the rate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from dragoman.form import form
from dragoman.source import nodes
from dragoman.source.entries import AtLeastOne
from dragoman.source.nodes import Node, Scalar
from dragoman.source.shapes import AFTER_THE_POINT, NUMBER, Shape
from dragoman.values.kind import Stated, Value, plain
from dragoman.values.quantity import Quantity, Range, digits, exactly, span_of
from dragoman.values.quantity_shapes import RangeEntry, Told
from dragoman.values.quantity_text import end_left_out, parsed, plain_at, pointed

if TYPE_CHECKING:
    from dragoman.source.reading import Reading

CURRENCIES: dict[str, str] = {
    "USD": "US dollars",
    "EUR": "euros",
    "GBP": "pounds sterling",
    "CHF": "Swiss francs",
    "JPY": "yen",
    "CNY": "yuan",
    "RUB": "roubles",
    "KZT": "tenge",
    "KGS": "som",
    "TJS": "somoni",
    "TMT": "manat",
    "UZS": "sum",
    "TRY": "Turkish lira",
    "INR": "Indian rupees",
}
"""Currencies that have a name in sentences, by their codes of ISO 4217; every other code stands for itself."""
_SIGNS = {"€": ("EUR",), "£": ("GBP",), "US$": ("USD",), "$": ("USD", "AUD", "CAD", "NZD", "SGD"), "¥": ("CNY", "JPY")}
"""What each sign can mean."""
_SCALES = {
    "": Decimal(1),
    "k": Decimal(10**3),
    "thousand": Decimal(10**3),
    "m": Decimal(10**6),
    "mn": Decimal(10**6),
    "million": Decimal(10**6),
    "bn": Decimal(10**9),
    "billion": Decimal(10**9),
    "tn": Decimal(10**12),
    "trillion": Decimal(10**12),
}
_CODES = frozenset(
    """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
    CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF
    IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD
    MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB
    RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD
    UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG
    """.split()  # noqa: SIM905 - one a line would be half of the module
)
"""ISO 4217: the currencies that countries use."""
_TOKEN = r"US\$|[€£$¥]|(?<![A-Za-z])[A-Za-z]{3}(?![A-Za-z])"
_BEFORE = re.compile(rf"((?:>=|<=|≥|≤|>|<)? *)({_TOKEN}) *(?=\d)(.*)\Z", re.DOTALL)
_AFTER = re.compile(rf"(.*?) *({_TOKEN})\Z", re.DOTALL)
_DECLARED = re.compile(r"(?:(thousand|million|billion|trillion) )?([A-Z]{3})\Z")
_SUM = r"^(?:[^\n]*[0-9][^\n]*(?:[^0-9\s.]|\.\.)[^\n]*|[^\n]*[^0-9\s.+-][^\n]*[0-9][^\n]*)$"
"""Whatever has a digit and something beside it, or two ends; what that may be takes the slot to judge."""
_EXACT = Context(prec=100)
"""To move the point of a number without rounding it."""


class SumRange(
    RangeEntry,
    what="a range of sums",
    must=(AtLeastOne(("at_least", "at_most"), "{} is a sum, or has 'at_least' or 'at_most'"),),
):
    """A sum that is known within limits."""


class _Sum(NamedTuple):
    """A sum as it was written, each end in the slot's scale."""

    low: Decimal | None
    high: Decimal | None
    currency: str


@form
class Money(Quantity):
    """A sum. `unit` is what a bare number means, in words: `billion US dollars`."""

    KEY: ClassVar[str] = "money"

    currency: str = ""
    """The code of ISO 4217."""
    scale: str = ""
    """`billion`, or empty."""

    @property
    def factor(self) -> Decimal:
        """How many single units one of the slot's is."""
        return _SCALES[self.scale]

    @property
    def units(self) -> frozenset[str]:
        """In words, or as the slot declares it: billion US dollars, billion USD."""
        return frozenset({self.unit, f"{self.scale} {self.currency}".strip()})

    # -- what is told

    def read(self, reading: Reading, node: Node, what: str) -> Range | None:
        found = self._sum_of(reading, node, what)
        if found is None:
            return None
        low, high = (end if end is not None else own for end, own in zip(found[:2], (self.low, self.high), strict=True))
        if low > high:
            reading.note(node.place, "202", f"{what} cannot be at least {digits(low)} and at most {digits(high)}")
            return None
        return Range(low, high, "" if found.currency == self.currency else found.currency)

    def _sum_of(self, reading: Reading, node: Node, what: str) -> _Sum | None:
        if not isinstance(node, nodes.Mapping):
            return self._written(reading, node, what)
        entry = SumRange.read(reading, node, what)
        ends = {"at_least": entry.at_least, "at_most": entry.at_most}
        found = {end: self._written(reading, one, what) for end, one in ends.items() if one}
        sums = [one for one in found.values() if one is not None]
        if not sums or len(sums) < len(found):
            return None
        if any(one.low != one.high for one in sums) or len({one.currency for one in sums}) > 1:
            reading.note(node.place, "202", f"{what} has two ends in one currency, each a single sum")
            return None
        low, high = found.get("at_least"), found.get("at_most")
        return _Sum(low.low if low else None, high.high if high else None, sums[0].currency)

    def _written(self, reading: Reading, node: Node, what: str) -> _Sum | None:
        """A sum in one piece of text."""
        text = node.text.strip() if isinstance(node, Scalar) else ""
        token, rest = self._split(text)
        written = parsed(plain_at(rest, node)) if isinstance(node, Scalar) else None
        is_bare = written is not None and written.is_exact and not written.unit and not token
        if written is None or is_bare or written.unit.casefold() not in _SCALES:
            number = self._within(reading, node, NUMBER.read(reading, node, what), what)
            return None if number is None else _Sum(number, number, self.currency)
        if written.is_open:
            reading.note(node.place, "201", end_left_out(plain_at(text, node)))
            return None
        currency = self._currency(reading, node, token)
        if not currency:
            return None
        factor = Decimal(1)
        if token or written.unit:
            factor = _SCALES[written.unit.casefold()] / _SCALES[self.scale]
        texts = written.ends[:1] if written.is_exact else written.ends
        found = [self._scaled(reading, plain_at(end, node), factor, what) if end else None for end in texts]
        ends = found * 2 if written.is_exact else found
        if any(number is None and end for number, end in zip(ends, written.ends, strict=True)):
            return None
        if currency == self.currency and not all(self._within(reading, node, n, what) == n for n in found):
            return None
        return _Sum(ends[0], ends[1], currency)

    def _split(self, text: str) -> tuple[str, str]:
        """What names the currency, and the text without it."""
        if text.casefold().endswith(self.unit.casefold()):
            return self.currency, f"{text[: len(text) - len(self.unit)]}{self.scale}"
        for code, title in CURRENCIES.items():
            if text.casefold().endswith(f" {title.casefold()}"):
                return code, text[: -len(title) - 1]
        if found := _BEFORE.match(text):
            return found.group(2), f"{found.group(1)}{found.group(3)}"
        if found := _AFTER.match(text):
            return found.group(2), found.group(1)
        return "", text

    def _currency(self, reading: Reading, node: Node, token: str) -> str:
        """The code that `token` stands for; empty after noting that it stands for none, or for several."""
        meant = _SIGNS.get(token, (token.upper(),)) if token else (self.currency,)
        if self.currency in meant:
            return self.currency
        if len(meant) > 1:
            message = f"'{token}' can mean {' or '.join(meant)}; write one of them"
        elif meant[0] not in _CODES:
            message = f"there is no currency '{token}'; write a code of ISO 4217 such as {self.currency}"
        else:
            return meant[0]
        reading.note(node.place, "201", message)
        return ""

    def _scaled(self, reading: Reading, node: Scalar, factor: Decimal, what: str) -> Decimal | None:
        """A number in the slot's scale; what is finer than a number can be is noted."""
        number = NUMBER.read(reading, node, what)
        if number is None:
            return None
        scaled = _EXACT.normalize(_EXACT.multiply(number, factor))
        if -int(scaled.as_tuple().exponent) > AFTER_THE_POINT:
            message = f"{what} is told in {self.unit}, with at most {AFTER_THE_POINT} digits after the point"
            reading.note(node.place, "201", message)
            return None
        return scaled

    def node(self, value: Value) -> Node:
        if not isinstance(value, Range):
            raise TypeError(value)
        if not value.currency:
            return Quantity.node(self, value)
        if value.low == value.high:
            return plain(self._in(value.low, value.currency))
        ends = {} if value.low == self.low else {"at_least": value.low}
        ends |= {} if value.high == self.high else {"at_most": value.high}
        currency = value.currency
        pairs = tuple((plain(key), plain(self._in(end, currency))) for key, end in ends.items())
        return nodes.Mapping(pairs, plain("").place)

    def cell(self, value: Value) -> str:
        written = Quantity.cell(self, value)
        if not isinstance(value, Range) or not value.currency:
            return written
        return f"{written} {self.scale} {value.currency}".replace("  ", " ")

    def _in(self, number: Decimal, currency: str) -> str:
        return f"{exactly(number)} {self.scale} {currency}".replace("  ", " ")

    def from_cell(self, reading: Reading, cell: Scalar, separator: str) -> Node:
        token, rest = self._split(cell.text.strip())
        written = parsed(plain_at(rest, cell), any_decimal=True)
        if written is None or (not token and not written.unit):
            return Quantity.from_cell(self, reading, cell, separator)
        low, high = (end and pointed(reading, cell, end, separator) for end in written.ends)
        sign = "" if low and high else ">=" if low else "<="
        between = f"{low}..{high}" if low != high and low and high else low or high
        return plain_at(f"{sign}{between} {written.unit} {token}".strip(), cell)

    def told(self) -> Shape[Any]:
        return Told(self, _SUM, _SUM)

    # -- in words

    def says(self, value: Value) -> str:
        if not isinstance(value, Range):
            return ""
        return self._other(value.currency).says(Range(value.low, value.high)) if value.currency else self._span(value)

    def known(self, stated: Sequence[Stated]) -> tuple[str, bool]:
        if span_of(stated) is not None:
            return Quantity.known(self, stated)
        return " or ".join(dict.fromkeys(self.says(one.value) for one in stated if one.value is not None)), True

    def described(self) -> str:
        return f"a sum, {digits(self.low)} to {digits(self.high)} {self.unit}"

    def allowed(self) -> str:
        return f"{Quantity.allowed(self)}; or with its currency, 300 million {self.currency}"

    def _other(self, currency: str) -> Quantity:
        """The same slot in another currency, to word a sum in it."""
        return Quantity(unit_of(self.scale, currency), self.low, self.high)


def declared(text: str) -> tuple[str, str] | None:
    """Scale and currency of a slot's declaration, `billion USD`; None if it is none.

    >>> declared("billion USD")
    ('billion', 'USD')
    """
    found = _DECLARED.match(text)
    return (found.group(1) or "", found.group(2)) if found and found.group(2) in _CODES else None


def unit_of(scale: str, currency: str) -> str:
    """What a number of such a slot counts, in words.

    >>> unit_of("billion", "USD")
    'billion US dollars'
    """
    return f"{scale} {CURRENCIES.get(currency, currency)}".strip()
