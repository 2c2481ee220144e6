"""The advice on two screens: how long it is, what stands in it and in which order, and what was told is no forecast."""

import dataclasses
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from dragoman.advice.build import advice_of
from dragoman.advice.forms import Advice, Instance, Recommended, Result
from dragoman.rulebook.forms import ShownAs
from dragoman.rulebook.likelihood import Likelihood
from dragoman.views.advice import advice_view, of_kind
from dragoman.views.joined import in_one
from dragoman.views.lines import Line, fitted
from dragoman.views.recommendations import tempered
from dragoman.views.short import COLUMNS, ROWS, short_view
from tests.explain.worlds import CENTRAL_ASIA, LENDERS, NAMES, WORLD, Lend, advice, told, world

PROUD = (
    "as_of: 2020-06-30\nfacts:\n  - share: {debtor: north, creditor: exchange, percent: 60}\n  - proud: {town: north}\n"
)


def rows(lines: Sequence[Line]) -> list[str]:
    return ["".join(span.text for span in row) for row in fitted(lines, COLUMNS)]


def words(lines: Sequence[Line]) -> str:
    return " ".join(" ".join(rows(lines)).split())


def headings(lines: Sequence[Line]) -> list[str]:
    return [row.split("  ")[0] for row in rows(lines) if row[:2].isupper()]


# -- how long, and what is in it


def test_the_report_s_own_world_fits_two_screens() -> None:
    assert ROWS <= 66
    assert len(rows(short_view(advice(WORLD)))) <= ROWS
    for state in CENTRAL_ASIA.entities["central_asia"].members:
        assert len(rows(short_view(advice_of(world(WORLD), (state,))))) <= ROWS


@pytest.mark.parametrize("name", NAMES)
def test_it_is_no_longer_than_all_of_it_and_fits_unless_much_must_be_said(name: str) -> None:
    """Each recommendation after nine has three rows more, and what is under way one more for what it still lacks."""
    found = advice(name)
    short, whole = rows(short_view(found)), rows(advice_view(found))
    lacking = sum(any(one.still_lacks for one in r.instances) for r in found.recommendations)
    assert len(short) < len(whole)
    assert len(short) <= ROWS + 3 * max(len(found.recommendations) - 9, 0) + lacking


@pytest.mark.parametrize("name", NAMES)
def test_it_says_the_same_whether_findings_were_worded_or_counted(name: str) -> None:
    whole, counted = advice(name), advice_of(world(name), findings=False)
    shown = tuple(one for one in whole.results if one.kind is not ShownAs.FINDING)
    assert whole.findings == len(whole.results) - len(shown) > 0
    assert counted == dataclasses.replace(whole, results=shown)
    assert short_view(counted) == short_view(whole)


@pytest.mark.parametrize("name", NAMES)
def test_the_sections_stand_in_one_order(name: str) -> None:
    order = [
        "WHAT HOLDS NOW",
        "RECOMMENDATIONS",
        "RISKS",
        "FORECASTS",
        "CONFLICTS",
        "TO WATCH",
        "ASSUMED",
        "NOT USED",
        "THRESHOLDS",
        "MORE",
    ]
    found = headings(short_view(advice(name)))
    assert [heading for heading in order if heading in found] == found
    assert {"RECOMMENDATIONS", "MORE"} <= set(found)


@pytest.mark.parametrize("name", NAMES)
def test_each_recommendation_keeps_the_number_that_it_has_in_full(name: str) -> None:
    found = [
        (int(match[1]), int(match[2] or match[1]))
        for row in rows(short_view(advice(name)))
        if (match := re.match(r" ?(\d+)(?:-(\d+))?\. ", row))
    ]
    numbers = [number for first, last in found for number in range(first, last + 1)]
    assert numbers == list(range(1, len(advice(name).recommendations) + 1))


@pytest.mark.parametrize("name", NAMES)
def test_what_tempers_is_said_once_with_the_numbers_that_it_tempers(name: str) -> None:
    """Of several: beside a single one it stands there."""
    body = "\n".join(rows(short_view(advice(name)))).split("\nRECOMMENDATIONS")[1].split("\n\n")[0]
    entries = re.split(r"\n(?= ?\d+(?:-\d+)?\. |  tempered by: )", body)[1:]
    shared = " ".join(entries.pop().split()) if "\n  tempered by: " in body else ""
    firsts = [int(entry.partition(".")[0].partition("-")[0]) for entry in entries]
    ends = [*firsts[1:], len(advice(name).recommendations) + 1] if firsts else []
    for entry, first, end in zip(entries, firsts, ends, strict=True):
        group = advice(name).recommendations[first - 1 : end - 1]
        instances = tuple(instance for recommended in group for instance in recommended.instances)
        assert ("    tempered by: " in entry) == (bool(tempered(instances)) and not shared)
        assert shared or len(entries) == 1 or not tempered(instances)
        assert "because: " in entry or " in " in entry


@pytest.mark.parametrize("name", NAMES)
def test_nobody_reads_what_only_files_say(name: str) -> None:
    for lines in (short_view(advice(name)), advice_view(advice(name))):
        text = words(lines)
        assert "unhedged" not in text
    advised = words(short_view(advice(name))).split("RECOMMENDATIONS")[1].split("THRESHOLDS")[0]
    assert "_" not in advised


def test_a_small_rulebook_with_room_says_all_of_it(lend: Lend) -> None:
    found = advice_of(lend(PROUD + "  - not: {pact: {between: vault, and: exchange}}\n"))
    assert rows(short_view(found))[3:] == [
        "",
        "WHAT HOLDS NOW",
        "  • Northtown depends on the Exchange [likely]; Northtown goes its own way [told]",
        "  • The Exchange and the Vault have no pact [told]",
        "",
        "RECOMMENDATIONS  who acts: the union, the Council of the union, the mayor",
        " 1. Offer Northtown credit  [advised, grounds: likely]",
        "    because: Northtown depends on the Exchange and goes its own way (share: 60 percent); the union",
        "      could lend to it too.",
        "    carried by: the Charter (lending: large loans); the Deal (signed on 2020-06-01) [background]",
        "    note: The report does not say how much.",
        "",
        "RISKS",
        "  • Northtown is squeezed [possible, in the long run]",
        "",
        "ASSUMED  the report's standing premises, until denied: Money keeps its worth (for: Offer credit).",
        "  Not told, so taken not to be so: Northtown is under a guardian (for: Offer credit)",
        "THRESHOLDS  the rulebook's own: heavy",
        "MORE  --full: all of it, with 1 finding on the way · dragoman why NAME FILE: the proof",
    ]


# -- what holds


def held(found: Advice) -> list[list[tuple[str, str, bool]]]:
    return [[(one.sentence, one.likelihood.word, one.told) for one in group] for group in found.holds]


def test_what_holds_is_what_the_summary_names_and_is_known(lend: Lend) -> None:
    nothing = advice_of(lend("as_of: 2020-06-30\nfacts:\n  - steady: {}\n"))
    assert nothing.holds == ()
    assert "WHAT HOLDS NOW" not in words(short_view(nothing))
    found = advice_of(
        lend(
            "facts:\n  - proud: {town: valley}\n  - not: {depends: {town: south, bank: vault}}\n    likelihood: likely\n"
            "  - mood: {town: east, of: vault, view: cool}\n    likelihood: very likely\n"
            "  - pact: {between: vault, and: exchange}\n  - not: {pact: {between: vault, and: exchange}}\n"
        )
    )
    assert held(found) == [
        [
            ("Southtown does not depend on the Vault", "likely", True),
            ("each town of the Valley goes its own way", "unhedged", True),
        ],
        [("Easttown is cool towards the Vault", "very likely", True)],
    ], "what is disputed holds neither way"


def test_denials_that_differ_in_the_town_only_are_one_sentence(lend: Lend) -> None:
    found = advice_of(lend("facts:\n  - not: {proud: {town: north}}\n  - not: {proud: {town: east}}\n"))
    assert held(found) == [[("Easttown does not go its own way (likewise Northtown)", "unhedged", True)]]


def test_what_holds_is_kept_to_a_state(lend: Lend) -> None:
    evaluation = lend("facts:\n  - proud: {town: north}\n  - proud: {town: east}\n")
    assert held(advice_of(evaluation, ("north",))) == [[("Northtown goes its own way", "unhedged", True)]]


@pytest.mark.parametrize("name", NAMES)
def test_what_was_told_is_no_forecast(name: str) -> None:
    """Nor a risk, nor something to watch: it holds."""
    found = advice(name)
    for kind in (ShownAs.RISK, ShownAs.FORECAST, ShownAs.WATCH):
        shown = [result.id for result in of_kind(found, kind)]
        assert all(one.reasons for result in of_kind(found, kind) for one in result.instances)
        told = [one for one in found.results if one.kind is kind and one.is_told]
        holding = {one.sentence for group in found.holds for one in group if one.told}
        assert all(any(one.sentence in sentence for sentence in holding) for one in told)
        assert not {one.id for one in told if len(one.instances) == 1} & set(shown) or len(told) < len(shown)


def test_that_moscow_gives_way_holds_where_it_was_told() -> None:
    text = words(short_view(advice("moscow-gives-way")))
    assert "Russia gives way and lives with the new status quo [told]" in text.split("RECOMMENDATIONS")[0]
    assert "gives way" not in text.split("RECOMMENDATIONS")[1]
    assert "gives way and lives with the new status quo" in words(short_view(advice(WORLD))).split("FORECASTS")[1]


# -- what is said once


def test_what_begins_as_an_earlier_reason_goes_on_from_it() -> None:
    text = words(short_view(advice(WORLD)))
    assert text.count("asserts itself as the growing gap shifts the dynamic of the two powers") == 1
    assert text.count("because: as in 1, and ") == 3


def test_what_tempers_several_names_their_numbers() -> None:
    text = words(short_view(advice(WORLD)))
    assert text.count("want the West kept out (all)") == text.count("tempered by: Russia and China move") == 1
    denied = words(short_view(advice("2020-11-half-denied")))
    assert "the government of Kazakhstan backs the Belt and Road (likewise Kyrgyzstan, Uzbekistan; 2-5)" in denied
    assert "the influence of other outsiders in Central Asia small (1)" in denied


def test_the_foremost_risks_of_the_report_s_own_world_are_named_with_what_tempers_them() -> None:
    risks = words(short_view(advice(WORLD))).split(" RISKS ")[1].split(" FORECASTS ")[0]
    assert risks.count("tempered by: ") == 1
    found = list(of_kind(advice(WORLD), ShownAs.RISK))
    assert sum(one.sentence.casefold() in risks.casefold() for one in found) >= 8


@pytest.mark.parametrize("name", NAMES)
def test_two_forecasts_at_least_of_each_likelihood_are_named(name: str) -> None:
    lines = [one.text for one in short_view(advice(name))]
    cut = [text for text in lines[lines.index("FORECASTS") :] if text[:1] == "•" and text.endswith(" more")]
    assert all(text.count("; ") >= 2 for text in cut)


@pytest.mark.parametrize(
    ("sentences", "one"),
    [
        (["it is in Kent", "it is in York", "it is in Bath"], "it is in Kent, York and Bath"),
        (["the north of the land is dry", "the south of the land is dry"], ""),
        (["land in the north is dry", "land in the south is dry"], "land in the north and the south is dry"),
        (["the balance is fragile", "the balance holds"], "the balance is fragile and holds"),
        (["it rains", "it rains here"], ""),
        (["Kent rains", "York rains"], ""),
    ],
)
def test_sentences_that_differ_in_one_place_are_one(sentences: list[str], one: str) -> None:
    assert in_one(sentences) == one


# -- the order


@pytest.mark.parametrize("name", NAMES)
def test_fields_stand_in_the_order_of_their_best_reasons(name: str) -> None:
    """And not of the alphabet; two that differ in their status stand together."""
    by_field: dict[str, list[Instance]] = {}
    for recommended in advice(name).recommendations:
        if recommended.apart:
            by_field.setdefault(recommended.apart, []).extend(recommended.instances)
    best = [min(one.reasons[0].order for one in instances) for instances in by_field.values()]
    assert best == sorted(best)


def test_what_the_report_stresses_stands_first_among_equals() -> None:
    for kind in (ShownAs.RISK, ShownAs.FORECAST):
        results = list(of_kind(advice(WORLD), kind))
        places = [(-result.likelihood, result.place) for result in results]
        assert places == sorted(places)
    text = words(short_view(advice(WORLD)))
    assert text.split("FORECASTS • ")[1].startswith("likely: Russia gives way")
    assert text.split("RISKS ")[1].index("greatest risk of escalation") < 80


@pytest.mark.parametrize("name", NAMES)
def test_only_what_rests_on_nothing_of_the_report_s_is_beyond_it(name: str) -> None:
    found = advice(name)
    shown: list[Recommended | Result] = [*found.recommendations, *found.results]
    for one in shown:
        reasons = [reason for instance in one.instances for reason in instance.reasons]
        assert one.beyond_report == (bool(reasons) and all(reason.beyond_report for reason in reasons))


def test_a_reason_that_is_weaker_than_the_grounds_says_so_and_one_of_the_rulebook_says_whose_it_is(
    tmp_path: Path,
) -> None:
    """The report's own stands first, however likely; the grounds are those of the best."""
    offer = LENDERS.rules["union-offers-credit"]
    weak = dataclasses.replace(offer, strength=Likelihood.POSSIBLE, because="The report says that it might.")
    own = dataclasses.replace(offer, id="own", beyond_report=True, claims=(), because="{town} is on its own.")
    rules = {**LENDERS.rules, weak.id: weak, own.id: own}
    found = advice_of(told(tmp_path, PROUD, dataclasses.replace(LENDERS, rules=rules, digest="with one of its own")))
    body = "\n".join(rows(short_view(found)))
    assert " 1. Offer Northtown credit  [advised, grounds: likely]\n" in body
    assert "    because: The report says that it might (share: 60 percent). (possible)\n" in body
    assert "    also: Northtown is on its own (share: 60 percent). (the rulebook's own reason)\n" in body
    alone = {name: rule for name, rule in rules.items() if name != weak.id}
    beyond = advice_of(told(tmp_path, PROUD, dataclasses.replace(LENDERS, rules=alone, digest="with its own alone")))
    assert "[advised, grounds: likely]  [beyond the report]" in words(short_view(beyond)).replace("] [", "]  [")


# -- assumptions


@pytest.mark.parametrize("name", NAMES)
def test_nobody_is_told_to_presume_what_follows(name: str) -> None:
    found = advice(name)
    shown = {" ".join(line.text.split()) for line in advice_view(found)}
    for assumption in found.assumptions:
        if assumption.follows_anyway:
            assert not any(assumption.sentence[1:] in text for text in shown)


def test_a_share_that_makes_china_essential_presumes_nothing() -> None:
    follows = [one.plain for one in advice(WORLD).assumptions if one.follows_anyway]
    assert "China is an essential partner of Turkmenistan in energy" in follows
