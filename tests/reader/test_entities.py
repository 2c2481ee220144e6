"""Entities beside those of the vocabulary: in the rulebook's own file, and in one that the environment names."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dragoman.advice.build import advise
from dragoman.errors import RulebookError
from dragoman.rulebook.cache import load_rulebook
from dragoman.rulebook.files import ENTITIES
from dragoman.rulebook.load import read_rulebook
from dragoman.situation.python_facts import situation_from
from tests.rulebooks import TREES, trees

LIMA = "rulebook: city_trees\nentities:\n  lima: {title: Lima, types: [city], aliases: [LI], groups: [coast]}\n"
POOR = {"canopy": {"city": "LI", "share": 3}}


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    trees()  # is kept for all tests: read before the environment adds anything
    path = tmp_path / "mine.yaml"
    path.write_text(LIMA, encoding="utf-8")
    monkeypatch.setenv(ENTITIES, str(path))
    return path


def test_an_entity_of_the_environment_is_one_like_any_other(file: Path) -> None:
    rulebook = read_rulebook(TREES)
    assert rulebook.entities["coast"].members == ("oslo", "bergen", "lima")
    assert rulebook.entities["lima"].place.source == str(file)
    assert rulebook.digest != trees().digest
    situation = situation_from(rulebook, [POOR, {"watered": {"city": "coast"}}])
    assert [one.title for one in advise(situation).recommendations] == ["Plant trees in Lima"]


def test_it_is_added_to_its_own_rulebook_alone(file: Path) -> None:
    file.write_text(LIMA.replace("city_trees", "other"), encoding="utf-8")
    assert read_rulebook(TREES).entities == trees().entities


def test_a_copy_that_is_kept_is_of_the_same_entities(file: Path) -> None:
    assert [load_rulebook(TREES).entities["lima"].title for _ in range(2)] == ["Lima", "Lima"]
    file.write_text(LIMA.replace("title: Lima", "title: Great Lima"), encoding="utf-8")
    assert load_rulebook(TREES).entities["lima"].title == "Great Lima"


def test_a_rulebook_can_have_a_file_of_its_own(tmp_path: Path) -> None:
    folder = shutil.copytree(TREES, tmp_path / "trees")
    (folder / "entities.yaml").write_text(
        "entities: {lima: {title: Lima, types: [city]}}\ngroups: {south: {title: the South, members: [lima]}}\n"
    )
    assert read_rulebook(folder).entities["south"].members == ("lima",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "RB001: there is no such file"),
        ("", "RB004: this file is empty"),
        ("entities: {oslo: {title: O, types: [city]}}", "RB014: there is an entity called 'oslo' already"),
        ("entities: {lima: {title: L, types: [town]}}", "RB109: there is no entity type 'town'"),
        ("rules: []", "RB010: "),
        ("rulebook: city_trees", "RB011: "),
    ],
)
def test_a_mistake_in_it_is_placed_there(file: Path, text: str | None, message: str) -> None:
    file.unlink() if text is None else file.write_text(text, encoding="utf-8")
    with pytest.raises(RulebookError) as raised:
        read_rulebook(TREES)
    assert all(finding.place.source == str(file) for finding in raised.value.findings)
    assert message in str(raised.value)
