"""Proofs as pictures: each statement once, nothing overlaps, what is left out is said, and text stays text."""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET
from functools import cache

import pytest

from dragoman.advice.evaluate import evaluate
from dragoman.drawing.forms import Graph, Kind, Picture
from dragoman.drawing.graph import graph_of
from dragoman.drawing.layout import laid_out
from dragoman.drawing.svg import described, svg_file, svg_of
from dragoman.drawing.text import text_width, wrapped
from dragoman.explain.answers import why
from dragoman.explain.proof import Node
from dragoman.situation.assemble import read_situation
from dragoman.situation.python_facts import situation_from
from tests.rulebooks import columns, report, trees

SVG = "{http://www.w3.org/2000/svg}"


@cache
def proofs(name: str) -> tuple[Node, ...]:
    situation = read_situation(report(), ["2020-11-report-world"])
    return why(evaluate(report(), situation, columns()), name).nodes


def sentences(node: Node) -> set[str]:
    return {node.sentence.casefold()}.union(*map(sentences, node.premises))


def size(node: Node) -> int:
    return 1 + sum(map(size, node.premises))


ASKED = ("build_ties", "link_strategies", "offer_alternative: {state: kyrgyzstan}")


@pytest.mark.parametrize("name", ASKED)
def test_a_statement_that_is_used_twice_is_one_box(name: str) -> None:
    graph = graph_of(proofs(name))
    said = [box.sentence.casefold() for box in graph.boxes]
    assert len(said) == len(set(said))
    assert set(said) == set().union(*map(sentences, proofs(name)))
    assert len(said) < sum(map(size, proofs(name)))


@pytest.mark.parametrize("name", ASKED)
def test_no_boxes_overlap_and_every_line_runs_leftwards_from_premise_to_conclusion(name: str) -> None:
    graph = graph_of(proofs(name))
    picture = laid_out(graph)
    for number, one in enumerate(picture.boxes):
        assert one.left >= 0 and one.left + one.width <= picture.width  # noqa: PT018 - one box
        assert one.top >= 0 and one.top + one.height <= picture.height  # noqa: PT018 - one box
        for other in picture.boxes[number + 1 :]:
            beside = one.left + one.width <= other.left or other.left + other.width <= one.left
            assert beside or one.top + one.height <= other.top or other.top + other.height <= one.top
    assert len(picture.lines) == len(graph.edges)
    for (conclusion, premise), line in zip(graph.edges, picture.lines, strict=True):
        _starts_and_ends_at(picture, line, premise, conclusion)


def _starts_and_ends_at(picture: Picture, line: tuple[tuple[int, int], ...], premise: int, conclusion: int) -> None:
    first, last = picture.boxes[premise], picture.boxes[conclusion]
    assert line[0] == (first.left, first.top + first.height // 2) or abs(line[0][1] - first.top - first.height / 2) <= 1
    assert line[-1][0] == last.left + last.width
    assert all(after[0] < before[0] for before, after in itertools.pairwise(line))


def test_a_deep_proof_is_cut_and_says_how_much_is_left_out() -> None:
    whole = graph_of(proofs("build_ties"))
    cut = graph_of(proofs("build_ties"), depth=1)
    more = [box for box in cut.boxes if box.kind is Kind.MORE]
    assert [box.sentence for box in more] == ["3 more below"]
    assert len(whole.boxes) == len(cut.boxes) - 1 + 3
    assert graph_of(proofs("build_ties"), depth=9) == whole


def test_the_picture_is_the_same_each_time_and_well_formed() -> None:
    graph = graph_of(proofs("link_strategies"))
    text = svg_file(svg_of(graph, "title", described(graph)))
    assert text == svg_file(svg_of(graph_of(proofs("link_strategies")), "title", described(graph)))
    root = ET.fromstring(text.encode())
    assert root.tag == f"{SVG}svg"
    assert [one.text for one in root.findall(f"{SVG}title")] == ["title"]
    assert "that were told" in str(root.findtext(f"{SVG}desc"))
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    words = {str(one.text) for one in root.iter(f"{SVG}text")}
    assert {"RECOMMENDED", "FOLLOWS", "TOLD"} <= words


def test_what_follows_what_was_told_and_what_is_assumed_differ_in_more_than_colour() -> None:
    text = svg_of(Graph((), ()), "t", "d")
    assert "dg-assumed { stroke: var(--assumed); stroke-dasharray" in text
    graph = graph_of(proofs("offer_alternative: {state: turkmenistan, field: energy}"))
    assert {box.label for box in graph.boxes} >= {"recommended", "told", "follows"}


def test_hostile_text_is_text_in_a_picture() -> None:
    evil = '</text><script>alert("x")</script> & ]]>'
    told = situation_from(trees(), []).tell({"watered": {"city": "oslo"}}, source=evil)
    (node,) = why(evaluate(trees(), told, columns()), "watered").nodes
    text = svg_file(svg_of(graph_of([node]), evil, evil))
    root = ET.fromstring(text.encode())
    assert not list(root.iter(f"{SVG}script"))
    assert root.findtext(f"{SVG}title") == evil


def test_words_are_wrapped_and_long_ones_cut_after_a_hyphen() -> None:
    assert wrapped("a rule-with-a-very-long-name-indeed", 10, 80, 9)[:2] == ("a rule-with-a-", "very-long-")
    assert all(text_width(row, 10) <= 80 for row in wrapped("x" * 100 + " " + "кириллица 漢字" * 9, 10, 80, 99))
    assert wrapped("one two three four five", 10, 30, 2)[-1].endswith("…")
    assert wrapped("", 10, 80, 3) == ()
