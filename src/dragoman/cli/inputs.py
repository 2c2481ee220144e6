"""What the shared arguments stand for: the rulebook, the facts, the report, and what follows from them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.advice.evaluate import Evaluation
    from dragoman.cli.kept import KeptSession
    from dragoman.rulebook.forms import Rulebook
    from dragoman.situation.forms import Situation
    from dragoman.source.formats import Format


def rulebook_of(arguments: Namespace) -> Rulebook:
    """The rulebook of `--rulebook` or of the session, with the thresholds of `--set`.

    Raises:
        RulebookError: if it has mistakes.
        DragomanError: if a threshold is none, or cannot be set so.
    """
    from dragoman.errors import DragomanError, RulebookError

    rulebook = without_parameters(arguments)
    if not arguments.parameters:
        return rulebook
    from dragoman.rulebook.load import with_parameters

    try:
        return with_parameters(rulebook, _parameters(arguments.parameters))
    except RulebookError as error:  # of the command line, which has no lines and columns
        raise DragomanError("; ".join(f"--set: {finding.message}" for finding in error.findings)) from None


def without_parameters(arguments: Namespace) -> Rulebook:
    """The same as it is in its folder.

    Raises:
        RulebookError: if it has mistakes.
        JournalError, UnknownNameError: if the session is not to be had.
        DragomanError: if the rulebook of the session is not where it lay.
    """
    from dragoman.rulebook.cache import load_rulebook

    if kept := kept_of(arguments):
        return kept.rulebook(arguments.rulebook)
    return load_rulebook(arguments.rulebook)


def kept_of(arguments: Namespace) -> KeptSession | None:
    """The session of `--session`, looked up once; None where facts come from files.

    Raises:
        UnknownNameError: if there is no such session.
        JournalError: if the journal cannot be read, or the session is not as it was written.
    """
    if getattr(arguments, "session", None) is None:
        return None
    if not hasattr(arguments, "kept"):
        from dragoman.cli.kept import kept_session

        arguments.kept = kept_session(arguments, arguments.session)
    kept: KeptSession = arguments.kept
    return kept


def folder_of(arguments: Namespace) -> Path:
    """The folder of the rulebook, given alone or as `--rulebook`; the environment's or the shipped one if neither is.

    Raises:
        DragomanError: if both are given and differ.
    """
    from dragoman.errors import DragomanError
    from dragoman.rulebook import installed

    given = {name for name in (arguments.folder, arguments.rulebook) if name is not None}
    if len(given) > 1:
        raise DragomanError(f"one rulebook at a time: '{arguments.folder}', or --rulebook '{arguments.rulebook}'")
    return installed.folder_of(given.pop() if given else None)


def evaluation_of(arguments: Namespace, rulebook: Rulebook | None = None) -> Evaluation:
    """The facts of the files, read, weighed and fired. `rulebook` is that of the arguments.

    Raises:
        SituationError: with all mistakes of the files.
        EngineError: if the engine refuses the rulebook, fails, or was named and cannot be imported.
    """
    from dragoman.advice.evaluate import evaluate
    from dragoman.cli.engine import engine_of

    situation = situation_of(arguments, rulebook or rulebook_of(arguments))
    return evaluate(situation.rulebook, situation, engine_of(arguments))


def situation_of(arguments: Namespace, rulebook: Rulebook) -> Situation:
    """The facts of the files, or of the session at its end; long reads are narrated.

    Raises:
        SituationError: with all mistakes of the files.
        NotRestoredError: if the rulebook does not take what was said in the session.
    """
    if kept := kept_of(arguments):
        return kept.end(rulebook).situation
    from dragoman.cli.progress import Telling
    from dragoman.situation.assemble import read_situation

    progress = Telling()
    situation = read_situation(rulebook, arguments.files, input_format_of(arguments), progress, pipes=True)
    progress.weighing(len(situation.statements))
    return situation


def input_format_of(arguments: Namespace) -> Format | None:
    """What `--input-format` says of files whose name does not tell."""
    from dragoman.source.formats import Format

    return Format(arguments.input_format) if arguments.input_format else None


def named_before_files(arguments: Namespace, rulebook: Rulebook) -> str:
    """The first word of `[NAME] FILE...`, taken from the files, if it asks for something; empty if it is a file.

    Raises:
        DragomanError: if no file comes after it.
    """
    from dragoman.errors import DragomanError
    from dragoman.situation.assemble import situation_names
    from dragoman.source.files import STANDARD_INPUT

    if kept_of(arguments):
        return str(arguments.files.pop()) if arguments.files else ""
    first, *rest = arguments.files
    if first not in rulebook.facts:
        is_file = first == STANDARD_INPUT or Path(first).exists() or first in situation_names(rulebook)
        if is_file or not rest or (":" not in first and set("./") & set(first)):
            return ""
    if not rest:
        raise DragomanError(f"{arguments.command} '{first}' in which situation? Name a FILE after it")
    arguments.files = rest
    return str(first)


def known_name(name: str, known: Collection[str], what: str) -> str:
    """`name`, which is one of `known`.

    Raises:
        UnknownNameError: if it is not; the message offers the nearest.
    """
    from dragoman.errors import UnknownNameError
    from dragoman.source.names import did_you_mean
    from dragoman.source.nodes import shorten

    if name not in known:
        raise UnknownNameError(f"there is no {what} '{shorten(name)}'{did_you_mean(name, known)}")
    return name


def journal_path(arguments: Namespace) -> Path:
    """The file that sessions are kept in.

    Raises:
        NoDataFolderError: if it was not named, and there is no home folder.
    """
    import os

    from dragoman.journal.places import default_path

    return Path(arguments.journal) if arguments.journal else default_path(os.environ)


def _parameters(given: list[str]) -> dict[str, Decimal]:
    """`NAME=VALUE` pairs; a value is checked like one in a file."""
    from dragoman.errors import Place, RulebookError
    from dragoman.source.nodes import Scalar, shorten
    from dragoman.source.reading import Reading
    from dragoman.source.shapes import NUMBER

    reading = Reading("RB")
    found: dict[str, Decimal] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals:
            reading.note(Place("--set"), "012", f"a threshold is set as NAME=VALUE, found '{shorten(pair)}'")
            continue
        number = NUMBER.read(reading, Scalar(value.strip(), True, Place("--set")), f"the threshold '{name}'")
        if number is not None:
            found[name.strip()] = number
    if reading.findings:
        raise RulebookError(reading.findings)
    return found
