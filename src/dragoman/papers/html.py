"""A memo as a page: two sheets of A4 and an annex, with notes linked there and back, a picture of a proof and the board.

The page is one file that loads nothing (:mod:`dragoman.markup.html`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from dragoman.board.forms import Board
from dragoman.drawing.graph import graph_of
from dragoman.drawing.svg import described, svg_of
from dragoman.explain.proof import Node
from dragoman.markup.html import Html, element, joined, lines, listed, page, table
from dragoman.papers.forms import Block, Brief, Horizon, Item, Note, Part, Sentence
from dragoman.papers.phrases import (
    HEADINGS,
    basis,
    board_rows,
    cited_words,
    facts_rows,
    head_lines,
    node_words,
    rule_number,
    rules_rows,
    time_title,
    without_passage,
)
from dragoman.rulebook.words import capital

DEPTH = 5
"""So many layers of the proof are drawn."""
STYLE = """\
header.memo { border-bottom: 3px solid var(--accent); padding-bottom: .6rem; }
header.memo .kind { font: 600 .75rem/1 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; letter-spacing: .2em; color: var(--accent); }
header.memo p { color: var(--quiet); font-size: .92rem; margin: .1rem 0; }
.block { margin: .5rem 0; }
.block.own h3 { float: left; margin: 0 .7em 0 0; line-height: inherit; }
.own .item { margin-top: 0; }
.block h3 { margin: .7rem 0 .1rem; color: var(--accent); }
.item { margin: .25rem 0 .45rem; }
.item > ul { margin: 0; }
.small { font-size: .86em; color: var(--quiet); }
.when p { margin: 0; } .when em { color: var(--accent); }
.when { table-layout: fixed; } .when thead th:first-child { width: 13%; } .when thead th:nth-child(2) { width: 39%; }
.notes { font-size: .82em; line-height: 1.4; }
.notes li { margin: .15rem 0; }
.back { text-decoration: none; }
#annex td, #annex th { overflow-wrap: anywhere; }
#annex table { font-size: .8em; table-layout: fixed; }
.rules th:first-child, .facts th:first-child { width: 6%; } .rules th:nth-child(2) { width: 23%; }
.rules th:nth-child(4) { width: 10%; } .rules th:nth-child(5) { width: 19%; }
.facts th:nth-child(3) { width: 22%; } .facts th:nth-child(4) { width: 21%; } .facts th:nth-child(5) { width: 17%; }
.board td, .board th { border: 1px solid var(--line); } .board th:first-child { width: 15%; }
@media print {
  header.memo { padding-bottom: .3rem; } header.memo h1 { font-size: 1.4rem; }
  .when tr { break-inside: auto; }
  h2 { margin: .8rem 0 .25rem; } .block { margin: .35rem 0; } .block h3 { margin: .4rem 0 0; font-size: 1rem; } .block.own h3 { margin: 0 .7em 0 0; }
  .item { margin: .1rem 0 .2rem; } p, ul, ol { margin: .1rem 0; } li { margin: .04rem 0; }
  #annex { break-before: page; } .annex-part { font-size: .92em; }
  .back, details { display: none; }
}
"""


def html_brief(brief: Brief) -> str:
    """The memo as a file of HTML."""
    return _Page(brief).whole()


class _Page:
    """One page: how often each note was called so far, since every call is a place to come back to."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.calls: dict[int, int] = {}

    def whole(self) -> str:
        head, body = self._head(), lines(*self._body())
        return page(
            self.brief.situation,
            element("a", "To the memo", href="#memo", class_="skip"),
            head,
            element("main", Html("\n"), body, Html("\n"), self._annex(), id="memo"),
            element("footer", element("p", basis(self.brief))),
            style=STYLE,
        )

    def _head(self) -> Html:
        return element(
            "header",
            element("p", "MEMO", class_="kind"),
            element("h1", self.brief.situation),
            *(element("p", text) for text in head_lines(self.brief)),
            class_="memo",
        )

    # -- the two sheets

    def _body(self) -> Iterator[Html]:
        brief = self.brief
        yield from self._section("holds", [self._list(brief.holds)])
        yield from self._section("advised", self._advised())
        yield from self._section("expected", [self._horizons(brief.horizons)] if brief.horizons else [])
        yield from self._section("assumed", [self._list((*brief.assumed, *brief.unknown))])
        yield from self._section("hinges", [self._list((*brief.hinges, *brief.openings))])

    def _section(self, name: str, parts: Iterable[Html]) -> Iterator[Html]:
        found = [part for part in parts if part]
        if found:
            heading = element("h2", HEADINGS[name], id=f"h-{name}")
            yield element("section", heading, Html("\n"), lines(*found), aria_labelledby=f"h-{name}")

    def _advised(self) -> Iterator[Html]:
        brief = self.brief
        if brief.standing:
            yield element("p", brief.standing, class_="small")
        yield from (element("p", text) for text in brief.nothing)
        yield from (self._block(block) for block in brief.blocks if block.is_for_several)
        yield from (self._block(block, "block own") for block in brief.blocks if not block.is_for_several)
        yield from (element("p", text, class_="small") for text in (*brief.caveats, *brief.remarks))

    def _block(self, block: Block, class_: str = "block") -> Html:
        is_one = len(block.items) == 1 and not block.further and not block.is_for_several
        parts = [element("h3", block.title)] if block.title else []
        parts += (self._item(item, block.against if is_one else "") for item in block.items)
        if block.further:
            parts.append(listed(map(self._part, block.further)))
        if block.against and not is_one:
            parts.append(_labelled("against it", block.against))
        return element("div", Html("\n"), lines(*parts), Html("\n"), class_=class_)

    def _item(self, item: Item, against: str) -> Html:
        is_one = len(item.parts) == 1 and not item.parts[0].called
        title = element("strong", item.title.text, ":" if is_one and not item.marks else "")
        head = joined(title, *map(_mark, item.marks), self._notes(item.title))
        beside = (
            ("carried by", item.carried),
            ("still lacking", item.lacking),
            ("against it", against),
            *(("note", caveat) for caveat in item.caveats),
        )
        tail = [_run_in(label, text) for label, text in beside if text]
        if is_one:
            rows = [element("p", head, " ", *self._reasons(item.parts[0]), *tail)]
        else:
            rows = [element("p", head, *tail), listed(map(self._part, item.parts))]
        return element("div", lines(*rows), class_="item")

    def _part(self, part: Part) -> Html:
        called = element("em", part.called) if part.called else Html("")
        return joined(called, *map(_mark, part.marks), ": " if part.called else "", *self._reasons(part))

    def _reasons(self, part: Part) -> Iterator[Html]:
        for number, reason in enumerate(part.reasons):
            yield joined(" " if number else "", self._said(reason))

    def _said(self, sentence: Sentence) -> Html:
        mark = element("span", f" ({sentence.mark})", class_="quiet") if sentence.mark else ""
        return joined(sentence.text, mark, self._notes(sentence))

    def _notes(self, sentence: Sentence) -> Html:
        return element("sup", *_parted(map(self._call, sentence.notes), " ")) if sentence.notes else Html("")

    def _call(self, number: int) -> Html:
        self.calls[number] = self.calls.get(number, 0) + 1
        place = _call_id(number, self.calls[number])
        href, label = f"#note-{number}", f"note {number}"
        return element("a", str(number), href=href, id=place, role="doc-noteref", aria_label=label)

    def _list(self, sentences: Iterable[Sentence]) -> Html:
        return listed(map(self._said, sentences))

    def _horizons(self, horizons: Iterable[Horizon]) -> Html:
        rows = []
        for one in horizons:
            others = lines(*self._by_likelihood(one.forecasts), *self._by_likelihood(one.watch, "watch, "))
            rows.append((time_title(one), lines(*self._by_likelihood(one.risks)) or "none", others or "none"))
        return table(("When", "Risks", "Forecasts, and what to watch"), rows, class_="when")

    def _by_likelihood(self, sentences: Iterable[Sentence], before: str = "") -> Iterator[Html]:
        """A paragraph for each likelihood."""
        for mark, said in groupby(sentences, key=lambda sentence: sentence.mark):
            parts = [
                joined("; " if number else "", self._said(one._replace(mark=""))) for number, one in enumerate(said)
            ]
            yield element("p", element("em", f"{before}{mark}: "), *parts)

    # -- the annex

    def _annex(self) -> Html:
        parts = [element("h2", HEADINGS["annex"], id="h-annex"), self._note_list()]
        if self.brief.proof is not None:
            parts.append(_proof(self.brief, self.brief.proof))
        if self.brief.board is not None:
            parts.append(_board(self.brief.board))
        parts += _annex_table(
            "rules", "R", ("No.", "Rule", "Why", "Fired", capital(self.brief.document)), rules_rows(self.brief)
        )
        parts += _annex_table("facts", "F", ("No.", "Fact", "Source", "Standing", "Place"), facts_rows(self.brief))
        return element("section", Html("\n"), lines(*parts), Html("\n"), id="annex", aria_labelledby="h-annex")

    def _note_list(self) -> Html:
        notes = [element("li", *self._note(note), id=f"note-{note.number}") for note in self.brief.notes]
        if not notes:
            return Html("")
        heading = element("h3", HEADINGS["notes"])
        inside = element("ol", Html("\n"), lines(*notes), Html("\n"), class_="notes")
        cited = element("p", cited_words(self.brief), class_="notes") if self.brief.passages else Html("")
        return element("section", heading, inside, cited, role="doc-endnotes", class_="annex-part")

    def _note(self, note: Note) -> Iterator[str]:
        if note.rules:
            first, *through = note.rules
            yield from ("Rule ", self._rule(first), " ", element("code", first))
            if through:
                yield from ("; through ", *_parted(map(self._rule, through)))
        else:
            yield "Told"
        if note.facts:
            yield "; facts " if len(note.facts) > 1 else "; fact "
            yield from _parted(element("a", f"F{number}", href=f"#fact-{number}") for number in note.facts)
        passage = f"{self.brief.document} {', '.join(note.at)}" if note.at else without_passage(self.brief, note)
        yield f"; {passage}. " if passage else ". "
        for call in range(1, self.calls.get(note.number, 0) + 1):
            label = f"back to the text, {call}" if call > 1 else "back to the text"
            href = f"#{_call_id(note.number, call)}"
            yield element("a", "↩", href=href, class_="back", role="doc-backlink", aria_label=label)

    def _rule(self, rule: str) -> Html:
        number = rule_number(self.brief, rule)
        return element("a", f"R{number}", href=f"#rule-{number}")


def _call_id(number: int, call: int) -> str:
    return f"call-{number}" if call == 1 else f"call-{number}-{call}"


def _mark(mark: str) -> Html:
    style = "mark warn" if mark.startswith("beyond") else "mark"
    return joined(" ", element("span", mark, class_=style))


def _labelled(label: str, text: str) -> Html:
    return element("p", element("em", f"{label}: "), text, class_="small")


def _run_in(label: str, text: str) -> Html:
    return joined(" ", element("span", element("em", f"{label}: "), f"{text.removesuffix('.')}.", class_="small"))


def _parted(parts: Iterable[Html], between: str = ", ") -> Iterator[str]:
    for number, part in enumerate(parts):
        if number:
            yield between
        yield part


def _annex_table(name: str, sign: str, headers: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[Html]:
    one = {"R": "rule", "F": "fact"}[sign]
    found = [(element("span", first, id=f"{one}-{first[1:]}"), *rest) for first, *rest in rows]
    if found:
        heading = element("h3", HEADINGS[name], id=f"h-{name}")
        yield element(
            "section", heading, table(headers, found, class_=name), class_="annex-part", aria_labelledby=f"h-{name}"
        )


def _proof(brief: Brief, proof: Node) -> Html:
    graph = graph_of([proof], DEPTH, brief.document)
    title = f"{HEADINGS['proof']}: {proof.sentence}"
    picture = element("div", svg_of(graph, title, described(graph)), class_="wide")
    text = element("details", element("summary", "The same as text"), _tree(brief, proof))
    caption = element(
        "figcaption",
        "Solid: follows. A bar on the left: told. Broken: assumed. Each rests on what stands to its right.",
    )
    heading = element("h3", HEADINGS["proof"], id="h-proof")
    return element(
        "section", heading, element("figure", picture, caption, text), class_="annex-part", aria_labelledby="h-proof"
    )


def _tree(brief: Brief, node: Node) -> Html:
    return listed([_branch(brief, node)])


def _branch(brief: Brief, node: Node) -> Html:
    return joined(node_words(brief, node), listed(_branch(brief, premise) for premise in node.premises))


def _board(board: Board) -> Html:
    headers, rows = board_rows(board)
    heading = element("h3", f"{HEADINGS['board']}: {board.title}", id="h-board")
    return element(
        "section", heading, table(headers, rows, class_="board"), class_="annex-part", aria_labelledby="h-board"
    )
