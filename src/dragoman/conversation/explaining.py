"""What a word, a rule, a passage, a grade, a threshold, an entity or a kind of fact is, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.advice.evaluate import Evaluation
from dragoman.advice.recommended import listed
from dragoman.advice.statement_wording import wording_of
from dragoman.conversation.shown import Explained
from dragoman.conversation.terms import Term, TermKind, Terms, glossary
from dragoman.errors import UnknownNameError
from dragoman.language.grammar.grammar import Grammar
from dragoman.rulebook.forms import Blank, Origin, Rulebook
from dragoman.rulebook.likelihood import Likelihood
from dragoman.rulebook.words import VocabularyWording, capital, fill
from dragoman.source.nodes import shorten

_ALIASES, _RULES = 6, 4
_RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "of a reliability that cannot be judged",
}
_CREDIBILITY = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "of a truth that cannot be judged",
}


def explained(evaluation: Evaluation, grammar: Grammar, text: str) -> Explained | None:
    """What `text` means; None if nothing of that name is known."""
    term = Terms.of(grammar).find(text)
    return _Explaining(evaluation.rulebook, evaluation).of(term) if term is not None else None


def explained_in(rulebook: Rulebook, text: str) -> Explained:
    """The same in a rulebook, whatever is told.

    Raises:
        UnknownNameError: if nothing of that name is known; the message offers the nearest.
    """
    terms = Terms(rulebook)
    term = terms.find(text)
    if term is None:
        raise UnknownNameError(f"there is no word '{shorten(text)}' to explain{terms.nearest(text)}")
    return _Explaining(rulebook).of(term)


class _Explaining:
    """Without an evaluation nothing is said of what is told, and of what fires."""

    def __init__(self, rulebook: Rulebook, evaluation: Evaluation | None = None) -> None:
        self.rulebook, self.evaluation = rulebook, evaluation
        self.wording, self.voices = VocabularyWording(rulebook), wording_of(rulebook)

    def of(self, term: Term) -> Explained:
        title, sentences = {
            TermKind.WORD: self._word,
            TermKind.GRADE: self._grade,
            TermKind.LOCATOR: self._locator,
            TermKind.SECTION: self._section,
            TermKind.RULE: self._rule,
            TermKind.CLAIM: self._claim,
            TermKind.PARAMETER: self._parameter,
            TermKind.ENTITY: self._entity,
            TermKind.FACT: self._fact,
        }[term.kind](term.name)
        return Explained(term, title, tuple(sentences))

    def _word(self, name: str) -> tuple[str, list[str]]:
        return name, [glossary()[name]]

    def _grade(self, name: str) -> tuple[str, list[str]]:
        parts = []
        if name[0] in _RELIABILITY:
            parts.append(f"the source is {_RELIABILITY[name[0]]}")
        if name[-1] in _CREDIBILITY:
            parts.append(f"what it says is {_CREDIBILITY[name[-1]]}")
        return name, [f"Grade {name} says that {' and '.join(parts)}.", "Grades are shown, and change no conclusion."]

    def _locator(self, name: str) -> tuple[str, list[str]]:
        claims = [claim for claim in self.rulebook.claims.values() if name in claim.at]
        title, document = self.rulebook.locators.title(name), self.rulebook.called.document
        said = f"This is {title}," if name in title else f"{name} is {title}," if title else f"{name} is a passage"
        passage = f"{said} of the {document}"
        if not claims:
            return name, [f"{passage}; no claim of the rulebook rests on it."]
        resting = [r.id for r in self.rulebook.rules.values() if not set(r.claims).isdisjoint(c.id for c in claims)]
        rules = f"{_count(len(resting), 'rule')} rest{'s' if len(resting) == 1 else ''} on it"
        fired = f"; {len(self._fired().intersection(resting)) or 'none'} fired here" if self.evaluation else ""
        return name, [f"{passage}. In other words it says:", *(_ended(c.text) for c in claims), f"{rules}{fired}."]

    def _section(self, name: str) -> tuple[str, list[str]]:
        title, document = self.rulebook.locators.sections[name], self.rulebook.called.document
        claims = [c for c in self.rulebook.claims.values() if any(at.startswith(f"{name}.") for at in c.at)]
        resting = [r for r in self.rulebook.rules.values() if not set(r.claims).isdisjoint(c.id for c in claims)]
        return title, [
            f"{name} stands for a part of the {document}: {title}.",
            f"{_count(len(claims), 'claim')} of the rulebook and {_count(len(resting), 'rule').lower()} rest on it.",
        ]

    def _fired(self) -> set[str]:
        return {firing.rule for firing in self.evaluation.model.firings} if self.evaluation else set()

    def _claim(self, name: str) -> tuple[str, list[str]]:
        claim, document = self.rulebook.claims[name], self.rulebook.called.document
        hedge = "" if claim.hedge is Likelihood.UNHEDGED else f" The {document} hedges it: {claim.hedge.in_words}."
        return name, [f"The {document} claims, at {self._cited(claim.at)}: {_ended(claim.text)}{hedge}"]

    def _rule(self, name: str) -> tuple[str, list[str]]:
        rule = self.rulebook.rules[name]
        open_slots = {v: f"some {v.replace('_', ' ')}" for v in rule.ranges}
        found = [f"Because {fill(rule.because, open_slots)}"]
        found.append(f"If {_and(self._open(self.wording.condition(c)) for c in rule.when)},")
        if rule.unless:
            found.append(
                f"and unless it is so that {' or '.join(self._open(self.wording.pattern(c.pattern)) for c in rule.unless)},"
            )
        found.append(f"then {_and(self._open(self.wording.pattern(p)) for p in rule.then)}.")
        if rule.strength is not Likelihood.UNHEDGED:
            found.append(f"It concludes no more than {rule.strength.in_words}.")
        found += [
            f"The {self.rulebook.called.document} says so, at {self._cited(c.at)}: {_ended(c.text)}"
            for c in map(self.rulebook.claims.__getitem__, rule.claims)
        ]
        if rule.beyond_report:
            found.append(f"It goes beyond the {self.rulebook.called.document}: it is the rulebook's own.")
        if self.evaluation is None:
            return name, found
        times = sum(firing.rule == name for firing in self.evaluation.model.firings)
        found.append(
            f"It fired {times} times here."
            if times > 1
            else "It fired once here."
            if times
            else "It did not fire here."
        )
        return name, found

    def _cited(self, at: tuple[str, ...]) -> str:
        """Locators, each with what it says where that is more than it shows."""
        said = [(one, self.rulebook.locators.title(one)) for one in at]
        return listed([title if one in title else f"{one} ({title})" if title else one for one, title in said])

    def _open(self, sentence: str) -> str:
        """A sentence with variables as words."""
        return " ".join(
            f"some {w[1:].rstrip(',.;').replace('_', ' ')}{w[len(w.rstrip(',.;')) :]}" if w.startswith("$") else w
            for w in sentence.split(" ")
        )

    def _parameter(self, name: str) -> tuple[str, list[str]]:
        one = self.rulebook.parameters[name]
        whose = (
            f"The {self.rulebook.called.document} gives it, at {self._cited(one.at)}."
            if one.at
            else "It is the rulebook's own choice."
        )
        found = [f"{capital(name.replace('_', ' '))} is a threshold: {one.value} {one.unit}.", whose]
        return name.replace("_", " "), [*found, *([_ended(one.reason)] if one.reason else [])]

    def _entity(self, name: str) -> tuple[str, list[str]]:
        entity = self.rulebook.entities[name]
        groups = [e.title for e in self.rulebook.entities.values() if name in e.members]
        found = []
        types = [kind.replace("_", " ") for kind in sorted(entity.types)]
        if entity.members:
            found.append(
                f"{capital(entity.title)} stands for {listed([self.voices.title(m) for m in entity.members])}."
            )
        elif name in self.rulebook.instruments:
            found.append(f"{capital(entity.title)} is a document: {_ended(self.rulebook.instruments[name].document)}")
        elif types:
            found.append(f"{capital(entity.title)} is {_article(types[0])} {listed(types)} in this rulebook.")
        aliases = [a for a in entity.aliases if a.casefold() != entity.title.casefold()][:_ALIASES]
        if aliases:
            found.append(
                f"It can also be called {', or '.join([', '.join(aliases[:-1]), aliases[-1]]) if len(aliases) > 1 else aliases[0]}."
            )
        if groups:
            found.append(f"It belongs to {listed(groups)}.")
        if self.evaluation is None:
            return entity.title, found
        told = sum(name in known.atom.key for known in self.evaluation.evidence.told.values())
        found.append(
            f"{_count(told, 'fact')} {'was' if told == 1 else 'were'} told of it."
            if told
            else "Nothing was told of it yet."
        )
        return entity.title, found

    def _fact(self, name: str) -> tuple[str, list[str]]:
        fact = self.rulebook.facts[name]
        sentence = self.wording.sentence(fact, tuple(Blank.ANY for _ in fact.keys))
        kinds = {
            Origin.TOLD: "You can tell it; no rule concludes it.",
            Origin.DERIVED: "Only rules conclude it.",
            Origin.BOTH: "Rules conclude it, and you can tell it: then what you say counts.",
        }
        rules = [r for r in self.rulebook.rules.values() if any(p.fact == name for p in r.then)]
        found = [f"It says that {sentence}.", kinds[fact.origin]]
        if fact.question and fact.origin is not Origin.DERIVED:
            found.append(
                f"The question for it: {fill(fact.question, self.wording.slots(fact, tuple(Blank.ANY for _ in fact.keys)))}"
            )
        if rules:
            found.append(f"{_count(len(rules), 'rule')} can conclude it.")
        called = listed(list(fact.words[:_RULES]))
        return called or name.replace("_", " "), found


def _article(word: str) -> str:
    return "an" if word[:1] in "aeiou" else "a"


def _ended(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number or 'No'} {noun}s"


def _and(parts: Iterator[str]) -> str:
    return ", and ".join(parts)
