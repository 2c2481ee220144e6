"""The app: one screen, one queue of lines, one worker.

Lines are evaluated one at a time, in the order they came, in a thread of their own; each yields
one frozen snapshot, and the widgets draw it. Nothing here knows a rule or a fact.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from textual import events, on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Footer

from dragoman.conversation.actions import ACTIONS, asked_in, bare
from dragoman.session.session import Session
from dragoman_tui.advice_pane import AdvicePane
from dragoman_tui.dialogue import Dialogue
from dragoman_tui.headline import Headline
from dragoman_tui.keys import bindings
from dragoman_tui.log_pane import LogPane
from dragoman_tui.prompt import Prompt, PromptBar
from dragoman_tui.snapshot import Snapshot
from dragoman_tui.worker import Worker


class View(Enum):
    """What the screen shows; F4 goes round."""

    BOTH = "both"
    ADVICE = "advice"
    LOG = "log"


class DragomanApp(App[None], inherit_bindings=False):
    """Type a fact, watch the advice change."""

    TITLE = "Dragoman"
    AUTO_FOCUS = "#prompt"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual types it so
    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    """From the table of actions and the keys of the screen, see `dragoman_tui.keys`."""

    CSS = """
    #panes { height: 1fr; }
    LogPane, AdvicePane { width: 100%; height: 100%; }
    .-wide #panes.-both AdvicePane { dock: right; width: 55%; margin-left: 1; }
    .-narrow #panes.-both AdvicePane { dock: top; height: 60%; }
    #panes.-advice LogPane, #panes.-log AdvicePane { display: none; }
    Footer { background: $background; FooterKey .footer-key--key { color: $text-primary; } }
    """

    view: reactive[View] = reactive(View.BOTH)
    """What is shown."""

    @dataclass
    class Answered(Message):
        """A line was evaluated."""

        snapshot: Snapshot

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._dialogue = Dialogue(session)
        self._worker = Worker(self._dialogue.answer, lambda snapshot: self.post_message(self.Answered(snapshot)))
        self._drawing_loop: asyncio.AbstractEventLoop | None = None
        """The loop that draws, once it runs."""

    def compose(self) -> ComposeResult:
        """The headline, the panes, the prompt, the keys."""
        yield Headline()
        with Container(id="panes", classes="-both"):
            yield AdvicePane(id="advice")
            yield LogPane(id="log")
        yield PromptBar(self._dialogue.example)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Draw the beginning."""
        self._drawing_loop = asyncio.get_running_loop()
        self._worker.start()
        self._draw(self._dialogue.opening())

    # -- lines in, snapshots out

    @on(Prompt.Said)
    def _take(self, event: Prompt.Said) -> None:
        self.say(*event.lines)

    def say(self, *lines: str) -> None:
        """Take lines; they wait their turn. One that asks to leave waits for nothing."""
        if any((asked_in(line) or bare(line)) is ACTIONS["quit"] for line in lines):
            self.exit()
            return
        for line in lines:
            self._worker.take(line)
        self.query_one(PromptBar).waiting += len(lines)

    @on(Answered)
    def _answered(self, event: Answered) -> None:
        self._draw(event.snapshot)
        self.query_one(PromptBar).waiting -= 1

    def leave(self, code: int) -> bool:
        """Leave with an exit code, asked by a signal or another thread; whether the app runs, so that it could be."""
        if self._drawing_loop is None or self._drawing_loop.is_closed():
            return False
        self._drawing_loop.call_soon_threadsafe(lambda: self.exit(return_code=code))
        return True

    def _draw(self, snapshot: Snapshot) -> None:
        advice = self.query_one(AdvicePane)
        if self.view is View.ADVICE and snapshot.page is advice.page:
            self.view = View.BOTH  # all that came of the line stands in the log
        self.query_one(Headline).advice = snapshot.page.advice
        advice.show(snapshot.page)
        self.query_one(LogPane).add(snapshot.log)
        if snapshot.gives_back:
            self.query_one(Prompt).give_back(snapshot.text)

    # -- keys

    def get_key_display(self, binding: Binding) -> str:
        """Keys as they are printed on the keyboard."""
        return super().get_key_display(binding).upper()

    def action_do(self, name: str) -> None:
        """Do an action of the table; one that needs an argument is begun in the prompt."""
        if not ACTIONS[name].needs_argument:
            self.say(f"/{name}")
            return
        self.action_to_prompt()
        self.query_one(Prompt).begin(f"/{name} ")

    def action_help_quit(self) -> None:
        """Ctrl+C leaves nothing unsaid by accident: say how one leaves."""
        self.notify(f"{ACTIONS['quit'].key.capitalize()} or /quit leaves", markup=False, timeout=3)

    def action_view(self) -> None:
        """Show the next of the views."""
        views = list(View)
        self.view = views[(views.index(self.view) + 1) % len(views)]

    def watch_view(self, before: View, after: View) -> None:
        """Change the classes that lay out the panes."""
        self.query_one("#panes").remove_class(f"-{before.value}").add_class(f"-{after.value}")
        self.call_after_refresh(self.query_one(LogPane).show_last)

    def action_scroll_log(self, pages: int) -> None:
        """Scroll the log by nearly a page."""
        log = self.query_one(LogPane)
        log.scroll_relative(y=pages * max(log.size.height - 1, 1), animate=False)

    def action_scroll_advice(self, rows: int) -> None:
        """Scroll the advice by a few rows."""
        self.query_one(AdvicePane).scroll_relative(y=3 * rows, animate=False)

    def action_to_prompt(self) -> None:
        """Go back to the prompt."""
        self.query_one(Prompt).focus()

    async def on_event(self, event: events.Event) -> None:
        """What is typed while a pane has the focus goes to the prompt: decided here, before a key is on its way."""
        if (
            isinstance(event, events.Key)
            and not event.is_forwarded
            and event.is_printable
            and len(self.screen_stack) == 1
            and self.focused is not (prompt := self.query_one(Prompt))
        ):
            self.screen.set_focus(prompt)
        await super().on_event(event)
