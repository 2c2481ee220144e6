"""What was told and not used: said with its reason, and nothing of it would be missed."""

import dataclasses
import shutil
from pathlib import Path

import pytest

from dragoman.advice.build import advice_of, advise
from dragoman.advice.evaluate import evaluate
from dragoman.advice.forms import Advice, WhyUnused
from dragoman.advice.json_form import advice_json
from dragoman.rulebook.load import read_rulebook
from dragoman.situation.assemble import read_situation
from dragoman.views.advice import advice_view
from dragoman.views.lines import Line
from tests.explain.worlds import CENTRAL_ASIA, COLUMNS, LENDERS, NAMES, Lend, advice, shown, told, world

SHARE = "share: {debtor: north, creditor: exchange, percent: 60}"
HEAVY = f"as_of: 2020-06-30\nfacts:\n  - {SHARE}\n  - proud: {{town: north}}\n"


def as_text(lines: list[Line]) -> str:
    return "\n".join(line.text for line in lines)


def unused(found: Advice) -> list[tuple[WhyUnused, str]]:
    return [(one.why, one.sentence) for one in found.telling.unused]


@pytest.mark.parametrize("name", NAMES)
def test_without_what_was_not_used_the_same_rules_fire(name: str) -> None:
    evaluation, found = world(name), advice(name).telling
    places = {(one.voice.place, one.voice.fact) for one in found.unused}
    left = tuple(s for s in evaluation.situation.statements if (str(s.said.place), s.said.fact) not in places)
    assert (len(left) < len(evaluation.situation.statements)) == bool(places)
    then = evaluate(CENTRAL_ASIA, dataclasses.replace(evaluation.situation, statements=left), COLUMNS)
    assert then.model.firings == evaluation.model.firings
    assert shown(then) == shown(evaluation)
    assert all(then.likelihoods.of_atom[a] == evaluation.likelihoods.of_atom[a] for a in shown(then))
    without = advice_of(then)
    assert without.recommendations == advice(name).recommendations
    assert without.results == advice(name).results


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_is_counted_once(name: str) -> None:
    found = advice(name)
    assert found.telling.own + found.telling.inherited == found.facts
    assert len(found.telling.unused) <= found.telling.own
    assert sum(found.telling.unused_inherited.values()) <= found.telling.inherited
    assert bool(found.telling.inherited) == bool(found.based_on)


@pytest.mark.parametrize(
    ("fact", "why", "sentence"),
    [
        ("refuses: {town: south, offer: loan}\n    date: 2020-07-01", WhyUnused.LATER, "Southtown refuses a loan"),
        ("refuses: {town: south, offer: loan}\n    until: 2020-01-31", WhyUnused.EXPIRED, "Southtown refuses a loan"),
        ("steady: {}\n    likelihood: possible", WhyUnused.DOUBTFUL, "money keeps its worth"),
        (
            f"{SHARE.replace('60', '20')}\n    date: 2019-05-01\n  - {SHARE}\n    date: 2020-05-01",
            WhyUnused.OLDER,
            "the Exchange holds 20 percent of Northtown's debt",
        ),
        (
            "not: {refuses: {town: valley, offer: gift}}",
            WhyUnused.MEETS_NO_CONDITION,
            "each town of the Valley does not refuse a gift",
        ),
        (
            "share: {debtor: south, creditor: vault, percent: 10}",
            WhyUnused.MEETS_NO_CONDITION,
            "the Vault holds 10 percent of Southtown's debt",
        ),
        ("proud: {town: south}", WhyUnused.NOTHING_FIRED, "Southtown goes its own way"),
        ("guarded: {town: east}", WhyUnused.NOTHING_FIRED, "Easttown is under a guardian"),
    ],
)
def test_each_reason(lend: Lend, fact: str, why: WhyUnused, sentence: str) -> None:
    assert unused(advice_of(lend(f"{HEAVY}  - {fact}\n"))) == [(why, sentence)]


def test_what_is_less_precise_is_named_where_each_member_was_told_for_itself(lend: Lend) -> None:
    text = HEAVY + "  - proud: {town: valley}\n  - proud: {town: south}\n  - proud: {town: east}\n"
    found = unused(advice_of(lend(text)))
    assert (WhyUnused.LESS_PRECISE, "each town of the Valley goes its own way") in found
    assert advice_of(lend(text.replace("  - proud: {town: east}\n", ""))).telling.unused[0].why is not (
        WhyUnused.LESS_PRECISE
    )


@pytest.mark.parametrize(
    "fact",
    [
        "guarded: {town: north}",  # keeps a rule from firing
        "not: {guarded: {town: north}}",  # is an absence that was told
        "mood: {town: north, of: exchange, view: warm}",  # tempers what follows
        "credit_given: {town: north}",  # makes the advice `under way`
        "not: {depends: {town: north, bank: exchange}}",  # overrules a rule
        "depends: {town: north, bank: exchange}",  # confirms what a rule concludes
        "depends: {town: south, bank: vault}",  # is shown as it was told
        "not: {steady: {}}",  # denies a presumption
    ],
)
def test_what_moves_anything_is_used(lend: Lend, fact: str) -> None:
    found = advice_of(lend(f"{HEAVY}  - {fact}\n")).telling.unused
    assert [one for one in found if one.voice.place.split(":")[1] == "5"] == []


def test_the_two_sides_of_a_conflict_are_shown_as_such(lend: Lend) -> None:
    found = advice_of(lend(f"{HEAVY}  - not: {{proud: {{town: north}}}}\n"))
    assert len(found.conflicts) == 1
    assert unused(found) == []


@pytest.mark.parametrize(
    ("context", "why"),
    [
        ("", WhyUnused.READ_BY_NO_RULE),
        ("    context: a fair changes nothing\n", WhyUnused.CONTEXT),
    ],
)
def test_what_no_rule_reads_is_said_and_whether_that_is_on_purpose(
    tmp_path: Path, context: str, why: WhyUnused
) -> None:
    shutil.copytree(LENDERS.folder, tmp_path / "lenders")
    declared = f"  fair:\n    from: told\n    slots: {{}}\n{context}    says: there is a fair\n    question: A fair?\n"
    with (tmp_path / "lenders" / "vocabulary.yaml").open("a", encoding="utf-8") as file:
        file.write(declared)
    found = advice_of(told(tmp_path, "facts:\n  - fair: {}\n", read_rulebook(tmp_path / "lenders")))
    assert [(one.why, one.context) for one in found.telling.unused] == [
        (why, "a fair changes nothing" if context else "")
    ]
    assert [one["context"] for one in advice_json(found)["unused"]] == [found.telling.unused[0].context]
    text = as_text(advice_view(found))
    assert why.value in text
    assert ("): a fair changes nothing" in text) is bool(context)


def test_a_sum_in_another_currency_is_named_as_such(tmp_path: Path) -> None:
    """Enough for a dependency in dollars; in euros nobody knows, since no rate was told."""
    for amount, why in (("6bn USD", None), ("6bn EUR", WhyUnused.INCOMPARABLE)):
        path = tmp_path / "told.yaml"
        path.write_text(
            f"facts: [loans: {{borrower: kyrgyzstan, lender: china, amount: {amount}}}]\n", encoding="utf-8"
        )
        found = advice_of(evaluate(CENTRAL_ASIA, read_situation(CENTRAL_ASIA, path), COLUMNS))
        assert [one.why for one in found.telling.unused] == ([why] if why else [])
        assert any(result.id == "weighs_on" for result in found.results) is (why is None)


def test_a_denial_that_takes_an_inherited_fact_away_is_used() -> None:
    found = advice("2020-11-half-denied")
    assert len(found.telling.unused) < 5 < found.telling.own
    assert found.telling.unused_inherited[WhyUnused.OVERRIDDEN] > 30


def test_what_is_doubtful_is_named_once_in_the_text(lend: Lend) -> None:
    text = as_text(advice_view(advice_of(lend(f"{HEAVY}  - steady: {{}}\n    likelihood: possible\n"))))
    assert " · 1 of 3 facts not used\n" in text
    assert "NOT USED  1 fact told here, without effect on the advice" in text
    assert "too doubtful to rest on (1 named above)" in text
    assert text.count("money keeps its worth (") == 1


def test_a_file_that_was_named_twice_says_the_same_once(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    doubtful, later = (
        "steady: {}\n    likelihood: possible",
        "refuses: {town: south, offer: loan}\n    date: 2020-07-01",
    )
    path.write_text(f"as_of: 2020-06-30\nfacts:\n  - {doubtful}\n  - {later}\n")
    once, twice = (advise(read_situation(LENDERS, [path] * times)) for times in (1, 2))
    assert [one.why for one in once.telling.unused] == [WhyUnused.LATER, WhyUnused.DOUBTFUL]
    assert twice == once


def test_where_no_rule_fires_the_advice_says_what_is_wrong_with_the_facts(lend: Lend) -> None:
    assert advice_of(lend("as_of: 2020-06-30\nfacts: []\n")).notes == ("No rule fired: no facts were told.",)
    text = "as_of: 2020-06-30\nfacts:\n  - steady: {}\n    likelihood: possible\n  - proud: {town: north}\n"
    assert advice_of(lend(text)).notes == (
        "No rule fired: nothing in these facts is what the report's reasoning starts from "
        "(1 too doubtful to rest on, 1 read only by rules that did not fire on it).",
    )


def test_advice_for_one_town_speaks_of_its_facts_only(lend: Lend) -> None:
    evaluation = lend(f"{HEAVY}  - proud: {{town: south}}\n  - proud: {{town: east}}\n")
    found = advice_of(evaluation, ("south",))
    assert (found.telling.own, unused(found)) == (1, [(WhyUnused.NOTHING_FIRED, "Southtown goes its own way")])
    assert found.facts == 4
