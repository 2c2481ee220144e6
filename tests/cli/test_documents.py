"""Answers as documents: `--format md` and `html`, `-o FILE`; the same content as on the screen, and nothing that is not text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dragoman.views.document.html import as_html
from dragoman.views.document.markdown import as_markdown
from dragoman.views.document.outline import Entry, Heading, outline
from dragoman.views.lines import BLANK, Line, line
from tests.cli.shell import HALF, LENDERS, ran, run, steering

OF_LENDERS = ("--rulebook", LENDERS)
CALLS = (
    ("advise", "loan"),
    ("advise", "loan", "--full"),
    ("why", "depends", "loan"),
    ("why-not", "loan"),
    ("why-not", "squeezed: {town: south}", "loan"),
    ("diff", "loan", "loan"),
    ("what-if", "loan", "--with", "proud: {town: north}"),
    ("audit", "loan"),
    ("flips", "loan"),
    ("robust", "loan"),
    ("sources", "loan"),
    ("ask", "loan"),
    ("thresholds",),
    ("entities",),
    ("vocabulary",),
    ("situations",),
    ("explain",),
)
SIGNS = str.maketrans("", "", "•■\\*-#")


class _Page(HTMLParser):
    """What a browser would make of a page: its text, its tags, what it would load."""

    VOID = frozenset({"meta", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in {"style", "title"}:
            self.text += data


def read(text: str) -> _Page:
    page = _Page()
    page.feed(text)
    page.close()
    assert page.open == []
    return page


def words(text: str) -> list[str]:
    return text.translate(SIGNS).casefold().split()


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_a_document_says_what_the_screen_says(call: tuple[str, ...]) -> None:
    shown = words(ran(*call, *OF_LENDERS).out)
    page = read(ran(*call, *OF_LENDERS, "--format", "html").out)
    markdown = ran(*call, *OF_LENDERS, "--format", "md").out
    assert markdown.startswith("# ")
    for document in (page.text, markdown):
        found = words(document)
        start = next(i for i in range(len(found)) if found[i : i + 3] == shown[:3])
        assert found[start:] == shown


@pytest.mark.parametrize("call", CALLS[:3], ids=" ".join)
def test_a_page_loads_nothing(call: tuple[str, ...]) -> None:
    page = read(ran(*call, *OF_LENDERS, "--format", "html").out)
    tags = {tag for tag, _ in page.tags}
    assert tags & {"script", "link", "img", "iframe", "object"} == set()
    assert not any({"src", "href"} & attributes.keys() for _, attributes in page.tags)
    assert [tag for tag, _ in page.tags].count("h1") == 1
    assert {"header", "main"} <= tags


HOSTILE = '<script>alert(1)</script> [x](http://x.org) **b** `c` # h <img src="http://x.org/y"> &amp; {x}'


def test_what_others_wrote_stays_text(tmp_path: Path) -> None:
    (tmp_path / "facts.yaml").write_text(
        f"situation: '{HOSTILE}'\nfacts:\n  - guarded: {{town: north}}\n    source: '{HOSTILE}'\n    note: '- {HOSTILE}'\n",
        encoding="utf-8",
    )
    call = ("why", "guarded", "facts.yaml", *OF_LENDERS, "--format")
    page = read(run(*call, "html", folder=tmp_path).out)
    assert {"script", "img", "a"} & {tag for tag, _ in page.tags} == set()
    assert page.text.count(HOSTILE) >= 3
    markdown = run(*call, "md", folder=tmp_path).out
    assert steering(markdown) == set()
    unescaped = re.findall(r"(?<!\\)(<script|<img|\[x\]|`c)", markdown)
    assert unescaped == []


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.html", "<!DOCTYPE html>"),
        ("a.HTM", "<!DOCTYPE html>"),
        ("a.md", "# "),
        ("a.json", "{"),
        ("a.txt", "the loan"),
        ("a", "the loan"),
    ],
)
def test_the_name_of_a_file_says_how_it_is_written(tmp_path: Path, name: str, begins: str) -> None:
    done = run("advise", "loan", *OF_LENDERS, "-o", name, folder=tmp_path)
    assert (done.code, done.out, done.err) == (0, "", f"dragoman: wrote {name}\n")
    text = (tmp_path / name).read_text("utf-8")
    assert text.casefold().startswith(begins.casefold())
    assert text.endswith("\n")
    again = run("advise", "loan", *OF_LENDERS, "-o", name, folder=tmp_path)
    assert (again.code, again.err) == (2, f"dragoman: {name} is there already; nothing was written\n")


def test_the_option_goes_before_the_name(tmp_path: Path) -> None:
    run("advise", "loan", *OF_LENDERS, "-o", "a.md", "--format", "json", folder=tmp_path)
    assert (tmp_path / "a.md").read_text("utf-8") == ran("advise", "loan", *OF_LENDERS, "--format", "json").out
    run("advise", "loan", *OF_LENDERS, "--output", "b", folder=tmp_path, settings={"FORCE_COLOR": "1", "COLUMNS": "40"})
    assert (tmp_path / "b").read_text("utf-8") == ran("advise", "loan", *OF_LENDERS).out


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    done = run("advise", "loan", *OF_LENDERS, "-o", "nowhere/a.md", folder=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err == "dragoman: No such file or directory: nowhere/a.md\n"


def test_the_same_facts_make_the_same_bytes() -> None:
    call = ("advise", HALF, "--format", "html")
    assert run(*call).out == ran(*call).out


# -- the outline


def shape(lines: list[Line]) -> list[object]:
    def of(entry: Entry) -> object:
        text = "".join(span.text for span in entry.spans)
        return {text: [of(inner) for inner in entry.entries]} if entry.entries else text

    return [
        f"h{block.level} {block.spans[0].text}" if isinstance(block, Heading) else [of(entry) for entry in block]
        for block in outline(lines)
    ]


def test_what_stands_further_in_belongs_to_what_it_stands_under() -> None:
    lines = [
        line(("Title", "title")),
        BLANK,
        line(("PART", "accent"), "  beside"),
        line(" 1. ", "one", hang=4),
        line("because", indent=4),
        line("of both", indent=2),
        BLANK,
        line("■ root"),
        line("why", indent=2),
        line("• premise", indent=3),
        line("source", indent=5),
        line("all of these:", indent=2),
        line("• this", indent=4),
    ]
    assert shape(lines) == [
        "h1 Title",
        "h2 Part",
        [{" 1. one".strip(): ["because"]}, "of both"],
        [{"root": ["why", {"premise": ["source"]}, {"all of these:": ["this"]}]}],
    ]


def test_a_view_without_a_title_gets_one() -> None:
    assert as_markdown([line("- x"), line("# y")], "A *title*") == "# A \\*title\\*\n\n\\- x\n\n\\# y\n"
    assert "<h1>A &lt;title&gt;</h1>" in as_html([line("x")], "A <title>")
    assert as_markdown([], "Nothing") == "# Nothing\n"
