"""Claims and rules: is every claim accounted for, and is each rule as strong as its claims?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.errors import Finding, Place
from dragoman.lint.subject import Subject
from dragoman.rulebook.forms import Rule, Rulebook


def check_claims(subject: Subject) -> Iterator[Finding]:
    """Every claim, the hedge of every rule, and every locator."""
    yield from _encoded(subject.rulebook)
    for rule in subject.rulebook.rules.values():
        yield from _hedge(subject.rulebook, rule)
    yield from _locators(subject)


def _encoded(rulebook: Rulebook) -> Iterator[Finding]:
    encoding: dict[str, Rule] = {}
    for rule in rulebook.rules.values():
        for claim_id in rule.claims:
            encoding.setdefault(claim_id, rule)
    for claim in rulebook.claims.values():
        by = encoding.get(claim.id)
        if by is None and not claim.not_encoded:
            message = f"no rule encodes the claim '{claim.id}'; name it in a rule, or say why under 'not_encoded'"
            yield Finding(claim.place, "RB621", message)
        if by is not None and claim.not_encoded:
            message = f"the claim '{claim.id}' says why no rule encodes it, yet the rule '{by.id}' does"
            yield Finding(claim.place, "RB622", message, (by.place,))


def _hedge(rulebook: Rulebook, rule: Rule) -> Iterator[Finding]:
    if not rule.claims:
        return
    weakest = min((rulebook.claims[claim_id] for claim_id in rule.claims), key=lambda claim: claim.hedge)
    if rule.strength is not weakest.hedge and not rule.hedge_differs:
        message = (
            f"the rule '{rule.id}' is '{rule.strength.word}', but the weakest hedge among its claims is "
            f"'{weakest.hedge.word}' ('{weakest.id}'); align them, or say why under 'hedge_differs'"
        )
        yield Finding(rule.places.get("strength", rule.place), "RB623", message, (weakest.place,))
    if rule.strength is weakest.hedge and rule.hedge_differs:
        message = f"the rule '{rule.id}' is as strong as its claims; it needs no 'hedge_differs'"
        yield Finding(rule.places.get("hedge_differs", rule.place), "RB623", message, (weakest.place,))


def _locators(subject: Subject) -> Iterator[Finding]:
    known = subject.rulebook.passages
    if not known:
        return
    for place, what, locators in _located(subject):
        for locator in locators:
            if locator not in known:
                message = f"{what} rests on {locator}, of which passages.yaml knows nothing"
                yield Finding(place, "RB624", message)


def _located(subject: Subject) -> Iterator[tuple[Place, str, Iterable[str]]]:
    for claim in subject.rulebook.claims.values():
        yield claim.place, f"the claim '{claim.id}'", claim.at
    for parameter in subject.rulebook.parameters.values():
        yield parameter.place, f"the parameter '{parameter.name}'", parameter.at
    for case in subject.cases:
        yield case.place, f"the case '{case.id}'", case.at
    for situation in subject.situations:
        for statement in situation.statements:
            if not statement.said.origin:
                yield statement.said.place, "this fact", statement.said.at
