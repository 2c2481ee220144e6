"""Headlines and log notes that leave small words out, with those words.

    wind Voe 52 kt                          ->  wind at Voe 52 kt
    Russian, Chinese armies train together  ->  Russian and Chinese armies train together
    X: 21 days to mend                      ->  X takes 21 days to mend
    strength: A > B                         ->  strength: A is ahead of B
    most of what X sells, it goes to Y      ->  most of what X sells goes to Y

Only where a name stands between a noun and a figure, two peoples stand before a noun, or a span before what it is for: as for all
orders of a sentence, one is taken only where phrases take all of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.turns.renamed import is_denied, named_at, said
from dragoman.language.words import english
from dragoman.language.words.tokens import Token

_MOST_NOUNS = 2
_LINKS = ("at", "of", "for")


def telegraphic(line: Line) -> Iterator[list[Token]]:
    """The tokens of such a sentence with the words that it leaves out."""
    yield from _figure_there(line)
    yield from _takes(line)
    if (once := _said_twice(line)) is not None:
        yield once
    if (more := _is_ahead(line)) is not None:
        yield more
    both = _of_both(line)
    if both is not None:
        yield both


def _figure_there(line: Line) -> Iterator[list[Token]]:
    """`wind Voe 52 kt`: a noun or two, one name, a figure."""
    at = 0
    while at < min(len(line), _MOST_NOUNS + 1) and line.tokens[at].is_word and not line.mentions[at]:
        if line.marks[at] or line.figures[at] is not None or line.texts[at] in english.CARRY_NOTHING:
            return
        at += 1
    named = named_at(line, at) if 0 < at <= _MOST_NOUNS and at < len(line) else None
    if named is None or len(named.names) != 1 or named.end >= len(line) or line.figures[named.end] is None:
        return
    for link in _LINKS:
        yield [*line.tokens[:at], said(link, line.tokens[at]), *line.tokens[at:]]


def _takes(line: Line) -> Iterator[list[Token]]:
    """`X: 21 days to mend`: takes 21 days to mend, X."""
    named = named_at(line, 0)
    at = named.end + (line.texts[named.end : named.end + 1] == [":"]) if named is not None else len(line)
    figure = line.figures[at] if at < len(line) else None
    if named is None or figure is None or not figure.end < len(line) - 1:
        return
    to = next((n for n in range(figure.end, min(len(line), figure.end + 2)) if line.texts[n] == "to"), 0)
    if to and len(line) - to == len(("to", "mend")):
        like, name = line.tokens[at], line.tokens[: named.end]
        yield [*name, said("takes", like), *line.tokens[at:]]
        yield [said("repair", like), said("of", like), *name, said("takes", like), *line.tokens[at:to]]


def _said_twice(line: Line) -> list[Token] | None:
    """`most of what A sells, it goes to B`: goes to B, behind what is a subject and no clause: its verb is that of a `what`."""
    comma = next((at for at in range(2, len(line) - _LEAST_SAID) if line.texts[at] == ","), 0)
    head, behind = line.texts[:comma], line.texts[comma + 1 : comma + 2]
    is_subject = not _RELATIVE.isdisjoint(head) and head[0] not in english.BOUNDARIES - _RELATIVE | english.IFS
    return [*line.tokens[:comma], *line.tokens[comma + 2 :]] if is_subject and behind in (["it"], ["they"]) else None


_RELATIVE = frozenset({"what", "which", "who", "whom", "that"})
_LEAST_SAID = 4
"""Tokens behind the comma: `..., they wish` says nothing of what they do."""


def _is_ahead(line: Line) -> list[Token] | None:
    """`strength: A > B`: is ahead of B, under a label that says in what; without one it may say how to go from A to B."""
    at = next((at for at, text in enumerate(line.texts) if text == "›"), 0)
    named = named_at(line, at + 1) if 0 < at < len(line) - 1 else None
    if named is None or named.end != len(line) or ":" not in line.texts[:at] or is_denied(line):
        return None
    first = next((m for n in range(at) for m in line.mentions[n] if m.end == at and m.kind != PRONOUN), None)
    like = line.tokens[at]
    ahead = [said("is", like), said("ahead", like), said("of", like)]
    return [*line.tokens[:at], *ahead, *line.tokens[at + 1 :]] if first is not None else None


def _of_both(line: Line) -> list[Token] | None:
    """`Russian, Chinese armies`: of both."""
    for at in range(len(line) - 3):
        one = next((m for m in line.mentions[at] if m.kind == ADJECTIVE and m.end < len(line) - 2), None)
        if one is None or line.texts[one.end] != "," or len(one.names) != 1:
            continue
        other = next((m for m in line.mentions[one.end + 1] if m.kind == ADJECTIVE and m.end < len(line)), None)
        is_noun = (
            other is not None
            and line.tokens[other.end].is_word
            and not any(m.kind != PRONOUN for m in line.mentions[other.end])
        )
        if is_noun:
            return [*line.tokens[: one.end], said("and", line.tokens[one.end]), *line.tokens[one.end + 1 :]]
    return None
