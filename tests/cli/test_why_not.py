"""`dragoman why-not`: what is missing, in words that can be read aloud, and the same for programs."""

from pathlib import Path

import jsonschema
import pytest

from dragoman.rulebook.load import read_rulebook
from tests.cli.shell import HALF, LENDERS, WORLD, ran, run
from tests.rulebooks import report
from tests.shares import share

DEBT = "kyrgyzstan-after-debt-talks"
TREES = str(Path(__file__).parent.parent / "trees")


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("empty") / "empty.yaml"
    path.write_text("situation: Nothing known\nfacts: []\n")
    return str(path)


@pytest.mark.parametrize("question", [(), ("build_ties",), ("hedges",), ("offer_alternative",), ("debt_share",)])
@pytest.mark.parametrize("situation", share([WORLD, DEBT, HALF, "empty"], of=(WORLD, "empty")))
def test_the_answer_is_of_its_schema_and_is_told_in_plain_words(
    question: tuple[str, ...], situation: str, empty: str
) -> None:
    file = empty if situation == "empty" else situation
    kind = "why-not" if question else "silence"
    data = ran("why-not", *question, file, "--format", "json").json()
    jsonschema.validate(data, ran("schema", kind).json())
    text = ran("why-not", *question, file).words
    assert not set("{}$") & set(text)
    assert not [rule for rule in report().rules if "-" in rule and f" {rule} " in text]
    for one in data["not_given"]:
        assert one.get("title", "") in text


def test_full_names_every_rule() -> None:
    question = ("hedges: {power: russia, towards: india}", WORLD)
    rules = ran("why-not", *question, "--format", "json").json()["not_given"][0]["rules"]
    text = ran("why-not", *question, "--full").words
    assert len(rules) > 2
    assert all(f"rule {rule['rule']} ({rule['place']})" in text for rule in rules)


@pytest.mark.parametrize(("folder", "situation"), [(LENDERS, "loan"), (TREES, "rain")])
def test_another_rulebook_is_explained_in_its_own_words(folder: str, situation: str) -> None:
    rulebook = read_rulebook(folder)
    data = ran("why-not", situation, "--rulebook", folder, "--format", "json").json()
    text = ran("why-not", situation, "--rulebook", folder).words
    assert data["not_given"]
    for one in data["not_given"]:
        assert one["title"] in text
        assert {conclusion["fact"] for conclusion in one["conclusions"]} <= rulebook.recommendations.keys()
    assert "China" not in text


def test_each_question_of_the_silence_report_is_one_fact_away(empty: str, tmp_path: Path) -> None:
    """Told with the answer that it takes, it gives the recommendation."""
    line = ran("why-not", empty, "--format", "json").json()["not_given"][0]
    conclusion, question = line["conclusions"][0], line["questions"][0]
    assert question["reply"] == "asks for"
    slots = ", ".join(f"{slot}: {value}" for slot, value in question["slots"].items())
    path = tmp_path / "told.yaml"
    path.write_text(f"situation: S\nfacts:\n  - {question['fact']}: {{{slots}, stance: seeking}}\n")
    advice = run("advise", str(path), "--format", "json").json()
    assert conclusion["slots"]["state"] in {one["name"] for r in advice["recommendations"] for one in r["for"]}


def test_advice_without_a_recommendation_says_what_is_one_fact_away(empty: str) -> None:
    rows = ran("advise", empty).rows
    at = rows.index("ONE FACT AWAY")
    assert 0 < sum(row.startswith("  ? ") for row in rows[at:]) <= 3
    assert rows[-1] == "WHY NOT  dragoman why-not FILE: what each recommendation lacks"
    assert "ONE FACT AWAY" not in ran("advise", WORLD).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("build_ties",), "why-not 'build_ties' in which situation? Name a FILE after it"),
        (("bild_ties", WORLD), "there is no fact type 'bild_ties'; did you mean 'build_ties'?"),
        (("build_ties: {state: kazakhstn}", WORLD), "there is no entity 'kazakhstn'"),
        (("2020-11-report-word",), f"did you mean '{WORLD}'?"),
        (("nowhere.yaml", WORLD), "nowhere.yaml"),
    ],
)
def test_what_cannot_be_asked_is_explained(words: tuple[str, ...], said: str) -> None:
    done = run("why-not", *words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_several_files_are_no_name(empty: str) -> None:
    assert "NOT RECOMMENDED" in ran("why-not", WORLD, empty).out
