"""What a reading is (the intent of a line, the facts that it tells, what it was too doubtful to tell), and who reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import Enum
from typing import Any, Protocol

from dragoman.display import Displayed
from dragoman.form import form


class Intent(Enum):
    """What somebody wants with a line."""

    TELL = "tell"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    WHY = "why"
    WHY_NOT = "why-not"
    WHAT_IF = "what-if"
    SHOW = "show"
    COMMAND = "command"
    OTHER = "other"


@form
class ReadFact:
    """A fact as it was said."""

    fact: str
    slots: Mapping[str, object] = field(hash=False)
    """As a file of facts writes them, as JSON: names, words, numbers, ranges."""
    holds: bool = True
    likelihood: str = ""
    """A word of ICD 203, or empty where it was said plainly."""
    source: str = ""
    """Whose word it is; empty where it is the speaker's own."""
    date: str = ""
    """Of when it is so, if a full date was said."""
    span: str = ""
    """The words that it comes from, as they were typed."""

    @property
    def as_told(self) -> dict[str, object]:
        """The fact as a file has it, and as `Situation.tell` takes it."""
        said: dict[str, object] = {self.fact: dict(self.slots)}
        beside = {"likelihood": self.likelihood, "source": self.source, "date": self.date}
        about = {name: text for name, text in beside.items() if text}
        return {**(said if self.holds else {"not": said}), **about}

    @property
    def meaning(self) -> tuple[object, ...]:
        """What it says, its words aside."""
        slots = tuple(sorted((name, repr(value)) for name, value in self.slots.items()))
        return self.fact, slots, self.holds, self.likelihood, self.source


@form
class Offer:
    """Words that may mean a fact, and which."""

    span: str
    reason: str
    """Why none of them was taken for said, for the reply."""
    choices: tuple[ReadFact, ...]
    """At most three, the likeliest first."""


@form
class Reading(Displayed):
    """A line as it was read."""

    intent: Intent
    facts: tuple[ReadFact, ...] = ()
    withdrawn: tuple[ReadFact, ...] = ()
    """What the line takes back; a slot that is left out stands for any value."""
    supposed: tuple[ReadFact, ...] = ()
    """What it asks to suppose."""
    offered: tuple[Offer, ...] = ()
    not_understood: tuple[str, ...] = ()
    """The words that nothing was made of."""

    def __repr__(self) -> str:
        found = f"{len(self.facts)} facts, {len(self.withdrawn)} withdrawn, {len(self.supposed)} supposed"
        return f"<Reading {self.intent.value}: {found}, {len(self.offered)} offered>"

    @property
    def told(self) -> tuple[dict[str, object], ...]:
        """What the line tells beyond doubt, as `Situation.tell` takes it: `situation.tell(*reading.told)`."""
        return tuple(fact.as_told for fact in self.facts)

    def to_dict(self) -> dict[str, Any]:
        """What `dragoman read --json` prints (:mod:`dragoman.language.json_form`)."""
        from dragoman.language.json_form import reading_json  # noqa: PLC0415 - it needs these forms

        return reading_json(self)


class LineReader(Protocol):
    """What reads lines: ours, or ours with another beside it."""

    def read(self, text: str, context: Sequence[str] = ()) -> Reading:
        """What `text` says; `context` are the lines before it, the oldest first."""

    def listen(self) -> Listener:
        """Ready for the first sentence of a text."""


class Listener(Protocol):
    """Reads a text sentence by sentence."""

    def hear(self, text: str) -> tuple[Offer, ...]:
        """What a sentence may tell; an offer without a reason would be told if somebody typed it."""
