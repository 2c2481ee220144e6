"""An evaluation becomes advice: each part of it is made by a module of its own and put together here.

Evaluation -> FiringWording -> recommendations, results, assumptions, conflicts, what was not used -> Advice
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.advice import rests
from dragoman.advice.conflicts import conflicts
from dragoman.advice.evaluate import Evaluation, evaluate
from dragoman.advice.firing_wording import FiringWording
from dragoman.advice.forms import Advice, Target, Telling, WhyUnused
from dragoman.advice.recommended import recommendations
from dragoman.advice.results import grouped, result
from dragoman.advice.scope import Scope
from dragoman.advice.shares import share_notes
from dragoman.advice.summary import holds
from dragoman.advice.unused import telling
from dragoman.engines.model import Engine
from dragoman.engines.select import default_engine
from dragoman.rulebook.forms import Atom, ShownAs
from dragoman.rulebook.lookup import targets_named
from dragoman.situation.evidence import sort_key
from dragoman.situation.forms import Situation


def advise(situation: Situation, targets: str | Sequence[str] = (), engine: Engine | None = None) -> Advice:
    """What follows from a situation by its rulebook; with `targets` (any of their names), for them and for nobody else.

    What decides is whom a recommendation is for; of all else what speaks of one of them, or of nobody whom advice could
    be for, is kept. Without `engine` the engine of record fires the rules.

    Raises:
        UnknownNameError: if there is nobody of that name, or no recommendation can be for them.
        EngineError: if the engine refuses the rulebook or fails.
    """
    kept_to = targets_named(situation.rulebook, targets)
    engine = engine or default_engine()
    return advice_of(evaluate(situation.rulebook, situation, engine), kept_to)


def advice_of(evaluation: Evaluation, targets: tuple[str, ...] = (), *, findings: bool = True) -> Advice:
    """The advice of one evaluation; with `targets`, names in the rulebook, kept to them as :func:`advise` says.

    Findings are most of the results and take most of the time; who does not show them can have them counted only.
    """
    situation, rulebook = evaluation.situation, evaluation.rulebook
    words, scope = FiringWording(evaluation), Scope(rulebook, targets)
    true = (a for a in evaluation.model.true if rulebook.facts[a.fact].shown_as is not None and scope.holds(a))
    shown = sorted(true, key=sort_key)
    told, groups = telling(words, scope), grouped(words, shown)
    worded = {group: atoms for group, atoms in groups.items() if findings or group.kind is not ShownAs.FINDING}
    results = tuple(result(words, group, atoms) for group, atoms in worded.items())
    return Advice(
        situation=situation.title,
        as_of=situation.as_of,
        based_on=situation.based_on,
        rulebook=f"{rulebook.id} {rulebook.version}",
        digest=evaluation.program.digest,
        engine=evaluation.model.engine,
        targets=tuple(Target(name, words.title(name)) for name in targets),
        facts=len({(s.said.place, s.said.fact) for s in situation.statements})
        if targets
        else told.own + told.inherited,
        firings=len(evaluation.model.firings),
        holds=tuple(holds(words, scope, results)),
        recommendations=tuple(recommendations(words, shown)),
        results=results,
        findings=sum(group.kind is ShownAs.FINDING for group in groups),
        assumptions=tuple(rests.assumptions(words, shown)),
        conflicts=conflicts(evaluation, words.voices, scope.holds),
        doubtful=tuple(rests.doubtful(words, scope)),
        thresholds=tuple(rests.thresholds(evaluation, words.support, shown)),
        telling=told,
        beside_slots=words.voices.wording.beside_slots,
        notes=(*_notes(evaluation, shown, told), *share_notes(words, scope)),
        document=rulebook.called.document,
    )


def _notes(evaluation: Evaluation, shown: Sequence[Atom], told: Telling) -> Iterator[str]:
    """What a reader must know about the whole."""
    called = evaluation.rulebook.called
    if evaluation.situation.as_of is None and evaluation.rulebook.instruments:
        date = evaluation.rulebook.report.date.isoformat()
        yield f"The situation has no date ('as_of'): {called.instruments} count as at the {called.document}'s date, {date}."
    if not evaluation.situation.statements:
        yield "No rule fired: no facts were told."
    elif not evaluation.model.firings:
        yield f"No rule fired: {_why_nothing(told, called.document)}."
    elif not any(atom.fact in evaluation.rulebook.recommendations for atom in shown):
        whom = f" to {called.advised}" if called.advised else ""
        yield f"No recommendation{whom} follows from these facts."


def _why_nothing(told: Telling, document: str) -> str:
    """What is wrong with the facts on which no rule fired."""
    why = {why: told.unused_inherited.get(why, 0) for why in WhyUnused}
    for unused in told.unused:
        why[unused.why] += 1
    reasons = ", ".join(f"{number} {reason.value}" for reason, number in why.items() if number)
    nothing = f"nothing in these facts is what the {document}'s reasoning starts from"
    return f"{nothing} ({reasons})" if reasons else nothing
