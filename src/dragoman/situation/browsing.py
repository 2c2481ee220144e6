"""Files and folders as somebody types their names: for completion, and to choose from."""

from __future__ import annotations

from pathlib import Path

from dragoman.source.visible import plain


def files_like(begun: str) -> list[str]:
    """The files whose name begins so, as they would be typed; folders end with a slash."""
    folder, name = begun.rpartition("/")[::2] if "/" in begun else ("", begun)
    where = f"{folder}/" if "/" in begun else ""
    try:
        found = sorted(Path(where or ".").expanduser().iterdir())
    except (OSError, RuntimeError, ValueError):  # no such folder, no home, no name of one
        return []
    named = [(path, path.name) for path in found if path.name.startswith(name) and plain(path.name) == path.name]
    return [f"{where}{own}/" if path.is_dir() else f"{where}{own}" for path, own in named if own[0] != "." or name]
