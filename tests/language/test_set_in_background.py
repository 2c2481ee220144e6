"""Sentences of phrases in a long sentence full of background: told all the same, unless that may take them back."""

from __future__ import annotations

import pytest

from dragoman.language.read import Reader
from tests.language.phrased import RULEBOOKS, Said, grammar, said

BACKGROUND = """
Although the office has changed its method twice and the latest bulletin came out three months late, {s}.
Because the old archive, which was moved in spring, had to be sorted first, {s}.
While the council, which was elected last year and has few friends, prefers to talk about the weather, {s}.
Having gone through the annexes once more at the request of the legal department, we can confirm that {s}.
After two rounds of talks, interrupted once by a strike and once by the snow, {s}.
Despite the gaps in the minutes and the caution of those who were in the room, {s}.
{s}, although the lawyers, who were short of time, needed a week to agree on the annexes.
{s}, even though the wording of the question has not been changed for years.
{s}, a step that the lawyers had been preparing since the summer and that was made public on a Friday.
{s}, with eleven officials drawing up a list by autumn.
{x}, whose chairman is known for his love of horses and rarely gives interviews, {does} {rest}.
{x}, which since the change of management has moved its head office and hired two cooks, {does} {rest}.
{x}, after two hard winters and a summer in which nothing grew, {does} {rest}.
{x} — two hard winters have shown how old most of the boilers are — {does} {rest}.
{x}, for all the shortages that its own auditors have recorded, {does} {rest}.
{x}, founded by two former judges and so far without a seat of its own, {does} {rest}.
It is clear, despite the gaps in the minutes and the caution of the clerks, that {s}.
"""
TAKEN_BACK = """
{s}, a claim that its own auditors have rejected time and again.
{s}, a story that somebody made up last summer when there was little news.
{s}, which nobody who was in the room has been able to confirm.
{s}, although that has never been shown, whatever the papers write.
Although the office, which was moved in spring, thinks that, as everybody knows, {s}.
Because the clerks feared that, if they waited any longer, {s}.
Although the treaty is old, if the papers that we bought this morning are right, {s}.
Although the treaty is old, unless the council falls over it before the summer, {s}.
The rumour, which was spread by a paper last week, that {s} is false.
The rumour that {x}, which has few friends left in the town, {does} {rest} is false.
{x}, so a clerk told us over a long dinner in the old town, {does} {rest}.
{x}, critics who have followed the matter for years believe, {does} {rest}.
{x} — or so the papers in the capital want us to believe — {does} {rest}.
{x} — if the press of the capital is right about this — {does} {rest}.
Not {x}, which has paid its bills in time, but somebody else {does} {rest}.
Nobody, except a few journalists who were short of news, believes that {s}.
It is doubtful, given the state of the roads and of the budget, that {s}.
In the novel, which was written by a former clerk of the town, {s}.
"""
SHARE = 0.8
"""At least so many are told."""
FEW = (pytest.param(67, RULEBOOKS[:2], id="few"), pytest.param(53, RULEBOOKS, id="more", marks=pytest.mark.long))
"""One of so many of the phrases."""


def _put(several: str, one: Said) -> list[str]:
    words = one.words | {"s": "{x} {does} {rest}".format(**one.words)}
    return [text[0].upper() + text[1:] for text in (line.format(**words) for line in several.strip().splitlines())]


def _is_told(reader: Reader, one: Said, text: str) -> bool:
    return any(
        fact.fact == one.fact.fact
        and fact.slots == one.fact.slots
        and fact.holds
        and not fact.likelihood
        and not fact.source
        for fact in reader.read(text).facts
    )


@pytest.mark.parametrize(("one_of", "names"), FEW)
def test_the_point_of_a_long_sentence_is_told(one_of: int, names: tuple[str, ...]) -> None:
    told = [0, 0]
    for name in names:
        reader = Reader(grammar(name))
        for number, one in enumerate(said(name, one_of)):
            for text in _put(BACKGROUND, one)[number % 4 :: 4]:
                told[_is_told(reader, one, text)] += 1
    assert told[True] > SHARE * sum(told), told


@pytest.mark.parametrize(("one_of", "names"), FEW)
def test_what_takes_it_back_is_no_background(one_of: int, names: tuple[str, ...]) -> None:
    wrong = list[str]()
    for name in names:
        reader = Reader(grammar(name))
        for number, one in enumerate(said(name, one_of)):
            wrong += [text for text in _put(TAKEN_BACK, one)[number % 4 :: 4] if _is_told(reader, one, text)]
    assert wrong == []
