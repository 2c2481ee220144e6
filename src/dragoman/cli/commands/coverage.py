"""`dragoman coverage [RULEBOOK]`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit


def arguments(parser: ArgumentParser) -> None:
    """The rulebook, and perhaps a copy of the report to hold it against."""
    options.folder(parser)
    parser.add_argument("--uncovered", action="store_true", help="only the passages that no rule rests on")
    options.report(parser, "verifies it")
    options.output_format(parser)


def run(given: Namespace) -> Exit:
    """Show how much of the report the rulebook carries."""
    from dragoman.cli.inputs import folder_of
    from dragoman.cli.output import show, show_json
    from dragoman.coverage.report import report_coverage
    from dragoman.rulebook.load import read_rulebook

    rulebook = read_rulebook(folder_of(given))
    found = report_coverage(rulebook)
    verified = None
    if given.report:
        from dragoman.cli.progress import Telling
        from dragoman.explain.passages import read_report, verify_passages

        name, text = read_report(given.report, rulebook.passages)
        verified = verify_passages(text, rulebook.passages, Telling(), name)
    if given.format == options.Shown.JSON:
        from dragoman.coverage.json_form import report_json

        show_json(report_json(found, verified))
    else:
        from dragoman.views.coverage import report_view, uncovered_view, verified_view

        if not given.uncovered:
            show(report_view(found))
        if verified is not None:
            show(verified_view(verified))
        if given.uncovered or verified is not None:
            show(uncovered_view(found, verified))
    is_missing = verified is not None and any(not passage.found for passage in verified.values())
    return Exit.FINDINGS if found.open or is_missing else Exit.OK


COMMAND = Command("coverage", "how much of the report the rulebook carries", arguments, run, paged=True)
