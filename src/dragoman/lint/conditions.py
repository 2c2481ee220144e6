"""How two conditions stand to each other: what one says, does the other say too?"""

from __future__ import annotations

from dragoman.program.forms import Literal
from dragoman.rulebook.forms import Blank, Bounds, Term, WordTest

Test = WordTest | Bounds | None


def readings(wanted: Literal) -> list[tuple[Term, ...]]:
    """The ways to read the terms of a condition: two for a symmetric fact."""
    if not wanted.fact.symmetric:
        return [wanted.terms]
    one, two = (wanted.fact.key_names.index(name) for name in wanted.fact.symmetric)
    swapped = list(wanted.terms)
    swapped[one], swapped[two] = swapped[two], swapped[one]
    return [wanted.terms, tuple(swapped)]


def covers(wide: Literal, narrow: Literal) -> bool:
    """Whether `wide` speaks of every atom that `narrow` speaks of, the same variables meaning the same."""
    return any(
        all(w is Blank.ANY or w == n for w, n in zip(wide.terms, read, strict=True)) for read in readings(narrow)
    )


def disjoint(one: Test, other: Test) -> bool:
    """Whether no value passes both tests."""
    match one, other:
        case WordTest(mine), WordTest(theirs):
            return not mine & theirs
        case Bounds(low, high), Bounds(other_low, other_high):
            return (low is not None and other_high is not None and low > other_high) or (
                high is not None and other_low is not None and other_low > high
            )
    return False


def within(inner: Test, outer: Test) -> bool:
    """Whether every value that passes `inner` passes `outer`; without a test, every value told passes."""
    match inner, outer:
        case _, None:
            return True
        case WordTest(mine), WordTest(theirs):
            return mine <= theirs
        case Bounds(low, high), Bounds(other_low, other_high):
            is_above = other_low is None or (low is not None and low >= other_low)
            return is_above and (other_high is None or (high is not None and high <= other_high))
    return False
