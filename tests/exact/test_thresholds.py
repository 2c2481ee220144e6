"""Thresholds and sources: every stretch of values, every source, against the rulebook evaluated anew."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from random import Random

from hypothesis import given

from dragoman.advice.evaluate import Evaluation, evaluate
from dragoman.engines.names import EngineName
from dragoman.engines.select import engine_named
from dragoman.errors import RulebookError
from dragoman.exact.levers import levers_of
from dragoman.exact.machine import machine_of
from dragoman.exact.sources import sources
from dragoman.exact.space import Space
from dragoman.exact.thresholds import Stretch, threshold_ranges
from dragoman.rulebook.forms import Atom, Rulebook
from dragoman.rulebook.load import with_parameters
from dragoman.values.quantity import FINEST
from tests.exact import brute
from tests.exact.test_robust import all_shown
from tests.properties.strategies import examples, seeds, trials
from tests.properties.tellings import Telling
from tests.properties.test_engines_agree import evaluated
from tests.properties.worlds import World


@examples(divisor=3)
@given(trials(situations=2), seeds)
def test_every_value_of_a_stretch_gives_the_advice_that_it_says(
    trial: tuple[World, list[Telling]], dice: Random
) -> None:
    """And the stretches of a parameter follow one another without a gap."""
    with evaluated(*trial) as found:
        for one in filter(None, found):
            rulebook = all_shown(one[0])
            evaluation = evaluate(rulebook, one[1], engine_named(EngineName.COLUMNS))
            shown = set(machine_of(evaluation.program).output)
            ranges = {ranges.parameter.name: ranges.stretches for ranges in threshold_ranges(evaluation)}
            for name in rulebook.parameters:
                stretches = ranges.get(name, (Stretch(None, None, False, False, (), ()),))
                for one_stretch, following in pairwise(stretches):
                    assert one_stretch.high == following.low
                    assert one_stretch.holds_high != following.holds_low
                for stretch in stretches:
                    for value in values_in(stretch, dice):
                        after = with_value(rulebook, evaluation, name, value)
                        if after is not None:
                            assert set(stretch.takes) == (evaluation.model.true - after) & shown, (name, value)
                            assert set(stretch.gives) == (after - evaluation.model.true) & shown, (name, value)


def values_in(stretch: Stretch, dice: Random) -> Iterator[Decimal]:
    """The ends as far as they belong to it, what lies just inside, and something between."""
    low, high = stretch.low, stretch.high
    tried = [low, low + FINEST, low + 1] if low is not None else [Decimal(dice.randrange(100))]
    tried += [high, high - FINEST, high - 1] if high is not None else []
    if low is not None and high is not None:
        tried += [(low + high) / 2, low + (high - low) * Decimal(dice.randrange(1, 100)) / 100]
    yield from (value for value in tried if is_in(stretch, value))


def is_in(stretch: Stretch, value: Decimal) -> bool:
    above = stretch.low is None or stretch.low < value or (stretch.holds_low and stretch.low == value)
    below = stretch.high is None or value < stretch.high or (stretch.holds_high and stretch.high == value)
    return above and below


def with_value(rulebook: Rulebook, evaluation: Evaluation, name: str, value: Decimal) -> frozenset[Atom] | None:
    """What is true with another value of a parameter; None if it cannot have that value."""
    try:
        other = with_parameters(rulebook, {name: value})
    except RulebookError:
        return None
    return evaluate(other, evaluation.situation, engine_named(EngineName.COLUMNS)).model.true


@examples(divisor=3)
@given(trials(situations=2))
def test_what_hangs_on_a_source_goes_with_it(trial: tuple[World, list[Telling]]) -> None:
    """As if it had never said a word; and no statement is left out or counted for two sources."""
    with evaluated(*trial) as found:
        for one in filter(None, found):
            evaluation = evaluate(all_shown(one[0]), one[1], engine_named(EngineName.COLUMNS))
            machine = machine_of(evaluation.program)
            levers = [lever for lever in levers_of(evaluation, machine) if not lever.is_new]
            checks = sources(Space(evaluation, machine, levers))
            told = [said for check in checks for said in check.statements]
            assert sorted(map(str, told)) == sorted(str(lever.said) for lever in levers)
            for check in checks:
                gone = {lever: None for lever in levers if lever.said in check.statements}
                after = brute.evaluated(evaluation, dict(gone))
                if not brute.newly_disputed(evaluation, after):
                    shown = set(machine.output)
                    assert set(check.withdrawn.takes) == (evaluation.model.true - after.model.true) & shown
                    assert set(check.withdrawn.gives) == (after.model.true - evaluation.model.true) & shown
