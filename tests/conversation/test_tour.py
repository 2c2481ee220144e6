"""A tour goes on where its line did what it is about, waits through all else, and ends with a fact of one's own."""

import dataclasses
from pathlib import Path

import pytest

from dragoman.conversation.tour import tour_of
from dragoman.engines.select import default_engine
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.load import read_rulebook
from dragoman.session.session import Session
from dragoman.situation.listing import situations_of
from tests.rulebooks import report, second, trees


@pytest.mark.parametrize("rulebook", [report(), second(), trees()], ids=lambda rulebook: rulebook.id)
def test_its_lines_are_the_rulebook_s_and_the_last_is_an_example_of_ones_own(rulebook: Rulebook) -> None:
    tour = tour_of(rulebook)
    assert tuple(stage.line for stage in tour.stages[:-1]) == rulebook.tour
    assert [stage.is_own for stage in tour.stages] == [False] * len(rulebook.tour) + [True]
    assert all(stage.line and stage.says.endswith(".") for stage in tour.stages)


def test_it_goes_on_and_waits() -> None:
    session, tour = Session(trees(), default_engine()), tour_of(trees())
    for line, at in (
        ("/nonsense", 0),
        ("watered: {city: arnhm}", 0),
        ("/facts", 0),
        ("pavement: {city: bergen, heat: 41}", 1),
        ("watered: {city: oslo}", 1),
        ("/why-not plant_trees", 1),
        ("/why plant_trees", 2),
        ("/undo", 2),
        ("watered: {city: arnhem}", 3),
    ):
        tour = tour.after(session.say(line))
        assert tour.at == at, line
    assert tour.stage is None
    assert "That was the tour" in tour.says
    assert tour.after(session.say("/facts")) is tour


def test_a_rulebook_without_one_has_none() -> None:
    assert tour_of(dataclasses.replace(trees(), tour=())).stages == ()


def test_situations_are_listed_by_their_titles_whatever_is_wrong_with_one(tmp_path: Path) -> None:
    for path in Path(trees().folder).glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    folder = tmp_path / "situations"
    folder.mkdir()
    (folder / "a.yaml").write_text("situation: One\nas_of: 2022-07-20\nfacts: [ this is: {no fact\n", encoding="utf-8")
    (folder / "b.yaml").write_text("situation: [Two\n", encoding="utf-8")
    (folder / "c.csv").write_text("fact,city\nwatered,oslo\n", encoding="utf-8")
    (folder / "d.yaml").write_bytes(b"situation: \xff\n")
    (folder / "e.json").write_text('{"situation": "Five", "facts": []}', encoding="utf-8")
    listed = {one.name: one.title for one in situations_of(read_rulebook(tmp_path))}
    assert listed == {"a": "One", "b": "b", "c": "c", "d": "d", "e": "Five"}
