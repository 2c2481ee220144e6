"""Which fact types a part of a line fills: all their slots stand there, and nobody is left over.

Who and what is named says much by itself: a person and a painting fit two types of a museum's thirty, whatever the words
between them. The fewer types a line fits, the likelier each of them is.
"""

from __future__ import annotations

from typing import NamedTuple

from dragoman.language.grammar.grammar import Grammar
from dragoman.language.grammar.phrases import Phrase
from dragoman.language.grammar.shapes import Shape
from dragoman.language.offering.filling import Filler
from dragoman.rulebook.forms import FactType
from dragoman.values.entity import Entities

_ALL = 0.2
"""What a type counts that is the only one."""
NO_WORDS = Shape(())
"""That of no phrase: slots in the order of the type."""


class Fitting(NamedTuple):
    """A type that a line fills."""

    phrase: Phrase
    """One without words."""
    values: dict[str, str]
    part: float
    """What it counts."""


class Fitter:
    """Looks for such types of one grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self._types = [
            (fact, _who(fact), [slot for slot in fact.slots if not getattr(slot, "optional", False)], _wordless(fact))
            for fact in grammar.told.values()
            if fact.slots
        ]

    def fittings(self, filler: Filler) -> dict[str, Fitting]:
        """Those that a part of a line fills, by name."""
        most = len(filler.names)
        found = [
            (phrase, filled.values)
            for fact, who, needed, phrase in self._types
            if who <= most
            and all(map(filler.can_have, needed))
            and (filled := filler.filled(fact, phrase, NO_WORDS)).fit == 1.0
        ]
        return {phrase.fact: Fitting(phrase, values, _ALL / len(found)) for phrase, values in found}


def _who(fact: FactType) -> int:
    """How many must be named."""
    return sum(isinstance(slot.kind, Entities) and not slot.optional for slot in fact.keys)


def _wordless(fact: FactType) -> Phrase:
    return Phrase(fact.name, "", True, (), fact.place, is_own=False)
