"""The keys: those of the table of actions, and those that only move about the screen.

One table each feeds the bindings, the footer and the help, so they cannot disagree.
"""

from __future__ import annotations

import re

from textual.binding import Binding

from dragoman.conversation.actions import ACTIONS
from dragoman.form import form
from dragoman.views.lines import Line, line


@form
class ScreenKey:
    """A key that moves about the screen and says nothing."""

    keys: str
    """As Textual spells them, separated by commas; empty if a widget binds it itself."""
    action: str
    shown: str
    """How the help writes the key."""
    help: str
    label: str = ""
    """In the footer; empty to keep it out."""


SCREEN_KEYS = (
    ScreenKey("f4", "view", "F4", "advice and log together, only the advice, only the log", "View"),
    ScreenKey("pageup", "scroll_log(-1)", "PgUp PgDn", "scroll the log"),
    ScreenKey("pagedown", "scroll_log(1)", "", ""),
    ScreenKey("shift+up,ctrl+up", "scroll_advice(-1)", "Shift+↑ ↓", "scroll the advice"),
    ScreenKey("shift+down,ctrl+down", "scroll_advice(1)", "", ""),
    ScreenKey("", "", "↑ ↓", "the lines that were said before"),
    ScreenKey("", "", "Tab", "to the advice, the log and back; there ↑ ↓ Home End scroll"),
    ScreenKey("escape", "to_prompt", "Esc", "back to the line"),
)


def bindings() -> list[Binding]:
    """All bindings of the app."""
    from_actions = [
        Binding(
            action.key,
            f"do('{action.name}')",
            action.name.capitalize(),
            tooltip=action.help,
            priority=action.name == "quit",  # leaving works whatever has the focus
        )
        for action in ACTIONS.values()
        if action.key
    ]
    from_screen = [
        Binding(key.keys, key.action, key.label, show=bool(key.label), tooltip=key.help)
        for key in SCREEN_KEYS
        if key.keys
    ]
    help_quit = Binding("ctrl+c", "help_quit", show=False, system=True)
    return [*sorted([*from_actions, *from_screen], key=_footer_order), help_quit]


def _footer_order(binding: Binding) -> tuple[bool, str]:
    """The function keys first, by number."""
    return not re.fullmatch(r"f\d+", binding.key), binding.key


def keys_view() -> list[Line]:
    """The keys that the help of the conversation does not know."""
    rows = [line((f"{key.shown:<14}", "strong"), f" {key.help}", indent=2, hang=16) for key in SCREEN_KEYS if key.shown]
    return [line("Keys:"), *rows]
