"""Lines that can be typed, in the words of the rulebook that is loaded."""

from __future__ import annotations

from dragoman.rulebook.forms import Rulebook
from dragoman.situation.template import example, inputs

_SHOWN = 2
"""So many slots show how slots are written."""


def examples(rulebook: Rulebook) -> tuple[tuple[str, str], ...]:
    """Lines that state something, and what each does; none for a rulebook to which nothing can be told.

    The fact is the first of the vocabulary without a value slot and with two others, or what comes nearest to that.
    """
    told = sorted(inputs(rulebook), key=lambda fact: (fact.value is not None, len(fact.keys) < _SHOWN))
    facts = (f"{fact.name}: {slots}" for fact in told if (slots := example(rulebook, fact, None)))
    fact = next(facts, "")
    if not fact:
        return ()
    return (
        (fact, "a fact"),
        (f"not: {{{fact}}}", "a denial"),
        (f"forget: {{{fact}}}", "take back what was said"),
        (f"{fact}, likelihood: likely, source: AFP", "with more"),
    )
