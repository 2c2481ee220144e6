"""What `why NAME` asks for, and what it says of what is not so."""

import pytest

from dragoman.errors import UnknownNameError
from dragoman.explain.silence import silence
from dragoman.explain.targets import asked_for
from dragoman.rulebook.lookup import entity_named, targets_named
from tests.explain.worlds import CENTRAL_ASIA, LENDERS, NAMES, Lend, shown, world

HEAVY = "facts:\n  - share: {debtor: valley, creditor: exchange, percent: 60}\n"


@pytest.mark.parametrize("name", NAMES)
def test_every_shown_conclusion_is_found_by_its_name(name: str) -> None:
    evaluation = world(name)
    for fact in {atom.fact for atom in shown(evaluation)}:
        question = asked_for(evaluation, fact)
        assert set(question.atoms) == {atom for atom in evaluation.model.true if atom.fact == fact}
        assert silence(evaluation, question).sentence == ""


@pytest.mark.parametrize("name", NAMES)
def test_a_question_with_all_its_slots_finds_one(name: str) -> None:
    evaluation = world(name)
    for atom in shown(evaluation):
        fact = evaluation.rulebook.facts[atom.fact]
        slots = ", ".join(f"{slot}: {value}" for slot, value in zip(fact.key_names, atom.key, strict=True) if value)
        assert atom in asked_for(evaluation, f"{atom.fact}: {{{slots}}}").atoms


def test_a_group_stands_for_its_members(lend: Lend) -> None:
    evaluation = lend(HEAVY)
    question = asked_for(evaluation, "share: {debtor: valley}")
    assert [atom.key[0] for atom in question.atoms] == ["east", "north", "south"]


def test_a_state_is_filled_into_the_sentence(lend: Lend) -> None:
    evaluation = lend(HEAVY)
    question = asked_for(evaluation, "offer_credit", ("north",))
    assert (question.sentence, question.atoms) == ("the union should offer Northtown credit", ())
    assert silence(evaluation, question).sentence == "It does not follow that the union should offer Northtown credit."
    assert silence(evaluation, question).rules == ("union-offers-credit",)


@pytest.mark.parametrize(
    ("facts", "standing", "says"),
    [
        ("  - not: {guarded: {town: north}}\n", "told not so", ["Northtown is under no guardian"]),
        (
            "  - guarded: {town: north}\n    likelihood: possible\n",
            "too doubtful to count",
            ["Northtown is under a guardian"],
        ),
        ("  - guarded: {town: north}\n    likelihood: unlikely\n", "told not so", ["Northtown is under a guardian"]),
        (
            "  - not: {guarded: {town: north}}\n  - guarded: {town: north}\n",
            "disputed",
            ["Northtown is under a guardian", "Northtown is under no guardian"],
        ),
        (
            "  - guarded: {town: north}\n    until: 2019-01-01\n",
            "no longer in force",
            ["Northtown is under a guardian"],
        ),
        (
            "  - guarded: {town: north}\n    date: 2021-01-01\n",
            "dated after the situation",
            ["Northtown is under a guardian"],
        ),
    ],
)
def test_what_is_not_so_says_why(lend: Lend, facts: str, standing: str, says: list[str]) -> None:
    evaluation = lend(f"as_of: 2020-06-30\nfacts:\n{facts}")
    question = asked_for(evaluation, "guarded")
    assert question.atoms == ()
    found = silence(evaluation, question)
    assert found.sentence == "It is not known that any town is under a guardian."
    assert found.rules == ()
    (silent,) = found.atoms
    assert (silent.sentence, silent.standing) == ("Northtown is under a guardian", standing)
    assert [voice.says for voice in silent.voices] == says


def test_what_a_rule_would_have_concluded_is_said(lend: Lend) -> None:
    evaluation = lend(
        HEAVY + "  - not: {depends: {town: north, bank: exchange}}\n"
        "  - not: {depends: {town: south, bank: exchange}}\n  - depends: {town: south, bank: exchange}\n"
    )
    question = asked_for(evaluation, "depends")
    assert [atom.key[0] for atom in question.atoms] == ["east"]
    north, south = silence(evaluation, question).atoms
    assert (north.standing, south.standing) == ("told not so", "disputed")
    assert "concludes the contrary of what was told" in north.overruled[0]
    assert "would conclude it, but it is disputed" in south.overruled[0]


def test_entities_have_many_names() -> None:
    for text in ("north", "NORTH", "Northtown", "the north", "nt"):
        assert entity_named(LENDERS, text) == "north"
    with pytest.raises(UnknownNameError, match="did you mean 'northtown'"):
        entity_named(LENDERS, "Norhtown")


def test_advice_is_kept_to_those_whom_recommendations_are_for() -> None:
    assert targets_named(CENTRAL_ASIA, "KZ") == ("kazakhstan",)
    assert targets_named(CENTRAL_ASIA, ["KG", "KZ", "Kyrgyzstan"]) == ("kyrgyzstan", "kazakhstan")
    assert len(targets_named(CENTRAL_ASIA, "the region")) == len(CENTRAL_ASIA.entities["central_asia"].members)
    for text in ("china", "eu"):
        with pytest.raises(UnknownNameError, match=r"advice cannot be kept to .*; it can to kazakhstan, kyrgyzstan"):
            targets_named(CENTRAL_ASIA, text)


@pytest.mark.parametrize("text", ["United Kingdom", "the United Kingdom", "UNITED KINGDOM", "the uk"])
def test_an_article_in_a_title_does_not_matter(text: str) -> None:
    assert entity_named(CENTRAL_ASIA, text) == "uk"


@pytest.mark.parametrize("text", ["offer_credi", "offer_credit: {town: nroth}", "offer_credit: {twon: north}"])
def test_a_misspelt_question_offers_the_nearest(lend: Lend, text: str) -> None:
    with pytest.raises(UnknownNameError, match="did you mean"):
        asked_for(lend(HEAVY), text)
