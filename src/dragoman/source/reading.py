"""One load of files: what it has found so far, its limits, and how far it is.

What stands in the files is read by shapes (:mod:`dragoman.source.shapes`), which note every mistake here and go on, so
that all mistakes of all files are reported together.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from dragoman.errors import Finding, FindingsError, Place, RulebookError, SituationError
from dragoman.source.formats import Format
from dragoman.source.json_reader import read_json
from dragoman.source.limits import Limits, Progress, current, silent, too_many
from dragoman.source.nodes import Node
from dragoman.source.yaml_reader import read_yaml


class Locators(Protocol):
    """How the report counts itself whose locators stand in what is read."""

    def canonical(self, text: str) -> str:
        """The locator in the way in which it is always shown; empty if it is none."""

    def hint(self, *, is_author: bool) -> str:
        """How to write one; an author of the rulebook is told where that is declared."""


class Reading:
    """What one load has found so far."""

    def __init__(
        self,
        prefix: str,
        limits: Limits | None = None,
        progress: Progress = silent,
        locators: Locators | None = None,
    ) -> None:
        self.prefix = prefix
        """`RB` for a rulebook, `FA` for facts: the family of this reading's codes."""
        self.findings: list[Finding] = []
        self.limits = limits or current()
        self.progress = progress
        self.locators = locators
        """Where it is not known how the report counts itself: None, and any usual locator is one."""

    # -- documents

    def document(self, name: str, text: str, form: Format = Format.YAML) -> Node | None:
        """The document in `text`, as YAML or as JSON."""
        read = read_json if form is Format.JSON else read_yaml
        result = read(name, text, self.prefix, self.limits, self.progress)
        if isinstance(result, Finding):
            self.findings.append(result)
            return None
        return result

    def note(self, place: Place, number: str, message: str, also: Iterable[Place] = ()) -> None:
        """Add one finding; `number` is a key of :data:`dragoman.source.codes.CODES`.

        Raises:
            FindingsError: with all findings so far, once they are more than anyone reads.
        """
        self.findings.append(Finding(place, self.prefix + number, message, tuple(also)))
        if len(self.findings) > self.limits.mistakes:
            raise self.too_many_mistakes()

    def too_many_mistakes(self) -> FindingsError:
        """The findings up to the limit, and that reading stopped there."""
        last = self.findings[self.limits.mistakes]
        end = Finding(last.place, self.prefix + "006", too_many(self.limits, "mistakes", "mistakes"))
        error = RulebookError if self.prefix == "RB" else SituationError
        return error([*self.findings[: self.limits.mistakes], end])
