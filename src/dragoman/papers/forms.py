"""The forms of a memo: what a page holds, as sentences with the numbers of their notes.

No form knows how it is written: :mod:`dragoman.papers.markdown`, `html` and `docx` write the same memo. Nothing in it is
of the clock or of the machine, so the same facts give the same memo.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from dragoman.board.forms import Board
from dragoman.explain.proof import Node
from dragoman.form import form


class Sentence(NamedTuple):
    """Something that is said, with the notes that say on what it rests."""

    text: str
    notes: tuple[int, ...] = ()
    """The numbers of its notes."""
    mark: str = ""
    """How likely it is, or whose word, where that is said beside it."""


@form
class Part:
    """What is recommended in one field, or in one way; or all of it."""

    called: str
    """What tells it from the other parts (`in energy`); empty where there are none."""
    marks: tuple[str, ...]
    """As of an item, where they do not stand beside the title."""
    reasons: tuple[Sentence, ...]


@form
class Item:
    """A recommendation, for one or for several."""

    title: Sentence
    called: str
    """Its name whoever it is for."""
    marks: tuple[str, ...]
    """The status where it is under way; the grounds where they are hedged; that it is beyond the report."""
    parts: tuple[Part, ...]
    carried: str
    """The instruments that carry it, with their strands; or empty."""
    lacking: str
    """Of what is under way what it still lacks; or empty."""
    caveats: tuple[str, ...]


@form
class Block:
    """The recommendations for one target, or for several at once."""

    title: str
    """Empty where it is for nobody in particular."""
    is_for_several: bool
    items: tuple[Item, ...]
    further: tuple[Part, ...]
    """For a target: what speaks there for what is recommended for several at once."""
    against: str
    """The counter-weights; or empty."""


@form
class Horizon:
    """What may come at one time."""

    title: str
    """`in the long run`; empty for what has no time of its own."""
    risks: tuple[Sentence, ...]
    forecasts: tuple[Sentence, ...]
    watch: tuple[Sentence, ...]
    left: int
    """How many more there are of these, in the annex of rules alone."""


@form
class Note:
    """On what a sentence rests."""

    number: int
    rules: tuple[str, ...]
    """The rule that says it, then those that its proof goes through; empty for what was told."""
    facts: tuple[int, ...]
    """The numbers of the told facts at the end of its proof."""
    at: tuple[str, ...]
    """Locators of the passages that the rule rests on, or what was told; empty: it is beyond the report."""


@form
class FiredRule:
    """A rule that fired."""

    number: int
    id: str
    sentence: str
    """Why, in the words of its first firing that counts."""
    times: int
    """How many of its firings count."""
    others: int
    """How many did not, since something else was told."""
    strength: str
    at: tuple[str, ...]
    claims: tuple[str, ...]
    beyond_report: bool


@form
class Fact:
    """A told fact."""

    number: int
    sentence: str
    source: str
    """Title and grade, or empty."""
    at: tuple[str, ...]
    standing: str
    """Likelihood, date and note; or empty."""
    place: str
    """Where it was said."""
    is_used: bool
    """Whether a note cites it."""


@form
class Brief:
    """A memo."""

    situation: str
    as_of: str
    """The day in words, or that there is none."""
    advised: str
    """Whom the report advises, or empty."""
    kept_to: tuple[str, ...]
    """Whom the memo is kept to; empty: everybody."""
    document: str
    """What kind of document the report is: `report`."""
    report: str
    """The report with its authors, publisher and date."""
    rulebook: str
    engine: str
    digest: str
    set_apart: tuple[str, ...]
    """Thresholds that were set for this run."""
    standing: str
    """How many recommendations are under way, and who acts where that is the same for all; empty without any."""
    holds: tuple[Sentence, ...]
    """A line for each group of what holds now; `; ` parts its sentences."""
    blocks: tuple[Block, ...]
    nothing: tuple[str, ...]
    """Where nothing is recommended: that, and why."""
    caveats: tuple[str, ...]
    """What is noted of all recommendations."""
    horizons: tuple[Horizon, ...]
    assumed: tuple[Sentence, ...]
    unknown: tuple[Sentence, ...]
    """Conflicts, doubts, and the questions whose answers would change the advice."""
    hinges: tuple[Sentence, ...]
    """What would take advice away."""
    openings: tuple[Sentence, ...]
    """What would give more."""
    notes: tuple[Note, ...]
    passages: tuple[str, ...]
    """The locators that notes cite, each with what it says: `AB.3: Title of a section, paragraph 3`."""
    proof: Node | None
    """The proof of the first recommendation."""
    board: Board | None
    rules: tuple[FiredRule, ...]
    facts: tuple[Fact, ...]
    remarks: tuple[str, ...]
    """What a reader must know about the whole."""

    def __repr__(self) -> str:
        """Short: all of it would fill pages."""
        return f"<Brief on '{self.situation}': {len(self.notes)} notes, {len(self.facts)} facts>"

    def to_dict(self) -> dict[str, Any]:
        """What `dragoman brief --format json` prints (:mod:`dragoman.papers.json_form`)."""
        from dragoman.papers.json_form import BRIEF  # noqa: PLC0415 - it needs these forms

        return BRIEF.write(self)
