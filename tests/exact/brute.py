"""Exact answers the slow way: every world that some levers lead to, each evaluated anew from its statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, product

from dragoman.advice.evaluate import Evaluation, evaluate
from dragoman.engines.names import EngineName
from dragoman.engines.select import engine_named
from dragoman.exact.levers import Lever, changed
from dragoman.exact.machine import machine_of
from dragoman.rulebook.forms import Atom
from dragoman.situation.answers import is_disputed
from dragoman.situation.forms import Said

World = tuple[frozenset[int], frozenset[Atom]]
"""Which levers are moved, and what is true then."""
LEFT_ALONE = "left alone"


def worlds(evaluation: Evaluation, levers: Sequence[Lever]) -> Iterator[World]:
    """Every possible world, the situation as it is among them."""
    choices: list[tuple[Said | str | None, ...]] = [(LEFT_ALONE, *lever.ways) for lever in levers]
    for chosen in product(*choices):
        moved = {n: said for n, said in enumerate(chosen) if not isinstance(said, str)}
        after = evaluated(evaluation, {levers[n]: said for n, said in moved.items()})
        if not newly_disputed(evaluation, after):
            yield frozenset(moved), after.model.true


def evaluated(evaluation: Evaluation, choices: dict[Lever, Said | None]) -> Evaluation:
    """The situation after changes, evaluated anew."""
    situation = changed(evaluation.rulebook, evaluation.situation, choices)
    return evaluate(evaluation.rulebook, situation, engine_named(EngineName.COLUMNS))


def newly_disputed(evaluation: Evaluation, after: Evaluation) -> set[Atom]:
    """What is disputed that was not, as far as rules ask of it: a share that is reckoned is disputed in its halves."""
    known = after.evidence.known
    shares = {atom: known[atom].reckoned_from for atom in machine_of(evaluation.program).inputs if atom in known}
    asked = chain.from_iterable(halves or (atom,) for atom, halves in shares.items())
    return disputed(after).intersection(asked) - disputed(evaluation)


def disputed(evaluation: Evaluation) -> set[Atom]:
    """The atoms of which what was told contradicts itself."""
    facts, told = evaluation.rulebook.facts, evaluation.evidence.told
    return {atom for atom, known in told.items() if is_disputed(facts[atom.fact], known)}


def smallest(found: Sequence[World], atom: Atom, *, holds: bool) -> set[frozenset[int]]:
    """The smallest sets of levers that are moved where `atom` is so, or is not."""
    moved = {levers for levers, true in found if (atom in true) == holds}
    least = min(map(len, moved), default=0)
    return {levers for levers in moved if len(levers) == least}
