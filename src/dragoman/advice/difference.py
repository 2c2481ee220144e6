"""What changed between two pieces of advice."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.advice.forms import Advice
from dragoman.situation.evidence import sort_key


@dataclass(frozen=True, slots=True)
class Change:
    """One shown conclusion that came, went, or changed its standing."""

    sign: str
    """`+` came, `-` went, `~` changed."""
    id: str
    sentence: str
    before: str
    """Status and grounds before, or empty."""
    after: str


def difference(before: Advice, after: Advice) -> tuple[Change, ...]:
    """The changes from one advice to the next, what came first."""
    old, new = before.shown(), after.shown()
    came = [Change("+", a.fact, new[a][0], "", new[a][1]) for a in sorted(new.keys() - old.keys(), key=sort_key)]
    went = [Change("-", a.fact, old[a][0], old[a][1], "") for a in sorted(old.keys() - new.keys(), key=sort_key)]
    changed = [
        Change("~", a.fact, new[a][0], old[a][1], new[a][1])
        for a in sorted(old.keys() & new.keys(), key=sort_key)
        if old[a][1] != new[a][1]
    ]
    return (*came, *went, *changed)
