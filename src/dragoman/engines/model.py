"""What an engine returns: the true atoms and the firings, in one canonical order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from operator import itemgetter
from typing import Protocol

from dragoman.form import form
from dragoman.program.forms import Program
from dragoman.rulebook.forms import Atom
from dragoman.situation.evidence import Evidence, sort_key
from dragoman.values.kind import Truth


class Status(Enum):
    """What a firing does to its conclusion; told facts overrule."""

    GIVES = "gives"
    CONFIRMS = "confirms"
    """It was told true already; the told likelihood stands."""
    OVERRULED = "overruled"
    """It was told false."""
    HELD_BACK = "held back"
    """It is disputed."""


@form
class Firing:
    """One rule, fired on one set of premises, for one of its conclusions."""

    rule: str
    level: int
    conclusion: Atom
    bindings: tuple[tuple[str, str], ...]
    """Variable and value, by variable."""
    premises: tuple[Atom, ...]
    """One for each condition of `when`, in its order."""
    status: Status

    @property
    def order(self) -> tuple[object, ...]:
        """The canonical order: level, rule, conclusion, bindings, premises."""
        return self.order_by(sort_key)

    def order_by(self, key: Callable[[Atom], object]) -> tuple[object, ...]:
        """The same with other keys for the atoms, in the same order."""
        return self.level, self.rule, key(self.conclusion), self.bindings, tuple(map(key, self.premises))


@form
class Model:
    """What is true in a situation, and through which firings."""

    true: frozenset[Atom]
    """All atoms without a value slot that are told or concluded true."""
    firings: tuple[Firing, ...]
    """In canonical order."""
    engine: str
    """The name of the engine that fired."""


class Engine(Protocol):
    """Anything that fires rules."""

    name: str

    def run(self, program: Program, evidence: Evidence) -> Model:
        """Fire `program` on `evidence`.

        Raises:
            EngineError: if the engine refuses the program or fails.
        """


_STATUS = {
    Truth.TRUE: Status.CONFIRMS,
    Truth.FALSE: Status.OVERRULED,
    Truth.DISPUTED: Status.HELD_BACK,
    Truth.UNKNOWN: Status.GIVES,
}


def status_of(evidence: Evidence, conclusion: Atom) -> Status:
    """What a firing does to `conclusion`, given what was told of it."""
    known = evidence.of(conclusion)
    return _STATUS[known.truth] if known else Status.GIVES


def told_true(program: Program, evidence: Evidence) -> Iterable[Atom]:
    """The atoms without a value slot that were told true."""
    for atom, known in evidence.known.items():
        if program.facts[atom.fact].value is None and known.truth is Truth.TRUE:
            yield atom


def in_order(firings: Iterable[Firing]) -> tuple[Firing, ...]:
    """Each firing once, in canonical order."""
    key = _SortKeys().__getitem__
    by_order = {firing.order_by(key): firing for firing in firings}
    return tuple([firing for _, firing in sorted(by_order.items(), key=itemgetter(0))])


class _SortKeys(dict[Atom, tuple[str, tuple[str, ...]]]):
    """The sort key of each atom, made once: the same atoms stand in many firings."""

    def __missing__(self, atom: Atom) -> tuple[str, tuple[str, ...]]:
        return self.setdefault(atom, sort_key(atom))
