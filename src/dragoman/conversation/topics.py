"""What a line speaks of: which conclusions or facts, of all that the rulebook has.

    line --numbers, focus, search--> Topics: candidates, the likeliest first

A search over what each fact type is called (its sentence, its words, the titles of recommendations), by the words that
they share with the line, weighted by how few types use them (as :mod:`dragoman.language.search` does for what can be
told). Slots are filled from who and what the line names. What is the case is preferred where somebody asks why, what is
not where somebody asks why not. Whatever comes out is only shown: nothing is ever changed by it.
"""

from __future__ import annotations

import dataclasses
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from itertools import permutations
from typing import ClassVar, NamedTuple

from dragoman.exact.difference import Advised
from dragoman.explain.targets import is_meant
from dragoman.form import form
from dragoman.language import english
from dragoman.language.grammar import Grammar
from dragoman.language.line import Line
from dragoman.language.mentions import PRONOUN
from dragoman.language.search import Search
from dragoman.language.stems import stem
from dragoman.language.tokens import tokens_of, words_of
from dragoman.rulebook.forms import Atom, Blank, FactType, Origin, ShownAs, Slot, Term
from dragoman.rulebook.lookup import targets
from dragoman.rulebook.words import SLOT, VocabularyWording
from dragoman.situation.evidence import sort_key
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration

MOST = 3
"""So many may be meant at most."""
_LEAST, _SURE, _CLEAR = 0.3, 0.5, 0.88
"""What scores less is nothing; what scores less is never sure; a second that has more than this part of the first is as
good."""
_ASKING = frozenset(
    "why how come what which who where when reason explain follow conclude say tell think mean recommend recommendation "
    "advise advice suggest suggestion number point item should would could can will may might must shall you your i me we "
    "us our there so because through ground basis if please show more about not no never nothing true case do be have "
    "first second third fourth fifth last one list lead get give make still also recommended listed right".split()
)
_KINDS = {
    "recommend": ShownAs.RECOMMENDATION,
    "recommendation": ShownAs.RECOMMENDATION,
    "advic": ShownAs.RECOMMENDATION,
    "advis": ShownAs.RECOMMENDATION,
    "suggest": ShownAs.RECOMMENDATION,
    "should": ShownAs.RECOMMENDATION,
    "risk": ShownAs.RISK,
    "danger": ShownAs.RISK,
    "warn": ShownAs.RISK,
    "forecast": ShownAs.FORECAST,
    "expect": ShownAs.FORECAST,
    "predict": ShownAs.FORECAST,
    "will": ShownAs.FORECAST,
    "watch": ShownAs.WATCH,
    "monitor": ShownAs.WATCH,
}
"""Words that say what kind of conclusion is meant, by their stems."""
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "last": -1,
             "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "1st": 1, "2nd": 2, "3rd": 3}  # fmt: skip
_NUMBERED = frozenset({"number", "no", "nr", "recommendation", "point", "item", "risk", "forecast", "advice", "#"})
_NOTHING = frozenset({"nothing", "anything", "none", "no"})
_AUXILIARIES = english.BE | english.DO | english.HAVE | english.MODALS | frozenset({"there", "that", "it", "this"})
_RARE = 3.0
"""Somebody of whom so few types speak by name is a topic."""


class Wanted(Enum):
    """What somebody asks about a topic."""

    SO = "why it is so"
    NOT_SO = "why it is not so"
    ANY = "anything"


@form
class Topic:
    """What may be meant: a fact type, and what was said of its slots."""

    fact: str
    terms: tuple[Term, ...]
    """An open slot is `Blank.ANY`."""
    whom: tuple[str, ...]
    """Whom it is kept to where several were named, or a group."""
    atoms: tuple[Atom, ...]
    """Those of it that are the case, or of which a value was told."""
    sentence: str
    score: float = 1.0

    @property
    def said(self) -> int:
        """How many slots the line fills."""
        return sum(isinstance(term, str) for term in self.terms)

    def asked(self, names: Sequence[str]) -> str:
        """As :func:`dragoman.explain.targets.asked_for` takes it; `names` are those of the slots."""
        filled = [f"{name}: {term}" for name, term in zip(names, self.terms, strict=True) if isinstance(term, str)]
        return f"{self.fact}: {{{', '.join(filled)}}}" if filled else self.fact


@form
class Topics:
    """What a line speaks of."""

    candidates: tuple[Topic, ...] = ()
    """The likeliest first; several, or one that is not sure, where none is clearly meant."""
    whom: tuple[str, ...] = ()
    """Those of whom it speaks whom advice can be for."""
    is_about_all: bool = False
    """Whether it speaks of nothing in particular."""
    problem: str = ""
    """There is no such number in the list."""

    @property
    def clear(self) -> Topic | None:
        """The one that is meant."""
        return self.candidates[0] if len(self.candidates) == 1 and self.candidates[0].score >= _SURE else None


class _Bag(NamedTuple):
    fact: str
    stems: frozenset[str]


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
        self.by_stem: dict[str, list[_Bag]] = defaultdict(list)
        for bag in self.bags:
            words = {f"~{word}" for slot in self.rulebook.facts[bag.fact].keys for word in slot.words}
            for one in (*bag.stems, *words):
                self.by_stem[one].append(bag)
        self.targets = frozenset(targets(self.rulebook))

    @classmethod
    def of(cls, grammar: Grammar) -> Index:
        """That of the grammar, the same again."""
        if cls._last is None or cls._last.grammar is not grammar:
            cls._last = cls(grammar)
        return cls._last

    def _bags(self, fact: FactType) -> Iterator[_Bag]:
        template = self.rulebook.recommendations.get(fact.name)
        texts = [fact.says, fact.question, fact.name.replace("_", " "), *fact.words]
        texts += [text for slot in fact.slots if isinstance(slot.kind, Enumeration) for text in slot.kind.readings.values()]
        if template is not None:
            texts += [template.title, template.short, template.called, template.action]
        seen = set[frozenset[str]]()
        for text in filter(None, texts):
            stems = frozenset(self._stems(text))
            if stems and stems not in seen:
                seen.add(stems)
                yield _Bag(fact.name, stems)

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
            if words[at] not in english.CARRY_NOTHING and words[at] not in _ASKING:
                yield stem(words[at])
            at += 1

    # -- a line

    def found(self, line: Line) -> list[_Scored]:
        """The fact types that a line may speak of, with what fills their slots; the likeliest first."""
        said = _Said.of(self, line)
        best: dict[str, _Scored] = {}
        keys = (*said.stems, *(f"={name}" for name in said.names), *(f"~{word}" for word, _ in said.words))
        touched = {bag: None for key in keys for bag in self.by_stem.get(key, ())}
        for bag in touched:
            scored = self._scored(said, bag)
            if scored.shares and scored.score > (best[bag.fact].score if bag.fact in best else 0.0):
                best[bag.fact] = scored
        for told in Search.of(self.grammar).found(line)[:6]:
            scored = self._told(said, told.fact, told.score)
            if told.fact.name not in best or best[told.fact.name].score < scored.score:
                best[told.fact.name] = scored
        return sorted(best.values(), key=lambda one: (-one.score, one.fact.name))

    def _told(self, said: _Said, fact: FactType, score: float) -> _Scored:
        terms, _, _ = self._filled(said, fact)
        return _Scored(fact, terms, score)

    def _scored(self, said: _Said, bag: _Bag) -> _Scored:
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
        rare = any(f"={n}" in bag.stems and self.weights[f"={n}"] > _RARE for n in said.names if n not in used_names)
        return _Scored(fact, terms, score, bool(shared or used_words or rare))

    def _weight(self, name: str, used: set[str], bag: _Bag) -> float:
        """What it counts that a line names somebody who stands in a slot, or in the text itself."""
        if name in used:
            return _NAME**2
        return min(_NAME, self.weights[f"={name}"]) ** 2 if f"={name}" in bag.stems else 0.0

    def _filled(self, said: _Said, fact: FactType) -> tuple[tuple[Term, ...], set[str], set[str]]:
        """What stands in the key slots, which names stand there, and the stems of the words that do."""
        order = [name for name in SLOT.findall(fact.says) if name in fact.key_names]
        order += [name for name in fact.key_names if name not in order]
        slots = {slot.name: slot for slot in fact.keys}
        values: dict[str, str] = {}
        names, words = set[str](), set[str]()
        for name in order:
            slot = slots[name]
            if isinstance(slot.kind, Entities):
                value = next((n for n in said.names if n not in names and self._takes(slot, n)), "")
                names |= {value} - {""}
            else:
                value, stems = next(((w, s) for w, s in said.words if w in slot.kind.words), ("", frozenset[str]()))
                words |= stems
            if value:
                values[name] = value
        return tuple(values.get(name, Blank.ANY) for name in fact.key_names), names, words

    def _takes(self, slot: Slot, name: str) -> bool:
        entity = self.rulebook.entities[name]
        return isinstance(slot.kind, Entities) and slot.kind.takes(entity)

    def spoken(self, line: Line) -> Iterator[tuple[str, frozenset[str]]]:
        """The words of enumerations that a line has, with their stems; those of what is only concluded too."""
        for several in line.spoken:
            for _, one in several:
                yield one.word, frozenset(one.stems)
        stems = [token.stem for token in line.tokens if token.text not in english.ARTICLES]
        for at in range(len(stems)):
            for word, parts in self._own_words.get(stems[at], ()):
                if tuple(stems[at : at + len(parts)]) == parts:
                    yield word, frozenset(parts)

    @property
    def _own_words(self) -> Mapping[str, list[tuple[str, tuple[str, ...]]]]:
        if not hasattr(self, "_words"):
            self._words: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
            for fact in self.rulebook.facts.values():
                for slot in fact.slots:
                    if isinstance(slot.kind, Enumeration):
                        for word, text in _ways(slot.kind):
                            parts = tuple(stem(part) for part in words_of(text) if part not in english.ARTICLES)
                            if parts and (word, parts) not in self._words[parts[0]]:
                                self._words[parts[0]].append((word, parts))
        return self._words


_NAME, _WORD = 2.5, 2.5
"""The weight of somebody that a line names, and of a word of an enumeration."""


def _ways(kind: Enumeration) -> Iterator[tuple[str, str]]:
    for word in kind.words:
        yield word, word.replace("_", " ")
        if word in kind.readings:
            yield word, kind.readings[word]
    for synonym, word in kind.synonyms.items():
        yield word, synonym.replace("_", " ")


class _Scored(NamedTuple):
    fact: FactType
    terms: tuple[Term, ...]
    score: float
    shares: bool = True
    """Whether the line has a word of it, and not only names."""


class _Said(NamedTuple):
    """What a line says, for the search."""

    stems: Counter[str]
    names: tuple[str, ...]
    words: tuple[tuple[str, frozenset[str]], ...]

    @staticmethod
    def of(index: Index, line: Line) -> _Said:
        spans = [(at, several[0]) for at, several in enumerate(line.mentions) if several and several[0].kind != PRONOUN]
        named = {one for at, mention in spans for one in range(at, mention.end)}
        names = tuple(dict.fromkeys(name for _, mention in spans for name in mention.names))
        stems = Counter(
            token.stem
            for at, token in enumerate(line.tokens)
            if token.is_word
            and at not in named
            and token.text not in english.CARRY_NOTHING
            and token.text not in _ASKING
            and token.stem not in _ASKING
        )
        words = sorted(index.spoken(line), key=lambda one: stem(one[0]) not in one[1])
        return _Said(stems, names, tuple(words))


# -- topics of a line


def topics_in(
    advised: Advised,
    grammar: Grammar,
    text: str,
    *,
    wanted: Wanted = Wanted.ANY,
    focus: Sequence[Atom] = (),
    before: Sequence[str] = (),
) -> Topics:
    """What a line speaks of.

    `focus` is what the last reply was about, `before` who was named in earlier lines, the latest first.
    """
    return _Topics(advised, Index.of(grammar), Line(grammar, text, tokens_of(text), before), wanted, focus).found()


class _Topics:
    def __init__(
        self, advised: Advised, index: Index, line: Line, wanted: Wanted, focus: Sequence[Atom]
    ) -> None:
        self.advised, self.index, self.line, self.wanted, self.focus = advised, index, line, wanted, focus
        self.rulebook = index.rulebook
        self.said = _Said.of(index, line)
        self.whom = tuple(dict.fromkeys(name for name in self._all_names() if name in index.targets))

    def _all_names(self) -> Iterator[str]:
        for name in self.said.names:
            yield name
            yield from self.rulebook.entities[name].members

    def found(self) -> Topics:
        texts = [token.text for token in self.line.tokens]
        numbered = self._numbered(_number_in(texts))
        if numbered is not None:
            return numbered
        rest = [one for one in self.said.stems if one not in _KINDS]
        named = [name for name in self.said.names if self.index.weights.get(f"={name}", 0.0) > _RARE]
        if not (rest or self.said.words or named):
            return Topics((), self.whom, is_about_all=True) if _NOTHING & set(texts) else self._of_focus()
        candidates = self._candidates()
        if not candidates:
            return Topics((), self.whom)
        best = candidates[0].score
        said = candidates[0].said
        near = [one for one in candidates if best < _SURE or (one.score >= best * _CLEAR and one.said >= said)][:MOST]
        return Topics(tuple(near), self.whom)

    # -- what was shown

    def _numbered(self, number: int | None) -> Topics | None:
        """`the second one`, `number 3`, `the first risk`: a place in the list that was shown last, else in all of it."""
        if number is None:
            return None
        kind = next((_KINDS[t.stem] for t in self.line.tokens if t.stem in _KINDS), ShownAs.RECOMMENDATION)
        shown, whole = self._in_focus(kind), self._in_advice(kind)
        for listed in (shown, whole):
            if listed and number <= len(listed):
                return Topics((self._of_atoms(listed[number - 1 if number > 0 else -1]),), self.whom)
        return Topics((), self.whom, problem=_so_many(kind, len(whole)))

    def _in_advice(self, kind: ShownAs) -> list[list[Atom]]:
        """The conclusions of one kind as all of the advice lists them."""
        advice = self.advised.advice
        if kind is ShownAs.RECOMMENDATION:
            return [[one.atom for one in whole.instances] for whole in advice.recommendations]
        return [[one.atom for one in r.instances] for r in advice.results if r.kind is kind and not r.is_told]

    def _in_focus(self, kind: ShownAs) -> list[list[Atom]]:
        """Those of one kind that the last reply listed, in its order."""
        wholes = self._in_advice(kind)
        groups: dict[int, list[Atom]] = {}
        place = {atom: number for number, whole in enumerate(wholes) for atom in whole}
        for atom in self.focus:
            if atom in place:
                groups.setdefault(place[atom], []).append(atom)
        return list(groups.values())

    def _of_focus(self) -> Topics:
        """What the last reply was about, kept to whom the line names; all of it where it names nobody."""
        true = self.advised.evaluation.model.true
        meant = [atom for atom in self.focus if self.wanted is not Wanted.NOT_SO or atom not in true]
        kept = [atom for atom in meant if not self.whom or not set(self.whom).isdisjoint(atom.key)]
        if not kept:
            return Topics((), self.whom, is_about_all=True)
        first = kept[0]
        alike = [atom for atom in kept if self._apart(atom) == self._apart(first)]
        return Topics((self._of_atoms(alike),), self.whom)

    def _apart(self, atom: Atom) -> tuple[str, ...]:
        return atom.fact, *(value or "" for value in atom.key if value not in self.index.targets)

    def _of_atoms(self, atoms: Sequence[Atom]) -> Topic:
        """What has in common what some conclusions of one type have."""
        fact = self.rulebook.facts[atoms[0].fact]
        terms: list[Term] = []
        for values in zip(*(atom.key for atom in atoms), strict=True):
            one = values[0]
            terms.append(one if len(set(values)) == 1 and one is not None else Blank.ANY)
        whom = tuple(dict.fromkeys(v for atom in atoms for v in atom.key if v in self.index.targets))
        is_open = any(isinstance(term, Blank) for term in terms)
        return Topic(
            fact.name, tuple(terms), whom if is_open else (), tuple(atoms), self.index.wording.sentence(fact, tuple(terms))
        )

    # -- what is searched for

    def _candidates(self) -> list[Topic]:
        found = [self._topic(one) for one in self.index.found(self.line)[:24]]
        return sorted((one for one in found if one.score >= _LEAST), key=lambda one: -one.score)

    def _topic(self, scored: _Scored) -> Topic:
        fact, terms = scored.fact, scored.terms
        atoms = self._so(fact, terms)
        if not atoms:
            for other in self._otherwise(fact, terms):
                if atoms := self._so(fact, other):
                    terms = other
                    break
        score = scored.score * self._fitting(fact, bool(atoms))
        whom = self.whom if any(isinstance(term, Blank) for term in terms) else ()
        kept = tuple(a for a in atoms if not whom or not set(whom).isdisjoint(a.key)) or atoms
        return Topic(fact.name, terms, whom, kept, self.index.wording.sentence(fact, terms), score)

    @staticmethod
    def _is_order(word: str) -> bool:
        """Whether a question why not begins with what to do: `why not offer them something`."""
        return word not in english.ASKING and word not in _AUXILIARIES

    def _so(self, fact: FactType, terms: tuple[Term, ...]) -> tuple[Atom, ...]:
        true, known = self.advised.evaluation.model.true, self.advised.evaluation.evidence.by_fact.get(fact.name, ())
        pool: Iterable[Atom] = (
            (one.atom for one in known if one.firm) if fact.value is not None else (a for a in true if a.fact == fact.name)
        )
        return tuple(sorted((a for a in pool if is_meant(self.rulebook, fact, terms, a)), key=sort_key))

    def _otherwise(self, fact: FactType, terms: tuple[Term, ...]) -> Iterator[tuple[Term, ...]]:
        """The same names in other slots that take them."""
        places = [n for n, slot in enumerate(fact.keys) if isinstance(slot.kind, Entities)]
        names = [terms[place] for place in places]
        for order in list(permutations(names))[1:24]:
            if all(isinstance(n, Blank) or self.index._takes(fact.keys[p], str(n)) for p, n in zip(places, order, strict=True)):
                changed = list(terms)
                for place, name in zip(places, order, strict=True):
                    changed[place] = name
                yield tuple(changed)

    def _fitting(self, fact: FactType, is_so: bool) -> float:
        """How well a type fits what is asked, whatever it is called."""
        factor = _BY_KIND[fact.shown_as]
        if fact.shown_as is None and fact.origin is Origin.TOLD:
            factor = 0.8
        kinds = {_KINDS[one.stem] for one in self.line.tokens if one.stem in _KINDS}
        texts = [token.text for token in self.line.tokens]
        if self.wanted is Wanted.NOT_SO and texts and not self.line.mentions[0] and self._is_order(texts[0]):
            kinds.add(ShownAs.RECOMMENDATION)
        if fact.shown_as in kinds:
            factor *= 1.3
        if self.wanted is Wanted.SO:
            factor *= 1.25 if is_so else 0.8
        if self.wanted is Wanted.NOT_SO:
            factor *= 0.8 if is_so else 1.15
        return factor


_BY_KIND = {
    ShownAs.RECOMMENDATION: 1.05,
    ShownAs.RISK: 1.0,
    ShownAs.FORECAST: 1.0,
    ShownAs.WATCH: 1.0,
    ShownAs.FINDING: 0.92,
    None: 0.85,
}


def _number_in(texts: Sequence[str]) -> int | None:
    """The place in a list that is meant, -1 for the last."""
    for at, text in enumerate(texts):
        before, after = texts[at - 1] if at else "", texts[at + 1] if at + 1 < len(texts) else ""
        if text.isdigit() and (before in _NUMBERED or len(texts) <= _SHORT):
            return int(text)
        place = _ORDINALS.get(text)
        if place is not None and before in ("the", "your", "") and (not after or after in ("one", "?", "recommendation", "risk", "forecast", "point", "item", "advice")):
            return place
        if place is not None and before in _NUMBERED:
            return place
    return None


_SHORT = 3


def _so_many(kind: ShownAs, number: int) -> str:
    one, many = ("thing to watch", "things to watch") if kind is ShownAs.WATCH else (kind.value, f"{kind.value}s")
    return f"there are only {number} {many}" if number > 1 else f"there is only one {one}" if number else f"there are no {many}"
