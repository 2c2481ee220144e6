"""Lines that ask for something reach the action that they mean, and nothing that changes anything is done by chance."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.conversation.actions import ACTIONS
from dragoman.conversation.request_patterns import SOMEBODY, root, table
from dragoman.conversation.requests import CHANGING, IS, Request, commanded, requested
from dragoman.language.earlier.context import Context
from dragoman.language.grammar.grammar import grammar_of
from dragoman.language.read import Reader
from dragoman.rulebook.forms import Rulebook
from tests.conversation.lines import any_text
from tests.files import yaml_in
from tests.rulebooks import report, trees
from tests.shares import examples

LINES: list[dict[str, Any]] = yaml_in(Path(__file__).with_name("requests.yaml"))["lines"]
NOWHERE = Context()
SHOWING = [name for name in ACTIONS if name not in CHANGING]


@cache
def reader(rulebook_of: Any = report) -> Reader:
    rulebook: Rulebook = rulebook_of()
    return Reader(grammar_of(rulebook))


def asked(text: str, context: Context = NOWHERE, rulebook_of: Any = report) -> Request:
    found = reader(rulebook_of)
    return requested(found.grammar, text, found.read_after(context, text), context)


@pytest.mark.parametrize("line", LINES, ids=lambda line: str(line["say"])[:60])
def test_a_line_reaches_its_action(line: dict[str, Any]) -> None:
    found = asked(line["say"])
    assert found.action == line["action"]
    if "whom" in line:
        assert set(line["whom"]) in (set(found.whom), set(found.names))
    if "what" in line:
        assert found.argument.lower() == line["what"].lower()
    if "fact" in line and found.fact is not None:
        assert found.fact.fact == line["fact"]


def test_the_lines_are_many_and_each_is_there_once() -> None:
    assert len(LINES) > 250
    assert len({line["say"] for line in LINES}) == len(LINES)
    assert {line["action"] for line in LINES} >= {*ACTIONS, IS} - {"what-if"}


def test_every_pattern_is_of_an_action_that_there_is() -> None:
    assert {pattern.action for pattern in table().patterns} <= set(ACTIONS)


def test_an_action_that_changes_something_takes_no_line_by_a_part_of_it() -> None:
    assert not [p.text for p in table().patterns if p.action in CHANGING and ".." in p.text]


def test_where_nothing_can_be_made_of_a_line_two_actions_that_only_show_are_named() -> None:
    for line in LINES:
        found = asked(line["say"])
        if not found.action:
            assert len(found.nearest) == 2
            assert set(found.nearest) <= set(SHOWING)


@settings(max_examples=examples(25))
@given(any_text())
def test_nothing_that_is_typed_breaks_it(text: str) -> None:
    found = asked(text)
    assert found.action in (*ACTIONS, IS, "")


@given(st.lists(st.sampled_from(sorted(table().words)), min_size=1, max_size=8))
def test_words_in_any_order_change_something_only_as_a_pattern_says(words: list[str]) -> None:
    found = asked(" ".join(words))
    if found.action in CHANGING:
        taken = [p for p in table().patterns if p.action == found.action]
        stems = [root(word) for word in words]
        assert (
            any(pattern.taken(stems[start:end]) for pattern in taken for start, end in table().cut(stems))
            or found.argument
        )


@pytest.mark.parametrize("opening", ["please ", "ok, ", "can you ", "could you please ", "so, ", "I'd like to ", ""])
@pytest.mark.parametrize("closing", [" please", ", thanks", " now", ""])
@pytest.mark.parametrize(
    ("body", "action"),
    [
        ("undo the last change", "undo"),
        ("show me the risks", "risks"),
        ("save this as a.yaml", "save"),
        ("start over", "restart"),
    ],
)
def test_politeness_means_nothing(opening: str, body: str, closing: str, action: str) -> None:
    assert asked(f"{opening}{body}{closing}").action == action


def test_an_argument_is_kept_as_it_was_typed() -> None:
    assert asked("save this as Notes/Über die Lage.yaml").argument == "Notes/Über die Lage.yaml"
    assert asked('save this as "two words.yaml"').argument == "two words.yaml"


def test_a_line_is_about_what_its_pattern_leaves_over() -> None:
    assert asked("what would make you drop the advice to build ties with Kazakhstan").about.endswith(
        "ties with Kazakhstan"
    )
    assert asked("what would change that").about == "that"
    assert asked("why?").about == ""


def test_there_stands_for_whom_the_line_before_spoke_of() -> None:
    before = reader().after("Tajikistan has a border with China", Context())
    assert asked("what do you know about them", before).action == "facts"
    assert asked("what should we do there", before).whom == ("tajikistan",)


def test_a_slash_command_names_whom_it_is_about_in_any_words() -> None:
    found = commanded(reader().grammar, "facts", "Kazakhs and the KG")
    assert (found.action, found.names) == ("facts", ("kazakhstan", "kyrgyzstan"))


def test_somebody_is_one_word_whatever_the_name() -> None:
    pattern = next(p for p in table().patterns if p.text.startswith("what should") or p.text.startswith("what (should"))
    assert pattern.taken(["what", "should", SOMEBODY, "do"]) is not None


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("what should the council do about Oslo", "advice"),
        ("compare Oslo and Bergen", "compare"),
        ("is the ash dying in Oslo?", IS),
        ("why plant trees in Oslo", "why"),
        ("what is the coast", "explain"),
        ("start over", "restart"),
    ],
)
def test_it_is_the_same_on_another_subject(text: str, action: str) -> None:
    assert asked(text, rulebook_of=trees).action == action
