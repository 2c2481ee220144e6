"""The grammar of a rulebook: its phrases, ready to read, to say and to complete.

    phrases/*.yaml + vocabulary --read--> PhraseBook --index--> Grammar

Nothing of it is made before somebody wants to read. What costs time (reading the files, looking for the words that each
phrase cannot do without) is kept as the rulebook itself is (:mod:`dragoman.rulebook.cache`); the automaton of a phrase is
made when a line first has all its words.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import Any

from dragoman.errors import Finding, Place, RulebookError
from dragoman.form import form
from dragoman.language import english
from dragoman.language.index import Index
from dragoman.language.lexicon import Lexicon
from dragoman.language.machine import Compiler, Machine, required
from dragoman.language.notation import Sequence, parse
from dragoman.language.phrases import Fixed, Phrase, PhraseBook, can_be_told, classes_in, read_phrases, words_in
from dragoman.language.pools import Pool, pool_of
from dragoman.language.stems import stem
from dragoman.language.tokens import words_of
from dragoman.rulebook import cache, files
from dragoman.rulebook.forms import FactType, Rulebook, Slot, ValueSlot
from dragoman.source.files import decoded, read_bytes
from dragoman.source.limits import current
from dragoman.source.nodes import Node
from dragoman.source.reading import Reading
from dragoman.values.enumeration import Enumeration
from dragoman.values.money import Money
from dragoman.values.quantity import Quantity


@form
class Entry:
    """One variant of a phrase, as far as it is known before a line has its words."""

    phrase: int
    """Its number among the phrases."""
    variant: int
    needs: tuple[frozenset[str], ...]
    """A line that it takes has a stem of each; `=name` is an entity."""


class Grammar:
    """What reads a rulebook's facts."""

    def __init__(
        self,
        rulebook: Rulebook,
        book: PhraseBook,
        entries: Iterable[Entry] | None = None,
        surface: frozenset[str] | None = None,
        bags: Iterable[frozenset[str]] | None = None,
    ) -> None:
        self.rulebook, self.book = rulebook, book
        self.told: dict[str, FactType] = {fact.name: fact for fact in rulebook.facts.values() if can_be_told(fact)}
        self.lexicon = Lexicon(rulebook, book.words, self.told.values())
        self.surface = surface if surface is not None else _surface(book) | self.lexicon.heard
        """All words of phrases and of enumerations as they are written."""
        self.compiler = Compiler(self.lexicon, book.classes, _enumerations(self.told), _counts(self.told))
        self.bags = tuple(bags if bags is not None else (self._bag(phrase) for phrase in book.phrases))
        """Of each phrase the stems that a search goes by; `=slot` is a figure."""
        self._machines: dict[int, list[Machine]] = {}
        self._trees: dict[int, Sequence] = {}
        self._by_phrase: dict[int, list[Entry]] = {}
        self.meanings: dict[tuple[str, bool, Fixed], list[int]] = {}
        for number, one in enumerate(book.phrases):
            self.meanings.setdefault(one.meaning, []).append(number)
        self._of_type: dict[str, list[tuple[str, bool, Fixed]]] = {}
        for meaning in self.meanings:
            self._of_type.setdefault(meaning[0], []).append(meaning)
        self._pools: dict[tuple[str, bool, Fixed], Pool] = {}
        self.entries = tuple(entries if entries is not None else self._entries())

    def machines(self, phrase: int) -> list[Machine]:
        """The automata of a phrase, one for each variant."""
        if phrase not in self._machines:
            one = self.book.phrases[phrase]
            self._machines[phrase] = self.compiler.machines(one.fact, parse(one.text))
        return self._machines[phrase]

    def tree(self, phrase: int) -> Sequence:
        """A phrase as a tree, parsed once."""
        if phrase not in self._trees:
            self._trees[phrase] = parse(self.book.phrases[phrase].text)
        return self._trees[phrase]

    def entries_of(self, phrase: int) -> list[Entry]:
        """The entries of a phrase."""
        if not self._by_phrase:
            for entry in self.entries:
                self._by_phrase.setdefault(entry.phrase, []).append(entry)
        return self._by_phrase.get(phrase, [])

    def alike(self, phrase: int) -> list[int]:
        """The phrases that say the same as this one, itself among them."""
        return self.meanings[self.book.phrases[phrase].meaning]

    def pool(self, phrase: int) -> Pool:
        """What the phrases that say the same fact as this one lend it."""
        meaning = self.book.phrases[phrase].meaning
        if meaning not in self._pools:
            of_type = self._of_type[meaning[0]]
            others = [one for other in of_type if _differ(meaning, other) for one in self.meanings[other]]
            self._pools[meaning] = pool_of(
                map(self.tree, self.meanings[meaning]), (self.book.phrases[one].text for one in others)
            )
        return self._pools[meaning]

    def _entries(self) -> Iterable[Entry]:
        for number in range(len(self.book.phrases)):
            words = _words(self.told[self.book.phrases[number].fact])
            for variant, machine in enumerate(self.machines(number)):
                needs = tuple(
                    sorted({self.pool(number).widened(need) for need in required(machine, words)}, key=sorted)
                )
                if needs:  # without a word of its own it would take anything
                    yield Entry(number, variant, needs)

    def _bag(self, phrase: Phrase) -> frozenset[str]:
        """The stems of a phrase; a sentence of the vocabulary has with it what people call the fact."""
        fact = self.told[phrase.fact]
        tree = parse(phrase.text)
        classes = (text for name in classes_in(tree) for text in self.compiler.classes.get(name, ()))
        texts = [*words_in(tree), *classes, *(() if phrase.is_own else fact.words)]
        own = {stem(word) for text in texts for word in words_of(text) if word not in english.CARRY_NOTHING}
        return frozenset(own | {f"={slot.name}" for slot in fact.slots if _is_figure(slot)})

    def candidates(self, stems: frozenset[str]) -> list[int]:
        """The numbers of the entries whose needs `stems` meet."""
        return self._index.met_by(stems)

    @cached_property
    def _index(self) -> Index:
        return Index(entry.needs for entry in self.entries)


def _differ(meaning: tuple[str, bool, Fixed], other: tuple[str, bool, Fixed]) -> bool:
    """Whether two phrases of one type say facts that cannot be the same."""
    one, two = dict(meaning[2]), dict(other[2])
    return any(one[slot] != two[slot] for slot in one.keys() & two.keys())


def _is_figure(slot: Slot | ValueSlot) -> bool:
    return isinstance(slot, ValueSlot) and not isinstance(slot.kind, Enumeration)


def _surface(book: PhraseBook) -> frozenset[str]:
    texts = [text for one in book.phrases for text in words_in(parse(one.text))]
    texts += [text for several in (*book.words.values(), *book.classes.values()) for text in several]
    found = {word for text in texts for word in words_of(text)}
    return frozenset(found | {stem(word) for word in found})


def _words(fact: FactType) -> dict[str, tuple[str, ...]]:
    """The words of each enumeration of a fact type, by slot."""
    return {slot.name: slot.kind.words for slot in fact.slots if isinstance(slot.kind, Enumeration)}


def _counts(told: Mapping[str, FactType]) -> frozenset[tuple[str, str]]:
    """The slots of figures, each with its fact type."""
    return frozenset(
        (fact.name, slot.name)
        for fact in told.values()
        for slot in fact.slots
        if isinstance(slot.kind, Money | Quantity)
    )


def _enumerations(told: Mapping[str, FactType]) -> dict[tuple[str, str], tuple[str, ...]]:
    return {(fact.name, slot): words for fact in told.values() for slot, words in _words(fact).items()}


# ------------------------------------------------------------------------------------------ read and kept

_READY: deque[Grammar] = deque(maxlen=4)
_MAKING = RLock()
"""One thread makes it and the others wait for it: together they would take a multiple of the time."""


def grammar_of(rulebook: Rulebook) -> Grammar:
    """The grammar of a rulebook: of the last few the same again.

    Raises:
        RulebookError: with all mistakes of its files of phrases.
    """
    with _MAKING:
        for ready in tuple(_READY):
            if ready.rulebook is rulebook:
                return ready
        _READY.append(made := _kept_or_made(rulebook))
        return made


def read_book(rulebook: Rulebook, folder: Path) -> PhraseBook:
    """The phrases of a rulebook's folder.

    Raises:
        RulebookError: with all mistakes of its files of phrases.
    """
    reading, documents = Reading("RB"), dict[str, Node]()
    for path, data in _contents(folder):
        read = data if isinstance(data, Finding) else decoded(str(path), data, "RB")
        if isinstance(read, Finding):
            reading.findings.append(read)
            continue
        node = reading.document(*read)
        if node is not None:
            documents[str(path)] = node
    book = read_phrases(reading, rulebook, documents)
    if reading.findings:
        raise RulebookError(reading.findings)
    return book


def _contents(folder: Path) -> list[tuple[Path, bytes | Finding]]:
    limits = current()
    return [(path, read_bytes(path, "RB", limits)) for path in files.phrases(folder)]


def _kept_or_made(rulebook: Rulebook) -> Grammar:
    folder = Path(rulebook.folder)
    contents = _contents(folder)
    parts = [rulebook.digest.encode()]
    for path, data in contents:
        if not isinstance(data, bytes):
            return Grammar(rulebook, read_book(rulebook, folder))
        parts += [str(path).encode(errors="surrogatepass"), data]

    def make() -> bytes:
        grammar = Grammar(rulebook, read_book(rulebook, folder))
        return json.dumps(_written(grammar), separators=(",", ":")).encode("utf-8", "surrogatepass")

    data = json.loads(cache.kept_or(parts, ("language",), make).decode("utf-8", "surrogatepass"))
    return Grammar(rulebook, *_unwritten(data))


def _written(grammar: Grammar) -> list[Any]:
    book = grammar.book
    needs: dict[frozenset[str], int] = {}
    rows = [
        [entry.phrase, entry.variant, [needs.setdefault(need, len(needs)) for need in entry.needs]]
        for entry in grammar.entries
    ]
    phrases = [[p.fact, p.text, p.holds, p.fixed, p.place, p.is_own] for p in book.phrases]
    stems: dict[str, int] = {}
    numbered = [[stems.setdefault(one, len(stems)) for one in sorted(bag)] for bag in grammar.bags]
    words = [[*key, texts] for key, texts in book.words.items()]
    return [
        phrases,
        words,
        dict(book.classes),
        sorted(book.events),
        [sorted(need) for need in needs],
        rows,
        sorted(grammar.surface),
        [list(stems), numbered],
    ]


def _unwritten(data: list[Any]) -> tuple[PhraseBook, list[Entry], frozenset[str], list[frozenset[str]]]:
    phrases, words, classes, events, needs, rows, surface, (stems, bags) = data
    book = PhraseBook(
        tuple(
            Phrase(fact, text, holds, tuple((slot, value) for slot, value in fixed), Place(*place), own)
            for fact, text, holds, fixed, place, own in phrases
        ),
        {(slot, word): tuple(texts) for slot, word, texts in words},
        {name: tuple(texts) for name, texts in classes.items()},
        frozenset(events),
    )
    sets = [frozenset(need) for need in needs]
    entries = [Entry(phrase, variant, tuple(sets[one] for one in some)) for phrase, variant, some in rows]
    return book, entries, frozenset(surface), [frozenset(map(stems.__getitem__, bag)) for bag in bags]


def facts_said(book: PhraseBook) -> Mapping[str, list[Phrase]]:
    """The phrases of each fact type."""
    found: dict[str, list[Phrase]] = {}
    for phrase in book.phrases:
        found.setdefault(phrase.fact, []).append(phrase)
    return found
