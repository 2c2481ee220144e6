"""The forms of what is looked up in a rulebook."""

from __future__ import annotations

import datetime
from enum import Enum

from dragoman.advice.forms import Voice
from dragoman.form import form


@form
class Listed:
    """A situation that comes with a rulebook."""

    name: str
    """What stands for it on the command line and in `based_on`."""
    title: str
    as_of: datetime.date | None
    based_on: tuple[str, ...]
    """The situations that it starts from, nearest first."""
    own: int
    """How many facts it tells itself."""
    inherited: int
    """How many it takes from those that it starts from."""
    place: str
    """The file."""
    problem: str = ""
    """Why it cannot be read, or empty; then the rest says nothing."""


@form
class Preview:
    """One situation, looked at before anything is made of it."""

    listed: Listed
    told: tuple[Voice, ...]
    """Its own facts, as they were told; what was told of a group once."""


@form
class Compares:
    """A rule that compares a number with a threshold."""

    rule: str
    wants: str
    """The condition, as a sentence."""
    gives: tuple[str, ...]
    """What follows where it and the rule's other conditions hold."""


@form
class Threshold:
    """A parameter of the rulebook, and what hangs on it."""

    name: str
    value: str
    unit: str
    whose: str
    """`the report's`, `the rulebook's`, or `yours`: set for this run."""
    own: str
    """The rulebook's value where another is set for this run, else empty."""
    at: tuple[str, ...]
    reason: str
    compares: tuple[Compares, ...]
    option: str
    """What changes it for one run: `--set NAME=VALUE`."""


@form
class EntityEntry:
    """An entity, a group or an instrument, with all that it can be called."""

    name: str
    title: str
    types: tuple[str, ...]
    aliases: tuple[str, ...]
    members: tuple[str, ...]
    """Of a group, by name; else empty."""
    groups: tuple[str, ...]
    """The groups that it is in."""
    document: str = ""
    """Of an instrument, which document that is; else empty."""
    is_target: bool = False
    """Whether advice can be kept to it with `--for`."""


class Where(Enum):
    """Where a word was found in a fact type."""

    NAME = "name"
    WORDS = "words"
    """What people call it."""
    QUESTION = "question"
    SAYS = "says"
    SLOT = "slot"
    """A word, or a synonym of one, that a slot can hold; or the name of a slot."""


@form
class Hit:
    """A fact type in which a word was found."""

    fact: str
    where: Where
    """The best place."""
    text: str
    """What stands there."""
