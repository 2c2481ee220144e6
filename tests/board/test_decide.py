"""Who leads by the signs that hold: properties of every set of signs, and the smallest sets that show a ruling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.board.decide import Weighed, decide
from dragoman.board.forms import Standing
from dragoman.rulebook.board_forms import Says

POLES = ("one", "other")
RANKS = ((False, 1), (False, 2), (True, 0))
OPEN = Weighed(Says.OPEN, "", (True, 0))

signs = st.lists(
    st.one_of(
        st.builds(
            Weighed, st.sampled_from((Says.LEADS, Says.CONTESTS)), st.sampled_from(POLES), st.sampled_from(RANKS)
        ),
        st.just(OPEN),
    ),
    max_size=6,
)


def lead(who: str, rank: int) -> Weighed:
    return Weighed(Says.LEADS, who, RANKS[rank])


def contest(who: str, rank: int) -> Weighed:
    return Weighed(Says.CONTESTS, who, RANKS[rank])


@given(signs, st.randoms())
def test_neither_order_nor_repetition_decides(found: list[Weighed], dice: object) -> None:
    shuffled = [*found, *found]
    dice.shuffle(shuffled)  # type: ignore[attr-defined] # hypothesis gives a random.Random
    assert decide(shuffled, POLES) == decide(found, POLES)


@given(signs)
def test_neither_pole_is_preferred(found: list[Weighed]) -> None:
    swapped = {"one": "other", "other": "one", "": ""}
    mirrored = decide([sign._replace(who=swapped[sign.who]) for sign in found], POLES)
    decided = decide(found, POLES)
    assert (mirrored.standing, mirrored.leader) == (decided.standing, swapped[decided.leader])
    assert decide(found, POLES[::-1]) == decided


@given(signs)
def test_what_decides_decides_alone(found: list[Weighed]) -> None:
    decided = decide(found, POLES)
    assert decided.deciding <= set(found)
    again = decide(decided.deciding, POLES)
    assert (again.standing, again.leader) == (decided.standing, decided.leader)


@given(signs)
def test_a_leader_has_a_sign_that_says_so_and_one_more_for_it_changes_nothing(found: list[Weighed]) -> None:
    decided = decide(found, POLES)
    if decided.leader:
        assert all(sign.says is Says.LEADS and sign.who == decided.leader for sign in decided.deciding)
        assert decide([*found, lead(decided.leader, 2)], POLES).leader == decided.leader


@pytest.mark.parametrize(
    ("found", "standing", "leader"),
    [
        ((), Standing.NOT_KNOWN, ""),
        ((OPEN,), Standing.OPEN, ""),
        ((lead("one", 2),), Standing.LEADS, "one"),
        ((lead("one", 2), OPEN), Standing.LEADS, "one"),
        ((contest("one", 0),), Standing.NOT_KNOWN, ""),
        ((contest("one", 0), OPEN), Standing.OPEN, ""),
        ((contest("one", 0), contest("other", 2)), Standing.CONTESTED, ""),
        ((lead("one", 0), lead("other", 1)), Standing.LEADS, "one"),
        ((lead("one", 1), lead("other", 1)), Standing.CONTESTED, ""),
        ((lead("one", 0), contest("other", 0)), Standing.CONTESTED, ""),
        ((lead("one", 0), contest("other", 1)), Standing.LEADS, "one"),
        ((lead("one", 1), contest("other", 0)), Standing.CONTESTED, ""),
    ],
)
def test_the_rulings(found: tuple[Weighed, ...], standing: Standing, leader: str) -> None:
    decided = decide(found, POLES)
    assert (decided.standing, decided.leader) == (standing, leader)
