"""Columns: where the bits are, what the four states set, and that chunks, words and places change nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.engines.columns.arrays import evaluate_words, ones, words_of
from dragoman.engines.columns.code import Code, compile_ground, evaluate
from dragoman.engines.columns.engine import MAX_PROGRAMS, ColumnsEngine
from dragoman.engines.columns.told import HOLDING, STATES, asked
from dragoman.engines.model import Status
from dragoman.program.ground import Proposition, ground
from dragoman.program.normal import compile_program
from dragoman.rulebook.forms import Atom, FactType, Mode, Rulebook
from dragoman.rulebook.load import read_rulebook, with_parameters
from dragoman.situation.answers import answer
from dragoman.situation.assemble import empty_situation, situation_names
from dragoman.situation.evidence import Evidence, Known, weigh
from dragoman.values.enumeration import WordTest
from dragoman.values.quantity import Bounds
from tests.cli.shell import LENDERS
from tests.engines.small import PERCENT, STATE, Json, both, derived, evidence, rule, small_rulebook, told
from tests.rulebooks import report, situation

ENGINE = ColumnsEngine()
SIZES = (1, 2, 63, 64, 65, 128, 200)
"""Situations: less than a word, a word, more than one."""


@pytest.fixture(scope="module")
def shipped() -> Code:
    return compile_ground(ground(compile_program(report())))


def random_inputs(code: Code, situations: int) -> list[int]:
    dice = Random(situations)
    return [dice.getrandbits(situations) for _ in code.inputs]


def as_words(columns: list[int], situations: int) -> list[bytearray]:
    return [bytearray(column.to_bytes(8 * -(-situations // 64), "little")) for column in columns]


# -- layout


def test_bit_j_of_word_w_is_situation_64_w_plus_j() -> None:
    columns = [1 << 0 | 1 << 63, 1 << 64, 1 << 70]
    words = words_of(as_words(columns, 71), 71)
    assert words.dtype == np.uint64
    assert words.tolist() == [[1 | 1 << 63, 0], [0, 1], [0, 1 << 6]]
    assert ones(71).tolist() == [2**64 - 1, 2**7 - 1]
    assert ones(64).tolist() == [2**64 - 1]


@pytest.mark.parametrize("situations", SIZES)
@pytest.mark.parametrize("chunk", [1, 2, 3, 4096])
def test_arrays_say_what_integers_say(shipped: Code, situations: int, chunk: int) -> None:
    inputs = random_inputs(shipped, situations)
    integers = evaluate(shipped, inputs, (1 << situations) - 1)
    words = evaluate_words(shipped, words_of(as_words(inputs, situations), situations), situations, chunk)
    assert [int.from_bytes(row.astype("<u8").tobytes(), "little") for row in words] == integers


@pytest.mark.parametrize("situations", SIZES)
def test_padding_stays_zero(shipped: Code, situations: int) -> None:
    """Even where everything is so, and where nothing is: absences hold then."""
    everything = (1 << situations) - 1
    for column in (0, everything):
        found = evaluate(shipped, [column] * len(shipped.inputs), everything)
        assert all(one & ~everything == 0 for one in found)
        words = words_of(as_words([column] * len(shipped.inputs), situations), situations)
        padding = ~ones(situations)[-1]
        assert not (evaluate_words(shipped, words, situations)[:, -1] & padding).any()


def test_a_situation_does_not_see_its_neighbours(shipped: Code) -> None:
    inputs = random_inputs(shipped, 100)
    together = evaluate(shipped, inputs, (1 << 100) - 1)
    for number in (0, 1, 64, 99):
        alone = evaluate(shipped, [column >> number & 1 for column in inputs], 1)
        assert alone == [column >> number & 1 for column in together]


def test_places_are_used_again(shipped: Code) -> None:
    assert shipped.places < len(shipped.inputs) + 1 + len(shipped.steps) / 2
    assert all(out < shipped.places for _, out, _, _ in shipped.steps)


def test_inputs_stay_as_they_were(shipped: Code) -> None:
    """A place is used again, an input array never."""
    words = words_of(as_words(random_inputs(shipped, 130), 130), 130)
    before = words.copy()
    evaluate_words(shipped, words, 130, chunk=2)
    assert (words == before).all()


# -- states


FACTS: dict[str, Json] = {
    "seen": told(state=STATE),
    "debt": told(state=STATE, percent=PERCENT),
    "trend": told(state=STATE, way={"one_of": ["up", "level", "down"], "value": True}),
    "weak": both(state=STATE),
    "fallen": derived(state=STATE),
}
RULES = {
    "weak-one": rule([{"seen": {"state": "$s"}}], [{"weak": {"state": "$s"}}]),
    "fallen-one": rule([{"weak": {"state": "$s"}}], [{"fallen": {"state": "$s"}}]),
}


def weak(*said: bool) -> list[Json]:
    return [{"weak": {"state": "kz"}} if holds else {"not": {"weak": {"state": "kz"}}} for holds in said]


@pytest.mark.parametrize(
    ("said", "status", "follows"),
    [
        (weak(), Status.GIVES, True),
        (weak(True), Status.CONFIRMS, True),
        (weak(False), Status.OVERRULED, False),
        (weak(True, False), Status.HELD_BACK, False),
    ],
)
def test_what_is_told_overrules(tmp_path: Path, said: list[Json], status: Status, follows: bool) -> None:
    rulebook = small_rulebook(tmp_path, FACTS, RULES)
    known = evidence(rulebook, tmp_path / "told", {"seen": {"state": "kz"}}, *said)
    model = ENGINE.run(compile_program(rulebook), known)
    assert [firing.status for firing in model.firings if firing.rule == "weak-one"] == [status]
    assert (Atom("fallen", ("kz",)) in model.true) == follows
    worlds = ENGINE.run_many(compile_program(rulebook), [known])
    assert (Atom("fallen", ("kz",)) in worlds.true(0)) == follows


def test_the_conditions_that_hold_in_each_state() -> None:
    """The table of `dragoman.engines.columns.engine`."""
    by_mode = {mode: {state for state, modes in HOLDING.items() if mode in modes} for mode in Mode}
    assert by_mode[Mode.HOLDS] == {1}
    assert by_mode[Mode.DENIED] == {2}
    assert by_mode[Mode.ABSENT] == by_mode[Mode.NOT_TOLD] == {1, 3}
    assert by_mode[Mode.NOT_DENIED] == {2, 3}


numbers = st.sampled_from([Decimal(n) for n in ("0", "29.9", "30", "30.1", "45", "59.9", "60", "60.1", "100")])
words = st.sampled_from(["up", "level", "down"])


@st.composite
def statements(draw: st.DrawFn) -> list[Json]:
    """What could be said of kz, contradictions included."""
    found: list[Json] = []
    for _ in range(draw(st.integers(0, 4))):
        match draw(st.sampled_from(["number", "range", "word", "not word"])):
            case "number":
                found.append({"debt": {"state": "kz", "percent": draw(numbers)}})
            case "range":
                low, high = sorted([draw(numbers), draw(numbers)])
                found.append({"debt": {"state": "kz", "percent": {"at_least": low, "at_most": high}}})
            case "word":
                found.append({"trend": {"state": "kz", "way": draw(words)}})
            case _:
                found.append({"not": {"trend": {"state": "kz", "way": draw(words)}}})
    return found


TESTS: list[Json] = [
    *({"debt": {"state": "$s", "percent": test}} for test in ({"at_least": "low"}, {"at_most": "high"})),
    {"debt": {"state": "$s", "percent": {"at_least": "low", "at_most": "high"}}},
    {"debt": {"state": "$s"}},
    *({"trend": {"state": "$s", "way": way}} for way in ("up", ["up", "level"], ["level", "down"])),
    {"trend": {"state": "$s"}},
]


@pytest.fixture(scope="module")
def testing(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    """A rule for each kind of test."""
    rules = {f"rule-{n}": rule([test], [{"fallen": {"state": "$s"}}]) for n, test in enumerate(TESTS)}
    return small_rulebook(tmp_path_factory.mktemp("testing"), FACTS, rules)


@given(situations=st.lists(statements(), min_size=1, max_size=6))
def test_states_are_the_answers(
    testing: Rulebook, tmp_path_factory: pytest.TempPathFactory, situations: list[list[Json]]
) -> None:
    """Whatever was answered before from the same signature: each state is what `answer` says of the test."""
    table = asked(ground(compile_program(testing)), lambda states: states)
    propositions = ground(compile_program(testing)).propositions
    for said in situations:
        known = evidence(testing, tmp_path_factory.mktemp("said") / "it", *said)
        for atom, one in known.known.items():
            fact = testing.facts[atom.fact]
            expected = {n: state_of(fact, one, p) for n, p in enumerate(propositions) if p.atom == atom}
            assert dict(table[atom].of(one)) == expected


def state_of(fact: FactType, known: Known, proposition: Proposition) -> int:
    test = proposition.test
    assert test is None or isinstance(test, (WordTest, Bounds))
    return STATES[answer(fact, known, test).truth]


# -- engine


def test_no_situation_and_no_facts() -> None:
    rulebook = report()
    program = compile_program(rulebook)
    assert ENGINE.run_many(program, []).situations == 0
    assert ENGINE.run_many(program, [], arrays=True).situations == 0
    nothing = weigh(rulebook, empty_situation(rulebook))
    catalogue = {atom for atom in nothing.known if rulebook.facts[atom.fact].catalogue}
    assert ENGINE.run(program, nothing).true == catalogue


def test_threads_do_not_disturb_each_other() -> None:
    """The first run of each thread makes what the others use."""
    rulebook = report()
    program, engine = compile_program(rulebook), ColumnsEngine()
    evidences = [weigh(rulebook, situation(name)) for name in situation_names(rulebook)] * 8
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda one: engine.run(program, one), evidences))
    assert together == [ENGINE.run(program, one) for one in evidences]


def test_the_code_is_the_same_in_every_process() -> None:
    """Whatever the seed of Python's hashes."""
    script = """
from dragoman.engines.columns.code import compile_ground
from dragoman.program.ground import ground
from dragoman.program.normal import compile_program
from dragoman.rulebook.load import read_rulebook
made = ground(compile_program(read_rulebook()))
code = compile_ground(made)
steps = [(operator.__name__, *places) for operator, *places in code.steps]
atoms = [proposition.atom for proposition in made.propositions]
print(made.instances, atoms, made.groups, code.inputs, code.outputs, code.atoms, steps)
"""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(outputs) == 1


def test_programs_that_were_used_long_ago_are_dropped() -> None:
    rulebook, engine = read_rulebook(LENDERS), ColumnsEngine()
    name, parameter = next(iter(rulebook.parameters.items()))
    nothing = Evidence({}, {}, None)
    for step in range(MAX_PROGRAMS + 3):
        changed = with_parameters(rulebook, {name: parameter.value + Decimal(step) / 1000})
        engine.run(compile_program(changed), nothing)
    assert len(engine._prepared) == MAX_PROGRAMS


def test_numpy_is_loaded_when_arrays_are_asked_for_and_not_before() -> None:
    script = """
import sys
from dragoman.engines.columns.engine import ColumnsEngine
from dragoman.program.normal import compile_program
from dragoman.rulebook.load import read_rulebook
from dragoman.situation.evidence import Evidence
program = compile_program(read_rulebook())
nothing = Evidence({}, {}, None)
engine = ColumnsEngine()
engine.run(program, nothing)
engine.run_many(program, [nothing])
assert not {"numpy", "durable"} & set(sys.modules)
sys.modules["numpy"] = None
try:
    engine.run_many(program, [nothing], arrays=True)
except Exception as error:
    print(type(error).__name__, error)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("EngineUnavailableError numpy cannot be imported")
    assert "pip install 'dragoman[sweep]'" in done.stdout
