"""At which values of a threshold the advice is another, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from dragoman.advice.evaluate import Evaluation
from dragoman.advice.scope import Scope
from dragoman.exact.change_forms import Moved, Stretched, Threshold
from dragoman.exact.change_words import ChangeWords
from dragoman.exact.settles import settles
from dragoman.exact.thresholds import Stretch, ThresholdRanges, threshold_ranges
from dragoman.rulebook.forms import Atom
from dragoman.values.quantity import digits


def thresholds(evaluation: Evaluation, words: ChangeWords, targets: tuple[str, ...] = ()) -> tuple[Threshold, ...]:
    """The thresholds that flip something; with `targets`, something for them.

    Raises:
        EngineError: if the rules have more instances than can be held.
    """
    scope = Scope(evaluation.rulebook, targets)
    found = (_threshold(words, scope, ranges) for ranges in threshold_ranges(evaluation))
    return tuple(one for one in found if one.stretches)


def _threshold(words: ChangeWords, scope: Scope, ranges: ThresholdRanges) -> Threshold:
    unit = ranges.parameter.unit
    value = f"{digits(ranges.parameter.value)} {unit}"
    as_now = next((one for one in ranges.stretches if _has(one, ranges.parameter.value)), None)
    stretches = (
        Stretched(_words(one, unit), moved)
        for one in ranges.stretches
        if (moved := _moved(words, scope, one)).takes or moved.gives
    )
    return Threshold(ranges.parameter.name, value, _words(as_now, unit) if as_now else value, tuple(stretches))


def _moved(words: ChangeWords, scope: Scope, stretch: Stretch) -> Moved:
    return moved(words, scope, stretch.takes, stretch.gives)


def moved(words: ChangeWords, scope: Scope, takes: Iterable[Atom], gives: Iterable[Atom]) -> Moved:
    """What goes and what comes, as far as it is about whom the advice is kept to."""
    return Moved(*(tuple(settles(words, filter(scope.holds, atoms))) for atoms in (takes, gives)))


def _has(stretch: Stretch, value: Decimal) -> bool:
    low = stretch.low is None or stretch.low < value or (stretch.holds_low and stretch.low == value)
    high = stretch.high is None or value < stretch.high or (stretch.holds_high and stretch.high == value)
    return low and high


def _words(stretch: Stretch, unit: str) -> str:
    """`more than 42.5 and up to 45 percent`."""
    if stretch.low is not None and stretch.low == stretch.high:
        return f"{digits(stretch.low)} {unit}"
    return f"{' and '.join(_ends(stretch)) or 'any number of'} {unit}"


def _ends(stretch: Stretch) -> Iterator[str]:
    if stretch.low is not None:
        yield f"{'at least' if stretch.holds_low else 'more than'} {digits(stretch.low)}"
    if stretch.high is not None:
        yield f"{'up to' if stretch.holds_high else 'less than'} {digits(stretch.high)}"
