"""The fact types of a rulebook by what they are called: a search for those that a line may speak of.

Each text by which a type is called is a bag of stems, weighted by how few types use a stem, as
:mod:`dragoman.language.offering.search` does for what can be told; the nearest bag of a type counts for it.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import ClassVar, NamedTuple

from dragoman.conversation.topic_words import ASKING
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.offering.search import Search
from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import words_of
from dragoman.rulebook.forms import Blank, FactType, Rulebook, Slot, Term
from dragoman.rulebook.lookup import targets
from dragoman.rulebook.words import SLOT, VocabularyWording
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration

RARE = 3.0
"""Somebody of whom so few types speak by name is a topic."""
_TOLD, _BY_PHRASE = 6, 0.85
"""So many of what can be told are looked at; a phrase that a line has by half counts for less than a title."""


class Bag(NamedTuple):
    """One text by which a fact type is called."""

    fact: str
    stems: frozenset[str]
    """Of its words; `=name` is an entity that it names itself."""


class Index:
    """The fact types of one grammar, by the words that they are called."""

    _last: ClassVar[Index | None] = None

    def __init__(self, grammar: Grammar) -> None:
        self.grammar, self.rulebook = grammar, grammar.rulebook
        self.wording = VocabularyWording(grammar.rulebook)
        self.bags = [bag for fact in self.rulebook.facts.values() if not fact.catalogue for bag in self._bags(fact)]
        types: dict[str, set[str]] = defaultdict(set)
        for bag in self.bags:
            for one in bag.stems:
                types[one].add(bag.fact)
        every = len(self.rulebook.facts) + 1
        self.weights = {one: max(0.2, math.log(every / len(of))) for one, of in types.items()}
        self.unknown = math.log(every)
        self.by_stem: dict[str, list[Bag]] = defaultdict(list)
        for bag in self.bags:
            words = {f"~{word}" for slot in self.rulebook.facts[bag.fact].keys for word in slot.words}
            for one in (*bag.stems, *words):
                self.by_stem[one].append(bag)
        self.targets = frozenset(targets(self.rulebook))
        self._words = _own_words(self.rulebook)

    @classmethod
    def of(cls, grammar: Grammar) -> Index:
        """That of the grammar, the same again."""
        if cls._last is None or cls._last.grammar is not grammar:
            cls._last = cls(grammar)
        return cls._last

    def _bags(self, fact: FactType) -> Iterator[Bag]:
        template = self.rulebook.recommendations.get(fact.name)
        texts = [fact.says, fact.question, fact.name.replace("_", " "), *fact.words]
        texts += [
            text for slot in fact.slots if isinstance(slot.kind, Enumeration) for text in slot.kind.readings.values()
        ]
        if template is not None:
            texts += [template.title, template.short, template.called, template.action]
        seen = set[frozenset[str]]()
        for text in filter(None, texts):
            stems = frozenset(self._stems(text))
            if stems and stems not in seen:
                seen.add(stems)
                yield Bag(fact.name, stems)

    def _stems(self, text: str) -> Iterator[str]:
        """The content of a text: stems, and `=name` for whom it names itself."""
        plain = SLOT.sub(" ", text).replace("[", " ").replace("]", " ")
        words = words_of(plain)
        at = 0
        while at < len(words):
            named = self.grammar.lexicon.naming_at(words, at)
            if named is not None:
                yield f"={named[1].entity}"
                at = named[0]
                continue
            if words[at] not in english.CARRY_NOTHING and words[at] not in ASKING:
                yield stem(words[at])
            at += 1

    # -- a line

    def found(self, line: Line) -> list[Scored]:
        """The fact types that a line may speak of, with what fills their slots; the likeliest first."""
        said = Said.of(self, line)
        best: dict[str, Scored] = {}
        keys = (*said.stems, *(f"={name}" for name in said.names), *(f"~{word}" for word, _ in said.words))
        touched = {bag: None for key in keys for bag in self.by_stem.get(key, ())}
        for bag in touched:
            scored = self._scored(said, bag)
            if scored.shares and scored.score > (best[bag.fact].score if bag.fact in best else 0.0):
                best[bag.fact] = scored
        for told in islice(Search.of(self.grammar).found(line), _TOLD):
            scored = self._told(said, told.fact, told.score)
            if told.fact.name not in best or best[told.fact.name].score < scored.score:
                best[told.fact.name] = scored
        return sorted(best.values(), key=lambda one: (-one.score, one.fact.name))

    def _told(self, said: Said, fact: FactType, score: float) -> Scored:
        terms, _, _ = self._filled(said, fact)
        return Scored(fact, terms, score * _BY_PHRASE)

    def _scored(self, said: Said, bag: Bag) -> Scored:
        fact = self.rulebook.facts[bag.fact]
        terms, used_names, used_words = self._filled(said, fact)
        shared = [one for one in said.stems if one in bag.stems]
        of_words = sum(_WORD**2 for word in used_words if word not in shared)
        of_names = sum(self._weight(name, used_names, bag) for name in said.names)
        matched = sum(self.weights[one] ** 2 for one in shared) + of_names + of_words
        rest = (one for one in said.stems if one not in used_words or one in shared)
        line = sum(self.weights.get(one, self.unknown) ** 2 for one in rest) + _NAME**2 * len(said.names) + of_words
        own = sum(min(_NAME, self.weights[one]) ** 2 if one[0] == "=" else self.weights[one] ** 2 for one in bag.stems)
        own += sum(_NAME**2 for _ in used_names) + of_words
        score = matched / math.sqrt(line * own) if line and own else 0.0
        rare = any(f"={n}" in bag.stems and self.weights[f"={n}"] > RARE for n in said.names if n not in used_names)
        return Scored(fact, terms, score, bool(shared or used_words or rare))

    def _weight(self, name: str, used: set[str], bag: Bag) -> float:
        """What it counts that a line names somebody who stands in a slot, or in the text itself."""
        if name in used:
            return _NAME**2
        return min(_NAME, self.weights[f"={name}"]) ** 2 if f"={name}" in bag.stems else 0.0

    def _filled(self, said: Said, fact: FactType) -> tuple[tuple[Term, ...], set[str], set[str]]:
        """What stands in the key slots, which names stand there, and the stems of the words that do."""
        order = [name for name in SLOT.findall(fact.says) if name in fact.key_names]
        order += [name for name in fact.key_names if name not in order]
        slots = {slot.name: slot for slot in fact.keys}
        values: dict[str, str] = {}
        names, words = set[str](), set[str]()
        for name in order:
            slot = slots[name]
            if isinstance(slot.kind, Entities):
                value = next((n for n in said.names if n not in names and self.takes(slot, n)), "")
                names |= {value} - {""}
            else:
                value, stems = next(((w, s) for w, s in said.words if w in slot.kind.words), ("", frozenset[str]()))
                words |= stems
            if value:
                values[name] = value
        return tuple(values.get(name, Blank.ANY) for name in fact.key_names), names, words

    def takes(self, slot: Slot, name: str) -> bool:
        """Whether an entity can stand in a key slot."""
        entity = self.rulebook.entities[name]
        return isinstance(slot.kind, Entities) and slot.kind.takes(entity)

    def spoken(self, line: Line) -> Iterator[tuple[str, frozenset[str]]]:
        """The words of enumerations that a line has, with their stems; those of what is only concluded too."""
        for several in line.spoken:
            for _, one in several:
                yield one.word, frozenset(one.stems)
        stems = [token.stem for token in line.tokens if token.text not in english.ARTICLES]
        for at in range(len(stems)):
            for word, parts in self._words.get(stems[at], ()):
                if tuple(stems[at : at + len(parts)]) == parts:
                    yield word, frozenset(parts)


_NAME, _WORD = 2.5, 2.5
"""The weight of somebody that a line names, and of a word of an enumeration."""


def _own_words(rulebook: Rulebook) -> Mapping[str, list[tuple[str, tuple[str, ...]]]]:
    """The words of all enumerations as they are said, by their first stem; those of what is only concluded too."""
    found: dict[str, dict[tuple[str, tuple[str, ...]], None]] = defaultdict(dict)
    kinds = (slot.kind for fact in rulebook.facts.values() for slot in fact.slots)
    for word, text in (way for kind in kinds if isinstance(kind, Enumeration) for way in _ways(kind)):
        parts = tuple(stem(part) for part in words_of(text) if part not in english.ARTICLES)
        if parts:
            found[parts[0]][word, parts] = None
    return {first: list(several) for first, several in found.items()}


def _ways(kind: Enumeration) -> Iterator[tuple[str, str]]:
    for word in kind.words:
        yield word, word.replace("_", " ")
        if word in kind.readings:
            yield word, kind.readings[word]
    for synonym, word in kind.synonyms.items():
        yield word, synonym.replace("_", " ")


class Scored(NamedTuple):
    """A fact type that a line may speak of."""

    fact: FactType
    terms: tuple[Term, ...]
    score: float
    shares: bool = True
    """Whether the line has a word of it, and not only names."""


class Said(NamedTuple):
    """What a line says, for the search."""

    stems: Counter[str]
    names: tuple[str, ...]
    words: tuple[tuple[str, frozenset[str]], ...]

    @staticmethod
    def of(index: Index, line: Line) -> Said:
        """That of a line: its content words, whom it names, and the words of enumerations, those named outright first."""
        spans = [(at, several[0]) for at, several in enumerate(line.mentions) if several and several[0].kind != PRONOUN]
        named = {one for at, mention in spans for one in range(at, mention.end)}
        names = tuple(dict.fromkeys(name for _, mention in spans for name in mention.names))
        stems = Counter(
            token.stem
            for at, token in enumerate(line.tokens)
            if token.is_word
            and at not in named
            and token.text not in english.CARRY_NOTHING
            and token.text not in ASKING
            and token.stem not in ASKING
        )
        words = sorted(index.spoken(line), key=lambda one: stem(one[0]) not in one[1])
        return Said(stems, names, tuple(words))
