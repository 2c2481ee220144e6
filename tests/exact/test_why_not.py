"""What `why-not` says of each way in which a condition can stand, on the small rulebook of lenders."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from dragoman.advice.evaluate import Evaluation
from dragoman.exact.silence import silence_report
from dragoman.exact.standing import Cause
from dragoman.exact.why_not import why_not
from dragoman.exact.why_not_forms import Check, NotGiven
from dragoman.rulebook.load import with_parameters
from dragoman.views.why_not import not_given_view
from tests.explain.worlds import LENDERS, told

OFFER = "offer_credit: {town: north}"
DEPENDS = "depends: {town: north, bank: exchange}"


def evaluation(folder: Path, *facts: str, as_of: str = "2020-06-30") -> Evaluation:
    lines = "".join(f"  - {fact}\n" for fact in facts)
    return told(folder, f"situation: S\nas_of: {as_of}\nfacts:{lines and chr(10)}{lines or ' []'}\n")


def one(found: Evaluation, question: str) -> NotGiven:
    [answer] = why_not(found, question).atoms
    return answer


def checks(found: Evaluation, question: str) -> dict[str, Check]:
    """The conditions of the nearest rule by their sentences."""
    return {check.sentence: check for check in one(found, question).attempts[0].checks}


SHARE = "the Exchange holds at least 50 percent of Northtown's debt"


@pytest.mark.parametrize(
    ("facts", "cause"),
    [
        ([], Cause.NEVER_TOLD),
        (["share: {debtor: north, creditor: exchange, percent: 14}"], Cause.OTHER_VALUE),
        (["share: {debtor: north, creditor: exchange, percent: 35..55}"], Cause.LEFT_OPEN),
        (
            [
                "share: {debtor: north, creditor: exchange, percent: 30}",
                "share: {debtor: north, creditor: exchange, percent: 60}",
            ],
            Cause.DISPUTED,
        ),
        (
            ["{share: {debtor: north, creditor: exchange, percent: 60}, until: 2020-01-31}"],
            Cause.NOT_IN_FORCE,
        ),
        (
            ["{share: {debtor: north, creditor: exchange, percent: 60}, date: 2020-12-31}"],
            Cause.NOT_IN_FORCE,
        ),
        (
            ["{share: {debtor: north, creditor: exchange, percent: 60}, likelihood: possible}"],
            Cause.DOUBTFUL,
        ),
    ],
)
def test_each_way_in_which_a_number_does_not_pass_is_told_apart(tmp_path: Path, facts: list[str], cause: Cause) -> None:
    check = checks(evaluation(tmp_path, *facts), DEPENDS)[SHARE]
    assert check.cause is cause
    assert bool(check.voices) is (cause not in {Cause.NEVER_TOLD, Cause.NOT_IN_FORCE})
    assert bool(check.history) is (cause is Cause.NOT_IN_FORCE)
    assert bool(check.question) is (cause in {Cause.NEVER_TOLD, Cause.NOT_IN_FORCE, Cause.DOUBTFUL})


@pytest.mark.parametrize(
    ("percent", "heavy", "said"),
    [
        ("14", None, "14 percent; the threshold is 50 percent, the rulebook's: 36 short"),
        ("14.5", None, "14.5 percent; the threshold is 50 percent, the rulebook's: 35.5 short"),
        ("30..40", None, "30 to 40 percent; the threshold is 50 percent, the rulebook's: at least 10 short"),
        ("35..55", None, "35 to 55 percent; the threshold is 50 percent, the rulebook's: up to 15 short"),
        (
            "60",
            "75",
            "60 percent; the threshold is 75 percent, set for this run, the rulebook's is 50 percent: 15 short",
        ),
    ],
)
def test_a_number_is_shown_with_its_margin(tmp_path: Path, percent: str, heavy: str | None, said: str) -> None:
    rulebook = with_parameters(LENDERS, {"heavy": Decimal(heavy)}) if heavy else LENDERS
    fact = f"share: {{debtor: north, creditor: exchange, percent: {percent}}}"
    found = told(tmp_path, f"situation: S\nfacts:\n  - {fact}\n", rulebook)
    assert f"({said})" in shown(one(found, DEPENDS))
    assert f"({said})" in shown(one(found, OFFER))  # one level further


def shown(found: NotGiven, *, full: bool = False) -> str:
    return " ".join(row.text for row in not_given_view(found, full=full))


def test_told_false_is_no_never_told(tmp_path: Path) -> None:
    share = "share: {debtor: north, creditor: exchange, percent: 60}"
    never = checks(evaluation(tmp_path, share), OFFER)["Northtown goes its own way"]
    false = checks(evaluation(tmp_path, share, "not: {proud: {town: north}}"), OFFER)["Northtown goes its own way"]
    assert (never.cause, false.cause) == (Cause.NOT_CONCLUDED, Cause.TOLD_FALSE)
    assert never.wanted is not None
    assert [lack.sentence for lack in never.wanted.lacks] == ["Northtown refuses a loan"]
    assert (false.wanted, [voice.says for voice in false.voices]) == (None, ["Northtown does not go its own way"])


def test_what_the_rule_wants_denied_and_was_told_fails(tmp_path: Path) -> None:
    depends = "depends: {town: north, bank: exchange}"
    told_so = evaluation(tmp_path, depends, "pact: {between: vault, and: exchange}")
    squeezed = "squeezed: {town: north}"
    assert checks(told_so, squeezed)["the Exchange and the Vault have no pact"].cause is Cause.TOLD_TRUE
    assert (
        checks(evaluation(tmp_path, depends), squeezed)["the Exchange and the Vault have no pact"].cause
        is Cause.NEVER_TOLD
    )


def test_a_conclusion_that_was_told_false_is_said_to_be_overruled(tmp_path: Path) -> None:
    found = evaluation(
        tmp_path,
        "share: {debtor: north, creditor: exchange, percent: 60}",
        "not: {depends: {town: north, bank: exchange}}",
    )
    answer = one(found, DEPENDS)
    assert (answer.cause, answer.attempts, answer.additions) == (Cause.TOLD_FALSE, (), ())
    assert [(stopped.rule, stopped.status.value) for stopped in answer.stopped] == [
        ("share-means-dependence", "overruled")
    ]
    text = shown(answer)
    assert text.index("told not to be so") < text.index("overrules the rule: The Exchange holds so much")


def test_a_conclusion_that_is_disputed_holds_its_rules_back(tmp_path: Path) -> None:
    found = evaluation(
        tmp_path, "refuses: {town: north, offer: loan}", "proud: {town: north}", "not: {proud: {town: north}}"
    )
    answer = one(found, "proud: {town: north}")
    assert (answer.cause, len(answer.voices)) == (Cause.DISPUTED, 2)
    assert [stopped.status.value for stopped in answer.stopped] == ["held back"]


def test_what_stands_in_the_way_is_said_with_what_it_rests_on(tmp_path: Path) -> None:
    mood = "mood: {town: north, of: exchange, view: warm}"
    found = evaluation(
        tmp_path,
        mood,
        "share: {debtor: north, creditor: vault, percent: 60}",
        "guarded: {town: south}",
        "{guarded: {town: south}, source: {title: The Register, grade: B2}}",
    )
    check = checks(found, "calm: {town: north}")["Northtown depends on any bank"]
    [barrier] = check.barriers
    assert (check.cause, barrier.sentence) == (Cause.IN_THE_WAY, "Northtown depends on the Vault")
    assert barrier.because == "The Vault holds so much of what Northtown owes that it is heard there."
    guarded = evaluation(
        tmp_path,
        "share: {debtor: north, creditor: exchange, percent: 60}",
        "{guarded: {town: north}, source: {title: The Register, grade: B2}}",
    )
    [barrier] = checks(guarded, DEPENDS)["Northtown is under a guardian"].barriers
    assert [voice.source for voice in barrier.voices] == ["The Register (B2)"]


def test_an_unless_that_is_disputed_is_in_the_way_and_a_presumption_that_was_denied_too(tmp_path: Path) -> None:
    facts = ["depends: {town: north, bank: exchange}", "proud: {town: north}"]
    denied = checks(evaluation(tmp_path, *facts, "not: {steady: {}}"), OFFER)["money keeps its worth"]
    assert (denied.cause, denied.barriers[0].sentence) == (Cause.IN_THE_WAY, "money loses its worth")
    disputed = checks(evaluation(tmp_path, *facts, "not: {steady: {}}", "steady: {}"), OFFER)["money keeps its worth"]
    assert (disputed.cause, len(disputed.barriers[0].voices)) == (Cause.DISPUTED, 2)


def test_a_variable_that_anything_would_do_for_stays_open(tmp_path: Path) -> None:
    answer = one(evaluation(tmp_path, "proud: {town: north}"), OFFER)
    [attempt] = answer.attempts
    assert dict(attempt.bindings) == {"town": "north", "bank": None}
    assert attempt.because.startswith("Northtown depends on the Exchange or the Vault and goes its own way")
    near = one(
        evaluation(tmp_path, "proud: {town: north}", "share: {debtor: north, creditor: vault, percent: 1}"), OFFER
    )
    assert dict(near.attempts[0].bindings) == {"town": "north", "bank": None}  # both are as near


def test_the_smallest_additions_are_sentences_of_the_rulebook(tmp_path: Path) -> None:
    single = one(evaluation(tmp_path, "proud: {town: north}"), OFFER)
    assert {added.sentence for [added] in single.additions} == {
        "Northtown depends on the Exchange",
        "Northtown depends on the Vault",
        "the Exchange holds at least 50 percent of Northtown's debt",
        "the Vault holds at least 50 percent of Northtown's debt",
    }
    pairs = one(evaluation(tmp_path), OFFER)
    assert {len(added) for added in pairs.additions} == {2}
    assert ("Northtown depends on the Vault", "Northtown goes its own way") in {
        tuple(added.sentence for added in pair) for pair in pairs.additions
    }
    overruling = one(
        evaluation(
            tmp_path,
            "mood: {town: north, of: exchange, view: warm}",
            "share: {debtor: north, creditor: vault, percent: 60}",
        ),
        "calm: {town: north}",
    )
    assert [[added.sentence for added in sets] for sets in overruling.additions] == [
        ["Northtown does not depend on the Vault"]
    ]


def test_what_is_told_and_never_concluded_is_answered_by_what_was_said(tmp_path: Path) -> None:
    answer = why_not(evaluation(tmp_path), "guarded: {town: north}")
    assert (answer.is_told, answer.atoms[0].cause, answer.atoms[0].attempts) == (True, Cause.NEVER_TOLD, ())
    assert answer.atoms[0].question == "Is Northtown under a guardian?"
    assert why_not(evaluation(tmp_path), "guarded").atoms == ()
    false = why_not(evaluation(tmp_path, "not: {guarded: {town: north}}"), "guarded")
    assert [one.cause for one in false.atoms] == [Cause.TOLD_FALSE]


def test_of_a_question_that_holds_in_part_the_rest_is_explained(tmp_path: Path) -> None:
    found = evaluation(tmp_path, "proud: {town: north}", "depends: {town: north, bank: vault}")
    answer = why_not(found, "offer_credit")
    assert answer.given == ("the union should offer Northtown credit",)
    assert [one.sentence for one in answer.atoms] == [
        "the union should offer Easttown credit",
        "the union should offer Southtown credit",
    ]
    kept = why_not(found, "offer_credit", ("south",))
    assert (kept.given, [one.sentence for one in kept.atoms]) == ((), ["the union should offer Southtown credit"])


# -- the silence report


def test_recommendations_that_lack_the_same_are_one_line_that_asks_the_rulebooks_question(tmp_path: Path) -> None:
    found = evaluation(tmp_path, *(f"depends: {{town: {town}, bank: exchange}}" for town in ("north", "south", "east")))
    [line] = silence_report(found).lines
    assert line.title == "Credit for each town"
    assert line.because.startswith("The town depends on the Exchange")
    assert [(one.question, one.reply) for one in line.questions] == [
        ("Does the town go its own way?", "yes"),
        ("Does the town refuse a loan?", "yes"),
    ]
    [kept] = silence_report(found, ("south",)).lines
    assert (kept.title, kept.questions[0].question) == ("Credit for Southtown", "Does Southtown go its own way?")


def test_what_takes_more_than_one_fact_names_what_is_missing(tmp_path: Path) -> None:
    [line] = silence_report(evaluation(tmp_path)).lines
    assert (line.title, line.questions) == ("Credit for each town", ())
    assert [lack.sentence for lack in line.lacks] == [
        "the town depends on the Exchange or the Vault",
        "the town goes its own way",
    ]


def test_nothing_is_missing_of_what_is_given(tmp_path: Path) -> None:
    found = evaluation(tmp_path, "proud: {town: north}", "depends: {town: north, bank: vault}")
    report = silence_report(found)
    assert report.given == 1
    assert {atom.key for line in report.lines for atom, _ in line.conclusions} == {("south",), ("east",)}
