"""Where a recommendation belongs and what it still lacks, as lines: one for each, and short."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence

from dragoman.advice.carried_forms import Carried, CarriedStatus
from dragoman.advice.forms import Instance, Recommended
from dragoman.advice.recommended import listed
from dragoman.views.lines import Line, Part, Span, line

_BRIEF_REASONS = 1
_BRIEF_STRANDS = 2
_BRIEF_INSTRUMENTS = 3
_BRIEF_LACKING = 1
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


def carried_brief(recommended: Recommended, instances: Sequence[Instance], *, areas: bool) -> Iterator[Line]:
    """The same in few words, of all these instances together: for whom it carries is left out.

    Without `areas` these too, and what stands after the first few; nothing where the title says it all.
    """
    by_instrument: dict[str, list[Carried]] = {}
    for one in dataclasses.replace(recommended, instances=tuple(instances)).carried(_BRIEF_REASONS):
        by_instrument.setdefault(one.instrument, []).append(one)
    named = [(_instrument(parts) if areas else _without_areas(parts), parts) for parts in by_instrument.values()]
    if named and (areas or any(words not in recommended.short for words, _ in named)):
        shown = named if areas else named[:_BRIEF_INSTRUMENTS]
        more = f"; and {len(named) - len(shown)} more" if len(named) > len(shown) else ""
        yield line(("carried by: ", "muted"), *_marked(shown), (more, "muted"), indent=4)
    lacking = list(_lacking(instances, names=areas))
    if lacking:
        told = lacking if areas else lacking[:_BRIEF_LACKING]
        more = f"; and {len(lacking) - len(told)} more" if len(lacking) > len(told) else ""
        yield line(("still lacking: ", "muted"), "; ".join(told), (more, "muted"), indent=4)


def carried_words(recommended: Recommended, instances: Sequence[Instance], reasons: int) -> str:
    """What carries it for the first `reasons` of these instances: each instrument with all its strands, no areas."""
    by_instrument: dict[str, list[Carried]] = {}
    for one in dataclasses.replace(recommended, instances=tuple(instances)).carried(reasons):
        by_instrument.setdefault(one.instrument, []).append(one)
    named = [(_with_strands(parts), parts) for parts in by_instrument.values()]
    return "".join(part.text if isinstance(part, Span) else str(part) for part in _marked(named))


def lacking_words(instances: Sequence[Instance]) -> str:
    """What is under way still lacks, as far as told."""
    return "; ".join(_lacking(instances))


def _with_strands(parts: list[Carried]) -> str:
    signed = " (signed)" if parts[0].status is CarriedStatus.SIGNED else ""
    strands = dict.fromkeys(part.strand_short for part in parts if part.strand)
    named = f" ({', '.join(strands)})" if strands else ""
    return f"{parts[0].short}{named}{signed}"


def _without_areas(parts: list[Carried]) -> str:
    """`2019 strategy (prosperity; resilience)`; of what is not in force that it is signed."""
    signed = " (signed)" if parts[0].status is CarriedStatus.SIGNED else ""
    strands = list(dict.fromkeys(part.strand_short for part in parts if part.strand))
    few = strands if len(strands) <= _BRIEF_STRANDS else [f"{len(strands)} strands"]
    named = f" ({'; '.join(few)})" if few else ""
    return f"{parts[0].short}{named}{signed}"


def _carried_by(recommended: Recommended, reasons: int | None) -> Iterator[Part]:
    """Instrument by instrument, those that carry it for some states only after those that do for all."""
    groups: dict[tuple[tuple[str, ...], str], list[Carried]] = {}
    for one, instances in recommended.carried(reasons).items():
        targets = tuple(i.target for i in instances if i.target) if len(instances) < len(recommended.instances) else ()
        groups.setdefault((targets, one.instrument), []).append(one)
    ordered = sorted(groups.items(), key=lambda item: bool(item[0][0]))  # else in the order of the rulebook
    named = []
    for (targets, _), parts in ordered:
        unsaid = [target for target in targets if target not in parts[0].short]
        named.append((f"{_instrument(parts)}{f' for {listed(unsaid)}' if unsaid else ''}", parts))
    yield from _marked(named)


def _marked(named: Sequence[tuple[str, list[Carried]]]) -> Iterator[Part]:
    """Instruments in words, what is background marked as such."""
    marks = [any(part.background for part in parts) for _, parts in named]
    for number, (words, _) in enumerate(named):
        yield f"{'; ' if number else ''}{words}"
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


def _lacking(instances: Iterable[Instance], *, names: bool = True) -> Iterator[str]:
    """What is lacking; what is so of several states in the same words is said once, with their `names`, or how many."""
    by_words: dict[str, dict[str, str]] = {}
    for instance in instances:
        for lacking in instance.still_lacks:
            text = f"{lacking.sentence} (told: {lacking.told})" if lacking.told else lacking.sentence
            words = text.replace(instance.target, "\0") if instance.target else text
            by_words.setdefault(words, {}).setdefault(text, instance.target)
    for texts in by_words.values():
        first, *others = texts
        likewise = ", ".join(texts[text] for text in others) if names else f"{len(others)} more"
        yield f"{first} (likewise {likewise})" if others else first
