"""What advice is kept to: whom it is for, and what speaks of nobody else whom advice could be for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.rulebook.forms import Atom, Rulebook
from dragoman.rulebook.lookup import takes_a_target, targets

if TYPE_CHECKING:
    from dragoman.advice.evaluate import Evaluation


class Scope:
    """What one advice speaks of."""

    def __init__(self, rulebook: Rulebook, kept_to: tuple[str, ...] = ()) -> None:
        """`kept_to` are names of targets (:func:`dragoman.rulebook.lookup.targets`); without any everything is kept."""
        self.rulebook, self.kept_to = rulebook, frozenset(kept_to)
        self._targets = frozenset(targets(rulebook)) if kept_to else frozenset()
        self._positions: dict[str, tuple[int, ...]] = {}

    def holds(self, atom: Atom) -> bool:
        """Whether an atom is about one of those that advice is kept to, or about nobody whom it could be kept to.

        A recommendation is about its target alone; anything else about all in it that a recommendation could be for.
        """
        if not self.kept_to:
            return True
        if atom.fact not in self._positions:
            self._positions[atom.fact] = tuple(self._speaking(atom.fact))
        about = {one for position in self._positions[atom.fact] for one in self._meant(atom.key[position])}
        return not about or not about.isdisjoint(self.kept_to)

    def _speaking(self, fact: str) -> Iterator[int]:
        """The positions of the key slots that say whom atoms of the type are about."""
        recommendation = self.rulebook.recommendations.get(fact)
        for position, slot in enumerate(self.rulebook.facts[fact].keys):
            is_meant = slot.name == recommendation.target if recommendation else takes_a_target(self.rulebook, slot)
            if is_meant:
                yield position

    def _meant(self, value: str | None) -> frozenset[str]:
        """The targets that a value stands for: itself, or those in it if it is a group."""
        if value in self._targets:
            return frozenset({value})
        entity = self.rulebook.entities.get(value or "")
        return self._targets.intersection(entity.members) if entity else frozenset()


def spoken_of(evaluation: Evaluation) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those whom a recommendation could be for: of whom something was told or is advised, and of whom nothing is.

    Where nothing was told of anybody, all are among the first: a question about all is then a question about each.
    """
    rulebook = evaluation.rulebook
    advised = (atom for atom in evaluation.model.true if atom.fact in rulebook.recommendations)
    named = {value for atom in (*evaluation.evidence.told, *advised) for value in atom.key if value is not None}
    everybody = targets(rulebook)
    left = tuple(name for name in everybody if name in rulebook.entities and name not in named)
    told = tuple(name for name in everybody if name not in left)
    return (told, left) if told else (everybody, ())
