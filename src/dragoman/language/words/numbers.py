"""Figures in a line: numbers, ranges, bounds, fractions, each with its unit, and where it ends.

`1.7bn`, `two thirds`, `35 to 40 percent`, `at least $8 billion`, `an estimated 2.7 to 4 million`, `about half`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from dragoman.language.words import english
from dragoman.language.words.changes import is_by_how_much
from dragoman.language.words.durations import duration_at
from dragoman.language.words.in_words import SCALE_WORDS, number_in_words
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token

PERCENT = "%"
_BOUNDS = {
    **{tuple(phrase.split()): (True, False) for phrase in english.AT_LEAST},
    **{tuple(phrase.split()): (False, True) for phrase in english.AT_MOST},
}
_RISING = frozenset(
    map(
        stem,
        english.lines(
            "pile|piled|totted|go|goes|went|gone|going|climb|climbed|shot|shoot|rose|rise|risen|crept|creep|jump|jumped|move|moved|soar|come|came|get|got"
        ),
    )
)
_CHANGING = _RISING | frozenset(
    map(
        stem,
        english.lines(
            """
            change | go | went | gone | come | came | move | fall | fell | drop | decrease | decline | shrink | shrank | shrunk | lose | lost
            cut | lower | reduce | slash | trim | halve | double | triple | slide | slid | slip | sink | sank | slump | plunge | tumble | dwindle
            narrow | widen | expand | swell | soar | surge | shoot | shot | push | boost | lift | bring | brought | take | took | turn | shift | swing
            swung | swollen | inch | edge | creep | crept | tick | hike | advance | improve | worsen | revise | extend | get | got | jack | put | raise
            up | down | now | since | within | back | recover | rebound | collapse | crash | dip | ease | mount | spike | rocket | balloon | bounce
            """
        ),
    )
)
"""Words of what changes."""
_GOING = frozenset(
    english.lines("bring | brings | take | takes | get | gets | put | puts | come | comes | turn | turns")
)
_FIRST = 2
_LONGEST_BOUND = max(map(len, _BOUNDS))
_TO = frozenset({"to", "-", "and", "or"})


class Figure(NamedTuple):
    """A number or a range as it was said."""

    end: int
    """The token after it."""
    low: Decimal | None
    high: Decimal | None
    """In single units, None for an open end."""
    unit: str = ""
    """`%`, a currency of ISO 4217, what durations are counted in, or empty."""
    scale: int = 0
    """The power of ten that was said with it."""


class _Plain(NamedTuple):
    end: int
    number: Decimal
    scale: int
    unit: str


def figure_at(tokens: Sequence[Token], at: int) -> Figure | None:
    """The figure that begins at `tokens[at]`, its sign included."""
    if at and (_is_sign(tokens, at - 1) or _is_score(tokens, at)):
        return None
    if _text(tokens, at) == "one" and at and _text(tokens, at - 1) == "no":
        return None  # `no one` is nobody
    if _text(tokens, at) == "from":
        return _change(tokens, at)
    start, bound = _bound(tokens, at)
    start = _approximately(tokens, start)
    is_between = _text(tokens, start) == "between"
    if (span := duration_at(tokens, start)) is not None:
        return _bounded(Figure(span[0], span[1], span[1], span[2]), bound)
    if (fraction := _fraction(tokens, start)) is not None:
        return _bounded(fraction, bound)
    first = _number(tokens, start + is_between)
    if first is None:
        return None
    if _text(tokens, at) == "up" and bound == (False, True) and (came_from := _came_from(tokens, first.end)):
        number = _scaled(first.number, first.scale)
        return Figure(came_from, number, number, first.unit, first.scale)
    is_change = at > 0 and _text(tokens, at - 1) == "from" and _text(tokens, first.end) == "to"
    is_change = is_change or (at > 0 and bool(first.unit or first.scale) and is_by_how_much(_text(tokens, at - 1)))
    second = None if is_change else _second(tokens, first, is_between=is_between)
    if second is None:
        if is_between:
            return None
        low = None if bound == (False, True) else first.number
        high = None if bound == (True, False) else first.number
        return Figure(first.end, _scaled(low, first.scale), _scaled(high, first.scale), first.unit, first.scale)
    scale = first.scale or second.scale
    low, high = _scaled(first.number, scale), _scaled(second.number, second.scale or scale)
    unit = second.unit or first.unit
    if low is None or high is None or low > high or (first.unit and second.unit and first.unit != second.unit):
        return None
    return Figure(second.end, low, high, unit, second.scale or scale)


def _bounded(figure: Figure, bound: tuple[bool, bool] | None) -> Figure:
    """The figure as a lower or an upper bound, where it is one."""
    if bound is None:
        return figure
    is_lower, _ = bound
    return figure._replace(high=None) if is_lower else figure._replace(low=None)


def _change(tokens: Sequence[Token], at: int) -> Figure | None:
    """`rose from 1.5 % to 18 %`: of a change, where it came to; `costs from 4 to 9 euros` is anything between, and so is what may be either."""
    first = _number(tokens, at + 1)
    if first is None or _text(tokens, first.end) != "to":
        return None
    second = _number(tokens, first.end + 1)
    if second is None:
        return None
    number = _scaled(second.number, second.scale)
    stems = [token.stem for token in tokens]
    if at < _FIRST and _CHANGING.isdisjoint(stems[:at]) and not _CHANGING.isdisjoint(stems[second.end :]):
        return None  # `from 30 to 40 boats go there` may be no change
    if not _CHANGING.isdisjoint(stems) and all(token.text in _GOING for token in tokens if token.stem in _CHANGING):
        return None  # nor may `it brings in from 30 to 40 million`
    if number is not None and _CHANGING.isdisjoint(stems):
        other = _scaled(first.number, first.scale or second.scale)
        ends = sorted((number, number if other is None else other))
        return Figure(second.end, ends[0], ends[1], second.unit, second.scale)
    return Figure(second.end, number, number, second.unit, second.scale)


def _came_from(tokens: Sequence[Token], at: int) -> int:
    """Where it ends from where a figure came that is `up to 60 percent from 40`, and so no bound; 0 for none."""
    before = _number(tokens, at + 1) if _text(tokens, at) == "from" else None
    return before.end if before is not None else 0


def _scaled(number: Decimal | None, scale: int) -> Decimal | None:
    return None if number is None else number.scaleb(scale)


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if at < len(tokens) else ""


def _is_digits(text: str) -> bool:
    return text[:1].isascii() and text[:1].isdigit()


def _bound(tokens: Sequence[Token], at: int) -> tuple[int, tuple[bool, bool] | None]:
    for size in range(_LONGEST_BOUND, 0, -1):
        found = _BOUNDS.get(tuple(token.text for token in tokens[at : at + size]))
        if found and not (
            _text(tokens, at) == "up" and at and tokens[at - 1].stem in _RISING
        ):  # `goes up to 70`: to 70
            return at + size, found
    sign = {">=": (True, False), ">": (True, False), "<=": (False, True), "<": (False, True)}.get(_text(tokens, at))
    return (at + 1, sign) if sign else (at, None)


def _approximately(tokens: Sequence[Token], at: int) -> int:
    here = at
    if _text(tokens, here) in _SOMEWHERE:  # `somewhere between 15 and 20`, `anywhere from 15 to 20`
        is_followed = _text(tokens, here + 1) == "between" or _text(tokens, here + 1) in english.APPROXIMATELY
        here += is_followed or (_text(tokens, here + 1) == "from" and _is_range(tokens, here + 2)) * 2
    while _text(tokens, here) in english.APPROXIMATELY or (
        _text(tokens, here) in ("an", "a", "the") and _text(tokens, here + 1) in english.APPROXIMATELY
    ):
        here += 1 + (_text(tokens, here) == "ca" and _text(tokens, here + 1) == ".")
    texts = tuple(token.text for token in tokens[here : here + _LONGEST_NEAR])
    here += next((len(near) for near in _NEAR if texts[: len(near)] == near), 0)
    return here + 1 if _text(tokens, here) == "~" else here


_NEAR = tuple(
    tuple(near.split())
    for near in english.lines(
        "close to | in the region of | in the order of | in the neighbourhood of | in the vicinity of | something like | nigh on | not far off"
    )
)
"""What else stands before a figure that is about so much."""
_LONGEST_NEAR = 4


_SOMEWHERE = frozenset({"somewhere", "anywhere", "anything"})


def _is_range(tokens: Sequence[Token], at: int) -> bool:
    first = _number(tokens, at)
    return first is not None and _second(tokens, first, is_between=False) is not None


def _number(tokens: Sequence[Token], at: int) -> _Plain | None:
    unit = english.CURRENCY_SIGNS.get(_text(tokens, at), "")
    if not unit and _text(tokens, at) in ("usd", "eur", "gbp", "cny", "rub") and _is_digits(_text(tokens, at + 1)):
        unit = english.CURRENCY_WORDS[_text(tokens, at)]
    at += bool(unit)
    found = _bare(tokens, at)
    if found is None:
        return None
    end, number = _with_a_half(tokens, *found)
    end += _text(tokens, end) == "odd" and end + 1 < len(tokens)  # `60-odd percent`
    start = at
    scale = english.SCALES.get(_text(tokens, end), 0)
    is_close = scale and (len(_text(tokens, end)) > 1 or tokens[end].start == tokens[end - 1].end)
    scale, end = (scale, end + 1) if is_close else (0, end)
    if scale and number == 1:
        end, number = _with_a_half(tokens, end, number)
    if not unit:
        is_of = is_close and _text(tokens, end - 1).endswith("s") and _text(tokens, end) == "of"
        end, unit = (
            _unit(tokens, end + 1) if is_of and _unit(tokens, end + 1)[1] not in ("", PERCENT) else _unit(tokens, end)
        )
        if unit not in ("", PERCENT) and not scale and (cents := _cents(tokens, end)):
            return _Plain(end + 1, number + cents, scale, unit)
    if unit not in ("", PERCENT) and not scale and _DOTTED.fullmatch(_text(tokens, start)):
        number *= 1000
    return _Plain(end, number, scale, unit)


def _with_a_half(tokens: Sequence[Token], end: int, number: Decimal) -> tuple[int, Decimal]:
    """A number with the half or the quarters behind it: `one and a half million`, `a million and a half`."""
    more = _HALVES.get(tuple(token.text for token in tokens[end : end + 3]))
    after = _text(tokens, end + 3)
    is_scaled = _text(tokens, end - 1) in english.SCALES
    is_counted = is_scaled or after in english.SCALES or bool(_unit(tokens, end + 3)[1]) or after.endswith("s")
    is_counted = is_counted or (after in _TO and _unsigned(tokens, end + 4) is not None)
    if more is None or after == "of" or not is_counted or number != number.to_integral_value():
        return end, number
    return end + 3, number + more


_HALVES: dict[tuple[str, ...], Decimal] = {
    ("and", "a", "half"): Decimal("0.5"), ("and", "one", "half"): Decimal("0.5"),
    ("and", "a", "quarter"): Decimal("0.25"), ("and", "one", "quarter"): Decimal("0.25"),
    ("and", "three", "quarters"): Decimal("0.75"),
}  # fmt: skip
_DOTTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
"""A sum with a dot behind the thousands, as much of Europe writes it: `1.200 euros` has no three decimals."""
_BEHIND_PRICES = frozenset(
    {"", ",", ".", ";", ")", "to", "for", "per", "a", "each", "now", "from", "and", "but", "these", "today"}
)


def _cents(tokens: Sequence[Token], at: int) -> Decimal:
    """What is added to a sum behind its currency, `9 euros 50`; nothing where it counts what stands behind it."""
    text = _text(tokens, at)
    many = int(text) if _is_digits(text) and text.isdigit() and len(text) == 2 else english.NUMBER_WORDS.get(text, 0)
    is_cents = 10 <= many < 100 and _text(tokens, at + 1) in _BEHIND_PRICES
    return Decimal(many) / 100 if is_cents else Decimal(0)


def _unit(tokens: Sequence[Token], end: int) -> tuple[int, str]:
    text = _text(tokens, end)
    if text in english.PERCENT:
        return end + 1, PERCENT
    if text == "per" and _text(tokens, end + 1) == "cent":
        return end + 2, PERCENT
    if text == "percentage" and _text(tokens, end + 1) in ("point", "points"):
        return end, ""
    us = text in ("us", "american") and _text(tokens, end + 1) in english.CURRENCY_WORDS
    if us or text in english.CURRENCY_WORDS:
        return end + 1 + us, english.CURRENCY_WORDS[_text(tokens, end + us)]
    if text in english.CURRENCY_SIGNS:
        return end + 1, english.CURRENCY_SIGNS[text]
    return end, ""


def _is_sign(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number below zero begins there: `minus 18`, `-18`; `5-18`, `Su-18` and `- 18` are none."""
    following = _text(tokens, at + 1)
    if tokens[at].text == "minus":
        return _is_digits(following) or following in english.NUMBER_WORDS
    if tokens[at].text != "-" or not (_is_digits(following) or following in english.CURRENCY_SIGNS):
        return False
    before = tokens[at - 1] if at else None
    is_apart = before is None or before.end < tokens[at].start or not (before.is_word or _is_digits(before.text))
    return is_apart and tokens[at].end == tokens[at + 1].start


def _is_score(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is the lesser number behind a hyphen, as in `62-0`: no range ends so."""
    if at < 2 or tokens[at - 1].text not in ("-", ",") or tokens[at].start != tokens[at - 2].end + 1:
        return False
    before, here = tokens[at - 2].text, tokens[at].text
    return before.isdecimal() and here.isdecimal() and int(before) > int(here)


def _bare(tokens: Sequence[Token], at: int) -> tuple[int, Decimal] | None:
    """A number with its sign."""
    if at >= len(tokens) or not _is_sign(tokens, at):
        return _unsigned(tokens, at)
    found = _unsigned(tokens, at + 1)
    return None if found is None else (found[0], -found[1])


def _unsigned(tokens: Sequence[Token], at: int) -> tuple[int, Decimal] | None:
    """Digits, or a number in words."""
    text = _text(tokens, at)
    if _is_digits(text):
        return (at + 1, Decimal(text)) if len(text) <= 24 else None
    return number_in_words(tokens, at)


def _second(tokens: Sequence[Token], first: _Plain, *, is_between: bool) -> _Plain | None:
    """The other end of a range: `35 to 40`, `35-40`, `between 35 and 40`."""
    link = _text(tokens, first.end)
    if link not in _TO or (link in ("and", "or")) != is_between:
        return None
    return _number(tokens, first.end + 1)


def _fraction(tokens: Sequence[Token], at: int) -> Figure | None:
    """`half`, `a third`, `two thirds`, `three quarters`: of a hundred percent; `half as much as that` is no share of anything."""
    text = _text(tokens, at)
    if _text(tokens, at + 1 + (text != "half")) == "as" and text not in ("every", "one"):
        return None
    if (
        text == "half"
        and _text(tokens, at + 1) in ("a", "an", "one")
        and _text(tokens, at + 2) in (*SCALE_WORDS, "dozen")
    ):
        return None
    if text == "half" and any(one.text in ("that", "this") and one.start == tokens[at].end + 1 for one in tokens):
        return None  # of a figure that was said before
    if text == "half":
        end = at + 1
        end += _text(tokens, end) == "of" and _text(tokens, end + 1) == "all"
        return Figure(at + 1, Decimal(50), Decimal(50), PERCENT)
    if (odds := _odds(tokens, at)) is not None:
        return odds
    many = 1 if text in ("a", "one", "the") else english.NUMBER_WORDS.get(text, 0)
    named = _text(tokens, at + 1).removesuffix("s")
    if not many or named not in english.FRACTIONS or text == "the":
        return None
    each = Decimal(str(english.FRACTIONS[named]))
    percent = each * many if named != "third" else Decimal({1: "33.33", 2: "66.67"}.get(many, "0"))
    return Figure(at + 2, percent, percent, PERCENT) if 0 < percent <= 100 else None


def _every_so_many(tokens: Sequence[Token], at: int) -> Figure | None:
    """`every fifth dollar`: of a hundred percent."""
    many = ORDINALS.get(_text(tokens, at + 1), 0)
    if not many or at + 3 >= len(tokens) or not tokens[at + 2].is_word or tokens[at + 2].stem in english.SPANS:
        return None
    percent = (Decimal(100) / many).quantize(Decimal("0.01")).normalize()
    return Figure(at + 3, percent, percent, PERCENT)


ORDINALS = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "twentieth": 20,
}  # fmt: skip


def _odds(tokens: Sequence[Token], at: int) -> Figure | None:
    """`two out of three`, `one in five`: of a hundred percent."""
    if _text(tokens, at) == "every":
        return _every_so_many(tokens, at)
    part = english.NUMBER_WORDS.get(_text(tokens, at), 0)
    is_thing = _text(tokens, at + 2) == "in" and _is_thing(tokens, at + 1)  # `one dollar in five`
    here = at + 1 + (_text(tokens, at + 1) == "out" or is_thing)
    is_every = _text(tokens, here + 1) == "every"  # `one in every five`
    whole = english.NUMBER_WORDS.get(_text(tokens, here + 1 + is_every), 0)
    is_said = _text(tokens, here) == ("of" if here > at + 1 and not is_thing else "in")
    if not (is_said and 0 < part < whole):
        return None
    percent = (Decimal(100) * part / whole).quantize(Decimal("0.01")).normalize()
    end = here + 2 + is_every
    end += not is_thing and _text(tokens, end + 1) == "of" and _is_thing(tokens, end)  # `one in five dollars of`
    return Figure(end, percent, percent, PERCENT)


def _is_thing(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is what is counted out: dollars, euros."""
    return _text(tokens, at) in english.CURRENCY_WORDS
