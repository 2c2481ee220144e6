"""Words by which people speak of what was shown: what kind of conclusion, and which of a list; whatever the rulebook."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.words import english
from dragoman.rulebook.forms import ShownAs

_ASKING = """why how come what which who where when reason explain follow conclude say tell think mean recommend recommendation
    advise advice suggest suggestion number point item should would could can will may might must shall you your i me we
    us our there so because through ground basis if please show more about not no never nothing true case do be have
    first second third fourth fifth last one list lead get give make still also recommended listed right"""
ASKING = frozenset(_ASKING.split())
"""Words that ask, and tell one conclusion from another in no way."""
KINDS = {
    "recommend": ShownAs.RECOMMENDATION,
    "recommendation": ShownAs.RECOMMENDATION,
    "advic": ShownAs.RECOMMENDATION,
    "advis": ShownAs.RECOMMENDATION,
    "suggest": ShownAs.RECOMMENDATION,
    "should": ShownAs.RECOMMENDATION,
    "risk": ShownAs.RISK,
    "danger": ShownAs.RISK,
    "warn": ShownAs.RISK,
    "forecast": ShownAs.FORECAST,
    "expect": ShownAs.FORECAST,
    "predict": ShownAs.FORECAST,
    "will": ShownAs.FORECAST,
    "watch": ShownAs.WATCH,
    "monitor": ShownAs.WATCH,
}
"""Words that say what kind of conclusion is meant, by their stems."""
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "last": -1,
             "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "1st": 1, "2nd": 2, "3rd": 3}  # fmt: skip
_NUMBERED = frozenset({"number", "no", "nr", "recommendation", "point", "item", "risk", "forecast", "advice", "#"})
NOTHING = frozenset({"nothing", "anything", "none", "no"})
AUXILIARIES = english.BE | english.DO | english.HAVE | english.MODALS | frozenset({"there", "that", "it", "this"})
"""What a question begins with that asks about something and proposes nothing."""
_ENDS = frozenset({"one", "?", "recommendation", "risk", "forecast", "point", "item", "advice"})
_SHORT = 3


def number_in(texts: Sequence[str]) -> int | None:
    """The place in a list that is meant, -1 for the last; None if none is.

    >>> number_in(["the", "second", "one"]), number_in(["number", "3"]), number_in(["the", "last", "war"])
    (2, 3, None)
    """
    for at, text in enumerate(texts):
        before, after = texts[at - 1] if at else "", texts[at + 1] if at + 1 < len(texts) else ""
        if text.isdecimal() and (before in _NUMBERED or len(texts) <= _SHORT):
            return int(text)
        place = _ORDINALS.get(text)
        is_one_of = before in ("the", "your", "") and (not after or after in _ENDS)
        if place is not None and (is_one_of or before in _NUMBERED):
            return place
    return None


def so_many(kind: ShownAs, number: int) -> str:
    """How many there are of a kind, where somebody asks for a later one."""
    one, many = ("thing to watch", "things to watch") if kind is ShownAs.WATCH else (kind.value, f"{kind.value}s")
    if not number:
        return f"there are no {many}"
    return f"there are only {number} {many}" if number > 1 else f"there is only one {one}"
