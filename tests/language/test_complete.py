"""What may follow: the phrases that read a line, walked to its end."""

from __future__ import annotations

import pytest

from dragoman.language.complete import complete
from dragoman.language.grammar.grammar import grammar_of
from dragoman.language.read import Reader
from tests.rulebooks import report


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("Kyrgyzstan owes ", "China"),
        ("Kyrgyzstan owes China ", "billion US dollars"),
        ("Kyrgyzstan owes China 40 percent of its ", "foreign debt"),
        ("Kyrgyzstan owes Ch", "China"),
        ("the economic gap between China and Russia is ", "growing"),
        ("Kazakhstan is a member of the SCO and Tajikistan is a mem", "member of"),
    ],
)
def test_what_comes_next_is_offered(text: str, follows: str) -> None:
    assert follows in [one.text for one in complete(text, report())]


def test_nothing_is_offered_after_what_no_phrase_begins_with() -> None:
    assert complete("My cousin collects ", report()) == ()


def test_who_takes_what_is_offered_comes_to_a_line_that_is_read() -> None:
    rulebook, text = report(), "Kazakhstan is a member "
    for _ in range(4):
        following = [one for one in complete(text, rulebook) if one.fact == "member"]
        if not following:
            break
        text += following[0].text + " "
    assert [fact.fact for fact in Reader(grammar_of(rulebook)).read(text).facts] == ["member"]
