"""What holds now, in a few sentences: what the rulebook's summary names, and what was told instead of following.

A risk, a forecast or a thing to watch that was told is none any more: it holds, and stands here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from dragoman.advice.firing_wording import FiringWording
from dragoman.advice.forms import Held, Result
from dragoman.advice.scope import Scope
from dragoman.rulebook.forms import Atom, ShownAs
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.answers import answer, is_disputed
from dragoman.situation.evidence import Known, sort_key
from dragoman.values.kind import Truth


def holds(words: FiringWording, scope: Scope, results: Iterable[Result]) -> Iterator[tuple[Held, ...]]:
    """What the rulebook's summary names, a group each; then each of the `results` that was told and is not there."""
    rulebook = words.rulebook
    for group in rulebook.summary:
        found = tuple(held for fact in group for held in _of_type(words, scope, fact))
        if found:
            yield found
    named = {fact for group in rulebook.summary for fact in group}
    for result in results:
        if result.is_told and result.kind is not ShownAs.FINDING and result.id not in named:
            likewise = f" (likewise {', '.join(result.likewise)})" if result.likewise else ""
            atoms = tuple(instance.atom for instance in result.instances)
            yield (Held(f"{result.sentence}{likewise}", result.likelihood, True, result.beside, atoms),)


def _of_type(words: FiringWording, scope: Scope, fact: str) -> Iterator[Held]:
    """What is known of a fact type: what is so, then what was told not to be so."""
    if words.rulebook.facts[fact].value is not None:
        yield from _values(words, scope, fact)
        return
    evaluation = words.evaluation
    true = sorted(filter(scope.holds, words.support.absences.true.get(fact, ())), key=sort_key)
    keys = {atom: _standing(words, atom) for atom in true}
    for (likelihood, told, beside), of_it in groupby(
        sorted(true, key=keys.__getitem__, reverse=True), keys.__getitem__
    ):
        atoms = sorted(of_it, key=sort_key)
        for sentence in words.voices.together(atoms):
            yield Held(sentence, Likelihood(likelihood), told, beside, tuple(atoms))
    denied = [
        known
        for known in evaluation.evidence.by_fact.get(fact, ())
        if known.truth is Truth.FALSE and scope.holds(known.atom)
    ]
    by_likelihood = groupby(sorted(denied, key=_against, reverse=True), _against)
    for likelihood, found in by_likelihood:
        atoms = [known.atom for known in found]
        for sentence in words.voices.together(atoms, denied=True):
            yield Held(sentence, Likelihood(likelihood), True, "", tuple(atoms))


def _standing(words: FiringWording, atom: Atom) -> tuple[Likelihood, bool, str]:
    """How likely it is, whether it was told, and what stands beside it."""
    return words.evaluation.likelihoods.of_atom[atom], not words.support.giving(atom), words.beside(atom)


def _values(words: FiringWording, scope: Scope, fact: str) -> Iterator[Held]:
    """What was told of a type with a value."""
    told = words.rulebook.facts[fact]
    for known in words.evaluation.evidence.by_fact.get(fact, ()):
        if known.firm and scope.holds(known.atom) and not is_disputed(told, known):
            yield Held(words.voices.known(known), answer(told, known, None).likelihood, True, "", (known.atom,))


def _against(known: Known) -> Likelihood:
    """How likely a denial is."""
    return max(statement.said.likelihood for statement in known.firm)
