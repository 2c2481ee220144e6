"""Facts as files tell them: what is understood, and what is refused, where and why."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from dragoman.rulebook.forms import Atom
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.assemble import read_situation
from dragoman.situation.forms import Source
from dragoman.values.enumeration import Word
from dragoman.values.quantity import Range
from tests.reader.support import facts, good, refusals, tell

DEBT = "debt_share: {{debtor: kyrgyzstan, creditor: china, percent: {}}}"
WAR = "trade_war: {between: china, and: russia}"
GAP = "power_gap: {between: china, and: russia, trend: growing}"


def refused_once(folder: Path, text: str) -> tuple[str, str]:
    found = refusals(folder, text)
    assert len(found) == 1, found
    return found[0]


def atoms(folder: Path, text: str) -> set[Atom]:
    path = folder / "told.yaml"
    path.write_text(text, encoding="utf-8")
    return {statement.atom for statement in read_situation(good(), [path]).statements}


# ----------------------------------------------------------------------------------------------- numbers


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("42", "42", "42"),
        ("42.5", "42.5", "42.5"),
        ("42.123456", "42.123456", "42.123456"),
        ("0", "0", "0"),
        ("100", "100", "100"),
        ("{at_least: 35}", "35", "100"),
        ("{at_most: 45}", "0", "45"),
        ("{at_least: 35, at_most: 45.5}", "35", "45.5"),
        ("{at_least: 35, at_most: 35}", "35", "35"),
        ("42%", "42", "42"),
        ("42 %", "42", "42"),
        ("42.5 percent", "42.5", "42.5"),
        ("'42 %'", "42", "42"),
        ("35..45", "35", "45"),
        ("35 - 45 %", "35", "45"),
        ("'>= 35 %'", "35", "100"),
        ("<=45", "0", "45"),
        ("{at_least: 35 %, at_most: 45 percent}", "35", "45"),
    ],
)
def test_a_number_is_a_range_of_exact_decimals(tmp_path: Path, written: str, low: str, high: str) -> None:
    (said,) = tell(tmp_path, facts(DEBT.format(written)))
    assert said.value == Range(Decimal(low), Decimal(high))
    assert isinstance(said.value, Range)
    assert (str(said.value.low), str(said.value.high)) == (low, high)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ('"42"', "in quotes, which is a text; write it without quotes"),
        ("'42'", "in quotes, which is a text; write it without quotes"),
        ("42 km", "found '42 km'; write it in percent, or alone"),
        ("42 % of GDP", "found '42 % of GDP'; write it in percent, or alone"),
        ("-7 °C", "found '-7 °C'; write it in percent, or alone"),
        ("80 mg/kg", "found '80 mg/kg'; write it in percent, or alone"),
        ("2 billion", "found '2 billion'; write it in percent, or alone"),
        ("1_000", "write a decimal point, and nothing between thousands"),
        ("1 000", "write a decimal point, and nothing between thousands"),
        ("1'000.5", "write a decimal point, and nothing between thousands"),
        ("1e5", "without an exponent"),
        ("4.2E+1", "without an exponent"),
        ("042", "leave out the zeros in front"),
        ("42.123456789012345678901", "12 digits before the point and 20 after it"),
        ("1234567890123", "12 digits before the point and 20 after it"),
        ("NaN", "found 'NaN'"),
        (".nan", "found '.nan'"),
        ("inf", "found 'inf'"),
        ("-.inf", "found '-.inf'"),
        ("+42", "found '+42'"),
        (".5", "found '.5'"),
        ("42.", "found '42.'"),
        ("0x2A", "found '0x2A'"),
        ("４２", "found '４２'"),
        ("lots", "found 'lots'"),
        ("no", "found 'no'"),
        ("~", "found '~'"),
        ("", "found nothing"),
        ("[42]", "found a list"),
    ],
)
def test_what_is_no_plain_number_is_refused_with_the_remedy(tmp_path: Path, written: str, why: str) -> None:
    place, message = refused_once(tmp_path, facts(DEBT.format(written)))
    assert place.endswith(" FA201")
    assert message.startswith("'percent' of 'debt_share' is a number such as 40 or 42.5, found ")
    assert why in message


@pytest.mark.parametrize("written", ["42,5", "1,000", "1,000.50", "1.000,5 %"])
def test_a_decimal_comma_is_refused_and_never_taken_for_two_slots(tmp_path: Path, written: str) -> None:
    block = f"debt_share:\n  debtor: kyrgyzstan\n  creditor: china\n  percent: {written}"
    place, message = refused_once(tmp_path, facts(block))
    assert place == "5:16 FA201"
    assert f"found '{written}'; write" in message


@pytest.mark.parametrize(
    ("written", "column", "message"),
    [
        ("130", 64, "goes from 0 to 100 percent, found 130"),
        ("-1", 64, "goes from 0 to 100 percent, found -1"),
        ("100.000001", 64, "goes from 0 to 100 percent, found 100.000001"),
        ("{at_least: 130}", 75, "goes from 0 to 100 percent, found 130"),
        ("{at_least: 5, at_most: 130}", 87, "goes from 0 to 100 percent, found 130"),
        ("{at_least: 50, at_most: 40}", 64, "cannot be at least 50 and at most 40"),
    ],
)
def test_a_number_out_of_range_is_refused(tmp_path: Path, written: str, column: int, message: str) -> None:
    expected = (f"2:{column} FA202", f"'percent' of 'debt_share' {message}")
    assert refused_once(tmp_path, facts(DEBT.format(written))) == expected


def test_both_ends_of_a_range_are_looked_at(tmp_path: Path) -> None:
    found = refusals(tmp_path, facts(DEBT.format('{at_least: "35", at_most: 130, about: 40}')))
    assert [place.split()[1] for place, _ in found] == ["FA201", "FA202", "FA010"]


@pytest.mark.parametrize("meta", ["", "\nlikelihood: likely"])
def test_a_number_is_never_denied(tmp_path: Path, meta: str) -> None:
    place, message = refused_once(tmp_path, facts(f"not: {{{DEBT.format(42)}}}{meta}"))
    assert place.endswith(" FA208")
    assert message == "'debt_share' has a number, which cannot be denied; say at_least or at_most instead"


@pytest.mark.parametrize("likelihood", ["unlikely", "very unlikely", "almost no chance", "remote", "10 %"])
def test_a_number_is_never_unlikely(tmp_path: Path, likelihood: str) -> None:
    place, message = refused_once(tmp_path, facts(f"{DEBT.format(42)}\nlikelihood: {likelihood}"))
    assert place == "3:17 FA208"
    assert message == "'debt_share' has a number, which cannot be unlikely; say at_least or at_most instead"


def test_a_number_may_be_doubtful(tmp_path: Path) -> None:
    (said,) = tell(tmp_path, facts(f"{DEBT.format(42)}\nlikelihood: possible"))
    assert (said.holds, said.likelihood) == (True, Likelihood.POSSIBLE)


# ----------------------------------------------------------------------------------------------- likelihood

AGAINST = {"almost no chance": "almost certain", "very unlikely": "very likely", "unlikely": "likely"}
WORDS = {
    "almost no chance": "almost no chance",
    "remote": "almost no chance",
    "very unlikely": "very unlikely",
    "highly improbable": "very unlikely",
    "unlikely": "unlikely",
    "improbable": "unlikely",
    "possible": "possible",
    "roughly even": "roughly even",
    "roughly even chance": "roughly even",
    "roughly even odds": "roughly even",
    "likely": "likely",
    "probable": "likely",
    "very likely": "very likely",
    "highly probable": "very likely",
    "almost certain": "almost certain",
    "nearly certain": "almost certain",
}
PERCENTAGES = {
    "0.000001 %": "almost no chance",
    "1": "almost no chance",
    "4.999999": "almost no chance",
    "5": "very unlikely",
    "19.999999": "very unlikely",
    "20": "unlikely",
    "44.999999 %": "unlikely",
    "45": "roughly even",
    "54.999999": "roughly even",
    "55": "likely",
    "79.999999%": "likely",
    "80": "very likely",
    "80.0": "very likely",
    "94.999999": "very likely",
    "95 %": "almost certain",
    "99.999999": "almost certain",
    "'60 %'": "likely",
}


@pytest.mark.parametrize(("written", "means"), [*WORDS.items(), *PERCENTAGES.items(), (" Very LIKELY ", "very likely")])
@pytest.mark.parametrize("is_denied", [False, True])
def test_a_likelihood_is_a_word_or_a_percentage_in_a_band(
    tmp_path: Path, written: str, means: str, is_denied: bool
) -> None:
    (said,) = tell(tmp_path, facts((f"not: {{{WAR}}}" if is_denied else WAR) + f"\nlikelihood: {written}"))
    is_against = means in AGAINST
    assert said.holds is (is_against if is_denied else not is_against)
    assert said.likelihood.word == AGAINST.get(means, means)
    number = written.strip("' %")
    assert said.told_as == (f"{number} %" if number[0].isdigit() else written.strip().lower())


@pytest.mark.parametrize(
    ("written", "message"),
    [
        *(
            (number, "0 and 100 percent are no likelihoods")
            for number in ("0", "0 %", "0.0", "100", "100%", "100.000 %")
        ),
        *((number, "between 0 and 100 percent, found ") for number in ("101", "250 %", "100.000001")),
        ("0.6", "a likelihood is given in percent; write 60, or '0.6 %' if it is that small"),
        ("0.05", "write 5, or '0.05 %'"),
        ("lkely", "found 'lkely'; did you mean 'likely'?"),
        ("almost", "a likelihood is a word such as 'likely' or a percentage, found 'almost'"),
        *((word, f"found '{word}'") for word in ("certain", "unhedged", "-5", "1e1", "50-60 %", "６０", "~", "55,5 %")),
        ("", "found nothing"),
        ("[likely]", "found a list"),
        ("{at_least: 60}", "found a mapping"),
    ],
)
def test_what_is_no_likelihood_is_refused(tmp_path: Path, written: str, message: str) -> None:
    place, said = refused_once(tmp_path, facts(f"{WAR}\nlikelihood: {written}"))
    assert place.endswith(" FA205")
    assert message in said


def test_without_a_likelihood_a_fact_is_said_plainly(tmp_path: Path) -> None:
    (said,) = tell(tmp_path, facts(WAR))
    assert (said.holds, said.likelihood, said.told_as) == (True, Likelihood.UNHEDGED, "")


# --------------------------------------------------------------------------------------- sources and dates


@pytest.mark.parametrize("grade", [f"{letter}{digit}" for letter in "ABCDEF" for digit in "123456"])
def test_every_grade_of_the_admiralty_is_taken(tmp_path: Path, grade: str) -> None:
    (said,) = tell(tmp_path, facts(f"{WAR}\nsource: {{title: A newspaper, grade: {grade}}}"))
    assert said.source == Source("A newspaper", grade)


@pytest.mark.parametrize("grade", ["b2", "G1", "A0", "A7", "AA", "2B", "B", "B22", "B 2", "42"])
def test_no_other_grade_is_taken(tmp_path: Path, grade: str) -> None:
    text = facts(f"{WAR}\nsource: {{title: A newspaper, grade: {grade}}}")
    message = f"a source grade is a letter A-F and a digit 1-6 such as B2, found '{grade}'"
    assert refused_once(tmp_path, text) == ("3:41 FA206", message)


def test_a_source_is_a_text_or_has_a_title(tmp_path: Path) -> None:
    (said,) = tell(tmp_path, facts(f"{WAR}\nsource: AFP, 29 April 2020"))
    assert said.source == Source("AFP, 29 April 2020")
    assert refused_once(tmp_path, facts(f"{WAR}\nsource: {{grade: B2}}"))[1] == "a source needs 'title'"


@pytest.mark.parametrize("written", ["2020-02-29", "'2020-11-30'", "0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("key", ["date", "until"])
def test_a_date_is_a_day_of_the_calendar(tmp_path: Path, key: str, written: str) -> None:
    (said,) = tell(tmp_path, facts(f"{WAR}\n{key}: {written}"))
    assert str(getattr(said, key)) == written.strip("'")


@pytest.mark.parametrize("written", ["2021-02-29", "2020-13-01", "2020-00-10", "2020-11-00", "0000-01-01"])
def test_a_day_that_does_not_exist_is_refused(tmp_path: Path, written: str) -> None:
    message = f"'date': there is no day '{written}' in the calendar"
    assert refused_once(tmp_path, facts(f"{WAR}\ndate: {written}")) == ("3:11 FA204", message)


@pytest.mark.parametrize(
    "written",
    ["2020-11", "20201130", "2020-1-1", "30-11-2020", "30 November 2020", "2020-11-30 00:00", "２０２０-11-30", "~"],
)
def test_what_is_no_full_date_is_refused(tmp_path: Path, written: str) -> None:
    text = facts(WAR, head=f"as_of: {written}\n")
    assert refused_once(tmp_path, text) == (
        "1:8 FA204",
        f"'as_of' is a full date such as 2020-11-30, found '{written}'",
    )


# ------------------------------------------------------------------------------------------ names and slots


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("trade_wars: {between: china, and: russia}", ("2:5 FA101", "there is no fact type 'trade_wars'; did you mean 'trade_war'?")),
        ("trade_war: {between: china, whit: russia}", ("2:33 FA102", "'trade_war' has no slot 'whit'; it has and, between")),
        ("member: {sate: kazakhstan, body: csto}", ("2:14 FA102", "'member' has no slot 'sate'; did you mean 'state'?")),
        ("member: {state: kazakstan, body: csto}", ("2:21 FA103", "there is no entity 'kazakstan'; did you mean 'kazakhstan'?")),
        ("member: {state: The CSTO, body: csto}", ("2:21 FA112", "'csto' is of type body; 'state' of 'member' takes type state")),
        ("member: {state: atlantis, body: csto}", ("2:21 FA103", "there is no entity 'atlantis'")),
        ("member: {state: csto, body: csto}", ("2:21 FA112", "'csto' is of type body; 'state' of 'member' takes type state")),
        ("member: {state: $state, body: csto}", ("2:21 FA312", "'$state' is a variable, which only rules have")),
        ("member: {state: [kazakhstan], body: csto}", ("2:21 FA012", "the slot 'state' takes one value, found a list")),
        ("member: {state: kazakhstan}", ("2:13 FA207", "'member' needs the slot 'body'")),
        ("member: kazakhstan", ("2:13 FA012", "'member' takes its slots in braces, 'member: {state, body: ...}', found 'kazakhstan'")),
        ("debt_share: {debtor: kyrgyzstan, creditor: china}", ("2:17 FA207", "'debt_share' needs the slot 'percent'")),
        ("depends_on: {state: central_asia, power: china}", ("2:25 FA111", "'central_asia' is a group; 'state' of 'depends_on' takes single entities here")),
        ("lost_room: {state: kazakhstan}", ("2:16 FA209", "'lost_room' is what the rules conclude; it cannot be told")),
        ("trade_war: {between: china, and: china}", ("2:16 FA208", "'trade_war' is between two; 'china' stands in both slots")),
        ("not: {trade_war: {between: china, and: china}}", ("2:22 FA208", "'trade_war' is between two; 'china' stands in both slots")),
        ("not: {project: {host: kazakhstan, title: a road}}", ("2:46 FA208", "a denial takes no 'title': it speaks of all of them")),
        ("project: {host: kazakhstan, title: a road}\nlikelihood: unlikely", ("2:40 FA208", "a denial takes no 'title': it speaks of all of them")),
        ("not: {not: {trade_war: {between: china, and: russia}}}", ("2:11 FA012", "'not' cannot stand here, write the fact itself ('not' goes with facts, 'when' and 'unless', 'told' with 'unless')")),
        (f"{WAR}\n{GAP}", ("2:5 FA012", "2 facts are stated in one entry; start each with '- '")),
        (f"not: {{{WAR}}}\n{GAP}", ("2:5 FA012", "2 facts are stated in one entry; start each with '- '")),
        ("note: nothing at all", ("2:5 FA012", "no fact is stated here")),
        (f"{WAR}\nsorce: AFP", ("3:5 FA010", "a fact has no 'sorce'; did you mean 'source'?")),
        (f"{WAR}\nlocator: MIL.3", ("3:5 FA010", "a fact has no 'locator'; beside the fact itself it can have ")),
        (f"{WAR}\nat: MIL3", ("3:9 FA013", "'MIL3' is no locator; write it as the report counts: AB.3, 5.1.2, p.34 or art.12(2)")),
        (f"{WAR}\nat: [MIL.3, mil.4]", ("3:17 FA013", "'mil.4' is no locator; write it as the report counts: AB.3, 5.1.2, p.34 or art.12(2)")),
        (f"{WAR}\nat: [5.10]", ("3:10 FA012", "a locator is a text; write '5.10' in quotes, or other readers take it for a number")),
    ],
)  # fmt: skip
def test_one_mistake_gets_one_message(tmp_path: Path, entry: str, expected: tuple[str, str]) -> None:
    place, message = refused_once(tmp_path, facts(entry))
    assert (place, message[: len(expected[1])]) == expected
    assert message == expected[1] or expected[1].endswith("can have ")


@pytest.mark.parametrize(
    "locator", ["MIL.3", "EN-A.12", "A.2", "'7'", "'5.10'", "5.1.1.2", "p.34", "art.12(2)", "12(2)(a)"]
)
def test_a_report_is_cited_as_it_counts_itself(tmp_path: Path, locator: str) -> None:
    [statement] = tell(tmp_path, facts(f"{WAR}\nat: {locator}"))
    assert statement.at == (locator.strip("'"),)


def test_every_mistake_of_a_file_is_found(tmp_path: Path) -> None:
    entries = (
        "trade_wars: {}",
        "member: {state: Astaan, body: csto}\ndate: soon",
        DEBT.format("lots"),
        f"{WAR}\nfrom: AFP",
    )
    found = refusals(tmp_path, facts(*entries, head="as_off: 2020-11-30\n"))
    assert [place for place, _ in found] == [
        "1:1 FA010", "3:5 FA101", "4:21 FA103", "5:11 FA204", "6:64 FA201", "8:5 FA010",
    ]  # fmt: skip


def test_a_group_stands_for_its_members_or_for_itself_as_the_slot_says(tmp_path: Path) -> None:
    assert atoms(tmp_path, facts("member: {state: central_asia, body: csto}")) == {
        Atom("member", ("kazakhstan", "csto")),
        Atom("member", ("kyrgyzstan", "csto")),
    }
    assert atoms(tmp_path, facts("project: {host: central_asia}")) == {Atom("project", ("central_asia", None))}


def test_a_group_told_of_itself_is_told_of_its_members_with_each_other(tmp_path: Path) -> None:
    told = atoms(tmp_path, facts("trade_war: {between: central_asia, and: central_asia}"))
    assert told == {Atom("trade_war", ("kazakhstan", "kyrgyzstan"))}


def test_the_order_of_symmetric_slots_means_nothing(tmp_path: Path) -> None:
    for one, two in (("china", "russia"), ("russia", "china")):
        assert atoms(tmp_path, facts(f"trade_war: {{between: {one}, and: {two}}}")) == {
            Atom("trade_war", ("china", "russia"))
        }


@pytest.mark.parametrize("name", ["kazakhstan", "Kazakhstan", "KZ", "kz", "ASTANA"])
def test_an_entity_is_told_by_any_of_its_names(tmp_path: Path, name: str) -> None:
    assert atoms(tmp_path, facts(f"member: {{state: {name}, body: The CSTO}}")) == {
        Atom("member", ("kazakhstan", "csto"))
    }


def test_a_group_is_told_by_any_of_its_names(tmp_path: Path) -> None:
    assert len(atoms(tmp_path, facts("member: {state: the Region, body: csto}"))) == 2


def test_a_label_is_kept_beside_the_atom(tmp_path: Path) -> None:
    first, second = tell(tmp_path, facts(*(f"project: {{host: kazakhstan, title: {t}}}" for t in ("a road", "no"))))
    assert (first.label, second.label) == ("a road", "no")
    assert len(atoms(tmp_path, (tmp_path / "told.yaml").read_text())) == 1


def test_words_are_told_and_denied_one_by_one(tmp_path: Path) -> None:
    said, denied = tell(tmp_path, facts(GAP, f"not: {{{GAP.replace('growing', 'stable')}}}"))
    assert (said.holds, said.value) == (True, Word("growing"))
    assert (denied.holds, denied.value) == (False, Word("stable"))


@pytest.mark.parametrize("word", ["rising", "Rising", "getting wider"])
def test_a_synonym_is_told_for_the_word_that_it_stands_for(tmp_path: Path, word: str) -> None:
    (said,) = tell(tmp_path, facts(GAP.replace("growing", word)))
    assert said.value == Word("growing")
    assert atoms(tmp_path, facts("project: {host: kazakhstan, sector: gas}")) == {
        Atom("project", ("kazakhstan", "energy"))
    }


def test_what_is_said_about_a_fact_is_kept(tmp_path: Path) -> None:
    (said,) = tell(tmp_path, facts(f"{WAR}\nat: [ECO.1, MIL.3]\nnote: ' 1.10 '\ndate: 2020-01-02\nuntil: 2020-03-04"))
    assert (said.at, said.note) == (("ECO.1", "MIL.3"), "1.10")
    assert (str(said.date), str(said.until)) == ("2020-01-02", "2020-03-04")
    assert str(said.place) == f"{tmp_path}/told.yaml:2:16"
