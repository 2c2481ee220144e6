"""The rule files: one rule after the other, each checked for names, safety and types."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Mapping as MappingType
from dataclasses import dataclass

from dragoman.errors import Place
from dragoman.rulebook import shapes
from dragoman.rulebook.forms import (
    Blank,
    Claim,
    Condition,
    Mode,
    Origin,
    Pattern,
    Rule,
    Variable,
)
from dragoman.rulebook.likelihood import Likelihood
from dragoman.rulebook.patterns import Names, read_hedge, read_pattern
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import Mapping, Node, Scalar, Sequence
from dragoman.source.reading import Reading, lookup
from dragoman.source.shapes import Shape

_IN_SENTENCE = re.compile(r"\{([^{}]*)\}")


def read_rules(
    reading: Reading, names: Names, claims: MappingType[str, Claim], node: Node | None, groups: dict[str, Place]
) -> list[Rule]:
    """The rules of one file; those that cannot be understood at all are left out, after noting why.

    A group is no form of its own: each of its rules has all that the group gives, as if it were written there.
    `groups` keeps where each was said, over all files.
    """
    fields = shapes.RULES.fields(reading, node)
    rules: list[Rule | None] = []
    for item in reading.items(fields.get("rules"), "rules"):
        if isinstance(item, Mapping) and item.get("group") is not None:
            rules += _group(reading, names, claims, item, groups)
        else:
            rules.append(_RuleReader(reading, names, claims, item, shapes.RULE).read())
    return [rule for rule in rules if rule is not None]


def _group(
    reading: Reading, names: Names, claims: MappingType[str, Claim], node: Node, groups: dict[str, Place]
) -> Iterator[Rule | None]:
    fields = shapes.RULE_GROUP.fields(reading, node)
    group = _Group(reading.name(fields.get("group"), "the name of a group"), _Parts(reading, names, claims, fields))
    if groups.setdefault(group.name, node.place) != node.place:
        message = f"there is a group of rules '{group.name}' already"
        reading.note(node.place, "014", message, (groups[group.name],))
    for item in reading.items(fields.get("rules"), "'rules'"):
        yield _RuleReader(reading, names, claims, item, shapes.RULE_OF_GROUP, group).read()


class _Parts:
    """What a rule and a group both have: conditions, conclusions and claims."""

    def __init__(
        self, reading: Reading, names: Names, claims: MappingType[str, Claim], fields: MappingType[str, Node]
    ) -> None:
        self.reading, self.names, self.known_claims, self.fields = reading, names, claims, fields
        before = len(reading.findings)
        self.when = (*self._conditions("given", self._when), *self._conditions("when", self._when))
        self.unless = tuple(self._conditions("unless", self._unless))
        self.tempered_by = tuple(self._conditions("tempered_by", self._when))
        self.then = tuple(self._patterns("then", Blank.MISSING))
        self.are_right = len(reading.findings) == before
        self.claims = self._claims()

    def _claims(self) -> tuple[str, ...]:
        found = self.reading.names(self.fields.get("claims"), "a claim")
        return tuple(c.text for c in found if lookup(self.reading, c, self.known_claims, "106", "claim") is not None)

    def _patterns(self, section: str, blank: Blank) -> Iterator[Pattern]:
        for item in self.reading.items(self.fields.get(section), f"'{section}'"):
            pattern = read_pattern(self.reading, self.names, item, "a conclusion", blank)
            if pattern is not None:
                yield pattern

    def _conditions(self, section: str, read: Callable[[Node], Condition | None]) -> Iterator[Condition]:
        for item in self.reading.items(self.fields.get(section), f"'{section}'"):
            condition = read(item)
            if condition is not None:
                yield condition

    def _when(self, node: Node) -> Condition | None:
        return read_condition(self.reading, self.names, node)

    def _unless(self, node: Node) -> Condition | None:
        for key, mode in (("told", Mode.NOT_TOLD), ("not", Mode.NOT_DENIED)):
            if isinstance(node, Mapping) and (inner := node.get(key)) is not None and len(node.entries) == 1:
                pattern = read_pattern(self.reading, self.names, inner, "a condition", Blank.ANY)
                if mode is Mode.NOT_DENIED and pattern:
                    check_denial(self.reading, self.names, pattern)
                return Condition(mode, pattern) if pattern else None
        pattern = read_pattern(self.reading, self.names, node, "a condition", Blank.ANY)
        return Condition(Mode.ABSENT, pattern) if pattern else None


@dataclass(frozen=True, slots=True)
class _Group:
    name: str
    parts: _Parts


class _RuleReader:
    def __init__(
        self,
        reading: Reading,
        names: Names,
        claims: MappingType[str, Claim],
        node: Node,
        shape: Shape,
        group: _Group | None = None,
    ) -> None:
        self.reading, self.names, self.node = reading, names, node
        self.fields = shape.fields(reading, node)
        self.parts = _Parts(reading, names, claims, self.fields)
        self.group = group

    def read(self) -> Rule | None:
        reading, fields, own = self.reading, self.fields, self.parts
        given = self.group.parts if self.group else None
        is_beyond = reading.truth(fields.get("beyond_report"), "'beyond_report'")
        shared = given.claims if given and not is_beyond else ()
        when = (*(given.when if given else ()), *own.when)
        rule = Rule(
            id=reading.name(fields.get("id"), "a rule id"),
            claims=tuple(dict.fromkeys((*shared, *own.claims))),
            beyond_report=is_beyond,
            when=when,
            unless=(*(given.unless if given else ()), *own.unless),
            tempered_by=(*(given.tempered_by if given else ()), *own.tempered_by),
            then=(*(given.then if given else ()), *own.then),
            strength=read_hedge(reading, fields.get("strength"), "'strength'") or Likelihood.UNHEDGED,
            because=reading.text(fields.get("because"), "'because'"),
            ranges=_ranges(self.names, when),
            level=0,
            place=self.node.place,
            hedge_differs=reading.text(fields.get("hedge_differs"), "'hedge_differs'"),
            rank=self._rank(),
            group=self.group.name if self.group else "",
            places={key.text: key.place for key, _ in self.node.entries} if isinstance(self.node, Mapping) else {},
        )
        is_alone = self.group is None
        if not rule.id or (is_alone and ("when" not in fields or "then" not in fields)):
            return None
        self._check_claims(rule)
        self._check_rule(rule, complete=own.are_right and (given is None or given.are_right))
        return rule

    def _rank(self) -> int:
        node = self.fields.get("rank")
        number = self.reading.number(node, "'rank'")
        if node is not None and number is not None and (number < 1 or number != int(number)):
            self.reading.note(node.place, "202", f"'rank' is a whole number from 1 on, found {number}")
            return 0
        return int(number or 0)

    # -- checks of one rule

    def _check_claims(self, rule: Rule) -> None:
        if not rule.claims and not rule.beyond_report and not self._names_claims():
            message = (
                f"the rule '{rule.id}' names no claim of the report; add 'claims' or mark it 'beyond_report: true'"
            )
            self.reading.note(rule.place, "305", message)
        if rule.claims and rule.beyond_report:
            message = f"the rule '{rule.id}' is beyond the report and yet names claims; drop one of the two"
            self.reading.note(rule.place, "305", message)

    def _names_claims(self) -> bool:
        """Whether something is written there; what is unknown was noted already."""
        node = self.fields.get("claims")
        return node is not None and node != Sequence((), node.place) and node != Scalar("", True, node.place)

    def _check_rule(self, rule: Rule, *, complete: bool) -> None:
        """What can only be said once the parts are known; skipped for parts that could not be read."""
        facts = self.names.facts
        for pattern in rule.then:
            fact = facts[pattern.fact]
            if fact.origin is Origin.TOLD:
                message = f"'{fact.name}' is only told; a rule can conclude what is 'derived' or 'both'"
                self.reading.note(pattern.place, "309", message, (fact.place,))
        holding = [c for c in rule.when if c.mode is Mode.HOLDS]
        if complete and rule.when and all(facts[c.pattern.fact].catalogue for c in rule.when):
            message = f"the rule '{rule.id}' rests on the catalogue of instruments alone"
            self.reading.note(rule.place, "307", f"{message}; add a condition on what a situation tells")
        if complete and not rule.when:
            self.reading.note(rule.place, "011", f"the rule '{rule.id}' has no condition in 'when'")
        if complete and not rule.then:
            self.reading.note(rule.place, "011", f"the rule '{rule.id}' has no conclusion in 'then'")
        if not complete and not holding:
            return
        for name, values in rule.ranges.items():
            if not values:
                message = f"the rule '{rule.id}' has '${name}' in {self._slots_of(rule, name)}"
                self.reading.note(rule.place, "302", f"{message}, which have no value in common")
        if complete:
            self._check_variables(rule)

    def _slots_of(self, rule: Rule, variable: str) -> str:
        found = [
            f"'{slot.name}' of '{condition.pattern.fact}'"
            for condition in rule.when
            for slot, term in zip(self.names.facts[condition.pattern.fact].keys, condition.pattern.terms, strict=True)
            if term == Variable(variable)
        ]
        return " and ".join(dict.fromkeys(found))

    def _check_variables(self, rule: Rule) -> None:
        sections = (
            ("then", rule.then),
            ("unless", tuple(condition.pattern for condition in rule.unless)),
            ("tempered_by", tuple(condition.pattern for condition in rule.tempered_by)),
        )
        for section, patterns in sections:
            for pattern in patterns:
                self._check_pattern(rule, section, pattern)
        sentence = self.fields.get("because")
        for name in _IN_SENTENCE.findall(rule.because):
            if name not in rule.ranges and sentence is not None:
                message = f"'because' speaks of '{{{name}}}', which no condition binds{did_you_mean(name, rule.ranges)}"
                self.reading.note(sentence.place, "311", message)

    def _check_pattern(self, rule: Rule, section: str, pattern: Pattern) -> None:
        fact = self.names.facts[pattern.fact]
        for slot, term in zip(fact.keys, pattern.terms, strict=True):
            if not isinstance(term, Variable):
                continue
            if term.name not in rule.ranges:
                hint = did_you_mean(term.name, rule.ranges)
                message = f"'${term.name}' in '{section}' stands in no condition of 'when'{hint}"
                self.reading.note(pattern.place, "301", message)
                continue
            refused = sorted(set(rule.ranges[term.name]) - slot.kind.domain(self.names.entities))
            if refused:
                message = f"'{slot.name}' of '{fact.name}' does not take '{refused[0]}', which '${term.name}' can be"
                self.reading.note(pattern.place, "303", message)


def read_condition(reading: Reading, names: Names, node: Node) -> Condition | None:
    """A condition as `when` has it: a fact, or `not:` and a fact that names every key slot."""
    if isinstance(node, Mapping) and len(node.entries) == 1 and (inner := node.get("not")) is not None:
        pattern = read_pattern(reading, names, inner, "a denial", Blank.MISSING)
        if pattern is None:
            return None
        check_denial(reading, names, pattern)
        return Condition(Mode.DENIED, pattern)
    pattern = read_pattern(reading, names, node, "a condition", Blank.ANY)
    return Condition(Mode.HOLDS, pattern) if pattern else None


def check_denial(reading: Reading, names: Names, pattern: Pattern) -> None:
    """A denial looks at what was told, so its type is told, and of a value it must say which."""
    fact = names.facts[pattern.fact]
    if fact.origin is Origin.DERIVED:
        reading.note(pattern.place, "310", f"'{fact.name}' is only concluded; nobody can be told that it is not so")
    if fact.value and pattern.test is None:
        message = f"a denial of '{fact.name}' must say which '{fact.value.name}' is denied"
        reading.note(pattern.place, "310", message)


def _ranges(names: Names, when: tuple[Condition, ...]) -> dict[str, tuple[str, ...]]:
    """What the slots of each variable have in common."""
    found: dict[str, frozenset[str]] = {}
    for condition in when:
        fact = names.facts[condition.pattern.fact]
        for slot, term in zip(fact.keys, condition.pattern.terms, strict=True):
            if isinstance(term, Variable):
                values = slot.kind.domain(names.entities)
                found[term.name] = found.get(term.name, values) & values
    return {name: tuple(sorted(values)) for name, values in found.items()}
