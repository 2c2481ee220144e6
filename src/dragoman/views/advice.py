"""Advice as lines: what a busy person needs first, then what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.advice.forms import Advice, Assumption, Conflict, Instance, Recommended, Result, Voice
from dragoman.rulebook.likelihood import Likelihood
from dragoman.views.lines import BLANK, Line, Part, Span, Style, line

_HEADINGS = {"risk": "RISKS", "forecast": "FORECASTS", "watch": "TO WATCH", "finding": "FINDINGS"}
_HORIZONS = {"now": "now", "short": "in the short run", "long": "in the long run"}
_MAX_TEMPERING = 2
_MAX_LIKEWISE_RULES = 3
"""How many kinds of reason are written out for a recommendation; `why` shows them all."""


def advice_view(advice: Advice) -> list[Line]:
    """Recommendations, results, assumptions, conflicts, thresholds and notes."""
    return [
        *_head(advice),
        *_recommendations(advice),
        *_results(advice),
        *_assumptions(advice.assumptions),
        *_conflicts(advice.conflicts),
        *_doubtful(advice.doubtful),
        *_thresholds(advice),
        *_notes(advice),
    ]


def _head(advice: Advice) -> Iterator[Line]:
    yield line((advice.situation, "title"), (f" · for {advice.state}" if advice.state else "", "title"))
    parts = [f"as of {advice.as_of.isoformat()}" if advice.as_of else "no date"]
    if advice.based_on:
        parts.append(f"based on {', '.join(advice.based_on)}")
    parts += [f"{advice.facts} facts", f"{advice.firings} firings", advice.rulebook, advice.engine]
    yield line((" · ".join(parts), "muted"))


def _recommendations(advice: Advice) -> Iterator[Line]:
    yield BLANK
    yield line(("RECOMMENDATIONS", "accent"))
    if not advice.recommendations:
        yield line("None.", indent=2)
    for number, recommended in enumerate(advice.recommendations, start=1):
        yield from _recommended(number, recommended)


def _recommended(number: int, recommended: Recommended) -> Iterator[Line]:
    style: Style = "good" if recommended.status == "advised" else "muted"
    marks: list[Part] = [(f"  [{recommended.status}]", style)]
    if recommended.beyond_report:
        marks.append(("  [beyond the report]", "warn"))
    yield line((f"{number:>2}. ", "muted"), (recommended.title, "strong"), *marks, hang=4)
    yield from _reasons(recommended)
    if recommended.strategies:
        yield _labelled("carried by", "; ".join(recommended.strategies))
    yield _labelled("grounds", _grounds(recommended.instances))
    for text in _weakest(recommended.instances):
        yield _labelled("weakest link", text)
    tempering = dict.fromkeys(text for instance in recommended.instances for text in instance.tempered_by)
    if tempering:
        yield _labelled("tempered by", "; ".join(tempering))
    for caveat in recommended.caveats:
        yield _labelled("note", caveat)
    yield line((f"why {recommended.id}", "muted"), indent=4)


def _labelled(label: str, *parts: str | Span) -> Line:
    return line((f"{label}: ", "muted"), *parts, indent=4)


def _reasons(recommended: Recommended) -> Iterator[Line]:
    """The best reason of each state; states with the same rule behind theirs stand together."""
    by_rule: dict[str, list[Instance]] = {}
    for instance in recommended.instances:
        by_rule.setdefault(instance.reasons[0].rule if instance.reasons else "", []).append(instance)
    for rule, instances in list(by_rule.items())[:_MAX_LIKEWISE_RULES]:
        if not rule:
            yield _labelled("because", "it was told")
            continue
        first = instances[0].reasons[0]
        likewise = ", ".join(instance.target for instance in instances[1:] if instance.target)
        tail = Span(f" Likewise {likewise}." if likewise else "", "muted")
        yield _labelled("because", first.sentence, tail)
    further = sum(len(instance.reasons) for instance in recommended.instances) - len(recommended.instances)
    if further > 0:
        yield line((f"{further} further reasons", "muted"), indent=4)


def _grounds(instances: tuple[Instance, ...]) -> str:
    """The likelihood of the grounds; by state where they differ."""
    by_level: dict[Likelihood, list[str]] = {}
    for instance in instances:
        by_level.setdefault(instance.likelihood, []).append(instance.target)
    if len(by_level) == 1:
        return next(iter(by_level)).word
    ordered = sorted(by_level.items(), reverse=True)
    return "; ".join(f"{level.word} ({', '.join(filter(None, targets))})" for level, targets in ordered)


def _weakest(instances: tuple[Instance, ...]) -> Iterator[str]:
    """The weakest links, the weakest first, each once."""
    links = {instance.weakest: None for instance in instances if instance.weakest}
    for weakest in sorted(links, key=lambda link: (link.likelihood, link.sentence)):
        source = f", {weakest.source}" if weakest.source else ""
        yield f"{weakest.sentence} ({weakest.likelihood.word}{source})"


def _results(advice: Advice) -> Iterator[Line]:
    for kind, heading in _HEADINGS.items():
        found = [result for result in advice.results if result.kind == kind]
        if found:
            yield BLANK
            yield line((heading, "accent"))
            for result in found:
                yield _result(result)


def _result(result: Result) -> Line:
    when = _HORIZONS.get(result.horizon, result.horizon)
    standing = ", ".join(part for part in (result.likelihood.word, when) if part)
    style: Style = "bad" if result.kind == "risk" else "accent"
    beyond: list[Part] = [(" [beyond the report]", "warn")] if result.beyond_report else []
    tempering = tuple(dict.fromkeys(text for instance in result.instances for text in instance.tempered_by))
    more = f", and {len(tempering) - _MAX_TEMPERING} more" if len(tempering) > _MAX_TEMPERING else ""
    tail = f" Tempered by: {'; '.join(tempering[:_MAX_TEMPERING])}{more}." if tempering else ""
    sentence = result.sentence[:1].upper() + result.sentence[1:]
    likewise = f". Likewise {', '.join(result.likewise)}" if result.likewise else ""
    return line(("• ", style), sentence, likewise, " ", (f"[{standing}]", "muted"), *beyond, (tail, "muted"), indent=2)


def _assumptions(assumptions: tuple[Assumption, ...]) -> Iterator[Line]:
    if not assumptions:
        return
    yield BLANK
    yield line(("ASSUMPTIONS", "accent"))
    for assumption in assumptions:
        word = "presumed: " if assumption.kind == "presumed" else ""
        yield line("• ", f"{word}{assumption.sentence} ", (f"[{', '.join(assumption.rests)}]", "muted"), indent=2)
        for doubt in assumption.doubts:
            yield line(("said to the contrary, too doubtful to count: ", "warn"), *voice(doubt), indent=4)


def _conflicts(conflicts: tuple[Conflict, ...]) -> Iterator[Line]:
    if not conflicts:
        return
    yield BLANK
    yield line(("CONFLICTS", "bad"), (" nothing rests on these until they are settled", "muted"))
    for conflict in conflicts:
        yield line(("• ", "bad"), conflict.sentence, indent=2)
        for said in conflict.voices:
            yield line(*voice(said), indent=4)
        for way, follows in conflict.hangs:
            hangs = "; ".join(follows) if follows else "nothing more would follow"
            yield line((f"if {way}: ", "muted"), hangs, indent=4)


def _doubtful(doubtful: tuple[Voice, ...]) -> Iterator[Line]:
    if not doubtful:
        return
    yield BLANK
    yield line(("TOO DOUBTFUL TO REST ON", "accent"))
    for said in doubtful:
        yield line("• ", *voice(said), indent=2)


def _thresholds(advice: Advice) -> Iterator[Line]:
    if not advice.thresholds:
        return
    yield BLANK
    yield line(("THRESHOLDS", "accent"), (" the report gives none; these are the rulebook's or yours", "muted"))
    for threshold in advice.thresholds:
        own: list[Part] = (
            [(f" set by you for this run; the rulebook's own is {threshold.own}.", "warn")] if threshold.own else []
        )
        yield line(
            "• ", (threshold.name, "strong"), f" {threshold.value}.", *own, (f" {threshold.reason}", "muted"), indent=2
        )


def _notes(advice: Advice) -> Iterator[Line]:
    if advice.notes:
        yield BLANK
        for note in advice.notes:
            yield line((note, "muted"))


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
