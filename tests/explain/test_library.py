"""`dragoman` as a library: what a person would write works, or says why not."""

from pathlib import Path

import pytest

import dragoman
from dragoman.errors import UnknownNameError
from tests.cli.shell import LENDERS

RULEBOOK = dragoman.load_rulebook(LENDERS)
LOAN = dragoman.read_situation(RULEBOOK, ["loan"])


def test_one_path_is_one_path() -> None:
    assert dragoman.read_situation(RULEBOOK, "loan") == LOAN
    path = Path(LENDERS) / "situations" / "loan.yaml"
    assert dragoman.read_situation(RULEBOOK, path).statements == dragoman.read_situation(RULEBOOK, [path]).statements


@pytest.mark.parametrize("name", ["north", "Northtown", "NORTHTOWN", "the north", "nt", " North "])
def test_a_state_has_all_its_names(name: str) -> None:
    advice = dragoman.advise(RULEBOOK, LOAN, state=name)
    assert advice.state == "Northtown"
    assert advice == dragoman.advise(RULEBOOK, LOAN, state="north")


@pytest.mark.parametrize(
    ("name", "said"),
    [("norht", "did you mean 'north'"), ("exchange", "it can to north, south, east"), ("\x1b", "no entity")],
)
def test_a_state_that_does_not_exist_is_said(name: str, said: str) -> None:
    with pytest.raises(UnknownNameError, match=said):
        dragoman.advise(RULEBOOK, LOAN, state=name)
