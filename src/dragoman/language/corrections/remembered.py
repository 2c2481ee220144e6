"""What is taken back, found among what was told: `forget the sanctions` means those that somebody spoke of.

A fact is meant where everybody who is named is in it, and every word that carries something speaks of it: of its type, of
what it says, or of whose word it is. Where several are meant, and the line does not say all of them, it is not plain.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.language.corrections.slots_said import are_alike, is_value, line_of, slots_of_fact, values_in
from dragoman.language.earlier.about import About
from dragoman.language.forms import ReadFact, Reading
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.words import english
from dragoman.language.words.tokens import words_of
from dragoman.rulebook.forms import Blank, Rulebook
from dragoman.situation.forms import Said, Situation
from dragoman.values.entity import Entities
from dragoman.values.enumeration import Enumeration

_ALL = frozenset({"all", "everything", "both", "every", "any", "anything", "each", "everyone"})
_ASIDE = _ALL | frozenset(
    [
        "thing",
        "things",
        "bit",
        "bits",
        "part",
        "parts",
        "stuff",
        "line",
        "lines",
        "claim",
        "claims",
        "report",
        "reports",
        "figure",
        "figures",
        "number",
        "statement",
        "statements",
        "news",
        "story",
        "point",
        "points",
        "remark",
        "note",
        "notes",
        "sentence",
        "fact",
        "facts",
        "entry",
        "item",
        "mr",
        "mrs",
        "ms",
        "president",
        "minister",
        "said",
        "told",
        "say",
        "tell",
        "wrote",
        "noted",
        "claimed",
        "last",
        "latest",
        "previous",
        "first",
        "again",
        "please",
        "pls",
        "too",
        "also",
        "what",
        "i",
        "we",
        "my",
        "our",
        "me",
        "one",
        "ones",
        "about",
        "on",
        "regarding",
        "concerning",
        "you",
        "where",
        "which",
        "who",
        "earlier",
        "before",
        "word",
        "passage",
        "business",
        "matter",
        "issue",
        "would",
        "if",
        "off",
        "out",
        "back",
    ]
)
"""What people say for any fact, and around it."""
_REASON = re.compile(r"\s*(?:[,;:]|\s-+)\s.*$|\s+(?:because|since|as)\s+.*$", re.IGNORECASE)


class Meant(NamedTuple):
    """Those facts of the ones told that some words speak of."""

    facts: tuple[ReadFact, ...]
    is_plain: bool
    """Whether it is one of them, or all are meant."""


def meant_in(grammar: Grammar, text: str, told: Sequence[ReadFact], whole: str = "") -> Meant | None:
    """What of the told is meant by some words, or by what stands before a reason that they give; None if nothing is.

    The line that they come from may say that it is all of it: `whole`.
    """
    is_all = not _ALL.isdisjoint(words_of(f"{text} {whole}"))
    for body in dict.fromkeys((text, without_reason(text))):
        line = line_of(grammar, body)
        words = _Words(grammar, line)
        if not words.carries:
            continue
        found = tuple(fact for fact in dict.fromkeys(told) if words.fit(fact))
        if found:
            is_one = len({fact.span for fact in found}) == 1 and bool(found[0].span)
            return Meant(found, len(found) == 1 or is_one or is_all)
    return None


def names_fit(grammar: Grammar, text: str, fact: ReadFact) -> bool:
    """Whether everybody whom some words name is in a fact."""
    return _Words(grammar, line_of(grammar, text)).names_fit(fact)


def without_reason(text: str) -> str:
    """Some words up to where they say why.

    >>> without_reason("the visit, I cannot find the report")
    'the visit'
    """
    return _REASON.sub("", text)


class _Words:
    """The words that say what is meant."""

    def __init__(self, grammar: Grammar, line: Line) -> None:
        self.grammar, self.line = grammar, line
        named: set[int] = set()
        self.names: set[str] = set()
        for at, several in enumerate(line.mentions):
            plain = [mention for mention in several if mention.kind != PRONOUN]
            if plain and at not in named:
                self.names |= set(plain[0].names)
                named |= set(range(at, plain[0].end))
        self.rest = [
            at
            for at, token in enumerate(line.tokens)
            if at not in named
            and (token.is_word or line.figures[at])
            and token.text not in english.CARRY_NOTHING | _ASIDE
        ]
        self.carries = bool(self.names or self.rest)

    def fit(self, fact: ReadFact) -> bool:
        """Whether all of them speak of a fact."""
        return self.names_fit(fact) and self._values(fact) and self._speak(fact)

    def names_fit(self, fact: ReadFact) -> bool:
        """Whether everybody who is named is in a fact, or one of his group is where several are named."""
        values = {value for value in fact.slots.values() if isinstance(value, str)}
        groups = self.grammar.lexicon.entities
        values |= {member for value in values if value in groups for member in groups[value].members}
        inside, said = self.names & values, set(words_of(fact.source))
        if not inside and self.names:
            return all(said & set(words_of(groups[name].title)) for name in self.names)
        return all(any(are_alike(self.grammar, name, one) for one in inside) for name in self.names - inside)

    def _values(self, fact: ReadFact) -> bool:
        """Whether no word or figure is another than that of the fact."""
        for slot in slots_of_fact(self.grammar, fact):
            said = [] if isinstance(slot.kind, Entities) else list(values_in(self.grammar, self.line, slot))
            said = [one for one in said if one.start in self.rest]
            is_number = not isinstance(slot.kind, Enumeration)
            is_named = said and slot.name in fact.slots and (is_number or len({one.text for one in said}) == 1)
            if is_named and not any(is_value(fact.slots[slot.name], one.text) for one in said):
                return False
        return True

    def _speak(self, fact: ReadFact) -> bool:
        about, source = About.of(self.grammar), set(words_of(fact.source))
        said = {
            at
            for slot in slots_of_fact(self.grammar, fact)
            for value in values_in(self.grammar, self.line, slot)
            for at in range(value.start, value.end)
        }
        tokens = self.line.tokens
        return all(at in said or tokens[at].text in source or about.speaks(tokens[at], fact) for at in self.rest)


def among_told(rulebook: Rulebook, situation: Situation, reading: Reading) -> Reading:
    """The reading with each fact that it takes back as it was told; one that nobody told stays as it was said."""
    told = tuple(dict.fromkeys(statement.said for statement in situation.statements))
    found: list[ReadFact] = []
    for fact in reading.withdrawn:
        own = [one for one in (as_read(rulebook, said, fact.span) for said in told) if _is_meant(one, fact)]
        found.extend(own or [fact])
    return dataclasses.replace(reading, withdrawn=tuple(_once(found)))


def as_read(rulebook: Rulebook, said: Said, span: str) -> ReadFact:
    """A statement as a line would have told it."""
    fact = rulebook.facts[said.fact]
    slots: dict[str, object] = {
        slot.name: term for slot, term in zip(fact.keys, said.terms, strict=True) if not isinstance(term, Blank)
    }
    if fact.value is not None and said.value is not None:
        slots[fact.value.name] = said.value.json()
    return ReadFact(fact.name, slots, said.is_stated, said.told_as, said.source.title if said.source else "", "", span)


def _is_meant(told: ReadFact, fact: ReadFact) -> bool:
    return told.fact == fact.fact and all(told.slots.get(name) == value for name, value in fact.slots.items())


def _once(facts: list[ReadFact]) -> Iterator[ReadFact]:
    seen: dict[object, ReadFact] = {}
    for fact in facts:
        seen.setdefault(fact.meaning, fact)
    yield from seen.values()
