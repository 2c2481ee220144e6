"""Atoms, conditions and values as sentences, from the vocabulary's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from dragoman.rulebook.forms import (
    Blank,
    Condition,
    FactType,
    KeyKind,
    Mode,
    Pattern,
    Rule,
    Rulebook,
    Slot,
    Term,
    Variable,
)
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration
from dragoman.values.kind import Test

SLOT = re.compile(r"\{([^{}]*)\}")
"""A slot or variable in a sentence."""
_ANY = ("any ", "some ")
"""What begins the words for a slot or a variable that is left open."""
_FEW = 6
"""Of an enumeration that is left open, so many words are named."""
_ARTICLE = re.compile(r"(^|\W)(?:the|an?) \Z", re.IGNORECASE)
_SPELT = re.compile(r"\S*?(?:\d|\w[A-Z])")
"""A first word that says itself how it is written."""
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


class _Piece(NamedTuple):
    """A part of a template between two braces."""

    text: str
    """Words, or the name of a slot."""
    is_slot: bool
    needs: tuple[str, ...]
    """The slots without which it is dropped: those of its part in `[ ]`."""


def fill(template: str, values: Mapping[str, str | None]) -> str:
    """`template` with its slots filled; a part in `[ ]` with a missing slot is dropped.

    Where a slot is open, `any sphere` (or `some sphere`) stands without the article before it, and without the noun that is said again.

    >>> fill("{who} builds[ on {road}]", {"who": "China", "road": None})
    'China builds'
    >>> fill("{who} leads in the {sphere} sphere", {"who": "China", "sphere": "any sphere"})
    'China leads in any sphere'
    """
    parts = [
        (values.get(text) or "…") if is_slot else text
        for text, is_slot, needs in _pieces(template)
        if not needs or all(map(values.get, needs))
    ]
    return "".join(_opened(parts) if any(part.startswith(_ANY) for part in parts) else parts)


def capital(sentence: str) -> str:
    """With a capital where it begins, unless its first word is spelt otherwise: with a digit, or a capital further on.

    >>> capital("the City of Oslo is hot"), capital("mcr-1 spreads"), capital("pH rises")
    ('The City of Oslo is hot', 'mcr-1 spreads', 'pH rises')
    """
    return sentence if _SPELT.match(sentence) else sentence[:1].upper() + sentence[1:]


def _opened(parts: list[str]) -> Iterator[str]:
    """The parts of a sentence, some of which stand for an open slot."""
    before = ""
    for part, after in pairwise([*parts, ""]):
        shown = _said_again(before, part)
        yield _ARTICLE.sub(r"\1", shown) if after.startswith(_ANY) else shown
        before = part.rsplit(" ", 1)[-1] if part.startswith(_ANY) else ""


def _said_again(noun: str, rest: str) -> str:
    """What follows an open slot, without the noun that the slot ends with."""
    again = f" {noun}"
    if not noun:
        return rest
    return rest[len(again) :] if rest.startswith(again) and not rest[len(again) : len(again) + 1].isalpha() else rest


@lru_cache(maxsize=4096)  # a rulebook has some hundreds, and an advice fills each of them many times
def _pieces(template: str) -> tuple[_Piece, ...]:
    found: list[_Piece] = []
    for number, part in enumerate(_OPTIONAL.split(template)):
        needs = tuple(SLOT.findall(part)) if number % 2 else ()
        for place, text in enumerate(SLOT.split(part)):
            if text or place % 2:
                found.append(_Piece(text, bool(place % 2), needs))
    return tuple(found)


class VocabularyWording:
    """Words facts and conditions, of whatever values, as the vocabulary says them.

    What was told, with whose word it is, is worded by `advice.statement_wording`; what rules concluded, and why, by
    `advice.firing_wording`.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook

    def term(self, slot: Slot, term: Term | None) -> str | None:
        """A key slot's value as people write it; None if the slot is missing, or may be and is open."""
        match term:
            case str(name):
                return slot.kind.title(name, self.rulebook.entities)
            case Variable(name):
                return f"${name}"
            case Blank.ANY:
                return None if slot.optional else self._anything(slot)
        return None

    def slots(self, fact: FactType, terms: tuple[Term | None, ...], value: str | None = None) -> dict[str, str | None]:
        """The words for each slot of a fact."""
        words: dict[str, str | None] = {}
        for slot, term in zip(fact.keys, terms, strict=True):
            words[slot.name] = self.term(slot, term)
        if fact.value:
            anything = fact.value.kind.anything() or f"any {fact.value.name.replace('_', ' ')}"
            words[fact.value.name] = value if value is not None else anything
        return words

    def _anything(self, slot: Slot) -> str:
        """What stands for a key slot that is left open: a few words one by one, else `any` and what it is."""
        if isinstance(slot.kind, Enumeration):
            few = len(slot.kind.words) <= _FEW
            return slot.kind.anything() if few else f"any {slot.name.replace('_', ' ')}"
        return f"any {' or '.join(kind.replace('_', ' ') for kind in slot.types)}"

    def variable(self, rule: Rule, name: str, value: str) -> str:
        """What stands for a variable in the sentence of a rule: a title, or a word as the first slot of it reads."""
        kinds = self._kinds(rule, name)
        read = next((kind for kind in kinds if isinstance(kind, Entities) or value in kind.readings), None)
        return (read or next(self._kinds(rule, name))).title(value, self.rulebook.entities)

    def _kinds(self, rule: Rule, name: str) -> Iterator[KeyKind]:
        """The kinds of the slots in which a variable stands."""
        conditions = chain(rule.when, rule.unless, rule.tempered_by)
        for pattern in chain((condition.pattern for condition in conditions), rule.then):
            for slot, term in zip(self.rulebook.facts[pattern.fact].keys, pattern.terms, strict=True):
                if isinstance(term, Variable) and term.name == name:
                    yield slot.kind

    def sentence(self, fact: FactType, terms: tuple[Term | None, ...], value: str | None = None) -> str:
        """That the fact is so."""
        return fill(fact.says, self.slots(fact, terms, value))

    def denial(self, fact: FactType, terms: tuple[Term | None, ...], value: str | None = None) -> str:
        """That the fact is not so."""
        slots = self.slots(fact, terms, value)
        return fill(fact.denies, slots) if fact.denies else f"it is not the case that {fill(fact.says, slots)}"

    def beside(self, fact: FactType, terms: tuple[Term | None, ...]) -> str:
        """What is shown beside the sentence for the slots that it leaves out, or the empty string."""
        shown = (slot.beside.get(str(term)) for slot, term in zip(fact.keys, terms, strict=True) if slot.beside)
        return ", ".join(words for words in shown if words)

    @property
    def beside_slots(self) -> tuple[str, ...]:
        """The names of the slots that are shown beside sentences."""
        keys = (slot for fact in self.rulebook.facts.values() for slot in fact.keys)
        return tuple(dict.fromkeys(slot.name for slot in keys if slot.beside))

    def test(self, fact: FactType, test: Test | None) -> str | None:
        """What a condition wants of the value, `at least 40 percent`."""
        return fact.value.kind.wants(test, self.rulebook.parameters) if fact.value and test else None

    def pattern(self, pattern: Pattern, *, negative: bool = False) -> str:
        """A condition's pattern as a sentence."""
        fact = self.rulebook.facts[pattern.fact]
        say = self.denial if negative else self.sentence
        return say(fact, pattern.terms, self.test(fact, pattern.test))

    def condition(self, condition: Condition) -> str:
        """What a condition of a rule wants, as a sentence."""
        match condition.mode:
            case Mode.HOLDS:
                return self.pattern(condition.pattern)
            case Mode.DENIED:
                return f"told: {self.pattern(condition.pattern, negative=True)}"
            case Mode.ABSENT:
                return f"not known that {self.pattern(condition.pattern)}"
            case Mode.NOT_TOLD:
                return f"nobody told that {self.pattern(condition.pattern)}"
            case Mode.NOT_DENIED:
                return f"nobody denied that {self.pattern(condition.pattern)}"
