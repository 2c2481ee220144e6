"""Sessions are opened away from the screen, one at a time and behind the lines that wait; the app goes over when one is there.

This owns one invariant: of the sessions that were opened here, the one that is shown is open, and no other. What a session
takes is imported where one is opened: the first picture does without.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING, TypeVar

from textual.message import Message

from dragoman.errors import FindingsError
from dragoman.situation.browsing import files_like
from dragoman.views.screen.start_forms import Entry, Peek, Start
from dragoman.views.trouble import reported
from dragoman_tui.snapshot import Snapshot
from dragoman_tui.starting import READING, Begun, NotBegun
from dragoman_tui.worker import Job, Latest, Worker

if TYPE_CHECKING:
    from dragoman.session.workspace import Opened, Workspace
    from dragoman.source.formats import Format
    from dragoman.views.screen.mistakes import Mistakes
    from dragoman_tui.app import DragomanApp
    from dragoman_tui.dialogue import Dialogue

_REST = 0.12
"""Seconds that the cursor rests on something before it is looked at."""


@dataclass
class SessionOpened(Message):
    """Another session is there."""

    dialogue: Dialogue
    earlier: tuple[str, ...]
    """Lines of earlier sessions."""
    remarks: tuple[str, ...]
    """What is to be said of it."""


@dataclass
class NotOpened(Message):
    """It could not be opened, and all is as it was."""

    title: str
    words: str


class Openings:
    """What the start does."""

    files_like = staticmethod(files_like)

    def __init__(self, app: DragomanApp, opens: Callable[[], Opened], *, is_chosen: bool) -> None:
        """`opens` makes the first session; `is_chosen` says whether that was asked for, and is no mere beginning."""
        self._app, self._opens = app, opens
        self._workspace: Workspace
        """Once the first session is there."""
        self._is_there = Event()
        self._is_chosen = self._was_chosen = is_chosen
        self._opened: Opened | None = None
        self._is_closed = False
        self._changing = Lock()
        """Held while it is decided which session is open."""
        self._peeker = Latest("dragoman-peek", _REST, app.broke)
        self._looker = Worker("dragoman-start", app.broke)
        self.is_opening = False

    def start(self) -> None:
        """Begin to work, in the context of the app."""
        self._peeker.start()
        self._looker.start()

    # -- what there is

    def start_before(self) -> Start:
        """What can be shown at once."""
        if not self._is_there.is_set():
            return Start(READING)
        from dragoman.views.screen.start import start_before  # noqa: PLC0415 - see above

        return start_before(self._workspace.rulebook)

    def look(self, take: Callable[[Start], object]) -> None:
        """Find out what there is."""

        def job() -> None:
            self._is_there.wait()
            from dragoman.views.screen.start import start_of  # noqa: PLC0415 - see above

            rulebook = self._workspace.rulebook
            try:
                start = start_of(self._workspace, datetime.datetime.now().astimezone())
            except Exception as error:  # noqa: BLE001 - the worker boundary: one can begin all the same
                start = Start(rulebook.title, problem=reported(error, "the start"), has_tour=bool(rulebook.tour))
            _hand(take, start)

        self._looker.take(job)

    def peek(self, kind: str, entry: Entry, take: Callable[[Peek], object]) -> None:
        """Look closer at a session or a situation, unless something else is asked for meanwhile."""

        def job() -> None:
            from dragoman.session.session import Session  # noqa: PLC0415 - see above
            from dragoman.views.screen.start import of_session, of_situation  # noqa: PLC0415 - see above

            workspace = self._workspace
            try:
                if kind == "session":
                    peek = of_session(workspace.rulebook, entry, workspace.events(entry.name))
                else:
                    peek = of_situation(entry, Session(workspace.rulebook, workspace.engine, [entry.name]))
            except Exception as error:  # noqa: BLE001 - the worker boundary: what is wrong is what there is to see
                peek = Peek(entry.title, entry.beside, _first_of(error))
            _hand(take, peek)

        self._peeker.take(job)

    def aside(self, job: Job) -> None:
        """Do something else that may take a moment."""
        self._looker.take(job)

    def recall(self, take: Callable[[Sequence[str]], object]) -> None:
        """The lines of earlier sessions, to be taken up in the line."""
        self._looker.take(lambda: take(self._workspace.earlier()))

    def peek_at_tour(self) -> Peek:
        """What the tour leads through."""
        from dragoman.views.screen.start import of_tour  # noqa: PLC0415 - see above

        return of_tour(self._workspace.rulebook)

    # -- opening

    def open_first(self) -> None:
        """The session that the app was opened for; lines that are sent meanwhile wait behind it."""
        self._app.behind_the_lines(self._first)

    def _first(self) -> None:
        """Open it: in the thread of lines."""
        try:
            from dragoman.session.workspace import Workspace  # noqa: PLC0415 - see above

            opened = self._opens()
            session = opened.session
            self._workspace = opened.workspace or Workspace(session.rulebook, session.talk.engine)
            dialogue = self._go_over(opened)
            opening = dialogue.opening(_remarks(opened))
        except Exception as error:  # noqa: BLE001 - the worker boundary: whoever runs the app says it
            self._app.post_safely(NotBegun(error))
            sys.exit()  # of this thread: no line that waits can be answered
        self._is_there.set()
        self._app.post_safely(Begun(dialogue, opening))

    def begin(self, names: Sequence[str], form: Format | None = None) -> None:
        """A new session from files, or from a situation."""
        self._take(lambda: self._workspace.begin(names, form), ", ".join(names))

    def begin_anew(self) -> None:
        """A new session with no facts."""
        if self._is_chosen:
            self._take(self._workspace.begin, "a new session")
        else:
            self._app.to_main()

    def begin_saying(self, line: str) -> None:
        """A new session whose first line is said already."""
        self.begin_anew()
        self._app.say(line)

    def take_tour(self) -> None:
        """A new session with no facts, through which the rulebook's tour leads."""
        self._take(self._workspace.begin, "the tour", with_tour=True)

    def resume(self, id: str) -> None:
        """Go on with a session."""
        self._take(lambda: self._workspace.resume(id), "the session")

    def ensure(self) -> None:
        """A line is said: where no session was chosen, one with no facts is begun before it, and kept."""
        if not self._is_chosen:
            self._take(self._workspace.begin, "a new session")

    def _take(self, make: Callable[[], Opened], what: str, *, with_tour: bool = False) -> None:
        if not self.is_opening:
            self._was_chosen = self._is_chosen
        self._is_chosen, self.is_opening = True, True
        self._app.behind_the_lines(lambda: self._work(make, what, with_tour=with_tour))
        self._app.opening_changed()

    def _work(self, make: Callable[[], Opened], what: str, *, with_tour: bool) -> None:
        """Open it: in the thread of lines."""
        try:
            opened = make()
            dialogue = self._go_over(opened, with_tour=with_tour)
        except Exception as error:  # noqa: BLE001 - the worker boundary: the session that is open goes on
            self._app.post_safely(NotOpened(f"Not opened: {what}", _first_of(error)))
            return
        self._app.post_safely(SessionOpened(dialogue, opened.earlier(), _remarks(opened)))

    def _go_over(self, opened: Opened, *, with_tour: bool = False) -> Dialogue:
        """From the session that is open to another; where the app was left meanwhile, that is closed at once."""
        try:
            from dragoman.conversation.tour import tour_of  # noqa: PLC0415 - see above
            from dragoman_tui.dialogue import Dialogue  # noqa: PLC0415 - see above

            dialogue = Dialogue(opened.session, tour_of(opened.session.rulebook) if with_tour else None)
        except Exception:
            opened.close()
            raise
        with self._changing:
            before, self._opened = self._opened, opened
            is_left = self._is_closed
        self._app.adopt(dialogue)
        if before is not None:
            before.close()
        if is_left:
            self.close()
        return dialogue

    def reread(self, dialogue: Dialogue, folder: Path) -> Snapshot | Mistakes | None:
        """Read the rulebook in `folder` again; None where the session that is open has another. In the thread of lines."""
        is_of_it = Path(dialogue.session.rulebook.folder) == folder
        result = dialogue.reread(folder) if is_of_it else None
        if isinstance(result, Snapshot):
            self._workspace = dataclasses.replace(self._workspace, rulebook=dialogue.session.rulebook)
        return result

    def failed(self) -> None:
        """It could not be opened."""
        self.is_opening = False
        self._is_chosen = self._was_chosen

    def close(self) -> None:
        """Leave the session that is open, if one is; and one that comes later."""
        with self._changing:
            self._is_closed = True
            opened, self._opened = self._opened, None
        if opened is not None:
            opened.close()


T = TypeVar("T")


def _remarks(opened: Opened) -> tuple[str, ...]:
    return tuple(filter(None, (opened.problem, opened.remark)))


def _hand(take: Callable[[T], object], what: T) -> None:
    """Hand over what was found, unless the app was left meanwhile, and its loop is closed."""
    with contextlib.suppress(RuntimeError):
        take(what)


def _first_of(error: Exception) -> str:
    """What is wrong, in one sentence; of several mistakes the first, with its place."""
    if isinstance(error, FindingsError) and error.findings:
        first, *others = error.findings
        return f"{first.place}: {first.message}{f' (and {len(others)} more)' if others else ''}"
    return reported(error, "opening a session or a situation")
