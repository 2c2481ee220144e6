"""Recommendations: one entry for each, its field and its status, naming all states that it is for and what carries it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from dragoman.advice.carried import Instruments
from dragoman.advice.firing_wording import FiringWording
from dragoman.advice.forms import Instance, Reason, Recommended
from dragoman.advice.instances import instance, is_beyond_report, others
from dragoman.advice.standing import status, still_lacks
from dragoman.advice.support import Order
from dragoman.errors import Place
from dragoman.rulebook.forms import Atom, Recommendation, RecommendationStatus
from dragoman.rulebook.words import capital, fill

_LAST = Order(True, True, 0, 0, 0, 0, Place(""))
"""Of what was told, without a reason."""


def recommendations(words: FiringWording, atoms: Iterable[Atom]) -> Iterator[Recommended]:
    """The recommendations among the shown `atoms`, which come in canonical order; in the order of the rulebook.

    Those of one kind (an alternative in this field and in that) in the order of their best reasons.
    """
    templates, instruments = words.rulebook.recommendations, Instruments(words.evaluation)
    order = {name: number for number, name in enumerate(templates)}
    groups: dict[tuple[int, tuple[str, ...], str], list[Atom]] = {}
    for atom in atoms:
        if atom.fact in templates:
            template = templates[atom.fact]
            rest = others(words, atom, template.target)
            groups.setdefault((order[atom.fact], rest, status(words.conditions, template, atom).value), []).append(atom)
    best: dict[tuple[int, tuple[str, ...]], Order] = {}
    for (number, rest, _), group in groups.items():
        found = words.support.best_order(group) or _LAST
        best[number, rest] = min(found, best.get((number, rest), _LAST))
    in_order = sorted(groups.items(), key=lambda item: (item[0][0], best[item[0][:2]], *item[0][1:]))
    for (_, _, reached), group in in_order:
        yield _recommended(words, instruments, templates[group[0].fact], RecommendationStatus(reached), group)


def _recommended(
    words: FiringWording,
    instruments: Instruments,
    template: Recommendation,
    status: RecommendationStatus,
    atoms: list[Atom],
) -> Recommended:
    fact = words.rulebook.facts[template.id]
    instances = tuple(_instance(words, instruments, template, status, atom) for atom in atoms)
    slots = words.voices.wording.slots(fact, atoms[0].key)
    whom = ""
    if template.target:
        names, titles = [one.target_name for one in instances], listed([one.target for one in instances if one.target])
        slots[template.target] = words.voices.everyone(fact, template.target, names) or titles or None
        whom = words.voices.everyone(fact, template.target, names, short=True) or titles
    acting = (who for one in instances for carried in one.carried() for who in carried.by)
    return Recommended(
        id=template.id,
        title=capital(fill(template.title, slots)),
        short=capital(fill(template.short, slots)),
        called=template.called or capital(fill(template.short, slots)),
        whom=whom,
        apart=fill(template.apart, slots),
        action=capital(fill(template.action, slots)),
        status=status,
        beside=", ".join(filter(None, (template.force, words.beside(atoms[0])))),
        by=tuple(dict.fromkeys((*template.by, *acting))),
        caveats=template.caveats,
        instances=instances,
        beyond_report=is_beyond_report(words, atoms),
    )


def _instance(
    words: FiringWording,
    instruments: Instruments,
    template: Recommendation,
    status: RecommendationStatus,
    atom: Atom,
) -> Instance:
    """One of its instances, with what carries it, for each of its reasons too."""
    found, rules = instance(words, atom, template.target), words.rulebook.rules

    def carried_for(reason: Reason) -> Reason:
        carriers = rules[reason.rule].carried_by
        carried = instruments.carrying(atom, template.target, carriers) if carriers else ()
        return reason._replace(carried_by=carried) if carried else reason

    is_under_way = status is RecommendationStatus.UNDER_WAY
    return dataclasses.replace(
        found,
        reasons=tuple([carried_for(reason) for reason in found.reasons]),
        carried_by=instruments.carrying(atom, template.target, template.carried_by),
        still_lacks=tuple(still_lacks(words, instruments, template, atom)) if is_under_way else (),
    )


def listed(words: list[str]) -> str:
    """`A, B and C`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
