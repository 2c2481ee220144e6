"""The app's side of a session: a line in, a snapshot and then a question out, whatever happens on the way.

This is the app's outermost door: no exception leaves it, so a failing engine costs one line, never the session.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from dragoman.conversation.examples import example_sentences
from dragoman.conversation.forms import Reply
from dragoman.conversation.tour import Tour
from dragoman.errors import DragomanError
from dragoman.rulebook.cache import load_rulebook
from dragoman.rulebook.forms import Atom
from dragoman.session.session import Session
from dragoman.settings.read import current
from dragoman.situation.forms import CHAT_LAYER
from dragoman.views.lines import counted
from dragoman.views.screen.forms import Mark, Preview
from dragoman.views.screen.heard import heard, question_of
from dragoman.views.screen.heard_forms import Heard, News, Remark
from dragoman.views.screen.mistakes import Mistakes, mistakes
from dragoman.views.screen.page import page
from dragoman.views.trouble import details, reported, trouble
from dragoman_tui.serving import is_served
from dragoman_tui.snapshot import Asked, File, Guide, Snapshot, Standing, Toast

if TYPE_CHECKING:
    from dragoman.views.screen.board_forms import BoardPage
    from dragoman.views.screen.quotes import Quotes
    from dragoman.views.screen.record import Record
    from dragoman.views.screen.silence import NotGivenAll
    from dragoman.views.screen.turning import Turning

_TAKEN = "The line was taken, but what came of it cannot be shown; undo takes it back."
_NOT_TAKEN = "The situation is as it was, and the line can be sent again."
_READ = "The rulebook was read again."
_SCREENS = {"help": "help", "rules": "audit", "start": "start"}
"""What is a screen here, by the action that asks for it."""

_WRITES = {"save": "Saved", "export": "Exported"}
"""What is said of a file, by the action that writes it."""

_SHOWN_AGAIN = 50
"""So many lines of a session that is taken up again are shown."""


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
        self._quotes: Quotes | None = None
        self._file: File | None = None
        """What the line wrote, where that is to be handed over."""
        if is_served():
            session.writer = self._to_hand_over

    def opening(self, further: Sequence[str] = ()) -> Snapshot:
        """What stands on the screen before anything is said; with what is `further` to be said of the session."""
        remarks = (*self._greeting(), *(Remark("!", one) for one in further))
        before = tuple(map(Heard, self.session.said_before[-_SHOWN_AGAIN:]))
        shown = Snapshot("", Heard("", remarks=remarks), self.page, self.standing())
        return dataclasses.replace(shown, before=before, guide=self._guide())

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
        if advice.facts and not self.session.names:
            return [Remark("", f"{rulebook.title}."), Remark("", f"{counted(advice.facts, 'fact')} told so far.")]
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
        self._reply = self._file = None
        try:
            return self._answer(text)
        except Exception as error:  # noqa: BLE001 - the worker boundary: the app goes on
            was_taken = self.session.advice is not before
            remarks = (
                Remark("!", reported(error, "a line of the talk")),
                Remark("", _TAKEN if was_taken else _NOT_TAKEN),
            )
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
        return dataclasses.replace(snapshot, guide=self._guide(), toast=_toast(reply), file=self._file)

    def _to_hand_over(self, name: str, data: bytes) -> str:
        """Who sits at a browser gets a file there, and none is written on the machine that serves."""
        self._file = File(PurePath(name).name or "dragoman", data)
        return f"goes to your browser as {self._file.name}"

    def ask(self) -> Asked:
        """The question that follows the last line, if any."""
        if self._reply is None:
            return Asked(None, self.standing())
        try:
            asked = self.session.ask(self._reply)
        except Exception as error:  # noqa: BLE001 - the worker boundary: the app goes on without a question
            return Asked(None, self.standing(), reported(error, "the question after a line"))
        notes = [note for note in asked.notes if note not in self._reply.notes]
        question = question_of(asked.question) if asked.question else None
        return Asked(question, self.standing(), "; ".join(notes))

    # -- the rulebook under its author's hands

    def reread(self, folder: Path) -> Snapshot | Mistakes:
        """Go on with the rulebook as it reads now; or why that cannot be, and then all stays as it was."""
        try:
            came = self.session.reread(load_rulebook(folder))
        except DragomanError as error:
            return mistakes(error, folder)
        except Exception as error:  # noqa: BLE001 - the worker boundary: the author goes on writing
            return Mistakes(reported(error, "reading the rulebook again"), ())
        advice = self.session.advice
        self.page = page(advice, self.session.rulebook)
        self._shown = advice
        self._reply = (
            Reply("", action="answer") if self._reply is not None else None
        )  # what was asked is asked in new words
        news = (*(News(Mark.NEW, one) for one in came.came), *(News(Mark.GONE, one) for one in came.went))
        said = Heard(
            "", news=news, remarks=(Remark("", _READ if news else f"{_READ} What is recommended is the same."),)
        )
        return Snapshot("", said, self.page, self.standing(), is_settled=self._reply is None)

    def ask_about(self, atom: Atom) -> Snapshot:
        """Ask for one fact, as a reply would."""
        try:
            said = Heard("", question=question_of(self.session.ask_about(atom)))
        except Exception as error:  # noqa: BLE001 - the worker boundary: the app goes on
            said = Heard("", remarks=(Remark("!", reported(error, "a question")),), is_mistake=True)
        return Snapshot("", said, self.page, self.standing(), is_settled=True)

    # -- beside the lines; from other threads, since what they look at never changes

    def preview(self, text: str) -> Preview:
        """How a line would be read."""
        try:
            from dragoman.views.screen.preview import preview  # noqa: PLC0415 - loads what reads: see the first picture

            return preview(self.session.talk, text)
        except Exception as error:  # noqa: BLE001 - the worker boundary: a line can be sent without having been read before
            details(error, "reading a line while it is typed")
            return Preview(text)

    def record(self) -> Record | str:
        """What stands now, to be looked into; or why it cannot be."""
        try:
            evaluation = self.session.evaluation
            from dragoman.views.screen.record import Record  # noqa: PLC0415 - the same

            if self._record is None or self._record.evaluation is not evaluation:
                self._record = Record(evaluation, self._quoted())
                len(self._record.steps)
            return self._record
        except Exception as error:  # noqa: BLE001 - the worker boundary: the app goes on
            return reported(error, "what stands now")

    def _quoted(self) -> Quotes:
        """The report's own words, where the settings name a copy of it; looked for once."""
        from dragoman.views.screen.quotes import NO_QUOTES, Quotes, quotes  # noqa: PLC0415 - the same

        if self._quotes is None:
            path = current().text("report")
            try:
                self._quotes = quotes(self.session.rulebook, path) if path else NO_QUOTES
            except DragomanError as error:
                self._quotes = Quotes({}, trouble(error))
        return self._quotes

    def board(self, *, plain: bool) -> BoardPage | str:
        """What stands now as the board of the rulebook; or why there is none."""
        record = self.record()
        if isinstance(record, str):
            return record
        from dragoman.board.plan import plan_of  # noqa: PLC0415 - the same
        from dragoman.board.play import board_of  # noqa: PLC0415 - the same
        from dragoman.views.screen.board import board_page  # noqa: PLC0415 - the same

        try:
            plan = plan_of(self.session.rulebook)
            if plan is None:
                return f"{self.session.rulebook.title} describes no board."
            return board_page(board_of(record.evaluation, plan), record, plain=plain)
        except Exception as error:  # noqa: BLE001 - the worker boundary: the app goes on
            return reported(error, "the board")

    def not_given(self) -> NotGivenAll | str:
        """What is not recommended, and what it lacks; or why that cannot be said."""
        record = self.record()
        if isinstance(record, str):
            return record
        from dragoman.exact.silence import silence_report  # noqa: PLC0415 - the same
        from dragoman.views.screen.silence import not_given  # noqa: PLC0415 - the same

        try:
            return not_given(silence_report(record.evaluation), record)
        except Exception as error:  # noqa: BLE001 - the worker boundary: the app goes on
            return reported(error, "what did not fire")

    def turning(self, atom: Atom) -> Turning | str:
        """What would turn a conclusion; or why that cannot be found."""
        try:
            from dragoman.views.screen.turning import turning  # noqa: PLC0415 - the same

            return turning(self.session.evaluation, atom)
        except Exception as error:  # noqa: BLE001 - the worker boundary: the app goes on
            return reported(error, "what would change it")

    def hinges(self) -> Mapping[Atom, str]:
        """What each recommendation hangs on; nothing where that cannot be found."""
        try:
            from dragoman.exact.flip_answers import hinges  # noqa: PLC0415 - the same
            from dragoman.views.screen.hinging import hangs_on  # noqa: PLC0415 - the same

            return hangs_on(hinges(self.session.evaluation))
        except Exception as error:  # noqa: BLE001 - the worker boundary: a card without this row is still a card
            details(error, "what the advice hangs on")
            return {}


def _toast(reply: Reply) -> Toast | None:
    """What became of a file that was to be written."""
    if reply.action not in _WRITES:
        return None
    what = _WRITES[reply.action]
    if reply.is_mistake:
        return Toast(
            f"Not {what.lower()}", reply.problem or "; ".join(one.message for one in reply.findings), is_bad=True
        )
    return Toast(what, "; ".join(reply.notes))
