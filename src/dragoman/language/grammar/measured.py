"""What is measured in one unit, so that the unit need not be said: `temperature 19`, where a slot takes degrees."""

from __future__ import annotations

from dragoman.language.grammar.written import unit_and_rate, unit_stems
from dragoman.language.words.stems import stem
from dragoman.values.quantity import Quantity

_IN = {"degrees": ("temperature", "temperatures", "thermometer"), "metres": ("depth",), "kilometres": ("mileage",)}
_BY_NOUN = {stem(noun): stem(unit) for unit, nouns in _IN.items() for noun in nouns}


def measures(kind: Quantity) -> frozenset[str]:
    """The stems of nouns that say in what a number behind them is measured."""
    nouns, _ = unit_and_rate(unit_stems(kind))
    return frozenset(noun for noun, unit in _BY_NOUN.items() if nouns and unit == nouns[0])
