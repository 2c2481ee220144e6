"""A rulebook to begin with: the files of `starter/`, under the author's own name, in a folder that was not there.

What is written appears all at once, by renaming a folder beside it: whoever interrupts or fills the disk leaves nothing.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from dragoman.errors import Finding, Place, RulebookError
from dragoman.rulebook.installed import installed
from dragoman.source.nodes import Scalar
from dragoman.source.reading import Reading
from dragoman.source.shapes import is_name

STARTER = Path(__file__).with_name("starter")
"""Its files: data, and itself a rulebook."""
_OWN = "rulebook: starter "


def write_new(name: str, folder: Path) -> tuple[str, ...]:
    """Write a rulebook called `name` to a new folder; the names of its files, in the order in which to read them.

    Raises:
        RulebookError: for a name that none can have, or that an installed one has; for a folder that is not empty.
        OSError: if the folder cannot be written; then nothing of it is left.
    """
    reading = Reading("RB")
    if is_name(reading, Scalar(name, False, Place("NAME", 0, 0)), "the name of a rulebook") and name in installed():
        message = f"a rulebook called '{name}' is installed already; choose another name"
        reading.note(Place("NAME", 0, 0), "014", message)
    if reading.findings:
        raise RulebookError(reading.findings)
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        message = "this is there already, and not an empty folder; nothing was written. Name another FOLDER"
        raise RulebookError([Finding(Place(str(folder), 0, 0), "RB014", message)])
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for relative in starter_files():
            path = made / relative
            path.parent.mkdir(exist_ok=True)
            text = (STARTER / relative).read_text(encoding="utf-8")
            path.write_text(text.replace(_OWN, f"rulebook: {name} ", 1), encoding="utf-8")
        made.chmod(0o777 & ~_mask())
        os.replace(made, folder)  # noqa: PTH105 - takes the place of an empty folder, and of none else
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
    return starter_files()


def starter_files() -> tuple[str, ...]:
    """The files of the rulebook to begin with, from its folder on, in the order in which to read them."""
    first = ("report.md", "rulebook.yaml", "vocabulary.yaml", "claims.yaml", "rules.yaml", "recommendations.yaml")
    others = (path.relative_to(STARTER).as_posix() for path in sorted(STARTER.rglob("*.*")) if path.is_file())
    return (*first, *(name for name in others if name not in first and name.endswith((".yaml", ".md"))))


def _mask() -> int:
    """The permissions that this process does not give to what it makes."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
