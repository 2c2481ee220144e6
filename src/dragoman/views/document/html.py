"""A view as a page of HTML: one file that loads nothing, light and dark as the reader has it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.markup.html import Html, element, joined, lines, page
from dragoman.views.document.outline import Block, Entry, Heading, outline
from dragoman.views.lines import Line, Span

_STYLE = """\
ul.tree { list-style: none; padding-left: 0; }
ul.tree ul { list-style: none; padding-left: 1.1rem; border-left: 1px solid var(--line); margin: .1rem 0 .4rem .2rem; }
ul.tree > li { margin: .3rem 0; break-inside: auto; }
.remark { font-weight: 400; text-transform: none; letter-spacing: 0; color: var(--quiet); }
"""


def as_html(rows: Iterable[Line], title: str) -> str:
    """The document as a file; `title` is its heading where the view has none."""
    blocks = outline(rows)
    first = blocks[0] if blocks else None
    if isinstance(first, Heading) and first.level == 1:
        title = "".join(span.text for span in first.spans)
        blocks = blocks[1:]
        remark = [element("p", *_spans(first.remark), class_="quiet")] if first.remark else []
    else:
        remark = []
    head = element("header", lines(element("h1", title), *remark))
    return page(title, head, element("main", Html("\n"), lines(*map(_block, blocks)), Html("\n")), style=_STYLE)


def _block(block: Block) -> Html:
    if isinstance(block, Heading):
        beside = [" ", element("span", *_spans(block.remark), class_="remark")] if block.remark else []
        return element("h2", "".join(span.text for span in block.spans), *beside)
    parts: list[Html] = []
    items: list[Entry] = []
    for entry in block:
        if entry.is_item or entry.entries:
            items.append(entry)
            continue
        parts += [_list(items, "tree")] if items else []
        items = []
        parts.append(element("p", *_spans(entry.spans)))
    parts += [_list(items, "tree")] if items else []
    return lines(*parts)


def _list(entries: Sequence[Entry], class_: str | None = None) -> Html:
    return element("ul", Html("\n"), lines(*map(_item, entries)), Html("\n"), class_=class_)


def _item(entry: Entry) -> Html:
    inner = (_list(entry.entries),) if entry.entries else ()
    return element("li", *_spans(entry.spans), *inner)


def _spans(spans: Sequence[Span]) -> tuple[str, ...]:
    return tuple(element("span", span.text, class_=span.style) if span.style else joined(span.text) for span in spans)
