"""How long something takes, in more words than a number and its unit: `half an hour`, `an hour and ten`, `2h10`, `a fortnight`.

Two families do not mix: what is counted in seconds up to weeks, and in months up to centuries, since no month has so many days.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from dragoman.language.words.in_words import number_in_words
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token

SECONDS, MONTHS = "s", "mo"
"""The units of durations: in the place of a currency or a percent sign."""
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "fortnight": 1209600}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_SHORT = {
    "h": "hour", "hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute", "sec": "second", "secs": "second",
    "wk": "week", "wks": "week",
}  # fmt: skip
_FAMILIES: Mapping[str, Mapping[str, int]] = {
    family: {stem(one): count for one, count in units.items()}
    for family, units in ((SECONDS, _SECONDS), (MONTHS, _MONTHS))
}
_UNITS = {one: (family, count) for family, units in _FAMILIES.items() for one, count in units.items()}
_UNITS |= {short: _UNITS[stem(unit)] for short, unit in _SHORT.items()}
_BELOW = {
    "hour": "minute",
    "h": "minute",
    "hr": "minute",
    "hrs": "minute",
    "year": "month",
    "minut": "second",
    "min": "second",
}
"""What is counted behind a unit where the word for it is left out: `an hour and ten`."""
_PARTS = {"half": 2, "quarter": 4}
_ONE = frozenset({"a", "an", "one"})
_LASTING = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "be",
        "takes",
        "take",
        "took",
        "taking",
        "lasts",
        "last",
        "lasted",
        "lasting",
        "needs",
        "need",
        "needed",
        "loses",
        "lose",
        "lost",
        "of",
        "about",
        "nearly",
        "almost",
        "only",
        "just",
        "another",
        "around",
        "roughly",
    ]
)
"""What stands before `an hour` where it says how long, and not how often: `three an hour`."""
_OUT_OF_TIME = frozenset({"late", "behind", "early", "delay", "delayed", "long", "ahead", "away"})
Span = tuple[int, Decimal, str]
"""Where it ends, how long it is, and in what."""


def duration_at(tokens: Sequence[Token], at: int) -> Span | None:
    """The duration that begins there, unless it is a plain number with its unit."""
    if not any(token.stem in _UNITS or token.text in _UNITS for token in tokens[at : at + 5]):
        return None
    return _half(tokens, at) or _fortnight(tokens, at) or _compound(tokens, at)


def counted_with(noun: str) -> frozenset[str]:
    """The stems of the units that a number of such a unit can be said in."""
    return frozenset().union(*(family.keys() for family in _FAMILIES.values() if noun in family))


def times(tokens: Sequence[Token], at: int, noun: str) -> Decimal | None:
    """How many of a unit are one of that which stands there; None where it is no other one of the family."""
    unit = _unit(tokens, at)
    if unit is None or noun not in _FAMILIES[unit[0]]:
        return None
    return Decimal(unit[1]) / _FAMILIES[unit[0]][noun]


def is_unit(tokens: Sequence[Token], at: int) -> bool:
    """Whether a unit of time stands there."""
    return _unit(tokens, at) is not None


def in_unit(number: Decimal, family: str, noun: str) -> Decimal | None:
    """How many of a unit, by its stem, a duration has; None where it is of the other family, or would have to be rounded."""
    each = _FAMILIES[family].get(noun)
    if each is None:
        return None
    many = number / each
    return many if many == many.quantize(Decimal("0.001")) else None


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if at < len(tokens) else ""


def _unit(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """The unit there: its family, and how many of the smallest one it has."""
    return _UNITS.get(tokens[at].text) or _UNITS.get(tokens[at].stem) if at < len(tokens) else None


def _half(tokens: Sequence[Token], at: int) -> Span | None:
    """`half an hour`, `half a year`, `a quarter of an hour`, `three quarters of an hour`."""
    here, many = at, 1
    if _text(tokens, here) in {*_ONE, "three"}:
        many = 3 if _text(tokens, here) == "three" else 1
        here += 1
    part = _text(tokens, here).removesuffix("s")
    if part not in _PARTS:
        return None
    of = here + 1 + (_text(tokens, here + 1) in ("of", "-"))
    of += _text(tokens, of) in _ONE
    unit = _unit(tokens, of)
    return (of + 1, Decimal(unit[1]) * many / _PARTS[part], unit[0]) if unit is not None else None


def _fortnight(tokens: Sequence[Token], at: int) -> Span | None:
    """`a fortnight`, which is no unit that people count in; and `an hour`, where it says how long."""
    unit = _unit(tokens, at + 1) if _text(tokens, at) in _ONE else None
    if unit is None or _follows(tokens, at + 2) is not None:
        return None
    is_fortnight = _text(tokens, at + 1) == "fortnight"
    is_long = _text(tokens, at - 1 if at else len(tokens)) in _LASTING or _text(tokens, at + 2) in _OUT_OF_TIME
    return (at + 2, Decimal(unit[1]), unit[0]) if is_fortnight or is_long else None


def _number(tokens: Sequence[Token], at: int) -> tuple[int, Decimal] | None:
    text = _text(tokens, at)
    if text[:1].isascii() and text.isdigit() and len(text) <= 6:
        return at + 1, Decimal(text)
    return number_in_words(tokens, at)


def _follows(tokens: Sequence[Token], at: int) -> tuple[int, Decimal | None] | None:
    """What is added behind a unit, and where it ends: a number, or None for `and a half`."""
    here = at + (_text(tokens, at) == "and")
    if here > at and _text(tokens, here) == "a" and _text(tokens, here + 1) == "half":
        return here + 2, None
    return _number(tokens, here)


def _compound(tokens: Sequence[Token], at: int) -> Span | None:
    """`an hour and ten`, `2 hours 10 minutes`, `2h10`, `an hour and a half`, `two and a half hours`."""
    first = (at + 1, Decimal(1)) if _text(tokens, at) in ("a", "an") else _number(tokens, at)
    if first is None:
        return None
    here, many = first
    if tuple(_text(tokens, here + n) for n in range(3)) == ("and", "a", "half"):
        unit = _unit(tokens, here + 3)
        return (here + 4, (many + Decimal("0.5")) * unit[1], unit[0]) if unit is not None else None
    if _text(tokens, here) == "-" and (unit := _unit(tokens, here + 1)) is not None:
        return here + 2, many * unit[1], unit[0]  # `a two-hour delay`
    unit = _unit(tokens, here)
    more = _follows(tokens, here + 1) if unit is not None else None
    if unit is None or more is None:
        return None
    family, count = unit
    end, added = more
    if added is None:
        return end, (many + Decimal("0.5")) * count, family
    other = _unit(tokens, end)
    if other is not None and other[0] == family and other[1] < count:
        return end + 1, many * count + added * other[1], family
    below = _BELOW.get(tokens[here].text) or _BELOW.get(tokens[here].stem)
    is_close = _text(tokens, here + 1) == "and" or tokens[here].text in _SHORT
    is_close = is_close and end >= len(tokens)
    if below is None or not (is_close or _text(tokens, end) in _OUT_OF_TIME):
        return None
    return end, many * count + added * _UNITS[stem(below)][1], family
