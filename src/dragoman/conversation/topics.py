"""What a line speaks of: which conclusions or facts, of all that the rulebook has.

    line --numbers, focus, search--> Topics: candidates, the likeliest first

A search over what each fact type is called (its sentence, its words, the titles of recommendations), by the words that
they share with the line, weighted by how few types use them (as :mod:`dragoman.language.offering.search` does for what can be
told). Slots are filled from who and what the line names. What is the case is preferred where somebody asks why, what is
not where somebody asks why not. Whatever comes out is only shown: nothing is ever changed by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import cached_property
from itertools import islice, permutations

from dragoman.conversation.topic_index import RARE, Index, Said, Scored
from dragoman.conversation.topic_words import AUXILIARIES, KINDS, NOTHING, number_in, so_many
from dragoman.exact.difference import Advised
from dragoman.explain.targets import is_meant
from dragoman.form import form
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import tokens_of
from dragoman.rulebook.forms import Atom, Blank, FactType, Origin, ShownAs, Term
from dragoman.situation.evidence import sort_key
from dragoman.values.entity import Entities

MOST = 3
"""So many may be meant at most."""
_LEAST, _SURE, _CLEAR = 0.12, 0.28, 0.85
"""What scores less is nothing; what scores less is never sure; a second that has more than this part of the first is as
good."""
_SHARPER = 1.7
"""What a line shares with a topic counts so much more than whether it is the case."""
_WHOLE = 1.3
"""What a topic counts more whose whole sentence the line has."""
_LOOKED_AT, _ORDERS = 24, 24
_ONLY_TOLD, _OF_KIND, _AS_ASKED, _NOT_AS_ASKED = 0.85, 1.3, 1.15, 0.9
"""How much likelier what is only told is meant, what is of the kind that a line speaks of, what stands as it is asked, and
what does not."""
_BY_KIND = {
    ShownAs.RECOMMENDATION: 1.05,
    ShownAs.RISK: 1.0,
    ShownAs.FORECAST: 1.0,
    ShownAs.WATCH: 1.0,
    ShownAs.FINDING: 0.92,
    None: 0.85,
}


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
    def __init__(self, advised: Advised, index: Index, line: Line, wanted: Wanted, focus: Sequence[Atom]) -> None:
        self.advised, self.index, self.line, self.wanted, self.focus = advised, index, line, wanted, focus
        self.rulebook = index.rulebook
        self.said = Said.of(index, line)
        self.whom = tuple(dict.fromkeys(name for name in self._all_names() if name in index.targets))

    def _all_names(self) -> Iterator[str]:
        for name in self.said.names:
            yield name
            yield from self.rulebook.entities[name].members

    def found(self) -> Topics:
        texts = [token.text for token in self.line.tokens]
        numbered = self._numbered(number_in(texts))
        if numbered is not None:
            return numbered
        rest = [one for one in self.said.stems if one not in KINDS]
        named = [name for name in self.said.names if self.index.weights.get(f"={name}", 0.0) > RARE]
        if not (rest or self.said.words or named):
            return Topics((), self.whom, is_about_all=True) if NOTHING & set(texts) else self._of_focus()
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
        kind = next((KINDS[t.stem] for t in self.line.tokens if t.stem in KINDS), ShownAs.RECOMMENDATION)
        shown, whole = self._in_focus(kind), self._in_advice(kind)
        for listed in (shown, whole):
            if listed and number <= len(listed):
                return Topics((self._of_atoms(listed[number - 1 if number > 0 else -1]),), self.whom)
        return Topics((), self.whom, problem=so_many(kind, len(whole)))

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
            fact.name,
            tuple(terms),
            whom if is_open else (),
            tuple(atoms),
            self.index.wording.sentence(fact, tuple(terms)),
        )

    # -- what is searched for

    def _candidates(self) -> list[Topic]:
        found = [self._topic(one) for one in self.index.found(self.line)[:_LOOKED_AT]]
        return sorted((one for one in found if one.score >= _LEAST), key=lambda one: -one.score)

    def _topic(self, scored: Scored) -> Topic:
        fact, terms = scored.fact, scored.terms
        atoms = self._so(fact, terms)
        if not atoms:
            for other in self._otherwise(fact, terms):
                if atoms := self._so(fact, other):
                    terms = other
                    break
        sentence = self.index.wording.sentence(fact, terms)
        is_whole = bool(sentence) and sentence.casefold() in self.line.text.casefold()
        score = scored.score**_SHARPER * self._fitting(fact, bool(atoms)) * (_WHOLE if is_whole else 1.0)
        whom = self.whom if any(isinstance(term, Blank) for term in terms) else ()
        kept = tuple(a for a in atoms if not whom or not set(whom).isdisjoint(a.key)) or atoms
        return Topic(fact.name, terms, whom, kept, sentence, score)

    def _so(self, fact: FactType, terms: tuple[Term, ...]) -> tuple[Atom, ...]:
        true, known = self.advised.evaluation.model.true, self.advised.evaluation.evidence.by_fact.get(fact.name, ())
        pool: Iterable[Atom] = (
            (one.atom for one in known if one.firm)
            if fact.value is not None
            else (a for a in true if a.fact == fact.name)
        )
        return tuple(sorted((a for a in pool if is_meant(self.rulebook, fact, terms, a)), key=sort_key))

    def _otherwise(self, fact: FactType, terms: tuple[Term, ...]) -> Iterator[tuple[Term, ...]]:
        """The same names in other slots that take them."""
        places = [n for n, slot in enumerate(fact.keys) if isinstance(slot.kind, Entities)]
        names = [terms[place] for place in places]
        for order in islice(permutations(names), 1, _ORDERS):
            pairs = list(zip(places, order, strict=True))
            if all(isinstance(name, Blank) or self.index.takes(fact.keys[at], str(name)) for at, name in pairs):
                changed = dict(enumerate(terms)) | dict(pairs)
                yield tuple(changed.values())

    def _fitting(self, fact: FactType, is_so: bool) -> float:
        """How well a type fits what is asked, whatever it is called."""
        factor = _ONLY_TOLD if fact.shown_as is None and fact.origin is Origin.TOLD else _BY_KIND[fact.shown_as]
        if fact.shown_as in self._kinds or self._begins_with(fact):
            factor *= _OF_KIND
        if self.wanted is Wanted.SO:
            factor *= _AS_ASKED if is_so else _NOT_AS_ASKED
        if self.wanted is Wanted.NOT_SO:
            factor *= _NOT_AS_ASKED if is_so else _AS_ASKED
        return factor

    @cached_property
    def _kinds(self) -> frozenset[ShownAs]:
        """The kinds of conclusions that the line speaks of; `why not offer ...` proposes something."""
        kinds = {KINDS[one.stem] for one in self.line.tokens if one.stem in KINDS}
        first = self.line.texts[0] if self.line.texts else ""
        if self.wanted is Wanted.NOT_SO and first and not self.line.mentions[0]:
            kinds |= {ShownAs.RECOMMENDATION} if first not in english.ASKING and first not in AUXILIARIES else set()
        return frozenset(kinds)

    def _begins_with(self, fact: FactType) -> bool:
        """Whether the line begins as the title of a recommendation does: `why build ...`."""
        template = self.rulebook.recommendations.get(fact.name)
        if template is None or not self.line.tokens:
            return False
        return self.line.tokens[0].stem in {stem(text.split()[0]) for text in (template.title, template.short)}
