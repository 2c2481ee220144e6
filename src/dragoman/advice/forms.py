"""The forms of advice, as it is shown: everything on a screen, a page or in a script, as sentences and names.

All of it is made by :mod:`dragoman.advice.build` from one evaluation. No form holds a line number
of its own making or a moment of the clock: the same facts give the same advice.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from enum import Enum
from typing import Any, NamedTuple

from dragoman.advice.carried_forms import Carried, Lacking
from dragoman.advice.support import Order
from dragoman.display import Displayed
from dragoman.form import form, in_brief
from dragoman.rulebook.forms import Atom, RecommendationStatus, ShownAs
from dragoman.rulebook.likelihood import Likelihood
from dragoman.source.visible import brief
from dragoman.values.kind import Value
from dragoman.values.percentage import Unreckoned


class SlotValue(NamedTuple):
    """A key slot with what stands in it."""

    slot: str
    value: str | None
    """A name of the rulebook; None where an optional slot is left out."""


def where(place: str, words: str) -> str:
    """A place with the words that were said there in plain English.

    >>> where("chat line 3", "Kyrgyzstan owes China 42 percent")
    'you, line 3: "Kyrgyzstan owes China 42 percent"'
    """
    return f'you, {place.removeprefix("chat ")}: "{words}"' if words else place


@form
class Voice:
    """One statement as shown: whose word, where it was said, how."""

    fact: str
    """The fact type."""
    slots: tuple[SlotValue, ...]
    """Of the one atom that it is shown for, also where it was said of a group."""
    value: Value | None
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
    words: str = ""
    """Of what was said in plain English, the words that it was read from."""

    def __repr__(self) -> str:
        return f"<Voice '{brief(self.says, 60)}'>"

    @property
    def where(self) -> str:
        """Where it was said, for people: of what was said in plain English, the line and its words."""
        return where(self.place, self.words)


@form
class Weakest:
    """The weakest link of a proof."""

    sentence: str
    likelihood: Likelihood
    source: str
    """Whose word, or which rule."""


class Reason(NamedTuple):
    """One firing that gives a shown conclusion; there are hundreds of them, and a tuple is made fastest."""

    sentence: str
    rule: str
    likelihood: Likelihood
    at: tuple[str, ...]
    """Locators of the passages that the rule rests on."""
    carried_by: tuple[Carried, ...]
    """What carries the recommendation for this reason, beside what carries it anyhow."""
    figures: tuple[str, ...]
    """The numbers in its best proof that were told of whom it is for: `gas export share: 94 percent`."""
    order: Order
    """Where it stands among reasons, those for other conclusions included."""

    def __repr__(self) -> str:
        return in_brief(self)

    @property
    def beyond_report(self) -> bool:
        """Whether it is the rulebook's own."""
        return self.order.beyond_report


@form
class Instance:
    """A shown conclusion for one target."""

    atom: Atom
    slots: tuple[SlotValue, ...]
    """The same key with the names of its slots."""
    target: str
    """The title of the entity that it is for, or empty."""
    target_name: str
    """Its name in the rulebook."""
    sentence: str
    likelihood: Likelihood
    reasons: tuple[Reason, ...]
    """Each firing that gives it, in the order of :mod:`dragoman.advice.support`; empty if it was told."""
    tempered_by: tuple[str, ...]
    """What speaks against it and does not block it."""
    weakest: Weakest | None
    carried_by: tuple[Carried, ...]
    """Of a recommendation: what carries it whatever the reason."""
    still_lacks: tuple[Lacking, ...]
    """Of a recommendation that is under way."""

    def __repr__(self) -> str:
        return f"<Instance '{brief(self.sentence, 60)}': {len(self.reasons)} reasons>"

    def carried(self, reasons: int | None = None) -> tuple[Carried, ...]:
        """What carries it whatever the reason and for its first `reasons` (without a number: for all), each once."""
        added = (carried for reason in self.reasons[:reasons] for carried in reason.carried_by)
        return tuple(dict.fromkeys((*self.carried_by, *added)))


@form
class Recommended:
    """A recommendation, with those it is for."""

    id: str
    title: str
    short: str
    """The title for lists."""
    called: str
    """What it is called whoever it is for, the same for all that differ in their slots only."""
    whom: str
    """All that it is for, in few words (`each state`); or empty."""
    apart: str
    """What tells it from others that are called the same (`in energy`), or empty."""
    action: str
    status: RecommendationStatus
    beside: str
    """What the vocabulary shows beside the sentence, for the slots that it leaves out; or empty."""
    by: tuple[str, ...]
    """Who acts: as the rulebook says, and then as the instruments do that carry it."""
    caveats: tuple[str, ...]
    instances: tuple[Instance, ...]
    beyond_report: bool
    """Whether all of its reasons are the rulebook's own."""

    def __repr__(self) -> str:
        return f"<Recommended '{brief(self.title, 60)}': {self.status.value}>"

    @property
    def likelihood(self) -> Likelihood:
        """Of its best grounds."""
        return max(instance.likelihood for instance in self.instances)

    def carried(self, reasons: int | None = None) -> Mapping[Carried, tuple[Instance, ...]]:
        """What carries it, each with the instances that it carries (:meth:`Instance.carried`)."""
        found: dict[Carried, tuple[Instance, ...]] = {}
        for instance in self.instances:
            for carried in instance.carried(reasons):
                found[carried] = (*found.get(carried, ()), instance)
        return found


@form
class Result:
    """A risk, a forecast, something to watch, or a finding."""

    kind: ShownAs
    id: str
    sentence: str
    """Of the whole group where it holds for all members, else of the first instance."""
    likewise: tuple[str, ...]
    """The titles of the further targets, where it holds for some members of a group."""
    beside: str
    """What the vocabulary shows beside the sentence, for the slots that it leaves out (`in the long run`); or empty."""
    instances: tuple[Instance, ...]
    beyond_report: bool
    """Whether all of its reasons are the rulebook's own."""
    place: int
    """Where the rulebook puts it among results of its kind: what is foremost first, the rest alike."""

    def __repr__(self) -> str:
        return f"<Result {self.kind.value} '{brief(self.sentence, 60)}'>"

    @property
    def is_told(self) -> bool:
        """Whether it was told, so that it is no forecast: it holds now."""
        return not self.instances[0].reasons

    @property
    def likelihood(self) -> Likelihood:
        """The same for all its instances."""
        return self.instances[0].likelihood


@form
class Held:
    """Something that holds now, as one sentence."""

    sentence: str
    """A denial where it was told not to be so."""
    likelihood: Likelihood
    told: bool
    """Else it was concluded."""
    beside: str
    """What the vocabulary shows beside the sentence, or empty."""
    atoms: tuple[Atom, ...] = ()
    """What it speaks of, perhaps with others of which the next sentence speaks."""


class AssumptionKind(Enum):
    """How something is assumed."""

    ABSENT = "absent"
    """Nobody said it."""
    PRESUMED = "presumed"
    """Nobody denied it."""


@form
class Assumption:
    """What was taken as absent, or presumed, without being told."""

    sentence: str
    plain: str
    """What is taken to be so, or not so, without the formula that says which."""
    kind: AssumptionKind
    rests: tuple[str, ...]
    """The ids of what is shown and rests on it."""
    doubts: tuple[Voice, ...]
    """What was said to the contrary, too doubtful to count."""
    follows_anyway: bool
    """Whether what is presumed is concluded by others; people are not shown that."""


@form
class Concluded:
    """One conclusion that is only named."""

    atom: Atom
    slots: tuple[SlotValue, ...]


@form
class Settled:
    """One way to settle a conflict, and what it would change."""

    way: str
    """In words."""
    follows: tuple[str, ...]
    """What would then follow that does not now, in sentences that speak of several conclusions."""
    falls: tuple[str, ...]
    """What follows now and would not then."""
    following: tuple[Concluded, ...]
    """What would then follow, each conclusion for itself."""
    falling: tuple[Concluded, ...]


@form
class Conflict:
    """A disputed fact: both sides, and what hangs on it."""

    atom: Atom
    slots: tuple[SlotValue, ...]
    sentence: str
    """The question that the sides answer differently."""
    voices: tuple[Voice, ...]
    ways: tuple[Settled, ...]
    """Empty where there are too many conflicts to try them all."""
    hint: str
    """How to settle it where a group was told one thing and its member another; or empty."""


@form
class Threshold:
    """A number that the advice rests on: one that the report gives, or the rulebook's own."""

    name: str
    value: str
    reason: str
    """Why it and no other, or empty where the report gives it."""
    is_advised_on: bool
    """Whether a recommendation rests on it."""
    own: str
    """The value in the rulebook, where the user set another for this run; else empty."""
    at: tuple[str, ...]
    """Where the report gives it; empty: it is the rulebook's choice."""


class WhyUnused(Enum):
    """Why nothing in the advice rests on what was told, the reason that is furthest from being used first."""

    LATER = "dated after the situation"
    OVERRIDDEN = "overridden by what was said above it"
    LESS_PRECISE = "less precise than another statement"
    OLDER = "older than another statement"
    EXPIRED = "no longer in force"
    DOUBTFUL = "too doubtful to rest on"
    CONTEXT = "noted as context, which no rule reads on purpose"
    READ_BY_NO_RULE = "read by no rule of this rulebook"
    HALF_OF_A_SHARE = "half of a share of which the other half is not known"
    BEYOND = Unreckoned.BEYOND.value
    VAGUE = Unreckoned.VAGUE.value
    CURRENCY = Unreckoned.CURRENCY.value
    SHARE_TOLD = "of a share that was told itself, and which counts"
    INCOMPARABLE = "in another currency than the rules compare, and no rate is known"
    MEETS_NO_CONDITION = "meeting no condition of any rule"
    NOTHING_FIRED = "read only by rules that did not fire on it"

    @property
    def in_short(self) -> str:
        """The same where there is little room."""
        return _WHY_IN_SHORT.get(self.name, self.value)


_WHY_IN_SHORT = {
    "LATER": "dated later",
    "LESS_PRECISE": "less precise than others",
    "OLDER": "older than others",
    "OVERRIDDEN": "overridden",
    "DOUBTFUL": "too doubtful",
    "CONTEXT": "context",
    "READ_BY_NO_RULE": "read by no rule",
    "INCOMPARABLE": "in another currency",
    "MEETS_NO_CONDITION": "meeting no condition",
    "NOTHING_FIRED": "firing nothing",
}


@form
class Unused:
    """A told fact that nothing in the advice rests on."""

    sentence: str
    """What was said, of a whole group where it was said of one."""
    why: WhyUnused
    """The reason for the member that came nearest to being used."""
    voice: Voice
    context: str = ""
    """Why the rulebook has no rule that reads it, where that is on purpose."""


@form
class Telling:
    """What was told, and how much of it the advice does not use."""

    own: int
    """How many facts the situation itself tells."""
    unused: tuple[Unused, ...]
    """Of its own facts, by reason."""
    inherited: int
    """How many it takes over from the situations that it is based on."""
    unused_inherited: Mapping[WhyUnused, int]
    """How many of those are not used."""


class Target(NamedTuple):
    """Somebody whom advice is for."""

    name: str
    """In the rulebook."""
    title: str


@form
class Advice(Displayed):
    """What a report advises in a situation, and what else follows."""

    situation: str
    as_of: datetime.date | None
    based_on: tuple[str, ...]
    rulebook: str
    """Id and version."""
    digest: str
    engine: str
    targets: tuple[Target, ...]
    """Whom this is kept to; empty: everything is here."""
    facts: int
    """How many statements were made."""
    firings: int
    holds: tuple[tuple[Held, ...], ...]
    """What holds now, a line each: what the rulebook's summary names, then what was told and is no forecast for it."""
    recommendations: tuple[Recommended, ...]
    results: tuple[Result, ...]
    """Risks, forecasts and what to watch; then the findings, unless these were to be counted only."""
    findings: int
    """How many there are."""
    assumptions: tuple[Assumption, ...]
    conflicts: tuple[Conflict, ...]
    doubtful: tuple[Voice, ...]
    """What was said too doubtfully to be a premise."""
    thresholds: tuple[Threshold, ...]
    telling: Telling
    beside_slots: tuple[str, ...]
    """The names of the slots that the vocabulary shows beside sentences."""
    notes: tuple[str, ...]
    document: str = "report"
    """What kind of document the rulebook's report is, as sentences call it."""

    def __repr__(self) -> str:
        numbers = f"{len(self.recommendations)} recommended, {len(self.results)} results"
        return f"<Advice on '{brief(self.situation, 30)}' by {brief(self.rulebook, 25)}: {numbers}>"

    def to_dict(self) -> dict[str, Any]:
        """What `dragoman advise --format json` prints (:mod:`dragoman.advice.json_form`)."""
        from dragoman.advice.json_form import advice_json  # noqa: PLC0415 - it needs these forms

        return advice_json(self)
