"""What is counted comes in whole ones: told so, and varied so where an answer looks beside a threshold."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dragoman.advice.evaluate import evaluate
from dragoman.errors import SituationError
from dragoman.exact.flip_answers import hinges
from dragoman.situation.assemble import read_situation
from dragoman.situation.python_facts import situation_from
from dragoman.values.quantity import FINEST, Bounds, Quantity, Range
from dragoman.views.flips import hinges_view
from tests.rulebooks import columns, second

COUNTED = Quantity("devices", Decimal(0), Decimal(50), whole=True)


def numbers(kind: Quantity, *tests: Bounds) -> list[Decimal]:
    found = [stated.value for stated in kind.samples(tests[0], tests[1:])]
    return sorted(one.low for one in found if isinstance(one, Range))


@pytest.mark.parametrize(("end", "beside"), [("8", [7, 8, 9]), ("66.67", [66, 67]), ("0", [0, 1])])
def test_beside_a_threshold_stand_whole_numbers(end: str, beside: list[int]) -> None:
    kind = Quantity("devices", Decimal(0), Decimal(100), whole=True)
    assert numbers(kind, Bounds(Decimal(end), None)) == [Decimal(one) for one in beside]


def test_of_other_numbers_the_next_are_as_near_as_can_be() -> None:
    assert numbers(Quantity("km", Decimal(0), Decimal(9)), Bounds(Decimal(8), None)) == [8 - FINEST, 8, 8 + FINEST]


@pytest.mark.parametrize("told", [7.5, {"at_least": 1.5}, "7.5 devices", {"at_least": 1, "at_most": 2.5}])
def test_half_of_one_is_refused(told: object) -> None:
    with pytest.raises(SituationError, match="'number' of 'spare_devices' counts whole devices, found"):
        situation_from(second(), [{"spare_devices": {"service": "portal", "number": told}}])
    for right in (7, "7 devices", {"at_least": 2}):
        situation_from(second(), [{"spare_devices": {"service": "portal", "number": right}}])


def test_what_would_change_the_advice_is_said_in_whole_numbers() -> None:
    situation = read_situation(second(), "portal-with-old-habits")
    found = hinges(evaluate(second(), situation, columns()), ("public_portal",))
    text = " ".join(" ".join(str(span.text) for span in row.spans) for row in hinges_view(found))
    assert "101 failed attempts in a row" in text
    assert "just over 100" not in text
