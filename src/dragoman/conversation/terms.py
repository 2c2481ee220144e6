"""What a word means that somebody asks for: of the program's own words, or of the rulebook's.

words --Terms.find--> Term: a likelihood, a grade, a word of the program, an entity, a rule, a passage, a kind of fact
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from typing import ClassVar, NamedTuple

from dragoman.language.grammar.grammar import Grammar
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.words.english import ARTICLES
from dragoman.language.words.tokens import tokens_of
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.likelihood import TOLD_WORDS
from dragoman.source.names import did_you_mean
from dragoman.values.entity import by_any_name

GRADE = re.compile(r"(?:grade )?([a-f])?([1-6])?", re.IGNORECASE)


class TermKind(Enum):
    """What kind of thing a word names."""

    WORD = "a word of the program"
    GRADE = "a grade of a source"
    LOCATOR = "a passage"
    RULE = "a rule"
    SECTION = "a section"
    CLAIM = "a claim"
    PARAMETER = "a threshold"
    ENTITY = "somebody or something of the rulebook"
    FACT = "a kind of fact"


class Term(NamedTuple):
    """What a word names."""

    kind: TermKind
    name: str
    """As the program or the rulebook calls it."""


class Terms:
    """The words of a rulebook that can be explained; with its grammar, entities also by the words of phrases."""

    _last: ClassVar[Terms | None] = None

    def __init__(self, rulebook: Rulebook, grammar: Grammar | None = None) -> None:
        self.grammar, self.rulebook = grammar, rulebook
        self._spellings = by_any_name(rulebook.entities)
        cited = (one for claim in self.rulebook.claims.values() for one in claim.at)
        self._locators = {_counted(one): one for one in (*cited, *self.rulebook.passages)}
        self._called: dict[str, str] = {}
        for fact in self.rulebook.facts.values():
            if not fact.catalogue:
                for text in (fact.name.replace("_", " "), fact.name, *fact.words):
                    self._called.setdefault(_plain(text), fact.name)

    def nearest(self, text: str) -> str:
        """`; did you mean 'x'?` with the word that `text` comes nearest to, or the empty string."""
        named = (self.rulebook.rules, self.rulebook.claims, self.rulebook.parameters, self.rulebook.facts)
        known = {*glossary(), *_SAME, *self._called, *self._spellings, *(name for names in named for name in names)}
        return did_you_mean(_plain(text), {*known, *self._locators.values()})

    @classmethod
    def of(cls, grammar: Grammar) -> Terms:
        """Those of the grammar, the same again."""
        if cls._last is None or cls._last.grammar is not grammar:
            cls._last = cls(grammar.rulebook, grammar)
        return cls._last

    def knows(self, text: str) -> bool:
        """Whether it can be explained."""
        return self.find(text) is not None

    def find(self, text: str) -> Term | None:
        """What `text` names; None if nothing of that name is known."""
        asked = _plain(text)
        return next((found for found in self._found(asked) if found), None) if asked else None

    def _found(self, asked: str) -> Iterator[Term | None]:
        words = glossary()
        named = next((word for word in (asked, _SAME.get(asked, "")) if word in words), "")
        yield Term(TermKind.WORD, named) if named else None
        rules, folded = self.rulebook.rules, asked.replace(" ", "-")
        yield next((Term(TermKind.RULE, one) for one in (asked, folded) if one in rules), None)
        yield next((Term(TermKind.CLAIM, one) for one in (asked, folded) if one in self.rulebook.claims), None)
        locator = self._locators.get(_counted(asked))
        yield Term(TermKind.LOCATOR, locator) if locator else None
        section = next((one for one in self.rulebook.locators.sections if one.casefold() == asked), None)
        yield Term(TermKind.SECTION, section) if section else None
        grade = GRADE.fullmatch(asked)
        yield (
            Term(TermKind.GRADE, "".join(filter(None, grade.groups())).upper())
            if grade and any(grade.groups())
            else None
        )
        parameter = asked.replace(" ", "_")
        yield Term(TermKind.PARAMETER, parameter) if parameter in self.rulebook.parameters else None
        entity = self._entity(asked)
        yield Term(TermKind.ENTITY, entity) if entity else None
        fact = self._called.get(asked)
        yield Term(TermKind.FACT, fact) if fact else None

    def _entity(self, asked: str) -> str:
        name = asked.replace(" ", "_")
        if name in self.rulebook.entities:
            return name
        meant = self._spellings.get(asked, ())
        if len(meant) == 1 or self.grammar is None:
            return meant[0] if len(meant) == 1 else ""
        line = Line(self.grammar, asked, tokens_of(asked))
        for mention in line.mentions[0] if len(line) else ():
            if mention.end == len(line) and mention.kind != PRONOUN and len(mention.names) == 1:
                return mention.names[0]
        return ""


_SAME = {
    **{word: level.in_words for word, level in TOLD_WORDS.items()},
    "unhedged": "firm",
    "firmly": "firm",
    "assumption": "assumed",
    "assumptions": "assumed",
    "dispute": "disputed",
    "conflict": "disputed",
    "conflicts": "disputed",
    "doubt": "doubtful",
    "too doubtful": "doubtful",
    "underway": "under way",
    "grade": "grades",
    "source grade": "grades",
    "source grades": "grades",
    "admiralty": "grades",
    "admiralty grade": "grades",
    "admiralty grades": "grades",
    "likelihoods": "likelihood",
    "icd 203": "likelihood",
    "risks": "risk",
    "forecasts": "forecast",
    "findings": "finding",
    "rules": "rule",
    "facts": "fact",
    "thresholds": "threshold",
    "sources": "source",
    "grounds": "grounds",
    "ground": "grounds",
    "recommendations": "recommendation",
    "watch": "to watch",
}


def _counted(locator: str) -> tuple[str, ...]:
    """What a locator counts, whatever stands between and behind: `art. 12(2)`, of which a line leaves `art. 12(2`."""
    return tuple(re.findall(r"[^\W_]+", locator.casefold()))


def _plain(text: str) -> str:
    words = [word for word in text.strip().strip("\"'?!. ").casefold().split() if word not in ARTICLES]
    return " ".join(words)


@cache
def glossary() -> Mapping[str, str]:
    """The program's own words, each with what it means; from the file beside this module."""
    found: dict[str, str] = {}
    for row in Path(__file__).with_name("glossary.txt").read_text(encoding="utf-8").splitlines():
        word, colon, meaning = row.partition(": ")
        if colon and not row.startswith("#"):
            found[word] = meaning
    return found
