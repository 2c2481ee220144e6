"""What a typed line counts for: over its file, against another typed line, and when it is forgotten."""

import dataclasses
from decimal import Decimal
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.conversation.state import State
from dragoman.conversation.step import Command, Mistaken, Told, say
from dragoman.errors import Place
from dragoman.rulebook.forms import Atom, FactType
from dragoman.situation.answers import is_disputed
from dragoman.situation.assemble import empty_situation, read_situation
from dragoman.situation.evidence import Known, Loss, weigh
from dragoman.situation.forms import CHAT_LAYER, Situation, Statement
from dragoman.values.enumeration import Enumeration, Word
from dragoman.values.kind import Truth
from dragoman.values.quantity import Quantity
from tests.conversation.lines import RULEBOOK, WORLD, told_lines

FILE = read_situation(RULEBOOK, [WORLD])
KNOWN = weigh(RULEBOOK, FILE).known
TOLD = sorted(atom for atom, known in KNOWN.items() if known.firm and not RULEBOOK.facts[atom.fact].catalogue)
"""What the report's own world says firmly."""


def state_of(situation: Situation, *lines: str) -> State:
    state = State(situation)
    for line in lines:
        state, outcome = say(RULEBOOK, state, line)
        assert isinstance(outcome, Told), (line, outcome)
    return state


def known(atom: Atom, state: State) -> Known:
    return weigh(RULEBOOK, state.situation).known[atom]


def slots(atom: Atom) -> str:
    fact = RULEBOOK.facts[atom.fact]
    return ", ".join(f"{name}: {value}" for name, value in zip(fact.key_names, atom.key, strict=True) if value)


def ends(fact: FactType) -> tuple[Decimal, Decimal]:
    """The lowest and the highest number that a quantity can be."""
    assert fact.value is not None
    assert isinstance(fact.value.kind, Quantity)
    return fact.value.kind.low, fact.value.kind.high


def contrary(atom: Atom) -> str:
    """A line that says of an atom what no statement on it can agree with."""
    fact, was = RULEBOOK.facts[atom.fact], KNOWN[atom]
    if fact.value is None:
        holds = was.truth is Truth.TRUE
        return f"not: {{{atom.fact}: {{{slots(atom)}}}}}" if holds else f"{atom.fact}: {{{slots(atom)}}}"
    told = {s.said.value.word for s in was.firm if isinstance(s.said.value, Word)}
    if isinstance(fact.value.kind, Enumeration):
        value = next(word for word in fact.value.kind.words if word not in told)
    else:
        value = f"{ends(fact)[0]}"
    return f"{atom.fact}: {{{', '.join(filter(None, (slots(atom), f'{fact.value.name}: {value}')))}}}"


@given(st.sampled_from(TOLD))
def test_what_is_typed_beats_the_file(atom: Atom) -> None:
    """And the file's word is kept as history, with the reason."""
    weighed = known(atom, state_of(FILE, contrary(atom)))
    assert {statement.said.layer for statement in weighed.firm} == {CHAT_LAYER}
    assert {why for statement, why in weighed.lost if statement in KNOWN[atom].firm} == {Loss.OVERRIDDEN}
    assert not is_disputed(RULEBOOK.facts[atom.fact], weighed)


@given(st.sampled_from(TOLD))
def test_two_typed_lines_that_contradict_each_other_are_disputed(atom: Atom) -> None:
    """Never the last one wins."""
    fact = RULEBOOK.facts[atom.fact]
    one = contrary(atom)
    if fact.value is None:
        other = one.removeprefix("not: {").removesuffix("}") if one.startswith("not: ") else f"not: {{{one}}}"
    elif isinstance(fact.value.kind, Enumeration):
        said = one.rsplit(": ", 1)[1].rstrip("}")
        other = one.replace(f": {said}}}", f": {next(word for word in fact.value.kind.words if word != said)}}}")
    else:
        low, high = ends(fact)
        other = one.replace(f"{fact.value.name}: {low}", f"{fact.value.name}: {high}")
    for lines in ((one, other), (other, one)):
        weighed = known(atom, state_of(FILE, *lines))
        assert len(weighed.firm) == 2
        assert is_disputed(RULEBOOK.facts[atom.fact], weighed)
    assert not is_disputed(RULEBOOK.facts[atom.fact], known(atom, state_of(FILE, one, one)))


@given(
    st.lists(told_lines(), min_size=2, max_size=5).flatmap(
        lambda lines: st.tuples(st.just(lines), st.permutations(lines))
    )
)
def test_the_order_of_lines_changes_nothing_that_is_known(orders: tuple[list[str], list[str]]) -> None:
    one, two = (weigh(RULEBOOK, state_of(empty_situation(RULEBOOK), *lines).situation) for lines in orders)
    assert one.known.keys() == two.known.keys()
    for atom, first in one.known.items():
        second = two.known[atom]
        assert placeless(first) == placeless(second)


def placeless(weighed: Known) -> tuple[list[str], list[str], list[str]]:
    """What is known, without the number of the line that said it."""
    lost = [f"{unplaced(statement)} {why}" for statement, why in weighed.lost]
    return sorted(map(unplaced, weighed.firm)), sorted(map(unplaced, weighed.doubtful)), sorted(lost)


def unplaced(statement: Statement) -> str:
    return str(dataclasses.replace(statement, said=dataclasses.replace(statement.said, place=Place("somewhere"))))


# -- forget


@given(st.sampled_from(TOLD))
def test_what_is_forgotten_is_no_longer_known(atom: Atom) -> None:
    state = state_of(FILE, f"forget: {{{atom.fact}: {{{slots(atom)}}}}}")
    assert atom not in weigh(RULEBOOK, state.situation).told  # a share may be reckoned again
    dropped = set(state.situation.forgotten)
    assert {s.atom.fact for s in dropped} == {atom.fact}
    assert state.situation.statements == tuple(s for s in FILE.statements if s not in dropped)


def test_forget_drops_what_was_typed_too() -> None:
    state = state_of(FILE, "debt_share: {debtor: kazakhstan, creditor: china, percent: 55}")
    state, outcome = say(RULEBOOK, state, "forget: {debt_share: {creditor: china}}")
    assert isinstance(outcome, Told)
    assert not any(s.atom.fact == "debt_share" for s in state.situation.statements)
    assert all(sentence.startswith("forgotten: ") for sentence in outcome.understood)


def test_forgetting_what_was_never_said_is_a_mistake() -> None:
    state, outcome = say(RULEBOOK, State(empty_situation(RULEBOOK)), "forget: {debt_share: {debtor: kyrgyzstan}}")
    assert isinstance(outcome, Mistaken)
    assert state.situation == empty_situation(RULEBOOK)
    assert outcome.findings[0].code == "FA501"


def test_forget_says_nothing_else() -> None:
    line = "forget: {debt_share: {debtor: kyrgyzstan}}, source: AFP"
    _, outcome = say(RULEBOOK, State(FILE), line)
    assert isinstance(outcome, Mistaken)


# -- the manner of a line


@pytest.mark.parametrize(
    "line",
    [
        "member: {state: kazakhstan, body: eaeu}",
        "  member: {state: kazakhstan, body: eaeu}  ",
        "{member: {state: kazakhstan, body: eaeu}}",
        'member: {"state": "kazakhstan", "body": "eaeu"}',
        '{"member": {"state": "kazakhstan", "body": "eaeu"}}',
        "member: {state: kazakhstan, body: eaeu}\n",
        "member: {state: kazakhstan, body: eaeu} # from AFP",
        "member: {state: kazakhstan, body: eaeu} # from AFP}",
        "{member: {state: kazakhstan, body: eaeu}} # from AFP",
    ],
)
def test_a_line_is_a_fact_of_a_file_in_flow_style(line: str) -> None:
    (statement,) = state_of(empty_situation(RULEBOOK), line).situation.statements
    assert statement.atom == Atom("member", ("kazakhstan", "eaeu"))
    assert statement.said.layer == CHAT_LAYER
    assert str(statement.said.place).startswith("chat line 1")


def test_a_line_can_carry_all_that_a_file_can() -> None:
    line = (
        "not: {member: {state: uzbekistan, body: csto}}, likelihood: very likely, date: 2020-10-31, "
        'until: 2021-10-31, source: {title: "AFP, 29 April 2020", grade: B2}, at: [MIL.1], note: "since 2012"'
    )
    (statement,) = state_of(empty_situation(RULEBOOK), line).situation.statements
    said = statement.said
    assert not said.holds
    assert said.source is not None
    assert (said.source.title, said.source.grade) == ("AFP, 29 April 2020", "B2")
    assert (str(said.date), str(said.until), said.at, said.note) == (
        "2020-10-31",
        "2021-10-31",
        ("MIL.1",),
        "since 2012",
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("debt_share: {debtor: kyrgyzstn, creditor: china, percent: 42}", "did you mean 'kyrgyzstan'?"),
        ("debt_shar: {debtor: kyrgyzstan, creditor: china, percent: 42}", "did you mean 'debt_share'?"),
        ("debt_share: {debter: kyrgyzstan, creditor: china, percent: 42}", "did you mean 'debtor'?"),
        ("sanctions: {by: us, against: russia, status: in_forc}", "did you mean 'in_force'?"),
        (
            "debt_share: {debtor: kyrgyzstan, creditor: china, percent: 42}, likelihod: likely",
            "did you mean 'likelihood'?",
        ),
        (
            "debt_share: {debtor: kyrgyzstan, creditor: china, percent: 42}, likelihood: likley",
            "did you mean 'likely'?",
        ),
        ("/loda x", "did you mean '/load'?"),
        ("/why", "'/why' needs NAME"),
        ("/", "there are /why, /audit"),
    ],
)
def test_a_mistake_offers_the_nearest_right_name(line: str, said: str) -> None:
    _, outcome = say(RULEBOOK, State(empty_situation(RULEBOOK)), line)
    assert isinstance(outcome, Mistaken)
    assert any(said in finding.message for finding in outcome.findings), outcome.findings


def test_commands_take_their_argument() -> None:
    for line, expected in (
        ("/why build_ties", Command("why", "build_ties")),
        ("  /why   build_ties: {state: kazakhstan} ", Command("why", "build_ties: {state: kazakhstan}")),
        ("/facts", Command("facts", "")),
    ):
        assert say(RULEBOOK, State(empty_situation(RULEBOOK)), line)[1] == expected


def test_lines_are_numbered_whether_they_were_understood_or_not() -> None:
    state = State(empty_situation(RULEBOOK))
    for line in ("nonsense", "/help", "acts_alone: {power: china}"):
        state, _ = say(RULEBOOK, state, line)
    assert [str(s.said.place.source) for s in islice(state.situation.statements, 1)] == ["chat line 3"]
