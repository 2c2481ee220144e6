"""Whom somebody is unlike: of him the contrary is so.

    unlike B, A has signed it              ->  A has signed it, but B has not
    A, unlike B, does not pay C            ->  A does not pay C, but B does
    unlike at B, there is a strike at A    ->  there is a strike at A, but not at B

Only where it is clear that B is unlike A in just that, and not unlike C: the comparison stands first, or right behind A, or last where B
is like nobody else who is named. What is counted, hedged, wanted or dated of A says nothing of B.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.clauses.shared import fit_one_slot
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import is_past_participle, is_simple_past, stem
from dragoman.language.words.tokens import Token

_CUE = "unlike"
_SILENT = frozenset({Effect.NONE, Effect.PLACE, Effect.NEGATES, Effect.NO_LONGER})
_MORE = frozenset(
    {
        "more",
        "less",
        "most",
        "least",
        "fewer",
        "better",
        "worse",
        "only",
        "also",
        "never",
        "always",
        "first",
        "last",
        "so",
        "yet",
    }
)
"""What makes of it more than that it is so: who does it less is unlike one who does it."""
_LEAST = 3


def unlike(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence that says of one that he is unlike another, with what is then so of the other."""
    if _CUE not in line.texts:
        return
    at = line.texts.index(_CUE)
    other = _named(line, at + 1)
    if other is None or line.texts[other.end : other.end + 1] not in ([","], []) or not _MORE.isdisjoint(line.texts):
        return
    whom = line.tokens[at + 1 : other.end]
    if at == 0:
        rest = line.tokens[other.end + 1 :]
    elif line.texts[at - 1] == "," and (named := _named(line, 0)) is not None and named.end == at - 1:
        rest = [*line.tokens[: at - 1], *line.tokens[other.end + 1 :]]
    elif line.texts[at - 1] == "," and other.end == len(line) and _is_like_one(line, at, other):
        rest = line.tokens[: at - 1]
    else:
        return
    if len(rest) < _LEAST or not _is_plain(line):
        return
    clause = Line(line.grammar, line.text, rest, line.before)
    if whom[0].text in PREPOSITIONS:
        if any(one.text == whom[0].text for one in rest) and english.NEGATORS.isdisjoint(clause.texts):
            yield [*rest, *(_word(text, whom[0]) for text in (",", "but", "not")), *whom]
        return
    first = _named(clause, 0)
    if first is None or first.end >= len(clause) or clause.texts[first.end] == "'s" or not _alike(line, first, other):
        return
    denied = not english.NEGATORS.isdisjoint(clause.texts)
    helper = _helper(clause, first.end, several=len(other.names) > 1)
    does = [helper] if denied else [helper, "not"]
    yield [*rest, *(_word(text, whom[0]) for text in (",", "but")), *whom, *(_word(text, whom[-1]) for text in does)]


def _named(line: Line, at: int) -> Mention | None:
    """Who is named there, behind a preposition and an article."""
    at += line.texts[at : at + 1] != [] and line.texts[at] in PREPOSITIONS
    at += line.texts[at : at + 1] != [] and line.texts[at] in english.ARTICLES
    several = line.mentions[at] if at < len(line) else []
    return next((m for m in several if m.kind != PRONOUN and not (m.is_or or m.excluded)), None)


def _is_like_one(line: Line, end: int, other: Mention) -> bool:
    """Whether he is like nobody who is named before, but who stands first."""
    first = _named(line, 0)
    behind = range(first.end, end) if first is not None else ()
    return bool(behind) and not any(
        _alike(line, m, other) for at in behind for m in line.mentions[at] if m.kind != PRONOUN
    )


def _is_plain(line: Line) -> bool:
    """Whether nothing counts, hedges, wants, dates or asks."""
    marks = (mark.effect for several in line.marks for mark in several)
    return not any(line.figures) and all(effect in _SILENT for effect in marks)


def _alike(line: Line, one: Mention, other: Mention) -> bool:
    """Whether a slot takes both of them."""
    return set(one.names).isdisjoint(other.names) and fit_one_slot(line, (*one.names, *other.names))


def _helper(line: Line, at: int, *, several: bool) -> str:
    """The verb that stands for that of the clause."""
    verb = line.texts[at]
    behind = next((text for text in line.texts[at + 1 :] if text not in english.FILLERS | english.NEGATORS), "")
    if verb in english.BE:
        return "are" if several else "is"
    if verb in english.HAVE and (is_past_participle(behind) or is_simple_past(behind) or behind in english.BE):
        return "have" if several else "has"
    if is_simple_past(verb):
        return "did"
    return "do" if several else "does"


def _word(text: str, like: Token) -> Token:
    return Token(text, stem(text) if text.isalpha() else text, like.start, like.start, text.isalpha())
