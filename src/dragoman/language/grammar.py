"""The grammar of a rulebook: its phrases, ready to read, to say and to complete.

    phrases/*.yaml + vocabulary --read--> PhraseBook --index--> Grammar

Nothing of it is made before somebody wants to read. What costs time (reading the files, looking for the words that each
phrase cannot do without, the automata) is kept as the rulebook itself is (:mod:`dragoman.rulebook.cache`); the automaton of a phrase
is taken from there when a line first has all its words.
"""

from __future__ import annotations

import gc
import re
from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from threading import RLock

from dragoman.errors import Finding, RulebookError
from dragoman.form import form
from dragoman.language import english
from dragoman.language.columns import Columns
from dragoman.language.derive import split
from dragoman.language.index import Index
from dragoman.language.lexicon import Lexicon
from dragoman.language.machine import Compiler, Machine, required
from dragoman.language.making import Meaning, book_in, columns_of, meanings_in, pool_in
from dragoman.language.notation import Sequence, parse
from dragoman.language.numbers import said_of_unit
from dragoman.language.packing import Unpacker
from dragoman.language.phrases import Phrase, PhraseBook, can_be_told, classes_in, read_phrases, words_in
from dragoman.language.pools import Pool, pool_of, roots_in
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

_BRACED = re.compile(r"\{[^}]*\}")
_FEW = 200
"""One of so many phrases has a word that belongs to the subject."""


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

    def __init__(self, rulebook: Rulebook, book: PhraseBook, columns: Columns | None = None) -> None:
        """`columns` are those that were kept of it; without them, each is made when it is first needed."""
        self.rulebook, self.book = rulebook, book
        self.told: dict[str, FactType] = {fact.name: fact for fact in rulebook.facts.values() if can_be_told(fact)}
        self.lexicon = Lexicon(rulebook, book.words, self.told.values())
        self.compiler = Compiler(self.lexicon, book.classes, _enumerations(self.told), _counts(self.told))
        self._kept = columns
        self.meanings = meanings_in(columns) if columns is not None else meanings_of(book)
        """The phrases that say the same, by what they say."""
        self._machines: dict[int, list[Machine]] = {}
        self._trees: dict[int, Sequence] = {}
        self._bags: dict[int, frozenset[str]] = {}
        self._pools: dict[int, Pool] = {}
        self._roots_of: dict[Meaning, frozenset[str]] = {}

    @cached_property
    def columns(self) -> Columns:
        """What is kept of it."""
        return self._kept if self._kept is not None else columns_of(self)

    @cached_property
    def surface(self) -> frozenset[str]:
        """All words of phrases and of enumerations as they are written."""
        if self._kept is not None:
            return frozenset(self._kept.header["surface"])
        return _surface(self.book) | self.lexicon.heard

    def is_of_subject(self, word: str) -> bool:
        """Whether a word is the rulebook's own: of the vocabulary, or of more than a few phrases, which have turns from anywhere."""
        if word in self._subject or stem(word) in self._subject:
            return True
        number = self.index.stems.get(stem(word))
        return number is not None and len(self.columns.rows["phrases"][number]) * _FEW > len(self.book.phrases)

    @cached_property
    def _subject(self) -> frozenset[str]:
        """What the vocabulary itself is written with, words and stems."""
        facts = self.told.values()
        texts = (_BRACED.sub(" ", text) for one in facts for text in (one.says, one.denies, one.question, *one.words))
        found = {word for text in texts for word in words_of(text)} | self.lexicon.heard
        return frozenset(found | {stem(word) for word in found} | self.lexicon.types.keys())

    @cached_property
    def index(self) -> Index:
        """Where entries are found."""
        return Index(self.columns)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """What every line is held against, as far as it has the words."""
        if self._kept is None:
            return tuple(self._entries())
        index = self.index
        pairs = zip(index.phrase, index.variant, strict=True)
        return tuple(Entry(phrase, variant, index.needs(at)) for at, (phrase, variant) in enumerate(pairs))

    @property
    def bags(self) -> Iterator[frozenset[str]]:
        """The bag of each phrase, in order."""
        return map(self.bag, range(len(self.book.phrases)))

    @cached_property
    def meaning_of(self) -> array[int]:
        """Of each phrase the number of what it says, as :attr:`meanings` has them."""
        found = array("I", bytes(4 * len(self.book.phrases)))
        for meaning, phrases in enumerate(self.meanings.values()):
            for phrase in phrases:
                found[phrase] = meaning
        return found

    @cached_property
    def _of_type(self) -> Mapping[str, list[Meaning]]:
        found: dict[str, list[Meaning]] = {}
        for meaning in self.meanings:
            found.setdefault(meaning[0], []).append(meaning)
        return found

    def machines(self, phrase: int) -> list[Machine]:
        """The automata of a phrase, one for each variant."""
        found = self._machines.get(phrase)
        if found is None:
            found = self._machines[phrase] = self._kept_machines(phrase) or self._compiled(phrase)
        return found

    def _compiled(self, phrase: int) -> list[Machine]:
        return self.compiler.machines(self.book.phrases[phrase].fact, self.tree(phrase))

    def _kept_machines(self, phrase: int) -> list[Machine]:
        if self._kept is None:
            return []
        ends, rows = self._kept.numbers["machines"], self._kept.rows["machine"]
        kept = [rows[number] for number in range(ends[phrase - 1] if phrase else 0, ends[phrase])]
        return list(map(self._unpacker.machine, kept)) if all(kept) else []

    @cached_property
    def _unpacker(self) -> Unpacker:
        return Unpacker(self.columns.rows["symbol"], self.columns.header["stems"])

    def tree(self, phrase: int) -> Sequence:
        """A phrase as a tree, parsed once."""
        if phrase not in self._trees:
            self._trees[phrase] = parse(self.book.phrases[phrase].text)
        return self._trees[phrase]

    def alike(self, phrase: int) -> list[int]:
        """The phrases that say the same as this one, itself among them."""
        return self.meanings[self.book.phrases[phrase].meaning]

    def pool(self, phrase: int) -> Pool:
        """What the phrases that say the same fact as this one lend it."""
        number = self.meaning_of[phrase]
        found = self._pools.get(number)
        if found is None:
            found = self._pools[number] = pool_in(self._kept, number) if self._kept is not None else self._pool(phrase)
        return found

    def _pool(self, phrase: int) -> Pool:
        meaning = self.book.phrases[phrase].meaning
        of_type = self._of_type[meaning[0]]
        others = (self._roots(other) for other in of_type if _differ(meaning, other))
        return pool_of(map(self.tree, self.meanings[meaning]), others)

    def _roots(self, meaning: Meaning) -> frozenset[str]:
        found = self._roots_of.get(meaning)
        if found is None:
            found = self._roots_of[meaning] = roots_in(self.book.phrases[one].text for one in self.meanings[meaning])
        return found

    def bag(self, phrase: int) -> frozenset[str]:
        """The stems that a search goes by; `=slot` is a figure."""
        found = self._bags.get(phrase)
        if found is None:
            found = self._bags[phrase] = self._bag(phrase)
        return found

    def _entries(self) -> Iterable[Entry]:
        for number in range(len(self.book.phrases)):
            fact = self.told[self.book.phrases[number].fact]
            words, units = _words(fact), _units(fact)
            for variant, machine in enumerate(self.machines(number)):
                needs = tuple(
                    sorted({self.pool(number).widened(need) for need in required(machine, words)}, key=sorted)
                )
                needs = needs or units  # without a word of its own it would take anything
                if needs:
                    yield Entry(number, variant, needs)

    def _bag(self, number: int) -> frozenset[str]:
        """The stems of a phrase; a sentence of the vocabulary has with it what people call the fact."""
        if self._kept is not None:
            return frozenset(map(self._kept.header["stems"].__getitem__, self._kept.rows["bag"][number]))
        phrase, tree = self.book.phrases[number], self.tree(number)
        fact = self.told[phrase.fact]
        classes = (text for name in classes_in(tree) for text in self.compiler.classes.get(name, ()))
        texts = [*words_in(tree), *classes, *(() if phrase.is_own else fact.words)]
        own = {stem(word) for text in texts for word in words_of(text) if word not in english.CARRY_NOTHING}
        return frozenset(own | {f"={slot.name}" for slot in fact.slots if _is_figure(slot)})

    def candidates(self, stems: frozenset[str]) -> list[int]:
        """The numbers of the entries whose needs `stems` meet."""
        return self.index.met_by(stems)


def meanings_of(book: PhraseBook) -> Mapping[Meaning, list[int]]:
    """The numbers of the phrases that say the same, by what they say."""
    found: dict[Meaning, list[int]] = {}
    for number, one in enumerate(book.phrases):
        found.setdefault(one.meaning, []).append(number)
    return found


def _differ(meaning: Meaning, other: Meaning) -> bool:
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


def _units(fact: FactType) -> tuple[frozenset[str], ...]:
    """What a figure of a fact type has with it, where that is more than a percent or money: `degrees`."""
    kinds = [slot.kind for slot in fact.slots if isinstance(slot.kind, Quantity)]
    return tuple(need for kind in kinds if (need := said_of_unit(kind)))


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
        with _uncollected():
            written = Grammar(rulebook, read_book(rulebook, folder)).columns.written()
        for memory in (parse, split):  # a line asks for few of the trees, and never for all
            memory.cache_clear()
        return written

    columns = Columns.read(cache.kept_or(parts, ("language",), make))
    return Grammar(rulebook, book_in(columns), columns)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for garbage: making a grammar makes a million things that stay, and looks at each again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def facts_said(book: PhraseBook) -> Mapping[str, list[Phrase]]:
    """The phrases of each fact type."""
    found: dict[str, list[Phrase]] = {}
    for phrase in book.phrases:
        found.setdefault(phrase.fact, []).append(phrase)
    return found
