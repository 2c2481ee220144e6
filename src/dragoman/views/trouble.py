"""What to say of an error that ended something: one line, whoever raised it."""

from __future__ import annotations

import traceback
from pathlib import PurePath

from dragoman.errors import DragomanError
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
