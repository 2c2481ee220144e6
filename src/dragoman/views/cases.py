"""The outcomes of cases as lines: expected, got, the proof of what surprised, or why it did not come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.cases import Outcome
from dragoman.views.lines import Line, counted, line
from dragoman.views.proof import proof_view
from dragoman.views.why_not import not_given_view


def cases_view(outcomes: Sequence[Outcome]) -> list[Line]:
    """What failed, whole; then one line that counts."""
    lines = [text for outcome in outcomes if not outcome.passed for text in _failed(outcome)]
    failed = sum(not outcome.passed for outcome in outcomes)
    return [
        *lines,
        line((f"{counted(len(outcomes) - failed, 'case')} passed, {failed} failed", "bad" if failed else "good")),
    ]


def _failed(outcome: Outcome) -> Iterator[Line]:
    case = outcome.case
    locators = f" ({', '.join(case.at)})" if case.at else ""
    yield line(("FAILED ", "bad"), (case.id, "strong"), (f"{locators}  {case.place}", "muted"))
    if case.because:
        yield line((case.because, "muted"), indent=2)
    for surprise in outcome.surprises:
        yield line(("expected: ", "muted"), surprise.expected, indent=2)
        yield line(("got:      ", "muted"), surprise.got, indent=2)
        if surprise.proof is not None:
            yield from _below(proof_view((surprise.proof,)))
        if surprise.why_not is not None:
            yield from _below(not_given_view(surprise.why_not))


def _below(lines: Iterable[Line]) -> Iterator[Line]:
    """The same lines further in."""
    return (Line(text.spans, text.indent + 4, text.hang) for text in lines)
