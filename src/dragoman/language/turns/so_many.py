"""So many of those who are somewhere, or so much of what is there, as a phrase says it.

    Lion 6 degrees in the store          ->  6 degrees in the store at Lion
    14 guests of the Lion got it         ->  14 guests got it at the Lion
    the ship has five sick sailors       ->  five sailors of the ship sick
    5 of the ship's sailors are sick     ->  5 sailors of the ship are sick
    1,200 of the students are from X     ->  1,200 students are from X

As for all that :mod:`dragoman.language.turns.colloquial` does, only an order in which nothing is left over is taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.tokens import Token

_HAS = frozenset({"has", "have", "reports", "counts"})
_LINKS = ("of", "on", "at")


def so_many(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such order that it has."""
    for reorder in (_figure_second, _so_many_of, _of_whose, _of_the):
        tokens = reorder(line)
        if tokens is not None:
            yield tokens
    yield from _has_so_many(line)


def ends_clause(line: Line, at: int) -> bool:
    """Whether a mark, or a word that joins clauses, stands there."""
    is_mark = not line.tokens[at].is_word and line.figures[at] is None
    return is_mark or line.texts[at] in english.BOUNDARIES


def _figure_second(line: Line) -> list[Token] | None:
    """`Lion 6 degrees in the store` as `6 degrees in the store at Lion`."""
    named = named_at(line, 0)
    figure = line.figures[named.end] if named is not None and named.end < len(line) else None
    if named is None or figure is None or not figure.end < len(line):
        return None
    link = next(
        (at for at in range(figure.end, min(len(line) - 1, figure.end + 3)) if line.texts[at] in ("in", "on")), 0
    )
    end = next((at for at in range(link + 1, len(line)) if ends_clause(line, at)), len(line))
    if not link or end == link + 1 or any(line.mentions[link:end]):
        return None
    at = line.tokens[link]._replace(text="at", stem="at")
    return [*line.tokens[named.end : end], at, *line.tokens[: named.end], *line.tokens[end:]]


def _so_many_of(line: Line) -> list[Token] | None:
    """`14 guests of the Lion got it` as `14 guests got it at the Lion`; a share of something stays that of it."""
    figure = line.figures[0]
    if figure is None or figure.unit:
        return None
    link = next((at for at in (figure.end + 1, figure.end + 2) if line.texts[at : at + 1] == ["of"]), 0)
    named = named_at(line, link + 1) if link else None
    if named is None or named.end >= len(line) or line.texts[named.end] == "'s":
        return None
    end = next((at for at in range(named.end, len(line)) if ends_clause(line, at)), len(line))
    at = line.tokens[link]._replace(text="at", stem="at")
    place = line.tokens[link + 1 : named.end]
    return [*line.tokens[:link], *line.tokens[named.end : end], at, *place, *line.tokens[end:]]


def _of_whose(line: Line) -> list[Token] | None:
    """`5 of the ship's sailors are sick` as `5 sailors of the ship are sick`."""
    figure = line.figures[0]
    is_of = figure is not None and not figure.unit and line.texts[figure.end : figure.end + 1] == ["of"]
    owner = named_at(line, figure.end + 1) if figure is not None and is_of else None
    if figure is None or owner is None or owner.end + 2 >= len(line) or line.texts[owner.end] != "'s":
        return None
    noun = line.tokens[owner.end + 1]
    return [*line.tokens[: figure.end], noun, *line.tokens[figure.end : owner.end], *line.tokens[owner.end + 2 :]]


def one_of_its(line: Line) -> Iterator[tuple[list[Token], str]]:
    """`one of the ship's boats`, `one of the boats of the ship` as `a boat of the ship`, each with the noun."""
    texts = line.texts
    if texts[:2] != ["one", "of"] or len(line) < _LEAST_OF_ONE or line.is_denied:
        return
    owner, like = named_at(line, 2), line.tokens[0]
    if owner is not None and texts[owner.end : owner.end + 1] == ["'s"] and owner.end + 2 < len(line):
        several, rest = (
            owner.end + 1,
            [*said_for(("of",), like), *line.tokens[2 : owner.end], *line.tokens[owner.end + 2 :]],
        )
    elif texts[2] == "the" and texts[4] == "of" and named_at(line, 5) is not None:
        several, rest = 3, line.tokens[4:]
    else:
        return
    noun = texts[several]
    for one in dict.fromkeys((noun, noun.removesuffix("s"), noun.removesuffix("es"))):
        yield [*said_for(("a", one), line.tokens[several]), *rest], one


_LEAST_OF_ONE = 6


def _of_the(line: Line) -> list[Token] | None:
    """`1,200 of the students` as `1,200 students`; who are counted themselves are no part of so many."""
    figure = line.figures[0]
    is_of = figure is not None and not figure.unit and line.texts[figure.end : figure.end + 2] == ["of", "the"]
    if figure is None or not is_of or figure.end + 3 >= len(line):
        return None
    noun = figure.end + 2
    is_noun = line.texts[noun].endswith("s") and line.figures[noun] is None and not line.mentions[noun]
    return [*line.tokens[: figure.end], *line.tokens[noun:]] if is_noun else None


def _has_so_many(line: Line) -> Iterator[list[Token]]:
    """`the ship has five sick sailors`, `reports five sailors ill` as `five sailors of the ship sick`."""
    named = named_at(line, 0)
    at = named.end + 1 if named is not None else 0
    figure = line.figures[at] if 0 < at < len(line) and line.texts[at - 1] in _HAS else None
    if named is None or figure is None or figure.unit or figure.end + 2 != len(line):
        return
    one, other = line.tokens[figure.end :]
    for noun, state in ((other, one), (one, other)):
        for link in _LINKS:
            of = one._replace(text=link, stem=link)
            yield [*line.tokens[at : figure.end], noun, of, *line.tokens[: named.end], state]
