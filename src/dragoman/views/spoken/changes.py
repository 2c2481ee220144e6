"""What would change the advice, what to tell next, what hangs on which source, to be read aloud."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.exact.change_forms import (
    Answer,
    Asked,
    Badge,
    Change,
    Flipped,
    Hinges,
    Moved,
    Robust,
    Settles,
    Sources,
    Turned,
)
from dragoman.exact.robust import Standing
from dragoman.rulebook.words import capital
from dragoman.views.lines import Line, Part
from dragoman.views.spoken.words import more, number, point, sentence, told, whose

_HANGING, _SETS, _ANSWERS, _STEADY, _SOURCES, _TITLES = 4, 3, 3, 2, 3, 2


def hinges(answer: Hinges, everything: bool) -> Iterator[Line]:
    """What the recommendations hang on; those on the least first."""
    if not answer.badges:
        yield told("Nothing is recommended, so nothing hangs on anything.")
        yield more("what should I tell you next")
        return
    badges = sorted(answer.badges, key=lambda one: one.hangs_on or 99)
    yield told("What the recommendations hang on, those that fall most easily first:")
    for badge in badges if everything else badges[:_HANGING]:
        yield point(*_badge(badge))
    if len(badges) > _HANGING and not everything:
        yield told((f"and {number(len(badges) - _HANGING, 'more', 'more')}.", "muted"))
    yield more("what would change the first one", "which sources matter most")


def _badge(badge: Badge) -> Iterator[Part]:
    yield (f"{badge.title} ", "strong")
    if not badge.facts:
        yield "stands whatever single facts are taken back."
        return
    if badge.hangs_on > 1:
        yield f"falls only if {number(badge.hangs_on, 'fact')} are taken back together, such as: "
        yield f"{'; '.join(voice.says for voice in badge.facts[:2])}."
        return
    many = len(badge.facts)
    yield "hangs on this alone: " if many == 1 else f"falls without any one of {number(many, 'fact')}, such as this: "
    yield badge.facts[0].says
    yield (f" ({whose(badge.facts[0])}).", "muted")


def flipped(answer: Flipped, everything: bool) -> Iterator[Line]:
    """The smallest changes that turn one conclusion."""
    if not answer.conclusions:
        yield told(
            f"{sentence(answer.sentence)} It was told, and no rule is behind it: it is so while it is told."
            if answer.is_told
            else f"No rule could conclude that {answer.sentence}."
        )
        return
    for one in answer.conclusions if everything else answer.conclusions[:1]:
        yield from _turned(one, everything=everything)
    rest = len(answer.conclusions) - 1
    if rest and not everything:
        yield told((f"That is the first of {number(rest + 1, 'conclusion')} of this kind.", "muted"))


def _turned(one: Turned, *, everything: bool) -> Iterator[Line]:
    now, verb = ("follows now", "falls") if one.holds else ("does not follow now", "comes")
    yield told(f"{sentence(one.sentence)} It {now}.")
    if not one.sets:
        yield told(
            "Nothing that could be told turns it."
            if one.is_all
            else "It turns only with more changes than can be told."
        )
        return
    if one.size == 1:
        yield told(f"It {verb} with one change:" if len(one.sets) == 1 else f"It {verb} with any one of these changes:")
    else:
        yield told(f"It {verb} only with {number(one.size, 'change')} at once, such as these:")
    for changes in one.sets if everything else one.sets[:_SETS]:
        yield point(*_if(changes))
    if len(one.sets) > _SETS and not everything:
        yield told((f"and {number(len(one.sets) - _SETS, 'other way')}.", "muted"))
        yield more("all changes")


def _if(changes: Sequence[Change]) -> Iterator[Part]:
    for place, change in enumerate(changes):
        yield f"{', and if' if place else 'if'} {change.words}"
        if change.told is not None:
            yield (f" ({whose(change.told)})", "muted")
    yield "."


def asked(answer: Asked, everything: bool) -> Iterator[Line]:
    """The question that settles most, with its answers and what each decides."""
    if not answer.questions:
        yield told("No single answer to an open question would change the advice.")
        return
    first = answer.questions[0]
    whom = f" (for {first.whom})" if first.whom else ""
    yield told((capital(first.question), "strong"), (whom, "muted"))
    shown = [one for one in first.answers if not one.changes_nothing]
    for one in shown if everything else shown[:_ANSWERS]:
        yield point((f"{capital(one.reply)}: ", "accent"), *_decides(one))
    rest = [one.reply for one in first.answers if one.changes_nothing]
    if rest:
        yield point(
            (f"{capital(rest[0]) if len(rest) == 1 else 'Any other answer'}: ", "accent"), "it changes nothing."
        )
    others = len(answer.questions) - 1
    if everything:
        yield from (point(capital(one.question)) for one in answer.questions[1:10])
    elif others:
        yield told((f"{capital(number(others, 'other question'))} would change something, too.", "muted"))
        yield more("all questions")


def _decides(answer: Answer) -> Iterator[Part]:
    parts = [
        f"{verb} {_titles(found)}"
        for verb, found in (("it gives", answer.gives), ("it takes away", answer.takes))
        if found
    ]
    yield f"{'; '.join(parts)}."


def _titles(found: Sequence[Settles]) -> str:
    rest = f" and {number(len(found) - _TITLES, 'more', 'more')}" if len(found) > _TITLES else ""
    return f"{'; '.join(one.title for one in found[:_TITLES])}{rest}"


def robust(answer: Robust, everything: bool) -> Iterator[Line]:
    """Which recommendations stand whatever else is told, which could fall, which could come."""
    by_standing = {standing: [one for one in answer.lines if one.standing is standing] for standing in Standing}
    standing, falling, coming = (by_standing[one] for one in (Standing.STANDS, Standing.FALLS, Standing.COMES))
    if not (standing or falling):
        yield told("Nothing is recommended so far.")
    if standing:
        yield told("These stand whatever else is told:")
        yield from _some([(one.title, ()) for one in standing], everything=everything)
    if falling:
        yield told("These could still fall:")
        yield from _some([(one.title, one.completion) for one in falling], everything=everything)
    if coming:
        yield told(f"{capital(number(sum(len(one.conclusions) for one in coming), 'other'))} could still come.")
    if not everything and max(len(standing), len(falling)) > _STEADY:
        yield more("how robust is all of it")
    else:
        yield more("what should I tell you next")


def _some(found: Sequence[tuple[str, Sequence[Change]]], *, everything: bool) -> Iterator[Line]:
    for title, changes in found if everything else found[:_STEADY]:
        yield point((title, "strong"), *((": ", *_if(changes)) if changes else (".",)))
    if len(found) > _STEADY and not everything:
        yield told((f"and {number(len(found) - _STEADY, 'more', 'more')}.", "muted"))


def sources(answer: Sources, everything: bool) -> Iterator[Line]:
    """The sources on which most hangs."""
    if not answer.sources:
        yield told("Nothing was told with a source.")
        return
    yield told(f"{capital(number(len(answer.sources), 'source'))}, the one on which most hangs first:")
    for one in answer.sources if everything else answer.sources[:_SOURCES]:
        title = one.title or "what was told without a source"
        yield point((capital(title), "strong"), f", {number(one.facts, 'fact')}. ", _without(one.withdrawn))
    if len(answer.sources) > _SOURCES and not everything:
        yield told((f"and {number(len(answer.sources) - _SOURCES, 'more', 'more')}.", "muted"))
        yield more("all sources")


def _without(moved: Moved) -> str:
    if not (moved.takes or moved.gives):
        return "Without it the advice stays as it is."
    parts = [f"{_titles(found)} would {verb}" for verb, found in (("go", moved.takes), ("come", moved.gives)) if found]
    return f"Without it {'; '.join(parts)}."
