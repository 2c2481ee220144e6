"""How two conditions stand to each other: what one says, does the other say too?"""

from __future__ import annotations

from dragoman.program.forms import Literal
from dragoman.rulebook.forms import Blank
from dragoman.values.kind import Test


def covers(wide: Literal, narrow: Literal) -> bool:
    """Whether `wide` speaks of every atom that `narrow` speaks of, the same variables meaning the same."""
    return any(
        all(w is Blank.ANY or w == n for w, n in zip(wide.terms, read, strict=True))
        for read in narrow.fact.readings(narrow.terms)
    )


def disjoint(one: Literal, other: Literal) -> bool:
    """Whether no value passes the tests of both, which speak of one fact type."""
    return one.fact.value is not None and one.fact.value.kind.disjoint(one.test, other.test)


def within(literal: Literal, inner: Test | None, outer: Test | None) -> bool:
    """Whether every value of the literal's fact type that passes `inner` passes `outer`."""
    return literal.fact.value is None or literal.fact.value.kind.within(inner, outer)
