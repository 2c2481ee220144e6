"""The forms of a situation: what was said, of what, by whom, and where."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any

from dragoman.display import Displayed
from dragoman.errors import Finding, Place, SituationError
from dragoman.form import form
from dragoman.rulebook.forms import Atom, Blank, Rulebook
from dragoman.rulebook.likelihood import Likelihood
from dragoman.source.visible import brief
from dragoman.values.kind import Value

RECKONED_LAYER = -1
"""What was reckoned from what was told: under everything, since what was told itself goes before it."""
CATALOGUE_LAYER = 0
"""What the instruments say: under everything."""
CHAT_LAYER = 1_000_000
"""What is typed: a correction is own before its file."""
UNTITLED = "Nothing told"
"""The title of a situation that begins with nothing."""


Extent = tuple[frozenset[str | None], ...]
"""For each key slot, all the values that something was said of."""


@form
class Source:
    """Whose word a fact is."""

    title: str
    grade: str = ""
    """Admiralty: reliability A-F and credibility 1-6, `B2`; shown, never reckoned with."""


@form
class Said:
    """One statement, as it was made."""

    fact: str
    terms: tuple[str | Blank, ...]
    """The key slots as told: an entity or group, a word, or `Blank.MISSING`."""
    holds: bool
    """False for a denial; `unlikely` has been turned into a denial, and back."""
    likelihood: Likelihood
    """Of `holds`: never below POSSIBLE."""
    value: Value | None
    place: Place
    layer: int
    """The higher layer wins: a file over what it is based on, the chat over files."""
    told_as: str = ""
    """The likelihood in the words used, where there was one."""
    is_turned: bool = False
    """Whether it was said to be unlikely, and so counts as the contrary of its words."""
    date: datetime.date | None = None
    until: datetime.date | None = None
    source: Source | None = None
    at: tuple[str, ...] = ()
    """Locators of the report that it rests on."""
    label: str = ""
    note: str = ""
    origin: str = ""
    """The situation that it was inherited from, or empty."""
    words: str = ""
    """Of what was said in plain English, the words that it was read from."""

    @property
    def is_stated(self) -> bool:
        """Whether its words state the fact itself, and not its denial."""
        return self.holds != self.is_turned

    def inherited_by(self, name: str) -> Said:
        """The same statement, seen from a situation that is based on `name`."""
        return self if self.origin else dataclasses.replace(self, origin=name)


@form
class Statement:
    """What one `Said` says of one atom."""

    atom: Atom
    said: Said
    extent: Extent
    """What it was said of; a smaller extent is more precise."""


@form
class Situation(Displayed):
    """All that was said, in layers; immutable, so that undo is the one before.

    Two are equal if the same was said to the same rulebook: then the same follows from them.
    """

    rulebook: Rulebook = field(hash=False)
    """What the facts were read against, with the thresholds that were set for this run."""
    title: str
    as_of: datetime.date | None
    statements: tuple[Statement, ...]
    forgotten: tuple[Statement, ...] = ()
    based_on: tuple[str, ...] = ()
    """The situations that it starts from, nearest first."""
    files: tuple[str, ...] = ()

    def __repr__(self) -> str:
        facts = len({(statement.said.place, statement.said.fact) for statement in self.statements})
        return f"<Situation '{brief(self.title)}' of {brief(self.rulebook.id, 25)}: {facts} facts>"

    def to_dict(self) -> dict[str, Any]:
        """What is in force, as a file of facts has it: what `dragoman facts --flat --format json` prints.

        `situation_from` reads it back, and the same advice follows.
        """
        from dragoman.situation.python_facts import as_data  # noqa: PLC0415 - it needs these forms

        return as_data(self)

    def under(self, rulebook: Rulebook) -> Situation:
        """The same facts before its rulebook with other thresholds; facts of another rulebook have to be read again.

        Raises:
            SituationError: if `rulebook` knows nothing of what was said.
        """
        unknown = sorted({s.atom.fact for s in (*self.statements, *self.forgotten)} - rulebook.facts.keys())
        if unknown:
            wanted = f"the rulebook '{rulebook.id}' has no fact type '{unknown[0]}'; read the facts again for it"
            raise SituationError([Finding(Place("the situation", 0, 0), "FA101", wanted)])
        return dataclasses.replace(self, rulebook=rulebook)

    def tell(
        self,
        *facts: Mapping[str, object],
        source: str | Mapping[str, str] | None = None,
        likelihood: str | float | None = None,
        date: datetime.date | str | None = None,
        until: datetime.date | str | None = None,
        at: str | Sequence[str] | None = None,
        note: str | None = None,
    ) -> Situation:
        """The situation with facts told as a file has them, `{"member": {"state": "x", "body": "y"}}`.

        They count before those of files, as what is typed does. What is given by name is said of each that does not say
        it itself. A number is in the unit of its slot, a share in percent; `likelihood` is a word of ICD 203 (`"likely"`)
        or a percentage above 0 and below 100, `at` names passages of the report, a date without a time is meant.

        Raises:
            SituationError: with all mistakes, each placed at its fact; the first that was ever told is `fact 1`.
        """
        from dragoman.situation.python_facts import tell  # noqa: PLC0415 - it needs these forms

        beside = {"source": source, "likelihood": likelihood, "date": date, "until": until, "at": at, "note": note}
        said = {name: value for name, value in beside.items() if value is not None}
        return self.adding(tell(self, facts, said))

    def forget(self, *facts: Mapping[str, object]) -> Situation:
        """The situation without what was said of `facts`; slots that are left out stand for any value.

        Raises:
            SituationError: with all mistakes; also if nothing was said that one of them would forget.
        """
        from dragoman.situation.python_facts import forget  # noqa: PLC0415 - it needs these forms

        return forget(self, facts)

    def adding(self, statements: tuple[Statement, ...]) -> Situation:
        """The situation with more said."""
        return dataclasses.replace(self, statements=(*self.statements, *statements))
