"""What is wrong with a board that can be read: poles that lead together, and no word on what that means."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations_with_replacement, product

from dragoman.board.read import places_of
from dragoman.errors import Finding
from dragoman.rulebook.board_forms import Column, Plan, Says, Sign
from dragoman.rulebook.forms import Condition, Mode, Rulebook, Variable


def check_board(rulebook: Rulebook, plan: Plan) -> Iterator[Finding]:
    """Signs of both poles that overlap without an order, and locators of no passage."""
    for column in plan.columns.values():
        if column.contested is None:
            yield from _overlapping(rulebook, plan, column)
    for place, what, locators in places_of(plan):
        for locator in locators if rulebook.passages else ():
            if locator not in rulebook.passages:
                message = f"{what} rests on {locator}, of which passages.yaml knows nothing"
                yield Finding(place, "RB624", message)


def _overlapping(rulebook: Rulebook, plan: Plan, column: Column) -> Iterator[Finding]:
    """The first two signs of one weight, for either pole, that can hold together."""
    for one, other in combinations_with_replacement(column.signs, 2):
        if _is_for_both(one, other, plan) and not _exclude(rulebook, plan, one, other):
            titles = " and for ".join(rulebook.entities[pole].title for pole in plan.poles)
            message = (
                f"in '{column.name}' signs for {titles} can hold together, and none outweighs the other; give one a "
                "'rank', or say under 'contested' why that is a contest"
            )
            yield Finding(one.place, "RB802", message, () if one is other else (other.place,))
            return


def _is_for_both(one: Sign, other: Sign, plan: Plan) -> bool:
    """Whether two signs (or one, for this pole and for that) would make a square contested."""
    if one.weight != other.weight or Says.LEADS not in (one.says, other.says):
        return False
    either = [set(plan.poles) if sign.who.startswith("$") else {sign.who} for sign in (one, other)]
    return any(a != b for a, b in product(*either)) and (one is not other or len(either[0]) > 1)


def _exclude(rulebook: Rulebook, plan: Plan, one: Sign, other: Sign) -> bool:
    """Whether two signs surely never hold together of one row."""
    if one is other:
        return False
    pairs = [(a, b) for a, b in product(one.when, other.when) if _same(plan, a, b)]
    if any(_contradict(rulebook, a, b) for a, b in pairs):
        return True
    crossed = (*product(one.unless, other.when), *product(other.unless, one.when))
    return any(a.mode is Mode.ABSENT and b.mode is Mode.HOLDS and _same_test(plan, a, b) for a, b in crossed)


def _contradict(rulebook: Rulebook, one: Condition, other: Condition) -> bool:
    """Whether two conditions of `when`, of the same atom, cannot both be so."""
    if one.mode is not other.mode:
        return one.pattern.test == other.pattern.test
    value = rulebook.facts[one.pattern.fact].value
    if value is None or one.mode is not Mode.HOLDS:
        return False
    first, second = (
        value.kind.resolved(test, rulebook.parameters) if (test := condition.pattern.test) is not None else None
        for condition in (one, other)
    )
    return value.kind.disjoint(first, second)


def _same_test(plan: Plan, one: Condition, other: Condition) -> bool:
    return _same(plan, one, other) and one.pattern.test == other.pattern.test


def _same(plan: Plan, one: Condition, other: Condition) -> bool:
    """Whether two conditions speak of one and the same atom: the row is one, other variables could be anything."""
    fixed = all(isinstance(term, str) or term == Variable(plan.variable) for term in one.pattern.terms)
    return fixed and one.pattern.fact == other.pattern.fact and one.pattern.terms == other.pattern.terms
