"""The settings there are: one table."""

from __future__ import annotations

from enum import Enum
from typing import Any

from dragoman.form import form
from dragoman.source.names import did_you_mean, listed
from dragoman.source.nodes import shorten

Value = str | bool

THEMES = ("auto", "dark", "light", "high contrast", "sixteen", "no-colour")
"""What the app can look like; `auto` is as the terminal is."""

_ON = frozenset({"true", "yes", "on", "1"})
_OFF = frozenset({"false", "no", "off", "0"})


class Kind(Enum):
    """What a setting can be."""

    FLAG = "true or false"
    THEME = "a theme"
    FILE = "a file"
    RULEBOOK = "a folder, or the name of a rulebook that is installed"


@form
class Setting:
    """Something that can be set."""

    name: str
    kind: Kind
    help: str
    default: str
    """What holds where nothing is set, in words."""
    variable: str
    """The variable of the environment that goes before the file."""
    is_denied_by_variable: bool = False
    """Whether the variable, with whatever value, says no: `NO_COLOR`."""
    allowing: str = ""
    """A further variable that says yes, with whatever value: `FORCE_COLOR`."""

    def of_file(self, value: Any) -> Value | str:
        """The value as it was read from TOML.

        Raises:
            ValueError: if it is none; the message says what was expected.
        """
        if self.kind is Kind.FLAG:
            if isinstance(value, bool):
                return value
            raise ValueError(f"'{self.name}' is true or false, found {_shown(value)}")
        if not isinstance(value, str) or not value.strip() or not value.isprintable():
            what = "one of its names, in quotes" if self.kind is Kind.THEME else f"{self.kind.value}, in quotes"
            raise ValueError(f"'{self.name}' is {what}, found {_shown(value)}")
        return self._theme(value) if self.kind is Kind.THEME else value

    def of_text(self, text: str) -> Value:
        """The value as it was typed.

        Raises:
            ValueError: if it is none; the message says what was expected.
        """
        if self.kind is not Kind.FLAG:
            return self.of_file(text)
        word = text.strip().casefold()
        if word in _ON | _OFF:
            return word in _ON
        raise ValueError(f"'{self.name}' is true or false, found {_shown(text)}")

    def of_variable(self, text: str) -> Value:
        """The value that the variable gives, which is set and not empty.

        Raises:
            ValueError: if it is none; the message says what was expected.
        """
        if self.is_denied_by_variable:
            return False
        if self.kind is Kind.FLAG:
            return text.strip().casefold() not in _OFF
        return self.of_file(text)

    def _theme(self, value: str) -> str:
        name = value.strip().casefold()
        found = next((one for one in THEMES if _bare(one) == _bare(name)), None)
        if found is None:
            hint = did_you_mean(name, THEMES) or f"; there are {listed(THEMES)}"
            raise ValueError(f"there is no theme {_shown(value)}{hint}")
        return found


def _bare(name: str) -> str:
    return name.replace("-", " ").replace("color", "colour")


def _shown(value: object) -> str:
    return f"'{shorten(value)}'" if isinstance(value, str) else shorten(repr(value))


SETTINGS: dict[str, Setting] = {
    one.name: one
    for one in (
        Setting("theme", Kind.THEME, "how the app looks", "as the terminal is", "DRAGOMAN_THEME"),
        Setting("ascii", Kind.FLAG, "no signs beyond ASCII in the app", "as the locale is", "DRAGOMAN_ASCII"),
        Setting("mouse", Kind.FLAG, "whether the app takes the mouse", "true", "DRAGOMAN_MOUSE"),
        Setting(
            "colour",
            Kind.FLAG,
            "whether there are colours where a terminal shows them",
            "true",
            "NO_COLOR",
            is_denied_by_variable=True,
            allowing="FORCE_COLOR",
        ),
        Setting("journal", Kind.FILE, "where sessions are kept", "the folder for your data", "DRAGOMAN_JOURNAL"),
        Setting("rulebook", Kind.RULEBOOK, "the rulebook", "the one that is shipped", "DRAGOMAN_RULEBOOK"),
        Setting("report", Kind.FILE, "your copy of the report as text, quoted in the app", "none", "DRAGOMAN_REPORT"),
        Setting(
            "log", Kind.FILE, "details of what went wrong inside the program", "the folder for such", "DRAGOMAN_LOG"
        ),
    )
}
"""By name, in the order in which they are shown."""
