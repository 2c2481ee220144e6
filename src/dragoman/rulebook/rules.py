"""The rule files: one rule after the other, each checked for names, safety and types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingType

from dragoman.errors import Place
from dragoman.form import form
from dragoman.rulebook.condition_shapes import CONCLUSION, CONDITION, DENIAL, UNLESS
from dragoman.rulebook.forms import (
    Blank,
    Claim,
    Condition,
    Mode,
    Origin,
    Pattern,
    Rule,
    ShownAs,
    Variable,
)
from dragoman.rulebook.instrument_forms import Carrier, Instrument
from dragoman.rulebook.instruments import read_carried
from dragoman.rulebook.likelihood import Likelihood
from dragoman.rulebook.patterns import Names, not_taken, pattern_of, read_pattern
from dragoman.rulebook.shapes import RuleEntry, RuleGroup, RuleOfGroup, RulesFile
from dragoman.source.names import did_you_mean, lookup
from dragoman.source.nodes import Node, Scalar, Sequence
from dragoman.source.reading import Reading
from dragoman.source.shapes import is_nothing

_MODES = {"": Mode.ABSENT, "not": Mode.NOT_DENIED, "told": Mode.NOT_TOLD}
"""What a condition of `unless` means, by the word that its fact stands inside of."""
_IN_SENTENCE = re.compile(r"\{([^{}]*)\}")


def read_rules(
    reading: Reading, names: Names, sources: Sources, node: Node | None, groups: dict[str, Place]
) -> list[Rule]:
    """The rules of one file; those that cannot be understood at all are left out, after noting why.

    A group is no form of its own: each of its rules has all that the group gives, as if it were written there.
    `groups` keeps where each was said, over all files.
    """
    rules: list[Rule | None] = []
    for entry in RulesFile.read(reading, node).rules if node is not None else ():
        if isinstance(entry, RuleGroup):
            rules += _group(reading, names, sources, entry, groups)
        else:
            rules.append(_RuleReader(reading, names, sources, entry).read())
    return [rule for rule in rules if rule is not None]


def _group(
    reading: Reading, names: Names, sources: Sources, entry: RuleGroup, groups: dict[str, Place]
) -> Iterator[Rule | None]:
    parts, place = _Parts(reading, names, sources, entry), entry.place
    if groups.setdefault(entry.group, place) != place:
        message = f"there is a group of rules '{entry.group}' already"
        reading.note(place, "014", message, (groups[entry.group],))
    readers = [_RuleReader(reading, names, sources, rule) for rule in entry.rules]
    carried_by = parts.carried_by((*parts.then, *(pattern for reader in readers for pattern in reader.parts.then)))
    group = _Group(entry.group, parts, carried_by)
    for reader in readers:
        yield reader.read(group)


@form
class Sources:
    """What rules name beside facts."""

    claims: MappingType[str, Claim]
    instruments: MappingType[str, Instrument]


class _Parts:
    """What a rule and a group both have: conditions, conclusions and claims."""

    def __init__(
        self,
        reading: Reading,
        names: Names,
        sources: Sources,
        entry: RuleEntry | RuleOfGroup | RuleGroup,
    ) -> None:
        self.reading, self.names, self.sources, self.entry = reading, names, sources, entry
        before = len(reading.findings)
        first = entry.given if isinstance(entry, RuleGroup) else entry.when
        self.when = tuple(filter(None, (read_condition(reading, names, node) for node in first)))
        self.unless = tuple(filter(None, (read_unless(reading, names, node) for node in entry.unless)))
        self.tempered_by = tuple(filter(None, (read_condition(reading, names, node) for node in entry.tempered_by)))
        then = (read_pattern(reading, names, node, CONCLUSION, Blank.MISSING) for node in entry.then)
        self.then = tuple(filter(None, then))
        self.are_right = len(reading.findings) == before
        self.claims = self._claims(entry.claims)

    def carried_by(self, then: Iterable[Pattern]) -> tuple[Carrier, ...]:
        """What carries the recommendations among the conclusions `then`."""
        facts = [self.names.facts[pattern.fact] for pattern in then]
        given = dict.fromkeys(fact.name for fact in facts if fact.shown_as is ShownAs.RECOMMENDATION)
        entries = self.entry.carried_by
        if entries and not given and facts:
            message = "'carried_by' belongs to recommendations, and none is concluded here"
            self.reading.note(self.entry.place_of("carried_by"), "114", message)
        carried = [self.names.facts[name] for name in given]
        return read_carried(self.reading, self.names, self.sources.instruments, carried, entries)

    def _claims(self, found: tuple[Scalar, ...]) -> tuple[str, ...]:
        return tuple(c.text for c in found if lookup(self.reading, c, self.sources.claims, "106", "claim") is not None)


@form
class _Group:
    name: str
    parts: _Parts
    carried_by: tuple[Carrier, ...]
    """What carries the recommendations of any of its rules."""


class _RuleReader:
    def __init__(
        self,
        reading: Reading,
        names: Names,
        sources: Sources,
        entry: RuleEntry | RuleOfGroup,
    ) -> None:
        self.reading, self.names, self.entry = reading, names, entry
        self.parts = _Parts(reading, names, sources, entry)

    def read(self, group: _Group | None = None) -> Rule | None:
        """The rule, with what the group gives that it stands in."""
        entry, own = self.entry, self.parts
        given = group.parts if group else None
        shared = given.claims if given and not entry.beyond_report else ()
        when = (*(given.when if given else ()), *own.when)
        then = (*(given.then if given else ()), *own.then)
        rule = Rule(
            id=entry.id,
            claims=tuple(dict.fromkeys((*shared, *own.claims))),
            beyond_report=entry.beyond_report,
            when=when,
            unless=(*(given.unless if given else ()), *own.unless),
            tempered_by=(*(given.tempered_by if given else ()), *own.tempered_by),
            then=then,
            strength=entry.strength or Likelihood.UNHEDGED,
            because=entry.because,
            ranges=_ranges(self.names, when),
            level=0,
            place=entry.place,
            hedge_differs=entry.hedge_differs,
            rank=entry.rank or 0,
            carried_by=(*(group.carried_by if group else ()), *own.carried_by(then)),
            group=group.name if group else "",
            places=entry.places(),
        )
        if not rule.id or (group is None and not (entry.when and entry.then)):
            return None
        self._check_claims(rule)
        self._check_rule(rule, complete=own.are_right and (given is None or given.are_right))
        return rule

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
        node = self.entry.node_of("claims")
        return node is not None and node != Sequence((), node.place) and not is_nothing(node)

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
        refused: dict[tuple[str, frozenset[str]], list[tuple[Place, str]]] = {}
        for section, patterns in sections:
            for pattern in patterns:
                self._check_pattern(rule, section, pattern, refused)
        for found in refused.values():
            (place, message), *others = sorted(found)
            also = tuple(dict.fromkeys(other for other, _ in others if other != place))
            self.reading.note(place, "303", message, also)
        for name in _IN_SENTENCE.findall(rule.because):
            if name not in rule.ranges:
                message = f"'because' speaks of '{{{name}}}', which no condition binds{did_you_mean(name, rule.ranges)}"
                self.reading.note(self.entry.place_of("because"), "311", message)

    def _check_pattern(
        self,
        rule: Rule,
        section: str,
        pattern: Pattern,
        refused: dict[tuple[str, frozenset[str]], list[tuple[Place, str]]],
    ) -> None:
        """Note what is unbound, and in `refused` what a slot does not take: by variable and values, since that is one cause."""
        fact, entities = self.names.facts[pattern.fact], self.names.entities
        for slot, term in zip(fact.keys, pattern.terms, strict=True):
            if not isinstance(term, Variable):
                continue
            if term.name not in rule.ranges:
                hint = did_you_mean(term.name, rule.ranges)
                message = f"'${term.name}' in '{section}' stands in no condition of 'when'{hint}"
                self.reading.note(pattern.place, "301", message)
                continue
            values = set(rule.ranges[term.name]) - slot.kind.domain(entities)
            single = {value for value in values if value not in entities or not entities[value].members}
            if values:
                message = not_taken(self.names, fact, slot, min(single or values), term.name, narrows=True)
                refused.setdefault((term.name, frozenset(single)), []).append((pattern.place, message))


def read_condition(reading: Reading, names: Names, node: Node) -> Condition | None:
    """A condition as `when` has it: a fact, or `not:` and a fact that names every key slot."""
    stated = CONDITION.parts(reading, node)
    if stated is None:
        return None
    if not stated.inside:
        pattern = pattern_of(reading, names, stated, CONDITION, Blank.ANY)
        return Condition(Mode.HOLDS, pattern) if pattern else None
    pattern = pattern_of(reading, names, stated, DENIAL, Blank.MISSING)
    if pattern is None:
        return None
    check_denial(reading, names, pattern)
    return Condition(Mode.DENIED, pattern)


def read_unless(reading: Reading, names: Names, node: Node) -> Condition | None:
    """A condition as `unless` has it: a fact, or `not:` or `told:` and a fact."""
    stated = UNLESS.parts(reading, node)
    pattern = pattern_of(reading, names, stated, CONDITION, Blank.ANY) if stated else None
    if stated is None or pattern is None:
        return None
    if stated.inside == "not":
        check_denial(reading, names, pattern)
    return Condition(_MODES[stated.inside], pattern)


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
