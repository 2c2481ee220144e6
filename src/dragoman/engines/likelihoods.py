"""How likely each conclusion is: one max-min pass over the firings.

A conclusion is as likely as its weakest premise and its rule; over several derivations the best
counts. A told denial counts as a premise, an assumed absence carries no likelihood, and what was
told true keeps the likelihood that it was told with. Engines are Boolean; this pass is the same for all.
Source of the method: possibilistic logic's weakest link (Dubois and Prade 1988), on ICD 203 words.
"""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.engines.absence import Absences
from dragoman.engines.model import Firing, Model, Status
from dragoman.form import form
from dragoman.program.forms import Literal, Program, ProgramRule
from dragoman.rulebook.forms import Atom, Mode
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.answers import answer
from dragoman.situation.evidence import Evidence
from dragoman.values.kind import Truth

Premises = tuple[tuple[Literal, Atom, Likelihood], ...]
"""Conditions, each with the atom that it speaks of and how likely it is that it holds."""


@form
class Likelihoods:
    """The likelihood of each true atom and of each firing."""

    of_atom: Mapping[Atom, Likelihood]
    of_firing: Mapping[Firing, Likelihood]
    absences: Mapping[Firing, Premises]
    """Of the firings that have any: the conditions of `unless` that were told to be absent (:func:`told_absences`)."""


def likelihoods(program: Program, evidence: Evidence, model: Model) -> Likelihoods:
    """One pass over the firings, which come by level, so that premises are done before conclusions."""
    rules = {rule.id: rule for rule in program.rules}
    absences = Absences(evidence, by_fact(model.true))
    of_atom: dict[Atom, Likelihood] = {}
    of_firing: dict[Firing, Likelihood] = {}
    of_absence: dict[Firing, Premises] = {}
    for atom, known in evidence.known.items():
        fact = program.facts[atom.fact]
        if fact.value is None and known.truth is Truth.TRUE:
            of_atom[atom] = answer(fact, known, None).likelihood
    for firing in model.firings:
        rule = rules[firing.rule]
        told = told_absences(rule, firing, absences) if rule.unless else ()
        if told:
            of_absence[firing] = told
        when = zip(rule.when, firing.premises, strict=True)
        premises = [of_premise(literal, atom, evidence, of_atom) for literal, atom in when]
        level = of_firing[firing] = min(rule.strength, *premises, *[likelihood for _, _, likelihood in told])
        if firing.status is Status.GIVES:
            of_atom[firing.conclusion] = max(level, of_atom.get(firing.conclusion, level))
    return Likelihoods(of_atom, of_firing, of_absence)


def of_premise(literal: Literal, atom: Atom, evidence: Evidence, of_atom: Mapping[Atom, Likelihood]) -> Likelihood:
    """How likely a condition of `when` is that holds of `atom`."""
    if literal.mode is Mode.HOLDS and literal.fact.value is None:
        return of_atom[atom]
    return answer(literal.fact, evidence.of(atom), literal.test).likelihood


def told_absences(rule: ProgramRule, firing: Firing, absences: Absences) -> Premises:
    """The conditions of `unless` that were told to be absent: premises of the proof, no assumptions.

    A presumption (`unless: not`) is told if it was told true. A condition that leaves a slot open
    speaks of all its atoms and stays an assumption.
    """
    binding = dict(firing.bindings)
    found = []
    for literal in rule.unless:
        atom = literal.atom(binding)
        if atom is None:
            continue
        known = answer(literal.fact, absences.evidence.of(atom), literal.test)
        wanted = Truth.TRUE if literal.mode is Mode.NOT_DENIED else Truth.FALSE
        if known.truth is wanted:
            found.append((literal, atom, known.likelihood))
    return tuple(found)


def by_fact(atoms: frozenset[Atom]) -> dict[str, set[Atom]]:
    """Atoms by their fact type."""
    found: dict[str, set[Atom]] = {}
    for atom in atoms:
        found.setdefault(atom.fact, set()).add(atom)
    return found
