"""Which words speak of a fact that was told: those that it was told in, and those of the phrases of its type.

So `the soldiers` are the troops of which somebody spoke, and `the objection` is that somebody objects.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from dragoman.language.forms import ReadFact
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token, tokens_of, words_of

_ROOT = 5
"""Letters that words of one root share: `objection` and `objects`."""


class About:
    """The words of each type of one grammar."""

    _last: ClassVar[About | None] = None

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._known: dict[str, tuple[frozenset[str], frozenset[str]]] = {}

    def _of_type(self, name: str) -> tuple[frozenset[str], frozenset[str]]:
        """The stems of a type, and their roots."""
        known = self._known.get(name)
        if known is None:
            grammar = self.grammar
            said = f"{grammar.told[name].says} {name.replace('_', ' ')}" if name in grammar.told else ""
            stems = {stem(word) for word in words_of(said)}
            for (fact, *_), phrases in grammar.meanings.items():
                if fact == name:
                    stems.update(*map(grammar.bag, phrases))
            known = self._known[name] = frozenset(stems), frozenset(one[:_ROOT] for one in stems)
        return known

    @classmethod
    def of(cls, grammar: Grammar) -> About:
        """That of the grammar, the same again."""
        if cls._last is None or cls._last.grammar is not grammar:
            cls._last = cls(grammar)
        return cls._last

    def speaks(self, token: Token, fact: ReadFact) -> bool:
        """Whether a word is one of those that speak of a fact."""
        own, (stems, roots) = {stem(word) for word in words_of(fact.span)}, self._of_type(fact.fact)
        if token.stem in own or token.stem in stems:
            return True
        return len(token.stem) >= _ROOT and token.stem[:_ROOT] in roots.union(one[:_ROOT] for one in own)

    def all_speak(self, words: str | Iterable[Token], fact: ReadFact, aside: frozenset[str] = frozenset()) -> bool:
        """Whether all words that carry something speak of a fact; those `aside` need not."""
        tokens = tokens_of(words) if isinstance(words, str) else words
        carry = (one for one in tokens if one.is_word and one.text not in english.CARRY_NOTHING | aside)
        return all(self.speaks(token, fact) for token in carry)
