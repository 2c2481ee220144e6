"""The forms of a rulebook, as read: entities, fact types, conditions, rules, recommendations.

Everything is frozen and knows its place. A `Rulebook` that exists is free of the mistakes that
`load.read_rulebook` finds: names resolve, variables have a range, nothing is recursive.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from enum import Enum
from typing import NamedTuple, TypeVar

from dragoman.errors import Place
from dragoman.form import form
from dragoman.rulebook.instrument_forms import Carrier, Instrument
from dragoman.rulebook.likelihood import Likelihood
from dragoman.rulebook.locators import Counting
from dragoman.source.nodes import Node
from dragoman.source.visible import brief
from dragoman.values.entity import Entities, Entity
from dragoman.values.enumeration import Enumeration
from dragoman.values.kind import Test, ValueKind

T = TypeVar("T")
KeyKind = Entities | Enumeration
"""What a key slot can hold."""
Key = tuple[str | None, ...]
"""The values of a fact type's key slots, in the order of its slots; None is a missing optional slot."""


class Atom(NamedTuple):
    """What can be true or false: a fact type with the values of its key slots."""

    fact: str
    key: Key


@form
class Slot:
    """One key slot of a fact type."""

    name: str
    kind: KeyKind
    """What may stand here."""
    place: Place
    optional: bool = False
    beside: Mapping[str, str] | None = None
    """Where sentences leave the slot out: what is shown beside them for each of its words; None if they name it."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words that may stand here; empty if it holds entities."""
        return self.kind.words if isinstance(self.kind, Enumeration) else ()

    @property
    def types(self) -> tuple[str, ...]:
        """The entity types that may stand here; empty if it holds words."""
        return self.kind.types if isinstance(self.kind, Entities) else ()


@form
class ValueSlot:
    """The slot of a fact type that holds what is told."""

    name: str
    kind: ValueKind
    place: Place


@form
class EntityType:
    """A kind of entity."""

    name: str
    meaning: str
    place: Place


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


@form
class ShareOf:
    """Where the number of a fact that nobody told comes from: how many percent one told number is of another."""

    part: str
    """The fact type that tells the part; it has the same key slots."""
    whole: str
    """The fact type that tells the whole; it has some of them."""


@form
class FactType:
    """A kind of fact, with the words to say it and to ask for it."""

    name: str
    origin: Origin
    keys: tuple[Slot, ...]
    value: ValueSlot | None
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
    symmetric: tuple[int, int] | None
    """The positions of two key slots whose order means nothing."""
    catalogue: bool
    """Whether the instruments tell it; it never fires a rule alone."""
    place: Place
    context: str = ""
    """Why no rule reads what is told of it, on purpose; empty where rules read it."""
    share_of: ShareOf | None = None
    """What its number is reckoned from where nobody told it."""
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)
    """Where each key of its entry stands, for who checks the rulebook; empty in a copy that was kept."""

    @property
    def key_names(self) -> tuple[str, ...]:
        """The names of the key slots, in order."""
        return tuple(slot.name for slot in self.keys)

    @property
    def slots(self) -> tuple[Slot | ValueSlot, ...]:
        """All slots, the value slot last."""
        return self.keys if self.value is None else (*self.keys, self.value)

    def slot(self, name: str) -> Slot | ValueSlot | None:
        """The slot of that name, the value slot included."""
        return next((slot for slot in self.slots if slot.name == name), None)

    @property
    def symmetric_names(self) -> tuple[str, ...]:
        """The names of the two slots whose order means nothing; none if there are no such slots."""
        return tuple(self.keys[position].name for position in self.symmetric or ())

    def readings(self, values: tuple[T, ...]) -> tuple[tuple[T, ...], ...]:
        """The ways to read one value for each key slot: two where two slots mean the same the other way round."""
        return (values,) if self.symmetric is None else (values, _swapped(values, *self.symmetric))

    def canonical(self, key: Key) -> Key:
        """The reading of a key that stands for all of them: the two symmetric slots in alphabetical order."""
        if self.symmetric is None:
            return key
        one, two = self.symmetric
        return _swapped(key, one, two) if (key[one] or "") > (key[two] or "") else key

    def is_with_itself(self, key: Key) -> bool:
        """Whether a symmetric fact stands between a thing and itself, which nobody tells: only spreading makes it."""
        if self.symmetric is None:
            return False
        one, two = self.symmetric
        return key[one] == key[two] and key[one] is not None


def _swapped(values: tuple[T, ...], one: int, two: int) -> tuple[T, ...]:
    changed = list(values)
    changed[one], changed[two] = values[two], values[one]
    return tuple(changed)


@form
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


@form
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


@form
class Condition:
    """A pattern and what is wanted of it."""

    mode: Mode
    pattern: Pattern


@form
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
    """Among the reasons for one conclusion those of rank 1 come first, then 2 and so on, last those without (0)."""
    carried_by: tuple[Carrier, ...] = ()
    """What carries the recommendations that it concludes, for this reason."""
    group: str = ""
    """The group that it stands in, whose conditions come before its own; or empty."""
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)
    """Where each key of its entry stands, for who checks the rulebook; empty in a copy that was kept."""


@form
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


@form
class Parameter:
    """A threshold that rules compare numbers with: the report's, or the rulebook's own choice."""

    name: str
    value: Decimal
    unit: str
    reason: str
    """Why this threshold and no other; may be empty where the report gives it."""
    place: Place
    at: tuple[str, ...] = ()
    """Where the report gives it; empty: it is the rulebook's own."""
    document: str = "report"
    """What kind of document the report is (:class:`Called`)."""

    @property
    def whose(self) -> str:
        """Whose choice the value is, as sentences say it."""
        return f"the {self.document}'s" if self.at else "the rulebook's"


class RecommendationStatus(Enum):
    """How far a recommendation is."""

    ADVISED = "advised"
    UNDER_WAY = "under way"
    """What it asks for was told to be happening."""


@form
class Recommendation:
    """How a recommendation of the report is worded; its id is the fact type that rules conclude."""

    id: str
    title: str
    short: str
    """The title for lists."""
    called: str
    """What it is called whoever it is for, without slots; or empty."""
    apart: str
    """What tells those of one name apart that differ in other slots than the target (`in {field}`), or empty."""
    action: str
    target: str
    """The slot that says for whom, or empty."""
    by: tuple[str, ...]
    carried_by: tuple[Carrier, ...]
    """What carries it, whatever the reason."""
    caveats: tuple[str, ...]
    under_way_when: tuple[Condition, ...]
    """Told conditions; where any holds it is under way, else advised. A variable `$slot` is the slot's value."""
    complete_when: tuple[Condition, ...]
    """Told conditions; while it is under way it lacks each that was not told true."""
    place: Place
    force: str = ""
    """The document's own word for how binding it is, such as `shall` or `should`; or empty."""


@form
class Report:
    """The report that the rulebook encodes."""

    title: str
    authors: tuple[str, ...]
    publisher: str
    date: datetime.date


@form
class Called:
    """What sentences of the program call what every rulebook has."""

    instruments: str = "the instruments"
    """The documents that its recommendations can lean on, all together."""
    advised: str = ""
    """Whom the report advises, or empty."""
    document: str = "report"
    """What kind of document the report is."""


@form
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
    entity_types: Mapping[str, EntityType]
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
    summary: tuple[tuple[str, ...], ...] = ()
    """The fact types that say what holds now, a sentence for each group of them."""
    foremost: tuple[str, ...] = ()
    """The fact types that stand first among results of their kind, in this order."""
    example: tuple[Node, ...] = ()
    """Facts that messages and the help show as examples, as a file has them."""
    tour: tuple[str, ...] = ()
    """Lines for a first session that show what can be asked."""
    called: Called = Called()
    locators: Counting = Counting()
    """How the report counts itself."""
    changed: Mapping[str, Decimal] = field(default_factory=dict)
    """Parameters that the user set for this run, with the rulebook's own value."""

    def __repr__(self) -> str:
        return f"<Rulebook {brief(self.id, 25)} {brief(self.version, 15)}: {len(self.rules)} rules>"
