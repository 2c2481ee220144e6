"""One evaluation: a situation through evidence, engine and likelihoods. Everything above reads this."""

from __future__ import annotations

from dragoman.engines.likelihoods import Likelihoods, likelihoods
from dragoman.engines.model import Engine, Model
from dragoman.form import form
from dragoman.program.forms import Program, ProgramRule
from dragoman.program.normal import program_of
from dragoman.rulebook.forms import Rulebook
from dragoman.situation.evidence import Evidence, weigh
from dragoman.situation.forms import Situation


@form
class Evaluation:
    """A situation and all that follows from it."""

    rulebook: Rulebook
    program: Program
    situation: Situation
    evidence: Evidence
    model: Model
    likelihoods: Likelihoods

    def rule(self, rule_id: str) -> ProgramRule:
        """A rule in normal form."""
        return next(rule for rule in self.program.rules if rule.id == rule_id)


def evaluate(rulebook: Rulebook, situation: Situation, engine: Engine) -> Evaluation:
    """Fire the rulebook on the situation.

    Raises:
        EngineError: if the engine refuses the rulebook or fails.
    """
    return evaluate_evidence(rulebook, program_of(rulebook), situation, weigh(rulebook, situation), engine)


def evaluate_evidence(
    rulebook: Rulebook, program: Program, situation: Situation, evidence: Evidence, engine: Engine
) -> Evaluation:
    """The same, for evidence that somebody changed: to see what would follow."""
    model = engine.run(program, evidence)
    return Evaluation(rulebook, program, situation, evidence, model, likelihoods(program, evidence, model))
