"""A possible world in words: what is told in it, each fact as a sentence."""

from __future__ import annotations

from dragoman.advice.statement_wording import wording_of
from dragoman.exact.deep import Witness
from dragoman.rulebook.forms import Rulebook
from dragoman.situation.forms import Said
from dragoman.values.quantity import FINEST, Range

_SHOWN = 3
"""Digits after the point that people write; a number with more was made to lie beside another."""


def told_in(rulebook: Rulebook, witness: Witness) -> tuple[str, ...]:
    """What is told in a witness, one sentence for each fact."""
    wording = wording_of(rulebook)
    return tuple(wording.whole(telling.said, _beside(rulebook, telling.said)) for telling in witness.tellings)


def _beside(rulebook: Rulebook, said: Said) -> str | None:
    """The words for a number that lies just beside the end of a test; None for all others."""
    slot, value = rulebook.facts[said.fact].value, said.value
    if slot is None or not isinstance(value, Range) or value.low != value.high:
        return None
    for side, end in (("just under", value.low + FINEST), ("just over", value.low - FINEST)):
        if end == round(end, _SHOWN) and value.low != round(value.low, _SHOWN):
            return f"{side} {slot.kind.says(Range(end, end, value.currency))}"
    return None
