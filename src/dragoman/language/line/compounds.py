"""Compounds that people write in one word or in two, as the rulebook's phrases have them.

    a heatwave, an airconditioner   ->   a heat wave, an air conditioner, where phrases have these words side by side
    a black out, heat stroke        ->   a blackout, heatstroke, where phrases have that word and never these two together
    under-reporting                 ->   underreporting, where phrases have that word, whatever its first part says alone

A word that phrases know stays as it is, as does one that may be a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import ClassVar

from dragoman.language.grammar.grammar import Grammar
from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token

_LEAST = 3
"""Letters of each part."""
_NO_PARTS = (
    english.CARRY_NOTHING | english.BOUNDARIES | english.MODALS | english.LIGHT_WORDS
    | frozenset(english.lines("over | under | out | off | up | down | every | any | some | back | fore | after | before | through | between"))
)  # fmt: skip
"""Words that say something else apart: `over time` is no overtime, `every day` need not be everyday."""
_SHORT = {
    "ac": ("air", "conditioning"), "aircon": ("air", "conditioning"), "mwh": ("megawatt", "hour"), "kwh": ("kilowatt", "hour"),
    "gwh": ("gigawatt", "hour"), "twh": ("terawatt", "hour"),
}  # fmt: skip
"""What is short for a compound; only where phrases have it in full."""


class Compounds:
    """Knows which words stand side by side in the phrases of a grammar."""

    _last: ClassVar[Compounds | None] = None

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.known = grammar.surface
        self._parts: dict[str, tuple[str, str] | None] = {}
        self._apart: dict[tuple[str, str], bool] = {}

    @classmethod
    def of(cls, grammar: Grammar) -> Compounds:
        """That of the grammar, the same again."""
        if cls._last is None or cls._last.grammar is not grammar:
            cls._last = cls(grammar)
        return cls._last

    def as_in_phrases(self, tokens: Sequence[Token], text: str) -> list[Token]:
        """The tokens of a text, each compound written as phrases write it."""
        found: list[Token] = []
        for token in tokens:
            if token.is_word and token.text not in self.known and (parts := self._parts_of(token.text)) is not None:
                found += (token._replace(text=part, stem=stem(part)) for part in parts)
            elif found and token.is_word and self._is_one_word(found[-1], token, text):
                whole = found[-1].text + token.text
                found[-1] = found[-1]._replace(text=whole, stem=stem(whole), end=token.end)
            else:
                found.append(token)
        return found

    def _parts_of(self, word: str) -> tuple[str, str] | None:
        """The two words that a word is made of, if phrases have them side by side."""
        if word not in self._parts:
            self._parts[word] = self._found_in(word)
        return self._parts[word]

    def _found_in(self, word: str) -> tuple[str, str] | None:
        if word in self._names or stem(word) in self._stems:
            return None
        ways = [(word[:at], word[at:]) for at in range(_LEAST, len(word) - _LEAST + 1)]
        ways += [_SHORT[word]] if word in _SHORT else []
        return next((way for way in ways if self._may_join(*way) and self._is_in_phrases(*way)), None)

    def _may_join(self, one: str, other: str) -> bool:
        is_known = one in self.known and (other in self.known or stem(other) in self._stems)
        return is_known and one not in _NO_PARTS and other not in _NO_PARTS

    def _is_one_word(self, one: Token, other: Token, text: str) -> bool:
        """Whether two words are written as one in phrases, and never as two."""
        if not one.is_word or min(len(one.text), len(other.text)) < _LEAST or one.end > other.start:
            return False
        whole = one.text + other.text
        if one.text in _NO_PARTS and text[one.end : other.start] == "-" and stem(whole) in self._stems:
            return not self._is_in_phrases(one.text, other.text)
        if whole not in self.known and not (whole.endswith("s") and whole[:-1] in self.known):
            return False
        key = (one.text, other.text)
        if key not in self._apart:
            is_free = not {one.text, other.text} & _NO_PARTS and whole not in self._names
            self._apart[key] = is_free and not self._is_in_phrases(*key)
        return self._apart[key]

    def _is_in_phrases(self, one: str, other: str) -> bool:
        """Whether some phrase, unit or word of a slot has the two side by side."""
        root = stem(other)
        beside = (f"{one} {root}", f"{one}] {root}", f"{one} [{root}")
        return any(pair in self._said for pair in beside)

    @cached_property
    def _said(self) -> str:
        """All phrases, units, and words of slots."""
        facts = self.grammar.told.values()
        units = (getattr(slot.kind, "unit", "") for fact in facts for slot in fact.slots)
        spoken = (
            text for words in self.grammar.lexicon.spoken.values() for one in words for text in (" ".join(one.stems),)
        )
        return (
            "\n".join((self.grammar.columns.texts["phrase"].whole(), *map(str, units), *spoken))
            .lower()
            .replace("-", " ")
        )

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(map(stem, self.known))

    @cached_property
    def _names(self) -> frozenset[str]:
        namings = self.grammar.lexicon.namings.values()
        return frozenset(word for first in namings for naming in first for word in naming.words)
