"""Evaluations to explain: of every situation that comes with the program, and of an invented rulebook of five rules."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from dragoman.advice.build import advice_of
from dragoman.advice.evaluate import Evaluation, evaluate
from dragoman.advice.forms import Advice
from dragoman.engines.rete.engine import ReteEngine
from dragoman.explain.proof import Node, Prover
from dragoman.rulebook.forms import Atom, Rulebook
from dragoman.rulebook.load import read_rulebook
from dragoman.situation.assemble import read_situation, situation_names
from tests.rulebooks import columns, report, situation

ENGINE, COLUMNS = ReteEngine(), columns()
"""Each keeps what it has made of a rulebook."""
CENTRAL_ASIA = report()
LENDERS = read_rulebook(Path(__file__).parent / "lenders")
WORLD = "2020-11-report-world"
NAMES = tuple(situation_names(CENTRAL_ASIA))

Lend = Callable[[str], Evaluation]
"""From the text of a file of facts about lenders to what follows from it."""


@cache
def world(name: str) -> Evaluation:
    return evaluate(CENTRAL_ASIA, situation(name), ENGINE)


@cache
def advice(name: str) -> Advice:
    return advice_of(world(name))


@cache
def proofs(name: str) -> dict[Atom, Node]:
    """The proof of each conclusion that is shown."""
    prover = Prover(world(name))
    return {atom: prover.prove(atom) for atom in shown(world(name))}


def told(folder: Path, text: str, rulebook: Rulebook = LENDERS) -> Evaluation:
    """What follows from the facts in `text`."""
    path = folder / "facts.yaml"
    path.write_text(text, encoding="utf-8")
    return evaluate(rulebook, read_situation(rulebook, [path]), ENGINE)


def shown(evaluation: Evaluation) -> list[Atom]:
    """What the advice shows."""
    return sorted(atom for atom in evaluation.model.true if evaluation.rulebook.facts[atom.fact].shown_as)


def proof(evaluation: Evaluation, fact: str, *key: str) -> Node:
    return Prover(evaluation).prove(Atom(fact, key))


def nodes(node: Node) -> Iterator[Node]:
    """A node and all below it."""
    yield node
    for premise in node.premises:
        yield from nodes(premise)
