"""`why-not X`: for each conclusion that does not hold, the rules that could give it, condition by condition.

    Evaluation -> why_not(NAME) -> WhyNot: what fails, by how much, what stands in the way, what would have to be told

What was told of the conclusion itself comes first: told not so it overrules whatever a rule says, disputed it holds
every rule back. Then the rules, nearest first (:mod:`dragoman.exact.nearest`), and the smallest additions
(:func:`smallest_additions`).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import PurePath

from dragoman.advice.evaluate import Evaluation
from dragoman.advice.firing_wording import FiringWording
from dragoman.advice.forms import Voice
from dragoman.engines.model import Status
from dragoman.errors import SolverUnavailableError
from dragoman.exact.additions import Additional, Additions
from dragoman.exact.condition_words import ConditionWords, added
from dragoman.exact.margin import margin
from dragoman.exact.nearest import Near, Nearness
from dragoman.exact.standing import Cause, cause_of
from dragoman.exact.why_not_forms import Added, Attempt, Barrier, Check, Lack, NotGiven, Stopped, Wanted, WhyNot
from dragoman.explain.answers import Proofs, why
from dragoman.explain.proof import Past
from dragoman.explain.targets import Question, asked_for, is_meant
from dragoman.program.forms import Literal
from dragoman.rulebook.forms import Atom, Blank, Mode, Origin, Rulebook
from dragoman.rulebook.words import fill
from dragoman.situation.answers import answer
from dragoman.situation.evidence import Known, sort_key
from dragoman.values.kind import Truth

_WHOLE = 12
"""So many conclusions are explained; what is farther away is named."""
_SEVERAL = 5
"""For so many, sets of several additions are sought too."""


def why_not(evaluation: Evaluation, text: str, targets: tuple[str, ...] = ()) -> WhyNot:
    """Why what `text` asks for does not hold; with `targets` kept to them (:class:`dragoman.advice.scope.Scope`).

    Raises:
        UnknownNameError: if there is no such fact type, slot or entity; the message offers the nearest.
        EngineError: if the rules have more instances than can be held.
    """
    return WhyNotOf(evaluation).question(asked_for(evaluation, text, targets))


def why_or_why_not(evaluation: Evaluation, text: str, targets: tuple[str, ...] = ()) -> Proofs:
    """The proofs of what `text` asks for; where nothing of it holds, with why not.

    Raises:
        UnknownNameError: if there is no such fact type, slot or entity; the message offers the nearest.
        EngineError: if the rules have more instances than can be held.
    """
    proofs = why(evaluation, text, targets)
    return proofs if proofs.nodes else dataclasses.replace(proofs, why_not=why_not(evaluation, text, targets))


def nearest_not_given(evaluation: Evaluation, matches: Callable[[Atom], bool], rule: str = "") -> NotGiven | None:
    """Of the conclusions that are meant the one that a rule comes nearest to; with `rule`, that rule, whatever others do.

    None if no rule could conclude any of them, or that rule could not.
    """
    explainer = WhyNotOf(evaluation)
    true = evaluation.model.true
    atoms = (atom for atoms in explainer.nearness.grounded.concluded.values() for atom in atoms if matches(atom))
    found = [
        (near.distance, sort_key(atom), atom, near)
        for atom in atoms
        for near in explainer.nearness.rules(atom)
        if (near.rule.id == rule if rule else atom not in true)
    ]
    if not found:
        return None
    _, _, atom, near = min(found, key=lambda one: one[:2])
    return dataclasses.replace(explainer.atom(atom, most=0), attempts=(explainer.attempt(near),))


def smallest_additions(additions: Additions, atom: Atom, *, several: bool) -> tuple[Additional, ...]:
    """The smallest sets of new facts that give `atom`: all single ones; if there is none, with `several`, sets of more.

    None of those where it takes several and the solver cannot be imported.
    """
    try:
        found = additions.smallest(atom) if several else additions.single(atom)
    except SolverUnavailableError:
        return ()
    return tuple(one.added for one in found)


class WhyNotOf:
    """Explains what does not hold in one evaluation."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation, self.rulebook = evaluation, evaluation.rulebook
        self.words = FiringWording(evaluation)
        self.voices, self.support = self.words.voices, self.words.support
        self.nearness = Nearness(evaluation)
        self.additions = Additions(self.nearness)

    def question(self, question: Question) -> WhyNot:
        """The answer to a question; the nearest conclusions are explained, first those that something was told of."""
        fact, atoms = question.fact, self._asked(question)
        whole = atoms
        if len(atoms) > _WHOLE:
            whole = sorted(sorted(atoms, key=self._farness)[:_WHOLE], key=sort_key)
        explained = [self.atom(atom, several=len(atoms) <= _SEVERAL) for atom in whole]
        return WhyNot(
            fact=fact.name,
            sentence=question.sentence,
            is_told=fact.origin is Origin.TOLD,
            given=tuple(self.voices.together(question.atoms)),
            atoms=tuple(sorted(explained, key=lambda one: one.cause is Cause.NOT_CONCLUDED)),
            more=tuple(self.voices.together(atom for atom in atoms if atom not in whole)),
        )

    def atom(self, atom: Atom, *, several: bool = True, most: int | None = None) -> NotGiven:
        """One conclusion that does not hold; with `most`, no more than so many rules, and no additions."""
        fact, known = self.rulebook.facts[atom.fact], self.evaluation.evidence.of(atom)
        truth = answer(fact, known, None).truth
        cause = Cause.TOLD_FALSE if truth is Truth.FALSE else cause_of(fact, known, truth)
        is_open = truth is Truth.UNKNOWN
        near = self.nearness.rules(atom)[:most] if is_open else ()
        sets = smallest_additions(self.additions, atom, several=several) if is_open and most is None else ()
        return NotGiven(
            atom=atom,
            slots=self.voices.slots(atom),
            sentence=self.voices.atom(atom, None),
            beside=self.words.beside(atom),
            cause=cause,
            voices=tuple(self._said(known)),
            history=tuple(self._past(known)),
            stopped=tuple(self._stopped(atom)),
            attempts=tuple(self.attempt(one) for one in near),
            additions=tuple(dict.fromkeys(self._added(one) for one in sets)),
            question=fill(fact.question, self.voices.wording.slots(fact, atom.key)),
        )

    # -- what was asked for

    def _asked(self, question: Question) -> list[Atom]:
        """All that was asked for and does not hold: what rules conclude, and of the rest what was spoken of."""
        fact = question.fact
        possible = self.nearness.grounded.concluded.get(fact.name, {})
        meant = (a for a in possible if is_meant(self.rulebook, fact, question.terms, a) and question.scope.holds(a))
        found = {*question.others, *meant, *_named(self.rulebook, question)}
        return sorted(found - self.evaluation.model.true - {*question.atoms}, key=sort_key)

    def _farness(self, atom: Atom) -> tuple[bool, int, int, tuple[str, tuple[str, ...]]]:
        """How far away a conclusion is; what was told of it itself comes before all."""
        near = self.nearness.rules(atom)
        failing, numbers = near[0].distance[:2] if near else (0, 0)
        return self.evaluation.evidence.of(atom) is None, failing, numbers, sort_key(atom)

    # -- what was told of it

    def _said(self, known: Known | None) -> Iterator[Voice]:
        for statement in (known.firm or known.doubtful) if known else ():
            yield self.voices.of(statement)

    def _past(self, known: Known | None) -> Iterator[Past]:
        for statement, loss in known.lost if known else ():
            yield Past(self.voices.of(statement), loss.value)

    def _stopped(self, atom: Atom) -> Iterator[Stopped]:
        """The rules that fired for it in vain, each once."""
        seen: set[str] = set()
        for firing in self.support.by_conclusion.get(atom, ()):
            if firing.status in (Status.OVERRULED, Status.HELD_BACK) and firing.rule not in seen:
                seen.add(firing.rule)
                yield Stopped(firing.rule, self.words.because(firing), firing.status)

    # -- rules and their conditions

    def attempt(self, near: Near) -> Attempt:
        """One rule, condition by condition."""
        said, rule = ConditionWords(self.voices, near), self.rulebook.rules[near.rule.id]
        return Attempt(
            rule=rule.id,
            because=said.because,
            beyond_report=rule.beyond_report,
            at=self.voices.locators(rule.id),
            place=f"{PurePath(rule.place.source).name}:{rule.place.line}",
            bindings=tuple((name, None if name in said.open else value) for name, value in near.binding.items()),
            checks=(*self._when(near, said), *self._unless(near, said)),
            others=near.others,
        )

    def _when(self, near: Near, said: ConditionWords) -> Iterator[Check]:
        rule, instance = self.rulebook.rules[near.rule.id], near.instances[0]
        for number, (literal, ground, cause) in enumerate(zip(near.rule.when, instance.when, near.causes, strict=True)):
            atom = self.nearness.ground.atom(ground)
            known = self.evaluation.evidence.of(atom)
            is_open = said.is_open(literal) and known is None and cause is not Cause.HOLDS
            is_unknown = cause is not Cause.HOLDS
            yield Check(
                section="when",
                number=number,
                sentence=said.sentence(literal) if cause is not Cause.HOLDS else self._holding(literal, atom),
                cause=cause,
                atom=None if is_open else atom,
                slots=() if is_open else self.voices.slots(atom),
                voices=tuple(self._said(known)),
                history=tuple(self._past(known)),
                margin=margin(self.rulebook, rule.when[number], literal, known) if is_unknown else None,
                barriers=(),
                question=said.question(literal) if is_unknown and not (known and known.firm) else "",
                wanted=self._wanted(literal, atom) if cause is Cause.NOT_CONCLUDED else None,
            )

    def _holding(self, literal: Literal, atom: Atom) -> str:
        """A condition that holds, by what it holds of."""
        known = self.evaluation.evidence.of(atom)
        if literal.mode is Mode.DENIED and literal.fact.value is None:
            return self.voices.wording.denial(literal.fact, atom.key)
        return self.voices.atom(atom, known)

    def _unless(self, near: Near, said: ConditionWords) -> Iterator[Check]:
        for number, (literal, cause, obstacles) in enumerate(self.nearness.barriers(near)):
            yield Check(
                section="unless",
                number=number,
                sentence=said.sentence(literal),
                cause=cause,
                atom=None,
                slots=(),
                voices=(),
                history=(),
                margin=None,
                barriers=tuple(self._barrier(literal, atom, why) for atom, why in obstacles.items()),
                question="",
                wanted=None,
            )

    def _barrier(self, literal: Literal, atom: Atom, cause: Cause) -> Barrier:
        known, giving = self.evaluation.evidence.of(atom), self.support.giving(atom)
        is_denied = literal.mode is Mode.NOT_DENIED and literal.fact.value is None
        return Barrier(
            atom=atom,
            slots=self.voices.slots(atom),
            sentence=self.voices.wording.denial(literal.fact, atom.key) if is_denied else self.voices.atom(atom, known),
            cause=cause,
            voices=tuple(self._said(known)),
            because=self.words.because(giving[0]) if giving else "",
            rule=giving[0].rule if giving else "",
        )

    def _wanted(self, literal: Literal, atom: Atom) -> Wanted | None:
        """One level further: what the nearest rule for a conclusion lacks."""
        near = next(iter(self.nearness.rules(atom)), None)
        if near is None or literal.mode is not Mode.HOLDS:
            return None
        said, rule = ConditionWords(self.voices, near), self.rulebook.rules[near.rule.id]
        return Wanted(rule.id, said.because, rule.beyond_report, tuple(lacks(self.nearness, near, said)))

    def _added(self, additional: Additional) -> tuple[Added, ...]:
        return tuple(added(self.voices, one) for one in additional)


def lacks(nearness: Nearness, near: Near, said: ConditionWords) -> Iterator[Lack]:
    """The conditions of a rule that do not hold."""
    rulebook, evidence = nearness.evaluation.rulebook, nearness.evaluation.evidence
    conditions, instance = rulebook.rules[near.rule.id].when, near.instances[0]
    for condition, literal, ground, cause in zip(conditions, near.rule.when, instance.when, near.causes, strict=True):
        if cause is not Cause.HOLDS:
            known = evidence.of(nearness.ground.atom(ground))
            yield Lack("when", cause, said.sentence(literal), margin(rulebook, condition, literal, known))
    for barred in nearness.barriers(near):
        if barred.cause is not Cause.HOLDS:
            yield Lack("unless", barred.cause, said.sentence(barred.literal), None)


def _named(rulebook: Rulebook, question: Question) -> Iterator[Atom]:
    """The one atom that was named whole, if it was."""
    key: list[str | None] = []
    for slot, term in zip(question.fact.keys, question.terms, strict=True):
        if isinstance(term, Blank) and slot.optional:
            key.append(None)
        elif isinstance(term, str) and slot.kind.reach(term, rulebook.entities) == {term}:
            key.append(term)
        else:
            return
    yield Atom(question.fact.name, question.fact.canonical(tuple(key)))
