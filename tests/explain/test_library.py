"""`dragoman` as a library: what a person would write works, or says why not."""

import pickle
from decimal import Decimal
from pathlib import Path

import pytest

import dragoman
from dragoman.errors import UnknownNameError
from dragoman.rulebook.load import with_parameters
from tests.cli.shell import LENDERS

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
    other = with_parameters(RULEBOOK, {"heavy": Decimal(70)})
    moved = LOAN.under(other)
    assert dragoman.advise(moved) == dragoman.advise(dragoman.read_situation(other, "loan")) != dragoman.advise(LOAN)
    assert moved != LOAN, "equal situations have equal advice"
    assert moved.under(RULEBOOK) == LOAN
    assert hash(moved) == hash(LOAN)
    assert pickle.loads(pickle.dumps(LOAN)) == LOAN
    assert len(repr(LOAN)) < 20_000, "a situation is not shown with all of its rulebook"
