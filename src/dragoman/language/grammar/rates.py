"""Units of one thing per another, as people write them behind a figure.

    daily doses per 100 bed days    41 daily doses/100 bed days, 41 DDD per hundred bed-days
    doses per 1000 people a day     33 doses per thousand inhabitants per day

The head may be short for its words, in letters that each begin one of them; what it is per is said in full.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token

_PER = frozenset({"per", "/"})
_EACH = (("for", "every"), ("for", "each"), ("to", "the"))
_ROUND = {"100": "hundred", "1000": "thousand", "1000000": "million"}
_HEADS = frozenset(map(stem, english.lines("people | persons | inhabitants | residents | citizens | heads")))
_SHORTEST, _LONGEST = 2, 4


def after_rate_of(tokens: Sequence[Token], at: int, unit: Sequence[str]) -> int | None:
    """Where such a unit ends, by its stems; None if it is none, or does not stand there."""
    if "per" not in unit[1:]:
        return None
    per = unit.index("per")
    here = _after_head(tokens, at, unit[:per])
    here = _after_per(tokens, here) if here else 0
    if not here:
        return None
    for one in unit[per + 1 :]:
        said = tokens[here] if here < len(tokens) else None
        if said is None or not (said.stem == one or _ROUND.get(one) == said.text or {one, said.stem} <= _HEADS):
            return None
        here += 1
    return here


def _after_head(tokens: Sequence[Token], at: int, head: Sequence[str]) -> int:
    if [token.stem for token in tokens[at : at + len(head)]] == head:
        return at + len(head)
    short = tokens[at].text if at < len(tokens) and tokens[at].is_word else ""
    is_short = _SHORTEST <= len(short) <= _LONGEST and {*short} == {word[0] for word in head}
    return at + 1 if is_short else 0


def _after_per(tokens: Sequence[Token], at: int) -> int:
    texts = tuple(token.text for token in tokens[at : at + 2])
    return at + 1 if texts and texts[0] in _PER else at + 2 if texts in _EACH else 0
