"""What an answer looks like as JSON, said once: one shape writes it and is its JSON Schema (2020-12).

    MARGIN = Record(Margin, {"told": TEXT, "own": TEXT, "is_short": TRUTH})
    MARGIN.write(margin)      {"told": "38 percent", "own": "40 percent", "is_short": True}
    MARGIN.schema             {"type": "object", "properties": {"told": {"type": "string"}, ...}, "required": [...]}

A key takes the attribute of its own name, or what :func:`at` says. That the attributes are there is looked at where a shape
is made, so that a name that was changed is found by whoever loads the module.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from operator import attrgetter
from typing import Any, Protocol

from dragoman.form import form

Json = dict[str, Any]
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Shape(Protocol):
    """How a value is written, and what is said of that."""

    @property
    def schema(self) -> Json:
        """The JSON Schema of what is written."""

    def write(self, value: Any) -> Any:
        """The value as JSON-ready data."""


@form
class Made:
    """A value that something else writes; as it is, if nothing does."""

    schema: Json
    by: Callable[[Any], object] | None = None

    def write(self, value: Any) -> Any:
        """See :class:`Shape`."""
        return value if self.by is None else self.by(value)


TEXT = Made({"type": "string"})
TRUTH = Made({"type": "boolean"})
NUMBER = Made({"type": "integer", "minimum": 0})


def words_of(kind: type[Enum]) -> Made:
    """One of the words of an enumeration."""
    return Made({"enum": [one.value for one in kind]}, attrgetter("value"))


@form
class Many:
    """A list."""

    of: Shape

    @property
    def schema(self) -> Json:
        """See :class:`Shape`."""
        return {"type": "array", "items": self.of.schema}

    def write(self, value: Any) -> list[Any]:
        """See :class:`Shape`."""
        return [self.of.write(one) for one in value]


@form
class Maybe:
    """That, or null for None."""

    of: Shape

    @property
    def schema(self) -> Json:
        """See :class:`Shape`."""
        return {"anyOf": [{"type": "null"}, self.of.schema]}

    def write(self, value: Any) -> Any:
        """See :class:`Shape`."""
        return None if value is None else self.of.write(value)


TEXTS = Many(TEXT)


@form
class At:
    """A shape for another attribute than the one that the key is called by."""

    path: str | Callable[[Any], object]
    """An attribute, one of an attribute (`conclusion.atom`), or a function of the whole."""
    shape: Shape


Parts = Mapping[str, Shape | At]
"""What a record holds, by key, in the order in which it is written."""


def same(shape: Shape, *keys: str) -> dict[str, Shape | At]:
    """Several keys of one shape."""
    return dict.fromkeys(keys, shape)


def itself(whole: Any) -> Any:
    """Where a key holds an object that groups what the whole has."""
    return whole


def inside(path: str, parts: Parts) -> dict[str, Shape | At]:
    """The parts of what stands in an attribute, as parts of the whole."""
    found: dict[str, Shape | At] = {}
    for key, part in parts.items():
        inner = part.path if isinstance(part, At) else key
        if not isinstance(inner, str):
            raise TypeError(f"'{key}' is found by a function, which knows nothing of '{path}'")
        found[key] = At(f"{path}.{inner}", part.shape if isinstance(part, At) else part)
    return found


class Record:
    """An object whose keys are all there; more may come within a version."""

    def __init__(self, cls: type, parts: Parts) -> None:
        """How instances of `cls` are written.

        Raises:
            TypeError: if they have no such attribute.
        """
        self._parts: list[tuple[str, Callable[[Any], object], Shape]] = []
        for key, part in parts.items():
            path, shape = (part.path, part.shape) if isinstance(part, At) else (key, part)
            if isinstance(path, str) and not hasattr(cls, path.split(".")[0]):
                raise TypeError(f"a {cls.__name__} has no '{path}'")
            self._parts.append((key, attrgetter(path) if isinstance(path, str) else path, shape))

    @property
    def schema(self) -> Json:
        """See :class:`Shape`."""
        properties = {key: shape.schema for key, _, shape in self._parts}
        return {"type": "object", "properties": properties, "required": list(properties)}

    def write(self, value: Any) -> Json:
        """See :class:`Shape`."""
        return {key: shape.write(get(value)) for key, get, shape in self._parts}


class Document:
    """A whole answer, with the name and the version of its shape before all else."""

    def __init__(self, title: str, name: str, version: int, record: Record) -> None:
        self.title, self.record = title, record
        self.head = {"format": name, "version": version}

    @property
    def schema(self) -> Json:
        """See :class:`Shape`: as a part of another answer."""
        record = self.record.schema
        properties = {**{key: {"const": value} for key, value in self.head.items()}, **record["properties"]}
        return {"title": f"Dragoman: {self.title}", **record, "properties": properties, "required": list(properties)}

    def described(self) -> Json:
        """The JSON Schema as a document of its own."""
        return {"$schema": _DIALECT, **self.schema}

    def write(self, value: Any) -> Json:
        """The answer as JSON-ready data."""
        return {**self.head, **self.record.write(value)}
