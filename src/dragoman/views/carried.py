"""Where a recommendation belongs and what it still lacks, as lines: one for each, and short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.advice.forms import Carried, CarriedStatus, Instance, Recommended
from dragoman.advice.recommended import listed
from dragoman.views.lines import Line, Part, Span, line

_MAX_REASONS = 2
"""What carries it for its best reasons is shown; `--format json` has it for all of them."""


def carried(recommended: Recommended, reasons: int | None = _MAX_REASONS) -> Iterator[Line]:
    """What carries it, and what it still lacks if it is under way; for the first `reasons` of each state, or for all."""
    found = list(_carried_by(recommended, reasons))
    if found:
        yield line(("carried by: ", "muted"), *found, indent=4)
    lacking = "; ".join(_lacking(recommended.instances))
    if lacking:
        yield line(("still lacking, as far as told: ", "muted"), lacking, indent=4)


def _carried_by(recommended: Recommended, reasons: int | None) -> Iterator[Part]:
    """Instrument by instrument, those that carry it for some states only after those that do for all."""
    groups: dict[tuple[tuple[str, ...], str], list[Carried]] = {}
    for one, instances in recommended.carried(reasons).items():
        targets = tuple(i.target for i in instances if i.target) if len(instances) < len(recommended.instances) else ()
        groups.setdefault((targets, one.instrument), []).append(one)
    ordered = sorted(groups.items(), key=lambda item: bool(item[0][0]))  # else in the order of the rulebook
    marks = [any(part.background for part in parts) for _, parts in ordered]
    for number, ((targets, _), parts) in enumerate(ordered):
        unsaid = [target for target in targets if target not in parts[0].short]
        yield f"{'; ' if number else ''}{_instrument(parts)}{f' for {listed(unsaid)}' if unsaid else ''}"
        if marks[number] and not any(marks[number + 1 : number + 2]):  # once for all that stand side by side
            yield Span(" [background]", "muted")


def _instrument(parts: list[Carried]) -> str:
    """`2019 strategy (prosperity: economic reform, sustainable connectivity; resilience)`."""
    one = parts[0]
    signed = f" (signed on {one.since.isoformat()})" if one.status is CarriedStatus.SIGNED and one.since else ""
    followed = [part.has_followed for part in parts if part.has_followed]
    tail = f", which has followed the {_instrument(followed).removeprefix('the ')}" if followed else ""
    return f"{one.short}{_parts(parts)}{signed}{tail}"


def _parts(parts: list[Carried]) -> str:
    strands: dict[str, dict[str, None]] = {}
    for part in parts:
        if part.strand:
            strands.setdefault(part.strand_short, {}).update({part.area_title: None} if part.area else {})
    named = (f"{strand}: {', '.join(areas)}" if areas else strand for strand, areas in strands.items())
    return f" ({'; '.join(named)})" if strands else ""


def _lacking(instances: Iterable[Instance]) -> Iterator[str]:
    """What is lacking; what is so of several states in the same words is said once."""
    by_words: dict[str, dict[str, str]] = {}
    for instance in instances:
        for lacking in instance.still_lacks:
            text = f"{lacking.sentence} (told: {lacking.told})" if lacking.told else lacking.sentence
            words = text.replace(instance.target, "\0") if instance.target else text
            by_words.setdefault(words, {}).setdefault(text, instance.target)
    for texts in by_words.values():
        first, *others = texts
        yield f"{first} (likewise {', '.join(texts[text] for text in others)})" if others else first
