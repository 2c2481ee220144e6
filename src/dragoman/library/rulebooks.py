"""What a Python program asks of a rulebook before any situation, and of lines that are said of its world."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from dragoman.check import check
from dragoman.coverage.report import ReportCoverage, report_coverage
from dragoman.display import Displayed
from dragoman.errors import Finding, Place, RulebookError
from dragoman.form import form
from dragoman.language import read as reader
from dragoman.language.forms import Reading as LineReading
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.installed import folder_of
from dragoman.rulebook.load import with_parameters
from dragoman.situation.assemble import situation_names
from dragoman.source.findings_json import findings_json
from dragoman.source.python_reader import read_python
from dragoman.source.reading import Reading
from dragoman.source.shapes import NUMBER
from dragoman.source.visible import brief, plain


@form
class Checked(Displayed):
    """What is wrong with a rulebook."""

    folder: str
    findings: tuple[Finding, ...]
    """Sorted by place; empty if nothing is wrong."""

    def __repr__(self) -> str:
        return f"<Checked '{brief(self.folder, 60)}': {len(self.findings)} findings>"

    def __str__(self) -> str:
        """The findings, a line each."""
        return "\n".join(plain(str(finding)) for finding in self.findings) or "nothing is wrong"

    def to_dict(self) -> dict[str, Any]:
        """What `dragoman check --format json` prints."""
        return findings_json(self.folder, self.findings, None)


def check_rulebook(folder: str | Path | None = None) -> Checked:
    """Everything that can be found wrong with a rulebook, which is named as for `load_rulebook`.

    Raises:
        RulebookError: if the shipped one is wanted and not installed; mistakes are findings, not errors.
    """
    where = folder_of(folder)
    return Checked(str(where), check(where)[1])


def cover(rulebook: Rulebook) -> ReportCoverage:
    """How much of its report a rulebook carries: passages and claims by section, and what no rule encodes."""
    return report_coverage(rulebook)


def situations(rulebook: Rulebook) -> tuple[str, ...]:
    """The names of the situations that come with a rulebook, sorted; `read_situation` takes any of them."""
    return tuple(situation_names(rulebook))


def with_thresholds(rulebook: Rulebook, values: Mapping[str, int | float | Decimal]) -> Rulebook:
    """The rulebook with other thresholds: `situation.under` it gives other advice, which says so.

    `rulebook.parameters` holds them by name, each with its value, its unit (most are percentages) and its reason; a new
    value is in the same unit.

    Raises:
        RulebookError: for a threshold that does not exist, or a value that its slot cannot have.
    """
    reading = Reading("RB")
    found: dict[str, Decimal] = {}
    for name, value in values.items():
        place = Place("parameters")
        node = read_python(reading, value, place)
        number = NUMBER.read(reading, node, f"the threshold '{name}'") if node is not None else None
        if number is not None:
            found[name] = number
    if reading.findings:
        raise RulebookError(reading.findings)
    return with_parameters(rulebook, found)


def read(rulebook: Rulebook, text: str, context: Sequence[str] = ()) -> LineReading:
    """How a line of plain English is read; `context` are the lines before it, the oldest first. Nothing is told by it.

    `situation.tell(*read(rulebook, "...").told)` tells what was read beyond doubt. The first line makes a grammar of the
    rulebook's phrases, which takes seconds and is kept for later runs.

    Raises:
        RulebookError: with all mistakes of the rulebook's phrases.
    """
    return reader.read(text, rulebook, context)
