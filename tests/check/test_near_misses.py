"""`dragoman test --near-misses`: what is made from each rule, what is found so, and what counts as a failure."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dragoman.cli import main
from dragoman.coverage.near_misses import NearMisses, near_misses
from dragoman.engines.columns.engine import ColumnsEngine
from dragoman.engines.model import Model
from dragoman.program.forms import Program
from dragoman.rulebook.load import read_rulebook
from dragoman.situation.evidence import Evidence
from tests.check.small import PROTEST, UNREST, Small, derived, rule, told
from tests.rulebooks import columns, report

Capture = pytest.CaptureFixture[str]
Json = dict[str, Any]
STATE = {"state": "$state"}
LENDERS = Path(__file__).parent.parent / "explain" / "lenders"


def small(*rules: Json) -> Small:
    made = Small()
    made.rulebook["parameters"] = {"much": {"value": 40, "unit": "percent", "reason": "It is much."}}
    state = {"state": {"entity": ["state"]}}
    made.types |= {name: told("state") for name in ("strike", "curfew", "calm")}
    made.types |= {
        "mood": told("state", slots={**state, "how": {"one_of": ["calm", "tense", "angry"], "value": True}}),
        "share": told("state", slots={**state, "percent": {"number": "percent", "min": 0, "max": 100, "value": True}}),
        "crisis": derived("state", shown_as="forecast"),
        "alarm": {**told("state"), "from": "both"},
    }
    made.rules = list(rules)
    return made


def found(made: Small, folder: Path) -> NearMisses:
    return near_misses(read_rulebook(made.write(folder)), ColumnsEngine())


def changes(result: NearMisses, fact: str) -> dict[str, bool]:
    """What was told of the conditions on a fact type, and whether the rule must fire all the same."""
    return {one.change: one.must_fire for one in result.tried if one.aim.condition.pattern.fact == fact}


def test_a_told_condition_is_untold_denied_and_disputed(tmp_path: Path) -> None:
    result = found(small(rule("both", [PROTEST, {"strike": STATE}], UNREST)), tmp_path)
    assert changes(result, "strike") == {"untold": False, "told false": False, "disputed": False}
    assert result.passed
    assert not result.idle


def test_a_threshold_is_tried_on_it_and_just_beside(tmp_path: Path) -> None:
    result = found(small(rule("much", [{"share": {**STATE, "percent": {"at_least": "much"}}}], UNREST)), tmp_path)
    assert changes(result, "share") == {"untold": False, "told 40.000001": True, "told 39.999999": False}
    result = found(
        small(rule("little", [{"share": {**STATE, "percent": {"at_most": "much"}}}], UNREST)), tmp_path / "most"
    )
    assert changes(result, "share") == {"untold": False, "told 40.000001": False, "told 39.999999": True}


def test_every_word_of_an_enumeration_is_tried(tmp_path: Path) -> None:
    result = found(small(rule("moody", [{"mood": {**STATE, "how": ["tense", "angry"]}}], UNREST)), tmp_path)
    tried = changes(result, "mood")
    assert (tried["told angry"], tried["told calm"], tried["untold"]) == (True, False, False)


def test_a_denial_is_untold_and_told_true(tmp_path: Path) -> None:
    result = found(small(rule("quiet", [PROTEST, {"not": {"strike": STATE}}], UNREST)), tmp_path)
    assert changes(result, "strike") == {"untold": False, "told true": False, "disputed": False}


def test_a_conclusion_goes_with_what_it_rests_on(tmp_path: Path) -> None:
    rules = (rule("grows", [PROTEST], UNREST), rule("breaks", [UNREST, {"strike": STATE}], {"crisis": STATE}))
    result = found(small(*rules), tmp_path)
    assert changes(result, "unrest") == {"untold": False}
    assert result.passed
    assert not result.idle


def test_an_unless_holds_the_rule_back_each_way(tmp_path: Path) -> None:
    unless: list[Json] = [{"curfew": STATE}, {"told": {"alarm": STATE}}, {"not": {"calm": STATE}}, {"crisis": STATE}]
    rules = (
        rule("alarming", [{"strike": STATE}], {"alarm": STATE}),
        rule("critical", [{"strike": STATE}], {"crisis": STATE}),
        rule("grows", [PROTEST], UNREST, unless=unless),
    )
    result = found(small(*rules), tmp_path)
    assert changes(result, "curfew") == {"told true": False, "disputed": False}
    assert changes(result, "alarm") == {"told true": False, "disputed": False}
    assert changes(result, "calm") == {"told false": False, "disputed": False}
    assert changes(result, "crisis") == {"concluded": False}
    assert result.passed
    assert not result.idle


def test_what_tempers_stands_beside_the_conclusion_or_does_not(tmp_path: Path) -> None:
    result = found(small(rule("tempered", [PROTEST], UNREST, tempered_by=[{"calm": STATE}])), tmp_path)
    assert changes(result, "calm") == {"not beside it": True, "beside it": True}
    assert not result.idle


def test_a_condition_that_the_others_bring_about_decides_nothing(tmp_path: Path, capsys: Capture) -> None:
    """A finding about the rule, and no failure of it."""
    made = small(
        rule("grows", [PROTEST], UNREST),
        rule("spreads", [{"strike": STATE}], UNREST),
        rule("breaks", [PROTEST, UNREST], {"crisis": STATE}),
    )
    result = found(made, tmp_path)
    assert [(aim.rule.id, aim.section, aim.number) for aim in result.idle] == [("breaks", "when", 1)]
    assert result.passed
    lines = shown(tmp_path, capsys)
    assert "breaks" in lines
    assert "when $state: this condition decides nothing here" in lines
    assert lines.endswith("9 near-misses of 3 rules, 0 situations just inside, 0 failed")


def test_a_condition_that_can_be_denied_decides_though_others_bring_it_about(tmp_path: Path) -> None:
    made = small(
        rule("strike-alarms", [{"strike": STATE}], {"alarm": STATE}),
        rule("breaks", [{"strike": STATE}, {"alarm": STATE}], {"crisis": STATE}),
    )
    result = found(made, tmp_path)
    of_alarm = [one for one in result.tried if one.aim.condition.pattern.fact == "alarm"]
    assert [one.change for one in of_alarm] == ["told false", "disputed"]
    assert not result.idle


def test_two_conditions_on_one_value_are_met_at_once(tmp_path: Path) -> None:
    made = small()
    made.rulebook["parameters"]["most"] = {**made.rulebook["parameters"]["much"], "value": 60}
    at_least, at_most = (
        {"share": {**STATE, "percent": {end: name}}} for end, name in (("at_least", "much"), ("at_most", "most"))
    )
    made.rules = [rule("between", [at_least, at_most], UNREST)]
    result = found(made, tmp_path)
    assert result.passed
    assert not result.idle


def test_a_rule_that_cannot_fire_has_no_situation(tmp_path: Path, capsys: Capture) -> None:
    made = small(rule("never", [PROTEST, {"not": {"protest": STATE}}], UNREST))
    result = found(made, tmp_path)
    assert [one.id for one in result.unmade] == ["never"]
    assert not result.passed
    assert "no situation was found in which it fires" in shown(tmp_path, capsys, code=1)


class Deaf(ColumnsEngine):
    """An engine that does not hear `unless`, and takes only the first condition of `when`."""

    def run(self, program: Program, evidence: Evidence) -> Model:
        """Fire what is left of the rules."""
        rules = tuple(dataclasses.replace(one, when=one.when[:1], unless=()) for one in program.rules)
        return super().run(dataclasses.replace(program, rules=rules, digest=f"deaf {program.digest}"), evidence)


def test_an_engine_that_passes_over_conditions_fails(tmp_path: Path) -> None:
    made = small(rule("grows", [PROTEST, {"strike": STATE}], UNREST, unless=[{"curfew": STATE}]))
    result = near_misses(read_rulebook(made.write(tmp_path)), Deaf())
    failed = {(one.aim.section, one.aim.number, one.change) for one in result.failed}
    assert failed == {
        *(("when", 1, change) for change in ("untold", "told false", "disputed")),
        *(("unless", 0, change) for change in ("told true", "disputed")),
    }


# -- the shipped rulebook, and the command


def test_each_condition_of_the_report_s_rulebook_decides() -> None:
    result = near_misses(report(), columns())
    assert result.passed
    assert [f"{aim.rule.id} {aim.section} {aim.number}" for aim in result.idle] == []
    assert {one.aim.rule.id for one in result.tried} == set(report().rules)


def test_the_engine_of_record_says_the_same(capsys: Capture) -> None:
    assert main(["test", str(LENDERS), "--near-misses"]) == 0
    assert main(["test", str(LENDERS), "--near-misses", "--engine", "columns"]) == 0
    one, other = capsys.readouterr().out.splitlines()[1::2]
    assert one == other == "33 near-misses of 5 rules, 7 situations just inside, 0 failed"


def test_they_are_counted_apart_and_the_same_in_every_process(capsys: Capture) -> None:
    arguments = ["test", str(LENDERS), "--near-misses", "--coverage", "--format", "json", "--engine", "columns"]
    assert main(arguments) == 0
    here = capsys.readouterr().out
    data = json.loads(here)
    assert data["near_misses"]["near_misses"] == 33
    assert main([argument for argument in arguments if argument != "--near-misses"]) == 0
    assert json.loads(capsys.readouterr().out)["coverage"] == data["coverage"], "they show nothing of the rules"
    environment = {"PYTHONHASHSEED": "7"}
    there = subprocess.run(
        [sys.executable, "-m", "dragoman", *arguments], capture_output=True, text=True, env=environment, check=True
    )
    assert there.stdout == here


def shown(folder: Path, capsys: Capture, code: int = 0) -> str:
    (folder / "cases").mkdir(exist_ok=True)
    case = {"case": "one", "at": "MIL.1", "facts": [], "nothing": True}
    (folder / "cases" / "all.yaml").write_text(json.dumps({"cases": [case]}), encoding="utf-8")
    assert main(["test", str(folder), "--near-misses", "--engine", "columns"]) == code
    return "  ".join(row.strip() for row in capsys.readouterr().out.splitlines()[1:])
