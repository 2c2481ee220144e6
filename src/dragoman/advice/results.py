"""Risks, forecasts, things to watch, findings: what holds for all members of a group is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.advice.firing_wording import FiringWording
from dragoman.advice.forms import Result
from dragoman.advice.instances import instance, is_beyond_report, others
from dragoman.rulebook.forms import Atom, ShownAs
from dragoman.rulebook.words import fill

_ORDER = {kind: number for number, kind in enumerate(ShownAs)}


def results(words: FiringWording, atoms: Iterable[Atom]) -> Iterator[Result]:
    """The results among the shown `atoms`, which come in canonical order: by kind, then the likeliest first.

    Of those that are as likely, what the rulebook calls foremost stands first.
    """
    foremost = {name: number for number, name in enumerate(words.rulebook.foremost)}
    groups: dict[_Group, list[Atom]] = {}
    for atom in atoms:
        fact = words.rulebook.facts[atom.fact]
        if fact.shown_as is None or fact.shown_as is ShownAs.RECOMMENDATION:
            continue
        likelihood = words.evaluation.likelihoods.of_atom[atom]
        rest = others(words, atom, words.voices.target(fact))
        place, told = foremost.get(fact.name, len(foremost)), not words.support.giving(atom)
        key = _Group(_ORDER[fact.shown_as], -likelihood, place, fact.name, rest, told)
        groups.setdefault(key, []).append(atom)
    for key, group in sorted(groups.items()):
        kind = words.rulebook.facts[key.fact].shown_as
        if kind is not None:
            yield _result(words, kind, group, key.place)


class _Group(NamedTuple):
    """What conclusions have in common that are shown as one."""

    kind: int
    unlikely: int
    """The likelihood, as a negative number."""
    place: int
    fact: str
    others: tuple[str, ...]
    is_told: bool


def _result(words: FiringWording, kind: ShownAs, atoms: list[Atom], place: int) -> Result:
    fact = words.rulebook.facts[atoms[0].fact]
    target = words.voices.target(fact)
    instances = tuple(instance(words, atom, target) for atom in atoms)
    everyone = words.voices.everyone(fact, target, [one.target_name for one in instances])
    sentence = instances[0].sentence
    if everyone:
        sentence = fill(fact.says, {**words.voices.wording.slots(fact, atoms[0].key), target: everyone})
    return Result(
        kind=kind,
        id=fact.name,
        sentence=sentence,
        likewise=() if everyone else tuple(one.target for one in instances[1:]),
        beside=words.beside(atoms[0]),
        instances=instances,
        beyond_report=is_beyond_report(words, atoms),
        place=place,
    )
