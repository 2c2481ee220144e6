"""What is said in a roundabout way, as a plain sentence has it.

    2028 is the year in which the lease of A ends    ->  the lease of A ends in 2028
    it was in 2010 that the lease of A ended         ->  the lease of A ended in 2010
    no lease exists between A and B                  ->  there is no lease between A and B
    the water of A is of good quality                ->  the water of A has good quality; ... is good
    A's creditors are owed 480 million               ->  A owes 480 million
    A owes its lenders 480 million                   ->  A owes 480 million
    the bank puts the debt of A at 5 billion         ->  the bank says that the debt of A is 5 billion
    the strike at A enters its third day             ->  there is a strike at A
    980 euros/t                                      ->  980 euros per tonne
    A's lease is valid in B                          ->  the lease of A is valid in B
    A is half empty                                  ->  A is half full

As for all of :mod:`dragoman.language.whole`, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import is_denied, named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.numbers import ORDINALS
from dragoman.language.words.tokens import Token

_IS = frozenset({"is", "was", "are", "were"})
_SPANS = frozenset({"year", "month", "day", "week"})
_WHEN = (["in", "which"], ["on", "which"], ["when"], ["that"])
_ON = frozenset({"day"})
_LENDERS = frozenset(english.lines("lenders | creditors | banks | bankers | bondholders | financiers"))
_OWE = frozenset({"owe", "owes", "owed"})
_OWN = frozenset({"its", "their", "his", "her"})
_QUALITY = frozenset({"quality", "condition", "standard", "order", "size", "length", "height", "depth", "age"})
_PUTTING = frozenset(english.lines("puts | put | estimates | estimated | estimate | pegs | pegged"))
_ENTERS = frozenset({"enters", "enter", "entered", "into"})
_CUES = _ENTERS | _PUTTING | _SPANS | _OWE | _QUALITY | {"exists", "exist", "empty", "it", "'s", "/"}
_MOST_ADJECTIVES, _MOST_NOUNS, _LEAST = 3, 4, 5


def roundabout(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such order that it has."""
    if _CUES.isdisjoint(line.texts):
        return
    yield from _when_it_is(line)
    yield from _cleft(line)
    yield from _none_exists(line)
    yield from _of_quality(line)
    yield from _owed(line)
    yield from _half_empty(line)
    yield from _put_at(line)
    yield from _of_whom(line)
    yield from _per(line)
    yield from _another_day(line)


def _when_it_is(line: Line) -> Iterator[list[Token]]:
    """`2028 is the year in which it ends` as `it ends in 2028`."""
    at = next((n for n in range(1, min(4, len(line) - 3)) if line.texts[n] in _IS), 0)
    span = at + 1 + (line.texts[at + 1 : at + 2] == ["the"])
    size = next((len(words) for words in _WHEN if line.texts[span + 1 : span + 1 + len(words)] == words), 0)
    if not at or not size or line.texts[span] not in _SPANS or span == at + 1 or line.figures[0] is None:
        return
    link = "on" if line.texts[span] in _ON else "in"
    yield [*line.tokens[span + 1 + size :], *said_for((link,), line.tokens[at]), *line.tokens[:at]]


def _cleft(line: Line) -> Iterator[list[Token]]:
    """`it was in 2010 that it ended` as `it ended in 2010`."""
    figure = (
        line.figures[3] if len(line) > _LEAST and line.texts[0] == "it" and line.texts[1] in ("is", "was") else None
    )
    if (
        figure is not None
        and line.texts[2] in ("in", "since", "until")
        and line.texts[figure.end : figure.end + 1] == ["that"]
    ):
        yield [*line.tokens[figure.end + 1 :], *line.tokens[2 : figure.end]]


def _none_exists(line: Line) -> Iterator[list[Token]]:
    """`no lease exists between A and B` as `there is no lease between A and B`."""
    at = next((n for n in range(2, len(line) - 1) if line.texts[n] in ("exists", "exist")), 0)
    if line.texts[0] == "no" and at:
        like = line.tokens[at]
        yield [
            *said_for(("there", "is" if line.texts[at] == "exists" else "are"), like),
            *line.tokens[:at],
            *line.tokens[at + 1 :],
        ]


def _of_quality(line: Line) -> Iterator[list[Token]]:
    """`is of good quality` as `has good quality`, `is good`."""
    for at in range(1, len(line) - 3):
        if line.texts[at] not in ("is", "are") or line.texts[at + 1] != "of":
            continue
        noun = next(
            (n for n in range(at + 3, min(len(line), at + 3 + _MOST_ADJECTIVES)) if line.texts[n] in _QUALITY), 0
        )
        if noun and not any(line.mentions[at:noun]) and not any(line.figures[at:noun]):
            have = said_for(("has" if line.texts[at] == "is" else "have",), line.tokens[at])
            yield [*line.tokens[:at], *have, *line.tokens[at + 2 :]]
            yield [*line.tokens[: at + 1], *line.tokens[at + 2 : noun], *line.tokens[noun + 1 :]]


def _owed(line: Line) -> Iterator[list[Token]]:
    """`A's creditors are owed so much`, `A owes (to) its lenders so much` as `A owes so much`."""
    named = named_at(line, 0)
    if named is None or is_denied(line):
        return
    if line.texts[named.end : named.end + 1] == ["'s"] and line.texts[named.end + 2 : named.end + 4] == ["are", "owed"]:
        if line.texts[named.end + 1] in _LENDERS:
            yield [
                *line.tokens[: named.end],
                *said_for(("owes",), line.tokens[named.end]),
                *line.tokens[named.end + 4 :],
            ]
        return
    for at in range(named.end + 1, len(line) - 1):
        if line.texts[at] in _OWN and line.texts[at + 1] in _LENDERS and not _OWE.isdisjoint(line.texts[:at]):
            yield [*line.tokens[: at - (line.texts[at - 1] == "to")], *line.tokens[at + 2 :]]
            return


def _half_empty(line: Line) -> Iterator[list[Token]]:
    """`half empty` as `half full`."""
    for at in range(1, len(line)):
        if line.texts[at] == "empty" and line.texts[at - 1] == "half":
            yield [*line.tokens[:at], *said_for(("full",), line.tokens[at]), *line.tokens[at + 1 :]]


def _put_at(line: Line) -> Iterator[list[Token]]:
    """`the bank puts the debt of A at 5 billion` as `the bank says that the debt of A is 5 billion`."""
    verb = next((n for n in range(1, len(line) - 4) if line.texts[n] in _PUTTING), 0)
    at = next(
        (n for n in range(verb + 3, len(line) - 1) if line.texts[n] == "at" and line.figures[n + 1] is not None), 0
    )
    if not verb or not at or is_denied(line) or line.texts[verb - 1] in english.BE | english.MODALS | {"to"}:
        return
    thing = range(verb + 1, at)
    if any(map(line.is_cut, thing)) or not any(line.mentions[n] for n in thing) or any(line.figures[verb + 1 : at]):
        return
    like, helped = line.tokens[verb], line.texts[verb - 1] in english.HAVE
    says = said_for(("says", "that"), like)
    yield [
        *line.tokens[: verb - helped],
        *says,
        *line.tokens[verb + 1 : at],
        *said_for(("is",), like),
        *line.tokens[at + 1 :],
    ]


def _of_whom(line: Line) -> Iterator[list[Token]]:
    """`A's lease is valid in B` as `the lease of A is valid in B`."""
    named = named_at(line, 0)
    if named is None or line.texts[named.end : named.end + 1] != ["'s"]:
        return
    first = named.end + 1
    end = next(
        (
            n
            for n in range(first + 1, min(len(line), first + _MOST_NOUNS))
            if line.texts[n] in english.BE | english.HAVE
        ),
        0,
    )
    if end and all(line.tokens[n].is_word and not line.mentions[n] for n in range(first, end)):
        like = line.tokens[named.end]
        thing = [*said_for(("the",), like), *line.tokens[first:end], *said_for(("of",), like)]
        yield [*thing, *line.tokens[: named.end], *line.tokens[end:]]


_SHORT = {"t": "tonne", "kg": "kilogram", "h": "hour", "hr": "hour", "l": "litre", "km": "kilometre", "ha": "hectare", "mo": "month", "yr": "year", "y": "year", "d": "day", "wk": "week"}  # fmt: skip


def _per(line: Line) -> Iterator[list[Token]]:
    """`980 euros/t` as `980 euros per tonne`."""
    for at in range(1, len(line) - 1):
        if line.texts[at] == "/" and any(figure is not None and figure.end == at for figure in line.figures[:at]):
            unit = line.tokens[at + 1]
            per = said_for(("per", _SHORT.get(unit.text, unit.text)), unit)
            yield [*line.tokens[:at], *per, *line.tokens[at + 2 :]]
            return


def _another_day(line: Line) -> Iterator[list[Token]]:
    """`the strike at A enters its third day` as `there is a strike at A`; on the first it begins."""
    end = len(line) - (line.texts[-1] in (".", "!"))
    if end < _LEAST or line.texts[end - 1] not in _SPANS or line.texts[end - 2] not in ORDINALS.keys() - {"first"}:
        return
    verb = end - 3 - (line.texts[end - 3] in _OWN | english.ARTICLES)
    if verb > 1 and line.texts[verb] in _ENTERS:
        verb -= line.texts[verb] == "into"
        start = int(line.texts[0] in english.ARTICLES)
        yield [*said_for(("there", "is", "a"), line.tokens[verb]), *line.tokens[start:verb]]
