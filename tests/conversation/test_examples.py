"""What the help offers can be typed, whatever the rulebook."""

from pathlib import Path

import pytest

from dragoman.conversation.examples import examples
from dragoman.conversation.step import say
from dragoman.conversation.talk import Talk
from dragoman.engines.rete.engine import ReteEngine
from dragoman.rulebook.load import read_rulebook
from tests.cli.shell import LENDERS
from tests.input.support import FOLDER


@pytest.mark.parametrize("folder", [LENDERS, FOLDER], ids=["lenders", "input"])
def test_every_example_is_understood(folder: str | Path) -> None:
    rulebook = read_rulebook(folder)
    first, *_ = lines = [line for line, _ in examples(rulebook)]
    told, reply = say(Talk.begin(rulebook, ReteEngine()), first)
    assert reply.understood
    for line in lines:
        assert say(told, line)[1].understood, line
