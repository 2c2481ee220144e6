"""Sentences of the program with something around them that makes them no fact any more: none of them is told."""

from __future__ import annotations

from functools import cache

import pytest

from dragoman.language.grammar.grammar import grammar_of
from dragoman.language.read import Reader
from tests.language.round_trip import Said, sentences
from tests.rulebooks import report

AROUND = """
Perhaps {} | Maybe {} | If {}, all is lost | Nobody says that {} | It might be that {} | I wonder whether {} | {}?
{}, or so they say | {} in Africa | {} on paper only | {}, which is nonsense | {} in a novel | We want that {}
In the film {} | "{}" is what she wrote | It is a rumour that {} | There is no proof that {} | Who says that {} | Once {}
Soon {} | Imagine: {} | {} - not! | {}, they wish | Few believe that {} | It is hard to believe that {}
It would be a mistake to think that {} | Unless {} | What if {} | Does anybody think that {} | {} next year | By 2040 {}
Not only {} | I forgot whether {} | Rarely {} | {} no more | {} for the first time ever in Poland | Poland says {} and lies
{} until 2012 | It used to be that {} | It is no longer true that {} | yesterday I dreamt that {} | {} if asked
{} under certain conditions | theoretically {} | the claim that {} is wrong | Let us hope {} | {} almost | sometimes {}
{} hardly | to say that {} is an exaggeration | far from it: {} | {} my foot | as if {} | {} lol | When {}, we shall see
"""
TEMPLATES = [one.strip() for line in AROUND.strip().splitlines() for one in line.split("|")]


FEW = (pytest.param(4, id="few"), pytest.param(1, id="more", marks=pytest.mark.long))
"""One of so many of the sentences."""


@cache
def some() -> tuple[Said, ...]:
    """A share of the sentences that affirm something."""
    grammar = grammar_of(report())
    return tuple(one for one in sentences(grammar.rulebook, grammar, most=1) if one.holds)[::29]


@pytest.mark.parametrize("one_of", FEW)
@pytest.mark.parametrize("template", TEMPLATES)
def test_what_is_around_a_sentence_is_heard(template: str, one_of: int) -> None:
    reader = Reader(grammar_of(report()))
    for said in some()[TEMPLATES.index(template) % one_of :: one_of]:
        told = reader.read(template.format(said.sentence)).facts
        plainly = [
            fact for fact in told if fact.fact == said.fact and fact.holds and not fact.likelihood and not fact.source
        ]
        assert plainly == [], template.format(said.sentence)


def test_there_are_some() -> None:
    assert len(some()) > 4
