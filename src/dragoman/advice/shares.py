"""Shares and what they are reckoned from, in words: where they differ, and where nothing can be reckoned."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.advice.firing_wording import FiringWording
from dragoman.advice.scope import Scope
from dragoman.rulebook.forms import Atom
from dragoman.situation.answers import stated
from dragoman.situation.shares import Reckoning
from dragoman.values.kind import Stated
from dragoman.values.percentage import Unreckoned
from dragoman.values.quantity import span_of

ALLOWED = 1
"""So many percentage points may lie between a told share and the one that was reckoned: both may be rounded."""


def share_notes(words: FiringWording, scope: Scope) -> Iterator[str]:
    """What a reader must know of shares: a told one that its parts contradict, and parts larger than their whole."""
    for made in words.evaluation.evidence.reckonings.values():
        if scope.holds(made.share):
            if made.obstacle is Unreckoned.BEYOND:
                halves = " and ".join(_sentence(words, half) for half in (made.part, made.whole))
                yield f"No share is reckoned where the part is larger than the whole: {halves}."
            elif note := difference(words, made):
                yield note


def difference(words: FiringWording, made: Reckoning) -> str:
    """What is wrong between a told share and what was told of its parts; empty where nothing is."""
    told = words.evaluation.evidence.known.get(made.share)
    if told is None or told.reckoned_from or not made.statements:
        return ""
    reckoned = [Stated(one.said.holds, one.said.value) for one in made.statements]
    mine, other = span_of(stated(told)), span_of(reckoned)
    if mine is None or other is None or (mine.low - ALLOWED <= other.high and other.low - ALLOWED <= mine.high):
        return ""
    fact = words.rulebook.facts[made.share.fact]
    percent = fact.value.kind.known(reckoned)[0] if fact.value else ""
    halves = " and ".join(_sentence(words, half) for half in (made.part, made.whole))
    return f"It was told that {words.voices.known(told)}, which counts; but {halves}, which makes {percent}."


def _sentence(words: FiringWording, atom: Atom) -> str:
    return words.voices.atom(atom, words.evaluation.evidence.of(atom))
