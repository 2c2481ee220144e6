"""`why X`: the proof of a conclusion as a tree, each premise checked again before it is shown.

A node is a conclusion, a told fact, a told denial, or an assumption. Under a conclusion stand the
premises of its best derivation; the other derivations are counted, and the firings that were
overruled or held back are named.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from pathlib import PurePath
from typing import NamedTuple

from dragoman.advice.evaluate import Evaluation
from dragoman.advice.firing_wording import FiringWording
from dragoman.advice.forms import SlotValue, Voice
from dragoman.advice.shares import difference
from dragoman.engines.model import Firing, Status
from dragoman.errors import EngineError
from dragoman.form import form, in_brief
from dragoman.program.forms import Literal
from dragoman.rulebook.forms import Atom, Mode
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.answers import answer, is_disputed
from dragoman.source.visible import brief
from dragoman.values.kind import Truth


@form
class Step:
    """The rule behind a conclusion."""

    rule: str
    because: str
    strength: Likelihood
    claims: tuple[str, ...]
    claim_texts: tuple[str, ...]
    at: tuple[str, ...]
    """Locators of the passages that it rests on."""
    bindings: tuple[tuple[str, str], ...]
    tempered_by: tuple[str, ...]
    beyond_report: bool
    place: str
    """File and line of the rule."""


class NodeKind(Enum):
    """What a node of a proof is."""

    CONCLUSION = "conclusion"
    TOLD = "told"
    TOLD_ABSENT = "told absent"
    """What a rule wants to be absent, and was told to be."""
    RECKONED = "reckoned"
    """A share that nobody told; its premises are the part and the whole, which were."""
    ASSUMED = "assumed"


class Past(NamedTuple):
    """What was also said, and lost."""

    voice: Voice
    why: str

    def __repr__(self) -> str:
        return in_brief(self)


@form
class Node:
    """One node of a proof."""

    kind: NodeKind
    sentence: str
    atom: Atom | None
    """None for an assumption, which may speak of many."""
    likelihood: Likelihood | None
    step: Step | None = None
    voices: tuple[Voice, ...] = ()
    """The statements in force behind a told fact, or the doubts beside an assumption."""
    history: tuple[Past, ...] = ()
    premises: tuple[Node, ...] = ()
    others: tuple[str, ...] = ()
    """The rules of other derivations of the same conclusion."""
    overruled: tuple[str, ...] = ()
    """Firings that did not count, in words."""
    repeated: bool = False
    """Its proof stands further up; it is not written twice."""
    beside: str = ""
    """What the vocabulary shows beside the sentence, for the slots that it leaves out; or empty."""
    is_advice: bool = False
    """A recommendation: it is no event, so its likelihood is that of its grounds."""
    slots: tuple[SlotValue, ...] = ()
    """The key of the atom with the names of its slots."""

    @property
    def because(self) -> str:
        """The sentence of the rule that gives it; empty for what was told or is assumed."""
        return self.step.because if self.step is not None else ""

    def __repr__(self) -> str:
        return f"<Node {self.kind.value} '{brief(self.sentence, 60)}': {len(self.premises)} premises>"


class Prover:
    """Makes the proofs of one evaluation."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        self.words = FiringWording(evaluation)
        self.support, self.voices = self.words.support, self.words.voices

    def prove(self, atom: Atom) -> Node:
        """The proof of a true atom.

        Raises:
            EngineError: if a premise does not hold in the model, which would be a fault of the engine.
        """
        return self._conclusion(atom, set())

    def _conclusion(self, atom: Atom, shown: set[Atom]) -> Node:
        giving = self.support.giving(atom)
        sentence = self.voices.atom(atom, self.support.known(atom))
        likelihood = self.evaluation.likelihoods.of_atom.get(atom)
        overruled = tuple(self.not_counted(atom))
        if not giving:
            return self._told(atom, sentence, likelihood, NodeKind.TOLD, overruled)
        if atom in shown:
            return Node(
                NodeKind.CONCLUSION,
                sentence,
                atom,
                likelihood,
                self._step(giving[0]),
                repeated=True,
                beside=self.words.beside(atom),
                slots=self.voices.slots(atom),
            )
        shown.add(atom)
        return Node(
            NodeKind.CONCLUSION,
            sentence,
            atom,
            likelihood,
            self._step(giving[0]),
            premises=tuple(self._premises(giving[0], shown)),
            others=self._other_derivations(giving),
            overruled=overruled,
            beside=self.words.beside(atom),
            is_advice=atom.fact in self.evaluation.rulebook.recommendations,
            slots=self.voices.slots(atom),
        )

    def _other_derivations(self, giving: tuple[Firing, ...]) -> tuple[str, ...]:
        counts: dict[str, int] = {}
        for firing in giving[1:]:
            counts[firing.rule] = counts.get(firing.rule, 0) + 1
        return tuple(f"{rule} ({count} times)" if count > 1 else rule for rule, count in counts.items())

    def _premises(self, firing: Firing, shown: set[Atom]) -> Iterator[Node]:
        rule = self.support.rule(firing)
        for number, (literal, atom, likelihood) in enumerate(self.support.premises(firing)):
            if number < len(rule.when):
                self._check(firing, literal, atom)
                if literal.mode is Mode.HOLDS and literal.fact.value is None:
                    yield self._conclusion(atom, shown)
                else:
                    yield self._told(atom, self._premise_words(literal, atom), likelihood, NodeKind.TOLD, ())
            else:
                kind = NodeKind.TOLD if literal.mode is Mode.NOT_DENIED else NodeKind.TOLD_ABSENT
                yield self._told(atom, self._premise_words(literal, atom), likelihood, kind, ())
        for assumed in self.support.assumed(firing):
            if self.support.absences.holds_back(assumed.literal, dict(firing.bindings)):
                raise EngineError(f"the rule '{firing.rule}' fired although a condition of its 'unless' holds it back")
            sentence = self.words.assumption(assumed).sentence
            doubts = tuple(self.voices.of(statement) for statement in assumed.doubtful)
            yield Node(NodeKind.ASSUMED, sentence, None, None, voices=doubts)

    def _premise_words(self, literal: Literal, atom: Atom) -> str:
        known = self.support.known(atom)
        if known is not None and known.firm:
            return self.voices.known(known)
        return self.voices.atom(atom, known)

    def _check(self, firing: Firing, literal: Literal, atom: Atom) -> None:
        if literal.mode is Mode.HOLDS and literal.fact.value is None:
            holds = atom in self.evaluation.model.true
        else:
            wanted = Truth.FALSE if literal.mode is Mode.DENIED else Truth.TRUE
            holds = answer(literal.fact, self.support.known(atom), literal.test).truth is wanted
        matches = any(
            literal.matches(key, {}) is not None and literal.matches(key, dict(firing.bindings)) is not None
            for key in literal.keys(atom.key)
        )
        if not holds or not matches:
            raise EngineError(f"a premise of the rule '{firing.rule}' does not hold: {atom.fact} {atom.key}")

    def _told(
        self, atom: Atom, sentence: str, likelihood: Likelihood | None, kind: NodeKind, overruled: tuple[str, ...]
    ) -> Node:
        known = self.support.known(atom)
        if known and known.reckoned_from:
            premises = tuple(self._told_number(part) for part in known.reckoned_from)
            history = (
                *(Past(self.voices.of(s), "too doubtful to count") for s in known.doubtful),
                *(Past(self.voices.of(s), why.value) for s, why in known.lost),
            )
            slots = self.voices.slots(atom)
            likelihood = likelihood or max(s.said.likelihood for s in known.firm)
            return Node(NodeKind.RECKONED, sentence, atom, likelihood, history=history, premises=premises, slots=slots)
        voices = tuple(self.voices.of(statement) for statement in known.firm) if known else ()
        history = tuple(Past(self.voices.of(s), why.value) for s, why in known.lost) if known else ()
        if known and is_disputed(self.evaluation.rulebook.facts[atom.fact], known):
            overruled = (*overruled, "this is disputed; only what all of the statements allow is rested on")
        made = self.evaluation.evidence.reckonings.get(atom)
        if made is not None and (differs := difference(self.words, made)):
            overruled = (*overruled, differs)
        slots = self.voices.slots(atom)
        return Node(kind, sentence, atom, likelihood, voices=voices, history=history, overruled=overruled, slots=slots)

    def _told_number(self, atom: Atom) -> Node:
        """One half of what a share was reckoned from."""
        known = self.support.known(atom)
        likelihood = max((s.said.likelihood for s in known.firm), default=None) if known else None
        return self._told(atom, self.voices.atom(atom, known), likelihood, NodeKind.TOLD, ())

    def _step(self, firing: Firing) -> Step:
        rule = self.evaluation.rulebook.rules[firing.rule]
        claims = [self.evaluation.rulebook.claims[claim] for claim in rule.claims]
        return Step(
            rule=rule.id,
            because=self.words.because(firing),
            strength=rule.strength,
            claims=rule.claims,
            claim_texts=tuple(claim.text for claim in claims),
            at=self.words.locators(rule.id),
            bindings=firing.bindings,
            tempered_by=tuple(dict.fromkeys(self.words.tempering(firing))),
            beyond_report=rule.beyond_report,
            place=f"{PurePath(rule.place.source).name}:{rule.place.line}",
        )

    def not_counted(self, atom: Atom) -> Iterator[str]:
        """The firings that conclude `atom` and do not count, each rule once, in words."""
        words = {
            Status.CONFIRMS: "concludes the same",
            Status.OVERRULED: "concludes the contrary of what was told; what was told counts",
            Status.HELD_BACK: "would conclude it, but it is disputed",
        }
        seen: set[tuple[str, Status]] = set()
        for firing in self.support.by_conclusion.get(atom, ()):
            if firing.status in words and (firing.rule, firing.status) not in seen:
                seen.add((firing.rule, firing.status))
                yield f"the rule '{firing.rule}' {words[firing.status]}"
