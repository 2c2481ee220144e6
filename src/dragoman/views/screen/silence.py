"""What is not recommended, nearest first: what each lacks, by how much, and what one more fact would give.

Silence (the report) + Record (the rules) --not_given--> NotGiven, NotGiven, ...
"""

from __future__ import annotations

from dragoman.board.naming import name_of
from dragoman.exact.standing import Cause, Verdict
from dragoman.exact.why_not_forms import Added, Lack, Silence, Unsaid
from dragoman.form import form
from dragoman.rulebook.forms import Atom
from dragoman.rulebook.words import capital
from dragoman.views.lines import counted
from dragoman.views.screen.record import Record, RuleShown
from dragoman.views.why_not import by_itself, lack_words


@form
class Wanted:
    """One fact that would give it."""

    question: str
    reply: str
    """What would have to be answered; empty for a plain yes."""
    sentence: str
    atom: Atom
    told: str
    """The fact as a file writes it, to see what else it would change; empty where it is no plain yes or no."""


@form
class Missing:
    """A condition that does not hold."""

    is_unknown: bool
    """Whether it is merely not known; else what was told is against it."""
    says: str
    """With the margin, where it is a number."""


@form
class NotGiven:
    """Recommendations that are not given and lack the same."""

    key: str
    title: str
    away: str
    """How far it is, in words."""
    is_near: bool
    """Whether one fact would give it."""
    because: str
    wanted: tuple[Wanted, ...]
    missing: tuple[Missing, ...]
    remark: str
    """Where something was told of it itself: that."""
    whom: str
    """Of several that it is not given for, the one that the questions and `atom` are about; or empty."""
    atom: Atom
    rule: RuleShown | None
    """The nearest one."""


@form
class NotGivenAll:
    """All of them."""

    given: int
    """How many recommendations are given, one for each whom they are for."""
    number: int
    """How many are not."""
    rows: tuple[NotGiven, ...]
    """Nearest first."""


def not_given(silence: Silence, record: Record) -> NotGivenAll:
    """The silence report as rows."""
    lines = sorted(silence.lines, key=_distance)
    rows = tuple(_row(number, line, record) for number, line in enumerate(lines))
    return NotGivenAll(silence.given, sum(len(line.conclusions) for line in lines), rows)


def _distance(line: Unsaid) -> tuple[bool, bool, int]:
    """What was told against comes last, then what lacks most."""
    return line.cause is not Cause.NOT_CONCLUDED, not line.questions, len(line.lacks)


def _row(number: int, line: Unsaid, record: Record) -> NotGiven:
    is_told = line.cause is not Cause.NOT_CONCLUDED
    away = (
        "told not so"
        if is_told
        else "one fact away"
        if line.questions
        else f"{counted(len(line.lacks), 'condition')} away"
    )
    return NotGiven(
        key=f"{number}|{line.title}",
        title=line.title,
        away=away,
        is_near=bool(line.questions),
        because=line.because,
        wanted=tuple(map(_wanted, line.questions)),
        missing=tuple(map(_missing, line.lacks)),
        remark=capital(by_itself(line.cause)) if is_told else "",
        whom=_whom(line, record) if len(line.conclusions) > 1 else "",
        atom=line.conclusions[0][0],
        rule=record.rule_named(line.rule, line.because) if line.rule else None,
    )


def _whom(line: Unsaid, record: Record) -> str:
    """The first of those whom it is not given for."""
    atom, slots = line.conclusions[0]
    target = record.words.voices.target(record.evaluation.rulebook.facts[atom.fact])
    name = dict(slots).get(target) if target else None
    return record.words.title(name) if name else ""


def _wanted(one: Added) -> Wanted:
    name = name_of(one.atom.fact, one.slots)
    flow = name if ":" in name else f"{name}: {{}}"
    told = {"yes": flow, "no": f"not: {{{flow}}}"}.get(one.reply, "")
    question = capital(one.question or one.sentence)
    return Wanted(question, "" if one.reply == "yes" else one.reply, capital(one.sentence), one.atom, told)


def _missing(lack: Lack) -> Missing:
    return Missing(lack.cause.verdict is Verdict.UNKNOWN, capital(lack_words(lack)))
