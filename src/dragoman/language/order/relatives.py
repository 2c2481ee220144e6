"""A clause about who was just named, that names others, as a clause of its own.

    A, which is at war with B, does it          ->  A is at war with B; A does it
    A, which B accuses of theft, does it        ->  B accuses A of theft; A does it
    A, to which B sends food, does it           ->  B sends food to A; A does it
    A, whose licence in B is suspended, does it ->  A's licence in B is suspended; A does it
    ... to A, in which rice is scarce           ->  ... to A; rice is scarce in A

As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.turns.renamed import said_for
from dragoman.language.words.tokens import Token

_WHO = frozenset({"which", "who"})
_WHOM = frozenset({"which", "whom"})
_TO = frozenset({"to", "in", "with", "from", "at", "against", "on", "by", "for"})
"""What stands before `which`: `after which` something was done, and `of which` a part is meant."""
_OF_THEN = frozenset({"was", "were", "had"})
"""What was so of something of his need not be told beside what is."""


def relatives(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such order that it has."""
    texts = line.texts
    if _WHO.isdisjoint(texts) and "whom" not in texts and "whose" not in texts:
        return
    yield from _in_the_middle(line)
    yield from _at_the_end(line)


def _in_the_middle(line: Line) -> Iterator[list[Token]]:
    """`A, which ..., does it`, where A stands first and the two commas are all that it has."""
    start = int(line.texts[:1] == ["the"])
    named = _named(line, start)
    opens = named.end if named is not None else 0
    commas = [at for at, text in enumerate(line.texts) if text == ","]
    if named is None or len(commas) != 2 or commas[0] != opens or commas[1] + 1 >= len(line):
        return
    who, rest = line.tokens[: named.end], line.tokens[commas[1] + 1 :]
    semicolon = said_for((";",), line.tokens[opens])
    for clause in _clauses(line, who, opens + 1, commas[1]):
        yield [*clause, *semicolon, *who, *rest]


def _clauses(line: Line, who: list[Token], at: int, end: int) -> Iterator[list[Token]]:
    """What stands between two commas, with who it is about in the place of `which`."""
    texts, tokens = line.texts, line.tokens
    if texts[at] in _TO and texts[at + 1] in _WHOM and at + 3 < end:
        yield [*tokens[at + 2 : end], tokens[at], *who]
    elif texts[at] == "whose" and at + 3 < end and _OF_THEN.isdisjoint(texts[at:end]):
        yield [*who, *said_for(("'s",), tokens[at]), *tokens[at + 1 : end]]
    elif texts[at] in _WHO | _WHOM:
        first = at + 1 + (texts[at + 1] == "the")
        doer = _named(line, first)
        if doer is None or doer.end >= end or texts[doer.end] == "'s":
            if texts[at] in _WHO:
                yield [*who, *tokens[at + 1 : end]]
            return
        yield from _done_to(line, who, (at + 1, doer.end), end)


def _done_to(line: Line, who: list[Token], doer: tuple[int, int], end: int) -> Iterator[list[Token]]:
    """`B accuses of theft`, said of A: B accuses A of theft; `B pays for`: B pays for A."""
    first = doer[1]
    texts, tokens = line.texts, line.tokens
    if texts[end - 1] in PREPOSITIONS:
        yield [*tokens[doer[0] : end], *who]
        return
    link = next((n for n in range(first + 1, end) if texts[n] in PREPOSITIONS and not _is_to_do(line, n)), end)
    yield [*tokens[doer[0] : link], *who, *tokens[link:end]]


def _is_to_do(line: Line, at: int) -> bool:
    """Whether it is the `to` of `wants to buy`."""
    behind = at + 1
    return line.texts[at] == "to" and behind < len(line) and not line.mentions[behind] and line.texts[behind] != "the"


def _at_the_end(line: Line) -> Iterator[list[Token]]:
    """`... to A, in which rice is scarce`: rice is scarce in A."""
    for at in range(2, len(line) - 3):
        if line.texts[at] != "," or line.texts[at + 1] != "in" or line.texts[at + 2] != "which":
            continue
        named = next((m for n in range(at) for m in line.mentions[n] if m.end == at and m.kind != PRONOUN), None)
        if named is None or len(named.names) != 1 or "," in line.texts[at + 3 :]:
            return
        start = next(n for n in range(at) if named in line.mentions[n])
        start -= start > 0 and line.texts[start - 1] == "the"
        semicolon = said_for((";",), line.tokens[at])
        yield [*line.tokens[:at], *semicolon, *line.tokens[at + 3 :], line.tokens[at + 1], *line.tokens[start:at]]
        return


def _named(line: Line, at: int) -> Mention | None:
    """Who is named there, one and the longest."""
    named = line.mentions[at] if at < len(line) else []
    return next((m for m in named if m.kind != PRONOUN and len(m.names) == 1), None)
