"""HTML that is written element by element: whatever is not `Html` already is text, and is escaped.

A page is one file that loads nothing: its style stands in it, and a policy in its head forbids the reader's browser
to fetch anything or to run a script, whatever a text may hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape as _escaped

from dragoman.markup.style import STYLE
from dragoman.source.visible import plain

_EMPTY_ELEMENTS = frozenset({"br", "hr", "meta", "col", "wbr"})
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


class Html(str):
    """Text that is HTML: it is not escaped again."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return self


_BREAK = Html("\n")
"""Where the file goes on in a new line, for whoever reads it as text."""


def escape(text: str) -> Html:
    """`text` as HTML, inside an element or a quoted attribute; characters that are not seen are written out.

    >>> escape('<b onclick="x">')
    '&lt;b onclick=&quot;x&quot;&gt;'
    """
    return text if isinstance(text, Html) else Html(_escaped(plain(text), quote=True))


def element(tag: str, *content: str, **attributes: str | None) -> Html:
    """An element with content and attributes; an attribute of None is left out.

    `class_` and `for_` stand for the attributes whose names Python keeps for itself; other underscores become hyphens.

    >>> element("p", "1 < 2 ", element("em", "so"), class_="note")
    '<p class="note">1 &lt; 2 <em>so</em></p>'
    """
    given = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    if tag in _EMPTY_ELEMENTS:
        return Html(f"<{tag}{given}>")
    return Html(f"<{tag}{given}>{''.join(map(escape, content))}</{tag}>")


def joined(*parts: str) -> Html:
    """Text and markup one after the other."""
    return Html("".join(map(escape, parts)))


def lines(*parts: str) -> Html:
    """The same, each on a line of its own in the file."""
    return Html("\n".join(escape(part) for part in parts if part))


def listed(items: Iterable[str], *, numbered: bool = False, class_: str | None = None) -> Html:
    """A list; nothing where there are no items."""
    found = [element("li", item) for item in items]
    return element("ol" if numbered else "ul", _BREAK, lines(*found), _BREAK, class_=class_) if found else Html("")


def table(
    headers: Sequence[str],
    rows: Iterable[Sequence[str]],
    caption: str = "",
    class_: str | None = None,
    *,
    is_headed: bool = True,
) -> Html:
    """A table with a header to every column and, if it `is_headed`, to every row: its first cell."""
    head = element("tr", *(element("th", text, scope="col") for text in headers))
    body = [_row(row, is_headed=is_headed) for row in rows]
    parts = (
        element("caption", caption) if caption else Html(""),
        element("thead", head),
        element("tbody", _BREAK, lines(*body), _BREAK),
    )
    return element("div", element("table", *parts, class_=class_), class_="wide")


def _row(row: Sequence[str], *, is_headed: bool) -> Html:
    first, *rest = row
    beginning = element("th", first, scope="row") if is_headed else element("td", first)
    return element("tr", beginning, *(element("td", text) for text in rest))


def page(title: str, *body: str, style: str = "", lang: str = "en") -> str:
    """A page as a file. `style` is added to that of all pages; `body` holds the landmarks (`header`, `main`, `footer`)."""
    head = lines(
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="generator", content="Dragoman"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("title", title),
        element("style", Html(f"\n{STYLE}{style}")),
    )
    whole = lines(element("head", _BREAK, head, _BREAK), element("body", _BREAK, lines(*body), _BREAK))
    return "".join(("<!DOCTYPE html>\n", element("html", _BREAK, whole, _BREAK, lang=lang), _BREAK))
