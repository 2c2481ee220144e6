"""`dragoman why NAME FILE...`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit


def arguments(parser: ArgumentParser) -> None:
    """What to prove, from which facts, with whose copy of the report."""
    parser.add_argument(
        "name", metavar="NAME", help="a fact type, or one with slots as a file has it, 'TYPE: {SLOT: VALUE}'"
    )
    options.situation(parser)
    options.targets(parser)
    options.report(parser, "shows the passages")
    options.document(parser)
    options.rulebook(parser)
    options.parameters(parser)
    options.engine(parser)


def run(given: Namespace) -> Exit:
    """Show the proof of a conclusion; of what does not follow, why not."""
    from dragoman.cli.answer import give
    from dragoman.cli.inputs import evaluation_of
    from dragoman.exact.why_not import why_or_why_not
    from dragoman.explain.json_form import proof_json
    from dragoman.rulebook.lookup import targets_named
    from dragoman.views.proof import locators
    from dragoman.views.why_not import why_view

    evaluation = evaluation_of(given)
    targets = targets_named(evaluation.rulebook, given.targets)
    proofs = why_or_why_not(evaluation, given.name, targets)
    passages = None
    if given.report:
        from dragoman.cli.progress import Telling
        from dragoman.explain.passages import find_passages, read_report

        digests = evaluation.rulebook.passages
        name, text = read_report(given.report, digests)
        cited = (at for node in proofs.nodes for at in locators(node))
        passages = find_passages(text, digests, cited, Telling(), name)
    title = f"Why {given.name}: {evaluation.situation.title}"
    return give(given, lambda: why_view(proofs, passages), lambda: proof_json(proofs, passages), title)


COMMAND = Command(
    "why", "the proof of a conclusion, down to the facts and the passages of the report", arguments, run, paged=True
)
