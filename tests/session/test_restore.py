"""A session is taken up again from its events alone: what was said, what it started from, and the same advice."""

import dataclasses
import json
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from dragoman.engines.model import Model
from dragoman.errors import EngineError, SituationError
from dragoman.journal.events import Event
from dragoman.journal.journal import Journal
from dragoman.program.forms import Program
from dragoman.session.changes import NotRestoredError
from dragoman.session.replay import replay
from dragoman.session.restore import Standing, standings
from dragoman.session.session import Session
from dragoman.situation.evidence import Evidence
from dragoman.situation.forms import Situation
from tests.conversation.lines import HALF, RULEBOOK, WORLD
from tests.session.sessions import COLUMNS, LINES, RETE, STARTS, said_in
from tests.shares import examples

NUMBERS = count()


def last(events: Sequence[Event]) -> Standing:
    *_, standing = standings(RULEBOOK, events)
    return standing


def said(situation: Situation) -> tuple[object, ...]:
    """What is said, in any order, of what and of when."""
    return set(situation.statements), situation.title, situation.as_of, situation.based_on, situation.files


def assert_restored(session: Session, events: Sequence[Event]) -> None:
    standing = last(events)
    assert said(standing.situation) == said(session.situation)
    assert said(standing.start) == said(session.talk.start)
    assert standing.base == session.state.base


@settings(
    max_examples=examples(3),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(LINES, STARTS)
def test_what_is_said_is_restored_and_replayed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: list[str], files: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "facts.yaml").write_text(f"based_on: {WORLD}\nfacts: [acts_alone: {{power: china}}]\n", "utf-8")
    session, events = said_in(tmp_path / f"{next(NUMBERS)}.db", lines, files)
    (tmp_path / "facts.yaml").write_text("facts: [what it was]\n", "utf-8")
    assert_restored(session, events)
    found = [replay(RULEBOOK, engine, "s", events) for engine in (COLUMNS, RETE)]
    assert found[0] == found[1]
    assert found[0].is_same
    assert found[0].is_same_rulebook


def test_going_back_leads_to_what_was_loaded_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file says something else by now, and the same file was loaded again in between."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "facts.yaml"
    shares = iter(range(40, 60))

    def lines() -> Iterator[str]:
        for line in ("/load facts.yaml", "trade_war: {between: us, and: china}", "/load facts.yaml", "undo", "undo"):
            if line.startswith("/load"):
                fact = f"debt_share: {{debtor: kyrgyzstan, creditor: china, percent: {next(shares)}}}"
                file.write_text(f"facts: [{fact}]\n", "utf-8")
            yield line

    session, events = said_in(tmp_path / "journal.db", lines(), [WORLD])
    assert session.names == ("facts.yaml",)
    assert [str(statement.said.value) for statement in session.situation.statements] == ["40"]
    file.unlink()
    assert_restored(session, events)


@pytest.mark.parametrize("lines", [[f"/load {HALF}", "undo"], [f"/load {HALF}", "undo", "redo"], [f"/load {WORLD}"]])
def test_a_step_back_over_a_load_is_restored(tmp_path: Path, lines: list[str]) -> None:
    session, events = said_in(tmp_path / "journal.db", lines, [WORLD])
    assert_restored(session, events)
    assert session.names == (HALF,) if lines[-1] == "redo" else (WORLD,)


def test_nothing_is_read_that_was_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that has come to lie there since, of the name of a situation of the rulebook, is not taken for it."""
    monkeypatch.chdir(tmp_path)
    session, events = said_in(tmp_path / "journal.db", [], [WORLD])
    (tmp_path / WORLD).write_text("facts: []\n", "utf-8")
    assert_restored(session, events)
    with pytest.raises(SituationError, match=r"facts\.yaml"):
        Session(RULEBOOK, COLUMNS, ["facts.yaml"])


def test_events_of_another_form_are_refused_by_name(tmp_path: Path) -> None:
    """What another version of the program kept of a step in another form: one error that names the line."""
    _, events = said_in(tmp_path / "journal.db", ["acts_alone: {power: china}", "undo"], [HALF])
    kept = list(enumerate(events))
    refused = 0
    for place, key in [(place, key) for place, event in kept for key in event.payload or {}]:
        payload = events[place].payload or {}
        for odd in ({k: v for k, v in payload.items() if k != key}, {**payload, key: [3]}):
            changed = dataclasses.replace(events[place], text=json.dumps(odd))
            try:
                last([*events[:place], changed, *events[place + 1 :]])
            except (NotRestoredError, SituationError):
                refused += 1
    assert refused > 10


def test_a_line_on_which_the_engine_fails_is_kept_with_the_reason(tmp_path: Path) -> None:
    class Failing:
        name = "failing"

        def run(self, program: Program, evidence: Evidence) -> Model:
            raise EngineError("the engine failed")

    with Journal.open(tmp_path / "journal.db") as journal:
        session = Session(RULEBOOK, COLUMNS, journal=journal)
        talk = session.talk
        session.talk = dataclasses.replace(talk, engine=Failing())
        with pytest.raises(EngineError):
            session.say("acts_alone: {power: russia}")
        session.talk = dataclasses.replace(session.talk, engine=COLUMNS)
        session.say("acts_alone: {power: china}")
        events = journal.events(session.record.session)
    lines = [(event.payload or {})["text"] for event in events if event.kind == "said"]
    assert lines == ["acts_alone: {power: russia}", "acts_alone: {power: china}"]
    assert [(event.payload or {}).get("problem") for event in events if event.kind == "read"] == [
        "the engine failed",
        None,
    ]
    assert_restored(session, events)
