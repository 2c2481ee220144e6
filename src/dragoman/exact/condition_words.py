"""Conditions and reasons of rules in words, under a binding that may leave variables open."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.advice.statement_wording import StatementWording
from dragoman.exact.additions import Addition
from dragoman.exact.nearest import Near
from dragoman.exact.why_not_forms import Added
from dragoman.program.forms import Literal, ProgramRule
from dragoman.rulebook.forms import Blank, FactType, Mode, Rule, Variable
from dragoman.rulebook.words import capital, fill
from dragoman.values.entity import Entities

_FEW = 3
"""So many values of an open variable are named."""


class ConditionWords:
    """Words one rule under one binding; whom it is for can be called otherwise (`the state`)."""

    def __init__(self, voices: StatementWording, near: Near, called: Mapping[str, str] | None = None) -> None:
        """`called` are words that stand for entities, by name."""
        self.voices, self.wording, self.near = voices, voices.wording, near
        self.called = called or {}
        self.rule: Rule = voices.rulebook.rules[near.rule.id]
        self.open = {name: self._open(name, values) for name, values in near.open.items()}

    @property
    def because(self) -> str:
        """The sentence of the rule."""
        titles = {name: self._variable(name, value) for name, value in self.near.binding.items()}
        said = fill(self.rule.because, titles)
        return capital(said)

    def sentence(self, literal: Literal) -> str:
        """What a condition speaks of; of a `when: not` that it is not so."""
        words = self._slots(literal)
        if literal.mode is not Mode.DENIED:
            return fill(literal.fact.says, words)
        return (
            fill(literal.fact.denies, words)
            if literal.fact.denies
            else f"it is not the case that {fill(literal.fact.says, words)}"
        )

    def question(self, literal: Literal) -> str:
        """The question that asks for it; empty if it cannot be told."""
        return fill(literal.fact.question, self._slots(literal))

    def is_open(self, literal: Literal) -> bool:
        """Whether any of several atoms would do for a condition."""
        return any(
            term is Blank.ANY or (isinstance(term, Variable) and term.name in self.open) for term in literal.terms
        )

    def _slots(self, literal: Literal) -> dict[str, str | None]:
        fact, binding = literal.fact, self.near.binding
        terms = tuple(binding[term.name] if isinstance(term, Variable) else term for term in literal.terms)
        words = self.wording.slots(fact, terms, self.wording.test(fact, literal.test))
        for slot, term, value in zip(fact.keys, literal.terms, terms, strict=True):
            if isinstance(term, Variable) and term.name in self.open:
                words[slot.name] = self.open[term.name]
            elif isinstance(value, str) and value in self.called:
                words[slot.name] = self.called[value]
        return words

    def _variable(self, name: str, value: str) -> str:
        if name in self.open:
            return self.open[name]
        return self.called.get(value) or self.wording.variable(self.rule, name, value)

    def _open(self, name: str, values: tuple[str, ...]) -> str:
        if len(values) <= _FEW:
            words = [self.wording.variable(self.rule, name, value) for value in values]
            return " or ".join([", ".join(words[:-1]), words[-1]])
        return f"some {_kind(self.near.rule, name)}"


def added(voices: StatementWording, addition: Addition, called: Mapping[str, str] | None = None) -> Added:
    """One fact that would have to be told, in words."""
    fact, key = voices.rulebook.facts[addition.atom.fact], addition.atom.key
    value = _value(voices, fact, addition)
    words = voices.wording.slots(fact, key, value)
    for slot, name in zip(fact.keys, key, strict=True):
        if called and name is not None and name in called:
            words[slot.name] = called[name]
    is_so = addition.stated.holds and addition.passes
    says = fact.says if is_so else fact.denies
    sentence = fill(says, words) if says else f"it is not the case that {fill(fact.says, words)}"
    reply = ("" if is_so else "not ") + value if value else "yes" if is_so else "no"
    return Added(addition.atom, voices.slots(addition.atom), sentence, fill(fact.question, words), reply)


def _value(voices: StatementWording, fact: FactType, addition: Addition) -> str | None:
    if fact.value is None:
        return None
    if addition.test is not None:
        return voices.wording.test(fact, addition.test)
    return fact.value.kind.says(addition.stated.value) if addition.stated.value is not None else None


def _kind(rule: ProgramRule, name: str) -> str:
    """What a variable stands for: the entity types of the first slot that it fills; for words it is named for that itself."""
    for literal in rule.when:
        for slot, term in zip(literal.fact.keys, literal.terms, strict=True):
            if isinstance(term, Variable) and term.name == name and isinstance(slot.kind, Entities):
                return " or ".join(kind.replace("_", " ") for kind in slot.kind.types)
    return name.replace("_", " ")
