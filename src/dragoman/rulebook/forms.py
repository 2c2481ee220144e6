"""The forms of a rulebook, as read: entities, fact types, conditions, rules, recommendations.

Everything is frozen and knows its place. A `Rulebook` that exists is free of the mistakes that
`load.read_rulebook` finds: names resolve, variables have a range, nothing is recursive.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from dragoman.errors import Place
from dragoman.rulebook.likelihood import Likelihood

Key = tuple[str | None, ...]
"""The values of a fact type's key slots, in the order of its slots; None is a missing optional slot."""


class Atom(NamedTuple):
    """What can be true or false: a fact type with the values of its key slots."""

    fact: str
    key: Key


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that facts are about, or a group of them."""

    name: str
    title: str
    types: frozenset[str]
    """Names of entity types; a group has those that all its members have."""
    aliases: tuple[str, ...]
    members: tuple[str, ...]
    """Empty unless this is a group."""
    place: Place


class SlotKind(Enum):
    """What a slot holds."""

    ENTITY = "entity"
    WORD = "word"
    NUMBER = "number"


class Spread(Enum):
    """What a group in a slot means."""

    REFUSED = "refused"
    """No group may stand here."""
    EACH = "each"
    """Told of the group, it holds for each member."""
    NONE = "none"
    """The group is one more value."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a fact type."""

    name: str
    kind: SlotKind
    types: tuple[str, ...] = ()
    """Entity types that may stand here (kind ENTITY)."""
    words: tuple[str, ...] = ()
    """The enumeration (kind WORD)."""
    unit: str = ""
    """Of a number."""
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    """The range of a number, both ends included."""
    is_value: bool = False
    """Whether this is the value slot; all others are keys."""
    optional: bool = False
    spread: Spread = Spread.REFUSED
    beside: Mapping[str, str] | None = None
    """Where sentences leave the slot out: what is shown beside them for each of its words; None if they name it."""


class Origin(Enum):
    """Where a fact of a type comes from."""

    TOLD = "told"
    DERIVED = "derived"
    BOTH = "both"
    """Concluded by rules, unless it was told: what is told overrules."""


class ShownAs(Enum):
    """How the advice shows what rules conclude, in the order in which it does."""

    RECOMMENDATION = "recommendation"
    RISK = "risk"
    FORECAST = "forecast"
    WATCH = "watch"
    FINDING = "finding"


@dataclass(frozen=True, slots=True)
class FactType:
    """A kind of fact, with the words to say it and to ask for it."""

    name: str
    origin: Origin
    keys: tuple[Slot, ...]
    value: Slot | None
    says: str
    """A sentence fragment with `{slot}`; a part in `[ ]` is dropped where an optional slot of it is missing."""
    denies: str
    """The same for a denial; empty: `it is not the case that` and `says`."""
    question: str
    words: tuple[str, ...]
    """What people call it."""
    shown_as: ShownAs | None
    """None for what only supports others."""
    label: str
    """The slot of a free name that is shown and no part of the atom, or empty."""
    symmetric: tuple[str, str] | None
    """Two slots whose order means nothing."""
    catalogue: bool
    """Whether the instruments tell it; it never fires a rule alone."""
    place: Place

    @property
    def key_names(self) -> tuple[str, ...]:
        """The names of the key slots, in order."""
        return tuple(slot.name for slot in self.keys)

    def slot(self, name: str) -> Slot | None:
        """The slot of that name, the value slot included."""
        slots = self.keys if self.value is None else (*self.keys, self.value)
        return next((slot for slot in slots if slot.name == name), None)


@dataclass(frozen=True, slots=True)
class Variable:
    """`$name` in a rule: the same value wherever it stands."""

    name: str


class Blank(Enum):
    """A key slot that a pattern does not name."""

    ANY = "any"
    """Any value, a missing optional slot included."""
    MISSING = "missing"
    """The optional slot is not there."""


Term = str | Variable | Blank


@dataclass(frozen=True, slots=True)
class WordTest:
    """The value is one of these words."""

    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class NumberTest:
    """The number lies between two parameters, both ends included; an empty name is no bound."""

    at_least: str
    at_most: str


Test = WordTest | NumberTest


@dataclass(frozen=True, slots=True)
class Bounds:
    """A `NumberTest` with its parameters looked up; both ends included, None is no bound."""

    low: Decimal | None
    high: Decimal | None


def resolved(test: Test | None, parameters: Mapping[str, Parameter]) -> WordTest | Bounds | None:
    """The test with numbers for the names of parameters."""
    if not isinstance(test, NumberTest):
        return test
    low, high = (parameters[name].value if name else None for name in (test.at_least, test.at_most))
    return Bounds(low, high)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A fact type with a term for each key slot, and perhaps a test on its value slot."""

    fact: str
    terms: tuple[Term, ...]
    test: Test | None
    place: Place

    @property
    def variables(self) -> tuple[str, ...]:
        """The names of its variables, each once, in order."""
        return tuple(dict.fromkeys(term.name for term in self.terms if isinstance(term, Variable)))


class Mode(Enum):
    """What a condition wants of its pattern."""

    HOLDS = "holds"
    """`when`: true."""
    DENIED = "denied"
    """`when: not`: told false."""
    ABSENT = "absent"
    """`unless`: neither true nor disputed."""
    NOT_TOLD = "not told"
    """`unless: told`: the same, of what was told only."""
    NOT_DENIED = "not denied"
    """`unless: not`, a presumption: neither told false nor disputed."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A pattern and what is wanted of it."""

    mode: Mode
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Rule:
    """If `when` and not `unless`, then `then`."""

    id: str
    claims: tuple[str, ...]
    """The claims of the report that it encodes; empty only if `beyond_report`."""
    beyond_report: bool
    when: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    tempered_by: tuple[Condition, ...]
    """Shown beside the conclusion where they hold; they never block it."""
    then: tuple[Pattern, ...]
    strength: Likelihood
    because: str
    ranges: Mapping[str, tuple[str, ...]]
    """The values that each variable can take, sorted."""
    level: int
    """1 + the highest level among its `when` and `unless` types."""
    place: Place
    hedge_differs: str = ""
    """Why its strength is another than the weakest hedge of its claims, or empty."""
    rank: int = 0
    """Among reasons for one conclusion that are as likely as each other, the lower rank stands first."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that the report says, in our own words."""

    id: str
    at: tuple[str, ...]
    """Locators: section and paragraph, `MIL.3`."""
    kind: str
    text: str
    hedge: Likelihood
    not_encoded: str
    """Why no rule encodes it, or empty."""
    place: Place


@dataclass(frozen=True, slots=True)
class Parameter:
    """A threshold that the rulebook chose."""

    name: str
    value: Decimal
    unit: str
    reason: str
    place: Place


@dataclass(frozen=True, slots=True)
class Instrument:
    """A document of the EU: a strategy, an agreement."""

    id: str
    title: str
    document: str
    adopted: datetime.date | None
    follows: str
    """The instrument before it, or empty."""
    strands: Mapping[str, str]
    """Its parts: short name to title."""
    aliases: tuple[str, ...]
    place: Place


class RecommendationStatus(Enum):
    """How far a recommendation is."""

    ADVISED = "advised"
    UNDER_WAY = "under way"
    """What it asks for was told to be happening."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """How a recommendation of the report is worded; its id is the fact type that rules conclude."""

    id: str
    title: str
    action: str
    target: str
    """The slot that says for whom, or empty."""
    by: tuple[str, ...]
    strategies: tuple[str, ...]
    """Instruments that carry it."""
    strands: Mapping[str, tuple[str, ...]]
    """Of each instrument, the strands that carry it."""
    caveats: tuple[str, ...]
    under_way_when: tuple[Condition, ...]
    """Told conditions; where all hold it is under way, else advised. A variable `$slot` is the slot's value."""
    place: Place


@dataclass(frozen=True, slots=True)
class Report:
    """The report that the rulebook encodes."""

    title: str
    authors: tuple[str, ...]
    publisher: str
    date: datetime.date


@dataclass(frozen=True, slots=True)
class Rulebook:
    """One report as data."""

    id: str
    title: str
    version: str
    folder: str
    """Where it was read from, to find its situations and cases."""
    digest: str
    """SHA-256 over its files: two rulebooks with one digest give the same advice."""
    report: Report
    parameters: Mapping[str, Parameter]
    entity_types: Mapping[str, str]
    """Name to meaning."""
    entities: Mapping[str, Entity]
    """Groups and instruments included."""
    facts: Mapping[str, FactType]
    claims: Mapping[str, Claim]
    passages: Mapping[str, tuple[tuple[int, int], ...]]
    """Locator to the digests of the passage's pieces: number of letters, rolling hash."""
    instruments: Mapping[str, Instrument]
    recommendations: Mapping[str, Recommendation]
    rules: Mapping[str, Rule]
    levels: Mapping[str, int]
    """Of each fact type: the highest level among the rules that conclude it, 0 if none."""
    changed: Mapping[str, Decimal] = field(default_factory=dict)
    """Parameters that the user set for this run, with the rulebook's own value."""
