"""Whether a rulebook was changed on the disk, by what the file system says of its files; none is opened.

Editors write a file in several steps, so a change counts once it has come to rest: when the files look the same twice.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

from dragoman.rulebook import files

_OFTEN = 0.3
"""Seconds between two looks while something else is being done."""
_Looks = tuple[tuple[str, int, int, int], ...]
"""Of each file: where it is, when it was changed, how large it is, which it is."""


class Watch:
    """A rulebook's folder, and how it looked when it was last read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read = self._last = self._looks()
        self._changed = frozenset[Path]()
        self._looked, self._moves = 0.0, False

    def is_changed(self) -> bool:
        """Whether it was changed since it was read, and is at rest; said once for each change."""
        looks, last = self._looks(), self._last
        self._last = looks
        if looks == self._read or looks != last:
            return False
        self._changed = frozenset(Path(one[0]) for one in set(looks) ^ set(self._read))
        self._read = looks
        return True

    def is_moving(self) -> bool:
        """Whether it looks otherwise than when it was last read; asked often, it looks some times a second only."""
        now = time.monotonic()
        if now - self._looked > _OFTEN:
            self._looked, self._moves = now, self._looks() != self._read
        return self._moves

    @property
    def is_beside(self) -> bool:
        """Whether what was changed last is no part of the rules: the board or the cases, which are read by themselves."""
        return all(path.parent == self.folder / "cases" or path.stem == "board" for path in self._changed)

    def _looks(self) -> _Looks:
        return tuple(sorted(self._files()))

    def _files(self) -> Iterator[tuple[str, int, int, int]]:
        folder = self.folder
        for listed in (files.parts, files.situations, files.phrases, files.boards, files.cases):
            try:
                paths = listed(folder)
            except (OSError, ValueError):  # it is not there just now, which is a look of its own
                continue
            for path in paths:
                try:
                    state = os.stat(path)  # noqa: PTH116 - several for each look, several looks a second
                except OSError:
                    continue
                yield str(path), state.st_mtime_ns, state.st_size, state.st_ino
