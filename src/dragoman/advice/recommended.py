"""Recommendations: one entry for each, its field and its status, naming all states that it is for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.advice.firing_wording import FiringWording
from dragoman.advice.forms import Recommended
from dragoman.advice.instances import instance, is_beyond_report, others
from dragoman.rulebook.forms import Atom, Recommendation, RecommendationStatus
from dragoman.rulebook.words import fill
from dragoman.values.kind import Truth


def recommendations(words: FiringWording, atoms: Iterable[Atom]) -> Iterator[Recommended]:
    """The recommendations among the shown `atoms`, which come in canonical order; in the order of the rulebook."""
    templates = words.rulebook.recommendations
    order = {name: number for number, name in enumerate(templates)}
    groups: dict[tuple[int, tuple[str, ...], str], list[Atom]] = {}
    for atom in atoms:
        if atom.fact in templates:
            template = templates[atom.fact]
            rest = others(words, atom, template.target)
            groups.setdefault((order[atom.fact], rest, _status(words, template, atom).value), []).append(atom)
    for (_, _, status), group in sorted(groups.items()):
        yield _recommended(words, templates[group[0].fact], RecommendationStatus(status), group)


def _recommended(
    words: FiringWording, template: Recommendation, status: RecommendationStatus, atoms: list[Atom]
) -> Recommended:
    fact = words.rulebook.facts[template.id]
    instances = tuple(instance(words, atom, template.target) for atom in atoms)
    slots = words.voices.wording.slots(fact, atoms[0].key)
    if template.target:
        everyone = words.voices.everyone(fact, template.target, [one.target_name for one in instances])
        slots[template.target] = everyone or listed([one.target for one in instances])
    return Recommended(
        id=template.id,
        title=fill(template.title, slots),
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
