"""Why something is not so, to be read aloud: what comes nearest, what is missing as a question, and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.conversation.shown import WhyNotShown
from dragoman.exact.margin import Margin
from dragoman.exact.standing import Cause
from dragoman.exact.why_not_forms import Added, Attempt, Check, NotGiven, Silence, Unsaid, WhyNot
from dragoman.rulebook.words import capital
from dragoman.views.lines import Line, Part
from dragoman.views.spoken.words import more, number, point, sentence, told, words_of

_MISSING, _LINES, _ADDED = 3, 5, 2
_WHICH = {
    Cause.TOLD_FALSE: "was told not to be so",
    Cause.TOLD_TRUE: "was told to be otherwise",
    Cause.OTHER_VALUE: "was told otherwise",
    Cause.NEVER_TOLD: "nobody told",
    Cause.DOUBTFUL: "was told with too much doubt",
    Cause.LEFT_OPEN: "what was told leaves open",
    Cause.DISPUTED: "is disputed",
}
"""What follows `which`, by how a condition stands."""
_CAUSES = {
    Cause.TOLD_FALSE: "It was told not to be so, and what is told counts.",
    Cause.DISPUTED: "It is disputed, and nothing rests on it until that is settled.",
    Cause.DOUBTFUL: "What was said of it is too doubtful to count.",
    Cause.NOT_IN_FORCE: "What was said of it no longer counts.",
}


def why_not(shown: WhyNotShown, everything: bool) -> Iterator[Line]:
    """The one that comes nearest; how many others there are."""
    answer = shown.answer
    if answer.given:
        yield told(f"It does hold: {sentence('; '.join(answer.given[:3]))}")
        if not answer.atoms:
            yield more("why")
    nearest = _nearest(answer)
    if nearest is None:
        yield from _nothing(answer)
        return
    yield from _not_given(nearest, everything=everything)
    others = [one for one in answer.atoms if one is not nearest]
    if others:
        rest = len(others) + len(answer.more)
        yield told(
            (
                f"{capital(number(rest, 'other'))} of this kind {'does' if rest == 1 else 'do'} not follow either.",
                "muted",
            )
        )
    if not everything:
        yield more("why not in full", "what should I tell you next")


def _nearest(answer: WhyNot) -> NotGiven | None:
    def farness(one: NotGiven) -> tuple[bool, int]:
        return one.cause is Cause.NOT_CONCLUDED, len(one.attempts[0].failing) if one.attempts else 99

    return min(answer.atoms, key=farness, default=None)


def _nothing(answer: WhyNot) -> Iterator[Line]:
    if not answer.given:
        verb = "It is not known that" if answer.is_told else "It does not follow that"
        yield told(f"{verb} {answer.sentence}.")
        yield told("Nobody spoke of it." if answer.is_told else "No rule could conclude it.")


def _not_given(one: NotGiven, *, everything: bool) -> Iterator[Line]:
    verb = "It does not follow that" if one.attempts or one.cause is Cause.NOT_CONCLUDED else "It does not count that"
    beside = f", {one.beside}" if one.beside else ""
    yield told(f"{verb} {one.sentence}{beside}.")
    if one.cause in _CAUSES:
        whose = words_of(one.voices)
        yield told(_CAUSES[one.cause], (f" ({whose})" if whose else "", "muted"))
    for stopped in one.stopped[:1]:
        yield told(f"A reason for it would hold otherwise: {sentence(stopped.because)}")
    for attempt in one.attempts if everything else one.attempts[:1]:
        yield from _attempt(attempt)
    if not one.attempts and one.question and one.cause is not Cause.TOLD_FALSE:
        yield told(f"The question is: {one.question}")
    yield from _added(one.additions, everything=everything)
    if len(one.attempts) > 1 and not everything:
        yield told((f"{capital(number(len(one.attempts) - 1, 'other reason'))} would take more.", "muted"))


def _attempt(attempt: Attempt) -> Iterator[Line]:
    yield told(f"What comes nearest: {sentence(attempt.because)}")
    failing = attempt.failing
    held = len(attempt.checks) - len(failing)
    if failing:
        yield told(
            f"{capital(number(held, 'condition'))} of it {'holds' if held == 1 else 'hold'}; missing is:"
            if held
            else "Missing is:"
        )
    for check in failing[:_MISSING]:
        yield point(*_missing(check))
    if len(failing) > _MISSING:
        yield told((f"and {number(len(failing) - _MISSING, 'thing')} more.", "muted"))


def _missing(check: Check) -> Iterator[Part]:
    if check.section == "unless":
        yield f"In the way is that {check.barriers[0].sentence if check.barriers else check.sentence}"
        if check.barriers and check.barriers[0].voices:
            yield (f" ({words_of(check.barriers[0].voices)})", "muted")
        yield "."
        return
    if check.margin is not None:
        yield by_how_much(check.margin, check.sentence)
    elif check.question:
        yield check.question
    else:
        yield f"That {check.sentence}, which {_WHICH.get(check.cause, check.cause.value)}."
    if check.voices:
        yield (f" ({words_of(check.voices)})", "muted")
    elif check.wanted is not None:
        yield (f" It would, for this reason: {sentence(check.wanted.because)}", "muted")


def by_how_much(margin: Margin, said: str) -> str:
    """What was told, the threshold, and what lies between them."""
    whose = "that you set" if margin.own else "of the rulebook"
    side = "too little" if margin.is_short else "too much"
    how = "" if margin.is_exact else "at least " if margin.is_sure else "up to "
    return f"{sentence(said)} {capital(margin.told)} was told, and the threshold {whose} is {margin.threshold}: {how}{margin.distance} {side}."


def _added(found: Sequence[tuple[Added, ...]], *, everything: bool) -> Iterator[Line]:
    if not found:
        return
    apart = list({tuple(one.atom for one in added): added for added in reversed(found)}.values())[::-1]
    shown = apart if everything else apart[:_ADDED]
    ways = [" and ".join(f"if {one.sentence}" for one in added) for added in shown]
    rest = len(apart) - len(shown)
    ways += [f"in {number(rest, 'other way')}"] if rest else []
    yield told(f"It would follow {', or '.join(ways)}.")


def silence(answer: Silence, everything: bool) -> Iterator[Line]:
    """What is not recommended, and what each lacks; those that are one fact away first."""
    number_of = sum(len(one.conclusions) for one in answer.lines)
    if not number_of:
        yield told(
            "Everything that could be recommended is." if answer.given else "Nothing could be recommended to them."
        )
        return
    yield told(
        f"{capital(number(number_of, 'recommendation'))} {'does' if number_of == 1 else 'do'} not follow. What each lacks:"
    )
    lines = sorted(answer.lines, key=lambda one: not one.questions)
    for one in lines if everything else lines[:_LINES]:
        yield point(*_unsaid(one))
    if len(lines) > _LINES and not everything:
        yield told((f"and {number(len(lines) - _LINES, 'more', 'more')}.", "muted"))
    yield more("why not", "what should I tell you next")


def _unsaid(one: Unsaid) -> Iterator[Part]:
    yield (f"{one.title}: ", "strong")
    if one.questions:
        first = one.questions[0]
        yield first.question or f"is it so that {first.sentence}?"
        if first.reply not in ("yes", ""):
            yield (f" It takes: {first.reply}.", "muted")
        if len(one.questions) > 1:
            yield (f" Or {number(len(one.questions) - 1, 'other fact')}.", "muted")
    elif one.cause is not Cause.NOT_CONCLUDED:
        yield _CAUSES.get(one.cause, sentence(one.cause.value))
    else:
        first_lack, *rest = one.lacks
        words = f"not so that {first_lack.sentence}" if first_lack.section == "unless" else first_lack.sentence
        yield f"it lacks that it is {words}" if first_lack.section == "unless" else f"it lacks that {words}"
        yield f", and {number(len(rest), 'thing')} more." if rest else "."
