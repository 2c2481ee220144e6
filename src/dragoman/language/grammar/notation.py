"""The notation of phrases: one line of text becomes a small tree.

    {slot}            the value of a slot; {slot/people} only where it is named as a people (see below)
    word              the word, in any of its forms (sells, sold, selling)
    (a|b c|d)         one of these
    [x]               x or nothing
    <x>               x, which may stand here, at the beginning or at the end
    @class            one of the words of a class
    Kazakhstan        an entity by any of its names stands for all of them

The kinds of naming: `people` (Kazakhs, people in Kazakhstan), `gov` (Astana, Tokayev, the Kazakh government),
`adj` (Kazakh), and `name` (Kazakhstan). A `-` in front of a phrase says that it denies.

Articles and forms of `to be` are left out of account on both sides, wherever they stand.
"""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.form import form

KINDS = ("people", "gov", "adj", "name")
"""What can stand behind the slash of a slot."""
_TOKEN = re.compile(
    r"""\{(?P<slot>[^{}]*)\}|@(?P<class>[a-z][a-z0-9_-]*)|(?P<mark>[()\[\]<>|])
    |(?P<word>[^\s{}()\[\]<>|@]+)|(?P<space>\s+)|(?P<wrong>.)""",
    re.VERBOSE,
)
_SLOT = re.compile(r"([a-z][a-z0-9_]*)(?:/([a-z]+))?\Z")
_CLOSES = {"(": ")", "[": "]", "<": ">"}


@form
class Word:
    """A word as it was written."""

    text: str


@lru_cache(maxsize=1 << 15)
def word_of(text: str) -> Word:
    """A word: in a rulebook's phrases the same few thousand stand again and again."""
    return Word(text)


@form
class SlotRef:
    """The value of a slot."""

    slot: str
    kind: str = ""
    """How it must be named, or empty."""


@form
class ClassRef:
    """One of the words of a class."""

    name: str


@form
class Choice:
    """One of several; with an empty one among them it may be left out."""

    options: tuple[Sequence, ...]


@form
class Adjunct:
    """What may stand here, first or last."""

    inner: Sequence


Item = Word | SlotRef | ClassRef | Choice | Adjunct
Sequence = tuple[Item, ...]


class Unreadable(Exception):
    """What is wrong with a phrase, and where in it."""

    def __init__(self, at: int, message: str) -> None:
        super().__init__(message)
        self.at, self.message = at, message


@lru_cache(maxsize=1 << 16)  # each phrase is parsed again for its words, its slots, its machines
def parse(text: str) -> Sequence:
    """The tree of a phrase, without the `-` in front of one that denies.

    >>> parse("{a} (owes|owed) [to] {b}")[0]
    SlotRef(slot='a', kind='')

    Raises:
        Unreadable: where the notation is not kept.
    """
    return _Parser(text).whole()


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [found for found in _TOKEN.finditer(text) if found.lastgroup != "space"]
        self.at = 0

    def whole(self) -> Sequence:
        found = self._sequence("")
        if self.at < len(self.tokens):
            token = self.tokens[self.at]
            raise Unreadable(token.start(), f"'{token.group()}' closes what was not opened")
        if not found:
            raise Unreadable(0, "a phrase needs words")
        return found

    def _sequence(self, ends: str) -> Sequence:
        items: list[Item] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            text = token.group()
            if text in ends or text in ("|", ")", "]", ">"):
                break
            self.at += 1
            items.append(self._item(token))
        return tuple(items)

    def _item(self, token: re.Match[str]) -> Item:
        match token.lastgroup:
            case "word":
                return word_of(token.group())
            case "class":
                return ClassRef(token["class"])
            case "slot":
                return self._slot(token)
            case "mark" if token.group() in _CLOSES:
                return self._bracket(token)
        raise Unreadable(token.start(), f"'{token.group()}' cannot stand here")

    def _slot(self, token: re.Match[str]) -> SlotRef:
        found = _SLOT.match(token["slot"])
        if found is None:
            raise Unreadable(token.start(), f"'{token.group()}' is no slot; write {{slot}} or {{slot/people}}")
        if found[2] and found[2] not in KINDS:
            raise Unreadable(token.start(), f"'{found[2]}' is no kind of naming; there are {', '.join(KINDS)}")
        return SlotRef(found[1], found[2] or "")

    def _bracket(self, opening: re.Match[str]) -> Item:
        close = _CLOSES[opening.group()]
        options = [self._sequence(f"|{close}")]
        while self.at < len(self.tokens) and self.tokens[self.at].group() == "|":
            self.at += 1
            options.append(self._sequence(f"|{close}"))
        if self.at >= len(self.tokens) or self.tokens[self.at].group() != close:
            raise Unreadable(opening.start(), f"'{opening.group()}' is not closed")
        self.at += 1
        if close == ")" and not all(options):
            raise Unreadable(
                opening.start(), "one of the words in ( | ) is missing; what may be left out stands in [ ]"
            )
        if close == ">":
            return Adjunct(options[0] if len(options) == 1 else (Choice(tuple(options)),))
        return Choice(tuple(options) if close == ")" else (*options, ()))
