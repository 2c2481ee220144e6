"""A rulebook is changed while a session goes on: what was said stays, what follows is new, mistakes change nothing."""

from __future__ import annotations

import os
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from dragoman.conversation.state import State
from dragoman.errors import RulebookError
from dragoman.journal.journal import Journal
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.load import read_rulebook, with_parameters
from dragoman.session.changes import NotRestoredError
from dragoman.session.session import Session
from dragoman.session.watching import Watch
from tests.rulebooks import TREES, columns

LINES = (
    "canopy: {city: arnhem, share: 5}",
    "forget: {pavement: {city: bergen}}",
    "/load facts.yaml",
    "dying: {species: ash, city: oslo}",
    "watered: {city: oslo}",
    "undo",
)
WATER = """
  - id: water-what-dies
    claims: [council-should-replace]
    when: [{canopy: {city: $city, share: {at_most: thin_canopy}}}]
    then: [{replace_species: {city: $city, species: ash}}]
    because: "{city} has few leaves."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TREES, tmp_path / "trees"))


def chain(state: State) -> list[set[str]]:
    """What is said in each state that can be gone back or forward to, in order."""
    states = [state]
    while (before := states[0].before) is not None:
        states.insert(0, before)
    while (after := states[-1].after) is not None:
        states.append(after)
    return [{f"{s.atom} {s.said.told_as} {s.said.place}" for s in one.situation.statements} for one in states]


def test_what_was_said_stays_and_more_follows(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    facts = tmp_path / "facts.yaml"
    facts.write_text("facts: [canopy: {city: arnhem, share: 7}]\n", encoding="utf-8")
    with Journal.open(tmp_path / "journal.db") as journal:
        session = Session(read_rulebook(folder), columns(), ["heatwave"], journal=journal)
        for line in LINES:
            assert not session.say(line).is_mistake
        facts.unlink()  # what was loaded is taken as it was
        before = chain(session.state)
        rules = folder / "rules.yaml"
        rules.write_text(rules.read_text(encoding="utf-8") + WATER, encoding="utf-8")

        found = session.reread(read_rulebook(folder))
        assert any("Arnhem" in one for one in found.came), found
        assert not any("Arnhem" in one for one in found.went), found
        assert chain(session.state) == before
        assert len(before) == 6  # the beginning, four changes, and one that was undone

        assert not session.say("redo").is_mistake
        for _ in range(5):
            assert not session.say("undo").is_mistake
        assert session.say("undo").is_mistake
        assert session.situation == session.state.situation
        assert not session.say("redo").is_mistake
        session.close()

        again = Session.resume(read_rulebook(folder), columns(), journal, session.record.session)
        assert set(again.situation.statements) == set(session.situation.statements)
        kinds = [event.kind for event in journal.events(session.record.session)]
        assert kinds.count("reread") == 1
        assert kinds[kinds.index("reread") + 1] == "advised"


def test_before_the_first_line_the_session_begins_with_the_rulebook_as_it_is_then(folder: Path, tmp_path: Path) -> None:
    with Journal.open(tmp_path / "journal.db") as journal:
        session = Session(read_rulebook(folder), columns(), ["heatwave"], journal=journal)
        rules = folder / "rules.yaml"
        rules.write_text(rules.read_text(encoding="utf-8") + WATER, encoding="utf-8")
        now = read_rulebook(folder)
        session.reread(now)
        session.say(LINES[0])
        events = journal.events(session.record.session)
    assert events[0].payload is not None
    assert events[0].payload["rulebook_digest"] == now.digest
    assert "reread" not in {event.kind for event in events}


def test_a_rulebook_that_takes_no_more_what_was_said_changes_nothing(folder: Path) -> None:
    session = Session(read_rulebook(folder), columns(), ["heatwave"])
    session.say(LINES[0])
    before = session.talk
    for path in (p for p in folder.rglob("*.yaml") if p.parent.name != "cases"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("arnhem", "utrecht").replace("Arnhem", "Utrecht"), encoding="utf-8")
    with pytest.raises(NotRestoredError, match=r"line 1 cannot be told to this rulebook.*arnhem"):
        session.reread(read_rulebook(folder))
    assert session.talk is before


def test_thresholds_stay_as_they_were_set(folder: Path) -> None:
    rulebook = read_rulebook(folder)
    session = Session(with_parameters(rulebook, {"thin_canopy": Decimal(3)}), columns())
    session.say(LINES[0])
    session.reread(read_rulebook(folder))
    assert session.rulebook.parameters["thin_canopy"].value == 3
    assert set(session.rulebook.changed) == {"thin_canopy"}
    with pytest.raises(RulebookError, match="no parameter"):
        session.reread(with_name(folder))


def with_name(folder: Path) -> Rulebook:
    """The rulebook with another name for the threshold."""
    for path in folder.glob("*.yaml"):
        path.write_text(path.read_text(encoding="utf-8").replace("thin_canopy", "slight_canopy"), encoding="utf-8")
    return read_rulebook(folder)


def test_a_change_is_said_once_and_when_it_is_at_rest(folder: Path) -> None:
    watch, rules = Watch(folder), folder / "rules.yaml"
    assert not watch.is_changed()
    (folder / "notes.txt").write_text("nobody reads this", encoding="utf-8")
    assert not any(watch.is_changed() for _ in range(3))
    text = rules.read_text(encoding="utf-8")
    for length in (10, 100, len(text)):  # it is being written
        rules.write_text(text[:length] + "\n", encoding="utf-8")
        assert not watch.is_changed()
    assert watch.is_changed()
    assert not watch.is_changed()
    away = folder.with_name("away")
    folder.rename(away)
    assert [watch.is_changed() for _ in range(3)] == [False, True, False]
    away.rename(folder)
    assert [watch.is_changed() for _ in range(3)] == [False, True, False]
    os.utime(folder / "cases", (1, 1))
    assert not any(watch.is_changed() for _ in range(3))
