"""The good rulebook, and broken files laid over it."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from dragoman.errors import FindingsError
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.load import read_rulebook
from dragoman.situation.assemble import read_situation
from dragoman.situation.forms import Said

HERE = Path(__file__).parent
GOOD = HERE / "good"
"""A rulebook with a bit of everything and no mistake."""


@cache
def good() -> Rulebook:
    return read_rulebook(GOOD)


def laid_over_good(files: Path, target: Path) -> None:
    """The rulebook in `target`: the files of the folder `files`, and from the good rulebook those it does not have.

    A folder with a vocabulary of its own takes only `rulebook.yaml`: the good rules would not fit it.
    """
    if (files / "vocabulary.yaml").exists():
        shutil.copy(GOOD / "rulebook.yaml", target)
    else:
        shutil.copytree(GOOD, target, dirs_exist_ok=True)
    for path in files.iterdir():
        if path.is_dir() and (target / path.name).is_file():
            (target / path.name).unlink()
    shutil.copytree(files, target, dirs_exist_ok=True)


def facts(*entries: str, head: str = "") -> str:
    """A file with these facts, each in lines of its own."""
    return head + "facts:\n" + "".join("  - " + entry.replace("\n", "\n    ") + "\n" for entry in entries)


def tell(folder: Path, text: str, name: str = "told.yaml") -> tuple[Said, ...]:
    """What the file `name` with `text` says, in order; every statement once."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    situation = read_situation(good(), [path])
    return tuple(dict.fromkeys(statement.said for statement in situation.statements))


def refusals(folder: Path, text: str, name: str = "told.yaml") -> list[tuple[str, str]]:
    """The findings in a file with `text`: `line:column code`, and the message."""
    try:
        said = tell(folder, text, name)
    except FindingsError as error:
        return [(f"{f.place.line}:{f.place.column} {f.code}", f.message) for f in error.findings]
    raise AssertionError(f"nothing was refused: {said}")
