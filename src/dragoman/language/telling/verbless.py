"""Clauses without a verb of their own: whose verb they share, what is said within them, and of whom an answer is.

the base of A and that of B are closed   tells nothing of A by the words `the base of A`
the base of A, please                    may only ask for it
that of B is to be closed                is not closed
rats at A, B: none                       is open for A
2 are ill at A, 9 at B                   does not say that 9 are at B
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dragoman.language.clauses.cutter import Cut, Piece
from dragoman.language.clauses.match import Bound, Hit
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.effects import Effect, Mark
from dragoman.language.words.stems import is_past_participle
from dragoman.language.words.tokens import words_of
from dragoman.values.entity import Entities

_HELPERS = english.BE | english.DO | english.HAVE | english.MODALS
_NOT_YET = frozenset({Effect.AHEAD, Effect.POSSIBLE, Effect.WANTED})
_ASKED_FOR = re.compile(r"\b(?:please|pls|plz)\W*$", re.IGNORECASE)
_IS_SECOND = re.compile(r"^\{[^}]*\} \(?(?:is|are)\b")
_SAID_BEHIND_IS = english.ARTICLES | english.NEGATORS | english.FILLERS | PREPOSITIONS
_ANSWERS = frozenset({"none", "no", "nil", "yes", "yep", "yeah", "nope", "zero", "nothing"})


def within_gap(line: Line, piece: Piece) -> Iterator[tuple[int, Mark]]:
    """What is said within a clause that is put together from what was said before: `and that of B is to be closed`."""
    if piece.is_gap:
        places = range(piece.hit.start, min(piece.hit.end, len(line)))
        yield from ((at, mark) for at in places for mark in line.marks[at] if mark.effect in _NOT_YET)


def is_only_named(line: Line, piece: Piece) -> str:
    """Why a clause without a verb of its own tells nothing: another shares the verb behind it, or it is asked for; or empty."""
    texts, end = line.texts, min(piece.hit.end, len(line))
    is_noun = "'s" in texts[piece.hit.start : end] or not _HELPERS.isdisjoint(words_of(piece.phrase.text))
    if not is_noun or not _HELPERS.isdisjoint(texts[piece.hit.start : end]):
        return ""
    if _ASKED_FOR.search(line.text):
        return "it may only ask for it"
    if _is_owned(line, piece, end):
        return "it names what somebody has, and says nothing of it"
    if texts[end : end + 1] not in (["and"], [","]) or _HELPERS.isdisjoint(texts[end:]):
        return ""
    behind = texts[end + 1 : end + 3]
    named = max((one.end for one in line.mentions[end + 1]), default=0) if behind else 0
    is_own = named > 0 and texts[named : named + 1] == ["'s"] and not _HELPERS.isdisjoint(texts[named + 1 : named + 2])
    is_shared = is_own or behind[:1] in (["that"], ["those"]) or behind in (["the", "one"], ["the", "ones"])
    return "it is not clear of what its verb speaks" if is_shared else ""


def _is_owned(line: Line, piece: Piece, end: int) -> bool:
    """Whether the `is` of a phrase is an `'s`, behind which another noun than its own stands: `A's lead over B`, no `A is the leader`."""
    if not _IS_SECOND.search(piece.phrase.text) or "'s" not in line.texts[piece.hit.start : end]:
        return False
    at = line.texts.index("'s", piece.hit.start, end)
    behind = "".join(line.texts[at + 1 : at + 2])
    if any(one.start <= at + 1 < one.end for one in piece.hit.bound):
        return False
    is_said = behind.endswith("ing") or is_past_participle(behind) or behind in _SAID_BEHIND_IS
    return (
        bool(behind) and not is_said and {behind, behind.removesuffix("ship")}.isdisjoint(words_of(piece.phrase.text))
    )  # `A's sponsorship of B` is that of who is its sponsor


def shares_a_verb(line: Line, piece: Piece, before: Piece, of: Line | None = None) -> str:
    """Why a clause of mere names and figures tells nothing where the clause before has a verb that may be its own: `2 are ill at A, 9 at B`; or empty.

    `of` is the sentence before, where that clause is in it.
    """
    hit, first = piece.hit, before.hit
    if piece.phrase.fact == before.phrase.fact or piece.is_gap or before.is_gap:
        return ""
    own, said = _words_beside(line, hit), _words_beside(of or line, first)
    if not own <= said or not said - own:
        return ""
    kinds = {slot.name: slot.kind for slot in line.grammar.told[before.phrase.fact].slots}
    entities = line.grammar.lexicon.entities

    def is_like(one: Bound, other: Bound) -> bool:
        if one.mention is None or other.mention is None:
            return bool(one.figure and other.figure)
        kind = kinds[other.slot]
        return isinstance(kind, Entities) and all(kind.takes(entities[name]) for name in one.mention.names)

    mine = [one for one in hit.bound if one.start < one.end]
    theirs = [one for one in first.bound if one.start < one.end]
    is_as_many = len(mine) == len(theirs) > 1
    return (
        "its verb may be that of the clause before"
        if is_as_many and all(any(is_like(one, other) for other in theirs) for one in mine)
        else ""
    )


def is_named_beside(line: Line, piece: Piece, before: Piece) -> str:
    """Why a thing alone tells nothing that stands behind an `and` and what a verb of the clause before is said of: `A fears B and the camps in C`; or empty."""
    start, end = piece.hit.start, min(piece.hit.end, len(line))
    is_there = _THERE_IS.match(piece.phrase.text) is not None and _HAS_VERB.isdisjoint(line.texts[start:end])
    # `and B one for C`, `and 32 at B`
    is_doer = any(one.start == start and (one.mention is not None or one.figure) for one in piece.hit.bound)
    start -= line.texts[start - 1] in english.ARTICLES
    if not is_there or is_doer or line.texts[start - 1] != "and" or before.hit.last < start - 1:
        return ""
    first = line.texts[before.hit.start : start - 1]
    is_alike = _HELPERS.isdisjoint(first) and not _HELPERS.isdisjoint(words_of(before.phrase.text))
    return "" if is_alike or "there" in first else "it names what the clause before may be of, and says nothing of it"


_THERE_IS = re.compile(r"there \(?(?:is|are)\b")
_HAS_VERB = _HELPERS | {"there", "exist", "exists"}


def _words_beside(line: Line, hit: Hit) -> set[str]:
    """The words of a clause that stand in none of its slots and say something."""
    end = min(hit.end, len(line))
    taken = {at for one in hit.bound for at in range(one.start, one.end)}
    return {line.texts[at] for at in range(hit.start, end) if at not in taken} - PREPOSITIONS - english.ARTICLES - {","}


def answers_of_whom(line: Line, cut: Cut) -> bool:
    """Whether several are said in few words, and a colon with a `none` or `yes` stands behind one of them."""
    if len(cut.pieces) < 2 or not any(piece.is_gap for piece in cut.pieces):
        return False
    return any(one == ":" and answer in _ANSWERS for one, answer in pairwise(line.texts))
