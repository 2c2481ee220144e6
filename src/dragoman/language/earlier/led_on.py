"""Words that only lead from the line before to another of whom something is told.

another 100,000 in B       ->  100,000 in B
in B's case it is 52       ->  in B it is 52
in the case of B it is 52  ->  in B it is 52
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.words import english
from dragoman.language.words.tokens import Token

_ANOTHER = (("another",), ("a", "further"), ("an", "additional"), ("some", "other"), ("some",))
_LONGEST = 12
"""Tokens of a line that says how much it is for another."""
_HELPERS = english.BE | english.HAVE | english.DO


def led_on(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens without such words."""
    if len(tokens) > _LONGEST:
        return tokens
    texts = [token.text for token in tokens]
    at = int(texts[:1] == ["and"])
    if texts[at : at + 1] and texts[at] in ("another", "a", "an", "some") and _HELPERS.isdisjoint(texts):
        size = next((len(one) for one in _ANOTHER if tuple(texts[at : at + len(one)]) == one), 0)
        if size and texts[at + size : at + size + 1] and texts[at + size][:1].isdigit():
            return tokens[at + size :]
    if "case" not in texts or texts[at] != "in":
        return tokens
    end = texts.index("case")
    if texts[end - 1] == "'s" and end > at + 2:
        return [*tokens[: end - 1], *tokens[end + 1 :]]
    if texts[at + 1 : end + 2] == ["the", "case", "of"]:
        return [*tokens[: at + 1], *tokens[end + 2 :]]
    return tokens
