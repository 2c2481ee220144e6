"""The report's rulebook: nothing to find in it, every claim accounted for, every rule tried."""

from __future__ import annotations

import pytest

from dragoman.cases import run_case
from dragoman.cli import main
from dragoman.rulebook.load import shipped
from tests.rulebooks import cases, columns, report


@pytest.mark.long
def test_nothing_is_to_be_found_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check"])
    out = capsys.readouterr().out
    assert code == 0, out
    assert out.endswith(" fact types, no findings\n")
    assert str(shipped()) in out


def test_every_claim_is_encoded_or_says_why_not() -> None:
    assert main(["coverage"]) == 0


@pytest.mark.parametrize("one_of", [pytest.param(6, id="some"), pytest.param(1, id="all", marks=pytest.mark.long)])
def test_its_cases_pass(one_of: int) -> None:
    """On the faster engine, which fires as durable_rules does: `tests/engines/test_same_firings.py` tries all of them.

    What they show of its rules is a search of its own: `dragoman test --coverage --threshold 100`.
    """
    assert len(cases()) > 1500
    outcomes = [run_case(report(), case, columns()) for case in cases()[::one_of]]
    assert [outcome for outcome in outcomes if outcome.surprises] == []


def test_editors_find_the_schema_of_every_file() -> None:
    """The first line of each file names a schema that is there, by a path that holds in a clone and in a wheel."""
    files = sorted(shipped().rglob("*.yaml"))
    assert files
    for file in files:
        first = file.read_text(encoding="utf-8").split("\n", 1)[0]
        mark, _, schema = first.partition("$schema=")
        assert mark == "# yaml-language-server: ", file
        assert (file.parent / schema).is_file(), file
