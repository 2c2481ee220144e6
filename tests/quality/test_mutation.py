"""The mutation of a rulebook finds what its cases do not hold it to, and finds nothing else."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from dragoman.cases import Case, case_files, read_cases, run_case
from dragoman.engines.columns.engine import ColumnsEngine
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.load import read_rulebook
from tests.check.small import PROTEST, UNREST, Small, derived, rule, told
from tests.quality.looser import moved
from tests.quality.mutants import mutants
from tests.quality.mutation import Bench, Verdict, main, report, verdicts
from tests.quality.survivors import ACCEPTED, read_accepted

Json = dict[str, Any]
HERE, THERE = {"state": "kazakhstan"}, {"state": "tajikistan"}
SURVIVORS = [
    "protest-may-grow: drop condition: protest{state: $state}",
    "protest-may-grow: drop join: when: protest{state: $state}, any state",
    "emergency-is-a-curfew: other strength: likely",
    "unrest-is-a-crisis: drop join: when: unrest{state: $state}, any state",
    "unrest-is-a-crisis: drop word: when: mood{state: $state}, without angry",
    "protest-in-one: drop conclusion: crisis{state: tajikistan}",
    "protest-in-one: drop conclusion: alarm{}",
    "protest-in-one: flip constant: when: protest{state: kazakhstan}, state to tajikistan",
    "protest-in-one: other strength: likely",
]
CAUGHT = "unrest-is-a-crisis: other strength: possible"
MISSING = "protest-in-one: other strength: unlikely"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Rules one above the other, with a condition of each kind, and a few cases."""
    small = Small()
    small.rulebook["parameters"] = {"much": {"value": 40, "unit": "percent", "reason": "It is much."}}
    words = {"one_of": ["calm", "tense", "angry"], "value": True}
    share = {"number": "percent", "min": 0, "max": 100}
    state = {"state": {"entity": ["state"]}}
    small.types |= {
        "mood": told("state", slots={**state, "how": words}),
        "share": told("state", slots={**state, "percent": share}),
        "talks": told("state"),
        "emergency": told("state"),
        "curfew": {**told("state"), "from": "both"},
        "crisis": derived("state", shown_as="forecast"),
        "alarm": derived(shown_as="watch"),
    }
    small.rules = [
        rule(
            "protest-may-grow",
            [PROTEST, {"share": {"state": "$state", "percent": {"at_least": "much"}}}],
            UNREST,
            unless=[{"curfew": {"state": "$state"}}],
            tempered_by=[{"talks": {"state": "$state"}}],
            strength="likely",
        ),
        rule("emergency-is-a-curfew", [{"emergency": {"state": "$state"}}], {"curfew": {"state": "$state"}}),
        rule(
            "unrest-is-a-crisis",
            [UNREST, {"mood": {"state": "$state", "how": ["tense", "angry"]}}],
            {"crisis": {"state": "$state"}},
            strength="unhedged",
        ),
        {**rule("protest-in-one", [{"protest": HERE}], {}), "then": [{"crisis": THERE}, {"alarm": {}}]},
    ]
    much: Json = {"share": {**HERE, "percent": 50}}
    protest, tense = {"protest": HERE}, {"mood": {**HERE, "how": "tense"}}
    crisis = {"crisis": HERE}
    small.files["cases/all"] = {
        "cases": [
            _case("all", [protest, much, tense], expect=[{**crisis, "grounds": "likely"}]),
            _case("little", [protest, {"share": {**HERE, "percent": 10}}, tense], expect_not=[crisis]),
            _case("curfew", [protest, much, tense, {"curfew": HERE}], expect_not=[crisis]),
            _case("calm", [protest, much, {"mood": {**HERE, "how": "calm"}}], expect_not=[crisis]),
            _case("just", [protest, {"share": {**HERE, "percent": 40}}, tense, {"talks": HERE}], expect=[crisis]),
            _case("almost", [protest, {"share": {**HERE, "percent": 39.5}}, tense], expect_not=[crisis]),
            _case("apart", [protest, {"share": {**THERE, "percent": 50}}, tense], expect_not=[crisis]),
            _case("curfew-elsewhere", [protest, much, tense, {"curfew": THERE}], expect=[crisis]),
            _case("emergency", [protest, much, tense, {"emergency": HERE}], expect_not=[crisis]),
            _case("elsewhere", [protest, much, {"mood": {**THERE, "how": "angry"}}], expect_not=[crisis]),
        ]
    }
    return small.write(tmp_path)


def _case(name: str, facts: list[Json], **more: Any) -> Json:
    return {"case": name, "at": "MIL.1", "facts": facts, **more}


@pytest.fixture
def rulebook(folder: Path) -> Rulebook:
    return read_rulebook(folder)


@pytest.fixture
def cases(rulebook: Rulebook) -> list[Case]:
    return read_cases(rulebook, case_files(Path(rulebook.folder)))


@pytest.fixture
def found(rulebook: Rulebook, cases: list[Case]) -> list[Verdict]:
    return list(verdicts(Bench(rulebook, cases), list(rulebook.rules.values())))


def test_every_kind_of_change_is_made(rulebook: Rulebook) -> None:
    made = Counter(mutant.kind for rule in rulebook.rules.values() for mutant in mutants(rulebook, rule))
    assert made == {
        "drop conclusion": 2,
        "drop condition": 4,
        "drop join": 5,
        "drop unless": 1,
        "drop word": 2,
        "flip constant": 2,
        "flip test": 2,
        "move threshold": 2,
        "other strength": 4,
        "temper to unless": 1,
        "told or true": 1,
    }


def test_a_rule_is_weakened_below_what_its_conclusion_can_be(rulebook: Rulebook) -> None:
    """Of `unhedged` on a premise that is `likely` at most, `very likely` would be no change."""
    made = {
        m.rule.id: m.what for rule in rulebook.rules.values() for m in mutants(rulebook, rule) if "strength" in m.kind
    }
    assert made == {
        "protest-may-grow": "possible",
        "emergency-is-a-curfew": "likely",
        "unrest-is-a-crisis": "possible",
        "protest-in-one": "likely",
    }


def test_survivors_are_what_no_case_holds_the_rules_to(found: list[Verdict]) -> None:
    assert [str(one.mutant) for one in found if not one.case] == SURVIVORS


def test_running_every_case_on_every_mutant_finds_the_same(
    rulebook: Rulebook, cases: list[Case], found: list[Verdict]
) -> None:
    """What is left out as unconcerned is unconcerned; the engine is another one."""
    for number, one in enumerate(found):
        rules = {**rulebook.rules, one.mutant.rule.id: one.mutant.rule}
        parameters = moved(rulebook.parameters)
        changed = dataclasses.replace(rulebook, rules=rules, parameters=parameters, digest=f"mutant {number}")
        failed = [case.id for case in cases if not run_case(changed, case, ColumnsEngine()).passed]
        assert one.case in (failed or [""]), str(one.mutant)


def test_two_processes_find_the_same(rulebook: Rulebook, cases: list[Case], found: list[Verdict]) -> None:
    assert list(verdicts(Bench(rulebook, cases), list(rulebook.rules.values()), jobs=2)) == found


def test_the_report_counts_by_kind(found: list[Verdict]) -> None:
    assert report(found)[-1] == "in all              17 of    26 caught,  65.4 %"


@pytest.mark.parametrize(
    ("listed", "code", "said"),
    [
        (SURVIVORS, 0, "9 survive, 9 are listed; 0 differences"),
        (SURVIVORS[1:], 1, f"survives, and is not listed: {SURVIVORS[0]}"),
        ([*SURVIVORS, CAUGHT], 1, f"is caught, and is listed: {CAUGHT}"),
        ([*SURVIVORS, MISSING], 1, f"does not exist, and is listed: {MISSING}"),
        ([*SURVIVORS, "no-rule: other strength: likely"], 1, "does not exist, and is listed: no-rule: other strength"),
    ],
)
def test_the_command_fails_where_what_survives_is_not_what_is_listed(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], listed: list[str], code: int, said: str
) -> None:
    survivors = tmp_path / "accepted.txt"
    survivors.write_text(json.dumps([{"because": "It is small.", "mutants": listed}]), encoding="utf-8")
    assert main([str(folder), "--survivors", str(survivors), "--jobs", "1"]) == code
    assert said in capsys.readouterr().out


def test_a_sample_looks_at_some_rules_and_at_what_is_listed_of_them(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    survivors = tmp_path / "accepted.txt"
    survivors.write_text(json.dumps([{"because": "It is small.", "mutants": SURVIVORS}]), encoding="utf-8")
    assert main([str(folder), "--survivors", str(survivors), "--jobs", "1", "--sample", "1", "--seed", "7"]) == 0
    assert capsys.readouterr().err.startswith("1 rules, 10 cases")


@pytest.mark.parametrize("listed", [[{"mutants": [CAUGHT]}], [{"because": "Twice.", "mutants": [CAUGHT, CAUGHT]}]])
def test_what_is_listed_is_listed_once_and_with_a_reason(tmp_path: Path, listed: Json) -> None:
    survivors = tmp_path / "accepted.txt"
    survivors.write_text(json.dumps(listed), encoding="utf-8")
    with pytest.raises(ValueError, match=r"listed twice|without a reason"):
        read_accepted(survivors)


def test_what_is_listed_of_the_report_is_there_to_survive() -> None:
    """Whether it does is the command's to say."""
    rulebook = read_rulebook(None)
    listed = read_accepted(ACCEPTED)
    rules = {mutant.partition(":")[0] for mutant in listed} & rulebook.rules.keys()
    assert set(listed) <= {str(mutant) for rule in rules for mutant in mutants(rulebook, rulebook.rules[rule])}


def test_cases_that_fail_already_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "cases" / "all.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('"percent": 50', '"percent": 5'), encoding="utf-8")
    assert main([str(folder)]) == 2
    assert "2 cases fail already: all" in capsys.readouterr().err


def test_cases_that_cannot_be_read_are_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "cases" / "all.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('"protest"', '"riot"'), encoding="utf-8")
    assert main([str(folder)]) == 2
    assert "there is no fact type 'riot'" in capsys.readouterr().err
