"""The weakest link: the least likely part of the best proof, then the worst source; F and 6 are no rank."""

import pytest

from dragoman.advice.build import advice_of
from dragoman.advice.evaluate import Evaluation
from dragoman.advice.forms import Weakest
from dragoman.advice.support import Support
from dragoman.rulebook.forms import Atom
from dragoman.rulebook.likelihood import Likelihood
from tests.explain.worlds import NAMES, Lend, nodes, proofs, world

CREDIT = Atom("offer_credit", ("north",))


def weakest(evaluation: Evaluation) -> Weakest | None:
    (recommended,) = advice_of(evaluation).recommendations
    return recommended.instances[0].weakest


def facts(proud: str = "", depends: str = "", steady: str = "") -> str:
    """Three told facts under a recommendation, each with its likelihood and grade."""
    text = "as_of: 2020-06-30\nfacts:\n"
    for fact, told in (
        ("proud: {town: north}", proud),
        ("depends: {town: north, bank: vault}", depends),
        ("steady: {}", steady),
    ):
        likelihood, _, grades = told.partition("|")
        for grade in grades.split() or [""]:
            text += f"  - {fact}\n"
            text += f"    likelihood: {likelihood}\n" if likelihood else ""
            text += f"    source: {{title: Source {grade}, grade: {grade}}}\n" if grade else ""
    return text


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # the least likely, whatever its source
        ({"proud": "likely|A1", "depends": "very likely|E5"}, ("Northtown goes its own way", "likely", "Source A1")),
        (
            {"proud": "almost certain|A1", "depends": "|E5"},
            ("Northtown goes its own way", "almost certain", "Source A1"),
        ),
        # then the worst source among the least likely
        ({"proud": "likely|B2", "depends": "likely|C3"}, ("Northtown depends on the Vault", "likely", "Source C3")),
        ({"proud": "likely|D1", "depends": "likely|C5"}, ("Northtown goes its own way", "likely", "Source D1")),
        ({"proud": "|B1", "depends": "|B2"}, ("Northtown depends on the Vault", "unhedged", "Source B2")),
        # a source that cannot be judged is no worse than one that can
        ({"proud": "likely|F6", "depends": "likely|B2"}, ("Northtown depends on the Vault", "likely", "Source B2")),
        ({"proud": "likely|F1", "depends": "likely|A1"}, ("Northtown depends on the Vault", "likely", "Source A1")),
        ({"proud": "likely|A6", "depends": "likely|A1"}, ("Northtown depends on the Vault", "likely", "Source A1")),
        ({"proud": "|F6", "depends": "|E6"}, None),
        # one fact from two sources is as good as the better
        ({"proud": "|A1 E5", "depends": "|C3"}, ("Northtown depends on the Vault", "unhedged", "Source C3")),
        ({"proud": "|D4 F6", "depends": "|C3"}, ("Northtown goes its own way", "unhedged", "Source D4, Source F6")),
        # nothing hedged, nothing graded
        ({}, None),
    ],
)
def test_likelihood_first_then_grade(lend: Lend, told: dict[str, str], expected: tuple[str, str, str] | None) -> None:
    found = weakest(lend(facts(**told)))
    if expected is None:
        assert found is None
        return
    assert found is not None
    sources = ", ".join(part.split(" (")[0] for part in found.source.split(", "))
    assert (found.sentence, found.likelihood.word, sources) == expected


def test_a_rule_can_be_the_weakest_link(lend: Lend) -> None:
    found = weakest(
        lend(
            "as_of: 2020-06-30\nfacts:\n  - share: {debtor: north, creditor: exchange, percent: 60}\n"
            "  - proud: {town: north}\n    likelihood: very likely\n"
        )
    )
    assert found == Weakest("the rule 'share-means-dependence'", Likelihood.LIKELY, "A.1, A.2")


def test_what_was_told_of_an_absence_can_be_the_weakest_link(lend: Lend) -> None:
    """Told, it carries a likelihood; assumed, it carries none."""
    untold = facts(proud="very likely").replace("  - steady: {}\n", "")
    for text, sentence in (
        (untold, "Northtown goes its own way"),
        (facts(proud="very likely", steady="likely"), "money keeps its worth"),
    ):
        found = weakest(lend(text))
        assert found is not None
        assert found.sentence == sentence


@pytest.mark.parametrize("name", NAMES)
def test_it_is_as_weak_as_the_whole(name: str) -> None:
    """A conclusion is as likely as its weakest link; where there is none, all of the proof is plain."""
    evaluation = world(name)
    support = Support(evaluation)
    for atom, root in proofs(name).items():
        link, whole = support.weakest(atom), evaluation.likelihoods.of_atom[atom]
        if link is not None:
            assert link.likelihood == whole
            assert link.grade == "" or (link.grade[0] != "F" and link.grade[1] != "6")
        else:
            assert whole is Likelihood.UNHEDGED
        least = min(node.likelihood for node in nodes(root) if node.likelihood is not None)
        assert least >= whole
