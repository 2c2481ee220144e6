"""The three facts that are offered, of all that a part of a line may say.

Beside each that was found stand its contrary, since a negation may be meant, and the same with its entities the other way
round. Where a slot is left unsaid whose words are few, the likeliest are put in: those that the rulebook's own rules ask
for most often. A type that stands among the three already is a little less likely to be the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from dragoman.language.forms import ReadFact
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.offering.found import Found
from dragoman.language.telling.teller import MOST_CHOICES, checked_slots
from dragoman.rulebook.forms import Rulebook
from dragoman.values.enumeration import Enumeration, WordTest

_LOOKED_AT = 40
"""Finds that are looked into."""
_VARIED = 3
"""Of so many, the first, the contrary and the other way round are looked at as well."""
_NEAR = 0.3
"""A further choice has at least this part of the score of the first."""
_FEW = 3
"""So many choices a slot may have that nothing in the line fills."""
_NEXT, _LISTED, _OTHER_WAY, _TURNED, _CONTRARY, _AGAIN = 0.7, 0.95, 0.75, 0.9, 0.5, 0.9
"""To which part counts what was put in as a further word of a slot; the same of another in a list; the other way round; the
contrary of the first where something turns, and of others; and another fact of a type that was chosen."""


class Beside(NamedTuple):
    """What is said beside a fact."""

    likelihood: str = ""
    """A word of ICD 203."""
    source: str = ""
    """Whose word it is."""
    is_denied: bool = False
    """Whether that is somebody who denies it."""


class Chooser:
    """Chooses among facts of one grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.asked = _asked_for(grammar.rulebook)

    def choices(
        self,
        found: Sequence[Found],
        span: str,
        beside: Beside,
        before: ReadFact | None = None,
        *,
        is_unsure: bool = False,
    ) -> tuple[ReadFact, ...]:
        """At most three facts of what was found, the likeliest first; `is_unsure` where something turns what is said.

        Who is not named may be somebody in what was said `before`.
        """
        who = [str(value) for value in before.slots.values()] if before is not None else []
        scores: dict[object, float] = {}
        facts: dict[object, ReadFact] = {}
        for number, one in enumerate(found[:_LOOKED_AT]):
            for score, fact in self._variants(
                one, span, beside, who, is_unsure=not number and (is_unsure or one.negates), is_varied=number < _VARIED
            ):
                if score > scores.get(fact.meaning, 0.0):
                    scores[fact.meaning], facts[fact.meaning] = score, fact
        return tuple(self._first(scores, facts, is_unsure=is_unsure))

    def _variants(
        self, found: Found, span: str, beside: Beside, who: Sequence[str], *, is_unsure: bool, is_varied: bool
    ) -> Iterator[tuple[float, ReadFact]]:
        """The facts that something found may be, each with its score."""
        for number, values in enumerate(islice(self._fillings(found, who), _FEW)):
            score = found.score * _NEXT**number
            fact = self._fact(found, values, span, beside)
            if fact is not None:
                yield score, fact
            if number or not is_varied:
                continue
            value = found.fact.value
            if value is None or value.kind.CAN_BE_DENIED:
                contrary = self._fact(found._replace(holds=not found.holds), values, span, beside)
                if contrary is not None:
                    yield score * (_TURNED if is_unsure else _CONTRARY), contrary
            for same in self._listed(found, values):
                if (fact := self._fact(found, same, span, beside)) is not None:
                    yield score * _LISTED, fact
        for values in found.filler.others(found.fact, found.values) if is_varied else ():
            if (fact := self._fact(found, values, span, beside)) is not None:
                yield found.score * _OTHER_WAY, fact

    def _listed(self, found: Found, values: Mapping[str, str]) -> Iterator[dict[str, str]]:
        """The same of each of the others in a list of names: `Iran and Belarus`."""
        for several in found.filler.listed:
            slot = next((slot.name for slot in found.fact.keys if values.get(slot.name) in several), None)
            for name in several if slot is not None else ():
                if slot is not None and name not in values.values():
                    yield {**values, slot: name}

    def _fact(self, found: Found, values: Mapping[str, str], span: str, beside: Beside) -> ReadFact | None:
        holds = found.holds != beside.is_denied
        slots = checked_slots(self.grammar.rulebook, found.fact, values, holds, beside.likelihood)
        if slots is None:
            return None
        return ReadFact(found.fact.name, slots, holds, beside.likelihood, beside.source, span=span)

    def _fillings(self, found: Found, who: Sequence[str]) -> Iterator[Mapping[str, str]]:
        """The slots that were found, and the likeliest words for one that was left out."""
        missing = [
            slot for slot in found.fact.slots if slot.name not in found.values and not getattr(slot, "optional", False)
        ]
        if not missing:
            yield found.values
        if len(missing) != 1:
            return
        slot = missing[0]
        entities = self.grammar.lexicon.entities
        if isinstance(slot.kind, Enumeration):
            counts = self.asked
            meant = found.filler.meant(slot.kind)
            words = sorted(slot.kind.words, key=lambda word: (word != meant, -counts[found.fact.name, slot.name, word]))
        else:
            choices = getattr(slot.kind, "choices", None)
            words = [*choices(entities, is_told=False)] if choices else []
            words = [word for word in words if word not in found.values.values()]
            named = [name for name in dict.fromkeys((*who, *found.filler.beside)) if name in words]
            words = named if named else words if len(words) <= _FEW else []
        yield from ({**found.values, slot.name: word} for word in words)

    def _first(
        self, scores: Mapping[object, float], facts: Mapping[object, ReadFact], *, is_unsure: bool
    ) -> Iterator[ReadFact]:
        """The best, one after the other; none that another one says already."""
        least = _NEAR * max(scores.values(), default=0.0)
        left = {meaning: score for meaning, score in scores.items() if score >= least}
        chosen: list[ReadFact] = []

        def worth(meaning: object) -> float:
            same = [one for one in chosen if one.fact == facts[meaning].fact]
            is_contrary = any(one.slots == facts[meaning].slots for one in same)
            return left[meaning] * (1.0 if is_unsure and is_contrary else _AGAIN ** len(same))

        while left and len(chosen) < MOST_CHOICES:
            best = max(left, key=worth)
            del left[best]
            if not any(self._entails(one, facts[best]) for one in chosen):
                chosen.append(facts[best])
        return iter(chosen)

    def _entails(self, one: ReadFact, other: ReadFact) -> bool:
        """Whether one fact denies the other word of a slot that the other denies as well: what grows is not stable."""
        value = self.grammar.told[one.fact].value
        if one.fact != other.fact or value is None or not one.holds or other.holds:
            return False
        return all(one.slots.get(name) == slot for name, slot in other.slots.items() if name != value.name)


def _asked_for(rulebook: Rulebook) -> Counter[tuple[str, str, str]]:
    """How often the rules ask for each word of each slot."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for rule in rulebook.rules.values():
        for condition in (*rule.when, *rule.unless, *rule.tempered_by):
            pattern = condition.pattern
            fact = rulebook.facts[pattern.fact]
            if fact.value is not None and isinstance(pattern.test, WordTest):
                counts.update((fact.name, fact.value.name, word) for word in pattern.test.words)
            for slot, term in zip(fact.keys, pattern.terms, strict=True):
                if slot.words and isinstance(term, str):
                    counts[fact.name, slot.name, term] += 1
    return counts
