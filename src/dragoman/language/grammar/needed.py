"""What each phrase cannot do without, its order aside: which of its words must be there, and what is only ever done to somebody.

It is worked out once and kept with the grammar (:mod:`dragoman.language.grammar.making`): where a line has all words of a hundred
phrases, what most of them still lack is seen without looking at a phrase.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Sequence as Several
from typing import TYPE_CHECKING, NamedTuple

from dragoman.language.grammar.derive import PREPOSITIONS, split
from dragoman.language.grammar.index import meanings_in
from dragoman.language.grammar.machine import Compiler
from dragoman.language.grammar.notation import Adjunct, Choice, ClassRef, Item, Sequence, Word
from dragoman.language.words import english
from dragoman.language.words.stems import is_past_participle, stem

if TYPE_CHECKING:
    from dragoman.language.grammar.grammar import Grammar

_HELPERS = frozenset(map(stem, english.BE | english.DO | english.HAVE | {"got", "become"}))
_NEVER_SUFFERED = frozenset(map(stem, ("come", "go", "arrive", "fall", "rise", "die", "happen", "stay", "remain")))
"""What nothing is done by: in `(is|came back) clean` the `came` is no participle."""
_MOST_KEPT = 500
_SAYING = 2
"""So many words say something, whatever they are."""
Met = tuple["frozenset[str] | tuple[Met, ...]", ...]
"""What a phrase asks for: of each set of stems one, of each tuple all of one of its members."""


class Asked:
    """What each phrase of a grammar asks for."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        columns = grammar.columns
        self._texts = columns.header["stems"]
        self._sets, self._sets_of_stem = columns.rows["asked"], columns.rows["asked of stem"]
        self._is_more = columns.numbers["asks more"]
        self._all, self._done = columns.rows["asks all"], columns.rows["suffered"]
        self._of_phrase: dict[int, frozenset[int]] = {}
        self._of_stem: dict[int, list[int]] = {}
        self._more: dict[int, list[int]] = {}
        self._suffered: dict[int, frozenset[str]] = {}
        self._there: dict[tuple[frozenset[int], int], list[int]] = {}

    def phrases_there(self, stems: set[int], let: int) -> list[int]:
        """The phrases of some meanings, by their bits, that have all their words among some stems.

        The orders in which a sentence is looked at have the same stems, so that half of all answers are known.
        """
        key = frozenset(stems), let
        found = self._there.get(key)
        if found is None:
            if len(self._there) >= _MOST_KEPT:
                self._there.clear()
            found = self._there[key] = [*self._phrases_there(stems, let)]
        return found

    def _phrases_there(self, stems: set[int], let: int) -> Iterator[int]:
        index, met = self.grammar.index, self.met(stems)
        needs = index.needs_met(stems)
        for meaning in meanings_in(let & index.met(stems)):
            for number in index.phrases(meaning, needs):
                if (
                    self.may_be_met(number, met)
                    and index.first_needs(number) <= needs
                    and self.is_met(number, stems, met)
                ):
                    yield number

    def met(self, stems: Iterable[int]) -> set[int]:
        """The numbers of the sets of which some stems have one."""
        found: set[int] = set()
        for one in stems:
            sets = self._of_stem.get(one)
            if sets is None:
                sets = self._of_stem[one] = self._sets_of_stem[one] if one < len(self._sets_of_stem) else []
            found.update(sets)
        return found

    def may_be_met(self, phrase: int, met: set[int]) -> bool:
        """Whether `met`, which is what some stems meet, has all sets of a phrase: it has no more to ask for, as a rule."""
        sets = self._of_phrase.get(phrase)
        if sets is None:
            sets = self._of_phrase[phrase] = frozenset(self._sets[phrase])
        return sets <= met

    def is_met(self, phrase: int, stems: set[int], met: set[int]) -> bool:
        """Whether all words of a phrase are there, of each choice those of one."""
        return self.may_be_met(phrase, met) and (not self._is_more[phrase] or _is_met(self._asks(phrase), 0, stems))

    def has_enough(self, phrase: int, words: Several[set[int]], names: set[int]) -> bool:
        """Whether no word stands for two of a phrase: `looks to X` has not all of `looks into a look to X`.

        `words` are the sets that each word of a line meets, `names` those that the named meet: `the two powers` are two.
        """
        sets = self._of_phrase.get(phrase, frozenset())
        return sum(not sets.isdisjoint(one) for one in words) + len(sets & names) >= len(sets)

    def _asks(self, phrase: int) -> list[int]:
        """All that a phrase asks for, if it asks for more than some sets, as :func:`packed` has it."""
        found = self._more.get(phrase)
        if found is None:
            found = self._more[phrase] = self._all[phrase]
        return found

    def suffered(self, phrase: int) -> frozenset[str]:
        """The stems of what is only done to somebody in what a phrase says, and never done by him."""
        meaning = self.grammar.meaning_of[phrase]
        found = self._suffered.get(meaning)
        if found is None:
            found = self._suffered[meaning] = frozenset(map(self._texts.__getitem__, self._done[meaning]))
        return found


def packed(asked: Met, number: Callable[[Iterable[str]], list[int]]) -> list[int]:
    """What a phrase asks for as numbers: how many, then of each whether it is a choice, how many it has, and these.

    Before each option of a choice stands how long it is, so that it can be passed over.
    """
    row = [len(asked)]
    for one in asked:
        row.append(len(one) << 1 | isinstance(one, tuple))
        if isinstance(one, frozenset):
            row += number(sorted(one))
        else:
            for option in one:
                inner = packed(option, number)
                row += (len(inner), *inner)
    return row


def _is_met(row: Several[int], at: int, stems: set[int]) -> bool:
    """Whether some stems are all that is asked for from there on."""
    size, at = row[at], at + 1
    for _ in range(size):
        head, at = row[at], at + 1
        if not head & 1:
            end = at + (head >> 1)
            if stems.isdisjoint(row[at:end]):
                return False
            at = end
            continue
        is_one = False
        for _ in range(head >> 1):
            is_one = is_one or _is_met(row, at + 1, stems)
            at += 1 + row[at]
        if not is_one:
            return False
    return True


def asked(compiler: Compiler, tree: Sequence) -> Met:
    """What a phrase asks for."""
    return _Asking(compiler).sequence(split(tree))


def sets_of(met: Met) -> list[frozenset[str]]:
    """The sets of which each line that meets it has a stem; of a choice, one set of each of its options taken together."""
    found = []
    for one in met:
        if isinstance(one, frozenset):
            found.append(one)
            continue
        options = [sets_of(option) for option in one]
        if all(options):
            found.append(frozenset[str]().union(*(min(sets, key=len) for sets in options)))
    return found


def is_all(met: Met) -> bool:
    """Whether its sets are all that it asks for."""
    return all(isinstance(one, frozenset) for one in met)


class _Asking(NamedTuple):
    """Makes of a phrase, cut into words, what it asks for."""

    compiler: Compiler

    def sequence(self, tree: Sequence) -> Met:
        texts = [item.text if isinstance(item, Word) else "" for item in tree]
        lexicon = self.compiler.lexicon
        found: list[frozenset[str] | tuple[Met, ...]] = []
        skipped = 0
        for at, item in enumerate(tree):
            if at < skipped:
                continue
            named = lexicon.naming_at(run_of(texts, at), 0) if texts[at] in lexicon.namings else None
            if named is not None:
                skipped = at + named[0]
                found.append(frozenset({f"={named[1].entity}"}))
            else:
                found.extend(self.item(item))
        return tuple(found)

    def item(self, item: Item) -> Met:
        match item:
            case Word(text):
                return () if text in PREPOSITIONS else (self.compiler.said(text).stems,)
            case ClassRef():
                return _any(tuple(tuple(frozenset({one}) for one in stems) for stems in self.compiler.stems_of(item)))
            case Choice(options):
                asks = [self._option(option) for option in options]
                if any(asks):
                    # beside `(gone|over|off)` an `off` says as much as the others
                    asks = [one or _words_of(option) for one, option in zip(asks, options, strict=True)]
                return _any(tuple(asks))
            case Adjunct(inner):
                return self.sequence(inner)
        return ()

    def _option(self, option: Sequence) -> Met:
        """One of a choice: `off and on` and `as before` say something, though each of their words alone says nothing."""
        asks = self.sequence(option)
        words = [item.text for item in option if isinstance(item, Word)]
        says = any(word not in PREPOSITIONS | english.CARRY_NOTHING for word in words)
        if says or len(words) < _SAYING or len(words) < len(option):
            return asks
        return tuple(frozenset({stem(word)}) for word in words)


def _words_of(option: Sequence) -> Met:
    """One of a choice word by word, where it is nothing but words."""
    words = [item.text for item in option if isinstance(item, Word)]
    return tuple(frozenset({stem(word)}) for word in words) if len(words) == len(option) else ()


def _any(options: tuple[Met, ...]) -> Met:
    """What is asked for where one of several is enough."""
    if options and not all(options):
        return ()
    singles = [option[0] for option in options if len(option) == 1]
    sets = [one for one in singles if isinstance(one, frozenset)]
    if options and len(sets) == len(options):
        return (frozenset[str]().union(*sets),)
    return (options,)


def run_of(texts: list[str], at: int) -> list[str]:
    """The words from there to the next thing that is none."""
    end = at
    while end < len(texts) and texts[end]:
        end += 1
    return texts[at:end]


def only_suffered(phrases: Iterable[Several[str]]) -> frozenset[str]:
    """The stems that are participles behind a form of be in some phrases and nothing else in any; of each its words."""
    done, other = set[str](), set[str]()
    for words in phrases:
        has_been = False
        for word in words:
            has_been = has_been or word in english.BE
            (done if has_been and is_past_participle(word) else other).add(stem(word))
    return frozenset(done - other - _HELPERS - _NEVER_SUFFERED)
