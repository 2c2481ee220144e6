"""What holds in one evaluated situation: a rule's conditions, one by one, in place of the whole rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from dragoman.engines.absence import Absences
from dragoman.engines.likelihoods import by_fact
from dragoman.program.forms import Binding, Literal
from dragoman.rulebook.forms import Atom, Mode
from dragoman.situation.answers import answer
from dragoman.situation.evidence import Evidence
from dragoman.values.kind import Truth


class Matching:
    """Answers what holds, given what was told and what is true."""

    def __init__(self, evidence: Evidence, true: frozenset[Atom]) -> None:
        self.evidence = evidence
        self.true = by_fact(true)
        self.absences = Absences(evidence, self.true)
        self._held: dict[tuple[object, ...], list[Atom]] = {}

    def bindings(self, when: Sequence[Literal], binding: Binding) -> Iterator[tuple[Binding, tuple[Atom, ...]]]:
        """Every way to satisfy `when`, extending `binding`, with the atoms that do."""
        if not when:
            yield binding, ()
            return
        for atom, wider in self.matches(when[0], binding):
            for whole, atoms in self.bindings(when[1:], wider):
                yield whole, (atom, *atoms)

    def matches(self, literal: Literal, binding: Binding) -> Iterator[tuple[Atom, Binding]]:
        """The atoms that a condition of `when` holds of."""
        for atom in self._atoms(literal):
            for key in literal.keys(atom.key):
                wider = literal.matches(key, binding)
                if wider is not None:
                    yield atom, wider

    def holds(self, literal: Literal, binding: Binding) -> bool:
        """Whether a condition of `when` holds of anything."""
        return next(self.matches(literal, binding), None) is not None

    def holds_back(self, literal: Literal, binding: Binding) -> bool:
        """Whether a condition of `unless` holds a rule back."""
        return self.absences.holds_back(literal, binding)

    def _atoms(self, literal: Literal) -> list[Atom]:
        if literal.mode is Mode.HOLDS and literal.fact.value is None:
            return list(self.true.get(literal.fact.name, ()))
        condition = literal.mode, literal.fact.name, literal.test
        if condition not in self._held:
            wanted = Truth.TRUE if literal.mode is Mode.HOLDS else Truth.FALSE
            known = self.evidence.by_fact.get(literal.fact.name, ())
            self._held[condition] = [k.atom for k in known if answer(literal.fact, k, literal.test).truth is wanted]
        return self._held[condition]


def completed(binding: Binding, variables: Sequence[str], ranges: Mapping[str, Sequence[str]]) -> Iterator[Binding]:
    """`binding` with every value of the variables that it leaves open."""
    left = [name for name in variables if name not in binding]
    for values in product(*(ranges[name] for name in left)):
        yield {**binding, **dict(zip(left, values, strict=True))}
