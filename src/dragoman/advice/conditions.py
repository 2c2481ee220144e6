"""The atoms of which a condition of the rulebook holds in an evaluation, beside those that fired a rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.advice.evaluate import Evaluation
from dragoman.advice.support import Support
from dragoman.program.forms import Literal
from dragoman.program.normal import literal
from dragoman.rulebook.forms import Atom, Condition, Mode
from dragoman.situation.answers import answer
from dragoman.situation.evidence import Known, sort_key
from dragoman.values.kind import Truth


class Conditions:
    """Finds what holds of conditions; a condition is brought into normal form once."""

    def __init__(self, evaluation: Evaluation, support: Support) -> None:
        self.evaluation, self.support = evaluation, support
        self._literals: dict[int, Literal] = {}

    def holding(self, condition: Condition, binding: Mapping[str, str]) -> Iterator[Atom]:
        """The atoms of which a condition of `when` or `tempered_by` holds, told or concluded; in canonical order."""
        wanted = self._literal(condition)
        if condition.mode is Mode.HOLDS and wanted.fact.value is None:
            yield from sorted(self.support.absences.concluded(wanted, binding), key=sort_key)
        else:
            yield from self.told(condition, binding)

    def told(self, condition: Condition, binding: Mapping[str, str]) -> Iterator[Atom]:
        """The atoms of which a condition holds by what was told alone."""
        literal = self._literal(condition)
        wanted = Truth.FALSE if condition.mode is Mode.DENIED else Truth.TRUE
        for known in self.spoken_of(condition, binding):
            if answer(literal.fact, known, literal.test).truth is wanted:
                yield known.atom

    def spoken_of(self, condition: Condition, binding: Mapping[str, str]) -> Iterator[Known]:
        """What is known of the atoms that a condition speaks of, whether it holds of them or not."""
        literal = self._literal(condition)
        for known in self.evaluation.evidence.by_fact.get(literal.fact.name, ()):
            if any(literal.matches(key, binding) is not None for key in literal.keys(known.atom.key)):
                yield known

    def _literal(self, condition: Condition) -> Literal:
        if id(condition) not in self._literals:  # the rulebook keeps it alive
            self._literals[id(condition)] = literal(self.evaluation.rulebook, condition)
        return self._literals[id(condition)]
