"""A session: the conversation's steps joined with the disk, the engine and the advice.

The front ends hold one `Session`, give it lines, and draw the replies. `say` is the only way in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dragoman.advice.build import advice_of
from dragoman.advice.evaluate import Evaluation, evaluate
from dragoman.advice.forms import Advice
from dragoman.conversation.state import State
from dragoman.conversation.step import Command, Mistaken, Told, say, sentences, undo
from dragoman.engines.model import Engine
from dragoman.errors import Finding, FindingsError, UnknownNameError
from dragoman.exact.difference import Advised, difference
from dragoman.exact.difference_forms import Difference
from dragoman.exact.why_not import why_or_why_not
from dragoman.explain.answers import Audit, Proofs, audited
from dragoman.form import form
from dragoman.rulebook.forms import Rulebook
from dragoman.situation.assemble import empty_situation, read_situation
from dragoman.situation.forms import Situation, Statement
from dragoman.source.files import STANDARD_INPUT
from dragoman.source.formats import Format


@form
class Facts:
    """The answer to /facts: what is said now."""

    situation: Situation


@form
class Help:
    """The answer to /help."""


@form
class Quit:
    """The answer to /quit."""


Answer = Proofs | Audit | Facts | Help | Quit
_TRIES = 40
"""So many worlds are tried for a reply at most, where a line changed several facts."""


@form
class Reply:
    """What a line led to: exactly what was understood, what changed, and what went wrong."""

    text: str
    """The line."""
    understood: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """Why what was understood counts otherwise than a reader might think."""
    difference: Difference | None = None
    """What changed in the advice; None where nothing was said that could."""
    findings: tuple[Finding, ...] = ()
    problem: str = ""
    """A name that does not exist, nothing to undo: one sentence."""
    answer: Answer | None = None

    @property
    def is_mistake(self) -> bool:
        """Whether nothing was done, so that the line is given back to be edited."""
        return bool(self.findings or self.problem)


class Session:
    """One analyst's session."""

    def __init__(
        self, rulebook: Rulebook, engine: Engine, files: Sequence[str] = (), form: Format | None = None
    ) -> None:
        """Start from `files`, or from nothing. `form` is how those are written whose name does not tell.

        Raises:
            SituationError: with all mistakes of the files.
            EngineError: if the engine refuses the rulebook.
        """
        self.rulebook, self.engine = rulebook, engine
        self.state = State(read_situation(rulebook, files, form, pipes=True) if files else empty_situation(rulebook))
        self.evaluation, self.advice = self._evaluated(self.state.situation)

    def say(self, text: str) -> Reply:
        """What a typed line leads to; a mistake changes nothing.

        Raises:
            EngineError: if the engine fails; the session stays as it was.
        """
        state, outcome = say(self.rulebook, self.state, text)
        match outcome:
            case Mistaken(findings):
                self.state = state
                return Reply(text, findings=findings)
            case Told(understood, statements):
                return self._move(text, state, understood, statements)
            case Command(name, argument):
                self.state = state
                return self._command(text, name, argument)

    # -- commands

    def _command(self, text: str, name: str, argument: str) -> Reply:
        match name:
            case "why" | "audit":
                return self._explained(text, why_or_why_not if name == "why" else audited, argument)
            case "facts":
                return Reply(text, answer=Facts(self.state.situation))
            case "load":
                return self._load(text, argument)
            case "undo":
                return self._undo(text)
            case "quit":
                return Reply(text, answer=Quit())
        return Reply(text, answer=Help())

    def _explained(self, text: str, explain: Callable[[Evaluation, str], Answer], argument: str) -> Reply:
        try:
            return Reply(text, answer=explain(self.evaluation, argument))
        except UnknownNameError as error:
            return Reply(text, problem=str(error))

    def _load(self, text: str, argument: str) -> Reply:
        if argument == STANDARD_INPUT:
            return Reply(text, problem="the keyboard is no file; name one, or a situation of the rulebook")
        try:
            situation = read_situation(self.rulebook, [argument])
        except FindingsError as error:
            return Reply(text, findings=error.findings)
        return self._move(text, self.state.changed(situation), (f"loaded: {situation.title}",))

    def _undo(self, text: str) -> Reply:
        before = undo(self.state)
        if before is None:
            return Reply(text, problem="there is nothing to undo")
        return self._move(text, before, tuple(self._undone(before.situation)))

    def _undone(self, before: Situation) -> Iterator[str]:
        """What an undo takes back, in words."""
        now = self.state.situation
        if before.files != now.files or before.title != now.title:
            yield f"back to: {before.title}"
            return
        said, unsaid = set(now.statements), set(before.statements)
        gone = sentences(self.rulebook, (s for s in now.statements if s not in unsaid))
        again = sentences(self.rulebook, (s for s in before.statements if s not in said))
        yield from (f"taken back: {text}" for text in gone)
        yield from (f"said again: {text}" for text in again)

    # -- state

    def _move(
        self, text: str, state: State, understood: tuple[str, ...], statements: tuple[Statement, ...] = ()
    ) -> Reply:
        evaluation, advice = self._evaluated(state.situation)
        changes = difference(Advised(self.evaluation, self.advice), Advised(evaluation, advice), _TRIES)
        self.state, self.evaluation, self.advice = state, evaluation, advice
        notes = dict.fromkeys(note for statement in statements if (note := _counts_as(evaluation, statement)))
        return Reply(text, understood=understood, notes=tuple(notes), difference=changes)

    def _evaluated(self, situation: Situation) -> tuple[Evaluation, Advice]:
        evaluation = evaluate(self.rulebook, situation, self.engine)
        return evaluation, advice_of(evaluation)


def _counts_as(evaluation: Evaluation, statement: Statement) -> str:
    """Why a statement counts otherwise than its words say, or the empty string."""
    said, known = statement.said, evaluation.evidence.known[statement.atom]
    lost = next((why for other, why in known.lost if other == statement), None)
    if lost is not None:
        return f"it does not count: {lost.value}"
    if statement in known.doubtful:
        firm = ", and something firmer was said" if known.firm else ""
        return f"'{said.told_as}' is too doubtful for advice to rest on{firm}; it is kept and shown"
    return f"'{said.told_as}' counts as {'told so' if said.holds else 'told not so'}" if said.is_turned else ""
