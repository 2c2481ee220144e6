"""Which signs of a board hold in one evaluation, on which facts: the same join of conditions that rules have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.advice.evaluate import Evaluation
from dragoman.engines.absence import Absences
from dragoman.engines.likelihoods import by_fact, of_premise
from dragoman.program.forms import Binding, Literal
from dragoman.program.normal import literal
from dragoman.rulebook.board_forms import Sign
from dragoman.rulebook.forms import Atom, Condition, Mode
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.answers import answer
from dragoman.situation.evidence import sort_key
from dragoman.values.kind import Truth


class Premise(NamedTuple):
    """A condition that holds, and of what."""

    literal: Literal
    atom: Atom
    likelihood: Likelihood


class Held(NamedTuple):
    """One way in which a sign holds."""

    sign: Sign
    who: str
    """The pole or the row, whichever its variable is; empty where nobody leads."""
    binding: Binding
    premises: tuple[Premise, ...]


class Signs:
    """Looks at signs in one evaluation."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        self.absences = Absences(evaluation.evidence, by_fact(evaluation.model.true))
        self._literals: dict[int, Literal] = {}

    def holding(self, sign: Sign, binding: Binding, whos: Sequence[str]) -> Iterator[Held]:
        """Each way in which a sign holds under `binding`, for one of `whos` (anything where it is of nobody)."""
        for bound, premises in self.joined(sign.when, binding):
            who = who_of(sign, bound)
            if (not sign.who or who in whos) and not self.is_held_back(sign, bound):
                yield Held(sign, who, bound, premises)

    def joined(self, conditions: Sequence[Condition], binding: Binding) -> list[tuple[Binding, tuple[Premise, ...]]]:
        """Every way in which all of `conditions` hold together; in canonical order."""
        found: list[tuple[Binding, tuple[Premise, ...]]] = [(binding, ())]
        for condition in conditions:
            wanted = self.literal(condition)
            found = [
                (extended, (*premises, premise))
                for bound, premises in found
                for extended, premise in self.matching(wanted, bound)
            ]
        return found

    def is_held_back(self, sign: Sign, binding: Binding) -> bool:
        """Whether something of its `unless` is in the way."""
        return any(self.absences.holds_back(self.literal(condition), binding) for condition in sign.unless)

    def literal(self, condition: Condition) -> Literal:
        """A condition in normal form, made once; the plan keeps it alive."""
        if id(condition) not in self._literals:
            self._literals[id(condition)] = literal(self.evaluation.rulebook, condition)
        return self._literals[id(condition)]

    def matching(self, wanted: Literal, binding: Binding) -> Iterator[tuple[Binding, Premise]]:
        """Each atom of which a condition holds under `binding`, with the bindings that it adds."""
        evidence, of_atom = self.evaluation.evidence, self.evaluation.likelihoods.of_atom
        for atom in self._atoms(wanted):
            for key in wanted.keys(atom.key):
                extended = wanted.matches(key, binding)
                if extended is not None:
                    yield extended, Premise(wanted, atom, of_premise(wanted, atom, evidence, of_atom))

    def _atoms(self, wanted: Literal) -> list[Atom]:
        """All of which the condition holds, whatever its slots want."""
        if wanted.mode is Mode.HOLDS and wanted.fact.value is None:
            return sorted(self.absences.true.get(wanted.fact.name, ()), key=sort_key)
        truth = Truth.FALSE if wanted.mode is Mode.DENIED else Truth.TRUE
        known = self.evaluation.evidence.by_fact.get(wanted.fact.name, ())
        return [one.atom for one in known if answer(wanted.fact, one, wanted.test).truth is truth]


def who_of(sign: Sign, binding: Binding) -> str:
    """The pole or the row that a sign is about."""
    return binding.get(sign.who[1:], "") if sign.who.startswith("$") else sign.who
