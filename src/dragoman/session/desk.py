"""The files of a session: situations that are loaded, facts that are saved, advice that is exported."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from dragoman.errors import DragomanError, Place
from dragoman.form import form
from dragoman.rulebook.forms import Blank, Pattern, Rulebook
from dragoman.session.changes import changes
from dragoman.situation.assemble import forget_in, read_situation
from dragoman.situation.disk import Disk, Noted
from dragoman.situation.document import Document, document_node, flattened
from dragoman.situation.forms import Said, Situation, Statement
from dragoman.situation.spread import statements_of
from dragoman.source.files import STANDARD_INPUT
from dragoman.source.formats import Format
from dragoman.source.yaml_writer import write_yaml


@form
class Loaded:
    """A situation with the texts that it was read from."""

    situation: Situation
    names: tuple[str, ...]
    """As they were asked for."""
    texts: Mapping[str, str]
    """By path, those outside the rulebook's own folder."""
    form: str = ""
    """How those were written whose name does not tell."""


def load(rulebook: Rulebook, names: Sequence[str], form: Format | None = None, *, pipes: bool = False) -> Loaded:
    """Read files, or situations of the rulebook.

    Raises:
        SituationError: with all mistakes of the files.
    """
    disk = Noted()
    situation = read_situation(rulebook, list(names), form, pipes=pipes, disk=disk)
    own = Path(rulebook.folder)
    texts = {path: text for path, text in disk.texts.items() if not Path(path).is_relative_to(own)}
    return Loaded(situation, tuple(names), texts, form.value if form else "")


def load_kept(rulebook: Rulebook, names: Sequence[str], form: Format | None, disk: Disk) -> Situation:
    """The situation that `names` described, from the texts that were kept.

    Raises:
        SituationError: with all mistakes of the files, as this rulebook sees them.
    """
    return read_situation(rulebook, list(names), form, disk=disk)


# -- saving

_HERE = Path("facts.yaml")


def saved(start: Situation, names: Sequence[str], now: Situation, title: str, path: Path) -> str:
    """What is said now as a file of facts."""
    node = document_node(now.rulebook, document(start, names, now, title, path), places=False)
    return "".join(f"{line}\n" for line in write_yaml(node))


def document(start: Situation, names: Sequence[str], now: Situation, title: str = "", path: Path = _HERE) -> Document:
    """What is said now: what it started from by name if that can be named, and what was said since."""
    found, title = None, title or now.title
    if not names:
        found = Document(title, now.as_of, "", "", (), tuple(_facts(now.rulebook, now.statements)))
    elif len(names) == 1 and names[0] != STANDARD_INPUT:
        found = _since(start, names[0], now, title, path)
    return found or flattened(now)


def _since(start: Situation, name: str, now: Situation, title: str, path: Path) -> Document | None:
    """What was said since, above what it started from; None where `forget` cannot say what was taken back of that."""
    change = changes(start, now)
    based_on = name
    if Path(name).suffix or "/" in name:
        based_on = os.path.relpath(name, path.parent)
    patterns = dict.fromkeys(
        Pattern(s.atom.fact, tuple(_term(v) for v in s.atom.key), None, Place("")) for s in change.removed
    )
    if {s for pattern in patterns for s in forget_in(start, pattern)[1]} != set(change.removed):
        return None
    return Document(title, now.as_of, based_on, "", tuple(patterns), tuple(_facts(now.rulebook, change.added)))


def _term(value: str | None) -> str | Blank:
    return Blank.ANY if value is None else value


def _facts(rulebook: Rulebook, statements: Sequence[Statement]) -> Iterator[Said]:
    """Statements as they were made; of a group of which a part was taken back, each for itself."""
    by_said: dict[Said, list[Statement]] = {}
    for statement in statements:
        by_said.setdefault(statement.said, []).append(statement)
    for said, some in by_said.items():
        if len(some) == len(statements_of(rulebook, said)):
            yield said
            continue
        for statement in some:
            terms = tuple(Blank.MISSING if value is None else value for value in statement.atom.key)
            yield dataclasses.replace(said, terms=terms)


def write(name: str, data: bytes) -> Path:
    """Write a file; what stood there is replaced whole or not at all.

    Raises:
        DragomanError: if it cannot be written.
    """
    path = Path(name)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except (OSError, ValueError) as error:
        if "\x00" not in name:
            beside.unlink(missing_ok=True)
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise DragomanError(f"'{name}' cannot be written: {why}") from None
    return path
