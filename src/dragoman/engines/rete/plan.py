"""The rules of a program as a durable_rules ruleset, within the subset that was measured to be safe.

Encoding, in durable_rules' terms (a fact is one flat JSON object):

    t        the tag: fact type and copy, `debt_share#0`; told false `member!#0`; absence `absent:rule#0`
    s_SLOT   a key slot, prefixed so that no slot can be `id` or `sid`; a missing optional slot is "~"
    lo, hi   the span of a number, in millionths, as integers
    word     the one word left of an enumeration that was told; no_WORD: 1 for each word ruled out;
             some: 1 if any word is left
    told     1 if any value was told, a number or a word
    e_A__B   1 if the slots A and B of the fact hold the same value
    f        the number of the fact, by which a firing's premises are read

- Two patterns of one tag in a rule read a copy of the facts each (`#k`), since one fact never matches two patterns; so
  do patterns of different rules beyond what one copy can serve.
- Joins are equalities; tests compare with constants. What would need an `$or` (the two readings of a
  symmetric fact, a number told to lie outside a range) becomes several variants of the rule.
- A rule with `unless` becomes two: its `when` part, which only records candidates, and the rule itself,
  which also wants an absence fact that :mod:`dragoman.engines.rete.engine` asserts for those candidates.

Nothing here imports durable_rules; `dragoman check` asks :func:`refusals` what it could not run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product

from dragoman.program.forms import Literal, Program, ProgramRule
from dragoman.rulebook.forms import Blank, FactType, Mode, Variable
from dragoman.values.kind import Test

MAX_TAGS = 511
"""With one more, every fact is refused with error 303; with two more, `set_rulesets` loops for ever. (Measured, as all
limits here, on durable_rules 2.0.28: a table of 512 that is never to be full.)"""
MAX_READERS = 64
"""How many conditions can read one copy of a fact; with one more, a fact that all of them join is refused with error 303."""
MAX_CONDITIONS = 16
"""How many facts one match can hold; with one more, the last fact is refused with error 304."""
MAX_PROPERTIES = 100
"""A fact of some 300 keys is refused with error 302; rules stay far below."""
MISSING = "~"
OPEN_TAG = "__open"

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One condition in one of its readings."""

    literal: Literal
    is_swapped: bool
    """Whether the two slots of a symmetric fact are read the other way round."""
    test: list[Json]


@dataclass(frozen=True, slots=True)
class PlannedRule:
    """One entry of the ruleset."""

    rule: ProgramRule
    patterns: tuple[Pattern, ...]
    is_candidate: bool
    """It only records bindings for which absences are to be looked at."""
    aliases: tuple[str, ...]
    """By which durable_rules hands out the matched facts, in the order of the patterns."""
    binders: tuple[tuple[str, int, str], ...]
    """For each variable, by name: the number of a pattern that binds it, and the property of the matched fact."""


@dataclass(slots=True)
class Plan:
    """A ruleset, and what must be known to feed it and to read its firings."""

    ruleset: dict[str, Json] = field(default_factory=dict)
    planned: dict[str, PlannedRule] = field(default_factory=dict)
    copies: dict[str, int] = field(default_factory=dict)
    """How many copies of each tag the rules read; what is not here is never asserted."""
    properties: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Of each fact type, the properties of its key slots, in their order."""
    equal_slots: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    """Of each fact type, the pairs of slots that some rule compares."""
    readers: Counter[str] = field(default_factory=Counter)
    """How many patterns read each copy of a tag."""


def plan(program: Program) -> Plan:
    """The ruleset of `program`."""
    made = Plan(properties={fact.name: tuple(map("s_{}".format, fact.key_names)) for fact in program.facts.values()})
    for rule in program.rules:
        for number, patterns in enumerate(product(*(_readings(literal) for literal in rule.when))):
            name = f"{rule.id}/{number}"
            aliases = tuple(f"m{number}" for number in range(len(patterns)))
            _add(made, name, PlannedRule(rule, patterns, False, aliases, _binders(patterns)))
            if rule.unless:
                _add(made, f"{name}?", PlannedRule(rule, patterns, True, aliases, _binders(patterns)))
    made.ruleset[OPEN_TAG] = {"all": [{"m0": {"t": OPEN_TAG}}]}
    return made


def refusals(program: Program) -> Iterator[tuple[str, str]]:
    """What durable_rules could not run, as code number and message."""
    made = plan(program)
    tags = sum(made.copies.values()) + sum(1 for rule in program.rules if rule.unless) + 1
    if tags > MAX_TAGS:
        message = f"the rules tell {tags} kinds of fact apart; durable_rules can tell {MAX_TAGS}"
        yield "401", message
    for rule in program.rules:
        conditions, readings = len(rule.when) + bool(rule.unless), made.readers[absent_tag(rule)]
        if conditions > MAX_CONDITIONS:
            message = f"the rule '{rule.id}' has {conditions} conditions; durable_rules can join {MAX_CONDITIONS}"
            yield "401", message
        if readings > MAX_READERS:
            message = f"the conditions of the rule '{rule.id}' can be read in {readings} ways; durable_rules takes {MAX_READERS}"
            yield "401", message
    for fact in program.facts.values():
        width = len(fact.keys) + len(made.equal_slots.get(fact.name, ())) + _value_width(fact)
        if width > MAX_PROPERTIES:
            yield (
                "402",
                f"a fact of type '{fact.name}' has {width} properties; durable_rules is safe up to {MAX_PROPERTIES}",
            )


def tag_of(literal: Literal) -> str:
    """The tag that a condition reads: a denial of a plain fact has its own."""
    is_denial = literal.mode is Mode.DENIED and literal.fact.value is None
    return f"{literal.fact.name}!" if is_denial else literal.fact.name


def absent_tag(rule: ProgramRule) -> str:
    """The tag of the absence facts of a rule with `unless`."""
    return f"absent:{rule.id}"


def millionths(value: Decimal) -> int:
    """A number as durable_rules gets it: exact, and never written with an exponent."""
    return int(value * 1_000_000)


def _value_width(fact: FactType) -> int:
    return 0 if fact.value is None else 3


def _readings(literal: Literal) -> list[Pattern]:
    orders = (False, True) if literal.fact.symmetric and _is_order_open(literal) else (False,)
    return [Pattern(literal, is_swapped, test) for is_swapped in orders for test in _tests(literal)]


def _is_order_open(literal: Literal) -> bool:
    """Whether the two slots of a symmetric fact could be read either way: not both are constants."""
    one, two = _symmetric_terms(literal)
    return not (isinstance(one, str) and isinstance(two, str)) and one != two


def _symmetric_terms(literal: Literal) -> tuple[object, object]:
    one, two = literal.fact.symmetric or (0, 0)
    return literal.terms[one], literal.terms[two]


def _tests(literal: Literal) -> list[list[Json]]:
    """The test on the value, a property of the fact."""
    return [[]] if literal.fact.value is None else [[{test_property(literal.test, literal.mode is Mode.DENIED): 1}]]


def test_property(test: Test | None, is_denied: bool) -> str:
    """The property that says that a test passes, or is told false."""
    return f"{'not' if is_denied else 'is'}_{abs(hash((type(test).__name__, test)))}"


def _add(made: Plan, name: str, planned: PlannedRule) -> None:
    seen: dict[str, int] = {}
    bound: dict[str, tuple[str, str]] = {}
    all_of: list[Json] = []
    for alias, pattern in zip(planned.aliases, planned.patterns, strict=True):
        tag = tag_of(pattern.literal)
        copy = seen.get(tag, 0)
        while made.readers[f"{tag}#{copy}"] == MAX_READERS:
            copy += 1
        made.readers[f"{tag}#{copy}"] += 1
        seen[tag] = copy + 1
        made.copies[tag] = max(made.copies.get(tag, 0), copy + 1)
        tests: list[Json] = [{"t": f"{tag}#{copy}"}, *_slot_tests(made, pattern, alias, bound), *pattern.test]
        all_of.append({alias: _conjunction(tests)})
    if planned.rule.unless and not planned.is_candidate:
        made.readers[absent_tag(planned.rule)] += 1
        joins: list[Json] = [{f"a_{v}": {alias: slot}} for v, (alias, slot) in sorted(bound.items())]
        all_of.append({"absent": _conjunction([{"t": absent_tag(planned.rule)}, *joins])})
    made.ruleset[name] = {"all": all_of}
    made.planned[name] = planned


def _slot_tests(made: Plan, pattern: Pattern, alias: str, bound: dict[str, tuple[str, str]]) -> Iterator[Json]:
    here: dict[str, str] = {}
    for slot, term in zip(slot_names(pattern), pattern.literal.terms, strict=True):
        prop = f"s_{slot}"
        match term:
            case Variable(name) if name in here:
                pair = (min(here[name], slot), max(here[name], slot))
                made.equal_slots.setdefault(pattern.literal.fact.name, set()).add(pair)
                yield {equal_property(*pair): 1}
            case Variable(name):
                here[name] = slot
                yield {"$neq": {prop: MISSING}}
                if name in bound:
                    first, first_prop = bound[name]
                    yield {prop: {first: first_prop}}
                else:
                    bound[name] = (alias, prop)
            case Blank.ANY:
                continue
            case Blank.MISSING:
                yield {prop: MISSING}
            case _:
                yield {prop: term}


def slot_names(pattern: Pattern) -> tuple[str, ...]:
    """The slots of the stored fact that the terms of the condition are compared with, in their order."""
    names = list(pattern.literal.fact.key_names)
    if pattern.is_swapped:
        one, two = pattern.literal.fact.symmetric or (0, 0)
        names[one], names[two] = names[two], names[one]
    return tuple(names)


def equal_property(one: str, two: str) -> str:
    """The property that says that two slots of one fact hold the same value."""
    return f"e_{one}__{two}"


def _conjunction(tests: list[Json]) -> Json:
    return tests[0] if len(tests) == 1 else {"$and": tests}


def bindings(planned: PlannedRule, facts: Sequence[Mapping[str, object]]) -> tuple[tuple[str, str], ...]:
    """The variables of a match with their values, by name; `facts` are the matched facts in the order of the patterns."""
    return tuple([(name, str(facts[number][prop])) for name, number, prop in planned.binders])


def _binders(patterns: tuple[Pattern, ...]) -> tuple[tuple[str, int, str], ...]:
    found: dict[str, tuple[int, str]] = {}
    for number, pattern in enumerate(patterns):
        for slot, term in zip(slot_names(pattern), pattern.literal.terms, strict=True):
            if isinstance(term, Variable):
                found[term.name] = number, f"s_{slot}"
    return tuple((name, *found[name]) for name in sorted(found))
