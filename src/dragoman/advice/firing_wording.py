"""Firings and conclusions as they are shown; advice, proofs and audits all speak through it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dragoman.advice.conditions import Conditions
from dragoman.advice.evaluate import Evaluation
from dragoman.advice.forms import AssumptionKind, Weakest
from dragoman.advice.statement_wording import source_words, wording_of
from dragoman.advice.support import Assumed, Support
from dragoman.engines.model import Firing
from dragoman.rulebook.forms import Atom, Condition, Mode
from dragoman.situation.answers import stated
from dragoman.values.quantity import Quantity


class AssumptionWords(NamedTuple):
    """An assumption in words; equal ones are one assumption."""

    kind: AssumptionKind
    sentence: str
    """What follows `assumed:`."""
    plain: str
    """The same without the formula."""
    follows_anyway: bool
    """Whether it is concluded, so that it need not be presumed."""


class FiringWording:
    """Words what one evaluation came to: why a rule fired, on what, what tempers it, what it assumes."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation, self.rulebook = evaluation, evaluation.rulebook
        self.support = Support(evaluation)
        self.voices = wording_of(evaluation.rulebook)
        self.conditions = Conditions(evaluation, self.support)
        self._numbers: dict[tuple[Atom, str], tuple[str, ...]] = {}
        self._tempering: dict[tuple[int, tuple[str | None, ...]], tuple[str, ...]] = {}
        self._variables_of: dict[int, tuple[str, ...]] = {}

    def beside(self, atom: Atom) -> str:
        """What the vocabulary shows beside the sentence of a conclusion, or the empty string."""
        return self.voices.wording.beside(self.rulebook.facts[atom.fact], atom.key)

    def because(self, firing: Firing) -> str:
        """The sentence of the rule with its variables filled."""
        return self.voices.because(firing.rule, firing.bindings)

    def title(self, value: str) -> str:
        """The title of an entity, or a word with spaces."""
        return self.voices.title(value)

    def locators(self, rule: str) -> tuple[str, ...]:
        """The passages that a rule rests on, through its claims."""
        return self.voices.locators(rule)

    def tempering(self, firing: Firing) -> Iterator[str]:
        """The counter-weights of the rule that hold here, as sentences."""
        binding = dict(firing.bindings)
        for condition in self.rulebook.rules[firing.rule].tempered_by:
            # what holds hangs on the condition's own variables alone; many firings agree in them
            key = id(condition), tuple([binding.get(name) for name in self._variables(condition)])
            found = self._tempering.get(key)
            if found is None:
                found = self._tempering[key] = tuple(self._counter_weights(condition, binding))
            yield from found

    def _variables(self, condition: Condition) -> tuple[str, ...]:
        """The names of its variables, looked up once; the rulebook keeps the condition alive."""
        found = self._variables_of.get(id(condition))
        if found is None:
            found = self._variables_of[id(condition)] = condition.pattern.variables
        return found

    def _counter_weights(self, condition: Condition, binding: Mapping[str, str]) -> Iterator[str]:
        atoms = list(self.conditions.holding(condition, binding))
        fact = self.rulebook.facts[condition.pattern.fact]
        if condition.mode is Mode.DENIED:
            yield from (self.voices.wording.denial(fact, atom.key) for atom in atoms)
        elif fact.value is not None:
            yield from (self.voices.atom(atom, self.evaluation.evidence.of(atom)) for atom in atoms)
        else:
            yield from self.voices.together(atoms)

    def figures(self, firing: Firing, entity: str) -> tuple[str, ...]:
        """The numbers told of `entity` on which this firing rests, or what gives a premise of it: each once, in words.

        Each is named by its fact type, as `debt share: 42.5 percent`: the sentence may speak of something else. What lies
        deeper in the proof is left out.
        """
        return tuple(dict.fromkeys(words for atom in firing.premises for words in self._figures(atom, entity)))

    def _figures(self, atom: Atom, entity: str) -> tuple[str, ...]:
        """The same of a premise."""
        found = self._numbers.get((atom, entity))
        if found is None:
            giving = self.support.giving(atom)
            told = giving[0].premises if giving else (atom,)
            found = self._numbers[atom, entity] = tuple(words for one in told for words in self._figure(one, entity))
        return found

    def _figure(self, atom: Atom, entity: str) -> Iterator[str]:
        """The number that was told for an atom, if it is a number and about `entity`."""
        value = self.rulebook.facts[atom.fact].value
        known = self.support.known(atom) if value and entity in atom.key else None
        if value is not None and known is not None and isinstance(value.kind, Quantity):
            words, affirms = value.kind.known(stated(known))
            if words and affirms:
                yield f"{atom.fact.replace('_', ' ')}: {words}"

    def weakest(self, atom: Atom) -> Weakest | None:
        """The weakest link of the best proof of a conclusion; None if all of it is plain."""
        link = self.support.weakest(atom)
        if link is None:
            return None
        if link.atom is None:
            return Weakest(f"the rule '{link.rule}'", link.likelihood, ", ".join(self.locators(link.rule)))
        known = self.evaluation.evidence.of(link.atom)
        sources = [source_words(s.said.source) or self.voices.where(s.said) for s in known.firm] if known else []
        says = self.voices.known(known) if known and known.firm else self.voices.atom(link.atom, known)
        return Weakest(says, link.likelihood, ", ".join(dict.fromkeys(sources)))

    def assumption(self, assumed: Assumed) -> AssumptionWords:
        """What is assumed, in words."""
        literal, binding = assumed.literal, dict(assumed.bindings)
        terms = tuple(binding.get(getattr(term, "name", ""), term) for term in literal.terms)
        sentence = self.voices.wording.sentence(
            literal.fact, terms, self.voices.wording.test(literal.fact, literal.test)
        )
        if literal.mode is Mode.NOT_DENIED:
            return AssumptionWords(
                AssumptionKind.PRESUMED, f"nobody denied that {sentence}", sentence, assumed.follows_anyway
            )
        unsaid = "nobody said" if literal.mode is Mode.NOT_TOLD else "not known"
        return AssumptionWords(AssumptionKind.ABSENT, f"{unsaid} that {sentence}", sentence, False)
