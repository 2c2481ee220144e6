"""Recommendations as lines: what, for whom, why, how sure; what several share is said once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from dragoman.advice.forms import Instance, Reason, Recommended, Weakest
from dragoman.advice.recommended import listed
from dragoman.advice.support import Order
from dragoman.rulebook.forms import RecommendationStatus
from dragoman.rulebook.likelihood import Likelihood
from dragoman.views.carried import carried
from dragoman.views.joined import differing
from dragoman.views.lines import Line, Part, Span, Style, line

_MAX_WEAKEST = 3
"""`why` shows them all."""


class Detail(NamedTuple):
    """A row of a recommendation."""

    label: str
    text: str


def recommendations_view(recommendations: tuple[Recommended, ...], document: str) -> Iterator[Line]:
    """All recommendations, numbered; those of one kind stand together, and what is noted of all of them stands last."""
    if not recommendations:
        yield line("None.", indent=2)
    noted = noted_of_all(recommendations)
    numbered = enumerate(recommendations, start=1)
    for _, group in groupby(numbered, key=lambda item: item[1].id):
        yield from _together(list(group), noted, document)
    yield from (line((f"all: {note}", "muted"), indent=4) for note in noted)


def who_acts(recommendations: Sequence[Recommended]) -> str:
    """Who acts, as far as the documents say, where that is the same for all recommendations."""
    acting = {recommended.by for recommended in recommendations}
    return f"who acts: {', '.join(next(iter(acting)))}" if len(acting) == 1 and any(acting) else ""


def noted_of_all(recommendations: Sequence[Recommended]) -> tuple[str, ...]:
    """The caveats that all recommendations have, if there are several."""
    first, *others = recommendations or (None,)
    if first is None or not others:
        return ()
    return tuple(caveat for caveat in first.caveats if all(caveat in other.caveats for other in others))


def _together(group: list[tuple[int, Recommended]], noted: tuple[str, ...], document: str) -> Iterator[Line]:
    """Recommendations of one kind, then what is the same for all of them; but for what is `noted` of all kinds."""
    details = [list(_details(recommended, noted)) for _, recommended in group]
    shared = [detail for detail in details[0] if all(detail in other for other in details)] if len(group) > 1 else []
    for (number, recommended), own in zip(group, details, strict=True):
        yield _title(number, recommended, document)
        yield from _reasons(recommended)
        yield from carried(recommended)
        yield from (labelled(*detail) for detail in own if detail not in shared)
    if shared:
        yield line((f"{group[0][0]} to {group[-1][0]} alike:", "muted"), indent=4)
        yield from (labelled(*detail) for detail in shared)
    yield line((f"proofs: why {group[0][1].id}", "muted"), indent=4)


def _title(number: int, recommended: Recommended, document: str) -> Line:
    style: Style = "good" if recommended.status is RecommendationStatus.ADVISED else "muted"
    standing = ", ".join(filter(None, (recommended.status.value, recommended.beside)))
    marks: list[Part] = [(f"  [{standing}]", style)]
    if recommended.beyond_report:
        marks.append((f"  [beyond the {document}]", "warn"))
    return line((f"{number:>2}. ", "muted"), (recommended.title, "strong"), *marks, hang=4)


def _details(recommended: Recommended, noted: tuple[str, ...]) -> Iterator[Detail]:
    yield Detail("grounds", _grounds(recommended.instances))
    yield from (Detail("weakest link", text) for text in _weakest(recommended.instances))
    tempering = tempered(recommended.instances)
    if tempering:
        yield Detail("tempered by", "; ".join(tempering))
    yield from (Detail("note", caveat) for caveat in recommended.caveats if caveat not in noted)


def tempered(instances: tuple[Instance, ...], most: int = 9) -> tuple[str, ...]:
    """The counter-weights of all instances; what is said of each of them in the same words is said once.

    Of more than `most` others, how many they are.
    """
    by_words: dict[str, dict[str, str]] = {}
    for instance in instances:
        for text in instance.tempered_by:
            words = text.replace(instance.target, "\0") if instance.target else text
            by_words.setdefault(words, {}).setdefault(text, instance.target)
    found = []
    for texts in by_words.values():
        first, *others = texts
        likewise = ", ".join(texts[text] for text in others) if len(others) <= most else f"{len(others)} others"
        found.append(f"{first} (likewise {likewise})" if likewise else first)
    return tuple(found)


def labelled(label: str, *parts: Part) -> Line:
    """A row of a recommendation, behind what it is."""
    return line((f"{label}: ", "muted"), *parts, indent=4)


def _reasons(recommended: Recommended) -> Iterator[Line]:
    """All reasons, the first that is shown first; states of which the same is said stand together.

    Of what a rule says of them in several ways, the first way is a sentence and the others what stands there instead.
    """
    if not any(instance.reasons for instance in recommended.instances):
        yield labelled("because", "it was told")
    together: dict[tuple[str, str], list[tuple[Order, int, Reason]]] = {}
    for number, instance in enumerate(recommended.instances):
        for reason in instance.reasons:
            words = reason.sentence.replace(instance.target, "\0") if instance.target else reason.sentence
            together.setdefault((reason.rule, words), []).append((reason.order, number, reason))
    ways: dict[tuple[object, ...], list[list[tuple[Order, int, Reason]]]] = {}
    for found in sorted(sorted(found) for found in together.values()):
        first = found[0][2]
        whose = (first.rule, first.likelihood, first.figures, *(number for _, number, _ in found))
        ways.setdefault(whose, []).append(found)
    for number, (found, *others) in enumerate(ways.values()):
        instances = [recommended.instances[one] for _, one, _ in found]
        everyone = everyone_of(recommended) if len(instances) == len(recommended.instances) else ""
        instead = differing([one[0][2].sentence for one in (found, *others)])[1:] if others else []
        tail = Span(f" The same of {listed(instead)}." if instead else "", "muted")
        yield labelled("also" if number else "because", *reason_parts(instances, found[0][2], everyone=everyone), tail)
        if not instead:
            yield from (labelled("also", *_way(recommended, other)) for other in others)


def _way(recommended: Recommended, found: Sequence[tuple[Order, int, Reason]]) -> Iterator[Part]:
    """One more reason of the same rule."""
    yield from reason_parts([recommended.instances[number] for _, number, _ in found], found[0][2])


def reason_said(instances: Sequence[Instance], reason: Reason, everyone: str = "") -> str:
    """The sentence of the reason for the first of the instances, or for `everyone`."""
    return _said_of_all(instances, reason, everyone) or reason.sentence


def reason_parts(
    instances: Sequence[Instance],
    reason: Reason,
    *,
    likewise: str | None = None,
    is_cut: bool = False,
    everyone: str = "",
    before: int = 0,
) -> Iterator[Part]:
    """The reason for the first of the instances; on what numbers, whose it is, and how likely.

    Args:
        instances: Conclusions for which the same rule gives a reason.
        reason: That of the first.
        likewise: For whom the reason holds too; without it, all further ones by name.
        is_cut: Whether the sentence ends with its first part.
        everyone: What they are called where they are all members of a group: what is so of each is said of all of them.
        before: The number under which its first part was said already, or 0.
    """
    first = instances[0]
    of_everyone = _said_of_all(instances, reason, everyone)
    sentence = of_everyone or reason.sentence
    others = ", ".join(one.target for one in instances[1:] if one.target) if likewise is None else likewise
    part, semicolon, rest = sentence.partition("; ")
    part = part.removesuffix(".")
    if others and not before and part.count(first.target) == 1 and part.endswith(f" {first.target}"):
        of_them = listed([first.target, *others.split(", ")])  # who the reason is of stands last: all of them can
        part, others = f"{part.removesuffix(first.target)}{of_them}", ""
    if reason.figures and not of_everyone:
        figures = (_briefly(figure, part) if is_cut else figure for figure in reason.figures)
        part = f"{part} ({'; '.join(figures)})"
    if before:
        yield f"as in {before}, and {rest}"
    else:
        yield f"{part}; {rest}" if semicolon and not is_cut else f"{part}."
    marks = [
        *(["the rulebook's own reason"] if reason.beyond_report else []),
        *([reason.likelihood.in_words] if reason.likelihood < first.likelihood else []),
    ]
    yield (f" ({'; '.join(marks)})" if marks else "", "warn")
    yield (f" Likewise {others}." if others and not of_everyone else "", "muted")


def _briefly(figure: str, sentence: str) -> str:
    """The number alone, where the sentence speaks of what it measures: `debt share: 42 percent` beside a debt."""
    name, colon, number = figure.partition(": ")
    return number if colon and name.partition(" ")[0] in sentence else figure


def everyone_of(recommended: Recommended) -> str:
    """What those are called that it is for, where they are all members of a group; else empty."""
    targets = [instance.target for instance in recommended.instances]
    return "" if recommended.whom == listed(targets) else recommended.whom


def _said_of_all(instances: Sequence[Instance], reason: Reason, everyone: str) -> str:
    """The reason with `everyone` in the place of the first, if it is so of each in the same words; else empty."""
    first, *others = instances
    if not everyone or not others:
        return ""
    words = reason.sentence.replace(first.target, "\0")
    of_each = (
        any(one.rule == reason.rule and one.sentence.replace(other.target, "\0") == words for one in other.reasons)
        for other in others
    )
    sentence = words.replace("\0", everyone)
    return f"{sentence[:1].upper()}{sentence[1:]}" if all(of_each) else ""


def _grounds(instances: tuple[Instance, ...]) -> str:
    """The likelihood of the grounds; by state where they differ."""
    by_level: dict[Likelihood, list[str]] = {}
    for instance in instances:
        by_level.setdefault(instance.likelihood, []).append(instance.target)
    if len(by_level) == 1:
        return next(iter(by_level)).in_words
    ordered = sorted(by_level.items(), reverse=True)
    return "; ".join(f"{level.in_words} ({', '.join(filter(None, targets))})" for level, targets in ordered)


def _weakest(instances: tuple[Instance, ...]) -> Iterator[str]:
    """The weakest links, the weakest first; those of one source stand together."""
    by_source: dict[tuple[Likelihood, str], dict[str, None]] = {}
    for weakest in sorted(filter(None, (instance.weakest for instance in instances)), key=_rank):
        by_source.setdefault((weakest.likelihood, weakest.source), {})[weakest.sentence] = None
    for (likelihood, source), sentences in list(by_source.items())[:_MAX_WEAKEST]:
        first, more = "; ".join(list(sentences)[:2]), f" and {len(sentences) - 2} more" if len(sentences) > 2 else ""
        yield f"{first}{more} ({likelihood.in_words}{f', {source}' if source else ''})"
    if len(by_source) > _MAX_WEAKEST:
        yield f"and {len(by_source) - _MAX_WEAKEST} more"


def _rank(weakest: Weakest) -> tuple[Likelihood, str]:
    return weakest.likelihood, weakest.sentence
