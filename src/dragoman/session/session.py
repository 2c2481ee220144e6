"""A session: the conversation's steps joined with the disk and the journal.

The front ends hold one `Session`, give it lines, and draw the replies. `say` is the only way in; `ask` adds the question,
which takes longer to find, so that a front end can show the rest first.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.advice.evaluate import Evaluation
from dragoman.advice.forms import Advice
from dragoman.conversation.forms import Asked, Reply
from dragoman.conversation.state import NOTHING, Base, State
from dragoman.conversation.talk import Talk
from dragoman.engines.model import Engine
from dragoman.errors import DragomanError, FindingsError
from dragoman.journal.journal import Journal
from dragoman.rulebook.forms import Atom, Rulebook
from dragoman.session import desk
from dragoman.session.digests import recommended
from dragoman.session.record import Record
from dragoman.situation.forms import Situation
from dragoman.source.files import STANDARD_INPUT
from dragoman.source.formats import Format

if TYPE_CHECKING:
    from dragoman.session.reread import Reread

Paper = Callable[[Evaluation, Advice, str], bytes]
"""The advice of an evaluation as what a file of that name is to hold."""


Writer = Callable[[str, bytes], str]
"""Puts a file of that name where it belongs; what became of it, in words: `is written to talks.yaml`.

Raises:
    DragomanError: if that cannot be.
"""


def _to_disk(name: str, data: bytes) -> str:
    desk.write(name, data)
    return f"is written to {name}"


def _as_text(_: Evaluation, advice: Advice, __: str) -> bytes:
    return str(advice).encode()


class Session:
    """One analyst's session."""

    def __init__(
        self,
        rulebook: Rulebook,
        engine: Engine,
        files: Sequence[str] = (),
        form: Format | None = None,
        journal: Journal | None = None,
        paper: Paper | None = None,
    ) -> None:
        """Start from `files`, or from nothing. `form` is how those are written whose name does not tell.

        `journal` keeps what is said; `paper` makes advice what can be exported.

        Raises:
            SituationError: with all mistakes of the files.
            EngineError: if the engine refuses the rulebook.
        """
        loaded = desk.load(rulebook, files, form, pipes=True) if files else None
        base = Base(0, loaded.names, loaded.form) if loaded else NOTHING
        self.talk = Talk.begin(rulebook, engine, loaded.situation if loaded else None, base)
        self.paper = paper
        self.writer: Writer = _to_disk
        """Where files go that are asked for; a front end whose user sits elsewhere hands them over."""
        self.said_before: tuple[str, ...] = ()
        """The lines of the session before it was taken up again."""
        self._loaded = loaded
        self._texts = dict(loaded.texts) if loaded else {}
        """The texts of the files that were loaded, by path."""
        self.record = Record(journal)
        self.record.begin(self.talk, loaded)

    @classmethod
    def resume(
        cls, rulebook: Rulebook, engine: Engine, journal: Journal, id: str, paper: Paper | None = None
    ) -> Session:
        """Take a session up again, with what can be undone in it; `rulebook` is the one that it was held with.

        Raises:
            UnknownNameError: if there is no session of that id, or it was deleted.
            JournalDamagedError: if its events are not as they were written.
            NotRestoredError: if the rulebook does not take what was said, since it is another by now.
            SituationError: with all mistakes of the files that were loaded, as this rulebook sees them.
            EngineError: if the engine refuses the rulebook.
        """
        from dragoman.session.restore import steps, texts_loaded  # noqa: PLC0415 - only here
        from dragoman.session.resumed import resumed  # noqa: PLC0415 - only here

        writer = journal.resume(id)
        events = journal.events(id)
        found = resumed(rulebook, events)
        session = cls(rulebook, engine, paper=paper)
        session.talk = Talk.begin(rulebook, engine, found.state.situation).at(found.state)
        session.said_before = tuple(step.text for step in steps(events) if step.number)
        session.record = Record(journal)
        session.record.go_on(writer, found.told, is_titled=found.is_titled)
        session._texts = texts_loaded(events)
        return session

    @property
    def rulebook(self) -> Rulebook:
        """That of the facts."""
        return self.talk.rulebook

    @property
    def state(self) -> State:
        """What is said now, and what is open."""
        return self.talk.state

    @property
    def names(self) -> tuple[str, ...]:
        """What it started from, or what was loaded last."""
        return self.state.base.names

    @property
    def situation(self) -> Situation:
        """What is said now."""
        return self.talk.situation

    @property
    def evaluation(self) -> Evaluation:
        """What follows from it."""
        return self.talk.advised.evaluation

    @property
    def advice(self) -> Advice:
        """What is advised on it."""
        return self.talk.advised.advice

    def say(self, text: str) -> Reply:
        """What a typed line leads to, and on the disk when this returns; a mistake changes nothing.

        Raises:
            EngineError: if the engine fails; what is said stays as it was, and the line is kept with why it was not taken.
            RulebookError: with all mistakes of the rulebook's phrases, if it takes them to read the line.
        """
        from dragoman.conversation.step import say  # noqa: PLC0415 - a front end shows something before the first line

        before = self.talk
        try:
            talk, reply = say(before, text)
        except DragomanError as error:
            self.talk = before.passed_over()
            self.record.failed(self.talk, text, str(error))
            raise
        loaded = None
        match reply.action:
            case "load" if not reply.is_mistake:
                talk, reply, loaded = self._load(talk, reply)
            case "save" | "export" if not reply.is_mistake:
                reply = self._write(reply)
        problem = self.record.problem
        self.record.step(before, talk, reply, loaded)
        if self.record.problem and not problem:
            reply = dataclasses.replace(reply, notes=(*reply.notes, f"not saved: {self.record.problem}"))
        self.talk = talk
        return reply

    def ask(self, reply: Reply) -> Reply:
        """The reply with the question at its end, if there is one to ask.

        Raises:
            EngineError: if the rules have more instances than can be held.
        """
        from dragoman.conversation.step import ask  # noqa: PLC0415 - the same

        self.talk, asked = ask(self.talk, reply)
        if asked.question is not None and asked.question is not reply.question:
            self.record.asked(asked.question)
        return asked

    def reread(self, rulebook: Rulebook) -> Reread:
        """Go on with the rulebook as it is now, and with all that was said; on the disk when this returns.

        Raises:
            RulebookError: with all mistakes of its phrases, or if it does not take the thresholds that were set.
            NotRestoredError: if it does not take what was said.
            EngineError: if the engine refuses it. In all three cases the session stays as it was.
        """
        from dragoman.language.grammar.grammar import grammar_of  # noqa: PLC0415 - the same
        from dragoman.session.reread import Reread, told_to, with_thresholds  # noqa: PLC0415 - the same

        before = recommended(self.advice)
        rulebook = with_thresholds(rulebook, self.rulebook)
        grammar_of(rulebook)
        state = told_to(rulebook, self.state, self._texts)
        self.talk = Talk.begin(rulebook, self.talk.engine, state.situation).at(state)
        self.record.reread(self.talk, self._loaded)
        now = recommended(self.advice)
        return Reread(tuple(one for one in now if one not in before), tuple(one for one in before if one not in now))

    def ask_about(self, atom: Atom) -> Asked:
        """Ask for one fact, whatever hangs on it; the next line may answer it."""
        from dragoman.conversation.questions import asked_about  # noqa: PLC0415 - the same

        asked = asked_about(self.rulebook, atom)
        state = dataclasses.replace(self.state, question=asked, since=self.state.line)
        self.talk = self.talk.at(state)
        self.record.asked(asked)
        return asked

    def close(self) -> None:
        """Leave the session; what was said is on the disk already."""
        self.record.end()

    # -- files

    def _load(self, talk: Talk, reply: Reply) -> tuple[Talk, Reply, desk.Loaded | None]:
        if reply.argument == STANDARD_INPUT:
            problem = "the keyboard is no file; name one, or a situation of the rulebook"
            return talk, dataclasses.replace(reply, problem=problem), None
        try:
            loaded = desk.load(self.rulebook, [reply.argument])
        except FindingsError as error:
            return talk, dataclasses.replace(reply, findings=error.findings), None
        self._texts.update(loaded.texts)
        said = dataclasses.replace(reply, notes=(f"loaded: {loaded.situation.title}",))
        return *talk.begun(loaded.situation, Base(talk.state.line, loaded.names, loaded.form), said), loaded

    def _write(self, reply: Reply) -> Reply:
        path = Path(reply.argument)
        try:
            if reply.action == "save":
                data = desk.saved(self.talk.start, self.names, self.situation, path.stem, path).encode()
            else:
                data = (self.paper or _as_text)(self.evaluation, self.advice, reply.argument)
            became = self.writer(reply.argument, data)
        except DragomanError as error:
            return dataclasses.replace(reply, problem=str(error))
        what = "what was told" if reply.action == "save" else "the advice"
        return dataclasses.replace(reply, notes=(f"{what} {became}",))
