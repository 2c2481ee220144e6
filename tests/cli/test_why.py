"""`dragoman why`: the proof of a conclusion, and what is said where there is none."""

import shutil
from pathlib import Path

import pytest

from dragoman.explain.passages import digests_of
from tests.cli.shell import HALF, LENDERS, STATES, WORLD, Done, ran, run

FIRST = (
    "The lender holds more than half of what the borrower owes abroad, and no other creditor comes anywhere near that. "
    "Whoever holds as much as this is listened to in the council, whether or not a single word is said about the debt."
)
SECOND = "No word of the borrower has ever been heard on the matter, and none is expected before the talks are over."
"""Invented passages of its invented report."""


def test_a_proof_goes_down_to_the_facts_and_their_places() -> None:
    assert ran("why", "offer_credit", "loan", "--rulebook", LENDERS).rows == [
        "■ the union should offer Northtown credit [grounds: likely]",
        "  because: Northtown depends on the Exchange and goes its own way; the union could lend to it too.",
        "  rule union-offers-credit (rules.yaml:43) · report C.1 · bank = exchange, town = north",
        "  claim: The union should lend too.",
        "   ■ Northtown depends on the Exchange [likely]",
        "     because: The Exchange holds so much of what Northtown owes that it is heard there.",
        "     rule share-means-dependence (rules.yaml:2) · report A.1, A.2 · the rule's strength: likely ·",
        "       bank = exchange, town = north",
        "     tempered by: the Exchange and the Vault have no pact",
        "     claim: Who holds most of a debt is heard.",
        "      • told: the Exchange holds 60 percent of Northtown's debt",
        "        (The Register (B2); report A.1; lenders/situations/loan.yaml:4:12)",
        "      ? assumed: not known that Northtown is under a guardian",
        "   • told: Northtown goes its own way",
        "     (lenders/situations/loan.yaml:7:12)",
        "   • told: the Charter of 2019 is in force",
        "     (CH 1; from the catalogue of instruments; lenders/instruments.yaml:2:3)",
        "   ? assumed: nobody denied that money keeps its worth",
    ]


def test_a_proof_of_the_report_names_its_passages_and_claims() -> None:
    text = ran("why", "build_ties", WORLD).words
    for state in STATES:
        assert f"■ the EU should build strong diplomatic ties with {state} [grounds: " in text
    for words in ("because: ", "rule ", "report KT.6", "claim: ", f"central_asia/situations/{WORLD}.yaml:"):
        assert words in text, words


def test_a_proof_shows_what_it_assumes_and_what_tempers_it() -> None:
    text = ran("why", "greatest_escalation_risk", WORLD).words
    assert "tempered by: Moscow and Beijing handle their sensitivities by diplomacy" in text
    assert "? assumed: nobody said that Russia gives way and lives with the new status quo" in text


def test_a_page_says_each_thing_once() -> None:
    """A claim that stands further up is not written again, nor is the source of a told fact."""
    text = ran("why", "offer_alternative", WORLD).out
    claims = [" ".join(part.split()) for part in text.split("claim: ")[1:]]
    firsts = [claim.split(".")[0] for claim in claims]
    assert len(firsts) == len(set(firsts))
    assert "as above" in text


def test_slots_in_braces_narrow_the_question() -> None:
    one = ran("why", "build_ties: {state: kazakhstan}", WORLD)
    assert one.out.count("■ the EU should build strong diplomatic ties") == 1
    assert "Kyrgyzstan" not in one.out.splitlines()[0]
    assert ran("why", "{build_ties: {state: kazakhstan}}", WORLD) == one
    assert ran("why", "build_ties", WORLD, "--for", "KZ").rows[0] == one.rows[0]


def test_the_order_of_a_symmetric_fact_means_nothing() -> None:
    shown = ran("why", "trade_war: {between: us, and: china}", WORLD)
    assert shown.rows[0].startswith("• told: China and the United States are in a trade war")
    for question in ("trade_war: {between: china, and: us}", "trade_war: {between: us}", "trade_war: {and: us}"):
        assert ran("why", question, WORLD) == shown


def test_a_told_fact_and_a_number_can_be_asked_for() -> None:
    text = ran("why", "debt_share", WORLD).words
    assert "told: China holds 42.5 percent of the foreign debt of Kyrgyzstan" in text
    assert "(Stronski, Carnegie Endowment, September 2020, p. 10 (B2); report EN.63; " in text
    assert "told: China holds 45 to 55 percent of the foreign debt of Tajikistan" in text


def test_what_was_told_over_and_what_that_overrules_is_shown() -> None:
    text = ran("why", "depends_on", HALF, "--for", "kyrgyzstan").words
    assert "It does not follow that any power is an essential partner of Kyrgyzstan in any field." in text
    assert (
        "× China is an essential partner of Kyrgyzstan in investment it was told not to be so, and that counts" in text
    )
    assert "a rule concludes it, and what was told overrules the rule: No other country counts for as much" in text


def test_what_does_not_follow_leads_to_why_not() -> None:
    question = ("work_through_states: {state: kazakhstan}", HALF)
    text = ran("why", *question).out
    assert text.startswith("It does not follow that the EU should work through Kazakhstan")
    assert text == ran("why-not", *question).out


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("nonsense", "there is no fact type 'nonsense'"),
        ("build_tie", "there is no fact type 'build_tie'; did you mean 'build_ties'?"),
        ("build_tie: {}", "there is no fact type 'build_tie'; did you mean 'build_ties'?"),
        ("build_ties: {state: kazakhstn}", "there is no entity 'kazakhstn'; did you mean 'kazakhstan'?"),
        ("build_ties: {stat: kazakhstan}", "'build_ties' has no slot 'stat'; did you mean 'state'?"),
        ("build_ties: {state: china}", "'china' is of type power"),
        ("build_ties: {state: [kazakhstan]}", "takes one value, found a list"),
        ("build_ties: {state: kazakhstan", "not well-formed YAML"),
        ("debt_share: {debtor: kyrgyzstan, percent: 42}", "'percent' is the value"),
        ("not: {build_ties: {state: kazakhstan}}", "ask for the fact without 'not'"),
        ("{a: {}, b: {}}", "a question"),
        ("", "there is no fact type ''"),
        ("build_ties: {state: $state}", "'$state' is a variable, which only rules have"),
    ],
)
def test_a_question_that_cannot_be_asked_is_explained(question: str, said: str) -> None:
    done = run("why", question, WORLD)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("dragoman: ")
    assert said in done.err
    assert done.err.count("\n") == 1


def test_a_question_without_a_file_says_what_is_missing() -> None:
    done = run("why", "build_ties")
    assert (done.code, done.out) == (2, "")
    assert "FILE" in done.err


# -- the report's own words


@pytest.fixture
def rulebook(tmp_path: Path) -> str:
    """The lenders, with digests of two passages of their report and none of the third."""
    shutil.copytree(LENDERS, tmp_path / "lenders")
    rows = [f"  {at}: {[list(piece) for piece in digests_of(text)]}" for at, text in (("A.1", FIRST), ("A.2", SECOND))]
    (tmp_path / "lenders" / "passages.yaml").write_text("passages:\n" + "\n".join(rows), encoding="utf-8")
    return str(tmp_path / "lenders")


def why(rulebook: str, *more: str, report: str | bytes | None = None) -> Done:
    """The proof of the offer, in the folder beside the rulebook."""
    folder = Path(rulebook).parent
    if report is not None:
        (folder / "report.txt").write_bytes(report.encode() if isinstance(report, str) else report)
    return run("why", "offer_credit", "loan", "--rulebook", rulebook, "--report", "report.txt", *more, folder=folder)


def broken(text: str) -> str:
    """As a text extraction has it: hyphens, line breaks, and page furniture between the sentences."""
    furniture = "\n\n12   On lending · a report about nothing\n\n"
    hyphenated = text.replace("borrower", "bor-\nrower").replace("listened", "lis\u00adtened")
    return hyphenated.replace("near that. ", f"near that.{furniture}").replace(" whether", "\nwhether¹")


def test_passages_of_the_report_are_shown_from_the_user_s_own_copy(rulebook: str) -> None:
    done = why(rulebook, report=f"Preface.\n{broken(FIRST)}\nAnd so on.\n{SECOND}\n")
    assert (done.code, done.err) == (0, "")
    passages = " ".join(done.out.split("PASSAGES")[1].split())
    assert passages.startswith("C.1 not found in this copy of the report A.1 The lender holds more than half")
    assert "of what the bor- rower owes abroad" in passages
    assert passages.endswith(f"A.2 {SECOND}")
    assert "a report about nothing" not in passages


def test_a_passage_that_is_not_there_is_said_and_no_error(rulebook: str) -> None:
    done = why(rulebook, report="Another report altogether.\n")
    assert (done.code, done.err) == (0, "")
    assert done.out.count("not found in this copy of the report") == 3
    assert why(rulebook, "--format", "json").json()["passages"] == {"C.1": None, "A.1": None, "A.2": None}


def test_without_the_report_nothing_is_said_of_passages(rulebook: str) -> None:
    done = run("why", "offer_credit", "loan", "--rulebook", rulebook)
    assert done.code == 0
    assert "PASSAGES" not in done.out
    assert "report A.1, A.2" in done.words


@pytest.mark.parametrize(("content", "code"), [(None, "FA001"), (b"", "FA004"), (b"caf\xe9 noir\n", "FA002")])
def test_a_report_that_cannot_be_read_is_one_clear_message(rulebook: str, content: bytes | None, code: str) -> None:
    done = why(rulebook, report=content)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("report.txt:1:")
    assert f": {code}: " in done.err
    assert done.err.count("\n") == 1


def test_the_catalogue_s_place_is_that_of_the_rulebook_however_it_was_named(tmp_path: Path) -> None:
    (tmp_path / "facts.yaml").write_text("facts: []\n", encoding="utf-8")
    here, away = (
        run("why", "in_force", str(tmp_path / "facts.yaml"), "--rulebook", named, folder=folder).words
        for named, folder in ((".", Path(LENDERS)), (LENDERS, tmp_path))
    )
    assert here == away
    assert "lenders/instruments.yaml:2:3" in here
