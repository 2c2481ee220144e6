"""Who leads on a square, by the signs that hold there and nothing else.

A pole leads where a sign of its own says so that outweighs every sign of the other. Where signs of both hold and neither
outweighs, the square is contested. A sign that only contests makes no leader. Where neither leads and a sign says that
nobody does, the square is open; else it is not known.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dragoman.board.forms import Standing
from dragoman.rulebook.board_forms import Says

Weight = tuple[bool, int]
_NONE: Weight = (True, 1 << 62)
"""Of no sign at all: everything outweighs it."""


class Weighed(NamedTuple):
    """A sign that holds, as far as it decides."""

    says: Says
    who: str
    weight: Weight
    """What outweighs is less."""


class Decided(NamedTuple):
    """Who leads, and which signs decide that."""

    standing: Standing
    leader: str
    deciding: frozenset[Weighed]


def decide(signs: Iterable[Weighed], poles: tuple[str, str]) -> Decided:
    """Who leads by `signs`; what says how a square moves is left aside.

    >>> debt, corridor = Weighed(Says.LEADS, "a", (False, 1)), Weighed(Says.CONTESTS, "b", (False, 2))
    >>> decide([debt, corridor], ("a", "b")).leader
    'a'
    """
    found = frozenset(signs)
    leads = {pole: _best(found, pole, Says.LEADS) for pole in poles}
    has = {pole: min(leads[pole], _best(found, pole, Says.CONTESTS)) for pole in poles}
    for pole, other in (poles, poles[::-1]):
        if leads[pole] < has[other]:
            return Decided(Standing.LEADS, pole, _of(found, pole, leads[pole], Says.LEADS))
    if all(has[pole] != _NONE for pole in poles):
        return Decided(Standing.CONTESTED, "", frozenset().union(*(_of(found, pole, has[pole]) for pole in poles)))
    said = frozenset(sign for sign in found if sign.says is Says.OPEN)
    return Decided(Standing.OPEN if said else Standing.NOT_KNOWN, "", said)


def _best(signs: Iterable[Weighed], pole: str, says: Says) -> Weight:
    return min((sign.weight for sign in signs if sign.who == pole and sign.says is says), default=_NONE)


def _of(signs: Iterable[Weighed], pole: str, weight: Weight, *says: Says) -> frozenset[Weighed]:
    """The signs of a pole of one weight, of these kinds if any are given."""
    wanted = says or (Says.LEADS, Says.CONTESTS)
    return frozenset(sign for sign in signs if sign.who == pole and sign.weight == weight and sign.says in wanted)
