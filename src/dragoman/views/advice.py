"""Advice as lines, all of it: what holds, what a busy person needs first, then what it rests on.

What fits two screens is made by :mod:`dragoman.views.short`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.advice.forms import Advice, Assumption, Conflict, Held, Result, Unused, Voice, WhyUnused
from dragoman.advice.recommended import listed
from dragoman.rulebook.forms import RecommendationStatus, ShownAs
from dragoman.rulebook.likelihood import Likelihood
from dragoman.rulebook.words import capital
from dragoman.situation.forms import UNTITLED
from dragoman.views.lines import BLANK, Line, Part, Span, Style, counted, line
from dragoman.views.recommendations import recommendations_view, tempered, who_acts

_HEADINGS = {ShownAs.RISK: "RISKS", ShownAs.FORECAST: "FORECASTS", ShownAs.WATCH: "TO WATCH"}
_NOUNS = {ShownAs.RISK: "risk", ShownAs.FORECAST: "forecast", ShownAs.WATCH: "thing", ShownAs.FINDING: "finding"}
_MAX_RESTING = 4
"""How many conclusions are named that rest on an assumption; `why` shows under each what it assumes."""


def advice_view(advice: Advice) -> list[Line]:
    """What holds; recommendations, risks and forecasts, assumptions, conflicts; then findings, thresholds and the rest."""
    return [
        *head(advice),
        *holds_view(advice),
        *section(
            "RECOMMENDATIONS",
            who_acts(advice.recommendations),
            recommendations_view(advice.recommendations, advice.document),
        ),
        *(row for kind, heading in _HEADINGS.items() for row in _results(advice, kind, heading)),
        *_assumptions(advice),
        *conflicts_view(advice),
        *section(
            "TOO DOUBTFUL TO REST ON",
            "",
            (line("• ", said.says, (f" ({_brief(said)})", "muted"), indent=2) for said in advice.doubtful),
        ),
        *_results(advice, ShownAs.FINDING, "FINDINGS", "on the way; firm where nothing else is said"),
        *section("THRESHOLDS", _whose(advice), _thresholds(advice)),
        *_unused(advice),
        *notes_view(advice),
    ]


def section(heading: str, remark: str, rows: Iterable[Line], style: Style = "accent") -> Iterator[Line]:
    """A heading over `rows`; nothing where there are none."""
    found = list(rows)
    if not found:
        return
    yield BLANK
    if heading:
        yield line((heading, style), (f"  {remark}" if remark else "", "muted"))
    yield from found


def called(advice: Advice) -> str:
    """The title of the situation; of one that was begun with nothing, how much was told since."""
    if advice.situation == UNTITLED and advice.facts:
        return f"{counted(advice.telling.own or advice.facts, 'fact')} told"
    return advice.situation


def head(advice: Advice, *, full: bool = True) -> Iterator[Line]:
    """Which situation, of when, by which rulebook, and how much follows.

    With `full` also how much was concluded on the way and told in vain.
    """
    whom = listed([target.title for target in advice.targets])
    yield line((called(advice), "title"), (f" · for {whom}" if whom else "", "title"))
    parts = [f"as of {advice.as_of.isoformat()}" if advice.as_of else "no date"]
    if advice.based_on:
        parts.append(f"based on {', '.join(advice.based_on)}")
    yield line((" · ".join((*parts, advice.rulebook, advice.engine)), "muted"))
    given = f"{counted(advice.facts, 'fact')}, {counted(advice.firings, 'firing')}: "
    yield line((given, "muted"), " · ".join(_counts(advice, full=full)))
    for threshold in advice.thresholds:
        if threshold.own:
            yield line((f"{threshold.name} is {threshold.value} for this run, not {threshold.own}", "warn"))


def holds_view(advice: Advice) -> Iterator[Line]:
    """What holds now: a line for each group of the rulebook's summary, then what was told of what might follow."""
    yield from section("WHAT HOLDS NOW", "", (_held(group) for group in advice.holds))


def _held(group: tuple[Held, ...]) -> Line:
    parts: list[Part] = []
    for held in group:
        hedge = held.likelihood.in_words if held.likelihood is not Likelihood.UNHEDGED else ""
        marks = ", ".join(filter(None, (hedge, held.beside, "told" if held.told else "")))
        sentence = held.sentence if parts else capital(held.sentence)
        parts += [("; " if parts else "", ""), sentence, (f" [{marks}]" if marks else "", "muted")]
    return line("• ", *parts, indent=2)


def conflicts_view(advice: Advice) -> Iterator[Line]:
    """The disputed facts, both sides of each, and what hangs on them."""
    rows = (row for conflict in advice.conflicts for row in _conflict(conflict))
    yield from section("CONFLICTS", "nothing rests on what these leave open", rows, style="bad")


def notes_view(advice: Advice) -> Iterator[Line]:
    """What a reader must know about the whole."""
    yield from section("", "", (line((note, "muted")) for note in advice.notes))


def _counts(advice: Advice, *, full: bool) -> Iterator[str]:
    """How much there is of everything that a reader must not miss."""
    under_way = sum(recommended.status is RecommendationStatus.UNDER_WAY for recommended in advice.recommendations)
    tail = f" ({under_way} under way)" if under_way else ""
    yield counted(len(advice.recommendations), "recommendation") + tail
    for kind, noun in _NOUNS.items():
        number = sum(1 for _ in of_kind(advice, kind))
        if number and (full or kind is not ShownAs.FINDING):
            yield counted(number, noun) + (" to watch" if kind is ShownAs.WATCH else "")
    if advice.conflicts:
        yield counted(len(advice.conflicts), "conflict")
    if full and advice.telling.unused:
        yield f"{len(advice.telling.unused)} of {counted(advice.telling.own, 'fact')} not used"


def of_kind(advice: Advice, kind: ShownAs) -> Iterator[Result]:
    """The results of a kind; a risk, a forecast or a thing to watch that was told is none: it holds."""
    return (one for one in advice.results if one.kind is kind and (kind is ShownAs.FINDING or not one.is_told))


def _results(advice: Advice, kind: ShownAs, heading: str, remark: str = "") -> Iterator[Line]:
    rows = (row for result in of_kind(advice, kind) for row in _result(result, advice.document))
    yield from section(heading, remark, rows)


def _result(result: Result, document: str) -> Iterator[Line]:
    hedged = result.kind is not ShownAs.FINDING or result.likelihood is not Likelihood.UNHEDGED
    told = "told" if result.is_told else ""
    likelihood = result.likelihood.in_words if hedged else ""
    standing = ", ".join(part for part in (likelihood, result.beside, told) if part)
    style: Style = "bad" if result.kind is ShownAs.RISK else "accent"
    tail: list[Part] = [(f" [{standing}]", "muted")] if standing else []
    if result.beyond_report:
        tail.append((f" [beyond the {document}]", "warn"))
    yield line(("• ", style), capital(result.sentence), also(result), *tail, indent=2)
    tempering = tempered(result.instances)
    if tempering:
        yield line((f"tempered by: {'; '.join(tempering)}", "muted"), indent=4)


def also(result: Result) -> str:
    """The further targets of a result, to stand behind its sentence."""
    return f". Likewise {', '.join(result.likewise)}" if result.likewise else ""


def cut(texts: tuple[str, ...], most: int, between: str) -> str:
    """So many of the texts, and how many more there are."""
    more = f"{between}and {len(texts) - most} more" if len(texts) > most else ""
    return f"{between.join(texts[:most])}{more}"


def _assumptions(advice: Advice) -> Iterator[Line]:
    advised = {recommended.id for recommended in advice.recommendations}
    found = [a for a in advice.assumptions if not a.follows_anyway]
    under_advice = [a for a in found if advised & set(a.rests)]
    others = [a for a in found if a not in under_advice]
    rows = (row for assumption in (*under_advice, *others) for row in _assumption(assumption, advised))
    remark = "" if under_advice or not advised else "no recommendation rests on them"
    yield from section("ASSUMPTIONS", remark, rows)


def _assumption(assumption: Assumption, advised: set[str]) -> Iterator[Line]:
    resting = tuple(sorted(assumption.rests, key=lambda name: name not in advised))
    yield line("• ", capital(assumption.sentence), (f" [{cut(resting, _MAX_RESTING, ', ')}]", "muted"), indent=2)
    for doubt in assumption.doubts:
        yield line(("said to the contrary, too doubtful to count: ", "warn"), (_brief(doubt), "muted"), indent=4)


def _conflict(conflict: Conflict) -> Iterator[Line]:
    yield line(("• ", "bad"), conflict.sentence, indent=2)
    for said in conflict.voices:
        yield line(*voice(said), indent=4)
    for settled in conflict.ways:
        parts = [*settled.follows, *(f"no longer: {sentence}" for sentence in settled.falls)]
        yield line((f"if {settled.way}: ", "muted"), "; ".join(parts) or "nothing would change", indent=4)
    if conflict.hint:
        yield line((f"to settle it: {conflict.hint}", "muted"), indent=4)


def _whose(advice: Advice) -> str:
    """Whose thresholds these are."""
    if not any(threshold.at for threshold in advice.thresholds):
        return f"the {advice.document} gives none; these are the rulebook's or yours"
    return f"the {advice.document}'s where it is named, else the rulebook's or yours"


def _thresholds(advice: Advice) -> Iterator[Line]:
    for threshold in advice.thresholds:
        whose = f"the {advice.document}'s" if threshold.at else "the rulebook's own"
        own: list[Part] = [(f", set for this run; {whose} is {threshold.own}", "warn")]
        parts: list[Part] = [(threshold.name, "strong"), f" {threshold.value}", *(own if threshold.own else [])]
        reason = f" {threshold.reason}" if threshold.reason else ""
        source = f" ({advice.document} {', '.join(threshold.at)})" if threshold.at else ""
        yield line("• ", *parts, ".", (f"{reason}{source}", "muted"), indent=2)


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
    yield from section("NOT USED", remark if told.unused else "", rows)


def _of_reason(why: WhyUnused, found: list[Unused], doubtful: tuple[Voice, ...]) -> Iterator[Line]:
    shown = [unused for unused in found if unused.voice not in doubtful]
    above = f" ({len(found) - len(shown)} named above)" if len(shown) < len(found) else ""
    yield line(("• ", "muted"), f"{why.value}{above}{':' if shown else ''}", indent=2)
    for unused in shown:
        why_noted = f": {unused.context}" if unused.context else ""
        yield line(unused.sentence, (f" ({_brief(unused.voice)}){why_noted}", "muted"), indent=4)


def voice(said: Voice) -> Iterator[Span]:
    """One statement: the sentence, then whose word it is and where it was said."""
    yield Span(said.says)
    parts = [
        said.likelihood,
        said.source,
        f"report {', '.join(said.at)}" if said.at else "",
        said.date,
        said.note,
        said.where,
    ]
    yield Span(f" ({'; '.join(part for part in parts if part)})", "muted")


def _brief(said: Voice) -> str:
    """How likely, whose word, and where the rest of it stands."""
    return "; ".join(part for part in (said.likelihood, said.source, said.where) if part)
