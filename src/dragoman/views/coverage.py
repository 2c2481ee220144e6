"""Coverage as lines: of the report by its rulebook, of the rulebook by its cases; and the instances of its rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.coverage.report import Count, ReportCoverage
from dragoman.coverage.trial import RuleTrial, Trial
from dragoman.explain.passages import Verified
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.words import VocabularyWording
from dragoman.views.lines import BLANK, Line, counted, line

_COLUMNS = ("section", "passages", "rested on", "claims", "encoded", "not encoded", "open")


def report_view(found: ReportCoverage) -> list[Line]:
    """The table of sections, then every claim that is not encoded, and why."""
    rows = [_COLUMNS, *(_row(count) for count in (*found.sections, found.in_all))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_COLUMNS))]
    lines = [line("  ".join(_cells(row, widths)), hang=0) for row in rows]
    if found.not_encoded:
        lines += [BLANK, line(("NOT ENCODED, AND WHY", "accent"))]
        lines += [
            line((claim.id, "strong"), (f" ({', '.join(claim.at)}) ", "muted"), claim.not_encoded, indent=2)
            for claim in found.not_encoded
        ]
    if found.open:
        lines += [BLANK, line(("NEITHER ENCODED NOR WITH A REASON", "bad"))]
        lines += [
            line((claim.id, "strong"), f" ({', '.join(claim.at)}) {claim.text}", indent=2) for claim in found.open
        ]
    return lines


def _row(count: Count) -> tuple[str, ...]:
    numbers = (count.passages, count.rested_on, count.claims, count.encoded, count.not_encoded, count.open)
    return count.section, *map(str, numbers)


def _cells(row: tuple[str, ...], widths: list[int]) -> Iterator[str]:
    yield row[0].ljust(widths[0])
    yield from (cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))


def uncovered_view(found: ReportCoverage, verified: Mapping[str, Verified] | None) -> list[Line]:
    """The passages that no rule rests on, with their words where a copy of the report was given."""
    heading = f"{counted(len(found.uncovered), 'passage')} that no rule rests on"
    if verified is None:
        return [line((heading, "accent")), *(_uncovered(at, claims) for at, claims in found.uncovered.items())]
    lines = [line((heading, "accent"))]
    for at, claims in found.uncovered.items():
        lines += [_uncovered(at, claims), line(verified[at].text or "is not in this copy of the report", indent=4)]
    return lines


def _uncovered(at: str, claims: tuple[str, ...]) -> Line:
    told = f"  {counted(len(claims), 'claim')}, none of them in a rule" if claims else "  no claim"
    return line((at, "strong"), (told, "muted"), indent=2)


def verified_view(verified: Mapping[str, Verified]) -> list[Line]:
    """Whether the passages are in somebody's copy of the report."""
    whole = sum(passage.is_whole for passage in verified.values())
    lines = [line((f"{whole} of {counted(len(verified), 'passage')} found whole", "good" if whole else "bad"))]
    for at, passage in verified.items():
        if not passage.is_whole:
            found = f"{passage.found} of {counted(passage.pieces, 'piece')} found"
            lines.append(line((at, "strong"), f" {found}", indent=2))
    return lines


def trial_view(rulebook: Rulebook, found: Trial) -> list[Line]:
    """What no case shows, rule by rule, then the share that is shown."""
    words = VocabularyWording(rulebook)
    lines = [text for tried in found.rules if not all(tried.goals) for text in _missing(words, tried)]
    whole = found.seen == found.wanted
    share = f"{found.percent:.1f} % of what is to be seen of the rules: {found.seen} of {found.wanted}"
    return [*lines, line((share, "good" if whole else "warn"))]


def _missing(words: VocabularyWording, tried: RuleTrial) -> Iterator[Line]:
    yield line((tried.rule.id, "strong"), (f"  {tried.rule.place}", "muted"))
    if not tried.fired:
        yield line(("never fires", "bad"), indent=2)
    for seen in tried.conditions:
        if seen.section == "tempered by":
            missing = [] if seen.holds else ["never stands beside the conclusion"]
            missing += [] if seen.decides else ["the conclusion never stands without it"]
        else:
            missing = [] if seen.holds or not tried.fired else ["never holds"]
            missing += [] if seen.decides else ["never decides alone"]
        if missing:
            condition = words.condition(seen.condition)
            yield line((f"{seen.section} ", "accent"), f"{condition}: ", ("; ".join(missing), "bad"), indent=2)


def counts_view(instances: Mapping[str, int], levels: Mapping[str, int]) -> list[Line]:
    """How many instances each rule has, by level and id."""
    width = max((len(str(number)) for number in instances.values()), default=1)
    rows = sorted(instances, key=lambda rule: (levels[rule], rule))
    lines = [
        line(f"{instances[rule]:>{width}} ", (rule, "strong"), (f"  level {levels[rule]}", "muted")) for rule in rows
    ]
    return [*lines, line((f"{counted(sum(instances.values()), 'instance')} of {counted(len(rows), 'rule')}", "muted"))]
