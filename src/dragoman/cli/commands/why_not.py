"""`dragoman why-not [NAME] FILE...`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit

if TYPE_CHECKING:
    from dragoman.rulebook.forms import Rulebook


def arguments(parser: ArgumentParser) -> None:
    """What does not follow, if it is named, and from which facts."""
    parser.add_argument(
        "files",
        metavar="[NAME] FILE",
        nargs="+",
        help="the facts; before them a fact type, or one with slots as a file has it, 'TYPE: {SLOT: VALUE}'. "
        "Without a NAME: a line for each recommendation that is not given",
    )
    options.input_format(parser)
    options.targets(parser)
    parser.add_argument("--full", action="store_true", help="every rule with its id, and all that would give it")
    options.output_format(parser)
    options.rulebook(parser)
    options.parameters(parser)
    options.engine(parser)


def run(given: Namespace) -> Exit:
    """Show why something does not follow, or what each recommendation lacks that is not given."""
    from dragoman.cli.inputs import evaluation_of, rulebook_of
    from dragoman.cli.output import show, show_json
    from dragoman.rulebook.lookup import targets_named

    rulebook = rulebook_of(given)
    name = _name(rulebook, given.files)
    given.files = given.files[1:] if name else given.files
    targets = targets_named(rulebook, given.targets)
    evaluation = evaluation_of(given, rulebook)
    is_json = given.format == options.Shown.JSON
    if name:
        from dragoman.exact.why_not import why_not
        from dragoman.views.why_not import why_not_view

        answer = why_not(evaluation, name, targets)
        if is_json:
            from dragoman.exact.why_not_json import why_not_json

            show_json(why_not_json(answer))
        else:
            show(why_not_view(answer, full=given.full))
        return Exit.OK
    from dragoman.exact.silence import silence_report
    from dragoman.views.why_not import silence_view

    silence = silence_report(evaluation, targets)
    if is_json:
        from dragoman.exact.why_not_json import silence_json

        show_json(silence_json(silence))
    else:
        show(silence_view(silence))
    return Exit.OK


def _name(rulebook: Rulebook, words: list[str]) -> str:
    """The first word, if it asks for something; empty if it is a file, or could be meant for one.

    Raises:
        DragomanError: if no file comes after it.
    """
    from pathlib import Path

    from dragoman.errors import DragomanError
    from dragoman.situation.assemble import situation_names
    from dragoman.source.files import STANDARD_INPUT

    first = words[0]
    if first not in rulebook.facts and (
        first == STANDARD_INPUT or Path(first).exists() or first in situation_names(rulebook)
    ):
        return ""
    if len(words) == 1:
        if first in rulebook.facts:
            raise DragomanError(f"why-not '{first}' in which situation? Name a FILE after it")
        return ""
    return first if first in rulebook.facts or ":" in first or not set("./") & set(first) else ""


COMMAND = Command("why-not", "why something does not follow, and what would have to be told for it", arguments, run)
