"""Why something does not follow, as lines that can be read aloud: what fails, by how much, and what would give it.

Rules are told by their sentences. Their ids, and what lies beyond the nearest few, come with `full` only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.advice.forms import Voice
from dragoman.engines.model import Status
from dragoman.exact.additions import MOST_SETS
from dragoman.exact.margin import Margin
from dragoman.exact.standing import Cause, Verdict
from dragoman.exact.why_not_forms import (
    Added,
    Attempt,
    Barrier,
    Check,
    Lack,
    NotGiven,
    Silence,
    Stopped,
    Unsaid,
    WhyNot,
)
from dragoman.explain.answers import Proofs
from dragoman.rulebook.words import capital
from dragoman.views.advice import voice
from dragoman.views.joined import in_one
from dragoman.views.lines import BLANK, Line, Part, Style, counted, line
from dragoman.views.proof import proof_view

_RULES, _ADDITIONS, _QUESTIONS = 3, 3, 3
"""Of one conclusion so many rules and additions are shown, of what follows nothing so many questions."""
_PAIR = 2
_STYLES: dict[Verdict, Style] = {
    Verdict.HELD: "good",
    Verdict.FAILED: "bad",
    Verdict.UNKNOWN: "warn",
    Verdict.DISPUTED: "bad",
}
_SIGNS = {Verdict.HELD: "• ", Verdict.FAILED: "× ", Verdict.UNKNOWN: "? ", Verdict.DISPUTED: "× "}
_UNLESS = {
    Cause.HOLDS: "not in the way: ",
    Cause.IN_THE_WAY: "in the way: ",
    Cause.DISPUTED: "in the way while it is disputed: ",
}
_STOPPED = {
    Status.OVERRULED: "a rule concludes it, and what was told overrules the rule: ",
    Status.HELD_BACK: "a rule would conclude it, and is held back while it is disputed: ",
}


def why_view(proofs: Proofs, passages: Mapping[str, str | None] | None = None) -> list[Line]:
    """The proofs of what was asked for; where nothing of it holds, why not. For `passages` see :func:`proof_view`."""
    if isinstance(proofs.why_not, WhyNot):
        return why_not_view(proofs.why_not)
    return proof_view(proofs.nodes, proofs.silence, passages, proofs.document)


def why_not_view(answer: WhyNot, *, full: bool = False) -> list[Line]:
    """What does not hold of what was asked for; what differs only in whom it is for is told once."""
    lines = list(_head(answer))
    groups: dict[tuple[object, ...], list[NotGiven]] = {}
    for one in answer.atoms:
        groups.setdefault((one.atom,) if full else _alike(one), []).append(one)
    for found in groups.values():
        lines += [BLANK, *not_given_view(found[0], full=full)]
        if len(found) > 1:
            lines.append(line(("the same, for want of the same: ", "muted"), _joined(found[1:]), indent=2))
    if answer.more:
        lines += [BLANK, line(("farther away: ", "muted"), "; ".join(answer.more))]
    return lines


def _head(answer: WhyNot) -> Iterator[Line]:
    verb = "It is not known" if answer.is_told else "It does not follow"
    if not answer.given:
        yield line(f"{verb} that {answer.sentence}.")
    for sentence in answer.given:
        yield line(("it holds: " if answer.is_told else "it follows: ", "good"), f"{sentence} (ask why)")
    if not answer.atoms and not answer.given:
        nothing = "Nobody spoke of it." if answer.is_told else "No rule of this rulebook could conclude it."
        yield line((nothing, "muted"), indent=2)


def _joined(found: Sequence[NotGiven]) -> str:
    sentences = [one.sentence for one in found]
    return (in_one(sentences) if len(sentences) > 1 else "") or "; ".join(sentences)


def _alike(one: NotGiven) -> tuple[object, ...]:
    """What those have in common that are told once."""
    rules = tuple(
        (a.rule, a.others, tuple((c.section, c.number, c.cause, c.margin, len(c.voices)) for c in a.checks))
        for a in one.attempts
    )
    told = (one.cause, one.voices, one.history, tuple((s.rule, s.status) for s in one.stopped))
    return one.atom.fact, rules, told, tuple(tuple(a.reply for a in added) for added in one.additions)


def not_given_view(one: NotGiven, *, full: bool = False, rules: int = _RULES) -> Iterator[Line]:
    """One conclusion: what was told of it, the nearest rules, what would give it."""
    yield line(("× ", "bad"), (capital(one.sentence), "strong"), (f" [{one.beside}]" if one.beside else "", "muted"))
    yield from _told_of_it(one)
    for number, attempt in enumerate(one.attempts if full else one.attempts[:rules]):
        yield from _attempt(attempt, whole=full or number == 0, full=full, is_first=number == 0)
    left = len(one.attempts) - rules
    if left > 0 and not full:
        yield line((f"and {counted(left, 'rule')} farther away", "muted"), indent=2)
    yield from _additions(one.additions, full=full)


def _told_of_it(one: NotGiven) -> Iterator[Line]:
    if one.cause is not Cause.NOT_CONCLUDED:
        yield line((f"{by_itself(one.cause)}{':' if one.voices else ''}", "bad"), indent=2)
    for said in one.voices:
        yield line(*voice(said), indent=4)
    for said, why in one.history:
        yield line((f"history, {why}: ", "muted"), *voice(said), indent=4)
    for stopped in one.stopped:
        yield from _stopped(stopped)
    if not one.attempts and one.question and one.cause is not Cause.TOLD_FALSE:
        yield line(("the question: ", "muted"), one.question, indent=2)


def by_itself(cause: Cause) -> str:
    """How something stands of which something was told itself."""
    return {
        Cause.TOLD_FALSE: "it was told not to be so, and that counts, whatever the rules say",
        Cause.DISPUTED: "it is disputed, and nothing counts until that is settled",
        Cause.DOUBTFUL: "what was said of it is too doubtful to count",
        Cause.NOT_IN_FORCE: "what was said of it no longer counts",
    }.get(cause, cause.value)


def _stopped(stopped: Stopped) -> Iterator[Line]:
    yield line((_STOPPED[stopped.status], "warn"), stopped.because, indent=2)


# -- rules and their conditions


def _attempt(attempt: Attempt, *, whole: bool, full: bool, is_first: bool) -> Iterator[Line]:
    failing, every = len(attempt.failing), len(attempt.checks)
    which = (
        "its one condition does"
        if every == 1
        else f"{failing} of {every} conditions {'does' if failing == 1 else 'do'}"
    )
    marks = [f"{which} not hold"]
    if attempt.beyond_report:
        marks.append("beyond the report")
    if attempt.others:
        marks.append(f"{counted(attempt.others, 'other way')} as near")
    heading = "nearest: " if is_first else "then: "
    yield line((heading, "accent"), attempt.because, (f" [{', '.join(marks)}]", "muted"), indent=2)
    if full:
        bound = ", ".join(f"{name} = {value or 'any'}" for name, value in attempt.bindings)
        source = f"report {', '.join(attempt.at)}" if attempt.at else ""
        parts = filter(None, (f"rule {attempt.rule} ({attempt.place})", source, bound))
        yield line((" · ".join(parts), "muted"), indent=4)
    for check in attempt.checks if whole else attempt.failing:
        yield from _check(check)


def _check(check: Check) -> Iterator[Line]:
    verdict = check.cause.verdict
    sign: Part = (_SIGNS[verdict], _STYLES[verdict])
    if check.section == "unless":
        yield line(sign, (_UNLESS[check.cause], _STYLES[verdict]), check.sentence, indent=4)
        for barrier in check.barriers:
            yield from _barrier(barrier, check)
        return
    tail = f" ({_margin(check.margin)})" if check.margin else ""
    yield line(sign, (f"{check.cause.value}: ", _STYLES[verdict]), check.sentence, (tail, _STYLES[verdict]), indent=4)
    if check.cause is not Cause.HOLDS:
        yield from _sources(check)
    if check.wanted is not None:
        lacking = "; ".join(map(lack_words, check.wanted.lacks))
        mark = " [beyond the report]" if check.wanted.beyond_report else ""
        yield line(("it would follow: ", "muted"), f"{check.wanted.because}", (mark, "muted"), indent=6)
        yield line(("which wants: ", "muted"), lacking, indent=6)


def _barrier(barrier: Barrier, check: Check) -> Iterator[Line]:
    if barrier.sentence != check.sentence:
        yield line(barrier.sentence, indent=6)
    for said in barrier.voices:
        yield line(*_whose(said, barrier.sentence), indent=6)
    if barrier.because:
        yield line(("because: ", "muted"), barrier.because, indent=6)


def _sources(check: Check) -> Iterator[Line]:
    for said in check.voices:
        yield line(("told: ", "muted"), *voice(said), indent=6)
    for said, why in check.history:
        yield line((f"history, {why}: ", "muted"), *voice(said), indent=6)


def _whose(said: Voice, sentence: str) -> Iterator[Part]:
    """Whose word it is; the sentence only where it differs from the one above."""
    words, whose = voice(said)
    if said.says != sentence:
        yield words
    yield (whose.text if said.says != sentence else whose.text.strip(), whose.style)


def _margin(margin: Margin) -> str:
    """`14 percent; the threshold is 40 percent, the rulebook's: 26 short`."""
    whose = f"set for this run, {margin.whose} is {margin.own}" if margin.own else margin.whose
    side = "short" if margin.is_short else "too much"
    how = "" if margin.is_exact else "at least " if margin.is_sure else "up to "
    return f"{margin.told}; the threshold is {margin.threshold}, {whose}: {how}{margin.distance} {side}"


def lack_words(lack: Lack) -> str:
    """What does not hold, and why."""
    if lack.section == "unless":
        disputed = ", which is disputed" if lack.cause is Cause.DISPUTED else ""
        return f"that it is not so that {lack.sentence}{disputed}"
    return f"{lack.sentence} ({_margin(lack.margin) if lack.margin else lack.cause.value})"


# -- additions


def _additions(found: Sequence[tuple[Added, ...]], *, full: bool) -> Iterator[Line]:
    if not found:
        return
    shown = found if full else found[:_ADDITIONS]
    number = len(found[0])
    heading = (
        "any one of these facts would give it:"
        if number == 1
        else f"any {number} of these facts together would give it:"
    )
    if len(found) == 1:
        heading = "one more fact would give it:" if number == 1 else "these facts together would give it:"
    elif number > 1:
        heading = f"any of these {'pairs' if number == _PAIR else f'sets of {number} facts'} would give it:"
    yield line((heading, "good"), indent=2)
    for added in shown:
        yield line(("• ", "good"), ", and ".join(one.sentence for one in added), indent=4)
    if len(found) > len(shown):
        least = "at least " if len(found) >= MOST_SETS else ""
        yield line((f"and {least}{len(found) - len(shown)} more", "muted"), indent=4)


# -- the silence report


def silence_view(silence: Silence) -> list[Line]:
    """A line for each recommendation that is not given."""
    number = sum(len(one.conclusions) for one in silence.lines)
    lines = [
        line((silence.situation, "title")),
        line((f"{counted(silence.given, 'recommendation')} given, {number} not", "muted")),
    ]
    if silence.lines:
        lines += [BLANK, line(("NOT RECOMMENDED", "accent"), ("  and what is missing", "muted"))]
        lines += [_unsaid(one) for one in silence.lines]
        lines += [
            BLANK,
            line(("MORE", "accent"), ("  dragoman why-not NAME FILE: each condition of each rule", "muted")),
        ]
    return lines


def _unsaid(one: Unsaid) -> Line:
    parts: list[Part] = [("• ", "warn"), (f"{one.title}: ", "strong")]
    if one.questions:
        parts += ["one fact away. ", *asked(one.questions[0]), *_further(len(one.questions) - 1)]
    elif one.cause is not Cause.NOT_CONCLUDED:
        parts.append(by_itself(one.cause))
    else:
        parts.append(f"missing: {'; '.join(map(lack_words, one.lacks))}.")
    if one.because:
        parts.append((f" Then: {one.because}", "muted"))
    if one.beyond_report:
        parts.append((" [beyond the report]", "warn"))
    return line(*parts, indent=2)


def asked(added: Added) -> Iterator[Part]:
    """The question that one more fact answers, and the answer that it takes."""
    yield added.question or capital(added.sentence)
    if added.question and added.reply != "yes":
        yield (f" ({added.reply})", "muted")


def _further(number: int) -> Iterator[Part]:
    if number:
        yield (f" Or {'another fact' if number == 1 else f'any of {number} other facts'}.", "muted")


def away_view(silence: Silence, most: int = _QUESTIONS) -> Iterator[Line]:
    """For a page without a recommendation: what one more fact would change, and where more stands.

    So many questions, each about something else; each with what it would give.
    """
    gives: dict[str, tuple[Added, list[str]]] = {}
    for one in silence.lines:
        for added in one.questions:
            first, titles = gives.setdefault(added.atom.fact, (added, []))
            if (first.question, first.reply) == (added.question, added.reply):
                titles.append(one.title)
    shown = list(gives.values())[:most]
    if shown:
        yield line(("ONE FACT AWAY", "accent"))
    for added, titles in shown:
        more = f" and {len(titles) - 1} more" if len(titles) > 1 else ""
        yield line(("? ", "warn"), *asked(added), (f" Then: {titles[0]}{more}", "muted"), indent=2)
    yield line(("WHY NOT", "accent"), ("  dragoman why-not FILE: what each recommendation lacks", "muted"))
