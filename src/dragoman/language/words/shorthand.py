"""What people in a hurry write short, written out before a text is cut into words.

    prob. A asked B           ->  prob A asked B           (the dot ends no sentence, and the hedge stays with what it hedges)
    acc. to Reuters           ->  acc to Reuters
    observer @ the club       ->  observer at the club
    50/50 that                ->  fifty fifty that
    presence ↓ · A ≠ B        ->  presence down · A is not B

What a single word is short for stands with the words (:mod:`dragoman.language.words.tokens`). A sign is written out only where it can
mean nothing else: an `@` with a space on both sides is in no address, and
`strength: AB > CD` is no mark-up.
"""

from __future__ import annotations

import re

_DOTTED = re.compile(
    r"\b(?:(acc)\.(?=\s*to\b)|(?<!no )(prob|poss|presum|alleg|appar|unconf)\.(?=\s+\w)"
    r"|(def|obv|esp|mil|econ|pol|intl|neg|pos|nr|excl|resp|max|min)\.(?=\s+(?-i:[a-z]|[A-Z]{2}))|(b/c)\.)",
    re.IGNORECASE,
)
"""A dot behind what is short for a word that goes on: a hedge is not to be cut off from what stands behind it."""
_SIGNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=\s)@(?=\s)"), "at"),
    (re.compile(r"(?<=[A-Za-z] )re(?= [A-Z])"), "regarding"),
    (re.compile(r"\bb/c(?=\s+\w+\W*$)", re.IGNORECASE), "because of"),
    (re.compile(r"\bb/c\b", re.IGNORECASE), "because"),
    (re.compile(r"(?<![\d/])50\s?/\s?50(?![\d/])"), "fifty fifty"),
    (re.compile(r"^([A-Za-z ]{2,30}: [A-Z]{2,}) > (?=[A-Z]{2,}\W*$)"), r"\1 › "),
    (re.compile(r"\s*↓\s*"), " down "),
    (re.compile(r"\s*↑\s*"), " up "),
    (re.compile(r"\s*≠\s*"), " is not "),
    (re.compile(r"≈\s*"), "about "),
    (re.compile(r"\bup\s?'?n'?\s?running\b", re.IGNORECASE), "up and running"),
)
_CUE = re.compile(r"[.@/↓↑≠≈>]|n run| re [A-Z]", re.IGNORECASE)


def written_out(text: str) -> str:
    """The text with what is written short in signs and with dots written out.

    >>> written_out("acc. to her: prob. A sits @ the table b/c of B")
    'acc to her: prob A sits at the table because of B'
    """
    if _CUE.search(text) is None:
        return text
    text = _DOTTED.sub(lambda found: found.group().rstrip("."), text)
    for sign, words in _SIGNS:
        text = sign.sub(words, text)
    return text
