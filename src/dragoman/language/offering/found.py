"""What a search finds, and its finds in their order, each made when somebody looks at it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from dragoman.language.grammar.phrases import Phrase
from dragoman.language.offering.filling import Filler
from dragoman.rulebook.forms import FactType


class Found(NamedTuple):
    """A fact type that may be meant."""

    fact: FactType
    values: dict[str, str]
    """The slots that could be filled."""
    score: float
    holds: bool
    phrase: Phrase
    shared: int
    """How many of its words are those of the phrase."""
    filler: Filler
    """What it was filled from."""
    fitting: float = 0.0
    """What of the score it owes to who and what is named (:mod:`dragoman.language.offering.fitting`)."""
    negates: bool = False
    """Whether the phrase has a negation of its own."""


class Ranking(Iterable[Found]):
    """What was found, the likeliest first; each is looked into when somebody asks for it."""

    def __init__(self, rest: Iterator[Found]) -> None:
        self._rest = rest
        self._found: list[Found] = []

    def has(self, number: int) -> bool:
        """Whether more than so many were found."""
        self._found.extend(islice(self._rest, max(0, number + 1 - len(self._found))))
        return number < len(self._found)

    def __bool__(self) -> bool:
        return self.has(0)

    def __getitem__(self, number: int) -> Found:
        if not self.has(number):
            raise IndexError(number)
        return self._found[number]

    def __iter__(self) -> Iterator[Found]:
        number = 0
        while self.has(number):
            yield self._found[number]
            number += 1
