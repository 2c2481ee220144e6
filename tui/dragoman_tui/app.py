"""The app: screens, one queue of lines, threads that work away from the screen.

Lines are evaluated one at a time, in the order they came; each yields one frozen snapshot and then a question, and the
widgets draw them. Nothing here knows a rule or a fact.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer

from dragoman.conversation.actions import ACTIONS, asked_in, bare
from dragoman.settings.read import current
from dragoman.views.screen.forms import Preview
from dragoman_tui import looking
from dragoman_tui.finding import FindBar
from dragoman_tui.hosting import Hosting
from dragoman_tui.keys import KEYS, bindings
from dragoman_tui.main_screen import MainScreen
from dragoman_tui.openings import Openings
from dragoman_tui.pane import Pane
from dragoman_tui.prompt import Prompt
from dragoman_tui.snapshot import Asked, Snapshot
from dragoman_tui.talk_pane import TalkPane
from dragoman_tui.toasts import Toasts
from dragoman_tui.watching import Reread
from dragoman_tui.worker import Job, Latest, Worker

if TYPE_CHECKING:
    from dragoman.rulebook.forms import Atom
    from dragoman.session.session import Session
    from dragoman.session.workspace import Opened
    from dragoman_tui.dialogue import Dialogue

_SOON, _LONG = 0.15, 2.0
"""Seconds after which the footer says that something is being worked out, and that it takes long."""
_REST = 0.1
"""Seconds without another key after which the line is read."""
_WARM = 0.3
"""Seconds after the session is there until what reading lines takes is made ready."""
_ANSWERS = {"d": "don't know", "s": "skip", "w": "why do you ask", "e": "edit"}
"""What the keys of a question that are no answers say."""


_WORKING, _LEARNING = "still working out the advice", "learning the phrases, this once"
"""What is said where a line waits long."""


class DragomanApp(Hosting, inherit_bindings=False):
    """Type a fact, watch the advice change."""

    TITLE = "Dragoman"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(letters=False),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]
    """From the table of keys, see `dragoman_tui.keys`."""

    CSS_PATH = Path(__file__).with_name("layout.tcss")

    screen_tabs: tuple[tuple[str, str], ...] = looking.TABS
    """The screens: name and words."""

    @dataclass
    class Answered(Message):
        """A line was evaluated."""

        snapshot: Snapshot

    @dataclass
    class AskedNow(Message):
        """The question that follows was found, or that there is none."""

        asked: Asked

    @dataclass
    class Previewed(Message):
        """The line that is being typed was read."""

        preview: Preview

    @dataclass
    class Hinged(Message):
        """It was found what the advice hangs on."""

        of: object
        hinges: Mapping[Atom, str]

    session: Session
    dialogue: Dialogue
    """Once the session is there."""

    def __init__(self, opens: Callable[[], Opened], *, starts: bool = False, watches: bool = False) -> None:
        """`opens` makes the session, away from the screen, once that has a picture.

        `starts` begins with the choice of another one. `watches` says whether the author of its rulebook is at work on it.
        """
        super().__init__(starts=starts, watches=watches)
        self._lines, self._aside, self._screens = (
            Worker(f"dragoman-{name}", self.broke) for name in ("lines", "aside", "screens")
        )
        self._reader = Latest("dragoman-reader", _REST, self.broke)
        self._drawing_loop: asyncio.AbstractEventLoop | None = None
        """The loop that draws, once it runs."""
        self._unanswered: list[str] = []
        """The lines that wait for an answer, as they were typed."""
        self.reads = False
        """Whether lines are read at once: what a rulebook's phrases are made into is made once, and kept."""
        self._notices: list[Timer] = []
        self._hinged: object = None
        """The page of which it is being found what it hangs on."""
        self.openings = Openings(self, opens, is_chosen=not starts)
        self.toasts = Toasts(self)
        self.main = MainScreen(is_covered=starts)

    def get_default_screen(self) -> Screen[None]:
        """The main one, below all others."""
        return self.main

    def on_mount(self) -> None:
        """Say what is wrong with the settings."""
        self._drawing_loop = asyncio.get_running_loop()
        for mistake in current().mistakes:
            self.toasts.bad("A setting is not taken", str(mistake), is_failure=False)

    def start_working(self) -> None:
        """Begin to work, behind the first picture."""
        for worker in (self._lines, self._aside, self._screens, self._reader, self.openings):
            worker.start()

    def begun(self) -> None:
        """The session is there; what was typed before it was is read."""
        self._read(self.main.prompt.text)
        self.set_timer(_WARM, self._make_ready)

    def _make_ready(self) -> None:
        """What nobody has waited for yet: reading lines, and the lines of earlier sessions."""

        def learn() -> None:
            self.dialogue.preview("a")
            self.reads = True

        self._aside.take(learn)
        self.recall()

    # -- lines in, snapshots out

    @on(Prompt.Said)
    def _take(self, event: Prompt.Said) -> None:
        self.say(*event.lines)

    def say(self, *lines: str) -> None:
        """Take lines; they wait their turn. One that asks to leave waits for nothing."""
        if any((asked_in(line) or bare(line)) is ACTIONS["quit"] for line in lines):
            self.exit()
            return
        self.openings.ensure()
        question = self.main.talk.question
        for line in lines:
            words = _ANSWERS.get(line, line) if question and line in dict(question.others) else line
            self._lines.take(lambda words=words: self._work(words))  # type: ignore[misc]
        self.main.hide_ends()
        self._unanswered += lines
        self._wait()

    def _work(self, text: str) -> None:
        """Evaluate a line: in the thread of lines."""
        self.post_safely(self.Answered(self.dialogue.answer(text)))
        self.post_safely(self.AskedNow(self.dialogue.ask()))

    @on(Reread)
    def _reread(self, event: Reread) -> None:
        if not self.main.is_there:
            return
        if not isinstance(event.result, Snapshot):
            self.main.show_mistakes(event.result)
            return
        self.main.show_mistakes(None)
        self.main.show(event.result)
        if event.asked is not None:
            self.main.ask(event.asked)
        self._read(self.main.prompt.text)
        self.find_hinges()

    def behind_the_lines(self, job: Job) -> None:
        """Do something once all lines that wait are answered: in their thread."""
        self._lines.take(job)

    def adopt(self, dialogue: Dialogue) -> None:
        """Go over to another session: in the thread of lines."""
        self.dialogue, self.session = dialogue, dialogue.session

    def post_safely(self, message: Message) -> None:
        """Post a message from another thread, if the app is still there."""
        try:
            self.post_message(message)
        except RuntimeError:  # the app was left meanwhile, and its loop is closed
            return

    @on(Answered)
    def _answered(self, event: Answered) -> None:
        if not self.main.is_there:
            return
        self.main.show(event.snapshot)
        if event.snapshot.file is not None:
            self.hand_over(event.snapshot.file)
        toast = event.snapshot.toast
        if toast is not None:
            (self.toasts.bad if toast.is_bad else self.toasts.good)(toast.what, toast.further)
        self._read(self.main.prompt.text)
        self.find_hinges()
        if event.snapshot.opens:
            looking.open_screen(self, event.snapshot.opens)

    @on(Hosting.Broke)
    def _line_broke(self, event: Hosting.Broke) -> None:
        if event.thread == self._lines.name:
            self._one_is_done()

    @on(AskedNow)
    def _asked(self, event: AskedNow) -> None:
        if not self.main.is_there:
            return
        self.main.ask(event.asked)
        self._one_is_done()

    @property
    def waiting(self) -> int:
        """How many lines are not answered yet."""
        return len(self._unanswered)

    def _one_is_done(self) -> None:
        del self._unanswered[:1]
        self._wait()

    def _wait(self) -> None:
        """Say that lines wait; what they are, if it takes long."""
        for timer in self._notices:
            timer.stop()
        self._notices = []
        self.main.wait(self.waiting)
        self.main.talk.keep_waiting(self.waiting)
        if self.waiting:
            self._notices = [
                self.set_timer(_SOON, lambda: self.main.wait(self.waiting, "working out the advice")),
                self.set_timer(_LONG, self._say_what_waits),
            ]

    def _say_what_waits(self) -> None:
        self.main.wait(self.waiting, _WORKING if self.reads else _LEARNING)
        self.main.talk.show_waiting(self._unanswered)

    def find_hinges(self) -> None:
        """Find out what the advice hangs on, unless that is being done."""
        page = self.main.advice.page
        if page is None or page is self._hinged or not self.main.advice.needs_hinges:
            return
        self._hinged = page
        self._aside.take(lambda: self.post_safely(self.Hinged(page, self.dialogue.hinges())))

    @on(Hinged)
    def _show_hinges(self, event: Hinged) -> None:
        if not self.main.is_there:
            return
        if event.of is self.main.advice.page:
            self.main.advice.show_hinges(event.hinges)
        else:
            self.find_hinges()

    # -- what is being typed

    @on(Prompt.Typed)
    def _typed(self, event: Prompt.Typed) -> None:
        self._read(event.text)

    def _read(self, text: str) -> None:
        """Say how a line would be read, as soon as that is known."""
        if self.is_starting:
            return
        if text.strip():
            self._reader.take(lambda: self.post_safely(self.Previewed(self.dialogue.preview(text))))
        else:
            self.main.show_preview(Preview(text))

    @on(Previewed)
    def _previewed(self, event: Previewed) -> None:
        if self.main.is_there:
            self.main.show_preview(event.preview)

    @on(Prompt.Passed)
    def _passed(self, event: Prompt.Passed) -> None:
        if event.text == self.main.prompt.text:  # else somebody has typed on meanwhile
            self.action_next_pane(1)

    @on(TalkPane.Answered)
    def _one_key(self, event: TalkPane.Answered) -> None:
        self.say(_ANSWERS.get(event.key, event.key))

    # -- leaving

    def leave(self, code: int) -> bool:
        """Leave with an exit code, asked by a signal or another thread; whether the app runs, so that it could be."""
        if self._drawing_loop is None or self._drawing_loop.is_closed():
            return False
        self._drawing_loop.call_soon_threadsafe(lambda: self.exit(return_code=code))
        return True

    def action_leave_now(self) -> None:
        """Leave, at once."""
        self.exit()

    def action_help_quit(self) -> None:
        """Ctrl+C leaves nothing unsaid by accident: say how one leaves."""
        self.toasts.good("^Q or /quit leaves")

    # -- keys

    def action_do(self, name: str) -> None:
        """Do an action of the table; one that needs an argument is begun in the line."""
        if not ACTIONS[name].needs_argument:
            self.say(f"/{name}")
            return
        self.to_main()
        self.main.show_other(advice=False)
        self.main.prompt.begin(f"/{name} ")

    def action_help(self) -> None:
        """The keys."""
        from dragoman_tui.overlays import Help  # noqa: PLC0415 - the first picture does without

        self.push_screen(Help(getattr(self.screen, "here", "")))

    def action_palette(self) -> None:
        """Every action by name."""
        from dragoman_tui.choices import choices  # noqa: PLC0415 - the same
        from dragoman_tui.overlays import Chooser, by_name  # noqa: PLC0415 - the same

        self.push_screen(Chooser(by_name(choices()), "what to do"), self._chosen)

    async def _chosen(self, name: str | None) -> None:
        kind, _, what = (name or "").partition(":")
        if kind == "key":
            await self.run_action(KEYS[what].run)
        elif kind == "do":
            action = ACTIONS[what]
            if action.argument and action.needs_argument:
                self.action_do(what)
            else:
                self.show_reply(what)
                self.say(f"/{what}")
        elif kind == "theme":
            self.take_theme(what)

    # -- looking for words

    @on(FindBar.Wanted)
    def _look(self, event: FindBar.Wanted) -> None:
        pane = self._search.look_for(event.words, self.screen.query_one(FindBar))
        if event.is_last and pane is not None:
            self.screen.set_focus(pane)

    # -- screens

    def make(self, made: Callable[[], looking.Make | str], *, is_tab: bool = False) -> None:
        """Make what a screen shows, away from the screen and behind the lines that wait, and then show it; or say why not."""

        def job() -> None:
            self.post_safely(looking.Made(looking.tried(made), is_tab))

        if self.waiting:
            self._lines.take(lambda: self._screens.take(job))
        else:
            self._screens.take(job)

    @on(looking.Made)
    def _made(self, event: looking.Made) -> None:
        if isinstance(event.made, str):
            self.toasts.bad("This cannot be shown", event.made)
            return
        if event.is_tab:
            self.to_main()
        screen = event.made()
        if isinstance(screen, looking.Chosen):
            self.push_screen(screen.screen, screen.chosen)
        else:
            self.push_screen(screen)

    def to_main(self) -> None:
        """Back to the main screen, whatever lies over it."""
        while self.screen is not self.main:
            self.pop_screen()

    def action_screen(self, name: str) -> None:
        """One of the screens, by its key."""
        looking.open_screen(self, name)

    def ask_about(self, atom: Atom) -> None:
        """Ask for a fact in the talk, where it can be answered."""
        self.to_main()
        self.main.show_other(advice=False)
        self._lines.take(lambda: self.post_safely(self.Answered(self.dialogue.ask_about(atom))))

    @on(Pane.Aside)
    def _aside_pressed(self, event: Pane.Aside) -> None:
        from dragoman_tui import following  # noqa: PLC0415 - the same

        following.fold(self, event.target, unfolds=event.unfolds)
