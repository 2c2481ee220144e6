"""How a report counts itself: the forms that `rulebook.yaml` declares, and the usual ones where it declares none."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import SituationError
from dragoman.rulebook.cache import load_rulebook
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.load import read_rulebook
from dragoman.rulebook.locators import Counting
from dragoman.situation.assemble import read_situation
from dragoman.situation.document import read_document
from dragoman.situation.writers import written
from dragoman.source.formats import Format
from tests.check.small import Small
from tests.rulebooks import report, second

FORMS = (
    ("p. {n}", "page {n}"),
    ("art. {n}[({m})]", "article {n}[, paragraph {m}]"),
    ("§ {n}", "section {n}"),
    ("{section}.{n}", "{section}, paragraph {n}"),
    ("annex {n}", "annex {n}"),
)
OWN = Counting(FORMS, {"MIL": "Military", "BOX-BRI": "The box"})


@pytest.mark.parametrize(
    ("written", "canonical", "said"),
    [
        ("p.34", "p. 34", "page 34"),
        ("p. 34", "p. 34", "page 34"),
        ("art. 12(2)", "art. 12(2)", "article 12, paragraph 2"),
        ("art.12", "art. 12", "article 12"),
        ("art. 12 (a)", "", ""),
        ("§12a", "§ 12a", "section 12a"),
        ("MIL.3", "MIL.3", "Military, paragraph 3"),
        ("BOX-BRI.1", "BOX-BRI.1", "The box, paragraph 1"),
        ("annex IV", "annex IV", "annex IV"),
        ("POL.1", "", ""),
        ("p. 12345", "", ""),
        ("p. ٣", "", ""),
    ],
)
def test_a_locator_has_one_form_and_one_way_to_be_said(written: str, canonical: str, said: str) -> None:
    assert OWN.canonical(written) == canonical
    assert not canonical or OWN.said(canonical) == said


def test_without_a_word_of_it_the_usual_forms_are_taken_and_shown_as_written() -> None:
    usual = Counting()
    assert [usual.canonical(one) for one in ("MIL.3", "p. 34", "art. 12(2)", "page 7")] == [
        "MIL.3",
        "p.34",
        "art.12(2)",
        "",
    ]
    assert (usual.said("MIL.3"), usual.title("MIL.3")) == ("MIL.3", "")


def test_both_that_are_shipped_say_what_their_locators_mean() -> None:
    for rulebook in (report(), second()):
        cited = {at for claim in rulebook.claims.values() for at in claim.at} | set(rulebook.passages)
        assert [at for at in cited if not rulebook.locators.title(at)] == []
    assert report().locators.said("MIL.3") == "Military, paragraph 3"
    assert second().locators.said("5.1.1.2") == "section 5.1.1.2, Memorized Secret Verifiers"


@pytest.fixture
def paged(tmp_path: Path) -> Rulebook:
    """A rulebook of a report that is cited by pages."""
    small = Small()
    small.rulebook["locators"] = {"forms": {"p. {n}": "page {n}"}}
    return read_rulebook(small.write(tmp_path / "paged"))


def test_facts_cite_by_the_same_forms_in_every_format(paged: Rulebook, tmp_path: Path) -> None:
    (tmp_path / "told.csv").write_text("fact,state,at\nprotest,kazakhstan,p. 3 p.4\n", encoding="utf-8")
    told = read_document(paged, [tmp_path / "told.csv"])
    (tmp_path / "again.csv").write_text("\n".join(written(paged, told, Format.CSV)), encoding="utf-8")
    for name in ("told.csv", "again.csv"):
        assert read_situation(paged, tmp_path / name).statements[0].said.at == ("p. 3", "p. 4")
    (tmp_path / "wrong.yaml").write_text("facts: [{protest: {state: kazakhstan}, at: AB.3}]\n", encoding="utf-8")
    with pytest.raises(SituationError, match=r"'AB.3' is no locator; rulebook.yaml declares the form 'p. \{n\}'"):
        read_situation(paged, tmp_path / "wrong.yaml")


def test_a_copy_that_is_kept_counts_in_the_same_way(paged: Rulebook) -> None:
    assert [load_rulebook(paged.folder).locators for _ in range(2)] == [paged.locators] * 2
