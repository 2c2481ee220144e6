"""A program as one circuit, made once: what each statement sets at its inputs, and what comes out.

The circuit is that of :mod:`dragoman.engines.columns`: inputs say how conditions stand by what was told alone, gates
are AND, OR and NOT, outputs say which conclusions are true. Exact answers look at it in three ways: many situations at
once as columns, all of them as a formula for a solver, and three-valued where inputs are open.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from dragoman.engines.columns.engine import ColumnsEngine
from dragoman.engines.names import EngineName
from dragoman.engines.select import engine_named
from dragoman.errors import Place
from dragoman.form import form
from dragoman.program.forms import Program
from dragoman.rulebook.forms import Atom, Blank, FactType
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.evidence import Known
from dragoman.situation.forms import CHAT_LAYER, Extent, Said, Statement
from dragoman.values.kind import Stated, Test

SUPPOSED_LAYER = CHAT_LAYER + 1
"""What is supposed: above everything that was told."""
_SUPPOSED = Place("supposition")

Inputs = frozenset[int]
"""The inputs of the circuit that are on."""


@form
class Telling:
    """Something that could be told of an atom of which nothing was, and what it sets."""

    said: Said
    inputs: Inputs


class Machine:
    """The circuit of one program."""

    def __init__(self, program: Program, engine: ColumnsEngine) -> None:
        prepared = engine.prepared(program)
        self.program, self.ground, self.code = program, prepared.ground, prepared.code
        self._table = prepared.table
        self.output = {atom: number for number, atom in enumerate(self.code.atoms)}
        """The outputs, by the conclusions that they speak of."""
        inputs: dict[Atom, set[int]] = {}
        for number, (proposition, _) in enumerate(self.code.inputs):
            inputs.setdefault(self.ground.propositions[proposition].atom, set()).add(number)
        self.inputs = {atom: frozenset(found) for atom, found in inputs.items()}
        """All inputs of each atom that rules ask about and that can be told."""
        self._tellings: dict[Atom, tuple[Telling, ...]] = {}

    def sets(self, known: Known | None) -> Inputs:
        """The inputs that are on by what is known of one atom."""
        entry = self._table.get(known.atom) if known is not None else None
        return frozenset(entry.of(known)) if entry is not None and known is not None else frozenset()

    def tests(self, atom: Atom) -> tuple[Test, ...]:
        """What rules put the value of an atom to."""
        entry = self._table.get(atom)
        return tuple(p.test for _, p in entry.propositions if p.test is not None) if entry is not None else ()

    def tellings(self, atom: Atom) -> tuple[Telling, ...]:
        """All that can be told of an atom, as far as it makes a difference; the plainest first."""
        if atom not in self._tellings:
            self._tellings[atom] = tuple(self._made(atom))
        return self._tellings[atom]

    def _made(self, atom: Atom) -> Iterator[Telling]:
        fact = self.program.facts[atom.fact]
        if fact.catalogue or fact.is_with_itself(atom.key):
            return
        seen: set[Inputs] = set()
        for stated in what_can_be_told(fact, self.tests(atom)):
            telling = self.telling(atom, stated)
            if telling.inputs not in seen:
                seen.add(telling.inputs)
                yield telling

    def telling(self, atom: Atom, stated: Stated) -> Telling:
        """One thing told of an atom, and nothing else."""
        terms = tuple(Blank.MISSING if value is None else value for value in atom.key)
        said = supposed(atom.fact, terms, stated)
        extent: Extent = tuple(frozenset({value}) for value in atom.key)
        return Telling(said, self.sets(Known(atom, (Statement(atom, said, extent),), (), ())))


_KEPT: deque[Machine] = deque(maxlen=4)


def machine_of(program: Program) -> Machine:
    """The circuit of a program: of the last few the same again.

    Raises:
        EngineError: if the rules have more instances than can be held.
    """
    for kept in tuple(_KEPT):
        if kept.program is program or kept.program.digest == program.digest:
            return kept
    engine = engine_named(EngineName.COLUMNS)
    assert isinstance(engine, ColumnsEngine)
    _KEPT.append(made := Machine(program, engine))
    return made


def supposed(fact: str, terms: tuple[str | Blank, ...], stated: Stated) -> Said:
    """A statement that somebody supposes, without hedge."""
    return Said(fact, terms, stated.holds, Likelihood.UNHEDGED, stated.value, _SUPPOSED, SUPPOSED_LAYER)


def what_can_be_told(fact: FactType, tests: Sequence[Test]) -> Iterator[Stated]:
    """Single statements on a fact that between them pass and fail each of `tests`, the plainest first."""
    if fact.value is None:
        yield from (Stated(True, None), Stated(False, None))
        return
    found = list(dict.fromkeys(fact.value.kind.samples(None, tests)))
    yield from found
    if fact.value.kind.CAN_BE_DENIED:
        denials = (Stated(False, stated.value) for stated in found if stated.holds)
        yield from (stated for stated in denials if stated not in found)
