"""Statements as they are shown: the sentence, whose word it is, and where it stands."""

from __future__ import annotations

from dragoman.advice.forms import Voice
from dragoman.rulebook.forms import Atom, Blank, Rulebook
from dragoman.rulebook.words import Wording, span
from dragoman.situation.answers import number_span, word_span
from dragoman.situation.evidence import Known
from dragoman.situation.forms import CATALOGUE_LAYER, NumberRange, Said, Source, Statement, Word


class Voices:
    """Words statements of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.wording = Wording(rulebook)

    def of(self, statement: Statement) -> Voice:
        """One statement, said of one atom."""
        said = statement.said
        return Voice(
            says=self.says(statement),
            holds=said.holds,
            source=source_words(said.source),
            at=said.at,
            place=str(said.place),
            likelihood=said.told_as,
            date=said.date.isoformat() if said.date else "",
            note="; ".join(self._notes(statement)),
        )

    def says(self, statement: Statement) -> str:
        """The statement as a sentence."""
        fact, said = self.rulebook.facts[statement.atom.fact], statement.said
        value = self._value(said)
        say = self.wording.sentence if said.holds else self.wording.denial
        return say(fact, statement.atom.key, value)

    def known(self, known: Known) -> str:
        """What is known of an atom as a sentence, its value as the span of all statements in force."""
        fact = self.rulebook.facts[known.atom.fact]
        if fact.value is None:
            positive = bool(known.for_it) or not known.firm
            say = self.wording.sentence if positive else self.wording.denial
            return say(fact, known.atom.key)
        numbers = number_span(known)
        if numbers:
            return self.wording.sentence(fact, known.atom.key, span(numbers.low, numbers.high, fact.value))
        words = word_span(fact, known)
        if words.told:
            return self.wording.sentence(fact, known.atom.key, " or ".join(sorted(words.told)).replace("_", " "))
        excluded = sorted(set(fact.value.words) - words.left)
        return self.wording.denial(fact, known.atom.key, " or ".join(excluded).replace("_", " ") or None)

    def atom(self, atom: Atom, known: Known | None) -> str:
        """An atom as a sentence, with its value where one is known."""
        if known is not None and known.firm and self.rulebook.facts[atom.fact].value is not None:
            return self.known(known)
        return self.wording.sentence(self.rulebook.facts[atom.fact], atom.key)

    def _value(self, said: Said) -> str | None:
        slot = self.rulebook.facts[said.fact].value
        match said.value:
            case NumberRange(low, high) if slot:
                return span(low, high, slot)
            case Word(word):
                return word.replace("_", " ")
        return None

    def _notes(self, statement: Statement) -> list[str]:
        said = statement.said
        groups = [
            self.rulebook.entities[term].title
            for term, value in zip(said.terms, statement.atom.key, strict=True)
            if not isinstance(term, Blank)
            and term != value
            and term in self.rulebook.entities
            and self.rulebook.entities[term].members
        ]
        return [
            *([said.label] if said.label else []),
            *([f"told of {' and '.join(groups)}"] if groups else []),
            *([f"until {said.until.isoformat()}"] if said.until else []),
            *([f"inherited from {said.origin}"] if said.origin else []),
            *(["from the catalogue of instruments"] if said.layer == CATALOGUE_LAYER else []),
            *([said.note] if said.note else []),
        ]


def source_words(source: Source | None) -> str:
    """Title and grade."""
    if source is None:
        return ""
    return f"{source.title} ({source.grade})" if source.grade else source.title
