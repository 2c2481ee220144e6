"""One shown conclusion for one target: its reasons, what tempers it, its weakest link."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.advice.firing_wording import FiringWording
from dragoman.advice.forms import Instance, Reason
from dragoman.engines.model import Firing
from dragoman.rulebook.forms import Atom, FactType, Key


def instance(words: FiringWording, fact: FactType, atom: Atom, target: str) -> Instance:
    """The conclusion `atom` of type `fact`; `target` is the slot that says for whom it is, or empty."""
    giving, entities = words.support.giving(atom), words.rulebook.entities
    name = _in_slot(fact, atom, target)
    return Instance(
        atom=atom,
        slots=words.voices.slots(atom),
        target=entities[name].title if name in entities else "",
        target_name=name,
        sentence=words.voices.atom(atom, None),
        likelihood=words.evaluation.likelihoods.of_atom[atom],
        reasons=tuple(_reason(words, firing) for firing in giving),
        tempered_by=tuple(dict.fromkeys(s for firing in giving for s in words.tempering(firing))),
        weakest=words.weakest(atom),
    )


def others(fact: FactType, key: Key, target: str) -> tuple[str, ...]:
    """The values of all key slots but the target: conclusions that agree in them are shown together."""
    return tuple(value or "" for name, value in zip(fact.key_names, key, strict=True) if name != target)


def is_beyond_report(words: FiringWording, atoms: Iterable[Atom]) -> bool:
    """Whether the first reason of any of these conclusions is the rulebook's own."""
    first = (firing for atom in atoms for firing in words.support.giving(atom)[:1])
    return any(words.rulebook.rules[firing.rule].beyond_report for firing in first)


def _reason(words: FiringWording, firing: Firing) -> Reason:
    likelihood = words.evaluation.likelihoods.of_firing[firing]
    return Reason(words.because(firing), firing.rule, likelihood, words.locators(firing.rule))


def _in_slot(fact: FactType, atom: Atom, slot: str) -> str:
    """The value of a key slot, or the empty string if it is missing or there is no such slot."""
    names = fact.key_names
    return (atom.key[names.index(slot)] or "") if slot in names else ""
