"""A conversation as one immutable form, and the moves between such forms; nothing here touches the disk or a clock.

talk + line --say--> talk + reply           what was understood, and what it changed
talk + reply --ask--> talk + reply          with the one question at its end, which takes longer to find
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dragoman.conversation.forms import Reply
from dragoman.conversation.state import NOTHING, Base, State
from dragoman.engines.model import Engine
from dragoman.exact.difference import Advised, difference
from dragoman.exact.difference_forms import Change
from dragoman.form import form
from dragoman.rulebook.forms import Atom, Rulebook, ShownAs
from dragoman.situation.assemble import empty_situation
from dragoman.situation.forms import Situation, Statement

if TYPE_CHECKING:  # what reads lines is loaded with the first of them: a front end shows something before
    from dragoman.language.grammar.grammar import Grammar
    from dragoman.language.read import Reader

TRIES = 40
"""So many worlds are tried for a reply at most, where a line changed several facts."""


@form
class Talk:
    """One conversation after some line."""

    engine: Engine
    state: State
    advised: Advised
    """What follows from what is said now."""

    @staticmethod
    def begin(rulebook: Rulebook, engine: Engine, situation: Situation | None = None, base: Base = NOTHING) -> Talk:
        """A conversation about `situation`, which was asked for as `base` says, or about nothing yet.

        Raises:
            EngineError: if the engine refuses the rulebook or fails.
        """
        start = situation or empty_situation(rulebook)
        return Talk(engine, State(start, start, base), Advised.of(start, engine=engine))

    @property
    def rulebook(self) -> Rulebook:
        """That of the situation, with its thresholds."""
        return self.state.situation.rulebook

    @property
    def situation(self) -> Situation:
        """What is said now."""
        return self.state.situation

    @property
    def start(self) -> Situation:
        """What it began with, or what was loaded last."""
        return self.state.start

    @property
    def grammar(self) -> Grammar:
        """What lines are read with.

        Raises:
            RulebookError: with all mistakes of the rulebook's phrases.
        """
        from dragoman.language.grammar.grammar import grammar_of  # noqa: PLC0415 - see above

        return grammar_of(self.rulebook)

    @property
    def reader(self) -> Reader:
        """What reads lines; see :attr:`grammar`."""
        from dragoman.language.read import Reader  # noqa: PLC0415 - see above

        return Reader(self.grammar)

    def at(self, state: State) -> Talk:
        """With another state in which the same is said."""
        return dataclasses.replace(self, state=state)

    def passed_over(self) -> Talk:
        """After a line that could not be taken, of which nothing is left but its number."""
        return self.at(dataclasses.replace(self.state, line=self.state.line + 1))

    def begun(self, situation: Situation, base: Base, reply: Reply) -> tuple[Talk, Reply]:
        """About another situation, which was loaded; that can be undone.

        Raises:
            EngineError: if the engine fails; this talk is as it was.
        """
        state = self.state.changed(situation)
        fresh = dataclasses.replace(state, open=(), question=None, supposed=(), latest=(), passed=frozenset(), asked=())
        return self.moved(dataclasses.replace(fresh, start=situation, base=base), reply)

    def moved(self, state: State, reply: Reply) -> tuple[Talk, Reply]:
        """With a state in which something else is said, and the reply with what that changes.

        Raises:
            EngineError: if the engine fails; this talk is as it was.
        """
        advised = Advised.of(state.situation, engine=self.engine)
        changes = difference(self.advised, advised, TRIES)
        focus = shown(changes.changes) or state.focus
        talk = dataclasses.replace(self, state=dataclasses.replace(state, focus=focus), advised=advised)
        told = [s for one in reply.understood for s in one.statements if s in set(state.situation.statements)]
        unused = (*reply.unused, *_unused(advised, told))
        return talk, dataclasses.replace(reply, difference=changes, unused=tuple(dict.fromkeys(unused)))


def shown(changes: Iterable[Change]) -> tuple[Atom, ...]:
    """The conclusions of changes, recommendations first, each once."""
    of_kind = sorted(changes, key=lambda change: list(ShownAs).index(change.kind))
    atoms = (t.shown.instance.atom for change in of_kind if change.kind is not ShownAs.FINDING for t in change.turned)
    return tuple(dict.fromkeys(atoms))


def _unused(advised: Advised, told: Sequence[Statement]) -> Iterable[str]:
    """Why what was told counts otherwise than its words say, or nothing rests on it."""
    evaluation = advised.evaluation
    for statement in told:
        said, known = statement.said, evaluation.evidence.known.get(statement.atom)
        if known is None:
            continue
        lost = next((why for other, why in known.lost if other == statement), None)
        if lost is not None:
            yield f"it does not count: {lost.value}"
        elif statement in known.doubtful:
            firm = ", and something firmer was said" if known.firm else ""
            yield f"'{said.told_as}' is too doubtful for advice to rest on{firm}; it is kept and shown"
        elif said.is_turned:
            yield f"'{said.told_as}' counts as {'told so' if said.holds else 'told not so'}"
    places = {str(statement.said.place) for statement in told} | {s.said.place.source for s in told}
    for unused in advised.advice.telling.unused:
        if unused.voice.place in places and unused.voice.fact in {s.atom.fact for s in told}:
            yield f"{unused.sentence}: {unused.why.value}"
