"""The smallest additions: what else would have to be told for a conclusion to be given.

    Additions(nearness).single(atom) -> every one fact that gives it        exact, all atoms in one pass
    Additions(nearness).smallest(atom) -> these, or the smallest sets of several

A fact is new where nothing firm and in force is known of it: nobody spoke of it, or too doubtfully, or what was said
has expired. What was told stays as it was told; whether another telling would change the conclusion is the question of
flips, not of additions. For a value there is a fact for each region that the tests of the rules tell apart, first the
widest that passes a test. What the catalogue of instruments says cannot be told, and to tell the conclusion itself is no
reason for it.

Sets of several are flips whose levers are the new facts alone (:mod:`dragoman.exact.flips`), so that none is missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice, repeat
from typing import NamedTuple

from dragoman.errors import Place
from dragoman.exact.flips import Flipper
from dragoman.exact.levers import new_levers
from dragoman.exact.machine import machine_of
from dragoman.exact.nearest import Nearness
from dragoman.exact.space import Space
from dragoman.exact.standing import Cause
from dragoman.exact.worlds import Change, Worlds
from dragoman.form import form
from dragoman.program.ground import Instance
from dragoman.rulebook.forms import Atom, Blank, FactType, Mode, Origin, Rule
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.evidence import Known, settled, sort_key
from dragoman.situation.forms import CHAT_LAYER, Said, Statement
from dragoman.values.kind import Stated, Test, Truth
from dragoman.values.quantity import Bounds, Quantity, Range

MOST_SETS = 200
"""So many sets of several facts are looked for; where there are as many, there may be more."""
_JOINED = 2_000
"""So many ways to what one condition wants are followed."""
_PLACE = Place("an addition")


@form
class Addition:
    """One fact that nobody has told firmly."""

    atom: Atom
    stated: Stated
    """That it is so, or not so; of a value what it is."""
    test: Test | None
    """Of a value, the narrowest test of the rules that it passes (`stated.holds`) or fails."""
    passes: bool
    """Whether it is for the test, or for the atom where there is none."""

    @property
    def known(self) -> Known:
        """What would be known of the atom."""
        atom, stated = self.atom, self.stated
        terms = tuple(Blank.MISSING if value is None else value for value in atom.key)
        said = Said(atom.fact, terms, stated.holds, Likelihood.UNHEDGED, stated.value, _PLACE, CHAT_LAYER)
        extent = tuple(frozenset({value}) for value in atom.key)
        return Known(atom, (Statement(atom, said, extent),), (), ())


Additional = tuple[Addition, ...]
"""One fact, or several that are told together."""
Way = frozenset[Addition]
"""The same in no order."""


class Giving(NamedTuple):
    """What is added, and the first instance that then gives the conclusion."""

    added: Additional
    instance: Instance


class Additions:
    """What could be added to one situation, and what that would give."""

    def __init__(self, nearness: Nearness) -> None:
        self.nearness = nearness
        self.evaluation, self.ground = nearness.evaluation, nearness.ground
        self._grounded, self._giving = nearness.grounded, nearness.grounded.giving
        self._new: dict[Atom, tuple[Addition, ...]] = {}
        self._ways: dict[tuple[int, int], list[Way]] = {}
        self._flippers: dict[Atom | None, Flipper] = {}

    def single(self, atom: Atom) -> tuple[Giving, ...]:
        """Each single fact that gives `atom`, by the order of the rules that then fire."""
        return tuple(self._in_order(atom, self._alone, self._each))

    def sought(self, atoms: Iterable[Atom]) -> dict[Atom, tuple[Giving, ...]]:
        """The single facts for many atoms that are found by taking what fails for goals: quick, and hardly any is missed."""
        wanted = list(atoms)
        ways = list(dict.fromkeys(way for atom in wanted for way in self._to(atom, 1) if way))
        sets = [tuple(way) for way in ways]
        worlds = self._worlds(sets)
        return {atom: tuple(self._in_order(atom, worlds, sets)) for atom in wanted}

    def smallest(self, atom: Atom) -> tuple[Giving, ...]:
        """The single facts that give `atom`; if there is none, the smallest sets of several that do.

        Raises:
            SolverUnavailableError: if it takes several and the solver cannot be imported.
        """
        single = self.single(atom)
        if single:
            return single
        flips = self._flipper(atom).flips(atom, MOST_SETS).flips
        sets = [tuple(self._named(said) for said in flip.ways[0] if said is not None) for flip in flips]
        return tuple(self._in_order(atom, self._worlds(sets), sets))

    def _flipper(self, atom: Atom) -> Flipper:
        """Over all new facts but the conclusion itself: to tell it is no reason for it."""
        machine = machine_of(self.evaluation.program)
        own = atom if atom in machine.inputs else None
        if own not in self._flippers:
            levers = [lever for lever in new_levers(self.evaluation, machine) if own is None or own not in lever.atoms]
            self._flippers[own] = Flipper(Space(self.evaluation, machine, levers))
        return self._flippers[own]

    def _named(self, said: Said) -> Addition:
        """What a lever says, as the addition that settles the same tests."""
        key = tuple(None if isinstance(term, Blank) else term for term in said.terms)
        atom = Atom(said.fact, self.evaluation.rulebook.facts[said.fact].canonical(key))
        fact, tests = self.evaluation.rulebook.facts[said.fact], self._grounded.asked.get(atom, {})
        stated = Stated(said.holds, said.value)
        truths = {test: _truth(fact, stated, test) for test in tests}
        alike = (
            one for one in self.new(atom) if all(_truth(fact, one.stated, t) is truth for t, truth in truths.items())
        )
        return next(alike, Addition(atom, stated, None, said.holds))

    def _in_order(self, atom: Atom, worlds: Worlds, sets: Sequence[Additional]) -> Iterator[Giving]:
        """The sets in whose worlds `atom` is given, by the first rule that gives it there."""
        true = worlds.true(atom)
        seen: dict[tuple[Atom, ...], list[Additional]] = {}
        for number in self._instances(atom) if true else ():
            fires = worlds.fires(number) & true
            true &= ~fires
            for world in _bits(fires):
                wider = seen.setdefault(tuple(one.atom for one in sets[world]), [])
                if not any(map(_covers, wider, repeat(sets[world]))):
                    wider.append(sets[world])
                    yield Giving(sets[world], self.ground.instances[number])

    def _instances(self, atom: Atom) -> list[int]:
        """Those that conclude an atom, in the order of their rules."""
        rules, order = self.evaluation.rulebook.rules, self.nearness.order

        def of_rule(number: int) -> Rule:
            return rules[self.ground.program.rules[self.ground.instances[number].rule].id]

        return sorted(self._giving.get(atom, ()), key=lambda number: order(of_rule(number)))

    def _worlds(self, sets: Sequence[Additional]) -> Worlds:
        return Worlds(self._grounded, self.evaluation.evidence, [self._change(one) for one in sets])

    # -- what could be told

    @cached_property
    def _each(self) -> list[Additional]:
        return [(one,) for atom in sorted(self._grounded.asked, key=sort_key) for one in self.new(atom)]

    @cached_property
    def _alone(self) -> Worlds:
        return self._worlds(self._each)

    def new(self, atom: Atom) -> tuple[Addition, ...]:
        """What could be told of an atom; nothing if something firm is known of it."""
        if atom not in self._new:
            self._new[atom] = tuple(self._of_atom(atom, self._grounded.asked.get(atom, {})))
        return self._new[atom]

    def _of_atom(self, atom: Atom, tests: Mapping[Test | None, frozenset[Mode]]) -> Iterator[Addition]:
        fact, known = self.evaluation.rulebook.facts[atom.fact], self.evaluation.evidence.of(atom)
        if fact.origin is Origin.DERIVED or fact.catalogue or (known is not None and known.firm):
            return
        if fact.value is None:
            modes = frozenset[Mode]().union(*tests.values())
            yield Addition(atom, Stated(True, None), None, True)
            if Mode.DENIED in modes or fact.origin is Origin.BOTH:
                yield Addition(atom, Stated(False, None), None, False)
            return
        asked = [test for test in tests if test is not None]
        seen: set[tuple[Truth, ...]] = set()
        for stated in _values(fact, asked):
            truths = tuple(_truth(fact, stated, test) for test in asked)
            if truths not in seen:
                seen.add(truths)
                yield _of_value(fact, atom, stated, dict(zip(asked, truths, strict=True)))

    def _change(self, added: Additional) -> Change:
        """What is known where these facts are told too; shares that follow from them included."""
        before = evidence = self.evaluation.evidence
        known = {one.atom: one.known for one in added}
        if self._halves.isdisjoint(atom.fact for atom in known):
            return known
        for way in known.values():
            evidence = settled(self.evaluation.rulebook, evidence, way)
        return {atom: now for atom, now in evidence.known.items() if now is not before.of(atom)}

    @cached_property
    def _halves(self) -> frozenset[str]:
        """The fact types of which shares are reckoned."""
        shares = (fact.share_of for fact in self.evaluation.rulebook.facts.values() if fact.share_of)
        return frozenset(name for share in shares for name in (share.part, share.whole))

    # -- ways: up to so many facts that would bring something about, as far as that can be seen

    def _to(self, atom: Atom, left: int) -> list[Way]:
        """The ways to a conclusion, by the rules that come nearest."""
        found: dict[Way, None] = {}
        for number in self._instances(atom):
            found |= dict.fromkeys(self._to_instance(self.ground.instances[number], left))
        return _smallest(found)

    def _to_instance(self, instance: Instance, left: int) -> list[Way]:
        standings, ground = self.nearness.standings, self.ground
        failing = [literal for literal in instance.when if standings.when(literal) is not Cause.HOLDS]
        if len({atom for literal in failing if (atom := ground.atom(literal)) not in self._giving}) > left:
            return []
        ways: list[Way] = [frozenset()]
        for literal in failing:
            ways = _joined(ways, self._to_literal(literal, left), left) if ways else []
        for group in instance.unless:
            if ways and standings.unless(group) is not Cause.HOLDS:
                ways = _joined(ways, self._past(group), left)
        return ways

    def _to_literal(self, literal: int, left: int) -> list[Way]:
        key = literal, left
        if key not in self._ways:
            mode, number = self.ground.literals[literal]
            atom, test = self.ground.propositions[number]
            fact, wanted = self.evaluation.rulebook.facts[atom.fact], Truth.FALSE if mode is Mode.DENIED else Truth.TRUE
            ways: list[Way] = [frozenset({one}) for one in self.new(atom) if _truth(fact, one.stated, test) is wanted]
            known = self.evaluation.evidence.of(atom)
            if mode is Mode.HOLDS and (known is None or not known.firm):
                for instance in self._giving.get(atom, ()):
                    ways += self._to_instance(self.ground.instances[instance], left)
            self._ways[key] = _smallest(ways)
        return self._ways[key]

    def _past(self, group: int) -> list[Way]:
        """One fact that takes away the only thing in the way of an `unless`, if it is a conclusion: what is told overrules."""
        standings = self.nearness.standings
        there = {
            self.ground.atom(literal)
            for literal in self.ground.groups[group]
            if standings.obstacle(literal) is not Cause.HOLDS
        }
        return [frozenset({one}) for one in self.new(there.pop()) if not one.stated.holds] if len(there) == 1 else []


def _covers(wider: Additional, narrower: Additional) -> bool:
    """Whether what tells a number less closely gives as much, so that nobody need tell it more closely."""
    return all(
        one.stated == other.stated or (one.stated.holds and other.stated.holds and _is_within(other, one))
        for one, other in zip(wider, narrower, strict=True)
    )


def _is_within(one: Addition, other: Addition) -> bool:
    inner, outer = one.stated.value, other.stated.value
    return isinstance(inner, Range) and isinstance(outer, Range) and outer.low <= inner.low and inner.high <= outer.high


def _bits(column: int) -> Iterator[int]:
    """The worlds of a column, ascending."""
    while column:
        lowest = column & -column
        yield lowest.bit_length() - 1
        column ^= lowest


def _joined(ways: Sequence[Way], others: Sequence[Way], left: int) -> list[Way]:
    """Each of the one with each of the other, as far as they are no more than `left` together."""
    if left == 1:
        both = frozenset(others)
        return [way for way in ways if way in both] if frozenset() not in ways else list(others)
    joined = (one | other for one in ways for other in others)
    return _smallest(islice((way for way in joined if len(way) <= left), _JOINED))


def _smallest(ways: Iterable[Way]) -> list[Way]:
    """Each once; nothing but the empty one if it is among them."""
    found = dict.fromkeys(ways)
    return [frozenset()] if frozenset() in found else list(found)


def _values(fact: FactType, tests: Sequence[Test]) -> Iterator[Stated]:
    """What can be told of a value: first all that passes a test, then what lies on its ends and beside them."""
    kind = fact.value.kind if fact.value else None
    if kind is None:
        return
    if isinstance(kind, Quantity):
        for test in tests:
            if isinstance(test, Bounds) and not kind.why_empty(test):
                low, high = (own if end is None else end for end, own in ((test.low, kind.low), (test.high, kind.high)))
                yield Stated(True, Range(low, high))
    yield from kind.samples(None, tests)


def _of_value(fact: FactType, atom: Atom, stated: Stated, truths: dict[Test, Truth]) -> Addition:
    """With the narrowest test that it passes, else the widest that it fails."""
    kind = fact.value.kind if fact.value else None
    for wanted in (Truth.TRUE, Truth.FALSE):
        tests = [test for test, truth in truths.items() if truth is wanted]
        for test in tests:
            if kind and all(kind.within(test, other) for other in tests):
                return Addition(atom, stated, test, wanted is Truth.TRUE)
    return Addition(atom, stated, None, True)


def _truth(fact: FactType, stated: Stated, test: Test | None) -> Truth:
    """Whether a condition holds of an atom of which this is told."""
    if fact.value is None:
        return Truth.TRUE if stated.holds else Truth.FALSE
    return fact.value.kind.verdict((stated,), test).truth
