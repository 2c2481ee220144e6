"""Changes as lines that can be read aloud: `if it were not told that ..., and it were told that ...`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.advice.forms import Voice
from dragoman.exact.change_forms import Change, Steady
from dragoman.exact.robust import Standing
from dragoman.views.lines import Part, Style

STANDINGS: dict[Standing, tuple[str, str, Style]] = {
    Standing.STANDS: ("STANDS", "whatever is told of what is open", "good"),
    Standing.FALLS: ("FALLS IN SOME COMPLETIONS", "the smallest of them", "warn"),
    Standing.COMES: ("COULD STILL COME", "with the smallest completion that gives it", "accent"),
    Standing.NEVER: ("NEVER", "whatever is told of what is open", "muted"),
}


def if_words(changes: Sequence[Change]) -> Iterator[Part]:
    """What would have to change, and whose word each told fact is."""
    for number, change in enumerate(changes):
        yield f"{', and ' if number else ''}if {change.words}"
        if change.told is not None:
            yield whose(change.told)


def whose(voice: Voice) -> Part:
    """How likely it was told to be, whose word it is, and of when; where that is all unknown, the place."""
    report = f"report {', '.join(voice.at)}" if voice.at and not voice.source else ""
    parts = [part for part in (voice.likelihood, voice.source or report, voice.date) if part]
    return f" [{'; '.join(parts) or voice.where}]", "muted"


def steady_parts(one: Steady) -> Iterator[Part]:
    """A recommendation, and the completion in which it is otherwise."""
    yield one.title
    if one.completion:
        yield ": "
        yield from if_words(one.completion)
    elif one.standing in {Standing.FALLS, Standing.COMES}:
        yield (": only in completions too large to be shown", "muted")
