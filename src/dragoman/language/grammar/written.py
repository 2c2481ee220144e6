"""A figure of a line as a slot takes it: in the slot's unit, or not at all.

`two weeks` are 14 days, `annually` goes with `a year`, `30 guests` are 30 customers; `30 euros` are no percent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from dragoman.language.grammar.rates import after_rate_of
from dragoman.language.words import english
from dragoman.language.words.durations import MONTHS, SECONDS, counted_with, in_unit, times
from dragoman.language.words.in_words import SCALE_WORDS
from dragoman.language.words.numbers import PERCENT, Figure
from dragoman.language.words.rings import said_for, stands_for
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token
from dragoman.values.kind import ValueKind
from dragoman.values.money import Money
from dragoman.values.quantity import Quantity, exactly
from dragoman.values.quantity_text import CALENDAR


class Written(NamedTuple):
    """A figure as a slot takes it."""

    end: int
    text: str
    """As it is written in a file of facts."""
    is_sure: bool
    """Whether the unit was said, where there is one to say."""


def written_for(kind: ValueKind, figure: Figure, tokens: Sequence[Token]) -> Written | None:
    """The figure in the slot of a number; None where its unit is another."""
    if isinstance(kind, Money):
        return _money(kind, figure, tokens)
    if isinstance(kind, Quantity):
        return _quantity(kind, figure, tokens)
    return None


_IS_YEAR = re.compile(r"1[5-9]\d\d|2[01]\d\d")
_NO_MONEY = frozenset({PERCENT, SECONDS, MONTHS})
_NO_UNIT = frozenset(
    {",", ".", ";", ":", ")", "(", "-", "to", "from", "in", "of", "by", "on", "for", "with", "at", "and", "or", "but", "now", "so", "as", "still",
     "already", "abroad", "overall", "not", "this", "last", "since", "while", "which", "too", "there", "is", "are", "was", "has"}
)  # fmt: skip
"""What stands behind a figure whose unit is left out."""


def _money(kind: Money, figure: Figure, tokens: Sequence[Token]) -> Written | None:
    if figure.unit in _NO_MONEY or not (figure.unit or figure.scale):
        return None
    scale = kind.factor.adjusted()
    text = _ends(figure, scale)
    if figure.unit in ("", kind.currency):
        is_bare = bool(figure.scale) and (figure.end >= len(tokens) or tokens[figure.end].text in _NO_UNIT)
        return Written(figure.end, text, bool(figure.unit) or is_bare)
    return Written(figure.end, f"{text} {kind.scale} {figure.unit}".replace("  ", " "), True)


def _year(figure: Figure, tokens: Sequence[Token]) -> Written | None:
    """A year, in which nothing is counted."""
    is_bare = not (figure.unit or figure.scale) and _IS_YEAR.fullmatch(tokens[figure.end - 1].text) is not None
    is_decade = _text(tokens, figure.end) in ("s", "'s")
    return Written(figure.end, _ends(figure, 0), True) if is_bare and not is_decade else None


def _quantity(kind: Quantity, figure: Figure, tokens: Sequence[Token]) -> Written | None:
    if kind.unit == CALENDAR:
        return _year(figure, tokens)
    unit = kind.unit.casefold().split()
    if unit[:1] == ["percent"]:
        is_percent = figure.unit == PERCENT
        if not is_percent and (figure.unit or figure.scale):
            return None
        of = unit[1:]
        said_of = [token.text for token in tokens[figure.end : figure.end + len(of)]] == of
        return Written(figure.end + len(of) * said_of, _ends(figure, 0), is_percent)
    nouns, rate = unit_and_rate(unit_stems(kind))
    if figure.unit in (SECONDS, MONTHS) and len(nouns) == 1:
        return _duration(figure, nouns[0])
    if figure.unit:
        return None
    scale = SCALE_WORDS.get(unit[0], 0) if unit else 0
    if rate and nouns and _JOINED.get(_text(tokens, figure.end)) == (nouns[0], rate):
        return Written(figure.end + 1, _ends(figure, scale), True)
    end = _after_unit(tokens, figure.end, nouns)
    if end is not None:
        return Written(_after_rate(tokens, end, rate), _ends(figure, scale), True)
    each = times(tokens, figure.end, nouns[0]) if len(nouns) == 1 else None
    if each is not None:
        return _converted(figure, each, scale)
    return Written(figure.end, _ends(figure, scale), not nouns or bool(scale and figure.scale))


def _converted(figure: Figure, each: Decimal, scale: int) -> Written | None:
    """A number of another unit of time, `two weeks` where days are counted; None where it would have to be rounded."""
    low, high = (None if one is None else one * each for one in (figure.low, figure.high))
    if any(one is not None and one != round(one, 3) for one in (low, high)):
        return None
    return Written(figure.end + 1, _ends(figure._replace(low=low, high=high), scale), True)


def _duration(figure: Figure, noun: str) -> Written | None:
    """A duration in the unit of a slot."""
    low, high = (None if one is None else in_unit(one, figure.unit, noun) for one in (figure.low, figure.high))
    is_lost = (low is None) is not (figure.low is None) or (high is None) is not (figure.high is None)
    return None if is_lost else Written(figure.end, _ends(figure._replace(low=low, high=high), 0), True)


def unit_and_rate(stems: list[str]) -> tuple[list[str], str]:
    """What a unit counts, and in what span: `visitors a year`."""
    if len(stems) > 2 and stems[-2] in ("a", "an", "per"):
        return stems[:-2], stems[-1]
    return stems, ""


def _stem(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].stem if at < len(tokens) else ""


def _after_unit(tokens: Sequence[Token], at: int, nouns: list[str]) -> int | None:
    """Where the words of a unit end, for which `people` may stand if it is one of people; None if they are not there."""
    if nouns and [token.stem for token in tokens[at : at + len(nouns)]] == nouns:
        end = at + len(nouns)
        return end + (nouns == _DEGREES and _stem(tokens, end) in _CELSIUS)
    for short in _SHORT.get(" ".join(nouns), ()):
        if tuple(_text(tokens, at + n) for n in range(len(short))) == short:
            return at + len(short)
    if len(nouns) == 1 and nouns[0] in stands_for((_stem(tokens, at),)):
        return at + 1
    if len(nouns) == 1 and _stem(tokens, at) in _SAME.get(nouns[0], ()):
        return at + 1
    if nouns == _DEATHS and _text(tokens, at) in _VICTIMS:
        return at + 1 if any(token.stem in _DYING for token in tokens) else None
    if len(nouns) == 1 and nouns[0] in _PEOPLE:
        is_people = _text(tokens, at) in ("people", "persons") or {nouns[0], _stem(tokens, at)} <= _COMERS
        return at + 1 if is_people else None
    return after_rate_of(tokens, at, nouns)


def _after_rate(tokens: Sequence[Token], at: int, rate: str) -> int:
    """Where the span ends that it is counted in, if it is said: `a year`, `yearly`, `every year`."""
    if not rate:
        return at
    is_short = (_text(tokens, at + 1),) in _SHORT.get(rate, ())
    if _text(tokens, at) in ("a", "an", "per", "each", "every", "/") and (is_short or _stem(tokens, at + 1) == rate):
        return at + 2
    return at + (_text(tokens, at) in (f"{rate}ly", *_YEARLY.get(rate, ())))


_DEGREES, _DEATHS = [stem("degrees")], [stem("deaths")]
_CELSIUS = frozenset(map(stem, ("c", "celsius", "centigrade")))
_VICTIMS = frozenset({"people", "persons", "lives"})
_SHORT = {
    " ".join(map(stem, unit.split())): tuple(tuple(one.split()) for one in english.lines(short))
    for unit, short in {
        "degrees": "° c|°|deg c|deg|degs|c|celsius|centigrade",
        "kilometres": "km|kms|kilometers", "metres": "m|meters", "centimetres": "cm|centimeters",
        "kilograms": "kg|kgs|kilos|kilo", "grams": "g|gr", "tonnes": "t|tons", "litres": "l|liters",
        "hours": "h|hr|hrs", "minutes": "min|mins|m", "seconds": "s|sec|secs", "days": "d", "weeks": "wk|wks", "months": "mths|mth|mo",
        "years": "y|yr|yrs", "knots": "kt|kts|kn", "miles": "mi|nm",
        "megawatts": "mw", "gigawatts": "gw", "kilowatts": "kw", "hectares": "ha", "decibels": "db", "barrels": "bbl|bbls",
        "cubic metres": "m3|m 3|m³|cubic m|cbm|cubic meters", "square metres": "m2|m 2|m²|sq m|sqm|square m|square meters",
        "square kilometres": "km2|km 2|km²|sq km|sqkm|square km|square kilometers", "cubic kilometres": "km3|km 3|km³|cubic km",
    }.items()
}  # fmt: skip
"""How units are shortened behind a figure, in any rulebook."""
_JOINED = {
    one: (stem(unit), stem(rate))
    for unit, rate, said in (("kilometres", "hour", "kph|kmh|kmph"), ("miles", "hour", "mph"))
    for one in english.lines(said)
}
"""What is written in one word for a unit and the span it is counted in."""
_YEARLY = {"year": ("annually",), "day": ("daily",)}
_PEOPLE = frozenset(map(stem, english.lines(
    """
    visitors | migrants | workers | soldiers | troops | students | pupils | tourists | guests | patients | users | members
    customers | passengers | residents | inhabitants | refugees | employees | citizens | voters | participants | bathers
    swimmers | spectators | listeners | readers | viewers | personnel | staff | labourers | immigrants | emigrants | children | adults | persons
    """
)))  # fmt: skip
"""Units that are people."""
_DYING = frozenset(map(stem, ("die", "dead", "kill", "perish", "claim", "cost")))
"""What people do, or what is done to them, who are counted as deaths: `kills 340 people`."""
_SAME = {
    stem(unit): frozenset(map(stem, english.lines(said)))
    for unit, said in {
        "observers": "monitors", "monitors": "observers", "homes": "flats | houses | apartments | dwellings | residences",
        "parcels": "packages", "packages": "parcels", "posts": "jobs | positions", "jobs": "posts | positions", "workers": "employees | staff | people",
        "employees": "workers | staff | people", "households": "families | homes", "vessels": "ships", "ships": "vessels",
        "subscribers": "customers | users | clients | people", "customers": "subscribers | users | clients", "users": "customers | subscribers",
        "inmates": "prisoners | convicts", "prisoners": "inmates | convicts", "pupils": "students | schoolchildren", "troops": "soldiers",
        "people": "residents | inhabitants | citizens | villagers | townspeople | locals",
    }.items()
}  # fmt: skip
"""Who is counted by either name."""
_COMERS = frozenset(map(stem, ["guests", "customers", "visitors", "diners", "patrons", "clients"]))
"""Who comes to a place, by whatever name: so many of the one are so many of the other."""


def unit_stems(kind: Quantity) -> list[str]:
    """The stems of the words that make up a unit, without what counts it, or says that degrees are Celsius: `people` of `million people`."""
    unit = kind.unit.casefold().split()
    stems = [stem(word) for word in unit[bool(unit and SCALE_WORDS.get(unit[0])) :]]
    return stems[:1] if stems[:1] == _DEGREES and _CELSIUS.issuperset(stems[1:]) else stems


def counts_people(kind: Quantity) -> bool:
    """Whether a number of this kind counts people, so that it may stand before a people: `800,000 Tajiks`."""
    nouns, _ = unit_and_rate(unit_stems(kind))
    return len(nouns) == 1 and nouns[0] in _PEOPLE | {stem("people")}


def counts_anybody(kind: Quantity) -> bool:
    """Whether a number of this kind counts people who are no more than people: guests are not all who fall ill."""
    nouns, _ = unit_and_rate(unit_stems(kind))
    return len(nouns) == 1 and nouns[0] in _ANYBODY


_ANYBODY = frozenset(map(stem, english.lines("people | persons | voters | citizens | inhabitants | residents")))


def said_of_unit(kind: Quantity) -> frozenset[str]:
    """The stems one of which stands behind a number of this kind; empty where anything else may be counted so."""
    nouns, _ = unit_and_rate(unit_stems(kind))
    if not nouns or kind.unit.casefold().startswith("percent"):
        return frozenset()
    if len(nouns) > 1:
        return frozenset({nouns[0]})
    return frozenset({nouns[0]}) | said_for(nouns[0]) | counted_with(nouns[0]) | _SAME.get(nouns[0], frozenset())


def _ends(figure: Figure, scale: int) -> str:
    low, high = (None if end is None else exactly(end.scaleb(-scale).normalize()) for end in (figure.low, figure.high))
    if low == high and low is not None:
        return low
    return f">={low}" if high is None else f"<={high}" if low is None else f"{low}..{high}"


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if at < len(tokens) else ""
