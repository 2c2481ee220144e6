"""Changes that make a condition say a little more or a little less: one word fewer, any state, a moved threshold.

:mod:`tests.quality.mutants` takes a condition away or turns it round; here it stays, and is not quite what it was.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from decimal import Decimal

from dragoman.rulebook.forms import Blank, Condition, Mode, Origin, Parameter, Pattern, Rule, Rulebook, Variable
from dragoman.values.enumeration import Enumeration, WordTest
from dragoman.values.quantity import Between

STEPS = {"a fortieth more": Decimal("1.025"), "a fortieth less": Decimal("0.975")}
"""How far a threshold is moved: less than any two figures differ that an analyst would not call the same."""


def moved(parameters: Mapping[str, Parameter]) -> dict[str, Parameter]:
    """The thresholds, and each of them moved: a moved test names one of these."""
    found = dict(parameters)
    for name, parameter in parameters.items():
        for step, factor in STEPS.items():
            found[f"{name}, {step}"] = dataclasses.replace(parameter, value=parameter.value * factor)
    return found


def loosened(rulebook: Rulebook, rule: Rule, condition: Condition) -> Iterator[tuple[str, str, Condition]]:
    """The kind of each change to a condition of `when` or `unless`, what it is, and the changed condition."""
    for kind, what, pattern in (
        *_words(rulebook, condition.pattern),
        *_thresholds(condition.pattern),
        *_unjoined(rulebook, rule, condition),
    ):
        yield kind, what, dataclasses.replace(condition, pattern=pattern)
    other = _other_mode(rulebook, rule, condition)
    if other is not None:
        yield "told or true", other.value, dataclasses.replace(condition, mode=other)


def tempering(rulebook: Rulebook, rule: Rule) -> Iterator[Condition]:
    """What tempers a conclusion, as conditions that would withdraw it; only what is known below the rule."""
    for condition in rule.tempered_by:
        if fact_level(rulebook, condition.pattern.fact) < rule.level:
            mode = {Mode.HOLDS: Mode.ABSENT, Mode.DENIED: Mode.NOT_DENIED}.get(condition.mode, condition.mode)
            yield dataclasses.replace(condition, mode=mode)


def fact_level(rulebook: Rulebook, fact: str) -> int:
    """The highest level of the rules that conclude it."""
    return max(
        (rule.level for rule in rulebook.rules.values() if any(fact == pattern.fact for pattern in rule.then)),
        default=0,
    )


def _words(rulebook: Rulebook, pattern: Pattern) -> Iterator[tuple[str, str, Pattern]]:
    slot, test = rulebook.facts[pattern.fact].value, pattern.test
    if slot is None or not isinstance(test, WordTest) or not isinstance(slot.kind, Enumeration):
        return
    for word in slot.kind.words:
        if word in test.words and len(test.words) > 1:
            words = WordTest(test.words - {word})
            yield "drop word", f"without {word}", dataclasses.replace(pattern, test=words)


def _thresholds(pattern: Pattern) -> Iterator[tuple[str, str, Pattern]]:
    if isinstance(pattern.test, Between):
        low, high = pattern.test.at_least, pattern.test.at_most
        for step in STEPS:
            test = Between(f"{low}, {step}" if low else "", f"{high}, {step}" if high else "")
            yield "move threshold", step, dataclasses.replace(pattern, test=test)


def _unjoined(rulebook: Rulebook, rule: Rule, condition: Condition) -> Iterator[tuple[str, str, Pattern]]:
    """A variable left out: one state's fact serves for another's; a denial names every slot.

    One that stands nowhere else joins nothing.
    """
    if condition.mode in {Mode.DENIED, Mode.NOT_DENIED}:
        return
    pattern, fact = condition.pattern, rulebook.facts[condition.pattern.fact]
    for number, (slot, term) in enumerate(zip(fact.keys, pattern.terms, strict=True)):
        if isinstance(term, Variable) and _uses(rule, term) > 1:
            terms = (*pattern.terms[:number], Blank.ANY, *pattern.terms[number + 1 :])
            yield "drop join", f"any {slot.name}", dataclasses.replace(pattern, terms=terms)


def _uses(rule: Rule, variable: Variable) -> int:
    conditions = (*rule.when, *rule.unless)
    patterns = (*(condition.pattern for condition in conditions), *rule.then)
    return sum(term == variable for pattern in patterns for term in pattern.terms)


def _other_mode(rulebook: Rulebook, rule: Rule, condition: Condition) -> Mode | None:
    """What is told only, of all that is true; and the other way round. Of what is only told the two are one."""
    if rulebook.facts[condition.pattern.fact].origin is not Origin.BOTH:
        return None
    if not any(_may_be(rulebook, condition.pattern, given) for one in rulebook.rules.values() for given in one.then):
        return None
    if condition.mode is Mode.ABSENT:
        return Mode.NOT_TOLD
    if condition.mode is Mode.NOT_TOLD and fact_level(rulebook, condition.pattern.fact) < rule.level:
        return Mode.ABSENT
    return None


def _may_be(rulebook: Rulebook, pattern: Pattern, given: Pattern) -> bool:
    """Whether a conclusion can be one that the pattern speaks of: they name no two different values for one slot."""
    if pattern.fact != given.fact:
        return False
    readings = rulebook.facts[pattern.fact].readings(pattern.terms)
    return any(
        all(not (isinstance(a, str) and isinstance(b, str)) or a == b for a, b in zip(terms, given.terms, strict=True))
        for terms in readings
    )
