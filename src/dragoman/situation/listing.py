"""The situations of a rulebook as a list: what each is called, without reading what is told in it.

A file in YAML is read up to its facts, which is a hundredth of it; whoever opens one reads it whole.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import Finding
from dragoman.form import form
from dragoman.rulebook import files as rulebook_files
from dragoman.rulebook.forms import Rulebook
from dragoman.situation.assemble import Assembly
from dragoman.situation.disk import Disk
from dragoman.source.limits import Limits

_FACTS = re.compile(r"^(?:facts|forget)[ \t]*:", re.MULTILINE)


@form
class Listed:
    """One situation of a rulebook."""

    name: str
    """What it is opened by."""
    title: str
    as_of: datetime.date | None = None
    based_on: str = ""
    note: str = ""


class _Heads(Disk):
    """Files in YAML up to their facts."""

    def read(self, path: str | Path, limits: Limits, *, pipes: bool = False) -> tuple[str, str] | Finding:
        """As on the disk, but shorter."""
        found = super().read(path, limits, pipes=pipes)
        if isinstance(found, Finding) or not str(path).endswith((".yaml", ".yml")):
            return found
        name, text = found
        facts = _FACTS.search(text)
        return name, text[: facts.start()] if facts else text


def situations_of(rulebook: Rulebook) -> Iterator[Listed]:
    """Those that come with a rulebook, in the order of their names; one with mistakes is called by its name."""
    names = dict.fromkeys(path.stem for path in rulebook_files.situations(Path(rulebook.folder)))
    assembly = Assembly(rulebook, disk=_Heads())
    for name in names:
        file = assembly.file(name)
        if file is None:
            yield Listed(name, name)
        else:
            is_titled = Path(file.title).stem != Path(file.name).stem
            yield Listed(name, file.title if is_titled else name, file.as_of, file.based_on, file.note)
