"""`dragoman interview`: a dialogue that the questions lead, and the file of facts that comes of it."""

from __future__ import annotations

import dataclasses
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from dragoman.advice.build import advice_of
from dragoman.cli import keyboard, output
from dragoman.cli.answerer import Answerer
from dragoman.cli.exit import Exit
from dragoman.cli.interrupts import Ended, Interrupts
from dragoman.cli.new_file import put_in_new_file
from dragoman.cli.piped import Typed
from dragoman.cli.plain import lines
from dragoman.cli.sessions import open_session
from dragoman.conversation.forms import Reply
from dragoman.errors import DragomanError
from dragoman.rulebook.lookup import targets_named
from dragoman.session.desk import saved
from dragoman.session.workspace import Opened
from dragoman.views.dialogue import changed, farewell, greeting, recommended
from dragoman.views.lines import BLANK, Line, line
from dragoman.views.reply import question_view, reply_lines, reply_view

_HOW = "Answer as you like; 'skip', 'back', 'why do you ask' and 'stop' work, and so does any other sentence."
_DONE = "Nothing is left to ask: no other answer would change the advice."
_UNNAMED = "An interview"
_ASK = Reply("", action="next")


class Interview:
    """One interview."""

    def __init__(self, opened: Opened, stream: TextIO) -> None:
        self.session, self.stream = opened.session, stream
        self.answerer = Answerer(opened.session)
        self.is_typed = keyboard.is_there()
        self.interrupts = Interrupts(is_typed=self.is_typed)
        self.lines = lines(opened, self.interrupts, is_typed=self.is_typed)
        self.opened = opened

    def lead(self) -> None:
        """Ask until nothing is left to ask, or somebody stops.

        Raises:
            Left: after a second Ctrl-C.
            Ended: if a signal asks to leave.
        """
        if self.is_typed:
            self.show([*greeting(self.session, self.opened.remark), line((_HOW, "muted"))])
        asked = self.answerer.ask(_ASK)
        while asked.question is not None:
            self.show(question_view(asked.question))
            answer = next(self.lines, None)
            if answer is None:
                return
            reply = self._said(answer)
            if reply.leaves or reply.action == "stop":
                return
            asked = reply if reply.question is not None else self.answerer.ask(_ASK)
        self.show([line((note, "muted")) for note in (asked.notes or (_DONE,))])

    def _said(self, answer: Typed) -> Reply:
        """What a line led to, shown without its question: that is asked next."""
        reply = self.answerer.ask(self.answerer.say(answer))
        shown = dataclasses.replace(reply, question=None, offered=() if reply.question else reply.offered)
        view = reply_lines if self.is_typed else reply_view
        self.show(view(shown, self.session.rulebook))
        return reply

    def show(self, shown: Iterator[Line] | list[Line]) -> None:
        """Say something beside the file."""
        output.show(shown, self.stream)
        self.stream.flush()


def interview(given: Namespace) -> Exit:
    """Lead an interview, then write the file and say what is now recommended.

    Raises:
        DragomanError: as :func:`dragoman.cli.sessions.open_session` has it; also if the file is there already.
    """
    path = Path(given.output) if given.output else None
    if path is not None and (path.exists() or not path.absolute().parent.is_dir()):
        why = "is there already" if path.exists() else "has no folder to lie in"
        raise DragomanError(f"'{path}' {why}; name a new file")
    opened = open_session(given)
    session, stream = opened.session, sys.stdout if path else sys.stderr
    whom = targets_named(session.rulebook, given.targets)
    session.talk = session.talk.at(dataclasses.replace(session.state, whom=whom))
    start, led = advice_of(session.evaluation, whom), Interview(opened, stream)
    with led.interrupts.taken():
        try:
            led.lead()
        except keyboard.Left:
            return _left(opened, led, Exit.INTERRUPTED)
        except Ended as ended:
            return _left(opened, led, ended.code)
    code = _write(opened, path)
    now = advice_of(session.evaluation, whom)
    led.show([BLANK, recommended(now), changed(start, now)])
    opened.close()
    return max(code, led.answerer.code)


def _left(opened: Opened, led: Interview, code: Exit) -> Exit:
    """Leave without a file; what was said is in the journal."""
    opened.close()
    if code is not Exit.HUNG_UP:
        led.show(farewell(opened.session))
    return code


def _write(opened: Opened, path: Path | None) -> Exit:
    """The facts that result, in the file or on standard output."""
    session = opened.session
    title = path.stem if path is not None else session.situation.title if session.names else _UNNAMED
    text = saved(session.talk.start, session.names, session.situation, title, path or Path("facts.yaml"))
    if path is not None:
        return put_in_new_file(str(path), text.splitlines())
    output.put(text.splitlines())
    return Exit.OK
