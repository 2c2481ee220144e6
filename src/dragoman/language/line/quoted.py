"""Whether quotation marks set off what a sentence says itself, as what others call so: then it may not mean it.

A is "short of crew" · A "leads" the club · A has "won"     what is said of A stands in them
"A grounds B"                                               all that is said
the club's "junior partner" has left                        only how somebody is called: it is told as it stands
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.language.grammar.lexicon import Lexicon
from dragoman.language.line.mentions import PRONOUN, mentions_in
from dragoman.language.words import english
from dragoman.language.words.tokens import Token, tokens_of

_SINGLE = re.compile(r"(?<![\w'])'(?=\w)([^'\"]{2,80})'(?!\w)")
_WHOLE = re.compile(r"\W*\"[^\"]+\"\W*")
_HELPERS = english.BE | english.HAVE | english.DO | english.MODALS
_BETWEEN = (
    english.FILLERS | english.NEGATORS | {"now", "still", "again", "also", "already", "all", "just", "only", "so"}
)
_QUOTE = '"'


def quotes_what_it_says(lexicon: Lexicon, text: str) -> bool:
    """Whether the verb of a sentence, or what it says behind an `is`, stands in quotation marks, or all of it."""
    if _QUOTE not in text and "'" not in text:
        return False
    text = _SINGLE.sub(r'"\1"', text)
    if _QUOTE not in text:
        return False
    return _WHOLE.fullmatch(text) is not None or _quotes_a_verb(lexicon, tokens_of(text))


def _quotes_a_verb(lexicon: Lexicon, tokens: Sequence[Token]) -> bool:
    marks = [at for at, token in enumerate(tokens) if token.text == _QUOTE]
    if len(marks) % 2 or not marks:
        return False
    mentions, _ = mentions_in(lexicon, tokens, ())
    named = [(at, m.end) for at, several in enumerate(mentions) for m in several if m.kind != PRONOUN]
    for start, end in zip(marks[::2], marks[1::2], strict=True):
        said = tokens[start + 1 : end]
        if not said or any(start < at < end for at, _ in named) or said[0].is_capital:
            continue  # a name, or the words of somebody
        before = start - 1
        while before > 0 and tokens[before].text in _BETWEEN:
            before -= 1
        is_it = before > 0 and tokens[before].text == "'s" and tokens[before - 1].text in english.WITH_IS
        if is_it or (before >= 0 and tokens[before].text in _HELPERS):
            return True
        first = min((at for at, stop in named if stop == start), default=-1)
        is_subject = first >= 0 and all(token.text in english.ARTICLES for token in tokens[:first])
        behind = end + 1
        is_followed = behind < len(tokens) and (
            tokens[behind].text in english.ARTICLES or any(at == behind for at, _ in named)
        )
        if first >= 0 and (is_subject or is_followed):
            return True
    return False
