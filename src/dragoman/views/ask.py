"""What to ask, as lines: each question, and what each answer would change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.exact.change_forms import Answer, Ask, Asked, Settles
from dragoman.rulebook.words import capital
from dragoman.views.lines import BLANK, Line, Part, line

_QUESTIONS, _SETTLED = 10, 3
"""So many questions are shown, and so much of what an answer settles."""


def ask_view(answer: Asked, *, everything: bool = False) -> list[Line]:
    """The question that settles most first."""
    lines = [line((answer.situation, "title"))]
    if not answer.questions:
        return [*lines, line(("No single answer to an open question would change the advice.", "muted"))]
    lines += [BLANK, line(("WHAT TO ASK", "accent"), ("  what settles most first", "muted"))]
    shown = answer.questions if everything else answer.questions[:_QUESTIONS]
    for one in shown:
        lines += _question(one, everything=everything)
    if len(shown) < len(answer.questions):
        lines.append(line((f"and {len(answer.questions) - len(shown)} more (--all)", "muted"), indent=2))
    return lines


def _question(one: Ask, *, everything: bool) -> Iterator[Line]:
    whom = f" ({one.whom})" if one.whom else ""
    yield line(("? ", "accent"), (capital(one.question), "strong"), (whom, "muted"), indent=2)
    for answer in one.answers:
        if not answer.changes_nothing:
            yield line((f"{answer.reply}: ", "accent"), *_changes(answer, everything=everything), indent=6)
    rest = [answer.reply for answer in one.answers if answer.changes_nothing]
    if rest:
        others = " or ".join(rest) if len(one.answers) <= 2 else "others"
        yield line((f"{others}: ", "accent"), ("no change", "muted"), indent=6)


def _changes(answer: Answer, *, everything: bool) -> Iterator[Part]:
    most = max(len(answer.gives), len(answer.takes)) if everything else _SETTLED
    if answer.gives:
        yield from (("brings: ", "good"), _listed(answer.gives, most))
    if answer.gives and answer.takes:
        yield "; "
    if answer.takes:
        yield from (("takes away: ", "bad"), _listed(answer.takes, most))


def _listed(settled: Sequence[Settles], most: int) -> str:
    more = f" and {len(settled) - most} more" if len(settled) > most else ""
    return f"{'; '.join(one.title for one in settled[:most])}{more}"
