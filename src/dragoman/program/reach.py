"""What can be true at all: the atoms that can be told or concluded, as rows of values for a condition.

A told atom takes its values from the domains of the key slots: groups only where the group is one more
value, a missing slot only where the slot is optional. An atom that only rules give must have been concluded
by an instance of a lower level. So the instances of a rule grow out of what can exist, and not out of
the product of all ranges.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, product

from dragoman.program.forms import Literal, Program
from dragoman.rulebook.forms import Atom, Blank, FactType, Key, Mode, Origin, Slot, Variable

Row = tuple[tuple[str, ...], Key]
"""The values of a condition's variables, in the order of `variables_of`, and the key of an atom that it then means."""

_READS_CONCLUSIONS = frozenset({Mode.HOLDS, Mode.ABSENT})


class TooManyError(Exception):
    """There are more rows than are allowed; never leaves this package."""


class Reach:
    """The atoms that are possible; grows level by level."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._concluded: dict[str, dict[Key, None]] = {}
        self._domains: dict[str, tuple[frozenset[str | None], ...]] = {}
        self._of_kinds: dict[int, frozenset[str]] = {}
        """What a slot of a kind could hold, by identity: the program keeps its kinds alive, and has few."""

    def conclude(self, atom: Atom) -> None:
        """Note that some instance concludes `atom`."""
        self._concluded.setdefault(atom.fact, {})[atom.key] = None

    def ranges(self, literals: Sequence[Literal]) -> dict[str, list[str]]:
        """Of each variable, the values that every one of its slots in `literals` can take, sorted."""
        found: dict[str, set[str]] = {}
        for literal in literals:
            for name, position in _positions(literal):
                values = {value for value in self._values(literal, position) if value is not None}
                found[name] = found[name] & values if name in found else values
        return {name: sorted(values) for name, values in found.items()}

    def rows(self, literal: Literal, ranges: Mapping[str, Sequence[str]], limit: int) -> list[Row]:
        """What `literal` can mean with its variables within `ranges`, each row once.

        Raises:
            TooManyError: if there are more than `limit`.
        """
        told = self._told_rows(literal, ranges) if _can_be_told(literal.fact) else ()
        rows: dict[Row, None] = {}
        for row in chain(told, self._concluded_rows(literal, ranges)):
            rows[row] = None
            if len(rows) > limit:
                raise TooManyError
        return list(rows)

    # -- what can be told

    def _told_rows(self, literal: Literal, ranges: Mapping[str, Sequence[str]]) -> Iterator[Row]:
        fact, names = literal.fact, variables_of(literal)
        choices: list[Sequence[str | None]] = [ranges[name] for name in names]
        places: list[int] = []
        """For each key slot, which of the choices fills it."""
        for domain_, term in zip(self.domains(fact), literal.terms, strict=True):
            if isinstance(term, Variable):
                places.append(names.index(term.name))
                continue
            places.append(len(choices))
            match term:
                case Blank.ANY:
                    choices.append(sorted(domain_, key=lambda value: value or ""))
                case Blank.MISSING:
                    choices.append((None,))
                case _:
                    choices.append((term,))
        for chosen in product(*choices):
            key = tuple(chosen[place] for place in places)
            if not fact.is_with_itself(key):
                yield tuple(map(str, chosen[: len(names)])), fact.canonical(key)

    def domains(self, fact: FactType) -> tuple[frozenset[str | None], ...]:
        """What each key slot could hold if it were told; the two slots of a symmetric fact hold the same, since they are put in order."""
        if fact.name not in self._domains:
            both = [fact.keys[position] for position in fact.symmetric or ()]
            self._domains[fact.name] = tuple(
                frozenset[str | None]().union(*map(self._slot_domain, both if slot in both else (slot,)))
                for slot in fact.keys
            )
        return self._domains[fact.name]

    def _slot_domain(self, slot: Slot) -> frozenset[str | None]:
        missing: frozenset[str | None] = frozenset({None}) if slot.optional else frozenset()
        domain = self._of_kinds.get(id(slot.kind))
        if domain is None:
            domain = self._of_kinds[id(slot.kind)] = slot.kind.domain(self._program.entities)
        return domain | missing

    # -- what can be concluded

    def _concluded_rows(self, literal: Literal, ranges: Mapping[str, Sequence[str]]) -> Iterator[Row]:
        if literal.mode not in _READS_CONCLUSIONS:
            return
        names = variables_of(literal)
        allowed = {name: frozenset(ranges[name]) for name in names}
        for key in self._concluded.get(literal.fact.name, ()):
            for read in literal.keys(key):
                binding = literal.matches(read, {})
                if binding is not None and all(binding[name] in allowed[name] for name in names):
                    yield tuple(binding[name] for name in names), key

    def _values(self, literal: Literal, position: int) -> set[str | None]:
        fact = literal.fact
        found = set(self.domains(fact)[position]) if _can_be_told(fact) else set()
        if literal.mode in _READS_CONCLUSIONS:
            concluded = self._concluded.get(fact.name, ())
            found |= {read[position] for key in concluded for read in literal.keys(key)}
        return found


def variables_of(literal: Literal) -> tuple[str, ...]:
    """The names of the variables, each once, in order."""
    return tuple(dict.fromkeys(name for name, _ in _positions(literal)))


def _positions(literal: Literal) -> Iterator[tuple[str, int]]:
    for position, term in enumerate(literal.terms):
        if isinstance(term, Variable):
            yield term.name, position


def _can_be_told(fact: FactType) -> bool:
    return fact.origin is not Origin.DERIVED
