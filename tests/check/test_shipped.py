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


def test_its_cases_pass(capsys: pytest.CaptureFixture[str]) -> None:
    """What they show of its rules is a search of its own: `dragoman test --coverage --threshold 100`."""
    assert main(["test"]) == 0, capsys.readouterr().out


def test_editors_find_the_schema_of_every_file() -> None:
    """The first line of each file names a schema that is there, by a path that holds in a clone and in a wheel."""
    files = sorted(shipped().rglob("*.yaml"))
    assert files
    for file in files:
        first = file.read_text(encoding="utf-8").split("\n", 1)[0]
        mark, _, schema = first.partition("$schema=")
        assert mark == "# yaml-language-server: ", file
        assert (file.parent / schema).is_file(), file
