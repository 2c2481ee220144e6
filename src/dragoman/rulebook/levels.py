"""Levels, or the cycle that forbids them.

A rule's level is 1 + the highest level among the types of its `when` and `unless`; a type's the
highest of the rules that conclude it, 0 if none. Denials (`not`) and `unless: told` look at what
was told only and make no edge. Without recursion one pass by level is the model.
Source of the method: stratification of Datalog programs (Apt, Blair and Walker 1988), here without cycles at all.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from dragoman.rulebook.forms import Mode, Rule
from dragoman.source.reading import Reading


def read_types(rule: Rule) -> frozenset[str]:
    """The fact types that must be complete before `rule` can fire."""
    conditions = (*rule.when, *rule.unless)
    return frozenset(c.pattern.fact for c in conditions if c.mode in {Mode.HOLDS, Mode.ABSENT})


def with_levels(
    reading: Reading, rules: Sequence[Rule], facts: Iterable[str]
) -> tuple[dict[str, Rule], dict[str, int]]:
    """The rules by id with their levels, and the level of every fact type; a cycle is noted and printed."""
    reads: dict[str, set[str]] = {fact: set() for fact in facts}
    concluded: dict[str, list[Rule]] = {}
    for rule in rules:
        for pattern in rule.then:
            reads[pattern.fact] |= read_types(rule)
            concluded.setdefault(pattern.fact, []).append(rule)
    levels: dict[str, int] = {}
    order = _order(reading, reads, concluded)
    if order is None:
        return {rule.id: rule for rule in rules}, dict.fromkeys(reads, 0)
    for fact in order:
        levels[fact] = max((_level(rule, levels) for rule in concluded.get(fact, ())), default=0)
    return {rule.id: dataclasses.replace(rule, level=_level(rule, levels)) for rule in rules}, levels


def _order(reading: Reading, reads: dict[str, set[str]], concluded: dict[str, list[Rule]]) -> Iterable[str] | None:
    """The fact types, each after those that it is concluded from; None after noting every cycle."""
    is_recursive = False
    while True:
        try:
            order = tuple(TopologicalSorter({fact: sorted(reads[fact]) for fact in sorted(reads)}).static_order())
        except CycleError as error:
            is_recursive = True
            _note_cycle(reading, error.args[1], concluded)
            reads[error.args[1][1]].discard(error.args[1][0])  # one step of it goes, and the next cycle comes to light
        else:
            return None if is_recursive else order


def _level(rule: Rule, levels: dict[str, int]) -> int:
    return 1 + max((levels[fact] for fact in read_types(rule)), default=0)


def _note_cycle(reading: Reading, cycle: Sequence[str], concluded: dict[str, list[Rule]]) -> None:
    steps, places = [], []
    for source, target in pairwise(cycle):
        rule = next(rule for rule in concluded[target] if source in read_types(rule))
        steps.append(f"{source} -> {target} (rule '{rule.id}')")
        places.append(rule.place)
    first = min(places)
    message = f"these fact types depend on themselves: {', '.join(steps)}"
    reading.note(first, "304", message, sorted(set(places) - {first}))
