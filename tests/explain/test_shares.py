"""A share that nobody told: its halves stand in the proof, count as used, and a told share that differs is said."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from dragoman.advice.build import advice_of
from dragoman.advice.evaluate import Evaluation
from dragoman.advice.forms import Advice, WhyUnused
from dragoman.advice.json_form import advice_json
from dragoman.explain.answers import audited, why
from dragoman.explain.json_form import proof_json
from dragoman.explain.proof import NodeKind
from dragoman.rulebook.forms import Atom
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.assemble import read_situation
from dragoman.situation.evidence import settled, weigh
from dragoman.views.audit import audit_view
from dragoman.views.proof import proof_view
from dragoman.views.rulebook import fact_type_view
from tests.explain.worlds import CENTRAL_ASIA, told

OWED = "debt_owed: {debtor: kyrgyzstan, creditor: china, amount: 1.7}"
TOTAL = "debt_total: {debtor: kyrgyzstan, amount: 4}"
SHARE = "debt_share: {debtor: kyrgyzstan, creditor: china, percent: %s}"
ATOM = Atom("debt_share", ("kyrgyzstan", "china"))
CONCLUDED = Atom("depends_on", ("kyrgyzstan", "china", "finance"))


def of(folder: Path, *facts: str) -> Evaluation:
    return told(folder, "as_of: 2020-11-30\nfacts:\n" + "".join(f"  - {fact}\n" for fact in facts), CENTRAL_ASIA)


def unused(found: Advice) -> dict[str, WhyUnused]:
    return {one.voice.fact: one.why for one in found.telling.unused}


def test_the_proof_shows_the_share_and_below_it_both_halves_with_whose_word_they_are(tmp_path: Path) -> None:
    evaluation = of(
        tmp_path,
        f'{OWED}\n    source: {{title: A ministry, grade: B2}}\n    likelihood: very likely\n    date: "2020-04-29"',
        f"{TOTAL}\n    source: A bank\n    likelihood: likely",
    )
    proofs = why(evaluation, "depends_on")
    [node] = proofs.nodes
    [share] = node.premises
    assert (share.kind, share.atom, share.likelihood) == (NodeKind.RECKONED, ATOM, Likelihood.LIKELY)
    assert share.sentence == "China holds 42.5 percent of the foreign debt of Kyrgyzstan"
    assert [(half.kind, half.likelihood, half.voices[0].source) for half in share.premises] == [
        (NodeKind.TOLD, Likelihood.VERY_LIKELY, "A ministry (B2)"),
        (NodeKind.TOLD, Likelihood.LIKELY, "A bank"),
    ]
    assert evaluation.likelihoods.of_atom[CONCLUDED] is Likelihood.LIKELY
    lines = [line.text.strip() for line in proof_view(proofs.nodes)]
    at = lines.index(
        "• reckoned from what follows: China holds 42.5 percent of the foreign debt of Kyrgyzstan [likely]"
    )
    assert lines[at + 1].startswith("• told: Kyrgyzstan owes China 1.7 billion US dollars")
    assert lines[at + 3].startswith("• told: the whole foreign debt of Kyrgyzstan is 4 billion US dollars")
    assert "facts.yaml:3" in lines[at + 2]
    [found] = proof_json(proofs, None)["proofs"][0]["premises"]
    assert (found["kind"], found["statements"], [half["kind"] for half in found["premises"]]) == (
        "reckoned",
        [],
        ["told", "told"],
    )
    [known] = evaluation.evidence.by_fact["debt_share"]
    assert str(known.firm[0].said.date) == "2020-04-29"


def test_the_audit_says_what_it_was_reckoned_from(tmp_path: Path) -> None:
    evaluation = of(tmp_path, OWED, TOTAL)
    text = " ".join(" ".join(line.text for line in audit_view(audited(evaluation))).split())
    assert "reckoned from: Kyrgyzstan owes China 1.7 billion US dollars (told at " in text
    assert "; the whole foreign debt of Kyrgyzstan is 4 billion US dollars (told at " in text


def test_the_share_itself_can_be_asked_for(tmp_path: Path) -> None:
    [node] = why(of(tmp_path, OWED, f"{TOTAL}\n    likelihood: likely"), "debt_share").nodes
    assert (node.kind, node.likelihood) == (NodeKind.RECKONED, Likelihood.LIKELY)


def test_the_weakest_link_is_the_weaker_half(tmp_path: Path) -> None:
    evaluation = of(
        tmp_path, f"{OWED}\n    likelihood: almost certain", f"{TOTAL}\n    source: A bank\n    likelihood: likely"
    )
    [result] = [one for one in advice_of(evaluation).results if one.id == "depends_on"]
    weakest = result.instances[0].weakest
    assert weakest is not None
    assert weakest.sentence == "the whole foreign debt of Kyrgyzstan is 4 billion US dollars"
    assert weakest.source == "A bank"


def test_both_halves_are_used_where_the_share_is(tmp_path: Path) -> None:
    assert unused(advice_of(of(tmp_path, OWED, TOTAL))) == {}


@pytest.mark.parametrize(
    ("facts", "reasons"),
    [
        ([TOTAL], {"debt_total": WhyUnused.HALF_OF_A_SHARE}),
        ([OWED, TOTAL, SHARE % 50], {"debt_owed": WhyUnused.MEETS_NO_CONDITION, "debt_total": WhyUnused.SHARE_TOLD}),
        (
            [OWED.replace("1.7", "1"), TOTAL],
            {
                "debt_owed": WhyUnused.NOTHING_FIRED,
                "debt_total": WhyUnused.NOTHING_FIRED,
            },  # a small share is an `unless`
        ),
        ([OWED, TOTAL.replace("4", "4bn EUR")], {"debt_total": WhyUnused.CURRENCY}),
        ([OWED.replace("1.7", "4.1"), TOTAL], {"debt_total": WhyUnused.BEYOND}),
        ([OWED, TOTAL.replace("4", "{at_most: 1000}")], {"debt_total": WhyUnused.MEETS_NO_CONDITION}),
        ([OWED.replace("1.7", "{at_most: 8}"), TOTAL], {"debt_total": WhyUnused.VAGUE}),
    ],
)
def test_why_a_half_is_not_used(tmp_path: Path, facts: list[str], reasons: dict[str, WhyUnused]) -> None:
    found = unused(advice_of(of(tmp_path, *facts)))
    assert {fact: found[fact] for fact in reasons} == reasons


@pytest.mark.parametrize(("percent", "differs"), [("30", True), ("41.4", True), ("41.5", False), ("43.5", False)])
def test_a_told_share_counts_and_a_difference_is_said(tmp_path: Path, percent: str, *, differs: bool) -> None:
    """Within one percentage point both may be rounded."""
    evaluation = of(tmp_path, OWED, TOTAL, SHARE % percent)
    assert (CONCLUDED in evaluation.model.true) is (float(percent) >= 40)
    found = advice_of(evaluation)
    said = [note for note in found.notes if note.startswith("It was told that China holds")]
    assert bool(said) is differs
    if differs:
        assert said[0].endswith(
            "which counts; but Kyrgyzstan owes China 1.7 billion US dollars and the whole foreign debt of "
            "Kyrgyzstan is 4 billion US dollars, which makes 42.5 percent."
        )
        [node] = why(evaluation, "debt_share").nodes
        assert node.overruled == tuple(said)
        assert advice_json(found)["notes"][-1] == said[0]
    assert [note for note in advice_of(evaluation, ("tajikistan",)).notes if "China holds" in note] == []


def test_a_part_larger_than_the_whole_is_said(tmp_path: Path) -> None:
    notes = advice_of(of(tmp_path, OWED.replace("1.7", "4.5"), TOTAL)).notes
    assert notes[-1] == (
        "No share is reckoned where the part is larger than the whole: Kyrgyzstan owes China 4.5 billion US dollars "
        "and the whole foreign debt of Kyrgyzstan is 4 billion US dollars."
    )


def test_a_disputed_half_is_one_conflict_and_what_hangs_on_it_is_found(tmp_path: Path) -> None:
    evaluation = of(tmp_path, f"{OWED}\n    source: one", f"{OWED.replace('1.7', '1')}\n    source: another", TOTAL)
    [conflict] = advice_of(evaluation).conflicts
    assert conflict.atom.fact == "debt_owed"
    ways = {way.way: [one.atom for one in way.following] for way in conflict.ways}
    assert CONCLUDED in ways["Kyrgyzstan owes China 1.7 billion US dollars"]
    assert ways["Kyrgyzstan owes China 1 billion US dollars"] == []


def test_settling_reckons_again_and_keeps_what_was_told(tmp_path: Path) -> None:
    evaluation = of(tmp_path, OWED, TOTAL, f"{SHARE % 30}\n    likelihood: possible")
    evidence = evaluation.evidence
    assert evidence.known[ATOM].reckoned_from
    assert len(evidence.known[ATOM].doubtful) == 1
    again = settled(CENTRAL_ASIA, evidence, evidence.known[Atom("debt_total", ("kyrgyzstan",))])
    assert again.known == evidence.known


def test_the_order_of_the_facts_changes_nothing(tmp_path: Path) -> None:
    facts = (
        f"{OWED}\n    source: one\n    likelihood: likely",
        f"{OWED.replace('1.7', '1.8')}\n    source: another",
        f"{TOTAL}\n    source: one",
        f"{TOTAL.replace('4', '4.2')}\n    source: another\n    likelihood: very likely",
    )
    found = set()
    for order in permutations(facts):
        path = tmp_path / "facts.yaml"
        path.write_text("facts:\n" + "".join(f"  - {fact}\n" for fact in order), encoding="utf-8")
        known = weigh(CENTRAL_ASIA, read_situation(CENTRAL_ASIA, [path])).known[ATOM]
        found.add(tuple((s.said.value, s.said.likelihood) for s in known.firm))
    assert len(found) == 1


def test_the_vocabulary_says_where_a_share_comes_from() -> None:
    text = "\n".join(line.text for line in fact_type_view(CENTRAL_ASIA, CENTRAL_ASIA.facts["debt_share"]))
    assert "where nobody tells it reckoned as the share of debt_owed in debt_total" in text
