"""What is looked up in a rulebook: situations, thresholds, entities, words; each as text and as JSON that fits its schema."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dragoman.cli.answers import answer_schemas
from dragoman.conversation.terms import glossary
from dragoman.reference.search import search
from dragoman.reference.situations import situation_list
from dragoman.reference.thresholds import opened, threshold_list
from dragoman.rulebook.load import read_rulebook
from dragoman.situation.assemble import situation_names
from tests.cli.shell import LENDERS, ran, run
from tests.rulebooks import TREES, report, trees

OF_TREES = ("--rulebook", str(TREES))


@pytest.mark.parametrize(
    ("call", "kind"),
    [
        (("situations",), "situation-list"),
        (("situations", "rain"), "situation-preview"),
        (("thresholds", "--set", "hot_pavement=20"), "thresholds"),
        (("entities",), "entity-list"),
        (("vocabulary",), "fact-types"),
        (("vocabulary", "water"), "fact-types"),
        (("explain",), "explained"),
        (("explain", "oslo"), "explained"),
    ],
)
def test_what_is_printed_fits_its_schema(call: tuple[str, ...], kind: str) -> None:
    printed = ran(*call, *OF_TREES, "--format", "json").json()
    Draft202012Validator(answer_schemas()[kind]()).validate(printed)
    assert printed["format"] == f"dragoman-{kind}"


def test_every_situation_is_listed_with_its_title_and_date() -> None:
    rows = ran("situations", *OF_TREES, "--format", "json").json()["situations"]
    assert [row["name"] for row in rows] == list(situation_names(trees()))
    text = ran("situations", *OF_TREES).words
    assert all(row["title"] in text and row["as_of"] in text for row in rows)


def test_one_is_shown_with_its_own_facts_alone() -> None:
    text = ran("situations", "kyrgyzstan-after-debt-talks").words
    assert "based on 2020-11-report-world (293 facts)" in text
    assert "ITS OWN FACTS 6 • China holds 30 percent of the foreign debt of Kyrgyzstan" in text
    assert "(--full)" not in text
    assert "and 281 more (--full)" in ran("situations", "2020-11-report-world").words


def test_a_situation_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    folder = tmp_path / "trees"
    shutil.copytree(TREES, folder)
    (folder / "situations" / "broken.yaml").write_text("facts: [watered: {city: arnhm}]\n", encoding="utf-8")
    found = {one.name: one.problem for one in situation_list(read_rulebook(folder))}
    assert "trees/situations/broken.yaml:1:25: FA103: " in found.pop("broken")
    assert found == dict.fromkeys(situation_names(trees()), "")
    assert run("situations", "--rulebook", str(folder)).code == 0


def test_a_threshold_says_whose_it_is_what_it_decides_and_what_changes_it() -> None:
    text = ran("thresholds", *OF_TREES).words
    assert "hot_pavement 35 °C the report's (report S.1)" in text
    assert "another --set hot_pavement=VALUE" in text
    assert (
        "yours for this run; the rulebook's own is 35" in ran("thresholds", *OF_TREES, "--set", "hot_pavement=20").words
    )
    for one in threshold_list(report()):
        assert one.compares, f"{one.name} decides nothing"
        assert not any("$" in text for c in one.compares for text in (c.wants, *c.gives))


def test_variables_are_words() -> None:
    assert opened("$state's debt to $power, $power_two.") == "some state's debt to some power, some power two."


def test_entities_are_found_by_any_name_and_by_type() -> None:
    assert ran("entities", "KG").words.startswith("kyrgyzstan Kyrgyzstan kind state")
    assert "advice can be kept to it: --for kyrgyzstan" in ran("entities", "the", "kyrgyz").words
    of_type = ran("entities", "state", "--format", "json").json()["entities"]
    assert {"kazakhstan", "tajikistan"} <= {one["name"] for one in of_type}
    done = run("entities", "kazakstan")
    assert (done.code, done.out) == (2, "")
    assert done.err == "dragoman: there is no entity with 'kazakstan' in its names; did you mean 'kazakhstan'?\n"


def test_words_are_searched_where_people_use_them() -> None:
    assert [hit.fact for hit in search(report(), "foreign debt")] == ["debt_share", "debt_total"]
    assert "debt_share" in {hit.fact for hit in search(report(), "hold")}, "in its question"
    assert "called foreign debt" in ran("vocabulary", "foreign", "debt").words
    assert run("vocabulary", "dept_share").err.endswith("did you mean 'debt_share'?\n")


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("firm", "It is not a probability."),
        ("unhedged", "firm a word of the program"),
        ("grade B2", "the source is usually reliable and what it says is probably true"),
        ("mil.3", "MIL.3 is Military, paragraph 3, of the report."),
        ("EN.63", "EN.63 is endnote 63, of the report."),
        ("KT", "KT stands for a part of the report: Key takeaways."),
        ("dependency_debt_share", "It is the rulebook's own choice."),
        ("the Kyrgyz", "Kyrgyzstan is a state in this rulebook."),
        ("debt share", "What share of the foreign debt"),
        ("debt-share-means-dependence", "The report says so, at"),
    ],
)
def test_a_word_is_explained(word: str, said: str) -> None:
    assert said in ran("explain", *word.split()).words


def test_all_words_of_the_program_are_explained_where_none_is_named() -> None:
    words = ran("explain", "--rulebook", LENDERS).words
    assert all(meaning in words for meaning in glossary().values())


def test_what_is_no_word_is_offered_the_nearest() -> None:
    done = run("explain", "frim")
    assert (done.code, done.out) == (2, "")
    assert done.err == "dragoman: there is no word 'frim' to explain; did you mean 'firm'?\n"


def test_every_locator_of_the_report_has_a_title() -> None:
    book = report()
    cited = {at for claim in book.claims.values() for at in claim.at} | set(book.passages)
    assert [at for at in sorted(cited) if not book.locators.title(at)] == []
