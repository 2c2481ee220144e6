"""Advice as lines: what a busy person needs first, then what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.advice.forms import Advice, Assumption, Conflict, Result, Unused, Voice, WhyUnused
from dragoman.rulebook.forms import RecommendationStatus, ShownAs
from dragoman.rulebook.likelihood import Likelihood
from dragoman.views.lines import BLANK, Line, Part, Span, Style, counted, line
from dragoman.views.recommendations import recommendations_view, tempered

_HEADINGS = {ShownAs.RISK: "RISKS", ShownAs.FORECAST: "FORECASTS", ShownAs.WATCH: "TO WATCH"}
_NOUNS = {ShownAs.RISK: "risk", ShownAs.FORECAST: "forecast", ShownAs.WATCH: "thing", ShownAs.FINDING: "finding"}
_MAX_TEMPERING = 2
_MAX_UNUSED = 3
"""Of each reason; JSON has them all."""
_MAX_RESTING = 4
"""How many conclusions are named that rest on an assumption; `why` shows under each what it assumes."""


def advice_view(advice: Advice, *, findings: bool = True) -> list[Line]:
    """Recommendations, risks and forecasts, assumptions, conflicts; then findings, thresholds, what was not used, notes.

    `findings` are what was concluded on the way; the whole report has a hundred of them.
    """
    return [
        *_head(advice),
        *_section("RECOMMENDATIONS", "", recommendations_view(advice.recommendations)),
        *(row for kind, heading in _HEADINGS.items() for row in _results(advice, kind, heading)),
        *_assumptions(advice),
        *_section(
            "CONFLICTS",
            "nothing rests on what these leave open",
            (row for conflict in advice.conflicts for row in _conflict(conflict)),
            style="bad",
        ),
        *_section(
            "TOO DOUBTFUL TO REST ON",
            "",
            (line("• ", said.says, (f" ({_brief(said)})", "muted"), indent=2) for said in advice.doubtful),
        ),
        *(
            _results(advice, ShownAs.FINDING, "FINDINGS", "on the way; unhedged where nothing else is said")
            if findings
            else ()
        ),
        *_section("THRESHOLDS", "the report gives none; these are the rulebook's or yours", _thresholds(advice)),
        *_unused(advice),
        *_section("", "", (line((note, "muted")) for note in advice.notes)),
    ]


def _section(heading: str, remark: str, rows: Iterable[Line], style: Style = "accent") -> Iterator[Line]:
    """A heading over `rows`; nothing where there are none."""
    found = list(rows)
    if not found:
        return
    yield BLANK
    if heading:
        yield line((heading, style), (f"  {remark}" if remark else "", "muted"))
    yield from found


def _head(advice: Advice) -> Iterator[Line]:
    yield line((advice.situation, "title"), (f" · for {advice.state}" if advice.state else "", "title"))
    parts = [f"as of {advice.as_of.isoformat()}" if advice.as_of else "no date"]
    if advice.based_on:
        parts.append(f"based on {', '.join(advice.based_on)}")
    yield line((" · ".join((*parts, advice.rulebook, advice.engine)), "muted"))
    given = f"{counted(advice.facts, 'fact')}, {counted(advice.firings, 'firing')}: "
    yield line((given, "muted"), " · ".join(_counts(advice)))
    for threshold in advice.thresholds:
        if threshold.own:
            yield line((f"{threshold.name} is {threshold.value} for this run, not {threshold.own}", "warn"))


def _counts(advice: Advice) -> Iterator[str]:
    """How much there is of everything that a reader must not miss."""
    under_way = sum(recommended.status is RecommendationStatus.UNDER_WAY for recommended in advice.recommendations)
    tail = f" ({under_way} under way)" if under_way else ""
    yield counted(len(advice.recommendations), "recommendation") + tail
    for kind, noun in _NOUNS.items():
        number = sum(result.kind is kind for result in advice.results)
        if number:
            yield counted(number, noun) + (" to watch" if kind is ShownAs.WATCH else "")
    if advice.conflicts:
        yield counted(len(advice.conflicts), "conflict")
    if advice.telling.unused:
        yield f"{len(advice.telling.unused)} of {counted(advice.telling.own, 'fact')} not used"


def _results(advice: Advice, kind: ShownAs, heading: str, remark: str = "") -> Iterator[Line]:
    found = (result for result in advice.results if result.kind is kind)
    yield from _section(heading, remark, (row for result in found for row in _result(result)))


def _result(result: Result) -> Iterator[Line]:
    hedged = result.kind is not ShownAs.FINDING or result.likelihood is not Likelihood.UNHEDGED
    standing = ", ".join(part for part in (result.likelihood.word if hedged else "", result.beside) if part)
    style: Style = "bad" if result.kind is ShownAs.RISK else "accent"
    tail: list[Part] = [(f" [{standing}]", "muted")] if standing else []
    if result.beyond_report:
        tail.append((" [beyond the report]", "warn"))
    sentence = result.sentence[:1].upper() + result.sentence[1:]
    likewise = f". Likewise {', '.join(result.likewise)}" if result.likewise else ""
    yield line(("• ", style), sentence, likewise, *tail, indent=2)
    tempering = tempered(result.instances)
    if tempering:
        yield line((f"tempered by: {_cut(tempering, _MAX_TEMPERING, '; ')}", "muted"), indent=4)


def _cut(texts: tuple[str, ...], most: int, between: str) -> str:
    more = f"{between}and {len(texts) - most} more" if len(texts) > most else ""
    return f"{between.join(texts[:most])}{more}"


def _assumptions(advice: Advice) -> Iterator[Line]:
    advised = {recommended.id for recommended in advice.recommendations}
    under_advice = [a for a in advice.assumptions if advised & set(a.rests)]
    others = [a for a in advice.assumptions if a not in under_advice]
    rows = (row for assumption in (*under_advice, *others) for row in _assumption(assumption, advised))
    remark = "" if under_advice or not advised else "no recommendation rests on them"
    yield from _section("ASSUMPTIONS", remark, rows)


def _assumption(assumption: Assumption, advised: set[str]) -> Iterator[Line]:
    resting = tuple(sorted(assumption.rests, key=lambda name: name not in advised))
    sentence = assumption.sentence[:1].upper() + assumption.sentence[1:]
    yield line("• ", sentence, (f" [{_cut(resting, _MAX_RESTING, ', ')}]", "muted"), indent=2)
    for doubt in assumption.doubts:
        yield line(("said to the contrary, too doubtful to count: ", "warn"), (_brief(doubt), "muted"), indent=4)


def _conflict(conflict: Conflict) -> Iterator[Line]:
    yield line(("• ", "bad"), conflict.sentence, indent=2)
    for said in conflict.voices:
        yield line(*voice(said), indent=4)
    for settled in conflict.ways:
        parts = [*settled.follows, *(f"no longer: {sentence}" for sentence in settled.falls)]
        yield line((f"if {settled.way}: ", "muted"), "; ".join(parts) or "nothing would change", indent=4)


def _thresholds(advice: Advice) -> Iterator[Line]:
    for threshold in advice.thresholds:
        own: list[Part] = [(f", set for this run; the rulebook's own is {threshold.own}", "warn")]
        parts: list[Part] = [(threshold.name, "strong"), f" {threshold.value}", *(own if threshold.own else [])]
        yield line("• ", *parts, ".", (f" {threshold.reason}", "muted"), indent=2)


def _unused(advice: Advice) -> Iterator[Line]:
    """What was told here and not used, by reason; of what is inherited only how much."""
    told, by_reason = advice.telling, dict[WhyUnused, list[Unused]]()
    for unused in told.unused:
        by_reason.setdefault(unused.why, []).append(unused)
    rows = [row for why, found in by_reason.items() for row in _of_reason(why, found, advice.doubtful)]
    inherited = sum(told.unused_inherited.values())
    if inherited:
        reasons = ", ".join(f"{number} {why.value}" for why, number in told.unused_inherited.items())
        rows.append(
            line((f"of {counted(told.inherited, 'inherited fact')}, {inherited}: {reasons}", "muted"), indent=2)
        )
    remark = f"{counted(len(told.unused), 'fact')} told here, without effect on the advice"
    yield from _section("NOT USED", remark if told.unused else "", rows)


def _of_reason(why: WhyUnused, found: list[Unused], doubtful: tuple[Voice, ...]) -> Iterator[Line]:
    shown = [unused for unused in found if unused.voice not in doubtful]
    above = f" ({len(found) - len(shown)} named above)" if len(shown) < len(found) else ""
    yield line(("• ", "muted"), f"{why.value}{above}{':' if shown else ''}", indent=2)
    for unused in shown[:_MAX_UNUSED]:
        why_noted = f": {unused.context}" if unused.context else ""
        yield line(unused.sentence, (f" ({_brief(unused.voice)}){why_noted}", "muted"), indent=4)
    if len(shown) > _MAX_UNUSED:
        yield line((f"and {len(shown) - _MAX_UNUSED} more", "muted"), indent=4)


def voice(said: Voice) -> Iterator[Span]:
    """One statement: the sentence, then whose word it is and where it was said."""
    yield Span(said.says)
    parts = [
        said.likelihood,
        said.source,
        f"report {', '.join(said.at)}" if said.at else "",
        said.date,
        said.note,
        said.place,
    ]
    yield Span(f" ({'; '.join(part for part in parts if part)})", "muted")


def _brief(said: Voice) -> str:
    """How likely, whose word, and where the rest of it stands."""
    return "; ".join(part for part in (said.likelihood, said.source, said.place) if part)
