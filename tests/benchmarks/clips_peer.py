"""The same rules in CLIPS, called as barely as it can be: its fact builder through cffi, no wrapper object for a fact.

`assert_fact`, the documented way, makes an object for each fact, leaks 10 kB a situation and slows down; the
figures that are quoted of it flatter whoever is compared. Levels are saliences, so that `not` is looked at once the levels
below are complete. Templates: `x` true or concluded, `x!` told false, `x?` disputed, `x+` told true of a type that is also
concluded. A condition that a symmetric fact meets in two readings is two rules, as in `dragoman.engines.rete.plan`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import clips
from clips._clips import lib
from clips.common import environment_builder
from clips.values import clips_value

from dragoman.engines.rete.plan import PlannedRule, plan, read_by
from dragoman.program.forms import Conclusion, Literal, Program
from dragoman.rulebook.forms import Blank, FactType, Mode, Origin, Variable
from dragoman.situation.answers import stated
from dragoman.situation.evidence import Evidence, Known
from dragoman.values.enumeration import Enumeration, WordTest
from dragoman.values.kind import Truth
from dragoman.values.quantity import Bounds, span_of

MISSING = "missing"

Fact = tuple[bytes, list[tuple[bytes, Any]]]
"""A template and its slots, ready for the builder."""


class Clips:
    """A program in an environment of its own."""

    def __init__(self, program: Program, *, tells: bool = False) -> None:
        """With `tells`, each firing calls back with its rule and premises: without that CLIPS only counts them."""
        self.program = program
        self.fired: list[tuple[Any, ...]] = []
        self._environment = clips.Environment()
        if tells:
            self._environment.define_function(lambda *fired: self.fired.append(fired), name="fired")
        # one rule for each reading; what `rete.plan` splits for other reasons comes to the same text
        planned = {name: one for name, one in plan(program).rules.items() if not one.is_candidate}
        texts = {(one.rule.id, _rule(one, tells=tells)): name for name, one in planned.items()}
        rules = [f"(defrule {name} {text})" for (_, text), name in texts.items()]
        self._read = set(re.findall(r"[(](\w+[!?+]?)", " ".join(rules)))
        """CLIPS looks a template up by walking down the list of all: those that no rule reads are left out."""
        for fact in program.facts.values():
            slots = "".join(f" (slot s_{name})" for name in fact.key_names) + "".join(_value_slots(fact))
            for name in (f"{fact.name}{mark}" for mark in ("", "!", "?", "+")):
                if name in self._read:
                    self._environment.build(f"(deftemplate {name}{slots})")
        for rule in rules:
            self._environment.build(rule)
        self._env = self._environment._env
        self._builder = environment_builder(self._env, "fact")
        self._values: dict[str | int, Any] = {}

    def situation(self, evidence: Evidence) -> list[Fact]:
        """The facts of a situation."""
        return [
            (name.encode(), [(slot.encode(), self._value(value)) for slot, value in slots])
            for known in evidence.known.values()
            for name, slots in _facts(self.program.facts[known.atom.fact], known)
            if name in self._read
        ]

    def run(self, facts: list[Fact]) -> int:
        """Facts in, rules fired: how many firings."""
        env, builder = self._env, self._builder
        self.fired.clear()
        lib.Reset(env)
        for name, slots in facts:
            lib.FBSetDeftemplate(builder, name)
            for slot, value in slots:
                lib.FBPutSlot(builder, slot, value)
            lib.FBAssert(builder)
        return int(lib.Run(env, -1))

    def _value(self, value: str | int) -> Any:
        if value not in self._values:
            # what nothing names is collected; a global names it
            self._environment.build(f"(defglobal ?*keep-{value}* = {value})")
            self._values[value] = clips_value(self._env, value=clips.Symbol(value) if isinstance(value, str) else value)
        return self._values[value]


# -- facts


def _facts(fact: FactType, known: Known) -> Iterator[tuple[str, list[tuple[str, str | int]]]]:
    keys: list[tuple[str, str | int]] = [
        (f"s_{name}", value or MISSING) for name, value in zip(fact.key_names, known.atom.key, strict=True)
    ]
    if fact.value is not None:
        if known.firm:
            yield fact.name, [*keys, *_value_facts(fact, known)]
        return
    match known.truth:
        case Truth.TRUE:
            yield fact.name, keys
            if fact.origin is Origin.BOTH:
                yield f"{fact.name}+", keys
        case Truth.FALSE:
            yield f"{fact.name}!", keys
        case Truth.DISPUTED:
            yield f"{fact.name}?", keys


NONE = ("",)
"""That it is none of the words."""


def _value_facts(fact: FactType, known: Known) -> Iterator[tuple[str, str | int]]:
    kind, said = fact.value.kind if fact.value else None, stated(known)
    if isinstance(kind, Enumeration):
        left = kind.left(said)
        yield from ((f"no_{word}", 1) for word in (*kind.words, *NONE) if word not in left)
        if len(left) == 1:
            yield "one", next(iter(left))
    elif span := span_of(said):
        yield from (("lo", millionths(span.low)), ("hi", millionths(span.high)))
    yield "told", int(any(one.holds for one in said))


def _value_slots(fact: FactType) -> Iterator[str]:
    if fact.value is None:
        return
    if isinstance(fact.value.kind, Enumeration):
        yield from (" (slot told)", " (slot one)")
        yield from (f" (slot no_{word})" for word in (*fact.value.kind.words, *NONE))
    else:
        yield from (" (slot told)", " (slot lo)", " (slot hi)")


def millionths(value: Decimal) -> int:
    """A number as CLIPS gets it: exact up to 9 * 10^12."""
    return int(value * 1_000_000)


# -- rules


def _rule(planned: PlannedRule, *, tells: bool) -> str:
    rule = planned.rule
    premises = [f"?f{n}" for n in range(len(rule.when))] if tells else []
    when = []
    for number, pattern in enumerate(planned.patterns):
        bound = f"{premises[number]} <- " if tells else ""
        slots = _slots(pattern.literal, [pattern.literal.fact.key_names[slot] for slot in pattern.slots])
        when.append(f"{bound}({read_by(pattern.literal)} {slots} {_tests(pattern.literal, number)})")
    overruled = [
        f"(not ({conclusion.fact.name}{mark} {_slots(conclusion, conclusion.fact.key_names)}))"
        for conclusion in rule.then
        if conclusion.fact.origin is Origin.BOTH
        for mark in ("!", "?")
    ]
    absent = [absence for literal in rule.unless for absence in _absences(literal)]
    told = f'(fired "{rule.id}" {" ".join(f"(fact-index {premise})" for premise in premises)})' if tells else ""
    then = " ".join(f"(assert ({c.fact.name} {_slots(c, c.fact.key_names)}))" for c in rule.then)
    head = f"(declare (salience {-rule.level}))"
    return f"{head} {' '.join((*when, *overruled, *absent))} => {told} {then}"


def _absences(literal: Literal) -> Iterator[str]:
    """The patterns of which none may match; of a value, what is disputed is left out."""
    slots, fact = _slots(literal, literal.fact.key_names), literal.fact
    if fact.value is not None:
        yield f"(not ({fact.name} {slots} {_tests(literal, 0)}))"
        return
    told_true = f"{fact.name}+" if literal.mode is Mode.NOT_TOLD and fact.origin is Origin.BOTH else fact.name
    wanted = f"{fact.name}!" if literal.mode is Mode.NOT_DENIED else told_true
    yield from (f"(not ({wanted} {slots}))", f"(not ({fact.name}? {slots}))")


def _slots(one: Literal | Conclusion, names: Iterable[str]) -> str:
    found = []
    for name, slot, term in zip(names, one.fact.keys, one.terms, strict=True):
        match term:
            case Variable(variable):
                there = f"&~{MISSING}" if slot.optional and isinstance(one, Literal) else ""
                found.append(f"(s_{name} ?{variable}{there})")
            case Blank.ANY:
                continue
            case Blank.MISSING:
                found.append(f"(s_{name} {MISSING})")
            case _:
                found.append(f"(s_{name} {term})")
    return " ".join(found)


def _tests(literal: Literal, number: int) -> str:
    """The test on the value, with variables that no other pattern of the rule has."""
    low_slot, high_slot, is_denial = f"?lo{number}", f"?hi{number}", literal.mode is Mode.DENIED
    match literal.test:
        case Bounds(low, high) if is_denial:
            outside = [f"(< {high_slot} {millionths(low)})"] if low is not None else []
            outside += [f"(> {low_slot} {millionths(high)})"] if high is not None else []
            return f"(lo {low_slot}) (hi {high_slot}&:(or {' '.join(outside)} FALSE))"
        case Bounds(low, high):
            at_least = f"(lo {low_slot}&:(>= {low_slot} {millionths(low)}))" if low is not None else ""
            at_most = f"(hi {high_slot}&:(<= {high_slot} {millionths(high)}))" if high is not None else ""
            return f"{at_least} {at_most}"
        case WordTest(words) if is_denial:
            return " ".join(f"(no_{word} 1)" for word in sorted(words))
        case WordTest(words) if len(words) == 1:
            return f"(one {next(iter(words))})"
        case WordTest(words) if literal.fact.value is not None and isinstance(literal.fact.value.kind, Enumeration):
            kind = literal.fact.value.kind
            others = [word for word in kind.words if word not in words]
            return " ".join(f"(no_{word} 1)" for word in (*others, *(() if kind.is_exhaustive else NONE)))
    return "(told 1)" if literal.fact.value is not None else ""
