"""Flips: every smallest set of changes, against every possible world evaluated anew."""

from __future__ import annotations

from pathlib import Path
from random import Random
from unittest.mock import patch

from hypothesis import given, note

from dragoman.advice.evaluate import Evaluation, evaluate
from dragoman.engines.names import EngineName
from dragoman.engines.select import engine_named
from dragoman.exact import flips as module
from dragoman.exact.flips import Flipper
from dragoman.exact.levers import Lever, changed, levers_of
from dragoman.exact.machine import Machine, machine_of
from dragoman.exact.space import Space
from dragoman.rulebook.forms import Atom
from dragoman.situation.assemble import read_situation
from tests.exact import brute
from tests.explain.worlds import LENDERS
from tests.properties.strategies import examples, seeds, trials
from tests.properties.tellings import Telling
from tests.properties.test_engines_agree import evaluated
from tests.properties.worlds import World

MAX_WORLDS = 300


@examples(divisor=2)
@given(trials(situations=2), seeds)
def test_flips_are_all_the_smallest_sets_of_changes(trial: tuple[World, list[Telling]], dice: Random) -> None:
    """For every conclusion, given or not; the ways of each set turn it, and all others of the set do not."""
    with evaluated(*trial) as found:
        for one in filter(None, found):
            evaluation = evaluate(one[0], one[1], engine_named(EngineName.COLUMNS))
            machine = machine_of(evaluation.program)
            levers = some_levers(dice, evaluation, machine)
            note("\n".join(map(str, levers)))
            flipper = Flipper(Space(evaluation, machine, levers))
            worlds = list(brute.worlds(evaluation, levers))
            for atom in machine.output:
                holds = atom in evaluation.model.true
                flips = flipper.flips(atom)
                sets = {frozenset(map(levers.index, flip.levers)) for flip in flips.flips}
                assert (atom, holds, sets) == (atom, flips.holds, brute.smallest(worlds, atom, holds=not holds))
                for flip in flips.flips:
                    after = brute.evaluated(evaluation, dict(zip(flip.levers, dice.choice(flip.ways), strict=True)))
                    assert (atom in after.model.true) is not holds


@examples(divisor=4)
@given(trials(situations=1), seeds)
def test_the_sets_are_the_same_however_few_ways_are_tried_together(
    trial: tuple[World, list[Telling]], dice: Random
) -> None:
    """A set was left out where the first ways of moving its levers did not turn the conclusion and later ones did."""
    with evaluated(*trial) as found:
        for one in filter(None, found):
            evaluation = evaluate(one[0], one[1], engine_named(EngineName.COLUMNS))
            machine = machine_of(evaluation.program)
            flipper = Flipper(Space(evaluation, machine, some_levers(dice, evaluation, machine)))
            for atom in machine.output:
                whole = flipper.flips(atom)
                with patch.object(module, "MAX_WAYS", 1):
                    assert [flip.levers for flip in flipper.flips(atom).flips] == [flip.levers for flip in whole.flips]


def test_what_is_said_in_place_of_a_denial_of_a_group_is_not_said_of_a_member_that_was_forgotten(
    tmp_path: Path,
) -> None:
    """It stands where the denial stood, below the `forget`: of Southtown no more is told than before."""
    valley, south = tmp_path / "valley.yaml", tmp_path / "south.yaml"
    share = "{debtor: valley, creditor: exchange, percent: 60}"
    valley.write_text(f"situation: Valley\nfacts: [not: {{guarded: {{town: valley}}}}, share: {share}]\n")
    south.write_text("situation: South\nbased_on: valley\nforget: [guarded: {town: south}]\n")
    evaluation = evaluate(LENDERS, read_situation(LENDERS, [south]), engine_named(EngineName.COLUMNS))
    machine = machine_of(evaluation.program)
    wanted = {"guarded": ("south",), "share": ("south", "exchange")}
    everything = levers_of(evaluation, machine)
    levers = [one for one in everything if one.said or wanted.get(one.atoms[0].fact) == one.atoms[0].key]
    denial, shared, new = levers
    assert [atom.key for atom in denial.atoms] == [("east",), ("north",)]
    assert [said and said.holds for said in denial.ways] == [None, True]

    flipper, worlds = Flipper(Space(evaluation, machine, levers)), list(brute.worlds(evaluation, levers))
    for town, turning in (("north", {denial, shared}), ("south", {new, shared})):
        atom = Atom("depends", (town, "exchange"))
        assert {flip.levers for flip in flipper.flips(atom).flips} == {(lever,) for lever in turning}
        assert brute.smallest(worlds, atom, holds=False) == {frozenset({levers.index(lever)}) for lever in turning}

    after = changed(LENDERS, evaluation.situation, {denial: denial.ways[1]})
    told = {s.atom.key: s.said.holds for s in after.statements if s.atom.fact == "guarded"}
    assert told == {("east",): True, ("north",): True}


def some_levers(dice: Random, evaluation: Evaluation, machine: Machine) -> list[Lever]:
    """A few, those of statements more often, as many as one can try in every way together."""
    everything = levers_of(evaluation, machine)
    told = [lever for lever in everything if not lever.is_new]
    new = [lever for lever in everything if lever.is_new]
    return some_of(dice, dice.sample(told, min(4, len(told))) + dice.sample(new, min(6, len(new))))


def some_of(dice: Random, levers: list[Lever]) -> list[Lever]:
    """As many of them as one can try in every way together."""
    mixed = dice.sample(levers, len(levers))
    kept: list[Lever] = []
    worlds = 1
    for lever in mixed:
        if worlds * (len(lever.ways) + 1) <= MAX_WORLDS:
            worlds *= len(lever.ways) + 1
            kept.append(lever)
    return kept
