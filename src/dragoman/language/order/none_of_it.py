"""What is not done to anybody, said of nobody, where a phrase of its own has that.

    the campaign does not win anyone over   ->  the campaign does win nobody over
    A cuts off nobody                       ->  A cuts nobody off; A does not cut off anyone
    nobody is cut off by A                  ->  A does not cut off anyone
    no rice may leave A                     ->  rice may not leave A
    ships do not enter A                    ->  no ships enter A
    A has paid no wages                     ->  A has not paid wages

Who does not do it to anyone does it to no one; a phrase that has `nobody` says more than the denial of one that has
`people`, and is taken first.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import denying, named_at, said_for
from dragoman.language.words.stems import is_past_participle
from dragoman.language.words.tokens import Token
from dragoman.language.words.verbs import Form, first_form, first_of_past

_NONE = {"anyone": ("nobody", "no one"), "anybody": ("nobody", "no one"), "anything": ("nothing",)}
_HELPING = frozenset({"does", "do", "did", "has", "have"})


_NOBODY = (("nobody",), ("no", "one"), ("noone",))
_APART = frozenset({"off", "up", "out", "down", "away", "over"})
_MOST_NOUNS = 3


def of_none(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence of nobody or nothing as a denial of what is done, and the other way round."""
    if denying(line.texts) != 1:
        return
    yield from _to_nobody(line)
    yield from _none_may(line)
    yield from _they_do_not(line)
    yield from _done_none(line)


def _done_none(line: Line) -> Iterator[list[Token]]:
    """`A has paid no wages` as `A has not paid wages`, where a phrase has that `not`."""
    texts, named = line.texts, named_at(line, 0)
    at = named.end if named is not None else len(line)
    if (
        at + 4 <= len(line)
        and texts[at] in ("has", "have")
        and texts[at + 2] == "no"
        and is_past_participle(texts[at + 1])
    ):
        yield [
            *line.tokens[: at + 1],
            *said_for(("not",), line.tokens[at + 2]),
            line.tokens[at + 1],
            *line.tokens[at + 3 :],
        ]


def _to_nobody(line: Line) -> Iterator[list[Token]]:
    """`A cuts off nobody`, `nobody is cut off by A` as `A does not cut off anyone`."""
    texts, size = line.texts, len(line)
    named = named_at(line, 0)
    for words in _NOBODY:
        at = size - len(words)
        if named is not None and 0 < at - named.end <= 2 and tuple(texts[at:]) == words:
            verb, apart = line.tokens[named.end], line.tokens[named.end + 1 : at]
            base = first_form(verb.text, Form.THIRD)
            if base == verb.text or (apart and apart[0].text not in _APART) or base == "be":
                continue
            who = line.tokens[: named.end]
            yield [*who, verb, *line.tokens[at:], *apart]
            for anyone in ("anyone", "people"):
                yield [*who, *said_for(("does", "not", base), verb), *apart, *said_for((anyone,), line.tokens[at])]
        end = len(words)
        by = next((n for n in range(end + 2, min(size - 1, end + 4)) if texts[n] == "by"), 0)
        doer = named_at(line, by + 1) if by and tuple(texts[:end]) == words and texts[end] == "is" else None
        base = first_of_past(texts[end + 1], line.grammar.surface) if doer is not None else ""
        if doer is not None and base and doer.end == size:
            does = said_for(("does", "not", base), line.tokens[end])
            for anyone in ("anyone", "people"):
                yield [*line.tokens[by + 1 :], *does, *line.tokens[end + 2 : by], *said_for((anyone,), line.tokens[0])]


def _none_may(line: Line) -> Iterator[list[Token]]:
    """`no rice may leave A` as `rice may not leave A`."""
    texts = line.texts
    most = min(len(line) - 2, _MOST_NOUNS + 2)
    at = next((n for n in range(2, most) if texts[n] in ("may", "can")), 0) if texts[0] == "no" else 0
    if at and texts[1] != "one":
        yield [*line.tokens[1 : at + 1], *said_for(("not",), line.tokens[at]), *line.tokens[at + 1 :]]


def _they_do_not(line: Line) -> Iterator[list[Token]]:
    """`ships do not enter A` as `no ships enter A`: what is said of all of them, and of none by name."""
    texts = line.texts
    at = next((n for n in range(1, min(len(line) - 3, _MOST_NOUNS + 1)) if texts[n : n + 2] == ["do", "not"]), 0)
    is_thing = at > 0 and texts[at - 1].endswith("s") and not any(line.mentions[:at]) and line.tokens[0].is_word
    if is_thing and texts[0] not in ("the", "these", "those", "some", "many", "most", "all"):
        yield [*said_for(("no",), line.tokens[0]), *line.tokens[:at], *line.tokens[at + 2 :]]


def none_of_it(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence that denies it of anybody, in each way to say it of nobody."""
    if _NONE.keys().isdisjoint(line.texts) or line.texts.count("not") + line.texts.count("never") != 1:
        return
    at = next(at for at, text in enumerate(line.texts) if text in ("not", "never"))
    behind = next((one for one in range(at + 2, len(line)) if line.texts[one] in _NONE or line.is_cut(one)), len(line))
    is_helped = at > 0 and (line.texts[at] == "never" or line.texts[at - 1] in _HELPING)
    if not is_helped or behind == len(line) or line.texts[behind] not in _NONE:
        return
    for words in _NONE[line.texts[behind]]:
        none = said_for(tuple(words.split()), line.tokens[behind])
        if none[-1].text in line.grammar.surface:
            yield [*line.tokens[:at], *line.tokens[at + 1 : behind], *none, *line.tokens[behind + 1 :]]
