"""What was told, weighed: section 4 of the design, read literally."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import product
from typing import TypeVar

from dragoman.rulebook.forms import Atom, Blank, FactType, Key, Parameter, Rulebook, Slot
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.forms import Said, Situation
from dragoman.values.entity import Entities, Spread
from dragoman.values.enumeration import Enumeration, Word, WordTest
from dragoman.values.kind import Test
from dragoman.values.quantity import Between, Bounds, Range
from tests.oracle.shares import reckoned

T = TypeVar("T")
CATALOGUE = 0
"""The layer of what the instruments say."""
NONE_OF_THEM = "none of them"
Reach = tuple[frozenset[str | None], ...]


class Truth(Enum):
    """The four states."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"
    DISPUTED = "disputed"


@dataclass(frozen=True)
class Forget:
    """A `forget` of a file: it drops what stands below the file's layer."""

    layer: int
    fact: str
    slots: Mapping[str, str]


@dataclass(frozen=True)
class View:
    """One statement, as one atom sees it."""

    said: Said
    reach: Reach
    """All that the statement speaks of, slot by slot; a slot left out speaks of everything."""


Told = Mapping[Atom, tuple[Said, ...]]
"""Of each atom that was spoken of: the firm statements in force."""


def tell(rulebook: Rulebook, situation: Situation, forgets: Iterable[Forget] | None = None) -> Told:
    """What is known after `situation`.

    With `forgets` they are applied here, and what the situation forgot itself is put back; without, it is believed.
    """
    gone = set() if forgets is not None else {(s.said, s.atom) for s in situation.forgotten}
    everything = {s.said: None for s in (*situation.statements, *situation.forgotten)}
    views: dict[Atom, list[View]] = {}
    for said in (*everything, *catalogue(rulebook, situation.as_of)):
        for atom, view in seen_by(rulebook, said):
            if (said, atom) not in gone and not any(drops(rulebook, forget, said, atom) for forget in forgets or ()):
                views.setdefault(atom, []).append(view)
    weighed = {atom: weigh(rulebook.facts[atom.fact], found, situation.as_of) for atom, found in views.items()}
    return {**weighed, **dict(reckoned(rulebook, weighed))}


def values(rulebook: Rulebook, slot: Slot) -> frozenset[str]:
    """All that can stand in a slot; a group only where it is one more value."""
    if isinstance(slot.kind, Enumeration):
        return frozenset(slot.kind.words)
    able = (e for e in rulebook.entities.values() if e.types & set(slot.kind.types))
    return frozenset(e.name for e in able if slot.kind.spread is Spread.NONE or not e.members)


def meant(rulebook: Rulebook, slot: Slot, term: str) -> frozenset[str]:
    """What a told term means: a group in a slot that spreads means its members."""
    if not isinstance(slot.kind, Entities) or slot.kind.spread is not Spread.EACH:
        return frozenset({term})
    return frozenset(rulebook.entities[term].members or {term})


def seen_by(rulebook: Rulebook, said: Said) -> Iterator[tuple[Atom, View]]:
    """The atoms that a statement speaks of. A told fact that leaves a slot out is an atom of its own; a denial denies all."""
    fact = rulebook.facts[said.fact]
    reach: list[frozenset[str | None]] = []
    spoken: list[frozenset[str | None]] = []
    for slot, term in zip(fact.keys, said.terms, strict=True):
        left_out = isinstance(term, Blank)
        reach.append(values(rulebook, slot) | {None} if left_out else meant(rulebook, slot, str(term)))
        spoken.append(frozenset({None}) if left_out and said.holds else reach[-1])
    atoms = {Atom(said.fact, ordered(fact, key)) for key in product(*spoken) if not is_with_itself(fact, key)}
    yield from ((atom, View(said, tuple(reach))) for atom in atoms)


def readings(fact: FactType, key: tuple[T, ...]) -> list[tuple[T, ...]]:
    """The ways to read a key: a symmetric fact can be read both ways."""
    if not fact.symmetric:
        return [key]
    one, two = fact.symmetric
    other = list(key)
    other[one], other[two] = key[two], key[one]
    return [key, tuple(other)]


def ordered(fact: FactType, key: Key) -> Key:
    """The reading whose symmetric slots are in alphabetical order, a missing one first."""
    return min(readings(fact, key), key=lambda read: [value or "" for value in read])


def is_with_itself(fact: FactType, key: Key) -> bool:
    """Whether a symmetric fact would hold between a thing and itself: what spreading over two slots makes by the way."""
    both = [key[position] for position in fact.symmetric or ()]
    return len(both) == 2 and both[0] == both[1] is not None


def drops(rulebook: Rulebook, forget: Forget, said: Said, atom: Atom) -> bool:
    """Whether the statement is forgotten for this atom; what the catalogue says was not inherited."""
    fact = rulebook.facts[atom.fact]
    if not CATALOGUE < said.layer < forget.layer or atom.fact != forget.fact:
        return False
    wanted = [
        meant(rulebook, slot, forget.slots[slot.name]) if slot.name in forget.slots else None for slot in fact.keys
    ]
    return any(
        all(some is None or value in some for value, some in zip(read, wanted, strict=True))
        for read in readings(fact, atom.key)
    )


def catalogue(rulebook: Rulebook, as_of: date | None) -> Iterator[Said]:
    """What the instruments say, under everything; without a date of the situation, as at the report's."""
    for instrument in rulebook.instruments.values():
        if instrument.adopted and instrument.adopted <= (as_of or rulebook.report.date):
            facts: list[tuple[str, tuple[str, ...]]] = [("in_force", (instrument.id,))]
            facts += [("follows", (instrument.id, instrument.follows))] if instrument.follows else []
            for fact, terms in facts:
                yield Said(fact, terms, True, Likelihood.UNHEDGED, None, instrument.place, layer=CATALOGUE)


# -- which statements are in force


def weigh(fact: FactType, views: list[View], as_of: date | None) -> tuple[Said, ...]:
    """The four steps, in their order; then what has expired, and what is doubtful, is set aside."""
    left = [view for view in views if not (as_of and view.said.date and view.said.date > as_of)]
    left = [view for view in left if view.said.layer == max(other.said.layer for other in left)]
    precise = [view for view in left if not any(is_inside(fact, other, view) for other in left)]
    left = precise + [view for view in left if view not in precise and any(clash(fact, view, one) for one in precise)]
    newest = max((view.said.date for view in left if view.said.date), default=None)
    left = [view for view in left if view.said.date in (None, newest)]
    in_force = [view.said for view in left if not (as_of and view.said.until and view.said.until < as_of)]
    return tuple(said for said in in_force if said.likelihood >= Likelihood.LIKELY)


def is_inside(fact: FactType, narrow: View, wide: View) -> bool:
    """Whether one was said of a part of what the other was said of (with two slots, only if inside in both)."""

    def within(one: Reach, two: Reach) -> bool:
        return any(all(a <= b for a, b in zip(read, two, strict=True)) for read in readings(fact, one))

    return within(narrow.reach, wide.reach) and not within(wide.reach, narrow.reach)


def clash(fact: FactType, wide: View, narrow: View) -> bool:
    """A denial for a whole group against a member told true; a denial that left a slot out yields where it was named."""
    firm = min(wide.said.likelihood, narrow.said.likelihood) >= Likelihood.LIKELY
    against = narrow.said.holds and not wide.said.holds and narrow.said.value == wide.said.value
    by_group = any(
        all(a <= b and (a == b or None not in b) for a, b in zip(read, wide.reach, strict=True))
        for read in readings(fact, narrow.reach)
    )
    return firm and against and by_group and is_inside(fact, narrow, wide)


# -- answers


def resolved(test: Test | None, parameters: Mapping[str, Parameter]) -> Test | None:
    """A test with the numbers of its parameters."""
    if not isinstance(test, Between):
        return test
    low, high = (parameters[name].value if name else None for name in (test.at_least, test.at_most))
    return Bounds(low, high)


def answer(fact: FactType, firm: tuple[Said, ...], test: Test | None) -> tuple[Truth, Likelihood]:
    """Whether what is known passes the test, and how firmly; without a value slot, whether it is so."""
    yes, deny = [said for said in firm if said.holds], [said for said in firm if not said.holds]
    if fact.value is None or test is None:
        if yes and deny and fact.value is None:
            return Truth.DISPUTED, Likelihood.UNHEDGED
        if deny and fact.value is None:
            return Truth.FALSE, best(deny)
        return (Truth.TRUE, best(yes)) if yes else (Truth.UNKNOWN, Likelihood.UNHEDGED)
    if not firm:
        return Truth.UNKNOWN, Likelihood.UNHEDGED
    if isinstance(test, WordTest):
        return on_words(fact, yes, deny, test)
    assert isinstance(test, Bounds)
    return on_number(firm, test)


def on_number(firm: tuple[Said, ...], test: Bounds) -> tuple[Truth, Likelihood]:
    """The span from the lowest to the highest number that any statement leaves open, against the test."""
    ranges = [said.value for said in firm if isinstance(said.value, Range)]
    low, high = min(r.low for r in ranges), max(r.high for r in ranges)
    if (test.low is None or low >= test.low) and (test.high is None or high <= test.high):
        return Truth.TRUE, best(firm)
    if (test.low is not None and high < test.low) or (test.high is not None and low > test.high):
        return Truth.FALSE, best(firm)
    apart = any(one.high < two.low for one in ranges for two in ranges)
    return Truth.DISPUTED if apart else Truth.UNKNOWN, Likelihood.UNHEDGED


def on_words(fact: FactType, yes: list[Said], deny: list[Said], test: WordTest) -> tuple[Truth, Likelihood]:
    """The words that are left, against the test. All denials together are one statement.

    Where the enumeration is exhaustive it is always one of the words, elsewhere it may be none of them.
    """
    kind = fact.value.kind if fact.value else None
    assert isinstance(kind, Enumeration)
    words = frozenset(kind.words) if kind.is_exhaustive else frozenset({*kind.words, NONE_OF_THEM})
    told = [frozenset({word_of(said)}) for said in yes]
    denied = frozenset(word_of(said) for said in deny)
    if not words - denied:  # one of them must be so: the denials contradict each other
        alone = [words - {word} for word in denied]
        return on_sets([*told, *alone], words)
    agrees = told and all(one <= words - denied for one in told)
    sets = told if agrees or not deny else [*told, words - denied]
    left = frozenset[str]().union(*sets)

    def excluded(gone: frozenset[str]) -> Likelihood:
        """That it is none of these: as likely as the one excluded least firmly."""
        return min(
            best([s for s in yes if word_of(s) != word] + [s for s in deny if word_of(s) == word]) for word in gone
        )

    if not left & test.words:
        return Truth.FALSE, excluded(test.words)
    if left <= test.words:
        return Truth.TRUE, excluded(words - test.words)
    apart = any(not one & two for one in sets for two in sets)
    return Truth.DISPUTED if apart else Truth.UNKNOWN, Likelihood.UNHEDGED


def on_sets(sets: list[frozenset[str]], words: frozenset[str]) -> tuple[Truth, Likelihood]:
    """What contradicts itself leaves all words: no test is settled."""
    assert frozenset[str]().union(*sets) == words
    return Truth.DISPUTED, Likelihood.UNHEDGED


def word_of(said: Said) -> str:
    """The word of a statement on an enumeration."""
    return said.value.word if isinstance(said.value, Word) else ""


def best(said: Iterable[Said]) -> Likelihood:
    """One thing said by several: the higher likelihood."""
    return max(one.likelihood for one in said)
