"""A reply as lines that can be read aloud: what was understood, what changed, what is not used and why, one question.

Nothing here is a name of the rulebook: no id, no fact type, no locator, unless that is what somebody asked for.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from dragoman.advice.recommended import listed
from dragoman.conversation.actions import ACTIONS
from dragoman.conversation.examples import example_sentences
from dragoman.conversation.forms import Asked, AskedKind, Clash, Deed, Reply, Understood
from dragoman.exact.difference_forms import Change, Difference, Sign
from dragoman.language.forms import Intent
from dragoman.rulebook.forms import Rulebook, ShownAs
from dragoman.rulebook.words import capital
from dragoman.views.lines import Line, Part, Style, counted, line
from dragoman.views.spoken import spoken

_CHANGES = 3
"""So many changes are said; the others are counted."""
_SAID: dict[Deed, tuple[str, Style]] = {
    Deed.TOLD: ("Noted: ", "good"),
    Deed.CORRECTED: ("Corrected: ", "good"),
    Deed.WITHDRAWN: ("Taken back: ", "warn"),
    Deed.SUPPOSED: ("Supposed: ", "accent"),
    Deed.KNOWN: ("Known already: ", "muted"),
}
_SIGNS: dict[Sign, tuple[str, Style]] = {
    Sign.CAME: ("+ ", "good"),
    Sign.CHANGED: ("~ ", "warn"),
    Sign.REASONS: ("~ ", "muted"),
    Sign.WENT: ("− ", "bad"),
}


def reply_view(reply: Reply, rulebook: Rulebook) -> list[Line]:
    """The line that was typed, and what came of it."""
    return [line(("› ", "accent"), (reply.text, "strong")), *reply_lines(reply, rulebook)]


def reply_lines(reply: Reply, rulebook: Rulebook) -> list[Line]:
    """What came of a line."""
    lines = [
        *_understood(reply.understood),
        *_changes(reply),
        *(line(("Not used: ", "muted"), capital(text), indent=2) for text in reply.unused),
        *(one for clash in reply.clashes for one in _clash(clash)),
        *_not_understood(reply),
        *(line((capital(text), "muted"), indent=2) for text in reply.notes),
        *_problems(reply),
        *_answer(reply, rulebook),
    ]
    if reply.question is not None:
        lines.extend(question_view(reply.question))
    return lines


def reply_text(reply: Reply, rulebook: Rulebook) -> str:
    """The same as one text, a line for each paragraph."""
    return "\n".join(one.text for one in reply_lines(reply, rulebook))


def _understood(understood: Sequence[Understood]) -> Iterator[Line]:
    for one in understood:
        was = (f" (instead of: {one.was})", "muted") if one.was else ""
        label, style = _SAID[one.deed]
        yield line((label, style), capital(one.sentence), was if isinstance(was, str) else (was[0], "muted"), indent=2)


# -- what changed


def _changes(reply: Reply) -> Iterator[Line]:
    found = reply.difference
    if found is None:
        return
    is_supposed = any(one.deed is Deed.SUPPOSED for one in reply.understood)
    kept = sorted(_worth_saying(found), key=_weight)
    if not kept:
        yield line((_nothing(found, is_supposed=is_supposed), "muted"), indent=2)
        return
    for change in kept[:_CHANGES]:
        yield _change(change)
    if len(kept) > _CHANGES:
        more = len(kept) - _CHANGES
        yield line((f"and {counted(more, 'more change')}" if more > 1 else "and one more change", "muted"), indent=4)


def _weight(change: Change) -> tuple[bool, int, int]:
    """What comes, goes or stands otherwise before what only has other reasons; recommendations first."""
    return change.sign is Sign.REASONS, list(ShownAs).index(change.kind), _ORDER.index(change.sign)


_ORDER = [Sign.CAME, Sign.WENT, Sign.CHANGED, Sign.REASONS]


def _worth_saying(found: Difference) -> Iterator[Change]:
    for change in found.changes:
        if change.kind is ShownAs.FINDING:
            continue
        if change.sign is not Sign.REASONS or change.kind is ShownAs.RECOMMENDATION:
            yield change


def _nothing(found: Difference, *, is_supposed: bool) -> str:
    """That the advice stays, and whether anything on the way to it has changed."""
    verb = "would stay" if is_supposed else "stays"
    others = sum(len(change.turned) for change in found.changes)
    if not others:
        return f"The advice {verb} as it is."
    return f"The advice {verb} as it is; {counted(others, 'conclusion')} behind it changed."


def _change(change: Change) -> Line:
    mark, style = _SIGNS[change.sign]
    standing = ""
    if change.sign is Sign.CHANGED:
        standing = f" ({change.before} → {change.after})"
    elif change.sign is Sign.REASONS:
        came = [reason.sentence for turned in change.turned for reason in turned.came]
        standing = f" (one more reason: {came[0]})" if came else " (one reason less)"
    elif change.after and change.kind is not ShownAs.RECOMMENDATION and change.sign is Sign.CAME:
        standing = f" ({change.after})"
    return line((mark, style), capital(change.sentence), (standing, "muted"), indent=2)


# -- what is doubtful


def _clash(clash: Clash) -> Iterator[Line]:
    ends = "nothing rests on either until that is settled" if clash.is_disputed else "what you say now counts"
    yield line(("This contradicts: ", "warn"), f"{listed(list(clash.against))}; {ends}", indent=2)


def _not_understood(reply: Reply) -> Iterator[Line]:
    if reply.intent is Intent.OTHER and reply.not_understood and not reply.offered and not _names_much(reply):
        yield line("That tells nothing of the situation. Say what you know, or 'help'.", indent=2)
    elif reply.not_understood:
        words = ", ".join(f'"{text}"' for text in reply.not_understood)
        yield line(("Not understood: ", "warn"), words, indent=2)
        if reply.nearest:
            yield line(("Nearest to it: ", "muted"), "; ".join(reply.nearest), indent=2)
    if not reply.question:
        for offer in reply.offered[:1]:
            sentences = "; or ".join(one.sentence for one in offer.choices)
            yield line(("It may mean: ", "accent"), f"{sentences} ({offer.reason})", indent=2)


def _names_much(reply: Reply) -> bool:
    """Whether something nearer than a command was found for what was not understood."""
    helps = {action.help for action in ACTIONS.values()}
    return any(sentence not in helps for sentence in reply.nearest)


def _problems(reply: Reply) -> Iterator[Line]:
    for finding in reply.findings:
        where = "" if finding.place.source.startswith("chat line") else f"{finding.place}: "
        yield line((f"{where}{capital(finding.message)}", "bad"), indent=2)
    if reply.problem:
        yield line((capital(reply.problem), "bad"), indent=2)


# -- the question


def question_view(asked: Asked) -> Iterator[Line]:
    """A question with the answers that can be given."""
    reason = f" ({asked.offer.reason})" if asked.offer else ""
    yield line((f"? {asked.sentence}", "strong"), (reason, "muted"), indent=2)
    if asked.kind is AskedKind.OFFER and len(asked.answers) > 2:
        yield from (line((f"{one.key}  ", "accent"), one.words, indent=4) for one in asked.answers)
        return
    if asked.kind in (AskedKind.CLASH, AskedKind.TAKE_BACK):
        yield from (line((f"{one.key}  ", "accent"), one.words, indent=4) for one in asked.answers)
        return
    yield line(*_answers(asked), indent=4)


def _answers(asked: Asked) -> Iterator[Part]:
    yield (asked.wants or " / ".join(one.words for one in asked.answers), "accent")
    if asked.kind is AskedKind.OFFER:
        yield (" / edit", "muted")
    elif asked.decides:
        more = len(asked.decides) - 1
        yield (f"   it decides: {asked.decides[0]}{f', and {more} more' if more else ''}", "muted")


def why_asked(asked: Asked) -> Iterator[Line]:
    """Why a question is asked: what hangs on it."""
    if asked.offer is not None:
        yield line("Your words may mean it, and nothing is told that you did not say or confirm.", indent=2)
    elif asked.kind is AskedKind.CLASH:
        yield line("Two of whom one says what the other denies: which counts is for you to say.", indent=2)
    elif asked.kind is AskedKind.TAKE_BACK:
        yield line("Several things that were told fit your words, and only you know which you meant.", indent=2)
    else:
        yield line("Its answer settles more of the advice than that to any other question:", indent=2)
        yield from (line("• ", capital(title), indent=4) for title in asked.decides)


# -- what was asked for


def _answer(reply: Reply, rulebook: Rulebook) -> Iterator[Line]:
    if isinstance(reply.answer, Asked):
        yield from why_asked(reply.answer)
    elif reply.action == "help":
        yield from help_view(rulebook)
    elif reply.answer is not None:
        yield from (dataclasses.replace(one, indent=one.indent + 2) for one in spoken(reply.answer, rulebook))


def help_view(rulebook: Rulebook) -> list[Line]:
    """What can be typed."""
    lines = [line("Say what you know in plain English, as likely as it is and with whose word it is:")]
    lines += [line((f"{example}.", "strong"), indent=2) for example in example_sentences(rulebook)]
    lines.append(
        line(
            "Correct it ('no, ...'), take it back ('forget that'), suppose something ('what if ...'), ask why and why not."
        )
    )
    lines.append(line("Commands, by their word, behind a slash, or in plain English:"))
    for action in ACTIONS.values():
        key = f"  ({action.key})" if action.key else ""
        name = f"/{action.name} {action.argument}".rstrip()
        lines.append(line((f"{name:<16}", "strong"), f" {action.help}", (key, "muted"), indent=2, hang=18))
    return lines
