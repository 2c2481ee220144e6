"""Whom advice is kept to: by the target of recommendations, and by its type of all else, groups or none."""

import dataclasses
from pathlib import Path

import pytest

from dragoman.advice.build import advise
from dragoman.advice.forms import Advice
from dragoman.errors import UnknownNameError
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.load import read_rulebook
from dragoman.rulebook.lookup import entity_named, targets, targets_named
from dragoman.situation.assemble import read_situation
from tests.check.files import written
from tests.rulebooks import trees

HEAT = read_situation(trees(), "heatwave")
CITIES = ("oslo", "bergen", "arnhem")


def cities(found: Advice) -> set[str]:
    """All cities that a recommendation or a result is about."""
    instances = (i for shown in (found.recommendations, found.results) for one in shown for i in one.instances)
    return {slot.value or "" for instance in instances for slot in instance.slots} & {*CITIES}


@pytest.mark.parametrize(
    ("kept", "left"),
    [
        ("oslo", {"oslo"}),
        (["Oslo", "the city of oslo"], {"oslo"}),
        (["bergen", "AR"], {"bergen"}),
        ("seaside", {"oslo", "bergen"}),
        ((), {"oslo", "bergen"}),
    ],
)
def test_advice_is_for_those_who_are_asked_for(kept: str | list[str], left: set[str]) -> None:
    found = advise(HEAT, kept)
    assert cities(found) == left
    assert [target.name for target in found.targets] == list(targets_named(trees(), kept))


def test_groups_decide_nothing() -> None:
    """Nor is somebody who is in a group one whom a recommendation could be for."""
    alone = {name: one for name, one in trees().entities.items() if not one.members}
    ungrouped = dataclasses.replace(trees(), entities=alone)
    assert targets(ungrouped) == targets(trees()) == CITIES
    assert cities(advise(HEAT.under(ungrouped), "oslo")) == {"oslo"}
    assert cities(advise(HEAT.under(ungrouped))) == {"oslo", "bergen"}
    wood = dataclasses.replace(trees().entities["coast"], name="wood", members=("ash", "oak"))
    grouped = dataclasses.replace(trees(), entities={**trees().entities, "wood": wood})
    with pytest.raises(UnknownNameError, match="cannot be kept to the ash; it can to oslo, bergen, arnhem"):
        targets_named(grouped, "ash")


def test_what_differs_in_the_target_only_is_one_without_groups_too() -> None:
    alone = {name: one for name, one in trees().entities.items() if not one.members}
    [planted, *_] = advise(HEAT.under(dataclasses.replace(trees(), entities=alone))).recommendations
    assert planted.title == "Plant trees in Bergen and the City of Oslo"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("g-12", "advice cannot be kept to g-12; it can to oslo, bergen, arnhem"),
        ("Brgen", "there is no entity 'Brgen'; did you mean 'bergen'"),
        ("", "there is no entity ''"),
        ("\x1b[31m", "there is no entity"),
    ],
)
def test_whoever_is_no_target_is_refused(asked: str, said: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        targets_named(trees(), asked)
    assert said in str(caught.value)


def test_a_rulebook_whose_recommendations_are_for_nobody_says_so() -> None:
    recommended = {name: dataclasses.replace(one, target="") for name, one in trees().recommendations.items()}
    with pytest.raises(UnknownNameError, match="for nobody in particular"):
        targets_named(dataclasses.replace(trees(), recommendations=recommended), "oslo")


def test_a_name_that_could_be_two_is_refused() -> None:
    twice = dataclasses.replace(trees().entities["bergen"], aliases=("Oslo",))
    with pytest.raises(UnknownNameError, match="'The Oslo' could be oslo or bergen"):
        entity_named(dataclasses.replace(trees(), entities={**trees().entities, "bergen": twice}), "The Oslo")


def worded(folder: Path) -> Rulebook:
    """One whose recommendations are for words and not for entities."""
    report = {"title": "R", "authors": ["Nobody"], "publisher": "None", "date": "2020-11-30"}
    ward = {"one_of": {"north_side": "the North Side", "docks": "the Docks"}}
    wet = {"from": "told", "slots": {"ward": ward}, "says": "{ward} is wet", "question": "Is {ward} wet?"}
    dig = {"from": "derived", "slots": {"ward": ward}, "says": "dig in {ward}", "shown_as": "recommendation"}
    rule = {
        "id": "dig",
        "beyond_report": True,
        "when": [{"wet": {"ward": "$ward"}}],
        "then": [{"dig": {"ward": "$ward"}}],
    }
    documents = {
        "rulebook": {"rulebook": "wards", "title": "W", "version": "1", "report": report},
        "vocabulary": {"entity_types": {"none": "Nothing."}, "fact_types": {"wet": wet, "dig": dig}},
        "recommendations": {"recommendations": {"dig": {"title": "Dig in {ward}", "action": "Dig.", "target": "ward"}}},
        "rules": {"rules": [{**rule, "because": "{ward} is wet."}]},
    }
    for name, document in documents.items():
        written(folder / f"{name}.yaml", document)
    return read_rulebook(folder)


def test_a_target_can_be_a_word(tmp_path: Path) -> None:
    rulebook = worded(tmp_path)
    (tmp_path / "wet.yaml").write_text("facts: [wet: {ward: docks}, wet: {ward: north_side}]", encoding="utf-8")
    situation = read_situation(rulebook, tmp_path / "wet.yaml")
    assert [one.title for one in advise(situation).recommendations] == ["Dig in the Docks and the North Side"]
    assert [one.title for one in advise(situation, "docks").recommendations] == ["Dig in the Docks"]
    assert [one.title for one in advise(situation, "North side").recommendations] == ["Dig in the North Side"]
