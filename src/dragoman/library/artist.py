"""Answers as text for `print`, and as HTML for a notebook: the same lines that the command line shows.

The HTML is one element that loads nothing and runs nothing. A notebook may be light or dark and says so to nobody, so
plain text has the colour of the page, and each other colour can be read on white as on black. Styles stand in the
elements, since many that show notebooks drop style sheets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from dragoman.advice.forms import Advice
from dragoman.board.forms import Board
from dragoman.coverage.report import ReportCoverage
from dragoman.display import Displayed
from dragoman.exact.change_forms import Asked, Flipped, Hinges, Robust, Sources
from dragoman.exact.difference_forms import Difference
from dragoman.exact.why_not_forms import Silence, WhyNot
from dragoman.explain.answers import Audit, Proofs
from dragoman.language.forms import Reading
from dragoman.library.conversation import Said
from dragoman.library.rulebooks import Checked
from dragoman.markup.html import Html, element, joined
from dragoman.situation.forms import Situation
from dragoman.views.ask import ask_view
from dragoman.views.audit import audit_view
from dragoman.views.board import board_view
from dragoman.views.coverage import report_view
from dragoman.views.difference import difference_view
from dragoman.views.document.html import as_html as document_html
from dragoman.views.document.markdown import as_markdown as document_markdown
from dragoman.views.facts import situation_view
from dragoman.views.flips import flipped_view, hinges_view
from dragoman.views.lines import Line, Span, fitted, line
from dragoman.views.reading import reading_view
from dragoman.views.reply import reply_view
from dragoman.views.robust import robust_view
from dragoman.views.short import short_view
from dragoman.views.sources import sources_view
from dragoman.views.why_not import silence_view, why_not_view, why_view

_WIDTH = 100
_MOST = 100
"""So many lines of an answer a notebook shows; the rest is counted."""

_LINES: Mapping[type[Displayed], Callable[[Any], Iterable[Line]]] = {
    Advice: short_view,
    Proofs: why_view,
    WhyNot: why_not_view,
    Silence: silence_view,
    Audit: audit_view,
    Difference: lambda found: difference_view(found, full=False),
    Flipped: flipped_view,
    Hinges: hinges_view,
    Robust: robust_view,
    Sources: sources_view,
    Asked: ask_view,
    Board: lambda board: board_view(board, _WIDTH),
    ReportCoverage: report_view,
    Situation: lambda situation: situation_view(situation.rulebook, situation),
    Reading: reading_view,
    Said: lambda said: reply_view(said.reply, said.talk.rulebook),
    Checked: lambda checked: [line(text) for text in str(checked).splitlines()],
}
_IN_COLUMNS = (Board, ReportCoverage)
"""What stands in columns, so that its lines cannot be broken elsewhere."""

_STYLES = {
    "title": "font-weight:600;font-size:1.1em",
    "strong": "font-weight:600",
    "muted": "opacity:.75",
    "good": "color:#2a8a55",
    "warn": "color:#ab7010",
    "bad": "color:#d14b4b",
    "accent": "color:#3a7fc0;font-weight:600",
}
"""Each colour has a contrast of at least 4 to white and to #111."""
_WHOLE = "font-family:inherit;line-height:1.45;max-width:60em;overflow-wrap:anywhere"
_COLUMNS = "font-family:monospace;line-height:1.3;overflow-x:auto"


def text(answer: Displayed) -> str:
    """An answer as the command line prints it, a page wide."""
    rows = fitted(_lines(answer), _WIDTH)
    return "\n".join("".join(span.text for span in row) for row in rows)


def html(answer: Displayed) -> str:
    """An answer as one element, to be put into a page."""
    lines = list(_lines(answer))
    shown, more = lines[:_MOST], len(lines) - _MOST
    if more > 0:
        shown.append(line((f"and {more} more lines: print it to see all", "muted")))
    if isinstance(answer, _IN_COLUMNS):
        rows = (joined(*_spans(row)) for row in fitted(shown, _WIDTH))
        return element("pre", Html("\n".join(rows)), style=_COLUMNS)
    return element("div", *map(_paragraph, shown), style=_WHOLE)


def as_markdown(answer: Displayed) -> str:
    """An answer as a file of Markdown, as `--format md` writes it."""
    return document_markdown(_lines(answer), _title(answer))


def as_html(answer: Displayed) -> str:
    """An answer as a page of HTML, a file that loads nothing, as `--format html` writes it."""
    return document_html(_lines(answer), _title(answer))


def _title(answer: Displayed) -> str:
    """What the page is called where the view has no heading."""
    return repr(answer).strip("<>")


def _lines(answer: Displayed) -> Iterable[Line]:
    return _LINES[type(answer)](answer)


def _paragraph(one: Line) -> Html:
    if not one.spans:
        return element("div", style="height:.7em")
    room = f"padding-left:{one.indent + one.hang}ch;text-indent:-{one.hang}ch"
    return element("div", *_spans(one.spans), style=room)


def _spans(spans: Iterable[Span]) -> Iterator[Html]:
    return map(_span, spans)


def _span(span: Span) -> Html:
    return element("span", span.text, style=_STYLES.get(span.style))
