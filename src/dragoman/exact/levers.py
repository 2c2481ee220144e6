"""What can be changed in a situation, one change at a time.

A *lever* is a statement as it was told (one about a group is one), or an atom of which nothing firm was told. A lever
has *ways*: a statement can be taken back, or something else be said in its place; of the atom something can be told.

What is said in the place of a statement stands where that stood, below whatever `forget` or correction took a part of it
back (one member of a group, say); so it is said of no more than is left of the statement.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal

from dragoman.advice.evaluate import Evaluation
from dragoman.exact.machine import Inputs, Machine, what_can_be_told
from dragoman.exact.shares import Shares
from dragoman.form import form
from dragoman.rulebook.forms import Atom, Blank, Rulebook
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.evidence import Known, sort_key
from dragoman.situation.forms import Said, Situation, Statement
from dragoman.situation.spread import statements_of
from dragoman.values.kind import Stated
from dragoman.values.quantity import Range


@form
class Lever:
    """One thing that can be changed, and how."""

    said: Said | None
    """The statement as it was told; None where nothing firm was told of the atom."""
    atoms: tuple[Atom, ...]
    """All atoms that it speaks of, or speaks of after one of its ways, in canonical order: a denial that leaves an
    optional slot out speaks of more than what it denies. The first is the one that it is about. What was taken back of
    the statement is not among them: no way speaks of it."""
    ways: tuple[Said | None, ...]
    """What can be said in its place, each with another effect; None where the statement is taken back."""

    @property
    def is_new(self) -> bool:
        """Whether it adds a fact."""
        return self.said is None


def levers_of(evaluation: Evaluation, machine: Machine) -> tuple[Lever, ...]:
    """All levers of a situation: first its statements in canonical order, then what else could be told."""
    of_said: dict[Said, list[Statement]] = {}
    for statement in evaluation.situation.statements:
        of_said.setdefault(statement.said, []).append(statement)
    told = sorted(of_said.items(), key=lambda item: (*sort_key(item[1][0].atom), str(item[0].place)))
    shares = Shares(evaluation, machine)
    statements = (_of_statement(evaluation.rulebook, machine, shares, said, found) for said, found in told)
    return (*statements, *new_levers(evaluation, machine))


def new_levers(evaluation: Evaluation, machine: Machine) -> Iterator[Lever]:
    """What could be told beyond: of each atom that rules ask about and of which nothing firm was told."""
    told, shares = evaluation.evidence.told, Shares(evaluation, machine)
    for atom in sorted({*machine.inputs, *shares.halves}, key=sort_key):
        known = told.get(atom)
        if known is None or not known.firm:
            ways = [telling.said for telling in machine.tellings(atom)]
            if atom in shares.halves:  # what it sets alone does not say all of a number
                fact = evaluation.rulebook.facts[atom.fact]
                every = (*what_can_be_told(fact, machine.tests(atom)), *shares.reaching(atom))
                ways += [machine.telling(atom, stated).said for stated in every]
            if ways:
                yield Lever(None, _reach(evaluation.rulebook, (atom,), ways, ()), tuple(dict.fromkeys(ways)))


def _reach(
    rulebook: Rulebook, atoms: tuple[Atom, ...], ways: Iterable[Said | None], gone: Collection[Atom]
) -> tuple[Atom, ...]:
    """All atoms that are spoken of in any of the ways, without those that are gone."""
    wide = (said for said in ways if said is not None and Blank.MISSING in said.terms)
    further = {statement.atom for said in wide for statement in statements_of(rulebook, said)}.difference(gone)
    return tuple(sorted({*atoms, *further}, key=sort_key)) if further else atoms


def _of_statement(
    rulebook: Rulebook, machine: Machine, shares: Shares, said: Said, statements: list[Statement]
) -> Lever:
    atoms = tuple(sorted((statement.atom for statement in statements), key=sort_key))
    gone = {statement.atom for statement in statements_of(rulebook, said)}.difference(atoms)
    seen = {_sets(machine, statements), ()}
    ways: list[Said | None] = [None]
    fact = rulebook.facts[said.fact]
    tests = tuple(dict.fromkeys(test for atom in atoms for test in machine.tests(atom)))
    for stated in sorted(what_can_be_told(fact, tests), key=lambda one: _distance(said, one)):
        instead = in_place_of(said, stated)
        sets = _sets(machine, (one for one in statements_of(rulebook, instead) if one.atom not in gone))
        if sets not in seen:
            seen.add(sets)
            ways.append(instead)
    if len(atoms) == 1:
        ways += [in_place_of(said, stated) for stated in shares.reaching(atoms[0])]
    return Lever(said, _reach(rulebook, atoms, ways, gone), tuple(dict.fromkeys(ways)))


def in_place_of(said: Said, stated: Stated) -> Said:
    """The same statement with another sense, by the same speaker, and firm."""
    return dataclasses.replace(
        said,
        holds=stated.holds,
        value=stated.value,
        likelihood=Likelihood.UNHEDGED,
        told_as="",
        is_turned=False,
        label=said.label if stated.holds else "",
    )


def _sets(machine: Machine, statements: Iterable[Statement]) -> tuple[Inputs, ...]:
    """What statements set at each atom, if they are all that is known; what is doubtful sets nothing."""
    in_order = sorted(statements, key=lambda statement: sort_key(statement.atom))
    return tuple(machine.sets(Known(s.atom, (s,) if s.said.likelihood.is_firm else (), (), ())) for s in in_order)


def _distance(said: Said, stated: Stated) -> Decimal:
    """How far a number lies from what was told; what is no number keeps its place."""
    if isinstance(said.value, Range) and isinstance(stated.value, Range):
        return max(Decimal(0), said.value.low - stated.value.low, stated.value.low - said.value.high)
    return Decimal(0)


def changed(rulebook: Rulebook, situation: Situation, choices: Mapping[Lever, Said | None]) -> Situation:
    """The situation after changes: for each lever, what is said in its place, of what it speaks of."""
    gone = {lever.said for lever in choices if lever.said is not None}
    kept = tuple(statement for statement in situation.statements if statement.said not in gone)
    new = (
        statement
        for lever, said in choices.items()
        if said is not None
        for statement in statements_of(rulebook, said)
        if statement.atom in lever.atoms
    )
    return dataclasses.replace(situation, statements=(*kept, *new))
