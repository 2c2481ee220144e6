"""The first line of the screen: which situation, of what day, and what fires the rules."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from dragoman.advice.forms import Advice
from dragoman.source.visible import plain


class Headline(Horizontal):
    """Title, date and engine; a long title is cut."""

    DEFAULT_CSS = """
    Headline {
        height: 1;
        padding: 0 2;
        background: $panel;
        #situation { width: 1fr; height: 1; text-style: bold; text-wrap: nowrap; text-overflow: ellipsis; }
        #details { width: auto; height: 1; color: $text-muted; padding-left: 2; }
    }
    """

    advice: reactive[Advice | None] = reactive(None)
    """The advice that is shown."""

    def compose(self) -> ComposeResult:
        """Two texts."""
        yield Static(id="situation", markup=False)
        yield Static(id="details", markup=False)

    def watch_advice(self, advice: Advice | None) -> None:
        """Write both texts anew."""
        if advice is None:
            return
        date = advice.as_of.isoformat() if advice.as_of else "no date"
        self.query_one("#situation", Static).update(Content(plain(advice.situation)))
        self.query_one("#details", Static).update(Content(plain(f"{date} · {advice.engine}")))
