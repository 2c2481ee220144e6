"""A last word of a clause that its phrase does not have, and that makes another thing of the verb before it, or of a figure.

the crowds are growing old · student numbers drop by · the staff strike back     neither grow nor drop nor strike
61 percent vote against, vote yes                                                how they vote, and not how many do
pilot strike at A off                                                            there is none
turnout is 3 percent up                                                          by so much it is up

A gives in to B · A puts up with B · A takes B back                          it gives B nothing, nor takes it over, nor backs it

Where a phrase has that word behind the same verb (`walks out`), or one of a slot does (`going up`), it is said as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dragoman.language.clauses.cutter import Piece
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import tokens_of, words_of

_LAST = frozenset(english.lines("old | by | in | back | out | through | apart | against | yes | no"))
_OFF = frozenset({"off"})
_HAD = english.HAVE | {"get", "gets", "got", "getting"}
"""With a `back`, have again: `has its hot water back`."""
_WAYS = frozenset({"up", "down"})
_MARKS = frozenset(",.;:!?()-")
_SPANS = frozenset(english.SPANS)
"""With an `in` or an `out`, all the time: `year in, year out`."""


def changes_its_verb(line: Line, piece: Piece) -> bool:
    """Whether such a word stands last, right behind a word that the clause is made of and that is no name, or before a preposition."""
    return _is_last_of_it(line, piece) or _goes_on_otherwise(line, piece)


def _goes_on_otherwise(line: Line, piece: Piece) -> bool:
    """`gives in to B`, `takes B back`, where no word of the phrase is that one."""
    texts, end = line.texts, min(piece.hit.end, len(line))
    own, is_counted = words_of(piece.phrase.text), any(one.figure for one in piece.hit.bound)
    named = {n for one in piece.hit.bound if one.mention is not None for n in range(one.start, one.end)}
    own_stems = {*map(stem, own)}
    for at in range(piece.hit.start + 1, end):
        text = texts[at]
        if text not in _PARTICLES or text in own or at in named:
            continue
        is_borne = texts[at : at + 2] == ["up", "with"]
        is_rung = any(stop > at + is_borne for stop, _ in line.near[at - 1])
        is_led_on = (text == "back" and not is_counted) or not _TO_WHOM.isdisjoint(texts[at + 1 : at + 2])
        is_own = line.tokens[at - 1].stem in own_stems and not (text == "over" and texts[at - 1] in _GOING)
        if texts[at - 1] in _TAKING and is_own and at + 1 < len(line) and is_led_on and not is_rung:
            return True
    return False


_PARTICLES = frozenset({"in", "up", "out", "away", "over", "along", "through", "back"})
_TAKING = frozenset(
    english.lines(
        "give | gives | gave | given | put | puts | take | takes | took | taken | pay | pays | paid | go | goes | went | gone | come | comes | came"
        "| get | gets | got | run | runs | ran | keep | keeps | kept | fall | falls | fell | stand | stands | stood | make | makes | made"
        "| break | breaks | broke | hold | holds | held | stay | stays | stayed | look | looks | looked | turn | turns | turned | do | does | did"
    )
)
_GOING = frozenset({"go", "goes", "went", "gone", "come", "comes", "came"})
"""What goes over to an island goes to it."""
_TO_WHOM = frozenset({"to", "with", "of", "on", "for", "from", "at", "against"})


def _is_last_of_it(line: Line, piece: Piece) -> bool:
    filled = {n for one in piece.hit.bound if one.mention is not None or one.figure for n in range(one.start, one.end)}
    said = {n for one in piece.hit.bound if one.words for n in range(one.start, one.end)}
    own = {*map(stem, words_of(piece.phrase.text)), *(stem(word) for one in piece.hit.bound for word in one.words)}
    for before, at in _last(line, piece):
        text = line.texts[at]
        is_verb = before not in filled and line.texts[before] not in english.BE | english.CARRY_NOTHING | _SPANS
        is_had = text == "back" and not _HAD.isdisjoint(words_of(line.text))
        is_meant = is_had or at in said or any(end > at and not own.isdisjoint(ring) for end, ring in line.near[before])
        if text in _OFF and at not in said and text not in words_of(piece.phrase.text) and not line.near[before]:
            return True
        if text in _LAST and is_verb and not is_meant and not _is_own(line, piece, before, text):
            return True
    return False


def _is_own(line: Line, piece: Piece, before: int, text: str) -> bool:
    """Whether a phrase has that word itself, behind the word that it stands behind: `strike out` is no `walk out`."""
    own = words_of(piece.phrase.text)
    heard = line.hearable[before]
    is_behind = re.search(rf"(?:[)\]}}]|@\w+) {text}\b", piece.phrase.text) is not None
    return text in own and (is_behind or any(other == text and stem(one) in heard for one, other in pairwise(own)))


def is_only_up(line: Line, piece: Piece) -> bool:
    """Whether a figure says by how much something is up or down: `turnout is 3 percent up`."""
    own = {*words_of(piece.phrase.text)}
    figures = {one.end - 1 for one in piece.hit.bound if one.figure and one.start < one.end}
    return any(
        line.texts[at] in _WAYS - own and before in figures and not _WAYS & own for before, at in _last(line, piece)
    )


def _last(line: Line, piece: Piece) -> Iterator[tuple[int, int]]:
    """Where a word of a clause stands that was typed last before a mark or an end, and where the one that was typed before it."""
    within = range(piece.hit.start, min(piece.hit.end + 1, len(line)))
    if (_LAST | _WAYS | _OFF).isdisjoint(line.texts[n] for n in within):
        return
    typed = tokens_of(line.text)
    here = {line.tokens[n].start: n for n in reversed(within)}
    for number in range(1, len(typed)):
        is_last = (
            number + 1 == len(typed)
            or typed[number + 1].text in _MARKS
            or typed[number + 1].text in english.BOUNDARIES - english.RELATIVE
        )
        at, before = here.get(typed[number].start), here.get(typed[number - 1].start)
        if is_last and at is not None and before is not None and line.texts[at] == typed[number].text:
            yield before, at
