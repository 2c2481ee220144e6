"""What can be told of one atom, and the situations that such statements make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.errors import Place
from dragoman.program.forms import Literal
from dragoman.program.normal import literal
from dragoman.rulebook.forms import Atom, Blank, Rulebook
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.answers import answer
from dragoman.situation.evidence import Known, sort_key, weigh
from dragoman.situation.forms import Said, Situation
from dragoman.situation.spread import Spreads, statements_of
from dragoman.values.kind import Stated, Test, Truth

_LAYER = 1
"""Above the catalogue of instruments, as the facts of a file."""
_PLACE = Place("near-miss", 1, 1)


Telling = tuple[Stated, ...]
"""All that is said of one atom: nothing, one statement, or two that contradict each other."""
Facts = Mapping[Atom, Telling]
"""All that is told."""
UNTOLD: Telling = ()
DISPUTED: Telling = (Stated(True, None), Stated(False, None))


def in_words(telling: Telling) -> str:
    """`untold`, `told true`, `told 40`, `told not growing`, `disputed`."""
    if not telling:
        return "untold"
    (holds, value), *others = telling
    if others:
        return "disputed"
    if value is None:
        return "told true" if holds else "told false"
    return f"told {'' if holds else 'not '}{value}"


class Teller:
    """Makes situations of one rulebook, and answers conditions on what is told of one atom alone."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self._spreads: Spreads = {}
        self._known: dict[tuple[Atom, Telling], Known | None] = {}
        self._tests: dict[str, list[Test]] = {}
        for rule in rulebook.rules.values():
            for condition in (*rule.when, *rule.unless, *rule.tempered_by):
                test = literal(rulebook, condition).test
                self._tests.setdefault(condition.pattern.fact, []).extend([test] if test else [])

    def situation(self, facts: Facts) -> Situation:
        """The situation in which `facts` are told, and nothing else."""
        said = (self._said(atom, told) for atom in sorted(facts, key=sort_key) for told in facts[atom])
        statements = (s for one in said for s in statements_of(self.rulebook, one, self._spreads))
        return Situation(self.rulebook, "", None, tuple(statements))

    def truth(self, wanted: Literal, atom: Atom, telling: Telling) -> Truth:
        """Whether a condition's pattern and test hold of `atom`, if `telling` is all that is told of it."""
        case = atom, telling
        if case not in self._known:
            self._known[case] = weigh(self.rulebook, self.situation({atom: telling})).of(atom)
        return answer(wanted.fact, self._known[case], wanted.test).truth

    def tellings(self, wanted: Literal) -> Iterator[Telling]:
        """What can be told of an atom: the plainest first, and what passes the test of `wanted` before other values."""
        if wanted.fact.value is None:
            yield from ((Stated(True, None),), (Stated(False, None),), DISPUTED)
        else:
            samples = wanted.fact.value.kind.samples(wanted.test, self._tests.get(wanted.fact.name, ()))
            yield from ((stated,) for stated in samples)

    def _said(self, atom: Atom, told: Stated) -> Said:
        terms = tuple(Blank.MISSING if value is None else value for value in atom.key)
        return Said(atom.fact, terms, told.holds, Likelihood.UNHEDGED, told.value, _PLACE, _LAYER)
