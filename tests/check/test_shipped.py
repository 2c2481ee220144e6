"""The report's rulebook: nothing to find in it, every claim accounted for, every rule tried."""

from __future__ import annotations

import pytest

from dragoman.check import check
from dragoman.cli import main
from dragoman.rulebook.load import shipped


def test_nothing_is_to_be_found_in_it() -> None:
    assert [str(finding) for finding in check(shipped())[1]] == []


def test_every_claim_is_encoded_or_says_why_not() -> None:
    assert main(["coverage"]) == 0


def test_its_cases_pass_and_show_all_of_its_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", "--coverage", "--threshold", "100"]) == 0, capsys.readouterr().out
