"""Undo is exact: whatever was said, as many undos bring back the very first situation."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.conversation.state import State
from dragoman.conversation.step import Command, Mistaken, Told, say, undo
from dragoman.engines.rete.engine import ReteEngine
from dragoman.session.session import Session
from dragoman.situation.assemble import empty_situation, read_situation
from tests.conversation.lines import HALF, RULEBOOK, TYPED, WORLD, any_text, told_lines

FIRST = State(read_situation(RULEBOOK, [WORLD]))
ENGINE = ReteEngine()


@given(st.lists(TYPED, max_size=12))
def test_as_many_undos_as_changes_restore_the_first_situation(lines: list[str]) -> None:
    state, before = FIRST, [FIRST.situation]
    for line in lines:
        changed, outcome = say(RULEBOOK, state, line)
        assert changed.line == state.line + 1
        if isinstance(outcome, Told):
            assert changed.situation != state.situation
            before.append(changed.situation)
        else:
            assert changed.situation is state.situation
            assert changed.before is state.before
        state = changed
    for situation in reversed(before):
        assert state.situation == situation
        taken_back = undo(state)
        if taken_back is None:
            assert situation is FIRST.situation
        else:
            assert taken_back.line == state.line
            state = taken_back
    assert state.situation == FIRST.situation
    assert state.before is None


@given(st.lists(told_lines(), min_size=1, max_size=8))
def test_a_told_line_adds_and_takes_nothing_away(lines: list[str]) -> None:
    state = State(empty_situation(RULEBOOK))
    for line in lines:
        changed, outcome = say(RULEBOOK, state, line)
        assert isinstance(outcome, Told), (line, outcome)
        assert changed.situation.statements[: len(state.situation.statements)] == state.situation.statements
        assert len(changed.situation.statements) == len(state.situation.statements) + len(outcome.statements)
        assert {s.said.place.source for s in outcome.statements} == {f"chat line {changed.line}"}
        state = changed


@given(any_text())
def test_no_text_ever_raises_and_a_mistake_changes_nothing(text: str) -> None:
    state, outcome = say(RULEBOOK, FIRST, text)
    match outcome:
        case Told():
            assert state.before is not None
            assert state.before.situation is FIRST.situation
            assert outcome.understood
        case Mistaken(findings):
            assert findings
            assert all(finding.message for finding in findings)
            assert (state.situation, state.before) == (FIRST.situation, FIRST.before)
        case Command():
            assert (state.situation, state.before) == (FIRST.situation, FIRST.before)


def test_nothing_can_be_undone_at_the_start() -> None:
    assert undo(FIRST) is None
    session = Session(RULEBOOK, ENGINE, [WORLD])
    reply = session.say("/undo")
    assert reply.is_mistake
    assert reply.problem == "there is nothing to undo"


@settings(max_examples=8)
@given(st.lists(TYPED | st.sampled_from([f"/load {HALF}", "/undo"]), max_size=8))
def test_a_session_undone_gives_the_first_advice_again(lines: list[str]) -> None:
    session = Session(RULEBOOK, ENGINE, [WORLD])
    first = (session.state.situation, session.advice, session.evaluation.model)
    for line in lines:
        session.say(line)
    while not session.say("/undo").is_mistake:
        pass
    assert (session.state.situation, session.advice, session.evaluation.model) == first


def test_a_load_can_be_undone() -> None:
    session = Session(RULEBOOK, ENGINE)
    session.say("acts_alone: {power: china}")
    before = session.state.situation
    assert session.say(f"/load {WORLD}").understood == ("loaded: The report's own world, November 2020",)
    assert session.say("/undo").understood == (f"back to: {before.title}",)
    assert session.state.situation == before
