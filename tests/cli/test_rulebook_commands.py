"""`rules`, `vocabulary`, `check`, `test`: a rulebook, its mistakes and its cases."""

import shutil
from pathlib import Path

import pytest

from tests.cli.shell import LENDERS, longest, ran, run
from tests.rulebooks import report


@pytest.fixture
def lenders(tmp_path: Path) -> Path:
    """A copy that can be spoilt."""
    return Path(shutil.copytree(LENDERS, tmp_path / "lenders"))


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


# -- rules and vocabulary


def test_all_rules_are_listed_by_level() -> None:
    done = ran("rules")
    rules = report().rules
    assert done.rows[0] == "LEVEL 1"
    assert done.rows[-1] == f"{len(rules)} rules; 'dragoman rules ID' shows one"
    for rule in rules:
        assert f"\n  {rule}  " in done.out
    assert longest(done.out) <= 100


def test_one_rule_is_shown_whole() -> None:
    text = ran("rules", "share-means-dependence", "--rulebook", LENDERS).words
    for words in (
        "share-means-dependence level 1",
        "rules.yaml:2:5",
        "when $bank holds at least 50 percent of $town's debt",
        "unless not known that $town is under a guardian",
        "then $town depends on $bank",
        "tempered by $town is warm towards $bank",
        "strength likely",
        "because {bank} holds so much of what {town} owes that it is heard there.",
        "$town one of east, north, south",
        "claim holder-is-heard (A.1, A.2) Who holds most of a debt is heard.",
    ):
        assert words in text, words


def test_a_threshold_of_one_s_own_shows_in_the_rule() -> None:
    done = ran("rules", "share-means-dependence", "--rulebook", LENDERS, "--set", "heavy=75")
    assert "at least 75 percent" in done.out


def test_the_vocabulary_lists_every_fact_type_with_its_question() -> None:
    done = ran("vocabulary")
    for fact in report().facts.values():
        assert (f"\n  {fact.name} {{" in done.out) is not fact.catalogue
        assert fact.catalogue or " ".join((fact.question or fact.says).split()) in done.words
    headings = [row for row in done.rows if row.isupper()]
    assert headings == ["TOLD", "TOLD OR CONCLUDED", "CONCLUDED"]
    assert longest(done.out) <= 100


def test_one_fact_type_is_shown_whole() -> None:
    text = ran("vocabulary", "share", "--rulebook", LENDERS).words
    for words in (
        "share told",
        "says {creditor} holds {percent} of {debtor}'s debt",
        "asks What share of {debtor}'s debt does {creditor} hold?",
        "debtor town: north, south, east (a group stands for each of its members)",
        "percent a number, 0 to 100 percent (the value)",
        "read by share-means-dependence",
        "concluded by no rule",
    ):
        assert words in text, words
    assert "noted as context" not in text
    noted = next(fact for fact in report().facts.values() if fact.context)
    assert f"noted as context {noted.context}" in ran("vocabulary", noted.name).words
    assert "the order of between and and means nothing" in ran("vocabulary", "pact", "--rulebook", LENDERS).words


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("rules", "share-means-dependenc"),
            "there is no rule 'share-means-dependenc'; did you mean 'share-means-dependence'?",
        ),
        (("vocabulary", "shaer"), "no fact type, question or word has 'shaer'; did you mean 'share'?"),
        (("rules", "\x1b[31m"), "there is no rule '\\x1b[31m'"),
    ],
)
def test_a_name_that_does_not_exist_is_offered_the_nearest(arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments, "--rulebook", LENDERS)
    assert (done.code, done.out, done.err) == (2, "", f"dragoman: {said}\n")


# -- check


def test_every_mistake_has_its_place_and_code(lenders: Path) -> None:
    spoil(lenders, "rules.yaml", "- guarded: {town: $town}", "- guardde: {town: $town}")
    spoil(lenders, "recommendations.yaml", "target: town", "target: twon")
    done = run("check", "lenders", folder=lenders.parent)
    assert done.code == 1
    assert done.err == "dragoman: 2 findings in lenders\n"
    one, two = done.rows
    assert one.startswith("lenders/recommendations.yaml:7:13: RB102: ")
    assert two.startswith("lenders/rules.yaml:7:9: RB101: there is no fact type 'guardde'; did you mean 'guarded'?")


def test_situations_and_cases_are_checked_too(lenders: Path) -> None:
    spoil(lenders, "situations/loan.yaml", "percent: 60", "percent: 160")
    done = run("check", "lenders", folder=lenders.parent)
    assert done.code == 1
    assert done.rows[0].startswith("lenders/situations/loan.yaml:4:57: FA202: ")


def test_a_clean_rulebook_says_so(lenders: Path) -> None:
    done = run("check", "lenders", folder=lenders.parent)
    assert (done.code, done.err) == (0, "")
    assert done.out == "lenders: 5 rules, 13 fact types, no findings\n"


@pytest.mark.parametrize("folder", ["nowhere", ".", "lenders/rules.yaml"])
@pytest.mark.parametrize("command", ["check", "test"])
def test_what_is_no_rulebook_cannot_be_read(lenders: Path, command: str, folder: str) -> None:
    done = run(command, folder, folder=lenders.parent)
    assert done.code == 2
    assert (done.out + done.err).startswith(f"{folder}:1:1: RB001: this is no rulebook: ")


def test_a_rulebook_with_mistakes_gives_no_advice(lenders: Path) -> None:
    spoil(lenders, "rules.yaml", "- guarded: {town: $town}", "- guardde: {town: $town}")
    done = run("advise", "loan", "--rulebook", "lenders", folder=lenders.parent)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("lenders/rules.yaml:7:9: RB101: ")


# -- test


def test_the_cases_of_the_report_s_rulebook_are_run_where_no_folder_is_named() -> None:
    """That all of them pass is shown by `tests/check/test_shipped.py`."""
    done = run("test", "-k", "pair-debt")
    assert (done.code, done.out, done.err) == (0, "2 cases passed, 0 failed\n", "")


def test_a_failing_case_shows_what_was_expected_what_came_and_its_proof(lenders: Path) -> None:
    spoil(
        lenders,
        "cases/loan.yaml",
        "    expect_not:\n      - depends: {town: south}\n",
        "      - calm: {town: north}\n    expect_not:\n      - squeezed: {town: north}\n",
    )
    done = run("test", "lenders", folder=lenders.parent)
    assert (done.code, done.err) == (1, "")
    text = done.words
    for words in (
        "FAILED heavy-share-means-dependence (A.1) lenders/cases/loan.yaml:2:5",
        "expected: Northtown stays calm got: it does not follow × Northtown stays calm nearest: Northtown has nothing"
        " against the Exchange or the Vault and depends on nobody. [2 of 3 conditions do not hold]",
        "× in the way: Northtown depends on any bank Northtown depends on the Exchange because: The Exchange holds so",
        "expected: not: Northtown is squeezed got: Northtown is squeezed",
        "■ Northtown is squeezed [possible, in the long run] because: Northtown depends on the Exchange",
        "• told: the Exchange holds 60 percent of Northtown's debt",
        "1 case passed, 1 failed",
    ):
        assert words in text, words


@pytest.mark.parametrize(
    ("old", "new", "expected", "got"),
    [
        ("grounds: likely", "grounds: possible", "Northtown depends on the Exchange [possible]", "grounds: likely"),
        (
            "status: advised",
            "status: under way",
            "the union should offer Northtown credit [under way]",
            "status: advised",
        ),
    ],
)
def test_grounds_and_status_are_part_of_what_is_expected(
    lenders: Path, old: str, new: str, expected: str, got: str
) -> None:
    spoil(lenders, "cases/loan.yaml", old, new)
    if "Exchange" in expected:
        expected = expected.replace("the Exchange", "any bank")
    done = run("test", "lenders", folder=lenders.parent)
    assert done.code == 1
    assert f"expected: {expected} got: {got}" in done.words


def test_a_case_that_wants_nothing_and_gets_something_fails(lenders: Path) -> None:
    spoil(lenders, "cases/loan.yaml", "    facts: []\n    nothing: true", "    based_on: loan\n    nothing: true")
    done = run("test", "lenders", folder=lenders.parent)
    assert done.code == 1
    assert "expected: nothing fires got: the rule 'share-means-dependence' gives Northtown depends on" in done.words


def test_a_case_that_expects_nothing_is_a_mistake(lenders: Path) -> None:
    spoil(lenders, "cases/loan.yaml", "    nothing: true", "")
    done = run("test", "lenders", folder=lenders.parent)
    assert (done.code, done.out) == (2, "")
    assert ": FA505: the case 'nothing-from-nothing' expects nothing" in done.err


def test_a_rulebook_without_cases_is_said(lenders: Path) -> None:
    shutil.rmtree(lenders / "cases")
    done = run("test", "lenders", folder=lenders.parent)
    assert (done.code, done.out) == (2, "")
    assert "there are no cases in lenders/cases" in done.err
