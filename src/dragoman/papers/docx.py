"""A memo as DOCX, for whoever goes on writing in it: real headings, tables with header rows, notes linked there and back.

The notes are a numbered list at the beginning of the annex. The only module that imports python-docx, which is an extra.
Its archive is written anew with fixed times, so that the same memo gives the same bytes.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterable, Iterator
from itertools import count, groupby
from typing import TYPE_CHECKING, Any

from dragoman.errors import DragomanError
from dragoman.papers.forms import Block, Brief, Horizon, Item, Note, Part, Sentence
from dragoman.papers.phrases import (
    HEADINGS,
    basis,
    board_rows,
    facts_rows,
    head_lines,
    note_words,
    proof_lines,
    rules_rows,
    time_title,
)
from dragoman.papers.wordml import NAMESPACE, Xml, bookmark, field, joined, link, paragraph, run, table

if TYPE_CHECKING:
    from docx.document import Document

REMEDY = "a memo in DOCX takes python-docx, which cannot be imported ({error}); install it with: pip install 'dragoman[docx]'"
_WIDTH = 10_200
"""Of the text on a page of A4, in twentieths of a point."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that an archive can hold: what stands in every entry, since the clock is no part of a memo."""
_BODY, _SMALL, _NOTE, _BULLET = "Normal", "MemoSmall", "MemoNote", "ListBullet"
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
    written = "".join(_Writer(brief).whole())
    parsed: Any = parse_xml(f'<w:body xmlns:w="{NAMESPACE}">{written}</w:body>')
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
    section.top_margin, section.bottom_margin = Mm(13), Mm(12)
    section.header_distance = section.footer_distance = Mm(6)
    _styles(document)
    about = document.core_properties
    about.title, about.language, about.author, about.comments = _safe(brief.situation), "en-GB", "Dragoman", ""
    about.created = about.modified = datetime.datetime(*_EPOCH, tzinfo=datetime.UTC)
    about.last_modified_by = ""
    _fill(section.header.paragraphs[0], _SMALL, joined(brief.situation))
    _fill(section.footer.paragraphs[0], _SMALL, joined(field("PAGE"), " / ", field("NUMPAGES")))


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


# -- what it says


class _Writer:
    """One memo; every bookmark has a number of its own."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self._numbers = count(1)
        self._called: set[int] = set()

    def whole(self) -> Iterator[Xml]:
        brief = self.brief
        yield paragraph("Title", brief.situation)
        yield from (paragraph(_SMALL, text) for text in head_lines(brief))
        yield from self._section("holds", self._list(brief.holds))
        yield from self._section("advised", self._advised())
        yield from self._section("expected", [self._horizons(brief.horizons)] if brief.horizons else [])
        yield from self._section("assumed", self._list((*brief.assumed, *brief.unknown)))
        yield from self._section("hinges", self._list((*brief.hinges, *brief.openings)))
        yield from self._annex()

    def _section(self, name: str, parts: Iterable[Xml]) -> Iterator[Xml]:
        found = list(parts)
        if found:
            yield paragraph("Heading1", HEADINGS[name])
            yield from found

    def _advised(self) -> Iterator[Xml]:
        brief = self.brief
        if brief.standing:
            yield paragraph(_SMALL, brief.standing)
        yield from (paragraph(_BODY, text) for text in brief.nothing)
        for block in brief.blocks:
            yield from self._block(block)
        yield from (paragraph(_SMALL, text) for text in (*brief.caveats, *brief.remarks))

    def _block(self, block: Block) -> Iterator[Xml]:
        if block.title:
            yield paragraph("Heading2", block.title)
        is_one = len(block.items) == 1 and not block.further and not block.is_for_several
        for item in block.items:
            yield from self._item(item, block.against if is_one else "")
        yield from (paragraph(_BULLET, *self._part(part)) for part in block.further)
        if block.against and not is_one:
            yield paragraph(_SMALL, run("against it: ", italic=True), block.against)

    def _item(self, item: Item, against: str) -> Iterator[Xml]:
        is_one = len(item.parts) == 1 and not item.parts[0].called
        marks = f" ({', '.join(item.marks)})" if item.marks else ""
        head = joined(run(item.title.text, bold=True), marks, ":" if is_one else "", self._notes(item.title))
        beside = (
            ("carried by", item.carried),
            ("still lacking", item.lacking),
            ("against it", against),
            *(("note", caveat) for caveat in item.caveats),
        )
        tail = [
            joined(run(f" {label}: ", "MemoAside", italic=True), run(f"{text.removesuffix('.')}.", "MemoAside"))
            for label, text in beside
            if text
        ]
        if is_one:
            yield paragraph(_BODY, head, " ", *self._reasons(item.parts[0]), *tail)
            return
        yield paragraph(_BODY, head, *tail)
        yield from (paragraph(_BULLET, *self._part(part)) for part in item.parts)

    def _part(self, part: Part) -> Iterator[Xml]:
        marks = f" ({', '.join(part.marks)})" if part.marks else ""
        if part.called:
            yield joined(run(part.called, italic=True), marks, ": ")
        yield from self._reasons(part)

    def _reasons(self, part: Part) -> Iterator[Xml]:
        for number, reason in enumerate(part.reasons):
            yield joined(" " if number else "", self._said(reason))

    def _said(self, sentence: Sentence) -> Xml:
        return joined(sentence.text, f" ({sentence.mark})" if sentence.mark else "", self._notes(sentence))

    def _notes(self, sentence: Sentence) -> Xml:
        between = run(" ", raised=True)
        return joined(
            *(joined(between if place else "", self._call(number)) for place, number in enumerate(sentence.notes))
        )

    def _call(self, number: int) -> Xml:
        """A raised number that leads to the note; the first call of each is where the note leads back to."""
        call = link(f"note_{number}", run(str(number), raised=True))
        if number in self._called:
            return call
        self._called.add(number)
        return bookmark(next(self._numbers), f"call_{number}", call)

    def _list(self, sentences: Iterable[Sentence]) -> list[Xml]:
        return [paragraph(_BULLET, self._said(one)) for one in sentences]

    def _horizons(self, horizons: Iterable[Horizon]) -> Xml:
        rows = []
        for one in horizons:
            others = joined(*self._by_likelihood(one.forecasts), *self._by_likelihood(one.watch, "watch, "))
            risks = joined(*self._by_likelihood(one.risks))
            head = paragraph("MemoCell", run(time_title(one), bold=True))
            rows.append((head, risks or "none", others or "none"))
        headers = ("When", "Risks", "Forecasts, and what to watch")
        return table((1_300, 3_900, _WIDTH - 5_200), headers, rows, "MemoCell")

    def _by_likelihood(self, sentences: Iterable[Sentence], before: str = "") -> Iterator[Xml]:
        for mark, said in groupby(sentences, key=lambda sentence: sentence.mark):
            parts = [
                joined("; " if number else "", self._said(one._replace(mark=""))) for number, one in enumerate(said)
            ]
            yield paragraph("MemoCell", run(f"{before}{mark}: ", italic=True), *parts)

    # -- the annex

    def _annex(self) -> Iterator[Xml]:
        brief = self.brief
        yield paragraph("Heading1", HEADINGS["annex"], is_on_new_page=True)
        yield paragraph(_SMALL, basis(brief))
        if brief.notes:
            yield paragraph("Heading2", HEADINGS["notes"])
        yield from map(self._note, brief.notes)
        if brief.proof is not None:
            yield paragraph("Heading2", HEADINGS["proof"])
            yield from (
                paragraph(_NOTE, f"{'    ' * depth}{'– ' if depth else ''}{text}")
                for depth, text in proof_lines(brief.proof)
            )
        if brief.board is not None:
            headers, rows = board_rows(brief.board)
            yield paragraph("Heading2", f"{HEADINGS['board']}: {brief.board.title}")
            first, each = 1_500, (_WIDTH - 1_500) // (len(headers) - 1)
            yield table((first, *([each] * (len(headers) - 1))), headers, rows, "MemoCell")
        rules = self._numbered("rule", rules_rows(brief))
        yield from self._table(
            "rules", ("No.", "Rule", "Why", "Fired", "Report"), (620, 2_300, 4_200, 980, 2_000), rules
        )
        facts = self._numbered("fact", facts_rows(brief))
        yield from self._table(
            "facts", ("No.", "Fact", "Source", "Standing", "Place"), (620, 3_680, 2_200, 1_900, 1_700), facts
        )

    def _note(self, note: Note) -> Xml:
        back = link(f"call_{note.number}", run(" ↩")) if note.number in self._called else Xml("")
        number = bookmark(next(self._numbers), f"note_{note.number}", run(f"{note.number}."))
        return paragraph(_NOTE, number, f" {note_words(self.brief, note)}", back)

    def _numbered(self, what: str, rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
        for first, *rest in rows:
            place = bookmark(next(self._numbers), f"{what}_{first[1:]}", run(first))
            yield paragraph("MemoCell", place), *rest

    def _table(
        self, name: str, headers: tuple[str, ...], widths: tuple[int, ...], rows: Iterable[tuple[str, ...]]
    ) -> Iterator[Xml]:
        found = list(rows)
        if found:
            yield paragraph("Heading2", HEADINGS[name])
            yield table(widths, headers, found, "MemoCell")
