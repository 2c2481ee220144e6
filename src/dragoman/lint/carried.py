"""`carried_by` that can carry nothing, whatever is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.errors import Finding, Place
from dragoman.lint.subject import Subject
from dragoman.rulebook.forms import Atom, Key, Rulebook
from dragoman.rulebook.instrument_forms import Carrier


def check_carried(subject: Subject) -> Iterator[Finding]:
    """Each entry by which no recommendation that some rule concludes is ever carried."""
    if not subject.is_complete:
        return
    for place, (carrier, atoms) in _entries(subject).items():
        why = _why_nothing(subject.rulebook, carrier, atoms)
        if why:
            yield Finding(place, "RB617", f"'{carrier.instrument}' carries nothing here: {why}")


def _entries(subject: Subject) -> dict[Place, tuple[Carrier, list[Atom]]]:
    """Every entry with the recommendations that it could carry; that of a group stands in each of its rules."""
    rulebook, found = subject.rulebook, dict[Place, tuple[Carrier, list[Atom]]]()
    for template in rulebook.recommendations.values():
        keys: Iterable[Key] = sorted(subject.concluded.get(template.id, ()), key=str)
        for carrier in template.carried_by:
            found[carrier.place] = carrier, [Atom(template.id, key) for key in keys]
    for rule in rulebook.rules.values():
        given = [a for a in sorted(subject.conclusions.get(rule.id, ()), key=str) if a.fact in rulebook.recommendations]
        for carrier in rule.carried_by:
            found.setdefault(carrier.place, (carrier, []))[1].extend(given)
    return found


def _why_nothing(rulebook: Rulebook, carrier: Carrier, atoms: Iterable[Atom]) -> str:
    instrument = rulebook.instruments[carrier.instrument]
    if instrument.adopted is None and instrument.signed is None:
        return "it has neither 'adopted' nor 'signed'"
    where = [atom for atom in atoms if _is_for(rulebook, carrier, atom)]
    if not where:
        return "no rule gives the recommendation for these values"
    targets = {_target(rulebook, atom) for atom in where}
    if instrument.parties and "" not in targets and targets.isdisjoint(instrument.parties):
        return f"it is with {', '.join(instrument.parties)} alone"
    return ""


def _is_for(rulebook: Rulebook, carrier: Carrier, atom: Atom) -> bool:
    values = dict(zip(rulebook.facts[atom.fact].key_names, atom.key, strict=True))
    return all(values.get(slot) in wanted for slot, wanted in carrier.where.items())


def _target(rulebook: Rulebook, atom: Atom) -> str:
    values = dict(zip(rulebook.facts[atom.fact].key_names, atom.key, strict=True))
    return values.get(rulebook.recommendations[atom.fact].target) or ""
