"""`dragoman graph [NAME] FILE...`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit

if TYPE_CHECKING:
    from dragoman.advice.evaluate import Evaluation
    from dragoman.explain.proof import Node

_DEPTH = 6
_MOST = 40
"""So many proofs are drawn together."""


def arguments(parser: ArgumentParser) -> None:
    """What is to be drawn, if it is named, from which facts, and how deep."""
    options.name_and_situation(parser, "the first recommendation, for the first of those that it is for")
    options.targets(parser)
    parser.add_argument("-o", dest="output", metavar="FILE", help="a new file (default: standard output)")
    parser.add_argument(
        "--depth",
        type=int,
        default=_DEPTH,
        metavar="N",
        help=f"so many layers under what is asked for (default {_DEPTH}; 0: all of them)",
    )
    options.rulebook(parser)
    options.parameters(parser)
    options.engine(parser)


def run(given: Namespace) -> Exit:
    """Draw the proof of a conclusion."""
    from dragoman.cli.inputs import evaluation_of, named_before_files, rulebook_of
    from dragoman.cli.new_file import put_data_in_new_file
    from dragoman.cli.output import put_bytes
    from dragoman.drawing.graph import graph_of
    from dragoman.drawing.svg import described, svg_file, svg_of
    from dragoman.errors import DragomanError
    from dragoman.rulebook.lookup import targets_named
    from dragoman.rulebook.words import capital

    if given.depth < 0:
        raise DragomanError("--depth is a number of layers, from 1 on; 0 is all of them")
    rulebook = rulebook_of(given)
    name = named_before_files(given, rulebook)
    nodes = _proofs(evaluation_of(given, rulebook), name, targets_named(rulebook, given.targets))
    graph = graph_of(nodes, given.depth, rulebook.called.document)
    title = "; ".join(dict.fromkeys(capital(node.sentence) for node in nodes))
    data = svg_file(svg_of(graph, title, described(graph))).encode()
    if given.output:
        return put_data_in_new_file(given.output, data)
    put_bytes(data)
    return Exit.OK


def _proofs(evaluation: Evaluation, name: str, targets: tuple[str, ...]) -> tuple[Node, ...]:
    from dragoman.errors import DragomanError
    from dragoman.explain.answers import why

    if not name:
        return _first(evaluation, targets)
    proofs = why(evaluation, name, targets)
    if not proofs.nodes:
        sentence = proofs.silence.sentence
        raise DragomanError(f"there is nothing to draw: {sentence.removesuffix('.')}. 'dragoman why-not' says why")
    if len(proofs.nodes) > _MOST:
        raise DragomanError(f"{len(proofs.nodes)} proofs are no picture: name a slot of it, or keep to some with --for")
    return proofs.nodes


def _first(evaluation: Evaluation, targets: tuple[str, ...]) -> tuple[Node, ...]:
    """The proof of the first recommendation."""
    from dragoman.advice.build import advice_of
    from dragoman.errors import DragomanError
    from dragoman.explain.proof import Prover

    advice = advice_of(evaluation, targets, findings=False)
    if not advice.recommendations:
        raise DragomanError("there is nothing to draw: nothing is recommended on these facts. Name what is to be drawn")
    return (Prover(evaluation).prove(advice.recommendations[0].instances[0].atom),)


COMMAND = Command(
    "graph", "a picture of a proof, as SVG: what rests on what, down to the facts", arguments, run, paged=True
)
