"""All smallest sets of changes that take a conclusion away, or give one that is not given.

One change is tried for all conclusions at once, as columns; where none is enough, a solver is asked how few are, and
then for every set of that size. Source of the method: minimal correction sets by linear search on a bound, each found
set blocked (Liffiton and Sakallah, "Algorithms for computing minimal unsatisfiable subsets", 2008).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product

from dragoman.exact.formula import Circuit, Formula
from dragoman.exact.levers import Lever
from dragoman.exact.solver import Solver
from dragoman.exact.space import Choice, Columns, Space
from dragoman.form import form
from dragoman.rulebook.forms import Atom
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.evidence import sort_key
from dragoman.situation.forms import Said

MAX_CHANGES = 8
"""A set of more is no answer that anybody can use; then none is given."""
MAX_SETS = 2_000
"""So many are counted; beyond it is said that there are more."""
MAX_WAYS = 64
"""So many ways of moving the levers of one set are tried together; more only where none of them turns the conclusion."""


BEYOND: tuple[int, ...] = ()
"""Instead of a set: the smallest has more than `MAX_CHANGES` changes."""
Ways = dict[tuple[int, ...], list[tuple[int, ...]]]
"""By the levers that are moved, the ways of moving them."""


@form
class Flip:
    """One smallest set of changes."""

    levers: tuple[Lever, ...]
    """What is changed, the most doubtful first."""
    ways: tuple[tuple[Said | None, ...], ...]
    """What can be said in their place, together; None where a statement is taken back. The plainest first."""


@form
class Flips:
    """All smallest sets of changes that turn one conclusion."""

    atom: Atom
    holds: bool
    """Whether it is so now: then the changes take it away, else they give it."""
    flips: tuple[Flip, ...]
    """The most doubtful and weakly sourced facts first; none if no possible world turns it."""
    is_all: bool
    """Whether there are no more of this size; where none is shown, whether there is none of any size."""

    @property
    def is_possible(self) -> bool:
        """Whether some possible world turns it."""
        return bool(self.flips) or not self.is_all

    @property
    def size(self) -> int:
        """How many changes it takes; 0 if no possible world turns it, or only one of more than `MAX_CHANGES`."""
        return len(self.flips[0].levers) if self.flips else 0


class Flipper:
    """Finds the flips of one situation."""

    def __init__(self, space: Space) -> None:
        self.space = space
        self.singles: tuple[Choice, ...] = space.singles()
        """Every choice of one way of one lever."""
        self._columns: Columns = space.run(self.singles)
        self._circuit: Circuit | None = None

    def flips(self, atom: Atom, most: int = MAX_SETS) -> Flips:
        """All smallest sets of changes that turn `atom`, a conclusion; of those of several changes no more than `most`.

        Raises:
            SolverUnavailableError: if more than one change is needed and the solver cannot be imported.
        """
        holds = self.space.holds(atom)
        if atom not in self.space.machine.output:
            return Flips(atom, holds, (), is_all=True)
        ways, is_all = self._alone(atom), True
        if not ways:
            sets = list(islice(self._sets(atom, holds=not holds), most + 1))
            is_all = len(sets) <= most and sets != [BEYOND]
            ways = {} if sets == [BEYOND] else self._ways(atom, sets[:most], holds=not holds)
        found = (self._flip(levers, together) for levers, together in ways.items())
        return Flips(atom, holds, tuple(sorted(found, key=_doubtful_first)), is_all)

    def turning(self, atom: Atom) -> Iterator[int]:
        """The numbers of the choices of `singles` that turn `atom`, a conclusion."""
        return self._columns.where(atom, holds=not self.space.holds(atom))

    def _alone(self, atom: Atom) -> Ways:
        """The levers that turn `atom` alone."""
        found: Ways = {}
        for number in self.turning(atom):
            ((lever, way),) = self.singles[number].items()
            found.setdefault((lever,), []).append((way,))
        return found

    @property
    def circuit(self) -> Circuit:
        """The program as a formula, made when it is first needed."""
        self._circuit = self._circuit or Circuit(self.space.machine.code)
        return self._circuit

    def _sets(self, atom: Atom, *, holds: bool) -> Iterator[tuple[int, ...]]:
        """The smallest sets of levers that can be moved so that `atom` is so, or is not; or `BEYOND` alone."""
        formula = Formula(self.circuit, self.space, [atom])
        with Solver(formula.clauses, formula.variables) as solver:
            solver.add([formula.wants(atom, holds=holds)])
            if solver.solve() is None:
                return
            for bound in solver.bounds(formula.moved.values(), MAX_CHANGES):
                if (model := solver.solve(bound)) is not None:
                    break
            else:
                yield BEYOND
                return
            while model is not None:
                moved = tuple(sorted(lever for lever, variable in formula.moved.items() if variable in model))
                yield moved
                solver.add([-formula.moved[lever] for lever in moved])
                model = solver.solve(bound)

    def _ways(self, atom: Atom, sets: Iterable[tuple[int, ...]], *, holds: bool) -> Ways:
        """The ways of moving all levers of each set that turn `atom`, of those that are tried together.

        The solver has found that some way of each set does: where none of the first does, the next are tried.
        """
        left = [(levers, self._together(levers)) for levers in sets]
        found: Ways = {}
        while tried := [(levers, ways) for levers, together in left for ways in islice(together, MAX_WAYS)]:
            columns = self.space.run([dict(zip(levers, ways, strict=True)) for levers, ways in tried])
            for number in columns.where(atom, holds=holds):
                levers, ways = tried[number]
                found.setdefault(levers, []).append(ways)
            left = [(levers, together) for levers, together in left if levers not in found]
        return found

    def _together(self, levers: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        return product(*(range(len(self.space.levers[lever].ways)) for lever in levers))

    def _flip(self, levers: Sequence[int], ways: Iterable[tuple[int, ...]]) -> Flip:
        order = sorted(range(len(levers)), key=lambda place: weakness(self.space.levers[levers[place]]))
        moved = [self.space.levers[levers[place]] for place in order]
        said = (tuple(lever.ways[way[place]] for lever, place in zip(moved, order, strict=True)) for way in ways)
        return Flip(tuple(moved), tuple(said))


def weakness(lever: Lever) -> tuple[object, ...]:
    """The order in which facts are doubted: told before new, then the least likely, the worst source, the oldest.

    A source that nobody could judge is neither good nor bad: it stands after those that were found bad.
    """
    said = lever.said or lever.ways[0]
    if lever.said is None or said is None:
        return (1, Likelihood.UNHEDGED, (), "", *map(sort_key, lever.atoms))
    grade = said.source.grade if said.source else ""
    judged = grade if grade and grade[0] != "F" and grade[1] != "6" else "C"
    return (0, said.likelihood, tuple(-ord(sign) for sign in judged), str(said.date or ""), *map(sort_key, lever.atoms))


def _doubtful_first(flip: Flip) -> tuple[object, ...]:
    return tuple(weakness(lever) for lever in flip.levers)
