"""What Python shows of an answer: a short line at a prompt, the lines of the command line in print, HTML in a notebook."""

from __future__ import annotations

import functools
import pickle
import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest

import dragoman
from dragoman.display import Displayed
from dragoman.form import form, in_brief, is_form
from dragoman.library.artist import _LINES, _STYLES
from tests.cli.shell import LENDERS, ran
from tests.rulebooks import trees

HOSTILE = "<script>alert('x')</script> & \u202e\u2066 <b onclick=1>"


@form
class Book:
    title: str
    pages: tuple[tuple[int, ...], ...]
    of: object = None


@functools.cache
def loan() -> dragoman.Situation:
    return dragoman.read_situation(dragoman.load_rulebook(LENDERS), "loan")


@functools.cache
def answers() -> dict[str, Displayed]:
    """One of each kind, asked of a situation with a hostile title and a hostile source."""
    said = {**loan().to_dict(), "situation": HOSTILE}
    situation = dragoman.situation_from(loan().rulebook, said)
    told = situation.tell(said["facts"][0], source=HOSTILE, note=HOSTILE * 20)
    heat = dragoman.read_situation(trees(), "heatwave")
    found: list[Displayed] = [
        told,
        dragoman.advise(told),
        dragoman.why(told, "offer_credit", "NT"),
        dragoman.why(told, "offer_credit", "south"),
        dragoman.why_not(told, "offer_credit"),
        dragoman.silence(told),
        dragoman.audit(told),
        dragoman.diff(loan(), told),
        dragoman.flips(told),
        dragoman.flips(told, "offer_credit"),
        dragoman.robust(told),
        dragoman.sources(told),
        dragoman.ask(told),
        dragoman.cover(told.rulebook),
        dragoman.check_rulebook(LENDERS),
        dragoman.read(told.rulebook, HOSTILE),
        dragoman.Conversation(told).say(HOSTILE, asks=False),
        dragoman.board_on(heat),
    ]
    return {f"{type(one).__name__} {number}": one for number, one in enumerate(found)}


class _Page(HTMLParser):
    """What stands in a page, and that each of its elements ends."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_every_answer_of_the_door_is_looked_at_here() -> None:
    kinds = {type(answer) for answer in answers().values()}
    assert kinds == set(_LINES)
    handed_out = {found for name in dragoman.__all__ if isinstance(found := getattr(dragoman, name), type)}
    assert {kind for kind in handed_out if issubclass(kind, Displayed)} == kinds


def test_a_repr_is_a_line_with_nothing_hidden_in_it() -> None:
    talk = dragoman.Conversation(loan())
    advice = dragoman.advise(loan())
    parts = [advice.recommendations[0], advice.recommendations[0].instances[0], *advice.results[:1]]
    parts += [advice.recommendations[0].instances[0].reasons[0], advice.telling, advice.thresholds[:1]]
    proofs = answers()["Proofs 2"]
    assert isinstance(proofs, dragoman.Proofs)
    for shown in map(repr, (*answers().values(), loan().rulebook, talk, *parts, proofs.nodes[0])):
        assert len(shown) <= 110
        assert shown.isprintable()


def test_a_large_form_is_shown_by_its_first_fields() -> None:
    assert repr(Book("a", ((1,),))) == "Book(title='a', pages=<tuple of 1>, of=None)"
    assert "title='xxxx" in repr(Book("x" * 10_000, (), Book("y" * 10_000, ())))
    assert len(repr(Book("x" * 10_000, tuple((n,) for n in range(10_000))))) <= 100
    assert is_form(Book)
    assert in_brief(Book("\x1b[31m", ())).isprintable()


def test_print_shows_what_the_command_line_prints() -> None:
    assert (
        str(dragoman.advise(loan(), "NT")) == ran("advise", "loan", "--for", "NT", "--rulebook", LENDERS).out.rstrip()
    )
    asked = ("why", "offer_credit", "loan", "--rulebook", LENDERS)
    assert str(dragoman.why(loan(), "offer_credit")) == ran(*asked).out.rstrip()


def test_a_notebook_gets_html_without_a_script_or_anything_to_load() -> None:
    for name, answer in answers().items():
        found = answer._repr_html_()
        assert found is not None, name
        page = _Page(found)
        assert page.open == [], name
        assert page.tags <= {"div", "span", "pre"}, name
        assert page.attributes <= {"style"}, name
        assert "\u202e" not in found, name
        assert not re.search(r"url\(|@import|expression|https?:", found), name
        assert len(found) < 40_000, name


def test_every_answer_is_written_as_a_file() -> None:
    for name, answer in answers().items():
        assert dragoman.as_html(answer).startswith("<!DOCTYPE html>"), name
        assert "<script>alert" not in dragoman.as_html(answer), name
        assert dragoman.as_markdown(answer).startswith("# "), name


def test_hostile_text_is_shown_as_it_was_written() -> None:
    advice = answers()["Advice 1"]._repr_html_() or ""
    assert "<script>alert('x')</script> & \\u202e\\u2066 <b onclick=1>" in _Page(advice).text


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_each_colour_can_be_read_on_white_and_on_black() -> None:
    colours = [colour for style in _STYLES.values() for colour in re.findall(r"#[0-9a-f]{6}", style)]
    assert len(colours) == 4
    for mine in map(_luminance, colours):
        for ground in map(_luminance, ("#ffffff", "#111111")):
            lighter, darker = max(mine, ground), min(mine, ground)
            assert (lighter + 0.05) / (darker + 0.05) >= 4


def test_an_answer_that_came_by_another_way_is_still_an_answer() -> None:
    """Where nothing of `dragoman` was used yet, a pickled answer is shown as any other value."""
    kept = pickle.dumps(dragoman.cover(loan().rulebook))
    script = f"import pickle; print(pickle.loads({kept!r}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("<ReportCoverage of lenders")


@pytest.mark.parametrize(
    "told", [{"x": 1}, {"loan": 5}, "loan: {", "x", ["x", {"y": {}}], 5, [5, None], {"not": {"not": {}}}, {1: 2}]
)
def test_whatever_is_supposed_no_other_error_leaves(told: object) -> None:
    for given in ({"told": told}, {"without": told}):
        with pytest.raises(dragoman.DragomanError):
            dragoman.what_if(loan(), **given)  # type: ignore[arg-type] # what a person may pass all the same


def test_a_message_steers_no_terminal() -> None:
    with pytest.raises(dragoman.UnknownNameError) as raised:
        dragoman.why(loan(), "\x1b[31m\u202ex")
    assert "\\x1b[31m\\u202ex" in str(raised.value)
    with pytest.raises(dragoman.SituationError) as several:
        loan().tell({"x": {}}, {"y\u2066": {}})
    first, second = str(several.value).split("\n")
    assert "'x'" in first
    assert "\\u2066" in second


def test_facts_of_another_rulebook_are_refused() -> None:
    with pytest.raises(dragoman.SituationError, match=r"has no fact type '.*'; read the facts again for it"):
        loan().under(trees())


def test_a_fact_may_be_supposed_as_a_mapping_or_as_text() -> None:
    types = loan().rulebook.facts
    name, slots = next(
        (name, slots) for one in loan().to_dict()["facts"] for name, slots in one.items() if name in types
    )
    as_text = (
        f"{name}: {{{', '.join(f'{slot}: {value}' for slot, value in slots.items() if slot in types[name].key_names)}}}"
    )
    keys = {slot: value for slot, value in slots.items() if slot in types[name].key_names}
    assert dragoman.what_if(loan(), without={name: keys}) == dragoman.what_if(loan(), without=as_text)
    assert dragoman.what_if(loan(), without=as_text).causes
    assert dragoman.what_if(loan(), thresholds={"heavy": 70}) == dragoman.diff(
        loan(), loan().under(dragoman.with_thresholds(loan().rulebook, {"heavy": 70}))
    )


def test_a_conversation_leaves_files_alone_and_undoes() -> None:
    talk = dragoman.Conversation(loan())
    refused = talk.say("/save somewhere.yaml")
    assert refused.is_mistake
    assert "files" in refused.text
    assert talk.situation == loan()
    assert talk.say("undo", asks=False).is_mistake
    assert talk.say("help", asks=False).to_dict()["format"] == "dragoman-reply"
    assert dragoman.Conversation(loan().rulebook).situation.statements == ()
