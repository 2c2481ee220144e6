"""On what each sentence of a memo rests: notes that name the rule, the told facts and the passages, each number once.

The facts are numbered in the order of the vocabulary, the rules in that of the rulebook and the notes as they are first
called, so that the same facts in another order give the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from functools import cached_property

from dragoman.advice.firing_wording import FiringWording
from dragoman.advice.forms import Instance, Reason, Voice
from dragoman.advice.statement_wording import source_words
from dragoman.engines.model import Firing, Status
from dragoman.papers.forms import Fact, FiredRule, Note
from dragoman.rulebook.forms import Atom
from dragoman.rulebook.words import capital
from dragoman.situation.forms import CATALOGUE_LAYER, Said, Statement

_Key = tuple[str, str]


class Footing:
    """The notes of one memo, as they are called."""

    def __init__(self, words: FiringWording) -> None:
        self.words, self.support, self.rulebook = words, words.support, words.rulebook
        self.document = words.rulebook.called.document
        self._statements = self._in_order()
        self._numbers = {_key(said): number for number, said in enumerate(self._statements, start=1)}
        self._notes: dict[tuple[tuple[str, ...], tuple[int, ...], tuple[str, ...]], int] = {}
        self._below: dict[int, tuple[dict[str, None], frozenset[int]]] = {}

    def afresh(self) -> Footing:
        """The same with no note called: for a memo that says more, or less."""
        other = copy(self)
        other._notes = {}
        return other

    def _in_order(self) -> list[Said]:
        """Every told fact once, what was said of a group as one; what the instruments tell stands last."""
        evaluation = self.words.evaluation
        place = {name: number for number, name in enumerate(self.rulebook.facts)}
        catalogue = (
            statement
            for known in evaluation.evidence.known.values()
            for statement in known.firm
            if statement.said.layer == CATALOGUE_LAYER
        )
        first: dict[_Key, Statement] = {}
        for statement in (*evaluation.situation.statements, *catalogue):
            first.setdefault(_key(statement.said), statement)

        def order(statement: Statement) -> tuple[object, ...]:
            said = statement.said
            terms = tuple(str(term) for term in said.terms)
            date, source = str(said.date or ""), source_words(said.source)
            told = (said.holds, self._says(said), date, source, said.note, said.label, str(said.place))
            return said.layer == CATALOGUE_LAYER, place[said.fact], terms, told

        return [statement.said for statement in sorted(first.values(), key=order)]

    def _says(self, said: Said) -> str:
        return self.words.voices.whole(said)

    # -- notes

    def of_reason(self, instances: Iterable[tuple[Instance, Reason]]) -> tuple[int, ...]:
        """The note of one reason, given for some instances by the same rule."""
        rules, facts, at = dict[str, None](), set[int](), dict[str, None]()
        for instance, reason in instances:
            self._add(self._firing(instance, reason), rules, facts)
            at |= dict.fromkeys(reason.at)
        return self._note(rules, facts, at)

    def of_atoms(self, atoms: Iterable[Atom]) -> tuple[int, ...]:
        """The note of conclusions, by the best reason for each; of what was told, of the statements."""
        rules, facts, at = dict[str, None](), set[int](), dict[str, None]()
        for atom in atoms:
            giving = self.support.reasons(atom)
            if giving:
                self._add(giving[0], rules, facts)
                at |= dict.fromkeys(self.words.locators(giving[0].rule))
            else:
                found = set(self._told(atom))
                facts |= found
                at |= {locator: None for number in sorted(found) for locator in self._statements[number - 1].at}
        return self._note(rules, facts, at)

    def of_voices(self, voices: Iterable[Voice]) -> tuple[int, ...]:
        """The note of told facts."""
        found = [voice for voice in voices if (voice.fact, voice.place, voice.words) in self._by_place]
        facts = {self._by_place[voice.fact, voice.place, voice.words] for voice in found}
        return self._note({}, facts, dict.fromkeys(locator for voice in found for locator in voice.at))

    @cached_property
    def _by_place(self) -> dict[tuple[str, str, str], int]:
        place = self.words.voices.place
        return {(said.fact, place(said), said.words): number for number, said in enumerate(self._statements, start=1)}

    def _note(self, rules: Iterable[str], facts: Iterable[int], at: Iterable[str]) -> tuple[int, ...]:
        key = (tuple(rules), tuple(sorted(facts)), tuple(at))
        return (self._notes.setdefault(key, len(self._notes) + 1),) if any(key) else ()

    def _firing(self, instance: Instance, reason: Reason) -> Firing:
        """The firing that a reason words: they stand in the same order."""
        number = next(place for place, one in enumerate(instance.reasons) if one is reason)
        return self.support.reasons(instance.atom)[number]

    def _add(self, firing: Firing, rules: dict[str, None], facts: set[int]) -> None:
        through, told = self._behind(firing)
        rules |= through
        facts |= told

    def _behind(self, firing: Firing) -> tuple[dict[str, None], frozenset[int]]:
        """The rules of the best proof that begins with a firing, that rule first, and the told facts at its end."""
        found = self._below.get(id(firing))
        if found is None:
            rules, facts = {firing.rule: None}, set[int]()
            for _, premise, _ in self.support.premises(firing):
                giving = self.support.giving(premise)
                if giving:
                    self._add(giving[0], rules, facts)
                else:
                    facts.update(self._told(premise))
            found = self._below[id(firing)] = rules, frozenset(facts)
        return found

    def _told(self, atom: Atom) -> Iterator[int]:
        """The numbers of the statements in force behind a told atom; of a reckoned share, of both halves."""
        known = self.support.known(atom)
        if known is None:
            return
        for half in known.reckoned_from:
            yield from self._told(half)
        if not known.reckoned_from:
            yield from (self._numbers[_key(s.said)] for s in known.firm if _key(s.said) in self._numbers)

    # -- what the annex holds

    def notes(self) -> tuple[Note, ...]:
        """All that were called, in that order."""
        return tuple(Note(number, *key) for key, number in self._notes.items())

    def facts(self, notes: Sequence[Note]) -> tuple[Fact, ...]:
        """Every told fact, numbered."""
        cited = {number for note in notes for number in note.facts}
        found = enumerate(self._statements, start=1)
        return tuple(self._fact(said, number, is_used=number in cited) for number, said in found)

    def _fact(self, said: Said, number: int, *, is_used: bool) -> Fact:
        voices = self.words.voices
        sentence = voices.whole(said)
        notes = (
            said.label if said.label and said.label not in sentence else "",
            f"until {said.until.isoformat()}" if said.until else "",
            f"inherited from {said.origin}" if said.origin else "",
            said.note.removesuffix("."),
        )
        date = said.date.isoformat() if said.date else ""
        return Fact(
            number=number,
            sentence=capital(sentence),
            source=source_words(said.source),
            at=said.at,
            standing="; ".join(filter(None, (said.told_as, date, *notes))),
            place=voices.where(said),
            is_used=is_used,
        )

    def rules(self) -> tuple[FiredRule, ...]:
        """Every rule that fired, in the order of the rulebook."""
        fired: dict[str, list[Firing]] = {}
        for firing in self.words.evaluation.model.firings:
            fired.setdefault(firing.rule, []).append(firing)
        ids = [rule for rule in self.rulebook.rules if rule in fired]
        return tuple(self._rule(number, fired[rule]) for number, rule in enumerate(ids, start=1))

    def _rule(self, number: int, firings: Sequence[Firing]) -> FiredRule:
        counting = [firing for firing in firings if firing.status is Status.GIVES]
        rule = self.rulebook.rules[firings[0].rule]
        return FiredRule(
            number=number,
            id=rule.id,
            sentence=self.words.because((counting or firings)[0]),
            times=len(counting),
            others=len(firings) - len(counting),
            strength=rule.strength.in_words,
            at=self.words.locators(rule.id),
            claims=rule.claims,
            beyond_report=rule.beyond_report,
        )


def _key(said: Said) -> _Key:
    return str(said.place), said.fact
