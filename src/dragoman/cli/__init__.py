"""The command line. `main` is the outermost door: no traceback leaves it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from dragoman.cli.exit import Exit


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code says how it went (:class:`dragoman.cli.exit.Exit`)."""
    from dragoman.cli.parser import parser

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    arguments = parser().parse_args(argv)
    try:
        return _run(arguments)
    except BrokenPipeError:
        # whoever read us has left; python would complain once more when it flushes
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.OK
    except KeyboardInterrupt:
        return Exit.INTERRUPTED


def _run(arguments: object) -> Exit:
    from dragoman.cli import commands
    from dragoman.cli.output import complain, show_findings
    from dragoman.errors import DragomanError, FindingsError

    command = getattr(arguments, "command", None)
    try:
        if getattr(arguments, "version", False):
            return commands.version()
        if command is None:
            from dragoman.cli.parser import parser

            parser().print_help()
            return Exit.UNUSABLE
        code = commands.HANDLERS[command](arguments)  # type: ignore[arg-type]
        sys.stdout.flush()
        return code
    except FindingsError as error:
        show_findings(error.findings)
    except DragomanError as error:
        complain(str(error))
    except RecursionError:
        complain("the input is nested too deeply")
    return Exit.UNUSABLE
