"""How much a memo says, so that all but its annex stands on two pages."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.form import form
from dragoman.papers.forms import Brief, Horizon

_COLUMNS = 112
"""So many characters stand in a line of the page, in its small print."""
LINES = 151
"""So many lines stand on two pages, and a heading counts for two; looked at in Chromium."""
LINES_OF_WORD = 148
"""The same of a DOCX where its face is missing and a wide one stands in; looked at in LibreOffice."""


@form
class Room:
    """From roomy to tight (`ROOMS`); the first in which a memo fits its pages is taken, else the last."""

    reasons: int = 2
    """Of a recommendation."""
    further: int = 2
    """What speaks in one place for what is recommended for several."""
    against: int = 3
    """Counter-weights."""
    expected: int = 99
    """Risks, and forecasts, of one time."""
    assumed: int = 4
    unknown: int = 4
    hinges: int = 5
    openings: int = 4


ROOMS = (
    Room(),
    Room(expected=14, hinges=4, openings=3, unknown=3, assumed=3),
    Room(further=1, expected=10, against=2, hinges=3, openings=2, unknown=2, assumed=3),
    Room(further=1, expected=7, against=2, hinges=3, openings=2, unknown=2, assumed=2),
    Room(further=0, expected=6, against=2, hinges=3, openings=2, unknown=2, assumed=2),
    Room(further=0, expected=6, against=2, hinges=2, openings=1, unknown=1, assumed=2),
    Room(further=0, expected=5, against=1, hinges=2, openings=1, unknown=1, assumed=1),
    Room(further=0, expected=4, against=1, hinges=2, openings=1, unknown=1, assumed=1),
    Room(reasons=1, further=0, expected=5, against=1, hinges=2, openings=1, unknown=1, assumed=1),
    Room(reasons=1, further=0, expected=4, against=1, hinges=1, openings=1, unknown=1, assumed=1),
    Room(reasons=1, further=0, expected=2, against=0, hinges=1, openings=0, unknown=0, assumed=0),
)


def fits(brief: Brief, lines: int = LINES) -> bool:
    """Whether all but the annex of a memo stands on two pages of so many `lines` in all, as far as counting characters tells."""
    return sum(1 + length // _COLUMNS for length in _paragraphs(brief)) + 2 * _headings(brief) <= lines


def _headings(brief: Brief) -> int:
    return 6 + len(brief.blocks)


def _paragraphs(brief: Brief) -> Iterator[int]:
    """The lengths of the paragraphs, notes and marks included."""
    yield from (len(one.text) + 4 for one in brief.holds)
    for block in brief.blocks:
        for item in block.items:
            title = len(item.title.text) + sum(map(len, item.marks)) + 8
            for number, part in enumerate(item.parts):
                reasons = len(part.called) + sum(len(one.text) + 6 for one in part.reasons)
                yield reasons + (0 if number else title)
            yield from (len(text) + 12 for text in (item.carried, item.lacking, *item.caveats) if text)
        yield from (sum(len(one.text) + 6 for one in part.reasons) + len(part.called) for part in block.further)
        yield len(block.against)
    for one in brief.horizons:
        yield from _columns(one)
    sentences = (*brief.assumed, *brief.unknown, *brief.hinges, *brief.openings)
    yield from (len(one.text) + len(one.mark) + 6 for one in sentences)
    yield from map(len, (*brief.caveats, *brief.nothing, *brief.remarks, *brief.set_apart))


def _columns(one: Horizon) -> Iterator[int]:
    """Risks beside forecasts: the longer of the two counts, in half a page each."""
    sides = [sum(len(said.text) + 8 for said in side) for side in (one.risks, (*one.forecasts, *one.watch))]
    yield 2 * max(sides)
