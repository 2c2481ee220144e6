"""What the app draws after a line: one frozen snapshot, made away from the screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from dragoman.advice.forms import Advice
from dragoman.form import form
from dragoman.views.advice import advice_view
from dragoman.views.lines import BLANK, Line

_NUMBER = re.compile(r"^ *\d+\. ")


@form
class Page:
    """The advice, ready to draw."""

    advice: Advice
    lines: tuple[Line, ...]
    """Without the head of the view: the headline of the screen says that."""
    marked: frozenset[int] = frozenset()
    """The lines, by number, that the page before did not have."""
    worth_seeing: int | None = None
    """The line to bring into view: the first recommendation that has changed, else the first difference, if any."""

    @property
    def summary(self) -> str:
        """How much there is, in a few words."""
        return (
            f"{_counted(len(self.advice.recommendations), 'recommendation')} from {_counted(self.advice.facts, 'fact')}"
        )


@form
class Snapshot:
    """What a line led to."""

    text: str
    """The line."""
    log: tuple[Line, ...]
    """What the log says of it."""
    page: Page
    gives_back: bool = False
    """Whether nothing was done, so that the line is put back to be edited."""


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def page_of(advice: Advice, before: Page | None = None, *, is_said: bool = False) -> Page:
    """The page of `advice`, and how it differs from the page before; in another situation all of it would be new.

    What differed stays marked until something is said that could change it.
    """
    if before is not None and advice is before.advice:
        return Page(before.advice, before.lines) if is_said and before.marked else before
    view = advice_view(advice)
    lines = tuple(view[view.index(BLANK) + 1 :] if BLANK in view else view)
    if before is None:
        return Page(advice, lines)
    if advice.situation != before.advice.situation:
        return Page(advice, lines, worth_seeing=0)
    marked, first = _differences(before.lines, lines)
    titles = (number for number in sorted(marked) if any(span.style == "strong" for span in lines[number].spans))
    return Page(advice, lines, marked, next(titles, first))


def _differences(before: Sequence[Line], after: Sequence[Line]) -> tuple[frozenset[int], int | None]:
    """The lines of `after` that are new, and where the first difference is. A number of a list is no difference."""
    matcher = SequenceMatcher(None, [_compared(line) for line in before], [_compared(line) for line in after], False)
    marked: set[int] = set()
    first = None
    for kind, _, _, start, end in matcher.get_opcodes():
        if kind == "equal":
            continue
        first = min(start, len(after) - 1) if first is None else first
        marked.update(number for number in range(start, end) if after[number].spans)
    return frozenset(marked), first


def _compared(line: Line) -> str:
    return _NUMBER.sub("", line.text)
