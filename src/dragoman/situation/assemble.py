"""Files become one situation: `based_on` first, then `forget`, then the files' own facts.

A situation is a stack of layers. A file that is based on another stands one layer above it, so that
it can deny its parent without forgetting it; several files given together stand side by side.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from os.path import normpath, realpath
from pathlib import Path

from dragoman.errors import Finding, FindingsError, Place, SituationError
from dragoman.rulebook import files as rulebook_files
from dragoman.rulebook.fact_shapes import FirstLine, SituationEntry
from dragoman.rulebook.forms import Pattern, Rulebook, Slot, Term
from dragoman.situation.disk import Disk
from dragoman.situation.fact_lines import FactLines
from dragoman.situation.forms import CHAT_LAYER, UNTITLED, Said, Situation, Statement
from dragoman.situation.reader import FactReader
from dragoman.situation.spread import Spreads, statements_of
from dragoman.situation.table import FactTable
from dragoman.source.codes import CODES
from dragoman.source.files import STANDARD_INPUT
from dragoman.source.formats import SUFFIXES, Format, format_of
from dragoman.source.limits import Progress, silent, too_many
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import Node, Scalar, shorten
from dragoman.source.reading import Reading
from dragoman.source.visible import storable

_FIRST_LAYER = 1
_STEP = 1000  # facts from one word of progress to the next
_LONGEST_CHAIN = 100  # situations, each based on the next; what is longer was made by a program, or to do harm


@dataclass(slots=True)
class _File:
    """One file, read but not yet joined with what it is based on."""

    name: str
    title: str
    place: Place
    as_of: datetime.date | None = None
    as_of_place: Place | None = None
    based_on: str = ""
    based_on_place: Place | None = None
    note: str = ""
    forget: list[Pattern] = field(default_factory=list)
    facts: Iterable[Node] = ()
    """Those of a table or of JSON Lines are read line by line, whenever they are asked for."""


def read_situation(
    rulebook: Rulebook,
    paths: str | Path | Sequence[str | Path],
    form: Format | None = None,
    progress: Progress = silent,
    *,
    pipes: bool = False,
    disk: Disk | None = None,
) -> Situation:
    """The situation that `paths` describe together, or one path alone; `-` is standard input, a bare name one of the rulebook's own.

    `form` is how those are written whose name does not tell; `progress` hears, every so often, how far reading is;
    `pipes` may stand among `paths` where a person wrote them on a command line, and are then waited for; `disk` is where
    files come from.

    Raises:
        SituationError: with all mistakes of all files, sorted by place.
    """
    paths = [paths] if isinstance(paths, str | Path) else paths
    assembly = Assembly(
        rulebook, Reading("FA", progress=progress, locators=rulebook.locators), form, pipes=pipes, disk=disk
    )
    situation = assembly.join([assembly.file(path) for path in paths], chain=())
    if assembly.reading.findings:
        raise SituationError(assembly.reading.findings)
    return situation


def empty_situation(rulebook: Rulebook) -> Situation:
    """Nothing said."""
    return Situation(rulebook, UNTITLED, None, ())


def forget_in(situation: Situation, pattern: Pattern) -> tuple[Situation, tuple[Statement, ...]]:
    """The situation without the statements that `pattern` matches, and what was dropped."""
    dropped = tuple(s for s in situation.statements if _matches(situation.rulebook, pattern, s))
    gone = set(dropped)
    kept = tuple(s for s in situation.statements if s not in gone)
    return replace(situation, statements=kept, forgotten=(*situation.forgotten, *dropped)), dropped


def read_chat_fact(rulebook: Rulebook, reading: Reading, node: Node) -> Said | None:
    """A fact that was typed: own before any file."""
    return FactReader(reading, rulebook).read(node, CHAT_LAYER)


class Assembly:
    """Joins files; reads each that others are based on once."""

    def __init__(
        self,
        rulebook: Rulebook,
        reading: Reading | None = None,
        form: Format | None = None,
        *,
        pipes: bool = False,
        disk: Disk | None = None,
    ) -> None:
        """`form` is how files are written whose name does not tell, standard input first of all.

        `pipes` may be what is asked for; what a file starts from never is one.
        """
        self.rulebook = rulebook
        self.reading = reading or Reading("FA", locators=rulebook.locators)
        self.form = form
        self.pipes = pipes
        self.disk = disk or Disk()
        self.facts = FactReader(self.reading, rulebook)
        self._files: dict[str, _File | None] = {}
        self._spreads: Spreads = {}
        self._bases: dict[tuple[str, tuple[str, ...]], Situation] = {}
        """What others start from, by its path and by who asks for it: many cases start from one situation."""

    # -- one file

    def file(self, path: str | Path, beside: str = "", asked_at: Place | None = None) -> _File | None:
        """The file at `path`, or the situation of that name beside the file `beside` or in the rulebook.

        `asked_at` is the `based_on` that asks for it: where it is said that there is no such file.
        """
        found = self._find(str(path), beside)
        if self._files.get(str(found)) is None:
            self._files[str(found)] = self._read(found, str(path), asked_at)
        return self._files[str(found)]

    def situation(self, entry: SituationEntry, title: str) -> Situation:
        """The situation that a mapping describes, which stands in no file of its own."""
        return self.join([self._file_of(entry, entry.place, title)], chain=())

    def _read(self, found: str | Path, path: str, asked_at: Place | None) -> _File | None:
        read = self.disk.read(found, self.reading.limits, pipes=self.pipes and asked_at is None)
        if isinstance(read, Finding):
            self._cannot_read(read, path, asked_at)
            return None
        name, text = read
        if str(found) != path:
            name = self._own_name(Path(found))
        match format_of(name, text, self.form):
            case Format.CSV:
                table = FactTable(self.reading, self.rulebook, name, text)
                return _File(name, storable(Path(name).stem), Place(name), facts=table)
            case Format.JSONL:
                lines = FactLines(self.reading, name, text)
                return self.parse(lines.header(), name, lines)
            case form:
                document = self.reading.document(name, text, form)
                if isinstance(document, Scalar) and Path(name).suffix.lower() not in SUFFIXES:
                    message = "this is no situation in YAML or JSON; if it is a table, say --input-format csv"
                    self.reading.note(document.place, "012", message)
                    return None
                return self.parse(document, name) if document is not None else None

    def parse(self, node: Node, name: str, elsewhere: Iterable[Node] | None = None) -> _File:
        """The fields of a situation, and its facts if they do not stand `elsewhere`."""
        entry = (SituationEntry if elsewhere is None else FirstLine).read(self.reading, node)
        if elsewhere is not None and "facts" in entry:
            message = "in JSON Lines, 'facts' is not written: each fact has its own line"
            self.reading.note(entry.place_of("facts"), "010", message)
        return self._file_of(entry, node.place, name, elsewhere)

    def _file_of(
        self, entry: SituationEntry, place: Place, name: str, elsewhere: Iterable[Node] | None = None
    ) -> _File:
        return _File(
            name=name,
            title=entry.situation or storable(Path(name).stem),
            place=place,
            as_of=entry.as_of,
            as_of_place=entry.place_of("as_of") if "as_of" in entry else None,
            based_on=entry.based_on,
            based_on_place=entry.place_of("based_on") if "based_on" in entry else None,
            note=entry.note,
            forget=[pattern for item in entry.forget if (pattern := self.facts.read_forget(item)) is not None],
            facts=entry.facts if elsewhere is None else elsewhere,
        )

    def _find(self, path: str, beside: str) -> str | Path:
        folders = [Path(beside).parent] if beside else []
        if Path(path).suffix or "/" in path:
            near = [Path(normpath(folder / path)) for folder in folders]
            return next((found for found in near if self.disk.is_there(found)), path)
        if not beside and (path == STANDARD_INPUT or self.disk.is_there(Path(path))):
            return path
        for folder in (*folders, Path(self.rulebook.folder) / "situations"):
            for suffix in SUFFIXES:
                if self.disk.is_there(folder / f"{path}{suffix}"):
                    return folder / f"{path}{suffix}"
        return path

    def _own_name(self, path: Path) -> str:
        """How a file is shown that was asked for by name: those of the rulebook the same on every machine."""
        folder = self.rulebook.folder
        return rulebook_files.shown_in(folder, path) if path.is_relative_to(folder) else str(path)

    def _cannot_read(self, finding: Finding, path: str, asked_at: Place | None) -> None:
        names = situation_names(self.rulebook)
        if (
            finding.code == "FA001"
            and path != STANDARD_INPUT
            and not Path(path).suffix
            and not self.disk.is_there(Path(path))
        ):
            hint = did_you_mean(path, names) or (f"; there are {', '.join(names)}" if names else "")
            message = f"there is no file and no situation of the rulebook called '{shorten(path)}'{hint}"
            finding = Finding(asked_at or finding.place, "FA110", message)
        elif finding.code == "FA001" and asked_at:
            finding = Finding(asked_at, "FA001", f"'{shorten(path)}' cannot be started from: {finding.message}")
        self.reading.findings.append(finding)

    # -- joining

    def join(self, files: Iterable[_File | None], chain: tuple[str, ...]) -> Situation:
        """Files side by side, above what they are based on."""
        present = [file for file in files if file is not None]
        if not present:
            return empty_situation(self.rulebook)
        before = len(self.reading.findings)
        base = self._base(present, chain)
        is_base_right = len(self.reading.findings) == before
        layer = max((s.said.layer for s in base.statements), default=0) + 1 if base else _FIRST_LAYER
        situation = Situation(
            rulebook=self.rulebook,
            title=" + ".join(dict.fromkeys(file.title for file in present)),
            as_of=self._as_of(present) or (base.as_of if base else None),
            statements=base.statements if base else (),
            forgotten=base.forgotten if base else (),
            based_on=base.based_on if base else (),
            files=tuple(file.name for file in present),
        )
        for file in present:
            for pattern in file.forget:
                situation = self._forget(situation, pattern, is_base_right=is_base_right)
        return situation.adding(tuple(self._told(present, layer)))

    def _told(self, files: Iterable[_File], layer: int) -> Iterable[Statement]:
        for said in self.said(files, layer):
            yield from statements_of(self.rulebook, said, self._spreads)

    def said(self, files: Iterable[_File | None], layer: int = _FIRST_LAYER) -> Iterable[Said]:
        """The files' own facts, in order."""
        reading, number = self.reading, 0
        for file in files:
            for node in file.facts if file else ():
                number += 1
                if number > reading.limits.facts:
                    reading.note(node.place, "006", too_many(reading.limits, "facts", "facts"))
                    return
                if number % _STEP == 0:
                    reading.progress(node.place)
                said = self.facts.read(node, layer)
                if said is not None:
                    yield said

    def _base(self, files: Sequence[_File], chain: tuple[str, ...]) -> Situation | None:
        bases = [file for file in files if file.based_on]
        if not bases:
            return None
        first = bases[0]
        for other in bases[1:]:
            if other.based_on != first.based_on:
                message = f"one situation starts from one other, here '{other.based_on}' and '{first.based_on}'"
                also = (first.based_on_place or first.place,)
                self.reading.note(other.based_on_place or other.place, "503", message, also)
        if first.based_on == STANDARD_INPUT:
            message = f"'based_on' names a situation or a file, found '{STANDARD_INPUT}'"
            self.reading.note(first.based_on_place or first.place, "110", message)
            return None
        path = str(self._find(first.based_on, first.name))
        if path in chain:
            message = f"these situations are based on each other: {' -> '.join((*chain, path))}"
            self.reading.note(first.based_on_place or first.place, "504", message)
            return None
        if len(chain) >= _LONGEST_CHAIN:
            message = f"more than {_LONGEST_CHAIN} situations, each based on the next"
            self.reading.note(first.based_on_place or first.place, "006", message)
            return None
        return self._bases.get((path, chain)) or self._read_base(first, path, chain)

    def _read_base(self, asking: _File, path: str, chain: tuple[str, ...]) -> Situation | None:
        """What a file starts from; kept unless there are mistakes in it, which each who asks for it is told."""
        before = len(self.reading.findings)
        with self._quoting_nothing_of(path, asking):
            file = self.file(asking.based_on, asking.name, asking.based_on_place)
            if file is None:
                return None
            base = self.join([file], (*chain, path))
        name = Path(path).stem
        inherited = tuple(Statement(s.atom, s.said.inherited_by(name), s.extent) for s in base.statements)
        made = replace(base, statements=inherited, based_on=(name, *base.based_on))
        if len(self.reading.findings) == before:
            self._bases[path, chain] = made
        return made

    @contextmanager
    def _quoting_nothing_of(self, path: str, asking: _File) -> Iterator[None]:
        """Findings in a file that lies elsewhere tell place and kind alone: whoever named it may not read it himself.

        Elsewhere is neither in the folder of the situation that asks for it, nor in the rulebook.
        """
        near = (str(Path(asking.name).parent), self.rulebook.folder)
        home = realpath(path)
        if any(Path(home).is_relative_to(realpath(folder)) for folder in near):
            yield
            return
        before = len(self.reading.findings)
        try:
            yield
        except FindingsError as error:
            raise type(error)(_bare(finding, asking.name) for finding in error.findings) from None
        finally:
            self.reading.findings[before:] = [_bare(finding, asking.name) for finding in self.reading.findings[before:]]

    def _as_of(self, files: Sequence[_File]) -> datetime.date | None:
        dated = [file for file in files if file.as_of]
        for other in dated[1:]:
            if other.as_of != dated[0].as_of:
                message = f"one situation has one date, here {other.as_of} and {dated[0].as_of}"
                also = (dated[0].as_of_place or dated[0].place,)
                self.reading.note(other.as_of_place or other.place, "502", message, also)
        return dated[0].as_of if dated else None

    def _forget(self, situation: Situation, pattern: Pattern, *, is_base_right: bool) -> Situation:
        changed, dropped = forget_in(situation, pattern)
        if not dropped and is_base_right:
            what = "nothing that was inherited" if situation.based_on else "nothing, since nothing was inherited"
            self.reading.note(pattern.place, "501", f"this 'forget' matches {what}")
        return changed


def situation_names(rulebook: Rulebook) -> list[str]:
    """The situations that come with the rulebook."""
    return sorted({path.stem for path in rulebook_files.situations(Path(rulebook.folder))})


def _bare(finding: Finding, own: str) -> Finding:
    """A finding in another file than `own` without a word of what stands there."""
    if finding.place.source == own:
        return finding
    kind = CODES[finding.code[2:]]
    return replace(finding, message=f"{kind} (what stands there is not shown: this file lies in another folder)")


def _matches(rulebook: Rulebook, pattern: Pattern, statement: Statement) -> bool:
    fact = rulebook.facts[pattern.fact]
    if statement.atom.fact != fact.name:
        return False
    wanted = [_values(rulebook, slot, term) for slot, term in zip(fact.keys, pattern.terms, strict=True)]
    return any(
        all(values is None or value in values for value, values in zip(key, wanted, strict=True))
        for key in fact.readings(statement.atom.key)
    )


def _values(rulebook: Rulebook, slot: Slot, term: Term) -> frozenset[str | None] | None:
    """The values that a slot of a `forget` stands for: the members of a group that spreads; None for any."""
    return slot.kind.reach(term, rulebook.entities) if isinstance(term, str) else None
