"""Which rulebooks there are, and whether each can be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dragoman.doctor.forms import Check, State
from dragoman.errors import DragomanError, FindingsError
from dragoman.rulebook.cache import load_rulebook
from dragoman.rulebook.installed import folder_of, installed

_AREA = "rulebooks"


def rulebooks(given: str | None) -> Iterator[Check]:
    """The one that was `given`; else those that are installed, and the one that commands take where none is named."""
    try:
        chosen, known = folder_of(given), {} if given else installed()
    except DragomanError as error:
        yield Check(_AREA, "installed", State.WRONG, str(error), "install the program again")
        return
    for name, folder in known.items():
        yield _read(name, folder, is_chosen=folder == chosen)
    if chosen not in known.values():
        yield _read(given or str(chosen), chosen, is_chosen=not given)


def _read(name: str, folder: Path, *, is_chosen: bool) -> Check:
    mark = "; used where none is named" if is_chosen else ""
    try:
        book = load_rulebook(folder)
    except FindingsError as error:
        first, *more = error.findings
        others = f" and {len(more)} more" if more else ""
        return Check(_AREA, name, State.WRONG, f"{first}{others}", f"dragoman check {folder}")
    counts = f"{len(book.rules)} rules, {len(book.claims)} claims"
    return Check(_AREA, name, State.FINE, f"{book.title} ({book.version}), {counts}, in {folder}{mark}")
