"""Every proof of every shown conclusion, walked down and checked against the model by other means than it was made."""

import dataclasses

import pytest

from dragoman.advice.evaluate import Evaluation
from dragoman.engines.model import Firing, Status
from dragoman.errors import EngineError
from dragoman.explain.proof import Node, NodeKind, Prover
from dragoman.program.forms import Literal
from dragoman.rulebook.forms import Atom, Blank, Key, Mode, Variable
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.answers import answer
from dragoman.values.kind import Truth
from dragoman.views.proof import proof_view
from tests.explain.worlds import NAMES, WORLD, Lend, nodes, proof, proofs, shown, world


def firing_of(evaluation: Evaluation, node: Node) -> Firing:
    """The firing that a conclusion names."""
    assert node.step is not None
    (found,) = {
        firing
        for firing in evaluation.model.firings
        if (firing.rule, firing.conclusion, firing.bindings) == (node.step.rule, node.atom, node.step.bindings)
        and firing.status is Status.GIVES
        and [premise.atom for premise in node.premises][: len(firing.premises)] == list(firing.premises)
    }
    return found


def matches(literal: Literal, key: Key, binding: dict[str, str]) -> bool:
    """Whether a condition speaks of an atom; both ways round for a symmetric one."""

    def one_way(terms: tuple[object, ...]) -> bool:
        for term, value in zip(terms, key, strict=True):
            wanted = binding[term.name] if isinstance(term, Variable) else term
            if not (wanted is Blank.ANY or wanted == value or (wanted is Blank.MISSING and value is None)):
                return False
        return True

    fact = literal.fact
    if not fact.symmetric:
        return one_way(literal.terms)
    one, two = fact.symmetric
    turned = list(literal.terms)
    turned[one], turned[two] = turned[two], turned[one]
    return one_way(literal.terms) or one_way(tuple(turned))


def is_absent(evaluation: Evaluation, literal: Literal, binding: dict[str, str]) -> bool:
    """Whether a condition of `unless` holds: nothing told or concluded stands against it."""
    against = Truth.FALSE if literal.mode is Mode.NOT_DENIED else Truth.TRUE
    for known in evaluation.evidence.by_fact.get(literal.fact.name, ()):
        found = answer(literal.fact, known, literal.test).truth
        if matches(literal, known.atom.key, binding) and found in (against, Truth.DISPUTED):
            return False
    concluded = (atom for atom in evaluation.model.true if atom.fact == literal.fact.name)
    return literal.mode is not Mode.ABSENT or not any(matches(literal, atom.key, binding) for atom in concluded)


def check_conclusion(evaluation: Evaluation, node: Node) -> None:
    assert node.atom in evaluation.model.true
    firing = firing_of(evaluation, node)
    rule = evaluation.rule(firing.rule)
    likelihoods = evaluation.likelihoods
    others = [f for f in evaluation.model.firings if f.conclusion == node.atom and f.status is Status.GIVES]
    assert node.likelihood == max(likelihoods.of_firing[other] for other in others) == likelihoods.of_firing[firing]
    premises, unless = node.premises[: len(rule.when)], node.premises[len(rule.when) :]
    believed = [premise.likelihood for premise in node.premises if premise.likelihood is not None]
    assert node.likelihood == min(rule.strength, *believed)
    assert all(premise.kind in (NodeKind.TOLD, NodeKind.CONCLUSION) for premise in premises)
    assert len(unless) == len(rule.unless)
    assumed = [premise for premise in unless if premise.kind is NodeKind.ASSUMED]
    assert all(premise.atom is None and premise.likelihood is None for premise in assumed)
    for literal in rule.unless:
        assert is_absent(evaluation, literal, dict(firing.bindings))
    for literal, premise in zip(rule.when, premises, strict=True):
        check_premise(evaluation, literal, premise, dict(firing.bindings))
    told = [literal for literal in rule.unless if was_told(evaluation, literal, dict(firing.bindings))]
    assert len(unless) - len(assumed) == len(told)


def was_told(evaluation: Evaluation, literal: Literal, binding: dict[str, str]) -> bool:
    """Whether an absence was told, of the one atom that a condition without open slots speaks of."""
    if Blank.ANY in literal.terms:
        return False
    wanted = Truth.TRUE if literal.mode is Mode.NOT_DENIED else Truth.FALSE
    return any(
        matches(literal, known.atom.key, binding) and answer(literal.fact, known, literal.test).truth is wanted
        for known in evaluation.evidence.by_fact.get(literal.fact.name, ())
    )


def check_premise(evaluation: Evaluation, literal: Literal, node: Node, binding: dict[str, str]) -> None:
    assert node.atom is not None
    assert matches(literal, node.atom.key, binding)
    if literal.mode is Mode.HOLDS and literal.fact.value is None:
        assert node.atom in evaluation.model.true
        assert node.likelihood == evaluation.likelihoods.of_atom[node.atom]
        return
    known = evaluation.evidence.of(node.atom)
    found = answer(literal.fact, known, literal.test)
    assert found.truth is (Truth.FALSE if literal.mode is Mode.DENIED else Truth.TRUE)
    assert node.likelihood == found.likelihood


def check_told(evaluation: Evaluation, node: Node) -> None:
    """A told leaf has its statements, each with its place."""
    assert node.atom is not None
    known = evaluation.evidence.of(node.atom)
    assert known is not None
    assert len(node.voices) == len(known.firm) > 0
    assert len(node.history) == len(known.lost)
    assert all(voice.place and voice.says for voice in node.voices)
    assert not node.premises


def check_levels(evaluation: Evaluation, node: Node) -> None:
    """Proofs are finite: every premise is concluded on a lower level."""
    if node.step is not None:
        level = evaluation.rule(node.step.rule).level
        for premise in node.premises:
            if premise.step is not None:
                assert evaluation.rule(premise.step.rule).level < level
            check_levels(evaluation, premise)


@pytest.mark.parametrize("name", NAMES)
def test_every_proof_of_every_shown_conclusion_holds(name: str) -> None:
    evaluation = world(name)
    assert proofs(name)
    for atom, root in proofs(name).items():
        assert root.atom == atom
        check_levels(evaluation, root)
        written = {node.atom for node in nodes(root) if node.kind is NodeKind.CONCLUSION and not node.repeated}
        for node in nodes(root):
            if node.kind is NodeKind.ASSUMED:
                continue
            if node.repeated:
                assert node.atom in written
            elif node.kind is NodeKind.CONCLUSION:
                check_conclusion(evaluation, node)
            else:
                check_told(evaluation, node)


@pytest.mark.parametrize("name", NAMES)
def test_every_step_rests_on_the_report_or_says_that_it_does_not(name: str) -> None:
    for root in proofs(name).values():
        for node in nodes(root):
            if node.step is not None:
                assert bool(node.step.at) != node.step.beyond_report
                assert len(node.step.claims) == len(node.step.claim_texts)
                assert "{" not in node.step.because


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_is_not_so_can_be_proved(name: str) -> None:
    """The check before a premise is shown is no formality: without its premise in the model a proof is refused."""
    evaluation = world(name)
    given = (f for f in evaluation.model.firings if f.status is Status.GIVES and f.level > 1)
    gone = next(atom for firing in given for atom in firing.premises if atom in evaluation.model.true)
    true = evaluation.model.true - {gone}
    broken = dataclasses.replace(evaluation, model=dataclasses.replace(evaluation.model, true=true))
    with pytest.raises(EngineError, match="does not hold"):
        prove_all(broken, shown(evaluation))


def prove_all(evaluation: Evaluation, atoms: list[Atom]) -> None:
    prover = Prover(evaluation)
    for atom in atoms:
        prover.prove(atom)


# -- by hand


def test_a_proof_reads_from_the_conclusion_down_to_the_source(lend: Lend) -> None:
    evaluation = lend(
        "as_of: 2020-06-30\nfacts:\n"
        "  - share: {debtor: north, creditor: exchange, percent: 60}\n"
        "    source: {title: The Register, grade: B2}\n    at: [A.1]\n"
        "  - not: {guarded: {town: north}}\n    likelihood: very likely\n"
        "  - refuses: {town: north, offer: loan}\n"
        "  - steady: {}\n"
    )
    root = proof(evaluation, "offer_credit", "north")
    assert (root.likelihood, root.is_advice) == (Likelihood.POSSIBLE, True)
    depends, proud, charter, steady = root.premises
    assert [node.kind.value for node in root.premises] == ["conclusion", "conclusion", "told", "told"]
    assert steady.sentence == "money keeps its worth"
    assert "CH 1" in charter.voices[0].source
    assert (depends.likelihood, proud.likelihood) == (Likelihood.LIKELY, Likelihood.POSSIBLE)
    share, guardian = depends.premises
    assert share.sentence == "the Exchange holds 60 percent of Northtown's debt"
    assert (share.voices[0].source, share.voices[0].at) == ("The Register (B2)", ("A.1",))
    assert (guardian.kind, guardian.sentence) == (NodeKind.TOLD_ABSENT, "Northtown is under no guardian")
    assert guardian.likelihood is Likelihood.VERY_LIKELY


def test_what_was_said_before_is_history_in_the_proof(lend: Lend) -> None:
    evaluation = lend(
        "as_of: 2020-06-30\nfacts:\n"
        "  - share: {debtor: north, creditor: exchange, percent: 60}\n    date: 2020-05-01\n"
        "  - share: {debtor: north, creditor: exchange, percent: 20}\n    date: 2019-05-01\n"
        "  - share: {debtor: north, creditor: exchange, percent: 10}\n    date: 2020-07-01\n"
        "  - share: {debtor: valley, creditor: exchange, percent: 5}\n    date: 2020-06-01\n"
    )
    (share, _) = proof(evaluation, "depends", "north", "exchange").premises
    assert [voice.date for voice in share.voices] == ["2020-05-01"]
    assert sorted((voice.date, why) for voice, why in share.history) == [
        ("2019-05-01", "a newer statement was made"),
        ("2020-06-01", "a more precise statement was made"),
        ("2020-07-01", "dated after the situation"),
    ]


def test_a_doubt_stands_beside_the_assumption_that_it_speaks_against(lend: Lend) -> None:
    evaluation = lend(
        "facts:\n  - share: {debtor: north, creditor: exchange, percent: 60}\n"
        "  - guarded: {town: north}\n    likelihood: roughly even\n"
    )
    (_, assumed) = proof(evaluation, "depends", "north", "exchange").premises
    assert (assumed.kind, assumed.sentence) == (NodeKind.ASSUMED, "not known that Northtown is under a guardian")
    assert [(voice.says, voice.likelihood) for voice in assumed.voices] == [
        ("Northtown is under a guardian", "roughly even")
    ]


def test_told_true_overrules_and_the_proof_says_what_it_confirms(lend: Lend) -> None:
    """What was told keeps its own likelihood, higher than the rule's."""
    evaluation = lend(
        "facts:\n  - share: {debtor: north, creditor: exchange, percent: 60}\n"
        "  - depends: {town: north, bank: exchange}\n    likelihood: almost certain\n"
    )
    root = proof(evaluation, "depends", "north", "exchange")
    assert (root.kind, root.likelihood) == (NodeKind.TOLD, Likelihood.ALMOST_CERTAIN)
    assert root.overruled == ("the rule 'share-means-dependence' concludes the same",)


def test_one_derivation_is_written_out_and_the_others_are_counted(lend: Lend) -> None:
    evaluation = lend(
        "as_of: 2020-06-30\nfacts:\n"
        "  - share: {debtor: north, creditor: exchange, percent: 60}\n    likelihood: likely\n"
        "  - share: {debtor: north, creditor: vault, percent: 55}\n"
        "  - proud: {town: north}\n"
    )
    root = proof(evaluation, "offer_credit", "north")
    assert root.others == ("union-offers-credit",)
    assert root.step is not None
    assert dict(root.step.bindings)["bank"] == "vault"  # as likely, and told more firmly


def test_what_stands_further_up_is_not_proved_twice() -> None:
    for root in proofs(WORLD).values():
        written = [node.atom for node in nodes(root) if node.kind is NodeKind.CONCLUSION and not node.repeated]
        assert len(written) == len(set(written))


def test_the_best_derivation_is_the_likeliest(lend: Lend) -> None:
    evaluation = lend(
        "as_of: 2020-06-30\nfacts:\n  - proud: {town: north}\n"
        "  - depends: {town: north, bank: exchange}\n    likelihood: likely\n"
        "  - depends: {town: north, bank: vault}\n    likelihood: very likely\n"
    )
    root = proof(evaluation, "offer_credit", "north")
    assert root.step is not None
    assert dict(root.step.bindings)["bank"] == "vault"
    assert root.likelihood is Likelihood.VERY_LIKELY


def test_of_two_as_likely_the_one_that_assumes_less_is_best(lend: Lend) -> None:
    evaluation = lend(
        "facts:\n  - share: {debtor: valley, creditor: exchange, percent: 60}\n"
        "  - not: {guarded: {town: south}}\n  - not: {pact: {between: vault, and: exchange}}\n"
    )
    for town, kind in (("north", NodeKind.ASSUMED), ("south", NodeKind.TOLD_ABSENT)):
        (depends, _) = proof(evaluation, "squeezed", town, "long").premises
        assert depends.premises[1].kind is kind


def test_what_a_rule_wants_absent_is_shown_as_it_was_told() -> None:
    """Not `told not so`, which would turn a denial, or another value, into its contrary."""
    found = proof(world(WORLD), "gap_widens", "china", "russia")
    absent = [one for one in found.premises if one.kind is NodeKind.TOLD_ABSENT]
    assert [one.sentence for one in absent] == ["the economic gap between China and Russia is growing"]
    text = [row.text for row in proof_view((found,))]
    assert "• told: the economic gap between China and Russia is growing" in text
    assert not any("told not so" in row for row in text)
