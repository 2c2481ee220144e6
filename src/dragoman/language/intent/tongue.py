"""Whether a line is in another language: then nothing of it is told or offered, whatever names it has.

Two words that no English line has show it; so do two that are no words of English, nor a slip for one, where nothing else is English.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.grammar.grammar import Grammar
from dragoman.language.line.typos import Corrector
from dragoman.language.words import english
from dragoman.language.words.tokens import Token

_SURELY_ENGLISH = frozenset(
    english.lines(
        "the | and | is | of | are | was | were | has | have | had | not | for | with | by | from | its | their | this | that | these | those"
        "| will | would | does | did | been | being | which | who | what | when | why | how | where | only | very | if | they | there"
    )
)
_SURE = frozenset({"the", "and", "is", "of"})
_LEAST, _SHORTEST, _LONG = 2, 3, 5


def is_foreign(grammar: Grammar, tokens: Sequence[Token]) -> bool:
    """Whether the words of a line are those of another language."""
    texts = {token.text for token in tokens}
    hits = sum(token.text in english.NOT_ENGLISH for token in tokens)
    if hits >= _LEAST and _SURE.isdisjoint(texts):
        return True
    if not _SURELY_ENGLISH.isdisjoint(texts) or len(tokens) < _LEAST + 1:
        return False
    knows, unknown = Corrector.of(grammar), hits
    for token in tokens:
        is_name = token.is_capital or token.text in knows.names
        if not token.is_word or is_name or len(token.text) < _SHORTEST or token.text in english.NOT_ENGLISH:
            continue
        if knows.is_english(token):
            return False
        unknown += not token.text.isascii() or (len(token.text) >= _LONG and knows.is_unheard_of(token))
    return unknown >= _LEAST
