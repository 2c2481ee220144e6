"""Markup holds what was written, as text."""

from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from dragoman.markup import html, markdown

HOSTILE = (
    "<script>alert(1)</script>",
    "a & b &amp; &#60;",
    '" onmouseover="x',
    "*bold* _em_ snake_case __init__ ~~gone~~ `code`",
    "[link](https://example.org) ![image](x) https://example.org www.example.org",
    "# no heading",
    "1. no list",
    "- no list",
    "> no quotation",
    "=== no rule",
    "| a | b |",
    "[^1] and $x^2$ \\ at the end\\",
    "two\nlines\n\nand more",
    "red \x1b[31m right \u202e left",
)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def _read(markup: str) -> _Text:
    read = _Text()
    read.feed(markup)
    read.close()
    return read


def _plain(text: str) -> str:
    return text.replace("\n", " ").replace("\x1b", "\\x1b").replace("\u202e", "\\u202e")


@pytest.mark.parametrize("text", HOSTILE)
def test_html_shows_text_as_text(text: str) -> None:
    read = _read(html.element("p", text, title=text))
    assert (read.tags, read.text) == (["p"], _plain(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_text_as_text(text: str) -> None:
    shown = MarkdownIt("gfm-like", {"html": True}).render(markdown.page(markdown.escape(text)))
    read = _read(shown)
    assert (read.tags, read.text.strip()) == (["p"], _plain(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_text_in_a_table_of_markdown_stays_in_its_cell(text: str) -> None:
    shown = MarkdownIt("gfm-like", {"html": True}).render(markdown.table(["a", "b"], [[text, "x"]]))
    read = _read(shown)
    assert read.tags == ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]
    assert _plain(text).strip() in read.text


def test_markup_is_not_escaped_again() -> None:
    assert html.element("p", html.element("em", "<")) == "<p><em>&lt;</em></p>"
    assert markdown.bullets([markdown.strong("*")]) == r"- **\***"


def test_a_page_is_one_file_that_may_load_nothing() -> None:
    page = html.page("<title>", html.element("main", "text"))
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">\n<head>')
    assert "default-src 'none'" in page.replace("&#x27;", "'")
    assert "<title>&lt;title&gt;</title>" in page
    assert "http" not in page.replace("http-equiv", "")


def test_tables_have_headers_for_columns_and_rows() -> None:
    table = html.table(["who", "what"], [["a", "b"]], caption="all")
    assert table.count('scope="col"') == 2
    assert '<th scope="row">a</th><td>b</td>' in table
