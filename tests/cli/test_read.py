"""`dragoman read`: how a line is read, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dragoman.language.json_form import reading_schema
from tests.cli.shell import run

KEYS = ["intent", "facts", "withdrawn", "supposed", "offered", "not_understood"]


def test_a_line_is_one_object_that_its_schema_takes() -> None:
    done = run("read", "--json", "Bishkek owes the Chinese 1.7 billion dollars, reportedly")
    assert (done.code, done.err) == (0, "")
    (data,) = map(json.loads, done.out.splitlines())
    Draft202012Validator(reading_schema()).validate(data)
    assert list(data) == KEYS
    (fact,) = data["facts"]
    assert fact["slots"] == {"debtor": "kyrgyzstan", "creditor": "china", "amount": 1.7}
    assert fact["source"] == "reportedly"


def test_what_was_said_before_is_heard() -> None:
    done = run("read", "--json", "--context", "Kazakhstan is a member of the SCO", "and Tajikistan too")
    assert json.loads(done.out)["facts"][0]["slots"] == {"state": "tajikistan", "body": "sco"}


@pytest.mark.parametrize("text", ["\x1b[31mRussia\x1b[0m", "[red]x[/red]", ""])
def test_nothing_that_steers_a_terminal_comes_back(text: str) -> None:
    done = run("read", text)
    assert done.code == 0
    assert done.out.replace("\n", "").isprintable()
    assert "[other]" in done.out


def test_people_are_shown_what_is_told_and_what_is_offered() -> None:
    done = run("read", "Kazakhstan may leave the EAEU")
    assert (done.code, done.err) == (0, "")
    assert "offered (it says what may or should be, not what is):" in done.out


def test_what_is_taken_back_is_what_was_told(tmp_path: Path) -> None:
    told = tmp_path / "told.yaml"
    told.write_text(
        "facts:\n  - sanctions: {by: eu, against: russia, status: in_force}\n  - multi_vector: {state: kazakhstan}\n",
        encoding="utf-8",
    )
    done = run("read", "--json", "--situation", str(told), "Forget what I said about the sanctions")
    (fact,) = json.loads(done.out)["withdrawn"]
    assert fact["slots"] == {"by": "eu", "against": "russia", "status": "in_force"}
