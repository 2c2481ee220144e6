"""What a typed line counts for: over its file, against another typed line, and when it is forgotten."""

from decimal import Decimal
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.conversation.forms import Deed, Reply
from dragoman.conversation.step import say
from dragoman.conversation.talk import Talk
from dragoman.engines.rete.engine import ReteEngine
from dragoman.rulebook.forms import Atom, FactType
from dragoman.situation.answers import is_disputed
from dragoman.situation.assemble import empty_situation, read_situation
from dragoman.situation.evidence import Known, Loss, weigh
from dragoman.situation.forms import CHAT_LAYER
from dragoman.values.enumeration import Enumeration, Word
from dragoman.values.kind import Truth
from dragoman.values.quantity import Quantity
from tests.conversation.lines import RULEBOOK, WORLD
from tests.shares import examples

FILE = read_situation(RULEBOOK, [WORLD])
KNOWN = weigh(RULEBOOK, FILE).known
TOLD = sorted(atom for atom, known in KNOWN.items() if known.firm and not RULEBOOK.facts[atom.fact].catalogue)
"""What the report's own world says firmly."""


ENGINE = ReteEngine()
ON_FILE, ON_NOTHING = (Talk.begin(RULEBOOK, ENGINE, one) for one in (FILE, None))
"""Used again and again: no talk ever changes."""


def after(talk: Talk, *lines: str) -> Talk:
    for line in lines:
        talk, reply = say(talk, line)
        assert reply.understood, (line, reply)
    return talk


def reply_to(line: str, talk: Talk = ON_NOTHING) -> Reply:
    return say(talk, line)[1]


def known(atom: Atom, talk: Talk) -> Known:
    return weigh(RULEBOOK, talk.situation).known[atom]


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


@settings(max_examples=examples(10))
@given(st.sampled_from(TOLD))
def test_what_is_typed_beats_the_file(atom: Atom) -> None:
    """And the file's word is kept as history, with the reason."""
    weighed = known(atom, after(ON_FILE, contrary(atom)))
    assert {statement.said.layer for statement in weighed.firm} == {CHAT_LAYER}
    assert {why for statement, why in weighed.lost if statement in KNOWN[atom].firm} == {Loss.OVERRIDDEN}
    assert not is_disputed(RULEBOOK.facts[atom.fact], weighed)


def another(atom: Atom) -> str:
    """A line that says of an atom what contradicts `contrary`."""
    fact = RULEBOOK.facts[atom.fact]
    one = contrary(atom)
    if fact.value is None:
        return one.removeprefix("not: {").removesuffix("}") if one.startswith("not: ") else f"not: {{{one}}}"
    if isinstance(fact.value.kind, Enumeration):
        said = one.rsplit(": ", 1)[1].rstrip("}")
        return one.replace(f": {said}}}", f": {next(word for word in fact.value.kind.words if word != said)}}}")
    low, high = ends(fact)
    return one.replace(f"{fact.value.name}: {low}", f"{fact.value.name}: {high}")


@settings(max_examples=examples(10))
@given(st.sampled_from(TOLD))
def test_a_later_line_of_the_same_speaker_corrects_the_earlier_one(atom: Atom) -> None:
    """And says what it takes the place of; what it said first is history, and comes back with undo."""
    for one, other in ((contrary(atom), another(atom)), (another(atom), contrary(atom))):
        first = after(ON_NOTHING, one)
        talk, reply = say(first, other)
        assert [deed.deed for deed in reply.understood] == [Deed.CORRECTED]
        assert reply.understood[0].was
        weighed = known(atom, talk)
        assert [statement.said.place.source for statement in weighed.firm] == ["chat line 2"]
        assert not is_disputed(RULEBOOK.facts[atom.fact], weighed)
        assert say(talk, "undo")[0].situation == first.situation


@settings(max_examples=examples(10))
@given(st.sampled_from(TOLD))
def test_two_lines_with_different_sources_stand_side_by_side(atom: Atom) -> None:
    """Never the last one wins: nothing rests on either, and whose word goes is asked."""
    talk = after(ON_NOTHING, f"{contrary(atom)}, source: AFP")
    talk, reply = say(talk, f"{another(atom)}, source: Reuters")
    weighed = known(atom, talk)
    assert len(weighed.firm) == 2
    assert is_disputed(RULEBOOK.facts[atom.fact], weighed)
    assert reply.clashes
    assert reply.clashes[0].is_disputed
    assert reply.question is not None
    for answer, source in (("1", "Reuters"), ("2", "AFP")):
        settled = known(atom, say(talk, answer)[0])
        assert [s.said.source.title for s in settled.firm if s.said.source] == [source]
    assert say(talk, "3")[0].situation == talk.situation


@settings(max_examples=examples(10))
@given(st.sampled_from(TOLD))
def test_the_same_said_again_is_known_already(atom: Atom) -> None:
    talk = after(ON_NOTHING, contrary(atom))
    again, reply = say(talk, contrary(atom))
    assert [deed.deed for deed in reply.understood] == [Deed.KNOWN]
    assert again.situation == talk.situation


# -- forget


@settings(max_examples=examples(10))
@given(st.sampled_from(TOLD))
def test_what_is_forgotten_is_no_longer_known(atom: Atom) -> None:
    talk = after(ON_FILE, f"forget: {{{atom.fact}: {{{slots(atom)}}}}}")
    assert atom not in weigh(RULEBOOK, talk.situation).told  # a share may be reckoned again
    dropped = set(talk.situation.forgotten)
    assert {s.atom.fact for s in dropped} == {atom.fact}
    assert talk.situation.statements == tuple(s for s in FILE.statements if s not in dropped)


def test_forget_drops_what_was_typed_too() -> None:
    talk = after(ON_FILE, "debt_share: {debtor: kazakhstan, creditor: china, percent: 55}")
    talk, reply = say(talk, "forget: {debt_share: {creditor: china}}")
    assert not any(s.atom.fact == "debt_share" for s in talk.situation.statements)
    assert {deed.deed for deed in reply.understood} == {Deed.WITHDRAWN}


def test_forgetting_what_was_never_said_is_a_mistake() -> None:
    talk, reply = say(ON_NOTHING, "forget: {debt_share: {debtor: kyrgyzstan}}")
    assert talk.situation == empty_situation(RULEBOOK)
    assert reply.findings[0].code == "FA501"


def test_forget_says_nothing_else() -> None:
    assert reply_to("forget: {debt_share: {debtor: kyrgyzstan}}, source: AFP", ON_FILE).is_mistake


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
    (statement,) = after(ON_NOTHING, line).situation.statements
    assert statement.atom == Atom("member", ("kazakhstan", "eaeu"))
    assert statement.said.layer == CHAT_LAYER
    assert str(statement.said.place).startswith("chat line 1")


def test_a_line_can_carry_all_that_a_file_can() -> None:
    line = (
        "not: {member: {state: uzbekistan, body: csto}}, likelihood: very likely, date: 2020-10-31, "
        'until: 2021-10-31, source: {title: "AFP, 29 April 2020", grade: B2}, at: [MIL.1], note: "since 2012"'
    )
    (statement,) = after(ON_NOTHING, line).situation.statements
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
        ("/load", "'/load' needs FILE"),
        ("/", "there are /why, /why-not"),
    ],
)
def test_a_mistake_offers_the_nearest_right_name(line: str, said: str) -> None:
    findings = reply_to(line).findings
    assert any(said in finding.message for finding in findings), findings


def test_commands_take_their_argument() -> None:
    for line, name, argument in (
        ("/why build_ties", "why", "build_ties"),
        ("  /why   build_ties: {state: kazakhstan} ", "why", "build_ties: {state: kazakhstan}"),
        ("/facts", "facts", ""),
        ("facts", "facts", ""),
        ("start over", "restart", ""),
        ("/load x.yaml", "load", "x.yaml"),
    ):
        reply = reply_to(line)
        assert (reply.action, reply.argument) == (name, argument)


def test_lines_are_numbered_whether_they_were_understood_or_not() -> None:
    talk = ON_NOTHING
    for line in ("{nonsense", "/help", "acts_alone: {power: china}"):
        talk, _ = say(talk, line)
    assert [str(s.said.place.source) for s in islice(talk.situation.statements, 1)] == ["chat line 3"]


def test_a_source_in_brackets_is_no_list() -> None:
    """It was read as YAML, and answered with its mistakes."""
    [understood] = reply_to("[Reuters] Russia has troops in Tajikistan").understood
    assert understood.deed is Deed.TOLD
