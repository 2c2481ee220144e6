"""The forms of answers that speak of changes: flips, what advice hangs on, robustness, and what to ask."""

from __future__ import annotations

from typing import Any

from dragoman.advice.forms import SlotValue, Voice
from dragoman.display import Displayed
from dragoman.exact.robust import Standing
from dragoman.form import form
from dragoman.rulebook.forms import Atom, ShownAs
from dragoman.source.visible import brief
from dragoman.values.kind import Value


@form
class Supposed:
    """What would be told."""

    says: str
    fact: str
    slots: tuple[SlotValue, ...]
    """As it would be told: of a group the group's name."""
    holds: bool
    value: Value | None


@form
class Change:
    """One thing that would be told otherwise."""

    words: str
    """What follows `if`: `it were not told that ...`."""
    told: Voice | None
    """What was told; None where it is a new fact."""
    is_taken_back: bool
    """Whether it is enough to tell nothing in its place."""
    instead: tuple[Supposed, ...]
    """What could be told in its place, or beside all that was; each is enough, the nearest first."""


@form
class Concluded:
    """A conclusion with the names of its slots."""

    atom: Atom
    slots: tuple[SlotValue, ...]


@form
class Unanswered:
    """What could not be answered, since the solver cannot be imported."""

    why: str
    """What to install; empty if everything was answered."""
    conclusions: tuple[Concluded, ...]


@form
class Turned:
    """One conclusion, and all smallest sets of changes that turn it."""

    conclusion: Concluded
    sentence: str
    beside: str
    """What the vocabulary shows beside the sentence, for the slots that it leaves out; or empty."""
    holds: bool
    """Whether it follows now: then the changes take it away."""
    sets: tuple[tuple[Change, ...], ...]
    """The most doubtful and weakly sourced facts first; in each of them too."""
    is_all: bool
    """Whether there are no more of this size; without any set, whether nothing whatever turns it."""

    @property
    def size(self) -> int:
        """How many changes it takes; 0 without any set."""
        return len(self.sets[0]) if self.sets else 0


@form
class Flipped(Displayed):
    """The answer to `flips NAME`."""

    situation: str
    fact: str
    sentence: str
    """That what was asked for is so."""
    is_told: bool
    """Whether it is only told, and no rule concludes it."""
    conclusions: tuple[Turned, ...]
    unanswered: Unanswered

    def __repr__(self) -> str:
        return f"<Flipped {brief(self.fact)} on '{brief(self.situation, 30)}': {len(self.conclusions)}>"

    def to_dict(self) -> dict[str, Any]:
        """What `dragoman flips NAME --format json` prints."""
        from dragoman.exact.flips_json import FLIPS  # noqa: PLC0415 - it needs these forms

        return FLIPS.write(self)


@form
class Badge:
    """What recommendations that are given hang on; those that differ only in whom they are for are one."""

    title: str
    conclusions: tuple[Concluded, ...]
    hangs_on: int
    """How many told facts would have to be taken back, at the least, for it to fall; 0 if it stands without any, or
    falls only without more than can be shown."""
    facts: tuple[Voice, ...]
    """If that is one, each fact without which alone it falls; else the first such set. The most doubtful first."""
    sets: int
    """How many sets of so many facts there are."""
    is_all: bool
    """Whether there are no more."""
    sources: tuple[str, ...]
    """The sources without any one of which it falls; the report is one, for what was told from it alone."""
    is_one_source: bool
    """Whether there is one such source, and what it says would be enough."""


@form
class Away:
    """Recommendations that are not given and take the same changes, but for whom they are."""

    title: str
    conclusions: tuple[Concluded, ...]
    changes: tuple[Change, ...]
    """The first of the smallest sets that give it; empty if there is none."""
    example: str
    """The title of the one that `changes` give, where there are several with more sets than were counted; else empty."""
    sets: int
    """How many of that size there are."""
    is_all: bool
    """Whether there are no more; without any set, whether nothing whatever gives it."""


@form
class Hinges(Displayed):
    """The answer to `flips` without a name: what the advice hangs on, and what would give what is not advised."""

    situation: str
    badges: tuple[Badge, ...]
    away: tuple[Away, ...]
    thresholds: tuple[Threshold, ...]
    """At which values of a threshold the advice would be another; in the order of the rulebook."""
    unanswered: Unanswered

    def __repr__(self) -> str:
        numbers = f"{len(self.badges)} hang on facts, {len(self.away)} not given"
        return f"<Hinges on '{brief(self.situation)}': {numbers}>"

    def to_dict(self) -> dict[str, Any]:
        """What `dragoman flips --format json` prints."""
        from dragoman.exact.flips_json import HINGES  # noqa: PLC0415 - it needs these forms

        return HINGES.write(self)


@form
class Moved:
    """What becomes of the advice."""

    takes: tuple[Settles, ...]
    gives: tuple[Settles, ...]


@form
class Stretched:
    """Values of a threshold that all make the advice the same, and another than it is."""

    words: str
    """`more than 45 percent`."""
    moved: Moved


@form
class Threshold:
    """A parameter at some values of which the advice is another."""

    name: str
    """As `--set` takes it."""
    value: str
    """Its value now, with the unit."""
    as_now: str
    """The values about it with which the advice is as it is."""
    stretches: tuple[Stretched, ...]
    """The others, from the smallest."""


@form
class SourceAnswer:
    """One source, and what hangs on it alone."""

    title: str
    """Empty for what was told without a source."""
    grades: tuple[str, ...]
    facts: int
    """How many statements it makes."""
    withdrawn: Moved
    """What becomes of the advice without its statements."""
    wrong: Moved
    """What, if the contrary of each were so; of a number nothing would be known."""


@form
class WeakestLink:
    """The weakest link of a recommendation, as its proof has it."""

    title: str
    sentence: str
    source: str
    likelihood: str


@form
class Sources(Displayed):
    """The answer to `sources`."""

    situation: str
    sources: tuple[SourceAnswer, ...]
    """The one on which most hangs first."""
    weakest: tuple[WeakestLink, ...]
    """In the order of the advice."""

    def __repr__(self) -> str:
        return f"<Sources of '{brief(self.situation)}': {len(self.sources)}>"

    def to_dict(self) -> dict[str, Any]:
        """What `dragoman sources --format json` prints."""
        from dragoman.exact.sources_json import SOURCES  # noqa: PLC0415 - it needs these forms

        return SOURCES.write(self)


@form
class Steady:
    """Recommendations with one standing and one smallest completion, but for whom they are."""

    title: str
    conclusions: tuple[Concluded, ...]
    standing: Standing
    completion: tuple[Change, ...]
    """A smallest one in which it falls or comes; empty if there is none, or only larger ones than can be shown."""


@form
class Robust(Displayed):
    """The answer to `robust`."""

    situation: str
    open: int
    """How many facts are open."""
    lines: tuple[Steady, ...]
    """By standing, then in the order of the rulebook."""
    unanswered: Unanswered

    def __repr__(self) -> str:
        return f"<Robust on '{brief(self.situation)}': {len(self.lines)} lines, {self.open} facts open>"

    def to_dict(self) -> dict[str, Any]:
        """What `dragoman robust --format json` prints."""
        from dragoman.exact.robust_json import ROBUST  # noqa: PLC0415 - it needs these forms

        return ROBUST.write(self)


@form
class Settles:
    """What comes or goes with an answer."""

    title: str
    kind: ShownAs
    conclusions: tuple[Concluded, ...]


@form
class Answer:
    """Some answers to a question, all with the same effect."""

    reply: str
    """`yes`, `40 percent or more`."""
    gives: tuple[Settles, ...]
    takes: tuple[Settles, ...]

    @property
    def changes_nothing(self) -> bool:
        """Whether the advice stays as it is."""
        return not (self.gives or self.takes)


@form
class Ask:
    """One question; of several entities if what is settled is the same but for them."""

    question: str
    whom: str
    """Of whom it asks, where they are several; then the question calls each `the state`."""
    facts: tuple[Concluded, ...]
    """The open facts that it asks for."""
    answers: tuple[Answer, ...]
    """Those that change something first."""
    settles: int
    """How many recommendations it settles."""
    settles_else: int
    """How many risks, forecasts and what to watch."""


@form
class Asked(Displayed):
    """The answer to `ask`."""

    situation: str
    questions: tuple[Ask, ...]
    """The one that settles most first."""

    def __repr__(self) -> str:
        return f"<Asked on '{brief(self.situation)}': {len(self.questions)} questions>"

    def to_dict(self) -> dict[str, Any]:
        """What `dragoman ask --format json` prints."""
        from dragoman.exact.ask_json import ASKED  # noqa: PLC0415 - it needs these forms

        return ASKED.write(self)
