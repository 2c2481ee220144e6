"""The one function that answers a condition: true, false, unknown or disputed.

For a value slot, what is known is the span of all firm statements in force. A test holds if the
whole span passes and is false if none of it does. What the span does not settle is disputed if two
statements share no value, and unknown otherwise. Three rulings on enumerations:

- Denials rule words out together; a denial that agrees with every word told adds nothing.
- Excluding all words but one does not make the last one true: a test for one word wants it told.
- A condition without a test wants a value told.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from dragoman.rulebook.forms import Bounds, FactType, WordTest
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.evidence import Known, Truth
from dragoman.situation.forms import NumberRange, Statement, Word


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of a condition, and how firmly."""

    truth: Truth
    likelihood: Likelihood = Likelihood.UNHEDGED
    """Of `true` or `false`; means nothing otherwise."""


UNKNOWN = Answer(Truth.UNKNOWN)
DISPUTED = Answer(Truth.DISPUTED)


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """The smallest range that holds every statement on a number."""

    low: Decimal
    high: Decimal
    is_disputed: bool
    """Whether two statements share no value."""


@dataclass(frozen=True, slots=True)
class WordSpan:
    """The words of an enumeration that are left."""

    left: frozenset[str]
    told: frozenset[str]
    """Those that somebody said it is; a test for one word needs it here."""
    is_disputed: bool
    is_none_left: bool
    """Whether the denials rule out every word; then no test holds, whatever was told."""


def answer(fact: FactType, known: Known | None, test: WordTest | Bounds | None) -> Answer:
    """Whether what is known of an atom passes `test`; without a value slot, whether it is so."""
    if known is None or not known.firm:
        return UNKNOWN
    if fact.value is None:
        return _plain(known)
    if isinstance(test, WordTest):
        return _word_answer(fact, known, test.words)
    if isinstance(test, Bounds):
        return _number_answer(known, test)
    return Answer(Truth.TRUE, _best(known.for_it)) if known.for_it else UNKNOWN


def number_span(known: Known) -> NumberSpan | None:
    """What is known of a number."""
    ranges = [s.said.value for s in known.firm if isinstance(s.said.value, NumberRange)]
    if not ranges:
        return None
    highest_low, lowest_high = max(r.low for r in ranges), min(r.high for r in ranges)
    return NumberSpan(min(r.low for r in ranges), max(r.high for r in ranges), highest_low > lowest_high)


def word_span(fact: FactType, known: Known) -> WordSpan:
    """What is known of an enumeration."""
    words = frozenset(fact.value.words) if fact.value else frozenset()
    told = frozenset(s.said.value.word for s in known.for_it if isinstance(s.said.value, Word))
    excluded = frozenset(s.said.value.word for s in known.against_it if isinstance(s.said.value, Word))
    is_none_left = excluded == words
    if not told:
        return WordSpan(words - excluded, told, is_disputed=False, is_none_left=is_none_left)
    contradicted = told & excluded
    left = told | (words - excluded) if contradicted else told
    return WordSpan(left, told, bool(contradicted) or len(told) > 1, is_none_left)


def _plain(known: Known) -> Answer:
    if known.truth is Truth.TRUE:
        return Answer(Truth.TRUE, _best(known.for_it))
    if known.truth is Truth.FALSE:
        return Answer(Truth.FALSE, _best(known.against_it))
    return Answer(known.truth)


def _best(statements: Iterable[Statement]) -> Likelihood:
    return max((s.said.likelihood for s in statements), default=Likelihood.UNHEDGED)


def _number_answer(known: Known, test: Bounds) -> Answer:
    span = number_span(known)
    if span is None:
        return UNKNOWN
    above = test.low is None or span.low >= test.low
    below = test.high is None or span.high <= test.high
    if above and below:
        return Answer(Truth.TRUE, _best(known.firm))
    if (test.low is not None and span.high < test.low) or (test.high is not None and span.low > test.high):
        return Answer(Truth.FALSE, _best(known.firm))
    return DISPUTED if span.is_disputed else UNKNOWN


def _word_answer(fact: FactType, known: Known, wanted: frozenset[str]) -> Answer:
    span = word_span(fact, known)
    if not span.left & wanted:
        return Answer(Truth.FALSE, _ruled_out(known, wanted))
    if span.left <= wanted and not span.is_none_left:
        if len(wanted) == 1 and not span.told:
            return UNKNOWN
        words = frozenset(fact.value.words) if fact.value else frozenset()
        return Answer(Truth.TRUE, _passed(known, wanted, words))
    return DISPUTED if span.is_disputed else UNKNOWN


def _passed(known: Known, wanted: frozenset[str], words: frozenset[str]) -> Likelihood:
    """That it is one of `wanted`: as likely as that all other words are ruled out."""
    if len(wanted) == 1:
        return _best(s for s in known.for_it if isinstance(s.said.value, Word) and s.said.value.word in wanted)
    return _ruled_out(known, words - wanted)


def _ruled_out(known: Known, words: frozenset[str]) -> Likelihood:
    """That none of `words` is the case: as likely as the one that is ruled out least firmly."""
    return min(
        (_best(s for s in known.firm if _rules_out(s, word)) for word in sorted(words)),
        default=Likelihood.UNHEDGED,
    )


def _rules_out(statement: Statement, word: str) -> bool:
    value = statement.said.value
    return isinstance(value, Word) and (value.word != word) == statement.said.holds
