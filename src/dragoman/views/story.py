"""A story as lines to be read: a block for each line of the session, with what was typed, understood and changed.

Rules are sentences, with their ids muted. In short, of what a step did to rules and advice the first few are named and the
others counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.advice.recommended import listed
from dragoman.exact.difference_forms import Cause, Turn
from dragoman.rulebook.words import capital
from dragoman.session.story_forms import Became, Fired, Happened, Moment, Offered, Story
from dragoman.views.difference import changes_view
from dragoman.views.lines import BLANK, Line, Part, Style, counted, line

_CHANGES, _RULES, _FACTS = 6, 3, 6
"""So many are named where not all is asked for."""
_STYLES: dict[Became, Style] = {
    Became.TOLD: "good",
    Became.CORRECTED: "good",
    Became.AGAIN: "good",
    Became.WITHDRAWN: "warn",
    Became.LOADED: "muted",
    Became.LEFT: "muted",
}
_GOOD: Style = "good"
_BAD: Style = "bad"
_GONE = frozenset({Turn.WITHDRAWN, Turn.WENT})


def story_view(story: Story, *, full: bool = False) -> list[Line]:
    """What it is about, then block by block what happened."""
    lines = list(_head(story))
    day = ""
    for moment in story.moments:
        if moment.time[:10] != day:
            day = moment.time[:10]
            lines += [BLANK, line((day, "accent"))]
        else:
            lines.append(BLANK)
        lines += [_typed(moment), *_came_of(story, moment, full=full)]
    if not story.moments:
        lines += [BLANK, line(f"Nothing in this session is about {story.rule or story.fact}.")]
    if story.at_the_end:
        lines += [BLANK, line(("At the end: ", "accent"), story.at_the_end)]
    return lines


def _head(story: Story) -> Iterator[Line]:
    yield line((story.title or "Without a title", "title"), (f"  {story.session}", "muted"))
    if story.rule:
        yield line(("the story of the rule ", "muted"), (story.rule, "strong"))
    if story.fact:
        yield line(("the story of: ", "muted"), (story.fact, "strong"))
    again = "the same rulebook" if story.is_same_rulebook else f"another rulebook, {story.rulebook}"
    yield line((f"held with {story.began.rulebook}, told with {again}; times are UTC", "muted"))


def _typed(moment: Moment) -> Line:
    clock: Part = (f"{moment.time[11:19]}  ", "muted")
    if not moment.line:
        start = f"begun with {', '.join(moment.loaded)}" if moment.loaded else "begun with nothing"
        stand = f", {counted(moment.recommended, 'recommendation')}" if moment.recommended else ""
        return line(clock, (f"{start}{stand}", "strong"), indent=2, hang=10)
    return line(clock, (f"line {moment.line}  › ", "muted"), (moment.text, "strong"), indent=2, hang=10)


def _came_of(story: Story, moment: Moment, *, full: bool) -> Iterator[Line]:
    """All that came of a line; of one rule or one fact, what became of it and the advice."""
    if story.rule:
        yield from _rules(moment, full=True, through=True)
        return
    if not story.fact:
        yield from _read(moment)
    yield from _facts(moment, full=full or bool(story.fact))
    if moment.difference is not None:
        if story.fact and not moment.difference.changes:
            yield line(("nothing that is advised hangs on it here", "muted"), indent=4)
            return
        further = [Line(row.spans, row.indent + 2, row.hang) for row in changes_view(moment.difference)]
        yield from _cut(further, None if full else _CHANGES)
    if not story.fact and (moment.line or full):
        yield from _rules(moment, full=full)
    if moment.asked and not story.fact:
        yield line(("asked: ", "muted"), moment.asked, indent=4)


def _read(moment: Moment) -> Iterator[Line]:
    """How a line was read: what it answered, what was offered, what was not understood, what it did beside the facts."""
    if moment.answers:
        yield line(("in answer to: ", "muted"), moment.answers, indent=4)
    if moment.loaded and moment.line:
        yield line(("loaded: ", "muted"), ", ".join(moment.loaded), indent=4)
    for offer in moment.offered if moment.action != "answer" else ():
        yield _offer(offer)
    if moment.not_understood:
        yield line(("not understood: ", "warn"), ", ".join(f'"{text}"' for text in moment.not_understood), indent=4)
    if moment.problem:
        yield line((moment.problem, "bad"), indent=4)
    if moment.difference is None and moment.line:
        for one in moment.did:
            yield line((f"{one.deed}: ", "muted"), capital(one.sentence), indent=4)
        if moment.action and not (moment.did or moment.offered or moment.not_understood or moment.problem):
            yield line((moment.action, "muted"), indent=4)


def _offer(offer: Offered) -> Line:
    may = f'"{offer.span}" may mean: ' if offer.span else "it may mean: "
    return line((may, "accent"), "; or ".join(offer.choices), (f" ({offer.reason})", "muted"), indent=4)


def _facts(moment: Moment, *, full: bool) -> Iterator[Line]:
    files = [one for one in moment.facts if one.became in (Became.LOADED, Became.LEFT)]
    rest = [one for one in moment.facts if full or one not in files]
    rows = [_fact(one) for one in rest]
    yield from _cut(rows, None if full else _FACTS)
    if files and not full:
        numbers = [(became, sum(one.became is became for one in files)) for became in (Became.LOADED, Became.LEFT)]
        said = listed([f"{counted(number, 'statement')} {became.value}" for became, number in numbers if number])
        yield line((said, "muted"), indent=4)


def _fact(one: Happened) -> Line:
    was: Part = (f" (instead of: {one.was})" if one.was else "", "muted")
    whose: Part = (f"  [{one.voice.where}]", "muted")
    return line((f"{one.became.value}: ", _STYLES[one.became]), capital(one.sentence), was, whose, indent=4)


def _rules(moment: Moment, *, full: bool, through: bool = False) -> Iterator[Line]:
    """Which rules fire and which no longer do; with `through`, of each on what that hangs, even if there is but one thing."""
    most, causes = None if full else _RULES, moment.difference.causes if moment.difference else ()
    through = through or len(causes) > 1
    for label, style, rules in (("fires: ", _GOOD, moment.fired), ("no longer: ", _BAD, moment.no_longer)):
        yield from _cut([line((label, style), *_rule(one, causes if through else ()), indent=4) for one in rules], most)


def _rule(one: Fired, causes: Sequence[Cause]) -> Iterator[Part]:
    yield one.because
    yield (f"  {one.rule}", "muted")
    if causes and one.through:
        more = f"; and {len(one.through) - _RULES} more" if len(one.through) > _RULES else ""
        said = "; ".join(_cause(causes[number]) for number in one.through[:_RULES])
        yield (f" (through: {said}{more})", "muted")


def _cause(cause: Cause) -> str:
    return f"no longer: {cause.sentence}" if cause.turn in _GONE else cause.sentence


def _cut(rows: Sequence[Line], most: int | None) -> Iterator[Line]:
    """The first of them; the others counted."""
    kept = rows if most is None or len(rows) <= most + 1 else rows[:most]
    yield from kept
    if len(kept) < len(rows):
        yield line((f"and {len(rows) - len(kept)} more (--full)", "muted"), indent=4)
