"""The conditions of a rule joined: every binding, with the atom that each condition then means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod

from dragoman.program.forms import Literal, Program, ProgramRule
from dragoman.program.reach import Reach, Row, TooManyError, variables_of
from dragoman.rulebook.forms import Blank, Key, Variable

Joined = tuple[tuple[str, ...], tuple[Key, ...]]
"""The values of some variables, and the keys of the conditions joined so far."""


def joined(rule: ProgramRule, reach: Reach, limit: int) -> list[Joined]:
    """All that the `when` of `rule` can mean: values in the order of its variables, keys in that of its conditions.

    Raises:
        TooManyError: if some of the conditions together mean more than `limit` things.
    """
    ranges = reach.ranges(rule.when)
    rows = [reach.rows(literal, ranges, limit) for literal in rule.when]
    order = _order(rule.when, [len(found) for found in rows], ranges)
    found = _all_joined(rule, order, rows, limit)
    bound = tuple(dict.fromkeys(name for number in order for name in variables_of(rule.when[number])))
    values = [bound.index(name) for name in rule.variables]
    places = [order.index(number) for number in range(len(rule.when))]
    return [(tuple(v[i] for i in values), tuple(k[i] for i in places)) for v, k in found]


def join_order(rule: ProgramRule, reach: Reach, limit: int) -> list[int]:
    """An order, by number, in which the conditions can be joined by whoever reads each of them by itself.

    `joined` leaves out of a condition what some other condition excludes; here nothing is left out.

    Raises:
        TooManyError: if some of the conditions together mean more than `limit` things, in that order.
    """
    rows = [reach.rows(literal, reach.ranges([literal]), limit) for literal in rule.when]
    order = _order(rule.when, [len(found) for found in rows], reach.ranges(rule.when))
    _all_joined(rule, order, rows, limit)
    return order


def _all_joined(rule: ProgramRule, order: Sequence[int], rows: Sequence[list[Row]], limit: int) -> list[Joined]:
    """The conditions joined one after the other: values in the order in which they are bound, keys in that of `order`."""
    found: list[Joined] = [((), ())]
    bound: tuple[str, ...] = ()
    for number in order:
        names = variables_of(rule.when[number])
        found = _extended(found, bound, names, rows[number])
        if len(found) > limit:
            raise TooManyError
        bound = tuple(dict.fromkeys((*bound, *names)))
    return found


def most_instances(program: Program, reach: Reach) -> int:
    """More than all instances of all rules: as many as if every variable could take every value of its slots.

    No part of the conditions of a rule can be joined in more ways either, in whatever order they are joined.
    """
    return sum(_most_of_rule(rule, reach) for rule in program.rules)


def _most_of_rule(rule: ProgramRule, reach: Reach) -> int:
    ranges: dict[str, frozenset[str | None]] = {}
    left_open = 1
    for literal in rule.when:
        for domain, term in zip(reach.domains(literal.fact), literal.terms, strict=True):
            if isinstance(term, Variable):
                ranges[term.name] = ranges.get(term.name, domain) & domain - {None}
            elif term is Blank.ANY:
                left_open *= len(domain)
    return left_open * prod(map(len, ranges.values()))


def _order(when: Sequence[Literal], sizes: Sequence[int], ranges: Mapping[str, Sequence[str]]) -> list[int]:
    """The conditions, next always the one that should multiply what there is by least."""
    left, order, bound = list(range(len(when))), list[int](), set[str]()
    while left:
        growth = {n: sizes[n] / prod(len(ranges[name]) or 1 for name in bound & {*variables_of(when[n])}) for n in left}
        order.append(min(left, key=lambda number: (growth[number], number)))
        left.remove(order[-1])
        bound.update(variables_of(when[order[-1]]))
    return order


def _extended(found: list[Joined], bound: tuple[str, ...], names: tuple[str, ...], rows: list[Row]) -> list[Joined]:
    """Each of `found` with each of `rows` that agrees with it on the variables that both have."""
    mine = [bound.index(name) for name in names if name in bound]
    shared = [place for place, name in enumerate(names) if name in bound]
    new = [place for place, name in enumerate(names) if name not in bound]
    index: dict[tuple[str, ...], list[Joined]] = {}
    for values, key in rows:
        index.setdefault(tuple(values[i] for i in shared), []).append((tuple(values[i] for i in new), (key,)))
    return [
        (values + more, keys + key)
        for values, keys in found
        for more, key in index.get(tuple(values[i] for i in mine), ())
    ]
