"""What somebody is, where the line leaves out of what: `it is an observer` behind `is A a member of B?` says an observer of B.

It must then be told of just those of whom the last was told.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.forms import ReadFact
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.words import english
from dragoman.language.words.patterns import Pattern
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import words_of

_IS_A = Pattern(
    r".*\b(?:is|are|was|were|'s|becomes?|became|remains?|remained|be)(?: not|n't)? (?:(?:now|only|just|still|in fact|actually|merely|rather|really) )*"
    r"(?:a|an|the)(?: (?!of\b|in\b|with\b|for\b|to\b|on\b|at\b|by\b)[a-z-]+){1,3}",
)
_KINDS = frozenset(
    english.lines(
        "country | state | nation | republic | place | land | power | economy | market | democracy | company | firm | business | man | woman | person"
        "| city | town | island | region | problem | matter | question | thing | fact | mistake | success | failure | case | start | pity | shame | risk"
    )
)
_LINKS = ("of", "in", "with", "for", "to")


def with_its_object(grammar: Grammar, text: str, last: ReadFact) -> Iterator[str]:
    """The text with each of those behind it of whom the last was told, if it ends with what somebody is."""
    body = text.strip(" .!")
    if _IS_A.fullmatch(body.lower()) is None or _says_what_kind(grammar, words_of(body)[-1], last):
        return
    for name in _named(grammar, last):
        yield from (f"{body} {link} {grammar.lexicon.entities[name].title}" for link in _LINKS)


def _says_what_kind(grammar: Grammar, noun: str, last: ReadFact) -> bool:
    """Whether a noun says what kind somebody is, and not what he is to another: `it is a big country`."""
    lexicon, root = grammar.lexicon, stem(noun)
    return noun in _KINDS or root in lexicon.types or any(root in lexicon.nouns(name) for name in _named(grammar, last))


def is_of_the_same(grammar: Grammar, fact: ReadFact, last: ReadFact) -> bool:
    """Whether two facts are of the same entities."""
    return set(_named(grammar, fact)) == set(_named(grammar, last))


def _named(grammar: Grammar, fact: ReadFact) -> list[str]:
    entities = grammar.lexicon.entities
    return [value for value in map(str, fact.slots.values()) if value in entities]
