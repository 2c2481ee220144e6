"""Rules that can never fire, conditions that can never hold, rules with too many instances."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from dragoman.errors import Finding
from dragoman.lint.conditions import covers, disjoint, within
from dragoman.lint.subject import Subject
from dragoman.program.forms import Literal
from dragoman.rulebook.forms import Blank, Condition, Mode, Origin, Rule

MAX_INSTANCES = 20_000
"""Of one rule: beyond this its proofs drown the reader long before the engine is slow."""


def check_firing(subject: Subject) -> Iterator[Finding]:
    """Everything about whether, and how often, rules can fire."""
    for rule in subject.rulebook.rules.values():
        count = subject.counts.get(rule.id, 0)
        if count > MAX_INSTANCES:
            message = (
                f"the rule '{rule.id}' has more than {MAX_INSTANCES:,} instances; "
                "let its conditions share variables, or name more of their slots"
            )
            yield Finding(rule.place, "RB606", message)
        reason = _why_never(subject, rule)
        if reason is None and count == 0 and subject.is_complete:
            reason = rule.when[0], "its conditions never come together"
        if reason is not None:
            condition, why = reason
            yield Finding(condition.pattern.place, "RB601", f"the rule '{rule.id}' can never fire: {why}")
        elif subject.is_complete:
            yield from _idle(subject, rule)


def _idle(subject: Subject, rule: Rule) -> Iterator[Finding]:
    for section, conditions in (("unless", rule.unless), ("tempered_by", rule.tempered_by)):
        for condition in conditions:
            fact = condition.pattern.fact
            why = _never_provided(subject, rule, condition) or _self_related(subject, condition)
            why = why or _impossible_test(subject, condition)
            if why:
                message = f"in the rule '{rule.id}' this condition of '{section}' can never hold: {why}"
                yield Finding(condition.pattern.place, "RB602", message, (subject.rulebook.facts[fact].place,))


def _why_never(subject: Subject, rule: Rule) -> tuple[Condition, str] | None:
    """The condition that keeps a rule from ever firing, and why; None if no single one or pair does."""
    for condition in rule.when:
        why = (
            _never_provided(subject, rule, condition)
            or _self_related(subject, condition)
            or _impossible_test(subject, condition)
        )
        if why:
            return condition, why
    for one, other in combinations(rule.when, 2):
        if _contradict(subject.literal(one), subject.literal(other)):
            return other, f"this contradicts the condition at line {one.pattern.place.line}"
    for condition in rule.when:
        for withdrawn in rule.unless:
            if _withdraws(subject.literal(condition), subject.literal(withdrawn)):
                line = condition.pattern.place.line
                return withdrawn, f"'unless' takes away what 'when' asks for at line {line}"
    return None


def _never_provided(subject: Subject, rule: Rule, condition: Condition) -> str:
    fact = subject.rulebook.facts[condition.pattern.fact]
    if not subject.is_complete or condition.mode not in {Mode.HOLDS, Mode.ABSENT}:
        return ""
    if fact.origin is not Origin.DERIVED or subject.is_provided(rule, condition):
        return ""
    if fact.name in subject.concluded:
        return f"'{fact.name}' is never concluded of what stands here"
    return f"no rule that can fire concludes '{fact.name}', and it cannot be told"


def _self_related(subject: Subject, condition: Condition) -> str:
    fact = subject.rulebook.facts[condition.pattern.fact]
    if not fact.symmetric:
        return ""
    one, two = (condition.pattern.terms[position] for position in fact.symmetric)
    return (
        f"'{fact.name}' stands between two things, never between one and itself"
        if one == two and not isinstance(one, Blank)
        else ""
    )


def _impossible_test(subject: Subject, condition: Condition) -> str:
    literal = subject.literal(condition)
    return literal.fact.value.kind.why_empty(literal.test) if literal.fact.value and literal.test else ""


def _contradict(one: Literal, other: Literal) -> bool:
    """Whether two conditions of `when` cannot both hold."""
    if one.fact is not other.fact or not _same_terms(one, other):
        return False
    modes = {one.mode, other.mode}
    if modes == {Mode.HOLDS}:
        return disjoint(one, other)
    if modes == {Mode.HOLDS, Mode.DENIED}:
        holds, denied = (one, other) if one.mode is Mode.HOLDS else (other, one)
        return within(one, holds.test, denied.test)
    return False


def _withdraws(wanted: Literal, withdrawn: Literal) -> bool:
    """Whether `unless: withdrawn` holds a rule back whenever `when: wanted` holds."""
    if wanted.fact is not withdrawn.fact or not covers(withdrawn, wanted):
        return False
    match wanted.mode, withdrawn.mode:
        case (Mode.HOLDS, Mode.ABSENT):
            return within(wanted, wanted.test, withdrawn.test)
        case (Mode.HOLDS, Mode.NOT_TOLD):
            return wanted.fact.origin is Origin.TOLD and within(wanted, wanted.test, withdrawn.test)
        case (Mode.DENIED, Mode.NOT_DENIED):
            return within(wanted, withdrawn.test, wanted.test)
    return False


def _same_terms(one: Literal, other: Literal) -> bool:
    return any(one.terms == read and Blank.ANY not in read for read in other.fact.readings(other.terms))
