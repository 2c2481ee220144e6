"""What each phrase has, its order aside: words, the entities that it names, its slots with their prepositions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import ClassVar, NamedTuple

from dragoman.language.grammar.derive import PREPOSITIONS, split
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.grammar.needed import Asked, run_of
from dragoman.language.grammar.notation import Adjunct, Choice, ClassRef, Sequence, SlotRef, Word
from dragoman.language.grammar.phrases import words_in
from dragoman.language.grammar.pools import Pool
from dragoman.language.words import english
from dragoman.language.words.rings import ambiguous
from dragoman.language.words.stems import is_past_participle, stem
from dragoman.language.words.tokens import words_of
from dragoman.rulebook.forms import FactType, ValueSlot
from dragoman.values.enumeration import Enumeration

BEFORE = PREPOSITIONS | {"vs", "versus", "without", "inside", "within", "throughout"}
"""Words before a name that say what it does there."""
_NONE = frozenset({""})
_STOPS = PREPOSITIONS | frozenset(map(stem, english.BE))
Place = tuple[frozenset[str], str, str]


class Beside(NamedTuple):
    """The words on the two sides of a slot, as far as the next slot, preposition, or form of be."""

    left: frozenset[str] = frozenset()
    right: frozenset[str] = frozenset()
    next: frozenset[str] = frozenset()
    """Those of the right among which the first of them is."""


class Sheet:
    """What a phrase has, its order aside; each part is made when it is first asked for."""

    def __init__(self, grammar: Grammar, number: int) -> None:
        self.grammar, self.number = grammar, number

    @cached_property
    def tree(self) -> Sequence:
        """The phrase, cut into words."""
        return split(self.grammar.tree(self.number))

    @cached_property
    def _read(self) -> _SheetReader:
        reader = _SheetReader(self.grammar)
        reader.sequence(self.tree)
        return reader

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems, with those that can stand for them."""
        return frozenset(self._read.words)

    @cached_property
    def plain(self) -> frozenset[str]:
        """Stems, those that can stand for them aside; none that means several things."""
        return self.words - ambiguous()

    @cached_property
    def entities(self) -> frozenset[str]:
        """Those that it names itself."""
        return frozenset(self._read.entities)

    @cached_property
    def slots(self) -> tuple[Place, ...]:
        """The preposition, the slot and the kind of naming, in order; an entity that it names itself is `=name`."""
        return tuple(self._read.slots)

    @cached_property
    def needs(self) -> tuple[frozenset[str], ...]:
        """What the index asks for."""
        return self.grammar.index.needs_of(self.number)

    @cached_property
    def suffered(self) -> frozenset[str]:
        """The stems of what is done to somebody in it: `{body} is {power} led`."""
        return self._widened(_suffered(self.grammar.tree(self.number)))

    @cached_property
    def with_particle(self) -> frozenset[str]:
        """The stems of verbs that mean what they mean by the word behind them: `fall out`."""
        return frozenset(self._read.with_particle)

    @cached_property
    def with_link(self) -> frozenset[str]:
        """The stems of words behind which the phrase always has a preposition: `got into`, `breaks with`."""
        return frozenset(self._read.with_link - self._read.without_link)

    @cached_property
    def turning(self) -> frozenset[str]:
        """The stems of its words that turn round what others say, with those that can stand for them."""
        return self._widened(frozenset(map(stem, english.TURNING & self._read.texts)))

    @cached_property
    def beside(self) -> Mapping[str, Beside]:
        """By slot, the words on both sides of it."""
        return _beside(self._read.flat, self.grammar.pool(self.number))

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Its words and slots in their order."""
        return tuple(self._read.flat)

    @cached_property
    def owned(self) -> Mapping[str, frozenset[str]]:
        """By slot, the words that are said to be its: `debt` of `{x} debt` and of `the debt of {x}`, no `founder` of `{x} is a founder`."""
        text = self.grammar.book.phrases[self.number].text
        return {slot: self._widened(frozenset(own)) for slot, own in _owned(self._read.flat, text)}

    def _widened(self, stems: frozenset[str]) -> frozenset[str]:
        return self.grammar.pool(self.number).widened(stems)

    def names_together(self, names: tuple[str, ...]) -> bool:
        """Whether it names them itself, and one right after the other, as a list does."""
        if not self.entities.issuperset(names):
            return False
        several, wanted = len(names), {f"={name}" for name in names}
        loud = [one.slot for one in self.said if one.slot or not one.stems <= english.CARRY_NOTHING]
        return several == 1 or any(set(loud[at : at + several]) == wanted for at in range(len(loud)))


class Said(NamedTuple):
    """A word of a phrase with those that may stand in its place, or a slot."""

    stems: frozenset[str]
    slot: str = ""
    may_lack: bool = False

    @property
    def is_link(self) -> bool:
        """Whether it is a preposition."""
        return not self.stems.isdisjoint(PREPOSITIONS)


PARTICLES = frozenset({"up", "out", "off", "away", "down", "apart", "back"})
_NEAR = 3
"""So many words of a phrase away from a name something can be its."""


class Sheets:
    """The sheets of one grammar, each made when a line first has all words of its phrase."""

    _last: ClassVar[Sheets | None] = None

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._sheets: dict[int, Sheet] = {}
        self._strict: dict[str, bool] = {}
        self.asked = Asked(grammar)

    @classmethod
    def of(cls, grammar: Grammar) -> Sheets:
        """Those of the grammar, the same again."""
        if cls._last is None or cls._last.grammar is not grammar:
            cls._last = cls(grammar)
        return cls._last

    def sheet(self, number: int) -> Sheet:
        """That of a phrase."""
        found = self._sheets.get(number)
        if found is None:
            found = self._sheets[number] = Sheet(self.grammar, number)
        return found

    def is_strict(self, fact: FactType) -> bool:
        """Whether other words could turn a fact round: who does it to whom, or how much of what."""
        found = self._strict.get(fact.name)
        if found is None:
            found = self._strict[fact.name] = _is_strict(fact)
        return found


def _beside(flat: list[Said], pool: Pool) -> dict[str, Beside]:
    """By slot, what stands on both sides of it, wherever it stands."""
    found: dict[str, Beside] = {}
    for at, one in enumerate(flat):
        if one.slot:
            left, right, following = found.get(one.slot, Beside())
            left |= _as_far_as(reversed(flat[:at]))
            right |= _as_far_as(iter(flat[at + 1 :]))
            following |= _as_far_as(iter(flat[at + 1 :]), first=True)
            found[one.slot] = Beside(pool.widened(left), pool.widened(right), pool.widened(following))
    return found


def _as_far_as(several: Iterator[Said], *, first: bool = False) -> frozenset[str]:
    found = frozenset[str]()
    for one in several:
        if one.slot or one.stems <= _STOPS:
            break
        found |= one.stems
        if one.is_link or (first and not one.may_lack and not one.stems <= english.CARRY_NOTHING):
            break
    return found - english.CARRY_NOTHING


def _owned(flat: list[Said], text: str) -> Iterator[tuple[str, set[str]]]:
    """Each slot with the words behind it that do not say what it is, or before an `of` before it."""
    for at, one in enumerate(flat):
        if not one.slot:
            continue
        own: set[str] = set()
        is_said_to_be = re.search(rf"\{{{one.slot}\}} \(?(?:is|are) (?:an?|the|one)\b", text) is not None
        for other in flat[at + 1 : at + 1 + _NEAR] if not is_said_to_be else ():
            if other.slot or other.is_link:
                break
            own |= other.stems
        if at and flat[at - 1].is_link and "of" in flat[at - 1].stems:
            for other in reversed(flat[max(0, at - 1 - _NEAR) : at - 1]):
                if other.slot or other.is_link:
                    break
                own |= other.stems
        yield one.slot, own


def _suffered(tree: Sequence) -> frozenset[str]:
    """The participles behind a form of be."""
    words = [word for text in words_in(tree) for word in words_of(text)]
    first = next((at for at, word in enumerate(words) if word in english.BE), len(words))
    after = {stem(word) for word in words[first:] if is_past_participle(word)}
    return frozenset(after - {stem(word) for word in words if not is_past_participle(word)})


class _SheetReader:
    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.words: set[str] = set()
        self.texts: set[str] = set()
        self.entities: set[str] = set()
        self.slots: list[Place] = []
        self.flat: list[Said] = []
        self.with_particle: set[str] = set()
        self.with_link: set[str] = set()
        self.without_link: set[str] = set()

    def sequence(self, tree: Sequence, before: frozenset[str] = frozenset()) -> None:
        skipped = 0
        texts = [item.text if isinstance(item, Word) else "" for item in tree]
        for at, item in enumerate(tree):
            if at < skipped:
                continue
            match item:
                case Word(text):
                    is_name = text in self.grammar.lexicon.namings
                    named = self.grammar.lexicon.naming_at(run_of(texts, at), 0) if is_name else None
                    if named is not None:
                        self.entities.add(named[1].entity)
                        self.slots.append((before or _NONE, f"={named[1].entity}", ""))
                        self.flat.append(Said(frozenset(), f"={named[1].entity}"))
                        skipped = at + named[0]
                    else:
                        self.words.add(stem(text))
                        self.texts.add(text)
                        if texts[at + 1 : at + 2] != [] and texts[at + 1] in PARTICLES:
                            self.with_particle.add(stem(text))
                        is_linked = texts[at + 1 : at + 2] != [] and texts[at + 1] in PREPOSITIONS
                        (self.with_link if is_linked else self.without_link).add(stem(text))
                        self.flat.append(Said(frozenset({stem(text)})))
                    if text not in english.ARTICLES:
                        before = frozenset({text}) & BEFORE
                    continue
                case SlotRef(slot, kind):
                    self.slots.append((before or _NONE, slot, kind))
                    self.flat.append(Said(frozenset(), slot))
                case Choice(options):
                    start = len(self.flat)
                    for option in options:
                        self.sequence(option, before)
                    if all(not one.slot for one in self.flat[start:]):
                        stems = frozenset[str]().union(*(one.stems for one in self.flat[start:]))
                        self.flat[start:] = [Said(stems, may_lack=() in options)]
                    before = _before(options, before)
                    continue
                case Adjunct(inner):
                    self.sequence(inner)
                case ClassRef(name):
                    of_class = {stem(w) for t in self.grammar.compiler.classes.get(name, ()) for w in words_of(t)}
                    self.words.update(of_class)
                    self.texts.update(w for t in self.grammar.compiler.classes.get(name, ()) for w in words_of(t))
                    self.flat.append(Said(frozenset(of_class)))
            before = frozenset()


def _before(options: tuple[Sequence, ...], before: frozenset[str]) -> frozenset[str]:
    """The prepositions with which a choice of words ends, with the empty string where it can end with none."""
    last = {"" if not one else one[-1].text if isinstance(one[-1], Word) else " " for one in options}
    if last <= {"", *english.ARTICLES}:
        return before
    return frozenset(text if text in BEFORE else "" for text in last)


def _is_strict(fact: FactType) -> bool:
    """Whether other words could turn it round: who does it to whom, or how much of what."""
    if any(isinstance(slot, ValueSlot) and not isinstance(slot.kind, Enumeration) for slot in fact.slots):
        return True
    named = [slot for slot in fact.keys if slot.types]
    return not fact.symmetric_names and any(
        set(one.types) & set(other.types) for at, one in enumerate(named) for other in named[:at]
    )
