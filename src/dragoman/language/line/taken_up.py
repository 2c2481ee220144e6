"""Where what looks like a name, or like one more of a list, begins a clause of its own.

    shares its figures with the FAO, and Holland does it too    it is Holland that shares them, and with whom is another
    doctors who share their figures                             `who` is no agency that is written WHO
    WHO shares its figures                                      and that agency asks nothing: it is called by its full name

    the road to New Holland, Holland Holdings pays for it       other places and firms are called like somebody

All four are told by the words around them alone, before any phrase is tried.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import Lexicon
from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token, are_all_capitals, words_of

_FOR_VERBS = english.DO | english.HAVE | english.BE | english.MODALS | {"will", "wo"}
_BESIDE = frozenset(
    {"it", "so", "that", "the", "same", "too", "also", "likewise", "as", "well", "not", "either", "now"}
)
_MARKS = frozenset({"", ",", ";", ":", "-", ".", "(", ")"})
_LIKE_NAMES = english.RELATIVE | english.SPEAKERS
_NO_NOUNS = english.CARRY_NOTHING | english.LIGHT_WORDS | english.ARTICLES | english.BOUNDARIES | PREPOSITIONS


def takes_up(texts: Sequence[str], start: int, end: int) -> bool:
    """Whether of a list that begins at `start`, no subject, the last who ends at `end` does what was said before."""
    if end >= len(texts) or texts[end] not in _FOR_VERBS:
        return False
    before = texts[start - 1] if start else ""
    if before in english.BOUNDARIES or before in _MARKS:
        return False  # the list is itself who does it: `Norway and Poland do too`
    here = end + 1
    while here < len(texts) and texts[here] in _BESIDE:
        here += 1
    behind = texts[here] if here < len(texts) else ""
    return behind in english.BOUNDARIES or behind in _MARKS


def is_no_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether what could be a name is, as it was typed, a word for who speaks or one that begins a clause."""
    return tokens[at].text in _LIKE_NAMES and (_is_relative(tokens, at) or _is_speaker(tokens, at))


def _is_speaker(tokens: Sequence[Token], at: int) -> bool:
    """Whether `us` means who speaks: typed small and without `the` among words with capitals, or where none begins a noun.

    In a line that is all typed small, it is the country before a noun and where a clause begins.
    """
    if tokens[at].text not in english.SPEAKERS or tokens[at].is_capital:
        return False
    before = tokens[at - 1].text if at else ""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if before == "the":
        return False
    if any(token.is_capital for token in tokens):
        return True
    is_noun = behind is not None and behind.is_word and behind.text not in _NO_NOUNS
    return bool(before) and before not in english.BOUNDARIES and before not in _MARKS and not is_noun


def _is_relative(tokens: Sequence[Token], at: int) -> bool:
    """Whether `who` may begin a clause there, so that it is nobody's name: where it is not typed in capitals alone.

    In a line that is, or typed small, it is a name behind an article, and where nothing follows it.
    """
    if tokens[at].text not in english.RELATIVE or (tokens[at].is_capitals and not are_all_capitals(tokens)):
        return False
    before = tokens[at - 1].text if at else ""
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return before not in english.ARTICLES and not (at and (behind in english.BOUNDARIES or behind in _MARKS))


_OTHER = frozenset({"new", "old", "little", "great", "greater", "upper", "lower"})
"""What begins the name of another place."""
_FIRM_NAMES = english.FILLERS | frozenset(
    english.lines(
        "holdings | holding | group | bank | fund | capital | trust | foundation | institute | airlines | airways | air | university | street | daily | times"
        "| news | post | gas | oil | energy | steel | telecom | mobile | railway | railways | partners | ventures | investment | investments"
        "| trade | trading | security | club | united | city | province | region | hotel | house | river | road | bay | talks"
    )
)
"""What ends the name of a paper, a firm or another place, or is one; most of these say nothing beside a name that is typed small."""


def is_namesake(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether what is called so from `start` to `end` is, as it was typed, only part of the name of something else."""
    if not tokens[start].is_capital or are_all_capitals(tokens):
        return False
    return _is_other(tokens, start, end) or _goes_on(tokens, end)


def _is_other(tokens: Sequence[Token], start: int, end: int) -> bool:
    """`New Holland`."""
    before = tokens[start - 1] if start else None
    if before is None or before.text not in _OTHER or not before.is_capital:
        return False
    # Where a line begins, `New Russia deal` may be a headline of a deal.
    return start > 1 or (end < len(tokens) and _may_be_verb(tokens[end].text))


def _goes_on(tokens: Sequence[Token], end: int) -> bool:
    """`Holland Today`, `Holland Holdings`: not where words have capitals that are no names, as in a headline."""
    if end >= len(tokens) - 1 or not tokens[end].is_capital or tokens[end].is_capitals:
        return False
    is_name = tokens[end].text in _FIRM_NAMES
    return is_name and any(
        token.is_word and not token.is_capital and token.text not in _NO_NOUNS
        for token in (*tokens[: end - 1], *tokens[end + 1 :])
    )


def _may_be_verb(text: str) -> bool:
    return text in _FOR_VERBS or (text.endswith(("s", "ed", "got")) and text != "'s" and not text.endswith("ss"))


def in_full(lexicon: Lexicon, tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with the title of whoever is typed in capitals like a word that begins a clause, where one may begin."""
    starts = english.BOUNDARIES | _MARKS
    found = {
        at for at, token in enumerate(tokens)
        if token.is_capitals and token.text in english.RELATIVE and (not at or tokens[at - 1].text in starts)
    }  # fmt: skip
    if not found or are_all_capitals(tokens):
        return tokens
    texts, full = [token.text for token in tokens], list[Token]()
    for at, token in enumerate(tokens):
        named = lexicon.naming_at(texts, at) if at in found else None
        words = words_of(lexicon.entities[named[1].entity].title) if named is not None else []
        full += [token._replace(text=word, stem=stem(word)) for word in words] or [token]
    return full
