"""The app's side of a session: a line in, a snapshot and then a question out, whatever happens on the way.

This is the app's outermost door: no exception leaves it, so a failing engine costs one line, never the session.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from dragoman.conversation.examples import example_sentences
from dragoman.conversation.forms import Reply
from dragoman.conversation.tour import Tour
from dragoman.exact.flip_answers import hinges
from dragoman.rulebook.forms import Atom
from dragoman.session.session import Session
from dragoman.situation.forms import CHAT_LAYER
from dragoman.views.lines import counted
from dragoman.views.screen.heard import Heard, Remark, heard, question_of
from dragoman.views.screen.hinging import hangs_on
from dragoman.views.screen.page import page
from dragoman.views.screen.preview import Preview, preview
from dragoman.views.screen.record import Record
from dragoman.views.trouble import trouble
from dragoman_tui.snapshot import Asked, Guide, Snapshot, Standing, Toast

_TAKEN = "The line was taken, but what came of it cannot be shown; undo takes it back."
_NOT_TAKEN = "The situation is as it was, and the line can be sent again."
_SCREENS = {"help": "help", "rules": "audit", "start": "start"}
"""What is a screen here, by the action that asks for it."""

_WRITTEN = {"save": "what was told", "export": "the advice"}
"""What is written, by the action that writes it."""


class Dialogue:
    """One session, one line at a time; the caller sees to it that `answer` and `ask` do not overlap."""

    def __init__(self, session: Session, tour: Tour | None = None) -> None:
        """`tour` leads through the session, where one was asked for."""
        self.session = session
        self._tour = tour
        self.page = page(session.advice, session.rulebook)
        self._shown = session.advice
        self.example = next(iter(example_sentences(session.rulebook)), "")
        """A line that could be typed."""
        self._reply: Reply | None = None
        self._record: Record | None = None

    def opening(self, further: Sequence[str] = ()) -> Snapshot:
        """What stands on the screen before anything is said; with what is `further` to be said of the session."""
        remarks = (*self._greeting(), *(Remark("!", one) for one in further))
        return Snapshot("", Heard("", remarks=remarks), self.page, self.standing(), guide=self._guide())

    def _guide(self) -> Guide | None:
        tour = self._tour
        if tour is None or not tour.stages:
            return None
        stage = tour.stage
        if stage is None:
            self._tour = None  # that it is over is said once
            return Guide(0, len(tour.stages), tour.says, "", is_own=False)
        return Guide(tour.at + 1, len(tour.stages), tour.says, stage.line, is_own=stage.is_own)

    def end_tour(self) -> None:
        """Leave the tour."""
        self._tour = None

    def _greeting(self) -> list[Remark]:
        advice, rulebook = self.session.advice, self.session.rulebook
        if advice.facts:
            begin = f"{advice.situation}, from {counted(advice.facts, 'fact')}."
            return [Remark("", begin), Remark("", "Tell what is different; the advice follows.")]
        return [Remark("", f"{rulebook.title}."), Remark("", "Tell a fact; the advice follows.")]

    def standing(self) -> Standing:
        """How the session stands."""
        record, state = self.session.record, self.session.state
        told = {(s.said.place, s.said.fact) for s in self.session.situation.statements if s.said.layer == CHAT_LAYER}
        saved = "saved" if record.is_kept else ""
        return Standing(len(told), saved, record.problem, state.before is not None)

    # -- a line

    def answer(self, text: str) -> Snapshot:
        """What `text` leads to; an error of any kind is said, and the line given back if it was not taken."""
        before = self.session.advice
        self._reply = None
        try:
            return self._answer(text)
        except Exception as error:  # noqa: BLE001 - the worker boundary: the app goes on
            was_taken = self.session.advice is not before
            remarks = (Remark("!", trouble(error)), Remark("", _TAKEN if was_taken else _NOT_TAKEN))
            failed = Heard(text, remarks=remarks, is_mistake=not was_taken)
            snapshot = Snapshot(text, failed, self.page, self.standing(), gives_back=not was_taken, is_settled=True)
            return dataclasses.replace(snapshot, guide=self._guide())

    def _answer(self, text: str) -> Snapshot:
        reply = self.session.say(text)
        advice = self.session.advice
        if advice is not self._shown:
            is_other = advice.situation != self._shown.situation
            self.page = page(advice, self.session.rulebook, None if is_other else reply.difference)
            self._shown = advice
        elif reply.understood and not reply.is_mistake and reply.action != "what-if":
            self.page = page(advice, self.session.rulebook)  # something was told, and changed nothing
        self._reply = reply
        self._tour = self._tour.after(reply) if self._tour is not None else None
        opens = _SCREENS.get(reply.action, "") if not reply.argument else ""
        said = heard(reply, self.session.rulebook)
        snapshot = Snapshot(text, said, self.page, self.standing(), reply.is_mistake, reply.leaves, opens)
        return dataclasses.replace(snapshot, guide=self._guide(), toast=_toast(reply))

    def ask(self) -> Asked:
        """The question that follows the last line, if any."""
        if self._reply is None:
            return Asked(None, self.standing())
        try:
            asked = self.session.ask(self._reply)
        except Exception as error:  # noqa: BLE001 - the worker boundary: the app goes on without a question
            return Asked(None, self.standing(), trouble(error))
        notes = [note for note in asked.notes if note not in self._reply.notes]
        question = question_of(asked.question) if asked.question else None
        return Asked(question, self.standing(), "; ".join(notes))

    # -- beside the lines; from other threads, since what they look at never changes

    def preview(self, text: str) -> Preview:
        """How a line would be read."""
        try:
            return preview(self.session.talk, text)
        except Exception:  # noqa: BLE001 - the worker boundary: a line can be sent without having been read before
            return Preview(text)

    def record(self) -> Record | str:
        """What stands now, to be looked into; or why it cannot be."""
        try:
            evaluation = self.session.evaluation
            if self._record is None or self._record.evaluation is not evaluation:
                self._record = Record(evaluation)
                len(self._record.steps)
            return self._record
        except Exception as error:  # noqa: BLE001 - the worker boundary: the app goes on
            return trouble(error)

    def hinges(self) -> Mapping[Atom, str]:
        """What each recommendation hangs on; nothing where that cannot be found."""
        try:
            return hangs_on(hinges(self.session.evaluation))
        except Exception:  # noqa: BLE001 - the worker boundary: a card without this row is still a card
            return {}


def _toast(reply: Reply) -> Toast | None:
    """What became of a file that was to be written."""
    if reply.action not in _WRITTEN:
        return None
    what = "Saved" if reply.action == "save" else "Exported"
    if reply.is_mistake:
        return Toast(
            f"Not {what.lower()}", reply.problem or "; ".join(one.message for one in reply.findings), is_bad=True
        )
    return Toast(what, f"{_WRITTEN[reply.action]} to {reply.argument}")
