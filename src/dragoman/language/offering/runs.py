"""The parts of a sentence that nothing was made of, as what is to be looked for: each by itself, and said in full.

A run is cut where a new clause surely begins: at `but`, `while`, a semicolon, and a comma between two that say something.
What stands under a label is looked for with it, and a clause that begins with `it` or `their` with whom that means: so that
it is found although it names nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.language.clauses.cutter import Cut
from dragoman.language.ellipsis.labelled import label_in
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token, words_of

_SHORTEST = 2
_CLAUSES = frozenset({"but", "while", "whereas", "although", "though", ";", "so"})
_LEANING = frozenset({"it", "its", "they", "their", "he", "his", "she", "her"})
_LIKE = frozenset({"one", "ones", "those", "former", "latter"})
_OPENS = 3
"""So many words into a clause may stand whom it is about."""


class Run(NamedTuple):
    """A part of a line."""

    line: Line
    start: int
    end: int


def leans(line: Line) -> bool:
    """Whether a sentence speaks of what was spoken of before."""
    return not (_LEANING | _LIKE).isdisjoint(line.texts)


def runs(line: Line, cut: Cut) -> Iterator[Run]:
    """The parts of a sentence that nothing was made of, in their order."""
    for start, end in _between(line, cut):
        label = label_in(line, start, end)
        if label is not None and (len(label.parts) > 1):
            for begins, ends in label.parts:
                yield _whole(line, [*line.tokens[start : label.end], *line.tokens[begins:ends]])
            continue
        for begins, ends in _split(line, start, end):
            if ends - begins >= _SHORTEST:
                yield _leaning(line, begins, ends)


def _whole(line: Line, tokens: list[Token]) -> Run:
    whole = Line(line.grammar, line.text, tokens, line.before)
    return Run(whole, 0, len(whole))


def _leaning(line: Line, start: int, end: int) -> Run:
    """A clause with the name in the place of `it` or `their`: that of the first who was named before it."""
    at = next((at for at in range(start, min(end, start + _OPENS)) if line.texts[at] in _LEANING), None)
    first = next(
        ((one, m) for one in range(start) for m in line.mentions[one][:1] if m.kind != PRONOUN and len(m.names) == 1), None
    )  # fmt: skip
    if at is None or names_somebody(line, start, at) or (first is None and not line.before):
        return Run(line, start, end)
    if first is not None:
        begins, mention = first
        name = line.tokens[begins : mention.end]
    else:
        title = line.grammar.lexicon.entities[line.before[0]].title
        name = [line.tokens[at]._replace(text=word, stem=stem(word)) for word in words_of(title)]
    return _whole(line, [*line.tokens[start:at], *name, *line.tokens[at + 1 : end]])


def _between(line: Line, cut: Cut) -> Iterator[tuple[int, int]]:
    """The parts of a sentence between its clauses."""
    taken = {at for piece in cut.pieces for at in range(piece.hit.start, piece.hit.end)}
    start: int | None = None
    for at in range(len(line) + 1):
        is_left = at < len(line) and at not in taken
        if is_left and start is None:
            start = at
        elif not is_left and start is not None:
            yield start, at
            start = None


_VERBS = english.HAVE | english.BE | english.DO | english.MODALS


def names_somebody(line: Line, start: int = 0, end: int | None = None) -> bool:
    """Whether a part of a line names an entity, and not only as an adjective."""
    found = [(at, line.mentions[at][0]) for at in range(start, len(line) if end is None else end) if line.mentions[at]]
    named = {mention.names for _, mention in found if mention.kind != PRONOUN}
    plainly = any(mention.kind not in (PRONOUN, ADJECTIVE) or _are_people(line, at, mention) for at, mention in found)
    return plainly or len(named) > 1


def _are_people(line: Line, at: int, mention: Mention) -> bool:
    """Whether an adjective stands for all who are so, since a verb follows: `the Chinese have ...`."""
    behind = line.texts[mention.end : mention.end + 1]
    return line.texts[at - 1 : at] == ["the"] and behind != [] and behind[0] in _VERBS


def _split(line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run cut where a new clause surely begins: at `but`, `while`, a semicolon, and `and` behind a comma."""
    for at in range(start + 1, end):
        is_and = line.texts[at] == "and" and line.texts[at - 1] == ","
        is_comma = (
            line.texts[at] == ","
            and not _is_within(line, at)
            and says_something(line, start, at, least=2)
            and says_something(line, at, end)
        )
        is_cut = line.texts[at] in _CLAUSES or is_and or is_comma
        is_about = names_somebody(line, at, end) or not _LEANING.isdisjoint(line.texts[at + 1 : at + 1 + _OPENS])
        if is_cut and is_about and names_somebody(line, start, at):
            yield start, at - is_and
            start = at + 1
    yield start, end


def _is_within(line: Line, at: int) -> bool:
    """Whether a token stands within a list of names."""
    return any(start < at < m.end for start, mentions in enumerate(line.mentions[:at]) for m in mentions[:1])


def says_something(line: Line, start: int, end: int, least: int = 1) -> bool:
    """Whether a part of a line says something beside names, and whose word it is."""
    named = {
        one for at in range(start, end) for m in line.mentions[at][:1] for one in range(at, m.end)
    } | line.attributed
    words = [
        at for at in range(start, end)
        if at not in named and line.tokens[at].is_word and line.texts[at] not in english.CARRY_NOTHING
    ]  # fmt: skip
    return len(words) >= least
