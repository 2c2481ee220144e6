"""The settings that hold: of the environment, of the file, and by default.

A file that is wrong stops nothing: what is not taken is a mistake with its line, and the default holds in its place.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from dragoman.form import form
from dragoman.settings.table import SETTINGS, Kind, Setting, Value
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import shorten

VARIABLE = "DRAGOMAN_CONFIG"
"""The variable of the environment that names another file."""
_WITHIN = ("dragoman", "config.toml")
_LARGEST = 100_000
"""Bytes; a file of settings has a few hundred."""
_AT = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")


class Origin(StrEnum):
    """Who says what holds."""

    DEFAULT = "default"
    FILE = "file"
    VARIABLE = "variable"


@form
class Found:
    """What a setting is."""

    value: Value | None
    """None where nothing is set, so that whoever asks decides."""
    origin: Origin
    place: str = ""
    """The variable, or the line of the file."""


@form
class Mistake:
    """Something in the file, or in the environment, that is not taken."""

    source: str
    line: int
    """From 1; 0 where it is not about a line."""
    message: str
    is_whole: bool = True
    """Whether nothing of the source could be taken; else one setting."""

    def __str__(self) -> str:
        where = f"{self.source}:{self.line}" if self.line else self.source
        return f"{where}: {self.message}"


@form
class Settings:
    """What holds, and what was not taken."""

    path: Path | None
    """The file, whether it is there or not; None where there is no folder for it."""
    is_there: bool
    found: Mapping[str, Found]
    mistakes: tuple[Mistake, ...] = ()

    def text(self, name: str) -> str:
        """A setting that is a text; empty where nothing is set."""
        value = self.found[name].value
        return value if isinstance(value, str) else ""

    def flag(self, name: str, default: bool | None = None) -> bool | None:
        """A setting that is true or false; `default` where nothing is set."""
        value = self.found[name].value
        return value if isinstance(value, bool) else default


def path_of(environ: Mapping[str, str]) -> Path | None:
    """The file that the variable names; without it, the one in the user's folder. None where the user has none."""
    if named := environ.get(VARIABLE, ""):
        return Path(named)
    if os.uname().sysname == "Linux":  # as platformdirs has it, which the help of the program would load for this alone
        home = environ.get("XDG_CONFIG_HOME", "").strip() or os.path.expanduser("~/.config")  # noqa: PTH111
        return Path(home, *_WITHIN) if Path(home).is_absolute() else None
    from platformdirs import user_config_path  # noqa: PLC0415 - see above

    try:
        return user_config_path("dragoman", appauthor=False) / _WITHIN[-1]
    except RuntimeError:  # there is no home; older versions leave the ~ where it is
        return None


def current(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings as they are now; nothing that is wrong with them is raised."""
    environ = os.environ if environ is None else environ
    path = path_of(environ)
    text, mistake = _read(path) if path is not None else (None, None)
    values, mistakes = _parsed(str(path), text or "")
    found = dict[str, Found]()
    spoken = list(mistakes if mistake is None else (mistake,))
    for name, setting in SETTINGS.items():
        found[name] = values.get(name, Found(None, Origin.DEFAULT))
        if setting.allowing and environ.get(setting.allowing):
            found[name] = Found(True, Origin.VARIABLE, setting.allowing)
        said = environ.get(setting.variable, "")
        if said:
            try:
                found[name] = Found(setting.of_variable(said), Origin.VARIABLE, setting.variable)
            except ValueError as error:
                spoken.append(Mistake(setting.variable, 0, str(error), is_whole=False))
    return Settings(path, text is not None, found, tuple(spoken))


def _read(path: Path) -> tuple[str | None, Mistake | None]:
    """The text of the file, None if it is not there; or why it cannot be read."""
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            return ("", None) if str(path) == os.devnull else ("", Mistake(str(path), 0, "this is no regular file"))
        if state.st_size > _LARGEST:
            return "", Mistake(str(path), 0, f"a file of settings has at most {_LARGEST:,} bytes")
        return path.read_bytes().decode("utf-8-sig"), None
    except (FileNotFoundError, NotADirectoryError):
        return None, None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return "", Mistake(str(path), line, "this is not UTF-8: save the file as UTF-8")
    except (OSError, ValueError) as error:
        return "", Mistake(str(path), 0, f"cannot be read: {getattr(error, 'strerror', None) or error}")


@lru_cache(maxsize=8)
def _parsed(source: str, text: str) -> tuple[Mapping[str, Found], tuple[Mistake, ...]]:
    """What stands in the file, by name."""
    if not text:
        return {}, ()
    import tomllib  # noqa: PLC0415 - most users have no file

    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return {}, (_unreadable(source, text, str(error)),)
    except RecursionError:
        return {}, (Mistake(source, 0, "this is nested too deep"),)
    values, mistakes = dict[str, Found](), list[Mistake]()
    for name, value in document.items():
        line = line_of(text, name)
        setting = SETTINGS.get(name)
        try:
            if setting is None:
                hint = did_you_mean(name, SETTINGS) or f"; there are {', '.join(SETTINGS)}"
                raise ValueError(f"there is no setting '{shorten(name)}'{hint}")
            values[name] = Found(_placed(setting, setting.of_file(value), source), Origin.FILE, f"{source}:{line}")
        except ValueError as error:
            mistakes.append(Mistake(source, line, str(error), is_whole=False))
    return values, tuple(mistakes)


def _unreadable(source: str, text: str, said: str) -> Mistake:
    """A mistake of the notation; the line is that of the parser, which speaks of columns only where there are some."""
    at = _AT.search(said)
    line = int(at["line"]) if at and at["line"] else text.count("\n") + 1
    what = said[: at.start()] if at else said
    hint = "; a text stands in quotes" if what.startswith("Invalid value") else ""
    return Mistake(
        source, line, f"this is no TOML: {what[:1].lower()}{what[1:]}{hint}; no setting of the file is taken"
    )


def _placed(setting: Setting, value: Any, source: str) -> Value:
    """A path as it is meant: `~` is the user's folder, and what is relative lies beside the file."""
    if setting.kind is Kind.FILE or (setting.kind is Kind.RULEBOOK and ("/" in value or value.startswith("~"))):
        try:
            path = Path(value).expanduser()
        except RuntimeError:  # nobody's folder
            path = Path(value)
        return str(Path(source).parent / path)
    return bool(value) if setting.kind is Kind.FLAG else str(value)


def line_of(text: str, name: str) -> int:
    """The line that sets `name`, from 1; 1 where it cannot be told."""
    written = re.compile(rf"""[ \t]*(?:\[+[ \t]*)?["']?{re.escape(name)}["']?[ \t]*(?:[=.\]])""")
    return next((number for number, line in enumerate(text.splitlines(), 1) if written.match(line)), 1)
