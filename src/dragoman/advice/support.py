"""What stands behind a conclusion: its best derivation, down to what was told.

Of several derivations the best is the likeliest, then the one with the fewest assumptions, then the
first in canonical order. Since a derivation is as likely as its weakest part, the best derivation
of every premise makes the best proof of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dragoman.advice.evaluate import Evaluation
from dragoman.engines.absence import Absences
from dragoman.engines.likelihoods import by_fact, of_premise, told_absences
from dragoman.engines.model import Firing, Status
from dragoman.program.forms import Literal, ProgramRule
from dragoman.rulebook.forms import Atom, Mode
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.evidence import Known
from dragoman.situation.forms import Statement
from dragoman.values.kind import Truth


@dataclass(frozen=True, slots=True)
class Assumed:
    """An `unless` that holds because nobody said, or no rule concluded, the contrary."""

    literal: Literal
    bindings: tuple[tuple[str, str], ...]
    doubtful: tuple[Statement, ...]
    """What was said to the contrary, but not firmly enough to count."""


@dataclass(frozen=True, slots=True)
class Link:
    """One part of a proof that can be weak: a told fact, or a rule."""

    likelihood: Likelihood
    atom: Atom | None
    """The told fact."""
    rule: str
    """The rule, where it is one."""
    grade: str
    """Of the best source of a told fact that could be judged, or empty: the best counts, as it does for likelihoods."""


class Support:
    """The derivations of one evaluation, best first.

    Proofs share their parts, so what was found out about an atom or a firing is kept.
    """

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        self.absences = Absences(evaluation.evidence, by_fact(evaluation.model.true))
        self._rules = {rule.id: rule for rule in evaluation.program.rules}
        self._premises: dict[Firing, tuple[tuple[Literal, Atom, Likelihood], ...]] = {}
        self._assumed: dict[Firing, tuple[Assumed, ...]] = {}
        self._proofs: dict[Atom, tuple[Firing, ...]] = {}

    @cached_property
    def by_conclusion(self) -> dict[Atom, tuple[Firing, ...]]:
        """The firings of each conclusion, best first, whatever their status."""
        found: dict[Atom, list[Firing]] = {}
        for firing in self.evaluation.model.firings:
            found.setdefault(firing.conclusion, []).append(firing)
        for firings in found.values():
            if len(firings) > 1:
                firings.sort(key=self._rank)
        return {atom: tuple(firings) for atom, firings in found.items()}

    @cached_property
    def _giving(self) -> dict[Atom, tuple[Firing, ...]]:
        given = {
            atom: tuple(firing for firing in firings if firing.status is Status.GIVES)
            for atom, firings in self.by_conclusion.items()
        }
        return {atom: firings for atom, firings in given.items() if firings}

    def _rank(self, firing: Firing) -> tuple[object, ...]:
        return -self.evaluation.likelihoods.of_firing[firing], len(self.assumed(firing)), firing.order

    def rule(self, firing: Firing) -> ProgramRule:
        """The rule that fired."""
        return self._rules[firing.rule]

    def giving(self, atom: Atom) -> tuple[Firing, ...]:
        """The firings that give `atom`, best first; empty for what was told."""
        return self._giving.get(atom, ())

    def known(self, atom: Atom) -> Known | None:
        """What was told of `atom`."""
        return self.evaluation.evidence.of(atom)

    def premises(self, firing: Firing) -> tuple[tuple[Literal, Atom, Likelihood], ...]:
        """The premises of a firing with how likely each is: those of `when`, then the told absences."""
        if firing not in self._premises:
            rule, of_atom = self.rule(firing), self.evaluation.likelihoods.of_atom
            when = (
                (literal, atom, of_premise(literal, atom, self.evaluation.evidence, of_atom))
                for literal, atom in zip(rule.when, firing.premises, strict=True)
            )
            self._premises[firing] = (*when, *told_absences(rule, firing, self.absences))
        return self._premises[firing]

    def assumed(self, firing: Firing) -> tuple[Assumed, ...]:
        """What the firing takes as absent without being told."""
        rule = self.rule(firing)
        if rule.unless and firing not in self._assumed:
            self._assumed[firing] = self._assumed_by(rule, firing)
        return self._assumed[firing] if rule.unless else ()

    def _assumed_by(self, rule: ProgramRule, firing: Firing) -> tuple[Assumed, ...]:
        told = {id(literal) for literal, _, _ in told_absences(rule, firing, self.absences)}
        return tuple(
            Assumed(literal, firing.bindings, self._doubtful(literal, dict(firing.bindings)))
            for literal in rule.unless
            if id(literal) not in told
        )

    def _doubtful(self, literal: Literal, binding: dict[str, str]) -> tuple[Statement, ...]:
        wanted = literal.mode is not Mode.NOT_DENIED
        found: list[Statement] = []
        for atom, answer in self.absences.told(literal, binding):
            known = self.known(atom)
            if known and answer.truth is Truth.UNKNOWN:
                found.extend(s for s in known.doubtful if s.said.holds is wanted)
        return tuple(found)

    def best_proof(self, atom: Atom) -> tuple[Firing, ...]:
        """The firings of the best proof of `atom`, conclusions before premises, each once."""
        if atom not in self._proofs:
            self._proofs[atom] = tuple(self._best_proof(atom))
        return self._proofs[atom]

    def _best_proof(self, atom: Atom) -> Iterator[Firing]:
        waiting, seen = [atom], {atom}
        while waiting:
            giving = self.giving(waiting.pop())
            if not giving:
                continue
            yield giving[0]
            for literal, premise, _ in self.premises(giving[0]):
                if premise not in seen and literal.mode is Mode.HOLDS:
                    seen.add(premise)
                    waiting.append(premise)

    def weakest(self, atom: Atom) -> Link | None:
        """The weakest part of the best proof: the least likely, then the worst source; None if all is plain."""
        links = list(self._links(atom))
        if not links:
            return None
        lowest = min(link.likelihood for link in links)
        candidates = [link for link in links if link.likelihood == lowest]
        graded = [link for link in candidates if link.grade]
        if graded:
            return max(graded, key=lambda link: link.grade)
        return None if lowest is Likelihood.UNHEDGED else candidates[0]

    def _links(self, atom: Atom) -> Iterator[Link]:
        if not self.giving(atom):
            yield Link(self.evaluation.likelihoods.of_atom[atom], atom, "", self._grade(atom))
        for firing in self.best_proof(atom):
            yield Link(self.rule(firing).strength, None, firing.rule, "")
            for literal, premise, likelihood in self.premises(firing):
                if literal.mode is not Mode.HOLDS or not self.giving(premise):
                    yield Link(likelihood, premise, "", self._grade(premise))

    def _grade(self, atom: Atom) -> str:
        known = self.known(atom)
        sources = [s.said.source for s in known.firm if s.said.source] if known else []
        return min((source.grade for source in sources if _judged(source.grade)), default="")


def _judged(grade: str) -> bool:
    """Whether the source could be judged: F and 6 say that it cannot, which is no rank."""
    return bool(grade) and grade[0] != "F" and grade[1] != "6"
