"""What a dialogue begins and ends with, line by line: what it is about, what is recommended, where it is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.advice.forms import Advice
from dragoman.rulebook.words import capital
from dragoman.session.session import Session
from dragoman.views.lines import Line, counted, line

_NAMED = 4
"""So many recommendations are named."""


def greeting(session: Session, remark: str = "") -> Iterator[Line]:
    """What stands before the first line."""
    report = session.rulebook.report
    yield line((report.title, "title"), (f"  {', '.join(report.authors)}, {report.date.year}", "muted"))
    if session.situation.statements:
        yield line(session.situation.title, ": ", counted(session.advice.facts, "fact"), ".")
        yield recommended(session.advice)
    if remark:
        yield line((capital(remark), "warn"))
    yield line("Say what you know, a line at a time. 'help' shows what can be typed, 'next' asks you, 'quit' leaves.")


def recommended(advice: Advice) -> Line:
    """What is recommended, in one line."""
    titles = [one.short for one in advice.recommendations]
    return line(("Recommended now: ", "strong"), f"{_listed(titles)}." if titles else "nothing.")


def changed(before: Advice, after: Advice) -> Line:
    """How that differs from what was recommended before, in one line."""
    came, went = _only_in(after, before), _only_in(before, after)
    said = [f"new: {_listed(came)}" if came else "", f"no longer: {_listed(went)}" if went else ""]
    return line(("Since the beginning: ", "strong"), f"{'; '.join(filter(None, said)) or 'as it was'}.")


def _only_in(one: Advice, other: Advice) -> list[str]:
    """The recommendations of one piece of advice that the other lacks, for somebody at least."""
    there = {instance.atom for recommended in other.recommendations for instance in recommended.instances}
    return [
        recommended.short
        for recommended in one.recommendations
        if any(instance.atom not in there for instance in recommended.instances)
    ]


def _listed(titles: Sequence[str]) -> str:
    more = len(titles) - _NAMED
    return "; ".join((*titles[:_NAMED], *([f"{more} more"] if more > 0 else [])))


def farewell(session: Session) -> Iterator[Line]:
    """Where the session is kept, if anything of it is."""
    record = session.record
    if record.is_kept:
        yield line((f"Kept as {record.session}; 'dragoman chat --plain --resume {record.session}' goes on.", "muted"))
