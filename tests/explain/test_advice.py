"""What stands below the recommendations: assumptions, doubts, thresholds, notes; what tempers, what is under way."""

import ast
import dataclasses
import shutil
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from dragoman.advice.build import advice_of
from dragoman.advice.evaluate import evaluate
from dragoman.advice.forms import Advice, AssumptionKind, Instance
from dragoman.advice.json_form import advice_json
from dragoman.advice.shown import shown_conclusions
from dragoman.explain.proof import NodeKind, Prover
from dragoman.rulebook.forms import Atom, RecommendationStatus, ShownAs
from dragoman.rulebook.likelihood import Likelihood
from dragoman.rulebook.load import read_rulebook, with_parameters
from dragoman.views.advice import advice_view
from tests.explain.worlds import (
    CENTRAL_ASIA,
    ENGINE,
    LENDERS,
    NAMES,
    WORLD,
    Lend,
    advice,
    nodes,
    proofs,
    shown,
    told,
    world,
)

HEAVY = (
    "as_of: 2020-06-30\nfacts:\n  - share: {debtor: north, creditor: exchange, percent: 60}\n  - proud: {town: north}\n"
)


# -- assumptions


@pytest.mark.parametrize("name", NAMES)
def test_the_assumptions_are_those_of_the_proofs(name: str) -> None:
    """Each assumption under a shown conclusion is listed, with all that rests on it, and none is made up."""
    resting: dict[str, set[str]] = defaultdict(set)
    for atom, root in proofs(name).items():
        for node in nodes(root):
            if node.kind is NodeKind.ASSUMED:
                resting[node.sentence].add(atom.fact)
    assert {a.sentence: set(a.rests) for a in advice(name).assumptions} == resting
    assert all(
        a.sentence.startswith(("not known that ", "nobody said that ", "nobody denied that "))
        for a in advice(name).assumptions
    )


def test_what_was_told_is_no_assumption(lend: Lend) -> None:
    assumed = {a.sentence for a in advice_of(lend(HEAVY)).assumptions}
    assert assumed == {"not known that Northtown is under a guardian", "nobody denied that money keeps its worth"}
    text = HEAVY + "  - not: {guarded: {town: north}}\n  - steady: {}\n"
    assert advice_of(lend(text)).assumptions == ()


def test_an_assumption_that_turns_out_wrong_takes_the_advice_with_it(lend: Lend) -> None:
    for fact in ("guarded: {town: north}", "not: {steady: {}}"):
        assert not advice_of(lend(f"{HEAVY}  - {fact}\n")).recommendations


def test_a_doubt_about_an_assumption_is_said(lend: Lend) -> None:
    text = HEAVY + "  - guarded: {town: north}\n    likelihood: possible\n    source: The Mayor\n"
    found = advice_of(lend(text))
    (assumption,) = (a for a in found.assumptions if a.kind is AssumptionKind.ABSENT)
    assert [(doubt.says, doubt.likelihood, doubt.source) for doubt in assumption.doubts] == [
        ("Northtown is under a guardian", "possible", "The Mayor")
    ]
    assert found.doubtful == assumption.doubts


# -- doubts


@pytest.mark.parametrize("name", NAMES)
def test_what_is_doubtful_is_listed_unless_something_firm_was_said(name: str) -> None:
    known = world(name).evidence.known.values()
    expected = sorted(str(s.said.place) for k in known if not k.firm for s in k.doubtful)
    assert sorted(voice.place for voice in advice(name).doubtful) == expected


def test_a_doubt_is_settled_by_anything_firm(lend: Lend) -> None:
    doubt = "  - guarded: {town: north}\n    likelihood: possible\n"
    assert len(advice_of(lend(HEAVY + doubt)).doubtful) == 1
    assert advice_of(lend(HEAVY + doubt + "  - not: {guarded: {town: north}}\n")).doubtful == ()


def test_what_was_said_to_be_unlikely_is_shown_as_it_was_said(lend: Lend) -> None:
    """It counts as told not so, and is not worded as a denial that is unlikely."""
    evaluation = lend(
        "facts:\n  - share: {debtor: north, creditor: exchange, percent: 60}\n"
        "  - guarded: {town: north}\n    likelihood: 30%\n"
    )
    root = Prover(evaluation).prove(Atom("depends", ("north", "exchange")))
    guardian = root.premises[1]
    assert (guardian.kind, guardian.sentence) == (NodeKind.TOLD_ABSENT, "Northtown is under no guardian")
    assert guardian.likelihood is Likelihood.LIKELY
    (voice,) = guardian.voices
    assert (voice.says, voice.likelihood, voice.holds) == ("Northtown is under a guardian", "30 %", False)


# -- thresholds


@pytest.mark.parametrize("name", NAMES)
def test_the_thresholds_are_those_of_the_proofs(name: str) -> None:
    used: set[str] = set()
    for root in proofs(name).values():
        for node in nodes(root):
            if node.step is None:
                continue
            rule = CENTRAL_ASIA.rules[node.step.rule]
            tests = [condition.pattern.test for condition in (*rule.when, *rule.unless)]
            used |= {name for test in tests if test for name in test.parameters}
    found = advice(name).thresholds
    assert [threshold.name for threshold in found] == sorted(used)
    assert all(threshold.reason and not threshold.own for threshold in found)


def test_a_threshold_that_was_set_is_named_even_where_nothing_rests_on_it(tmp_path: Path) -> None:
    rulebook = with_parameters(LENDERS, {"heavy": Decimal(75)})
    found = advice_of(told(tmp_path, HEAVY, rulebook))
    assert found.recommendations == ()
    (threshold,) = found.thresholds
    assert (threshold.value, threshold.own) == ("75 percent", "50 percent")


# -- notes


def test_without_a_date_the_advice_says_that_the_report_s_counts(lend: Lend) -> None:
    dated, undated = advice_of(lend(HEAVY)), advice_of(lend(HEAVY.replace("as_of: 2020-06-30\n", "")))
    assert dated.notes == ()
    (note,) = undated.notes
    assert "'as_of'" in note
    assert "2020-06-30" in note
    assert [r.title for r in undated.recommendations] == [r.title for r in dated.recommendations]


def test_where_nothing_follows_the_advice_says_so(lend: Lend) -> None:
    nothing = advice_of(lend("as_of: 2020-06-30\nfacts:\n  - proud: {town: north}\n"))
    assert nothing.notes == (
        "No rule fired: nothing in these facts is what the report's reasoning starts from "
        "(1 read only by rules that did not fire on it).",
    )
    little = advice_of(lend("as_of: 2020-06-30\nfacts:\n  - refuses: {town: north, offer: loan}\n"))
    assert little.notes == ("No recommendation follows from these facts.",)


def test_an_instrument_that_is_not_in_force_carries_nothing(lend: Lend) -> None:
    assert not advice_of(lend(HEAVY.replace("2020-06-30", "2018-12-31"))).recommendations


# -- tempering


def test_what_tempers_is_shown_and_blocks_nothing(lend: Lend) -> None:
    plain = advice_of(lend(HEAVY))
    warm = advice_of(lend(HEAVY + "  - mood: {town: north, of: exchange, view: warm}\n"))
    both = advice_of(
        lend(
            HEAVY
            + "  - mood: {town: north, of: exchange, view: warm}\n  - not: {pact: {between: vault, and: exchange}}\n"
        )
    )
    mood, pact = "Northtown is warm towards the Exchange", "the Exchange and the Vault have no pact"
    for found, expected in ((plain, ()), (warm, (mood,)), (both, (mood, pact))):
        (finding,) = (r for r in found.results if r.id == "depends")
        assert finding.instances[0].tempered_by == expected
        assert finding.likelihood is Likelihood.LIKELY
        assert len(found.recommendations) == 1


@pytest.mark.parametrize(
    "fact",
    [
        "mood: {town: north, of: vault, view: warm}",
        "mood: {town: south, of: exchange, view: warm}",
        "mood: {town: north, of: exchange, view: cool}",
        "pact: {between: vault, and: exchange}",
    ],
)
def test_what_is_of_another_or_not_so_tempers_nothing(lend: Lend, fact: str) -> None:
    (finding,) = (r for r in advice_of(lend(f"{HEAVY}  - {fact}\n")).results if r.id == "depends")
    assert finding.instances[0].tempered_by == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_rulebook_without_tempering_concludes_the_same(name: str) -> None:
    rules = {rule.id: dataclasses.replace(rule, tempered_by=()) for rule in CENTRAL_ASIA.rules.values()}
    evaluation = evaluate(dataclasses.replace(CENTRAL_ASIA, rules=rules), world(name).situation, ENGINE)
    assert evaluation.model == world(name).model
    assert evaluation.likelihoods == world(name).likelihoods


def test_the_report_s_own_world_is_tempered() -> None:
    assert any(instance.tempered_by for result in advice(WORLD).results for instance in result.instances)


# -- for whom, and how far


def test_under_way_turns_the_status_and_not_the_firing(lend: Lend) -> None:
    text = HEAVY.replace("north", "valley") + "  - credit_given: {town: south}\n"
    found = advice_of(lend(text)).recommendations
    assert [(r.title, r.status.value) for r in found] == [
        ("Offer Easttown and Northtown credit", "advised"),
        ("Offer Southtown credit", "under way"),
    ]
    atoms = {instance.atom for recommended in found for instance in recommended.instances}
    assert atoms == {Atom("offer_credit", (town,)) for town in ("north", "south", "east")}


@pytest.mark.parametrize("likelihood", ["possible", "unlikely"])
def test_what_is_only_said_to_be_possible_is_not_under_way(lend: Lend, likelihood: str) -> None:
    text = HEAVY + f"  - credit_given: {{town: north}}\n    likelihood: {likelihood}\n"
    (recommended,) = advice_of(lend(text)).recommendations
    assert recommended.status is RecommendationStatus.ADVISED


def test_what_holds_for_all_members_is_said_of_each(lend: Lend) -> None:
    found = advice_of(lend(HEAVY.replace("north", "valley")))
    (recommended,) = found.recommendations
    assert recommended.title == "Offer each town of the Valley credit"
    assert [instance.target for instance in recommended.instances] == ["Easttown", "Northtown", "Southtown"]
    (finding,) = (r for r in found.results if r.id == "depends")
    assert (finding.sentence, finding.likewise) == ("each town of the Valley depends on the Exchange", ())


def test_what_holds_for_some_members_names_them(lend: Lend) -> None:
    text = HEAVY + "  - share: {debtor: south, creditor: exchange, percent: 70}\n"
    (finding,) = (r for r in advice_of(lend(text)).results if r.id == "depends")
    assert (finding.sentence, finding.likewise) == ("Northtown depends on the Exchange", ("Southtown",))


@pytest.mark.parametrize("name", NAMES)
def test_advice_for_one_state_is_part_of_the_whole(name: str) -> None:
    whole = standings(advice(name))
    states = CENTRAL_ASIA.entities["central_asia"].members
    for kept in (*((state,) for state in states), states[:2], states):
        part = standings(advice_of(world(name), kept))
        named = {atom: set(states) & set(atom.key) for atom in whole}
        assert part == {atom: whole[atom] for atom, them in named.items() if not them or them & set(kept)}


def standings(found: Advice) -> dict[Atom, tuple[Instance, str]]:
    return {atom: (one.instance, one.standing) for atom, one in shown_conclusions(found).items()}


def instances_of(found: Advice) -> list[tuple[Instance, ...]]:
    return [*(r.instances for r in found.recommendations), *(r.instances for r in found.results)]


@pytest.mark.parametrize("name", NAMES)
def test_all_that_is_true_and_shown_is_in_the_advice_once(name: str) -> None:
    found = advice(name)
    atoms = [i.atom for instances in instances_of(found) for i in instances]
    assert sorted(atoms) == shown(world(name))
    kinds = [result.kind for result in found.results]
    assert kinds == sorted(kinds, key=list(ShownAs).index)


@pytest.mark.parametrize("name", NAMES)
def test_reasons_come_best_first(name: str) -> None:
    for instances in instances_of(advice(name)):
        for instance in instances:
            orders = [reason.order for reason in instance.reasons]
            assert orders == sorted(orders)
            assert not orders or max(reason.likelihood for reason in instance.reasons) == instance.likelihood


# -- told overrules


def test_told_false_overrules_what_a_rule_concludes(lend: Lend) -> None:
    """And what would have rested on it."""
    found = advice_of(lend(HEAVY + "  - not: {depends: {town: north, bank: exchange}}\n"))
    assert (found.recommendations, found.results, found.conflicts) == ((), (), ())


def test_told_true_stands_with_its_own_likelihood(lend: Lend) -> None:
    text = HEAVY + "  - depends: {town: north, bank: exchange}\n    likelihood: almost certain\n"
    (finding,) = (r for r in advice_of(lend(text)).results if r.id == "depends")
    assert finding.likelihood is Likelihood.ALMOST_CERTAIN
    assert finding.instances[0].reasons == ()


def test_told_doubtfully_leaves_it_to_the_rules(lend: Lend) -> None:
    text = HEAVY + "  - not: {depends: {town: north, bank: exchange}}\n    likelihood: possible\n"
    found = advice_of(lend(text))
    assert len(found.recommendations) == 1
    assert [voice.says for voice in found.doubtful] == ["Northtown does not depend on the Exchange"]


# -- beside the sentence


def test_what_sentences_leave_out_is_shown_beside_them(lend: Lend) -> None:
    text = HEAVY + "  - not: {pact: {between: vault, and: exchange}}\n"
    (squeezed,) = (r for r in advice_of(lend(text)).results if r.id == "squeezed")
    assert (squeezed.sentence, squeezed.beside) == ("Northtown is squeezed", "in the long run")
    assert shown_conclusions(advice_of(lend(text)))[squeezed.instances[0].atom].standing == "possible, in the long run"


def test_a_recommendation_keeps_what_is_shown_beside_it(tmp_path: Path) -> None:
    """Two that differ only in it are two; a slot of any name will do, and a word of its own."""
    shutil.copytree(Path(__file__).parent / "lenders", tmp_path / "lenders")
    changes = {
        "vocabulary.yaml": [
            ("shown_beside:\n", "shown_beside:\n  pace: {fast: at once}\n"),
            ("    slots: {town: {entity: [town]}}\n    says: \"the union", "    slots: {town: {entity: [town]}, pace: "
             "{one_of: [fast, year_by_year]}}\n    says: \"the union"),
        ],
        "rules.yaml": [
            ("      - offer_credit: {town: $town}\n", "      - offer_credit: {town: $town, pace: fast}\n"
             "      - offer_credit: {town: $town, pace: year_by_year}\n"),
        ],
    }  # fmt: skip
    for name, pairs in changes.items():
        path = tmp_path / "lenders" / name
        text = path.read_text(encoding="utf-8")
        for old, new in pairs:
            assert text.count(old) == 1
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
    found = advice_of(told(tmp_path, HEAVY, read_rulebook(tmp_path / "lenders")))
    assert [(r.title, r.beside) for r in found.recommendations] == [
        ("Offer Northtown credit", "at once"),
        ("Offer Northtown credit", "year by year"),
    ]
    standings = {one.standing for atom, one in shown_conclusions(found).items() if atom.fact == "offer_credit"}
    assert standings == {"advised, grounds: likely, at once", "advised, grounds: likely, year by year"}
    text = "\n".join(line.text for line in advice_view(found))
    assert "Offer Northtown credit  [advised, year by year]" in text
    written = advice_json(found)
    assert [r["for"][0]["slots"]["pace"] for r in written["recommendations"]] == ["fast", "year_by_year"]
    assert {(r["pace"], r["horizon"]) for r in written["results"]} == {("", "")}


def test_no_name_of_the_report_s_vocabulary_that_the_code_could_mean_stands_in_it() -> None:
    """Slots, fact types and entities are known from the rulebook alone; what the rule language declares is its own."""
    import dragoman

    names = {name for name in (*CENTRAL_ASIA.facts, *CENTRAL_ASIA.entities) if "_" in name or len(name) > 9}
    names |= {"horizon"}
    names -= {CENTRAL_ASIA.id, *(fact.name for fact in CENTRAL_ASIA.facts.values() if fact.catalogue)}
    for path in sorted(Path(dragoman.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            word = node.value if isinstance(node, ast.Constant) else ""
            assert word not in names, f"{path}: {word}"
