"""Numbers in words: `forty-two`, `three point five`, `two hundred and fifty`, `a dozen`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dragoman.language.words import english
from dragoman.language.words.tokens import Token

SCALE_WORDS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_GROSS = {"hundred": 100, "dozen": 12}
_TENS = 20


def number_in_words(tokens: Sequence[Token], at: int) -> tuple[int, Decimal] | None:
    """Where a number in words ends that begins there, and the number; a scale behind it (`two million`) is no part of it."""
    texts = [token.text for token in tokens[at : at + 6]] + [""] * 6
    if texts[:3] == ["half", "a", "dozen"]:
        return at + 3, Decimal(6)
    if texts[0] in ("a", "one") and texts[1] in SCALE_WORDS:
        return at + 1, Decimal(1)
    if texts[0] == "half" and texts[1] in ("a", "an", "one") and texts[2] in SCALE_WORDS:
        return at + 2, Decimal("0.5")
    if texts[0] == "a" and texts[1] in _GROSS:
        return _beyond(texts, at, 1, 1)
    size, number = _below_hundred(texts)
    if not size:
        return None
    if texts[size] == "point" and texts[size + 1] in english.NUMBER_WORDS:
        return at + size + 2, Decimal(f"{number}.{english.NUMBER_WORDS[texts[size + 1]]}")
    return _beyond(texts, at, size, number) if texts[size] in _GROSS else (at + size, Decimal(number))


def _below_hundred(texts: Sequence[str]) -> tuple[int, int]:
    """How many tokens a number below a hundred has, and the number; 0 for none."""
    if texts[0] not in english.NUMBER_WORDS:
        return 0, 0
    number, size = english.NUMBER_WORDS[texts[0]], 1
    size += texts[1] == "-" and number >= _TENS
    ones = english.NUMBER_WORDS.get(texts[size], 0)
    return (size + 1, number + ones) if number >= _TENS and 0 < ones < 10 else (1, number)


def _beyond(texts: Sequence[str], at: int, size: int, many: int) -> tuple[int, Decimal]:
    """So many hundreds or dozens, with what is above them: `two hundred and fifty`, and not `a hundred and two hundred`."""
    number, end = _GROSS[texts[size]] * many, size + 1
    start = end + (texts[end] == "and")
    more, rest = _below_hundred(texts[start:]) if texts[size] == "hundred" else (0, 0)
    is_other = texts[start + more] in _GROSS or texts[start + more] in SCALE_WORDS
    return (at + start + more, Decimal(number + rest)) if more and not is_other else (at + end, Decimal(number))
