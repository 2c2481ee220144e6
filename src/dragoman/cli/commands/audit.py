"""`dragoman audit FILE...`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit


def arguments(parser: ArgumentParser) -> None:
    """The facts, and perhaps one rule."""
    options.situation(parser)
    parser.add_argument("--rule", metavar="ID", default="", help="only the firings of this rule")
    options.output_format(parser)
    options.rulebook(parser)
    options.parameters(parser)
    options.engine(parser)


def run(given: Namespace) -> Exit:
    """Show every firing in order."""
    from dragoman.cli.inputs import evaluation_of
    from dragoman.cli.output import show, show_json
    from dragoman.explain.answers import audited

    audit = audited(evaluation_of(given), given.rule)
    if given.format == options.Shown.JSON:
        from dragoman.explain.json_form import audit_json

        show_json(audit_json(audit))
    else:
        from dragoman.views.audit import audit_view

        show(audit_view(audit))
    return Exit.OK


COMMAND = Command("audit", "every rule that fired, in order", arguments, run)
