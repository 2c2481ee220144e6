"""What to say of an error that ended something: one line, whoever raised it."""

from __future__ import annotations

import traceback
from pathlib import PurePath

from dragoman.errors import DragomanError, EngineError
from dragoman.source.nodes import shorten


def trouble(error: Exception) -> str:
    """Our own errors as they are; of the machine's, what the machine said; of a fault, where it arose.

    >>> trouble(FileNotFoundError(2, "No such file or directory", "facts.yaml"))
    'No such file or directory: facts.yaml'
    """
    match error:
        case DragomanError():
            return str(error)
        case OSError():
            name = f": {shorten(str(error.filename))}" if error.filename is not None else ""
            return f"{error.strerror or error}{name}"
        case MemoryError():
            return "there is not enough memory for this"
        case RecursionError():
            return "the input is nested too deeply"
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {PurePath(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"something went wrong inside Dragoman: {type(error).__name__}: {error}{where}"


def is_foreseen(error: Exception) -> bool:
    """Whether it comes of what was given or of the machine, and is no fault of the program's."""
    return isinstance(error, DragomanError | OSError | MemoryError | RecursionError)


def reported(error: Exception, during: str) -> str:
    """The same, and where nobody foresaw it the file that its details are kept in; `during` says what was being done."""
    return f"{trouble(error)}{details(error, during)}"


def details(error: Exception, during: str) -> str:
    """Where the details of an error are kept, as the end of a sentence; empty if it explains itself, or they cannot be kept."""
    is_of_an_engine = isinstance(error, EngineError) and error.__cause__ is not None
    if is_foreseen(error) and not is_of_an_engine:
        return ""
    from dragoman import faults  # noqa: PLC0415 - nearly nobody needs it, and this is loaded where memory is short

    path = faults.keep(error, during)
    return f"; details in {faults.shown(path)}" if path else ""
