"""On random rulebooks: each condition stands as the oracle says, nothing is nearer, and what is added does give it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import assume, given, note

from dragoman.advice.evaluate import Evaluation, evaluate
from dragoman.engines.columns.engine import ColumnsEngine
from dragoman.exact.additions import Addition, Additions
from dragoman.exact.nearest import Nearness
from dragoman.exact.standing import Cause, Verdict
from dragoman.program.ground import Instance
from dragoman.program.normal import compile_program
from dragoman.rulebook.forms import Atom, Mode
from dragoman.situation.evidence import Evidence, settled, sort_key
from tests.engines.agreement import is_too_big
from tests.oracle import told
from tests.oracle.naive import Oracle
from tests.oracle.told import Truth
from tests.properties.strategies import examples, trials
from tests.properties.tellings import Telling
from tests.properties.trial import forgets, load, read_telling
from tests.properties.worlds import World

ENGINE = ColumnsEngine()
_TRIED = 6
"""Conclusions of one situation for which additions are tried one by one."""


def evaluations(world: World, tellings: list[Telling]) -> Iterator[tuple[Evaluation, Oracle]]:
    """Each situation, evaluated by the program and by the oracle."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rulebook = load(folder / "rulebook", world.documents())
        assume(not is_too_big(compile_program(rulebook)))
        note("\n".join(path.read_text() for path in sorted((folder / "rulebook").glob("[rv]*.yaml"))))
        for number, telling in enumerate(tellings):
            situation = read_telling(rulebook, folder / f"situation{number}", telling)
            if situation is None:
                continue
            note(str(telling))
            oracle = Oracle(rulebook, told.tell(rulebook, situation, forgets(telling)))
            oracle.verdict()
            yield evaluate(rulebook, situation, ENGINE), oracle


def verdicts(oracle: Oracle, nearness: Nearness, instance: Instance) -> list[Verdict]:
    """How the conditions of `when` of an instance stand, by the oracle."""
    ground = nearness.ground
    rule = oracle.rulebook.rules[ground.program.rules[instance.rule].id]
    found = []
    for condition, literal in zip(rule.when, instance.when, strict=True):
        atom = ground.atom(literal)
        truth = oracle.told_of(atom, condition.pattern)[0]
        against = Truth.TRUE if condition.mode is Mode.DENIED else Truth.FALSE
        if oracle.premise(condition, atom)[0]:
            found.append(Verdict.HELD)
        elif truth is Truth.DISPUTED:
            found.append(Verdict.DISPUTED)
        else:
            found.append(Verdict.FAILED if truth is against else Verdict.UNKNOWN)
    return found


def failing(oracle: Oracle, nearness: Nearness, instance: Instance) -> int:
    """How many conditions of an instance do not hold, by the oracle."""
    ruled = nearness.ground.program.rules[instance.rule]
    rule, binding = oracle.rulebook.rules[ruled.id], dict(zip(ruled.variables, instance.values, strict=True))
    when = sum(verdict is not Verdict.HELD for verdict in verdicts(oracle, nearness, instance))
    return when + sum(oracle.holds_back(condition, binding) for condition in rule.unless)


@examples(divisor=3)
@given(trials(situations=3))
def test_every_condition_stands_as_the_oracle_says(trial: tuple[World, list[Telling]]) -> None:
    """And what has no failing condition fires, and nothing else does."""
    for evaluation, oracle in evaluations(*trial):
        nearness = Nearness(evaluation)
        fired = {(one.rule, one.bindings, one.premises) for one in evaluation.model.firings}
        for instance in nearness.ground.instances:
            causes = [nearness.standings.when(literal) for literal in instance.when]
            assert [cause.verdict for cause in causes] == verdicts(oracle, nearness, instance)
            near = nearness.alone(instance)
            unless = oracle.rulebook.rules[near.rule.id].unless
            barred = [barred.cause is not Cause.HOLDS for barred in nearness.barriers(near)]
            assert barred == [oracle.holds_back(condition, near.binding) for condition in unless]
            assert nearness.distance(instance).failing == failing(oracle, nearness, instance)
            premises = tuple(map(nearness.ground.atom, instance.when))
            bindings = tuple(sorted(near.binding.items()))
            assert (nearness.distance(instance).failing == 0) is ((near.rule.id, bindings, premises) in fired)


@examples(divisor=3)
@given(trials(situations=3))
def test_no_rule_comes_nearer_than_the_nearest(trial: tuple[World, list[Telling]]) -> None:
    """By brute force over all instances; and of each rule no binding comes nearer than the one that is shown."""
    for evaluation, oracle in evaluations(*trial):
        nearness = Nearness(evaluation)
        for atom, numbers in nearness.grounded.giving.items():
            instances = [nearness.ground.instances[number] for number in numbers]
            least: dict[str, int] = {}
            for instance in instances:
                rule = nearness.ground.program.rules[instance.rule].id
                far = failing(oracle, nearness, instance)
                least[rule] = min(far, least.get(rule, far))
            rules = nearness.rules(atom)
            assert {near.rule.id: near.distance.failing for near in rules} == least
            assert rules[0].distance.failing == min(least.values())
            assert [near.distance.failing for near in rules] == sorted(least.values())


@examples(divisor=3)
@given(trials(situations=2))
def test_a_single_addition_is_named_if_and_only_if_it_gives_the_conclusion(
    trial: tuple[World, list[Telling]],
) -> None:
    """Each fact that could be told is told, and the rules are run on it."""
    for evaluation, _ in evaluations(*trial):
        additions = Additions(Nearness(evaluation))
        atoms = missing(additions, evaluation)
        sought = additions.sought(atoms)
        giving: dict[Atom, list[Addition]] = {atom: [] for atom in atoms}
        for one in {added for atom in additions.nearness.grounded.asked for added in additions.new(atom)}:
            true = ENGINE.run(evaluation.program, telling(evaluation, one)).true
            for atom in atoms:
                giving[atom] += [one] if atom in true and one.atom != atom else []  # to tell it itself is no reason
        for atom in atoms:
            named = [one.added[0] for one in additions.single(atom)]
            assert {*named} <= {*giving[atom]}
            assert {one.atom for one in named} == {one.atom for one in giving[atom]}
            assert {one.added for one in sought[atom]} <= {(one,) for one in giving[atom]}


@examples(divisor=3)
@given(trials(situations=2))
def test_a_pair_of_additions_gives_the_conclusion_and_neither_does_alone(trial: tuple[World, list[Telling]]) -> None:
    for evaluation, _ in evaluations(*trial):
        additions = Additions(Nearness(evaluation))
        for atom in missing(additions, evaluation):
            for one in additions.smallest(atom)[:_TRIED]:
                assert atom in ENGINE.run(evaluation.program, telling(evaluation, *one.added)).true
                if len(one.added) > 1:
                    assert all(
                        atom not in ENGINE.run(evaluation.program, telling(evaluation, alone)).true
                        for alone in one.added
                    )


def missing(additions: Additions, evaluation: Evaluation) -> list[Atom]:
    """Some conclusions that do not hold."""
    possible = sorted(additions.nearness.grounded.giving.keys() - evaluation.model.true, key=sort_key)
    return possible[:: max(1, len(possible) // _TRIED)]


def telling(evaluation: Evaluation, *added: Addition) -> Evidence:
    """The evidence with more told."""
    evidence = evaluation.evidence
    for one in added:
        evidence = settled(evaluation.rulebook, evidence, one.known)
    return evidence
