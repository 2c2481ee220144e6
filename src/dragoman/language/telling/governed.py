"""Verbs and those with whom something is done: who drills with another does not drill him, and who takes part in it does not take it.

The phrases of one fact say which words have a name right behind them and which have one only behind a preposition, or behind more
words: `turns against {x}`, `keeps {x} on a leash`. A sentence that was read word by word is held against that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.language.clauses.match import Hit
from dragoman.language.grammar.derive import PREPOSITIONS, split
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.grammar.needed import run_of
from dragoman.language.grammar.notation import Adjunct, Choice, ClassRef, Item, Sequence, SlotRef, Word
from dragoman.language.grammar.phrases import Phrase
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.language.words.thesaurus import same
from dragoman.language.words.tokens import words_of

_NO_VERBS = (
    PREPOSITIONS
    | english.BE
    | english.DO
    | english.HAVE
    | english.MODALS
    | english.NEGATORS
    | english.RELATIVE
    | english.FILLERS
    | english.NARROWING
    | english.BOUNDARIES
    | frozenset({"and", "or", "nor", "but", ",", "that", "than", "both", "all"})
)

_LENT = 0.1
"""What a reading costs at least that has a word for another, or the words of a phrase in another order."""

_LEAST_DONE_BY = 3

_WHAT_FOR = frozenset({"for", "over", "about"})


class _Then(NamedTuple):
    """What may follow a place of a phrase."""

    names: bool = False
    """A name, and what is said of the name is not something that it has."""
    alone: bool = False
    """A name behind which nothing more need be said."""
    words: bool = False
    end: bool = False
    links: bool = False
    is_light: bool = False
    """Whether names and prepositions are all that must follow."""

    def __or__(self, other: tuple[bool, ...]) -> _Then:
        return _Then(*(one or another for one, another in zip(self, other, strict=True)))


_END = _Then(end=True, is_light=True)


class Governed:
    """Of the words of one phrase, which have a name right behind them."""

    def __init__(self, grammar: Grammar, number: int) -> None:
        self._grammar = grammar
        self.direct, self.ending, self.apart = set[str](), set[str](), set[str]()
        tree = split(grammar.tree(number))
        self._walk(tree, _END)
        if len(tree) > _LEAST_DONE_BY and isinstance(tree[0], SlotRef) and tree[2] == Word("by"):
            self._note_done(tree[1])

    def _note_done(self, verb: Item) -> None:
        """What is done to somebody by another has him behind it where that one does it: `{a} is hit by a strike of {b}`."""
        for option in verb.options if isinstance(verb, Choice) else ((verb,),):
            if len(option) == 1 and isinstance(word := option[0], Word):
                self._note(word.text, _Then(names=True, alone=True))

    def _walk(self, tree: Sequence, then: _Then) -> _Then:
        for item in reversed(list(self._grouped(tree))):
            then = self._before(item, then)
        return then

    def _grouped(self, tree: Sequence) -> Iterator[Item]:
        """The items, an entity's name as a slot."""
        texts = [item.text if isinstance(item, Word) else "" for item in tree]
        at = 0
        while at < len(tree):
            named = self._grammar.lexicon.naming_at(run_of(texts, at), 0) if texts[at] else None
            yield SlotRef(named[1].entity) if named else tree[at]
            at += named[0] if named else 1

    def _before(self, item: Item, then: _Then) -> _Then:
        match item:
            case Word(text) if text in PREPOSITIONS:
                return _Then(links=True, is_light=then.is_light)
            case Word(text) if text in ("and", ","):
                return then
            case Word(text):
                self._note(text, then)
                return _Then(words=True)
            case SlotRef():
                is_its_own = then.end or then.links or then.names
                return _Then(names=is_its_own, alone=then.is_light, words=not is_its_own, is_light=then.is_light)
            case Choice(options):
                found = _Then()
                for option in options:
                    found |= self._walk(option, then)
                return found
            case Adjunct(inner):
                return then | self._walk(inner, then)
            case ClassRef(name):
                for text in self._grammar.compiler.classes.get(name, ()):
                    self._note(words_of(text)[-1], then)
                return _Then(words=True)

    def _note(self, text: str, then: _Then) -> None:
        one = stem(text)
        if then.names:
            self.direct.add(one)
        if then.names and then.alone:
            self.ending.add(one)
        if then.links or then.words or then.end:
            self.apart.add(one)


class Governing:
    """Those of one grammar, each made when a clause has a word of the phrase before a name."""

    _last: Governing | None = None

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._made: dict[int, Governed] = {}

    @classmethod
    def of(cls, grammar: Grammar) -> Governing:
        """Those of the grammar, the same again."""
        if cls._last is None or cls._last.grammar is not grammar:
            cls._last = cls(grammar)
        return cls._last

    def having(self, phrase: Phrase, stems: Iterable[str]) -> list[Governed]:
        """The phrases that say the same as this one and have one of some words."""
        alike = self.grammar.meanings[phrase.meaning]
        having = frozenset[int]().union(*(self.grammar.phrases_with(one) for one in stems))
        return [self._of(number) for number in alike if number in having]

    def _of(self, number: int) -> Governed:
        found = self._made.get(number)
        if found is None:
            found = self._made[number] = Governed(self.grammar, number)
        return found


def takes_another_object(line: Line, hit: Hit, phrase: Phrase) -> bool:
    """Whether a name stands right behind a verb, and behind that word none does in any phrase of the fact."""
    if hit.cost < _LENT:
        return False
    is_led = False
    for at in range(hit.start, min(hit.end, len(line))):
        objects = [one for one in line.mentions[at] if one.kind != ADJECTIVE and not one.pronoun]
        end = max((one.end for one in objects), default=0)
        verb = at - 1 - (at > 0 and line.texts[at - 1] in english.ARTICLES)
        if is_led and objects and _may_be_verb(line, verb) and _ends(line, hit, end):
            is_last = all(one.start <= at for one in hit.bound) and end >= hit.last
            if _has_none_there(line, verb, phrase, is_last=is_last):
                return True
        is_led = is_led or bool(line.mentions[at])
    return False


def _has_none_there(line: Line, at: int, phrase: Phrase, *, is_last: bool) -> bool:
    """Whether the word there, or those of the phrases that it stands for, are said without a name right behind them."""
    governing, said = Governing.of(line.grammar), line.tokens[at].stem
    near = same((said,)).union(*(ring for end, ring in line.near[at] if end == at + 1))
    for stems in (frozenset({said}), near):
        several = governing.having(phrase, stems)
        is_direct = any(not (one.ending if is_last else one.direct).isdisjoint(stems) for one in several)
        if is_direct or any(not (one.direct | one.apart).isdisjoint(stems) for one in several):
            return not is_direct
    return False


def _may_be_verb(line: Line, at: int) -> bool:
    is_word = line.tokens[at].is_word and line.texts[at] not in _NO_VERBS
    return is_word and not line.marks[at] and not line.mentions[at]


def _ends(line: Line, hit: Hit, at: int) -> bool:
    """Whether nothing is said there of what was named before: neither what it has, nor what it is, nor what for."""
    return at >= min(hit.end, len(line)) or line.texts[at] in PREPOSITIONS - _WHAT_FOR or line.is_cut(at)
