"""Lines as somebody types them: edited, completed, with the lines of earlier sessions above; by readline where there is one.

Nothing is drawn but the line: it works over ssh, and a screen reader reads what is there. Ctrl-C takes a line back, and a
second one leaves; Ctrl-D leaves.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence

from dragoman.cli.interrupts import Interrupts
from dragoman.cli.piped import Typed
from dragoman.source.visible import plain

try:
    import readline

    _EDITS = True
except ImportError:  # some builds of Python have none: then lines are typed as the terminal has it
    _EDITS = False

_PROMPT = "> "
_AGAIN = "Ctrl-C again leaves; what was said is kept."
_LONGEST = 1000
"""Characters of an earlier line that is put back."""
_SETTINGS = (
    "set enable-bracketed-paste off",  # several lines that are pasted are several lines
    "set enable-active-region off",
    "set colored-stats off",
    "set colored-completion-prefix off",
    "set bell-style none",
    "set show-all-if-ambiguous on",
    "set completion-ignore-case on",
    "tab: complete",
)
_OF_LIBEDIT = ("bind ^I rl_complete",)
"""What stands in for readline on macOS."""

Completer = Callable[[str], Sequence[str]]
"""What may stand in place of the last word of a line."""


class Left(Exception):
    """Somebody pressed Ctrl-C twice."""


def typed(interrupts: Interrupts, completer: Completer, earlier: Sequence[str]) -> Iterator[Typed]:
    """The lines that are typed, until Ctrl-D.

    Raises:
        Left: after a second Ctrl-C with nothing typed since the first.
        Ended: if a signal asks to leave.
    """
    if _EDITS:
        _make_ready(completer, earlier)
    was_interrupted = False
    while True:
        try:
            with interrupts.waiting():
                text = input(_PROMPT)
        except EOFError:
            print(flush=True)
            return
        except KeyboardInterrupt:
            print(flush=True)
            is_empty = not _EDITS or not readline.get_line_buffer()
            if was_interrupted and is_empty:
                raise Left from None
            was_interrupted = True
            print(_AGAIN, flush=True)
            continue
        except UnicodeDecodeError:
            yield Typed("", _NO_TEXT)
            continue
        was_interrupted = False
        yield _checked(text)


_NO_TEXT = "the line is not in the encoding of the terminal; nothing was taken from it"


def _checked(text: str) -> Typed:
    """A line of which every character is one; what the terminal's encoding lacks comes as halves of characters."""
    is_text = not any("\ud800" <= character <= "\udfff" for character in text)
    return Typed(text) if is_text else Typed(plain(text), _NO_TEXT)


def _make_ready(completer: Completer, earlier: Sequence[str]) -> None:
    is_libedit = "libedit" in (readline.__doc__ or "")
    for setting in _OF_LIBEDIT if is_libedit else _SETTINGS:
        readline.parse_and_bind(setting)
    readline.set_completer_delims(" ")
    readline.set_completer(_Completing(completer).found)
    for text in earlier:
        if text.strip() and len(text) <= _LONGEST:
            readline.add_history(plain(text))


class _Completing:
    """What readline asks for one by one."""

    def __init__(self, completer: Completer) -> None:
        self._completer = completer
        self._found: Sequence[str] = ()

    def found(self, text: str, number: int) -> str | None:
        """The completion of that number; None after the last."""
        if number == 0:
            line = readline.get_line_buffer()[: readline.get_endidx()]
            self._found = self._completer(line)
        return self._found[number] if number < len(self._found) else None


def is_there() -> bool:
    """Whether somebody types and reads."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
