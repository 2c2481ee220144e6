"""What turns conclusions as lines: all smallest sets of changes of one, or what the whole advice hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.exact.change_forms import Away, Badge, Flipped, Hinges, Threshold, Turned
from dragoman.rulebook.words import capital
from dragoman.views.changes import if_words, whose
from dragoman.views.lines import BLANK, Line, Part, counted, line

_SETS = 20
"""So many sets of changes are shown of one conclusion."""


def flipped_view(answer: Flipped, *, everything: bool = False) -> list[Line]:
    """The conclusions that were asked for, and what turns each; those that the same changes turn are told once."""
    lines: list[Line] = []
    groups: dict[tuple[object, ...], list[Turned]] = {}
    for one in answer.conclusions:
        sets = tuple(tuple(change.words for change in changes) for changes in one.sets)
        groups.setdefault((one.holds, one.is_all, sets), []).append(one)
    for first, *others in groups.values():
        lines += [BLANK, *_turned(first, others, everything=everything)]
    if not answer.conclusions:
        only = "It is only told, and no rule concludes it: it is so while it is told."
        nothing = only if answer.is_told else "No rule of this rulebook could conclude it."
        lines = [BLANK, line(capital(answer.sentence)), line((nothing, "muted"), indent=2)]
    return lines[1:]


def _turned(one: Turned, others: Sequence[Turned], *, everything: bool) -> Iterator[Line]:
    sign: Part = ("■ ", "accent") if one.holds else ("× ", "bad")
    for each in (one, *others):
        beside = f" [{each.beside}]" if each.beside else ""
        yield line(sign, (capital(each.sentence), "strong"), (beside, "muted"))
    now, verb = ("follows", "falls") if one.holds else ("does not follow", "comes")
    of_all = "each " if others else "it "
    found = "".join(how_many(f"{of_all}{verb}", one.size, len(one.sets), is_all=one.is_all))
    yield line((f"{of_all}{now} now; ", "muted"), found, indent=2)
    shown = one.sets if everything else one.sets[:_SETS]
    for changes in shown:
        yield line(("• ", "good"), *if_words(changes), indent=4)
    if len(shown) < len(one.sets):
        yield line((f"and {len(one.sets) - len(shown)} more (--all)", "muted"), indent=4)


def how_many(verb: str, size: int, sets: int, *, is_all: bool) -> str:
    """`it falls with any one of 3 changes`, `it comes with any of 12 sets of 2 changes`."""
    if not sets:
        return f"nothing that could be told turns it: so {verb} in no case" if is_all else _beyond(verb)
    many = str(sets) if is_all else f"more than {sets}"
    if size == 1:
        return f"{verb} with one change:" if sets == 1 else f"{verb} with any one of {many} changes:"
    together = sets == 1 and is_all
    return f"{verb} with {f'these {size} changes together' if together else f'any of {many} sets of {size} changes'}:"


def _beyond(verb: str) -> str:
    return f"{verb} only with more changes than can be shown"


# -- the whole advice


def hinges_view(answer: Hinges) -> list[Line]:
    """What the advice hangs on, what hangs on the same together; then what would give the rest."""
    given, away = (sum(len(one.conclusions) for one in found) for found in (answer.badges, answer.away))
    lines = [
        line((answer.situation, "title")),
        line((f"{counted(given, 'recommendation')} given, {away} not", "muted")),
    ]
    if answer.badges:
        lines += [
            BLANK,
            line(("WHAT THE ADVICE HANGS ON", "accent"), ("  the told facts without which it falls", "muted")),
        ]
    groups: dict[tuple[object, ...], list[Badge]] = {}
    for badge in answer.badges:
        says = tuple(sorted(voice.says for voice in badge.facts))
        groups.setdefault(
            (badge.hangs_on, says, badge.sets, badge.is_all, badge.sources, badge.is_one_source), []
        ).append(badge)
    for group in groups.values():
        lines += _hanging(group)
    if answer.away:
        lines += [BLANK, line(("NOT ADVISED", "accent"), ("  and the smallest changes that would give it", "muted"))]
        lines += [_away(one) for one in answer.away]
    if answer.thresholds:
        values = "  at which values of them the advice is another (--set NAME=VALUE)"
        heading = line(("THRESHOLDS", "accent"), (values, "muted"))
        lines += [BLANK, heading, *(row for one in answer.thresholds for row in _threshold(one))]
    lines += [BLANK, line(("MORE", "accent"), ("  dragoman flips NAME FILE: every set of changes", "muted"))]
    return lines


def _threshold(one: Threshold) -> Iterator[Line]:
    """One threshold, and its stretches; only what would go or come is named."""
    now = "" if one.as_now == one.value else f"; as it is with {one.as_now}"
    yield line("• ", (one.name, "strong"), f" {one.value}", (now, "muted"), indent=2)
    for stretch in one.stretches:
        parts = (
            f"{'; '.join(settled.title for settled in found)} {verb}"
            for verb, found in (("would go", stretch.moved.takes), ("would come", stretch.moved.gives))
            if found
        )
        yield line((f"{stretch.words}: ", "muted"), "; ".join(parts), indent=6)


def _hanging(badges: Sequence[Badge]) -> Iterator[Line]:
    """Recommendations that hang on the same."""
    first = badges[0]
    yield line(("• ", "accent"), ("; ".join(badge.title for badge in badges), "strong"), indent=2)
    yield line((_hanging_on(first), "warn" if first.hangs_on == 1 else "muted"), indent=4)
    for voice in first.facts:
        yield line("- ", voice.says, whose(voice), indent=6)
    if first.sources:
        many = (
            "it falls without one source: " if len(first.sources) == 1 else "it falls without any one source of these: "
        )
        words = "all of it hangs on one source: " if first.is_one_source else many
        yield line((words, "warn"), "; ".join(first.sources), indent=4)


def _hanging_on(badge: Badge) -> str:
    if not badge.facts:
        return "stands whatever is taken back" if badge.is_all else _beyond("falls")
    if badge.hangs_on == 1:
        return "hangs on one fact:" if badge.sets == 1 else f"hangs on each of {badge.sets} facts:"
    many = badge.sets if badge.is_all else f"more than {badge.sets}"
    further = "" if badge.sets == 1 and badge.is_all else f" (one of {many} such sets)"
    return f"hangs on no single fact, and falls only without {badge.hangs_on} together{further}:"


def _away(one: Away) -> Line:
    title: Part = (f"{one.title}: ", "strong")
    if not one.changes:
        never = "nothing that could be told gives it" if one.is_all else _beyond("comes")
        return line(("• ", "warn"), title, (never, "muted"), indent=2)
    many, size = str(one.sets) if one.is_all else f"more than {one.sets}", len(one.changes)
    if size == 1:
        count = "one change: " if one.sets == 1 else f"any one of {many} changes, such as: "
    else:
        count = f"{size} changes: " if one.sets == 1 else f"any of {many} sets of {size} changes, such as: "
    whom = f"of '{one.example}', " if one.example else ""
    return line(("• ", "warn"), title, (f"{count}{whom}", "muted"), *if_words(one.changes), indent=2)
