"""One line of a conversation: what it is, what it does, and the reply.

A line is, in this order: a slash command, an answer to what was asked, a command word, a fact as a file writes it, or
plain English. A mistake changes nothing, and nothing is told that was not said or consented to.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from dragoman.conversation import questions
from dragoman.conversation.actions import ACTIONS, Action, bare, with_file
from dragoman.conversation.answered import Answered
from dragoman.conversation.answering import Answer, Kind, answer_in, is_of_another_kind
from dragoman.conversation.commands import Commands, action_of
from dragoman.conversation.deeds import Deeds
from dragoman.conversation.english import English
from dragoman.conversation.filed import Filed
from dragoman.conversation.forms import Asked, AskedKind, Deed, Reply, Understood
from dragoman.conversation.lines import LONGEST, is_like_a_file
from dragoman.conversation.requests import CHANGING
from dragoman.conversation.state import State
from dragoman.conversation.talk import Talk
from dragoman.conversation.telling import sentences
from dragoman.errors import Finding
from dragoman.language.forms import Intent
from dragoman.language.forms import Reading as LineReading
from dragoman.situation.assemble import read_chat_fact, situation_names
from dragoman.situation.forms import Situation
from dragoman.situation.typed import typed
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import Mapping, shorten
from dragoman.source.reading import Reading

_ALL = re.compile(r"\b(?:both|all|everything|the two|the lot)\b", re.IGNORECASE)
"""What keeps all that was supposed since the last change, and not the last alone."""
_STAYS = 3
"""For so many lines what was offered stays open."""
_CUT = f"the line is longer than {LONGEST:,} characters; what stands behind those was not looked at"


def say(talk: Talk, text: str) -> tuple[Talk, Reply]:
    """The talk after `text`, and what it led to, without the question at its end.

    Raises:
        EngineError: if the engine fails; the talk given stands.
        RulebookError: with all mistakes of the rulebook's phrases, if it takes them to read the line.
    """
    state = dataclasses.replace(talk.state, line=talk.state.line + 1)
    talk, reply = _Line(talk.at(state), text[:LONGEST]).reply()
    if len(text) > LONGEST:
        reply = dataclasses.replace(reply, notes=(*reply.notes, _CUT))
    return talk, reply


def ask(talk: Talk, reply: Reply) -> tuple[Talk, Reply]:
    """The talk and the reply with the one question: what is offered, whose word goes, or what settles most.

    Raises:
        EngineError: if the rules have more instances than can be held.
    """
    if reply.question is not None or reply.leaves or not _asks(reply):
        return talk, reply
    state = talk.state
    pending = state.question if state.question and state.line - state.since < _STAYS else None
    asked: Asked | None
    if reply.offered:
        asked = questions.about_offer(reply.offered[0])
    elif pending is not None and pending.kind in (AskedKind.OFFER, AskedKind.CLASH, AskedKind.TAKE_BACK):
        asked = pending
    else:
        asked = questions.open_question(talk.advised.evaluation, state.passed, _named(state), state.whom)
    if asked is None:
        notes = ("nothing that could be told would change the advice",) if reply.action == "next" else ()
        return talk.at(dataclasses.replace(state, question=None)), dataclasses.replace(
            reply, notes=(*reply.notes, *notes)
        )
    since = state.since if asked == pending else state.line
    atoms = (*state.asked, asked.atom) if asked.atom and asked.atom not in state.asked else state.asked
    return talk.at(dataclasses.replace(state, question=asked, since=since, asked=atoms)), dataclasses.replace(
        reply, question=asked
    )


def _asks(reply: Reply) -> bool:
    """Whether a reply ends with a question: where something was done or offered, or a question was answered."""
    return bool(reply.understood or reply.offered or reply.clashes) or reply.action in ("next", "answer")


def _named(state: State) -> tuple[str, ...]:
    return tuple(term for s in state.latest for term in s.said.terms if isinstance(term, str))


class _Line:
    """One line on its way to a reply."""

    def __init__(self, talk: Talk, text: str) -> None:
        self.talk, self.text = talk, text
        self.deeds = Deeds(talk, text)
        self.place, self.rulebook = self.deeds.place, talk.rulebook

    def reply(self) -> tuple[Talk, Reply]:
        said = self.text.strip()
        if not said:
            return self.talk, Reply(self.text, Intent.OTHER, problem="nothing was said; type what you know, or 'help'")
        if said.startswith("/"):
            return self._slash(said)
        asked = self.talk.state.question
        answer = answer_in(self.talk.grammar, asked, said) if asked is not None else None
        if asked is not None and answer is not None and asked.kind is AskedKind.WHICH:
            return self._which(asked, answer)
        if asked is not None and answer is not None:
            return Answered(self.talk, self.text).reply(asked, answer)
        if asked is not None and asked.kind is AskedKind.OPEN and is_of_another_kind(said):
            takes = asked.wants or ", ".join(one.words for one in asked.answers)
            return self.talk, Reply(
                self.text, action="answer", problem=f"that is no answer to the question; it takes {takes}"
            )
        action = bare(said)
        if action is not None:
            return self._act(action, "")
        if (filed := with_file(said)) is not None:
            return self._act(*filed, Intent.COMMAND)
        if is_like_a_file(self.rulebook, said):
            return Filed(self.talk, self.text).reply()
        found = English(self.talk, self.text).read()
        if not isinstance(found, LineReading):
            return found
        talk, reply = self._request(found)
        return self._heard(talk), dataclasses.replace(reply, reading=found)

    def _heard(self, talk: Talk) -> Talk:
        """With what the line leaves behind, though it told nothing: what it asked, and whom it named."""
        context = talk.reader.after(self.text, talk.state.context)._replace(last=None)
        return talk.at(dataclasses.replace(talk.state, context=context))

    def _which(self, asked: Asked, answer: Answer) -> tuple[Talk, Reply]:
        """The one that was meant, shown; or nothing, where it was none of them."""
        line = _Line(self.talk.at(dataclasses.replace(self.talk.state, question=None)), self.text)
        if answer.kind is not Kind.PICK or answer.number >= len(asked.arguments):
            return line.talk, Reply(self.text, action="answer", notes=("then say it in other words",))
        return line._act(ACTIONS[asked.action], asked.arguments[answer.number])

    def _slash(self, said: str) -> tuple[Talk, Reply]:
        word, _, argument = said[1:].partition(" ")
        action = ACTIONS.get(word) or bare(word)
        if action is None:
            names = [f"/{name}" for name in ACTIONS]
            hint = did_you_mean(f"/{word}", names) or f"; there are {', '.join(names)}"
            message = f"there is no command '/{shorten(word)}'{hint}"
            return self.talk, Reply(self.text, findings=(Finding(self.place, "FA013", message),))
        argument = argument.strip()
        if action.needs_argument and not argument:
            message = f"'/{word}' needs {action.argument}: {action.help}"
            return self.talk, Reply(self.text, findings=(Finding(self.place, "FA011", message),))
        return self._act(action, argument)

    def _act(self, action: Action, argument: str, intent: Intent | None = None) -> tuple[Talk, Reply]:
        reply = Reply(self.text, intent, action.name, argument)
        match action.name:
            case "undo" | "redo":
                return self._step(reply)
            case "restart":
                return self._restart(reply)
            case "keep":
                return self._keep(reply)
            case "what-if":
                return self._what_if_line(argument)
            case "next":
                return self._next(reply)
            case "start":
                return self.talk, dataclasses.replace(reply, notes=tuple(self._beginnings()))
            case "quit":
                return self.talk, dataclasses.replace(reply, leaves=True)
        return Commands(self.talk).do(reply)

    def _beginnings(self) -> Iterator[str]:
        """What can be begun from; where sessions are kept, a talk does not know."""
        names = situation_names(self.rulebook)
        if names:
            yield f"/load opens a file, or a situation of the rulebook: {', '.join(names)}"
        yield "'dragoman sessions' shows the sessions that were kept, and --resume goes on with one"

    def _next(self, reply: Reply) -> tuple[Talk, Reply]:
        state = self.talk.state
        if state.question is not None and state.question.atom is not None:
            state = dataclasses.replace(state, passed=state.passed | {state.question.atom}, question=None)
        return self.talk.at(state), reply

    def _step(self, reply: Reply) -> tuple[Talk, Reply]:
        state, is_undo = self.talk.state, reply.action == "undo"
        moved = state.undone() if is_undo else state.redone()
        if moved is None:
            return self.talk, dataclasses.replace(reply, problem=f"there is nothing to {reply.action}")
        understood = tuple(self._turned(state.situation, moved.situation))
        notes = (f"back to: {moved.situation.title}",) if moved.situation.title != state.situation.title else ()
        return self.talk.moved(moved, dataclasses.replace(reply, understood=understood, notes=notes))

    def _turned(self, now: Situation, then: Situation) -> Iterator[Understood]:
        """What going from one situation to another takes back and says again."""
        said, unsaid = set(now.statements), set(then.statements)
        gone = tuple(s for s in now.statements if s not in unsaid)
        again = tuple(s for s in then.statements if s not in said)
        for deed, statements in ((Deed.WITHDRAWN, gone), (Deed.TOLD, again)):
            if statements and now.files == then.files:
                yield from (
                    Understood(deed, text, statements=statements) for text in sentences(self.rulebook, statements)
                )

    def _restart(self, reply: Reply) -> tuple[Talk, Reply]:
        if self.talk.situation == self.talk.start:
            return self.talk, dataclasses.replace(reply, problem="nothing was said that would be dropped")
        state = self.talk.state.changed(self.talk.start)
        cleared = dataclasses.replace(state, open=(), supposed=(), latest=(), passed=frozenset(), asked=())
        return self.talk.moved(cleared, dataclasses.replace(reply, notes=(f"back to: {self.talk.start.title}",)))

    def _keep(self, reply: Reply) -> tuple[Talk, Reply]:
        state = self.talk.state
        supposed = state.all_supposed if _ALL.search(self.text) and state.all_supposed else state.supposed
        if not supposed:
            return self.talk, dataclasses.replace(reply, problem="nothing was supposed that could be kept")
        return self.deeds.tell(reply, self.deeds.said(supposed))

    def _request(self, reading: LineReading) -> tuple[Talk, Reply]:
        """What a line asks for; what it can do nothing with is said with the nearest that it may have meant."""
        commands = Commands(self.talk)
        request = commands.request(self.text, reading)
        action = action_of(request)
        if action is not None and action.name in CHANGING | {"help"}:
            if action.needs_argument and not request.argument:
                problem = f"which file? Say {action.name} and its name"
                return self.talk, Reply(self.text, Intent.COMMAND, action.name, problem=problem)
            return self._act(action, request.argument, Intent.COMMAND)
        if action is not None and action.name in ("next", "what-if"):
            return self._act(action, request.argument, reading.intent)
        reply = Reply(self.text, _intent(request.action, reading.intent), request.action)
        if request.action:
            return commands.answer(reply, request)
        nearest = tuple(one.sentence for offer in self.deeds.opened(reading.offered) for one in offer.choices)
        nearest = nearest or tuple(ACTIONS[name].help for name in request.nearest if name in ACTIONS)
        unclear = reading.not_understood or (self.text.strip(),)
        talk = self.talk.at(dataclasses.replace(self.talk.state, is_lost=True))
        return talk, dataclasses.replace(reply, not_understood=unclear, nearest=nearest)

    def _what_if_line(self, argument: str) -> tuple[Talk, Reply]:
        """`/what-if FACT`, in plain English or as a file writes it."""
        if is_like_a_file(self.rulebook, argument):
            reading = Reading("FA")
            node = typed(reading, self.place.source, argument)
            said = read_chat_fact(self.rulebook, reading, node) if isinstance(node, Mapping) else None
            if said is None or reading.findings:
                return self.talk, Reply(self.text, Intent.WHAT_IF, "what-if", findings=tuple(reading.findings))
            return self.deeds.supposed(Reply(self.text, Intent.WHAT_IF, "what-if"), (said,), ())
        return English(self.talk, self.text).suppose(argument)


def _intent(action: str, read: Intent) -> Intent:
    """The intent of a line that asks for an action, which says more than its form does."""
    if action in ("why", "why-not"):
        return Intent(action)
    return Intent.SHOW if action and read is not Intent.WHY and read is not Intent.WHY_NOT else read
