"""The only door to the SAT solver (python-sat); no exception of it leaves this module."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dragoman.errors import SolverUnavailableError
from dragoman.exact.formula import Clause

_NAME = "glucose4"
_REMEDY = "the solver of exact answers cannot be imported ({error}); install it with: pip install python-sat==1.9.dev24"


class Answer:
    """A world that a solver found: the literals that are so in it."""

    def __init__(self, literals: Sequence[int]) -> None:
        self._literals = literals

    def __contains__(self, literal: int) -> bool:
        return self._literals[abs(literal) - 1] == literal

    def __iter__(self) -> Iterator[int]:
        return iter(self._literals)


class Solver:
    """Clauses and what has been added to them; to be closed, best with `with`."""

    def __init__(self, clauses: Iterable[Clause], variables: int) -> None:
        solvers, self._cards = _library()
        self._variables = variables
        self._solver: Any = solvers.Solver(name=_NAME, bootstrap_with=clauses)

    def __enter__(self) -> Solver:
        return self

    def __exit__(self, *_: object) -> None:
        self._solver.delete()

    def add(self, clause: Clause) -> None:
        """One more thing that must be so."""
        self._solver.add_clause(clause)

    def fresh(self) -> int:
        """A new variable."""
        self._variables += 1
        return self._variables

    def solve(self, assuming: Iterable[int] = ()) -> Answer | None:
        """A world in which what is assumed is so, or None if there is none."""
        return Answer(self._solver.get_model()) if self._solver.solve(assumptions=list(assuming)) else None

    def bounds(self, variables: Iterable[int], most: int) -> Iterator[list[int]]:
        """What is to be assumed so that no more than 1, 2, up to `most` of some variables are true."""
        counted = list(variables)
        top = min(most, len(counted))
        if not top:
            return
        total = self._cards.ITotalizer(lits=counted, ubound=top, top_id=self._variables)
        for clause in total.cnf.clauses:
            self.add(clause)
        self._variables = max(self._variables, total.top_id)
        rights = list(total.rhs)
        total.delete()
        yield from ([-rights[number]] if number < len(rights) else [] for number in range(1, top + 1))


def _library() -> tuple[Any, Any]:
    """The modules of the solver.

    Raises:
        SolverUnavailableError: if it is not installed.
    """
    try:
        from pysat import card, solvers  # noqa: PLC0415 - late: loading takes 0.1 s, and few commands ask
    except ImportError as error:
        raise SolverUnavailableError(_REMEDY.format(error=error)) from error
    return solvers, card
