"""On random rulebooks and situations, durable_rules gives what the oracle gives; order never matters."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest
from hypothesis import assume, given, note, settings

from dragoman.engines.model import Firing
from dragoman.program.normal import compile_program
from dragoman.rulebook.forms import Rulebook
from dragoman.situation.assemble import situation_names
from dragoman.situation.forms import Situation
from tests.engines.agreement import is_too_big
from tests.oracle import told
from tests.oracle.naive import Oracle
from tests.properties import differential
from tests.properties.strategies import MOST_IN_ONE_PROCESS, examples, seeds, trials
from tests.properties.tellings import Layer, Telling, random_telling
from tests.properties.trial import Outcome, differences, forgets, load, misread, read_telling, run, shared_engine
from tests.properties.worlds import Json, World, random_world
from tests.rulebooks import report, situation

Evaluated = tuple[Rulebook, Situation, Outcome, Telling]


@contextmanager
def evaluated(world: World, tellings: list[Telling], files: int = 2) -> Iterator[list[Evaluated | None]]:
    """Each situation through files and engine; None where a `forget` matches nothing, which is an error."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rulebook = load(folder / "rulebook", world.documents(files))
        assume(not is_too_big(compile_program(rulebook)))
        note("\n".join(path.read_text() for path in sorted((folder / "rulebook").glob("[rv]*.yaml"))))
        found: list[Evaluated | None] = []
        for number, telling in enumerate(tellings):
            situation = read_telling(rulebook, folder / f"situation{number}", telling)
            outcome = run(shared_engine(), rulebook, situation) if situation else None
            found.append((rulebook, situation, outcome, telling) if situation and outcome else None)
        yield found


@examples()
@given(trials())
def test_rete_gives_what_the_oracle_gives(trial: tuple[World, list[Telling]]) -> None:
    """The same answer to every test of every rule, the same true atoms, firings and likelihoods."""
    with evaluated(*trial) as found:
        for one in filter(None, found):
            rulebook, situation, outcome, telling = one
            note(str(telling))
            assert misread(situation, telling) == []
            assert differences(rulebook, outcome, situation, forgets(telling)) == []


@examples(divisor=4)
@given(trials(situations=3), seeds)
def test_the_order_of_facts_and_rules_changes_nothing(trial: tuple[World, list[Telling]], dice: Random) -> None:
    """Facts shuffled within and between files that stand side by side, rules within and between files."""
    world, tellings = trial
    other = World(world.entities, world.groups, world.facts, shuffled(dice, world.rules))
    stirred = [Telling([stir(dice, layer) for layer in t.layers], shuffled(dice, t.chat)) for t in tellings]
    with evaluated(world, tellings) as first, evaluated(other, stirred, files=3) as second:
        for one, two in zip(first, second, strict=True):
            assert (one and one[2].result) == (two and two[2].result)


def shuffled(dice: Random, items: list[Json]) -> list[Json]:
    return dice.sample(items, len(items))


def stir(dice: Random, layer: Layer) -> Layer:
    """The same facts in another order, dealt out to the same number of files."""
    facts = shuffled(dice, [fact for file in layer.files for fact in file])
    return Layer([facts[n :: len(layer.files)] for n in range(len(layer.files))], layer.forget, layer.as_of)


@examples(divisor=4)
@given(trials())
def test_every_premise_of_every_firing_holds(trial: tuple[World, list[Telling]]) -> None:
    """A firing proves itself: its premises satisfy its conditions under its bindings, and nothing holds it back."""
    with evaluated(*trial) as found:
        for one in filter(None, found):
            rulebook, situation, outcome, telling = one
            oracle = Oracle(rulebook, told.tell(rulebook, situation, forgets(telling)))
            oracle.verdict()
            assert [flaw for firing in outcome.model.firings for flaw in flaws(oracle, firing)] == []


def flaws(oracle: Oracle, firing: Firing) -> Iterator[str]:
    """What is wrong with a firing."""
    rule, binding = oracle.rulebook.rules[firing.rule], dict(firing.bindings)
    for condition, premise in zip(rule.when, firing.premises, strict=True):
        if not oracle.premise(condition, premise)[0]:
            yield f"{firing}: {premise} does not satisfy {condition}"
        if binding not in oracle.unify(condition.pattern, premise, binding):
            yield f"{firing}: {premise} does not fit {condition} under {binding}"
    yield from (
        f"{firing}: held back by {condition}" for condition in rule.unless if oracle.holds_back(condition, binding)
    )
    if firing.conclusion not in [oracle.instance(pattern, binding) for pattern in rule.then]:
        yield f"{firing}: the rule concludes something else"


def test_the_generators_use_all_of_the_language() -> None:
    """What the other tests rest on: every kind of condition, statement, answer and firing comes up."""
    seen: Counter[str] = Counter()
    for number in range(250):
        dice = Random(number)
        world = random_world(dice)
        with tempfile.TemporaryDirectory() as name:
            rulebook = load(Path(name) / "rulebook", world.documents())
            for rule in rulebook.rules.values():
                seen.update(condition.mode.name for condition in (*rule.when, *rule.unless))
            for shape in world.facts.values():
                seen.update(f"spread {slot.spread}" for slot in shape.slots if slot.spread)
                seen["optional"] += any(slot.optional for slot in shape.slots)
                seen["symmetric"] += shape.symmetric
            telling = random_telling(dice, world)
            situation = read_telling(rulebook, Path(name) / "situation", telling)
            if situation is None:
                continue
            seen.update({"forget": len(forgets(telling)), "chat": len(telling.chat), "layers": len(telling.layers) > 1})
            known = told.tell(rulebook, situation, forgets(telling))
            oracle = Oracle(rulebook, known)
            for firing in oracle.verdict().firings:
                seen[firing.status.name] += 1
                seen[f"level {firing.level}"] += 1
            seen.update(f"told {oracle.told_of(atom)[0].name}" for atom in known)
    wanted = {"HOLDS", "DENIED", "ABSENT", "NOT_TOLD", "NOT_DENIED", "GIVES", "CONFIRMS", "OVERRULED", "HELD_BACK"}
    wanted |= {"spread each", "spread none", "optional", "symmetric", "forget", "chat", "layers"}
    wanted |= {"told TRUE", "told FALSE", "told DISPUTED", "told UNKNOWN", "level 1", "level 2", "level 3"}
    assert {name for name in wanted if seen[name] < 3} == set()


def test_rulebooks_in_processes_of_their_own(capfd: pytest.CaptureFixture[str]) -> None:
    """Few, to show that the command compares; .ci/run has it look at hundreds. A crash of durable_rules would be seen."""
    assert differential.main(["--rulebooks", "20", "--chunk", "10", "--seed", "2020"]) == 0
    counted = dict(
        line.split(": ", 1) for line in capfd.readouterr().out.splitlines() if ": " in line and "s: " in line
    )
    assert counted["rulebooks"] == "20"
    assert int(counted["situations"]) > 60


def test_rete_gives_what_the_oracle_gives_on_the_reports_own_rulebook() -> None:
    """The situations that are shipped, far larger than the random ones: some in every run, all in a long one."""
    rulebook = report()
    names = situation_names(rulebook)
    assert "2020-11-report-world" in names
    for name in names if settings().max_examples > MOST_IN_ONE_PROCESS else {*names[::4], "2020-11-report-world"}:
        outcome = run(shared_engine(), rulebook, situation(name))
        assert (name, differences(rulebook, outcome, situation(name))) == (name, [])
