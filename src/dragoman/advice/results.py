"""Risks, forecasts, things to watch, findings: what holds for all members of a group is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dragoman.advice.firing_wording import FiringWording
from dragoman.advice.forms import Result
from dragoman.advice.instances import instance, is_beyond_report, others
from dragoman.rulebook.forms import Atom, ShownAs
from dragoman.rulebook.words import fill

_KINDS = tuple(ShownAs)


class Group(NamedTuple):
    """Conclusions that are shown as one, by what they have in common."""

    number: int
    """That of the kind, in the order of :class:`~dragoman.rulebook.forms.ShownAs`."""
    unlikely: int
    """The likelihood, as a negative number."""
    place: int
    fact: str
    others: tuple[str, ...]
    is_told: bool

    @property
    def kind(self) -> ShownAs:
        """How it is shown."""
        return _KINDS[self.number]


def grouped(words: FiringWording, atoms: Iterable[Atom]) -> Mapping[Group, list[Atom]]:
    """The results among the shown `atoms`, which come in canonical order: by kind, then the likeliest first.

    Of those that are as likely, what the rulebook calls foremost stands first.
    """
    foremost = {name: number for number, name in enumerate(words.rulebook.foremost)}
    groups: dict[Group, list[Atom]] = {}
    for atom in atoms:
        fact = words.rulebook.facts[atom.fact]
        if fact.shown_as is None or fact.shown_as is ShownAs.RECOMMENDATION:
            continue
        likelihood = words.evaluation.likelihoods.of_atom[atom]
        rest = others(words, atom, words.voices.target(fact))
        place, told = foremost.get(fact.name, len(foremost)), not words.support.giving(atom)
        key = Group(_KINDS.index(fact.shown_as), -likelihood, place, fact.name, rest, told)
        groups.setdefault(key, []).append(atom)
    return dict(sorted(groups.items()))


def result(words: FiringWording, group: Group, atoms: list[Atom]) -> Result:
    """One of them, in words."""
    fact = words.rulebook.facts[atoms[0].fact]
    target = words.voices.target(fact)
    instances = tuple(instance(words, atom, target) for atom in atoms)
    everyone = words.voices.everyone(fact, target, [one.target_name for one in instances])
    sentence = instances[0].sentence
    if everyone:
        sentence = fill(fact.says, {**words.voices.wording.slots(fact, atoms[0].key), target: everyone})
    return Result(
        kind=group.kind,
        id=fact.name,
        sentence=sentence,
        likewise=() if everyone else tuple(one.target for one in instances[1:]),
        beside=words.beside(atoms[0]),
        instances=instances,
        beyond_report=is_beyond_report(words, atoms),
        place=group.place,
    )
