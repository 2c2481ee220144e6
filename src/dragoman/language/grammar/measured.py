"""What is measured in one unit, so that the unit need not be said: `temperature 19`, where a slot takes degrees."""

from __future__ import annotations

from dragoman.language.grammar.written import unit_and_rate, unit_stems
from dragoman.language.words.stems import stem
from dragoman.values.quantity import Quantity

_PEOPLE = ("population", "headcount", "workforce", "payroll")
_IN = {
    "degrees": ("temperature", "temperatures", "thermometer"), "metres": ("depth",), "kilometres": ("mileage",), "points": ("score",),
    "students": ("enrolment", "enrollment"), "pupils": ("enrolment", "enrollment"), "members": ("membership",), "passengers": ("ridership",),
    "people": _PEOPLE, "inhabitants": _PEOPLE, "residents": _PEOPLE, "employees": _PEOPLE, "workers": _PEOPLE, "staff": _PEOPLE,
    "readers": ("readership",), "copies": ("circulation",),
}  # fmt: skip
_OF_UNIT = {stem(unit): frozenset(map(stem, nouns)) for unit, nouns in _IN.items()}


def measures(kind: Quantity) -> frozenset[str]:
    """The stems of nouns that say in what a number behind them is measured."""
    nouns, rate = unit_and_rate(unit_stems(kind))
    return _OF_UNIT.get(nouns[0], frozenset()) if nouns and not rate else frozenset()
