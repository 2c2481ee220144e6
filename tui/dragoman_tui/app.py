"""The app: one screen, one queue of lines, one worker.

Lines are evaluated one at a time, in the order they came, in a thread of their own; each yields
one frozen snapshot, and the widgets draw it. Nothing here knows a rule or a fact.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on, work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Footer

from dragoman.conversation.actions import ACTIONS
from dragoman.session import Session
from dragoman_tui.advice_pane import AdvicePane
from dragoman_tui.dialogue import Dialogue
from dragoman_tui.headline import Headline
from dragoman_tui.keys import bindings
from dragoman_tui.log_pane import LogPane
from dragoman_tui.prompt import Prompt, PromptBar
from dragoman_tui.snapshot import Snapshot

VIEWS = ("both", "advice", "log")
"""What the screen shows; F4 goes round."""


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

    view: reactive[str] = reactive("both")
    """One of `VIEWS`."""

    @dataclass
    class Answered(Message):
        """A line was evaluated."""

        snapshot: Snapshot

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._dialogue = Dialogue(session)
        self._waiting: deque[str] = deque()
        """Lines that were sent, and are not evaluated yet."""
        self._is_evaluating = False

    def compose(self) -> ComposeResult:
        """The headline, the panes, the prompt, the keys."""
        yield Headline()
        with Container(id="panes", classes="-both"):
            yield AdvicePane(id="advice")
            yield LogPane(id="log")
        yield PromptBar()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Draw the beginning."""
        self._draw(self._dialogue.opening())

    # -- lines in, snapshots out

    @on(Prompt.Said)
    def _take(self, event: Prompt.Said) -> None:
        self.say(*event.lines)

    def say(self, *lines: str) -> None:
        """Take lines; they wait their turn."""
        self._waiting.extend(lines)
        self._next()

    def _next(self) -> None:
        if self._waiting and not self._is_evaluating:
            self._is_evaluating = True
            self._evaluate(self._waiting.popleft())
        self.query_one(PromptBar).waiting = len(self._waiting) + self._is_evaluating

    @work(thread=True, group="evaluation")
    def _evaluate(self, text: str) -> None:
        self.post_message(self.Answered(self._dialogue.answer(text)))

    @on(Answered)
    def _answered(self, event: Answered) -> None:
        self._is_evaluating = False
        self._draw(event.snapshot)
        if event.snapshot.leaves:
            self.exit()
            return
        self._next()

    def _draw(self, snapshot: Snapshot) -> None:
        advice = self.query_one(AdvicePane)
        if self.view == "advice" and snapshot.page is advice.page:
            self.view = "both"  # all that came of the line stands in the log
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
        self.query_one(Prompt).give_back(f"/{name} ")

    def action_help_quit(self) -> None:
        """Ctrl+C leaves nothing unsaid by accident: say how one leaves."""
        self.notify(f"{ACTIONS['quit'].key.capitalize()} or /quit leaves", markup=False, timeout=3)

    def action_view(self) -> None:
        """Show the next of the views."""
        self.view = VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)]

    def watch_view(self, before: str, after: str) -> None:
        """Change the classes that lay out the panes."""
        self.query_one("#panes").remove_class(f"-{before}").add_class(f"-{after}")
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

    def on_key(self, event: events.Key) -> None:
        """What is typed while a pane has the focus goes to the prompt."""
        prompt = self.query_one(Prompt)
        if event.is_printable and event.character and not prompt.has_focus:
            event.stop()
            prompt.focus()
            prompt.insert_text_at_cursor(event.character)
