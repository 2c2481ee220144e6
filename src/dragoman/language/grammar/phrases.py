"""The phrases of a rulebook: those of its files, and the sentences of its vocabulary, which are phrases too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Sequence as Several
from dataclasses import field
from typing import TypeVar

from dragoman.errors import Place
from dragoman.form import form
from dragoman.language.grammar.classes import CLASSES
from dragoman.language.grammar.notation import (
    Adjunct,
    Choice,
    ClassRef,
    Item,
    Sequence,
    SlotRef,
    Unreadable,
    Word,
    parse,
)
from dragoman.rulebook.forms import FactType, Origin, Rulebook, Slot
from dragoman.rulebook.phrase_shapes import PhraseGroup, PhrasesFile
from dragoman.source.names import did_you_mean, lookup
from dragoman.source.nodes import Mapping as MappingNode
from dragoman.source.nodes import Node, Scalar
from dragoman.source.reading import Reading
from dragoman.values.enumeration import Enumeration
from dragoman.values.quantity import Quantity
from dragoman.values.quantity_text import CALENDAR

T = TypeVar("T")
Fixed = tuple[tuple[str, str], ...]
Meaning = tuple[str, bool, Fixed]
"""What a phrase says: of a fact type, that it is so or not, with the slots that it fixes."""
_DENIES = "-"
_ASKED = re.compile(
    r"(?:do|does|is|are|has|have|did|was|were|may) (.*?)(?:, that is,.*)?\?\Z", re.IGNORECASE | re.DOTALL
)


@form
class Phrase:
    """One way to say a fact."""

    fact: str
    text: str
    """In the notation, without the `-` of one that denies."""
    holds: bool
    """False if it says that the fact is not so."""
    fixed: Fixed
    """Slots with their values, as the fact is written in a file."""
    place: Place
    is_own: bool = True
    """Whether it stands in a file of phrases; False for a sentence of the vocabulary."""

    @property
    def meaning(self) -> Meaning:
        """The same for phrases that say the same."""
        return self.fact, self.holds, self.fixed


@form
class PhraseBook:
    """All that the files of phrases hold, and the vocabulary's sentences."""

    phrases: Several[Phrase]
    words: Mapping[tuple[str, str], tuple[str, ...]]
    """By slot (empty for all) and word of an enumeration: other ways to say it."""
    classes: Mapping[str, tuple[str, ...]]
    events: frozenset[str]
    places: Mapping[tuple[str, str, str], Place] = field(default_factory=dict)
    """Where each of `words` stands, by slot, word and text; only in a book that was read from its files."""


def tells_a_year(fact: FactType) -> bool:
    """Whether a fact is the year of something: then it is no less so for being said in the past, or of what is to come."""
    return fact.value is not None and isinstance(fact.value.kind, Quantity) and fact.value.kind.unit == CALENDAR


def can_be_told(fact: FactType) -> bool:
    """Whether somebody can say a fact of the type."""
    return fact.origin is not Origin.DERIVED and not fact.catalogue


def vocabulary_phrases(rulebook: Rulebook) -> Iterator[Phrase]:
    """`says`, `denies` and a `question` that only turns `says` round, of every type that can be told."""
    for fact in filter(can_be_told, rulebook.facts.values()):
        for text, holds in ((fact.says, True), (fact.denies, False), (_asked(fact.question), True)):
            if text and (tree := _readable(fact, text)):
                yield Phrase(fact.name, tree, holds, (), fact.place, is_own=False)


def _asked(question: str) -> str:
    """What a question asks for, as far as it only turns a sentence round."""
    found = _ASKED.match(question)
    return found.group(1) if found and "," not in found.group(1) and " or " not in found.group(1) else ""


def _readable(fact: FactType, text: str) -> str:
    """A sentence of the vocabulary in the notation: the same, unless it has marks that mean something there."""
    written = re.sub(r"[()<>|@]", " ", text)
    if fact.label:  # a free name, which nobody is asked for
        written = re.sub(rf"\[[^\[\]]*\{{{fact.label}\}}[^\[\]]*\]", "", written)
        if f"{{{fact.label}}}" in written:
            return ""
    try:
        parse(written)
    except Unreadable:
        return ""
    return written


def read_phrases(reading: Reading, rulebook: Rulebook, documents: Mapping[str, Node]) -> PhraseBook:
    """The phrases in the documents of `phrases/*.yaml`; mistakes are noted in `reading`."""
    reader = _Reader(reading, rulebook)
    for node in documents.values():
        reader.file(PhrasesFile.read(reading, node))
    reader.check_classes()
    return PhraseBook(
        (*reader.phrases, *vocabulary_phrases(rulebook)),
        reader.words,
        reader.classes,
        frozenset((*reader.events, *(name for name, fact in reader.told.items() if tells_a_year(fact)))),
        reader.places,
    )


class _Reader:
    def __init__(self, reading: Reading, rulebook: Rulebook) -> None:
        self.reading, self.rulebook = reading, rulebook
        self.phrases: list[Phrase] = []
        self.words: dict[tuple[str, str], tuple[str, ...]] = {}
        self.places: dict[tuple[str, str, str], Place] = {}
        self.classes: dict[str, tuple[str, ...]] = {}
        self.events: list[str] = []
        self.used: list[tuple[str, Place]] = []
        self.told = {fact.name: fact for fact in rulebook.facts.values() if can_be_told(fact)}
        kinds = [slot.kind for fact in self.told.values() for slot in fact.slots]
        self.all_words = {word: word for kind in kinds if isinstance(kind, Enumeration) for word in kind.words}
        self.all_slots = {slot.name: slot.name for fact in self.told.values() for slot in fact.slots}

    def file(self, entry: PhrasesFile) -> None:
        for key, items in entry.phrases:
            fact = lookup(self.reading, key, self.told, "101", "fact type", "that can be told")
            if fact is not None:
                self._of_type(fact, items if isinstance(items, tuple) else (items,))
        self._words("", entry.words)
        for key, words in entry.slots:
            if lookup(self.reading, key, self.all_slots, "102", "slot") is not None:
                self._words(key.text, words)
        for key, texts in entry.classes:
            self.classes[key.text] = (*self.classes.get(key.text, ()), *(text.text for text in texts))
        for name in entry.events:
            if lookup(self.reading, name, self.told, "101", "fact type", "that can be told") is not None:
                self.events.append(name.text)

    def _words(self, slot: str, entries: tuple[tuple[Scalar, tuple[Scalar, ...]], ...]) -> None:
        for key, texts in entries:
            if lookup(self.reading, key, self.all_words, "104", "word", "of any slot") is not None:
                at = (slot, key.text)
                self.words[at] = (*self.words.get(at, ()), *(text.text for text in texts))
                self.places.update({(*at, text.text): text.place for text in texts})

    def _of_type(self, fact: FactType, items: tuple[Scalar | PhraseGroup, ...]) -> None:
        for item in items:
            if isinstance(item, Scalar):
                denies = item.text.lstrip().startswith(f"{_DENIES} ")
                self._phrase(fact, item, holds=not denies, fixed={})
                continue
            fixed = self._fixed(fact, item)
            for text in item.says:
                if text.text.lstrip().startswith(f"{_DENIES} "):
                    self.reading.note(text.place, "701", "a phrase that denies stands under 'denies', not under 'says'")
                    continue
                self._phrase(fact, text, holds=True, fixed=fixed)
            for text in item.denies:
                self._phrase(fact, text, holds=False, fixed=fixed)

    def _fixed(self, fact: FactType, group: PhraseGroup) -> dict[str, str]:
        """What the group fixes; a value is read as in a file of facts."""
        found: dict[str, str] = {}
        node = group.node_of("set")
        values = {key.text: value for key, value in node.entries} if isinstance(node, MappingNode) else {}
        slots = {slot.name: slot for slot in fact.slots}
        for key, _ in group.set:
            slot = lookup(self.reading, key, slots, "102", "slot", f"in '{fact.name}'")
            value = values[key.text]
            if slot is None or not isinstance(value, Scalar):
                continue
            what = f"'{slot.name}' of '{fact.name}'"
            before = len(self.reading.findings)
            if isinstance(slot, Slot):
                entities = self.rulebook.entities
                slot.kind.read_key(self.reading, value, slot.name, fact.name, entities, is_told=True)
            else:
                slot.kind.read(self.reading, value, what)
            if len(self.reading.findings) == before:
                found[slot.name] = value.text
        return found

    def _phrase(self, fact: FactType, node: Scalar, *, holds: bool, fixed: Mapping[str, str]) -> None:
        text = node.text.strip()
        text = text.removeprefix(_DENIES).strip() if not holds and text.startswith(f"{_DENIES} ") else text
        try:
            tree = parse(text)
        except Unreadable as error:
            column = node.place.column + error.at + (not node.plain)
            self.reading.note(node.place._replace(column=column), "701", f"this phrase cannot be read: {error.message}")
            return
        slots, items = {slot.name: slot for slot in fact.slots}, items_in(tree)
        for slot in dict.fromkeys(item.slot for item in items if isinstance(item, SlotRef)):
            if slot not in slots:
                hint = did_you_mean(slot, slots) or f"; it has {', '.join(slots)}"
                self.reading.note(node.place, "102", f"'{fact.name}' has no slot '{slot}'{hint}")
                return
            if slot in fixed:
                self.reading.note(node.place, "701", f"'{slot}' is fixed by 'set' and stands in the phrase as well")
                return
        self.used.extend((item.name, node.place) for item in items if isinstance(item, ClassRef))
        self.phrases.append(Phrase(fact.name, text, holds, tuple(fixed.items()), node.place))

    def check_classes(self) -> None:
        """Whether every class that phrases use is one."""
        known = {**dict.fromkeys(CLASSES, ""), **dict.fromkeys(self.classes, "")}
        for name, place in self.used:
            if name not in known:
                message = f"there is no class '@{name}'{did_you_mean(name, known)}"
                self.reading.note(place, "701", f"this phrase cannot be read: {message}")


def items_in(tree: Sequence) -> list[Item]:
    """Every item of a tree, those inside brackets too."""
    found: list[Item] = []
    todo: list[Item] = [*reversed(tree)]
    while todo:
        item = todo.pop()
        found.append(item)
        if isinstance(item, Choice):
            for option in reversed(item.options):
                todo.extend(reversed(option))
        elif isinstance(item, Adjunct):
            todo.extend(reversed(item.inner))
    return found


def slots_in(tree: Sequence) -> list[str]:
    """The slots that a phrase names."""
    return list(dict.fromkeys(item.slot for item in items_in(tree) if isinstance(item, SlotRef)))


def classes_in(tree: Sequence) -> list[str]:
    """The classes that a phrase uses."""
    return [item.name for item in items_in(tree) if isinstance(item, ClassRef)]


def words_in(tree: Sequence) -> list[str]:
    """The words of a phrase."""
    return [item.text for item in items_in(tree) if isinstance(item, Word)]
