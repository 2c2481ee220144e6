"""In which order to ask for everything, before anything was told; and which facts can decide a recommendation at all.

What can decide a recommendation is what some instance of the rules that give it looks at, directly or through other
conclusions: its cone in the circuit, with the sums that a share in it is reckoned from. Nothing else can, whatever is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dragoman.advice.evaluate import evaluate
from dragoman.engines.names import EngineName
from dragoman.engines.select import engine_named
from dragoman.exact.flips import Flipper
from dragoman.exact.formula import Circuit
from dragoman.exact.machine import Machine, machine_of
from dragoman.exact.questions import questions
from dragoman.exact.robust import open_levers
from dragoman.exact.shares import halves_of_shares
from dragoman.exact.space import Space
from dragoman.program.normal import program_of
from dragoman.rulebook.forms import Rulebook
from dragoman.situation.forms import Situation


def deciding(rulebook: Rulebook) -> frozenset[str]:
    """The fact types that can decide a recommendation, those that rules conclude among them if they can be told.

    Raises:
        EngineError: if the rules have more instances than can be held.
    """
    machine = machine_of(program_of(rulebook))
    circuit = Circuit(machine.code)
    wires = (circuit.outputs[atom] for atom in machine.output if atom.fact in rulebook.recommendations)
    return frozenset(_facts(rulebook, machine, circuit.cone(wires)[1]))


def _facts(rulebook: Rulebook, machine: Machine, inputs: list[int]) -> Iterator[str]:
    """The types of what some inputs ask about, and of what its shares are reckoned from."""
    propositions, halves = machine.ground.propositions, halves_of_shares(rulebook, machine)
    for number in inputs:
        atom = propositions[machine.code.inputs[number][0]].atom
        yield atom.fact
        yield from (half.fact for half in halves.get(atom, ()))


def by_what_it_settles(rulebook: Rulebook) -> tuple[str, ...]:
    """All fact types; first those of which one fact alone, told of nothing else, settles most recommendations.

    Raises:
        EngineError: if the rules have more instances than can be held.
    """
    nothing = Situation(rulebook, "", None, ())
    evaluation = evaluate(rulebook, nothing, engine_named(EngineName.COLUMNS))
    machine = machine_of(evaluation.program)
    advice, others = Counter[str](), Counter[str]()
    for question in questions(Flipper(Space(evaluation, machine, tuple(open_levers(evaluation, machine))))):
        advice[question.atom.fact] += len(question.recommendations)
        others[question.atom.fact] += len(question.others)
    return tuple(sorted(rulebook.facts, key=lambda name: (-advice[name], -others[name])))
