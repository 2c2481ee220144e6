"""Shares that nobody told: the part and the whole were, so that they can be reckoned.

Both must be in force and firm, in one currency, and of one key: the part's, without the slots that the whole lacks. All
that was said of the part is held against all that was said of the whole, so that a share is as wide, and as disputed,
as the two are. It is as likely as the weaker of them and as new as the newer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING

from dragoman.form import form
from dragoman.rulebook.forms import Atom, FactType, Rulebook
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.forms import RECKONED_LAYER, Said, Statement
from dragoman.values.percentage import HIGH, LOW, Unreckoned, percentage
from dragoman.values.quantity import Quantity, Range

if TYPE_CHECKING:
    from dragoman.situation.evidence import Known


@form
class Reckoning:
    """What was made of a part and a whole."""

    share: Atom
    part: Atom
    whole: Atom
    statements: tuple[Statement, ...]
    """What they say of the share, in canonical order; empty where they say nothing."""
    obstacle: Unreckoned | None
    """Why they say nothing."""


def reckon(rulebook: Rulebook, told: Mapping[Atom, Known]) -> dict[Atom, Reckoning]:
    """The shares that follow from what was told, by their atoms: each part of which the whole is known too."""
    found: dict[Atom, Reckoning] = {}
    shares = [fact for fact in rulebook.facts.values() if fact.share_of]
    parts: dict[str, list[Known]] = {fact.share_of.part: [] for fact in shares if fact.share_of}
    for atom, known in told.items() if parts else ():
        if atom.fact in parts:
            parts[atom.fact].append(known)
    for share in shares:
        for part in parts[share.share_of.part] if share.share_of else ():
            made = _reckoning(rulebook, share, part, told)
            if made is not None:
                found[made.share] = made
    return found


def _reckoning(rulebook: Rulebook, share: FactType, part: Known, told: Mapping[Atom, Known]) -> Reckoning | None:
    """The share of one part; None where it or the whole is not firmly known."""
    if share.share_of is None:
        return None
    part_of, whole_of = rulebook.facts[part.atom.fact], rulebook.facts[share.share_of.whole]
    slots = dict(zip(part_of.key_names, part.atom.key, strict=True))
    key = tuple(slots[name] for name in share.key_names)
    whole = told.get(Atom(whole_of.name, tuple(slots[name] for name in whole_of.key_names)))
    if whole is None or not part.firm or not whole.firm:
        return None
    statements: list[Statement] = []
    obstacles: list[Unreckoned] = []
    atom = Atom(share.name, key)
    for one, other in product(_telling(part.firm), _telling(whole.firm)):
        made = percentage(_kind(part_of), _range(one), _kind(whole_of), _range(other))
        if isinstance(made, Range):
            statements.append(Statement(atom, _said(share, atom, made, one, other), _extent(atom)))
        else:
            obstacles.append(made)
    obstacle = _obstacle(statements, obstacles)
    return Reckoning(atom, part.atom, whole.atom, () if obstacle else tuple(statements), obstacle)


def _obstacle(statements: Sequence[Statement], obstacles: Sequence[Unreckoned]) -> Unreckoned | None:
    """Why nothing follows: one that leaves everything open would leave it open beside all others."""
    if Unreckoned.BEYOND in obstacles:
        return Unreckoned.BEYOND
    if not statements:
        return Unreckoned.CURRENCY
    return Unreckoned.VAGUE if any(_range(s) == Range(LOW, HIGH) for s in statements) else None


def _telling(firm: Sequence[Statement]) -> Iterator[Statement]:
    """Those that decide the span, whether it is disputed and how likely it is: of many in each currency five at most."""
    chosen: dict[int, Statement] = {}
    by_currency: dict[str, list[Statement]] = {}
    for statement in firm:
        by_currency.setdefault(_range(statement).currency, []).append(statement)
    for some in by_currency.values():
        for most in (min(some, key=_low), max(some, key=_low), min(some, key=_high), max(some, key=_high)):
            chosen[id(most)] = most
        likeliest = max(some, key=lambda one: one.said.likelihood)
        chosen[id(likeliest)] = likeliest
    return (statement for statement in firm if id(statement) in chosen)


def _low(statement: Statement) -> Decimal:
    return _range(statement).low


def _high(statement: Statement) -> Decimal:
    return _range(statement).high


def _said(share: FactType, atom: Atom, value: Range, one: Statement, other: Statement) -> Said:
    """The share as if it had been said, by nobody."""
    part, whole = one.said, other.said
    likelihood = min(part.likelihood, whole.likelihood)
    return Said(
        fact=share.name,
        terms=tuple(term or "" for term in atom.key),
        holds=True,
        likelihood=likelihood,
        value=value,
        place=part.place,
        layer=RECKONED_LAYER,
        told_as="" if likelihood is Likelihood.UNHEDGED else likelihood.word,
        date=max(filter(None, (part.date, whole.date)), default=None),
        until=min(filter(None, (part.until, whole.until)), default=None),
        note="reckoned from the part and the whole that were told",
    )


def _extent(atom: Atom) -> tuple[frozenset[str | None], ...]:
    return tuple(frozenset({value}) for value in atom.key)


def _kind(fact: FactType) -> Quantity:
    """The kind of a value slot that holds a number, as `share_of` needs it."""
    kind = fact.value.kind if fact.value else None
    if not isinstance(kind, Quantity):
        raise TypeError(kind)
    return kind


def _range(statement: Statement) -> Range:
    value = statement.said.value
    if not isinstance(value, Range):
        raise TypeError(value)
    return value
