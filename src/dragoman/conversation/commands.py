"""The actions that only show something: each an answer, and nothing changes."""

from __future__ import annotations

import dataclasses

from dragoman.conversation import questions
from dragoman.conversation.actions import ACTIONS, Action
from dragoman.conversation.answers import answered
from dragoman.conversation.forms import Reply
from dragoman.conversation.requests import IS, Request, commanded, requested
from dragoman.conversation.shown import Which
from dragoman.conversation.talk import Talk
from dragoman.language.forms import Reading


class Commands:
    """What can be shown of one talk."""

    def __init__(self, talk: Talk) -> None:
        self.talk = talk

    def do(self, reply: Reply) -> tuple[Talk, Reply]:
        """The reply with what the action shows; of one that others do, as it is."""
        if reply.action in _DONE_ELSEWHERE:
            return self.talk, reply
        request = commanded(self.talk.grammar, reply.action, reply.argument, self.talk.state.context)
        return self.answer(reply, request)

    def answer(self, reply: Reply, request: Request) -> tuple[Talk, Reply]:
        """The reply with what was asked for, and the talk with what it was about.

        Raises:
            EngineError: if the rules have more instances than can be held.
        """
        state = self.talk.state
        found = answered(self.talk.advised, self.talk.grammar, request, state.focus, state.context.names)
        state = dataclasses.replace(state, focus=found.focus or state.focus)
        if isinstance(found.answer, Which) and found.answer.sentences:
            state = dataclasses.replace(state, question=questions.about_which(found.answer), since=state.line)
        talk = self.talk.at(state)
        return talk, dataclasses.replace(reply, answer=found.answer)

    def request(self, text: str, reading: Reading) -> Request:
        """What a line of plain English asks for."""
        return requested(self.talk.grammar, text, reading, self.talk.state.context)


def action_of(request: Request) -> Action | None:
    """The action of the table that a request asks for; None where it only asks whether something is so, or for nothing."""
    return ACTIONS.get(request.action) if request.action != IS else None


_DONE_ELSEWHERE = frozenset({"help", "load", "save", "export"})
