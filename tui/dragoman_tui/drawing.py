"""How the styles of `dragoman.views` look: the one place that maps them to Textual.

Rows become strips of segments, never markup, so that nothing that was typed or read is ever taken
for an instruction; `Span` has made the text itself safe.
"""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.strip import Strip

from dragoman.views.lines import Style
from dragoman_tui.paper import Row

LINE_CLASSES: dict[Style, str] = {
    "title": "line--title",
    "strong": "line--strong",
    "muted": "line--muted",
    "good": "line--good",
    "warn": "line--warn",
    "bad": "line--bad",
    "accent": "line--accent",
}
"""The component class of each style; plain text has none."""

MARK_CLASS = "line--mark"
"""The component class of the sign before a line that has just changed."""

LINE_CSS = """
    & > .line--title { color: $text-primary; text-style: bold; }
    & > .line--strong { text-style: bold; }
    & > .line--muted { color: $text-muted; }
    & > .line--good { color: $text-success; }
    & > .line--warn { color: $text-warning; }
    & > .line--bad { color: $text-error; }
    & > .line--accent { color: $text-primary; }
    & > .line--mark { color: $accent; }
"""
"""The rules of these classes, to be nested in the rule of a widget that draws lines."""

GUTTER = 1
"""Columns left of the text, for the mark."""
MARK = "▎"


def strip_of(row: Row, is_marked: bool, plain: RichStyle, style_of: Callable[[str], RichStyle]) -> Strip:
    """One row, behind its gutter.

    Args:
        row: The row.
        is_marked: Whether it has just changed.
        plain: The look of text without a style.
        style_of: The look of a component class.
    """
    gutter = Segment(MARK, style_of(MARK_CLASS)) if is_marked else Segment(" " * GUTTER, plain)
    return Strip([gutter, *(Segment(span.text, _look(span.style, plain, style_of)) for span in row)])


def _look(style: Style, plain: RichStyle, style_of: Callable[[str], RichStyle]) -> RichStyle:
    return style_of(LINE_CLASSES[style]) if style else plain


def text_of(row: Row) -> str:
    """One row as it stands on the screen, without its gutter."""
    return "".join(span.text for span in row)
