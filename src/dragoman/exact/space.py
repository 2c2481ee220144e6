"""The possible worlds about one situation: what its levers lead to, at each input of the circuit.

A *choice* is a way of each of some levers; a *world* is the situation after it. A world is *possible* if nothing is
disputed in it that was not disputed before: somebody who changes what was told does not contradict what is left.

What a choice sets is found by weighing the statements that it leaves, with the same function that weighs a
situation; so that layers, dates, groups, denials and reckoned shares mean here what they mean everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product
from math import prod

from dragoman.advice.evaluate import Evaluation
from dragoman.engines.columns.code import evaluate
from dragoman.errors import EngineError
from dragoman.exact.levers import Lever
from dragoman.exact.machine import Inputs, Machine
from dragoman.exact.shares import halves_of_shares
from dragoman.form import form
from dragoman.rulebook.forms import Atom
from dragoman.situation.answers import is_disputed
from dragoman.situation.evidence import Known, together, weigh_atom
from dragoman.situation.forms import Statement
from dragoman.situation.spread import Spreads, statements_of

MAX_CHOICES = 4096
"""Of the levers of one atom together: more than twelve sources that speak of one fact, say."""

AS_IS = -1
"""The way of a lever that is left alone."""
Choice = Mapping[int, int]
"""By the number of a lever, the number of its way."""


@form
class Cell:
    """One atom, and what each choice of the levers that reach it sets at its inputs."""

    atom: Atom
    levers: tuple[int, ...]
    worlds: Mapping[tuple[int, ...], Inputs | None]
    """By the ways of `levers`, in order (`AS_IS` or a number); None where the world is not possible."""


class Space:
    """The situation of an evaluation, and the worlds that some levers lead to."""

    def __init__(self, evaluation: Evaluation, machine: Machine, levers: Sequence[Lever]) -> None:
        self.evaluation, self.machine, self.levers = evaluation, machine, tuple(levers)
        self._rulebook = evaluation.rulebook
        self._spreads: Spreads = {}
        self._said = {atom: _all_said(known) for atom, known in evaluation.evidence.told.items()}
        """All that was said of each atom, by the catalogue of instruments too, which lies under what is taken back."""
        self._sources = halves_of_shares(evaluation.rulebook, machine)
        of_source: dict[Atom, list[int]] = {}
        for number, lever in enumerate(self.levers):
            for atom in lever.atoms:
                of_source.setdefault(atom, []).append(number)
        self._of_source = of_source
        self._cells: dict[Atom, Cell] = {}

    # -- as it is

    @cached_property
    def base(self) -> Inputs:
        """The inputs that are on in the situation as it is."""
        known = self.evaluation.evidence.known
        return frozenset(number for atom in known for number in self.machine.sets(known[atom]))

    def holds(self, atom: Atom) -> bool:
        """Whether an atom is true in the situation as it is."""
        return atom in self.evaluation.model.true

    # -- where levers reach

    @cached_property
    def reached(self) -> tuple[Atom, ...]:
        """The atoms with inputs that some lever reaches, in canonical order."""
        return tuple(atom for atom in self.machine.inputs if self.reaching(atom))

    def reaching(self, atom: Atom) -> tuple[int, ...]:
        """The levers that decide what is known of an atom: its own, and those of what its share is reckoned from."""
        sources = (atom, *self._sources.get(atom, ()))
        return tuple(dict.fromkeys(number for source in sources for number in self._of_source.get(source, ())))

    def cell(self, atom: Atom) -> Cell:
        """All that the levers lead to at one atom.

        Raises:
            EngineError: if there are more than `MAX_CHOICES` choices.
        """
        if atom not in self._cells:
            levers = self.reaching(atom)
            ways = [(AS_IS, *range(len(self.levers[number].ways))) for number in levers]
            if prod(map(len, ways)) > MAX_CHOICES:
                sentence = f"too much is told of one fact ({atom.fact}) to look at every way of changing it"
                raise EngineError(sentence)
            worlds = {choice: self._set(atom, dict(zip(levers, choice, strict=True))) for choice in product(*ways)}
            self._cells[atom] = Cell(atom, levers, worlds)
        return self._cells[atom]

    def _set(self, atom: Atom, choice: Choice) -> Inputs | None:
        """What a choice sets at the inputs of an atom; None if it makes a dispute."""
        known = self._known(atom, choice)
        halves = known.reckoned_from if known is not None else ()
        disputable = [self._told(half, choice) for half in halves] or [known]  # a share that is reckoned is as they are
        return None if any(map(self._is_new_dispute, disputable)) else self.machine.sets(known)

    def _known(self, atom: Atom, choice: Choice) -> Known | None:
        told = {
            source: found for source in (atom, *self._sources.get(atom, ())) if (found := self._told(source, choice))
        }
        if atom in self._sources:
            return together(self._rulebook, told, self.evaluation.evidence.as_of).known.get(atom)
        return told.get(atom)

    def _told(self, atom: Atom, choice: Choice) -> Known | None:
        """What is told of one atom after a choice."""
        chosen = {n: way for n in self._of_source.get(atom, ()) if (way := choice.get(n, AS_IS)) != AS_IS}
        if not chosen:
            return self.evaluation.evidence.told.get(atom)
        gone = {self.levers[number].said for number in chosen}
        said = [statement for statement in self._said.get(atom, ()) if statement.said not in gone]
        for number, way in chosen.items():
            instead = self.levers[number].ways[way]
            if instead is not None:
                new = statements_of(self._rulebook, instead, self._spreads)
                said += [statement for statement in new if statement.atom == atom]
        return weigh_atom(self._rulebook.facts[atom.fact], said, self.evaluation.evidence.as_of) if said else None

    def _is_new_dispute(self, known: Known | None) -> bool:
        if known is None or not is_disputed(self._rulebook.facts[known.atom.fact], known):
            return False
        before = self.evaluation.evidence.of(known.atom)
        return before is None or not is_disputed(self._rulebook.facts[known.atom.fact], before)

    def reachable(self, atom: Atom) -> set[Inputs]:
        """All that some possible world sets at the inputs of an atom, what is set now included."""
        levers = self.reaching(atom)
        if len(levers) == 1 and self.levers[levers[0]].is_new and self._is_plain(levers[0], atom):
            return {self.machine.inputs[atom] & self.base, *(t.inputs for t in self.machine.tellings(atom))}
        return {inputs for inputs in self.cell(atom).worlds.values() if inputs is not None}

    def _is_plain(self, lever: int, atom: Atom) -> bool:
        """Whether a lever tells of `atom` what the machine knows already."""
        return self.levers[lever].atoms == (atom,) and len(self.levers[lever].ways) == len(self.machine.tellings(atom))

    # -- many worlds at once

    def run(self, choices: Sequence[Choice]) -> Columns:
        """What is concluded after each of many choices; of those that are not possible, nothing is to be read."""
        ones = (1 << len(choices)) - 1
        columns = [ones if number in self.base else 0 for number in range(len(self.machine.code.inputs))]
        impossible = 0
        for number, choice in enumerate(choices):
            for atom in self._touched(choice):
                sets = self._sets(atom, choice)
                if sets is None:
                    impossible |= 1 << number
                    continue
                for column in (self.machine.inputs[atom] & self.base) ^ sets:
                    columns[column] ^= 1 << number
        found = evaluate(self.machine.code, columns, ones)
        return Columns(dict(zip(self.machine.code.atoms, found, strict=True)), ones & ~impossible)

    def _touched(self, choice: Choice) -> Iterable[Atom]:
        """The atoms with inputs that a choice may change."""
        if len(choice) == 1:
            (number,) = choice
            return self._touches[number]
        return dict.fromkeys(atom for number in choice for atom in self._touches[number])

    @cached_property
    def _touches(self) -> tuple[tuple[Atom, ...], ...]:
        """The same by the number of each lever."""
        of_half: dict[Atom, list[Atom]] = {}
        for share, halves in self._sources.items():
            for half in halves:
                of_half.setdefault(half, []).append(share)
        with_inputs = self.machine.inputs
        return tuple(
            tuple(
                dict.fromkeys(
                    reached
                    for atom in lever.atoms
                    for reached in (atom, *of_half.get(atom, ()))
                    if reached in with_inputs
                )
            )
            for lever in self.levers
        )

    def _sets(self, atom: Atom, choice: Choice) -> Inputs | None:
        """As `_set`, from what is known already where it is."""
        cell = self._cells.get(atom)
        if cell is not None:
            return cell.worlds[tuple(choice.get(number, AS_IS) for number in cell.levers)]
        levers = self.reaching(atom)
        if len(levers) == 1 and self.levers[levers[0]].is_new and self._is_plain(levers[0], atom):
            return self.machine.tellings(atom)[choice[levers[0]]].inputs
        return self._set(atom, choice)

    def singles(self) -> tuple[dict[int, int], ...]:
        """Every choice of one way of one lever."""
        return tuple({n: way} for n, lever in enumerate(self.levers) for way in range(len(lever.ways)))


@form
class Columns:
    """What is concluded in many worlds: bit j is world j."""

    true: Mapping[Atom, int]
    possible: int
    """The worlds that are possible; only of those the others say anything."""

    def where(self, atom: Atom, *, holds: bool) -> Iterator[int]:
        """The possible worlds in which a conclusion holds, or does not."""
        column = self.true.get(atom, 0)
        left = (column if holds else ~column) & self.possible
        while left:
            low = left & -left
            yield low.bit_length() - 1
            left ^= low


def _all_said(known: Known) -> list[Statement]:
    return [*known.firm, *known.doubtful, *(statement for statement, _ in known.lost)]
