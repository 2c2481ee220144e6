"""The door outward: whatever happens inside, one line says it and one exit code means it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from contextlib import nullcontext

from dragoman.cli import is_short_of_memory, streams
from dragoman.cli.exit import Exit
from dragoman.errors import DragomanError, FindingsError


def enter(argv: Sequence[str] | None) -> Exit:
    """Run one command; no exception leaves."""
    streams.open_all()
    try:
        code = _run(argv)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        code = Exit.OK  # whoever read us has left, and has what they wanted
    except KeyboardInterrupt:
        code = Exit.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the command line's last resort
        code = _explained(error, sys.argv[1:] if argv is None else argv)
    streams.finish(sys.stdout)
    return code


def _run(argv: Sequence[str] | None) -> Exit:
    if argv is None:  # the process is ours: reading makes a great many objects and hardly a cycle among them
        gc.set_threshold(100_000, 50, 50)
    from dragoman.cli.colour import coloured
    from dragoman.cli.commands import COMMANDS
    from dragoman.cli.pager import paged
    from dragoman.cli.parser import HELP, parser
    from dragoman.cli.progress import Working

    words = sys.argv[1:] if argv is None else list(argv)
    if words[:1] == [HELP]:
        words = [*words[1:2], "--help"]
    if not words and _is_seen():
        words = ["chat"]  # known before all other commands are set up
    whole = parser(words[0] if words else "", _value_of("--rulebook", words))
    try:
        arguments = whole.parse_args(words)
    except SystemExit as stop:  # --help, or a mistake that argparse has explained
        return Exit.UNUSABLE if stop.code else Exit.OK
    if arguments.version:
        from dragoman.cli.version import version

        return version(arguments)
    if not arguments.command:
        if _is_seen():
            return _run(["chat", *([f"--rulebook={arguments.before}"] if arguments.before else [])])
        whole.print_help(sys.stderr)
        return Exit.UNUSABLE
    _say_what_is_not_set(arguments.command)
    command = COMMANDS[arguments.command]
    is_typed = "-" in (getattr(arguments, "files", None) or ())  # a row would stand among what somebody types
    with coloured(arguments.color), Working(wanted=command.paged and not is_typed) as working:
        arguments.working = working
        with paged(working.clear, wanted=not arguments.no_pager) if command.paged else nullcontext():
            return command.run(arguments)


def _is_seen() -> bool:
    """Whether somebody types and reads."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def _say_what_is_not_set(command: str) -> None:
    """A line for each setting that is not taken; the command that shows them says so itself."""
    if command == "config":
        return
    from dragoman.settings.read import current

    for mistake in current().mistakes:
        from dragoman.cli.output import complain

        complain(str(mistake))


def _value_of(option: str, words: Sequence[str]) -> str:
    """What stands behind an option, before anything is parsed; empty if it is not there."""
    for number, word in enumerate(words):
        if word.startswith(f"{option}="):
            return word[len(option) + 1 :]
        if word == option:
            return words[number + 1] if number + 1 < len(words) else ""
    return ""


def _explained(error: Exception, words: Sequence[str]) -> Exit:
    """Say what went wrong; the code for it."""
    if is_short_of_memory(error):
        error.__traceback__ = None  # gives back what the frames hold, so that there is room to say it
        error = MemoryError()
    from dragoman.cli.output import complain, show_findings
    from dragoman.views.trouble import is_foreseen, reported

    if isinstance(error, FindingsError):
        show_findings(error.findings)
    else:
        further = "" if is_foreseen(error) or isinstance(error, DragomanError) else "; please report it"
        complain(f"{reported(error, _named(words))}{further}")
    return Exit.UNUSABLE if is_foreseen(error) else Exit.FAULT


def _named(words: Sequence[str]) -> str:
    """The command that was given, without all that was given to it."""
    from dragoman.cli.commands import COMMANDS

    return " ".join(["dragoman", *(word for word in words[:1] if word in COMMANDS)])
