"""What would turn one conclusion: the smallest sets of changes, each with the situation in which it is so.

Evaluation + Atom --turning--> Turning, whose ways are each a side to compare with what stands now
"""

from __future__ import annotations

from dragoman.advice.evaluate import Evaluation
from dragoman.exact.change_forms import Change
from dragoman.exact.flip_answers import ways
from dragoman.form import form
from dragoman.rulebook.forms import Atom
from dragoman.rulebook.words import capital
from dragoman.situation.forms import Situation
from dragoman.views.changes import whose
from dragoman.views.flips import how_many
from dragoman.views.lines import line

MOST = 40
"""So many ways are looked for at most."""


@form
class Changed:
    """One thing that would be told otherwise."""

    sentence: str
    """`If it were not told that ...`."""
    was: str
    """What was told; empty where it would be new."""
    whose: str
    """Whose word that is; or empty."""


@form
class Way:
    """A smallest set of changes."""

    key: str
    sentence: str
    """All of them in one sentence."""
    changes: tuple[Changed, ...]
    situation: Situation
    """With them."""


@form
class Turning:
    """What would turn a conclusion."""

    sentence: str
    """That it is so."""
    says: str
    """`it follows now; it falls with any one of 3 changes`."""
    ways: tuple[Way, ...]
    """The most doubtful facts first."""
    is_all: bool
    """Whether there are no more."""


def turning(evaluation: Evaluation, atom: Atom) -> Turning:
    """What would turn `atom`.

    Raises:
        EngineError: if the rules have more instances than can be held.
        SolverUnavailableError: if more than one change is needed and the solver cannot be imported.
    """
    turned, situations = ways(evaluation, atom, MOST)
    now, verb = ("follows", "falls") if turned.holds else ("does not follow", "comes")
    many = how_many(f"it {verb}", turned.size, len(turned.sets), is_all=turned.is_all).removesuffix(":")
    return Turning(
        capital(turned.sentence),
        f"It {now} now; {many}.",
        tuple(_way(str(number), *one) for number, one in enumerate(zip(turned.sets, situations, strict=True))),
        turned.is_all,
    )


def _way(key: str, changes: tuple[Change, ...], situation: Situation) -> Way:
    words = f"if {', and if '.join(change.words for change in changes)}"
    return Way(key, capital(words), tuple(map(_changed, changes)), situation)


def _changed(change: Change) -> Changed:
    told = change.told
    word = line(whose(told)).text.strip(" []") if told else ""
    return Changed(capital(f"if {change.words}"), capital(told.says) if told else "", word)
