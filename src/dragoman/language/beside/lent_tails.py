"""What one phrase of a fact may have at its end, behind another phrase of the same fact that has it not.

    A holds B responsible [for the power cuts]     one phrase of a fact
    A puts the blame on B                          another of the same
    A puts the blame on B for the power cuts  ->   A puts the blame on B

Who says it with a tail that the fact's own sentence has says just that fact. A tail that a phrase may have or do without adds
nothing to its fact, so that what is said with it is said without it; but who denies it with the tail may deny no more than that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple
from weakref import WeakKeyDictionary

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token, words_of

_OPTIONAL = re.compile(r"\[([a-z(][^\[\]{}<>@]*)\]\s*$")
_ARTICLE = re.compile(r"\[(?:the|an?|its|their)(?:\|(?:the|an?|its|their))*\] ?")
_OWN = re.compile(r"[}\]]([^{}\[\]]*)$")
_CHOICE = re.compile(r"\(([^()]*)\)")
_DOER = re.compile(r"(?:\[[a-z|]+\] )?\(?([a-z |]+?)\)? \(?[a-z]")
_MOST_DOER = 3
_UNSAID = english.ARTICLES | {"its", "their", "his", "her"}
_DENYING = english.NEGATORS | english.FAINT_NEGATORS
_SILENT = frozenset({Effect.NONE, Effect.NARROWS, Effect.PLACE})
_MOST, _LEAST, _LEAST_LEFT = 6, 2, 3
_BEGINS = PREPOSITIONS | {"who", "per", "a", "an", "each", "every"}
"""With what a tail begins: `for the power cuts`, `who do not pay`, `per call`."""


class Lent(NamedTuple):
    """The facts that have a tail."""

    own: frozenset[str]
    """In their own sentence."""
    optional: frozenset[str]
    """In a phrase that may do without."""


_KNOWN: WeakKeyDictionary[Grammar, dict[tuple[str, ...], Lent]] = WeakKeyDictionary()


def without_lent_tails(line: Line) -> Iterator[tuple[list[Token], frozenset[str]]]:
    """The tokens of a sentence without a tail, which stands last or, set off, first; and the facts of which it adds nothing."""
    tails = _tails_of(line.grammar)
    for start, end in _places(line):
        said = _key(token.stem for token in line.tokens[start:end] if token.text not in _UNSAID)
        lent = tails.get(said) or _by_its_doer(line, start, end)
        denied = not _DENYING.isdisjoint(
            (*line.texts[:start], *line.texts[end:])
        )  # who does not pay denies nothing else
        facts = frozenset() if lent is None else lent.own if denied else lent.own | lent.optional
        silent = _SILENT | {Effect.NEGATES} if line.texts[start] == "who" else _SILENT
        is_silent = all(mark.effect in silent for at in range(start, end) for mark in line.marks[at])
        if facts and is_silent:
            yield [*line.tokens[:start], *line.tokens[end + (start == 0) :]], facts


def _by_its_doer(line: Line, start: int, end: int) -> Lent | None:
    """`under investigation by the regulator`, where another phrase of the fact says that the regulator investigates."""
    if line.texts[start] != "by" or any(line.mentions[start:end]) or end - start > _MOST_DOER:
        return None
    doer, numbers = line.tokens[end - 1].stem, line.grammar.phrases_with(line.tokens[end - 1].stem)
    phrases = map(line.grammar.book.phrases.__getitem__, sorted(numbers))
    begins = ((phrase, _DOER.match(phrase.text)) for phrase in phrases if phrase.holds)
    facts = {
        phrase.fact for phrase, found in begins if found and doer in map(stem, words_of(found[1].replace("|", " ")))
    }
    return Lent(frozenset(facts), frozenset()) if facts else None


def _places(line: Line) -> Iterator[tuple[int, int]]:
    """Where a tail may stand."""
    comma = next((at for at in range(_LEAST, min(len(line), _MOST + 2)) if line.texts[at] == ","), 0)
    if comma and line.texts[0] in PREPOSITIONS and len(line) - comma > _LEAST_LEFT:
        yield 0, comma
    for start in range(len(line) - _LEAST, max(_LEAST_LEFT, len(line) - _MOST) - 1, -1):
        if line.texts[start] in _BEGINS:
            yield start, len(line)


def _tails_of(grammar: Grammar) -> dict[tuple[str, ...], Lent]:
    found = _KNOWN.get(grammar)
    if found is None:
        found = _KNOWN[grammar] = {}
        for fact in grammar.told.values():
            for text in (fact.says, fact.denies):
                for own in _OWN.findall(text or ""):
                    for tail in (own, *_ends(own)):
                        _note(found, tail, fact.name, is_own=True)
        texts = grammar.columns.texts["phrase"]
        for number in texts.ending_with("]"):
            for several in _OPTIONAL.findall(_ARTICLE.sub("", texts[number])):
                phrase = grammar.book.phrases[number]
                ways = (several,) if "(" in several else several.split("|")
                for optional in ways if phrase.holds else ():
                    _note(found, optional, phrase.fact, is_own=False)
    return found


def _note(found: dict[tuple[str, ...], Lent], text: str, fact: str, *, is_own: bool) -> None:
    for words in _ways(text):
        if len(words) >= _LEAST and words[0] in _BEGINS:
            key = _key(stem(word) for word in words if word not in _UNSAID)
            known = found.get(key, Lent(frozenset(), frozenset()))
            own, optional = (known.own | {fact}, known.optional) if is_own else (known.own, known.optional | {fact})
            found[key] = Lent(own, optional)


def _ends(own: str) -> Iterator[str]:
    """What a fact's own sentence ends with, behind its verb: `quarrel over fish`."""
    words = words_of(own)
    last = max((at for at, word in enumerate(words) if word in PREPOSITIONS), default=0)
    if last and not _CHOICE.search(own):
        yield " ".join(words[last:])


_ABOUT = frozenset({"about", "over", "on"})


def _key(stems: Iterable[str]) -> tuple[str, ...]:
    """A tail as it is looked up: a dispute over fish is one about fish."""
    first, *rest = tuple(stems) or ("",)
    return ("about" if first in _ABOUT else first, *rest)


def _ways(text: str) -> Iterator[list[str]]:
    """The ways to say a tail with choices of words in it."""
    parts = [part.split("|") for part in _CHOICE.sub(lambda one: f"\0{one[1]}\0", text).split("\0")]
    if len(parts) <= _MOST:
        yield from (words_of(" ".join(one)) for one in product(*parts))
