"""One line as patterns take it: the roots of its words, whom it names, and its words as they were typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from dragoman.conversation.request_patterns import SOMEBODY, root, table
from dragoman.conversation.topic_index import Index
from dragoman.language.earlier.context import Context
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.words import english
from dragoman.language.words.tokens import Token, tokens_of

_WITH_IS = frozenset({"what", "who", "where", "how", "that", "it", "which", "there", "when", "why"})
"""Behind these `'s` is `is`, elsewhere a mark of possession."""
_MARKS = frozenset({",", "?", "!", '"', ";", "'", "(", ")"})
_ENDS = frozenset({"?", "!", ".", ";"})
_THEY = frozenset({"there", "them", "they", "their"})
"""Pronouns that stand for whom the line before spoke of; `it` may stand for the advice."""
_SHORTEST, _TYPOS = 5, 2
"""A word has so many letters at least that may be misspelt, and so many of them too many or too few at most."""


class Word(NamedTuple):
    """One word of a line for the patterns, and the tokens that it stands for."""

    stem: str
    first: int
    last: int


class RequestLine:
    """A cleaned line, and what it names."""

    def __init__(self, grammar: Grammar, text: str, context: Context) -> None:
        self.grammar, self.text, self.context = grammar, text, context
        self.table = table()
        self.line = Line(grammar, text, tokens_of(text), context.names)
        self.tokens = self.line.tokens
        self.names = tuple(dict.fromkeys(self._named()))
        """Whom it names, groups by their members."""
        self.whom = tuple(name for name in self.names if name in Index.of(grammar).targets)
        """Those of them whom advice can be for."""

    def _named(self) -> Iterator[str]:
        for at, several in enumerate(self.line.mentions):
            for mention in several[:1]:
                if mention in self._mentions(at):
                    for name in mention.names:
                        yield from self.grammar.rulebook.entities[name].members or (name,)
                elif mention.pronoun in ("there", "them", "they", "their") and self.context.mentions:
                    yield from self.context.mentions[0].names

    def _mentions(self, at: int) -> list[Mention]:
        """The mentions of somebody by name there; `us` in small letters is we."""
        is_us = self.tokens[at].text == "us" and not self.tokens[at].is_capital
        return [] if is_us else [m for m in self.line.mentions[at] if m.kind != PRONOUN]

    def words(self) -> tuple[Word, ...]:
        """The words of the line without articles and marks; a mention is one word."""
        found: list[Word] = []
        at = 0
        while at < len(self.tokens):
            mention = next(iter(self._mentions(at)), None)
            token = self.tokens[at]
            if mention is not None:
                found.append(Word(SOMEBODY, at, mention.end))
                at = mention.end
                continue
            if token.text == "'s":
                if found and found[-1].stem in _WITH_IS:
                    found.append(Word("be", at, at + 1))
            elif token.text not in _MARKS and token.text not in english.ARTICLES:
                found.append(Word(self._root(at), at, at + 1))
            at += 1
        while found and found[-1].stem == ".":
            found.pop()
        return tuple(found)

    def _root(self, at: int) -> str:
        """The root of a word; as it was typed where the reader mended it and a pattern knows it."""
        token = self.tokens[at]
        typed = root(self.text[token.start : token.end].lower())
        return typed if at in self.line.corrected and typed in self.table.words else root(token.stem)

    def mended(self) -> tuple[Word, ...]:
        """The words with those that no pattern and no phrase knows as the nearest that a pattern has."""
        words = self.words()
        mended = tuple(word._replace(stem=self._nearest_word(word.stem)) for word in words)
        return mended if mended != words else ()

    def _nearest_word(self, word: str) -> str:
        known = self.table.words
        if len(word) < _SHORTEST or word in known:
            return word
        alike = [one for one in known if one[0] == word[0] and abs(len(one) - len(word)) <= _TYPOS]
        return next(iter(get_close_matches(word, alike, 1, 0.8)), word)

    def sentences(self, words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
        """All of the line, then each of its sentences where there are several."""
        yield tuple(words)
        ends = [at for at, token in enumerate(self.tokens) if token.text in _ENDS and self._is_end(token)]
        if ends and ends[0] < len(self.tokens) - 1:
            start = 0
            for end in (*ends, len(self.tokens)):
                part = tuple(word for word in words if start <= word.first < end and word.stem != ".")
                if part and len(part) < len(words):
                    yield part
                start = end

    def _is_end(self, token: Token) -> bool:
        """Whether a mark ends a sentence: not the one inside `MIL.3`."""
        return not self.text[token.end : token.end + 1].strip() or self.text[token.end].isalpha()

    # -- as it was typed

    def typed(self, words: Sequence[Word]) -> str:
        """Words as they were typed, with the quotation marks around them."""
        if not words:
            return ""
        start, end = self.tokens[words[0].first].start, self.tokens[words[-1].last - 1].end
        if start and self.text[start - 1] in "\"'":
            start -= 1
        if end < len(self.text) and self.text[end] in "\"'":
            end += 1
        return self.text[start:end].strip()

    def between(self, words: Sequence[Word], start: int, end: int) -> str:
        """Some of the words as they were typed, with the articles before them."""
        first = words[start - 1].last if start else words[start].first
        return self.text[self.tokens[first].start : self.tokens[words[end - 1].last - 1].end]
