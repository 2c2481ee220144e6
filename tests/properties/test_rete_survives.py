"""What durable_rules does badly (notes of the engine) cannot happen to a caller of `ReteEngine`.

Whatever would end or starve the process runs in a process of its own, so that its failure is seen.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal, localcontext
from pathlib import Path
from random import Random
from typing import Any

import pytest

from dragoman.engines.columns.engine import ColumnsEngine
from dragoman.engines.model import Engine, Model
from dragoman.engines.rete import names
from dragoman.engines.rete.engine import ReteEngine
from dragoman.engines.rete.host import MAX_RULESETS, DurableHost, Match, Session, closing_rule
from dragoman.engines.rete.plan import plan, refusals
from dragoman.errors import EngineError
from dragoman.program.forms import Program
from dragoman.program.normal import compile_program
from dragoman.rulebook.forms import Atom, Rulebook
from dragoman.situation.assemble import empty_situation
from dragoman.situation.evidence import Evidence, weigh
from tests.properties.tellings import Layer, Telling, random_telling
from tests.properties.trial import differences, load, read_telling, run, shared_engine
from tests.properties.worlds import random_world

ROOT = Path(__file__).parents[2]


def run_apart(function: Callable[..., None], *arguments: object, seconds: float = 180) -> str:
    """What `function` of this module prints in a process of its own, which must end well and in time."""
    call = f"from {__name__} import {function.__name__} as f; f(*{arguments!r})"
    call = call.replace(__name__, "tests.properties.test_rete_survives")
    done = subprocess.run(
        [sys.executable, "-c", call], cwd=ROOT, capture_output=True, text=True, timeout=seconds, check=False
    )
    assert done.returncode == 0, f"exit code {done.returncode}\n{done.stderr}"
    return done.stdout


def busy_trial(folder: Path, situations: int = 1) -> tuple[Program, list[Evidence], Rulebook]:
    """A random rulebook, and situations in which its rules fire."""
    for seed in range(1000):
        dice = Random(f"busy {seed}")
        world = random_world(dice)
        rulebook = load(folder / f"rulebook{seed}", world.documents())
        program, found = compile_program(rulebook), []
        for number in range(4 * situations):
            situation = read_telling(rulebook, folder / f"situation{seed}-{number}", random_telling(dice, world))
            if situation and len(shared_engine().run(program, evidence := weigh(rulebook, situation)).firings) > 12:
                found.append(evidence)
        if len(found) >= situations:
            return program, found[:situations], rulebook
    raise AssertionError("no busy rulebook")


def test_the_empty_situation_gives_nothing_again_and_again(tmp_path: Path) -> None:
    """To delete a session in which nothing fired is a segmentation fault in durable_rules."""
    program, [evidence], rulebook = busy_trial(tmp_path)
    nothing = weigh(rulebook, empty_situation(rulebook))
    engine = ReteEngine()
    for _ in range(50):
        assert engine.run(program, nothing).firings == ()
    assert engine.run(program, evidence).firings != ()
    assert engine.run(program, nothing).firings == ()


# -- threads and memory


def print_growth(folder: str) -> None:
    """1,200 evaluations: how many threads there are afterwards, and by how many MB the process grew."""
    program, [evidence], _ = busy_trial(Path(folder))
    engine = shared_engine()
    for _ in range(50):
        engine.run(program, evidence)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(1200):
        engine.run(program, evidence)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    print(threading.active_count(), (after - before) / unit)


def test_evaluations_leave_no_thread_and_no_memory_behind(tmp_path: Path) -> None:
    """A host of durable_rules starts two threads that poll for ever; a session that is not deleted stays in memory."""
    threads, megabytes = run_apart(print_growth, str(tmp_path)).split()
    assert int(threads) == 1
    assert float(megabytes) < MOST_GROWTH


MOST_GROWTH = 4.0
"""MB in 1,200 evaluations."""


@pytest.fixture
def restless_threads() -> Iterator[None]:
    """Threads that take turns as often as they can, so that what can go wrong between two does."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("restless_threads")
def test_two_threads_get_what_one_would(tmp_path: Path) -> None:
    """Two situations at once, on an engine that has loaded nothing yet: durable_rules takes a ruleset only once."""
    program, evidences, _ = busy_trial(tmp_path, situations=2)
    expected = [shared_engine().run(program, evidence) for evidence in evidences]
    assert expected[0].firings != expected[1].firings
    for _ in range(10):
        engine, start = ReteEngine(), threading.Barrier(2)

        def runs(number: int, engine: Engine = engine, start: threading.Barrier = start) -> list[Model]:
            start.wait()
            return [engine.run(program, evidences[number]) for _ in range(10)]

        with ThreadPoolExecutor(2) as pool:
            for number, models in enumerate(pool.map(runs, range(2))):
                assert models == [expected[number]] * 10


def test_thresholds_share_a_ruleset_and_few_rulesets_are_kept(tmp_path: Path) -> None:
    """`--set` in a loop would keep 5 MB for each value."""
    engine = ReteEngine()
    told = {"from": "told", "slots": {"x": {"entity": ["state"]}}, "says": "{x}", "question": "Is it?"}
    for number in range(3 * MAX_RULESETS):
        rulebook = load(tmp_path / f"numbers{number}", number_documents(Decimal(number)))
        engine.run(compile_program(rulebook), weigh(rulebook, empty_situation(rulebook)))
    assert len(engine._host._idle) == 1
    for number in range(3 * MAX_RULESETS):
        rules = [plain_rule("rule", [{"one": {"x": "$x"}}] * (1 + number % 16), f"done{number}")]
        rulebook = load(tmp_path / f"rules{number}", documents({"one": told}, rules, {}))
        engine.run(compile_program(rulebook), weigh(rulebook, empty_situation(rulebook)))
    assert len(engine._host._idle) == MAX_RULESETS


# -- errors


TAG = dict(names.tag(1))
RULES = json.dumps(
    {"rule": {"all": [{"m0": {"$and": [{name: value} for name, value in TAG.items()]}}]}, "end": closing_rule()}
)
FACT = json.dumps(TAG)[1:-1]


@pytest.mark.parametrize("broken", [f'{FACT},"p0":1e300', f'{FACT},"p0":', ",".join(f'"p{n}":1' for n in range(300))])
def test_an_exception_of_durable_is_an_engine_error_and_the_host_lives_on(broken: str) -> None:
    """A number with an exponent, half a fact, a fact of 300 properties; afterwards a session works as before."""
    host = DurableHost()
    with pytest.raises(EngineError, match="durable_rules failed"):
        host.session(RULES, lambda session: session.fire([FACT, broken]))
    found: list[Match] = []
    host.session(RULES, lambda session: found.extend(session.fire([FACT])))
    assert found == [("rule", (0,))]


def test_a_session_that_cannot_be_deleted_is_an_engine_error_and_is_never_seen_again() -> None:
    """Deleted behind its back, as if the engine had lost it; the next session is one of another copy of the ruleset."""
    host = DurableHost()

    def lose(session: Session) -> None:
        host._engine.delete_state(session.handle, None)

    with pytest.raises(EngineError, match="durable_rules failed"):
        host.session(RULES, lose)
    found: list[Match] = []
    host.session(RULES, lambda session: found.extend(session.fire([FACT])))
    assert found == [("rule", (0,))]


def test_rules_that_durable_refuses_are_an_engine_error() -> None:
    """More rules on one pattern than its list holds."""
    same: dict[str, Any] = {f"rule{number}": {"all": [{"m0": {"t": "a"}}]} for number in range(300)}
    with pytest.raises(EngineError, match="durable_rules refused the rules"):
        DurableHost().session(json.dumps(same), lambda session: None)


def import_nothing() -> None:
    """The engine on a machine where durable_rules is not there."""
    sys.modules["durable_rules_engine"] = None  # type: ignore[assignment]
    try:
        ReteEngine()
    except EngineError as error:
        print(type(error).__name__, error)


def test_without_durable_the_error_says_how_to_mend_it() -> None:
    """One line with the remedy, and no ImportError."""
    said = run_apart(import_nothing)
    assert said.startswith("EngineUnavailableError durable_rules cannot be imported")
    assert "pip install" in said
    assert said.count("\n") == 1


# -- numbers


@pytest.mark.parametrize(
    "threshold", ["999999999999.999999", "-999999999999.999999", "0.000001", "-0.000001", "123456789012.345678"]
)
def test_numbers_are_compared_exactly_at_the_threshold(threshold: str, tmp_path: Path) -> None:
    """With six decimals and twelve digits before them, a millionth makes the difference; a double could not tell."""
    step, exact = Decimal("0.000001"), Decimal(threshold)
    rulebook = load(tmp_path / "rulebook", number_documents(exact))
    program = compile_program(rulebook)
    for number in {exact - step, exact, exact + step}:
        if abs(number) <= Decimal("999999999999.999999"):
            fact = {"amount": {"x": "kz", "money": number}}
            situation = read_telling(rulebook, tmp_path / f"s{number}", Telling([Layer([[fact]])]))
            assert situation is not None
            model = shared_engine().run(program, weigh(rulebook, situation))
            wanted = {"high": number >= exact, "low": number <= exact, "denied": number < exact}
            assert {atom.fact for atom in model.true} == {name for name, holds in wanted.items() if holds}


@pytest.mark.parametrize(
    "threshold", ["9223372036854.775808", "18446744073709.551616", f"{'9' * 30}.000001", f"-{'8' * 25}"]
)
def test_numbers_that_durable_would_overflow_are_compared_exactly(
    threshold: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """2^63 and 2^64 millionths, and far beyond: durable_rules sees no number."""
    monkeypatch.setenv("DRAGOMAN_LIMITS", "digits=40")
    step, exact = Decimal("0.000001"), Decimal(threshold)
    most = Decimal("9" * 31)
    rulebook = load(tmp_path / "rulebook", number_documents(exact, most))
    program = compile_program(rulebook)
    with localcontext(prec=60):
        numbers = {exact - step, exact, exact + step, most, -most}
    for number in numbers:
        fact = {"amount": {"x": "kz", "money": number}}
        situation = read_telling(rulebook, tmp_path / f"s{number}", Telling([Layer([[fact]])]))
        assert situation is not None
        known = weigh(rulebook, situation)
        models = [engine.run(program, known) for engine in (shared_engine(), ColumnsEngine())]
        wanted = {"high": number >= exact, "low": number <= exact, "denied": number < exact}
        assert [{atom.fact for atom in model.true} for model in models] == [
            {n for n, holds in wanted.items() if holds}
        ] * 2


def number_documents(threshold: Decimal, most: Decimal = Decimal("999999999999.999999")) -> dict[str, Any]:
    """Rules on both sides of a threshold."""
    amount = {"x": {"entity": ["state"]}, "money": {"number": "dollars", "min": -most, "max": most}}
    high, low = ({"amount": {"x": "kz", "money": {end: "threshold"}}} for end in ("at_least", "at_most"))
    rules: dict[str, dict[str, Any]] = {"high": high, "low": low, "denied": {"not": high}}
    return documents(
        {"amount": {"from": "told", "slots": amount, "says": "{money}", "question": "How much?"}},
        [plain_rule(name, [condition], name) for name, condition in rules.items()],
        {"threshold": {"value": threshold, "unit": "dollars", "reason": "a test"}},
    )


# -- more than durable_rules can take


def run_tags(folder: str, told: int) -> None:
    """A rulebook that tells `told` fact types apart, and perhaps fires."""
    facts = {f"told{n}": {"from": "told", "slots": {}, "says": "it", "question": "Is it?"} for n in range(told)}
    rules = [plain_rule(f"rule-{n}", [{f"told{n}": {}}], "done") for n in range(told)]
    rulebook = load(Path(folder) / "rulebook", documents(facts, rules, {}))
    program = compile_program(rulebook)
    situation = read_telling(rulebook, Path(folder) / "s", Telling([Layer([[{name: {}} for name in facts]])]))
    assert situation is not None
    try:
        model = ReteEngine().run(program, weigh(rulebook, situation))
        print([code for code, _ in refusals(program)], len(model.firings), Atom("done", ()) in model.true)
    except EngineError as error:
        print([code for code, _ in refusals(program)], error)


def test_more_fact_types_than_one_table_of_durable_holds_load_and_fire(tmp_path: Path) -> None:
    """512 tests in one table end in error 303, 513 in an endless loop; here they stand in two steps."""
    assert run_apart(run_tags, str(tmp_path), 600) == "[] 600 True\n"


def test_more_rules_than_durable_takes_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here with a smaller number than its own, which would be slow to reach; the closing rule counts."""
    monkeypatch.setattr(names, "MAX_RULES", 8)
    rules = [plain_rule(f"rule-{n}", [{"one": {}}], "done") for n in range(8)]
    told = {"from": "told", "slots": {}, "says": "it", "question": "Is it?"}
    program = compile_program(load(tmp_path / "rulebook", documents({"one": told}, rules, {})))
    assert list(refusals(program)) == [("401", "the rules can be read in 9 ways; durable_rules takes 8")]
    with pytest.raises(EngineError, match="9 ways"):
        plan(program)


def test_a_fact_that_very_many_rules_join_fires_them_all(tmp_path: Path) -> None:
    """durable_rules refuses a fact that more than 64 conditions join; the plan gives them copies of it."""
    told = {"from": "told", "slots": {"x": {"entity": ["state"]}}, "says": "{x}", "question": "Is it?"}
    when, unless = [{"one": {"x": "$x"}}, {"two": {"x": "$x"}}, {"one": {"x": "$x"}}], [{"three": {"x": "$x"}}]
    rules = [plain_rule(f"rule-{number}", when, "done") | {"unless": unless} for number in range(100)]
    rulebook = load(tmp_path / "rulebook", documents(dict.fromkeys(("one", "two", "three"), told), rules, {}))
    facts = [{"one": {"x": "kz"}}, {"two": {"x": "kz"}}]
    situation = read_telling(rulebook, tmp_path / "s", Telling([Layer([facts])]))
    assert situation is not None
    outcome = run(shared_engine(), rulebook, situation)
    assert len(outcome.model.firings) == 100
    assert differences(rulebook, outcome, situation) == []


@pytest.mark.parametrize(("conditions", "codes"), [(16, []), (17, ["401"])])
def test_a_rule_joins_as_many_conditions_as_durable_can(conditions: int, codes: list[str], tmp_path: Path) -> None:
    """With one more, its last fact would be refused in the middle of a situation."""
    told = {"from": "told", "slots": {}, "says": "it", "question": "Is it?"}
    rules = [plain_rule("rule", [{"one": {}}] * conditions, "done")]
    rulebook = load(tmp_path / "rulebook", documents({"one": told}, rules, {}))
    program = compile_program(rulebook)
    assert [code for code, _ in refusals(program)] == codes
    if not codes:
        situation = read_telling(rulebook, tmp_path / "s", Telling([Layer([[{"one": {}}]])]))
        assert situation is not None
        assert len(shared_engine().run(program, weigh(rulebook, situation)).firings) == 1


@pytest.mark.parametrize(
    ("slots", "unless", "codes"), [(29, False, []), (29, True, []), (30, False, ["401"]), (30, True, ["401"])]
)
def test_a_condition_joins_as_many_values_as_durable_can(
    slots: int, unless: bool, codes: list[str], tmp_path: Path
) -> None:
    """With one more, the rules would not load; the absence of a rule with `unless` joins all its variables."""
    wide = {f"x{number}": {"entity": ["state"]} for number in range(slots)}
    told = {"from": "told", "slots": wide, "says": "it", "question": "Is it?"}
    other = {"from": "told", "slots": {}, "says": "it", "question": "Is it?"}
    terms = {name: f"${name}" for name in wide}
    rule = plain_rule("rule", [{"one": terms}] if unless else [{"one": terms}, {"two": terms}], "done")
    rule |= {"unless": [{"other": {}}]} if unless else {}
    rulebook = load(tmp_path / "rulebook", documents({"one": told, "two": told, "other": other}, [rule], {}))
    program = compile_program(rulebook)
    assert [code for code, _ in refusals(program)] == codes
    if not codes:
        key = dict.fromkeys(wide, "kz")
        situation = read_telling(rulebook, tmp_path / "s", Telling([Layer([[{"one": key}, {"two": key}]])]))
        assert situation is not None
        assert len(shared_engine().run(program, weigh(rulebook, situation)).firings) == 1


# -- small rulebooks


def documents(facts: dict[str, Any], rules: list[dict[str, Any]], parameters: dict[str, Any]) -> dict[str, Any]:
    """A rulebook whose rules conclude facts without slots."""
    report = {"title": "R", "authors": "Nobody", "publisher": "None", "date": "2020-11-30"}
    concluded = {
        name: {"from": "derived", "slots": {}, "says": "it"} for rule in rules for then in rule["then"] for name in then
    }
    return {
        "rulebook": {"rulebook": "r", "title": "R", "version": "1", "report": report, "parameters": parameters},
        "vocabulary": {
            "entity_types": {"state": "A state."},
            "entities": {"kz": {"title": "Kazakhstan", "types": ["state"]}},
            "fact_types": facts | concluded,
        },
        "rules": {"rules": rules},
    }


def plain_rule(name: str, when: list[dict[str, Any]], concluded: str) -> dict[str, Any]:
    then: list[dict[str, Any]] = [{concluded: {}}]
    return {"id": name, "when": when, "then": then, "strength": "unhedged", "because": "so", "beyond_report": True}
