"""Where recommendations belong: what carries them at which date, for whom, for which reason; and what they still lack."""

import dataclasses
import datetime
from pathlib import Path

import pytest

from dragoman.advice.build import advice_of
from dragoman.advice.carried_forms import Carried, CarriedStatus
from dragoman.advice.evaluate import evaluate
from dragoman.advice.forms import Advice, Instance, Recommended
from dragoman.rulebook.forms import Atom
from dragoman.rulebook.instrument_forms import Instrument
from dragoman.situation.assemble import read_situation
from dragoman.views.carried import carried
from tests.explain.worlds import CENTRAL_ASIA, ENGINE, LENDERS, NAMES, WORLD, Lend, advice, told

VALLEY = (
    "facts:\n  - share: {debtor: valley, creditor: exchange, percent: 60}\n  - proud: {town: valley}\n"
    "  - in_force: {instrument: charter}\n"
)
"""All three towns are offered credit, whatever the date."""


def lines(recommended: Recommended, reasons: int | None = 2) -> list[str]:
    return [line.text for line in carried(recommended, reasons)]


def offers(found: Advice) -> dict[str, Instance]:
    return {i.target: i for r in found.recommendations for i in r.instances}


def at(as_of: str, text: str = VALLEY) -> str:
    return f"as_of: {as_of}\n{text}" if as_of else text


def parts(found: tuple[Carried, ...]) -> list[str]:
    return [".".join(filter(None, (one.instrument, one.strand, one.area))) for one in found]


# -- at which date


@pytest.mark.parametrize(
    ("as_of", "north"),
    [
        ("2020-05-31", ["charter.lending in force 2019-01-01"]),
        ("2020-06-01", ["charter.lending in force 2019-01-01", "deal signed 2020-06-01"]),
        ("", ["charter.lending in force 2019-01-01", "deal signed 2020-06-01"]),
        ("2021-05-31", ["charter.lending in force 2019-01-01", "deal signed 2020-06-01"]),
        ("2021-06-01", ["compact.credit in force 2021-06-01", "deal signed 2020-06-01"]),
        ("2022-12-31", ["compact.credit in force 2021-06-01", "deal signed 2020-06-01"]),
        ("2023-01-01", ["compact.credit in force 2021-06-01", "deal in force 2023-01-01"]),
    ],
)
def test_what_carries_is_what_is_there_at_the_date(lend: Lend, as_of: str, north: list[str]) -> None:
    found = offers(advice_of(lend(at(as_of))))["Northtown"].carried_by
    standing = [f"{part} {one.status.value} {one.since}" for part, one in zip(parts(found), found, strict=True)]
    assert standing == north


def test_what_was_followed_is_shown_as_what_followed_it_with_the_matching_part(lend: Lend) -> None:
    south = offers(advice_of(lend(at("2021-06-01"))))["Southtown"]
    assert parts(south.carried_by) == ["compact.credit", "compact.credit", "compact"]
    followed = [one.has_followed for one in south.carried_by if one.has_followed]
    assert parts(tuple(followed)) == ["charter.lending", "charter.lending.small", "charter.saving"]
    assert {one.status for one in followed} == {CarriedStatus.FOLLOWED}
    assert not any(one.has_followed for one in offers(advice_of(lend(at("2021-05-31"))))["Southtown"].carried_by)


def test_of_a_row_of_instruments_the_last_one_carries_and_the_first_is_said(tmp_path: Path) -> None:
    """Whatever follows it then: two that follow one both carry."""
    compact = LENDERS.instruments["compact"]

    def after(name: str, year: int, *strands: str) -> Instrument:
        parts = {strand: dataclasses.replace(compact.strands["credit"], follows=("credit",)) for strand in strands}
        day = datetime.date(year, 1, 1)
        return dataclasses.replace(compact, id=name, adopted=day, follows="compact", strands=parts)

    later = {"league": after("league", 2024, "one", "two"), "order": after("order", 2025)}
    entities = {name: dataclasses.replace(LENDERS.entities["compact"], name=name) for name in later}
    rulebook = dataclasses.replace(
        LENDERS, instruments={**LENDERS.instruments, **later}, entities={**LENDERS.entities, **entities}
    )
    north = VALLEY.replace("valley", "north")
    for year, expected in (
        (2023, ["compact.credit"]),
        (2024, ["league.one", "league.two"]),
        (2025, ["league.one", "league.two", "order"]),
    ):
        found = offers(advice_of(told(tmp_path, at(f"{year}-06-30", north), rulebook)))["Northtown"].carried_by
        assert parts(found) == [*expected, "deal"]
        assert parts(tuple(one.has_followed for one in found if one.has_followed)) == ["charter.lending"] * len(
            expected
        )


def test_what_was_told_to_be_out_of_force_carries_nothing(lend: Lend) -> None:
    """The catalogue is a layer below what is told: without its successor the older one stands again."""
    text = at("2023-01-01", f"{VALLEY}  - not: {{follows: {{later: compact, earlier: charter}}}}\n")
    north = offers(advice_of(lend(text)))["Northtown"]
    assert parts(north.carried_by) == ["charter.lending", "deal"]
    text = at("2023-01-01", f"{VALLEY}  - not: {{in_force: {{instrument: deal}}}}\n")
    deal = offers(advice_of(lend(text)))["Northtown"].carried_by[-1]
    assert (deal.instrument, deal.status) == ("deal", CarriedStatus.SIGNED)


@pytest.mark.parametrize("name", NAMES[::4])
@pytest.mark.parametrize("as_of", ["2018-09-18", "2019-05-14", "2020-11-30", "2021-12-01", "2025-10-31"])
def test_nothing_is_named_that_was_not_there_at_the_date(tmp_path: Path, name: str, as_of: str) -> None:
    path = tmp_path / "then.yaml"
    path.write_text(f"as_of: {as_of}\nbased_on: {name}\nfacts: []\n", encoding="utf-8")
    found = advice_of(evaluate(CENTRAL_ASIA, read_situation(CENTRAL_ASIA, [path]), ENGINE))
    day = datetime.date.fromisoformat(as_of)
    for recommended in found.recommendations:
        for one in recommended.carried():
            assert one.since is not None
            assert one.since <= day, one
            assert one.has_followed is None or one.has_followed.status is CarriedStatus.FOLLOWED


# -- for whom, and for which reason


def test_what_is_for_some_fillings_carries_those_alone(lend: Lend) -> None:
    found = offers(advice_of(lend(at("2020-05-31"))))
    assert {town: parts(instance.carried_by) for town, instance in found.items()} == {
        "Easttown": ["charter.lending", "charter.lending.small"],
        "Northtown": ["charter.lending"],
        "Southtown": ["charter.lending", "charter.lending.small", "charter.saving"],
    }


def test_an_instrument_with_one_party_carries_what_is_for_that_party(lend: Lend) -> None:
    found = offers(advice_of(lend(at("2023-01-01"))))
    assert {town: "deal" in parts(instance.carried_by) for town, instance in found.items()} == {
        "Easttown": False,
        "Northtown": True,
        "Southtown": False,
    }


def test_a_reason_adds_what_carries_for_it(lend: Lend) -> None:
    found = offers(advice_of(lend(at("2020-05-31"))))
    added = {town: [parts(reason.carried_by) for reason in instance.reasons] for town, instance in found.items()}
    assert added == {"Easttown": [[]], "Northtown": [["charter.lending.large"]], "Southtown": [[]]}
    assert parts(found["Northtown"].carried(0)) == ["charter.lending"]
    assert parts(found["Northtown"].carried(1)) == ["charter.lending", "charter.lending.large"]


def test_what_the_report_does_not_name_is_background(lend: Lend) -> None:
    (recommended,) = advice_of(lend(at("2020-06-01"))).recommendations
    background = {part: one.background for one in recommended.carried() for part in parts((one,))}
    assert background == {
        "charter.lending": False,
        "charter.lending.small": True,
        "charter.lending.large": True,
        "charter.saving": True,
        "deal": True,
    }


def test_who_acts_is_the_rulebook_s_word_and_then_the_instruments(lend: Lend) -> None:
    (recommended,) = advice_of(lend(at("2020-05-31"))).recommendations
    assert recommended.by == ("the union", "the Council of the union")
    (recommended,) = advice_of(lend(at("2020-06-01"))).recommendations
    assert recommended.by == ("the union", "the Council of the union", "the mayor")
    (recommended,) = advice_of(lend(at("2021-06-01"))).recommendations
    assert recommended.by == ("the union", "the mayor")


def test_what_carries_is_one_short_line(lend: Lend) -> None:
    (recommended,) = advice_of(lend(at("2020-06-01"))).recommendations
    assert lines(recommended) == [
        "carried by: the Charter (lending); the Charter (lending: small loans) for Easttown and Southtown; "
        "the Deal (signed on 2020-06-01) for Northtown; the Charter (lending: large loans) for Northtown; "
        "the Charter (On saving) for Southtown [background]"
    ]
    assert lines(recommended, 0) == [
        "carried by: the Charter (lending); the Charter (lending: small loans) for Easttown and Southtown; "
        "the Deal (signed on 2020-06-01) for Northtown; the Charter (On saving) for Southtown [background]"
    ]
    (recommended,) = advice_of(lend(at("2021-06-01", VALLEY.replace("valley", "south")))).recommendations
    assert lines(recommended) == [
        "carried by: the Compact of 2021 (credit), which has followed the Charter (lending: small loans; On saving) "
        "[background]"
    ]


# -- how far, and what is lacking

UNDER_WAY = "  - mood: {town: valley, of: vault, view: warm}\n"


def lacking(instance: Instance) -> list[tuple[str, str]]:
    return [(lacks.sentence, lacks.told) for lacks in instance.still_lacks]


def test_any_of_the_ways_makes_it_under_way(lend: Lend) -> None:
    for way in ("credit_given: {town: valley}", "mood: {town: valley, of: vault, view: warm}"):
        (recommended,) = advice_of(lend(at("2020-06-30", f"{VALLEY}  - {way}\n"))).recommendations
        assert recommended.status.value == "under way"
    for other in ("mood: {town: valley, of: exchange, view: warm}", "mood: {town: valley, of: vault, view: cool}"):
        (recommended,) = advice_of(lend(at("2020-06-30", f"{VALLEY}  - {other}\n"))).recommendations
        assert (recommended.status.value, recommended.instances[0].still_lacks) == ("advised", ())


CREDIT = "Northtown has credit from the union already"
UNGUARDED = "Northtown is under no guardian"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (["mood: {town: north, of: vault, view: warm}"], [(CREDIT, ""), (UNGUARDED, "")]),
        (["credit_given: {town: north}"], [("Northtown is warm towards any bank", ""), (UNGUARDED, "")]),
        (
            ["credit_given: {town: north}", "mood: {town: north, of: exchange, view: cool}"],
            [("Northtown is warm towards any bank", "cool"), (UNGUARDED, "")],
        ),
        (
            ["credit_given: {town: north}", "not: {mood: {town: north, of: exchange, view: warm}}"],
            [("Northtown is warm towards any bank", "not warm"), (UNGUARDED, "")],
        ),
        (
            ["mood: {town: north, of: vault, view: warm}", "not: {guarded: {town: north}}"],
            [(CREDIT, "")],
        ),
        (
            ["mood: {town: north, of: vault, view: warm}", "not: {credit_given: {town: north}}"],
            [(CREDIT, "not so"), (UNGUARDED, "")],
        ),
        (
            ["mood: {town: north, of: vault, view: warm}", "credit_given: {town: north}\n    likelihood: possible"],
            [(CREDIT, "too doubtfully to count"), (UNGUARDED, "")],
        ),
    ],
)
def test_what_was_not_told_is_lacking_with_what_was_told_instead(
    lend: Lend, facts: list[str], expected: list[tuple[str, str]]
) -> None:
    text = VALLEY.replace("valley", "north") + "".join(f"  - {fact}\n" for fact in facts)
    (recommended,) = advice_of(lend(at("2020-06-30", text))).recommendations
    assert recommended.status.value == "under way"
    assert lacking(recommended.instances[0]) == expected


def test_nothing_is_lacking_of_an_instrument_that_is_not_there(lend: Lend) -> None:
    for as_of, is_said in (("2021-05-31", False), ("2021-06-01", True)):
        found = offers(advice_of(lend(at(as_of, VALLEY + UNDER_WAY))))["Northtown"]
        assert (("money stands behind the Compact of 2021", "") in lacking(found)) == is_said


def test_what_several_lack_is_said_once(lend: Lend) -> None:
    text = VALLEY + UNDER_WAY + "  - not: {credit_given: {town: north}}\n"
    (recommended,) = advice_of(lend(at("2020-06-30", text))).recommendations
    assert lines(recommended)[1:] == [
        "still lacking, as far as told: Easttown has credit from the union already (likewise Southtown); "
        "Easttown is under no guardian (likewise Northtown, Southtown); "
        "Northtown has credit from the union already (told: not so)"
    ]


def test_what_was_told_instead_is_used(lend: Lend) -> None:
    """The advice shows it; and not where the recommendation is only advised."""
    cool = "  - mood: {town: north, of: exchange, view: cool}\n"
    north = VALLEY.replace("valley", "north") + cool
    given = advice_of(lend(at("2020-06-30", f"{north}  - credit_given: {{town: north}}\n")))
    assert not [unused.sentence for unused in given.telling.unused if "cool" in unused.sentence]
    advised = advice_of(lend(at("2020-06-30", north)))
    assert [unused.sentence for unused in advised.telling.unused if "cool" in unused.sentence]


# -- the shipped rulebook


def shown_at(tmp_path: Path, as_of: str, facts: str = "") -> dict[str, list[str]]:
    """Of the report's world at another date: the parts that carry each recommendation, the field with its id."""
    path = tmp_path / "then.yaml"
    path.write_text(f"as_of: {as_of}\nbased_on: {WORLD}\nfacts:\n{facts or '  []'}\n", encoding="utf-8")
    found = advice_of(evaluate(CENTRAL_ASIA, read_situation(CENTRAL_ASIA, [path]), ENGINE))
    return {
        f"{i.target_name} {r.id} {dict(i.slots).get('field', '')}".strip(): parts(i.carried_by)
        for r in found.recommendations
        for i in r.instances
    }


ENERGY = "turkmenistan offer_alternative energy"
TIES = "kazakhstan build_ties"


def test_an_alternative_in_energy_is_carried_by_what_is_for_energy(tmp_path: Path) -> None:
    then = "central_asia_strategy.prosperity.sustainable_connectivity"
    assert shown_at(tmp_path, "2020-11-30")[ENERGY] == [
        then,
        "connectivity_strategy.energy",
        "connectivity_strategy.finance",
    ]
    assert shown_at(tmp_path, "2022-01-31")[ENERGY] == [then, "global_gateway.climate_energy", "global_gateway"]
    assert shown_at(tmp_path, "2025-10-31")[ENERGY] == [
        then,
        "global_gateway.climate_energy",
        "global_gateway",
        "samarkand_declaration.water_energy_climate",
    ]


@pytest.mark.parametrize(
    ("as_of", "name", "carries"),
    [
        ("2018-12-31", TIES, ["epca_kazakhstan"]),
        ("2019-12-31", TIES, ["epca_kazakhstan"]),
        ("2020-11-30", TIES, ["epca_kazakhstan"]),
        ("2020-11-30", "kyrgyzstan build_ties", []),
        ("2024-07-31", "kyrgyzstan build_ties", ["epca_kyrgyzstan"]),
        ("2025-10-23", "uzbekistan build_ties", ["samarkand_declaration.strategic_partnership"]),
        (
            "2025-10-24",
            "uzbekistan build_ties",
            ["epca_uzbekistan", "samarkand_declaration.strategic_partnership"],
        ),
    ],
)
def test_the_agreement_with_that_very_state_carries_ties_with_it(
    tmp_path: Path, as_of: str, name: str, carries: list[str]
) -> None:
    agency = "  - asserts_agency: {state: central_asia}"
    found = shown_at(tmp_path, as_of, agency)[name]
    assert [part for part in found if not part.startswith("central_asia_strategy")] == carries


def test_the_agreement_with_kazakhstan_is_signed_first_and_in_force_in_2020(tmp_path: Path) -> None:
    for as_of, status in (("2019-12-31", "signed"), ("2020-02-29", "signed"), ("2020-03-01", "in force")):
        text = f"as_of: {as_of}\nbased_on: {WORLD}\nfacts: []\n"
        found = advice_of(told(tmp_path, text, CENTRAL_ASIA))
        (ties,) = (r for r in found.recommendations if r.id == "build_ties")
        (epca,) = (one for one in ties.carried() if one.instrument == "epca_kazakhstan")
        assert epca.status.value == status


def test_only_the_two_strategies_themselves_are_the_report_s() -> None:
    for name in NAMES:
        for recommended in advice(name).recommendations:
            for one in recommended.carried():
                named = {"central_asia_strategy", "connectivity_strategy"}
                assert one.background == bool(one.strand or one.instrument not in named)


def test_the_advice_of_2020_says_in_one_line_where_it_belongs() -> None:
    found = {(r.id, dict(r.instances[0].slots).get("field")): lines(r) for r in advice(WORLD).recommendations}
    assert found["offer_alternative", "energy"] == [
        "carried by: 2019 strategy (prosperity: sustainable connectivity); "
        "2018 strategy (energy links; sustainable finance) [background]"
    ]
    (ties,) = found["build_ties", None]
    assert "EPCA with Kazakhstan" in ties
    assert "for Kazakhstan" not in ties


def test_ties_in_2022_lack_closeness_alone() -> None:
    found = {i.atom: i for r in advice("2022-january-in-kazakhstan").recommendations for i in r.instances}
    kazakhstan = found[Atom("build_ties", ("kazakhstan",))]
    assert lacking(kazakhstan) == [("the ties between the EU and Kazakhstan are close", "growing")]
