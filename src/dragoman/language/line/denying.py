"""Whether a line begins with a `no` that belongs to a noun: `no rats were seen at A, not B` puts nothing right.

no, they were seen at A, not B     answers what was said
no way, it is A, not B             the same
"""

from __future__ import annotations

from itertools import pairwise

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.line.line import Line
from dragoman.language.line.marks import BEHIND_NO
from dragoman.language.words import english

_NO_NOUN = 2
"""Tokens of a `no` and its noun."""
_ANSWERED = BEHIND_NO | PREPOSITIONS | english.LIGHT_WORDS | english.BE | english.ASKING
"""What goes on behind a `no` that answers."""


def says_none(line: Line) -> bool:
    """Whether its first `no` says that there is none, and answers nothing."""
    if len(line) <= _NO_NOUN or line.texts[0] != "no" or line.is_cut(_NO_NOUN):
        return False
    if any(two == "not" and one in english.BE | english.DO | english.HAVE for one, two in pairwise(line.texts)):
        return False  # `no the base is not open`, said without its comma
    is_like_them = any(mention.kind == ADJECTIVE for mention in line.mentions[1])  # `no Russian troops`
    if line.mentions[1] and not is_like_them:
        return False
    noun = line.tokens[1 + is_like_them]
    return noun.is_word and not noun.is_capital and noun.text not in _ANSWERED
