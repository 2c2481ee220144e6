"""Pieces of WordprocessingML: runs, links, bookmarks, paragraphs, tables; what is no markup already is text, and is escaped.

Only what this program writes: no reader of the format needs more than paragraphs in named styles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape as _escaped

from dragoman.source.visible import plain

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Xml(str):
    """Text that is WordprocessingML."""

    __slots__ = ()


def run(text: str, style: str = "", *, bold: bool = False, italic: bool = False, raised: bool = False) -> Xml:
    """Text in one look; `style` is the id of a character style."""
    looks = "".join(
        (
            f'<w:rStyle w:val="{style}"/>' if style else "",
            "<w:b/>" if bold else "",
            "<w:i/>" if italic else "",
            '<w:vertAlign w:val="superscript"/>' if raised else "",
        )
    )
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return Xml(f'<w:r>{properties}<w:t xml:space="preserve">{_escaped(plain(text))}</w:t></w:r>')


def link(anchor: str, *content: str) -> Xml:
    """A link to a bookmark of the same document."""
    return Xml(f'<w:hyperlink w:anchor="{anchor}" w:history="1">{joined(*content)}</w:hyperlink>')


def bookmark(number: int, name: str, *content: str) -> Xml:
    """A place that links lead to; each has a number and a name of its own."""
    start, end = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'
    return Xml(f"{start}{joined(*content)}{end}")


def field(instruction: str) -> Xml:
    """What the reading program reckons: `PAGE`, `NUMPAGES`."""
    return Xml(f'<w:fldSimple w:instr="{instruction}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')


def paragraph(style: str, *content: str, is_on_new_page: bool = False) -> Xml:
    """A paragraph in the style of that id."""
    new_page = "<w:pageBreakBefore/>" if is_on_new_page else ""
    return Xml(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{new_page}</w:pPr>{joined(*content)}</w:p>')


def table(widths: Sequence[int], headers: Sequence[str], rows: Iterable[Sequence[str]], style: str) -> Xml:
    """A table with a header row that is repeated on every page; `widths` are in twentieths of a point.

    A cell that is no markup is a paragraph in `style`.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row(widths, [paragraph(style, run(text, bold=True)) for text in headers], style, is_head=True)
    body = "".join(_row(widths, row, style) for row in rows)
    look = '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    properties = (
        f'<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{_BORDERS}'
        f'<w:tblLayout w:type="fixed"/>{_MARGINS}{look}</w:tblPr>'
    )
    return Xml(f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>")


_LINE = 'w:val="single" w:sz="4" w:space="0" w:color="B8C0CA"'
_BORDERS = (
    f'<w:tblBorders><w:top {_LINE}/><w:left w:val="nil"/><w:bottom {_LINE}/><w:right w:val="nil"/>'
    f'<w:insideH {_LINE}/><w:insideV w:val="nil"/></w:tblBorders>'
)
_MARGINS = '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'


def _row(widths: Sequence[int], cells: Sequence[str], style: str, *, is_head: bool = False) -> str:
    properties = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if is_head else ''}</w:trPr>"
    return f"<w:tr>{properties}{''.join(_cell(width, cell, style) for width, cell in zip(widths, cells, strict=True))}</w:tr>"


def _cell(width: int, content: str, style: str) -> str:
    inside = content if isinstance(content, Xml) and content else paragraph(style, content)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def joined(*content: str) -> Xml:
    """Text and markup one after the other."""
    return Xml("".join(part if isinstance(part, Xml) else run(part) for part in content if part))
