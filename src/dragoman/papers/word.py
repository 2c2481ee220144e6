"""A memo as WordprocessingML: its paragraphs and tables, with notes that lead there and back by bookmarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count, groupby

from dragoman.papers.forms import Block, Brief, Horizon, Item, Note, Part, Sentence
from dragoman.papers.phrases import (
    HEADINGS,
    basis,
    board_rows,
    cited_words,
    facts_rows,
    head_lines,
    note_words,
    proof_lines,
    rules_rows,
    time_title,
)
from dragoman.papers.wordml import Xml, bookmark, joined, link, paragraph, run, table
from dragoman.rulebook.words import capital

WIDTH = 10_200
"""Of the text on a page, in twentieths of a point."""
BODY, SMALL, NOTE, CELL, BULLET, ASIDE = "Normal", "MemoSmall", "MemoNote", "MemoCell", "ListBullet", "MemoAside"
"""The styles, by their ids."""


def word_body(brief: Brief) -> Xml:
    """What stands in the body of the document."""
    return Xml("".join(_Writer(brief).whole()))


class _Writer:
    """One memo; every bookmark has a number of its own."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self._numbers = count(1)
        self._called: set[int] = set()

    def whole(self) -> Iterator[Xml]:
        brief = self.brief
        yield paragraph("Title", brief.situation)
        yield from (paragraph(SMALL, text) for text in head_lines(brief))
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
            yield paragraph(SMALL, brief.standing)
        yield from (paragraph(BODY, text) for text in brief.nothing)
        for block in brief.blocks:
            yield from self._block(block)
        yield from (paragraph(SMALL, text) for text in (*brief.caveats, *brief.remarks))

    def _block(self, block: Block) -> Iterator[Xml]:
        if block.title:
            yield paragraph("Heading2", block.title)
        is_one = len(block.items) == 1 and not block.further and not block.is_for_several
        for item in block.items:
            yield from self._item(item, block.against if is_one else "")
        yield from (paragraph(BULLET, *self._part(part)) for part in block.further)
        if block.against and not is_one:
            yield paragraph(SMALL, run("against it: ", italic=True), block.against)

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
            joined(run(f" {label}: ", ASIDE, italic=True), run(f"{text.removesuffix('.')}.", ASIDE))
            for label, text in beside
            if text
        ]
        if is_one:
            yield paragraph(BODY, head, " ", *self._reasons(item.parts[0]), *tail)
            return
        yield paragraph(BODY, head, *tail)
        yield from (paragraph(BULLET, *self._part(part)) for part in item.parts)

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
        return [paragraph(BULLET, self._said(one)) for one in sentences]

    def _horizons(self, horizons: Iterable[Horizon]) -> Xml:
        rows = []
        for one in horizons:
            others = joined(*self._by_likelihood(one.forecasts), *self._by_likelihood(one.watch, "watch, "))
            risks = joined(*self._by_likelihood(one.risks))
            head = paragraph(CELL, run(time_title(one), bold=True))
            rows.append((head, risks or "none", others or "none"))
        headers = ("When", "Risks", "Forecasts, and what to watch")
        return table((1_300, 3_900, WIDTH - 5_200), headers, rows, CELL)

    def _by_likelihood(self, sentences: Iterable[Sentence], before: str = "") -> Iterator[Xml]:
        for mark, said in groupby(sentences, key=lambda sentence: sentence.mark):
            parts = [
                joined("; " if number else "", self._said(one._replace(mark=""))) for number, one in enumerate(said)
            ]
            yield paragraph(CELL, run(f"{before}{mark}: ", italic=True), *parts)

    # -- the annex

    def _annex(self) -> Iterator[Xml]:
        brief = self.brief
        yield paragraph("Heading1", HEADINGS["annex"], is_on_new_page=True)
        yield paragraph(SMALL, basis(brief))
        if brief.notes:
            yield paragraph("Heading2", HEADINGS["notes"])
        yield from map(self._note, brief.notes)
        if brief.passages:
            yield paragraph(NOTE, cited_words(brief))
        if brief.proof is not None:
            yield paragraph("Heading2", HEADINGS["proof"])
            yield from (
                paragraph(NOTE, f"{'    ' * depth}{'– ' if depth else ''}{text}")
                for depth, text in proof_lines(brief, brief.proof)
            )
        if brief.board is not None:
            headers, rows = board_rows(brief.board)
            yield paragraph("Heading2", f"{HEADINGS['board']}: {brief.board.title}")
            first, each = 1_500, (WIDTH - 1_500) // (len(headers) - 1)
            yield table((first, *([each] * (len(headers) - 1))), headers, rows, CELL)
        rules = self._numbered("rule", rules_rows(brief))
        yield from self._table(
            "rules", ("No.", "Rule", "Why", "Fired", capital(brief.document)), (620, 2_300, 4_200, 980, 2_000), rules
        )
        facts = self._numbered("fact", facts_rows(brief))
        yield from self._table(
            "facts", ("No.", "Fact", "Source", "Standing", "Place"), (620, 3_680, 2_200, 1_900, 1_700), facts
        )

    def _note(self, note: Note) -> Xml:
        back = link(f"call_{note.number}", run(" ↩")) if note.number in self._called else Xml("")
        number = bookmark(next(self._numbers), f"note_{note.number}", run(f"{note.number}."))
        return paragraph(NOTE, number, f" {note_words(self.brief, note)}", back)

    def _numbered(self, what: str, rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
        for first, *rest in rows:
            place = bookmark(next(self._numbers), f"{what}_{first[1:]}", run(first))
            yield paragraph(CELL, place), *rest

    def _table(
        self, name: str, headers: tuple[str, ...], widths: tuple[int, ...], rows: Iterable[tuple[str, ...]]
    ) -> Iterator[Xml]:
        found = list(rows)
        if found:
            yield paragraph("Heading2", HEADINGS[name])
            yield table(widths, headers, found, CELL)
