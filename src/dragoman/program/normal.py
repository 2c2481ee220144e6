"""A rulebook becomes a program: one pass, nothing is decided here that a rule does not say."""

from __future__ import annotations

import hashlib
from collections import deque

from dragoman.program.forms import Conclusion, Literal, Program, ProgramRule
from dragoman.rulebook.forms import Condition, Rule, Rulebook

_KEPT: deque[tuple[Rulebook, Program]] = deque(maxlen=4)


def program_of(rulebook: Rulebook) -> Program:
    """The program of a rulebook: of the last few the same again, since a session or a run of cases asks for it each time."""
    for kept, program in tuple(_KEPT):
        if kept is rulebook:
            return program
    _KEPT.append((rulebook, made := compile_program(rulebook)))
    return made


def compile_program(rulebook: Rulebook) -> Program:
    """The rules of `rulebook` in normal form, with the thresholds of this run."""
    rules = sorted(rulebook.rules.values(), key=lambda rule: (rule.level, rule.id))
    thresholds = "".join(f"{name}={rulebook.parameters[name].value};" for name in sorted(rulebook.changed))
    digest = hashlib.sha256(f"{rulebook.digest} {thresholds}".encode()).hexdigest()
    return Program(tuple(_rule(rulebook, rule) for rule in rules), rulebook.facts, rulebook.entities, digest)


def literal(rulebook: Rulebook, condition: Condition) -> Literal:
    """A condition in normal form."""
    pattern = condition.pattern
    fact, test = rulebook.facts[pattern.fact], pattern.test
    if test is not None and fact.value is not None:
        test = fact.value.kind.resolved(test, rulebook.parameters)
    return Literal(condition.mode, fact, pattern.terms, test)


def _rule(rulebook: Rulebook, rule: Rule) -> ProgramRule:
    return ProgramRule(
        id=rule.id,
        level=rule.level,
        when=tuple(literal(rulebook, condition) for condition in rule.when),
        unless=tuple(literal(rulebook, condition) for condition in rule.unless),
        then=tuple(Conclusion(rulebook.facts[pattern.fact], pattern.terms) for pattern in rule.then),
        strength=rule.strength,
        variables=tuple(sorted(rule.ranges)),
    )
