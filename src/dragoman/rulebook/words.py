"""Atoms, conditions and values as sentences, from the vocabulary's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dragoman.rulebook.forms import Blank, Condition, FactType, Mode, Pattern, Rulebook, Slot, Term, Variable
from dragoman.values.kind import Test

SLOT = re.compile(r"\{([^{}]*)\}")
"""A slot or variable in a sentence."""
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


def fill(template: str, values: Mapping[str, str | None]) -> str:
    """`template` with its slots filled; a part in `[ ]` with a missing slot is dropped.

    >>> fill("{who} builds[ on {road}]", {"who": "China", "road": None})
    'China builds'
    """

    def part(found: re.Match[str]) -> str:
        inner = found.group(1)
        return "" if any(not values.get(name) for name in SLOT.findall(inner)) else inner

    whole = _OPTIONAL.sub(part, template)
    return SLOT.sub(lambda found: values.get(found.group(1)) or "…", whole)


class Wording:
    """How one rulebook words its facts."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook

    def term(self, slot: Slot, term: Term | None) -> str | None:
        """A key slot's value as people write it; None if the slot is missing."""
        match term:
            case Variable(name):
                return f"${name}"
            case Blank.ANY:
                kinds = " or ".join(kind.replace("_", " ") for kind in slot.types) or slot.name
                return f"any {kinds}"
            case None | Blank.MISSING:
                return None
        return slot.kind.title(term, self.rulebook.entities)

    def slots(self, fact: FactType, terms: tuple[Term | None, ...], value: str | None = None) -> dict[str, str | None]:
        """The words for each slot of a fact."""
        words = {slot.name: self.term(slot, term) for slot, term in zip(fact.keys, terms, strict=True)}
        if fact.value:
            words[fact.value.name] = value if value is not None else f"any {fact.value.name.replace('_', ' ')}"
        return words

    def sentence(self, fact: FactType, terms: tuple[Term | None, ...], value: str | None = None) -> str:
        """That the fact is so."""
        return fill(fact.says, self.slots(fact, terms, value))

    def denial(self, fact: FactType, terms: tuple[Term | None, ...], value: str | None = None) -> str:
        """That the fact is not so."""
        slots = self.slots(fact, terms, value)
        return fill(fact.denies, slots) if fact.denies else f"it is not the case that {fill(fact.says, slots)}"

    def test(self, fact: FactType, test: Test | None) -> str | None:
        """What a condition wants of the value, `at least 40 percent`."""
        return fact.value.kind.wants(test, self.rulebook.parameters) if fact.value and test else None

    def pattern(self, pattern: Pattern, *, negative: bool = False) -> str:
        """A condition's pattern as a sentence."""
        fact = self.rulebook.facts[pattern.fact]
        say = self.denial if negative else self.sentence
        return say(fact, pattern.terms, self.test(fact, pattern.test))

    def condition(self, condition: Condition) -> str:
        """What a condition of a rule wants, as a sentence."""
        match condition.mode:
            case Mode.HOLDS:
                return self.pattern(condition.pattern)
            case Mode.DENIED:
                return f"told: {self.pattern(condition.pattern, negative=True)}"
            case Mode.ABSENT:
                return f"not known that {self.pattern(condition.pattern)}"
            case Mode.NOT_TOLD:
                return f"nobody told that {self.pattern(condition.pattern)}"
            case Mode.NOT_DENIED:
                return f"nobody denied that {self.pattern(condition.pattern)}"
