"""What a file looks like, as data: which keys a thing has, and what stands under each.

The readers take their keys from here, and the JSON Schemas are made from here
(:mod:`dragoman.rulebook.schema`), so that an editor and the program never disagree on a key.
What the words mean to each other (does this entity exist?) is no shape and stays with the readers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from dragoman.source.nodes import Node
from dragoman.source.reading import Reading


class Single(Enum):
    """A single value."""

    TEXT = "text"
    NAME = "name"
    NUMBER = "number"
    WHOLE = "whole number"
    COUNT = "whole number from 1 on"
    PERCENT = "number between 0 and 100"
    TRUTH = "true or false"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class OneWord:
    """One of a few words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A text of one form: a locator, a source grade."""

    pattern: str
    """A regular expression, as JavaScript reads it too."""


@dataclass(frozen=True, slots=True)
class Either:
    """One or the other."""

    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list."""

    item: Value
    or_one: bool = False
    """Whether a single item stands for a list of one."""
    at_least: int = 0
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class MapOf:
    """Names, each with its value."""

    item: Value
    key: Value = Single.NAME
    never: tuple[str, ...] = ()
    """Names that are taken."""


class Slots(Enum):
    """What stands in the slots of a fact."""

    PLAIN = "plain"
    """Names only: conclusions, expectations, what is forgotten."""
    TESTS = "tests"
    """Names and variables, and a test on the value: conditions of a rule."""
    VALUES = "values"
    """Names, and a value as it is told: facts."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact type with its slots in braces, perhaps inside `not:` or `told:`, and what is said beside it."""

    what: str
    slots: Slots
    variables: bool = False
    """Whether `$name` may stand in a slot."""
    is_complete: bool = False
    """Whether only an optional slot may be left out."""
    inside: tuple[str, ...] = ()
    """The words that the fact may stand inside of."""
    beside: Mapping[str, Key] = field(default_factory=dict)
    """The keys that may stand in the same entry."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A mapping with keys of its own."""

    what: str
    """What messages call it: `a rule`."""
    keys: Mapping[str, Key]
    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Exactly one of these keys must be there; with each, those that may stand beside it."""
    any_of: tuple[tuple[str, ...], ...] = ()
    """Of each of these groups of keys at least one must be there."""
    together: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Where the first is, the others must be."""

    def fields(self, reading: Reading, node: Node | None) -> dict[str, Node]:
        """The values of the mapping `node` by key; unknown and missing keys are noted."""
        return reading.fields(node, self.what, self.required, self.optional)

    @property
    def required(self) -> tuple[str, ...]:
        """The keys that must be there."""
        return tuple(name for name, key in self.keys.items() if key.is_required)

    @property
    def optional(self) -> tuple[str, ...]:
        """The keys that may be there."""
        return tuple(name for name, key in self.keys.items() if not key.is_required)


Value = Single | OneWord | Written | Either | ListOf | MapOf | Fact | Shape


@dataclass(frozen=True, slots=True)
class Key:
    """What stands under one key."""

    value: Value
    meaning: str
    """One line, which editors show."""
    is_required: bool


def need(value: Value, meaning: str) -> Key:
    """A key that must be there."""
    return Key(value, meaning, is_required=True)


def may(value: Value, meaning: str) -> Key:
    """A key that may be there."""
    return Key(value, meaning, is_required=False)
