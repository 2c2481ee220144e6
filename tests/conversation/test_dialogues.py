"""Whole dialogues, written by people who knew neither the phrases nor the program: every turn is right, or known to be wrong."""

from __future__ import annotations

import pytest

from tests.conversation.dialogue import FOLDER, dialogues, marked, turned
from tests.shares import share

AGAIN = "python -m tests.conversation --mark"


@pytest.mark.parametrize("name", share(dialogues(), every=16))
def test_each_turn_does_what_it_must_or_is_known_not_to(name: str) -> None:
    assert [(t.number, t.say, t.wrong) for t in turned(name) if t.wrong and not t.known] == []
    assert [(t.number, t.say) for t in turned(name) if t.known and not t.wrong] == [], AGAIN


@pytest.mark.parametrize("name", share(dialogues(), every=16))
def test_nothing_is_told_that_nobody_said(name: str) -> None:
    assert {t.say: t.false for t in turned(name) if t.false} == {}


def test_marks_are_where_turns_are_wrong() -> None:
    name = next(iter(dialogues()))
    text = (FOLDER / f"{name}.yaml").read_text("utf-8")
    found = {turn.number: turn for turn in turned(name)}
    bare = "".join(f"{row}\n" for row in text.splitlines() if not row.startswith("    known:"))
    assert marked(text, found) == text
    assert marked(bare, found).count("known:") == sum(bool(turn.wrong) for turn in found.values())
