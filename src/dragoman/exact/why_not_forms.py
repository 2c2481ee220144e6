"""The forms of the answer to `why-not`: what does not follow, and what each rule that could give it still wants."""

from __future__ import annotations

from typing import Any, NamedTuple

from dragoman.advice.forms import SlotValue, Voice
from dragoman.display import Displayed
from dragoman.engines.model import Status
from dragoman.exact.margin import Margin
from dragoman.exact.standing import Cause
from dragoman.explain.proof import Past
from dragoman.form import form, in_brief
from dragoman.rulebook.forms import Atom
from dragoman.source.visible import brief


@form
class Added:
    """One fact that would have to be told."""

    atom: Atom
    slots: tuple[SlotValue, ...]
    sentence: str
    """What would be told, a denial where it is one."""
    question: str
    """The rulebook's question for it."""
    reply: str
    """What would have to be answered: `yes`, `no`, `at least 40 percent`."""


@form
class Barrier:
    """What stands in the way of a condition of `unless`."""

    atom: Atom
    slots: tuple[SlotValue, ...]
    sentence: str
    cause: Cause
    """In the way, or disputed."""
    voices: tuple[Voice, ...]
    """Who said it; empty if rules conclude it."""
    because: str
    """The sentence of the first rule that concludes it, or empty."""
    rule: str
    """Its id, or empty."""


class Lack(NamedTuple):
    """A condition that does not hold."""

    section: str
    """`when` or `unless`."""
    cause: Cause
    sentence: str
    margin: Margin | None
    """Of a number that does not pass, or may not."""

    def __repr__(self) -> str:
        return in_brief(self)


@form
class Wanted:
    """What the nearest rule for a condition that is a conclusion wants in its turn."""

    rule: str
    because: str
    beyond_report: bool
    lacks: tuple[Lack, ...]


@form
class Check:
    """One condition of a rule, and how it stands."""

    section: str
    """`when` or `unless`."""
    number: int
    """In its section, from 0."""
    sentence: str
    """What it speaks of; of `when: not` a denial. A variable that is open is `some power`."""
    cause: Cause
    atom: Atom | None
    """What it looks at; None if that is open, and for `unless`."""
    slots: tuple[SlotValue, ...]
    voices: tuple[Voice, ...]
    """What was said of it, in force."""
    history: tuple[Past, ...]
    """What was said of it and lost."""
    margin: Margin | None
    """Of a number that does not pass, or may not."""
    barriers: tuple[Barrier, ...]
    """Of `unless`: what it rests on."""
    question: str
    """The rulebook's question, where the answer is not known; or empty."""
    wanted: Wanted | None
    """Of a conclusion that does not follow."""


@form
class Attempt:
    """One rule that could give a conclusion, under the values of its variables that bring it nearest."""

    rule: str
    because: str
    beyond_report: bool
    at: tuple[str, ...]
    """Locators of the passages that it rests on."""
    place: str
    """File and line of the rule."""
    bindings: tuple[tuple[str, str | None], ...]
    """Its variables with their values; None for one that is open."""
    checks: tuple[Check, ...]
    others: int
    """How many other ways to bind its variables come as near."""

    @property
    def failing(self) -> tuple[Check, ...]:
        """The conditions that do not hold."""
        return tuple(check for check in self.checks if check.cause is not Cause.HOLDS)


@form
class Stopped:
    """A rule that fired and whose conclusion does not count."""

    rule: str
    because: str
    status: Status
    """Overruled, by what was told; or held back, by what is disputed."""


@form
class NotGiven:
    """One conclusion that was asked for and does not hold."""

    atom: Atom
    slots: tuple[SlotValue, ...]
    sentence: str
    beside: str
    """What the vocabulary shows beside the sentence, for the slots that it leaves out; or empty."""
    cause: Cause
    voices: tuple[Voice, ...]
    """What was said of it itself, in force."""
    history: tuple[Past, ...]
    """What was said of it and lost."""
    stopped: tuple[Stopped, ...]
    attempts: tuple[Attempt, ...]
    """Nearest first; empty if no rule concludes it, or if it was told not to be so."""
    additions: tuple[tuple[Added, ...], ...]
    """The smallest sets of facts that would give it if they were told too; empty if none of one or two was found."""
    question: str
    """The rulebook's question for it, if it can be told; or empty."""


@form
class WhyNot(Displayed):
    """The answer to `why-not NAME`."""

    fact: str
    sentence: str
    """That what was asked for is so."""
    is_told: bool
    """Whether it is only told, and no rule concludes it."""
    given: tuple[str, ...]
    """What of it does hold, in sentences."""
    atoms: tuple[NotGiven, ...]
    more: tuple[str, ...]
    """Further conclusions that do not hold either, in sentences; those that are farther away."""

    def __repr__(self) -> str:
        return f"<WhyNot {brief(self.fact)}: {len(self.given)} given, {len(self.atoms) + len(self.more)} not>"

    def to_dict(self) -> dict[str, Any]:
        """What `dragoman why-not NAME --format json` prints."""
        from dragoman.exact.why_not_json import WHY_NOT  # noqa: PLC0415 - it needs these forms

        return WHY_NOT.write(self)


@form
class Unsaid:
    """Recommendations that are not given and lack the same, but for whom they are."""

    conclusions: tuple[tuple[Atom, tuple[SlotValue, ...]], ...]
    """Each with the names of its slots."""
    title: str
    """What is not recommended, for all of them."""
    cause: Cause
    """`NOT_CONCLUDED`, or how it stands by what was told of it itself."""
    rule: str
    """The nearest rule; empty where something was told of it itself."""
    because: str
    """Its sentence; where this stands for several, who they are for is `the state`."""
    beyond_report: bool
    questions: tuple[Added, ...]
    """The facts any one of which would give it, the nearest rule's first; empty if it takes more than one."""
    lacks: tuple[Lack, ...]
    """Where there are no questions: what does not hold of the nearest rule."""


@form
class Silence(Displayed):
    """The answer to `why-not` without a name."""

    situation: str
    given: int
    """How many recommendations are given, one for each whom they are for."""
    lines: tuple[Unsaid, ...]

    def __repr__(self) -> str:
        return f"<Silence on '{brief(self.situation)}': {self.given} given, {len(self.lines)} kinds not>"

    def to_dict(self) -> dict[str, Any]:
        """What `dragoman why-not --format json` prints."""
        from dragoman.exact.why_not_json import SILENCE  # noqa: PLC0415 - it needs these forms

        return SILENCE.write(self)
