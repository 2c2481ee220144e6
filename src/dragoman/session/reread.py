"""What was said in a session, told to its rulebook as that reads now: its author is at work on it.

    state --each statement as a file writes it--> the same told to the other rulebook

As in a session that is taken up again, nothing that was typed is read anew, and files are taken as they were when they were
loaded; the rulebook's own situations are read as they are now. Steps back and forward stay. What was open (offers, a
question, what was supposed) goes: it was said in the words of the rulebook before.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from dragoman.conversation.state import Base, State
from dragoman.form import form
from dragoman.language.earlier.context import Context
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.load import with_parameters
from dragoman.session.changes import Changes, changes, changes_json, made, read_changes
from dragoman.session.restore import started_from
from dragoman.situation.assemble import empty_situation
from dragoman.situation.forms import Situation, Statement


@form
class Reread:
    """What came of it that the rulebook is another now."""

    came: tuple[str, ...]
    """What is recommended now and was not before, with how it stands."""
    went: tuple[str, ...]
    """What was recommended before and is not now."""


def with_thresholds(rulebook: Rulebook, before: Rulebook) -> Rulebook:
    """A rulebook with the thresholds that were set in the one before.

    Raises:
        RulebookError: if it has no such threshold any more, or that may not be so.
    """
    return with_parameters(rulebook, {name: before.parameters[name].value for name in before.changed})


def told_to(rulebook: Rulebook, state: State, texts: Mapping[str, str]) -> State:
    """The state in which the same was told to `rulebook`; `texts` are those of loaded files, by path.

    Raises:
        NotRestoredError: if the rulebook does not take what was said or loaded.
    """
    telling = _Telling(rulebook, texts)
    earlier = [state]
    while (before := earlier[-1].before) is not None:
        earlier.append(before)
    later = [state]
    while (after := later[-1].after) is not None:
        later.append(after)
    found = [telling.told(one) for one in (*earlier, *later[1:])]
    chain: State | None = None
    for one in reversed(found[: len(earlier)]):
        chain = dataclasses.replace(one, before=chain)
    assert chain is not None
    ahead = [chain]
    for one in found[len(earlier) :]:
        ahead.append(dataclasses.replace(one, before=ahead[-1]))
    while len(ahead) > 1:
        last = ahead.pop()
        ahead[-1] = dataclasses.replace(ahead[-1], after=last)
    return ahead[0]


class _Telling:
    """Tells to one rulebook; each statement is written and read once."""

    def __init__(self, rulebook: Rulebook, texts: Mapping[str, str]) -> None:
        self._rulebook, self._texts = rulebook, texts
        self._starts: dict[Base, Situation] = {}
        self._known: dict[Statement, tuple[Statement, ...]] = {}

    def told(self, state: State) -> State:
        """A state, without what lies before and after it."""
        start = self._start(state)
        change = changes(state.start, state.situation)
        before = state.situation.rulebook
        known = self._rulebook.facts
        return dataclasses.replace(
            state,
            situation=made(start, Changes(self._all(before, change.added), self._all(before, change.removed))),
            start=start,
            context=Context(),
            latest=self._all(before, state.latest),
            supposed=(),
            all_supposed=(),
            open=(),
            question=None,
            passed=frozenset(atom for atom in state.passed if atom.fact in known),
            asked=(),
            focus=(),
            before=None,
            after=None,
        )

    def _start(self, state: State) -> Situation:
        base = state.base
        if base not in self._starts:
            is_empty = not base.names
            found = empty_situation(self._rulebook) if is_empty else started_from(self._rulebook, base, self._texts)
            self._starts[base] = found
        return self._starts[base]

    def _all(self, before: Rulebook, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        return tuple(told for one in statements for told in self._one(before, one))

    def _one(self, before: Rulebook, statement: Statement) -> tuple[Statement, ...]:
        if statement not in self._known:
            written = changes_json(before, Changes((statement,), ()))
            self._known[statement] = read_changes(self._rulebook, written).added
        return self._known[statement]
