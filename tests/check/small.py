"""A small rulebook to change, and what `check` finds in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dragoman.check import check
from tests.check.files import written

Json = dict[str, Any]

REPORT = {"title": "A report", "authors": ["A. Writer"], "publisher": "A publisher", "date": "2020-11-30"}
RULEBOOK: Json = {"rulebook": "small", "title": "A small rulebook", "version": "1", "report": REPORT}


def told(*slots: str, **more: Any) -> Json:
    """A told fact type about states."""
    return {"from": "told", **_fact(slots), "question": " ".join(f"{{{slot}}}" for slot in slots) + "?", **more}


def derived(*slots: str, **more: Any) -> Json:
    """A concluded fact type about states."""
    return {"from": "derived", **_fact(slots), **more}


def _fact(slots: tuple[str, ...]) -> Json:
    says = " ".join(f"{{{slot}}}" for slot in slots) or "it is so"
    return {"slots": {slot: {"entity": ["state"]} for slot in slots}, "says": says}


def rule(name: str, when: list[Json], then: Json, **more: Any) -> Json:
    """A rule, weak and beyond the report, with a reason that names `{state}` if it has that variable."""
    because = "Of {state}." if "$state" in str(when) else "Of one."
    whole = {"id": name, "when": when, "then": [then], "strength": "possible", "because": because}
    return {**whole, **({} if "claims" in more else {"beyond_report": True}), **more}


PROTEST = {"protest": {"state": "$state"}}
UNREST = {"unrest": {"state": "$state"}}


class Small:
    """A rulebook with two states and one rule, from protest to unrest, in which `check` finds nothing."""

    def __init__(self) -> None:
        self.rulebook: Json = {**RULEBOOK, "parameters": {}}
        self.entity_types = {"state": "A state."}
        self.entities: Json = {
            name: {"title": name.title(), "types": ["state"]} for name in ("kazakhstan", "tajikistan")
        }
        self.groups: Json = {}
        self.beside: Json = {}
        self.types: Json = {"protest": told("state"), "unrest": derived("state", shown_as="risk")}
        self.rules = [rule("protest-may-grow", [PROTEST], UNREST)]
        self.files: Json = {}
        """More files, by their path without the ending."""

    def write(self, folder: Path) -> Path:
        """The folder, with the rulebook in it."""
        vocabulary = {"entity_types": self.entity_types, "entities": self.entities, "fact_types": self.types}
        documents = {
            "rulebook": self.rulebook,
            "vocabulary": {**vocabulary, "groups": self.groups, "shown_beside": self.beside},
            "rules": {"rules": self.rules},
            **self.files,
        }
        for name, document in documents.items():
            written(folder / f"{name}.yaml", document)
        return folder

    def codes(self, folder: Path) -> list[str]:
        """The codes of what `check` finds."""
        return [finding.code for finding in check(self.write(folder))[1]]

    def messages(self, folder: Path) -> list[str]:
        """What `check` finds."""
        return [f"{finding.code}: {finding.message}" for finding in check(self.write(folder))[1]]
