"""Shapes that the JSON Schemas of answers share (JSON Schema 2020-12)."""

from __future__ import annotations

from enum import Enum
from typing import Any

Json = dict[str, Any]

TEXT: Json = {"type": "string"}
TRUTH: Json = {"type": "boolean"}
NUMBER: Json = {"type": "integer", "minimum": 0}
SLOTS: Json = {"type": "object", "additionalProperties": {"type": ["string", "null"]}}
ATOM: Json = {"fact": TEXT, "slots": SLOTS}
"""The properties of a conclusion, as :func:`dragoman.advice.json_form.conclusion_json` gives it."""


def object_of(properties: Json) -> Json:
    """All of its keys are there; more may come within a version."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def many(shape: Json) -> Json:
    """A list."""
    return {"type": "array", "items": shape}


def maybe(shape: Json) -> Json:
    """That or null."""
    return {"anyOf": [{"type": "null"}, shape]}


def words_of(kind: type[Enum]) -> Json:
    """One of the words of an enumeration."""
    return {"enum": [one.value for one in kind]}


def document(title: str, name: str, version: int, properties: Json) -> Json:
    """The schema of a whole answer."""
    head = {"format": {"const": name}, "version": {"const": version}}
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, "title": f"Dragoman: {title}", **object_of({**head, **properties})}


STATEMENT: Json = {
    **ATOM,
    **dict.fromkeys(("says", "source", "place", "words", "likelihood", "date", "note"), TEXT),
    "value": {},
    "holds": TRUTH,
    "at": many(TEXT),
}
"""The properties of a statement, as :func:`dragoman.advice.json_form.voice_json` gives it."""
STATEMENTS = many(object_of(STATEMENT))
