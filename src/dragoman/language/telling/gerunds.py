"""What somebody is for, against or serious about doing, and what he supports or puts off: none of it need be what he does.

X is against leaving Y · X is in favour of leaving it · X insists on leaving it · X pushes leaving it back
X keeps leaving it · X is for its part leaving it                                          are told as `leaves`
"""

from __future__ import annotations

import re
from itertools import pairwise

from dragoman.language.clauses.cutter import Piece
from dragoman.language.line.line import Line
from dragoman.language.words import english, hedges
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import words_of

_ABOUT = frozenset(
    english.lines(
        "against | for | of | from | about | before | after | without | over | off | despite | on | to | towards | toward | at"
    )
)
"""Prepositions before what is spoken of, and not done."""
_GOES_ON = frozenset(
    english.lines(
        "keeps | continues | starts | begins | resumes | enjoys | finishes | stops | ceases | quits | goes | comes | is | was | has | does"
        "| spends | gets | busies | risks | keeping | continuing | starting | beginning | stopping | going | being | having | getting"
    )
)
"""Verbs behind which stands what somebody does or did, and those that others look after."""


_WANTING = frozenset(
    map(
        stem,
        ("wants", "wishes", "hopes", "tries", "intends", "plans", "seeks", "aims", "attempts", "prepares", "offers"),
    )
)
"""Who does so to do something has not done it."""
_WEIGHT = frozenset(english.lines("importance | weight | value | store | stress | emphasis | premium | priority"))
"""What somebody puts on what he wants to have or to go on with."""


def is_only_spoken_of(line: Line, piece: Piece) -> bool:
    """Whether what in the phrase somebody does is behind a verb or a preposition here that makes it something he speaks of."""
    hit, text = piece.hit, piece.phrase.text
    own = {stem(word) for word in words_of(text)}
    slots = {one.start: one.slot for one in hit.bound if one.mention is None and one.end == one.start + 1}
    last = min(hit.end, len(line))
    wanting = (
        at for at in range(hit.start, last - 1) if line.tokens[at].stem in _WANTING and line.texts[at + 1] == "to"
    )
    behind = {m.end for several in line.mentions[hit.start : last] for m in several}
    if any(at in behind and own.isdisjoint(line.hearable[at]) for at in wanting):
        return True
    named = min((one.end for one in hit.bound if one.mention is not None), default=len(line))
    return any(
        line.texts[at].endswith("ing")
        and (at in slots or not own.isdisjoint(_stems(line, at)) or _has_its_object(line, at))
        and (line.texts[at - 1] in _ABOUT or _is_verb(line, at - 1))
        and line.texts[at - 2] not in _WEIGHT
        and line.texts[at - 1] not in hedges.DENYING
        and not _has_it_so(text, line.texts[at - 1], line.texts[at], slots.get(at, ""))
        for at in range(named + 1, min(hit.end, len(line)))
    )


def _stems(line: Line, at: int) -> frozenset[str]:
    """The stems of a word that ends in `ing`, and of what somebody then does; and all it may be heard as, where he is for or against it."""
    heard = line.hearable[at] if _is_stance(line, at) else frozenset[str]()
    return heard | {line.tokens[at].stem, stem(f"{line.texts[at].removesuffix('ing')}es")}


def _is_stance(line: Line, at: int) -> bool:
    """Whether somebody is for or against it: `is against shipping`; who is condemned for it is not."""
    is_for = line.texts[at - 1] == "for" and line.texts[at - 2] in english.BE
    return is_for or line.texts[at - 1] == "against" or line.texts[at - 2 : at] in _FOR


_FOR = (["favour", "of"], ["favor", "of"])


def _has_its_object(line: Line, at: int) -> bool:
    """Whether it is no noun for what stands behind it: `being closed`, `having a contract`, `boycotting the vote`."""
    behind = line.texts[at + 1 : at + 2]
    return line.texts[at] in _HELPING or (bool(behind) and (behind[0] in english.ARTICLES | _PARTICLES))


_HELPING = frozenset({"being", "having"})
_PARTICLES = frozenset({"to", "out", "up", "off", "down", "away", "back"})


def _is_verb(line: Line, at: int) -> bool:
    """Whether somebody does something there, behind whose name it stands."""
    text = line.texts[at]
    if text.endswith("ing") and line.texts[at - 1] in english.BE:
        return text not in _GOES_ON
    is_one = text.endswith("s") and not text.endswith("ss") and text not in _GOES_ON
    return is_one and any(m.end == at for several in line.mentions[max(0, at - 4) : at] for m in several)


def _has_it_so(text: str, before: str, said: str, slot: str) -> bool:
    """Whether the phrase has the word as it is said, and not only where somebody is doing it, or its slot behind that word."""
    if not slot:
        words = words_of(text)
        return any(two == said and one not in english.BE for one, two in pairwise(["", *words]))
    return re.search(rf"\b{re.escape(before)}[^{{}}]*\{{{slot}\}}", text) is not None
