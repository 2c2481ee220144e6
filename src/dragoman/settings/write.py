"""One setting of the file, set or taken out; whatever else stands in it stays as it is.

What was written is read again before it takes the place of the file, so that it never ends up worse than it was.
"""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path

from dragoman.errors import DragomanError
from dragoman.settings.read import current
from dragoman.settings.table import Value

_FIRST = "# Settings of dragoman. 'dragoman config' shows which there are, and which hold.\n"
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


def remember(name: str, value: Value | None) -> Path:
    """Set a setting in the file, or with None take it out; the file, made if it was not there.

    Raises:
        DragomanError: if there is no place for a file, or it is wrong as it is, or cannot be written.
    """
    settings = current()
    path = settings.path
    if path is None:
        raise DragomanError("there is no home folder to keep settings in: set HOME, or DRAGOMAN_CONFIG=FILE")
    path = Path(os.path.realpath(path))
    broken = next((one for one in settings.mistakes if one.is_whole), None)
    if broken is not None:
        raise DragomanError(f"{broken}; mend that first, nothing was changed")
    if path.exists() and not path.is_file():
        raise DragomanError(f"'{path}' is no regular file; DRAGOMAN_CONFIG=FILE names another")
    try:
        before = path.read_text(encoding="utf-8-sig") if settings.is_there else ""
        after = changed(before, name, value)
        _check(before, after, name, value)
        if after != before:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            beside = path.with_name(f".{path.name}.{os.getpid()}")
            try:
                beside.write_text(after, encoding="utf-8")
                if settings.is_there:
                    beside.chmod(path.stat().st_mode & 0o777)
                beside.replace(path)
            finally:
                beside.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise DragomanError(f"'{path}' cannot be written: {why}") from None
    return path


def _check(before: str, after: str, name: str, value: Value | None) -> None:
    """See to it that the new text says what it should, and all else as before.

    Raises:
        ValueError: if not, as where a value stands on several lines.
    """
    wanted = tomllib.loads(before)
    wanted.pop(name, None)
    if value is not None:
        wanted[name] = value
    try:
        is_right = tomllib.loads(after) == wanted
    except tomllib.TOMLDecodeError:
        is_right = False
    if not is_right:
        raise ValueError(f"how '{name}' is written there is not understood; change it by hand")


def changed(text: str, name: str, value: Value | None) -> str:
    r"""The text of a file with one setting set, or taken out; a comment behind it stays.

    >>> changed('theme = "dark"  # mine\n', "theme", "light")
    'theme = "light"  # mine\n'
    >>> changed('theme = "dark"\n', "ascii", True)
    'theme = "dark"\nascii = true\n'
    """
    written = f"{name} = {_toml(value)}" if value is not None else ""
    table = _TABLE.search(text)
    top = table.start() if table else len(text)
    own = re.compile(
        rf"""^[ \t]*["']?{re.escape(name)}["']?[ \t]*=[ \t]*(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^#\n"'])*""", re.MULTILINE
    )
    found = own.search(text, 0, top)
    if found is not None:
        rest = text[found.end() :]
        if value is None and not rest.partition("\n")[0].strip():
            return text[: found.start()] + rest.removeprefix("\n")
        space = re.search(r"[ \t]*$", found[0])
        return f"{text[: found.start()]}{written}{space[0] if space and value is not None else ''}{rest}"
    if value is None:
        return text
    head = text[:top]
    head = head or (_FIRST if not text else "")
    joint = "" if not head or head.endswith("\n") else "\n"
    return f"{head}{joint}{written}\n{text[top:]}"


def _toml(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
