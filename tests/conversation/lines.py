"""Lines that an analyst could type: every fact type that can be told, in every way it can be told."""

from hypothesis import strategies as st

from dragoman.rulebook.forms import FactType, Origin, Rulebook, Slot, ValueSlot
from dragoman.values.enumeration import Enumeration
from dragoman.values.quantity import Quantity
from tests.rulebooks import report

RULEBOOK = report()
WORLD, HALF = "2020-11-report-world", "2020-11-half-denied"

FIRM = ("likely", "very likely", "almost certain", "80%")
DOUBTFUL = ("possible", "roughly even", "50 %")
AGAINST = ("unlikely", "very unlikely", "almost no chance", "10%")

TELLABLE = sorted(
    (fact for fact in RULEBOOK.facts.values() if fact.origin is not Origin.DERIVED and not fact.catalogue),
    key=lambda fact: fact.name,
)


def values(slot: Slot, rulebook: Rulebook = RULEBOOK) -> list[str]:
    """What may stand in a key slot; groups where the slot takes them."""
    return sorted(slot.kind.choices(rulebook.entities, is_told=True))


@st.composite
def facts(draw: st.DrawFn, fact: FactType) -> str:
    """`fact_type: {slot: value, ...}`."""
    slots: dict[str, str] = {}
    for slot in fact.keys:
        if not slot.optional or draw(st.booleans()):
            pair = fact.symmetric_names
            taken = {slots.get(name) for name in pair} if slot.name in pair else set[str | None]()
            slots[slot.name] = draw(st.sampled_from([value for value in values(slot) if value not in taken]))
    if fact.value is not None:
        slots[fact.value.name] = draw(told_values(fact.value))
    return f"{fact.name}: {{{', '.join(f'{name}: {value}' for name, value in slots.items())}}}"


def told_values(slot: ValueSlot) -> st.SearchStrategy[str]:
    if isinstance(slot.kind, Enumeration):
        return st.sampled_from(sorted(slot.kind.words))
    assert isinstance(slot.kind, Quantity)
    numbers = st.decimals(slot.kind.low, slot.kind.high, places=1, allow_nan=False, allow_infinity=False).map(
        lambda n: f"{n:f}"
    )
    ends = st.sampled_from(["at_least", "at_most"])
    return numbers | st.tuples(ends, numbers).map(lambda pair: f"{{{pair[0]}: {pair[1]}}}")


@st.composite
def told_lines(draw: st.DrawFn) -> str:
    """A fact or a denial, perhaps with a likelihood, a source, a date and a note."""
    fact = draw(st.sampled_from(TELLABLE))
    is_number = fact.value is not None and not fact.value.kind.CAN_BE_DENIED
    line = draw(facts(fact))
    if not is_number and draw(st.integers(0, 3)) == 0:
        line = f"not: {{{line}}}"
    words = (*FIRM, *DOUBTFUL) if is_number else (*FIRM, *DOUBTFUL, *AGAINST)
    if draw(st.integers(0, 2)) == 0:
        line += f", likelihood: {draw(st.sampled_from(words))}"
    if draw(st.integers(0, 3)) == 0:
        line += f", source: {draw(st.sampled_from(['AFP', '{title: Le Monde, grade: B2}']))}"
    if draw(st.integers(0, 3)) == 0:
        line += f", date: {draw(st.sampled_from(['2019-03-01', '2020-11-30', '2031-01-01']))}"
    if draw(st.integers(0, 5)) == 0:
        line += ', note: "said in passing"'
    return line


@st.composite
def forget_lines(draw: st.DrawFn) -> str:
    """A `forget`, which need not match anything."""
    fact = draw(st.sampled_from(TELLABLE))
    named = [slot for slot in fact.keys if draw(st.booleans())]
    slots = ", ".join(f"{slot.name}: {draw(st.sampled_from(values(slot)))}" for slot in named)
    return f"forget: {{{fact.name}: {{{slots}}}}}"


COMMANDS = st.sampled_from(
    [
        "/facts",
        "/help",
        "/audit",
        "/why build_ties",
        "/why nothing",
        "/why",
        "/audit no-such-rule",
        "/undoo",
        "/load nowhere",
        "/",
    ]
)
MISTAKES = st.sampled_from(
    [
        "",
        "hello",
        "debt_share: {debtor: kyrgyzstan, creditor: china}",
        "debt_share: {debtor: kyrgyzstan, creditor: china, percent: 130}",
        "debt_share: {debtor: kyrgyzstan, creditor: china, percent: lots}",
        "build_ties: {state: kazakhstan}",
        "member: {state: kazakhstan, body: eaeu}, likelihood: 0",
        "member: {state: kazakhstan, body: eaeu}, likelihood: perhaps",
        "member: {state: kazakhstan, body: eaeu}, date: 2020-13-01",
        "forget: {member: {state: china}}",
        "not: {debt_share: {debtor: kyrgyzstan, creditor: china, percent: 40}}",
        "trade_war: {between: us, and: us}",
    ]
)
"""Each changes nothing."""

TYPED = told_lines() | told_lines() | forget_lines() | COMMANDS | MISTAKES
"""What a session is made of."""


@st.composite
def any_text(draw: st.DrawFn) -> str:
    """Anything at all, and lines that were cut, doubled or bitten into."""
    kind = draw(st.integers(0, 3))
    if kind == 0:
        return draw(st.text(max_size=80))
    if kind == 1:
        word = draw(st.sampled_from(["why", "audit", "facts", "undo", "help", "wh", "", "forget"]))
        return f"/{word} {draw(st.text(max_size=40))}"
    line = draw(TYPED)
    start, end = sorted((draw(st.integers(0, len(line))), draw(st.integers(0, len(line)))))
    return (
        line[:start]
        + draw(st.text(alphabet="{}[]:,'\"#&*!|>%@-?\\\n\t\x00\x1b\u202e\ud800é漢", max_size=6))
        + line[end:]
    )
