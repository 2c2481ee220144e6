"""`by: RULE-ID` in a case: the conclusion, by that rule and no other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dragoman.cases import case_files, read_cases, run_case
from dragoman.engines.columns.engine import ColumnsEngine
from dragoman.rulebook.load import read_rulebook
from tests.check.small import PROTEST, UNREST, Small, rule, told

Json = dict[str, Any]
HERE = {"state": "kazakhstan"}
PROTESTED, STRUCK, ALARMED = ({fact: HERE} for fact in ("protest", "strike", "alarm"))


def surprises(folder: Path, facts: list[Json], **wanted: Json) -> list[tuple[str, str]]:
    """What a case with one expectation finds: two rules make for unrest, a weak and a strong one, and alarm is both."""
    made = Small()
    made.types |= {"strike": told("state"), "alarm": {**told("state"), "from": "both"}}
    made.rules = [
        rule("protest-grows", [PROTEST], UNREST),
        rule("strike-grows", [{"strike": {"state": "$state"}}], UNREST, strength="likely"),
        rule("strike-alarms", [{"strike": {"state": "$state"}}], {"alarm": {"state": "$state"}}),
    ]
    case = {"case": "one", "at": "MIL.1", "facts": facts, **{key: [value] for key, value in wanted.items()}}
    made.files["cases/all"] = {"cases": [case]}
    rulebook = read_rulebook(made.write(folder))
    (read,) = read_cases(rulebook, case_files(folder))
    return [(one.expected, one.got) for one in run_case(rulebook, read, ColumnsEngine()).surprises]


def unrest(by: str, **more: str) -> Json:
    return {"unrest": HERE, "by": by, **more}


def test_only_the_rule_that_is_named_meets_it(tmp_path: Path) -> None:
    assert surprises(tmp_path, [STRUCK], expect=unrest("strike-grows")) == []
    missed = surprises(tmp_path, [STRUCK], expect=unrest("protest-grows"))
    assert missed == [("Kazakhstan [by protest-grows]", "it follows by strike-grows")]
    missed = surprises(tmp_path, [], expect=unrest("protest-grows"))
    assert missed == [("Kazakhstan [by protest-grows]", "it does not follow")]


@pytest.mark.parametrize("by", ["strike-grows", "protest-grows"])
def test_each_of_two_reasons_meets_it(by: str, tmp_path: Path) -> None:
    assert surprises(tmp_path, [STRUCK, PROTESTED], expect=unrest(by)) == []


def test_the_grounds_are_those_of_that_rule(tmp_path: Path) -> None:
    facts = [STRUCK, PROTESTED]
    assert surprises(tmp_path, facts, expect=unrest("protest-grows", grounds="possible")) == []
    assert surprises(tmp_path, facts, expect=unrest("strike-grows", grounds="likely")) == []
    missed = surprises(tmp_path, facts, expect=unrest("protest-grows", grounds="likely"))
    assert missed == [("Kazakhstan [by protest-grows] [likely]", "grounds: possible")]


def test_what_was_told_is_given_by_no_rule(tmp_path: Path) -> None:
    alarm = {"alarm": HERE, "by": "strike-alarms"}
    assert surprises(tmp_path, [STRUCK], expect=alarm) == []
    assert surprises(tmp_path, [STRUCK, ALARMED], expect=alarm) == [("Kazakhstan [by strike-alarms]", "it was told")]


def test_what_must_not_follow_by_one_rule_may_follow_by_another(tmp_path: Path) -> None:
    assert surprises(tmp_path, [STRUCK], expect_not=unrest("protest-grows")) == []
    missed = surprises(tmp_path, [PROTESTED], expect_not=unrest("protest-grows"))
    assert missed == [("not: Kazakhstan [by protest-grows]", "Kazakhstan")]
