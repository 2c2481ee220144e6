"""One situation: the ground program run forward, each firing looked at only when it could come about.

A *node* is a ground literal, or a group of several; a node holds or does not. Every firing hangs on one positive
condition of its rule, the watched one, and if that holds it is looked at once, when its level comes: all that it
reads is final by then, so no counters are kept. Watched is the condition that fewest instances have: where many
share one, it is the others that tell them apart.

The same conditions as in :mod:`dragoman.engines.columns.code`, for one situation and in another order of work; the
tests hold the two against each other. Source of the method: watched literals (Moskewicz et al., "Chaff", 2001),
here one for each clause and never moved, since the levels below are complete when it is looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dragoman.engines.columns.firings import Firings
from dragoman.engines.columns.told import HOLDING, SAID, State, asked
from dragoman.engines.model import Firing, Model
from dragoman.program.ground import Ground
from dragoman.rulebook.forms import Atom, Mode
from dragoman.situation.evidence import Evidence
from dragoman.values.kind import Truth

_CONCLUDED = frozenset({Mode.HOLDS, Mode.ABSENT})
"""Those that hold of what is concluded and not told."""

_SURE, _ONE, _MANY = range(3)
"""What is left to see of a firing once its watched condition holds: nothing, one other node, more or an absence."""
_KINDS = 3

Looks = tuple[tuple[int, tuple[int, ...]], ...]
"""The firings to look at, by _KINDS times the index of their level, plus their kind."""


class Told(NamedTuple):
    """What comes of what was told of an atom."""

    nodes: tuple[int, ...]
    """The nodes that hold, as far as they are more than watched."""
    looks: Looks
    states: tuple[State, ...]
    """The states of propositions that rules conclude, where something was told of them."""
    is_true: bool
    """Whether it makes the atom true: an atom without a value slot, told true."""


class Given(NamedTuple):
    """What comes of it that something is concluded."""

    nodes: tuple[int, ...]
    looks: Looks


class WatchedProgram:
    """A ground program, ready for one situation after the other."""

    def __init__(self, ground: Ground, engine: str) -> None:
        self._ground, self._engine = ground, engine
        self._firings = Firings(ground)
        self._conclusions = [proposition for _, proposition in self._firings.order]
        self._nodes = nodes = _Nodes(ground, self._firings)
        self._needs, self._obstacles = nodes.needs, nodes.obstacles
        self._need = [next(iter(needs), -1) for needs in nodes.needs]
        self._concluded = set(self._conclusions)
        self._told = asked(ground, self._told_of)
        self._atoms = {number: ground.propositions[number].atom for number in self._concluded}
        self._given = {number: self._given_of(number) for number in self._concluded}
        self._read = {number for number, given in self._given.items() if any(given)}

    def run(self, evidence: Evidence) -> Model:
        """What follows from `evidence`."""
        facts, table = self._ground.program.facts, self._told
        true: list[Atom] = []
        holds: set[int] = set()
        states: dict[int, int] = {}
        waiting: list[list[int]] = [[] for _ in range(_KINDS * len(self._nodes.levels))]
        for atom, known in evidence.known.items():
            entry, firm = table.get(atom), known.firm
            if entry is None:  # no rule asks
                is_true = firm[0].said.holds if len(firm) == 1 else known.truth is Truth.TRUE
                if is_true and facts[atom.fact].value is None:
                    true.append(atom)
                continue
            # the usual case by a short cut: `of` would find the same
            found = entry.made.get(firm[0].said.holds) if len(firm) == 1 else None
            nodes, looks, told, is_true = found or entry.of(known)
            if is_true:
                true.append(atom)
            if told:
                states.update(told)
            if nodes:
                holds.update(nodes)
            for place, numbers in looks:
                waiting[place] += numbers
        fired, given = self._fire(holds, waiting, frozenset(states))
        true.extend(map(self._atoms.__getitem__, given))
        return Model(frozenset(true), self._as_firings(fired, states), self._engine)

    def _fire(self, holds: set[int], waiting: list[list[int]], told: frozenset[int]) -> tuple[list[int], set[int]]:
        """Level by level: the firings, and what they conclude unless it was told."""
        need, needs, obstacles = self._need, self._needs, self._obstacles
        conclusion, effects = self._conclusions.__getitem__, self._given
        everything: list[int] = []
        given: set[int] = set()
        for level in range(0, len(waiting), _KINDS):
            fired = waiting[level + _SURE]
            fired += [number for number in waiting[level + _ONE] if need[number] in holds]
            fired += [
                number
                for number in waiting[level + _MANY]
                if needs[number] <= holds and obstacles[number].isdisjoint(holds)
            ]
            everything += fired
            new = set(map(conclusion, fired)) - told - given
            given |= new
            for nodes, looks in map(effects.__getitem__, new & self._read):
                holds.update(nodes)
                for place, numbers in looks:
                    waiting[place] += numbers
        return everything, given

    def _as_firings(self, fired: list[int], states: Mapping[int, int]) -> tuple[Firing, ...]:
        """In canonical order; the status of each by what was told of its conclusion."""
        fired.sort()
        if not states:
            return tuple(map(self._firings.gives.__getitem__, fired))
        conclusions, firings = self._conclusions, list(map(self._firings.gives.__getitem__, fired))
        for place, number in enumerate(fired):
            if conclusions[number] in states:
                firings[place] = self._firings.others[number, states[conclusions[number]]]
        return tuple(firings)

    def _told_of(self, states: tuple[State, ...]) -> Told:
        nodes = tuple(node for number, state in states for node in self._nodes.that_hold(number, HOLDING[state]))
        of_conclusions = tuple((number, state) for number, state in states if state and number in self._concluded)
        is_true = any(state == SAID and self._is_plain(number) for number, state in states)
        return Told(tuple(self._nodes.seen(nodes)), self._nodes.looks(nodes), of_conclusions, is_true)

    def _given_of(self, number: int) -> Given:
        nodes = tuple(self._nodes.that_hold(number, _CONCLUDED))
        return Given(tuple(self._nodes.seen(nodes)), self._nodes.looks(nodes))

    def _is_plain(self, number: int) -> bool:
        return self._ground.program.facts[self._ground.propositions[number].atom.fact].value is None


class _Nodes:
    """The nodes of a ground program: first its literals, then its groups of several; and what hangs on them."""

    def __init__(self, ground: Ground, firings: Firings) -> None:
        self.ground = ground
        self.levels = ground.program.levels
        of_group = [group[0] if len(group) == 1 else len(ground.literals) + n for n, group in enumerate(ground.groups)]
        self._groups_of: dict[int, list[int]] = {}
        for node, group in zip(of_group, ground.groups, strict=True):
            for literal in group if len(group) > 1 else ():
                self._groups_of.setdefault(literal, []).append(node)
        self._of_proposition: dict[int, list[tuple[Mode, int]]] = {}
        for literal, (mode, proposition) in enumerate(ground.literals):
            self._of_proposition.setdefault(proposition, []).append((mode, literal))
        watched = _watched(ground)
        self.needs: list[frozenset[int]] = []
        """Of each firing, the nodes of its conditions but the watched one."""
        self.obstacles: list[frozenset[int]] = []
        """Of each firing, the nodes any of which holds it back."""
        self._looks: dict[int, dict[int, list[int]]] = {}
        for number, (place, _) in enumerate(firings.order):
            instance = ground.instances[place]
            self.needs.append(frozenset(instance.when) - {watched[place]})
            self.obstacles.append(frozenset(of_group[group] for group in instance.unless))
            kind = _MANY if self.obstacles[-1] else min(len(self.needs[-1]), _MANY)
            level = self.levels.index(ground.program.rules[instance.rule].level)
            self._looks.setdefault(watched[place], {}).setdefault(_KINDS * level + kind, []).append(number)

        self._seen = frozenset[int]().union(*self.needs, *self.obstacles)

    def seen(self, nodes: Iterable[int]) -> Iterator[int]:
        """Those that some firing looks at beside the one that it watches."""
        return (node for node in nodes if node in self._seen)

    def that_hold(self, proposition: int, modes: frozenset[Mode]) -> Iterator[int]:
        """The nodes that hold where these conditions hold of a proposition."""
        for mode, literal in self._of_proposition.get(proposition, ()):
            if mode in modes:
                yield literal
                yield from self._groups_of.get(literal, ())

    def looks(self, nodes: Iterable[int]) -> Looks:
        """The firings that wait for one of `nodes`."""
        found: dict[int, list[int]] = {}
        for node in nodes:
            for place, numbers in self._looks.get(node, {}).items():
                found.setdefault(place, []).extend(numbers)
        return tuple((place, tuple(numbers)) for place, numbers in sorted(found.items()))


def _watched(ground: Ground) -> list[int]:
    """Of each instance, the condition that fewest instances have."""
    uses = Counter(literal for instance in ground.instances for literal in instance.when)
    return [min(instance.when, key=lambda literal: (uses[literal], literal)) for instance in ground.instances]
