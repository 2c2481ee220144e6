"""The forms of advice: everything a screen, a page or a script shows, as sentences and names.

All of it is made by :mod:`dragoman.advice.build` from one evaluation. No form holds a line number
of its own making or a moment of the clock: the same facts give the same advice.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.rulebook.forms import Atom
from dragoman.rulebook.likelihood import Likelihood

HORIZONS = {"now": "now", "short": "in the short run", "long": "in the long run"}
"""When a result is expected, in words."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One statement as shown: whose word, where it was said, how."""

    says: str
    """The sentence, as it was said."""
    holds: bool
    """Whether it counts for the fact; what was said to be unlikely counts against it."""
    source: str
    """Title and grade, or empty."""
    at: tuple[str, ...]
    """Locators of the report."""
    place: str
    """File, line and column, or the chat line."""
    likelihood: str
    """In the words used, or empty."""
    date: str
    note: str
    """Label, note, until when, of which group, inherited from where: in words."""


@dataclass(frozen=True, slots=True)
class Weakest:
    """The weakest link of a proof."""

    sentence: str
    likelihood: Likelihood
    source: str
    """Whose word, or which rule."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One firing that gives a shown conclusion."""

    sentence: str
    rule: str
    likelihood: Likelihood
    at: tuple[str, ...]
    """Locators of the passages that the rule rests on."""


@dataclass(frozen=True, slots=True)
class Instance:
    """A shown conclusion for one target."""

    atom: Atom
    target: str
    """The title of the entity that it is for, or empty."""
    target_name: str
    """Its name in the rulebook."""
    sentence: str
    likelihood: Likelihood
    reasons: tuple[Reason, ...]
    """Each firing that gives it, best first; empty if it was told."""
    tempered_by: tuple[str, ...]
    """What speaks against it and does not block it."""
    weakest: Weakest | None


@dataclass(frozen=True, slots=True)
class Recommended:
    """A recommendation, with the states it is for."""

    id: str
    title: str
    action: str
    status: str
    """`advised` or `under way`."""
    by: tuple[str, ...]
    strategies: tuple[str, ...]
    """Titles of instruments, with their strands."""
    caveats: tuple[str, ...]
    instances: tuple[Instance, ...]
    beyond_report: bool

    @property
    def likelihood(self) -> Likelihood:
        """Of its best grounds."""
        return max(instance.likelihood for instance in self.instances)


@dataclass(frozen=True, slots=True)
class Result:
    """A risk, a forecast, something to watch, or a finding."""

    kind: str
    id: str
    sentence: str
    """Of the whole group where it holds for all members, else of the first instance."""
    likewise: tuple[str, ...]
    """The titles of the further targets, where it holds for some members of a group."""
    horizon: str
    """`now`, `short`, `long`, or empty."""
    instances: tuple[Instance, ...]
    beyond_report: bool

    @property
    def likelihood(self) -> Likelihood:
        """The same for all its instances."""
        return self.instances[0].likelihood

    @property
    def when(self) -> str:
        """The horizon in words."""
        return HORIZONS.get(self.horizon, self.horizon)


@dataclass(frozen=True, slots=True)
class Assumption:
    """What was taken as absent, or presumed, without being told."""

    sentence: str
    kind: str
    """`absent` (nobody said it) or `presumed` (nobody denied it)."""
    rests: tuple[str, ...]
    """The ids of what is shown and rests on it."""
    doubts: tuple[Voice, ...]
    """What was said to the contrary, too doubtful to count."""


@dataclass(frozen=True, slots=True)
class Settled:
    """One way to settle a conflict, and what it would change."""

    way: str
    """In words."""
    follows: tuple[str, ...]
    """What would then follow that does not now."""
    falls: tuple[str, ...]
    """What follows now and would not then."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A disputed fact: both sides, and what hangs on it."""

    sentence: str
    """The question that the sides answer differently."""
    voices: tuple[Voice, ...]
    ways: tuple[Settled, ...]
    """Empty where there are too many conflicts to try them all."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number that the report does not give and the advice rests on."""

    name: str
    value: str
    reason: str
    own: str
    """The rulebook's own value, where the user set another for this run; else empty."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What the EU should do in a situation, and what else follows."""

    situation: str
    as_of: datetime.date | None
    based_on: tuple[str, ...]
    rulebook: str
    """Id and version."""
    digest: str
    engine: str
    state: str
    """The title of the state that this is kept to, or empty."""
    facts: int
    """How many statements were made."""
    firings: int
    recommendations: tuple[Recommended, ...]
    results: tuple[Result, ...]
    assumptions: tuple[Assumption, ...]
    conflicts: tuple[Conflict, ...]
    doubtful: tuple[Voice, ...]
    """What was said too doubtfully to be a premise."""
    thresholds: tuple[Threshold, ...]
    notes: tuple[str, ...]

    def shown(self) -> Mapping[Atom, tuple[str, str]]:
        """Every shown conclusion: its sentence and, in words, its status and grounds."""
        found: dict[Atom, tuple[str, str]] = {}
        for recommended in self.recommendations:
            for instance in recommended.instances:
                grounds = f"{recommended.status}, grounds: {instance.likelihood.word}"
                found[instance.atom] = (instance.sentence, grounds)
        for result in self.results:
            for instance in result.instances:
                standing = ", ".join(part for part in (instance.likelihood.word, result.when) if part)
                found[instance.atom] = (instance.sentence, standing)
        return found
