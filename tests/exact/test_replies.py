"""Replies that are numbers: each number is in the reply of its own effect, and in no other."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from hypothesis import given, note
from hypothesis import strategies as st

from dragoman.errors import Place
from dragoman.exact.machine import supposed
from dragoman.exact.replies import number_replies
from dragoman.rulebook.forms import ValueSlot
from dragoman.situation.forms import Said
from dragoman.values.kind import Stated, Truth
from dragoman.values.quantity import FINEST, Bounds, Quantity, Range
from tests.properties.strategies import examples, seeds

SLOT = ValueSlot("percent", Quantity("percent", Decimal(0), Decimal(100)), Place("test"))
ENDS = st.sampled_from([Decimal(end) for end in (0, 10, 25, 40, 41, 80, 100)])


@st.composite
def bounds(draw: st.DrawFn) -> Bounds:
    low, high = sorted((draw(ENDS), draw(ENDS)))
    kind = draw(st.integers(0, 2))
    return Bounds(low if kind != 1 else None, high if kind != 0 else None)


@examples()
@given(st.lists(bounds(), min_size=1, max_size=4), seeds)
def test_the_replies_part_all_numbers_by_their_effects(tests: list[Bounds], dice: Random) -> None:
    merged: dict[tuple[Truth, ...], int] = {}

    def region(number: Decimal) -> tuple[Truth, ...]:
        return tuple(SLOT.kind.verdict([Stated(True, Range(number, number))], test).truth for test in tests)

    effects: list[list[Said]] = [[], [], []]
    for stated in SLOT.kind.samples(None, tests):
        assert isinstance(stated.value, Range)
        effect = merged.setdefault(region(stated.value.low), dice.randrange(3))
        effects[effect].append(supposed("share", (), stated))
    used = [number for number, answers in enumerate(effects) if answers]
    replies = number_replies(SLOT, tests, [effects[number] for number in used])
    note(str(replies))
    ends = [end for test in tests for end in (test.low, test.high) if end is not None]
    for number in {n for end in ends for n in (end - FINEST, end, end + FINEST, end + 5, end - 5) if 0 <= n <= 100}:
        if region(number) in merged:
            holding = [used[place] for place, reply in enumerate(replies) if is_in(number, reply)]
            assert holding == [merged[region(number)]], (number, replies)


def is_in(number: Decimal, reply: str) -> bool:
    """Whether a reply as people read it has a number."""
    return any(all(passes(number, part) for part in stretch.split(" and ")) for stretch in reply.split(" or "))


def passes(number: Decimal, part: str) -> bool:
    words = part.removesuffix(" percent")
    if words == "any number":
        return True
    sign, end = words.rsplit(" ", 1)[0], Decimal(words.rsplit(" ", 1)[1])
    return {
        "at least": number >= end,
        "at most": number <= end,
        "more than": number > end,
        "less than": number < end,
        "exactly": number == end,
    }[sign]
