"""What reads wrongly with another subject than the report's: units, capitals, names of kinds, other mistakes beside one."""

from pathlib import Path
from typing import Any

import pytest

from dragoman.advice.build import advise
from dragoman.rulebook.load import read_rulebook
from dragoman.situation.assemble import read_situation
from dragoman.situation.python_facts import situation_from
from dragoman.views.rulebook import vocabulary_view
from tests.check.small import Small, derived, told
from tests.cli.shell import ran
from tests.rulebooks import TREES, trees

HEAT = read_situation(trees(), "heatwave")


def test_sentences_begin_with_a_capital_and_names_keep_their_spelling() -> None:
    found = {
        one.instances[0].slots[1].value: one for one in advise(HEAT).recommendations if one.id == "replace_species"
    }
    assert found["g-12"].instances[0].reasons[0].sentence == "g-12 will not recover in Bergen."
    assert found["ash"].instances[0].reasons[0].sentence == "The ash will not recover in the City of Oslo."


def test_a_title_that_begins_with_an_entity_begins_with_a_capital(tmp_path: Path) -> None:
    small = Small()
    small.entities["kazakhstan"]["title"] = "the City of Oslo"
    small.types = {"protest": told("state"), "speak": derived("state", shown_as="recommendation")}
    small.rules[0]["then"] = [{"speak": {"state": "$state"}}]
    recommended = {"title": "{state} needs a word", "action": "{state} waits.", "target": "state"}
    small.files["recommendations"] = {"recommendations": {"speak": recommended}}
    rulebook = read_rulebook(small.write(tmp_path))
    [found] = advise(situation_from(rulebook, [{"protest": {"state": "kazakhstan"}}])).recommendations
    assert (found.title, found.action) == ("The City of Oslo needs a word", "The City of Oslo waits.")


@pytest.mark.parametrize(
    ("unit", "number", "shown"),
    [
        ("micrograms", 1, "1 microgram"),
        ("micrograms", 2, "2 micrograms"),
        ("cases per week", 1, "1 case per week"),
        ("inches of rain", 1, "1 inch of rain"),
        ("countries", 1, "1 country"),
        ("species", 1, "1 species"),
        ("billion US dollars", 1, "1 billion US dollars"),
        ("percent of GDP", 1, "1 percent of GDP"),
    ],
)
def test_one_of_a_unit_is_one(tmp_path: Path, unit: str, number: int, shown: str) -> None:
    small = Small()
    amount = told("state", says="{state} has {amount}")
    amount["slots"]["amount"] = {"number": unit, "min": 0, "max": 9}
    small.types["amount"] = amount
    rulebook = read_rulebook(small.write(tmp_path))
    made = situation_from(rulebook, [{"amount": {"state": "kazakhstan", "amount": number}}])
    [unused] = advise(made).telling.unused
    assert unused.sentence == f"Kazakhstan has {shown}"
    again: dict[str, Any] = {"amount": {"state": "kazakhstan", "amount": f"{number} {shown.split(' ', 1)[1]}"}}
    assert situation_from(rulebook, [again]).statements[0].said.value == made.statements[0].said.value


@pytest.mark.parametrize("cell", ["20%", "20 %", "20 percent", "20 % of the ground", "20 Percent of the ground"])
def test_a_percentage_of_something_is_told_with_its_sign(tmp_path: Path, cell: str) -> None:
    (tmp_path / "a.csv").write_text(f"fact,city,share\ncanopy,oslo,{cell}\n", encoding="utf-8")
    [statement] = read_situation(trees(), tmp_path / "a.csv").statements
    assert str(statement.said.value) == "20"
    told = {"canopy": {"city": "oslo", "share": cell}}
    assert situation_from(trees(), [told]).statements[0].said.value == statement.said.value


def test_a_name_that_was_told_is_shown_where_it_was_told() -> None:
    [ash] = [s for s in HEAT.statements if s.said.label]
    proof = ran("why", "dying", "heatwave", "--rulebook", str(TREES)).words
    assert ash.said.label == "Harbour Street"
    assert proof.count("Harbour Street") == 1
    assert "the ash is dying in the City of Oslo along Harbour Street" in proof


def test_what_the_rule_language_declares_is_not_the_rulebook_s() -> None:
    own = [fact for fact in trees().facts.values() if not fact.catalogue]
    assert f"{len(own)} fact types, no findings" in ran("check", str(TREES)).out
    rows = ["".join(span.text for span in row.spans) for row in vocabulary_view(trees())]
    assert not [row for row in rows if row.strip().startswith(("in_force {", "follows {"))]
    assert rows[-1] == "every rulebook has follows, in_force, which its instruments tell"


def test_beside_a_name_that_is_none_the_other_mistakes_of_an_entry_are_said(tmp_path: Path) -> None:
    small = Small()
    carried = [{"instrument": "nothing"}]
    wrong = {"title": "T", "action": "A", "carried_by": carried, "under_way_when": [{"protset": {}}]}
    small.files["recommendations"] = {"recommendations": {"speak": wrong}}
    assert small.codes(tmp_path) == ["RB108", "RB107", "RB101"]
