"""`dragoman passages FILE`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit

if TYPE_CHECKING:
    from dragoman.explain.marked import Marked
    from dragoman.rulebook.forms import Rulebook


def arguments(parser: ArgumentParser) -> None:
    """The copy, how it is divided, and whether the rulebook's own file is written."""
    parser.add_argument(
        "file",
        metavar="FILE",
        help="a copy of the rulebook's document as text or Markdown, '-' for standard input: each passage begins with its"
        " locator, in a heading, in [brackets] or at the start of a paragraph",
    )
    parser.add_argument(
        "--pages", action="store_true", help="each page is a passage (p. 1, p. 2, ...), as pdftotext divides them"
    )
    parser.add_argument("--write", action="store_true", help="write the rulebook's passages.yaml, not standard output")
    options.rulebook(parser)


def run(given: Namespace) -> Exit:
    """Write the digests of a document's passages, by which readers find them in their own copies."""
    from pathlib import Path

    from dragoman.cli.inputs import folder_of
    from dragoman.cli.new_file import put_in_place_of
    from dragoman.cli.output import complain, put, show_findings
    from dragoman.errors import FindingsError
    from dragoman.explain.marked import marked, read_copy
    from dragoman.rulebook.files import part
    from dragoman.rulebook.load import read_citing
    from dragoman.views.lines import counted

    given.folder = None
    folder = Path(folder_of(given))
    try:
        rulebook = read_citing(folder)
        name, text = read_copy(given.file)
        found = marked(rulebook, name, text, pages=given.pages)
    except FindingsError as error:
        show_findings(error.findings)
        complain("nothing was written")
        return Exit.UNUSABLE
    show_findings(found.findings)
    if found.is_unclear:
        complain("nothing was written")
        return Exit.FINDINGS
    if given.write:
        put_in_place_of(part(folder, "passages"), _lines(rulebook, found))
    else:
        put(_lines(rulebook, found))
    pieces = sum(len(digests) for digests in found.digests().values())
    complain(f"{counted(len(found.passages), 'passage')}, {counted(pieces, 'digest')}")
    return Exit.FINDINGS if found.findings else Exit.OK


def _lines(rulebook: Rulebook, found: Marked) -> Iterator[str]:
    yield f"# Digests of the {rulebook.called.document}'s passages by locator, piece by piece: number of letters, rolling hash."
    yield "# They find a passage in a reader's own copy; none of its words are here. Made by `dragoman passages`."
    yield "passages:"
    for locator, digests in found.digests().items():
        quoted = locator.replace("'", "''")
        yield f"  '{quoted}':"
        yield from (f"    - [{letters}, {value}]" for letters, value in digests)


COMMAND = Command(
    "passages", "the digests of a document's passages, made from a copy of it", arguments, run, paged=True
)
