"""`dragoman flips [NAME] FILE...`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit

if TYPE_CHECKING:
    from dragoman.exact.change_forms import Flipped, Hinges
    from dragoman.views.lines import Line


def arguments(parser: ArgumentParser) -> None:
    """What is to be turned, if it is named, and from which facts."""
    options.name_and_situation(
        parser, "what each recommendation hangs on, and what would give those that are not given"
    )
    options.targets(parser)
    parser.add_argument("--all", dest="everything", action="store_true", help="every set of changes, however many")
    options.document(parser)
    options.rulebook(parser)
    options.parameters(parser)
    options.engine(parser)


def run(given: Namespace) -> Exit:
    """Show all smallest sets of changes that turn a conclusion, or what the advice hangs on."""
    from dragoman.advice.scope import spoken_of
    from dragoman.cli.answer import form_of, give
    from dragoman.cli.inputs import evaluation_of, named_before_files, rulebook_of
    from dragoman.cli.output import told_of_the_rest
    from dragoman.exact.flip_answers import flipped, hinges
    from dragoman.rulebook.lookup import targets_named
    from dragoman.views.left_out import left_out_view

    rulebook = rulebook_of(given)
    name = named_before_files(given, rulebook)
    targets = targets_named(rulebook, given.targets)
    evaluation = evaluation_of(given, rulebook)
    is_short = not (name or targets or given.everything) and form_of(given) is not options.Shown.JSON
    told, others = spoken_of(evaluation) if is_short else (targets, ())
    answer = flipped(evaluation, name, targets) if name else hinges(evaluation, told if others else targets)

    def rows() -> list[Line]:
        return [*_lines(answer, everything=given.everything), *left_out_view(rulebook, others, "--all")]

    return give(given, rows, answer.to_dict) or told_of_the_rest(answer.unanswered)


def _lines(answer: Flipped | Hinges, *, everything: bool) -> list[Line]:
    from dragoman.exact.change_forms import Hinges
    from dragoman.views.flips import flipped_view, hinges_view

    return hinges_view(answer) if isinstance(answer, Hinges) else flipped_view(answer, everything=everything)


COMMAND = Command(
    "flips", "the smallest changes of facts that give a recommendation, or take it away", arguments, run, paged=True
)
