"""What can be answered to a question, in words: `yes`, `growing or stable`, `40 percent or more`.

Answers with one effect are one reply. What rules tell apart of a number are the ends of their tests; an effect that
holds from one number to another, with no other between them, is said as that range.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from dragoman.exact.machine import Machine
from dragoman.rulebook.forms import Atom, ValueSlot
from dragoman.situation.forms import Said
from dragoman.values.enumeration import Enumeration, Word
from dragoman.values.kind import Stated, Test
from dragoman.values.quantity import FINEST, Bounds, Quantity, Range

Answers = Sequence[Said]
"""All that has one effect."""


def replies(machine: Machine, atom: Atom, effects: Sequence[Answers]) -> list[str]:
    """One reply for each effect of what could be told of an atom."""
    slot = machine.program.facts[atom.fact].value
    if slot is None:
        return [" or ".join("yes" if said.holds else "no" for said in answers) for answers in effects]
    if isinstance(slot.kind, Quantity):
        return _Numbers(slot, machine.tests(atom)).replies(effects)
    return [_words(slot, answers) for answers in _every_word(machine, atom, slot, effects)]


def _every_word(machine: Machine, atom: Atom, slot: ValueSlot, effects: Sequence[Answers]) -> Iterator[Answers]:
    """The answers with each word that sets the same: rules need not tell all words apart."""
    words = slot.kind.words if isinstance(slot.kind, Enumeration) else ()
    tellings = [machine.telling(atom, Stated(True, Word(word))) for word in words]
    sets = {telling.said: telling.inputs for telling in machine.tellings(atom)}
    for answers in effects:
        inputs = {sets[said] for said in answers if said.holds}
        yield [*(one.said for one in tellings if one.inputs in inputs), *(said for said in answers if not said.holds)]


def _words(slot: ValueSlot, answers: Answers) -> str:
    """The words of an enumeration; a denial only where nothing else has the effect."""
    chosen = [said for said in answers if said.holds] or answers
    words = (slot.kind.says(said.value) for said in chosen if said.value is not None)
    return " or ".join(dict.fromkeys(words if chosen[0].holds else (f"not {word}" for word in words)))


class _Numbers:
    """Replies that are numbers."""

    def __init__(self, slot: ValueSlot, tests: Sequence[Test]) -> None:
        self.slot = slot
        bounds = [test for test in tests if isinstance(test, Bounds)]
        self.ends = {end for test in bounds for end in (test.low, test.high) if end is not None}
        self.currency = ""

    def replies(self, effects: Sequence[Answers]) -> list[str]:
        """One for each effect."""
        found: dict[Decimal, int] = {}
        for number, answers in enumerate(effects):
            for said in answers:
                if isinstance(said.value, Range):
                    found[said.value.low], self.currency = number, said.value.currency
        words: list[list[str]] = [[] for _ in effects]
        for effect, reply in self._stretches(found):
            words[effect].append(reply)
        return [" or ".join(stretches) for stretches in words]

    def _stretches(self, effects: Mapping[Decimal, int]) -> Iterator[tuple[int, str]]:
        """Each stretch of numbers that all have one effect."""
        runs: list[list[Decimal]] = []
        for number in sorted(effects):
            if runs and effects[runs[-1][-1]] == effects[number]:
                runs[-1].append(number)
            else:
                runs.append([number])
        for place, run in enumerate(runs):
            low = self._low(runs[place - 1][-1], run[0]) if place else ""
            high = self._high(run[-1], runs[place + 1][0]) if place + 1 < len(runs) else ""
            yield effects[run[0]], self._worded(run, low, high)

    def _low(self, before: Decimal, first: Decimal) -> str:
        """Where a stretch begins: after an end that the one before still has, or on its first number."""
        if first - FINEST in self.ends:
            return f"more than {self._says(first - FINEST)}"
        return f"at least {self._says(before + FINEST if before + FINEST in self.ends else first)}"

    def _high(self, last: Decimal, after: Decimal) -> str:
        """Where a stretch ends: before an end that the next one has, or on its last number."""
        if after - FINEST in self.ends:
            return f"at most {self._says(after - FINEST)}"
        end = last + FINEST if last + FINEST in self.ends else after if after in self.ends else None
        return f"less than {self._says(end)}" if end is not None else f"at most {self._says(last)}"

    def _worded(self, run: Sequence[Decimal], low: str, high: str) -> str:
        if low and high and low.removeprefix("at least ") == high.removeprefix("at most "):
            return f"exactly {self._says(run[0])}"
        return " and ".join(filter(None, (low, high))) or "any number"

    def _says(self, number: Decimal) -> str:
        return self.slot.kind.says(Range(number, number, self.currency))
