"""Two whom advice can be for, side by side: what is said, and follows, of both, and what of one alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from dragoman.advice.firing_wording import FiringWording
from dragoman.conversation.shown import Compared, Shared
from dragoman.exact.called import title
from dragoman.exact.difference import Advised
from dragoman.rulebook.forms import Atom, ShownAs
from dragoman.rulebook.words import capital, fill
from dragoman.situation.evidence import sort_key
from dragoman.situation.forms import CATALOGUE_LAYER

_SHOWN = (ShownAs.RISK, ShownAs.FORECAST, ShownAs.WATCH)
_ONE = "\0"
"""What stands in a key for the one of whom it speaks."""


def compared(advised: Advised, words: FiringWording, one: str, other: str) -> Compared:
    """What two entities share in the advice and in what was told, and what only one has."""
    return _Comparing(advised, words, one, other).compared()


class _Comparing:
    def __init__(self, advised: Advised, words: FiringWording, one: str, other: str) -> None:
        self.advised, self.words, self.one, self.other = advised, words, one, other
        self.rulebook, self.voices = words.rulebook, words.voices
        self.true = advised.evaluation.model.true

    def compared(self) -> Compared:
        facts = self.rulebook.facts
        recommended = [atom for atom in self.true if atom.fact in self.rulebook.recommendations]
        results = [
            atom for atom in self.true if facts[atom.fact].shown_as in _SHOWN and self.words.support.giving(atom)
        ]
        return Compared(
            self.voices.title(self.one),
            self.voices.title(self.other),
            self._shared(recommended, self._called),
            self._shared(results, self._sentence),
            self._told(),
        )

    def _shared(self, atoms: Iterable[Atom], say: Callable[[Sequence[Atom]], str]) -> Shared:
        sides = [self._of(atoms, name) for name in (self.one, self.other)]
        both = sides[0].keys() & sides[1].keys()
        return Shared(
            tuple(say([sides[0][key], sides[1][key]]) for key in sides[0] if key in both),
            *(tuple(say([side[key]]) for key in side if key not in both) for side in sides),
        )

    def _of(self, atoms: Iterable[Atom], name: str) -> Mapping[Atom, Atom]:
        """What speaks of one, by what it says whoever it is."""
        found = sorted((atom for atom in atoms if name in atom.key), key=sort_key)
        order = {fact: number for number, fact in enumerate(self.rulebook.recommendations)}
        found.sort(key=lambda atom: order.get(atom.fact, len(order)))
        return {Atom(a.fact, tuple(_ONE if v == name else v for v in a.key)): a for a in found}

    def _called(self, atoms: Sequence[Atom]) -> str:
        template = self.rulebook.recommendations[atoms[0].fact]
        slots = self.voices.wording.slots(self.rulebook.facts[atoms[0].fact], atoms[0].key)
        apart = fill(template.apart, slots)
        return " ".join(filter(None, (template.called or capital(fill(template.short, slots)), apart)))

    def _sentence(self, atoms: Sequence[Atom]) -> str:
        fact = self.rulebook.facts[atoms[0].fact]
        place = fact.key_names.index(self.voices.target(fact)) if self.voices.target(fact) else -1
        if len(atoms) > 1 and place >= 0 and atoms[0].key[place] == self.one:
            return title(self.voices, atoms)
        return self.voices.atom(atoms[0], None)

    def _told(self) -> Shared:
        sides = [dict(self._facts(name)) for name in (self.one, self.other)]
        both = sides[0].keys() & sides[1].keys()
        return Shared(
            tuple(sides[0][key] for key in sides[0] if key in both),
            *(tuple(text for key, text in side.items() if key not in both) for side in sides),
        )

    def _facts(self, name: str) -> Iterator[tuple[object, str]]:
        """What was told of one, by what it says whoever it is."""
        for known in self.advised.evaluation.evidence.told.values():
            if name in known.atom.key and any(s.said.layer != CATALOGUE_LAYER for s in known.firm):
                key = tuple(_ONE if value == name else value for value in known.atom.key)
                said = tuple((s.said.holds, s.said.value) for s in known.firm)
                yield (known.atom.fact, key, said), self.voices.known(known)
