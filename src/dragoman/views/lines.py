"""Lines of styled text, and how they are fitted to a width.

This is the one place where text from outside is made safe: a `Span` never holds a hidden character
(:mod:`dragoman.source.visible`), whoever makes it, so nothing that was typed or read can steer a terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from dragoman.form import form
from dragoman.source.visible import plain

Style = Literal["", "title", "strong", "muted", "good", "warn", "bad", "accent"]

_MIN_WIDTH = 20


@form
class Span:
    """A piece of text in one style."""

    text: str
    style: Style = ""

    def __post_init__(self) -> None:
        """Make the text safe."""
        safe = plain(self.text)
        if safe is not self.text:
            object.__setattr__(self, "text", safe)


@form
class Line:
    """One paragraph: wrapped where it is too long, the further lines hanging."""

    spans: tuple[Span, ...] = ()
    indent: int = 0
    """Columns left free before the first line."""
    hang: int = 0
    """Columns more before the further lines."""

    @property
    def text(self) -> str:
        """The paragraph without styles."""
        return "".join(span.text for span in self.spans)


Part = str | Span | tuple[str, Style]
"""What a line is made of: plain text, a span, or a text and its style."""


def line(*parts: Part, indent: int = 0, hang: int = 2) -> Line:
    """A line from texts, spans and (text, style) pairs."""
    spans = (part if isinstance(part, Span) else Span(part) if isinstance(part, str) else Span(*part) for part in parts)
    return Line(tuple(span for span in spans if span.text), indent, hang)


BLANK = Line()


def counted(number: int, noun: str) -> str:
    """`1 fact`, `2 facts`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def fitted(lines: Iterable[Line], width: int) -> Iterator[tuple[Span, ...]]:
    """The lines as rows of at most `width` columns; words that are longer are cut."""
    for paragraph in lines:
        for indent, start, end in _broken(paragraph, max(width, _MIN_WIDTH)):
            yield _row([(" " * indent, ""), *_between(paragraph, start, end)])


def rows_taken(lines: Iterable[Line], width: int) -> int:
    """How many rows the lines are at that width."""
    return sum(1 for paragraph in lines for _ in _broken(paragraph, max(width, _MIN_WIDTH)))


Piece = tuple[str, Style]
"""A part of a span on its way into a row; only whole rows become spans, since each span is made safe anew."""


def _broken(paragraph: Line, width: int) -> Iterator[tuple[int, int, int]]:
    """The rows of a paragraph: the columns left free before each, and where its text begins and ends."""
    text, start = paragraph.text, 0
    indent = min(paragraph.indent, width // 2)
    further = min(indent + paragraph.hang, width // 2)
    while (reach := _reach(text, start, width - indent)) < len(text):
        end = text.rfind(" ", start, reach + 1)
        if end < reach and not text[start : end + 1].strip(" "):
            end = max(reach, end + 2)  # one word, too long for a row: it is cut
        yield indent, start, end
        indent, start = further, end
        while text.startswith(" ", start):
            start += 1
        if start == len(text):
            return
    yield indent, start, len(text)


def _reach(text: str, start: int, room: int) -> int:
    """Where the longest piece from `start` on ends that takes at most `room` columns."""
    if text.isascii():
        return min(start + room, len(text))
    end = start
    while end < len(text):
        piece = text[end : end + max(room // 2, 1)]  # no character takes more than two
        room -= cells(piece)
        if room < 0:
            break
        end += len(piece)
    return end


def _between(paragraph: Line, start: int, end: int) -> Iterator[Piece]:
    """The parts of the spans that stand between two places of a paragraph's text."""
    for span in paragraph.spans:
        if start < len(span.text):
            yield span.text[max(start, 0) : end], span.style
        start, end = start - len(span.text), end - len(span.text)
        if end <= 0:
            return


def _row(pieces: list[Piece]) -> tuple[Span, ...]:
    """A row: neighbours of one style are one span, spaces at the end are dropped."""
    joined: list[Piece] = []
    for text, style in pieces:
        if joined and joined[-1][1] == style:
            joined[-1] = (joined[-1][0] + text, style)
        elif text:
            joined.append((text, style))
    while joined and not joined[-1][0].rstrip(" "):
        joined.pop()
    if joined:
        joined[-1] = (joined[-1][0].rstrip(" "), joined[-1][1])
    return tuple(Span(text, style) for text, style in joined)


def cells(text: str) -> int:
    """How many columns `text` takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width  # noqa: PLC0415 - most text needs neither

    others = [character for character in text if character > "\x7f"]
    wide = sum(0 if combining(other) else 2 if east_asian_width(other) in "WF" else 1 for other in others)
    return len(text) - len(others) + wide
