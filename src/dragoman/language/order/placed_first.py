"""What a sentence says first of all, before a comma, and what it tells may have as well.

    in A, rice costs 300 dollars      ->  rice costs 300 dollars in A
    over rice, A faces charges by B   ->  A faces charges by B over rice

A place before a comma is passed over, as what all of the sentence is said of; but where the fact has a slot for it that was left
empty, it says more particularly what is so.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dragoman.language.clauses.cutter import Cut, Piece
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.words.effects import Effect
from dragoman.language.words.tokens import Token
from dragoman.values.entity import Entities


def with_place_behind(line: Line, cut: Cut) -> Iterator[list[Token]]:
    """The tokens of such a sentence with that behind each clause that may have it, in each way."""
    end = _passed_over(line, cut)
    clauses = [piece for piece in cut.pieces if _has_room(line, piece, end)] if end else []
    if not clauses:
        return
    place = line.tokens[: end - (line.texts[end - 1] == ",")]
    for ends in ([min(one.hit.last, one.hit.end) for one in clauses], [one.hit.end for one in clauses]):
        tokens = list[Token]()
        for start, behind in pairwise((end, *ends)):
            tokens += [*line.tokens[start:behind], *place]
        yield [*tokens, *line.tokens[ends[-1] :]]


def place_left_out(line: Line, cut: Cut) -> bool:
    """Whether such a place is left out of what is told."""
    end = _passed_over(line, cut)
    return end > 0 and any(_has_room(line, piece, end, is_any=True) for piece in cut.pieces)


def _passed_over(line: Line, cut: Cut) -> int:
    """Where a place ends that stands first and was passed over; 0 if none does."""
    place = next((mark for at, mark in cut.loose if at == 0 and mark.effect is Effect.PLACE), None)
    return place.end if place is not None and cut.pieces and cut.pieces[0].hit.start >= place.end else 0


def _has_room(line: Line, piece: Piece, end: int, *, is_any: bool = False) -> bool:
    """Whether a slot of what is told was left empty, in which somebody may stand who is named up to there; with `is_any`, or another."""
    filled = {one.slot for one in piece.hit.bound} | {slot for slot, _ in piece.phrase.fixed}
    keys = line.grammar.told[piece.phrase.fact].keys
    kinds = [slot.kind for slot in keys if slot.optional and slot.name not in filled]
    named = [m for several in line.mentions[:end] for m in several[:1] if m.kind != PRONOUN]
    said = {name for one in piece.hit.bound if one.mention is not None for name in one.mention.names}
    names = {name for one in named for name in one.names} - said
    entities = line.grammar.lexicon.entities
    return any(isinstance(kind, Entities) and (is_any or kind.takes(entities[one])) for kind in kinds for one in names)
