"""What may follow in a line that somebody types: the phrases that read it, walked to its end, and what comes next in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.language.clauses.match import Matcher
from dragoman.language.grammar.grammar import Grammar, grammar_of
from dragoman.language.grammar.joint import Joint
from dragoman.language.grammar.machine import Ent, Lit, Slot
from dragoman.language.grammar.notation import parse
from dragoman.language.grammar.phrases import words_in
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import cleaned, tokens_of, words_of
from dragoman.rulebook.forms import FactType, Rulebook, ValueSlot
from dragoman.rulebook.forms import Slot as KeySlot
from dragoman.values.enumeration import Enumeration
from dragoman.values.quantity import Quantity

_MOST = 40
_LONGEST_RUN = 4
"""Words that are offered at once where nothing else can follow."""


class Continuation(NamedTuple):
    """Something that may come next."""

    text: str
    """Words, a title, or for a figure its unit."""
    fact: str
    """The fact type that it may lead to."""
    slot: str = ""
    """The slot that it would fill, or empty."""


def complete(text: str, rulebook: Rulebook) -> tuple[Continuation, ...]:
    """What may follow `text`, whose last word may be unfinished; each text once.

    Raises:
        RulebookError: with all mistakes of the rulebook's phrases.
    """
    grammar, text = grammar_of(rulebook), cleaned(text)
    tokens = tokens_of(text)
    begun = tokens.pop().text if tokens and not text[-1:].isspace() and tokens[-1].is_word else ""
    line = Line(grammar, text, tokens)
    found: dict[str, Continuation] = {}
    for start in _starts(line):
        for one in _after(grammar, line, start, begun):
            if one.text.lower().startswith(begun) and one.text.lower() != begun:
                found.setdefault(one.text, one)
        if found:
            break
    return tuple(found.values())[:_MOST]


def _starts(line: Line) -> list[int]:
    """Where the clause that is being typed may have begun: the earliest first."""
    return [at for at in range(len(line) + 1) if at == 0 or line.is_cut(at - 1)]


def _after(grammar: Grammar, line: Line, start: int, begun: str) -> Iterator[Continuation]:
    """What follows in each phrase that takes all of the line from `start` on, if only as a beginning."""
    matcher, wanted = Matcher(line), _content(line, start)
    for entry in grammar.entries:
        phrase = grammar.book.phrases[entry.phrase]
        bag = grammar.bag(entry.phrase)
        is_begun = len(begun) > 1 and any(one.startswith(begun[:3]) for one in bag)
        is_candidate = wanted <= bag if wanted else not phrase.is_own or is_begun
        if not is_candidate or (start == len(line) and entry.variant):
            continue
        fact, machine = grammar.told[phrase.fact], grammar.machines(entry.phrase)[entry.variant]
        alone = Joint([(entry.phrase, machine)])
        for state in (0,) if start == len(line) else matcher.reached(fact, alone, start):
            yield from _edges(grammar, fact, phrase.text, alone, state)


def _content(line: Line, start: int) -> set[str]:
    """The stems that a phrase must have to go on from here; without any, the vocabulary's own sentences are enough."""
    named = {one for at in range(len(line)) for m in line.mentions[at][:1] for one in range(at, m.end)}
    spoken = {one for at in range(len(line)) for end, _ in line.spoken[at] for one in range(at, end)}
    figures = {one for at, figure in enumerate(line.figures) if figure is not None for one in range(at, figure.end)}
    passed = {at for at in range(len(line)) if line.marks[at]}
    return {
        token.stem
        for at, token in enumerate(line.tokens[start:], start)
        if token.is_word and token.text not in english.CARRY_NOTHING and at not in named | spoken | figures | passed
    }


def _edges(grammar: Grammar, fact: FactType, text: str, alone: Joint, state: int) -> Iterator[Continuation]:
    for symbol, to in alone.at(state).edges:
        match symbol:
            case Lit(stems):
                words = _written(text, stems)
                if words:
                    yield Continuation(" ".join((words, *_run(text, alone, to))), fact.name)
            case Ent(names):
                titles = sorted(grammar.lexicon.entities[name].title for name in names)
                yield Continuation(" and ".join(titles), fact.name)
            case Slot(name):
                slot = next(slot for slot in fact.slots if slot.name == name)
                yield from (Continuation(value, fact.name, name) for value in _values(grammar, slot))


def _run(text: str, alone: Joint, state: int) -> Iterator[str]:
    """The words that must follow, as far as there is one way only."""
    for _ in range(_LONGEST_RUN):
        edges = alone.at(state).edges
        if alone.at(state).accepted or len(edges) != 1 or not isinstance(edges[0][0], Lit):
            return
        symbol, state = edges[0]
        yield _written(text, symbol.stems) if isinstance(symbol, Lit) else ""


def _written(text: str, stems: frozenset[str]) -> str:
    """The word of a phrase that has one of these stems, as it is written there."""
    words = (word for one in words_in(parse(text)) for word in words_of(one))
    return next((word for word in words if stem(word) in stems), min(stems))


def _values(grammar: Grammar, slot: KeySlot | ValueSlot) -> Iterator[str]:
    """What may stand in a slot, as people say it."""
    if isinstance(slot.kind, Enumeration):
        yield from (slot.kind.title(word, {}) for word in slot.kind.words)
    elif isinstance(slot, KeySlot):
        entities = grammar.lexicon.entities
        yield from (entities[name].title for name in slot.kind.choices(entities, is_told=True))
    elif isinstance(slot.kind, Quantity):
        yield slot.kind.unit
