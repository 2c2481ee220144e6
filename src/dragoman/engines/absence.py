"""Whether an `unless` holds back a rule, and what stands behind it when it does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.program.forms import Binding, Literal
from dragoman.rulebook.forms import Atom, Mode
from dragoman.situation.answers import Answer, answer
from dragoman.situation.evidence import Evidence
from dragoman.values.kind import Truth

_HOLDS_BACK = {
    Mode.ABSENT: (Truth.TRUE, Truth.DISPUTED),
    Mode.NOT_TOLD: (Truth.TRUE, Truth.DISPUTED),
    Mode.NOT_DENIED: (Truth.FALSE, Truth.DISPUTED),
}


@dataclass(slots=True)
class Absences:
    """Answers `unless`, given what was told and what has been concluded so far."""

    evidence: Evidence
    true: dict[str, set[Atom]]
    """Atoms told or concluded true, by fact type; grows while the engine runs."""

    def holds_back(self, literal: Literal, binding: Binding) -> bool:
        """Whether the condition keeps a rule from firing under `binding`."""
        return next(self.obstacles(literal, binding), None) is not None

    def obstacles(self, literal: Literal, binding: Binding) -> Iterator[Atom]:
        """The atoms that hold the rule back: true ones, told false ones for a presumption, disputed ones."""
        wanted = _HOLDS_BACK[literal.mode]
        told = self.told(literal, binding)
        for atom, found in told:
            if found.truth in wanted:
                yield atom
        if literal.mode is Mode.ABSENT:
            for atom in self.concluded(literal, binding):
                known = self.evidence.of(atom)
                if known is None or known.truth is Truth.UNKNOWN:
                    yield atom

    def told(self, literal: Literal, binding: Binding) -> list[tuple[Atom, Answer]]:
        """What was told of the atoms that the condition speaks of."""
        atom = literal.atom(binding)
        if atom is not None:
            known = self.evidence.of(atom)
            return [(atom, answer(literal.fact, known, literal.test))] if known else []
        return [
            (known.atom, answer(literal.fact, known, literal.test))
            for known in self.evidence.by_fact.get(literal.fact.name, ())
            if _matches(literal, known.atom, binding)
        ]

    def concluded(self, literal: Literal, binding: Binding) -> Iterable[Atom]:
        """The true atoms that the condition speaks of."""
        true = self.true.get(literal.fact.name, set())
        atom = literal.atom(binding)
        if atom is not None:
            return (atom,) if atom in true else ()
        return [atom for atom in true if _matches(literal, atom, binding)]


def _matches(literal: Literal, atom: Atom, binding: Binding) -> bool:
    return any(literal.matches(key, binding) is not None for key in literal.keys(atom.key))
