"""The forms of a conversation: what a line was understood as, what is open after it, and the reply.

A reply says in this order what was understood, what it changed, what is not used and why, and at most one question. It
holds forms, not text: :mod:`dragoman.views.reply` words it, and nothing in it is said with a code, a name of a fact
type or a locator unless somebody asked for that.
"""

from __future__ import annotations

from enum import Enum

from dragoman.errors import Finding
from dragoman.exact.difference_forms import Difference
from dragoman.form import form
from dragoman.language.forms import Intent, ReadFact, Reading
from dragoman.rulebook.forms import Atom
from dragoman.situation.forms import Said, Statement


class Deed(Enum):
    """What became of a fact."""

    TOLD = "told"
    CORRECTED = "corrected"
    """Told in place of what the same speaker had said."""
    WITHDRAWN = "withdrawn"
    """Unknown again, not false."""
    SUPPOSED = "supposed"
    """For this one answer; the facts stay as they are."""
    KNOWN = "known already"
    """Nothing became of it: the same was told before."""


@form
class Understood:
    """One thing that a line did, in the rulebook's words."""

    deed: Deed
    sentence: str
    """What was told, taken back or supposed; with its likelihood and source where it had one."""
    was: str = ""
    """What it takes the place of, in a sentence; or empty."""
    statements: tuple[Statement, ...] = ()
    """Those that it told, or took back."""


@form
class Choice:
    """One fact that may have been meant."""

    sentence: str
    fact: ReadFact


@form
class Open:
    """Words of a line that may mean a fact: offered, and a fact only by consent."""

    span: str
    reason: str
    choices: tuple[Choice, ...]
    """At most three, the likeliest first."""
    withdraws: tuple[ReadFact, ...] = ()
    """What consent takes back as well: the offer was a correction."""
    supposes: bool = False
    """Whether consent only supposes it."""


class AskedKind(Enum):
    """What a question is about."""

    OFFER = "offer"
    """Whether a doubtful reading is right."""
    CLASH = "clash"
    """Whose word goes, where what was said contradicts a source or what was loaded."""
    WHICH = "which"
    """Which of several things somebody meant who asked to be shown something."""
    TAKE_BACK = "take back"
    """Which of several facts that fit is to be taken back."""
    OPEN = "open"
    """An open fact whose answer would change the advice."""


@form
class Possible:
    """One answer to a question."""

    words: str
    """In the rulebook's words."""
    key: str
    """What can be typed for it: `y`, `n`, `1`."""


@form
class Asked:
    """The one question at the end of a reply."""

    kind: AskedKind
    sentence: str
    answers: tuple[Possible, ...]
    """Empty where a number is asked for."""
    wants: str = ""
    """What is asked for where it is a number: `a number in percent`."""
    decides: tuple[str, ...] = ()
    """What hangs on the answer: recommendations first."""
    atom: Atom | None = None
    """Of an open fact."""
    offer: Open | None = None
    mine: Said | None = None
    """Of a clash, what was said in this line."""
    theirs: tuple[Statement, ...] = ()
    """Of a clash, what it contradicts."""
    several: tuple[tuple[Statement, ...], ...] = ()
    """For each answer, the statements that it takes back."""
    action: str = ""
    """Of what was asked for, the action."""
    arguments: tuple[str, ...] = ()
    """For each answer, what that action is done with."""


@form
class Clash:
    """Something said that contradicts what another source said, or what was loaded."""

    said: str
    """What was said now."""
    against: tuple[str, ...]
    """What it contradicts, each with whose word it is."""
    is_disputed: bool
    """Whether nothing rests on either; else what was said now counts."""


@form
class Reply:
    """What a line led to."""

    text: str
    """The line."""
    intent: Intent | None = None
    """None for a command word or an answer to a question."""
    action: str = ""
    """The action of the table that it led to, or empty."""
    argument: str = ""
    """What the action is done with, where somebody else does it: a file to load or to write."""
    understood: tuple[Understood, ...] = ()
    difference: Difference | None = None
    """What changed in the advice; what would change, where something was supposed; None where nothing could."""
    unused: tuple[str, ...] = ()
    """Why what was understood counts otherwise than one might think, or is not used."""
    clashes: tuple[Clash, ...] = ()
    not_understood: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    """Sentences that the rulebook knows and that are nearest to what was not understood."""
    offered: tuple[Open, ...] = ()
    """All that is open to be confirmed; the question is about the first."""
    question: Asked | None = None
    findings: tuple[Finding, ...] = ()
    problem: str = ""
    """Nothing to undo, no such name: one sentence, with the remedy."""
    notes: tuple[str, ...] = ()
    """What else is to be said, in sentences."""
    answer: object | None = None
    """What was asked to be shown: one of the answers of :mod:`dragoman.explain` and :mod:`dragoman.exact`, or of
    :mod:`dragoman.conversation.shown`."""
    reading: Reading | None = None
    """What the line was read as, where it was read as plain English."""
    leaves: bool = False
    """Whether the session is to be left."""

    @property
    def is_mistake(self) -> bool:
        """Whether nothing was done, so that the line is given back to be edited."""
        return bool(self.findings or self.problem)
