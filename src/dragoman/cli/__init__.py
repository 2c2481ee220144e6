"""The command line. `main` is the outermost door: no traceback leaves it."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

from dragoman.cli.exit import Exit


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code says how it went (:class:`dragoman.cli.exit.Exit`)."""
    _open_streams()
    try:
        return _run(argv)
    except BrokenPipeError:
        _give_up_output()  # whoever read us has left, and has what they wanted
        return Exit.OK
    except KeyboardInterrupt:
        _give_up_output()
        return Exit.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the command line's last resort
        from dragoman.cli.output import complain, fault

        complain(fault(error))
        _give_up_output()
        return Exit.UNUSABLE if isinstance(error, OSError) else Exit.FAULT


def _open_streams() -> None:
    """Let no character be unprintable, and no stream be missing (`>&-`)."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - as long as we run
        elif isinstance(getattr(stream, "buffer", None), io.RawIOBase):
            # `python -u` and PYTHONUNBUFFERED drop what the system does not take at once, as of a process that is stopped
            safe = open(stream.fileno(), "w", encoding=stream.encoding, errors="backslashreplace", closefd=False)  # noqa: SIM115
            setattr(sys, name, safe)
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _give_up_output() -> None:
    """Write no more: python would fail once more when it flushes what is left."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(argv: Sequence[str] | None) -> Exit:
    from dragoman.cli.output import complain, show_findings
    from dragoman.cli.parser import parser
    from dragoman.errors import DragomanError, FindingsError

    try:
        arguments = parser().parse_args(argv)
    except SystemExit as stop:  # --help, or a mistake that argparse has explained
        sys.stdout.flush()
        return Exit.UNUSABLE if stop.code else Exit.OK
    if not arguments.command and not arguments.version:
        parser().print_help(sys.stderr)
        return Exit.UNUSABLE
    from dragoman.cli import commands

    try:
        code = commands.version() if arguments.version else commands.HANDLERS[arguments.command](arguments)
        sys.stdout.flush()
        return code
    except FindingsError as error:
        show_findings(error.findings)
    except DragomanError as error:
        complain(str(error))
    except RecursionError:
        complain("the input is nested too deeply")
    return Exit.UNUSABLE
