"""The memo: a note under every sentence of advice, two pages, the same bytes from the same facts.

The golden is rewritten with `python -m tests.papers.test_brief`.
"""

from __future__ import annotations

import hashlib
import io
import itertools
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
from markdown_it import MarkdownIt

from dragoman.advice.build import advise
from dragoman.advice.evaluate import evaluate
from dragoman.errors import DragomanError
from dragoman.papers import docx as papers_docx
from dragoman.papers.forms import Brief, Sentence
from dragoman.papers.gather import brief_of
from dragoman.papers.json_form import BRIEF
from dragoman.papers.room import fits
from dragoman.papers.write import PaperForm, exported, form_named, written
from dragoman.rulebook.forms import Rulebook
from dragoman.situation.assemble import read_situation
from dragoman.situation.forms import Situation
from dragoman.situation.python_facts import situation_from
from tests.rulebooks import columns, report, second, trees

GOLDEN = Path(__file__).parent / "portal.md"
WORLD, PORTAL, HEAT = "2020-11-report-world", "portal-with-old-habits", "heatwave"
RULEBOOKS = {WORLD: report, PORTAL: second, HEAT: trees}
VOID = {"meta", "br", "hr", "link", "img", "input", "col", "wbr"}


@cache
def brief(name: str) -> Brief:
    rulebook = RULEBOOKS[name]()
    return of(rulebook, read_situation(rulebook, [name]))


def of(rulebook: Rulebook, situation: Situation) -> Brief:
    return brief_of(evaluate(rulebook, situation, columns()))


@cache
def page(name: str) -> Page:
    return read(written(brief(name), PaperForm.HTML).decode())


class Page(HTMLParser):
    """What stands in a page: ids, links, headings, text; and that every element is closed where it was opened."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert len(given) == len(attrs), f"an attribute of {tag} stands twice"
        self.tags.append((tag, given))
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if given.get("href"):
            self.links.append(str(given["href"]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [given for name, given in self.tags if name == tag]


def read(text: str) -> Page:
    found = Page()
    found.feed(text)
    found.close()
    assert not found.open
    return found


# -- notes


def advice(found: Brief) -> Iterator[Sentence]:
    """Every sentence of advice, and of what may come."""
    for block in found.blocks:
        for item in block.items:
            yield item.title
            for part in item.parts:
                assert part.reasons
                yield from part.reasons
        for part in block.further:
            yield from part.reasons
    for horizon in found.horizons:
        yield from (*horizon.risks, *horizon.forecasts, *horizon.watch)


@pytest.mark.parametrize("name", RULEBOOKS)
def test_every_sentence_of_advice_has_a_note_that_resolves_to_rule_facts_and_passage(name: str) -> None:
    found, rulebook = brief(name), RULEBOOKS[name]()
    assert [note.number for note in found.notes] == list(range(1, len(found.notes) + 1))
    fired = {rule.id: rule for rule in found.rules}
    told = {fact.number: fact for fact in found.facts}
    sentences = list(advice(found))
    assert sentences
    for sentence in sentences:
        assert sentence.notes, sentence.text
        for number in sentence.notes:
            note = found.notes[number - 1]
            first = fired[note.rules[0]]
            assert note.rules
            assert set(note.rules) <= fired.keys()
            assert note.at or first.beyond_report
            assert {*note.at} <= {at for claim in rulebook.claims.values() for at in claim.at}
            assert set(note.facts) <= told.keys()
            assert all(told[fact].is_used and told[fact].sentence for fact in note.facts)
    assert all(note.facts or note.rules for note in found.notes)


@pytest.mark.parametrize("name", RULEBOOKS)
def test_the_annex_holds_every_rule_that_fired_and_every_fact(name: str) -> None:
    found, rulebook = brief(name), RULEBOOKS[name]()
    situation = read_situation(rulebook, [name])
    evaluation = evaluate(rulebook, situation, columns())
    assert {rule.id for rule in found.rules} == {firing.rule for firing in evaluation.model.firings}
    assert sum(rule.times + rule.others for rule in found.rules) == len(evaluation.model.firings)
    places = {str(statement.said.place) for statement in situation.statements}
    assert places <= {fact.place for fact in found.facts}


def test_every_recommendation_stands_there_for_everyone_whom_it_is_for() -> None:
    found = brief(WORLD)
    given = advise(read_situation(report(), [WORLD]), engine=columns())
    several = {item.title.text for block in found.blocks if block.is_for_several for item in block.items}
    by_one = {block.title: block for block in found.blocks if not block.is_for_several}
    for recommended in given.recommendations:
        for instance in recommended.instances:
            parts = [part.called for item in by_one[instance.target].items for part in item.parts]
            assert recommended.called in several or recommended.apart in parts


@pytest.mark.parametrize("name", RULEBOOKS)
def test_all_but_the_annex_is_counted_to_fit_two_pages(name: str) -> None:
    assert fits(brief(name))


def test_a_memo_says_whom_it_is_kept_to() -> None:
    evaluation = evaluate(second(), read_situation(second(), [PORTAL]), columns())
    found = brief_of(evaluation, ("public_portal",))
    assert found.kept_to == ("the public portal",)
    assert found.board is None
    assert "kept to the public portal" in written(found, PaperForm.MARKDOWN).decode()


def test_where_nothing_is_recommended_the_memo_says_so_and_what_would_change_it() -> None:
    found = of(trees(), situation_from(trees(), []))
    assert found.nothing
    assert not found.blocks
    assert not found.notes
    for form in PaperForm:
        assert written(found, form)


# -- the same bytes


_DIGESTS = """
import hashlib, sys
from dragoman.advice.evaluate import evaluate
from dragoman.engines.columns.engine import ColumnsEngine
from dragoman.papers.gather import brief_of
from dragoman.papers.write import PaperForm, written
from dragoman.rulebook.load import read_rulebook
from dragoman.situation.assemble import read_situation
rulebook = read_rulebook("authentication")
memo = brief_of(evaluate(rulebook, read_situation(rulebook, ["portal-with-old-habits"]), ColumnsEngine()))
for form in PaperForm:
    print(hashlib.sha256(written(memo, form)).hexdigest())
"""


def test_the_same_facts_give_the_same_bytes_in_another_process_locale_and_hash_seed() -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHONHASHSEED": "7",
        "LC_ALL": "C",
        "TZ": "Asia/Almaty",
    }
    other = subprocess.run(
        [sys.executable, "-c", _DIGESTS], env=environment, capture_output=True, text=True, check=True
    )
    ours = [hashlib.sha256(written(brief(PORTAL), form)).hexdigest() for form in PaperForm]
    assert other.stdout.split() == ours


# -- Markdown


def test_the_memo_as_markdown_is_as_it_was_looked_at() -> None:
    assert _undigested(written(brief(PORTAL), PaperForm.MARKDOWN).decode()) == GOLDEN.read_text(encoding="utf-8")


def _undigested(text: str) -> str:
    """Without the digest of the rulebook, which every change of a word in it changes."""
    return re.sub(r"digest [0-9a-f]{12}", "digest", text)


def test_every_footnote_of_the_markdown_is_called_and_there() -> None:
    text = written(brief(WORLD), PaperForm.MARKDOWN).decode()
    called, there = set(re.findall(r"\[\^(\d+)\](?!:)", text)), re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    assert len(there) == len(set(there))
    assert called == set(there)


# -- HTML


@pytest.mark.parametrize("name", RULEBOOKS)
def test_the_page_loads_nothing_and_every_link_in_it_leads_somewhere(name: str) -> None:
    found = page(name)
    assert len(found.ids) == len(set(found.ids))
    assert found.links
    assert all(link.startswith("#") for link in found.links)
    assert {link[1:] for link in found.links} <= set(found.ids)
    assert not {tag for tag, _ in found.tags} & {"script", "link", "img", "iframe", "object", "form"}
    assert not [given for _, given in found.tags if "src" in given or "style" in given]
    assert "url(" not in written(brief(name), PaperForm.HTML).decode()


@pytest.mark.parametrize("name", RULEBOOKS)
def test_notes_lead_there_and_back(name: str) -> None:
    found = page(name)
    for note in brief(name).notes:
        assert f"note-{note.number}" in found.ids
        assert f"call-{note.number}" in found.ids
        assert f"#note-{note.number}" in found.links
        assert f"#call-{note.number}" in found.links


@pytest.mark.parametrize("name", RULEBOOKS)
def test_the_page_can_be_read_aloud(name: str) -> None:
    found = page(name)
    assert found.of("html") == [{"lang": "en"}]
    assert [tag for tag, _ in found.tags if tag in {"header", "main", "footer"}] == ["header", "main", "footer"]
    levels = [int(tag[1]) for tag, _ in found.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert all(given.get("scope") in {"row", "col"} for given in found.of("th"))
    (svg,) = found.of("svg") or [{}]
    assert svg.get("role") == "img"
    assert set(str(svg["aria-labelledby"]).split()) <= set(found.ids)


# -- DOCX


def test_the_docx_opens_with_headings_headers_and_a_language() -> None:
    import docx

    opened = docx.Document(io.BytesIO(written(brief(WORLD), PaperForm.DOCX)))
    assert opened.core_properties.title == brief(WORLD).situation
    styles = [paragraph.style.name for paragraph in opened.paragraphs if paragraph.style is not None]
    assert styles[0] == "Title"
    assert styles.count("Heading 1") == 6
    assert styles.count("Heading 2") >= 8
    assert len(opened.tables) == 4
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in opened.tables)
    assert "NUMPAGES" in opened.sections[0].footer.paragraphs[0]._p.xml
    assert 'w:val="en-GB"' in opened.styles.element.xml


def test_every_link_of_the_docx_leads_to_a_bookmark_and_no_time_is_in_it() -> None:
    archive = zipfile.ZipFile(io.BytesIO(written(brief(WORLD), PaperForm.DOCX)))
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    text = archive.read("word/document.xml").decode()
    names, numbers = re.findall(r'bookmarkStart w:id="(\d+)"', text), re.findall(r'w:name="([^"]+)"', text)
    assert len(names) == len(set(names))
    assert len(numbers) == len(set(numbers))
    anchors = set(re.findall(r'w:anchor="([^"]+)"', text))
    assert len(anchors) > 50
    assert anchors <= set(numbers)
    assert set(re.findall(r"W3CDTF\">(\d{4})", archive.read("docProps/core.xml").decode())) == {"1980"}


def test_without_python_docx_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(DragomanError, match=r"pip install 'dragoman\[docx\]'"):
        papers_docx.docx_brief(brief(PORTAL))


# -- text stays text


EVIL = '<script>alert("x")</script> | *a* [l](http://evil.example) \u202e</w:t> & #'
SHOWN = EVIL.replace("\u202e", "\\u202e")


@cache
def hostile() -> Brief:
    told = situation_from(trees(), []).tell(
        {"pavement": {"city": "oslo", "heat": 50}}, {"watered": {"city": "oslo"}}, source=EVIL, note=EVIL
    )
    return of(trees(), told)


def test_hostile_text_is_text_in_html() -> None:
    found = read(written(hostile(), PaperForm.HTML).decode())
    assert not found.of("script")
    assert not found.of("img")
    assert all(link.startswith("#") for link in found.links)
    assert SHOWN in found.text


def test_hostile_text_is_text_in_markdown() -> None:
    text = written(hostile(), PaperForm.MARKDOWN).decode()
    shown = read(MarkdownIt("gfm-like", {"html": True}).render(text))
    assert not shown.of("script")
    assert not [link for link in shown.links if "evil" in link]
    assert SHOWN in shown.text
    rows = [line for line in text.splitlines() if line.startswith("| F")]
    assert rows
    assert all(len(re.split(r"(?<!\\)\|", row)) == 7 for row in rows)


def test_hostile_text_is_text_in_docx() -> None:
    import docx

    opened = docx.Document(io.BytesIO(written(hostile(), PaperForm.DOCX)))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    assert any(SHOWN in cell for cell in cells)


def test_json_holds_the_same_memo() -> None:
    data = json.loads(written(brief(PORTAL), PaperForm.JSON))
    jsonschema.validate(data, BRIEF.described())
    assert (data["format"], data["version"]) == ("dragoman-brief", 1)
    assert data["blocks"][0]["items"][0]["title"]["notes"] == list(brief(PORTAL).blocks[0].items[0].title.notes)
    assert len(data["facts"]) == len(brief(PORTAL).facts)


# -- files


def test_the_name_of_a_file_says_how_it_is_written() -> None:
    assert [form_named(name) for name in ("a.md", "a.HTML", "x/a.b.docx", "a.json", "a", "md")] == [
        PaperForm.MARKDOWN,
        PaperForm.HTML,
        PaperForm.DOCX,
        PaperForm.JSON,
        None,
        None,
    ]


def test_a_session_exports_the_memo_and_anything_else_as_text() -> None:
    evaluation = evaluate(second(), read_situation(second(), [PORTAL]), columns())
    given = advise(evaluation.situation, engine=columns())
    assert exported(evaluation, given, "brief.md") == written(brief_of(evaluation), PaperForm.MARKDOWN)
    assert exported(evaluation, given, "advice.txt").decode().startswith(f"{given.situation}\nas of ")
    with pytest.raises(DragomanError, match=r"\.md, \.html, \.docx"):
        exported(evaluation, given, "advice.pdf")


if __name__ == "__main__":
    GOLDEN.write_text(_undigested(written(brief(PORTAL), PaperForm.MARKDOWN).decode()), encoding="utf-8")
