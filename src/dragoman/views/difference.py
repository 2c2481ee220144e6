"""A difference as lines: what is given otherwise, what comes, what goes, what stands otherwise, and because of what.

In short, findings and what stands for other reasons are counted, but for recommendations; with `full` all is said,
with names, and by way of what each change came.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.advice.forms import Recommended
from dragoman.advice.recommended import listed
from dragoman.exact.difference_forms import Cause, CauseKind, Change, Difference, Sign, Turn, Turned
from dragoman.rulebook.forms import ShownAs
from dragoman.rulebook.words import capital
from dragoman.views.advice import section
from dragoman.views.joined import in_one
from dragoman.views.lines import BLANK, Line, Part, Style, counted, line

_STYLES: dict[Sign, Style] = {Sign.CAME: "good", Sign.WENT: "bad", Sign.CHANGED: "warn", Sign.REASONS: "muted"}
_HEADINGS = {
    ShownAs.RECOMMENDATION: "RECOMMENDATIONS",
    ShownAs.RISK: "RISKS",
    ShownAs.FORECAST: "FORECASTS",
    ShownAs.WATCH: "TO WATCH",
    ShownAs.FINDING: "FINDINGS",
}
_COUNTED = {
    Sign.CAME: ("comes", "come"),
    Sign.WENT: ("goes", "go"),
    Sign.CHANGED: ("stands otherwise", "stand otherwise"),
    Sign.REASONS: ("stands for other reasons", "stand for other reasons"),
}
_NO_LONGER = frozenset({Turn.WITHDRAWN, Turn.WENT})
_MOST_CAUSES, _MOST_REASONS, _MOST_GIVEN = 3, 2, 12
"""So much is named where not all is asked for."""


def difference_view(found: Difference, *, full: bool) -> list[Line]:
    """All of it: which two are compared, what is given otherwise, what changes."""
    return [
        *_head(found),
        *section("GIVEN OTHERWISE", "", _given(found.causes, full=full)),
        *_by_kind(found, full=full),
    ]


def changes_view(found: Difference) -> Iterator[Line]:
    """What changes, in a list without headings: recommendations first."""
    rows = [*_disputes(found), *(row for kind in ShownAs for row in _changes(found, kind, full=False))]
    yield from rows
    others = sum(len(change.turned) for change in found.changes)
    if not found.changes:
        yield line(("the advice stays as it is", "muted"), indent=2)
    elif not rows:
        stands = "stands" if others == 1 else "stand"
        said = (
            f"the advice stays as it is, but that {counted(others, 'conclusion')} on the way {stands} for other reasons"
        )
        yield line((said, "muted"), indent=2)


def _head(found: Difference) -> Iterator[Line]:
    before, after = found.before, found.after
    scope = f" · for {listed([target.title for target in after.targets])}" if after.targets else ""
    if before.situation != after.situation:
        yield line((f"{after.situation}{scope}", "title"))
        yield line(("compared with: ", "muted"), before.situation)
    else:
        yield line((f"What changes: {after.situation}{scope}", "title"))
    if any(cause.kind in {CauseKind.RULE, CauseKind.VOCABULARY} for cause in found.causes):
        yield line(("rulebooks: ", "muted"), f"{before.rulebook} → {after.rulebook}")
    numbers = [(sign, sum(len(c.turned) for c in found.changes if c.sign is sign)) for sign in Sign]
    said = [f"{number} {_COUNTED[sign][number > 1]}" for sign, number in numbers if number]
    stays = f"{found.unchanged} {'stays as it is' if found.unchanged == 1 else 'stay as they are'}"
    said += [stays] if said and found.unchanged else []
    yield line((f"Of all conclusions {', '.join(said)}." if said else "The advice stays as it is.", "muted"))


def _given(causes: Sequence[Cause], *, full: bool) -> Iterator[Line]:
    if not causes:
        yield line("Nothing: all of it was told already, and counts as it did.", indent=2)
    most = len(causes) if full else _MOST_GIVEN
    for cause in causes[:most]:
        name: Part = (f"  {cause.name}" if full else "", "muted")
        yield line("• ", (f"{cause.turn.value}: ", "muted"), *_cause(cause), name, indent=2)
    if len(causes) > most:
        yield line((f"and {len(causes) - most} more", "muted"), indent=2)


def _cause(cause: Cause) -> Iterator[Part]:
    """What is given otherwise, after a word that says in which way."""
    yield cause.sentence
    if cause.turn in {Turn.VALUE, Turn.SETTLED, Turn.LIKELIHOOD}:
        yield (f" (was: {cause.before})", "muted")
    elif cause.kind is CauseKind.THRESHOLD:
        yield from (" is ", cause.after or "gone", (f" (was: {cause.before})" if cause.before else "", "muted"))
    elif cause.turn is Turn.CHANGED:
        yield (f" ({cause.after})", "muted")


# -- what changes


def _by_kind(found: Difference, *, full: bool) -> Iterator[Line]:
    for kind, heading in _HEADINGS.items():
        if full or kind is not ShownAs.FINDING:
            yield from section(heading, "", _changes(found, kind, full=full))
    left = _left_out(found)
    if left and not full:
        yield BLANK
        yield line(("MORE", "accent"), (f"  --full: {left}", "muted"))


def _left_out(found: Difference) -> str:
    """What is only counted."""
    findings = sum(len(change.turned) for change in found.of_kind(ShownAs.FINDING))
    kinds = (ShownAs.RISK, ShownAs.FORECAST, ShownAs.WATCH)
    others = sum(len(c.turned) for kind in kinds for c in found.of_kind(kind) if c.sign is Sign.REASONS)
    parts = [counted(findings, "finding")] if findings else []
    parts += [f"{others} that {'stands' if others == 1 else 'stand'} for other reasons"] if others else []
    return ", ".join([*parts, "by way of what each change came"] if found.changes else [])


def _changes(found: Difference, kind: ShownAs, *, full: bool) -> Iterator[Line]:
    changes = found.of_kind(kind)
    if full:
        for change in changes:
            yield from _whole(found, change)
        return
    if kind is not ShownAs.RECOMMENDATION:
        changes = tuple(change for change in changes if change.sign is not Sign.REASONS)
    groups: dict[tuple[object, ...], list[Change]] = {}
    for change in changes:
        groups.setdefault((change.sign, change.id, change.before, change.after), []).append(change)
    for group in groups.values():
        yield from _together(found, group)


def _whole(found: Difference, change: Change) -> Iterator[Line]:
    """A change with all that is to be said of it; of several conclusions for each, where it came through other causes."""
    is_one = len({turned.through for turned in change.turned}) == 1 and change.sign is not Sign.REASONS
    for some in [change.turned] if is_one else [(turned,) for turned in change.turned]:
        sentence = change.sentence if is_one else some[0].shown.instance.sentence
        yield _line(found, change, sentence, some, (f"  {change.id}", "muted"), full=True)
        yield from _reasons(some, full=True)
        steps = some[0].through.by_way_of
        if steps:
            said = "; ".join(f"{step.sentence} ({step.sign.value})" for step in steps)
            yield line(("by way of: ", "muted"), said, indent=4)


def _together(found: Difference, group: Sequence[Change]) -> Iterator[Line]:
    """Changes of one fact type that stand alike: those that are told apart by a field have a line each under one title."""
    first, turned = group[0], [turned for change in group for turned in change.turned]
    whole = first.turned[0].shown.whole
    if len(group) > 1 and isinstance(whole, Recommended) and whole.apart and whole.called:
        yield line(_sign(first), whole.called, (f" [{_standing(first)}]", "muted"), indent=2)
        for change in group:
            field = change.turned[0].shown.whole
            apart = field.apart if isinstance(field, Recommended) else ""
            because = _because(found, change.turned, full=False)
            yield line((apart, "strong"), f": {change.whom}", *because, indent=4)
            yield from _reasons(change.turned, full=False)
        return
    joined = in_one([_sentence(change) for change in group]) if len(group) > 1 else ""
    if joined:
        yield _line(found, first, joined, turned, full=False)
    else:
        yield from (_line(found, change, _sentence(change), change.turned, full=False) for change in group)
    if first.kind is ShownAs.RECOMMENDATION:
        yield from _reasons(turned, full=False)


def _sentence(change: Change) -> str:
    """One sentence for all, which names them where it can."""
    if len(change.turned) > 1 and f" {change.whom}" not in f" {change.sentence}":
        return in_one([turned.shown.instance.sentence for turned in change.turned]) or change.sentence
    return change.sentence


def _sign(change: Change) -> Part:
    return f"{change.sign.value}: ", _STYLES[change.sign]


def _line(found: Difference, change: Change, sentence: str, turned: Sequence[Turned], *marks: Part, full: bool) -> Line:
    standing: Part = (f" [{_standing(change)}]", "muted")
    return line(_sign(change), sentence, standing, *marks, *_because(found, turned, full=full), indent=2)


def _standing(change: Change) -> str:
    """How it stands; of what stands otherwise, what is other about it."""
    old, new = change.turned[0].old, change.turned[0].new
    if change.sign is not Sign.CHANGED or old is None or new is None:
        return change.after or change.before
    parts = []
    if old.status and new.status and old.status is not new.status:
        parts.append(f"{old.status.value} → {new.status.value}")
    if old.instance.likelihood != new.instance.likelihood:
        grounds = "grounds: " if new.status else ""
        parts.append(f"{grounds}{old.instance.likelihood.in_words} → {new.instance.likelihood.in_words}")
    return ", ".join(filter(None, (*parts, new.whole.beside)))


def _reasons(turned: Sequence[Turned], *, full: bool) -> Iterator[Line]:
    """The reasons that came and went, of what stands."""
    for label, of_each in (("gains", [one.came for one in turned]), ("loses", [one.went for one in turned])):
        sentences = list(dict.fromkeys(reason.sentence for reasons in of_each for reason in reasons))
        most = len(sentences) if full else _MOST_REASONS
        for sentence in sentences[:most]:
            yield line((f"{label}: ", "muted"), sentence, indent=4)
        if len(sentences) > most:
            yield line((f"{label} {len(sentences) - most} more", "muted"), indent=4)


# -- because of what


def _because(found: Difference, turned: Sequence[Turned], *, full: bool) -> Iterator[Part]:
    """The causes of a change, unless there is but one of anything; of several what they have in common."""
    if len(found.causes) < 2:
        return
    throughs = list(dict.fromkeys((one.through.causes, one.through.is_exact) for one in turned))
    common = [number for number in throughs[0][0] if all(number in causes for causes, _ in throughs)]
    are_exact = all(is_exact for _, is_exact in throughs)
    if not are_exact and not full and len(common) > _MOST_CAUSES:
        yield (f" (it can hang on {len(common)} of these)", "muted")
        return
    others = turned[0].through.others if len(throughs) == 1 else ()
    parts = [_causes(found, common, full=full)] if common else []
    parts += [f"or: {_causes(found, one, full=True)}" for one in others] if full else []
    parts += [f"or {counted(len(others), 'other cause')} as well"] if others and not full else []
    parts += ["for some of them more" if common else "for each another cause"] if len(throughs) > 1 else []
    yield (f" ({'because' if are_exact else 'it can hang on'} {'; '.join(parts)})", "muted")


def _causes(found: Difference, numbers: Sequence[int], *, full: bool) -> str:
    most = len(numbers) if full else _MOST_CAUSES
    by_word: dict[str, list[str]] = {}
    for number in numbers[:most]:
        cause = found.causes[number]
        word = "no longer" if cause.turn in _NO_LONGER else "disputed" if cause.turn is Turn.DISPUTED else "now"
        is_set = cause.kind is CauseKind.THRESHOLD and cause.after
        by_word.setdefault(word, []).append(f"{cause.sentence} is {cause.after}" if is_set else cause.sentence)
    more = f"; and {len(numbers) - most} more" if len(numbers) > most else ""
    return "; ".join(f"{word}: {'; '.join(said)}" for word, said in by_word.items()) + more


def _disputes(found: Difference) -> Iterator[Line]:
    """What is disputed from now on, or no longer: a person who has told something does not expect it."""
    for cause in found.causes:
        if cause.turn is Turn.DISPUTED:
            yield line((f"{cause.turn.value}: ", "bad"), cause.sentence, (" (nothing rests on it)", "muted"), indent=2)
        elif cause.turn is Turn.SETTLED:
            yield line((f"{cause.turn.value}: ", "good"), capital(cause.sentence), indent=2)
