"""A view as Markdown: headings, paragraphs, nested lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.markup import markdown as md
from dragoman.views.document.outline import Entry, Heading, outline
from dragoman.views.lines import Line, Span

_STRONG = frozenset({"strong", "title"})


def as_markdown(lines: Iterable[Line], title: str) -> str:
    """The document as a file; `title` is its heading where the view has none."""
    blocks = outline(lines)
    made: list[str] = []
    if not (blocks and isinstance(blocks[0], Heading) and blocks[0].level == 1):
        made.append(md.heading(1, title))
    for block in blocks:
        if isinstance(block, Heading):
            made.append(md.heading(block.level, "".join(span.text for span in block.spans)))
            if block.remark:
                made.append(_text(block.remark))
        else:
            made += _entries(block)
    return md.page(*made)


def _entries(entries: Sequence[Entry]) -> Iterator[str]:
    """Paragraphs, and lists of whatever is an item or has something under it."""
    rows: list[str] = []
    for entry in entries:
        if entry.is_item or entry.entries:
            rows += _rows(entry, 0)
            continue
        if rows:
            yield "\n".join(rows)
            rows = []
        yield _text(entry.spans)
    if rows:
        yield "\n".join(rows)


def _rows(entry: Entry, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}- {_text(entry.spans)}"
    for inner in entry.entries:
        yield from _rows(inner, depth + 1)


def _text(spans: Sequence[Span]) -> md.Markdown:
    """A row: what would make its beginning a list or a heading is escaped."""
    if not spans or spans[0].style in _STRONG:
        return md.joined(*map(_span, spans))
    first, *rest = spans
    space = " " * (len(first.text) - len(first.text.rstrip(" ")))
    return md.joined(md.escape(first.text), space, *map(_span, rest))


def _span(span: Span) -> str:
    if span.style not in _STRONG or not span.text.strip():
        return span.text
    core = span.text.strip()
    before, after = span.text.split(core, 1)
    return md.joined(before, md.strong(core), after)
