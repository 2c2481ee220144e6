"""What `why` and `audit` answer, for the command line and for a session alike."""

from __future__ import annotations

from typing import Any, Protocol

from dragoman.advice.evaluate import Evaluation
from dragoman.display import Displayed
from dragoman.errors import UnknownNameError
from dragoman.explain.audit import Entry, audit
from dragoman.explain.proof import Node, Prover
from dragoman.explain.silence import Silence, silence
from dragoman.explain.targets import asked_for
from dragoman.form import form
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import shorten
from dragoman.source.visible import brief


class Reasons(Protocol):
    """Why nothing of what was asked for is so; :mod:`dragoman.exact.why_not` finds it."""

    def to_dict(self) -> dict[str, Any]:
        """As JSON."""


@form
class Proofs(Displayed):
    """The answer to `why`."""

    fact: str
    """The fact type that was asked for."""
    nodes: tuple[Node, ...]
    """The proofs of what is so."""
    silence: Silence
    """What was asked for and is not so."""
    why_not: Reasons | None = None
    """Where nothing of it is so, and it was asked why."""
    document: str = "report"
    """What kind of document the rulebook's report is."""

    def __repr__(self) -> str:
        found = len(self.nodes) or "it does not hold"
        return f"<Proofs of {brief(self.fact)}: {found}>"

    def to_dict(self) -> dict[str, Any]:
        """What `dragoman why --format json` prints, without passages of the report."""
        from dragoman.explain.json_form import proof_json  # noqa: PLC0415 - it needs these forms

        return proof_json(self, None)


@form
class Audit(Displayed):
    """The answer to `audit`."""

    entries: tuple[Entry, ...]
    engine: str
    rule: str
    """The rule that was asked for, or empty for all."""
    facts: int
    """How many facts were told: why nothing fired, where nothing did."""
    document: str = "report"
    """What kind of document the rulebook's report is."""

    def __repr__(self) -> str:
        return f"<Audit of {brief(self.rule) or 'all rules'} by {brief(self.engine, 20)}: {len(self.entries)} firings>"

    def to_dict(self) -> dict[str, Any]:
        """What `dragoman audit --format json` prints."""
        from dragoman.explain.json_form import audit_json  # noqa: PLC0415 - it needs these forms

        return audit_json(self)


def why(evaluation: Evaluation, text: str, targets: tuple[str, ...] = ()) -> Proofs:
    """The proofs of what `text` asks for; with `targets` kept to them (:class:`dragoman.advice.scope.Scope`).

    Raises:
        UnknownNameError: if there is no such fact type, slot or entity; the message offers the nearest.
    """
    question = asked_for(evaluation, text, targets)
    prover = Prover(evaluation)
    nodes = tuple(prover.prove(atom) for atom in question.atoms)
    document = evaluation.rulebook.called.document
    return Proofs(question.fact.name, nodes, silence(evaluation, question), document=document)


def audited(evaluation: Evaluation, rule: str = "") -> Audit:
    """Every firing in order; with `rule`, the firings of that rule.

    Raises:
        UnknownNameError: if there is no such rule; the message offers the nearest.
    """
    rules = evaluation.rulebook.rules
    if rule and rule not in rules:
        raise UnknownNameError(f"there is no rule '{shorten(rule)}'{did_you_mean(rule, rules)}")
    told = {(statement.said.place, statement.said.fact) for statement in evaluation.situation.statements}
    return Audit(
        audit(evaluation, rule or None), evaluation.model.engine, rule, len(told), evaluation.rulebook.called.document
    )
