"""Between any two situations of any rulebook: what changed is all that changed, and each change comes of its causes alone."""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given, note

from dragoman.advice.evaluate import Evaluation, evaluate_evidence
from dragoman.advice.shown import Shown, shown_conclusions
from dragoman.engines.names import EngineName
from dragoman.engines.select import engine_named
from dragoman.exact.difference import Advised, difference
from dragoman.exact.difference_forms import Change, Difference, Sign, Turned
from dragoman.exact.trials import Trials, Wanted
from dragoman.program.normal import compile_program
from dragoman.rulebook.forms import Atom
from dragoman.situation.evidence import Known, together
from tests.engines.agreement import is_too_big
from tests.explain.worlds import WORLD
from tests.properties.strategies import examples, trials
from tests.properties.tellings import Telling
from tests.properties.trial import load, read_telling, shared_engine
from tests.properties.worlds import World
from tests.rulebooks import situation

COLUMNS = engine_named(EngineName.COLUMNS)
KINDS = ("finding", "risk", "forecast", "watch")
OPPOSITE = {Sign.CAME: Sign.WENT, Sign.WENT: Sign.CAME, Sign.CHANGED: Sign.CHANGED, Sign.REASONS: Sign.REASONS}
MOST_SEEN = 400
"""Beyond so many worlds a difference claims less, and a test sees less."""

Stand = tuple[str, tuple[str, ...]]
"""How a conclusion stands, and its reasons."""


@contextmanager
def advised(world: World, tellings: list[Telling]) -> Iterator[list[Advised]]:
    """Each telling as it is and as it was before its last lines; all that rules conclude is shown."""
    documents = world.documents()
    types = documents["vocabulary"]["fact_types"]
    for number, name in enumerate(sorted(name for name, shape in types.items() if shape["from"] != "told")):
        types[name]["shown_as"] = KINDS[number % len(KINDS)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rulebook = load(folder / "rulebook", documents)
        assume(not is_too_big(compile_program(rulebook)))
        note("\n".join(path.read_text() for path in sorted((folder / "rulebook").glob("[rv]*.yaml"))))
        found = []
        for number, telling in enumerate(tellings):
            note(str(telling))
            for way, chat in (("short", []), ("whole", telling.chat)):
                told = read_telling(rulebook, folder / f"{way}{number}", dataclasses.replace(telling, chat=chat))
                found += [Advised.of(told, engine=COLUMNS)] if told else []
        yield found


def stands(advised: Advised) -> dict[Atom, Stand]:
    return {atom: stand(one) for atom, one in shown_conclusions(advised.advice).items()}


def stand(one: Shown) -> Stand:
    return one.standing, tuple(sorted({f"{reason.rule}: {reason.sentence}" for reason in one.instance.reasons}))


def every(found: Difference) -> Iterator[tuple[Change, Turned, Atom]]:
    for change in found.changes:
        yield from ((change, turned, turned.shown.instance.atom) for turned in change.turned)


def said(found: Difference, *, mirrored: bool = False) -> set[tuple[object, ...]]:
    """All that a difference says of the advice; mirrored, as the difference the other way round would say it."""
    whole = set()
    for change, turned, atom in every(found):
        reasons = [frozenset((reason.rule, reason.sentence) for reason in some) for some in (turned.came, turned.went)]
        ends = [change.before, change.after]
        sign = OPPOSITE[change.sign] if mirrored else change.sign
        whole.add((sign, atom, *(ends[::-1] if mirrored else ends), *(reasons[::-1] if mirrored else reasons)))
    return whole


def applied(found: Difference, before: dict[Atom, Stand]) -> dict[Atom, Stand]:
    """The conclusions of the one, after all that the difference says."""
    after = dict(before)
    for change, turned, atom in every(found):
        if change.sign is Sign.WENT:
            assert change.before == after.pop(atom)[0]
        elif change.sign is Sign.CAME:
            assert atom not in after
            after[atom] = stand(turned.shown)
        else:
            standing, reasons = after[atom]
            assert standing == change.before
            came, went = ({f"{one.rule}: {one.sentence}" for one in some} for some in (turned.came, turned.went))
            after[atom] = change.after, tuple(sorted((set(reasons) - went) | came))
    return after


@examples(2)
@given(trials(situations=2))
def test_a_difference_is_all_that_changed(trial: tuple[World, list[Telling]]) -> None:
    with advised(*trial) as found:
        for before in found[:3]:
            assert difference(before, before) == dataclasses.replace(
                difference(before, before), causes=(), changes=(), unchanged=len(stands(before))
            )
            for after in found:
                there = difference(before, after, 0)
                assert applied(there, stands(before)) == stands(after)
                assert said(there) == said(difference(after, before, 0), mirrored=True)


@examples(2)
@given(trials(situations=2))
def test_what_a_change_hangs_on_gives_it_alone(trial: tuple[World, list[Telling]]) -> None:
    with advised(*trial) as found:
        for before, after in pairwise(found):
            check_causes(before, after)


def check_causes(before: Advised, after: Advised) -> None:
    """Each set that is said to be enough is, one less is not, and what is not said to be exact could not be."""
    there = difference(before, after, MOST_SEEN)
    for change, turned, atom in every(there):
        through = turned.through
        assert through.causes, f"{atom} changed because of nothing"
        for causes in (through.causes, *through.others) if through.is_exact else ():
            assert changes_alike(before, after, there, causes, change, atom)
            fewer = [tuple(one for one in causes if one != left_out) for left_out in causes]
            assert not any(changes_alike(before, after, there, some, change, atom) for some in fewer)


def changes_alike(
    before: Advised, after: Advised, found: Difference, causes: tuple[int, ...], change: Change, atom: Atom
) -> bool:
    """Whether a conclusion stands as it does after, if these causes alone are as they are after."""
    told: dict[Atom, Known] = dict(before.evaluation.evidence.told)
    for number in causes:
        for fact in found.causes[number].facts:
            known = after.evaluation.evidence.told.get(fact.atom)
            told.pop(fact.atom, None)
            told |= {fact.atom: known} if known else {}
    old = before.evaluation
    in_order = {atom: told[atom] for atom in sorted(told, key=lambda one: (one.fact, tuple(v or "" for v in one.key)))}
    evidence = together(old.rulebook, in_order, old.evidence.as_of)
    then = evaluate_evidence(old.rulebook, old.program, old.situation, evidence, shared_engine())
    return standing(then, atom, change) == standing(after.evaluation, atom, change)


def standing(evaluation: Evaluation, atom: Atom, change: Change) -> object:
    """Whether a conclusion follows, how likely, and by which firings if that is what changed."""
    firings = {
        (f.rule, f.bindings) for f in evaluation.model.firings if f.conclusion == atom and f.status.value == "gives"
    }
    level = evaluation.likelihoods.of_atom[atom] if atom in evaluation.model.true else None
    return level, firings if change.sign is Sign.REASONS else None


@pytest.mark.parametrize("name", ["kyrgyzstan-after-debt-talks", "trade-war-over", "nobody-asserts-agency"])
def test_the_same_of_the_report(name: str) -> None:
    before, after = (Advised.of(situation(one), engine=COLUMNS) for one in (WORLD, name))
    there, back = difference(before, after, 0), difference(after, before, 0)
    assert applied(there, stands(before)) == stands(after)
    assert applied(back, stands(after)) == stands(before)
    assert said(there) == said(back, mirrored=True)
    assert there.unchanged + sum(1 for _ in every(there)) == len(stands(before).keys() | stands(after).keys())


def test_what_is_left_out_last_may_spare_what_was_needed_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Found at random: with a fact withdrawn, another was needed that is not needed with it kept."""
    enough = {(0, 1, 2, 3, 4, 5), (0, 1, 2, 3, 5), (0, 1, 2, 5)}
    trials = Trials.__new__(Trials)
    monkeypatch.setattr(trials, "_is_enough", lambda _, numbers: tuple(numbers) in enough)
    wanted = Wanted(Atom("so", ()), None, with_reasons=False)
    assert trials._thinned(wanted, (0, 1, 2, 3, 4, 5)) == (0, 1, 2, 5)
