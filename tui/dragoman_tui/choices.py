"""All that can be done, by name: from the table of keys, the table of actions and the themes."""

from __future__ import annotations

from dragoman.conversation.actions import ACTIONS
from dragoman_tui.keys import KEYS, key_of_action
from dragoman_tui.overlays import Choice
from dragoman_tui.themes import THEMES

_SCREENS = ("help", "quit", "start")
"""Actions of a session that are keys here, under other names."""


def choices() -> list[Choice]:
    """What the palette offers."""
    keys = [one for one in KEYS.values() if one.run and one.shown and one.name != "palette"]
    said = [one for one in ACTIONS.values() if not key_of_action(one.name) and one.name not in _SCREENS]
    return [
        *(Choice(f"key:{one.name}", _capital(one.help), one.shown) for one in keys),
        *(Choice(f"do:{one.name}", _capital(one.help), f"/{one.name}") for one in said),
        *(Choice(f"theme:{name}", f"Theme: {name}") for name in THEMES),
    ]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
