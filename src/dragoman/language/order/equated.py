"""A sentence of who or what somebody is to another, or of what there is between two, said from the end of one of them.

    the main supplier of A is B                    ->  B is the main supplier of A
    A's biggest customer is B                      ->  B is A's biggest customer
    the mediator between A and B is C              ->  C is the mediator between A and B
    there is a contract in force between A and B   ->  A has a contract with B
    no agreement exists between A and B            ->  A has no agreement with B
    A is in talks with B                           ->  A and B are in talks

Who is named is the one that is spoken of, which is so from both ends; and what is said to be between two is of a kind that
each of them has with the other (a hospital between two towns is none).

As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.turns.renamed import said_for
from dragoman.language.words import english
from dragoman.language.words.tokens import Token

_IS = frozenset({"is", "are"})
_MOST_WORDS = 5
_HAD_WITH = frozenset(
    english.lines(
        "contract | contracts | deal | agreement | agreements | accord | pact | treaty | alliance | partnership | arrangement"
        "| understanding | dispute | row | quarrel | feud | conflict | argument | coalition | ceasefire | truce"
    )
)
_EACH_OTHER = _HAD_WITH | frozenset(
    english.lines("talks | negotiations | negotiating | odds | loggerheads | terms | war | peace | competition")
)
"""What one has, is in or is at with another who has it with him."""
_BOTH = {"is": "are", "has": "have"}
_ONE = {"are": "is", "have": "has"}
_TO = frozenset({"of", "to", "for", "in", "at", "on"})
_LASTING = (["in", "force"], ["in", "place"], ["in", "effect"])
_NO_PART = (
    (PREPOSITIONS - {"of"})
    | english.NEGATORS
    | english.BE
    | english.HAVE
    | english.MODALS
    | {"will", "one", "some", "'s"}
)
"""What stands in no name of what somebody is to another."""


def equated(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence from its other end."""
    for verb in range(3, len(line) - 1):
        if line.texts[verb] in _IS:
            start = next(
                (at + 1 for at in range(verb - 1, -1, -1) if line.is_cut(at) and not _joins(line, at, verb)), 0
            )
            other = verb + 1 + (line.texts[verb + 1] == "not")
            end = _name_end(line, other)
            is_last = end is not None and (end == len(line) or line.is_cut(end))
            if is_last and _is_role(line, start, verb):
                before, behind = line.tokens[:start], line.tokens[end:]
                is_so = [*before, *line.tokens[other:end], *line.tokens[verb:other]]
                yield [*is_so, *line.tokens[start:verb], *behind]
                owner = _name_end(line, start)
                if owner is not None and line.texts[owner] == "'s":
                    the, of = said_for(("the",), line.tokens[verb]), said_for(("of",), line.tokens[verb])
                    yield [*is_so, *the, *line.tokens[owner + 1 : verb], *of, *line.tokens[start:owner], *behind]


def between(line: Line) -> Iterator[list[Token]]:
    """`there is a contract between A and B`, `a contract exists between A and B`: A has it with B."""
    texts = line.texts
    at = texts.index("between") if "between" in texts else 0
    a, b = at + 1, (_name_end(line, at + 1) or 0) + 1
    end = _name_end(line, b) if b > 1 and texts[b - 1 : b] == ["and"] else None
    if at < 3 or end is None:
        return
    is_there = texts[0] == "there" and texts[1] in _IS
    if not (is_there or texts[at - 1] in ("exists", "exist")):
        return
    start, stop = (2, at) if is_there else (0, at - 1)
    is_none = texts[start] == "no"
    stop -= 2 * (texts[stop - 2 : stop] in _LASTING and not is_none)
    start += texts[start] in english.ARTICLES or is_none
    if not _is_noun(line, start, stop) or texts[stop - 1] not in _HAD_WITH:
        return
    like, noun = line.tokens[0], line.tokens[start:stop]
    for one, other in ((line.tokens[a : b - 1], line.tokens[b:end]), (line.tokens[b:end], line.tokens[a : b - 1])):
        has = said_for(("has", "no" if is_none else "a"), like)
        yield [*one, *has, *noun, *said_for(("with",), like), *other, *line.tokens[end:]]


def in_common(line: Line) -> Iterator[list[Token]]:
    """`A is in talks with B`, `A has a deal with B`: A and B are in them, have one; and so from the other side."""
    start = next((at for at in range(len(line)) if _name_end(line, at) is not None), len(line))
    first = _name_end(line, start)
    if first is None or first + 2 >= len(line):
        return
    a, before = line.tokens[start:first], line.tokens[:start]
    along = (
        first
        if line.texts[first] == "and"
        else next((n for n in range(first, len(line)) if line.texts[n] == "with"), 0)
    )
    at = along + 1
    second = _name_end(line, at)
    if second is None:
        return
    b, like = line.tokens[at:second], line.tokens[first]
    if line.texts[first] == "and":
        end = next((n + 1 for n in range(second, len(line)) if line.texts[n] in _EACH_OTHER), 0)
        if end and line.texts[second] in _ONE:
            has = [
                *said_for((_ONE[line.texts[second]],), like),
                *line.tokens[second + 1 : end],
                *said_for(("with",), like),
            ]
            yield [*before, *a, *has, *b, *line.tokens[end:]]
            yield [*before, *b, *has, *a, *line.tokens[end:]]
            yield [*before, *b, line.tokens[first], *a, *line.tokens[second:]]
    elif line.texts[first] in _BOTH and line.texts[at - 2] in _EACH_OTHER:
        have = [*said_for((_BOTH[line.texts[first]],), like), *line.tokens[first + 1 : at - 1]]
        for one, other in ((a, b), (b, a)):
            yield [*before, *one, *said_for(("and",), like), *other, *have, *line.tokens[second:]]


def _name_end(line: Line, at: int) -> int | None:
    """Where who is named there ends, behind an article or not."""
    at += line.texts[at : at + 1] == ["the"]
    named = line.mentions[at] if at < len(line) else []
    return max((m.end for m in named if m.kind not in (PRONOUN, ADJECTIVE) and len(m.names) == 1), default=None)


def _is_role(line: Line, start: int, end: int) -> bool:
    """Whether what stands there is what somebody is to one who is named: `the main supplier of A`, `A's main supplier`."""
    owner = _name_end(line, start)
    if owner is not None and line.texts[owner : owner + 1] == ["'s"]:
        return _is_noun(line, owner + 1, end)
    ends = (at for at in range(start + 2, end - 1) if _is_whose(line, at, end))
    to = next(ends, end)
    return line.texts[start] == "the" and to < end and _is_noun(line, start + 1, to)


def _is_whose(line: Line, at: int, end: int) -> bool:
    """Whether there stands to whom somebody is something, last of all: `of A`, `between A and B`."""
    if line.texts[at] != "between":
        return line.texts[at] in _TO and _name_end(line, at + 1) == end
    one = _name_end(line, at + 1)
    return one is not None and line.texts[one] == "and" and _name_end(line, one + 1) == end


def _joins(line: Line, at: int, end: int) -> bool:
    """Whether it is the `and` between two of whom something is the one between them."""
    return line.texts[at] == "and" and any(
        line.texts[n] == "between" and _is_whose(line, n, end) for n in range(max(0, at - _MOST_WORDS), at)
    )


def _is_noun(line: Line, start: int, end: int) -> bool:
    words = range(start, end)
    is_short = 0 < len(words) <= _MOST_WORDS
    is_plain = all(line.tokens[at].is_word and line.texts[at] not in _NO_PART for at in words)
    return is_short and is_plain and line.texts[end - 1] not in ("of", "the")
