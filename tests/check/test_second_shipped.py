"""The second rulebook that is shipped: nothing to find in it, every claim accounted for, every rule tried."""

from __future__ import annotations

from collections import Counter

import pytest

from dragoman.advice.build import advise
from dragoman.cases import case_files, read_cases, run_case
from dragoman.cli import main
from dragoman.language.grammar.grammar import read_book
from dragoman.language.grammar.phrases import can_be_told
from dragoman.rulebook.installed import shipped
from dragoman.situation.assemble import read_situation, situation_names
from tests.rulebooks import columns, second

NAME = "authentication"


def test_nothing_is_to_be_found_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", "--rulebook", NAME])
    out = capsys.readouterr().out
    assert code == 0, out
    assert out.endswith("35 rules, 46 fact types, no findings\n")


def test_every_claim_is_encoded_or_says_why_not() -> None:
    assert main(["coverage", NAME]) == 0


def test_its_cases_pass() -> None:
    cases = read_cases(second(), case_files(shipped(NAME)))
    assert len(cases) > 40
    outcomes = [run_case(second(), case, columns()) for case in cases]
    assert [outcome for outcome in outcomes if outcome.surprises] == []


def test_every_rule_fires_in_them_and_every_condition_decides() -> None:
    assert main(["test", NAME, "--coverage", "--threshold", "100", "--engine", "columns"]) == 0


def test_every_fact_that_can_be_told_has_five_phrases() -> None:
    own = Counter(phrase.fact for phrase in read_book(second(), shipped(NAME)).phrases if phrase.is_own)
    assert [fact.name for fact in second().facts.values() if can_be_told(fact) and own[fact.name] < 5] == []


@pytest.mark.parametrize("name", ["portal-with-old-habits", "second-factor-by-phone", "administrators-after-a-leak"])
def test_its_situations_give_advice(name: str) -> None:
    assert name in situation_names(second())
    advice = advise(read_situation(second(), name), engine=columns())
    assert len(advice.recommendations) >= 5
    assert {recommended.beyond_report for recommended in advice.recommendations} == {False}


def test_whom_a_reason_names_first_is_named_once(capsys: pytest.CaptureFixture[str]) -> None:
    main(["advise", "portal-with-old-habits", "--rulebook", NAME])
    words = " ".join(capsys.readouterr().out.split())
    assert "refuse passwords that are known to be bad: The public portal takes any password" in words
    assert "the public portal. The public portal" not in words


def test_a_weakest_link_that_is_a_denial_is_said_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    main(["sources", "administrators-after-a-leak", "--rulebook", NAME])
    words = " ".join(capsys.readouterr().out.split())
    assert "the staff system does not keep passwords salted and hashed [firm, Report of the penetration test" in words


def test_advice_says_how_binding_the_guideline_makes_it() -> None:
    advice = advise(read_situation(second(), "portal-with-old-habits"))
    force = {one.id: one.beside for one in advice.recommendations}
    assert (force["require_two_factors"], force["relax_passwords"], force["allow_mistyping"]) == ("shall", "should", "")
