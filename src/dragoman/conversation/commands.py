"""The actions that only show something: each an answer, and nothing changes."""

from __future__ import annotations

import dataclasses

from dragoman.conversation.actions import ACTIONS, Action
from dragoman.conversation.forms import Reply
from dragoman.conversation.talk import Talk
from dragoman.errors import UnknownNameError
from dragoman.exact.ask_answers import ask
from dragoman.exact.why_not import why_or_why_not
from dragoman.explain.answers import audited
from dragoman.language.forms import Intent, Reading


class Commands:
    """What can be shown of one talk."""

    def __init__(self, talk: Talk) -> None:
        self.talk = talk

    def do(self, reply: Reply) -> tuple[Talk, Reply]:
        """The reply with what was asked for."""
        evaluation = self.talk.advised.evaluation
        try:
            match reply.action:
                case "why" | "why-not":
                    answer: object = why_or_why_not(evaluation, reply.argument)
                case "rules":
                    answer = audited(evaluation, reply.argument)
                case "next":
                    answer = ask(evaluation)
                case _:
                    answer = self.talk
        except UnknownNameError as error:
            return self.talk, dataclasses.replace(reply, problem=str(error))
        return self.talk, dataclasses.replace(reply, answer=answer)

    def asked(self, text: str, reading: Reading) -> tuple[Action | None, str]:
        """The action that a line of plain English asks for, and what with; None if it asks for none."""
        if reading.intent in (Intent.WHY, Intent.WHY_NOT):
            return ACTIONS[reading.intent.value], ""
        return None, ""
