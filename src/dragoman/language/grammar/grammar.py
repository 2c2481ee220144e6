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
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from itertools import chain
from pathlib import Path
from threading import RLock

from dragoman.errors import Finding, RulebookError
from dragoman.form import form
from dragoman.language.grammar.columns import Columns
from dragoman.language.grammar.derive import split
from dragoman.language.grammar.index import Index
from dragoman.language.grammar.joint import Joint, Plainly
from dragoman.language.grammar.kept import book_in, meanings_in, pool_in
from dragoman.language.grammar.lexicon import Lexicon
from dragoman.language.grammar.machine import Machine
from dragoman.language.grammar.making import columns_of, compiler_of, told_in
from dragoman.language.grammar.notation import Sequence, parse
from dragoman.language.grammar.packing import Packed, Unpacker
from dragoman.language.grammar.phrases import Phrase, PhraseBook, read_phrases
from dragoman.language.grammar.pools import Pool
from dragoman.language.grammar.shapes import Shape
from dragoman.language.words import rings
from dragoman.language.words.changes import GOING, THAN_BEFORE, TRENDS
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import words_of
from dragoman.rulebook import cache, files
from dragoman.rulebook.forms import FactType, Rulebook
from dragoman.source.files import decoded, read_bytes
from dragoman.source.limits import current
from dragoman.source.nodes import Node
from dragoman.source.reading import Reading
from dragoman.values.enumeration import Enumeration

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

    def __init__(self, rulebook: Rulebook, book: PhraseBook, columns: Columns) -> None:
        """`columns` are what :func:`dragoman.language.grammar.making.columns_of` made of the phrases."""
        self.rulebook, self.book, self.columns = rulebook, book, columns
        self.told: dict[str, FactType] = told_in(rulebook)
        self.lexicon = Lexicon(rulebook, book.words, self.told.values())
        self.compiler = compiler_of(book, self.lexicon, self.told)
        self.meanings = meanings_in(columns)
        """The phrases that say the same, by what they say."""
        self._machines: dict[int, list[Machine]] = {}
        self._joints: dict[int, Joint] = {}
        self._trees: dict[int, Sequence] = {}
        self._bags: dict[int, frozenset[str]] = {}
        self._pools: dict[int, Pool] = {}
        self._shapes: dict[int, Shape] = {}

    @cached_property
    def surface(self) -> frozenset[str]:
        """All words of phrases and of enumerations as they are written."""
        return frozenset(self.columns.header["surface"])

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
        named = (text for one in self.lexicon.entities.values() for text in (one.title, *one.aliases))
        found = {word for text in chain(texts, named) for word in words_of(text)} | self.lexicon.heard
        found |= self.lexicon.kind_words
        return frozenset(found | {stem(word) for word in found} | self.lexicon.types.keys())

    @cached_property
    def trends(self) -> frozenset[str]:
        """The words of all enumerations that say which way something goes."""
        several = ((slot.name, slot.kind) for fact in self.told.values() for slot in fact.slots)
        return frozenset(
            word
            for slot, kind in several
            if isinstance(kind, Enumeration) and self._is_trend(slot, kind)
            for word in kind.words
        )

    def _is_trend(self, slot: str, kind: Enumeration) -> bool:
        """Whether the words of an enumeration say which way something goes, by their own names or by what else is said for them."""
        others = (text for word in kind.words for of in (slot, "") for text in self.book.words.get((of, word), ()))
        return not ((TRENDS | THAN_BEFORE).isdisjoint(kind.words) and GOING.isdisjoint((*others, *kind.synonyms)))

    @cached_property
    def index(self) -> Index:
        """Where entries are found."""
        return Index(self.columns)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """What every line is held against, as far as it has the words."""
        index = self.index
        pairs = zip(index.phrase, index.variant, strict=True)
        return tuple(Entry(phrase, variant, index.needs(at)) for at, (phrase, variant) in enumerate(pairs))

    @property
    def bags(self) -> Iterator[frozenset[str]]:
        """The bag of each phrase, in order."""
        return map(self.bag, range(len(self.book.phrases)))

    def phrases_with(self, one: str) -> frozenset[int]:
        """The numbers of the phrases that have a stem."""
        number = self.index.stems.get(one)
        return frozenset(self.columns.rows["phrases"][number]) if number is not None else frozenset()

    @cached_property
    def meaning_of(self) -> array[int]:
        """Of each phrase the number of what it says, as :attr:`meanings` has them."""
        found = array("I", bytes(4 * len(self.book.phrases)))
        for meaning, phrases in enumerate(self.meanings.values()):
            for phrase in phrases:
                found[phrase] = meaning
        return found

    def machines(self, phrase: int) -> list[Machine]:
        """The automata of a phrase, one for each variant."""
        found = self._machines.get(phrase)
        if found is None:
            kept = list(map(self.columns.rows["machine"].__getitem__, self._rows_of(phrase)))
            found = self._machines[phrase] = (
                list(map(self._unpacker.machine, kept)) if all(kept) else self._compiled(phrase)
            )
        return found

    def _rows_of(self, phrase: int) -> range:
        """Where the automata of a phrase are kept."""
        ends = self.columns.numbers["machines"]
        return range(ends[phrase - 1] if phrase else 0, ends[phrase])

    def joint(self, meaning: int) -> Joint:
        """The automata of all phrases of a meaning as one."""
        found = self._joints.get(meaning)
        if found is None:
            index, kept = self.index, self.columns.rows["machine"]
            entries = [(index.phrase[one], index.variant[one]) for one in index.entries_of[meaning]]
            rows = [kept[self._rows_of(phrase)[variant]] for phrase, variant in entries]
            machines = (
                Packed(self._unpacker, rows)
                if all(rows)
                else Plainly(self.machines(phrase)[variant] for phrase, variant in entries)
            )
            found = self._joints[meaning] = Joint([phrase for phrase, _ in entries], machines)
        return found

    def shape(self, phrase: int) -> Shape:
        """What a phrase has beside its words."""
        number = self.columns.numbers["shape"][phrase]
        found = self._shapes.get(number)
        if found is None:
            found = self._shapes[number] = Shape.read(self.columns.texts["shape"][number])
        return found

    def _compiled(self, phrase: int) -> list[Machine]:
        """The automata of a phrase that has one too large to be kept."""
        return self.compiler.machines(self.book.phrases[phrase].fact, self.tree(phrase))

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
        return self.pool_of(self.meaning_of[phrase])

    def pool_of(self, meaning: int) -> Pool:
        """What the phrases of a meaning lend each other."""
        found = self._pools.get(meaning)
        if found is None:
            found = self._pools[meaning] = pool_in(self.columns, meaning)
        return found

    @cached_property
    def fact_of(self) -> tuple[FactType, ...]:
        """Of each meaning the fact type."""
        return tuple(self.told[fact] for fact, *_ in self.meanings)

    def bag(self, phrase: int) -> frozenset[str]:
        """The stems that a search goes by; `=slot` is a figure."""
        found = self._bags.get(phrase)
        if found is None:
            stems = self.columns.header["stems"]
            found = self._bags[phrase] = frozenset(map(stems.__getitem__, self.columns.rows["bag"][phrase]))
        return found


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
    parts = [rulebook.digest.encode(), rings.written()]
    for path, data in contents:
        if not isinstance(data, bytes):
            read_book(rulebook, folder)  # says all that is wrong
            raise RulebookError([data])
        parts += [str(path).encode(errors="surrogatepass"), data]

    def make() -> bytes:
        with _uncollected():
            written = columns_of(rulebook, read_book(rulebook, folder)).written()
        for memory in (parse, split):  # a line asks for few of the trees, and never for all
            memory.cache_clear()
        return written

    columns = Columns.read(cache.kept_or(parts, ("language/words", "language/grammar"), make))
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
