"""The notation of the tables of moods."""

from __future__ import annotations

import pytest

from dragoman.language.intent import moods
from dragoman.language.words.cues import Cues


@pytest.mark.parametrize(
    ("cue", "words", "rest"),
    [
        ("what (is|was) missing", "what is missing ", ""),
        ("[the] reason", "the reason for ", "for "),
        ("[the] reason", "reason ", ""),
        ("why ... not", "why does it not fire ", "fire "),
        ("why ... not", "why not ", ""),
        ("number _", "number three please ", "please "),
        ("(give|show) [me|us] [the] list", "show us list ", ""),
        ("what", "whatever ", None),
        ("why ... not", "why a b c d e f g not ", None),
        ("reason", "the reason ", None),
    ],
)
def test_a_cue_stands_at_the_start_or_not(cue: str, words: str, rest: str | None) -> None:
    found = Cues(cue).at_start(words)
    assert (words[found.end() :] if found else None) == rest


def test_a_cue_within_begins_with_a_whole_word() -> None:
    assert Cues("art of").within("the art of war ")
    assert not Cues("art of").within("a part of war ")


@pytest.mark.parametrize("name", [name for name in vars(moods) if isinstance(getattr(moods, name), Cues)])
def test_no_table_takes_nothing_for_something(name: str) -> None:
    table: Cues = getattr(moods, name)
    assert not table.at_start("")
    assert not any(found and not found.group() for found in (table.at_start("x "), table.within("x ")))
    assert not any(set("()[]|?") & set(word) for word in table.words())
