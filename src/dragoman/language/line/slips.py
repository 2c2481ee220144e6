"""A few words behind a sentence that put one of its own in doubt, and do not say which is right.

    A owes 40 million euros. Or 60.            40 or 60
    A owes 40 million euros. Dollars, sorry.   no euros
    A is in B. Or was it C?                    B or C

What is put right in whole words is read as a correction (:mod:`dragoman.language.corrections`).
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import Lexicon
from dragoman.language.line.mentions import PRONOUN, mentions_in
from dragoman.language.words import english
from dragoman.language.words.english import is_unit
from dragoman.language.words.tokens import Token

_LONGEST = 8
"""Tokens."""
_ASKING = frozenset(
    english.lines(
        "was | is | were | are | it | they | that | maybe | perhaps | possibly | even | rather | in fact | more like"
    )
)
_ROUGHLY = frozenset(english.lines("about | some | around | nearly | almost | roughly | only | just | over | under"))
_SORRY = (
    ["sorry"],
    ["sry"],
    ["i", "mean"],
    ["i", "meant"],
    ["rather"],
    ["oops"],
    ["my", "mistake"],
    ["my", "bad"],
    ["correction"],
)
_MARKS = frozenset({",", "-", "?", "!", "."})


def puts_in_doubt(lexicon: Lexicon, tokens: Sequence[Token]) -> bool:
    """Whether a sentence is no more than another name, sum or unit, behind an `or` or before a `sorry`."""
    texts = [token.text for token in tokens if token.text not in _MARKS]
    if not 1 < len(texts) <= _LONGEST or len(tokens) > _LONGEST + 2:
        return False
    if texts[0] == "or":
        return _only_names(lexicon, [token for token in tokens[1:] if token.text not in _MARKS], _ASKING)
    for last in _SORRY:
        if texts[-len(last) :] == last:
            rest = [token for token in tokens if token.text not in _MARKS][: -len(last)]
            return bool(rest) and _only_names(lexicon, rest, frozenset())
    return False


def _only_names(lexicon: Lexicon, tokens: Sequence[Token], beside: frozenset[str]) -> bool:
    """Whether some tokens are names, figures and units, with what stands before them."""
    mentions, _ = mentions_in(lexicon, tokens, ())
    named = {
        one for at, several in enumerate(mentions) for m in several if m.kind != PRONOUN for one in range(at, m.end)
    }
    said = [at for at, token in enumerate(tokens) if at in named or _counts(token)]
    rest = (token.text for at, token in enumerate(tokens) if at not in named and not _counts(token))
    return bool(said) and all(text in beside | english.ARTICLES | PREPOSITIONS | _ROUGHLY for text in rest)


def _counts(token: Token) -> bool:
    """Whether it is a figure or a unit."""
    return token.text[:1].isdecimal() or token.text in english.NUMBER_WORDS or is_unit(token.text)
