"""Disputed facts, and what hangs on them: found out by settling each one either way and looking.

Nothing rests on a disputed fact, so what would follow from either side does not follow now.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator

from dragoman.advice.evaluate import Evaluation
from dragoman.advice.forms import Concluded, Conflict, Settled
from dragoman.advice.statement_wording import StatementWording
from dragoman.engines.model import Engine, Model
from dragoman.engines.names import EngineName
from dragoman.engines.select import engine_named
from dragoman.errors import EngineError
from dragoman.rulebook.forms import Atom
from dragoman.situation.answers import is_disputed
from dragoman.situation.evidence import Known, settled, sort_key
from dragoman.situation.forms import Statement

MAX_SETTLED = 24
"""Beyond so many disputed facts, the rest are listed without trying what they would decide."""


def conflicts(
    evaluation: Evaluation, voices: StatementWording, concerns: Callable[[Atom], bool]
) -> tuple[Conflict, ...]:
    """The disputed facts of an evaluation, in the order of their atoms; only atoms that `concerns` keeps are shown.

    What would follow is found out with `columns`, which fires the same rules in a small part of the time.
    """
    disputed = [
        known
        for known in evaluation.evidence.known.values()
        if concerns(known.atom)
        and not known.reckoned_from  # then what it was reckoned from is disputed itself
        and is_disputed(evaluation.rulebook.facts[known.atom.fact], known)
    ]
    found = []
    for number, known in enumerate(disputed):
        ways = tuple(_ways(evaluation, voices, known, concerns)) if number < MAX_SETTLED else ()
        found.append(
            Conflict(
                atom=known.atom,
                slots=voices.slots(known.atom),
                sentence=voices.question(known.atom),
                voices=tuple(voices.of(statement) for statement in known.firm),
                ways=ways,
                hint=_hint(voices, known),
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


def _ways(
    evaluation: Evaluation, voices: StatementWording, known: Known, concerns: Callable[[Atom], bool]
) -> Iterator[Settled]:
    """What each way to settle it would change; nothing for a rulebook that `columns` refuses."""
    engine = engine_named(EngineName.COLUMNS)
    try:
        for way in _settled(evaluation, known):
            yield _way(evaluation, voices, engine, way, concerns)
    except EngineError:
        return


def _hint(voices: StatementWording, known: Known) -> str:
    """How to settle what was denied of a group and told of its member: neither goes before the other."""
    own = any(s.said.terms == known.atom.key for s in known.firm)
    groups = {
        term
        for s in known.firm
        for term, value in zip(s.said.terms, known.atom.key, strict=True)
        if isinstance(term, str) and term != value
    }
    names = [entity for entity in voices.rulebook.entities.values() if entity.name in groups and entity.members]
    if not own or not names:
        return ""
    return f"it was denied of {names[0].title} and told of a member; say of each member for itself what is so"


def _way(
    evaluation: Evaluation, voices: StatementWording, engine: Engine, way: Known, concerns: Callable[[Atom], bool]
) -> Settled:
    """What would be shown if it were settled this way and is not now, and the other way round."""
    evidence = settled(evaluation.rulebook, evaluation.evidence, way)
    then_so = engine.run(evaluation.program, evidence)  # what is true is enough, nobody asks how likely it is
    now, then = _shown(evaluation, evaluation.model, concerns), _shown(evaluation, then_so, concerns)

    def in_order(atoms: Iterable[Atom]) -> list[Atom]:
        """Advice first."""
        return sorted(atoms, key=lambda atom: (atom.fact not in evaluation.rulebook.recommendations, sort_key(atom)))

    follows, falls = in_order(then - now - {way.atom}), in_order(now - then)
    return Settled(
        way=voices.known(way),
        follows=tuple(voices.together(follows)),
        falls=tuple(voices.together(falls)),
        following=tuple(Concluded(atom, voices.slots(atom)) for atom in follows),
        falling=tuple(Concluded(atom, voices.slots(atom)) for atom in falls),
    )


def _shown(evaluation: Evaluation, model: Model, concerns: Callable[[Atom], bool]) -> set[Atom]:
    return {a for a in model.true if evaluation.rulebook.facts[a.fact].shown_as and concerns(a)}
