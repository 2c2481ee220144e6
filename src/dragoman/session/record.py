"""What the journal keeps of each step: what was said, how it was read, what it changed, what the advice came to.

A step is one transaction, and on the disk before its reply is given: what was acknowledged is not lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.advice.forms import Advice
from dragoman.conversation.forms import Asked, Deed, Reply
from dragoman.conversation.talk import Talk
from dragoman.errors import JournalError, SessionInUseError
from dragoman.journal.events import Beginning, Entry
from dragoman.journal.journal import Journal
from dragoman.journal.kinds import BASED, SAID
from dragoman.journal.writer import Writer
from dragoman.rulebook.forms import Rulebook
from dragoman.session.changes import changes, changes_json
from dragoman.session.desk import Loaded
from dragoman.session.digests import digests, recommended
from dragoman.version import __version__


class Record:
    """The pen of one session; without a journal it writes nothing."""

    def __init__(self, journal: Journal | None, writer: Writer | None = None) -> None:
        self._journal, self._writer = journal, writer
        self.problem = ""
        """Why what is said is not kept any more, or empty."""
        self._told: tuple[str, ...] | None = None
        self._is_titled = False
        self._beginning: Beginning | None = None
        self._first: list[Entry] = []
        """What belongs to the beginning, until the first line."""

    @property
    def session(self) -> str:
        """The id of the session, or empty."""
        return self._writer.session if self._writer is not None else ""

    @property
    def journal(self) -> Journal | None:
        """Where other sessions are kept, too; None where nothing is."""
        return self._journal

    @property
    def is_kept(self) -> bool:
        """Whether what is said is kept."""
        return self._writer is not None and not self.problem

    def begin(self, talk: Talk, loaded: Loaded | None) -> None:
        """What the session starts from; it is kept with the first line, so that one in which nothing was said is none."""
        if self._journal is None:
            return
        rulebook = talk.rulebook
        title = loaded.situation.title if loaded else ""
        self._is_titled = bool(title)
        self._beginning = Beginning(
            title, rulebook.id, str(rulebook.version), rulebook.digest, __version__, str(rulebook.folder)
        )
        files = self._loaded(talk, loaded) if loaded else ()
        self._first = [*_parameters(rulebook), *files, self._advised(talk.advised.advice)]

    def go_on(self, writer: Writer, told: tuple[str, ...], *, is_titled: bool) -> None:
        """Go on with a session that was taken up again."""
        self._writer, self._told, self._is_titled = writer, told, is_titled
        self._append([Entry("resumed", {"program": __version__})])

    def step(self, before: Talk, after: Talk, reply: Reply, loaded: Loaded | None = None) -> None:
        """Keep one step; whatever cannot be kept is a problem that is said, and stops nothing."""
        self._append(list(self._step(before, after, reply, loaded)))

    def reread(self, talk: Talk, loaded: Loaded | None) -> None:
        """The rulebook is another now; before the first line it is the one that the session begins with."""
        if self._writer is None:
            self._told = None
            self.begin(talk, loaded)
            return
        rulebook = talk.rulebook
        read = {"rulebook_version": str(rulebook.version), "rulebook_digest": rulebook.digest}
        self._append([Entry("reread", read), self._advised(talk.advised.advice)])

    def failed(self, after: Talk, text: str, problem: str) -> None:
        """Keep a line that could not be taken."""
        self._append([Entry(SAID, {"text": text, "line": after.state.line}), Entry("read", {"problem": problem})])

    def asked(self, asked: Asked) -> None:
        """Keep a question."""
        answers = [one.words for one in asked.answers]
        self._append([Entry("asked", {"kind": asked.kind.value, "question": asked.sentence, "answers": answers})])

    def end(self) -> None:
        """The session was left."""
        self._append([Entry("ended", {})])

    def _append(self, entries: list[Entry]) -> None:
        if self.problem:
            return
        try:
            if self._writer is not None:
                self._writer.append(*entries)
            elif self._journal is not None and self._beginning is not None and entries[0].kind == SAID:
                self._writer = self._journal.begin(self._beginning, *self._first, *entries)
        except SessionInUseError as error:
            self.problem = f"{error}; what is said here from now on is not kept"
        except JournalError as error:
            self.problem = str(error)

    # -- one step

    def _step(self, before: Talk, after: Talk, reply: Reply, loaded: Loaded | None) -> Iterator[Entry]:
        yield Entry(SAID, {"text": reply.text, "line": after.state.line})
        yield Entry("read", _read(reply))
        if reply.offered and reply.action != "answer":
            yield Entry("offered", {"offers": [_offer(one.span, one.reason, one.choices) for one in reply.offered]})
        if before.situation != after.situation or before.state.base != after.state.base:
            if before.state.base != after.state.base:
                yield from self._loaded(after, loaded)
            else:
                kind = _kind(reply)
                yield Entry(kind, changes_json(after.rulebook, changes(before.situation, after.situation)))
            if not self._is_titled and reply.understood:
                self._is_titled = True
                yield Entry("titled", {"title": reply.understood[0].sentence})
            yield self._advised(after.advised.advice)

    def _loaded(self, talk: Talk, loaded: Loaded | None) -> Iterator[Entry]:
        """What the session starts from, with the texts of files, and what is said beside that."""
        if loaded is not None:
            for path, text in loaded.texts.items():
                yield Entry("loaded", {"name": path, "text": text})
        base = talk.state.base
        change = changes_json(talk.rulebook, changes(talk.start, talk.situation))
        found = {"line": base.line, "names": list(base.names), "form": base.form, "title": talk.start.title}
        yield Entry(BASED, {**found, **change})

    def _advised(self, advice: Advice) -> Entry:
        """The digests of the advice, and in words what is recommended where that has changed."""
        told = recommended(advice)
        payload: dict[str, Any] = {"digests": digests(advice)}
        if told != self._told:
            payload["recommended"] = list(told)
        self._told = told
        return Entry("advised", payload)


def _parameters(rulebook: Rulebook) -> Iterator[Entry]:
    """The thresholds that were set for this session."""
    for name in rulebook.changed:
        yield Entry("set", {"name": name, "value": str(rulebook.parameters[name].value)})


def _kind(reply: Reply) -> str:
    """The kind of event that a change is."""
    if reply.action in ("undo", "redo"):
        return {"undo": "undone", "redo": "redone"}[reply.action]
    deeds = {one.deed for one in reply.understood}
    if Deed.CORRECTED in deeds:
        return "corrected"
    return "withdrawn" if deeds == {Deed.WITHDRAWN} else "told"


def _read(reply: Reply) -> dict[str, Any]:
    """How a line was understood, in words."""
    found: dict[str, Any] = {
        "intent": reply.intent.value if reply.intent else "",
        "action": reply.action,
        "argument": reply.argument,
        "understood": [{"deed": one.deed.value, "says": one.sentence, "was": one.was} for one in reply.understood],
        "not_understood": list(reply.not_understood),
        "problem": reply.problem or "; ".join(finding.message for finding in reply.findings),
    }
    return {key: value for key, value in found.items() if value}


def _offer(span: str, reason: str, choices: tuple[Any, ...]) -> dict[str, Any]:
    return {"span": span, "reason": reason, "choices": [one.sentence for one in choices]}
