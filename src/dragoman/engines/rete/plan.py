"""The rules of a program as a durable_rules ruleset, within the subset that was measured to be safe.

Encoding, in durable_rules' terms (a fact is one flat JSON object; :mod:`dragoman.engines.rete.names` has the names):

- A *tag* says which facts these are: those of a fact type, what was told false of it, or the absences of a rule.
- A key slot holds the number of its value, or "~" where an optional slot is missing.
- A value slot is not there at all. Each test that the rules put to it is a property, which is there where the test passes,
  or, for a `not`, where it is told false. So durable_rules sees no number, which it would overflow, and no word.
  And a ruleset is the same whatever the thresholds are.
- Two patterns of one tag in a rule read a copy of the facts each, under a tag of its own, since one fact never matches two
  patterns; so do patterns of different rules beyond what one copy can serve.
- Joins are equalities, and stand behind all else in a condition. The two readings of a symmetric fact, which would need an
  `$or`, become two variants of the rule.
- A rule with `unless` becomes two: its `when` part, which only records candidates, and the rule itself,
  which also wants an absence fact that :mod:`dragoman.engines.rete.engine` asserts for those candidates.
- The closing rule stands last (:mod:`dragoman.engines.rete.host`).

Nothing here imports durable_rules; `dragoman check` asks :func:`refusals` what it could not run.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from dragoman.engines.rete import names
from dragoman.engines.rete.host import closing_rule
from dragoman.errors import EngineError
from dragoman.form import form
from dragoman.program.forms import Literal, Program, ProgramRule
from dragoman.program.ground import join_orders
from dragoman.rulebook.forms import Blank, Mode, Variable
from dragoman.values.kind import Test

MAX_READERS = 64
"""How many conditions can read one copy of a fact; with one more, a fact that all of them join is refused with error 303."""


@form
class Pattern:
    """One condition in one of its readings."""

    literal: Literal
    slots: tuple[int, ...]
    """Of each term of the condition, the number of the key slot that it is compared with."""


class Binder(NamedTuple):
    """Where the value of a variable is read."""

    variable: str
    pattern: int
    slot: int


@form
class PlannedRule:
    """One entry of the ruleset."""

    rule: ProgramRule
    patterns: tuple[Pattern, ...]
    """In the order in which they are joined."""
    places: tuple[int, ...]
    """Of each condition of the rule, in their order, the number of its pattern."""
    is_candidate: bool
    """It only records bindings for which absences are to be looked at."""
    binders: tuple[Binder, ...]
    """By variable."""


class Asked(NamedTuple):
    """A test on the value slot, as the rules put it to all facts of a type."""

    is_denial: bool
    """Whether it is wanted to be told false."""
    test: Test | None


@form
class Plan:
    """A ruleset, and what must be known to feed it and to read its firings."""

    ruleset: str
    """As JSON."""
    rules: Mapping[str, PlannedRule]
    """By the name that durable_rules knows."""
    tags: Mapping[str, Sequence[str]]
    """By what a condition reads (:func:`read_by`), the tag of each copy as JSON; what is not here is never asserted."""
    tests: Mapping[str, Mapping[Asked, str]]
    """Of each fact type with a value slot, the property of each test."""
    equal: Mapping[str, Mapping[tuple[int, int], str]]
    """Of each fact type, the property of each pair of slots that some rule compares."""
    values: Mapping[str | None, str]
    """The number of each value of a slot; a value that no rule names gets one when it is first asked for."""


def plan(program: Program) -> Plan:
    """The ruleset of `program`.

    Raises:
        EngineError: if durable_rules cannot run it, or no engine should.
    """
    planner = _Planner(program, join_orders(program))
    for _, message in planner.refusals():
        raise EngineError(message)
    return planner.made()


def refusals(program: Program) -> Iterator[tuple[str, str]]:
    """What durable_rules could not run, as code number and message."""
    return _Planner(program, {}).refusals()


def read_by(literal: Literal) -> str:
    """What a condition reads: the facts of a type, or what was told false of a type without a value slot."""
    is_denial = literal.mode is Mode.DENIED and literal.fact.value is None
    return denied(literal.fact.name) if is_denial else literal.fact.name


def denied(fact: str) -> str:
    """What a condition reads that wants a fact without a value slot told false."""
    return f"{fact}!"


def absences_of(rule: ProgramRule) -> str:
    """What the second form of a rule with `unless` reads."""
    return f"absent:{rule.id}"


class _Values(dict[str | None, str]):
    def __missing__(self, value: str | None) -> str:
        # numbers in the order of asking: rules that differ in their thresholds only come to the same ruleset
        return self.setdefault(value, names.MISSING if value is None else str(len(self)))


class _Planner:
    def __init__(self, program: Program, orders: Mapping[str, Sequence[int]]) -> None:
        self.program = program
        self.ruleset: list[str] = []
        """The rules as JSON; all that is JSON here is written at once, which is quicker than to nest it first."""
        self.rules: dict[str, PlannedRule] = {}
        self.tags: dict[tuple[str, int], tuple[str, ...]] = {}
        """By what is read and the number of the copy, the properties as JSON."""
        self.tests: dict[str, dict[Asked, str]] = {}
        self.equal: dict[str, dict[tuple[int, int], str]] = {}
        self.readers = Counter[tuple[str, int]]()
        """How many patterns read each copy."""
        self.joins = Counter[str]()
        """By rule id, the most joins that one of its conditions has."""
        self.values = _Values()
        for rule in program.rules:
            order = orders.get(rule.id, range(len(rule.when)))
            places = tuple([order.index(number) for number in range(len(rule.when))])
            for patterns in product(*[_readings(rule.when[number]) for number in order]):
                binders, bound = _binders(patterns), dict[str, str]()
                asked = [self._asked(rule, number, pattern, bound) for number, pattern in enumerate(patterns)]
                self._add(PlannedRule(rule, patterns, places, False, binders), asked, bound)
                if rule.unless:
                    self._add(PlannedRule(rule, patterns, places, True, binders), asked, bound)
        self.ruleset.append(f'"{names.END}":{json.dumps(closing_rule())}')

    def made(self) -> Plan:
        """All of it."""
        tags: dict[str, list[str]] = {}
        for (read, _), tag in self.tags.items():
            tags.setdefault(read, []).append(",".join(tag))
        return Plan(f"{{{','.join(self.ruleset)}}}", self.rules, tags, self.tests, self.equal, self.values)

    def refusals(self) -> Iterator[tuple[str, str]]:
        """What durable_rules could not run, as code number and message."""
        tags, rules = len(self.tags) + 1, len(self.ruleset)
        if tags > names.MAX_TAGS:
            yield "401", f"the rules tell {tags:,} kinds of fact apart; durable_rules can tell {names.MAX_TAGS:,}"
        if rules > names.MAX_RULES:
            yield "401", f"the rules can be read in {rules:,} ways; durable_rules takes {names.MAX_RULES:,}"
        for rule in self.program.rules:
            conditions, readings = len(rule.when) + bool(rule.unless), self.readers[absences_of(rule), 0]
            if conditions > names.MAX_CONDITIONS:
                message = f"has {conditions} conditions; durable_rules can join {names.MAX_CONDITIONS}"
                yield "401", f"the rule '{rule.id}' {message}"
            if self.joins[rule.id] > names.MAX_JOINS:
                message = f"compares {self.joins[rule.id]} values in one condition; durable_rules can compare {names.MAX_JOINS}"
                yield "401", f"the rule '{rule.id}' {message}"
            if readings > MAX_READERS:
                message = f"can be read in {readings} ways; durable_rules takes {MAX_READERS}"
                yield "401", f"the conditions of the rule '{rule.id}' {message}"
        for fact in self.program.facts.values():
            width = len(fact.keys) + len(self.equal.get(fact.name, ())) + len(self.tests.get(fact.name, ()))
            if width > names.MAX_PROPERTIES:
                message = f"has {width} properties; durable_rules is safe up to {names.MAX_PROPERTIES}"
                yield "402", f"a fact of type '{fact.name}' {message}"

    def _add(self, planned: PlannedRule, asked: Sequence[list[str]], bound: Mapping[str, str]) -> None:
        """An entry; `asked` is what its conditions ask beside their tags, `bound` where its variables are read."""
        rule, copies = planned.rule, Counter[str]()
        conditions = [
            _condition(number, [self._tag(read_by(pattern.literal), copies), *tests])
            for number, (pattern, tests) in enumerate(zip(planned.patterns, asked, strict=True))
        ]
        if rule.unless and not planned.is_candidate:
            joins = [_test(names.slot(place), bound[name]) for place, name in enumerate(rule.variables)]
            self._count_joins(rule, len(joins))
            conditions.append(_condition(len(conditions), [self._tag(absences_of(rule), copies), *joins]))
        name = names.rule(len(self.ruleset))
        self.ruleset.append(f'"{name}":{{"all":[{",".join(conditions)}]}}')
        self.rules[name] = planned

    def _count_joins(self, rule: ProgramRule, joins: int) -> None:
        self.joins[rule.id] = max(self.joins[rule.id], joins)

    def _tag(self, read: str, copies: Counter[str]) -> str:
        """The tag of a copy that this rule does not read yet, and that has room for one more reader."""
        copy = copies[read]
        while self.readers[read, copy] == MAX_READERS and not read.startswith("absent:"):
            copy += 1
        self.readers[read, copy] += 1
        copies[read] = copy + 1
        tag = self.tags.get((read, copy))
        if tag is None:
            properties = names.tag(len(self.tags) + 1)
            tag = self.tags[read, copy] = tuple([f'"{name}":{value}' for name, value in properties])
        return f"{{{'},{'.join(tag)}}}"

    def _asked(self, rule: ProgramRule, number: int, pattern: Pattern, bound: dict[str, str]) -> list[str]:
        """The tests of a condition beside its tag; `bound` is where the conditions before it bind the variables.

        Joins last: durable_rules shares the nodes of the tests before them among all rules.
        """
        literal, joins = pattern.literal, list[str]()
        tests = [] if literal.fact.value is None else [_test(self._passed(literal), "1")]
        tests += self._slots(pattern, names.alias(number), bound, joins)
        self._count_joins(rule, len(joins))
        return tests + joins

    def _passed(self, literal: Literal) -> str:
        """The property that says that the value passes the test of a condition."""
        tests = self.tests.setdefault(literal.fact.name, {})
        return tests.setdefault(Asked(literal.mode is Mode.DENIED, literal.test), names.passed(len(tests)))

    def _slots(self, pattern: Pattern, alias: str, bound: dict[str, str], joins: list[str]) -> Iterator[str]:
        """The tests of the key slots; joins are put with `joins` instead."""
        here: dict[str, int] = {}
        keys = pattern.literal.fact.keys
        for slot, term in zip(pattern.slots, pattern.literal.terms, strict=True):
            name = names.slot(slot)
            match term:
                case Variable(variable) if variable in here:
                    pairs = self.equal.setdefault(pattern.literal.fact.name, {})
                    pair = min(here[variable], slot), max(here[variable], slot)
                    yield _test(pairs.setdefault(pair, names.same(len(pairs))), "1")
                case Variable(variable):
                    here[variable] = slot
                    if keys[slot].optional:
                        yield _test("$neq", _test(name, f'"{names.MISSING}"'))
                    if variable in bound:
                        joins.append(_test(name, bound[variable]))
                    else:
                        bound[variable] = _test(alias, f'"{name}"')
                case Blank.ANY:
                    continue
                case Blank.MISSING:
                    yield _test(name, f'"{names.MISSING}"')
                case _:
                    yield _test(name, f'"{self.values[term]}"')


def _readings(literal: Literal) -> list[Pattern]:
    """As the key is stored; for a symmetric fact also the other way round, unless that is the same."""
    as_stored = tuple(range(len(literal.terms)))
    if literal.fact.symmetric:
        one, two = (literal.terms[position] for position in literal.fact.symmetric)
        if one == two or (isinstance(one, str) and isinstance(two, str)):
            return [Pattern(literal, as_stored)]  # two constants are in the order in which keys are stored
    return [Pattern(literal, slots) for slots in literal.fact.readings(as_stored)]


def _binders(patterns: Sequence[Pattern]) -> tuple[Binder, ...]:
    found: dict[str, Binder] = {}
    for number, pattern in enumerate(patterns):
        for slot, term in zip(pattern.slots, pattern.literal.terms, strict=True):
            if isinstance(term, Variable):
                found[term.name] = Binder(term.name, number, slot)
    return tuple(found[name] for name in sorted(found))


def _test(name: str, value: str) -> str:
    """One property, as JSON."""
    return f'{{"{name}":{value}}}'


def _condition(number: int, tests: Sequence[str]) -> str:
    return _test(names.alias(number), f'{{"$and":[{",".join(tests)}]}}')
