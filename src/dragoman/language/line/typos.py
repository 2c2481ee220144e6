"""Slips of the finger: what is no word that phrases know, and one step away from one that is.

One step is two letters swapped, or one too many, too few or wrong (optimal string alignment); the first letter is right.
A swap and a doubled letter are mended outright, as is a name of six letters or more, and a word that is no name where no other
word of English is one step away; any other guess is doubtful, and so is never asserted. Names of other countries are no misspelt
names of ours, and words of English, common or not, no misspelt words: `martial law` is not `marital law`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from typing import ClassVar, NamedTuple

from dragoman.language.grammar.classes import CLASSES
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.words import english, hedges
from dragoman.language.words.numbers import ORDINALS
from dragoman.language.words.places import common_words, other_places, other_subjects, rarer_words
from dragoman.language.words.predicates import stems_said
from dragoman.language.words.rings import say_less, stands_for
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token, are_all_capitals

_SHORTEST = 5
_SHORTEST_NAME = 5
_LONG = 8
"""Letters of a word that can be no other, if only one is missing or too many."""
_LONG_ENOUGH = 7
"""Letters of a word of which one is wrong."""
_MOST_KEPT = 4096
"""Slips of which it is kept what was meant."""
Alphabet = dict[tuple[str, int], list[str]]
"""Words by their first letter and their length."""


class Meant(NamedTuple):
    """The word that was meant by a slip."""

    word: str
    is_sure: bool
    is_only: bool
    """Whether nothing else can be meant, unless it is a name."""


class Corrector:
    """Knows the words of a grammar by their first letter and their length."""

    _last: ClassVar[Corrector | None] = None

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.names = {word for first in grammar.lexicon.namings.values() for naming in first for word in naming.words}
        self.words = grammar.surface
        self.known = self.words | self.names | _ENGLISH
        self.meant = lru_cache(_MOST_KEPT)(self._nearest)

    @classmethod
    def of(cls, grammar: Grammar) -> Corrector:
        """That of the grammar, the same again."""
        if cls._last is None or cls._last.grammar is not grammar:
            cls._last = cls(grammar)
        return cls._last

    def corrected(self, tokens: Sequence[Token], text: str) -> tuple[list[Token], dict[int, bool]]:
        """The tokens of a text with slips mended, and where; True where the mending is beyond doubt.

        What stands there mended already, in another order of the same sentence, is as doubtful as it was then.
        """
        mended, where = list(tokens), dict[int, bool]()
        is_shouted = are_all_capitals(tokens)
        for at, token in enumerate(tokens):
            if not token.is_word or len(token.text) < _SHORTEST:
                continue
            may_be_name = token.is_capital and token.start > 0 and not is_shouted
            if self._is_known(token.text, token.stem):
                typed = text[token.start : token.end].lower()
                was = self._mended(typed, may_be_name) if typed != token.text and typed.isalpha() else None
                if was is not None and was == (token.text, False):
                    where[at] = False
                continue
            if (now := self._mended(token.text, may_be_name)) is not None:
                word, where[at] = now
                mended[at] = token._replace(text=word, stem=stem(word))
        return mended, where

    def is_english(self, token: Token) -> bool:
        """Whether a word is one of English, or one that phrases have."""
        return token.text in self.words or token.text in _ENGLISH or _is_english(token.text, token.stem)

    def is_unheard_of(self, token: Token) -> bool:
        """Whether a word is none of English, no name and no slip for one of them."""
        is_known = self._is_known(token.text, token.stem) or self.is_english(token) or _is_rare(token.text, token.stem)
        return not is_known and self.meant(token.text) is None

    def _mended(self, typed: str, may_be_name: bool) -> tuple[str, bool] | None:
        """The word that was meant by what was typed, and whether that is beyond doubt; None if it is no slip, or nobody knows of what.

        A word with a capital within a sentence may be a name: who is not known may be called so.
        """
        root = stem(typed)
        found = None if self._is_known(typed, root) or _is_english(typed, root) else self.meant(typed)
        if found is None:
            return None
        is_sure = (found.is_sure or (found.is_only and not may_be_name)) and not _is_rare(typed, root)
        is_sure = is_sure or stem(found.word) == root  # one `seiner` of the seiners is no slip
        return (found.word, is_sure) if is_sure or found.word in self.words or found.word in self.names else None

    def _is_known(self, word: str, root: str) -> bool:
        is_whose = word.endswith("s") and word[:-1] in self.names  # `moscows demand`
        return word in self.known or root in self.known or word in other_places() or is_whose

    def _nearest(self, word: str) -> Meant | None:
        close = sorted(
            (not _is_slip(word, c), c not in self.names, abs(len(c) - len(word)), c)
            for c in _close(word, self.alphabet)
        )
        if not close or (len(close) > 1 and close[0][:3] == close[1][:3] and stem(close[0][3]) != stem(close[1][3])):
            return None
        best = close[0][3]
        is_long = len(best) >= _LONG and len(best) != len(word) and len(close) == 1
        is_sure = is_long or _is_slip(word, best) or (best in self.names and len(best) > _SHORTEST_NAME)
        return Meant(best, is_sure, best not in self.names and self._is_only(word, best))

    def _is_only(self, word: str, meant: str) -> bool:
        """Whether no other word of English is one step away from what was typed."""
        if len(word) == len(meant) and len(word) < _LONG_ENOUGH:
            return False
        close = (*_close(word, self.alphabet), *_close(word, _other_words()))
        return {stem(one) for one in close} == {stem(meant)}

    @cached_property
    def alphabet(self) -> Alphabet:
        """The words by their first letter and their length."""
        return _by_letter(self.known)


def _by_letter(words: Iterable[str]) -> Alphabet:
    found: Alphabet = {}
    for word in words:
        if len(word) >= _SHORTEST:
            found.setdefault((word[0], len(word)), []).append(word)
    return found


@cache
def _other_words() -> Alphabet:
    """The words of English that no phrase need know."""
    return _by_letter(_ENGLISH | common_words() | rarer_words())


def _close(word: str, alphabet: Alphabet) -> Iterator[str]:
    """The words that one step leads to: before it or behind it all is the same."""
    half = len(word) // 2
    head, tail = word[:half], word[half + 1 :]
    for size in range(max(_SHORTEST, len(word) - 1), len(word) + 2):
        for one in alphabet.get((word[0], size), ()):
            if (one.startswith(head) or one.endswith(tail)) and _is_near(word, one):
                yield one


def _is_rare(word: str, root: str) -> bool:
    """Whether it is a word of English, if one that is seldom used."""
    return word in rarer_words() or root in rarer_words()


def _is_english(word: str, root: str) -> bool:
    known = common_words()
    is_known = word in known or root in known or word in other_subjects()
    return is_known or root in stems_said() or bool(stands_for((root,)) or say_less((root,)))


def _shorter(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _is_slip(word: str, meant: str) -> bool:
    """Whether two neighbours were swapped, or one of two equal letters is missing or too many."""
    if len(word) == len(meant):
        differ = [at for at, (one, other) in enumerate(zip(word, meant, strict=True)) if one != other]
        return (
            len(differ) == 2
            and differ[1] == differ[0] + 1
            and word[differ[0]] == meant[differ[1]]
            and word[differ[1]] == meant[differ[0]]
        )
    longer, shorter = (word, meant) if len(word) > len(meant) else (meant, word)
    return any(
        longer[at] == longer[at - 1] and longer[:at] + longer[at + 1 :] == shorter for at in range(1, len(longer))
    )


def _is_near(word: str, meant: str) -> bool:
    """Whether one step leads from one to the other."""
    if len(word) == len(meant):
        differ = sum(one != other for one, other in zip(word, meant, strict=True))
        return differ == 1 or _is_slip(word, meant)
    longer, shorter = (word, meant) if len(word) > len(meant) else (meant, word)
    return shorter in set(_shorter(longer))


def _all(groups: Iterable[Iterable[str]]) -> frozenset[str]:
    return frozenset(word for group in groups for text in group for word in text.split())


_ENGLISH = _all(
    (
        english.FILLERS, english.FILLER_PHRASES, english.MODALS, english.WISHES, english.IFS, hedges.REPORTED, hedges.SAYING,
        hedges.DENYING, english.BOUNDARIES, english.PEOPLE_NOUNS, english.GOV_NOUNS, english.ASKING, english.MONTHS,
        english.WEEKDAYS, english.SPANS, english.SCALES, english.NUMBER_WORDS, english.CURRENCY_WORDS, english.PERCENT,
        *hedges.HEDGES.values(), CLASSES.values(), english.FRACTIONS, ORDINALS,
    )
)  # fmt: skip
