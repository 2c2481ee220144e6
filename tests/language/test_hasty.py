"""Sentences of the program as hasty and foreign hands write them: told as they were, and never as sure as that where a doubt is put to them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache

import pytest

from dragoman.language.forms import ReadFact
from dragoman.language.line.typos import _is_near
from dragoman.language.read import Reader
from dragoman.language.words.places import common_words, rarer_words
from dragoman.language.words.stems import stem
from tests.language.phrased import grammar
from tests.language.round_trip import sentences

SMALL = re.compile(r"\b(?:the|a|an) (?!case\b|year\b|day\b)", re.IGNORECASE)
IS = re.compile(r" (?:is|are) (?!not\b)")


def _swapped(text: str) -> str:
    """With two letters swapped within its longest plain word."""
    word = max(re.findall(r"\b[a-z]{7,}\b", text), key=len, default="")
    at = next((n for n in range(2, len(word) - 1) if word[n] != word[n + 1]), 0)
    return text.replace(word, word[:at] + word[at + 1] + word[at] + word[at + 2 :], 1) if at else text


def _one_too_few(text: str) -> str:
    """Without a letter within its longest plain word."""
    word = max(re.findall(r"\b[a-z]{8,}\b", text), key=len, default="")
    return text.replace(word, word[:3] + word[4:], 1)


ROUGH: dict[str, Callable[[str], str]] = {
    "in small letters": str.lower,
    "in capitals": str.upper,
    "a telegram": lambda text: f"{SMALL.sub('', text).upper()} STOP DETAILS FOLLOW STOP",
    "a telegram in small letters": lambda text: f"{text} stop more tomorrow stop",
    "to oneself": lambda text: f"ok so note to self {text.lower()}",
    "dictated": lambda text: f"right next paragraph {text.lower()}",
    "from the dinner": lambda text: f"{text.lower()} thats my note from the dinner",
    "a label": lambda text: SMALL.sub("", IS.sub(": ", text, count=1)),
    "equal": lambda text: SMALL.sub("", IS.sub(" = ", text, count=1)),
    "day three": lambda text: f"{text}, day three",
    "at a place": lambda text: text.replace(" at ", " @ "),
    "swapped": _swapped,
    "one too few": _one_too_few,
}
DOUBTS = """
prob. {} | poss. {} | acc. to Reuters {} | 50/50 that {} | imo {} | alleg. {} | {} stop not true stop | tbc: {} | {} = fake | {}. Unconf. | {}??
its not true that {} | they shd make sure {} | wld be nice if {} | idk if {} | note to self find out if {} | {} yeah right | rumour: {}
"""
TEMPLATES = [one.strip() for line in DOUBTS.strip().splitlines() for one in line.split("|")]
RULEBOOKS = ("harvests", "media", "theatres", "ferries", "colleges", "museum", "leagues", "grids")
FEW = (pytest.param(6, id="few"), pytest.param(1, id="more", marks=pytest.mark.long))
"""One of so many of the sentences."""
DOUBTED = (
    *(pytest.param(name, 8, id=f"{name}-few") for name in RULEBOOKS[:2]),
    *(pytest.param(name, 2, id=f"{name}-more", marks=pytest.mark.long) for name in RULEBOOKS[2:6]),
)
_MOST, _SHORT, _OFTEN, _LEAST = 24, 80, 0.8, 3


@cache
def plain(name: str) -> tuple[tuple[str, ReadFact], ...]:
    """Short sentences of the program, each with the fact that it tells."""
    known = grammar(name)
    reader = Reader(known)
    said = [one for one in sentences(known.rulebook, known, most=1) if len(one.sentence) < _SHORT]
    random.Random(3).shuffle(said)
    read = ((one.sentence.rstrip("."), reader.read(one.sentence).facts) for one in said[:_MOST])
    return tuple((text, facts[0]) for text, facts in read if len(facts) == 1)


@pytest.mark.parametrize("one_of", FEW)
@pytest.mark.parametrize("name", RULEBOOKS[:2])
def test_what_is_written_in_haste_is_told(name: str, one_of: int) -> None:
    reader = Reader(grammar(name))
    for how, roughen in ROUGH.items():
        several = [(roughen(text), fact) for text, fact in plain(name)[::one_of] if roughen(text) != text]
        told = [fact.meaning in {one.meaning for one in reader.read(text).facts} for text, fact in several]
        assert sum(told) >= _OFTEN * len(told) - 1, how


@pytest.mark.parametrize(("name", "one_of"), DOUBTED)
def test_a_doubt_that_is_written_in_haste_is_heard(name: str, one_of: int) -> None:
    reader, wrong = Reader(grammar(name)), list[str]()
    for text, fact in plain(name)[RULEBOOKS.index(name) % one_of :: one_of]:
        for template in TEMPLATES:
            read = reader.read(template.format(text)).facts
            wrong += [
                template.format(text)
                for one in read
                if one.meaning == fact.meaning and not (one.likelihood or one.source)
            ]
    assert wrong == []


@pytest.mark.parametrize("one_of", FEW)
@pytest.mark.parametrize("name", RULEBOOKS[1:3])
def test_another_word_of_english_is_no_slip(name: str, one_of: int) -> None:
    known = grammar(name)
    reader, others, wrong = Reader(known), sorted(common_words() | rarer_words()), list[str]()
    for text, fact in plain(name)[::one_of]:
        for word in re.findall(r"\b[a-z]{6,}\b", text):
            near = [
                one for one in others if one[0] == word[0] and abs(len(one) - len(word)) < 2 and _is_near(word, one)
            ]
            apart = [one for one in near if stem(one) != stem(word) and one[:-1] != word[:-1] and one != word[:-1]]
            for other in [one for one in apart if one not in known.surface][:_LEAST]:
                altered = text.replace(word, other, 1)
                wrong += [altered for one in reader.read(altered).facts if one.meaning == fact.meaning]
    assert wrong == []
