"""Changes in words that can be read aloud: what follows `if`, and whose word it is that would change.

A number beside the end of a test is said as `just under` or `just over` it, with whose threshold it is.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from math import prod

from dragoman.advice.evaluate import Evaluation
from dragoman.advice.forms import SlotValue, Voice
from dragoman.advice.statement_wording import wording_of
from dragoman.exact.called import Called
from dragoman.exact.change_forms import Change, Concluded, Supposed
from dragoman.exact.flips import Flip
from dragoman.exact.levers import Lever
from dragoman.exact.machine import Machine
from dragoman.exact.shares import Shares
from dragoman.rulebook.forms import Atom, Blank, Rulebook
from dragoman.situation.forms import Said, Statement
from dragoman.values.quantity import FINEST, Bounds, Range

Ways = Sequence[Said | None]


class ChangeWords:
    """Words the changes of one situation; whom advice is for can be called otherwise (`the state`)."""

    def __init__(self, evaluation: Evaluation, machine: Machine) -> None:
        self.rulebook, self.machine = evaluation.rulebook, machine
        self.voices = wording_of(evaluation.rulebook)
        self._owners = dict(_owners(evaluation.rulebook))
        self._shares = Shares(evaluation, machine)

    def flip(self, flip: Flip, called: Called | None = None) -> tuple[Change, ...]:
        """A set of changes. Where not every way of one goes with every way of the others, the plainest ways alone."""
        options = [tuple(dict.fromkeys(way[place] for way in flip.ways)) for place in range(len(flip.levers))]
        if prod(map(len, options)) != len(flip.ways):
            options = [(way,) for way in flip.ways[0]]
        return tuple(self.change(lever, ways, called) for lever, ways in zip(flip.levers, options, strict=True))

    def change(self, lever: Lever, ways: Ways, called: Called | None = None) -> Change:
        """One lever, moved in any of some ways."""
        instead = tuple(self._supposed(said, lever.atoms, called or {}) for said in ways if said is not None)
        told = self.voice(lever.said, called) if lever.said is not None else None
        return Change(", or ".join(self._clauses(lever, ways, called or {})), told, None in ways, instead)

    def concluded(self, atom: Atom) -> Concluded:
        """A conclusion with the names of its slots."""
        return Concluded(atom, self.voices.slots(atom))

    def voice(self, said: Said, called: Called | None = None) -> Voice:
        """A statement as it was told: one about a group is one sentence."""
        voice = self.voices.of(Statement(Atom(said.fact, _key(said)), said, ()))
        return dataclasses.replace(voice, says=self.voices.whole(said, called=called))

    def _supposed(self, said: Said, atoms: Sequence[Atom], called: Called) -> Supposed:
        slots = tuple(map(SlotValue, self.voices.names(said.fact), _key(said)))
        return Supposed(self._says(said, atoms, called), said.fact, slots, said.holds, said.value)

    # -- what follows `if`

    def _clauses(self, lever: Lever, ways: Ways, called: Called) -> Iterator[str]:
        told, back = lever.said, None in ways
        others = [way for way in ways if way is not None]
        if told is None:
            yield f"it were told that {self._together(lever, others, called)}"
            return
        if back:
            yield f"it were not told that {self.voices.whole(told, called=called)}"
        if any(_is_the_same(told, way) for way in others):
            yield f"it were told firmly that {self.voices.whole(told, called=called)}"
        elif back and len(lever.atoms) == 1 and any(_is_contrary(told, way) for way in others):
            yield "the contrary were told"
        elif others and (value := self._value(told)):
            yield f"it were told that {self._together(lever, others, called)} instead of {value}"
        elif others:
            yield f"it were told instead that {self._together(lever, others, called)}"

    def _value(self, told: Said) -> str:
        """The value that was told; empty if it was denied, or there is none."""
        slot = self.rulebook.facts[told.fact].value
        return slot.kind.says(told.value) if slot is not None and told.value is not None and told.holds else ""

    def _together(self, lever: Lever, said: Sequence[Said], called: Called) -> str:
        """What could be told, in one sentence: of words all, of numbers the nearest, of a denial only if there is no more."""
        chosen = [one for one in said if one.holds] or list(said)
        first = chosen[0]
        if isinstance(first.value, Range) or first.value is None:
            return self._says(first, lever.atoms, called)
        fact = self.rulebook.facts[first.fact]
        words = [fact.value.kind.says(one.value) for one in chosen if fact.value and one.value is not None]
        return self.voices.whole(first, " or ".join(dict.fromkeys(words)), called)

    def _says(self, said: Said, atoms: Sequence[Atom], called: Called) -> str:
        if not isinstance(said.value, Range):
            return self.voices.whole(said, called=called)
        words, beside = self._number(said, said.value, atoms)
        return f"{self.voices.whole(said, words, called)}{beside}"

    def _number(self, said: Said, value: Range, atoms: Sequence[Atom]) -> tuple[str | None, str]:
        """The words for a number on or beside the end of a test, if it is one, and what is to be known about it."""
        slot, ends = self.rulebook.facts[said.fact].value, self._ends(atoms)
        for side, end in (("", value.low), ("just under ", value.low + FINEST), ("just over ", value.low - FINEST)):
            if slot is not None and end in ends and value.low == value.high:
                owner = self._owners.get((said.fact, end))
                words = f"{side}{slot.kind.says(Range(end, end, value.currency))}"
                return words, f" ({owner} threshold)" if owner else ""
        share = next((share for atom in atoms for share in self._shares.made(atom, value)), "")
        return None, f" (a share of {share})" if share else ""

    def _ends(self, atoms: Iterable[Atom]) -> set[Decimal]:
        """The ends of all tests of the value of some atoms."""
        tests = (test for atom in atoms for test in self.machine.tests(atom) if isinstance(test, Bounds))
        return {end for test in tests for end in (test.low, test.high) if end is not None}


def _key(said: Said) -> tuple[str | None, ...]:
    return tuple(None if isinstance(term, Blank) else term for term in said.terms)


def _is_contrary(told: Said, way: Said) -> bool:
    return way.value is None and told.value is None and way.holds != told.holds


def _is_the_same(told: Said, way: Said) -> bool:
    """Whether it is what was told with more doubt."""
    return not told.likelihood.is_firm and (told.holds, told.value) == (way.holds, way.value)


def _owners(rulebook: Rulebook) -> Iterator[tuple[tuple[str, Decimal], str]]:
    """By fact type and number, whose threshold rules hold it against."""
    for rule in rulebook.rules.values():
        for condition in (*rule.when, *rule.unless):
            test = condition.pattern.test
            for name in test.parameters if test is not None else ():
                parameter = rulebook.parameters[name]
                yield (condition.pattern.fact, parameter.value), "your" if name in rulebook.changed else parameter.whose
