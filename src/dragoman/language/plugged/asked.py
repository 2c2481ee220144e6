"""`python -m dragoman.language.plugged.asked`: the inside of the process that a plugged-in reader runs in.

The first line of standard input says which reader, and for which rulebook; each further one is a line to read. Whatever
the reader prints goes nowhere: the answers have a channel of their own.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from importlib.metadata import EntryPoint
from itertools import islice
from typing import Any, TextIO

from dragoman.faults import keep, shown
from dragoman.language.plugged.asking import STARTING
from dragoman.rulebook.cache import load_rulebook

_MOST = 100
"""Proposals for one line; a reader may go on for ever."""


def main() -> None:
    """Answer line by line until there are no more."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="ascii")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    hello = json.loads(sys.stdin.readline())
    reader: Any = None
    for line in sys.stdin:
        # its default action ends the process, even where no Python runs
        signal.setitimer(signal.ITIMER_REAL, hello["seconds"] * (STARTING if reader is None else 1) + 1)
        asked = json.loads(line)
        try:
            reader = reader or _made(hello)
            proposed = [dict(one) for one in islice(reader(asked["text"], asked["context"]), _MOST)]
            written = json.dumps({"proposed": proposed})
        except BaseException as error:  # noqa: BLE001 - the door to code that is not ours; it ends this process
            kept = keep(error, "a reader that is plugged in")
            where = f"; details in {shown(kept)}" if kept else ""
            _put(answers, json.dumps({"raised": f"{type(error).__name__}: {_said(error)}", "where": where}))
            return
        signal.setitimer(signal.ITIMER_REAL, 0)
        _put(answers, written)


def _made(hello: dict[str, Any]) -> Any:
    return EntryPoint("reader", hello["value"], "").load()(load_rulebook(hello["folder"]))


def _said(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # noqa: BLE001 - an exception of code that is not ours
        return "(which cannot be written)"


def _put(answers: TextIO, text: str) -> None:
    answers.write(f"{text}\n")
    answers.flush()


if __name__ == "__main__":
    main()
