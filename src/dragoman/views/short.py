"""Advice on two screens: what holds, what to do and why, what may come, what was assumed.

Everything is in :mod:`dragoman.views.advice`; what is left out here, as all findings are, is counted. Where all of it
would take more than `ROWS` rows of `COLUMNS` columns, less is said of risks and forecasts, and of second reasons,
until it fits.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from dragoman.advice.forms import Advice, Assumption, AssumptionKind, Result
from dragoman.form import form
from dragoman.rulebook.forms import ShownAs
from dragoman.rulebook.likelihood import Likelihood
from dragoman.views.advice import (
    also,
    capital,
    conflicts_view,
    cut,
    head,
    holds_view,
    notes_view,
    of_kind,
    section,
)
from dragoman.views.advised import Room, advised_view
from dragoman.views.lines import BLANK, Line, Part, counted, fitted, line
from dragoman.views.recommendations import tempered

ROWS, COLUMNS = 66, 100
"""Two screens."""
_PRESUMED = "the report's standing premises, until denied"
_ABSENT = "not told, so taken not to be so"
_MAX_ASSUMED = 2
_MAX_RESTING = 2
_MAX_WHY = 4
_MOST_NAMED = 2
_MAX_TEMPERING = 2


@form
class _Space:
    """How much is said."""

    risks: int
    expected: int
    """Of forecasts, of one likelihood; of what to watch, too."""
    tempering: int
    """How many counter-weights of a risk; 0: those of all risks are said once, below them."""
    room: Room
    """For recommendations."""


_SPACES = (
    _Space(99, 99, 2, Room(whole=2, in_fields=1, likewise=True, areas=True, tempering=3)),
    _Space(99, 6, 1, Room(whole=2, in_fields=1, likewise=True, areas=True, tempering=2)),
    _Space(99, 6, 1, Room(whole=1, in_fields=1, likewise=True, areas=True, tempering=2)),
    _Space(99, 5, 0, Room(whole=1, in_fields=0, likewise=True, areas=False, tempering=2)),
    _Space(8, 4, 0, Room(whole=1, in_fields=0, likewise=False, areas=False, tempering=2)),
    _Space(8, 4, 0, Room(whole=1, in_fields=0, likewise=False, areas=False, tempering=1)),
    _Space(8, 4, 0, Room(whole=0, in_fields=0, likewise=False, areas=False, tempering=1)),
    _Space(6, 3, 0, Room(whole=0, in_fields=0, likewise=False, areas=False, tempering=1)),
    _Space(5, 3, 0, Room(whole=0, in_fields=0, likewise=False, areas=False, tempering=1)),
    _Space(5, 2, 0, Room(whole=0, in_fields=0, likewise=False, areas=False, tempering=1)),
    _Space(4, 2, 0, Room(whole=0, in_fields=0, likewise=False, areas=False, tempering=1)),
    _Space(3, 2, 0, Room(whole=0, in_fields=0, likewise=False, areas=False, tempering=1)),
    _Space(3, 1, 0, Room(whole=0, in_fields=0, likewise=False, areas=False, tempering=1)),
    _Space(3, 1, 0, Room(whole=0, in_fields=0, likewise=False, areas=False, tempering=1, reasons=1)),
)
"""From roomy to tight; the first that fits is taken, else the last."""


def short_view(advice: Advice) -> list[Line]:
    """The advice on two screens, as far as it goes; conflicts are always shown whole."""
    top = [*head(advice, full=False), *holds_view(advice)]
    middle = [*conflicts_view(advice), *notes_view(advice), BLANK]
    bottom = [*_assumptions(advice), *_unused(advice), *_thresholds(advice), _more(advice)]
    left = ROWS - _rows([*top, *middle, *bottom])
    tried: dict[int, tuple[list[Line], list[Line]]] = {}

    def fits(number: int) -> bool:
        tried[number] = advised, watched = _advised(advice, _SPACES[number]), _watched(advice, _SPACES[number])
        return _rows([*advised, *watched]) <= left

    last = len(_SPACES) - 1
    first = bisect_left(range(last), True, key=fits)
    advised, watched = tried.get(first) or (_advised(advice, _SPACES[first]), _watched(advice, _SPACES[first]))
    return [*top, *advised, *middle, *watched, *bottom]


def _rows(lines: Iterable[Line]) -> int:
    return sum(1 for _ in fitted(lines, COLUMNS))


def _advised(advice: Advice, space: _Space) -> list[Line]:
    """What to do, and what may come."""
    return [
        *section("RECOMMENDATIONS", "", advised_view(advice.recommendations, space.room)),
        *_risks(list(of_kind(advice, ShownAs.RISK)), space),
        *section("FORECASTS", "", _alike(of_kind(advice, ShownAs.FORECAST), space)),
    ]


def _watched(advice: Advice, space: _Space) -> list[Line]:
    """What to watch, in one line."""
    parts: list[Part] = []
    for row in _alike(of_kind(advice, ShownAs.WATCH), space):
        parts += ["; " if parts else "  ", *row.spans[1:]]  # without the sign of a list
    return [line(("TO WATCH", "accent"), *parts)] if parts else []


def _risks(risks: Sequence[Result], space: _Space) -> Iterator[Line]:
    shown = risks[: space.risks]
    remark = f"{len(shown)} of {len(risks)}, the likeliest first" if len(shown) < len(risks) else ""
    yield from section("RISKS", remark, _risks_shown(shown, space))


def _risks_shown(shown: Sequence[Result], space: _Space) -> Iterator[Line]:
    together: dict[str, None] = {}
    for risk in shown:
        parts: list[Part] = [capital(risk.sentence), also(risk), (f" [{_standing(risk)}]", "muted")]
        tempering = tempered(risk.instances, _MOST_NAMED)
        if tempering and space.tempering:
            parts.append((f"; tempered by: {cut(tempering, space.tempering, '; ')}", "muted"))
        together.update(dict.fromkeys(tempering))
        yield line(("• ", "bad"), *parts, indent=2)
    if together and not space.tempering:
        yield line((f"tempered by: {cut(tuple(together), _MAX_TEMPERING, '; ')}", "muted"), indent=4)


def _standing(result: Result) -> str:
    beyond = "beyond the report" if result.beyond_report else ""
    return ", ".join(filter(None, (result.likelihood.in_words, result.beside, beyond)))


def _alike(results: Iterable[Result], space: _Space) -> Iterator[Line]:
    """Results of one likelihood in one line, those of one time together; what is foremost first, then the likeliest."""
    groups: dict[Likelihood, list[Result]] = {}
    for result in results:
        groups.setdefault(result.likelihood, []).append(result)
    for likelihood, found in sorted(groups.items(), key=lambda item: (min(one.place for one in item[1]), -item[0])):
        shown = sorted(found, key=lambda one: one.place)[: space.expected]
        parts: list[Part] = [("• ", "accent"), (f"{likelihood.in_words}: ", "muted")]
        for number, time in enumerate(dict.fromkeys(one.beside for one in shown)):
            sentences = "; ".join(f"{one.sentence}{_likewise(one)}" for one in shown if one.beside == time)
            parts += [("; " if number else "", ""), (f"{time}, " if time else "", "muted"), sentences]
        more = f"; and {len(found) - len(shown)} more" if len(found) > len(shown) else ""
        yield line(*parts, (more, "muted"), indent=2)


def _likewise(result: Result) -> str:
    """The further targets, where the sentence goes on, and whether it is the rulebook's own."""
    likewise = f" (likewise {', '.join(result.likewise)})" if result.likewise else ""
    return f"{likewise}{' [beyond the report]' if result.beyond_report else ''}"


def _assumptions(advice: Advice) -> Iterator[Line]:
    """What is assumed behind a recommendation, by the way it is assumed."""
    titles = {recommended.id: recommended.called for recommended in advice.recommendations}
    parts: list[Part] = []
    for kind, heading in ((AssumptionKind.PRESUMED, _PRESUMED), (AssumptionKind.ABSENT, _ABSENT)):
        of_kind = (one for one in advice.assumptions if one.kind is kind and not one.follows_anyway)
        found = [one for one in of_kind if not titles.keys().isdisjoint(one.rests)]
        if found:
            more = f"; and {len(found) - _MAX_ASSUMED} more" if len(found) > _MAX_ASSUMED else ""
            parts += [". " if parts else "  ", (f"{heading}: ", "muted"), *_assumed(found[:_MAX_ASSUMED], titles)]
            parts.append((more, "muted"))
    if parts:
        yield line(("ASSUMED", "accent"), *parts)


def _assumed(found: list[Assumption], titles: dict[str, str]) -> Iterator[Part]:
    """Assumptions with what rests on them, said once for neighbours of which the same does."""
    for number, assumption in enumerate(found):
        resting = _resting(assumption, titles)
        yield f"{'; ' if number else ''}{capital(assumption.plain)}"
        if resting not in [_resting(after, titles) for after in found[number + 1 : number + 2]]:
            yield (f" (for: {resting})", "muted")
        if assumption.doubts:
            yield (" - doubted, though too faintly to count", "warn")


def _resting(assumption: Assumption, titles: dict[str, str]) -> str:
    """The recommendations that rest on it."""
    resting = [title for name, title in titles.items() if name in assumption.rests]
    more = f" and {len(resting) - _MAX_RESTING} more" if len(resting) > _MAX_RESTING else ""
    return "all of them" if len(resting) == len(titles) > 1 else f"{'; '.join(resting[:_MAX_RESTING])}{more}"


def _unused(advice: Advice) -> Iterator[Line]:
    """How many facts are not used, by reason."""
    told = advice.telling
    by_reason: dict[str, int] = {}
    for unused in told.unused:
        by_reason[unused.why.in_short] = by_reason.get(unused.why.in_short, 0) + 1
    parts = []
    if told.unused:
        parts.append(f"{len(told.unused)} of {counted(told.own, 'fact')}: {_numbers(by_reason)}")
    if told.unused_inherited:
        number = sum(told.unused_inherited.values())
        reasons = _numbers({why.in_short: count for why, count in told.unused_inherited.items()})
        parts.append(f"{number} of {counted(told.inherited, 'inherited fact')}: {reasons}")
    if parts:
        yield line(("NOT USED", "accent"), (f"  {'; '.join(parts)}", "muted"))


def _numbers(by_reason: dict[str, int]) -> str:
    """So many for each reason, the commonest first; what is rare is only counted."""
    ordered = sorted(by_reason.items(), key=lambda item: -item[1])
    rest = sum(number for _, number in ordered[_MAX_WHY:])
    named = [f"{number} {reason}" for reason, number in ordered[:_MAX_WHY]]
    return ", ".join([*named, *([f"{rest} for other reasons"] if rest else [])])


def _thresholds(advice: Advice) -> Iterator[Line]:
    """The thresholds behind a recommendation; one that was set for this run stands in the head."""
    found = ", ".join(one.name for one in advice.thresholds if one.is_advised_on)
    if found:
        yield line(("THRESHOLDS", "accent"), (f"  the rulebook's own: {found}", "muted"))


def _more(advice: Advice) -> Line:
    steps = f", with {counted(advice.findings, 'finding')} on the way" if advice.findings else ""
    return line(("MORE", "accent"), (f"  --full: all of it{steps} · dragoman why NAME FILE: the proof", "muted"))
