"""What stands beside what a sentence tells, and was passed over: so that nobody takes it for understood.

    A, where elephants dance, bans exports   ->  `where elephants dance`
    A is shut because of a strike            ->  `because of a strike`

A form of a sentence without its background, or without what is remarked on it, is read in its place; what begins so as to say
more of somebody, or why or although it is so, may be something that can be told, only in other words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.tokens import Token

_OPENING = frozenset(
    english.lines(
        "which | who | whose | whom | where | being | having | because | despite | notwithstanding | amid | amidst | although | though"
        "| owing | whereas | while | whilst | given"
    )
)
_OPENING_PAIRS = frozenset(
    tuple(words.split())
    for words in english.lines("in spite | due to | thanks to | on account | as a | as the | since the | after the")
)
_LEAST = 2
_MARKS = frozenset({",", "-", ";"})


def passed_over(line: Line, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The parts of a sentence of which no token stands in the form in which it was read."""
    if len(line) >= len(tokens):
        return
    read = {token.start for token in line.tokens if token.is_word}
    run = list[Token]()
    for token in (*tokens, None):
        if token is not None and token.start not in read and token.text not in _MARKS:
            run.append(token)
            continue
        if len(run) >= _LEAST and _says_something(run):
            yield run
        run = []


def _says_something(run: Sequence[Token]) -> bool:
    """Whether a part says more of somebody, or why or although something is so."""
    first, second = run[0].text, run[1].text
    is_by_doing = first in ("by", "after") and second.endswith("ing")
    is_pied = "which" in (second, run[min(2, len(run) - 1)].text) and first in PREPOSITIONS
    return first in _OPENING or (first, second) in _OPENING_PAIRS or is_by_doing or is_pied
