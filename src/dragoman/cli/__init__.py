"""The command line's outermost door.

Python prints a traceback for a Ctrl-C that nobody catches, and nobody can catch one before this module is there. So it
imports only what Python loads for itself, and `main` takes the interrupt before it loads anything else.
"""

from __future__ import annotations

import errno
import os
import sys

TYPE_CHECKING = False  # as type checkers know it; the module typing is not loaded for it
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

_UNUSABLE, _INTERRUPTED = 2, 130  # as in Exit, which is not loaded yet when they are needed


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code says how it went (:class:`dragoman.cli.exit.Exit`).

    Without `argv` the command line is the process's own, and so is the process: Ctrl-C ends it at once, and so does the end
    of the command.
    """
    if argv is not None:
        from dragoman.cli.door import enter

        return enter(argv)
    try:
        import signal

        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else it is ignored, as under nohup
            signal.signal(signal.SIGINT, _leave)
        from dragoman.cli.door import enter

        code = enter(None)
    except KeyboardInterrupt:  # it came while the first lines were loading
        os._exit(_INTERRUPTED)
    except (MemoryError, OSError, SystemError) as error:  # what would have said it could not be loaded
        if not is_short_of_memory(error):
            raise
        os.write(2, b"dragoman: there is not enough memory for this\n")
        os._exit(_UNUSABLE)
    if sys.gettrace() is None and sys.getprofile() is None:  # else whoever looks on has something left to write
        os._exit(code)  # all is written; to take the forms apart one by one would cost a tenth of the whole run
    return code


def is_short_of_memory(error: BaseException) -> bool:
    """Whether there was not enough memory, as the allocator, the system or Python's own compiler says it.

    The compiler may fail for it without an exception of its own, and then Python raises a SystemError in its place.
    """
    match error:
        case MemoryError():
            return True
        case OSError():
            return error.errno == errno.ENOMEM
        case SystemError():
            return str(error).startswith("<built-in function compile> returned NULL")
    return False


def _leave(signum: int, frame: FrameType | None) -> None:
    """End the process, whatever it does: an exception could be swallowed by a library, or shown as a traceback."""
    os._exit(_INTERRUPTED)
