"""`dragoman read TEXT`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.language.forms import LineReader
    from dragoman.rulebook.forms import Rulebook


def arguments(parser: ArgumentParser) -> None:
    """The lines, what was said before them, and how to show what they were read as."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "text", metavar="TEXT", nargs="?", help="a line of plain English, or - for lines from standard input"
    )
    what.add_argument(
        "--candidates", metavar="FILE", help="the facts that a memo or a news text may hold, each with its sentence"
    )
    parser.add_argument(
        "--context", metavar="LINE", action="append", default=[], help="a line that was said before, the oldest first"
    )
    parser.add_argument("--situation", metavar="FILE", help="what has been told so far: what can be taken back")
    parser.add_argument(
        "--reader", metavar="NAME", help="offer what another reader proposes as well, one that is installed"
    )
    parser.add_argument(
        "--json", action="store_true", help="one JSON object a line (`dragoman schema reading`, or `candidate`)"
    )
    options.rulebook(parser)


def run(given: Namespace) -> Exit:
    """Show how lines are read, without a session."""
    from dragoman.cli.inputs import rulebook_of
    from dragoman.language.grammar.grammar import grammar_of
    from dragoman.language.read import Reader

    rulebook = rulebook_of(given)
    reader = Reader(grammar_of(rulebook))
    from dragoman.cli.output import complain
    from dragoman.language.plugged.plugged import OURS, Plugged

    if given.reader in (None, OURS):
        return _read(given, rulebook, reader)

    with Plugged(reader, rulebook, given.reader, complain) as plugged:
        return _read(given, rulebook, plugged)


def _read(given: Namespace, rulebook: Rulebook, reader: LineReader) -> Exit:
    if given.candidates is not None:
        return _pick(given, reader)
    readings = ((line, reader.read(line, given.context)) for line in _lines(given.text))
    if given.situation:
        from dragoman.language.corrections.remembered import among_told
        from dragoman.situation.assemble import read_situation

        situation = read_situation(rulebook, [given.situation])
        readings = ((line, among_told(rulebook, situation, reading)) for line, reading in readings)
    if given.json:
        import json

        from dragoman.language.json_form import reading_json

        for _, reading in readings:
            print(json.dumps(reading_json(reading), ensure_ascii=True), flush=True)
    else:
        from dragoman.cli.output import show
        from dragoman.views.reading import reading_view

        for line, reading in readings:
            show(reading_view(reading, line))
    return Exit.OK


def _pick(given: Namespace, reader: LineReader) -> Exit:
    from dragoman.language.candidates import candidates_in, text_of

    candidates = candidates_in(reader, text_of(given.candidates))
    if given.json:
        import json

        from dragoman.language.json_form import candidate_json

        for candidate in candidates:
            print(json.dumps(candidate_json(candidate), ensure_ascii=True), flush=True)
        return Exit.OK
    from dragoman.cli.output import show
    from dragoman.views.lines import line
    from dragoman.views.reading import offers_view

    for candidate in candidates:
        show([line(f"{candidate.sentence.line}: {candidate.sentence.text}"), *offers_view(candidate.offers)])
    return Exit.OK


def _lines(text: str) -> Iterable[str]:
    if text != "-":
        return [text]
    from dragoman.errors import Finding, FindingsError
    from dragoman.source.files import STANDARD_INPUT, read_text

    read = read_text(STANDARD_INPUT, "FA")
    if isinstance(read, Finding):
        raise FindingsError([read])
    return read[1].splitlines()


COMMAND = Command("read", "how lines of plain English are read, without a session", arguments, run)
