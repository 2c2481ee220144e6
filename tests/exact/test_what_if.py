"""What if: cases of an invented rulebook, in which each change and its causes are known by heart; then the report's."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import dragoman
from dragoman.errors import RulebookError, SituationError, UnknownNameError
from dragoman.exact.difference_forms import CauseKind, Difference
from dragoman.exact.schemas import SCHEMAS
from dragoman.exact.what_if import supposed, what_if
from dragoman.rulebook.load import read_rulebook
from dragoman.situation.assemble import empty_situation, read_situation
from dragoman.views.difference import difference_view
from tests.cli.shell import LENDERS, WORLD, ran, run
from tests.exact.test_difference import COLUMNS
from tests.explain import worlds
from tests.rulebooks import report, situation

LOAN = read_situation(worlds.LENDERS, ["loan"])
VALID = Draft202012Validator(SCHEMAS["diff"]())

OFFER = "the union should offer Northtown credit [advised, grounds: likely]"
DEPENDS, SQUEEZED = "Northtown depends on the Exchange [likely]", "Northtown is squeezed [possible, in the long run]"
ALL_GOES = [f"goes {OFFER}", f"goes {SQUEEZED}", f"goes {DEPENDS}"]
SHARE = "share: {debtor: north, creditor: exchange, percent: %d}"


def lines(found: Difference) -> list[str]:
    """Each change: `goes X [before -> after]`."""
    said = []
    for change in found.changes:
        ends = " -> ".join(dict.fromkeys(filter(None, (change.before, change.after))))
        said.append(f"{change.sign.value} {change.sentence} [{ends}]")
    return said


def causes(found: Difference) -> list[list[str]]:
    """Of each change the sets of causes that are enough, by the names of these; each exact."""
    assert all(turned.through.is_exact for change in found.changes for turned in change.turned)
    throughs = [change.turned[0].through for change in found.changes]
    return [
        [" + ".join(found.causes[number].name for number in some) for some in (one.causes, *one.others)]
        for one in throughs
    ]


CASES = {
    "a fact withdrawn": (
        [],
        ["share: {}"],
        {},
        ALL_GOES,
        ["withdrawn: the Exchange holds 60 percent of Northtown's debt"],
    ),
    "of a group only what was told": (
        [],
        ["share: {debtor: valley}"],
        {},
        ALL_GOES,
        ["withdrawn: the Exchange holds 60 percent of Northtown's debt"],
    ),
    "a denial withdrawn": (
        [],
        ["pact: {between: vault}"],
        {},
        [f"goes {SQUEEZED}"],
        ["withdrawn: the Exchange and the Vault have no pact"],
    ),
    "what holds a rule back": (["guarded: {town: north}"], [], {}, ALL_GOES, ["told: Northtown is under a guardian"]),
    "the same of a group, in one sentence": (
        ["guarded: {town: valley}"],
        [],
        {},
        ALL_GOES,
        ["told: each town of the Valley is under a guardian"],
    ),
    "a presumption denied": (["not: {steady: {}}"], [], {}, [f"goes {OFFER}"], ["told: money loses its worth"]),
    "another number": (
        [SHARE % 20],
        [],
        {},
        ALL_GOES,
        ["another value: the Exchange holds 20 percent of Northtown's debt, 60 percent before"],
    ),
    "another number that changes nothing": (
        [SHARE % 70],
        [],
        {},
        [],
        ["another value: the Exchange holds 70 percent of Northtown's debt, 60 percent before"],
    ),
    "the same again": ([SHARE % 60], [], {}, [], []),
    "a threshold": ([], [], {"heavy": 61}, ALL_GOES, ["set: heavy, 50 percent before"]),
    "a number and a threshold, which go together": (
        [SHARE % 80],
        [],
        {"heavy": 61},
        [],
        [
            "another value: the Exchange holds 80 percent of Northtown's debt, 60 percent before",
            "set: heavy, 50 percent before",
        ],
    ),
    "two that contradict each other": (
        [SHARE % 80, SHARE % 20],
        [],
        {},
        ALL_GOES,
        ["disputed now: What share of Northtown's debt does the Exchange hold?, 60 percent before"],
    ),
    "another status": (
        ["credit_given: {town: north}"],
        [],
        {},
        [
            "stands otherwise the union should offer Northtown credit [advised, grounds: likely -> under way, grounds: likely]"
        ],
        ["told: Northtown has credit from the union already"],
    ),
    "another likelihood": (
        ["not: {pact: {between: exchange, and: vault}}, likelihood: likely"],
        [],
        {},
        [],
        ["another likelihood: the Exchange and the Vault have no pact (likely), not so before"],
    ),
    "too doubtful to count": (
        ["proud: {town: north}, likelihood: possible"],
        [],
        {},
        [f"goes {OFFER}"],
        ["another likelihood: Northtown goes its own way (possible), so before"],
    ),
    "the contrary": (
        ["not: {proud: {town: north}}"],
        [],
        {},
        [f"goes {OFFER}"],
        ["now the contrary: Northtown does not go its own way, so before"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_changes(case: str) -> None:
    told, without, thresholds, changes, given = CASES[case]
    found = what_if(LOAN, told, without, {name: Decimal(value) for name, value in thresholds.items()}, engine=COLUMNS)
    assert lines(found) == changes
    before = (
        f", {cause.before} before" if cause.before and cause.turn.value != "withdrawn" else "" for cause in found.causes
    )
    assert [
        f"{cause.turn.value}: {cause.sentence}{was}" for cause, was in zip(found.causes, before, strict=True)
    ] == given
    VALID.validate(found.to_dict())


def test_a_change_that_needs_two_facts_names_both() -> None:
    """Pride that was told is concluded now, from a refusal that was not told before: neither alone would do."""
    found = what_if(LOAN, ["refuses: {town: north, offer: loan}"], ["proud: {}"], engine=COLUMNS)
    (offer,) = found.changes
    assert offer.before.endswith("likely")
    assert offer.after.endswith("possible")
    assert causes(found) == [["proud + refuses"]]


def test_of_two_facts_either_of_which_is_enough_each_is_named() -> None:
    found = what_if(LOAN, ["guarded: {town: north}"], ["share: {}"], engine=COLUMNS)
    assert causes(found) == [["guarded", "share"]] * 3


def test_facts_that_have_nothing_to_do_with_a_change_are_not_named() -> None:
    told = ["mood: {town: south, of: vault, view: hostile}", "guarded: {town: north}", "backed: {by: charter}"]
    found = what_if(LOAN, told, engine=COLUMNS)
    assert len(found.causes) == 3
    assert causes(found) == [["guarded"]] * 3


def test_what_no_longer_holds_a_rule_back_through_a_conclusion() -> None:
    """A town stays calm if it depends on nobody: what was told of its debt is withdrawn, and by way of that it comes."""
    calm = "mood: {town: north, of: vault, view: cool}"
    indebted = supposed(LOAN, [calm])
    found = what_if(indebted, ["guarded: {town: south}"], ["share: {}"], engine=COLUMNS)
    [comes] = [change for change in found.changes if change.id == "calm"]
    assert (comes.sign.value, comes.sentence) == ("comes", "Northtown stays calm")
    [turned] = comes.turned
    assert [found.causes[number].name for number in turned.through.causes] == ["share"]
    assert [(step.sign.value, step.sentence) for step in turned.through.by_way_of] == [
        ("goes", "Northtown depends on the Exchange")
    ]


def test_reasons_that_come_are_said_of_what_stands() -> None:
    found = what_if(
        LOAN, ["share: {debtor: north, creditor: vault, percent: 55}", "guarded: {town: south}"], engine=COLUMNS
    )
    [offer] = [change for change in found.changes if change.id == "offer_credit"]
    assert offer.sign.value == "for other reasons"
    assert [one.sentence for one in offer.turned[0].came] == [
        "Northtown depends on the Vault and goes its own way; the union could lend to it too."
    ]
    assert [found.causes[number].name for number in offer.turned[0].through.causes] == ["share"]
    assert "gains: Northtown depends on the Vault" in text(found)


def text(found: Difference, *, full: bool = False) -> str:
    return "\n".join(row.text for row in difference_view(found, full=full))


def test_what_was_told_stays_as_it_was() -> None:
    before = LOAN.statements
    supposed(LOAN, [SHARE % 20], ["pact: {}"])
    assert LOAN.statements == before


def test_a_supposition_goes_before_everything_and_can_be_taken_for_more_than_one_thing() -> None:
    changed = supposed(LOAN, [SHARE % 20], ["share: {}"])
    assert [s.said.value for s in changed.statements if s.atom.fact == "share"] == [
        s.said.value for s in supposed(LOAN, [SHARE % 20]).statements if s.atom.fact == "share"
    ][1:]


@pytest.mark.parametrize(
    ("told", "without", "messages"),
    [
        (["debt: {}"], [], ["there is no fact type 'debt'"]),
        (["share: {debtor: north}"], [], ["needs the slot 'creditor'", "needs the slot 'percent'"]),
        (["depends"], [], ["takes its slots in braces"]),
        (["offer_credit: {town: north}"], [], ["is what the rules conclude; it cannot be told"]),
        (
            [],
            ["guarded: {town: east}"],
            ["nothing was told that this takes back; nothing at all was told of 'guarded'"],
        ),
        ([], ["share: {debtor: south}"], ["nearest to it: the Exchange holds 60 percent of Northtown's debt"]),
        ([], ["shore: {debtor: south}"], ["did you mean 'share'?"]),
        (["{"], ["share: {debtor: {}}"], ["FA", "FA"]),
    ],
)
def test_mistakes_are_all_said_at_once(told: list[str], without: list[str], messages: list[str]) -> None:
    with pytest.raises(SituationError) as raised:
        supposed(LOAN, told, without)
    for message in messages:
        assert any(message in str(finding) for finding in raised.value.findings), raised.value.findings


def test_a_threshold_that_there_is_not_and_somebody_for_whom_nothing_can_be() -> None:
    with pytest.raises(RulebookError, match="there is no parameter 'havy'"):
        what_if(LOAN, parameters={"havy": Decimal(1)})
    with pytest.raises(UnknownNameError):
        what_if(LOAN, [SHARE % 20], targets="exchange")


def test_it_is_kept_to_whom_it_is_for() -> None:
    told = ["share: {debtor: valley, creditor: vault, percent: 90}", "proud: {town: valley}"]
    found = dragoman.what_if(LOAN, told, targets=["south"], engine=COLUMNS)
    assert lines(found)[0] == "comes the union should offer Southtown credit [advised, grounds: likely]"
    assert "for Southtown" in text(found)
    assert "North" not in text(found).split("RECOMMENDATIONS")[1]


# -- two rulebooks


@pytest.fixture
def another(tmp_path: Path) -> Path:
    """The invented rulebook with a rule that is another, a rule that is gone, and an entity of another title."""
    folder = tmp_path / "lenders"
    shutil.copytree(Path(LENDERS), folder)
    rules = (folder / "rules.yaml").read_text()
    rules = rules.replace("percent: {at_least: heavy}", "percent: {at_most: heavy}")
    start, end = rules.index("  - id: refusal-shows-pride"), rules.index("  - id: dependent-town-is-squeezed")
    (folder / "rules.yaml").write_text(f"# The same\n\n{rules[:start]}{rules[end:]}")
    vocabulary = (folder / "vocabulary.yaml").read_text()
    (folder / "vocabulary.yaml").write_text(vocabulary.replace("title: Southtown", "title: Southend"))
    return folder


def test_two_rulebooks_on_one_situation(another: Path) -> None:
    """Of the rules that are others, one is the cause; what only stands on another line of its file is none."""
    after = read_situation(read_rulebook(another), ["loan"])
    found = dragoman.diff(LOAN, after, engine=COLUMNS)
    given = [(cause.kind.value, cause.turn.value, cause.name, cause.after) for cause in found.causes]
    assert given == [
        ("rule", "changed", "share-means-dependence", "what it wants"),
        ("rule", "gone", "refusal-shows-pride", ""),
        ("vocabulary", "changed", "south", "title"),
    ]
    assert lines(found) == ALL_GOES
    through = [turned.through for change in found.changes for turned in change.turned]
    assert {one.causes for one in through} == {(0,)}
    assert not any(one.is_exact for one in through), "rules of two rulebooks are never mixed to try"
    VALID.validate(found.to_dict())
    assert all(cause.kind is not CauseKind.FACT for cause in found.causes)


def test_two_rulebooks_on_the_command_line(another: Path) -> None:
    done = run("diff", "loan", "--rulebook", LENDERS, "--against", str(another), "--engine", "columns")
    assert done.code == 0, done
    assert "rulebooks: lenders 1.0.0 → lenders 1.0.0" in done.words
    assert "changed: any bank holds so much of what any town owes that it is heard there." in done.words.replace(
        "Any bank", "any bank"
    )
    assert "it can hang on" in done.words


# -- the report's


@pytest.mark.long
def test_from_nothing_told_all_comes_and_to_nothing_all_goes() -> None:
    nothing, world = empty_situation(report()), situation(WORLD)
    there, back = dragoman.diff(nothing, world, engine=COLUMNS), dragoman.diff(world, nothing, engine=COLUMNS)
    assert {change.sign.value for change in there.changes} == {"comes"}
    assert {change.sign.value for change in back.changes} == {"goes"}
    assert all(turned.through.causes for change in (*there.changes, *back.changes) for turned in change.turned)
    for found in (there, back):
        VALID.validate(found.to_dict())
        assert len(difference_view(found, full=False)) < 150


def test_each_change_after_the_debt_talks_has_its_own_cause() -> None:
    done = ran("diff", WORLD, "kyrgyzstan-after-debt-talks")
    assert "goes: the EU should offer Kyrgyzstan an alternative to China and the BRI in finance" in done.words
    assert "(because now: China holds 30 percent of the foreign debt of Kyrgyzstan)" in done.words
    assert "[advised → under way] (because now: the ties between the EU and Kyrgyzstan are growing)" in done.words
    assert "{" not in done.out


def test_the_trade_war_over_in_both_directions() -> None:
    there, back = ran("diff", WORLD, "trade-war-over"), ran("diff", "trade-war-over", WORLD)
    assert "goes: Russia and China stay close for the time being" in there.words
    assert "comes: Russia and China stay close for the time being" in back.words
    assert "comes: Russia and China do not stay as close as they have been" in there.words
    assert "goes: Russia and China do not stay as close as they have been" in back.words


def test_a_supposition_on_the_command_line_says_in_full_by_way_of_what() -> None:
    fact = "not: {trade_war: {between: us, and: china}}"
    done = ran("what-if", WORLD, "--with", fact, "--full", "--engine", "columns")
    assert "now the contrary: China and the United States are not in a trade war trade_war" in done.words
    assert "by way of: " in done.words
    answer = ran("what-if", WORLD, "--with", fact, "--format", "json").json()
    VALID.validate(answer)
    assert answer == dragoman.what_if(situation(WORLD), [fact]).to_dict()
    assert answer["causes"][0]["facts"] == [{"fact": "trade_war", "slots": {"between": "china", "and": "us"}}]


def test_mistakes_on_the_command_line() -> None:
    nothing = run("what-if", WORLD)
    assert (nothing.code, nothing.out) == (2, "")
    assert "say what to suppose" in nothing.err
    wrong = run("what-if", "loan", "--rulebook", LENDERS, "--without", "guarded: {town: north}")
    assert wrong.code == 2
    assert "--without:1:" in wrong.err
    assert "two situations are compared, found 1" in run("diff", WORLD).err
    assert "--set: there is no parameter 'x'" in run("what-if", WORLD, "--set", "x=1").err
