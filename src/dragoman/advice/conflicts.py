"""Disputed facts, and what hangs on them: found out by settling each one either way and looking.

Nothing rests on a disputed fact, so what would follow from either side does not follow now.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator

from dragoman.advice.evaluate import Evaluation, evaluate_evidence
from dragoman.advice.forms import Conflict, Settled
from dragoman.advice.voices import Voices
from dragoman.engines.model import Engine
from dragoman.engines.names import EngineName
from dragoman.engines.select import engine_named
from dragoman.errors import EngineError
from dragoman.rulebook.forms import Atom
from dragoman.rulebook.words import fill
from dragoman.situation.answers import is_disputed
from dragoman.situation.evidence import Evidence, Known, sort_key
from dragoman.situation.forms import Statement

MAX_SETTLED = 24
"""Beyond so many disputed facts, the rest are listed without trying what they would decide."""


def conflicts(evaluation: Evaluation, concerns: Callable[[Atom], bool]) -> tuple[Conflict, ...]:
    """The disputed facts of an evaluation, in the order of their atoms; only atoms that `concerns` keeps are shown.

    What would follow is found out with `columns`, which fires the same rules in a small part of the time.
    """
    voices = Voices(evaluation.rulebook)
    disputed = [
        known
        for known in evaluation.evidence.known.values()
        if concerns(known.atom) and is_disputed(evaluation.rulebook.facts[known.atom.fact], known)
    ]
    found = []
    for number, known in enumerate(disputed):
        ways = tuple(_ways(evaluation, known, concerns)) if number < MAX_SETTLED else ()
        found.append(
            Conflict(
                sentence=_question(voices, known.atom),
                voices=tuple(voices.of(statement) for statement in known.firm),
                ways=ways,
            )
        )
    return tuple(found)


def _settled(evaluation: Evaluation, known: Known) -> Iterator[Known]:
    """The ways to settle it: each thing that was said, as if it alone had been said."""
    sides: dict[tuple[bool, object], list[Statement]] = {}
    for statement in known.firm:
        sides.setdefault((statement.said.holds, statement.said.value), []).append(statement)
    for side in sides.values():
        yield dataclasses.replace(known, firm=tuple(side))


def _ways(evaluation: Evaluation, known: Known, concerns: Callable[[Atom], bool]) -> Iterator[Settled]:
    """What each way to settle it would change; nothing for a rulebook that `columns` refuses."""
    engine = engine_named(EngineName.COLUMNS)
    try:
        for way in _settled(evaluation, known):
            yield _way(evaluation, engine, way, concerns)
    except EngineError:
        return


def _question(voices: Voices, atom: Atom) -> str:
    fact = voices.rulebook.facts[atom.fact]
    return fill(fact.question or fact.says, voices.wording.slots(fact, atom.key))


def _way(evaluation: Evaluation, engine: Engine, way: Known, concerns: Callable[[Atom], bool]) -> Settled:
    """What would be shown if it were settled this way and is not now, and the other way round."""
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
    now, then = _shown(evaluation, concerns), _shown(settled, concerns)
    voices = Voices(evaluation.rulebook)

    def words(atoms: Iterable[Atom]) -> tuple[str, ...]:
        first_advice = sorted(
            atoms, key=lambda atom: (atom.fact not in evaluation.rulebook.recommendations, sort_key(atom))
        )
        return tuple(voices.together(first_advice))

    return Settled(voices.known(way), words(then - now - {way.atom}), words(now - then))


def _shown(evaluation: Evaluation, concerns: Callable[[Atom], bool]) -> set[Atom]:
    return {a for a in evaluation.model.true if evaluation.rulebook.facts[a.fact].shown_as and concerns(a)}
