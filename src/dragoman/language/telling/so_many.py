"""So many are spoken of, where the phrase that was found speaks of all, or so many more, where it says how many there are.

    two pilots of A are on strike · A loses two students     some of them, and not all
    A cuts certain fares · B bans particular flights of A    the same
    another 30 seats go to B · a further 30 work at C        so many beside those who were there

A number word is left out where it counts what there is (`builds two plants`), and then nothing of the line shows it any more; so
it is looked for in what was typed.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.clauses.cutter import Piece
from dragoman.language.clauses.match import Bound
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.stems import is_past_participle, stem
from dragoman.language.words.tokens import Token, tokens_of, words_of

SOME_ONLY = "it speaks of so many, and not of all"
ADDED = "its figure is what is added, and not how much it is"
_SO_MANY = frozenset(
    english.lines(
        "two | three | four | five | six | seven | eight | nine | ten | several | numerous | various | multiple | sundry"
    )
)
_ALL = frozenset({"the", "these", "those", "both", "all"})
"""Behind these a number counts all that there are."""
_ANOTHER = {
    ("another",), ("a", "further"), ("an", "additional"), ("an", "extra"), ("some", "further"), ("yet", "another"), ("still", "another"),
}  # fmt: skip
_THERE, _WAYS = frozenset({"in", "at", "near"}), frozenset({"on", "along"})
_OPENING = frozenset(map(stem, ("open", "launch", "establish")))
"""With the place behind it, what is there from then on: `opens two campuses in B`, and not `opens two lanes`."""
_OF_WHAT_IS = frozenset(
    map(
        stem, english.lines("build | construct | erect | see | saw | spot | find | found | own | run | keep | maintain")
    )
)
"""Verbs of what is there, or comes to be, by any number of it."""


def counts_some(line: Line, piece: Piece, *, is_event: bool) -> bool:
    """Whether a number word before what a clause speaks of was left out of it: `three slots at X are taken`.

    What is done at some time may be done to any number: `has seized several boats`.
    """
    if not is_event and _has_certain(line, piece):
        return True
    if not any(word in line.text.lower() for word in _SO_MANY):
        return False
    typed = _typed(line)
    numbers = [at for at, token in enumerate(typed[:-1]) if token.text in _SO_MANY]
    if not numbers:
        return False
    kept = {token.start for token in line.tokens}
    own = {token.start for token in line.tokens[piece.hit.start : min(piece.hit.end, len(line))]}
    return any(
        typed[at].start not in kept
        and typed[at + 1].start in own
        and (not at or typed[at - 1].text not in _ALL)
        and not _says_that_there_are(typed, at, is_event=is_event)
        for at in numbers
    )


def _has_certain(line: Line, piece: Piece) -> bool:
    """Whether a clause speaks of certain ones of what its phrase speaks of: `cuts certain fares`, and not `has certain bases in B`."""
    texts, own = line.texts, words_of(piece.phrase.text)
    return any(
        texts[at] in _CERTAIN
        and texts[at] not in own
        and texts[at + 1].endswith("s")
        and not (line.mentions[at + 1] or (at and line.tokens[at - 1].stem in _OF_WHAT_IS))
        and not (at and texts[at - 1] in english.HAVE | english.ARTICLES | english.BE | PREPOSITIONS)
        for at in range(piece.hit.start, min(piece.hit.end, len(line)) - 1)
    )


_CERTAIN = frozenset({"certain", "particular"})


def is_added(line: Line, piece: Piece) -> bool:
    """Whether a sentence begins with a figure as one more: `another 30 seats go to B`; of whom nothing was said before, that is all."""
    names = {name for one in piece.hit.bound if one.mention is not None for name in one.mention.names}
    if line.before and names.isdisjoint(line.before):
        return False  # `20 seats go to A, another 30 to B`
    return any(_is_one_more(line, one) for one in piece.hit.bound if one.figure and one.start < min(one.end, len(line)))


def _is_one_more(line: Line, one: Bound) -> bool:
    typed = _typed(line)
    begins = next((at for at, token in enumerate(typed) if token.start == line.tokens[one.start].start), 0)
    before = tuple(token.text for token in typed[:begins] if token.text not in ("and", "but", ","))
    return before in _ANOTHER


def _says_that_there_are(typed: Sequence[Token], at: int, *, is_event: bool) -> bool:
    """Whether so many are built, seen or had somewhere: `is building two plants`, `has two bases in B`, and not `has two pilots on strike`."""
    if not at:
        return False
    is_there = [token.text for token in typed[max(0, at - 2) : at]] in (["there", "are"], ["there", "were"])
    is_having = is_there or typed[at - 1].text in english.HAVE or typed[at - 1].stem in _OPENING
    place = next((n for n in range(at + 2, min(at + 4, len(typed))) if typed[n].text in _THERE), 0)
    is_had = is_having and place > 0 and not any(is_past_participle(token.text) for token in typed[at + 1 : place])
    is_done = (
        is_event and typed[at - 1].is_word and typed[at - 1].text not in english.CARRY_NOTHING | english.BOUNDARIES
    )
    is_way = typed[at - 1].text in _WAYS  # `run on two separate tracks`
    return is_had or is_done or is_way or typed[at - 1].stem in _OF_WHAT_IS


def _typed(line: Line) -> list[Token]:
    """The tokens of a sentence as it was typed, where each stands there."""
    return [token for token in tokens_of(line.text) if line.text[token.start : token.end].lower() == token.text]
