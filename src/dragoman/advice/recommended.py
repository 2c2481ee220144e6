"""Recommendations: one entry for each, its field and its status, naming all states that it is for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.advice.firing_wording import FiringWording
from dragoman.advice.forms import Recommended
from dragoman.advice.instances import instance, is_beyond_report, others
from dragoman.advice.support import Order
from dragoman.errors import Place
from dragoman.rulebook.forms import Atom, Recommendation, RecommendationStatus
from dragoman.rulebook.words import fill
from dragoman.values.kind import Truth

_LAST = Order(True, True, 0, 0, 0, 0, Place(""))
"""Of what was told, without a reason."""


def recommendations(words: FiringWording, atoms: Iterable[Atom]) -> Iterator[Recommended]:
    """The recommendations among the shown `atoms`, which come in canonical order; in the order of the rulebook.

    Those of one kind (an alternative in this field and in that) in the order of their best reasons.
    """
    templates = words.rulebook.recommendations
    order = {name: number for number, name in enumerate(templates)}
    groups: dict[tuple[int, tuple[str, ...], str], list[Atom]] = {}
    for atom in atoms:
        if atom.fact in templates:
            template = templates[atom.fact]
            rest = others(words, atom, template.target)
            groups.setdefault((order[atom.fact], rest, _status(words, template, atom).value), []).append(atom)
    best: dict[tuple[int, tuple[str, ...]], Order] = {}
    for (number, rest, _), group in groups.items():
        orders = [words.support.order(words.support.reasons(atom)[0]) for atom in group if words.support.giving(atom)]
        found = (best[number, rest],) if (number, rest) in best else ()
        best[number, rest] = min((*orders, *found), default=_LAST)
    in_order = sorted(groups.items(), key=lambda item: (item[0][0], best[item[0][:2]], *item[0][1:]))
    for (_, _, status), group in in_order:
        yield _recommended(words, templates[group[0].fact], RecommendationStatus(status), group)


def _recommended(
    words: FiringWording, template: Recommendation, status: RecommendationStatus, atoms: list[Atom]
) -> Recommended:
    fact = words.rulebook.facts[template.id]
    instances = tuple(instance(words, atom, template.target) for atom in atoms)
    slots = words.voices.wording.slots(fact, atoms[0].key)
    whom = ""
    if template.target:
        names, titles = [one.target_name for one in instances], listed([one.target for one in instances])
        slots[template.target] = words.voices.everyone(fact, template.target, names) or titles
        whom = words.voices.everyone(fact, template.target, names, short=True) or titles
    return Recommended(
        id=template.id,
        title=fill(template.title, slots),
        short=template.short or fill(template.title, slots),
        whom=whom,
        apart=fill(template.apart, slots),
        action=fill(template.action, slots),
        status=status,
        beside=words.beside(atoms[0]),
        by=template.by,
        strategies=tuple(_strategy(words, template, n) for n in template.strategies if _is_in_force(words, n)),
        caveats=(*template.caveats, *_successors(words, template)),
        instances=instances,
        beyond_report=is_beyond_report(words, atoms),
    )


def _status(words: FiringWording, template: Recommendation, atom: Atom) -> RecommendationStatus:
    keys = words.rulebook.facts[atom.fact].key_names
    binding = {name: value for name, value in zip(keys, atom.key, strict=True) if value is not None}
    holds = (any(True for _ in words.conditions.told(condition, binding)) for condition in template.under_way_when)
    is_under_way = bool(template.under_way_when) and all(holds)
    return RecommendationStatus.UNDER_WAY if is_under_way else RecommendationStatus.ADVISED


def _is_in_force(words: FiringWording, instrument: str) -> bool:
    known = words.evaluation.evidence.of(Atom("in_force", (instrument,)))
    return known is not None and known.truth is Truth.TRUE


def _strategy(words: FiringWording, template: Recommendation, name: str) -> str:
    instrument = words.rulebook.instruments[name]
    strands = [instrument.strands[strand] for strand in template.strands.get(name, ())]
    return f"{instrument.title} ({', '.join(strands)})" if strands else instrument.title


def _successors(words: FiringWording, template: Recommendation) -> Iterator[str]:
    for known in words.evaluation.evidence.by_fact.get("follows", ()):
        later, earlier = known.atom.key
        if known.truth is Truth.TRUE and later is not None and earlier is not None and earlier in template.strategies:
            instrument = words.rulebook.instruments.get(later)
            since = f" since {instrument.adopted.isoformat()}" if instrument and instrument.adopted else ""
            yield f"{words.title(later)} has followed {words.title(earlier)}{since}; the report could not know it."


def listed(words: list[str]) -> str:
    """`A, B and C`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
