"""A few words behind a sentence that put one of its own in doubt, and do not say which is right.

    A owes 40 million euros. Or 60.            40 or 60
    A owes 40 million euros. Dollars, sorry.   no euros
    A is in B. Or was it C?                    B or C
    A is in B. Not A, C.                       somebody else
    A is in B. Please check.                   who says so is not sure of it

What is put right in whole words is read as a correction (:mod:`dragoman.language.corrections`).
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import Lexicon
from dragoman.language.line.mentions import PRONOUN, mentions_in
from dragoman.language.words import english
from dragoman.language.words.cues import Cues, spaced
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
_MORE = (["more"], ["less"], ["fewer"], ["even", "more"], ["a", "bit", "more"], ["a", "bit", "less"])
_FORGETTING = Cues(
    """
    (i|we) (forget|forgot|do not (know|remember|recall)|can not (say|remember|recall|tell)|am not sure)
    (not sure|who knows|one of the two|either one|something like that|no idea|hard to say|whatever)
    """
)
"""What stands behind a second name of one who does not know which."""
_NO_NOUNS = frozenset(
    {
        "thanks",
        "news",
        "this",
        "greetings",
        "regards",
        "cheers",
        "yes",
        "apologies",
        "always",
        "perhaps",
        "details",
        "typos",
    }
)
_CHECKING = Cues(
    """
    [(but|so|and)] [(please|pls|kindly|can you|could you|would you|can somebody|could somebody|somebody|someone should|we should|i should)] (check|verify|confirm|double check|recheck|fact check) [(it|this|that)] [again] [(please|pls|for me|with them)]
    [(but|still|this|that|it)] [(needs|needs to be|to be|must be|should be|has to be|is to be)] (to be|needs|needs to be|must be|should be|has to be) (checked|verified|confirmed|checking|double checked)
    """
)
_MARKS = frozenset({",", "-", "?", "!", "."})


def puts_in_doubt(lexicon: Lexicon, tokens: Sequence[Token]) -> bool:
    """Whether a sentence is no more than another name, sum or unit, behind an `or`, a `rather` or a `not`, or before a `sorry`."""
    texts = [token.text for token in tokens if token.text not in _MARKS]
    if not 1 < len(texts) <= _LONGEST or len(tokens) > _LONGEST + 2:
        return False
    if texts[0] == "or":
        comma = next((at for at, token in enumerate(tokens) if token.text in (",", "-")), len(tokens))
        if 1 < comma < len(tokens) and not _FORGETTING.at_start(spaced([token.text for token in tokens[comma + 1 :]])):
            comma = len(tokens)
        named = [token for token in tokens[1:comma] if token.text not in _MARKS]
        return texts[1:] in _MORE or _only_names(lexicon, named, _ASKING)
    if texts[0] == "not" and any(token.text in (",", "-") for token in tokens[1:]):
        return _only_names(lexicon, [token for token in tokens[1:] if token.text not in _MARKS], frozenset({"but"}))
    if texts[0] == "rather" or "wait" in texts[:2]:
        rest = [token for token in tokens if token.text not in _MARKS]
        return _only_names(lexicon, rest, frozenset({"rather", "wait", "no", "oh", "ah", "hold", "on"}))
    for last in _SORRY:
        if texts[-len(last) :] == last:
            rest = [token for token in tokens if token.text not in _MARKS][: -len(last)]
            is_noun = len(rest) == 1 and rest[0].text.endswith("s") and rest[0].text not in _NO_NOUNS
            return bool(rest) and (is_noun or _only_names(lexicon, rest, frozenset()))
    return only_asks_to_check(tokens)


def only_asks_to_check(tokens: Sequence[Token]) -> bool:
    """Whether a sentence only wants what stands before it to be checked: `please check`, `check it again`."""
    return _CHECKING.whole(spaced([token.text for token in tokens if token.text not in _MARKS]))


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
