"""The only door to the SAT solver (python-sat); no exception of it leaves this module."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.errors import SolverUnavailableError
from dragoman.exact.formula import Clause, Formula

_NAME = "glucose4"
_REMEDY = "the solver of exact answers cannot be imported ({error}); install it with: pip install python-sat==1.9.dev24"


class Solver:
    """A formula and what has been added to it; to be closed, best with `with`."""

    def __init__(self, formula: Formula) -> None:
        solvers, self._cards = _library()
        self.formula = formula
        self._solver: Any = solvers.Solver(name=_NAME, bootstrap_with=formula.clauses)

    def __enter__(self) -> Solver:
        return self

    def __exit__(self, *_: object) -> None:
        self._solver.delete()

    def add(self, clause: Clause) -> None:
        """One more thing that must be so."""
        self._solver.add_clause(clause)

    def solve(self, assuming: Iterable[int] = ()) -> frozenset[int] | None:
        """The literals of an answer, or None if there is none."""
        return frozenset(self._solver.get_model()) if self._solver.solve(assumptions=list(assuming)) else None

    def bounds(self, most: int) -> Iterator[list[int]]:
        """What is to be assumed so that no more than 1, 2, up to `most` levers are moved."""
        moved = list(self.formula.moved.values())
        top = min(most, len(moved))
        if not top:
            return
        total = self._cards.ITotalizer(lits=moved, ubound=top, top_id=self.formula.variables)
        for clause in total.cnf.clauses:
            self.add(clause)
        self.formula.variables = max(self.formula.variables, total.top_id)
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
