"""Robustness and questions, against every completion evaluated anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from random import Random

from hypothesis import given, note

from dragoman.advice.evaluate import evaluate
from dragoman.engines.names import EngineName
from dragoman.engines.select import engine_named
from dragoman.exact.flips import Flipper
from dragoman.exact.levers import Lever
from dragoman.exact.machine import machine_of
from dragoman.exact.questions import questions
from dragoman.exact.robust import Standing, open_levers, robustness, three_valued
from dragoman.exact.space import Space
from dragoman.rulebook.forms import Atom, Rulebook, ShownAs
from tests.engines.small import PERCENT, Json, derived, rule, small_rulebook, told
from tests.exact import brute
from tests.exact.test_flips import some_of
from tests.properties.strategies import examples, seeds, trials
from tests.properties.tellings import Layer, Telling
from tests.properties.test_engines_agree import evaluated
from tests.properties.trial import read_telling
from tests.properties.worlds import World


@examples(divisor=3)
@given(trials(situations=2), seeds)
def test_what_stands_stands_in_every_completion(trial: tuple[World, list[Telling]], dice: Random) -> None:
    """And what falls falls in the completion that is shown, than which none is smaller."""
    with evaluated(*trial) as found:
        for one in filter(None, found):
            evaluation = evaluate(one[0], one[1], engine_named(EngineName.COLUMNS))
            machine = machine_of(evaluation.program)
            levers: Sequence[Lever] = some_of(dice, list(open_levers(evaluation, machine)))
            note("\n".join(map(str, levers)))
            flipper = Flipper(Space(evaluation, machine, levers))
            worlds = list(brute.worlds(evaluation, levers))
            can_be = three_valued(flipper.space)
            for robust in robustness(flipper, machine.output):
                holds = robust.atom in evaluation.model.true
                turning = brute.smallest(worlds, robust.atom, holds=not holds)
                settled = {True: Standing.STANDS, False: Standing.NEVER}[holds]
                turned = {True: Standing.FALLS, False: Standing.COMES}[holds]
                assert robust.standing is (turned if turning else settled)
                seen = {robust.atom in true for _, true in worlds}
                assert all(can_be[robust.atom][not value] for value in seen)
                if robust.completion is not None:
                    assert frozenset(map(levers.index, robust.completion.levers)) in turning


@examples(divisor=3)
@given(trials(situations=2), seeds)
def test_no_question_is_asked_whose_every_answer_leaves_the_advice_as_it_is(
    trial: tuple[World, list[Telling]], dice: Random
) -> None:
    """And every answer changes what it says, no more and no less; a fact that is not asked for changes nothing."""
    with evaluated(*trial) as found:
        for one in filter(None, found):
            evaluation = evaluate(all_shown(one[0]), one[1], engine_named(EngineName.COLUMNS))
            machine = machine_of(evaluation.program)
            flipper = Flipper(Space(evaluation, machine, tuple(open_levers(evaluation, machine))))
            asked = questions(flipper)
            shown = set(machine.output)
            settling = {lever.atoms[0] for n in chain(*map(flipper.turning, shown)) for lever in _moved(flipper, n)}
            assert {question.atom for question in asked} == settling
            for question in dice.sample(asked, min(3, len(asked))):
                lever = next(lever for lever in flipper.space.levers if lever.atoms[0] == question.atom)
                assert any(effect.gives or effect.takes for effect in question.answers)
                for effect in question.answers:
                    after = brute.evaluated(evaluation, {lever: effect.says}).model.true
                    assert set(effect.gives) == (after - evaluation.model.true) & shown
                    assert set(effect.takes) == (evaluation.model.true - after) & shown


def test_an_answer_that_a_disputed_part_makes_a_disputed_share_of_changes_what_it_changes(tmp_path: Path) -> None:
    """Who tells the whole contradicts nobody: the answer was taken for impossible, and said to change nothing."""
    amount: Json = {"number": "tons", "min": 0, "max": 10}
    facts: dict[str, Json] = {
        "part": told(amount=amount),
        "whole": told(amount=amount | {"min": 5}),
        "share": told(much=PERCENT) | {"share_of": {"part": "part", "whole": "whole"}},
        "known": derived(),
        "large": derived(),
    }
    rules = {
        "known": rule([{"whole": {}}], [{"known": {}}]),
        "large": rule([{"share": {"much": {"at_least": "high"}}}], [{"large": {}}]),
    }
    rulebook = all_shown(small_rulebook(tmp_path, facts, rules))
    situation = read_telling(rulebook, tmp_path / "s", Telling([Layer([[{"part": {"amount": n}} for n in (2, 4)]])]))
    assert situation is not None
    evaluation = evaluate(rulebook, situation, engine_named(EngineName.COLUMNS))
    machine = machine_of(evaluation.program)
    asked = questions(Flipper(Space(evaluation, machine, tuple(open_levers(evaluation, machine)))))
    answers = {question.atom.fact: question.answers for question in asked}
    assert [effect.gives for effect in answers["whole"]] == [(Atom("known", ()),)]
    assert {effect.gives for effect in answers["share"]} == {(Atom("large", ()),), ()}


def all_shown(rulebook: Rulebook) -> Rulebook:
    """The rulebook with all its conclusions shown."""
    facts = {name: replace(fact, shown_as=ShownAs.RISK) for name, fact in rulebook.facts.items()}
    return replace(rulebook, facts=facts)


def _moved(flipper: Flipper, number: int) -> list[Lever]:
    return [flipper.space.levers[lever] for lever in flipper.singles[number]]
