"""Small changes to a rule, each of which a good set of cases notices."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.rulebook.forms import (
    Condition,
    Mode,
    Origin,
    Pattern,
    Rule,
    Rulebook,
    Slot,
    ValueSlot,
    Variable,
)
from dragoman.rulebook.likelihood import STRENGTHS, Likelihood
from dragoman.values.enumeration import Enumeration, WordTest
from dragoman.values.kind import Test
from dragoman.values.quantity import Between
from tests.quality.looser import loosened, tempering


@dataclass(frozen=True)
class Mutant:
    """One changed rule."""

    kind: str
    """`drop condition`, `flip constant`, `drop join` and so on: what is counted together."""
    what: str
    """Which condition, which constant."""
    rule: Rule

    def __str__(self) -> str:
        return f"{self.rule.id}: {self.kind}: {self.what}"


def mutants(rulebook: Rulebook, rule: Rule) -> Iterator[Mutant]:
    """Every change to one rule."""
    yield from _dropped(rulebook, rule)
    yield from _flipped(rulebook, rule)
    yield from _loosened(rulebook, rule)
    yield from _other_strength(rulebook, rule)


def _other_strength(rulebook: Rulebook, rule: Rule) -> Iterator[Mutant]:
    """The rule weaker than its conclusion can be (weaker than the rule is no change where a premise is weaker still).

    A rule that is as weak as can be is made stronger, if its premises can carry that.
    """
    premises = min(attainable(rulebook, condition) for condition in rule.when)
    below = [word for word in STRENGTHS.values() if word < min(rule.strength, premises)]
    above = [word for word in STRENGTHS.values() if rule.strength < word <= premises]
    for other in (below[-1:] or above[:1])[:1]:
        yield Mutant("other strength", other.word, dataclasses.replace(rule, strength=other))


def attainable(rulebook: Rulebook, condition: Condition) -> Likelihood:
    """How likely a condition of `when` can be at most: what can be told can be told plainly."""
    if condition.mode is Mode.DENIED or rulebook.facts[condition.pattern.fact].origin is not Origin.DERIVED:
        return Likelihood.UNHEDGED
    giving = (rule for rule in rulebook.rules.values() if condition.pattern.fact in {p.fact for p in rule.then})
    return max(
        (min(rule.strength, *(attainable(rulebook, premise) for premise in rule.when)) for rule in giving),
        default=Likelihood.UNHEDGED,
    )


def _dropped(rulebook: Rulebook, rule: Rule) -> Iterator[Mutant]:
    for number, condition in enumerate(rule.when):
        rest = (*rule.when[:number], *rule.when[number + 1 :])
        changed = dataclasses.replace(rule, when=rest, ranges=_ranges(rulebook, rest))
        if _is_safe(rulebook, changed):
            yield Mutant("drop condition", _words(rulebook, condition), changed)
    for number, condition in enumerate(rule.unless):
        rest = (*rule.unless[:number], *rule.unless[number + 1 :])
        yield Mutant("drop unless", _words(rulebook, condition), dataclasses.replace(rule, unless=rest))
    if len(rule.then) > 1:
        for number, pattern in enumerate(rule.then):
            then = (*rule.then[:number], *rule.then[number + 1 :])
            yield Mutant("drop conclusion", _of_pattern(rulebook, pattern), dataclasses.replace(rule, then=then))


def _loosened(rulebook: Rulebook, rule: Rule) -> Iterator[Mutant]:
    for number, condition in enumerate(rule.when):
        for kind, what, other in loosened(rulebook, rule, condition):
            when = (*rule.when[:number], other, *rule.when[number + 1 :])
            changed = dataclasses.replace(rule, when=when, ranges=_ranges(rulebook, when))
            if _is_safe(rulebook, changed):
                yield Mutant(kind, f"when: {_words(rulebook, condition)}, {what}", changed)
    for number, condition in enumerate(rule.unless):
        for kind, what, other in loosened(rulebook, rule, condition):
            unless = (*rule.unless[:number], other, *rule.unless[number + 1 :])
            changed = dataclasses.replace(rule, unless=unless)
            yield Mutant(kind, f"unless: {_words(rulebook, condition)}, {what}", changed)
    for condition in tempering(rulebook, rule):
        if set(condition.pattern.variables) <= set(rule.ranges):
            unless = (*rule.unless, condition)
            yield Mutant("temper to unless", _words(rulebook, condition), dataclasses.replace(rule, unless=unless))


def _is_safe(rulebook: Rulebook, rule: Rule) -> bool:
    """Whether the reader would take the rule: something is asked for, and what it binds is enough."""
    rest = (*(condition.pattern for condition in rule.unless), *rule.then)
    needed = {name for pattern in rest for name in pattern.variables}
    facts = (rulebook.facts[condition.pattern.fact] for condition in rule.when)
    return needed <= set(rule.ranges) and not all(fact.catalogue for fact in facts)


def _ranges(rulebook: Rulebook, when: tuple[Condition, ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, frozenset[str]] = {}
    for condition in when:
        for slot, term in zip(rulebook.facts[condition.pattern.fact].keys, condition.pattern.terms, strict=True):
            if isinstance(term, Variable):
                values = slot.kind.domain(rulebook.entities)
                found[term.name] = found.get(term.name, values) & values
    return {name: tuple(sorted(values)) for name, values in found.items()}


def _flipped(rulebook: Rulebook, rule: Rule) -> Iterator[Mutant]:
    for kind, what, conditions in _conditions_flipped(rulebook, rule.when):
        yield Mutant(kind, f"when: {what}", dataclasses.replace(rule, when=conditions))
    for kind, what, conditions in _conditions_flipped(rulebook, rule.unless):
        yield Mutant(kind, f"unless: {what}", dataclasses.replace(rule, unless=conditions))
    for number, pattern in enumerate(rule.then):
        for kind, what, other in _flips(rulebook, pattern):
            then = (*rule.then[:number], other, *rule.then[number + 1 :])
            yield Mutant(kind, f"then: {what}", dataclasses.replace(rule, then=then))


def _conditions_flipped(
    rulebook: Rulebook, conditions: tuple[Condition, ...]
) -> Iterator[tuple[str, str, tuple[Condition, ...]]]:
    for number, condition in enumerate(conditions):
        for kind, what, pattern in _flips(rulebook, condition.pattern):
            changed = dataclasses.replace(condition, pattern=pattern)
            yield kind, what, (*conditions[:number], changed, *conditions[number + 1 :])


def _flips(rulebook: Rulebook, pattern: Pattern) -> Iterator[tuple[str, str, Pattern]]:
    fact = rulebook.facts[pattern.fact]
    for number, (slot, term) in enumerate(zip(fact.keys, pattern.terms, strict=True)):
        other = _other(rulebook, slot, term) if isinstance(term, str) else ""
        if other:
            terms = (*pattern.terms[:number], other, *pattern.terms[number + 1 :])
            what = f"{_of_pattern(rulebook, pattern)}, {slot.name} to {other}"
            yield "flip constant", what, dataclasses.replace(pattern, terms=terms)
    test = _other_test(fact.value, pattern.test)
    if test is not None:
        yield "flip test", _of_pattern(rulebook, pattern), dataclasses.replace(pattern, test=test)


def _other(rulebook: Rulebook, slot: Slot, term: str) -> str:
    """The next value that could stand there; for an entity one of the same types, if there is one."""
    values = sorted(slot.kind.domain(rulebook.entities) - {term})
    if slot.types:
        types = rulebook.entities[term].types
        values.sort(key=lambda name: (rulebook.entities[name].types != types, name))
    return values[0] if values else ""


def _other_test(slot: ValueSlot | None, test: Test | None) -> Test | None:
    match test:
        case WordTest(words) if (
            slot is not None and isinstance(slot.kind, Enumeration) and set(slot.kind.words) - words
        ):
            return WordTest(frozenset(slot.kind.words) - words)
        case Between(at_least, at_most) if bool(at_least) != bool(at_most):
            return Between(at_most, at_least)
    return None


def _words(rulebook: Rulebook, condition: Condition) -> str:
    mode = "" if condition.mode.value in {"holds", "absent"} else f"{condition.mode.value}: "
    return f"{mode}{_of_pattern(rulebook, condition.pattern)}"


def _of_pattern(rulebook: Rulebook, pattern: Pattern) -> str:
    terms = (
        f"{name}: {'$' + term.name if isinstance(term, Variable) else term}"
        for name, term in zip(rulebook.facts[pattern.fact].key_names, pattern.terms, strict=True)
        if isinstance(term, str | Variable)
    )
    return f"{pattern.fact}{{{', '.join(terms)}}}"
