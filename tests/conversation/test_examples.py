"""What the help offers can be typed, whatever the rulebook."""

from pathlib import Path

import pytest

from dragoman.conversation.examples import examples
from dragoman.conversation.state import State
from dragoman.conversation.step import Told, say
from dragoman.rulebook.load import read_rulebook
from dragoman.situation.assemble import empty_situation
from tests.cli.shell import LENDERS
from tests.input.support import FOLDER


@pytest.mark.parametrize("folder", [LENDERS, FOLDER], ids=["lenders", "input"])
def test_every_example_is_understood(folder: str | Path) -> None:
    rulebook = read_rulebook(folder)
    first, *_ = lines = [line for line, _ in examples(rulebook)]
    told, outcome = say(rulebook, State(empty_situation(rulebook)), first)
    assert isinstance(outcome, Told)
    for line in lines:
        _, outcome = say(rulebook, told, line)
        assert isinstance(outcome, Told), line
