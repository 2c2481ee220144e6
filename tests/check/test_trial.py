"""`dragoman test --coverage`: what the cases show of the rules."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from dragoman.cases import case_files, evaluated, read_cases
from dragoman.cli import main
from dragoman.coverage.json_form import trial_json
from dragoman.coverage.trial import Trial, trial
from dragoman.engines.select import default_engine
from dragoman.rulebook.load import read_rulebook
from tests.check.small import PROTEST, UNREST, Small, rule, told

Capture = pytest.CaptureFixture[str]
Json = dict[str, Any]
HERE = {"state": "kazakhstan"}


def small(*rules: Json) -> Small:
    made = Small()
    made.types |= {name: told("state") for name in ("strike", "pay_rise", "curfew", "calm")}
    made.rules = list(rules)
    return made


def cases(made: Small, *facts: Sequence[Json]) -> Small:
    """The rulebook with a case for each list of facts, called a, b, c; a case that expects nothing never fails here."""
    never = {"expect_not": [{"unrest": {"state": "tajikistan"}}]}
    made.files["cases/all"] = {
        "cases": [
            {"case": name, "at": "MIL.1", "facts": list(told_here), **never}
            for name, told_here in zip("abcdefgh", facts, strict=False)
        ]
    }
    return made


def tried(made: Small, folder: Path) -> Trial:
    rulebook = read_rulebook(made.write(folder))
    engine = default_engine()
    read = read_cases(rulebook, case_files(folder))
    return trial(rulebook, [(case.id, evaluated(rulebook, case, engine)) for case in read])


def shown(found: Trial) -> list[tuple[str, str]]:
    """Of each condition of the first rule, the cases in which it holds and decides."""
    return [(seen.holds, seen.decides) for seen in found.rules[0].conditions]


BOTH = rule("both", [PROTEST, {"strike": {"state": "$state"}}], UNREST)
CURFEW = rule("no-curfew", [PROTEST], UNREST, unless=[{"curfew": {"state": "$state"}}, {"calm": {"state": "$state"}}])


def test_a_condition_decides_where_all_else_holds(tmp_path: Path) -> None:
    found = tried(cases(small(BOTH), [], [_protest()], [_protest(), _strike()], [_strike()]), tmp_path)
    assert found.rules[0].fired == "c"
    assert shown(found) == [("c", "d"), ("c", "b")]
    assert found.percent == 100


def test_a_condition_that_fails_with_all_others_shows_nothing(tmp_path: Path) -> None:
    found = tried(cases(small(BOTH), [], [_protest("tajikistan"), _strike()]), tmp_path)
    assert shown(found) == [("", "b"), ("", "b")], "of kazakhstan the one, of tajikistan the other"
    assert found.rules[0].fired == ""
    found = tried(cases(small(BOTH), []), tmp_path / "nothing")
    assert shown(found) == [("", ""), ("", "")]


def test_a_single_condition_decides_wherever_it_does_not_hold(tmp_path: Path) -> None:
    found = tried(cases(small(rule("one", [PROTEST], UNREST)), [_protest()]), tmp_path)
    assert shown(found) == [("a", "a")], "it does not hold of the other state"


def test_an_unless_decides_where_it_alone_holds_the_rule_back(tmp_path: Path) -> None:
    curfew, calm = {"curfew": HERE}, {"calm": HERE}
    found = tried(cases(small(CURFEW), [_protest()], [_protest(), curfew, calm], [_protest(), calm]), tmp_path)
    assert shown(found) == [("a", "a"), ("a", ""), ("a", "c")]


def test_what_is_disputed_holds_back_and_decides(tmp_path: Path) -> None:
    disputed: list[Json] = [{"curfew": HERE}, {"not": {"curfew": HERE}}]
    found = tried(cases(small(CURFEW), [_protest(), *disputed]), tmp_path)
    assert shown(found)[1] == ("", "a")


def test_a_tempering_is_to_be_seen_with_and_without(tmp_path: Path) -> None:
    tempered = rule("tempered", [PROTEST], UNREST, tempered_by=[{"pay_rise": {"state": "$state"}}])
    rise = {"pay_rise": HERE}
    found = tried(cases(small(tempered), [rise], [_protest(), rise], [_protest()]), tmp_path)
    assert shown(found)[1] == ("b", "c")


def test_a_denial_and_a_value_are_conditions_like_others(tmp_path: Path) -> None:
    made = small(
        rule(
            "tense",
            [{"mood": {"state": "$state", "how": "tense"}}, {"not": {"strike": {"state": "$state"}}}],
            UNREST,
        )
    )
    words = {"one_of": ["calm", "tense"], "value": True}
    made.types["mood"] = told("state", slots={"state": {"entity": ["state"]}, "how": words})
    tense, calm = ({"mood": {**HERE, "how": word}} for word in ("tense", "calm"))
    no_strike = {"not": {"strike": HERE}}
    found = tried(cases(made, [tense], [tense, no_strike], [calm, no_strike]), tmp_path)
    assert shown(found) == [("b", "c"), ("b", "a")]


# -- the command


def test_the_command_says_what_is_missing(tmp_path: Path, capsys: Capture) -> None:
    cases(small(BOTH), [_protest()]).write(tmp_path)
    assert main(["test", str(tmp_path), "--coverage"]) == 0
    shown = "".join(capsys.readouterr().out.split())  # a long folder wraps
    assert shown == (
        f"1casepassed,0failedboth{tmp_path}/rules.yaml:3:3neverfireswhen$state:neverdecidesalone"
        "20.0%ofwhatistobeseenoftherules:1of5"
    )


@pytest.mark.parametrize(("threshold", "code"), [("20", 0), ("20.1", 1), ("100", 1), ("0", 0)])
def test_the_threshold_decides(tmp_path: Path, threshold: str, code: int, capsys: Capture) -> None:
    cases(small(BOTH), [_protest()]).write(tmp_path)
    assert main(["test", str(tmp_path), "--coverage", "--threshold", threshold]) == code
    assert ("less than" in capsys.readouterr().err) == bool(code)


@pytest.mark.parametrize("threshold", ["-1", "101", "much", "nan"])
def test_a_threshold_is_a_percentage(tmp_path: Path, threshold: str) -> None:
    assert main(["test", str(tmp_path), f"--threshold={threshold}"]) == 2


def test_cases_are_chosen_by_their_names(tmp_path: Path, capsys: Capture) -> None:
    made = cases(small(BOTH), [_protest()], [_strike()])
    made.files["cases/all"]["cases"][0]["case"] = "about-protest"
    made.write(tmp_path)
    assert main(["test", str(tmp_path), "-k", "protest"]) == 0
    assert capsys.readouterr().out == "1 case passed, 0 failed\n"
    assert main(["test", str(tmp_path), "-k", "nothing-like-it"]) == 2
    assert "no cases with 'nothing-like-it' in their names" in capsys.readouterr().err


def test_the_command_says_it_in_json_too(tmp_path: Path, capsys: Capture) -> None:
    made = cases(small(BOTH), [_protest()], [_protest("tajikistan"), {"strike": {"state": "tajikistan"}}])
    made.write(tmp_path)
    assert main(["test", str(tmp_path), "--coverage", "--format", "json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert data["passed"] == 1
    assert data["failed"][0]["case"] == "b"
    assert data["failed"][0]["surprises"] == [{"expected": "not: Tajikistan", "got": "Tajikistan", "why_not": None}]
    assert data["coverage"]["seen"] == 4


def test_json_names_the_cases(tmp_path: Path) -> None:
    found = trial_json(tried(cases(small(BOTH), [_protest()]), tmp_path))
    assert (found["seen"], found["wanted"], found["percent"]) == (1, 5, 20.0)
    assert json.loads(json.dumps(found))["rules"][0] == {
        "rule": "both",
        "fired": None,
        "conditions": [
            {"section": "when", "number": 0, "fact_type": "protest", "mode": "holds", "holds": None, "decides": None},
            {"section": "when", "number": 1, "fact_type": "strike", "mode": "holds", "holds": None, "decides": "a"},
        ],
    }


def _protest(state: str = "kazakhstan") -> Json:
    return {"protest": {"state": state}}


def _strike() -> Json:
    return {"strike": HERE}
