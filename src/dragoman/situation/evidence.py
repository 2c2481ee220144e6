"""What is known because of what was said: one table, and one function that answers a condition.

Of all that was said of a key, in this order: what is dated after `as_of` is dropped; the highest
layer is kept; a more precise statement is kept before a wider one; the newest date is kept, beside
what is undated. What loses is history. Among what is left any firm statement decides; firm ones
that contradict each other make the key disputed, and nothing rests on it.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from enum import Enum

from dragoman.errors import Place
from dragoman.form import form
from dragoman.rulebook.files import shown_in
from dragoman.rulebook.forms import Atom, FactType, Rulebook
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.forms import CATALOGUE_LAYER, Extent, Said, Situation, Source, Statement
from dragoman.situation.shares import Reckoning, reckon
from dragoman.situation.spread import statements_of
from dragoman.values.kind import Truth


class Loss(Enum):
    """Why a statement is history."""

    FUTURE = "dated after the situation"
    OVERRIDDEN = "overridden by what was said above it"
    LESS_PRECISE = "a more precise statement was made"
    OLDER = "a newer statement was made"
    EXPIRED = "no longer in force"


@form
class Known:
    """All that was said of one atom, weighed."""

    atom: Atom
    firm: tuple[Statement, ...]
    """In force, and said as likely or more."""
    doubtful: tuple[Statement, ...]
    """In force, and said as no more than possible or even."""
    lost: tuple[tuple[Statement, Loss], ...]
    reckoned_from: tuple[Atom, ...] = ()
    """The part and the whole, where `firm` is a share that was reckoned from them and not told."""

    @property
    def for_it(self) -> tuple[Statement, ...]:
        """The firm statements that it is so."""
        return tuple(s for s in self.firm if s.said.holds)

    @property
    def truth(self) -> Truth:
        """Of an atom without a value slot."""
        sides = {s.said.holds for s in self.firm}
        if len(sides) > 1:
            return Truth.DISPUTED
        return Truth.UNKNOWN if not sides else Truth.TRUE if True in sides else Truth.FALSE


@form
class Evidence:
    """What is known, by atom; the only thing about a situation that engines see."""

    known: Mapping[Atom, Known]
    by_fact: Mapping[str, tuple[Known, ...]]
    """The same by fact type, in the order of the keys."""
    as_of: datetime.date | None
    reckonings: Mapping[Atom, Reckoning] = field(default_factory=dict)
    """By atom the shares that follow from a part and a whole, those beside a told share too."""
    told: Mapping[Atom, Known] = field(default_factory=dict)
    """What is known without what was reckoned."""

    def of(self, atom: Atom) -> Known | None:
        """What is known of `atom`, or None if nothing was ever said."""
        return self.known.get(atom)


def weigh(rulebook: Rulebook, situation: Situation) -> Evidence:
    """The evidence of a situation, the catalogue of instruments underneath."""
    by_atom: dict[Atom, list[Statement]] = {}
    for statement in (*_catalogue(rulebook, situation.as_of), *situation.statements):
        by_atom.setdefault(statement.atom, []).append(statement)
    known = {
        atom: weigh_atom(rulebook.facts[atom.fact], by_atom[atom], situation.as_of)
        for atom in sorted(by_atom, key=sort_key)
    }
    return together(rulebook, known, situation.as_of)


def settled(rulebook: Rulebook, evidence: Evidence, way: Known) -> Evidence:
    """The evidence if `way` were all that is known of its atom; shares are reckoned again."""
    return told_otherwise(rulebook, evidence, {way.atom: way})


def told_otherwise(rulebook: Rulebook, evidence: Evidence, ways: Mapping[Atom, Known | None]) -> Evidence:
    """The evidence if `ways` were all that is known of their atoms, or nothing were; shares are reckoned again."""
    told = {**evidence.told, **ways}
    atoms = told if len(told) == len(evidence.told) else sorted(told, key=sort_key)
    kept = {atom: known for atom in atoms if (known := told[atom]) is not None}
    return together(rulebook, kept, evidence.as_of)


def together(rulebook: Rulebook, told: dict[Atom, Known], as_of: datetime.date | None) -> Evidence:
    """The evidence of what is known of single atoms; shares that follow are added where none was told as high up."""
    reckonings = reckon(rulebook, told)
    known = dict(told)
    for atom, made in reckonings.items():
        itself = told.get(atom, Known(atom, (), (), ()))
        if made.statements and _layer(itself) < max(_layer(told[made.part]), _layer(told[made.whole])):
            overridden = tuple((statement, Loss.OVERRIDDEN) for statement in itself.firm)
            lost, halves = (*itself.lost, *overridden), (made.part, made.whole)
            known[atom] = dataclasses.replace(itself, firm=made.statements, lost=lost, reckoned_from=halves)
    if len(known) > len(told):
        known = {atom: known[atom] for atom in sorted(known, key=sort_key)}
    by_fact: dict[str, list[Known]] = {}
    for item in known.values():
        by_fact.setdefault(item.atom.fact, []).append(item)
    return Evidence(known, {fact: tuple(items) for fact, items in by_fact.items()}, as_of, reckonings, told)


def _layer(known: Known) -> int:
    """Where what counts was said firmly, which is one layer; below all others if nowhere."""
    return known.firm[0].said.layer if known.firm else -1


def sort_key(atom: Atom) -> tuple[str, tuple[str, ...]]:
    """The canonical order of atoms; a missing slot comes first."""
    return atom.fact, tuple(value or "" for value in atom.key)


_KEPT: deque[tuple[Rulebook, tuple[tuple[datetime.date, Statement], ...]]] = deque(maxlen=4)


def _catalogue(rulebook: Rulebook, as_of: datetime.date | None) -> Iterable[Statement]:
    """What the instruments say; without `as_of`, what was so at the report's date."""
    when = as_of or rulebook.report.date
    return [statement for adopted, statement in _whole_catalogue(rulebook) if adopted <= when]


def _whole_catalogue(rulebook: Rulebook) -> tuple[tuple[datetime.date, Statement], ...]:
    """What the instruments say, and since when: of the last few rulebooks the same again, as a run of cases asks often."""
    for kept, catalogue in tuple(_KEPT):
        if kept is rulebook:
            return catalogue
    _KEPT.append((rulebook, made := tuple(_of_instruments(rulebook))))
    return made


def _of_instruments(rulebook: Rulebook) -> Iterator[tuple[datetime.date, Statement]]:
    for instrument in rulebook.instruments.values():
        if instrument.adopted is None:
            continue
        facts: list[tuple[str, tuple[str, ...]]] = [("in_force", (instrument.id,))]
        if instrument.follows:
            facts.append(("follows", (instrument.id, instrument.follows)))
        for fact, terms in facts:
            said = Said(
                fact=fact,
                terms=terms,
                holds=True,
                likelihood=Likelihood.UNHEDGED,
                value=None,
                place=_place_in_rulebook(rulebook, instrument.place),
                layer=CATALOGUE_LAYER,
                source=Source(instrument.document),
            )
            for statement in statements_of(rulebook, said):
                yield instrument.adopted, statement


def _place_in_rulebook(rulebook: Rulebook, place: Place) -> Place:
    """A place in a file of the rulebook, the same on every machine."""
    return place._replace(source=shown_in(rulebook.folder, place.source))


def weigh_atom(fact: FactType, said: Sequence[Statement], as_of: datetime.date | None) -> Known:
    """What is known of one atom; `said` is all that was said of it, and not empty."""
    lost: list[tuple[Statement, Loss]] = []
    left = sorted(set(said), key=_order)

    def keep(kept: list[Statement], why: Loss) -> list[Statement]:
        if len(kept) < len(left):
            in_force = {id(s) for s in kept}
            lost.extend((s, why) for s in left if id(s) not in in_force)
        return kept

    left = keep([s for s in left if not (as_of and s.said.date and s.said.date > as_of)], Loss.FUTURE)
    top = max((s.said.layer for s in left), default=0)
    left = keep([s for s in left if s.said.layer == top], Loss.OVERRIDDEN)
    left = keep(_precise(fact, left), Loss.LESS_PRECISE)
    newest = max((s.said.date for s in left if s.said.date), default=None)
    left = keep([s for s in left if s.said.date in (None, newest)], Loss.OLDER)
    left = keep([s for s in left if not (as_of and s.said.until and s.said.until < as_of)], Loss.EXPIRED)
    return Known(
        atom=said[0].atom,
        firm=tuple(s for s in left if s.said.likelihood.is_firm),
        doubtful=tuple(s for s in left if not s.said.likelihood.is_firm),
        lost=tuple(lost),
    )


def _precise(fact: FactType, said: list[Statement]) -> list[Statement]:
    """The most precise statements, and each denial for a whole group that one of them contradicts.

    Works on the extents, which are few, and not on the statements, which may be many.
    """
    extents = {s.extent for s in said}
    if len(extents) < 2:
        return said
    precise = {extent for extent in extents if not any(_inside(fact, other, extent) for other in extents)}
    told: dict[object, set[Extent]] = {}
    for s in said:
        if s.extent in precise and s.said.holds and s.said.likelihood.is_firm:
            told.setdefault(s.said.value, set()).add(s.extent)
    return [
        s
        for s in said
        if s.extent in precise or any(_is_conflict(fact, s, extent) for extent in told.get(s.said.value, ()))
    ]


def _inside(fact: FactType, one: Extent, other: Extent) -> list[Extent]:
    """The readings of `one` (two, if the fact is symmetric) that are strictly inside `other`."""
    return [
        read for read in fact.readings(one) if read != other and all(a <= b for a, b in zip(read, other, strict=True))
    ]


def _is_conflict(fact: FactType, wider: Statement, told: Extent) -> bool:
    """Whether `wider` firmly denies of a group what is firmly told of a member.

    A denial that left a slot out is none against what names the slot: it yields to what is more precise.
    """
    return (
        not wider.said.holds
        and wider.said.likelihood.is_firm
        and any(
            all(mine == wide or None not in wide for mine, wide in zip(read, wider.extent, strict=True))
            for read in _inside(fact, told, wider.extent)
        )
    )


def _order(statement: Statement) -> tuple[bool, str, str, str, str, Place]:
    """By what was said before where, so that the order of the facts in a file changes nothing."""
    said = statement.said
    source = said.source.title if said.source else ""
    return not said.holds, str(said.value or ""), str(said.date or ""), source, said.label, said.place
