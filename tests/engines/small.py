"""A rulebook of a few lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dragoman.program.forms import Program
from dragoman.program.normal import compile_program
from dragoman.rulebook.forms import Rulebook
from dragoman.situation.evidence import Evidence, weigh
from tests.properties.tellings import Layer, Telling
from tests.properties.trial import load, read_telling

Json = dict[str, Any]

STATE: Json = {"entity": ["state"]}
POWER: Json = {"entity": ["power"]}
PERCENT: Json = {"number": "percent", "min": 0, "max": 100}


def told(**slots: Json) -> Json:
    """A fact type that is told."""
    return {"from": "told", "slots": slots, "says": "it is told", "question": "Is it so?"}


def both(**slots: Json) -> Json:
    """A fact type that is told and concluded."""
    return {"from": "both", "slots": slots, "says": "it is so", "question": "Is it so?"}


def derived(**slots: Json) -> Json:
    """A fact type that rules conclude."""
    return {"from": "derived", "slots": slots, "says": "it follows"}


def rule(when: list[Json], then: list[Json], unless: list[Json] | None = None) -> Json:
    """A rule without its name."""
    return {"when": when, "unless": unless or [], "then": then, "strength": "likely", "because": "So it is."}


def small_rulebook(folder: Path, facts: dict[str, Json], rules: dict[str, Json], *more: str) -> Rulebook:
    """Three states in a group and `more` beside it, two powers, these fact types and rules."""
    report = {"title": "A report", "authors": ["Nobody"], "publisher": "None", "date": "2020-11-30"}
    parameters = {
        name: {"value": value, "unit": "percent", "reason": "a test"} for name, value in {"low": 30, "high": 60}.items()
    }
    names = {"kz": "state", "kg": "state", "uz": "state", "cn": "power", "ru": "power"}
    names |= dict.fromkeys(more, "state")
    documents: dict[str, Json] = {
        "rulebook": {"rulebook": "small", "title": "S", "version": "1", "report": report, "parameters": parameters},
        "vocabulary": {
            "entity_types": {"state": "A state.", "power": "A power."},
            "entities": {name: {"title": name.upper(), "types": [kind]} for name, kind in names.items()},
            "groups": {"region": {"title": "The region", "members": ["kz", "kg", "uz"]}},
            "fact_types": facts,
        },
        "rules": {"rules": [{"id": name, "beyond_report": True, **body} for name, body in rules.items()]},
    }
    return load(folder / "rulebook", documents)


def small_program(folder: Path, facts: dict[str, Json], rules: dict[str, Json]) -> Program:
    """The same, ready for an engine."""
    return compile_program(small_rulebook(folder, facts, rules))


def evidence(rulebook: Rulebook, folder: Path, *facts: Json) -> Evidence:
    """What is known once `facts` are told."""
    situation = read_telling(rulebook, folder, Telling([Layer([list(facts)])]))
    assert situation is not None
    return weigh(rulebook, situation)
