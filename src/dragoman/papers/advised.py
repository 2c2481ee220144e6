"""Recommendations by whom they are for: what is alike for several once, then for each target what is its own.

A recommendation stands with those for several if its best reason is the same for all of them, in the same words; under
each of them then stands only what speaks for it there and nowhere else.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.advice.forms import Instance, Reason, Recommended
from dragoman.papers.footing import Footing
from dragoman.papers.forms import Block, Item, Part, Sentence
from dragoman.papers.room import Room
from dragoman.rulebook.forms import RecommendationStatus
from dragoman.rulebook.likelihood import Likelihood
from dragoman.rulebook.words import capital
from dragoman.views.carried import carried_words, lacking_words
from dragoman.views.recommendations import everyone_of, noted_of_all, reason_parts, tempered

_SEVERAL = "For several at once"


class _Of(NamedTuple):
    """A recommendation as far as it is for one target."""

    recommended: Recommended
    instance: Instance


def blocks(footing: Footing, recommendations: Sequence[Recommended], room: Room) -> tuple[Block, ...]:
    """The recommendations, those for several first, then by target in the order of the vocabulary."""
    together = [one for one in recommendations if _is_alike(one)]
    caveats = frozenset(noted_of_all(recommendations))
    by_target: dict[str, list[_Of]] = {}
    for recommended in recommendations:
        for instance in recommended.instances:
            by_target.setdefault(instance.target, []).append(_Of(recommended, instance))
    place = {entity.title: number for number, entity in enumerate(footing.rulebook.entities.values())}
    ordered = sorted(by_target, key=lambda title: place.get(title, -1))
    shared = _Shared(together)
    found = [_for_several(footing, together, caveats, room)] if together else []
    found += (_for_one(footing, title, by_target[title], shared, caveats, room) for title in ordered)
    return tuple(block for block in found if block.items or block.further)


def once(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The blocks without the caveats that stand in several items, and these caveats."""
    said: dict[tuple[str, str], int] = {}
    for block in blocks:
        for item in block.items:
            for caveat in item.caveats:
                said[item.called, caveat] = said.get((item.called, caveat), 0) + 1
    often = {key for key, number in said.items() if number > 1}

    def without(item: Item) -> Item:
        left = tuple(caveat for caveat in item.caveats if (item.called, caveat) not in often)
        return dataclasses.replace(item, caveats=left)

    kept = (dataclasses.replace(block, items=tuple(map(without, block.items))) for block in blocks)
    return tuple(kept), tuple(f"{called}: {caveat}" for called, caveat in said if (called, caveat) in often)


def _is_alike(recommended: Recommended) -> bool:
    """Whether its best reason is the same for all whom it is for, and these are several."""
    first = recommended.instances[0]
    return len(recommended.instances) > 1 and bool(first.reasons) and _said_of_all(recommended, first.reasons[0])


def _said_of_all(recommended: Recommended, reason: Reason) -> bool:
    """Whether a reason of the first is so of each in the same words."""
    first, *others = recommended.instances
    words = _apart_from(first, reason.sentence)
    return all(
        any(one.rule == reason.rule and _apart_from(other, one.sentence) == words for one in other.reasons)
        for other in others
    )


def _apart_from(instance: Instance, text: str) -> str:
    return text.replace(instance.target, "\0") if instance.target else text


class _Shared:
    """What was said for several at once."""

    def __init__(self, together: Sequence[Recommended]) -> None:
        self.ids = {id(one) for one in together}
        self.against = {
            _apart_from(instance, text)
            for one in together
            for instance in one.instances
            for text in instance.tempered_by
        }
        self.rules = {
            reason.rule for one in together for reason in one.instances[0].reasons if _said_of_all(one, reason)
        }


# -- for several


def _for_several(footing: Footing, together: Sequence[Recommended], caveats: frozenset[str], room: Room) -> Block:
    title = _SEVERAL
    whom = {everyone_of(recommended) for recommended in together}
    if len(whom) == 1 and any(whom):
        first = together[0]
        fact = footing.rulebook.facts[first.id]
        target = footing.rulebook.recommendations[first.id].target
        names = [instance.target_name for instance in first.instances]
        title = f"For {footing.words.voices.everyone(fact, target, names)}"
    told: set[str] = set()
    is_whole = title != _SEVERAL
    items = tuple(_of_several(footing, recommended, told, caveats, room, is_whole=is_whole) for recommended in together)
    weights = tempered(tuple(instance for one in together for instance in one.instances), 2)
    return Block(title, True, items, (), _some(weights, room.against))


def _of_several(
    footing: Footing,
    recommended: Recommended,
    told: set[str],
    caveats: frozenset[str],
    room: Room,
    *,
    is_whole: bool,
) -> Item:
    """One of them; where the heading says for whom, by the name that says not."""
    best: dict[str, Reason] = {}
    for reason in recommended.instances[0].reasons:
        if reason.rule not in best and _said_of_all(recommended, reason):
            best[reason.rule] = reason
    reasons: list[Sentence] = []
    for reason in best.values():
        first, semicolon, rest = reason.sentence.partition("; ")
        is_known = first in told and bool(semicolon)
        if not reasons or (len(reasons) < room.reasons and not is_known):
            sentence = _reason_of_several(footing, recommended, reason)
            reasons.append(sentence._replace(text=f"As above, and {rest}") if is_known else sentence)
            told.add(first)
    name = f"{recommended.called} {recommended.apart}".strip() if is_whole else ""
    return _item(footing, recommended, recommended.instances, (Part("", (), tuple(reasons)),), caveats, title=name)


def _reason_of_several(footing: Footing, recommended: Recommended, reason: Reason) -> Sentence:
    instances = recommended.instances
    words = _apart_from(instances[0], reason.sentence)
    found = [
        (instance, one)
        for instance in instances
        for one in instance.reasons
        if one.rule == reason.rule and _apart_from(instance, one.sentence) == words
    ]
    everyone = everyone_of(recommended)
    return Sentence(_said(instances, reason, everyone=everyone), footing.of_reason(found))


# -- for one


def _for_one(
    footing: Footing, title: str, found: Sequence[_Of], shared: _Shared, caveats: frozenset[str], room: Room
) -> Block:
    own: dict[str, list[_Of]] = {}
    for one in found:
        if id(one.recommended) not in shared.ids:
            own.setdefault(one.recommended.id, []).append(one)
    told: set[str] = set()
    items = tuple(item for group in own.values() for item in _items_of_one(footing, group, told, caveats, room))
    also = [one for one in found if id(one.recommended) in shared.ids]
    further = tuple(_further(footing, also, shared, told, room))
    weights = dict.fromkeys(
        text
        for one in found
        for text in one.instance.tempered_by
        if _apart_from(one.instance, text) not in shared.against
    )
    return Block(capital(title), False, items, further, _some(tuple(weights), room.against))


def _items_of_one(
    footing: Footing, group: Sequence[_Of], told: set[str], caveats: frozenset[str], room: Room
) -> Iterator[Item]:
    """Those of one kind: one item with a part for each field, or each for itself where nothing tells them apart."""
    if len(group) > 1 and all(one.recommended.apart for one in group):
        first = group[0].recommended
        statuses = {_marks(footing, one.recommended, (one.instance,)) for one in group}
        parts = []
        for one in group:
            marks = () if len(statuses) == 1 else _marks(footing, one.recommended, (one.instance,))
            parts.append(Part(one.recommended.apart, marks, _reasons_of_one(footing, one, told, room)))
        instances = tuple(one.instance for one in group)
        yield _item(footing, first, instances, tuple(parts), caveats, title=first.called, is_marked=len(statuses) == 1)
        return
    for one in group:
        recommended = one.recommended
        title = recommended.title
        if len(recommended.instances) > 1:
            title = f"{recommended.called} {recommended.apart}".strip()
        parts = [Part("", (), _reasons_of_one(footing, one, told, room))]
        yield _item(footing, recommended, (one.instance,), tuple(parts), caveats, title=title)


def _reasons_of_one(footing: Footing, one: _Of, told: set[str], room: Room) -> tuple[Sentence, ...]:
    best: dict[str, Reason] = {}
    for reason in one.instance.reasons:
        best.setdefault(reason.rule, reason)
    found: list[Sentence] = []
    for reason in best.values():
        first_part = reason.sentence.partition(";")[0]
        if not found or (len(found) < room.reasons and first_part not in told):
            words = _said((one.instance,), reason._replace(figures=tuple(f for f in reason.figures if f not in told)))
            found.append(Sentence(words, footing.of_reason([(one.instance, reason)])))
            told |= {first_part, *reason.figures}
    if not found:
        found.append(Sentence("It was told.", footing.of_atoms([one.instance.atom])))
    return tuple(found)


def _further(footing: Footing, also: Sequence[_Of], shared: _Shared, told: set[str], room: Room) -> Iterator[Part]:
    """The best reasons that one has of its own for what is recommended for several."""
    found = [
        (reason.order, number, one, reason)
        for number, one in enumerate(also)
        for reason in one.instance.reasons
        if reason.rule not in shared.rules
    ]
    said = 0
    for _, _, one, reason in sorted(found, key=lambda item: item[:2]):
        first_part = reason.sentence.partition(";")[0]
        if said == room.further or first_part in told:
            continue
        told.add(first_part)
        said += 1
        sentence = Sentence(_said((one.instance,), reason), footing.of_reason([(one.instance, reason)]))
        yield Part(one.recommended.called, (), (sentence,))


# -- what both have


def _item(
    footing: Footing,
    recommended: Recommended,
    instances: tuple[Instance, ...],
    parts: tuple[Part, ...],
    caveats: frozenset[str],
    *,
    title: str = "",
    is_marked: bool = True,
) -> Item:
    notes = tuple(dict.fromkeys(note for part in parts for reason in part.reasons[:1] for note in reason.notes))
    return Item(
        title=Sentence(title or recommended.title, notes),
        called=recommended.called,
        marks=_marks(footing, recommended, instances) if is_marked else (),
        parts=parts,
        carried=carried_words(recommended, instances, len(parts[0].reasons)),
        lacking=lacking_words(instances),
        caveats=tuple(caveat for caveat in recommended.caveats if caveat not in caveats),
    )


def _marks(footing: Footing, recommended: Recommended, instances: Sequence[Instance]) -> tuple[str, ...]:
    """The status if it is under way, hedged grounds, what stands beside the sentence, and whose reasons they are."""
    hedged = _grounds(instances)
    beyond = f"beyond the {footing.document}" if recommended.beyond_report else ""
    status = recommended.status.value if recommended.status is RecommendationStatus.UNDER_WAY else ""
    return tuple(filter(None, (status, hedged, recommended.beside, beyond)))


def _grounds(instances: Sequence[Instance]) -> str:
    levels = sorted({instance.likelihood for instance in instances}, reverse=True)
    if levels == [Likelihood.UNHEDGED]:
        return ""
    return f"grounds: {' to '.join(level.in_words for level in dict.fromkeys((levels[0], levels[-1])))}"


def _said(instances: Sequence[Instance], reason: Reason, everyone: str = "") -> str:
    """The reason in words, of all of the instances; on what numbers and whose it is."""
    parts = reason_parts(instances, reason, everyone=everyone)
    return capital(
        "".join(part if isinstance(part, str) else part[0] for part in parts if isinstance(part, str | tuple))
    )


def _some(texts: Sequence[str], most: int) -> str:
    """So many of them, and how many more there are."""
    if not texts or not most:
        return ""
    more = f"; and {len(texts) - most} more" if len(texts) > most else ""
    return f"{'; '.join(texts[:most])}{more}"
