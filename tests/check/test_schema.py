"""The JSON Schemas and the readers say the same of what a file looks like."""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dragoman.cases import read_cases
from dragoman.cli import main
from dragoman.errors import FindingsError
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.load import read_rulebook, shipped
from dragoman.rulebook.schema import schema
from dragoman.rulebook.shapes import CATALOGUE, KINDS
from dragoman.rulebook.vocabulary import catalogue_types
from dragoman.situation.assemble import read_situation
from tests.check.files import data_of, kind_of, written

READER = Path(__file__).parent.parent / "reader"
GOOD = READER / "good"
SHIPPED = sorted(shipped().rglob("*.yaml"))
OF_SHAPE = ("010", "011", "012", "013", "014", "201", "204", "205", "206")
BEYOND = {
    "RB012-list-in-a-key-slot": "only a rulebook's names tell a key slot from a value",
    "RB014-entity-and-group": "two mappings",
    "RB014-entity-and-instrument": "two files",
    "RB014-rule-twice": "two files",
    "RB014-group-twice": "two items of a list",
    "RB014-synonym-of-two-words": "two entries of a mapping",
    "RB011-group-that-concludes-nothing": "what a rule of a group need not say is said by the group",
    "RB014-two-endings": "two files",
    "RB201-exponent": "to JSON 4e1 is the number 40",
    "FA201-exponent": "the same",
    "FA012-two-facts-in-one-entry": "without a rulebook's names any key may be a fact type",
    "FA014-case-twice": "two items of a list",
    "FA201-seven-decimals": "to JSON a number is a number",
    "FA205-hundred": "'100 %' has the form of a percentage",
    "FA205-fraction": "to JSON 0.6 is a number between 0 and 100",
}
"""Mistakes that a schema without a rulebook's names cannot see, and why."""


@cache
def validator(kind: str, folder: Path | None = None) -> Draft202012Validator:
    made = schema(kind, read_rulebook(folder) if folder else None)
    return Draft202012Validator(made, format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("kind", KINDS)
def test_each_schema_is_one_and_is_the_one_that_is_shipped(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    Draft202012Validator.check_schema(schema(kind))
    Draft202012Validator.check_schema(schema(kind, read_rulebook(GOOD)))
    assert main(["schema", kind]) == 0
    again = "for KIND in $(dragoman schema); do dragoman schema $KIND > rules/dragoman_rules/schema/$KIND.json; done"
    there = (files("dragoman_rules") / "schema" / f"{kind}.json").read_text(encoding="utf-8")
    assert capsys.readouterr().out == there, again


def test_the_kinds_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert capsys.readouterr().out.split() == list(KINDS)


def test_an_unknown_kind_is_refused_and_the_nearest_offered(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "situations"]) == 2
    assert "did you mean 'situation'?" in capsys.readouterr().err


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(shipped())))
def test_every_shipped_file_is_valid(path: Path) -> None:
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


# -- the good rulebook, with one thing changed at a time

DROPPED = object()
VALUES: tuple[Any, ...] = (DROPPED, None, True, 7, "x y", "NO", [], ["name"], {}, {"name": "name"})


def paths(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        yield from paths(value, (*path, key))


def kind_of_place(path: tuple[str | int, ...]) -> tuple[str, ...]:
    """The path without the names of things: two entities are one kind of place."""
    keys = {key for shape in KINDS.values() for key in _keys(shape)}
    return tuple(key if isinstance(key, str) and key in keys else "*" for key in path)


def _keys(value: Any) -> set[str]:
    found: set[str] = set()
    for name, key in getattr(value, "keys", {}).items():
        found |= {name, *_keys(key.value)}
    for inner in (getattr(value, "item", None), *getattr(value, "values", ())):
        found |= _keys(inner) if inner is not None else set()
    return found | set(getattr(value, "inside", ())) | set(getattr(value, "beside", ()))


def changed(data: Any, path: tuple[str | int, ...], value: Any) -> Any:
    if not path:
        return value
    data = copy.deepcopy(data)
    inner = data
    for key in path[:-1]:
        inner = inner[key]
    if value is DROPPED:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return data


def refusals(folder: Path, relative: Path, rulebook: Rulebook) -> list[str] | None:
    """The codes of the findings in one file; None if something else was refused."""
    try:
        match relative.parent.name:
            case "situations":
                read_situation(rulebook, [folder / relative])
            case "cases":
                read_cases(rulebook, [folder / relative])
            case _:
                read_rulebook(folder)
    except FindingsError as error:
        return [f.code for f in error.findings if f.place.source.endswith(str(relative))] or None
    return []


@pytest.mark.parametrize("path", sorted(GOOD.rglob("*.yaml")), ids=lambda path: str(path.relative_to(GOOD)))
def test_what_the_reader_takes_the_schema_takes_and_what_has_no_shape_neither_takes(path: Path, tmp_path: Path) -> None:
    relative, kind, whole = path.relative_to(GOOD), kind_of(path), data_of(path)
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    rulebook, apart = read_rulebook(GOOD), []
    places = {kind_of_place(place): place for place in paths(whole)}
    for place in places.values():
        for value in VALUES if place else VALUES[1:]:
            data = changed(whole, place, value)
            written(tmp_path / relative, data)
            codes = refusals(tmp_path, relative, rulebook)
            has_no_shape = any(code[2:] in OF_SHAPE for code in codes or ())
            if codes == [] and not (validator(kind).is_valid(data) and validator(kind, GOOD).is_valid(data)):
                apart.append(f"the schema refuses {json.dumps(data)}")
            # null is written where nothing is written, which stands for an empty list
            if has_no_shape and value is not None and validator(kind, GOOD).is_valid(data):
                apart.append(f"the schema takes {value!r} at {place}: {codes}")
    assert apart == []
