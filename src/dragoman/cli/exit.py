"""Exit codes: what a script can rely on."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Of every command; :data:`MEANS` says what each means."""

    OK = 0
    FINDINGS = 1
    """`check` found mistakes, `test` failures, `sessions verify` damage."""
    UNUSABLE = 2
    """Something given could not be read, used or written, or the command was misspelt; nothing was done."""
    FAULT = 70
    """Something went wrong inside Dragoman (the code that `sysexits.h` has for it)."""
    HUNG_UP = 129
    """The terminal of the app is gone: 128 and the number of the signal, as for the two below."""
    INTERRUPTED = 130
    TERMINATED = 143
    """The app was asked to end by a signal."""


MEANS: dict[Exit, str] = {
    Exit.OK: "done",
    Exit.FINDINGS: "findings or failures",
    Exit.UNUSABLE: "something could not be read or used",
    Exit.FAULT: "a fault of Dragoman's own",
    Exit.HUNG_UP: "the terminal is gone",
    Exit.INTERRUPTED: "interrupted (Ctrl-C)",
    Exit.TERMINATED: "asked to end by a signal",
}
"""The one table of exit codes, for the help."""


def exit_codes() -> str:
    """All of them in a sentence."""
    return ", ".join(f"{code.value} {meaning}" for code, meaning in MEANS.items())
