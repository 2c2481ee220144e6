"""Lines as an outline: which belongs under which, by how far each stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.form import form
from dragoman.views.lines import Line, Span, line

_SIGNS = ("• ", "■ ")
"""What stands before an item of a list, which a document draws itself."""
_NUMBER = re.compile(r"\s*\d+(?:-\d+)?\. ")
_HEADS = frozenset({"accent", "bad"})
_NUMBERED, _PLAIN = 4, 2
"""How much further in than a row whatever belongs to it stands at least: the numbered leave room for two digits."""


@form
class Heading:
    """A heading, and what stands beside it."""

    level: int
    """1 for the document, 2 for a part."""
    spans: tuple[Span, ...]
    remark: tuple[Span, ...] = ()


@dataclass(slots=True)
class Entry:
    """A row, without its sign, and the rows that belong to it."""

    spans: tuple[Span, ...]
    indent: int
    is_item: bool
    """Whether it had the sign or the number of a list, or stands in a list by being further in."""
    entries: list[Entry] = field(default_factory=list)

    @property
    def needs(self) -> int:
        """How far in a row must stand to belong to it."""
        text = "".join(span.text for span in self.spans)
        return self.indent + (_NUMBERED if _NUMBER.match(text) else _PLAIN)


Block = Heading | list[Entry]
"""A heading, or entries that follow each other without an empty line."""


def outline(lines: Iterable[Line]) -> list[Block]:
    """The blocks of a document, in order; a title is that of the whole only where there is one and it stands first."""
    lines = list(lines)
    has_one = sum(bool(one.spans) and one.spans[0].style == "title" and not one.indent for one in lines) == 1
    blocks: list[Block] = []
    open_: list[Entry] = []
    entries: list[Entry] | None = None
    for one in lines:
        heading = _heading(one, is_title=has_one and not blocks)
        if heading is not None or not one.spans:
            open_, entries = [], None
            blocks += [heading] if heading is not None else []
            continue
        if entries is None:
            blocks.append(entries := [])
        entry = _entry(one)
        while open_ and open_[-1].needs > entry.indent:
            open_.pop()
        (open_[-1].entries if open_ else entries).append(entry)
        open_.append(entry)
    return blocks


def _heading(one: Line, *, is_title: bool) -> Heading | None:
    if not one.spans or one.indent:
        return None
    first, *rest = one.spans
    if first.style == "title":
        titled = tuple(span for span in one.spans if span.style == "title")
        return Heading(1 if is_title else 2, titled, _without_space(one.spans[len(titled) :]))
    if first.style in _HEADS and first.text.strip().isupper():
        return Heading(2, (Span(first.text.strip().capitalize()),), _without_space(tuple(rest)))
    return None


def _without_space(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Spans whose text does not begin with spaces."""
    if not spans:
        return ()
    return line((spans[0].text.lstrip(" "), spans[0].style), *spans[1:]).spans


def _entry(one: Line) -> Entry:
    first = one.spans[0]
    sign = next((sign for sign in _SIGNS if first.text.startswith(sign)), "")
    rest = (Span(first.text[len(sign) :], first.style), *one.spans[1:]) if sign else one.spans
    spans = _without_space(tuple(span for span in rest if span.text))
    return Entry(spans, one.indent, bool(sign) or one.indent > 0 or bool(_NUMBER.match(one.text)))
