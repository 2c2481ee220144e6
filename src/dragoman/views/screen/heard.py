"""What came of a line, as a front end with columns draws it: facts as chips, changes with marks, doubts, one question."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from dragoman.advice.recommended import listed
from dragoman.advice.statement_wording import source_words
from dragoman.conversation.forms import Asked, AskedKind, Deed, Reply, Understood
from dragoman.exact.difference_forms import Change, Difference, Sign
from dragoman.rulebook.forms import RecommendationStatus, Rulebook, ShownAs
from dragoman.rulebook.words import capital
from dragoman.views.lines import Line, counted
from dragoman.views.screen.forms import Mark
from dragoman.views.screen.heard_forms import Chip, Heard, News, Question, Remark

_MOST_CHANGES = 3
_SAID = {Deed.WITHDRAWN: "taken back", Deed.SUPPOSED: "supposed", Deed.KNOWN: "known already"}
_MARKS = {Sign.CAME: Mark.NEW, Sign.CHANGED: Mark.CHANGED, Sign.REASONS: Mark.CHANGED, Sign.WENT: Mark.GONE}
_ORDER = [Sign.CAME, Sign.WENT, Sign.CHANGED, Sign.REASONS]


def heard(reply: Reply, rulebook: Rulebook) -> Heard:
    """What came of a line, with the question if it was asked already."""
    news = tuple(_news(reply))
    return Heard(
        reply.text,
        tuple(map(_chip, reply.understood)),
        news[:_MOST_CHANGES],
        max(len(news) - _MOST_CHANGES, 0),
        tuple(_remarks(reply, has_news=bool(news))),
        tuple(_answer(reply, rulebook)),
        question_of(reply.question) if reply.question else None,
        reply.is_mistake,
    )


# -- facts


def _chip(one: Understood) -> Chip:
    said = one.statements[0].said if one.statements else None
    whose = "; ".join(filter(None, (said.told_as, source_words(said.source), str(said.date or "")))) if said else ""
    sentence = one.sentence.removesuffix(f" ({whose})") if whose else one.sentence
    beside = ", ".join(filter(None, (_SAID.get(one.deed, ""), whose)))
    atom = one.statements[0].atom if one.statements else None
    return Chip(capital(sentence), beside, one.was, one.deed is Deed.WITHDRAWN, atom)


# -- changes


def _news(reply: Reply) -> Iterator[News]:
    found = reply.difference
    if found is None:
        return
    worth = [change for change in found.changes if _is_worth_saying(change)]
    worth.sort(key=lambda one: (list(ShownAs).index(one.kind), _ORDER.index(one.sign)))
    for change in worth:
        yield News(_MARKS[change.sign], capital(change.sentence), _beside(change), change.turned[0].shown.instance.atom)
    if not worth:
        yield News(Mark.NONE, _nothing(found, is_supposed=any(u.deed is Deed.SUPPOSED for u in reply.understood)))


def _is_worth_saying(change: Change) -> bool:
    if change.kind is ShownAs.FINDING:
        return False
    return change.sign is not Sign.REASONS or change.kind is ShownAs.RECOMMENDATION


def _beside(change: Change) -> str:
    match change.sign:
        case Sign.CHANGED:
            return _standing(change)
        case Sign.REASONS:
            came = [reason.sentence for turned in change.turned for reason in turned.came]
            return f"one more reason: {came[0].partition(';')[0].rstrip('.')}" if came else "one reason less"
        case Sign.WENT:
            return "no longer advised" if change.kind is ShownAs.RECOMMENDATION else "no longer"
        case Sign.CAME if change.kind is ShownAs.RECOMMENDATION and change.turned[0].new is not None:
            new = change.turned[0].new
            return (
                new.status.value if new.status is RecommendationStatus.UNDER_WAY else new.instance.likelihood.in_words
            )
    return change.after


def _standing(change: Change) -> str:
    """What is another about how it stands."""
    old, new = change.turned[0].old, change.turned[0].new
    if old is None or new is None:
        return change.after
    parts = [f"{new.status.value} now"] if new.status and new.status is not old.status else []
    if new.instance.likelihood is not old.instance.likelihood:
        parts.append(f"{new.instance.likelihood.in_words} now, it was {old.instance.likelihood.in_words}")
    return "; ".join(parts) or change.after


def _nothing(found: Difference, *, is_supposed: bool) -> str:
    verb = "would stay" if is_supposed else "stays"
    behind = sum(len(change.turned) for change in found.changes)
    tail = f"; {counted(behind, 'conclusion')} behind it changed" if behind else ""
    return f"The advice {verb} as it is{tail}."


# -- doubts and mistakes


def _remarks(reply: Reply, *, has_news: bool) -> Iterator[Remark]:
    for text in reply.unused:
        yield Remark("", f"Not used: {text}")
    for clash in reply.clashes:
        ends = "nothing rests on either until that is settled" if clash.is_disputed else "what you say now counts"
        yield Remark("≠", f"This contradicts: {listed(list(clash.against))}; {ends}.")
    if reply.not_understood:
        words = ", ".join(f"“{text}”" for text in reply.not_understood)
        nearest = f" The nearest that the rulebook knows: {'; '.join(reply.nearest)}." if reply.nearest else ""
        yield Remark("?", f"Not understood: {words}.{nearest}")
    yield from (Remark("", capital(text)) for text in reply.notes)
    for finding in reply.findings:
        where = "" if finding.place.source.startswith("chat line") else f"{finding.place}: "
        yield Remark("!", f"{where}{capital(finding.message)}")
    if reply.problem:
        yield Remark("!", capital(reply.problem))


def _answer(reply: Reply, rulebook: Rulebook) -> list[Line]:
    """What was asked to be shown, without all that has a form of its own here."""
    from dragoman.views.reply import reply_lines  # noqa: PLC0415 - loads all that can be answered

    bare = dataclasses.replace(
        reply,
        understood=(),
        difference=None,
        unused=(),
        clashes=(),
        not_understood=(),
        offered=(),
        question=None,
        findings=(),
        problem="",
        notes=(),
    )
    return reply_lines(bare, rulebook)


# -- the question


def question_of(asked: Asked) -> Question:
    """A question with its answers; what can be done instead stands apart."""
    others = [("d", "don't know"), ("s", "skip"), ("w", "why ask")]
    if asked.kind is AskedKind.OFFER:
        others = [("e", "edit"), ("w", "why ask")]
    elif asked.kind in (AskedKind.CLASH, AskedKind.TAKE_BACK):
        others = [("w", "why ask")]
    answers = tuple((one.key, one.words) for one in asked.answers) or ((("…", asked.wants),) if asked.wants else ())
    return Question(capital(asked.sentence), _decides(asked), answers, tuple(others))


def _decides(asked: Asked) -> str:
    if not asked.decides:
        return asked.offer.reason if asked.offer else ""
    more = len(asked.decides) - 1
    return f"It decides: {asked.decides[0]}{f', and {more} more' if more else ''}"
