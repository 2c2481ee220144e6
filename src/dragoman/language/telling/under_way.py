"""What is going on, and not done yet, where a phrase says that it is done.

A is losing the lead        A has it yet
A is being sold, is selling B, where a phrase has `was sold`, `has sold`
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dragoman.language.clauses.cutter import Piece
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.stems import is_past_participle, stem
from dragoman.language.words.tokens import words_of
from dragoman.language.words.verbs import Form, first_of_past, inflected

_ON_THE_WAY = frozenset(
    english.lines(
        """
        running | expiring | lapsing | losing | closing | shutting | abandoning | giving | lifting | dropping | scrapping | ending | leaving | quitting
        vacating | evacuating | dismantling | withdrawing | pulling | backing | opting | bowing | walking | suspending | ceding | forfeiting | overtaking
        """
    )
)
"""What is only going on, and not done yet: who is losing the lead has it."""
_GETS = frozenset({"being", "get", "gets", "getting"})
_LACKING = frozenset(english.lines("lack | lacks | lacking | without | lost | lose | loses"))
_LASTS = frozenset(
    english.lines(
        "dragging | lasting | continuing | stretching | waiting | working | staying | standing | lending | leasing | renting | hosting | holding | keeping"
    )
)
"""What goes on has gone on: a strike that is dragging on has dragged on."""
_OVER = frozenset({"was", "were", "been", "has", "have", "had"})


def is_under_way(events: Collection[str], line: Line, piece: Piece) -> bool:
    """Whether somebody is only about to do what the phrase says is done, or to get ahead of whom it says he is."""
    texts, own = line.texts, words_of(piece.phrase.text)
    values = [value for _, value in piece.phrase.fixed] + [word for one in piece.hit.bound for word in one.words]
    is_over = not piece.phrase.holds or any(is_past_participle(value) for value in values)
    said = range(piece.hit.start, min(piece.hit.end, len(texts)))
    if any(
        is_past_participle(texts[at + 1])
        and texts[at] not in own
        and ((is_over and texts[at] in _GETS) or (texts[at] == "being" and _is_only_done(own, texts[at + 1])))
        for at in said[:-1]
    ):
        return True  # `is being closed`, `gets closed in June`
    if any(_is_done_later(texts, at, own, values) for at in said):
        return True
    is_rate = piece.phrase.fact not in events and any(one.figure for one in piece.hit.bound)
    so_much = frozenset({"losing"} if is_rate and not {"lose", "loses"}.isdisjoint(own) else ())
    return any(
        texts[at] in _ON_THE_WAY - so_much  # who is losing 3 euros a day loses as much
        and texts[at] not in own
        and (is_over or texts[at] == "overtaking" or (texts[at] == "losing" and not _LACKING.isdisjoint(own)))
        for at in said
    )


def _is_done_later(texts: Sequence[str], at: int, own: Sequence[str], values: Sequence[str]) -> bool:
    """Whether it is an `is selling` where a phrase only has `sold`; what goes on as a trend is growing as it has grown."""
    if (
        not texts[at].endswith("ing")
        or texts[at] in _LASTS
        or texts[at : at + 2] == ["going", "on"]
        or texts[at] in own
        or any(value.endswith("ing") for value in values)
    ):
        return False
    before = at - 1
    while before > 0 and texts[before] in english.FILLERS | english.NARROWING | english.EMPTY:
        before -= 1
    if before < 0 or texts[before] not in english.BE:
        return False
    of_it = [word for word in own if stem(word) == stem(texts[at]) or _doing(word) == texts[at]]
    return bool(of_it) and all(map(is_past_participle, of_it))


def _doing(done: str) -> str:
    """What somebody is doing who will then have done it."""
    first = first_of_past(done)
    return inflected(first, Form.DOING) if first else ""


def _is_only_done(words: Sequence[str], participle: str) -> bool:
    """Whether a phrase only has been what somebody is being made, and has no `is` before it."""
    found = set[str]()
    for at, word in enumerate(words):
        if stem(word) == stem(participle):
            start = at
            while start and (words[start - 1] in english.BE | english.HAVE or is_past_participle(words[start - 1])):
                start -= 1
            found.update([one for one in words[start:at] if one in english.BE | english.HAVE] or [""])
    return bool(found) and found <= _OVER
