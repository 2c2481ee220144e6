"""What an answer to a question does."""

from __future__ import annotations

import dataclasses

from dragoman.conversation import questions
from dragoman.conversation.answering import Answer, Kind
from dragoman.conversation.deeds import Deeds
from dragoman.conversation.forms import Asked, AskedKind, Reply
from dragoman.conversation.state import State
from dragoman.conversation.talk import Talk
from dragoman.conversation.telling import without
from dragoman.language.forms import ReadFact

_REFUSED = {AskedKind.OFFER: "nothing was told", AskedKind.TAKE_BACK: "nothing was taken back"}


class Answered:
    """One line that answers."""

    def __init__(self, talk: Talk, text: str) -> None:
        self.talk, self.text, self.rulebook = talk, text, talk.rulebook
        self.deeds = Deeds(talk, text)

    def reply(self, asked: Asked, answer: Answer) -> tuple[Talk, Reply]:
        """What `answer` to what was asked leads to."""
        state, reply = self.talk.state, Reply(self.text, action="answer")
        done = dataclasses.replace(state, question=None)
        match answer.kind:
            case Kind.FACT if answer.fact is not None:
                return self._tell(done, answer.fact, reply)
            case Kind.PICK:
                return Answered(self.talk.at(done), self.text)._picked(asked, answer.number, reply)
            case Kind.REFUSE:
                rest = state.open[1:] if asked.kind is AskedKind.OFFER else state.open
                note = _REFUSED.get(asked.kind, "both stay as they are")
                talk = self.talk.at(dataclasses.replace(done, open=rest))
                return talk, dataclasses.replace(reply, offered=rest, notes=(note,))
            case Kind.WHY:
                return self.talk, dataclasses.replace(reply, action="why ask", answer=asked)
            case Kind.EDIT:
                return self.talk.at(done), dataclasses.replace(
                    reply, action="edit", notes=("say it again in other words",)
                )
            case Kind.STOP:
                talk = self.talk.at(dataclasses.replace(done, open=()))
                return talk, dataclasses.replace(reply, action="stop", notes=("no more questions; 'next' asks again",))
            case Kind.BACK:
                return self._back(reply)
        return self._skipped(asked, done, reply)

    def _skipped(self, asked: Asked, done: State, reply: Reply) -> tuple[Talk, Reply]:
        passed = done.passed | {asked.atom} if asked.atom is not None else done.passed
        rest = done.open[1:] if asked.kind is AskedKind.OFFER else done.open
        return self.talk.at(dataclasses.replace(done, passed=passed, open=rest)), dataclasses.replace(
            reply, offered=rest
        )

    def _back(self, reply: Reply) -> tuple[Talk, Reply]:
        """The question before the last, again."""
        state = self.talk.state
        earlier = [atom for atom in state.asked if state.question is None or atom != state.question.atom]
        if not earlier:
            return self.talk, dataclasses.replace(reply, problem="nothing was asked before")
        asked = questions.asked_about(self.rulebook, earlier[-1])
        again = dataclasses.replace(
            state, question=asked, since=state.line, asked=tuple(earlier), passed=state.passed - {earlier[-1]}
        )
        return self.talk.at(again), dataclasses.replace(reply, question=asked)

    def _picked(self, asked: Asked, number: int, reply: Reply) -> tuple[Talk, Reply]:
        state = self.talk.state
        if asked.offer is not None:
            fact, rest = asked.offer.choices[number].fact, tuple(one for one in state.open if one != asked.offer)
            deeds = Deeds(self.talk.at(dataclasses.replace(state, open=rest)), self.text)
            reply = dataclasses.replace(reply, offered=rest)
            if asked.offer.supposes:
                return deeds.supposed(reply, deeds.said((fact,)), (fact,))
            return deeds.tell(reply, deeds.said((fact,)), asked.offer.withdraws)
        if asked.several:
            return self.deeds.changed(reply, without(self.talk.situation, asked.several[number]))
        if asked.mine is None or number == 2:
            return self.talk, dataclasses.replace(reply, notes=("both stay as they are",))
        still = [s for s in self.talk.situation.statements if (s.said == asked.mine) == bool(number)]
        gone = [s for s in still if number or s in asked.theirs]
        return self.deeds.changed(reply, without(self.talk.situation, gone))

    def _tell(self, done: State, fact: ReadFact, reply: Reply) -> tuple[Talk, Reply]:
        deeds = Deeds(self.talk.at(done), self.text)
        return deeds.tell(reply, deeds.said((fact,)))
