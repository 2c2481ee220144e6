"""The front end's side of a session: a line in, a reply out, whatever happens on the way.

No exception leaves it: an engine that fails costs one line, and the worst that happened is remembered for the exit code.
"""

from __future__ import annotations

import dataclasses

from dragoman.cli.exit import Exit
from dragoman.cli.piped import Typed
from dragoman.conversation.forms import Reply
from dragoman.session.session import Session
from dragoman.views.trouble import is_foreseen, reported

_NOT_TAKEN = "the facts are as they were, and the line can be sent again"


class Answerer:
    """Answers the lines of one session."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.code = Exit.OK
        """The worst that happened: something failed, or broke."""

    def say(self, line: Typed) -> Reply:
        """What a line leads to, without the question at its end."""
        if line.problem:
            return Reply(line.text, problem=line.problem)
        try:
            return self.session.say(line.text)
        except Exception as error:  # noqa: BLE001 - the boundary of the front end: the session goes on
            return Reply(line.text, problem=f"{self._trouble(error)}; {_NOT_TAKEN}")

    def ask(self, reply: Reply) -> Reply:
        """The reply with the question at its end."""
        try:
            return self.session.ask(reply)
        except Exception as error:  # noqa: BLE001 - the same
            return dataclasses.replace(reply, notes=(*reply.notes, f"no question: {self._trouble(error)}"))

    def _trouble(self, error: Exception) -> str:
        self.code = max(self.code, Exit.UNUSABLE if is_foreseen(error) else Exit.FAULT)
        return reported(error, "a line of the dialogue")
