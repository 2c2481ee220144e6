"""`dragoman flips`, `robust` and `ask`: words that can be read aloud, the same for programs, and what a missing solver leaves."""

import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dragoman.advice.evaluate import evaluate
from dragoman.exact.flip_answers import flipped
from dragoman.rulebook.load import read_rulebook
from dragoman.situation.assemble import read_situation
from dragoman.views.flips import flipped_view
from tests.cli.shell import LENDERS, WORLD, ran, run, started
from tests.rulebooks import columns, report
from tests.shares import share

DEBT = "kyrgyzstan-after-debt-talks"
TREES = str(Path(__file__).parent.parent / "trees")
COMMANDS = {("flips",): "hinges", ("flips", "build_ties"): "flips", ("robust",): "robust", ("ask",): "ask"}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("empty") / "empty.yaml"
    path.write_text("situation: Nothing known\nfacts: []\n")
    return str(path)


@pytest.mark.parametrize("command", COMMANDS, ids="-".join)
@pytest.mark.parametrize("situation", share([WORLD, DEBT, "empty"], of=(WORLD, "empty")))
def test_the_answer_is_of_its_schema_and_is_told_in_plain_words(
    command: tuple[str, ...], situation: str, empty: str
) -> None:
    file = empty if situation == "empty" else situation
    data = ran(*command, file, "--format", "json").json()
    jsonschema.validate(data, ran("schema", COMMANDS[command]).json())
    text = ran(*command, file, *(() if command == ("robust",) or COMMANDS[command] == "hinges" else ("--all",))).words
    assert not set("{}$") & set(text)
    assert not [name for name in report().facts if "_" in name and f" {name}" in text]
    assert not [rule for rule in report().rules if "-" in rule and f" {rule} " in text]
    assert ".999" not in text
    assert ".00000" not in text
    for title in titles(data):
        assert title in text


def titles(data: dict[str, Any]) -> list[str]:
    """What is named for people in an answer."""
    lists = ("given", "not_given", "recommendations", "questions", "conclusions")
    found = [one for name in lists for one in data.get(name, ())]
    assert found
    return [one.get("title") or one.get("question") or one["sentence"][5:] for one in found]


@pytest.mark.parametrize(("folder", "situation"), [(LENDERS, "loan"), (TREES, "rain")])
@pytest.mark.parametrize("command", [("flips",), ("robust",), ("ask",)], ids="-".join)
def test_another_rulebook_is_told_in_its_own_words(command: tuple[str, ...], folder: str, situation: str) -> None:
    data = ran(*command, situation, "--rulebook", folder, "--format", "json").json()
    text = ran(*command, situation, "--rulebook", folder, *(() if command == ("robust",) else ("--all",))).words
    assert all(title.casefold() in text.casefold() for title in titles(data))
    assert not {"China", "state", "EU"} & set(text.replace(".", " ").split())


def test_what_turns_one_conclusion_is_read_aloud() -> None:
    rows = ran("flips", "offer_credit: {town: north}", "loan", "--rulebook", LENDERS).rows
    assert rows == [
        "■ The union should offer Northtown credit",
        "  it follows now; it falls with any one of 5 changes:",
        "    • if it were not told that Northtown goes its own way, or the contrary were told",
        "      [lenders/situations/loan.yaml:7:12]",
        "    • if it were not told that the Exchange holds 60 percent of Northtown's debt, or it were told",
        "      that the Exchange holds just under 50 percent of Northtown's debt (the rulebook's threshold)",
        "      instead of 60 percent [The Register (B2)]",
        "    • if it were told that Northtown does not depend on the Exchange",
        "    • if it were told that Northtown is under a guardian",
        "    • if it were told that money loses its worth",
    ]


def test_a_threshold_that_the_user_set_is_the_users() -> None:
    text = ran("flips", "offer_credit", "loan", "--rulebook", LENDERS, "--set", "heavy=55", "--for", "NT").words
    assert "just under 55 percent of Northtown's debt (your threshold) instead of 60 percent" in text


def test_what_advice_hangs_on_names_facts_and_sources() -> None:
    rows = ran("flips", "loan", "--rulebook", LENDERS, "--all").rows
    assert rows[:9] == [
        "The loan of June",
        "1 recommendation given, 2 not",
        "",
        "WHAT THE ADVICE HANGS ON  the told facts without which it falls",
        "  • Credit for Northtown",
        "    hangs on each of 2 facts:",
        "      - Northtown goes its own way [lenders/situations/loan.yaml:7:12]",
        "      - the Exchange holds 60 percent of Northtown's debt [The Register (B2)]",
        "    it falls without one source: The Register",
    ]


def test_questions_are_shown_ten_at_a_time_and_all_on_request() -> None:
    few, everything = ran("ask", WORLD), ran("ask", WORLD, "--all")
    number = len(ran("ask", WORLD, "--format", "json").json()["questions"])
    assert (few.out.count("\n  ? "), everything.out.count("\n  ? ")) == (10, number)
    assert few.rows[-1] == f"  and {number - 10} more (--all)"


def test_sets_of_changes_are_shown_twenty_at_a_time(empty: str) -> None:
    question = ("flips", "work_through_states: {state: kazakhstan}", empty)
    few, everything = ran(*question), ran(*question, "--all")
    [found] = ran(*question, "--format", "json").json()["conclusions"]
    sets = len(found["sets"])
    many = sets if found["is_all"] else f"more than {sets}"
    assert f"it comes with any of {many} sets of {found['size']} changes:" in few.words
    assert (few.out.count("• if "), everything.out.count("• if ")) == (20, sets)
    assert few.rows[-1].strip() == f"and {sets - 20} more (--all)"


def test_sets_beyond_what_was_counted_are_more_than_that() -> None:
    rulebook = read_rulebook(LENDERS)
    found = evaluate(rulebook, read_situation(rulebook, ["loan"]), columns())
    lines = flipped_view(flipped(found, "offer_credit: {town: south}", most=5))
    assert lines[1].text == "it does not follow now; it comes with any of more than 5 sets of 2 changes:"


def test_what_is_only_told_is_said_to_be() -> None:
    assert "It is only told, and no rule concludes it" in ran("flips", "debt_share", WORLD).words


def test_what_is_kept_to_a_state_speaks_of_no_other() -> None:
    for command in ("flips", "robust"):
        data = ran(command, WORLD, "--for", "KZ", "--format", "json").json()
        lists = [*data.get("given", ()), *data.get("not_given", ()), *data.get("recommendations", ())]
        assert {c["slots"]["state"] for one in lists for c in one["conclusions"]} == {"kazakhstan"}


def test_without_the_solver_the_rest_is_answered(tmp_path: Path) -> None:
    (tmp_path / "pysat").mkdir()
    (tmp_path / "pysat" / "__init__.py").write_text("raise ImportError('not here')\n")
    without = {"PYTHONPATH": f"{tmp_path}:{':'.join(_paths())}"}
    asked = started("ask", WORLD, settings=without)
    assert (asked.code, asked.err) == (0, "")
    robust = started("robust", WORLD, settings=without)
    assert (robust.code, robust.out) == (0, ran("robust", WORLD).out)
    flips = started("flips", "loan", "--rulebook", LENDERS, "--all", settings=without)
    assert flips.code == 2
    assert flips.err.startswith("dragoman: 2 of the conclusions without an answer: the solver of exact answers cannot")
    assert "pip install python-sat" in flips.err
    assert flips.err.count("\n") == 1
    assert "hangs on each of 2 facts" in flips.words


def _paths() -> list[str]:

    return [path for path in os.environ.get("PYTHONPATH", "").split(":") if path]


def test_a_short_form_asks_for_what_decides_a_recommendation() -> None:
    short, whole = run("new-situation", "--short").out, run("new-situation").out
    entries = [set(_entries(text)) for text in (short, whole)]
    assert entries[0] < entries[1]
    settling = ran("ask", WORLD, "--format", "json").json()["questions"]
    assert {fact["fact"] for one in settling if one["settles"] for fact in one["facts"]} <= entries[0]


def _entries(text: str) -> list[str]:
    return [row.split(":")[0].removeprefix("  # - ") for row in text.splitlines() if row.startswith("  # - ")]
