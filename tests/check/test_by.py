"""A case can ask which rule a conclusion comes from: two rules may give the same advice for two reasons."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dragoman.cases import case_files, read_cases, run_case
from dragoman.engines.select import default_engine
from dragoman.rulebook.load import read_rulebook
from tests.check.small import PROTEST, UNREST, Small, rule, told

Json = dict[str, Any]
HERE = {"state": "kazakhstan"}


def surprises(folder: Path, facts: list[Json], **expected: list[Json]) -> list[tuple[str, str]]:
    """What surprises in a case of two rules for unrest, the one from protest `likely`, the other from strikes."""
    small = Small()
    small.types["strike"] = told("state")
    small.rules = [
        rule("from-protest", [PROTEST], UNREST, strength="likely"),
        rule("from-strikes", [{"strike": {"state": "$state"}}], UNREST),
    ]
    small.files["cases/all"] = {"cases": [{"case": "one", "at": "MIL.1", "facts": facts, **expected}]}
    rulebook = read_rulebook(small.write(folder))
    (case,) = read_cases(rulebook, case_files(folder))
    return [(one.expected, one.got) for one in run_case(rulebook, case, default_engine()).surprises]


@pytest.mark.parametrize(
    "expectation",
    [
        {},
        {"grounds": "likely"},
        {"by": "from-protest"},
        {"by": "from-protest", "grounds": "likely"},
        {"by": "from-strikes"},
        {"by": "from-strikes", "grounds": "possible"},
    ],
    ids=str,
)
def test_with_by_the_grounds_are_those_of_the_rule(tmp_path: Path, expectation: Json) -> None:
    both = [{"protest": HERE}, {"strike": HERE}]
    assert surprises(tmp_path, both, expect=[{"unrest": HERE, **expectation}]) == []


def test_a_conclusion_of_another_rule_is_not_the_one_expected(tmp_path: Path) -> None:
    found = surprises(tmp_path, [{"strike": HERE}], expect=[{"unrest": HERE}, {"unrest": HERE, "by": "from-protest"}])
    assert found == [("Kazakhstan, by the rule 'from-protest'", "it does not follow")]


def test_a_rule_can_be_expected_not_to_speak(tmp_path: Path) -> None:
    not_expected = [{"unrest": {}, "by": "from-protest"}]
    assert surprises(tmp_path / "one", [{"strike": HERE}], expect_not=not_expected) == []
    found = surprises(tmp_path / "two", [{"protest": HERE}], expect_not=not_expected)
    assert found == [("not: any state, by the rule 'from-protest'", "Kazakhstan")]
