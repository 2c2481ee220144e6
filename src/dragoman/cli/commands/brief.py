"""`dragoman brief FILE...`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit

_FORMS = ("md", "html", "docx", "json")


def arguments(parser: ArgumentParser) -> None:
    """The facts, whom to keep to, and how the memo is written."""
    options.situation(parser)
    options.targets(parser)
    parser.add_argument(
        "-o",
        dest="output",
        metavar="FILE",
        help="a new file, whose name says how it is written: .md, .html, .docx or .json (default: standard output)",
    )
    parser.add_argument("--format", choices=_FORMS, help="how it is written (default: as FILE says, else md)")
    options.rulebook(parser)
    options.parameters(parser)
    options.engine(parser)


def run(given: Namespace) -> Exit:
    """Write the memo on a situation."""
    import sys

    from dragoman.cli.inputs import evaluation_of, rulebook_of
    from dragoman.cli.new_file import put_data_in_new_file
    from dragoman.cli.output import put_bytes
    from dragoman.errors import DragomanError
    from dragoman.papers.gather import brief_of
    from dragoman.papers.write import PaperForm, form_or_error, written
    from dragoman.rulebook.lookup import targets_named

    form = PaperForm(given.format) if given.format else form_or_error(given.output or "brief.md")
    if form is PaperForm.DOCX and not given.output and sys.stdout.isatty():
        raise DragomanError("a DOCX is no text for a terminal: name a file with -o")
    rulebook = rulebook_of(given)
    targets = targets_named(rulebook, given.targets)
    data = written(brief_of(evaluation_of(given, rulebook), targets, form.lines), form)
    if given.output:
        return put_data_in_new_file(given.output, data)
    put_bytes(data)
    return Exit.OK


COMMAND = Command(
    "brief", "a memo of two pages to hand up, with a note under every sentence", arguments, run, paged=True
)
