"""The app's side of a session: a line in, a snapshot out, whatever happens on the way.

This is the app's outermost door: no exception leaves it, so a failing engine costs one line, never
the session.
"""

from __future__ import annotations

from dragoman.conversation.examples import example_sentences
from dragoman.session.session import Session
from dragoman.situation.assemble import situation_names
from dragoman.views.lines import Line, line
from dragoman.views.reply import reply_view
from dragoman.views.trouble import trouble
from dragoman_tui.keys import keys_view
from dragoman_tui.snapshot import Page, Snapshot, page_of

_TAKEN = "the line was taken, but what came of it cannot be shown; /undo takes it back"
_NOT_TAKEN = "the situation is as it was, and the line can be sent again"


class Dialogue:
    """One session, one line at a time; the caller sees to it that calls do not overlap."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.page: Page = page_of(session.advice)
        self.example = next(iter(example_sentences(session.rulebook)), "")
        """A line that could be typed."""

    def opening(self) -> Snapshot:
        """What stands on the screen before anything is said."""
        return Snapshot("", tuple(_greeting(self.session)), self.page)

    def answer(self, text: str) -> Snapshot:
        """What `text` leads to; an error of any kind is said in the log, and the line given back if it was not taken."""
        before = self.session.advice
        try:
            return self._answer(text)
        except Exception as error:  # noqa: BLE001 - the worker boundary: the app goes on
            was_taken = self.session.advice is not before
            return Snapshot(text, tuple(_failure(text, error, was_taken)), self.page, gives_back=not was_taken)

    def _answer(self, text: str) -> Snapshot:
        reply = self.session.ask(self.session.say(text))
        lines = reply_view(reply, self.session.rulebook)
        if reply.action == "help":
            lines += keys_view()
        self.page = page_of(self.session.advice, self.page, is_said=bool(reply.understood))
        return Snapshot(text, tuple(lines), self.page, gives_back=reply.is_mistake)


def _greeting(session: Session) -> list[Line]:
    report = session.rulebook.report
    lines = [
        line((report.title, "title")),
        line((f"{', '.join(report.authors)}, {report.date.year}", "muted")),
        line(),
        line("Type what you know, and the advice follows. ", ("F1", "accent"), " shows what can be typed.", hang=0),
    ]
    if not session.situation.statements:
        names = ", ".join(situation_names(session.rulebook))
        lines.append(line("Nothing has been said yet. Begin with a fact, or ", ("/load", "strong"), " one of:", hang=0))
        lines.append(line((names, "strong"), indent=2, hang=0))
    return lines


def _failure(text: str, error: Exception, was_taken: bool) -> list[Line]:
    """An error in words."""
    return [
        line(("› ", "accent"), (text, "strong")),
        line((trouble(error), "bad"), indent=2),
        line((_TAKEN if was_taken else _NOT_TAKEN, "muted"), indent=2),
    ]
