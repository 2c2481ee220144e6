"""Rules in normal form: thresholds are numbers, everything is ordered, words are gone."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.form import form
from dragoman.rulebook.forms import Atom, Blank, FactType, Key, Mode, Term, Variable
from dragoman.rulebook.likelihood import Likelihood
from dragoman.values.entity import Entity
from dragoman.values.kind import Test

Binding = Mapping[str, str]
"""Variable to value."""


@form
class Literal:
    """A condition: a fact type, a term for each key slot, and a test on the value slot."""

    mode: Mode
    fact: FactType
    terms: tuple[Term, ...]
    test: Test | None

    def matches(self, key: Key, binding: Binding) -> dict[str, str] | None:
        """The bindings under which the terms are `key`, extending `binding`; None if they are not.

        A variable does not match a missing optional slot.
        """
        found = dict(binding)
        for term, value in zip(self.terms, key, strict=True):
            if isinstance(term, Variable):
                if value is None or found.setdefault(term.name, value) != value:
                    return None
            elif term is not Blank.ANY and value != (None if term is Blank.MISSING else term):
                return None
        return found

    def atom(self, binding: Binding) -> Atom | None:
        """The atom under `binding`, or None where a slot may be anything."""
        key = instantiate(self.terms, binding)
        return None if key is None else Atom(self.fact.name, self.fact.canonical(key))

    def keys(self, key: Key) -> tuple[Key, ...]:
        """The ways to read a known key: two for a symmetric fact."""
        return (key,) if self.fact.symmetric is None else tuple(dict.fromkeys(self.fact.readings(key)))


@form
class Conclusion:
    """A fact that a rule concludes."""

    fact: FactType
    terms: tuple[Term, ...]

    def atom(self, binding: Binding) -> Atom:
        """The atom under `binding`, which binds all its variables."""
        key = instantiate(self.terms, binding)
        if key is None:
            raise ValueError(f"a conclusion of '{self.fact.name}' leaves a slot open")
        return Atom(self.fact.name, self.fact.canonical(key))


@form
class ProgramRule:
    """One rule in normal form."""

    id: str
    level: int
    when: tuple[Literal, ...]
    unless: tuple[Literal, ...]
    then: tuple[Conclusion, ...]
    strength: Likelihood
    variables: tuple[str, ...]
    """All variables of `when`, sorted: the order of a firing's bindings."""


@form
class Program:
    """All rules of a rulebook, by level and id."""

    rules: tuple[ProgramRule, ...]
    facts: Mapping[str, FactType]
    entities: Mapping[str, Entity]
    """The closed world: all that can stand in a slot for entities."""
    digest: str
    """Of the rulebook and of the thresholds set for this run."""

    @property
    def levels(self) -> tuple[int, ...]:
        """The levels that have rules, ascending."""
        return tuple(sorted({rule.level for rule in self.rules}))


def instantiate(terms: tuple[Term, ...], binding: Binding) -> Key | None:
    """The key under `binding`; None where a slot may be anything."""
    key: list[str | None] = []
    for term in terms:
        if isinstance(term, str):
            key.append(term)
        elif isinstance(term, Variable):
            key.append(binding[term.name])
        elif term is Blank.MISSING:
            key.append(None)
        else:
            return None
    return tuple(key)
