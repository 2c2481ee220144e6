"""Where files of facts come from: the disk, or what was kept of them."""

from __future__ import annotations

from collections.abc import Mapping
from os.path import lexists
from pathlib import Path

from dragoman.errors import Finding, Place
from dragoman.source.files import read_text, shown
from dragoman.source.limits import Limits


class Disk:
    """The files as they lie there now."""

    def read(self, path: str | Path, limits: Limits, *, pipes: bool) -> tuple[str, str] | Finding:
        """The name to show and the text of a file of facts, or why it cannot be read."""
        return read_text(path, "FA", limits, pipes=pipes)

    def is_there(self, path: str | Path) -> bool:
        """Whether something stands there, a link that leads nowhere included: what is wrong with it is said on reading."""
        return lexists(path)


class Noted(Disk):
    """The disk, and what was read from it."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        """By the path that was read."""

    def read(self, path: str | Path, limits: Limits, *, pipes: bool) -> tuple[str, str] | Finding:
        """As :meth:`Disk.read`."""
        found = super().read(path, limits, pipes=pipes)
        if not isinstance(found, Finding):
            self.texts[str(path)] = found[1]
        return found


class Kept(Disk):
    """Texts that were kept, and the rulebook's own folder; whatever else lies on the disk now is not looked at."""

    def __init__(self, texts: Mapping[str, str], own: str) -> None:
        self.texts, self.own = texts, Path(own)

    def read(self, path: str | Path, limits: Limits, *, pipes: bool) -> tuple[str, str] | Finding:
        """As :meth:`Disk.read`."""
        text = self.texts.get(str(path))
        if text is None and not Path(path).is_relative_to(self.own):
            return Finding(Place(shown(path)), "FA001", "its text was not kept")
        return (shown(path), text) if text is not None else super().read(path, limits, pipes=pipes)

    def is_there(self, path: str | Path) -> bool:
        """As :meth:`Disk.is_there`."""
        return str(path) in self.texts or (Path(path).is_relative_to(self.own) and super().is_there(path))
