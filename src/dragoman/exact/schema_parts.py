"""What the JSON Schemas of answers are made of. All keys of an answer are there; more may come within a version."""

from __future__ import annotations

from enum import Enum
from typing import Any

Json = dict[str, Any]

TEXT: Json = {"type": "string"}
TRUTH: Json = {"type": "boolean"}
NUMBER: Json = {"type": "integer", "minimum": 0}
SLOTS: Json = {"type": "object", "additionalProperties": {"type": ["string", "null"]}}
ATOM: Json = {"fact": TEXT, "slots": SLOTS}
"""The keys by which an atom is named."""


def with_keys(properties: Json) -> Json:
    """An object with these keys."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def many(shape: Json) -> Json:
    """A list."""
    return {"type": "array", "items": shape}


def maybe(shape: Json) -> Json:
    """The shape, or null."""
    return {"anyOf": [{"type": "null"}, shape]}


def words(kind: type[Enum]) -> Json:
    """The values of an enumeration."""
    return {"enum": [one.value for one in kind]}


def document(title: str, name: str, version: int, properties: Json) -> Json:
    """The schema of a whole answer, whose format is called `name`."""
    head = {"format": {"const": name}, "version": {"const": version}}
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, "title": f"Dragoman: {title}", **with_keys({**head, **properties})}
