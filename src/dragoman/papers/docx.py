"""A memo as DOCX, for whoever goes on writing in it: real headings, tables with header rows, notes linked there and back.

The notes are a numbered list at the beginning of the annex. The only module that imports python-docx, which is an extra.
Its archive is written anew with fixed times, so that the same memo gives the same bytes.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import TYPE_CHECKING, Any

from dragoman.errors import DragomanError
from dragoman.papers.forms import Brief
from dragoman.papers.word import SMALL, word_body
from dragoman.papers.wordml import NAMESPACE, Xml, field, joined, paragraph

if TYPE_CHECKING:
    from docx.document import Document

REMEDY = "a memo in DOCX takes python-docx, which cannot be imported ({error}); install it with: pip install 'dragoman[docx]'"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that an archive can hold: what stands in every entry, since the clock is no part of a memo."""
_INK, _ACCENT, _QUIET = "1C2128", "17406D", "57606A"


def docx_brief(brief: Brief) -> bytes:
    """The memo as a file of DOCX.

    Raises:
        DragomanError: if python-docx is not installed.
    """
    try:
        import docx  # noqa: PLC0415 - an extra
        from docx.oxml import parse_xml  # noqa: PLC0415 - the same
    except ImportError as error:
        raise DragomanError(REMEDY.format(error=error)) from None
    document = docx.Document()
    _set_up(document, brief)
    parsed: Any = parse_xml(f'<w:body xmlns:w="{NAMESPACE}">{word_body(brief)}</w:body>')
    body: Any = document.element.body
    for old in list(body)[:-1]:  # the last is the section, which stays
        body.remove(old)
    for new in list(parsed):
        body.insert(len(body) - 1, new)
    found = io.BytesIO()
    document.save(found)
    return _with_fixed_times(found.getvalue())


def _with_fixed_times(data: bytes) -> bytes:
    """The same archive whatever the clock says."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            new.writestr(entry, old.read(name))
    return written.getvalue()


# -- the look of it


def _set_up(document: Document, brief: Brief) -> None:
    """Paper, styles, title and language, header and footer."""
    from docx.shared import Mm  # noqa: PLC0415 - an extra

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin, section.bottom_margin = Mm(12), Mm(11)
    section.header_distance = section.footer_distance = Mm(5)
    _styles(document)
    about = document.core_properties
    about.title, about.language, about.author, about.comments = _safe(brief.situation), "en-GB", "Dragoman", ""
    about.created = about.modified = datetime.datetime(*_EPOCH, tzinfo=datetime.UTC)
    about.last_modified_by = ""
    _fill(section.header.paragraphs[0], SMALL, joined(brief.situation))
    _fill(section.footer.paragraphs[0], SMALL, joined(field("PAGE"), " / ", field("NUMPAGES")))


def _safe(text: str) -> str:
    from dragoman.source.visible import plain  # noqa: PLC0415 - here alone

    return plain(text)[:255]


def _fill(old: Any, style: str, content: Xml) -> None:
    """Put another paragraph in the place of one."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - an extra

    new: Any = parse_xml(f'<w:hdr xmlns:w="{NAMESPACE}">{paragraph(style, content)}</w:hdr>')
    element = old._p
    element.getparent().replace(element, new[0])


def _styles(document: Document) -> None:
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - an extra
    from docx.shared import Mm, Pt, RGBColor  # noqa: PLC0415 - an extra

    styles: Any = document.styles
    for name in ("MemoSmall", "MemoNote", "MemoCell"):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    aside = styles.add_style("MemoAside", WD_STYLE_TYPE.CHARACTER)
    aside.font.size, aside.font.color.rgb = Pt(8), RGBColor.from_string(_QUIET)
    looks = (
        ("Normal", 9.0, _INK, False, 0, 1.5),
        ("Title", 16.0, _INK, True, 0, 1),
        ("Heading 1", 10.0, _ACCENT, True, 5, 1.5),
        ("Heading 2", 9.5, _ACCENT, True, 3, 0.5),
        ("List Bullet", 9.0, _INK, False, 0, 0.5),
        ("MemoSmall", 8.0, _QUIET, False, 0, 1),
        ("MemoNote", 8.0, _INK, False, 0, 1),
        ("MemoCell", 8.0, _INK, False, 0, 0),
    )
    for look in looks:
        _style(styles[look[0]], *look[1:])
    bullets = styles["List Bullet"].paragraph_format
    bullets.left_indent, bullets.first_line_indent = Mm(4), Mm(-4)
    defaults: Any = styles.element.find(f"{{{NAMESPACE}}}docDefaults")
    for language in defaults.iter(f"{{{NAMESPACE}}}lang"):
        language.set(f"{{{NAMESPACE}}}val", "en-GB")


def _style(style: Any, size: float, colour: str, is_bold: bool, before: float, after: float) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415 - an extra
    from docx.shared import Pt, RGBColor  # noqa: PLC0415 - an extra

    style.font.name, style.font.size, style.font.bold = "Calibri", Pt(size), is_bold
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.rPr.rFonts
    for name in [name for name in fonts.attrib if "Theme" in name]:
        del fonts.attrib[name]
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), "Calibri")
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.0
    form.widow_control = True
    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)
