"""What two do with each other, said of the one with the other, of both, or of what there is between them.

    A and B join forces                    ->  A joins forces with B
    A and B cannot stand each other        ->  A cannot stand B
    A is in a coalition with B             ->  A and B are in a coalition
    there is no coalition between A and B  ->  A and B are not in a coalition
    A and B are coalition partners         ->  A and B are in a coalition

Each says the same only of what the one is to the other as the other is to him: whoever takes one sees to that.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.turns.renamed import said_for
from dragoman.language.words import english
from dragoman.language.words.tokens import Token

_PARTNERS = frozenset({"partners", "partner", "allies", "mates", "members"})
_TOGETHER = frozenset({"together", "jointly", "both"})
_EACH_OTHER = frozenset({("each", "other"), ("one", "another")})
_HELPING = english.BE | english.HAVE | english.DO | english.MODALS | english.NEGATORS | {"will", "still", "also"}
_LINKS = frozenset({"with", "and"})
_MOST_NOUNS = 4
_THERE = frozenset({"there", "is", "are", "a", "an", "no", "not", "any"})


def with_each_other(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence of two in each such form; none where others are named."""
    named = list[tuple[int, Mention]]()
    for at, several in enumerate(line.mentions):
        one = next((m for m in several if m.kind != PRONOUN and len(m.names) == 1), None)
        if one is not None and (not named or named[-1][1].end <= at):
            named.append((at, one))
    if len(named) != 2:
        return
    (first, one), (second, other) = named
    start = first - (line.texts[first - 1 : first] == ["the"])
    then = second - (line.texts[second - 1 : second] == ["the"])
    a, b = line.tokens[start : one.end], line.tokens[then : other.end]
    link = line.texts[one.end : then]
    if link == ["and"] and other.end < len(line):
        yield from _of_both(line, start, other.end, a, b)
    elif link in (["and"], ["with"]):
        yield from _between(line, start, other.end, a, b)
    elif line.texts[then - 1] == "with":
        like = line.tokens[one.end]
        both = [*a, *said_for(("and",), like), *b]
        yield [*line.tokens[:start], *both, *line.tokens[one.end : then - 1], *line.tokens[other.end :]]


def _of_both(line: Line, start: int, end: int, a: list[Token], b: list[Token]) -> Iterator[list[Token]]:
    """What is said of A and B, as what A does with B."""
    rest = line.tokens[end:]
    like = rest[0]
    stop = next((at for at in range(len(rest)) if rest[at].text in (",", ";")), len(rest))
    each = next((at for at in range(1, stop - 1) if (rest[at].text, rest[at + 1].text) in _EACH_OTHER), 0)
    if each:
        yield [*line.tokens[:start], *a, *rest[:each], *b, *rest[each + 2 :]]
        yield [*line.tokens[:start], *a, *rest[:each], *said_for(("with",), like), *b, *rest[each + 2 :]]
        return
    doing, behind = [one for one in rest[:stop] if one.text not in _TOGETHER], rest[stop:]
    yield [*line.tokens[:start], *a, *doing, *said_for(("with",), like), *b, *behind]
    verb = next((at + 1 for at, one in enumerate(doing) if one.text not in _HELPING), len(doing))
    if verb < len(doing):  # `compete for the title`
        yield [*line.tokens[:start], *a, *doing[:verb], *said_for(("with",), like), *b, *doing[verb:], *behind]
    if len(doing) < stop:
        yield [*line.tokens[:end], *doing, *behind]
        # `pull together`: another verb than `pull`
        yield [*line.tokens[:start], *a, *rest[:stop], *said_for(("with",), like), *b, *behind]
    texts = [one.text for one in doing]
    if len(texts) >= 3 and texts[-1] in _PARTNERS and texts[0] in english.BE and texts[1] != "not":
        both = line.tokens[start:end]
        yield [*line.tokens[:start], *both, *said_for(("are", "in", "a"), like), *doing[1:-1], *behind]
        yield [
            *line.tokens[:start],
            *a,
            *said_for(("is", "in", "a"), like),
            *doing[1:-1],
            *said_for(("with",), like),
            *b,
            *behind,
        ]
    if len(texts) >= 3 and texts[-3:-2] == ["as"] and texts[-1] in _PARTNERS:
        # `govern together as coalition partners`
        yield [*line.tokens[:end], *said_for(("are", "in", "a"), like), doing[-2], *behind]
        yield [*line.tokens[:start], *a, *doing[:-3], *said_for(("with",), like), *b, *behind]


def _between(line: Line, start: int, end: int, a: list[Token], b: list[Token]) -> Iterator[list[Token]]:
    """`there is no coalition between A and B`: they are not in one, they have none."""
    before = line.texts[:start]
    if len(before) < 4 or before[0] != "there" or before[-1] not in ("between", "of"):
        return
    at = next((n for n in range(1, start - 1) if before[n] not in _THERE), start - 1)
    noun, like = line.tokens[at : start - 1], line.tokens[0]
    is_none = not {"no", "not"}.isdisjoint(before[:at])
    if not 0 < len(noun) <= _MOST_NOUNS or not all(one.is_word for one in noun):
        return
    both = [*a, *said_for(("and",), like), *b]
    for words in (("are", "not") if is_none else ("are",)), ():
        place = ("in", "a") if words else ("have", "no" if is_none else "a")
        yield [*both, *said_for((*words, *place), like), *noun, *line.tokens[end:]]
