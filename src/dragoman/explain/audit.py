"""The audit: every firing in order, with all that stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.advice.evaluate import Evaluation
from dragoman.advice.firing_wording import FiringWording
from dragoman.advice.forms import SlotValue
from dragoman.engines.model import Firing
from dragoman.form import form
from dragoman.rulebook.forms import Atom
from dragoman.rulebook.likelihood import Likelihood


@form
class Premise:
    """One premise of a firing."""

    sentence: str
    atom: Atom
    slots: tuple[SlotValue, ...]
    """The key of the atom with the names of its slots."""
    likelihood: Likelihood
    origin: str
    """`told`, `concluded by` and the number of the firing that gives it best, or what it was `reckoned from`."""


@form
class Entry:
    """One firing as a record."""

    number: int
    """Its place in the canonical order, from 1."""
    firing: Firing
    bindings: tuple[tuple[str, str], ...]
    conclusion: str
    slots: tuple[SlotValue, ...]
    """The key of the conclusion with the names of its slots."""
    because: str
    premises: tuple[Premise, ...]
    assumed: tuple[str, ...]
    claims: tuple[str, ...]
    at: tuple[str, ...]
    likelihood: Likelihood
    strength: Likelihood
    engine: str
    beyond_report: bool


def audit(evaluation: Evaluation, rule: str | None = None) -> tuple[Entry, ...]:
    """Every firing of an evaluation in canonical order; with `rule`, the firings of that rule only.

    A firing keeps its number in the whole record.
    """
    return tuple(_Record(evaluation).entries(rule))


class _Record:
    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        self.words = FiringWording(evaluation)
        self.numbers = {firing: number for number, firing in enumerate(evaluation.model.firings, start=1)}

    def entries(self, rule: str | None) -> Iterator[Entry]:
        for firing in self.evaluation.model.firings:
            if rule is None or firing.rule == rule:
                yield self._entry(firing)

    def _entry(self, firing: Firing) -> Entry:
        evaluation, support = self.evaluation, self.words.support
        rule = evaluation.rulebook.rules[firing.rule]
        return Entry(
            number=self.numbers[firing],
            firing=firing,
            bindings=firing.bindings,
            conclusion=self.words.voices.atom(firing.conclusion, None),
            slots=self.words.voices.slots(firing.conclusion),
            because=self.words.because(firing),
            premises=tuple(
                Premise(self._sentence(atom), atom, self.words.voices.slots(atom), likelihood, self._origin(atom))
                for _, atom, likelihood in support.premises(firing)
            ),
            assumed=tuple(self.words.assumption(assumed).sentence for assumed in support.assumed(firing)),
            claims=rule.claims,
            at=self.words.locators(rule.id),
            likelihood=evaluation.likelihoods.of_firing[firing],
            strength=rule.strength,
            engine=evaluation.model.engine,
            beyond_report=rule.beyond_report,
        )

    def _sentence(self, atom: Atom) -> str:
        known = self.evaluation.evidence.of(atom)
        voices = self.words.voices
        return voices.known(known) if known is not None and known.firm else voices.atom(atom, known)

    def _origin(self, atom: Atom) -> str:
        giving = self.words.support.giving(atom)
        if giving:
            return f"concluded by {self.numbers[giving[0]]}"
        known = self.evaluation.evidence.of(atom)
        if known is not None and known.reckoned_from:
            halves = (f"{self._sentence(half)} ({self._origin(half)})" for half in known.reckoned_from)
            return f"reckoned from: {'; '.join(halves)}"
        places = [self.words.voices.where(statement.said) for statement in known.firm] if known else []
        return f"told {'by' if known and known.firm[0].said.words else 'at'} {', '.join(places)}" if places else "told"
