"""All that can be done, by name: from the table of keys, the table of actions and the themes."""

from __future__ import annotations

from dragoman.conversation.actions import ACTIONS
from dragoman_tui.keys import KEYS, Key, key_of_action
from dragoman_tui.overlays import Choice
from dragoman_tui.themes import THEMES

_SCREENS = ("help", "quit", "start")
"""Actions of a session that are keys here, under other names."""


def choices() -> list[Choice]:
    """What the palette offers."""
    keys = [one for one in KEYS.values() if one.run and one.shown and one.name != "palette"]
    said = [one for one in ACTIONS.values() if not key_of_action(one.name) and one.name not in _SCREENS]
    return [
        *(_by_key(one) for one in keys),
        *(Choice(f"do:{one.name}", _capital(one.help), f"/{one.name}") for one in said),
        *(Choice(f"theme:{name}", f"Theme: {name}") for name in THEMES),
    ]


def _by_key(key: Key) -> Choice:
    """By the key's own words; or by those of the action of a session that is the same, which say more."""
    same = ACTIONS[key.name] if key.name == "start" else None
    words, beside = (same.help, f"/{same.name}  {key.shown}") if same else (key.help, key.shown)
    return Choice(f"key:{key.name}", _capital(words), beside)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
