"""The smallest situations in which conditions hold: what must be told, and nothing beyond.

    Ground -> Search.ways(conditions) -> facts, facts, ...     the cheapest first, as far as that can be seen

A condition on what can be told is told; one on a conclusion is supported by an instance that concludes it, and that
by what it asks for. Source of the method: resolution by depth-first search with the cheapest clause first, as in
Prolog; `unless` is left to the engine, which tries what comes out (generate and test).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from dragoman.coverage.telling import UNTOLD, Facts, Teller
from dragoman.program.forms import Binding, Literal
from dragoman.program.ground import Ground, Instance
from dragoman.rulebook.forms import Atom, Blank, Key, Mode, Origin, Variable
from dragoman.values.kind import Truth

Goal = tuple[Literal, Atom]
"""A condition, and the atom of which it is to hold."""

_WANTED = {
    Mode.HOLDS: (Truth.TRUE,),
    Mode.DENIED: (Truth.FALSE,),
    Mode.ABSENT: (Truth.TRUE, Truth.DISPUTED),
    Mode.NOT_TOLD: (Truth.TRUE, Truth.DISPUTED),
    Mode.NOT_DENIED: (Truth.FALSE, Truth.DISPUTED),
}
"""What makes a condition hold; of `unless`, what makes it hold its rule back."""
_CONCLUDED = frozenset({Mode.HOLDS, Mode.ABSENT})


class Search:
    """Finds situations for the conditions of one ground program."""

    def __init__(self, ground: Ground, teller: Teller) -> None:
        self.ground, self.teller = ground, teller
        self._giving: dict[Atom, list[tuple[int, Instance]]] = {}
        """The instances that conclude an atom, each with its price, cheapest first."""
        for instance in ground.instances:
            price = self.price(instance)
            for number in instance.then:
                self._giving.setdefault(ground.propositions[number].atom, []).append((price, instance))
        for found in self._giving.values():
            found.sort(key=lambda priced: priced[0])

    def goals(self, instance: Instance) -> list[Goal]:
        """The conditions of an instance's `when`, each with its atom."""
        rule = self.ground.program.rules[instance.rule]
        return [(lit, self.ground.atom(number)) for lit, number in zip(rule.when, instance.when, strict=True)]

    def price(self, instance: Instance) -> int:
        """How many facts it takes to make an instance fire, if none serves two of its conditions."""
        return sum(self._price(literal, atom) for literal, atom in self.goals(instance))

    def _price(self, literal: Literal, atom: Atom) -> int:
        if can_be_told(literal):
            return 1
        return min((price for price, _ in self._giving.get(atom, ())), default=0)

    def ways(self, goals: Sequence[Goal], facts: Facts) -> Iterator[Facts]:
        """What can be told beyond `facts` so that all `goals` hold, as far as no `unless` comes between."""
        if not goals:
            yield facts
            return
        for wider in self._ways_to(*goals[0], facts):
            yield from self.ways(goals[1:], wider)

    def _ways_to(self, literal: Literal, atom: Atom, facts: Facts) -> Iterator[Facts]:
        told = facts.get(atom, UNTOLD)
        if can_be_told(literal) and self.teller.truth(literal, atom, told) in _WANTED[literal.mode]:
            yield facts
            return
        if told:
            return
        if can_be_told(literal):
            for telling in self.teller.tellings(literal):
                if self.teller.truth(literal, atom, telling) in _WANTED[literal.mode]:
                    yield {**facts, atom: telling}
        if literal.mode in _CONCLUDED:
            for _, instance in self._giving.get(atom, ()):
                yield from self.ways(self.goals(instance), facts)

    def atoms(self, literal: Literal, binding: Binding) -> Iterator[Atom]:
        """The atoms that a condition can speak of under `binding`: what is concluded, then what can be told."""
        fact = literal.fact
        if literal.mode in _CONCLUDED:
            for atom in self._giving:
                readings = literal.keys(atom.key) if atom.fact == fact.name else ()
                if any(literal.matches(key, binding) is not None for key in readings):
                    yield atom
        if can_be_told(literal):
            choices = [
                sorted(slot.kind.domain(self.ground.program.entities)) if term is Blank.ANY else [_value(term, binding)]
                for slot, term in zip(fact.keys, literal.terms, strict=True)
            ]
            keys: Iterator[Key] = product(*choices)
            yield from (Atom(fact.name, fact.canonical(key)) for key in keys if not fact.is_with_itself(key))


def can_be_told(literal: Literal) -> bool:
    """Whether a fact of this type can be told."""
    return literal.fact.origin is not Origin.DERIVED


def _value(term: str | Variable | Blank, binding: Binding) -> str | None:
    if isinstance(term, Variable):
        return binding[term.name]
    return term if isinstance(term, str) else None
