"""The second engine: the ground program as AND, OR and AND-NOT on whole columns, for one situation or millions.

    Program -> ground -> Ground -> compile_ground -> Code -> evaluate       many situations (`run_many`)
                            |---> WatchedProgram -> run                     one situation (`run`)

**From rules to propositions.** :mod:`dragoman.program.ground` puts values in the place of variables. What is left are
*propositions*, each an atom or an atom with a test on its value, and *instances*: rules without variables, that want
some propositions true or told false, are held back by others, and conclude others. There is no recursion, so
one pass over the instances by level is the model.

**A column** says of each of many situations whether one thing is so there: bit j is situation j.

              situation   0  1  2  3  4  5  6  7     as an integer
    assertive(china)      1  0  1  1  0  0  -  -     0b001101
    trade_war(china, us)  1  1  0  1  0  1  -  -     0b101011

Columns come in two materials, and the same loop of :func:`dragoman.engines.columns.code.evaluate` works on both:

- a Python integer: bit j of the integer is situation j. For up to some thousands of situations; needs no library.
- a row of an array. bits: (n_columns, n_words) uint64; bit j of word w is situation 64*w + j. For millions, in chunks of
  words that fit the cache (:mod:`dragoman.engines.columns.arrays`); numpy is loaded when arrays are asked for.

The bits beyond the last situation, in the last word, are *padding*: they are 0 in every input and in the column
of ones, and since a complement is an XOR with that column they stay 0 in every result. Counting bits counts situations.

**Input columns** say how one condition on one proposition stands by what was told alone. Told facts have four states,
kept in two bits, and each kind of condition is one set of states:

    state       said  denied   when   when: not   unless, unless: told   unless: not
    unknown      0      0
    true         1      0       x                          x
    false        0      1                 x                                    x
    disputed     1      1                                  x                   x

For a number or a word the state is that of the test (:mod:`dragoman.engines.columns.told`), so that spans and the
three rulings on enumerations end there. A group that spreads is its members' atoms by then; one that does
not is a value like any other. An input that no condition looks at has no column.

**What is concluded** is the OR over all its instances. Told overrules: the atom is true where it was told true, or
concluded and neither told false nor disputed; there it gives no more, though the firing is on record.

**One situation** is a column of one bit, which an integer would waste: :mod:`dragoman.engines.columns.watched` runs
the same ground program by looking only at the firings whose watched premise holds, and makes the firings with their
bindings and premises, which columns do not carry. Tests hold both against each other, durable_rules and the oracle.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from threading import Lock
from typing import Any

from dragoman.engines.columns.code import Code, compile_ground, evaluate
from dragoman.engines.columns.told import Asked, asked, packed, setter
from dragoman.engines.columns.watched import WatchedProgram
from dragoman.engines.model import Model
from dragoman.errors import EngineUnavailableError
from dragoman.form import form
from dragoman.program.forms import Program
from dragoman.program.ground import ground_of
from dragoman.rulebook.forms import Atom
from dragoman.situation.evidence import Evidence

MAX_PROGRAMS = 8
"""So many programs are kept ground; the one that was used longest ago is dropped."""


@form
class Worlds:
    """What rules conclude in many situations. What was told true stands in the evidence of each."""

    atoms: tuple[Atom, ...]
    """All that rules can conclude, in the canonical order."""
    columns: Sequence[Any]
    """For each of `atoms`, where it is true: an integer (bit j is situation j), or a row of an array.

    bits: (n_atoms, n_words) uint64; bit j of word w is situation 64*w + j; padding bits are 0.
    """
    situations: int
    """How many."""

    def true(self, situation: int) -> frozenset[Atom]:
        """The atoms that are true in one situation."""
        return frozenset(atom for atom, column in zip(self.atoms, self.columns, strict=True) if _bit(column, situation))


class ColumnsEngine:
    """`Engine` on columns."""

    name = "columns"

    def __init__(self) -> None:
        self._prepared: dict[str, Prepared] = {}
        self._lock = Lock()

    def run(self, program: Program, evidence: Evidence) -> Model:
        """Fire `program` on `evidence`.

        Raises:
            EngineError: if the rules have more instances than can be held.
        """
        return self.prepared(program).single.run(evidence)

    def run_many(self, program: Program, evidences: Sequence[Evidence], *, arrays: bool = False) -> Worlds:
        """What `program` concludes from each of `evidences`: on integers, or with `arrays` on numpy.

        Raises:
            EngineError: if the rules have more instances than can be held.
            EngineUnavailableError: if numpy is asked for and cannot be imported.
        """
        prepared, number = self.prepared(program), len(evidences)
        columns = packed(prepared.code.inputs, prepared.table, evidences)
        if arrays:
            return Worlds(prepared.code.atoms, _on_arrays(prepared.code, columns, number), number)
        found = evaluate(prepared.code, [int.from_bytes(column, "little") for column in columns], (1 << number) - 1)
        return Worlds(prepared.code.atoms, found, number)

    def prepared(self, program: Program) -> Prepared:
        """What has been made of `program`, for who asks more of it than to be run.

        Raises:
            EngineError: if the rules have more instances than can be held.
        """
        with self._lock:
            prepared = self._prepared.pop(program.digest, None) or Prepared(program)
            self._prepared[program.digest] = prepared
            if len(self._prepared) > MAX_PROGRAMS:
                del self._prepared[next(iter(self._prepared))]
        return prepared


class Prepared:
    """A ground program, and what has been made of it so far."""

    def __init__(self, program: Program) -> None:
        self.ground = ground_of(program)

    @cached_property
    def single(self) -> WatchedProgram:
        """For one situation."""
        return WatchedProgram(self.ground, ColumnsEngine.name)

    @cached_property
    def code(self) -> Code:
        """For many."""
        return compile_ground(self.ground)

    @cached_property
    def table(self) -> dict[Atom, Asked[tuple[int, ...]]]:
        """The input columns that each state of an atom sets."""
        return asked(self.ground, setter(self.code.inputs))


def _on_arrays(code: Code, columns: Sequence[bytearray], situations: int) -> Any:
    """bits: (n_atoms, n_words) uint64; bit j of word w is situation 64*w + j; padding bits are 0."""
    try:
        from dragoman.engines.columns.arrays import evaluate_words, words_of  # noqa: PLC0415 - numpy is an extra
    except ImportError as error:
        message = f"numpy cannot be imported ({error}); install it with: pip install 'dragoman[sweep]'"
        raise EngineUnavailableError(message) from error
    return evaluate_words(code, words_of(columns, situations), situations)


def _bit(column: Any, situation: int) -> int:
    if isinstance(column, int):
        return column >> situation & 1
    return int(column[situation >> 6]) >> (situation & 63) & 1
