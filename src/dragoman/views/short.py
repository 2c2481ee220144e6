"""Advice on two screens: what holds, what to do and why, what may come, what was assumed.

Everything is in :mod:`dragoman.views.advice`; what is left out here, as all findings are, is counted. Where all of it
would take more than `ROWS` rows of `COLUMNS` columns, less is said of what tempers, of forecasts and of risks that are
no more than possible, then of reasons, until it fits.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from dragoman.advice.forms import Advice, Assumption, AssumptionKind, Result
from dragoman.form import form
from dragoman.rulebook.forms import ShownAs
from dragoman.rulebook.likelihood import Likelihood
from dragoman.rulebook.words import capital
from dragoman.views.advice import conflicts_view, head, holds_view, notes_view, of_kind, section
from dragoman.views.advised import Room, advised_view
from dragoman.views.expected import apart, together
from dragoman.views.lines import BLANK, Line, Part, Span, counted, line, rows_taken
from dragoman.views.recommendations import who_acts

ROWS, COLUMNS = 66, 100
"""Two screens."""
_NINE, _FURTHER = 9, 3
"""For each recommendation after so many there are so many rows more, lest risks and forecasts pay for it, and one for
each that still lacks something."""
_PRESUMED = "the {}'s standing premises, until denied"
_ABSENT = "not told, so taken not to be so"
_MAX_ASSUMED = 2
_MAX_RESTING = 2
_MAX_WHY = 4
_ALL = 99


@form
class _Space:
    """How much is said."""

    risks: int
    """Of those that are less than likely, in one line; 0: each has a line of its own."""
    tempering: int
    """How many counter-weights of a risk that has a line of its own."""
    expected: int
    """Of forecasts, of one likelihood; of what to watch, too."""
    room: Room
    """For recommendations."""
    asides: bool = True
    """Whether it is said why facts are not used, and what rests on an assumption."""


_ROOMY = Room(whole=2, in_fields=1, likewise=True, areas=True, tempering=3, notes=True)
_WIDE = Room(whole=1, in_fields=1, likewise=True, areas=True, tempering=3, notes=True)
_TIGHT = Room(whole=1, in_fields=0, likewise=True, areas=False, tempering=3)
_TIGHTER = Room(whole=1, in_fields=0, likewise=False, areas=False, tempering=3)
_TIGHTEST = Room(whole=0, in_fields=0, likewise=False, areas=False, tempering=1, reasons=1, each=False)
_SPACES = (
    _Space(0, 2, _ALL, _ROOMY),
    _Space(0, 1, 6, dataclasses.replace(_WIDE, whole=2)),
    _Space(0, 1, 6, _WIDE),
    _Space(_ALL, 2, 6, _WIDE),
    _Space(_ALL, 2, 5, dataclasses.replace(_WIDE, areas=False)),
    _Space(_ALL, 2, 4, _TIGHT),
    _Space(_ALL, 1, 4, _TIGHTER),
    _Space(_ALL, 1, 3, _TIGHTER, asides=False),
    _Space(_ALL, 1, 3, dataclasses.replace(_TIGHTER, tempering=2), asides=False),
    _Space(7, 1, 3, dataclasses.replace(_TIGHTER, tempering=2), asides=False),
    _Space(6, 1, 2, dataclasses.replace(_TIGHTER, tempering=2), asides=False),
    _Space(6, 1, 2, dataclasses.replace(_TIGHTER, whole=0, tempering=2), asides=False),
    _Space(5, 0, 2, dataclasses.replace(_TIGHTER, whole=0, tempering=2), asides=False),
    _Space(5, 0, 2, dataclasses.replace(_TIGHTER, whole=0, tempering=1), asides=False),
    _Space(4, 0, 2, dataclasses.replace(_TIGHTER, whole=0, tempering=1, each=False), asides=False),
    _Space(3, 0, 1, dataclasses.replace(_TIGHTER, whole=0, tempering=1, each=False), asides=False),
    _Space(3, 0, 1, _TIGHTEST, asides=False),
)
"""From roomy to tight; the first that fits is taken, else the last."""


def short_view(advice: Advice) -> list[Line]:
    """The advice on two screens, as far as it goes; conflicts are always shown whole."""
    tried: dict[int, list[Line]] = {}
    lacking = sum(any(one.still_lacks for one in r.instances) for r in advice.recommendations)
    most = ROWS + _FURTHER * max(len(advice.recommendations) - _NINE, 0) + lacking

    def fits(number: int) -> bool:
        tried[number] = list(_view(advice, _SPACES[number]))
        return rows_taken(tried[number], COLUMNS) <= most

    last = len(_SPACES) - 1
    first = bisect_left(range(last), True, key=fits)
    return tried[first] if first in tried else list(_view(advice, _SPACES[first]))


def _view(advice: Advice, space: _Space) -> Iterator[Line]:
    recommendations = advice.recommendations
    yield from head(advice, full=False)
    yield from holds_view(advice)
    yield from section("RECOMMENDATIONS", who_acts(recommendations), advised_view(recommendations, space.room))
    yield from section("RISKS", "", _risks(list(of_kind(advice, ShownAs.RISK)), space))
    yield from section("FORECASTS", "", together(of_kind(advice, ShownAs.FORECAST), space.expected))
    yield from conflicts_view(advice)
    yield from notes_view(advice)
    yield BLANK
    yield from _watch(together(of_kind(advice, ShownAs.WATCH), space.expected))
    yield from _assumptions(advice, space)
    yield from _unused(advice, space)
    yield from _thresholds(advice) if space.asides else ()
    yield _more(advice)


def _watch(rows: Iterable[Line]) -> Iterator[Line]:
    """What to watch, in one line."""
    parts: list[Part] = []
    for row in rows:
        parts += ["; " if parts else "  ", *row.spans[1:]]  # without the sign of a list
    if parts:
        yield line(("TO WATCH", "accent"), *parts)


def _risks(risks: Sequence[Result], space: _Space) -> Iterator[Line]:
    """All of them; those that are likely at least have a line each."""
    alone = [risk for risk in risks if not space.risks or risk.likelihood >= Likelihood.LIKELY]
    yield from (apart(risk, space.tempering) for risk in alone)
    yield from together((risk for risk in risks if risk not in alone), space.risks, "bad")


def _assumptions(advice: Advice, space: _Space) -> Iterator[Line]:
    """What is assumed behind a recommendation, by the way it is assumed."""
    titles = {recommended.id: recommended.called for recommended in advice.recommendations}
    parts: list[Part] = []
    for kind, heading in (
        (AssumptionKind.PRESUMED, _PRESUMED.format(advice.document)),
        (AssumptionKind.ABSENT, _ABSENT),
    ):
        of_kind = (one for one in advice.assumptions if one.kind is kind and not one.follows_anyway)
        found = [one for one in of_kind if not titles.keys().isdisjoint(one.rests)]
        if found:
            more = f"; and {len(found) - _MAX_ASSUMED} more" if len(found) > _MAX_ASSUMED else ""
            shown = _assumed(found[:_MAX_ASSUMED], titles if space.asides else {})
            parts += [". " if parts else "  ", (f"{capital(heading) if parts else heading}: ", "muted"), *shown]
            parts.append((more, "muted"))
    if parts:
        yield line(("ASSUMED", "accent"), *parts)


def _assumed(found: list[Assumption], titles: dict[str, str]) -> Iterator[Part]:
    """Assumptions with what rests on them, said once for neighbours of which the same does."""
    for number, assumption in enumerate(found):
        resting = _resting(assumption, titles)
        yield f"{'; ' if number else ''}{capital(assumption.plain)}"
        if resting and resting not in [_resting(after, titles) for after in found[number + 1 : number + 2]]:
            yield (f" (for: {resting})", "muted")
        if assumption.doubts:
            yield (" - doubted, though too faintly to count", "warn")


def _resting(assumption: Assumption, titles: dict[str, str]) -> str:
    """The recommendations that rest on it."""
    resting = [title for name, title in titles.items() if name in assumption.rests]
    more = f" and {len(resting) - _MAX_RESTING} more" if len(resting) > _MAX_RESTING else ""
    return "all of them" if len(resting) == len(titles) > 1 else f"{'; '.join(resting[:_MAX_RESTING])}{more}"


def _unused(advice: Advice, space: _Space) -> Iterator[Line]:
    """How many facts are not used, and by reason where there is room; else the thresholds in the same line."""
    told = advice.telling
    by_reason: dict[str, int] = {}
    for unused in told.unused:
        by_reason[unused.why.in_short] = by_reason.get(unused.why.in_short, 0) + 1
    parts = []
    if told.unused:
        why = f": {_numbers(by_reason)}" if space.asides else ""
        parts.append(f"{len(told.unused)} of {counted(told.own, 'fact')}{why}")
    if told.unused_inherited:
        number = sum(told.unused_inherited.values())
        reasons = {why.in_short: count for why, count in told.unused_inherited.items()}
        why = f": {_numbers(reasons)}" if space.asides else ""
        parts.append(f"{number} of {counted(told.inherited, 'inherited fact')}{why}")
    thresholds = [] if space.asides else list(_thresholds(advice))
    if parts:
        besides = (span for row in thresholds for span in (Span("  "), *row.spans))
        yield line(("NOT USED", "accent"), (f"  {'; '.join(parts)}", "muted"), *besides)
    else:
        yield from thresholds


def _numbers(by_reason: dict[str, int]) -> str:
    """So many for each reason, the commonest first; what is rare is only counted."""
    ordered = sorted(by_reason.items(), key=lambda item: -item[1])
    rest = sum(number for _, number in ordered[_MAX_WHY:])
    named = [f"{number} {reason}" for reason, number in ordered[:_MAX_WHY]]
    return ", ".join([*named, *([f"{rest} for other reasons"] if rest else [])])


def _thresholds(advice: Advice) -> Iterator[Line]:
    """The thresholds behind a recommendation; one that was set for this run stands in the head."""
    advised = [one for one in advice.thresholds if one.is_advised_on]
    whose = (("the rulebook's own", False), (f"the {advice.document}'s", True))
    named = {who: [one.name for one in advised if bool(one.at) is given] for who, given in whose}
    if advised:
        found = "; ".join(f"{who}: {', '.join(names)}" for who, names in named.items() if names)
        yield line(("THRESHOLDS", "accent"), (f"  {found}", "muted"))


def _more(advice: Advice) -> Line:
    steps = f", with {counted(advice.findings, 'finding')} on the way" if advice.findings else ""
    return line(("MORE", "accent"), (f"  --full: all of it{steps} · dragoman why NAME FILE: the proof", "muted"))
