"""Who is in something, or came into it, as what he is of it: a member.

    A is (no longer) in B, is part of B              ->  A is (no longer) a member of B
    A joined B in 2009, has joined B                 ->  A is a member of B
    A left B, has quit B                             ->  A is no longer a member of B

Only where phrases of the rulebook speak of members, and as for all that :mod:`dragoman.language.order.rearranged` does, only if
nothing of the sentence is left over: of what has no members nobody is one.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.tokens import Token

_IS = frozenset({"is", "are", "'s", "'re", "isn't", "aren't"})
_STILL = frozenset(
    english.lines(
        "not | no longer | longer | still | now | already | also | back | officially | firmly | indeed | in fact"
    )
)
_IN = (("in",), ("inside",), ("within",), ("part", "of"))
_JOINED = frozenset({"joined", "entered"})
_LEFT = frozenset({"left", "quit"})
_MEMBER = ("a", "member", "of")
_MEMBERS = frozenset({"member", "members"})
_OTHERWISE = english.MODALS | english.NEGATORS | {"to", "had", "will", "'ll", "'d", "having", "be", "been", "being"}
"""Before `joined` it is another matter: `would have joined`, `had left`."""


def belongs(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such order that it has."""
    if _MEMBERS.isdisjoint(line.grammar.surface):
        return
    for at in range(1, len(line) - 1):
        order = _is_in(line, at) or _came_in(line, at)
        if order is not None:
            yield order


def _is_in(line: Line, at: int) -> list[Token] | None:
    """`is in B`: is a member of B."""
    if line.texts[at] not in _IS:
        return None
    where = at + 1
    while where < len(line) and line.texts[where] in _STILL | {"no"}:
        where += 1
    said = next((words for words in _IN if tuple(line.texts[where : where + len(words)]) == words), ())
    if not said or named_at(line, where + len(said) + (line.texts[where + len(said) :][:1] == ["the"])) is None:
        return None
    return [*line.tokens[:where], *said_for(_MEMBER, line.tokens[at]), *line.tokens[where + len(said) :]]


def _came_in(line: Line, at: int) -> list[Token] | None:
    """`joined B`, `has left B`: is, or is no longer, a member of B."""
    text = line.texts[at]
    if text not in _JOINED | _LEFT:
        return None
    start = at - (line.texts[at - 1] in ("has", "have"))
    is_named = named_at(line, at + 1 + (line.texts[at + 1] == "the")) is not None
    if not is_named or not start or line.texts[start - 1] in _OTHERWISE:
        return None
    said = ("is", *_MEMBER) if text in _JOINED else ("is", "no", "longer", *_MEMBER)
    return [*line.tokens[:start], *said_for(said, line.tokens[at]), *line.tokens[at + 1 :]]
