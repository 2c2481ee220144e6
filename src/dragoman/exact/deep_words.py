"""A possible world in words: what is told in it, each fact as a sentence."""

from __future__ import annotations

from dragoman.advice.statement_wording import wording_of
from dragoman.exact.deep import Witness
from dragoman.rulebook.forms import Rulebook


def told_in(rulebook: Rulebook, witness: Witness) -> tuple[str, ...]:
    """What is told in a witness, one sentence for each fact."""
    wording = wording_of(rulebook)
    return tuple(wording.whole(telling.said) for telling in witness.tellings)
