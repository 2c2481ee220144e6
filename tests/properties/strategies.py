"""The generators as hypothesis strategies, and the settings that the property tests share."""

from __future__ import annotations

from random import Random
from typing import TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from tests.properties.tellings import Layer, Telling, random_telling
from tests.properties.worlds import World, random_world

T = TypeVar("T")

seeds: st.SearchStrategy[Random] = st.integers(0, 2**32 - 1).map(Random)

MOST_IN_ONE_PROCESS = 300
"""Rulebooks: each one loaded costs 2.75 MB for ever. More than these run in processes of their own."""


@st.composite
def trials(draw: st.DrawFn, situations: int = 5) -> tuple[World, list[Telling]]:
    """A rulebook and situations for it: made from a seed, then thinned out, which is what shrinks a failure."""

    def kept(items: list[T]) -> list[T]:
        return [item for item in items if draw(st.integers(0, 19))]

    dice = draw(seeds)
    world = random_world(dice)
    tellings = [random_telling(dice, world) for _ in range(situations)]
    world.rules = [rule | {"unless": kept(rule.get("unless", []))} for rule in kept(world.rules)]
    tellings = kept(tellings)
    for telling in tellings:
        layers = [Layer([kept(file) for file in layer.files], layer.forget, layer.as_of) for layer in telling.layers]
        telling.layers = [layer for layer in layers[:-1] if layer.files[0]] + layers[-1:]
        telling.chat = kept(telling.chat)
    return world, tellings


def examples(divisor: int = 1) -> settings:
    """The examples of the profile, or a part of them, as far as one process can hold the rulebooks."""
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
    number = min(settings().max_examples, MOST_IN_ONE_PROCESS) // divisor
    return settings(max_examples=number, suppress_health_check=slow)
