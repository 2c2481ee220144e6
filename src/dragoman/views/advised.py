"""Recommendations on a screen: what, for whom, the two best reasons, what carries it and what tempers it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from dragoman.advice.forms import Instance, Reason, Recommended
from dragoman.advice.recommended import listed
from dragoman.advice.support import Order
from dragoman.form import form
from dragoman.rulebook.likelihood import Likelihood
from dragoman.views.carried import carried_brief
from dragoman.views.lines import Line, Part, Style, line
from dragoman.views.recommendations import everyone_of, labelled, reason_parts, tempered

_MOST_NAMED = 2
"""So many for whom a reason holds too are named; of more, how many they are."""
_WIDEST = 94
"""A title that would be wider, with its marks, gives way to the short one."""


@form
class Room:
    """How much is said of a recommendation."""

    whole: int
    """How many reasons are given whole; the others to where their first part ends."""
    in_fields: int
    """The same of those that differ in field or status, which give one reason each."""
    likewise: bool
    """Whether it is said for whom else a reason holds."""
    areas: bool
    """Whether it is said which areas of action in the instruments carry it."""
    tempering: int
    """How many counter-weights."""
    reasons: int = 2
    """How many reasons."""


def advised_view(recommendations: Sequence[Recommended], room: Room) -> Iterator[Line]:
    """All recommendations, with the numbers that they have in full; those that differ in field or status only are one."""
    if not recommendations:
        yield line("None.", indent=2)
    numbered = enumerate(recommendations, start=1)
    for _, group in groupby(numbered, key=lambda item: item[1].id):
        found = list(group)
        if _is_one(found):
            yield from _together(found, room)
        else:
            yield from (row for number, recommended in found for row in _alone(number, recommended, room))


def _alone(number: int, recommended: Recommended, room: Room) -> Iterator[Line]:
    standing = _standing(recommended)
    title = recommended.title
    if len(title) + len(standing) > _WIDEST - 4:
        title = recommended.short
    yield _title(f"{number}", title, standing, recommended.beyond_report)
    yield from _reasons(recommended.instances, room, everyone_of(recommended))
    yield from carried_brief(recommended, recommended.instances, areas=room.areas)
    yield from _tempered(recommended.instances, room)


def _is_one(group: list[tuple[int, Recommended]]) -> bool:
    """Whether several are told apart by their fields or by their status alone, so that they make one entry."""
    all_of_them = [recommended for _, recommended in group]
    states = {recommended.status for recommended in all_of_them}
    return len(group) > 1 and (all(one.apart for one in all_of_them) or len(states) == len(group))


def _together(group: list[tuple[int, Recommended]], room: Room) -> Iterator[Line]:
    """Recommendations that differ in field or status: a line each under one title, with the best reason of each field."""
    all_of_them = [recommended for _, recommended in group]
    first, instances = all_of_them[0], tuple(one for recommended in all_of_them for one in recommended.instances)
    standings = {_standing(recommended) for recommended in all_of_them}
    shared = _standing(first) if len(standings) == 1 else ""
    yield _title(
        f"{group[0][0]}-{group[-1][0]}",
        first.called,
        shared,
        all(recommended.beyond_report for recommended in all_of_them),
    )
    if first.apart:
        yield from (
            _in_field(recommended, room, standing="" if shared else _standing(recommended))
            for recommended in all_of_them
        )
    else:
        yield from (line((_standing(one), "strong"), f": {one.whom}", indent=4) for one in all_of_them)
        yield from _reasons(instances, room, "")
    yield from carried_brief(first, instances, areas=room.areas)
    yield from _tempered(instances, room)


def _in_field(recommended: Recommended, room: Room, *, standing: str) -> Line:
    """One field: for whom, unless the reason speaks of nobody else, and the best reason."""
    reason: list[Part] = []
    for rule, instances in _best(recommended.instances, 1):
        everyone = everyone_of(recommended) if len(instances) == len(recommended.instances) else ""
        reason = list(
            reason_parts(instances, _reason(instances, rule), likewise="", is_cut=room.in_fields < 1, everyone=everyone)
        )
    says_whom = bool(reason) and recommended.whom.casefold() in str(reason[0]).casefold()
    whom = "" if says_whom or not recommended.whom else f"{recommended.whom}. "
    own = f" [{standing}]" if standing else ""
    return line((recommended.apart, "strong"), (own, "muted"), ": ", whom, *reason, indent=4)


def _title(number: str, title: str, standing: str, is_beyond: bool) -> Line:
    style: Style = "good" if "advised" in standing else "muted"
    marks: list[Part] = [(f"  [{standing}]", style)] if standing else []
    if is_beyond:
        marks.append(("  [beyond the report]", "warn"))
    return line((f"{number:>2}. ", "muted"), (title, "strong"), *marks, hang=4)


def _standing(recommended: Recommended) -> str:
    """Status, grounds where they are hedged, and what stands beside the sentence."""
    return ", ".join(filter(None, (recommended.status.value, _grounds(recommended.instances), recommended.beside)))


def _grounds(instances: tuple[Instance, ...]) -> str:
    """The likelihood of the grounds where it is hedged; of the best, then for whom it is less."""
    by_level: dict[Likelihood, list[str]] = {}
    for instance in instances:
        by_level.setdefault(instance.likelihood, []).append(instance.target)
    if set(by_level) == {Likelihood.UNHEDGED}:
        return ""
    best, *others = sorted(by_level, reverse=True)
    less = [(level, by_level[level]) for level in others]
    words = (f"{level.in_words} for {listed(of) if len(of) <= _MOST_NAMED else len(of)}" for level, of in less)
    return f"grounds: {'; '.join((best.in_words, *words))}"


def _reasons(instances: tuple[Instance, ...], room: Room, everyone: str) -> Iterator[Line]:
    best = _best(instances, room.reasons)
    if not best:
        yield labelled("because", "it was told")
    for number, (rule, having) in enumerate(best):
        others = [one.target for one in having[1:] if one.target]
        names = ", ".join(others) if len(others) <= _MOST_NAMED else ""
        rest = "the others" if len(having) == len(instances) else f"{len(others)} others"
        likewise = names or rest if others and room.likewise else ""
        of_all = everyone if len(having) == len(instances) else ""
        parts = reason_parts(
            having, _reason(having, rule), likewise=likewise, is_cut=number >= room.whole, everyone=of_all
        )
        yield labelled("also" if number else "because", *parts)


def _reason(instances: Sequence[Instance], rule: str) -> Reason:
    """The one that a rule gives for the first of these."""
    return next(reason for reason in instances[0].reasons if reason.rule == rule)


def _best(instances: tuple[Instance, ...], most: int) -> list[tuple[str, list[Instance]]]:
    """The rules of the best reasons, the best first, then the best for somebody of whom that says nothing.

    Each with the instances that it gives a reason for, the ones of which nothing has been said first.
    """
    best: dict[str, Reason] = {}
    whose: dict[str, set[str]] = {}
    for instance in instances:
        for reason in instance.reasons:
            whose.setdefault(reason.rule, set()).add(instance.target_name)
            if reason.rule not in best or reason.order < best[reason.rule].order:
                best[reason.rule] = reason
    left, chosen = {instance.target_name for instance in instances}, dict[str, list[Instance]]()
    for _ in range(min(most, len(best))):
        further = [rule for rule in best if rule not in chosen]
        rule = min(further, key=lambda rule: (best[rule].beyond_report, left.isdisjoint(whose[rule]), best[rule].order))
        chosen[rule] = _having(instances, rule, left)
        left -= whose[rule]
    return list(chosen.items())


def _having(instances: tuple[Instance, ...], rule: str, left: set[str]) -> list[Instance]:
    """The instances that a rule gives a reason for: those that are `left` first, then by how good the reason is."""
    found: list[tuple[bool, Order, Instance]] = []
    for instance in instances:
        orders = [reason.order for reason in instance.reasons if reason.rule == rule]
        if orders:
            found.append((instance.target_name not in left, min(orders), instance))
    return [instance for _, _, instance in sorted(found, key=lambda item: item[:2])]


def _tempered(instances: tuple[Instance, ...], room: Room) -> Iterator[Line]:
    tempering = tempered(instances, _MOST_NAMED)
    if tempering:
        more = len(tempering) - room.tempering
        tail = f"; and {more} more" if more > 0 else ""
        yield labelled("tempered by", "; ".join(tempering[: room.tempering]), tail)
