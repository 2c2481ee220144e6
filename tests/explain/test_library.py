"""`dragoman` as a library: what a person would write works, or says why not."""

import json
import pickle
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dragoman
from dragoman.errors import UnknownNameError
from tests.cli.shell import LENDERS, ran

RULEBOOK = dragoman.load_rulebook(LENDERS)
LOAN = dragoman.read_situation(RULEBOOK, ["loan"])


def test_one_path_is_one_path() -> None:
    assert dragoman.read_situation(RULEBOOK, "loan") == LOAN
    path = Path(LENDERS) / "situations" / "loan.yaml"
    assert dragoman.read_situation(RULEBOOK, path).statements == dragoman.read_situation(RULEBOOK, [path]).statements


@pytest.mark.parametrize("name", ["north", "Northtown", "NORTHTOWN", "the north", "nt", " North "])
def test_a_state_has_all_its_names(name: str) -> None:
    advice = dragoman.advise(LOAN, name)
    assert advice.targets == (("north", "Northtown"),)
    assert advice == dragoman.advise(LOAN, ["north"])


@pytest.mark.parametrize(
    ("name", "said"),
    [("norht", "did you mean 'north'"), ("exchange", "it can to north, south, east"), ("\x1b", "no entity")],
)
def test_a_state_that_does_not_exist_is_said(name: str, said: str) -> None:
    with pytest.raises(UnknownNameError, match=said):
        dragoman.advise(LOAN, name)


def test_a_situation_knows_its_rulebook_and_the_thresholds_that_were_set() -> None:
    other = dragoman.with_thresholds(RULEBOOK, {"heavy": 70})
    moved = LOAN.under(other)
    assert dragoman.advise(moved) == dragoman.advise(dragoman.read_situation(other, "loan")) != dragoman.advise(LOAN)
    assert moved != LOAN, "equal situations have equal advice"
    assert moved.under(RULEBOOK) == LOAN
    assert hash(moved) == hash(LOAN)
    assert pickle.loads(pickle.dumps(LOAN)) == LOAN


def test_every_name_at_the_door_is_there_and_no_other_is_shown() -> None:
    assert all(getattr(dragoman, name) is not None for name in dragoman.__all__)
    assert dir(dragoman) == sorted(dragoman.__all__)
    with pytest.raises(AttributeError, match="no attribute 'advice_of'"):
        dragoman.advice_of  # noqa: B018


@pytest.mark.parametrize(
    ("answer", "command"),
    [
        (lambda: dragoman.advise(LOAN, ["NT", "south"]), ("advise", "loan", "--for", "south", "--for", "NT")),
        (lambda: dragoman.why(LOAN, "offer_credit", "NT"), ("why", "offer_credit", "loan", "--for", "north")),
        (lambda: dragoman.why(LOAN, "offer_credit", "south"), ("why", "offer_credit", "loan", "--for", "south")),
        (lambda: dragoman.why_not(LOAN, "offer_credit"), ("why-not", "offer_credit", "loan")),
        (lambda: dragoman.silence(LOAN, "south"), ("why-not", "loan", "--for", "south")),
        (lambda: dragoman.audit(LOAN, "refusal-shows-pride"), ("audit", "loan", "--rule", "refusal-shows-pride")),
        (lambda: dragoman.cover(RULEBOOK), ("coverage",)),
        (lambda: dragoman.check_rulebook(LENDERS), ("check",)),
    ],
)
def test_an_answer_is_what_the_command_prints(answer: Callable[[], Any], command: tuple[str, ...]) -> None:
    found = answer().to_dict()
    printed = ran(*command, "--rulebook", LENDERS, "--format", "json").json()
    if command[0] == "advise":
        assert {one["name"] for one in found.pop("for")} == {one["name"] for one in printed.pop("for")}
    assert json.loads(json.dumps(found)) == printed


def test_what_is_shown_of_a_form_in_python_fits_a_line() -> None:
    assert repr(LOAN) == "<Situation 'The loan of June' of lenders: 3 facts>"
    assert repr(RULEBOOK) == "<Rulebook lenders 1.0.0: 5 rules>"
    assert repr(dragoman.advise(LOAN)) == "<Advice on 'The loan of June' by lenders 1.0.0: 1 recommended, 2 results>"


ODD = st.text() | st.sampled_from(
    ["", ".", "/", "-", "\0", "~", "a/../b", "loan", "offer_credit: {town: [", "x" * 9000]
)


@given(ODD)
def test_whatever_is_asked_no_other_error_leaves(text: str) -> None:
    attempts: tuple[Callable[[], object], ...] = (
        lambda: dragoman.load_rulebook(text),
        lambda: dragoman.check_rulebook(text),
        lambda: dragoman.read_situation(RULEBOOK, [text]) if text != "-" else None,
        lambda: dragoman.advise(LOAN, [text]),
        lambda: dragoman.why(LOAN, text),
        lambda: dragoman.why(LOAN, f"offer_credit: {text}"),
        lambda: dragoman.audit(LOAN, text),
        lambda: dragoman.with_thresholds(RULEBOOK, {text: 1}),
    )
    for attempt in attempts:
        with suppress(dragoman.DragomanError):
            attempt()


@pytest.mark.parametrize("value", [float("nan"), float("-inf"), Decimal("1E+99999"), "70", None, [], 10**99, 200])
def test_a_threshold_that_is_no_number_is_refused(value: Any) -> None:
    with pytest.raises(dragoman.RulebookError):
        dragoman.with_thresholds(RULEBOOK, {"heavy": value})
