"""What the checks look at: a rulebook, its instances, its situations and its cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.cases import Case
from dragoman.errors import EngineError
from dragoman.form import form
from dragoman.program.forms import Literal, Program
from dragoman.program.ground import Ground, count_instances, ground
from dragoman.program.normal import compile_program, literal
from dragoman.rulebook.forms import Atom, Condition, Key, Mode, Rule, Rulebook
from dragoman.situation.forms import Situation


@form
class Subject:
    """A rulebook that loads, and what belongs to it."""

    rulebook: Rulebook
    situations: Sequence[Situation]
    cases: Sequence[Case]
    counts: Mapping[str, int]
    """How many instances each rule has; counting stops where there are far too many."""
    concluded: Mapping[str, frozenset[Key]]
    """By fact type, the keys that some instance of some rule concludes."""
    conclusions: Mapping[str, frozenset[Atom]]
    """By rule, what its instances conclude."""
    read: frozenset[Atom]
    """What a condition of some instance looks at."""
    is_complete: bool
    """Whether every rule was instantiated; if not, only `counts` tells anything."""

    def literal(self, condition: Condition) -> Literal:
        """A condition with numbers for the names of parameters."""
        return literal(self.rulebook, condition)

    def is_provided(self, rule: Rule, condition: Condition) -> bool:
        """Whether some rule concludes what the condition speaks of."""
        return next(self.provided(rule, condition), None) is not None

    def provided(self, rule: Rule, condition: Condition) -> Iterator[Key]:
        """What the condition speaks of and some rule concludes."""
        wanted = self.literal(condition)
        ranges = {name: frozenset(values) for name, values in rule.ranges.items()}
        for key in self.concluded.get(wanted.fact.name, ()):
            for read in wanted.keys(key):
                binding = wanted.matches(read, {})
                if binding is not None and all(value in ranges.get(name, {value}) for name, value in binding.items()):
                    yield key


def study(rulebook: Rulebook, situations: Sequence[Situation], cases: Sequence[Case]) -> Subject:
    """Instantiate the rules and look at what they conclude and read."""
    program = compile_program(rulebook)
    counts = count_instances(program)
    try:
        made = ground(program)
    except EngineError:
        return Subject(rulebook, situations, cases, counts, {}, {}, frozenset(), is_complete=False)
    conclusions = _conclusions(program, made)
    concluded: dict[str, set[Key]] = {}
    for atoms in conclusions.values():
        for atom in atoms:
            concluded.setdefault(atom.fact, set()).add(atom.key)
    return Subject(
        rulebook=rulebook,
        situations=situations,
        cases=cases,
        counts=counts,
        concluded={fact: frozenset(keys) for fact, keys in concluded.items()},
        conclusions={rule: frozenset(atoms) for rule, atoms in conclusions.items()},
        read=frozenset(_read(made)),
        is_complete=True,
    )


def _conclusions(program: Program, made: Ground) -> dict[str, set[Atom]]:
    found: dict[str, set[Atom]] = {}
    for instance in made.instances:
        atoms = (made.propositions[number].atom for number in instance.then)
        found.setdefault(program.rules[instance.rule].id, set()).update(atoms)
    return found


def _read(made: Ground) -> Iterator[Atom]:
    """The atoms that conditions look at which see what was concluded."""
    for instance in made.instances:
        groups = (number for group in instance.unless for number in made.groups[group])
        for number in (*instance.when, *groups):
            found = made.literals[number]
            if found.mode in {Mode.HOLDS, Mode.ABSENT}:
                yield made.propositions[found.proposition].atom
