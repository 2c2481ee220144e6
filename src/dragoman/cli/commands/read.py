"""`dragoman read TEXT`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.language.forms import ReadFact, Reading
    from dragoman.language.plugged import LineReader
    from dragoman.rulebook.forms import Rulebook


def arguments(parser: ArgumentParser) -> None:
    """The lines, what was said before them, and how to show what they were read as."""
    parser.add_argument("text", metavar="TEXT", help="a line of plain English, or - for lines from standard input")
    parser.add_argument(
        "--context", metavar="LINE", action="append", default=[], help="a line that was said before, the oldest first"
    )
    parser.add_argument("--situation", metavar="FILE", help="what has been told so far: what can be taken back")
    parser.add_argument(
        "--reader", metavar="NAME", help="offer what another reader proposes as well, one that is installed"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line (`dragoman schema reading`)")
    options.rulebook(parser)


def run(given: Namespace) -> Exit:
    """Show how lines are read, without a session."""
    from dragoman.cli.inputs import rulebook_of
    from dragoman.language.grammar import grammar_of
    from dragoman.language.read import Reader

    rulebook = rulebook_of(given)
    reader = Reader(grammar_of(rulebook))
    from dragoman.cli.output import complain
    from dragoman.language.plugged import OURS, Plugged

    if given.reader in (None, OURS):
        return _read(given, rulebook, reader)

    with Plugged(reader, rulebook, given.reader, complain) as plugged:
        return _read(given, rulebook, plugged)


def _read(given: Namespace, rulebook: Rulebook, reader: LineReader) -> Exit:
    readings = ((line, reader.read(line, given.context)) for line in _lines(given.text))
    if given.situation:
        from dragoman.language.remembered import among_told
        from dragoman.situation.assemble import read_situation

        situation = read_situation(rulebook, [given.situation])
        readings = ((line, among_told(rulebook, situation, reading)) for line, reading in readings)
    if given.json:
        import json

        from dragoman.language.json_form import reading_json

        for _, reading in readings:
            print(json.dumps(reading_json(reading), ensure_ascii=True), flush=True)
    else:
        from dragoman.source.visible import plain

        for line in _shown(readings):
            print(plain(line))
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


def _shown(readings: Iterable[tuple[str, Reading]]) -> Iterator[str]:
    for line, reading in readings:
        yield f"{line} [{reading.intent.value}]"
        for label, facts in (("told", reading.facts), ("withdrawn", reading.withdrawn), ("supposed", reading.supposed)):
            for fact in facts:
                yield f"  {label}: {_fact(fact)}"
        for offer in reading.offered:
            yield f"  offered ({offer.reason}):"
            yield from (f"    {_fact(choice)}" for choice in offer.choices)
        for words in reading.not_understood:
            yield f"  not understood: {words}"


def _fact(fact: ReadFact) -> str:
    slots = ", ".join(f"{name}: {value}" for name, value in fact.slots.items())
    said = f"{fact.fact}: {{{slots}}}"
    said = said if fact.holds else f"not: {{{said}}}"
    beside = {"likelihood": fact.likelihood, "source": fact.source, "date": fact.date}
    return ", ".join((said, *(f"{name}: {value}" for name, value in beside.items() if value)))


COMMAND = Command("read", "how lines of plain English are read, without a session", arguments, run)
