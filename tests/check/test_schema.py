"""The JSON Schemas and the readers say the same of what a file looks like."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dragoman.cli import main
from dragoman.cli.answers import answer_schemas
from dragoman.rulebook.load import read_rulebook, shipped
from dragoman.rulebook.schema import schema
from dragoman.rulebook.shapes import CATALOGUE, KINDS
from dragoman.rulebook.vocabulary import catalogue_types
from tests.check.files import data_of, kind_of
from tests.check.validating import Validator
from tests.rulebooks import report

READER = Path(__file__).parent.parent / "reader"
GOOD = READER / "good"
CASES = sorted((shipped() / "cases").glob("*.yaml"))
SHIPPED = sorted({*shipped().rglob("*.yaml")} - {*CASES} | {*CASES[::6]})
"""All files but cases, of which there are many of one shape: of those one in six."""
SCHEMAS = answer_schemas()
"""Of each answer."""
OF_SHAPE = ("010", "011", "012", "013", "014", "201", "204", "205", "206")
BEYOND = {
    "RB012-list-in-a-key-slot": "only a rulebook's names tell a key slot from a value",
    "RB013-not-a-locator": "how a report counts itself, only its rulebook says",
    "RB013-locator-of-no-form": "the same",
    "RB013-form-of-a-locator": "the same",
    "FA013-not-a-locator": "the same",
    "RB014-entity-in-two-files": "two files",
    "RB014-entity-and-group": "two mappings",
    "RB014-entity-and-instrument": "two files",
    "RB014-rule-twice": "two files",
    "RB014-group-twice": "two items of a list",
    "RB014-synonym-of-two-words": "two entries of a mapping",
    "RB014-summary-twice": "two items of a list",
    "RB011-group-that-concludes-nothing": "what a rule of a group need not say is said by the group",
    "RB014-two-endings": "two files",
    "RB201-exponent": "to JSON 4e1 is the number 40",
    "FA201-exponent": "the same",
    "FA014-case-twice": "two items of a list",
    "FA201-twenty-one-decimals": "to JSON a number is a number",
}
"""Mistakes that a schema without a rulebook's names cannot see, and why."""


@cache
def validator(kind: str, folder: Path | None = None) -> Any:
    made = schema(kind, report() if folder == shipped() else read_rulebook(folder) if folder else None)
    return Validator(made, format_checker=Draft202012Validator.FORMAT_CHECKER)


AGAIN = "for KIND in $(dragoman schema); do dragoman schema $KIND > rules/dragoman_rules/schema/$KIND.json; done"


def there(kind: str) -> str:
    return (files("dragoman_rules") / "schema" / f"{kind}.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_schema_of_each_answer_is_one_and_is_shipped(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    Draft202012Validator.check_schema(SCHEMAS[kind]())
    assert main(["schema", kind]) == 0
    assert capsys.readouterr().out == there(kind), AGAIN


@pytest.mark.parametrize("kind", KINDS)
def test_each_schema_is_one_and_is_the_one_that_is_shipped(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    Draft202012Validator.check_schema(schema(kind))
    Draft202012Validator.check_schema(schema(kind, read_rulebook(GOOD)))
    assert main(["schema", kind]) == 0
    assert capsys.readouterr().out == there(kind), AGAIN


def test_the_kinds_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert capsys.readouterr().out.split() == [*KINDS, *SCHEMAS]


@pytest.mark.parametrize("output", ["reading"])
def test_the_schema_of_what_is_written_is_one_and_is_shipped(output: str, capsys: pytest.CaptureFixture[str]) -> None:
    Draft202012Validator.check_schema(SCHEMAS[output]())
    assert main(["schema", output]) == 0
    there = (files("dragoman_rules") / "schema" / f"{output}.json").read_text(encoding="utf-8")
    assert capsys.readouterr().out == there


def test_an_unknown_kind_is_refused_and_the_nearest_offered(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "situations"]) == 2
    assert "did you mean 'situation'?" in capsys.readouterr().err


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(shipped())))
def test_every_shipped_file_is_valid(path: Path) -> None:
    """With a rulebook's names a schema says more; that it says all that it says without them, one file of cases shows."""
    if path.parent.name != "cases" or path == CASES[0]:
        assert list(validator(kind_of(path)).iter_errors(data_of(path))) == []
    assert list(validator(kind_of(path), shipped()).iter_errors(data_of(path))) == []


def test_the_catalogue_types_are_the_ones_that_are_reserved() -> None:
    assert tuple(catalogue_types()) == CATALOGUE


# -- broken rulebooks


BROKEN = [
    folder
    for family in ("broken", "broken_facts")
    for folder in sorted((READER / family).iterdir())
    if folder.name[2:5] in OF_SHAPE
]


@pytest.mark.parametrize("folder", BROKEN, ids=lambda folder: folder.name)
def test_every_mistake_of_shape_is_seen_or_named_as_beyond_a_schema(folder: Path) -> None:
    is_facts = folder.parent.name == "broken_facts"
    invalid = [
        path
        for path in folder.rglob("*.*")
        if path.suffix in {".yaml", ".yml", ".json"}
        and not validator(kind_of(path, is_facts=is_facts), GOOD if is_facts else None).is_valid(data_of(path))
    ]
    assert bool(invalid) != (folder.name in BEYOND)
