"""Lines of styled text, and how they are fitted to a width.

This is the one place where text from outside is made safe: a `Span` never holds a control
character, whoever makes it, so nothing that was typed or read can steer a terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

Style = Literal["", "title", "strong", "muted", "good", "warn", "bad", "accent"]

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\uffff]"
)
_MIN_WIDTH = 20


def plain(text: str) -> str:
    r"""`text` with everything that could steer a terminal written out.

    >>> plain("red \x1b[31m")
    'red \\x1b[31m'
    """
    return _UNSAFE.sub(lambda found: _written_out(found.group()), text)


def _written_out(character: str) -> str:
    if character in "\n\t":
        return " "
    code = ord(character)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text in one style."""

    text: str
    style: Style = ""

    def __post_init__(self) -> None:
        """Make the text safe."""
        object.__setattr__(self, "text", plain(self.text))


@dataclass(frozen=True, slots=True)
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


def fitted(lines: Iterable[Line], width: int) -> Iterator[tuple[Span, ...]]:
    """The lines as rows of at most `width` columns; words that are longer are cut."""
    for paragraph in lines:
        yield from _wrapped(paragraph, max(width, _MIN_WIDTH))


def _wrapped(paragraph: Line, width: int) -> Iterator[tuple[Span, ...]]:
    indent = min(paragraph.indent, width // 2)
    row: list[Span] = [Span(" " * indent)] if indent else []
    used, is_empty = indent, True
    further = min(indent + paragraph.hang, width // 2)
    for word in _words(paragraph, width - further):
        length = sum(cells(span.text) for span in word)
        is_space = all(span.text.isspace() for span in word)
        if is_space and is_empty:
            continue
        if used + length > width and not is_empty:
            yield _trimmed(row)
            row, used, is_empty = [Span(" " * further)], further, True
            if is_space:
                continue
        row.extend(word)
        used, is_empty = used + length, False
    yield _trimmed(row)


def _words(paragraph: Line, limit: int) -> Iterator[tuple[Span, ...]]:
    """Words and the spaces between them; a word can run over several spans."""
    word: list[Span] = []
    for span in paragraph.spans:
        for piece in re.findall(r" +|[^ ]+", span.text):
            if piece.isspace():
                if word:
                    yield tuple(word)
                    word = []
                yield (Span(piece, span.style),)
                continue
            rest = piece
            while cells(rest) > limit:
                yield (Span(rest[:limit], span.style),)
                rest = rest[limit:]
            word.append(Span(rest, span.style))
    if word:
        yield tuple(word)


def _trimmed(row: list[Span]) -> tuple[Span, ...]:
    while row and row[-1].text.isspace():
        row = row[:-1]
    return tuple(row)


def cells(text: str) -> int:
    """How many columns `text` takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width  # noqa: PLC0415 - most text needs neither

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
