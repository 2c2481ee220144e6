"""Conversations that come back to what was told: corrections, continuations, withdrawals, suppositions."""

from pathlib import Path
from typing import Any

import pytest

from dragoman.conversation.step import say
from dragoman.conversation.talk import Talk
from dragoman.engines.rete.engine import ReteEngine
from dragoman.language.corrections.remembered import as_read
from dragoman.situation.assemble import read_situation
from dragoman.situation.forms import CHAT_LAYER
from tests.conversation.lines import RULEBOOK
from tests.files import yaml_in

TALKS: list[dict[str, Any]] = yaml_in(Path(__file__).with_name("going_on.yaml"))


def told(talk: Talk) -> set[str]:
    """What was told in the chat, as the data writes it."""
    facts = (as_read(RULEBOOK, s.said, "") for s in talk.situation.statements if s.said.layer == CHAT_LAYER)
    return {" ".join(("" if one.holds else "not", one.fact, *map(str, one.slots.values()))).strip() for one in facts}


@pytest.mark.parametrize("talk", TALKS, ids=lambda talk: talk["of"])
def test_a_conversation_comes_back_to_what_was_told(talk: dict[str, Any]) -> None:
    now = Talk.begin(RULEBOOK, ReteEngine(), read_situation(RULEBOOK, [talk["start"]]) if "start" in talk else None)
    expected: set[str] = set()
    for line in talk["lines"]:
        now, reply = say(now, line["say"])
        expected = set(line.get("told", expected))
        assert told(now) == expected, line["say"]
        assert line.get("problem", "") in reply.problem
        assert "asks" not in line or (reply.question is not None and line["asks"] in reply.question.sentence)
