"""The program instantiated over the closed world of entities and words: propositional, without recursion, by level.

    Program -> ground -> Ground        Program -> count_instances -> how many of each rule
                                       Program -> join_orders, under the same bound, for an engine that joins by itself

An *instance* is a rule under one binding and one choice of premises; it is what a firing is made of. Its
conditions are *ground literals*: a mode (see :class:`dragoman.rulebook.forms.Mode`) on a *proposition*, which is an
atom or, for a type with a value slot, an atom together with the test that its value is put to. A key slot
that a `when` leaves out gives one instance for each value; one that an `unless` leaves out makes a group of
literals, any of which holds the rule back.

Only what can be reached is made (:mod:`dragoman.program.reach`), by joining, condition after condition, the rows
that are possible at all; an instance that contradicts itself is left out. Source of the method: instantiation of
stratified logic programs (Gebser, Schaub and Thiele, "GrinGo", 2007), here in a single pass since nothing is recursive.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dragoman.errors import EngineError
from dragoman.form import form
from dragoman.program.forms import Literal, Program, ProgramRule
from dragoman.program.joins import Joined, join_order, joined, most_instances
from dragoman.program.reach import Reach, TooManyError, variables_of
from dragoman.rulebook.forms import Atom, Key, Mode
from dragoman.values.kind import Test

MAX_INSTANCES = 200_000
"""Of a whole program: two seconds to make, and some 120 MB."""


class Proposition(NamedTuple):
    """What can be so or not: an atom, or that the value told of an atom passes a test."""

    atom: Atom
    test: Test | None


class GroundLiteral(NamedTuple):
    """A condition on one proposition."""

    mode: Mode
    proposition: int
    """Its number in `Ground.propositions`."""


class Instance(NamedTuple):
    """A rule under one binding and one choice of premises."""

    rule: int
    """Its number in `Program.rules`."""
    values: tuple[str, ...]
    """Of the rule's variables, in their order."""
    when: tuple[int, ...]
    """Ground literals, one for each condition of `when`: all must hold."""
    unless: tuple[int, ...]
    """Groups, one for each condition of `unless` that could ever hold the rule back."""
    then: tuple[int, ...]
    """Propositions, each once."""


@form
class Ground:
    """A program without variables."""

    program: Program
    propositions: tuple[Proposition, ...]
    literals: tuple[GroundLiteral, ...]
    groups: tuple[tuple[int, ...], ...]
    """Ground literals; the group holds a rule back if any of them says so."""
    instances: tuple[Instance, ...]
    """In the order of the program's rules, so by level."""

    def atom(self, literal: int) -> Atom:
        """The atom that a ground literal speaks of."""
        return self.propositions[self.literals[literal].proposition].atom


_KEPT: deque[Ground] = deque(maxlen=8)


def ground_of(program: Program) -> Ground:
    """The ground program: of the last few the same again, by digest, since whoever reasons on one asks for it each time.

    Raises:
        EngineError: if there are more than `MAX_INSTANCES`, or a rule cannot be joined within it.
    """
    for kept in tuple(_KEPT):
        if kept.program.digest == program.digest:
            return kept
    _KEPT.append(made := ground(program))
    return made


def ground(program: Program, limit: int = MAX_INSTANCES) -> Ground:
    """Every instance of every rule whose premises are possible.

    Raises:
        EngineError: if there are more than `limit`, or a rule cannot be joined within it.
    """
    return _grounded(program, limit).made()


def join_orders(program: Program, limit: int = MAX_INSTANCES) -> dict[str, list[int]]:
    """By rule id, an order in which the conditions can be joined without ever having more than `limit` things in hand.

    For an engine that joins by itself: it takes the programs that can be ground, and refuses all others. A rule that is
    not in the answer can be joined in any order. Next to nothing is done for a program that stays within the limit even
    if every variable could take every value of its slots; else it takes somewhat longer than to ground it.

    Raises:
        EngineError: where `ground` raises it.
    """
    return {} if most_instances(program, Reach(program)) <= limit else _grounded(program, limit).orders


def _grounded(program: Program, limit: int) -> _Grounder:
    grounder = _Grounder(program, limit)
    _refuse_beyond(limit, grounder.run())
    if most_instances(program, grounder.reach) > limit:
        for rule in program.rules:
            try:
                grounder.orders[rule.id] = join_order(rule, grounder.reach, limit)
            except TooManyError:
                _refuse_beyond(limit, {rule.id: limit + 1})
    return grounder


def _refuse_beyond(limit: int, counts: Mapping[str, int]) -> None:
    if sum(counts.values()) > limit:
        largest = max(counts, key=lambda rule: counts[rule])
        message = f"the rules have more than {limit:,} instances, most of them by '{largest}'"
        raise EngineError(f"{message}; its conditions should share variables, or name more slots")


def count_instances(program: Program, limit: int = MAX_INSTANCES) -> dict[str, int]:
    """The number of instances of each rule, by id.

    Counting ends with the rule that takes the sum over `limit`; that rule counts as one more than was left,
    and the rules after it are missing.
    """
    return _Grounder(program, limit).run()


class _Table(dict[Key, int]):
    """The ground literals of one mode, fact type and test by key; numbers are given out when first asked for."""

    def __init__(self, grounder: _Grounder, literal: Literal) -> None:
        super().__init__()
        self.grounder, self.literal = grounder, literal

    def __missing__(self, key: Key) -> int:
        proposition = Proposition(Atom(self.literal.fact.name, key), self.literal.test)
        self[key] = number = len(self.grounder.literals)
        self.grounder.literals.append(GroundLiteral(self.literal.mode, self.grounder.number(proposition)))
        return number


class _Grounder:
    def __init__(self, program: Program, limit: int) -> None:
        self.program, self.limit = program, limit
        self.reach = Reach(program)
        self.counts: dict[str, int] = {}
        self.orders: dict[str, list[int]] = {}
        self.instances: list[Instance] = []
        self.propositions: dict[Proposition, int] = {}
        self.literals: list[GroundLiteral] = []
        self.tables: dict[tuple[Mode, str, Test | None], _Table] = {}
        self.groups: list[tuple[int, ...]] = []
        self.group_numbers: dict[tuple[int, ...], int] = {}
        self.concluded: set[int] = set()

    def made(self) -> Ground:
        """What `run` has found."""
        return Ground(
            program=self.program,
            propositions=tuple(self.propositions),
            literals=tuple(self.literals),
            groups=tuple(self.groups),
            instances=tuple(self.instances),
        )

    def run(self) -> dict[str, int]:
        """Every rule by level, so that whatever it reads has been concluded before; how many instances each has."""
        left = self.limit
        for number, rule in enumerate(self.program.rules):
            before = len(self.instances)
            try:
                self.instances.extend(self._instances(number, rule, joined(rule, self.reach, left)))
            except TooManyError:
                self.counts[rule.id] = left + 1
                break
            self.counts[rule.id] = len(self.instances) - before
            left -= self.counts[rule.id]
        return self.counts

    def _instances(self, number: int, rule: ProgramRule, found: Iterable[Joined]) -> Iterator[Instance]:
        when = [self.table(literal) for literal in rule.when]
        withdrawals = [_Withdrawal(self, rule, literal) for literal in rule.unless]
        for values, keys in found:
            literals = tuple(table[key] for table, key in zip(when, keys, strict=True))
            groups = [group for withdrawal in withdrawals for group in withdrawal.groups(values)]
            if self._contradicts(literals, groups):
                continue
            yield Instance(number, values, literals, tuple(groups), self._conclusions(rule, values))

    def _conclusions(self, rule: ProgramRule, values: tuple[str, ...]) -> tuple[int, ...]:
        binding = dict(zip(rule.variables, values, strict=True))
        found: dict[int, None] = {}
        for conclusion in rule.then:
            atom = conclusion.atom(binding)
            self.reach.conclude(atom)
            found[self.number(Proposition(atom, None))] = None
        self.concluded.update(found)
        return tuple(found)

    def number(self, proposition: Proposition) -> int:
        """The number of a proposition."""
        return self.propositions.setdefault(proposition, len(self.propositions))

    def group(self, members: tuple[int, ...]) -> int:
        """The number of a group of ground literals."""
        number = self.group_numbers.setdefault(members, len(self.groups))
        if number == len(self.groups):
            self.groups.append(members)
        return number

    def table(self, literal: Literal) -> _Table:
        """The table that a condition looks its ground literals up in."""
        return self.tables.setdefault((literal.mode, literal.fact.name, literal.test), _Table(self, literal))

    def _contradicts(self, literals: tuple[int, ...], groups: Sequence[int]) -> bool:
        """Whether the instance wants a proposition true and false, or wants what holds it back."""
        wanted = [self.literals[literal] for literal in literals]
        true = {proposition for mode, proposition in wanted if mode is Mode.HOLDS}
        false = {proposition for mode, proposition in wanted if mode is Mode.DENIED}
        against = (self.literals[literal] for group in groups for literal in self.groups[group])
        return not true.isdisjoint(false) or any(
            proposition in (false if mode is Mode.NOT_DENIED else true)
            and not (mode is Mode.NOT_TOLD and proposition in self.concluded)
            for mode, proposition in against
        )


class _Withdrawal:
    """One `unless` of a rule."""

    def __init__(self, grounder: _Grounder, rule: ProgramRule, literal: Literal) -> None:
        self.grounder, self.literal = grounder, literal
        self.table = grounder.table(literal)
        self.places = [rule.variables.index(name) for name in variables_of(literal)]
        self.known: dict[tuple[str, ...], tuple[int, ...]] = {}

    def groups(self, values: tuple[str, ...]) -> tuple[int, ...]:
        """The group that it comes to under `values`; none if it can never hold anything back."""
        own = tuple(values[place] for place in self.places)
        if own not in self.known:
            self.known[own] = self._groups(own)
        return self.known[own]

    def _groups(self, own: tuple[str, ...]) -> tuple[int, ...]:
        ranges = {name: (value,) for name, value in zip(variables_of(self.literal), own, strict=True)}
        rows = self.grounder.reach.rows(self.literal, ranges, self.grounder.limit)
        members = tuple(dict.fromkeys(self.table[key] for _, key in rows))
        return (self.grounder.group(members),) if members else ()
