"""Enumerations: one of a few words, as a key or as the value that is told.

Each statement leaves a set of words: the word that was told, or in a denial all others. Where the enumeration is
*exhaustive* exactly one of its words is always the case; elsewhere it may be none of them, so that a denial of all
words but one says nothing of the last. Denials rule words out together, and one that agrees with every word told
adds nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from dragoman.form import form
from dragoman.source.many import ListOf
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import Node, Scalar
from dragoman.source.shapes import OneWord
from dragoman.values.kind import DISPUTED, UNKNOWN, Stated, Test, Threshold, Truth, Value, Verdict, plain

if TYPE_CHECKING:
    from dragoman.source.reading import Reading

_NONE = ""
"""That it is none of the words; no word is empty."""


@form
class Word(Value):
    """A statement on an enumeration: this word, or (in a denial) any other."""

    word: str

    def json(self) -> object:
        return self.word

    def __str__(self) -> str:
        """The word; what is sorted by values is sorted by it."""
        return self.word


@form
class WordTest(Test):
    """The value is one of these words."""

    words: frozenset[str]


@form
class Enumeration:
    """One of a few words."""

    KEY: ClassVar[str] = "one_of"
    CAN_BE_DENIED: ClassVar[bool] = True

    words: tuple[str, ...]
    is_exhaustive: bool = False
    synonyms: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What else people write, and the word that it stands for."""
    readings: Mapping[str, str] = field(default_factory=dict, hash=False)
    """How a word reads in sentences, where that is not the word itself with spaces."""

    # -- what is told

    def choice(self, reading: Reading, node: Node, what: str) -> str:
        """One of the words, or the one that a synonym stands for; empty after noting a mistake."""
        if isinstance(node, Scalar):
            folded = node.text.strip().casefold().replace(" ", "_")
            word = node.text if node.text in self.words else self.synonyms.get(folded, "")
            if word or not self.words:  # what declares them has a mistake itself, which is noted there
                return word
        return OneWord(self.words).read(reading, node, what)

    def read(self, reading: Reading, node: Node, what: str) -> Word | None:
        """See :class:`dragoman.values.kind.ValueKind`, as for all that follows."""
        word = self.choice(reading, node, what)
        return Word(word) if word else None

    def node(self, value: Value) -> Node:
        return plain(_word(value))

    def cell(self, value: Value) -> str:
        return _word(value)

    def from_cell(self, reading: Reading, cell: Scalar, separator: str) -> Node:
        return Scalar(cell.text.strip(), True, cell.place)

    def told(self) -> OneWord:
        return OneWord((*self.words, *self.synonyms))

    # -- as a key

    def read_key(
        self, reading: Reading, node: Scalar, slot: str, fact: str, entities: Mapping[str, Any], *, is_told: bool
    ) -> str:
        """One of the words, or where facts are told a synonym; empty after noting a mistake."""
        what = f"the slot '{slot}' of '{fact}'"
        return self.choice(reading, node, what) if is_told else OneWord(self.words).read(reading, node, what)

    def domain(self, entities: Mapping[str, Any]) -> frozenset[str]:
        """See :class:`dragoman.values.entity.Entities`."""
        return frozenset(self.words)

    def title(self, name: str, entities: Mapping[str, Any]) -> str:
        return self.readings.get(name) or name.replace("_", " ")

    def reach(self, name: str, entities: Mapping[str, Any]) -> frozenset[str | None]:
        return frozenset({name})

    def choices(self, entities: Mapping[str, Any], *, is_told: bool) -> tuple[str, ...]:
        return self.words

    # -- in words

    def says(self, value: Value) -> str:
        return self.spoken([_word(value)])

    def known(self, stated: Sequence[Stated]) -> tuple[str, bool]:
        told, denied = _sides(stated)
        return (self.spoken(told), True) if told else (self.spoken(denied), False)

    def spoken(self, words: Collection[str]) -> str:
        """Some of the words as sentences say them, in the order of the vocabulary: `growing, stable or shrinking`."""
        said = [self.title(word, {}) for word in self.words if word in words]
        return " or ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)

    def anything(self) -> str:
        return self.spoken(self.words)

    def allowed(self) -> str:
        return ", ".join(self.words)

    def described(self) -> str:
        return f"{'exactly ' if self.is_exhaustive else ''}one of {', '.join(self.words)}"

    def example(self) -> str:
        return self.words[0]

    # -- what follows from it

    def verdict(self, stated: Sequence[Stated], test: Test | None) -> Verdict:
        if not isinstance(test, WordTest):
            it_is = tuple(number for number, one in enumerate(stated) if one.holds)
            return Verdict(Truth.TRUE, (it_is,)) if it_is else UNKNOWN
        if not stated:
            return UNKNOWN
        left = self.left(stated)
        if not left & test.words:
            return Verdict(Truth.FALSE, _ruling_out(stated, test.words))
        if left <= test.words:
            return Verdict(Truth.TRUE, _ruling_out(stated, self._all - test.words))
        return DISPUTED if self.is_disputed(stated) else UNKNOWN

    def is_disputed(self, stated: Sequence[Stated]) -> bool:
        told, denied = _sides(stated)
        return len(told) > 1 or bool(told & denied) or self._is_nothing_left(told, denied)

    def is_comparable(self, stated: Sequence[Stated]) -> bool:
        return True

    def region(self, stated: Sequence[Stated], tests: Sequence[Test]) -> Hashable:
        return stated[0] if len(stated) == 1 else frozenset(stated)

    @property
    def _all(self) -> frozenset[str]:
        return frozenset(self.words) if self.is_exhaustive else frozenset((*self.words, _NONE))

    def left(self, stated: Sequence[Stated]) -> frozenset[str]:
        """The words that the statements leave together, the empty one for none of them.

        Denials that rule out all there is contradict each other, and leave no one knows what.
        """
        told, denied = _sides(stated)
        allowed = self._all - denied or self._all
        return allowed if not told else told | allowed if told & denied else told

    def _is_nothing_left(self, told: frozenset[str], denied: frozenset[str]) -> bool:
        """Whether the denials rule out every word although one must be the case."""
        return not told and denied >= self._all

    # -- tests

    def read_test(self, reading: Reading, node: Node, what: str, thresholds: Mapping[str, Any]) -> Test | None:
        words = self.tested().read(reading, node, f"the slot {what}")
        if words and len(set(words)) == len(self.words):
            reading.note(node.place, "208", f"this test lists every word of {what}; leave the slot out instead")
        return WordTest(frozenset(words))

    def resolved(self, test: Test, thresholds: Mapping[str, Threshold]) -> Test:
        return test

    def takes(self, number: Decimal) -> bool:
        return False

    def limits(self) -> str:
        return ""

    def wants(self, test: Test, thresholds: Mapping[str, Threshold]) -> str:
        return self.spoken(test.words) if isinstance(test, WordTest) else ""

    def within(self, inner: Test | None, outer: Test | None) -> bool:
        if outer is None:
            return True
        return isinstance(inner, WordTest) and isinstance(outer, WordTest) and inner.words <= outer.words

    def disjoint(self, one: Test | None, other: Test | None) -> bool:
        return isinstance(one, WordTest) and isinstance(other, WordTest) and not one.words & other.words

    def why_empty(self, test: Test) -> str:
        return "its test names no word" if isinstance(test, WordTest) and not test.words else ""

    def samples(self, test: Test | None, others: Sequence[Test]) -> Iterator[Stated]:
        wanted = test.words if isinstance(test, WordTest) else frozenset[str]()
        words = sorted(self.words, key=lambda word: word not in wanted)
        yield from (Stated(True, Word(word)) for word in words)
        yield from (Stated(False, Word(word)) for word in words if word in wanted)

    def tested(self) -> ListOf[str]:
        return ListOf(OneWord(self.words), or_one=True, at_least=1)


def mistakes(words: Iterable[str], synonyms: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Synonyms that cannot be: each with what is wrong with it.

    `words` are all words of all enumerations of a vocabulary.
    """
    known = frozenset(words)
    for synonym, word in synonyms.items():
        if word not in known:
            yield synonym, f"'{word}' is no word of any slot{did_you_mean(word, known)}"
        elif synonym in known:
            yield synonym, f"'{synonym}' is a word of a slot itself; it cannot stand for '{word}'"


def _word(value: Value) -> str:
    return value.word if isinstance(value, Word) else ""


def _sides(stated: Sequence[Stated]) -> tuple[frozenset[str], frozenset[str]]:
    """The words that somebody said it is, and those that somebody said it is not."""
    told = frozenset(_word(one.value) for one in stated if one.holds and one.value is not None)
    return told, frozenset(_word(one.value) for one in stated if not one.holds and one.value is not None)


def _ruling_out(stated: Sequence[Stated], words: frozenset[str]) -> tuple[tuple[int, ...], ...]:
    """For each word, the statements that rule it out."""
    return tuple(
        tuple(number for number, one in enumerate(stated) if (_word(one.value or Word("")) != word) == one.holds)
        for word in sorted(words)
    )
