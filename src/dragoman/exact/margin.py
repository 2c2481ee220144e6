"""How far a number that was told is from the threshold of a rule."""

from __future__ import annotations

from decimal import Decimal

from dragoman.form import form
from dragoman.program.forms import Literal
from dragoman.rulebook.forms import Condition, Rulebook
from dragoman.situation.answers import stated
from dragoman.situation.evidence import Known
from dragoman.values.quantity import Between, Bounds, Quantity, digits, span_of


@form
class Margin:
    """A number beside a threshold that it does not pass, or may not pass."""

    told: str
    """What was told, in words: `14 percent`, `35 to 45 percent`."""
    threshold: str
    """`40 percent`."""
    parameter: str
    """The name of the threshold."""
    own: str
    """The rulebook's own value, where the user set another for this run; else empty."""
    whose: str
    """Whose that value is: the report's or the rulebook's."""
    distance: str
    """How much is missing at the least, in the unit of the threshold."""
    is_short: bool
    """Whether it is too little; else it is too much."""
    is_sure: bool
    """Whether all that was told fails; else it could pass, and could be as far away as `distance` says."""
    is_exact: bool
    """Whether one number was told; a range could be farther away."""


def margin(rulebook: Rulebook, condition: Condition, literal: Literal, known: Known | None) -> Margin | None:
    """The margin of a condition; None if it compares no number, or no number that it could compare was told."""
    kind = literal.fact.value.kind if literal.fact.value else None
    names, bounds = condition.pattern.test, literal.test
    if (
        known is None
        or not isinstance(kind, Quantity)
        or not isinstance(bounds, Bounds)
        or not isinstance(names, Between)
    ):
        return None
    span = span_of(stated(known))
    if span is None:
        return None
    found: tuple[Decimal, str, Decimal, bool, bool] | None = None
    if bounds.low is not None and span.low < bounds.low:
        is_sure = span.high < bounds.low
        found = bounds.low, names.at_least, bounds.low - (span.high if is_sure else span.low), True, is_sure
    elif bounds.high is not None and span.high > bounds.high:
        is_sure = span.low > bounds.high
        found = bounds.high, names.at_most, (span.low if is_sure else span.high) - bounds.high, False, is_sure
    if found is None:
        return None
    threshold, name, distance, is_short, is_sure = found
    own = rulebook.changed.get(name)
    return Margin(
        told=kind.known(stated(known))[0],
        threshold=kind.quantity(threshold),
        parameter=name,
        own="" if own is None else kind.quantity(own),
        whose=rulebook.parameters[name].whose,
        distance=digits(distance),
        is_short=is_short,
        is_sure=is_sure,
        is_exact=span.low == span.high,
    )
