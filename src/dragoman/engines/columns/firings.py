"""The firings that a ground program can come to: numbered in canonical order, made when first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from dragoman.engines.model import Firing, Status
from dragoman.program.ground import Ground
from dragoman.situation.evidence import sort_key

K = TypeVar("K")

STATUSES = (Status.GIVES, Status.CONFIRMS, Status.OVERRULED, Status.HELD_BACK)
"""By the state of the conclusion (:mod:`dragoman.engines.columns.told`)."""


class Firings:
    """The firings of one ground program."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        pairs = ((place, number) for place, instance in enumerate(ground.instances) for number in instance.then)
        self.order = sorted(pairs, key=_canonical(ground))
        """Of each firing, the place of its instance and the proposition that it concludes."""
        self.gives = _Made[int](lambda number: self._make(number, 0))
        """By number, the firing as it is where nothing was told of its conclusion."""
        self.others = _Made[tuple[int, int]](lambda key: self._make(*key))
        """By number and the state of the conclusion."""

    def _make(self, number: int, state: int) -> Firing:
        place, proposition = self.order[number]
        instance, ground = self._ground.instances[place], self._ground
        rule = ground.program.rules[instance.rule]
        return Firing(
            rule=rule.id,
            level=rule.level,
            conclusion=ground.propositions[proposition].atom,
            bindings=tuple(zip(rule.variables, instance.values, strict=True)),
            premises=tuple(ground.atom(literal) for literal in instance.when),
            status=STATUSES[state],
        )


class _Made(dict[K, Firing]):
    """Firings by some key, each made when it is first asked for."""

    def __init__(self, make: Callable[[K], Firing]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> Firing:
        return self.setdefault(key, self._make(key))


def _canonical(ground: Ground) -> Callable[[tuple[int, int]], tuple[object, ...]]:
    """`Firing.order` with numbers in the place of rules and atoms, since a great many are sorted."""
    atoms = sorted({proposition.atom for proposition in ground.propositions}, key=sort_key)
    ranks = {atom: rank for rank, atom in enumerate(atoms)}
    of_proposition = [ranks[proposition.atom] for proposition in ground.propositions]
    of_literal = [of_proposition[literal.proposition] for literal in ground.literals]

    def order(pair: tuple[int, int]) -> tuple[object, ...]:
        instance = ground.instances[pair[0]]
        return instance.rule, of_proposition[pair[1]], instance.values, [of_literal[n] for n in instance.when]

    return order
