"""What can be told of one atom, and the situations that such statements make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from dragoman.errors import Place
from dragoman.program.forms import Literal
from dragoman.rulebook.forms import Atom, Blank, Bounds, Rulebook, Slot, SlotKind, WordTest, resolved
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.answers import answer
from dragoman.situation.evidence import Known, Truth, sort_key, weigh
from dragoman.situation.forms import NumberRange, Said, Situation, Word
from dragoman.situation.spread import Spreads, statements_of

STEP = Decimal("0.000001")
"""The smallest difference between two numbers that a file can tell: so far from a threshold is just beside it."""
_LAYER = 1
"""Above the catalogue of instruments, as the facts of a file."""
_PLACE = Place("near-miss", 1, 1)


@dataclass(frozen=True, slots=True)
class Told:
    """One statement on one atom."""

    holds: bool
    value: NumberRange | Word | None = None

    def __str__(self) -> str:
        match self.value:
            case None:
                return "told true" if self.holds else "told false"
            case Word(word):
                return f"told {word}" if self.holds else f"told not {word}"
            case NumberRange(low):
                return f"told {low.normalize():f}"


Telling = tuple[Told, ...]
"""All that is said of one atom: nothing, one statement, or two that contradict each other."""
Facts = Mapping[Atom, Telling]
"""All that is told."""
UNTOLD: Telling = ()
DISPUTED: Telling = (Told(True), Told(False))


def in_words(telling: Telling) -> str:
    """`untold`, `told true`, `told 40`, `disputed`."""
    return "disputed" if len(telling) > 1 else str(telling[0]) if telling else "untold"


class Teller:
    """Makes situations of one rulebook, and answers conditions on what is told of one atom alone."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self._spreads: Spreads = {}
        self._known: dict[tuple[Atom, Telling], Known | None] = {}
        self._ends: dict[str, list[Decimal]] = {}
        for rule in rulebook.rules.values():
            for condition in (*rule.when, *rule.unless, *rule.tempered_by):
                test = resolved(condition.pattern.test, rulebook.parameters)
                self._ends.setdefault(condition.pattern.fact, []).extend(_ends(test))

    def situation(self, facts: Facts) -> Situation:
        """The situation in which `facts` are told, and nothing else."""
        said = (self._said(atom, told) for atom in sorted(facts, key=sort_key) for told in facts[atom])
        statements = (s for one in said for s in statements_of(self.rulebook, one, self._spreads))
        return Situation("", None, tuple(statements))

    def truth(self, literal: Literal, atom: Atom, telling: Telling) -> Truth:
        """Whether a condition's pattern and test hold of `atom`, if `telling` is all that is told of it."""
        case = atom, telling
        if case not in self._known:
            self._known[case] = weigh(self.rulebook, self.situation({atom: telling})).of(atom)
        return answer(literal.fact, self._known[case], literal.test).truth

    def tellings(self, literal: Literal) -> Iterator[Telling]:
        """What can be told of an atom: the plainest first, and what passes the test of `literal` before other values."""
        match literal.fact.value:
            case None:
                yield from ((Told(True),), (Told(False),), DISPUTED)
            case Slot(kind=SlotKind.NUMBER) as slot:
                for number in self._numbers(literal, slot):
                    yield (Told(True, NumberRange(number, number)),)
            case slot:
                wanted = literal.test.words if isinstance(literal.test, WordTest) else frozenset[str]()
                words = sorted(slot.words, key=lambda word: word not in wanted)
                yield from ((Told(True, Word(word)),) for word in words)
                yield from ((Told(False, Word(word)),) for word in words if word in wanted)

    def _numbers(self, literal: Literal, slot: Slot) -> list[Decimal]:
        """The ends of the test and what lies just beside them; then those of all other tests of this fact type."""
        ends = dict.fromkeys((*_ends(literal.test), *self._ends.get(literal.fact.name, ())))
        near = [number for end in ends for number in (end, end + STEP, end - STEP)]
        return [n for n in dict.fromkeys(near or [slot.low]) if slot.low <= n <= slot.high or slot.low >= slot.high]

    def _said(self, atom: Atom, told: Told) -> Said:
        terms = tuple(Blank.MISSING if value is None else value for value in atom.key)
        return Said(atom.fact, terms, told.holds, Likelihood.UNHEDGED, told.value, _PLACE, _LAYER)


def _ends(test: WordTest | Bounds | None) -> tuple[Decimal, ...]:
    return tuple(end for end in (test.low, test.high) if end is not None) if isinstance(test, Bounds) else ()
