"""Undo is exact: whatever was said, as many undos bring back the very first situation, and as many redos the last."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.conversation.step import ask, say
from dragoman.conversation.talk import Talk
from dragoman.engines.rete.engine import ReteEngine
from dragoman.session.session import Session
from dragoman.situation.assemble import read_situation
from tests.conversation.lines import HALF, RULEBOOK, TYPED, WORLD, any_text, told_lines
from tests.shares import examples

ENGINE = ReteEngine()
FIRST = Talk.begin(RULEBOOK, ENGINE, read_situation(RULEBOOK, [WORLD]))
ENGLISH = st.sampled_from(
    [
        "Kyrgyzstan owes China 42 percent of its foreign debt",
        "no, 38 percent",
        "according to AFP, China has no base in Tajikistan",
        "China might have a base in Uzbekistan",
        "forget that",
        "what if the West lifted its sanctions on Russia",
        "keep that",
        "yes",
        "no",
        "2",
        "don't know",
        "why do you ask",
        "undo",
        "redo",
        "start over",
    ]
)


@settings(max_examples=examples(5))
@given(st.lists(TYPED | ENGLISH, max_size=10))
def test_as_many_undos_as_changes_restore_the_first_situation(lines: list[str]) -> None:
    talk = FIRST
    for line in lines:
        said, reply = say(talk, line)
        assert said.state.line == talk.state.line + 1
        if said.situation != talk.situation:
            assert reply.difference is not None
            assert say(said, "undo")[0].situation == talk.situation or reply.action in ("undo", "redo")
        talk, _ = ask(said, reply)
    last = talk.situation
    undone, count = talk, 0
    while not (step := say(undone, "/undo"))[1].is_mistake:
        undone, count = step[0], count + 1
    assert undone.situation == FIRST.situation
    for _ in range(count):
        undone, reply = say(undone, "/redo")
        assert not reply.is_mistake
    assert undone.situation == last


@settings(max_examples=examples(12))
@given(st.lists(told_lines(), min_size=1, max_size=6))
def test_no_told_fact_is_lost_but_what_a_later_line_corrects(lines: list[str]) -> None:
    talk = Talk.begin(RULEBOOK, ENGINE)
    for line in lines:
        said, reply = say(talk, line)
        assert reply.understood, (line, reply)
        gone = set(talk.situation.statements) - set(said.situation.statements)
        assert not gone or any(one.was for one in reply.understood)
        talk = said


@settings(max_examples=examples(15))
@given(any_text())
def test_no_text_ever_raises_and_a_mistake_changes_nothing(text: str) -> None:
    talk, reply = say(FIRST, text)
    talk, _ = ask(talk, reply)
    if reply.is_mistake:
        assert all(finding.message for finding in reply.findings)
        assert (talk.situation, talk.state.before) == (FIRST.situation, FIRST.state.before)
    if talk.situation != FIRST.situation:
        assert reply.understood
        assert say(talk, "undo")[0].situation == FIRST.situation


def test_nothing_can_be_undone_or_done_again_at_the_start() -> None:
    for word in ("undo", "redo"):
        talk, reply = say(FIRST, word)
        assert reply.problem == f"there is nothing to {word}"
        assert talk.situation == FIRST.situation


@cache
def first_session() -> tuple[object, ...]:
    session = Session(RULEBOOK, ENGINE, [WORLD])
    return session.situation, session.advice, session.evaluation.model


@settings(max_examples=examples(3))
@given(st.lists(TYPED | st.sampled_from([f"/load {HALF}", "/undo"]), max_size=6))
def test_a_session_undone_gives_the_first_advice_again(lines: list[str]) -> None:
    session = Session(RULEBOOK, ENGINE, [WORLD])
    for line in lines:
        session.say(line)
    while not session.say("/undo").is_mistake:
        pass
    assert (session.situation, session.advice, session.evaluation.model) == first_session()


def test_a_load_can_be_undone() -> None:
    session = Session(RULEBOOK, ENGINE)
    session.say("acts_alone: {power: china}")
    before = session.situation
    assert session.say(f"/load {WORLD}").notes == ("loaded: The report's own world, November 2020",)
    assert session.say("/undo").notes == (f"back to: {before.title}",)
    assert session.situation == before
