"""The story of a session: its events, told step by step, and fired again to say which rules and what advice changed.

events --standings--> what was said after each step --fire--> what follows --difference--> what changed, and through what

What was typed, how it was read, offered and asked stands in the events, as the program understood it then. What followed
is fired again, which a replay holds against what was advised then.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from dragoman.advice.evaluate import Evaluation
from dragoman.advice.statement_wording import wording_of
from dragoman.conversation.telling import sentences
from dragoman.engines.model import Engine, Firing, Status
from dragoman.errors import Place
from dragoman.exact.causes import Causes
from dragoman.exact.difference import Advised, difference
from dragoman.exact.walk import Walk
from dragoman.journal.events import Event, SessionRow
from dragoman.rulebook.forms import Atom, Rulebook
from dragoman.session.changes import Changes, by_said, changes
from dragoman.session.restore import Began, Standing, Step, kept_so, standings
from dragoman.session.story_forms import Became, Did, Fired, Happened, Moment, Offered, Story
from dragoman.situation.forms import CHAT_LAYER, Statement
from dragoman.version import __version__

_TRIES = 40
"""So many worlds are tried for a step at most."""
Counting = Mapping[tuple[object, ...], Firing]
COUNTING = frozenset({Status.GIVES, Status.CONFIRMS})
"""What a firing that counts does to its conclusion."""


def told_story(
    rulebook: Rulebook, engine: Engine, row: SessionRow, events: Sequence[Event]
) -> tuple[Story, Evaluation]:
    """The story of a session, and what follows at its end.

    Raises:
        NotRestoredError: if the rulebook does not take what was said, since it is another by now.
        EngineError: if the engine fails.
    """
    began, moments, asked = Began.of(events), [], ""
    last: tuple[Standing, Advised] | None = None
    for standing in standings(rulebook, events):
        with kept_so(standing.step, "read"):
            moment = _as_kept(standing.step, asked)
        asked = moment.asked
        if last is None:
            last = standing, Advised.of(standing.situation, engine=engine)
            moment = _begun(moment, *last)
        elif (standing.situation, standing.base) == (last[0].situation, last[0].base):
            moment = dataclasses.replace(moment, recommended=len(last[1].advice.recommendations))
        else:
            advised = Advised.of(standing.situation, engine=engine)
            moment = _Passage(last[0], standing, last[1], advised).told(moment)
            last = standing, advised
        moments.append(moment)
    if last is None:
        raise ValueError("a session has its beginning")
    named = f"{rulebook.id} {rulebook.version}"
    same = began.digest == rulebook.digest
    return Story(row.id, row.title, began, named, same, __version__, tuple(moments)), last[1].evaluation


# -- as it was kept


def _as_kept(step: Step, asked: str) -> Moment:
    """What the journal says of a step; `asked` is the question that was open before it."""
    read: Mapping[str, Any] = step.of("read") or {}
    offers = (step.of("offered") or {}).get("offers", ())
    action = str(read.get("action", "") or read.get("intent", ""))
    return Moment(
        line=step.number,
        time=step.time,
        text=step.text,
        action=action,
        answers=asked if action == "answer" else "",
        loaded=(),
        did=tuple(Did(one["deed"], one["says"], one["was"]) for one in read.get("understood", ())),
        offered=tuple(Offered(one["span"], one["reason"], tuple(one["choices"])) for one in offers),
        not_understood=tuple(read.get("not_understood", ())),
        problem=str(read.get("problem", "")),
        asked=str((step.of("asked") or {}).get("question", "")),
    )


# -- as it is fired again


def _begun(moment: Moment, standing: Standing, advised: Advised) -> Moment:
    """The beginning, with all that was loaded and fires on it."""
    fired = tuple(_fired(advised.evaluation, _firing(advised.evaluation).values(), lambda _: ()))
    facts = tuple(_facts(standing.situation.rulebook, Changes(standing.start.statements, ()), is_loaded=True))
    number = len(advised.advice.recommendations)
    return dataclasses.replace(moment, loaded=standing.base.names, facts=facts, fired=fired, recommended=number)


class _Passage:
    """From one standing to the next."""

    def __init__(self, before: Standing, after: Standing, was: Advised, now: Advised) -> None:
        self.before, self.after, self.was, self.now = before, after, was, now
        self.rulebook = after.situation.rulebook

    def told(self, moment: Moment) -> Moment:
        """The moment with what it did to facts, rules and advice."""
        walk = Walk(self.was.evaluation, self.now.evaluation, Causes(self.was.evaluation, self.now.evaluation))
        old, new = (_firing(advised.evaluation) for advised in (self.was, self.now))
        change = changes(self.before.situation, self.after.situation)
        is_loaded, is_step = self.before.base != self.after.base, moment.action in ("undo", "redo")
        if is_loaded:
            change = _without_what_stays(change)
        return dataclasses.replace(
            moment,
            loaded=self.after.base.names if is_loaded and self.after.base.line == moment.line else (),
            facts=tuple(_facts(self.rulebook, change, is_loaded=is_loaded, is_step=is_step)),
            difference=difference(self.was, self.now, _TRIES),
            fired=tuple(_fired(self.now.evaluation, _only(new, old), walk.causes_of_firing)),
            no_longer=tuple(_fired(self.was.evaluation, _only(old, new), walk.causes_of_firing)),
            recommended=len(self.now.advice.recommendations),
        )


def _facts(rulebook: Rulebook, change: Changes, *, is_loaded: bool, is_step: bool = False) -> Iterator[Happened]:
    """What became of each statement; `is_step` is a step back, or forward again."""
    gone = {} if is_loaded else {statement.atom: statement for statement in change.removed}
    replaced: set[Statement] = set()
    for said, some in by_said(change.added):
        was = tuple(gone[one.atom] for one in some if one.atom in gone)
        replaced.update(was)
        if is_loaded and said.layer != CHAT_LAYER:
            became = Became.LOADED
        elif is_loaded or is_step:
            became = Became.AGAIN
        else:
            became = Became.CORRECTED if was else Became.TOLD
        yield _happened(rulebook, became, some, was)
    for _, some in by_said(one for one in change.removed if one not in replaced):
        yield _happened(rulebook, Became.LEFT if is_loaded else Became.WITHDRAWN, some, ())


def _happened(rulebook: Rulebook, became: Became, some: Sequence[Statement], was: Sequence[Statement]) -> Happened:
    said, instead = ("; ".join(sentences(rulebook, one)) for one in (some, was))
    voice = wording_of(rulebook).of(some[0])
    return Happened(became, said, instead, voice, tuple(statement.atom for statement in some))


def _fired(
    evaluation: Evaluation, firings: Iterable[Firing], through: Callable[[Firing], Sequence[int]]
) -> Iterator[Fired]:
    """Rules, each once for what its variables stand for."""
    voices = wording_of(evaluation.rulebook)
    for (rule, bindings), some in groupby(firings, lambda firing: (firing.rule, firing.bindings)):
        found = list(some)
        conclusions = dict.fromkeys(voices.atom(firing.conclusion, None) for firing in found)
        numbers = {number for firing in found for number in through(firing)}
        yield Fired(rule, voices.because(rule, bindings), tuple(conclusions), tuple(sorted(numbers)))


def _only(these: Counting, those: Counting) -> Iterator[Firing]:
    """What counts in these alone."""
    return (firing for key, firing in these.items() if key not in those)


def _without_what_stays(change: Changes) -> Changes:
    """Without what two situations share, which one of them has by way of another."""

    def keys(statements: Sequence[Statement]) -> set[tuple[Atom, Place]]:
        return {(statement.atom, statement.said.place) for statement in statements}

    shared = keys(change.added) & keys(change.removed)

    def rest(statements: Sequence[Statement]) -> tuple[Statement, ...]:
        return tuple(one for one in statements if (one.atom, one.said.place) not in shared)

    return Changes(rest(change.added), rest(change.removed))


def _firing(evaluation: Evaluation) -> Counting:
    """What counts of the firings, by rule, bindings and conclusion, in canonical order."""
    counting = (firing for firing in evaluation.model.firings if firing.status in COUNTING)
    return {(firing.rule, firing.bindings, firing.conclusion): firing for firing in counting}
