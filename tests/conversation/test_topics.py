"""What a line speaks of is found by the words that it shares with what a conclusion is called."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.advice.forms import Instance, Recommended, Result
from dragoman.conversation.requests import requested
from dragoman.conversation.topics import Topics, Wanted, topics_in
from dragoman.exact.difference import Advised
from dragoman.language.grammar.grammar import grammar_of
from dragoman.rulebook.forms import Atom, ShownAs
from dragoman.situation.assemble import read_situation
from tests.conversation.lines import WORLD, any_text
from tests.files import yaml_in
from tests.rulebooks import columns, report, situation, trees
from tests.shares import examples

LINES: list[dict[str, Any]] = yaml_in(Path(__file__).with_name("topics.yaml"))["lines"]
OF = {"why": Wanted.SO, "why-not": Wanted.NOT_SO, "any": Wanted.ANY}


@cache
def world() -> Advised:
    return Advised.of(situation(WORLD), engine=columns())


def found(text: str, wanted: Wanted = Wanted.SO, focus: tuple[Atom, ...] = ()) -> Topics:
    return topics_in(world(), grammar_of(report()), text, wanted=wanted, focus=focus)


def followed() -> list[Recommended | Result]:
    return [*world().advice.recommendations, *(one for one in world().advice.results if not one.is_told)]


@pytest.mark.parametrize("line", LINES, ids=lambda line: str(line["say"]))
def test_a_line_finds_its_topic(line: dict[str, Any]) -> None:
    topics = found(line["say"], OF[line["of"]])
    assert topics.candidates
    topic = topics.candidates[0]
    assert topic.fact == line["fact"]
    slots = dict(zip(report().facts[topic.fact].key_names, topic.terms, strict=True))
    assert {name: slots[name] for name in line.get("slots", {})} == line.get("slots", {})


@pytest.mark.parametrize("whole", followed(), ids=lambda whole: f"{whole.id}-{whole.instances[0].sentence[:40]}")
def test_whatever_follows_finds_itself_by_its_sentence(whole: Recommended | Result) -> None:
    for instance in whole.instances[:2]:
        finds_itself(f"why do you say that {instance.sentence}", instance)


@pytest.mark.parametrize("whole", world().advice.recommendations, ids=lambda whole: str(whole.title))
def test_a_recommendation_finds_itself_by_its_titles(whole: Recommended) -> None:
    finds_itself(f"why {whole.short}", whole.instances[0])
    finds_itself(f"why should we {whole.title}?", whole.instances[0])
    assert found(whole.called).candidates[0].fact == whole.id


def finds_itself(text: str, instance: Instance) -> None:
    asked = requested(grammar_of(report()), text)
    assert asked.action in ("why", "why-not")
    topics = found(asked.about)
    assert topics.candidates, text
    assert topics.candidates[0].fact == instance.atom.fact
    assert instance.atom in topics.candidates[0].atoms


@pytest.mark.parametrize("text", ["", "that", "it", "?", "this one", "you say so"])
def test_a_line_that_names_nothing_is_about_what_was_said_last(text: str) -> None:
    atom = world().advice.results[0].instances[0].atom
    assert found(text, focus=(atom,)).candidates[0].atoms == (atom,)
    assert found(text).is_about_all


def test_what_was_said_last_is_kept_to_whom_a_line_names() -> None:
    focus = tuple(one.atom for one in world().advice.recommendations[1].instances)
    kept = found("for Tajikistan", focus=focus).candidates[0]
    assert kept.atoms == (Atom("build_ties", ("tajikistan",)),)


@pytest.mark.parametrize(
    ("text", "number"),
    [("the first one", 0), ("number 3", 2), ("the second", 1), ("recommendation 2", 1), ("the last one", -1)],
)
def test_a_place_in_the_list_is_what_stands_there(text: str, number: int) -> None:
    whole = world().advice.recommendations[number]
    assert found(text).candidates[0].atoms == tuple(one.atom for one in whole.instances)


def test_a_place_in_a_list_of_risks() -> None:
    risks = [one for one in world().advice.results if one.kind is ShownAs.RISK and not one.is_told]
    assert found("the second risk").candidates[0].fact == risks[1].id


def test_a_place_beyond_the_list_is_no_topic() -> None:
    topics = found("number 99")
    assert not topics.candidates
    assert topics.problem.startswith("there are only")


def test_a_place_counts_in_what_was_listed_last() -> None:
    focus = tuple(whole.instances[-1].atom for whole in world().advice.recommendations[2:5])
    assert found("the second one", focus=focus).candidates[0].atoms == focus[1:2]


@pytest.mark.parametrize("text", ["xylophones and trombones", "why is the moon made of cheese"])
def test_what_the_rulebook_does_not_speak_of_is_no_clear_topic(text: str) -> None:
    assert found(text, Wanted.ANY).clear is None


def test_nothing_is_a_question_about_all() -> None:
    topics = found("does nothing follow for Tajikistan", Wanted.NOT_SO)
    assert topics.is_about_all
    assert topics.whom == ("tajikistan",)


@settings(max_examples=examples(15))
@given(any_text(), st.sampled_from(list(Wanted)))
def test_nothing_that_is_typed_breaks_it(text: str, wanted: Wanted) -> None:
    assert len(found(text, wanted).candidates) <= 3


def test_it_is_the_same_on_another_subject() -> None:
    advised = Advised.of(read_situation(trees(), ["heatwave"]), engine=columns())
    wholes: list[Recommended | Result] = [*advised.advice.recommendations]
    wholes += [one for one in advised.advice.results if not one.is_told]
    for instance in (whole.instances[0] for whole in wholes):
        topics = topics_in(advised, grammar_of(trees()), instance.sentence, wanted=Wanted.SO)
        assert instance.atom in topics.candidates[0].atoms
