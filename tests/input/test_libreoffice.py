"""Tables that LibreOffice 25.2 saved (`make_libreoffice.py`) give the advice that the YAML gives they were made from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.shell import run

HERE = Path(__file__).parent / "libreoffice"
DATE = "as_of: 2020-11-30\nfacts: []\n"
"""A table cannot say it."""


def advice(*files: str) -> Any:
    done = run("advise", *files, "--format", "json", folder=HERE, stdin=DATE)
    assert (done.code, done.err) == (0, "")
    found = done.json()
    assert found["situation"].pop("title")
    return found


@pytest.mark.parametrize("name", ["german.csv", "english.csv", "dutch-utf-16.tsv"])
def test_the_advice_is_the_same_to_the_last_place(name: str) -> None:
    assert advice(name, "-") == advice("debts.yaml")


def test_they_are_what_a_spreadsheet_writes() -> None:
    german, english, dutch = ((HERE / name).read_bytes() for name in ("german.csv", "english.csv", "dutch-utf-16.tsv"))
    assert b";42,5;" in german
    assert b'"debt_share",TRUE,' in english
    assert dutch.startswith(b"\xff\xfe")
    assert "\t42,5\t" in dutch.decode("utf-16")
    assert all(b'""quotes""' in table for table in (german, english))


def test_a_truth_in_another_language_is_named_and_not_guessed() -> None:
    done = run("advise", "german-truth.csv", folder=HERE)
    assert (done.code, done.out) == (2, "")
    first, *others = done.err.splitlines()
    assert first == "german-truth.csv:2:12: FA012: 'holds' is true or false (or yes, no, 1, 0), found 'WAHR'"
    assert len(others) == 6
