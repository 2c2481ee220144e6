"""Palettes: which colour each role has. The names say what a colour means, never which one it is."""

from __future__ import annotations

import os

from textual.theme import Theme

from dragoman.errors import DragomanError
from dragoman.settings.read import current

DARK = {
    "ground": "#11151c", "surface": "#181d26", "raised": "#232a36", "pick": "#2a3852", "square": "#1d2430",
    "text": "#dfe3ea", "muted": "#a0a9bb", "faint": "#4a5364", "advice": "#e9c46a", "link": "#8ab8ff", "moved": "#8fd3a0",
    "doubt": "#f59e5b", "wrong": "#ff8f8a", "pole1": "#bfa8f5", "pole2": "#f5918c",
}  # fmt: skip
LIGHT = {
    "ground": "#fbf9f5", "surface": "#f4f0e8", "raised": "#e8e2d6", "pick": "#cfdcf2", "square": "#ece6da",
    "text": "#1f242d", "muted": "#565d6b", "faint": "#a8a496", "advice": "#7d5100", "link": "#1a55b0", "moved": "#1a663b",
    "doubt": "#964300", "wrong": "#ae1f1b", "pole1": "#5f3fa8", "pole2": "#a03325",
}  # fmt: skip
HIGH = {
    "ground": "#000000", "surface": "#000000", "raised": "#2a2a2a", "pick": "#0a3d91", "square": "#1a1a1a",
    "text": "#ffffff", "muted": "#d8d8d8", "faint": "#8c8c8c", "advice": "#ffd75f", "link": "#9fc9ff", "moved": "#7dff9a",
    "doubt": "#ffb86b", "wrong": "#ff9d98", "pole1": "#d6c4ff", "pole2": "#ffb3a8",
}  # fmt: skip
_COLOURED = ("advice", "link", "moved", "doubt", "wrong", "pole1", "pole2")
MONO = {**HIGH, "raised": "#303030", "pick": "#585858", **dict.fromkeys(_COLOURED, "#ffffff")}

SIXTEEN = {
    **dict.fromkeys(("ground", "surface", "raised", "pick", "square", "text"), "ansi_default"),
    "muted": "ansi_bright_black", "faint": "ansi_bright_black", "advice": "ansi_yellow", "link": "ansi_cyan",
    "moved": "ansi_green", "doubt": "ansi_magenta", "wrong": "ansi_red", "pole1": "ansi_magenta", "pole2": "ansi_red",
}  # fmt: skip
"""The terminal's own colours on its own ground: what stands out is in reverse video."""

NO_COLOUR, OF_TERMINAL = "no-colour", "sixteen"


def _theme(name: str, roles: dict[str, str], *, dark: bool = True) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        ansi=name == OF_TERMINAL,
        primary=roles["link"],
        accent=roles["advice"],
        foreground=roles["text"],
        background=roles["ground"],
        surface=roles["surface"],
        panel=roles["raised"],
        success=roles["moved"],
        warning=roles["doubt"],
        error=roles["wrong"],
        variables={
            **roles,
            "input-cursor-background": roles["text"],
            "input-cursor-foreground": roles["ground"],
            "input-selection-background": roles["pick"],
            "screen-selection-background": roles["pick"],
            "scrollbar": roles["faint"],
            "scrollbar-hover": roles["muted"],
            "scrollbar-active": roles["muted"],
            "ansi-background": roles["ground"],
            "ansi-foreground": roles["text"],
        },
    )


THEMES = {
    "dark": _theme("dark", DARK),
    "light": _theme("light", LIGHT, dark=False),
    "high contrast": _theme("high contrast", HIGH),
    OF_TERMINAL: _theme(OF_TERMINAL, SIXTEEN),
    NO_COLOUR: _theme(NO_COLOUR, MONO),
}
"""By name, as the palette offers them."""


def first_theme(colours: str | None = None) -> str:
    """The one to begin with: without colours where the settings want none, else as they say, else as the terminal is.

    `colours` is what the terminal has, as Rich calls it: `standard` are sixteen.
    """
    settings = current()
    if settings.flag("colour", True) is False:
        return NO_COLOUR
    asked = settings.text("theme")
    if asked in THEMES:
        return asked
    if colours == "standard":
        return OF_TERMINAL
    ground = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if ground in {"7", "15"} else "dark"


def keep_theme(name: str) -> str:
    """Keep a theme for the next time; why it is not kept, or empty."""
    from dragoman.settings.write import remember  # noqa: PLC0415 - brings what reads TOML

    try:
        remember("theme", name)
    except DragomanError as error:
        return str(error)
    return ""
