"""Lines of styled text, and how they are fitted to a width.

This is the one place where text from outside is made safe: a `Span` never holds a hidden character
(:mod:`dragoman.source.visible`), whoever makes it, so nothing that was typed or read can steer a terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from dragoman.form import form
from dragoman.source.visible import plain

Style = Literal["", "title", "strong", "muted", "good", "warn", "bad", "accent"]

_PIECES = re.compile(r" +|[^ ]+")
_MIN_WIDTH = 20


@form
class Span:
    """A piece of text in one style."""

    text: str
    style: Style = ""

    def __post_init__(self) -> None:
        """Make the text safe."""
        object.__setattr__(self, "text", plain(self.text))


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
        yield from _wrapped(paragraph, max(width, _MIN_WIDTH))


Piece = tuple[str, Style]
"""A part of a span on its way into a row; only whole rows become spans, since each span is made safe anew."""


def _wrapped(paragraph: Line, width: int) -> Iterator[tuple[Span, ...]]:
    indent = min(paragraph.indent, width // 2)
    if paragraph.spans and indent + cells(paragraph.text) <= width:
        yield _row([(" " * indent, ""), *((span.text, span.style) for span in paragraph.spans)])
        return
    further = min(indent + paragraph.hang, width // 2)
    row: list[Piece] = [(" " * indent, "")]
    used, is_blank, is_first = indent, True, True
    for word, length in _words(paragraph):
        rest, is_space = word, word[0][0].startswith(" ")
        while rest and not (is_space and is_blank and not is_first):
            if used + length <= width:
                row.extend(rest)
                used, is_blank = used + length, is_blank and is_space
                break
            if is_space:
                rest = []
            elif is_blank:
                head, rest = _cut(rest, width - used)
                row.extend(head)
                length = _length(rest)  # noqa: PLW2901 - what is left of the word
            yield _row(row)
            row, used, is_blank, is_first = [(" " * further, "")], further, True, False
    if is_first or not is_blank:
        yield _row(row)


def _words(paragraph: Line) -> Iterator[tuple[list[Piece], int]]:
    """Words and the spaces between them, with their columns; a word can run over several spans."""
    word: list[Piece] = []
    for span in paragraph.spans:
        for text in _PIECES.findall(span.text):
            if text[0] != " ":
                word.append((text, span.style))
                continue
            if word:
                yield word, _length(word)
                word = []
            yield [(text, span.style)], len(text)
    if word:
        yield word, _length(word)


def _length(word: Iterable[Piece]) -> int:
    return sum(cells(text) for text, _ in word)


def _cut(word: list[Piece], room: int) -> tuple[list[Piece], list[Piece]]:
    """As much of a word as has room, at least one character, and the rest."""
    head: list[Piece] = []
    used = 0
    for number, (text, style) in enumerate(word):
        for at, character in enumerate(text):
            used += cells(character)
            if used > room and (head or at):
                return [*head, (text[:at], style)], [(text[at:], style), *word[number + 1 :]]
        head.append((text, style))
    return head, []


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
