"""Disputed facts, and what hangs on them: found out by settling each one either way and looking.

Nothing rests on a disputed fact, so what would follow from either side does not follow now.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from dragoman.advice.evaluate import Evaluation, evaluate_evidence
from dragoman.advice.forms import Conflict
from dragoman.advice.voices import Voices
from dragoman.engines.model import Engine
from dragoman.rulebook.forms import Atom
from dragoman.situation.answers import number_span, word_span
from dragoman.situation.evidence import Evidence, Known, Truth, sort_key
from dragoman.situation.forms import Statement

MAX_SETTLED = 24
"""Beyond so many disputed facts, the rest are listed without trying what they would decide."""


def conflicts(evaluation: Evaluation, engine: Engine) -> tuple[Conflict, ...]:
    """The disputed facts of an evaluation, in the order of their atoms."""
    voices = Voices(evaluation.rulebook)
    disputed = [known for known in evaluation.evidence.known.values() if is_disputed(evaluation, known)]
    found = []
    for number, known in enumerate(disputed):
        fact = evaluation.rulebook.facts[known.atom.fact]
        ways = tuple(_settled(evaluation, known)) if number < MAX_SETTLED else ()
        found.append(
            Conflict(
                sentence=voices.wording.sentence(fact, known.atom.key),
                voices=tuple(voices.of(statement) for statement in known.firm),
                hangs=tuple((voices.known(way), _follows(evaluation, engine, way)) for way in ways),
            )
        )
    return tuple(found)


def is_disputed(evaluation: Evaluation, known: Known) -> bool:
    """Whether the firm statements in force contradict each other."""
    fact = evaluation.rulebook.facts[known.atom.fact]
    if fact.value is None:
        return known.truth is Truth.DISPUTED
    numbers = number_span(known)
    return numbers.is_disputed if numbers else word_span(fact, known).is_disputed


def _settled(evaluation: Evaluation, known: Known) -> Iterator[Known]:
    """The ways to settle it: each thing that was said, as if it alone had been said."""
    sides: dict[tuple[bool, object], list[Statement]] = {}
    for statement in known.firm:
        sides.setdefault((statement.said.holds, statement.said.value), []).append(statement)
    for side in sides.values():
        yield dataclasses.replace(known, firm=tuple(side))


def _follows(evaluation: Evaluation, engine: Engine, way: Known) -> tuple[str, ...]:
    """What would be shown if it were settled this way, and is not now."""
    evidence = evaluation.evidence
    known = {**evidence.known, way.atom: way}
    by_fact = {
        **evidence.by_fact,
        way.atom.fact: tuple(way if k.atom == way.atom else k for k in evidence.by_fact[way.atom.fact]),
    }
    settled = evaluate_evidence(
        evaluation.rulebook,
        evaluation.program,
        evaluation.situation,
        Evidence(known, by_fact, evidence.as_of),
        engine,
    )
    now, then = _shown(evaluation), _shown(settled)
    wording = Voices(evaluation.rulebook).wording
    facts = evaluation.rulebook.facts
    return tuple(wording.sentence(facts[atom.fact], atom.key) for atom in sorted(then - now, key=sort_key))


def _shown(evaluation: Evaluation) -> set[Atom]:
    return {atom for atom in evaluation.model.true if evaluation.rulebook.facts[atom.fact].shown_as}
