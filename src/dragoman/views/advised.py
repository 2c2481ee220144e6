"""Recommendations on a screen: what, for whom, the two best reasons, what carries it and what tempers it.

What several of them have in common is said once: the first part of a reason, what tempers them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from dragoman.advice.forms import Instance, Reason, Recommended
from dragoman.advice.recommended import listed
from dragoman.advice.support import Order
from dragoman.form import form
from dragoman.rulebook.likelihood import Likelihood
from dragoman.views.advice import cut
from dragoman.views.carried import carried_brief
from dragoman.views.lines import Line, Part, Span, Style, line
from dragoman.views.recommendations import everyone_of, labelled, noted_of_all, reason_parts, reason_said, tempered

_MOST_NAMED = 2
"""So many for whom a reason holds too are named; of more, how many they are."""
_FEW = 3
"""In a field of so few states the best reason of each is given, where there is room."""
_WIDEST = 94
"""A title that would be wider, with its marks, gives way to the short one."""


@form
class Room:
    """How much is said of a recommendation."""

    whole: int
    """How many reasons are given whole; the others to where their first part ends, unless that was said before."""
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
    each: bool = True
    """Whether in a field of few states the best reason of each is given, and for which states the grounds are weaker."""
    notes: bool = False
    """Whether caveats stand under all, or only under those that are told apart by a field."""


class _Entry(NamedTuple):
    """What stands under one title."""

    first: int
    last: int
    """The numbers that it has in full."""
    recommended: list[Recommended]

    @property
    def instances(self) -> tuple[Instance, ...]:
        return tuple(instance for recommended in self.recommended for instance in recommended.instances)


class _Told:
    """The first parts of reasons that were said, and where: what begins alike goes on with `as in 1, and`."""

    def __init__(self) -> None:
        self._entries: dict[str, int] = {}

    def before(self, sentence: str, entry: int) -> int:
        """The earlier entry in which the first part of the sentence stands, or 0; from now on it stands somewhere."""
        first, semicolon, _ = sentence.partition(";")
        found = self._entries.setdefault(first, entry) if semicolon else entry
        return 0 if found == entry else found

    def knows(self, sentence: str) -> bool:
        """Whether the first part was said."""
        return sentence.partition(";")[0] in self._entries


def advised_view(recommendations: Sequence[Recommended], room: Room) -> Iterator[Line]:
    """All recommendations, with the numbers that they have in full; those that differ in field or status only are one."""
    if not recommendations:
        yield line("None.", indent=2)
    entries, caveats, told = list(_entries(recommendations)), noted_of_all(recommendations), _Told()
    is_shared = len(entries) > 1
    for entry in entries:
        yield from _together(entry, room, told) if len(entry.recommended) > 1 else _alone(entry, room, told)
        if room.notes or entry.recommended[0].apart:
            yield from (labelled("note", caveat) for caveat in entry.recommended[0].caveats if caveat not in caveats)
        if not is_shared:
            yield from _tempered(entry.instances, room)
    if is_shared:
        yield from _tempered_together(entries, room)
    if room.notes:
        yield from (line(("note: ", "muted"), caveat, indent=2) for caveat in caveats)


def _entries(recommendations: Sequence[Recommended]) -> Iterator[_Entry]:
    numbered = enumerate(recommendations, start=1)
    for _, group in groupby(numbered, key=lambda item: item[1].id):
        found = list(group)
        if _is_one(found):
            yield _Entry(found[0][0], found[-1][0], [recommended for _, recommended in found])
        else:
            yield from (_Entry(number, number, [recommended]) for number, recommended in found)


def _alone(entry: _Entry, room: Room, told: _Told) -> Iterator[Line]:
    recommended = entry.recommended[0]
    standing = _standing(recommended, room)
    title = recommended.title
    if len(title) + len(standing) > _WIDEST - 4:
        title = recommended.short
    yield _title(f"{entry.first}", title, standing, recommended.beyond_report)
    yield from _reasons(entry, room, everyone_of(recommended), told)
    yield from carried_brief(recommended, recommended.instances, areas=room.areas)


def _is_one(group: list[tuple[int, Recommended]]) -> bool:
    """Whether several are told apart by their fields or by their status alone, so that they make one entry."""
    all_of_them = [recommended for _, recommended in group]
    states = {recommended.status for recommended in all_of_them}
    return len(group) > 1 and (all(one.apart for one in all_of_them) or len(states) == len(group))


def _together(entry: _Entry, room: Room, told: _Told) -> Iterator[Line]:
    """Recommendations that differ in field or status: a line each under one title, with the best reason of each field."""
    all_of_them = entry.recommended
    first = all_of_them[0]
    standings = {_standing(recommended, room) for recommended in all_of_them}
    shared = _standing(first, room) if len(standings) == 1 else ""
    is_beyond = all(recommended.beyond_report for recommended in all_of_them)
    yield _title(f"{entry.first}-{entry.last}", first.called, shared, is_beyond)
    if first.apart:
        yield from (
            _in_field(recommended, room, standing="" if shared else _standing(recommended, room))
            for recommended in all_of_them
        )
    else:
        yield from (line((_standing(one, room), "strong"), f": {one.whom}", indent=4) for one in all_of_them)
        yield from _reasons(entry, room, "", told)
    yield from carried_brief(first, entry.instances, areas=room.areas)


def _in_field(recommended: Recommended, room: Room, *, standing: str) -> Line:
    """One field: for whom, unless the reasons speak of them all, and the best reason; of few, the best of each."""
    instances = recommended.instances
    everyone = everyone_of(recommended)
    reasons: list[Part] = []
    left = {instance.target_name for instance in instances}
    for rule, having in _best(instances, len(instances) if room.each and len(instances) <= _FEW else 1):
        new = [instance for instance in having if instance.target_name in left]
        if new:
            of_all = everyone if len(new) == len(instances) else ""
            likewise = _likewise(new, instances)
            parts = reason_parts(new, _reason(new, rule), likewise=likewise, is_cut=room.in_fields < 1, everyone=of_all)
            reasons += [" ", *parts]
            left -= {instance.target_name for instance in new}
    said = "".join(part if isinstance(part, str) else part[0] for part in reasons if not isinstance(part, Span))
    said = said.casefold()  # a title such as "the portal" begins a sentence with a capital
    names_all = all(one.target.casefold() in said for one in instances) or (everyone and everyone in said)
    whom = "" if names_all or not recommended.whom else f" {recommended.whom}."
    own = f" [{standing}]" if standing else ""
    return line((recommended.apart, "strong"), (own, "muted"), ":", whom, *reasons, indent=4)


def _likewise(having: Sequence[Instance], instances: Sequence[Instance]) -> str:
    """For whom a reason holds too, after the first: by name, or how many; empty where there is nobody."""
    others = [one.target for one in having[1:] if one.target]
    rest = "the others" if len(having) == len(instances) else f"{len(others)} others"
    return (", ".join(others) if len(others) <= _MOST_NAMED else rest) if others else ""


def _title(number: str, title: str, standing: str, is_beyond: bool) -> Line:
    style: Style = "good" if "advised" in standing else "muted"
    marks: list[Part] = [(f"  [{standing}]", style)] if standing else []
    if is_beyond:
        marks.append(("  [beyond the report]", "warn"))
    return line((f"{number:>2}. ", "muted"), (title, "strong"), *marks, hang=4)


def _standing(recommended: Recommended, room: Room) -> str:
    """Status, grounds where they are hedged, and what stands beside the sentence."""
    return ", ".join(
        filter(None, (recommended.status.value, _grounds(recommended.instances, room), recommended.beside))
    )


def _grounds(instances: tuple[Instance, ...], room: Room) -> str:
    """The likelihood of the grounds where it is hedged; of the best, then for whom it is less, or how far it goes down."""
    by_level: dict[Likelihood, list[str]] = {}
    for instance in instances:
        by_level.setdefault(instance.likelihood, []).append(instance.target)
    if set(by_level) == {Likelihood.UNHEDGED}:
        return ""
    best, *others = sorted(by_level, reverse=True)
    if others and not room.each:
        return f"grounds: {best.in_words} to {others[-1].in_words}"
    less = [(level, by_level[level]) for level in others]
    words = (f"{level.in_words} for {listed(of) if len(of) <= _MOST_NAMED else len(of)}" for level, of in less)
    return f"grounds: {'; '.join((best.in_words, *words))}"


def _reasons(entry: _Entry, room: Room, everyone: str, told: _Told) -> Iterator[Line]:
    instances = entry.instances
    best = _best(instances, room.reasons, told)
    if not best:
        yield labelled("because", "it was told")
    for number, (rule, having) in enumerate(best):
        likewise = _likewise(having, instances) if room.likewise else ""
        of_all = everyone if len(having) == len(instances) else ""
        reason = _reason(having, rule)
        before = told.before(reason_said(having, reason, of_all), entry.first)
        is_cut = number >= room.whole
        parts = reason_parts(having, reason, likewise=likewise, is_cut=is_cut, everyone=of_all, before=before)
        yield labelled("also" if number else "because", *parts)


def _reason(instances: Sequence[Instance], rule: str) -> Reason:
    """The one that a rule gives for the first of these."""
    return next(reason for reason in instances[0].reasons if reason.rule == rule)


def _best(instances: tuple[Instance, ...], most: int, told: _Told | None = None) -> list[tuple[str, list[Instance]]]:
    """The rules of the best reasons, the best first, then the best for somebody of whom that says nothing.

    Each with the instances that it gives a reason for, the ones of which nothing has been said first. No second reason
    begins as one that was told.
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
        if chosen and told:
            further = [rule for rule in further if not told.knows(best[rule].sentence)]
        if not further:
            break
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
        yield labelled("tempered by", cut(tempering, room.tempering, "; "))


def _tempered_together(entries: Sequence[_Entry], room: Room) -> Iterator[Line]:
    """What tempers them, each counter-weight once with the numbers that it tempers; what tempers most comes first."""
    groups = {frozenset(one.target for one in r.instances): everyone_of(r) for e in entries for r in e.recommended}
    found: dict[str, dict[str, dict[int, None]]] = {}
    for number, entry in enumerate(entries):
        for instance in entry.instances:
            for text in instance.tempered_by:
                words = text.replace(instance.target, "\0") if instance.target else text
                found.setdefault(words, {}).setdefault(instance.target, {})[number] = None
    said = []
    for words, targets in found.items():
        numbers = sorted({number for of_target in targets.values() for number in of_target})
        whom = groups.get(frozenset(targets), "")
        first, *others = [whom] if whom or "\0" not in words else targets
        likewise = f"likewise {', '.join(others) if len(others) <= _MOST_NAMED else f'{len(others)} others'}; "
        numbered = f"({likewise if others else ''}{_numbers(entries, numbers)})"
        said.append((len(numbers), " ".join((words.replace("\0", first), numbered))))
    said.sort(key=lambda one: -one[0])
    if said:
        texts = tuple(text for _, text in said)
        yield line(("tempered by: ", "muted"), cut(texts, room.tempering, "; "), indent=2)


def _numbers(entries: Sequence[_Entry], places: Sequence[int]) -> str:
    """The numbers of some entries: `1-3, 5`; `all`."""
    if len(places) == len(entries):
        return "all"
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    ends = ((entries[run[0]].first, entries[run[-1]].last) for run in runs)
    return ", ".join(f"{first}-{last}" if last > first else f"{first}" for first, last in ends)
