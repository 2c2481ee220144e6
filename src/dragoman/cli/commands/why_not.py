"""`dragoman why-not [NAME] FILE...`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit

if TYPE_CHECKING:
    from dragoman.views.lines import Line


def arguments(parser: ArgumentParser) -> None:
    """What does not follow, if it is named, and from which facts."""
    options.name_and_situation(parser, "a line for each recommendation that is not given")
    options.targets(parser)
    parser.add_argument("--full", action="store_true", help="every rule with its id, and all that would give it")
    options.document(parser)
    options.rulebook(parser)
    options.parameters(parser)
    options.engine(parser)


def run(given: Namespace) -> Exit:
    """Show why something does not follow, or what each recommendation lacks that is not given."""
    from dragoman.advice.scope import spoken_of
    from dragoman.cli.answer import form_of, give
    from dragoman.cli.inputs import evaluation_of, named_before_files, rulebook_of
    from dragoman.exact.silence import silence_report
    from dragoman.exact.why_not import why_not
    from dragoman.exact.why_not_forms import Silence, WhyNot
    from dragoman.rulebook.lookup import targets_named
    from dragoman.views.left_out import left_out_view
    from dragoman.views.why_not import silence_view, why_not_view

    rulebook = rulebook_of(given)
    name = named_before_files(given, rulebook)
    targets = targets_named(rulebook, given.targets)
    evaluation = evaluation_of(given, rulebook)
    is_short = not (name or targets or given.full) and form_of(given) is not options.Shown.JSON
    told, others = spoken_of(evaluation) if is_short else (targets, ())
    answer = why_not(evaluation, name, targets) if name else silence_report(evaluation, told if others else targets)
    if others and isinstance(answer, Silence) and not answer.lines:
        answer, others = silence_report(evaluation), ()

    def rows() -> list[Line]:
        if isinstance(answer, WhyNot):
            return why_not_view(answer, full=given.full)
        return [*silence_view(answer), *left_out_view(rulebook, others, "--full")]

    title = f"Why not {name}: {evaluation.situation.title}"
    return give(given, rows, answer.to_dict, title)


COMMAND = Command(
    "why-not", "why something does not follow, and what would have to be told for it", arguments, run, paged=True
)
