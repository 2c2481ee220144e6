"""Rules that are the same, and rules that another makes superfluous.

Rule A makes rule B superfluous if the variables of A can be read as terms of B so that each condition of A is
implied by one of B, A concludes all that B does, and A is at least as strong: A then fires wherever B does.
A rule that encodes a claim of its own is not superfluous: it gives a reason that the other does not give.
Source of the method: theta-subsumption of clauses (Plotkin 1970), by backtracking; rules are short.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.errors import Finding
from dragoman.form import form
from dragoman.lint.conditions import within
from dragoman.lint.subject import Subject
from dragoman.program.forms import Literal
from dragoman.program.normal import literal
from dragoman.rulebook.forms import Blank, Mode, Origin, Rule, Rulebook, Term, Variable

Meaning = Mapping[str, Term]
"""Of the variables of one rule, the terms of the other that they are read as."""


@form
class _Rule:
    """A rule with its conditions in normal form."""

    rule: Rule
    when: tuple[Literal, ...]
    unless: tuple[Literal, ...]
    then: tuple[Literal, ...]
    """Conclusions, in the form of conditions."""
    facts: frozenset[str]
    """What it concludes."""


def check_comparison(subject: Subject) -> Iterator[Finding]:
    """Every rule that could go because another is there."""
    rules = [_normal(subject.rulebook, rule) for rule in subject.rulebook.rules.values()]
    by_fact: dict[str, list[_Rule]] = {}
    for rule in rules:
        for fact in rule.facts:
            by_fact.setdefault(fact, []).append(rule)
    for rule in rules:
        others = by_fact[min(rule.facts, key=lambda fact: len(by_fact[fact]))]
        yield from _compared(rule, [other for other in others if other.rule is not rule.rule])


def _compared(rule: _Rule, others: list[_Rule]) -> Iterator[Finding]:
    for other in others:
        if not _serves(other, rule):
            continue
        if not _serves(rule, other):
            if not set(rule.rule.claims) <= set(other.rule.claims):
                continue
            message = (
                f"the rule '{rule.rule.id}' can go: '{other.rule.id}' concludes the same on fewer conditions, "
                "no less strongly, and encodes every claim that it encodes"
            )
            yield Finding(rule.rule.place, "RB605", message, (other.rule.place,))
            return
        if other.rule.place < rule.rule.place:
            message = f"the rule '{rule.rule.id}' says the same as '{other.rule.id}'"
            yield Finding(rule.rule.place, "RB604", message, (other.rule.place,))
            return


def _normal(rulebook: Rulebook, rule: Rule) -> _Rule:
    return _Rule(
        rule=rule,
        when=tuple(literal(rulebook, condition) for condition in rule.when),
        unless=tuple(literal(rulebook, condition) for condition in rule.unless),
        then=tuple(Literal(Mode.HOLDS, rulebook.facts[p.fact], p.terms, None) for p in rule.then),
        facts=frozenset(pattern.fact for pattern in rule.then),
    )


def _serves(general: _Rule, special: _Rule) -> bool:
    """Whether `general` gives all that `special` gives, wherever `special` gives it."""
    if general.rule.strength < special.rule.strength or not special.facts <= general.facts:
        return False
    return any(
        all(any(_is_absent_too(mine, theirs, meaning) for theirs in special.unless) for mine in general.unless)
        and all(any(_is_concluded_too(mine, theirs, meaning) for mine in general.then) for theirs in special.then)
        for meaning in _meanings(general.when, special.when, {})
    )


def _meanings(general: tuple[Literal, ...], special: tuple[Literal, ...], meaning: Meaning) -> Iterator[Meaning]:
    """Every way to read the variables of `general` so that each of its conditions follows from one of `special`."""
    if not general:
        yield meaning
        return
    for theirs in special:
        for wider in _read_as(general[0], theirs, meaning):
            yield from _meanings(general[1:], special, wider)


def _read_as(mine: Literal, theirs: Literal, meaning: Meaning) -> Iterator[Meaning]:
    """How `mine` can be read so that `theirs` implies it."""
    if mine.fact is not theirs.fact or mine.mode is not theirs.mode:
        return
    inner, outer = (theirs.test, mine.test) if mine.mode is Mode.HOLDS else (mine.test, theirs.test)
    if not within(mine, inner, outer):
        return
    for read in theirs.fact.readings(theirs.terms):
        wider = dict(meaning)
        if all(_term_read_as(term, other, wider) for term, other in zip(mine.terms, read, strict=True)):
            yield wider


def _term_read_as(mine: Term, theirs: Term, meaning: dict[str, Term]) -> bool:
    if mine is Blank.ANY:
        return True
    if isinstance(mine, Variable):
        return not isinstance(theirs, Blank) and meaning.setdefault(mine.name, theirs) == theirs
    return mine == theirs


def _is_absent_too(mine: Literal, theirs: Literal, meaning: Meaning) -> bool:
    """Whether `mine` holds nothing back that `theirs` does not hold back."""
    if mine.fact is not theirs.fact or not _is_as_strict(mine, theirs):
        return False
    inner, outer = (mine.test, theirs.test) if mine.mode is not Mode.NOT_DENIED else (theirs.test, mine.test)
    return within(mine, inner, outer) and any(
        all(other is Blank.ANY or _meant(term, meaning) == other for term, other in zip(mine.terms, read, strict=True))
        for read in theirs.fact.readings(theirs.terms)
    )


def _is_as_strict(mine: Literal, theirs: Literal) -> bool:
    """Whether the mode of `theirs` looks at all that the mode of `mine` looks at."""
    if mine.mode is theirs.mode:
        return True
    modes = {mine.mode, theirs.mode}
    is_told = mine.fact.origin is Origin.TOLD
    return modes == {Mode.ABSENT, Mode.NOT_TOLD} and (is_told or theirs.mode is Mode.ABSENT)


def _is_concluded_too(mine: Literal, theirs: Literal, meaning: Meaning) -> bool:
    return mine.fact is theirs.fact and any(
        all(_meant(term, meaning) == other for term, other in zip(mine.terms, read, strict=True))
        for read in theirs.fact.readings(theirs.terms)
    )


def _meant(term: Term, meaning: Meaning) -> Term:
    return meaning.get(term.name, term) if isinstance(term, Variable) else term
