"""What to ask: the open facts whose answer changes the advice, the one that settles most first.

A question settles a conclusion if its possible answers do not all leave it as it is. One that settles nothing is never
asked, whatever else could be told of the fact.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dragoman.exact.flips import Flipper
from dragoman.exact.levers import Lever
from dragoman.form import form
from dragoman.rulebook.forms import Atom, Origin, ShownAs
from dragoman.situation.evidence import sort_key
from dragoman.situation.forms import Said


@form
class Effect:
    """One possible answer, and what it would change."""

    says: Said
    """The plainest answer with this effect."""
    likewise: tuple[Said, ...]
    """All answers with this effect, that one first."""
    gives: tuple[Atom, ...]
    """What is shown and would come, in canonical order."""
    takes: tuple[Atom, ...]
    """What is shown and would go."""


@form
class Question:
    """An open fact, and what each answer would change."""

    atom: Atom
    answers: tuple[Effect, ...]
    """All that would make a difference between them; one that changes nothing is among them with nothing to change."""
    recommendations: tuple[Atom, ...]
    """Those that it settles, in canonical order."""
    others: tuple[Atom, ...]
    """Risks, forecasts and what to watch, as far as it settles them."""


def questions(flipper: Flipper, targets: Collection[str] = ()) -> tuple[Question, ...]:
    """All questions worth asking, the one that settles most first; `flipper` moves the open levers.

    With `targets`, names of entities, what settles something about one of them.
    """
    space = flipper.space
    facts = space.evaluation.rulebook.facts
    shown = [atom for atom in space.machine.output if _is_advice(facts[atom.fact].shown_as)]
    shown = [atom for atom in shown if not targets or not set(targets).isdisjoint(atom.key)]
    turned: dict[int, list[Atom]] = {}
    for atom in shown:
        for world in flipper.turning(atom):
            turned.setdefault(world, []).append(atom)
    worlds: dict[int, dict[int, int]] = {}
    for number, choice in enumerate(flipper.singles):
        ((lever, way),) = choice.items()
        worlds.setdefault(lever, {})[way] = number
    found = [
        _question(space.levers[lever], {way: turned.get(n, []) for way, n in ways.items()}, flipper)
        for lever, ways in worlds.items()
        if any(n in turned for n in ways.values())
    ]
    place = {name: number for number, name in enumerate(facts)}
    return tuple(
        sorted(
            found,
            key=lambda one: (
                -len(one.recommendations),
                -len(one.others),
                facts[one.atom.fact].origin is not Origin.TOLD,
                place[one.atom.fact],
                sort_key(one.atom),
            ),
        )
    )


def _question(lever: Lever, turned: dict[int, list[Atom]], flipper: Flipper) -> Question:
    facts = flipper.space.evaluation.rulebook.facts
    settled = sorted({atom for atoms in turned.values() for atom in atoms}, key=sort_key)
    advice = tuple(atom for atom in settled if facts[atom.fact].shown_as is ShownAs.RECOMMENDATION)
    others = tuple(atom for atom in settled if atom not in advice)
    return Question(lever.atoms[0], tuple(_effects(lever, turned, flipper)), advice, others)


def _effects(lever: Lever, turned: dict[int, list[Atom]], flipper: Flipper) -> Iterator[Effect]:
    """The answers; those with the same effect are one."""
    found: dict[tuple[Atom, ...], list[Said]] = {}
    for way, said in enumerate(lever.ways):
        if said is not None:
            found.setdefault(tuple(sorted(turned.get(way, ()), key=sort_key)), []).append(said)
    for atoms, answers in found.items():
        takes = tuple(atom for atom in atoms if flipper.space.holds(atom))
        gives = tuple(atom for atom in atoms if atom not in takes)
        yield Effect(answers[0], tuple(answers), gives, takes)


def _is_advice(shown_as: ShownAs | None) -> bool:
    return shown_as not in {None, ShownAs.FINDING}
