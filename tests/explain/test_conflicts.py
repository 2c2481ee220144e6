"""A disputed fact: both sides are shown, nothing rests on either, and what hangs on it is found out by settling it."""

import dataclasses

import pytest

from dragoman.advice.build import advice_of
from dragoman.advice.evaluate import Evaluation, evaluate
from dragoman.advice.forms import Conflict
from dragoman.advice.statement_wording import StatementWording
from dragoman.rulebook.forms import Atom, FactType, Origin
from dragoman.situation.evidence import Known
from dragoman.situation.forms import Said, Situation, Statement
from dragoman.situation.spread import statements_of
from dragoman.values.enumeration import Enumeration, Word
from dragoman.values.quantity import Quantity, Range
from dragoman.views.short import short_view
from tests.explain.worlds import CENTRAL_ASIA, ENGINE, WORLD, Lend, world


def conflicts(evaluation: Evaluation) -> tuple[Conflict, ...]:
    return advice_of(evaluation).conflicts


def shown(evaluation: Evaluation) -> set[Atom]:
    return {atom for atom in evaluation.model.true if evaluation.rulebook.facts[atom.fact].shown_as}


# -- on the report's own world


def contradicted(known: Known, fact: FactType) -> Said | None:
    """A second source that contradicts what is known of an atom."""
    said = known.firm[0].said
    other = dataclasses.replace(said, place=said.place._replace(source="contradiction"), origin="", date=None)
    match said.value:
        case None:
            return dataclasses.replace(other, holds=not said.holds)
        case Word(word):
            assert fact.value is not None
            assert isinstance(fact.value.kind, Enumeration)
            return dataclasses.replace(other, value=Word(next(w for w in fact.value.kind.words if w != word)))
        case Range(low, _) if fact.value and isinstance(fact.value.kind, Quantity) and low > fact.value.kind.low:
            return dataclasses.replace(other, value=Range(fact.value.kind.low, fact.value.kind.low))
    return None


def disputes() -> list[Atom]:
    """Told facts of the report's own world that a second source could contradict; a sample of them, in order."""
    evaluation = world(WORLD)
    premises = {atom for firing in evaluation.model.firings for atom in firing.premises}
    found = [
        known.atom
        for known in evaluation.evidence.known.values()
        if known.atom in premises
        and len(known.firm) == 1
        and not evaluation.rulebook.facts[known.atom.fact].catalogue
        and len(statements_of(CENTRAL_ASIA, known.firm[0].said)) == 1
        and (said := contradicted(known, CENTRAL_ASIA.facts[known.atom.fact])) is not None
        and len(statements_of(CENTRAL_ASIA, said)) == 1  # a denial that leaves a slot out denies several atoms
    ]
    return found[:: max(len(found) // 16, 1)]


@pytest.mark.parametrize("atom", disputes(), ids=lambda atom: "-".join((atom.fact, *filter(None, atom.key))))
def test_what_hangs_on_a_disputed_fact_is_what_either_side_alone_would_change(atom: Atom) -> None:
    """Checked against evaluating the situation with the other side never said."""
    situation = world(WORLD).situation
    known = world(WORLD).evidence.known[atom]
    one = known.firm[0]
    said = contradicted(known, CENTRAL_ASIA.facts[atom.fact])
    assert said is not None
    (two,) = statements_of(CENTRAL_ASIA, said)
    disputed = with_statements(situation, add=two)
    now = evaluate(CENTRAL_ASIA, disputed, ENGINE)
    (conflict,) = (
        c
        for c in conflicts(now)
        if len(c.voices) == 2 and "contradiction:" in f"{c.voices[0].place}{c.voices[1].place}"
    )
    voices = StatementWording(CENTRAL_ASIA)
    alone = {}
    for side, other in ((one, two), (two, one)):
        then = evaluate(CENTRAL_ASIA, with_statements(disputed, drop=other), ENGINE)
        came, went = shown(then) - shown(now) - {atom}, shown(now) - shown(then)
        alone[voices.known(dataclasses.replace(known, firm=(side,)))] = (sentences(came), sentences(went))
    found = {settled.way: (words(settled.follows), words(settled.falls)) for settled in conflict.ways}
    assert found == alone


def with_statements(situation: Situation, add: Statement | None = None, drop: Statement | None = None) -> Situation:
    kept = tuple(s for s in situation.statements if s != drop)
    return dataclasses.replace(situation, statements=(*kept, add) if add else kept)


def sentences(atoms: set[Atom]) -> list[str]:
    """All that is said of the atoms, whatever the order."""
    return words(tuple(StatementWording(CENTRAL_ASIA).together(sorted(atoms))))


def words(texts: tuple[str, ...]) -> list[str]:
    return sorted(texts)


# -- by hand


def test_both_sides_are_shown_and_neither_is_rested_on(lend: Lend) -> None:
    evaluation = lend(
        "facts:\n  - share: {debtor: north, creditor: exchange, percent: 60}\n    source: {title: The Register, grade: A1}\n"
        "  - share: {debtor: north, creditor: exchange, percent: 30}\n    source: The Mayor\n"
    )
    (conflict,) = conflicts(evaluation)
    assert conflict.sentence == "What share of Northtown's debt does the Exchange hold?"
    assert sorted(voice.source for voice in conflict.voices) == ["The Mayor", "The Register (A1)"]
    assert shown(evaluation) == set()
    found = {settled.way: settled.follows for settled in conflict.ways}
    assert found == {
        "the Exchange holds 30 percent of Northtown's debt": (),
        "the Exchange holds 60 percent of Northtown's debt": ("Northtown depends on the Exchange",),
    }


def test_an_unless_that_is_disputed_holds_the_rule_back(lend: Lend) -> None:
    evaluation = lend(
        "facts:\n  - share: {debtor: north, creditor: exchange, percent: 60}\n"
        "  - guarded: {town: north}\n  - not: {guarded: {town: north}}\n"
    )
    (conflict,) = conflicts(evaluation)
    assert conflict.sentence == "Is Northtown under a guardian?"
    assert {settled.way: settled.follows for settled in conflict.ways} == {
        "Northtown is under a guardian": (),
        "Northtown is under no guardian": ("Northtown depends on the Exchange",),
    }
    assert shown(evaluation) == set()


def test_settling_can_take_away_what_follows_now(lend: Lend) -> None:
    """Were the share heavy, the town would depend, and no longer stay calm."""
    evaluation = lend(
        "facts:\n  - share: {debtor: north, creditor: exchange, percent: 60}\n"
        "  - share: {debtor: north, creditor: exchange, percent: 30}\n"
        "  - mood: {town: north, of: vault, view: warm}\n"
    )
    (conflict,) = conflicts(evaluation)
    assert {settled.way: settled.falls for settled in conflict.ways} == {
        "the Exchange holds 30 percent of Northtown's debt": (),
        "the Exchange holds 60 percent of Northtown's debt": ("Northtown stays calm",),
    }


def test_numbers_that_differ_on_one_side_of_the_threshold_dispute_nothing_that_is_asked(lend: Lend) -> None:
    """55 and 60 against 50: the rule fires, and the advice says that the figures differ."""
    evaluation = lend(
        "facts:\n  - share: {debtor: north, creditor: exchange, percent: 60}\n"
        "  - share: {debtor: north, creditor: exchange, percent: 55}\n"
    )
    assert Atom("depends", ("north", "exchange")) in evaluation.model.true
    (conflict,) = conflicts(evaluation)
    assert all(settled.follows == settled.falls == () for settled in conflict.ways)


def test_a_group_denied_and_a_member_told_is_a_conflict(lend: Lend) -> None:
    evaluation = lend("facts:\n  - proud: {town: north}\n  - not: {proud: {town: valley}}\n")
    (conflict,) = conflicts(evaluation)
    assert conflict.sentence == "Does Northtown go its own way?"
    assert sorted(voice.note for voice in conflict.voices) == ["", "told of the Valley"]
    assert "the Valley" in conflict.hint
    assert "each member for itself" in conflict.hint
    assert Atom("proud", ("south",)) not in evaluation.model.true


def test_words_that_are_all_ruled_out_are_a_conflict(lend: Lend) -> None:
    text = "facts:\n" + "".join(
        f"  - not: {{mood: {{town: north, of: vault, view: {view}}}}}\n" for view in ("warm", "cool", "hostile")
    )
    (conflict,) = conflicts(lend(text))
    assert conflict.sentence == "How does Northtown feel about the Vault?"
    assert len(conflict.voices) == 3


@pytest.mark.parametrize("beside", ["date: 2021-01-01", "until: 2018-01-01"])
@pytest.mark.parametrize("fact", ["share: {debtor: north, creditor: exchange, percent: 60}", "proud: {town: north}"])
def test_what_is_not_yet_or_no_longer_so_is_no_conflict_and_is_said_not_to_count(
    lend: Lend, fact: str, beside: str
) -> None:
    found = advice_of(lend(f"as_of: 2020-06-30\nfacts:\n  - {fact}\n    {beside}\n"))
    assert found.conflicts == ()
    assert len(found.telling.unused) == 1
    assert "NOT USED  1 of 1 fact: 1 " in "\n".join(line.text for line in short_view(found))


def test_conflicting_sources_on_one_thing_need_no_word_on_members(lend: Lend) -> None:
    (conflict,) = conflicts(lend("facts:\n  - proud: {town: north}\n  - not: {proud: {town: north}}\n"))
    assert conflict.hint == ""


@pytest.mark.parametrize(
    "second",
    [
        "not: {proud: {town: north}}\n    date: 2019-01-01",
        "not: {proud: {town: north}}\n    likelihood: possible",
        "not: {proud: {town: south}}",
        "proud: {town: north}\n    likelihood: likely",
    ],
    ids=["older", "doubtful", "of another", "the same"],
)
def test_what_is_no_conflict_is_not_shown_as_one(lend: Lend, second: str) -> None:
    evaluation = lend(f"facts:\n  - proud: {{town: north}}\n    date: 2020-01-01\n  - {second}\n")
    assert conflicts(evaluation) == ()
    assert Atom("proud", ("north",)) in evaluation.model.true


def test_told_and_concluded_are_no_conflict(lend: Lend) -> None:
    """Told false overrules what a rule concludes; nobody contradicted himself."""
    evaluation = lend(
        "facts:\n  - share: {debtor: north, creditor: exchange, percent: 60}\n"
        "  - not: {depends: {town: north, bank: exchange}}\n"
    )
    assert evaluation.rulebook.facts["depends"].origin is Origin.BOTH
    assert conflicts(evaluation) == ()
    assert shown(evaluation) == set()


def test_of_very_many_conflicts_the_rest_are_listed_without_trying_them() -> None:
    from dragoman.advice.conflicts import MAX_SETTLED

    situation = world(WORLD).situation
    added: list[Statement] = []
    for known in world(WORLD).evidence.known.values():
        fact = CENTRAL_ASIA.facts[known.atom.fact]
        if known.firm and not fact.catalogue and (said := contradicted(known, fact)) is not None:
            added.extend(s for s in statements_of(CENTRAL_ASIA, said) if s.atom == known.atom)
    assert len(added) > MAX_SETTLED
    evaluation = evaluate(
        CENTRAL_ASIA, dataclasses.replace(situation, statements=(*situation.statements, *added)), ENGINE
    )
    found = conflicts(evaluation)
    assert len(found) > MAX_SETTLED
    assert [bool(conflict.ways) for conflict in found] == [True] * MAX_SETTLED + [False] * (len(found) - MAX_SETTLED)
    assert all(len(conflict.voices) >= 2 for conflict in found)
