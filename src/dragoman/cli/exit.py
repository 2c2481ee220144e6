"""Exit codes: what a script can rely on."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Of every command."""

    OK = 0
    FINDINGS = 1
    """`check` found mistakes, `test` failures."""
    UNUSABLE = 2
    """Something given could not be read, used or written, or the command was misspelt; nothing was done."""
    FAULT = 70
    """Something went wrong inside Dragoman (the code that `sysexits.h` has for it)."""
    INTERRUPTED = 130
