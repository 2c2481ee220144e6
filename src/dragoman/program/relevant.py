"""The part of a program that facts of some types can set going: all other rules ask for what nobody told or concludes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.program.forms import Program


def relevant(program: Program, told: Iterable[str]) -> Program:
    """`program` with the rules alone whose every `when` reads a type that was `told` or that such a rule concludes.

    An `unless` is no matter: it holds where nothing is known.
    """
    known, rules = set(told), []
    for rule in program.rules:  # by level, so that what a rule reads was concluded before it
        if all(literal.fact.name in known for literal in rule.when):
            rules.append(rule)
            known.update(conclusion.fact.name for conclusion in rule.then)
    return replace(program, rules=tuple(rules))
