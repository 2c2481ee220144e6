"""What can be answered to a question, in words: `yes`, `growing or stable`, `40 percent or more`.

Answers with one effect are one reply. What rules tell apart of a number are the ends of their tests; an effect that
holds from one number to another, with no other between them, is said as that range.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from dragoman.exact.machine import Machine, what_can_be_told
from dragoman.rulebook.forms import Atom, ValueSlot
from dragoman.situation.forms import Said
from dragoman.values.kind import Test
from dragoman.values.quantity import FINEST, Bounds, Quantity, Range

Answers = Sequence[Said]
"""All that has one effect."""


def replies(machine: Machine, atom: Atom, effects: Sequence[Answers]) -> list[str]:
    """One reply for each effect of what could be told of an atom."""
    slot = machine.program.facts[atom.fact].value
    if slot is None:
        return [" or ".join("yes" if said.holds else "no" for said in answers) for answers in effects]
    whole = _whole(machine, atom, effects)
    if isinstance(slot.kind, Quantity):
        return number_replies(slot, machine.tests(atom), whole)
    return [_words(slot, answers) for answers in whole]


def _whole(machine: Machine, atom: Atom, effects: Sequence[Answers]) -> list[Answers]:
    """The effects with all that sets the same as one of their answers: a machine tells each such thing once.

    Where a share is reckoned from a number, what it sets alone does not say all; then levers have every number themselves.
    """
    sets = {telling.said: telling.inputs for telling in machine.tellings(atom)}
    if not all(said in sets for answers in effects for said in answers):
        return list(effects)
    of_inputs = {sets[said]: number for number, answers in enumerate(effects) for said in answers}
    found: list[list[Said]] = [[] for _ in effects]
    for stated in what_can_be_told(machine.program.facts[atom.fact], machine.tests(atom)):
        telling = machine.telling(atom, stated)
        if telling.inputs in of_inputs:
            found[of_inputs[telling.inputs]].append(telling.said)
    return list(found)


def number_replies(slot: ValueSlot, tests: Sequence[Test], effects: Sequence[Answers]) -> list[str]:
    """The same for numbers: `tests` are all that rules put them to, and the ends and what lies beside are answers."""
    return _Numbers(slot, tests).replies(effects)


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
        """Where a stretch begins: after an end that the one before still has, else on its first number."""
        return f"more than {self._says(before)}" if first - FINEST in self.ends else f"at least {self._says(first)}"

    def _high(self, last: Decimal, after: Decimal) -> str:
        """Where a stretch ends: before an end that the next one has, else on its last number."""
        return f"less than {self._says(after)}" if last + FINEST in self.ends else f"at most {self._says(last)}"

    def _worded(self, run: Sequence[Decimal], low: str, high: str) -> str:
        if low and high and low.removeprefix("at least ") == high.removeprefix("at most "):
            return f"exactly {self._says(run[0])}"
        return " and ".join(filter(None, (low, high))) or "any number"

    def _says(self, number: Decimal) -> str:
        return self.slot.kind.says(Range(number, number, self.currency))
