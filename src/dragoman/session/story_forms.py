"""The forms of a story: who said what and when, how it was read, what it did to the facts, the rules and the advice."""

from __future__ import annotations

from enum import Enum
from typing import Any

from dragoman.advice.forms import Voice
from dragoman.exact.difference_forms import Difference
from dragoman.form import form
from dragoman.rulebook.forms import Atom
from dragoman.session.restore import Began


class Became(Enum):
    """What became of something that was said."""

    TOLD = "told"
    CORRECTED = "corrected"
    """Told in place of something else."""
    AGAIN = "told again"
    """By a step back, or forward again."""
    WITHDRAWN = "taken back"
    LOADED = "loaded"
    """It came with what was loaded."""
    LEFT = "left behind"
    """It was said of what was loaded before."""


@form
class Happened:
    """What became of one statement in a step."""

    became: Became
    sentence: str
    """What it says, with its likelihood, source and date where it has them."""
    was: str
    """What it takes the place of; or empty."""
    voice: Voice
    """Whose word, where, in which words; of a group, of its first member."""
    atoms: tuple[Atom, ...]
    """All that it is said of."""


@form
class Fired:
    """A rule that fires since a step, or no longer does."""

    rule: str
    because: str
    """Its sentence with its variables filled."""
    conclusions: tuple[str, ...]
    through: tuple[int, ...]
    """The places, in the causes of the step's difference, of all that it can hang on."""


@form
class Offered:
    """Words that may have meant a fact, and which."""

    span: str
    reason: str
    choices: tuple[str, ...]


@form
class Did:
    """One thing that the reply said it had done."""

    deed: str
    sentence: str
    was: str


@form
class Moment:
    """One line of a session, and all that came of it."""

    line: int
    """0 for the beginning."""
    time: str
    """UTC, as the journal has it."""
    text: str
    """What was typed."""
    action: str
    """The action of the table that it led to, or what it was taken for; or empty."""
    answers: str
    """The question that it answered, or empty."""
    loaded: tuple[str, ...]
    """What was loaded, as it was asked for."""
    did: tuple[Did, ...]
    """How it was understood."""
    offered: tuple[Offered, ...]
    not_understood: tuple[str, ...]
    problem: str
    asked: str
    """The question that the reply ended with, or empty."""
    facts: tuple[Happened, ...] = ()
    difference: Difference | None = None
    """What changed in the advice, and through what; None where the facts stayed as they were, and at the beginning."""
    fired: tuple[Fired, ...] = ()
    no_longer: tuple[Fired, ...] = ()
    recommended: int = 0
    """How many recommendations stand after it."""


@form
class Story:
    """A session, told from its beginning; or what in it is about one rule or one fact."""

    session: str
    title: str
    began: Began
    rulebook: str
    """Id and version of the rulebook that it is told with."""
    is_same_rulebook: bool
    """Whether that is the one that it was held with, to the byte."""
    program: str
    moments: tuple[Moment, ...]
    rule: str = ""
    """The rule that was asked for."""
    fact: str = ""
    """What was asked for, in a sentence."""
    at_the_end: str = ""
    """How the rule or the fact stands at the end, in a sentence."""

    def to_dict(self) -> dict[str, Any]:
        """What `dragoman audit --session --format json` prints."""
        from dragoman.session.story_json import STORY  # noqa: PLC0415 - it needs these forms

        return STORY.write(self)
