"""The forms of answers that only a conversation gives: what was told, whether something is so, what a word means.

They hold sentences and forms of lower layers; :mod:`dragoman.views.spoken` words them.
"""

from __future__ import annotations

from enum import Enum

from dragoman.advice.forms import Advice, Result, Unused, Voice
from dragoman.conversation.terms import Term
from dragoman.exact.why_not_forms import Silence, WhyNot
from dragoman.explain.answers import Proofs
from dragoman.explain.audit import Entry
from dragoman.form import form


@form
class AdviceShown:
    """What is recommended."""

    advice: Advice
    """Kept to those whom the line names."""
    silence: Silence | None
    """Where nothing is recommended to anybody that was named: what each recommendation lacks."""


@form
class ResultsShown:
    """Risks, forecasts and what to watch."""

    whom: tuple[str, ...]
    """The titles of those that it is kept to."""
    results: tuple[Result, ...]


class Standing(Enum):
    """How something that was told, or asked for, stands."""

    TOLD = "told"
    CONCLUDED = "concluded"
    BOTH = "told and concluded"
    DENIED = "told not so"
    DISPUTED = "disputed"
    DOUBTFUL = "too doubtful to count"
    LOST = "no longer counts"
    NOT_CONCLUDED = "does not follow"
    UNKNOWN = "nobody has said"
    OTHER_VALUE = "told otherwise"


@form
class Fact:
    """One fact that was told."""

    sentence: str
    standing: Standing
    voices: tuple[Voice, ...]


@form
class FactsShown:
    """What was told."""

    whom: tuple[str, ...]
    """The titles of those that it is kept to."""
    facts: tuple[Fact, ...]
    """What was said last first."""
    assumed: tuple[str, ...]
    """What is assumed; empty where the facts are kept to somebody."""
    conflicts: int
    """How many facts are disputed, likewise."""


@form
class UnusedShown:
    """What was told and nothing rests on."""

    unused: tuple[Unused, ...]
    facts: int
    """How many facts were told."""


@form
class RulesShown:
    """The rules that fired."""

    entries: tuple[Entry, ...]
    rule: str
    """The one that was asked for, or empty."""
    whom: tuple[str, ...]


@form
class FactAnswer:
    """Whether something is so."""

    sentence: str
    """What was asked to be so."""
    standing: Standing
    known: str
    """Of what has a value: what is known of it, in a sentence; or empty."""
    question: str
    """The rulebook's question for it, where it can be told and is not known; or empty."""
    voices: tuple[Voice, ...]
    because: str
    """Why it follows, or empty."""
    follows: tuple[str, ...]
    """Where a slot was left open: those that are so, in sentences."""


@form
class Explained:
    """What a word means."""

    term: Term
    title: str
    sentences: tuple[str, ...]


@form
class Shared:
    """Sentences of both, and of one alone."""

    both: tuple[str, ...]
    one: tuple[str, ...]
    other: tuple[str, ...]


@form
class Compared:
    """Two of whom something is said, side by side."""

    one: str
    other: str
    recommended: Shared
    """By the titles that do not say to whom."""
    follows: Shared
    """Risks, forecasts and what to watch."""
    told: Shared


@form
class Why:
    """Why something is so."""

    proofs: Proofs
    reasons: tuple[tuple[str, ...], ...]
    """Of each proof the sentences of all rules that give it, the best first, each once."""
    further: tuple[str, ...]
    """What was asked for, too, and is not proved here."""
    everything: bool


@form
class WhyNotShown:
    """Why something is not so."""

    answer: WhyNot


@form
class FactWhy:
    """Whose word a told fact is, where somebody asks why."""

    fact: Fact


@form
class Which:
    """Several things that may be meant."""

    action: str
    sentences: tuple[str, ...]
    """The likeliest first."""
    arguments: tuple[str, ...]
    """For each what the action is done with, as a slash command takes it."""


@form
class Nothing:
    """Nothing that could be done or shown."""

    sentence: str
    """What is wrong."""
    nearest: tuple[str, ...] = ()
    """The actions that come nearest."""
