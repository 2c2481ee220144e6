"""Whether a conclusion stands whatever is told of what nobody told, or told too doubtfully to count.

A *completion* tells something of any of the open facts: those of which nothing firm was told and which do not follow
either. What was told firmly is fixed, and what the rules conclude is not unknown. Whatever a fact can come to, a
three-valued pass over the circuit settles most conclusions; a solver decides what that leaves open.
Source of the method: Kleene's strong three-valued logic ("Introduction to Metamathematics", 1952), which is sound here
and not complete; hence the solver.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from operator import and_, or_

from dragoman.advice.evaluate import Evaluation
from dragoman.exact.flips import Flip, Flipper
from dragoman.exact.levers import Lever, new_levers
from dragoman.exact.machine import Machine
from dragoman.exact.space import Space
from dragoman.form import form
from dragoman.rulebook.forms import Atom

_FEW = 1
"""One smallest completion is shown."""


class Standing(Enum):
    """What becomes of a conclusion over all completions."""

    STANDS = "stands whatever is told beyond"
    FALLS = "falls in some completions"
    COMES = "comes in some completions"
    NEVER = "never comes, whatever is told beyond"


@form
class Robustness:
    """One conclusion over all completions."""

    atom: Atom
    standing: Standing
    completion: Flip | None
    """A smallest completion in which it falls or comes; None if there is none, or only larger ones than can be shown."""


def open_levers(evaluation: Evaluation, machine: Machine) -> Iterator[Lever]:
    """What could be told of open facts; what was told doubtfully can be told firmly, either way."""
    true = evaluation.model.true
    return (lever for lever in new_levers(evaluation, machine) if lever.atoms[0] not in true)


def robustness(flipper: Flipper, atoms: Iterable[Atom]) -> Iterator[Robustness]:
    """How each of some conclusions stands; `flipper` moves the open levers.

    Raises:
        SolverUnavailableError: if one is left open and the solver cannot be imported.
    """
    can_be = three_valued(flipper.space)
    return (robustness_of(flipper, can_be, atom) for atom in atoms)


def robustness_of(flipper: Flipper, can_be: Mapping[Atom, tuple[bool, bool]], atom: Atom) -> Robustness:
    """How one conclusion stands, by what three values tell (`three_valued`) and, if that is open, by what turns it.

    Raises:
        SolverUnavailableError: if that takes more than one fact and the solver cannot be imported.
    """
    holds = flipper.space.holds(atom)
    if can_be.get(atom, (holds, not holds))[holds]:
        flips = flipper.flips(atom, _FEW)
        if flips.is_possible:
            return Robustness(atom, Standing.FALLS if holds else Standing.COMES, next(iter(flips.flips), None))
    return Robustness(atom, Standing.STANDS if holds else Standing.NEVER, None)


def three_valued(space: Space) -> Mapping[Atom, tuple[bool, bool]]:
    """Of each conclusion, whether it could be true and whether it could be false, as far as three values tell."""
    code, machine = space.machine.code, space.machine
    true = [number in space.base for number in range(len(code.inputs))]
    false = [not on for on in true]
    for atom in space.reached:
        sets = space.reachable(atom)
        for number in machine.inputs[atom]:
            true[number] = any(number in inputs for inputs in sets)
            false[number] = any(number not in inputs for inputs in sets)
    rest = code.places - len(true)
    true, false = [*true, True] + [True] * (rest - 1), [*false, False] + [False] * (rest - 1)
    for operator, out, one, two in code.steps:
        if operator is and_:
            found = true[one] and true[two], false[one] or false[two]
        elif operator is or_:
            found = true[one] or true[two], false[one] and false[two]
        else:  # an XOR with what is always true
            other = two if one == len(code.inputs) else one
            found = false[other], true[other]
        true[out], false[out] = found
    return {atom: (true[place], false[place]) for atom, place in zip(code.atoms, code.outputs, strict=True)}
