"""The forms of a difference: what changed in what is given, what that changes in the advice, and what hangs on what."""

from __future__ import annotations

from enum import Enum
from typing import Any, NamedTuple

from dragoman.advice.forms import Advice, Concluded, Reason, Target
from dragoman.advice.shown import Shown
from dragoman.display import Displayed
from dragoman.form import form, in_brief
from dragoman.rulebook.forms import ShownAs
from dragoman.source.visible import brief


class CauseKind(Enum):
    """What can be another in two pieces of advice, so that they differ."""

    FACT = "fact"
    THRESHOLD = "threshold"
    RULE = "rule"
    VOCABULARY = "vocabulary"
    """An entity, a fact type, an instrument, or how a recommendation is worded and when it is under way."""


class Turn(Enum):
    """What became of it."""

    TOLD = "told"
    WITHDRAWN = "withdrawn"
    CONTRARY = "now the contrary"
    VALUE = "another value"
    LIKELIHOOD = "another likelihood"
    DISPUTED = "disputed now"
    SETTLED = "no longer disputed"
    SET = "set"
    """A threshold."""
    CAME = "new"
    """A rule, or a name of the vocabulary; so are the next two."""
    WENT = "gone"
    CHANGED = "changed"


@form
class Cause:
    """One thing that is given otherwise: what one statement says, a threshold, a rule, a name of the vocabulary."""

    kind: CauseKind
    turn: Turn
    name: str
    """The fact type, the threshold, the rule or the name."""
    sentence: str
    """What is told now, or no longer is; the question that is disputed; what a rule says; else what it is about."""
    before: str
    """A value, a likelihood or what was told; empty where there was nothing."""
    after: str
    facts: tuple[Concluded, ...] = ()
    """The atoms that a statement speaks of."""


class Sign(Enum):
    """What became of something in the advice, in the words of a list."""

    CAME = "comes"
    WENT = "goes"
    CHANGED = "stands otherwise"
    """It has another status, or another likelihood."""
    REASONS = "for other reasons"
    """It stands as it did, and some of its reasons came or went."""


class Step(NamedTuple):
    """A conclusion between a change and its cause."""

    sign: Sign
    sentence: str

    def __repr__(self) -> str:
        return in_brief(self)


@form
class Through:
    """On which causes a change hangs."""

    causes: tuple[int, ...]
    """The places of these in :attr:`Difference.causes`."""
    others: tuple[tuple[int, ...], ...] = ()
    """Other sets, as small, each of which would do as well."""
    is_exact: bool = True
    """Whether these alone give the change: tried, with all else as it was. Else they are all that it can hang on."""
    is_smallest: bool = True
    """Whether no fewer of what it can hang on would do; else none of these can be spared."""
    by_way_of: tuple[Step, ...] = ()
    """The conclusions that it came through, the nearest first."""


class Turned(NamedTuple):
    """What became of one shown conclusion."""

    old: Shown | None
    """None where it came."""
    new: Shown | None
    """None where it went."""
    came: tuple[Reason, ...]
    """Of one that stands: the reasons that it has now and did not have."""
    went: tuple[Reason, ...]
    through: Through

    def __repr__(self) -> str:
        return in_brief(self)

    @property
    def shown(self) -> Shown:
        """As it is, or was."""
        found = self.new or self.old
        if found is None:
            raise ValueError("it is shown neither before nor after")
        return found


@form
class Change:
    """A shown conclusion that came, went, or stands otherwise; or several that differ in the member of a group only."""

    sign: Sign
    kind: ShownAs
    id: str
    """The fact type."""
    sentence: str
    """Of the whole group where it is so for all members."""
    whom: str
    """All that it is for, in few words (`each state`); or empty."""
    before: str
    """How it stood, in words; empty where it did not."""
    after: str
    turned: tuple[Turned, ...]
    """Each conclusion for itself."""


class Side(NamedTuple):
    """One of the two that are compared."""

    situation: str
    rulebook: str
    """Id and version."""
    digest: str
    """Of the rulebook with its thresholds."""
    facts: int
    targets: tuple[Target, ...]
    """Those that the advice is kept to."""

    def __repr__(self) -> str:
        return in_brief(self)

    @staticmethod
    def of(advice: Advice) -> Side:
        """That of a piece of advice."""
        return Side(advice.situation, advice.rulebook, advice.digest, advice.facts, advice.targets)


@form
class Difference(Displayed):
    """What changes from one piece of advice to another, and why."""

    before: Side
    after: Side
    causes: tuple[Cause, ...]
    """All that is given otherwise, whether anything hangs on it or not."""
    changes: tuple[Change, ...]
    """What came, what went, what stands otherwise, what stands for other reasons; each in the order of the advice."""
    unchanged: int
    """How many shown conclusions stand as they did, for the same reasons."""

    def __repr__(self) -> str:
        sides = " to ".join(f"'{brief(side.situation, 25)}'" for side in (self.before, self.after))
        return f"<Difference from {sides}: {len(self.changes)} changes>"

    def to_dict(self) -> dict[str, Any]:
        """What `dragoman diff --format json` prints (:mod:`dragoman.exact.difference_json`)."""
        from dragoman.exact.difference_json import DIFFERENCE  # noqa: PLC0415 - it needs these forms

        return DIFFERENCE.write(self)

    def of_kind(self, kind: ShownAs) -> tuple[Change, ...]:
        """The changes of one kind of conclusion."""
        return tuple(change for change in self.changes if change.kind is kind)
