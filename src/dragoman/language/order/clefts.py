"""What is singled out by a noun that stands for it, or stands first or last beside a plain sentence, in its plain order.

    the overlap is something A and B handle with sense     ->  A and B handle the overlap with sense
    it is A whose reliance on B grows                      ->  A's reliance on B grows
    it is 3 euros that A pays B                            ->  A pays 3 euros B; A pays B 3 euros
    it is the roof of A that is white                      ->  the roof of A is white
    what A lacks is not B; B is not what A lacks           ->  it is not B that A lacks
    of all partners B matters most to A                    ->  B matters most to A of all partners
    the two, A and B, are allies; they are allies - A and B ->  A and B are allies

As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.turns.renamed import said_for
from dragoman.language.words import english
from dragoman.language.words.tokens import Token

_IS = frozenset({"is", "are"})
_THAT = frozenset({"that", "which", "who", "whom"})
_SOMETHING = frozenset({"something", "someone", "somebody", "somewhere"})
_HELPING = (
    english.HAVE | english.BE | english.MODALS | english.DO | english.NEGATORS | english.FILLERS | {"will", "can"}
)
_FRONTED = frozenset(
    english.lines(
        "in|of|on|with|among|amongst|within|across|over|under|against|towards|through|at|throughout|between|as|from"
    )
)
_BOTH = (
    ("the", "two", "of", "them"), ("both", "of", "them"), ("the", "two", "powers"), ("the", "two", "countries"), ("the", "two"),
    ("both", "sides"), ("both",), ("they",), ("the", "pair"), ("the", "duo"),
)  # fmt: skip
_PAUSE = frozenset({",", "-", ":"})
_MOST_FRONTED = 8
_MOST_VERBS = 4
_MOST_COUNTED = 6
_LEAST = 3


def clefts(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each plainer order that it has."""
    for order in (_something, _whose, _figure, _thing, _not_what, _fronted, _both):
        yield from order(line)


def _named(line: Line, at: int) -> Mention | None:
    """Who is named there, behind an article or not; the longest."""
    at += line.texts[at : at + 1] == ["the"]
    found = [m for m in line.mentions[at] if m.kind != PRONOUN] if at < len(line) else []
    return max(found, key=lambda m: m.end, default=None)


def _verb(line: Line, at: int) -> int:
    """Where the verb stands behind those who do it, with what helps it before."""
    while at < len(line) - 1 and (line.texts[at] in _HELPING or line.free(at)):
        at += 1
    return at


def _something(line: Line) -> Iterator[list[Token]]:
    """`N is something A does with sense` as `A does N with sense`; `N is something that worries A` as `N worries A`."""
    texts = line.texts
    at = next((at for at in range(2, len(line) - 2) if texts[at] in _SOMETHING and texts[at - 1] in _IS), 0)
    if not at:
        return
    what = line.tokens[: at - 1]
    starts = at + 1 + (texts[at + 1] in _THAT)
    doer = _named(line, starts)
    if doer is None:
        if starts > at + 1:
            yield [*what, *line.tokens[starts:]]
        return
    first = _verb(line, doer.end) + 1
    for end in range(first, min(len(line), first + _MOST_VERBS) + 1):
        yield [*line.tokens[starts:end], *what, *line.tokens[end:]]


def _whose(line: Line) -> Iterator[list[Token]]:
    """`it is A whose reliance on B grows` as `A's reliance on B grows`."""
    if line.texts[:1] != ["it"] or line.texts[1:2] not in (["is"], ["'s"]):
        return
    named = _named(line, 2)
    if named is None or line.texts[named.end : named.end + 1] != ["whose"]:
        return
    like = line.tokens[named.end]
    yield [*line.tokens[2 : named.end], Token("'s", "'s", like.start, like.start, False), *line.tokens[named.end + 1 :]]


def _figure(line: Line) -> Iterator[list[Token]]:
    """`it is 3 euros that A pays B for it` as `A pays 3 euros B for it`, `A pays B 3 euros for it`."""
    figure = line.figures[2] if line.texts[:2] == ["it", "is"] and len(line) > _LEAST + 2 else None
    if figure is None:
        return
    at = next((at for at in range(figure.end, min(len(line) - 2, figure.end + _MOST_COUNTED)) if _is_that(line, at)), 0)
    doer = _named(line, at + 1) if at else None
    if doer is None or doer.end >= len(line):
        return
    first = _verb(line, doer.end) + 1
    for end in range(first, min(len(line), first + _MOST_VERBS) + 1):
        yield [*line.tokens[at + 1 : end], *line.tokens[2:at], *line.tokens[end:]]


def _is_that(line: Line, at: int) -> bool:
    """Whether a `that` stands there which begins what is said of what stands before."""
    return line.texts[at] in ("that", "which") and not any(line.is_cut(one) for one in range(3, at))


def _thing(line: Line) -> Iterator[list[Token]]:
    """`it is the roof of A that is white` as `the roof of A is white`."""
    if line.texts[:2] != ["it", "is"] or line.texts[2:3] == ["not"]:
        return
    at = next((at for at in range(3, min(len(line) - 2, _MOST_FRONTED)) if line.texts[at] in _THAT), 0)
    is_so = at > 0 and line.texts[at + 1] in _IS | english.HAVE and any(line.mentions[2:at])
    if is_so and english.NEGATORS.isdisjoint(line.texts[2:at]):
        yield [*line.tokens[2:at], *line.tokens[at + 1 :]]


def _not_what(line: Line) -> Iterator[list[Token]]:
    """`what A lacks is not B`, `B is not what A lacks` as `it is not B that A lacks`."""
    texts = line.texts
    at = next((at for at in range(1, len(line) - 2) if texts[at] in _IS and texts[at + 1] == "not"), 0)
    if not at or "what" not in (texts[0], *texts[at + 2 : at + 3]):
        return
    like = line.tokens[at]
    thing, said = (
        (line.tokens[at + 2 :], line.tokens[1:at]) if texts[0] == "what" else (line.tokens[:at], line.tokens[at + 3 :])
    )
    if thing and said and "," not in texts and _named(line, 1 if texts[0] == "what" else at + 3) is not None:
        yield [*said_for(("it", "is", "not"), like), *thing, *said_for(("that",), like), *said]


def _fronted(line: Line) -> Iterator[list[Token]]:
    """`in nuclear weapons A is ahead`, `as members of C, A and B do it`: what stands first, behind the rest, or the doer."""
    texts = line.texts
    if len(line) < 2 * _LEAST or texts[0] not in _FRONTED or texts[1] in _THAT:
        return
    most = min(_MOST_FRONTED + 1, len(line) - _LEAST)
    comma = next((at for at in range(2, most) if texts[at] == ","), 0)
    ends = [(comma, comma + 1)] if comma else [(at, at) for at in range(2, most) if _begins(line, at)][:1]
    for end, start in ends:
        topic, rest = line.tokens[:end], line.tokens[start:]
        yield [*rest, *topic]
        doer = _named(line, start) if texts[0] == "as" else None
        if doer is not None:
            yield [*line.tokens[start : doer.end], *topic, *line.tokens[doer.end :]]


def _begins(line: Line, at: int) -> bool:
    """Whether those who do it are named there, behind nothing that they could belong to."""
    is_named = _named(line, at) is not None
    return is_named and line.texts[at - 1] not in PREPOSITIONS | english.ARTICLES | {"and", "or", "'s"}


def _both(line: Line) -> Iterator[list[Token]]:
    """`the two, A and B, do it`, `both do it - A and B` as `A and B do it`."""
    texts = line.texts
    for at in range(1, len(line) - 1):
        named = _named(line, at + 1) if texts[at] in _PAUSE else None
        if named is None or len(named.names) != 2 or named.is_or or named.excluded:
            continue
        who = line.tokens[at + 1 : named.end]
        is_last = named.end == len(line) and texts[at] != ","
        if is_last:
            size = next((len(words) for words in _BOTH if tuple(texts[: len(words)]) == words), 0)
            if size and at > size:
                yield [*who, *line.tokens[size:at]]
        elif texts[named.end : named.end + 1] == [texts[at]]:
            size = next((len(words) for words in _BOTH if tuple(texts[max(0, at - len(words)) : at]) == words), 0)
            if size:
                yield [*line.tokens[: at - size], *who, *line.tokens[named.end + 1 :]]
