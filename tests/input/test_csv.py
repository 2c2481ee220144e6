"""Tables as spreadsheets write them: every separator, every country's numbers, places, and each mistake by name."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from dragoman.rulebook.forms import Blank
from dragoman.rulebook.likelihood import Likelihood
from dragoman.situation.forms import Said, Source
from dragoman.values.enumeration import Word
from dragoman.values.quantity import Range
from tests.input.support import line_and_column, refused, told


def one(data: str | bytes) -> Said:
    [said] = told(data)
    return said


def percent(cell: str, separator: str = ";") -> Range:
    """What a cell of a number says in a file with that separator."""
    head = separator.join(("fact", "debtor", "creditor", "percent"))
    value = one(f"{head}\n{separator.join(('share', 'kz', 'cn', cell))}\n").value
    assert isinstance(value, Range)
    return value


def share(low: str, high: str | None = None) -> Range:
    return Range(Decimal(low), Decimal(low if high is None else high))


# -- text, separators, line ends


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_reads_alike_however_it_is_saved(separator: str, end: str, encoding: str) -> None:
    rows = [["fact", "holds", "state", "note"], ["agency", "true", "kz", "Қазақстан"], ["agency", "false", "kg", ""]]
    data = end.join(separator.join(row) for row in rows).encode(encoding)
    first, second = told(data)
    assert (first.fact, first.terms, first.holds, first.note) == ("agency", ("kz",), True, "Қазақстан")
    assert (second.terms, second.holds) == (("kg",), False)
    assert [line_and_column(first), line_and_column(second)] == [(2, 1), (3, 1)]


@pytest.mark.parametrize(
    "data",
    [
        'fact;state;note\nagency;kz;"a, b, c, d"\n',
        "fact,state,note\nagency,kz,a; b; c; d\n",
        "fact\tstate\tnote\nagency\tkz\ta, b; c\n",
        'sep=;\nfact;state;note\nagency;kz;"a"\n',
        '"fact","state","note"\n"agency","kz","a;b;c"\n',
        "\n\n;;;\nfact;state;note;;\n\nagency;kz;a;;\n;;;;\n",
        "note,state,fact\na,kz,agency",
        ' fact , state , note \n agency , kz , "a" \n',
    ],
)
def test_the_separator_is_found_out_from_the_names_of_the_columns(data: str) -> None:
    said = one(data)
    assert (said.fact, said.terms) == ("agency", ("kz",))
    assert said.note.startswith("a")


def test_a_line_break_and_a_doubled_quote_stay_in_the_text_and_count_as_lines() -> None:
    data = 'fact;state;note\nagency;kz;"one\ntwo ""quoted"";\r\nthree"\nagency;kg;x\n'
    first, second = told(data)
    assert first.note == 'one\ntwo "quoted";\r\nthree'
    assert line_and_column(first) == (2, 1)
    assert line_and_column(second) == (5, 1)


def test_a_place_is_the_physical_line_and_the_character_where_the_cell_begins() -> None:
    assert refused('fact;note;state\nagency;"a\nb;c"; xx\n') == [
        "3:7 FA103 there is no entity 'xx'",
    ]
    assert refused("fact\tstate\nagency\t xx\n")[0].startswith("2:9 FA103")
    assert refused('fact,state\nagency,"xx"\n')[0].startswith("2:8 FA103")
    assert refused("fact,note,state\nagency,Қазақстан,xx\n")[0].startswith("2:18 FA103")


# -- what cells mean


def test_every_column_is_read() -> None:
    said = one(
        "fact,holds,host,sector,name,source,grade,likelihood,date,until,at,note\n"
        "project,,kz,energy,Line D,AFP,B2,very likely,2020-01-02,2020-12-31,MIL.3 POL.1,a note\n"
    )
    assert said.terms == ("kz", "energy")
    assert said.label == "Line D"
    assert said.source == Source("AFP", "B2")
    assert (said.likelihood, said.told_as) == (Likelihood.VERY_LIKELY, "very likely")
    assert (said.date, said.until) == (datetime.date(2020, 1, 2), datetime.date(2020, 12, 31))
    assert said.at == ("MIL.3", "POL.1")
    assert said.note == "a note"


def test_an_empty_cell_says_nothing() -> None:
    said = one("fact,holds,host,sector,name,source,likelihood,date\nproject,,kz,, ,,,\n")
    assert said.terms == ("kz", Blank.MISSING)
    assert (said.holds, said.label, said.source, said.told_as, said.date) == (True, "", None, "", None)


@pytest.mark.parametrize("cell", ["false", "FALSE", "no", "No", "0", '"false"'])
def test_a_denial(cell: str) -> None:
    assert not one(f"fact,holds,state\nagency,{cell},kz\n").holds


@pytest.mark.parametrize("cell", ["", "true", "TRUE", "yes", "YES", "1", " true "])
def test_what_holds(cell: str) -> None:
    assert one(f"fact,holds,state\nagency,{cell},kz\n").holds


@pytest.mark.parametrize("cell", ["WAHR", "vrai", "x", "2", "ja", "-", "1.0"])
def test_other_words_for_truth_are_refused(cell: str) -> None:
    message = f"2:8 FA012 'holds' is true or false (or yes, no, 1, 0), found '{cell}'"
    assert refused(f"fact,holds,state\nagency,{cell},kz\n") == [message]


@pytest.mark.parametrize(
    ("cell", "separator", "value"),
    [
        ("42", ";", share("42")),
        ("42,5", ";", share("42.5")),
        ("42.5", ";", share("42.5")),
        ("42,5", "\t", share("42.5")),
        ("42.5", "\t", share("42.5")),
        ('"42,5"', ",", share("42.5")),
        ("42.5", ",", share("42.5")),
        ("1.234", ",", share("1.234")),
        ("1,234", ";", share("1.234")),
        ("0,125", ";", share("0.125")),
        ("0.125", ";", share("0.125")),
        ("0.125", "\t", share("0.125")),
        ("42 %", ";", share("42")),
        ("42,50\u00a0%", ";", share("42.50")),
        ("35-45", ";", share("35", "45")),
        ("35 – 45", ";", share("35", "45")),
        ("35,5-45,5", ";", share("35.5", "45.5")),
        ("35%-45%", ";", share("35", "45")),
        ("35..45", ",", share("35", "45")),
        ("35.5..45.5", ",", share("35.5", "45.5")),
        (">=8", ";", share("8", "100")),
        ("≥ 8,5", ";", share("8.5", "100")),
        ("<=10", ",", share("0", "10")),
        ("≤ 10 %", ",", share("0", "10")),
    ],
)
def test_numbers_and_ranges(cell: str, separator: str, value: Range) -> None:
    assert percent(cell, separator) == value


@pytest.mark.parametrize(
    ("cell", "value"), [("-5", share("-5")), ("\u22125,5", share("-5.5")), ("-5..-3", share("-5", "-3"))]
)
def test_negative_numbers(cell: str, value: Range) -> None:
    assert one(f"fact;state;amount\nbalance;kz;{cell}\n").value == value


@pytest.mark.parametrize(
    ("cell", "separator", "message"),
    [
        ("1.234", ";", "'1.234' could be thousands; write 1234, or 1.2340 for the fraction"),
        ("1.234", "\t", "'1.234' could be thousands; write 1234, or 1.2340 for the fraction"),
        ("1,234", "\t", "'1,234' could be thousands; write 1234, or 1.2340 for the fraction"),
        ('"1,234"', ",", "'1,234' could be thousands; write 1234, or 1.2340 for the fraction"),
        (">8", ";", "'>8' leaves out its end; both ends count, write '>=8'"),
        ("about 8", ";", "'amount' of 'balance' is a number such as 40 or 42.5, found 'about 8'"),
        ("03.05.2020", ";", "'amount' of 'balance' is a number such as 40 or 42.5, found '03.05.2020'"),
        ("05. Mrz", ";", "'amount' of 'balance' is a number such as 40 or 42.5, found '05. Mrz'"),
        ("#REF!", ";", "'amount' of 'balance' is a number such as 40 or 42.5, found '#REF!'"),
        ("1E+3", ";", "found '1E+3'; write it out, without an exponent"),
        ("42 %", ";", "found '42 %'; write it in million, or alone"),
        ("6000", ";", "goes from -5000 to 5000 million, found 6000"),
        ("45-35", ";", "cannot be at least 45 and at most 35"),
    ],
)
def test_a_number_that_is_none_or_could_be_two_is_refused(cell: str, separator: str, message: str) -> None:
    head = separator.join(("fact", "state", "amount"))
    [found] = refused(f"{head}\n{separator.join(('balance', 'kz', cell))}\n")
    assert found.startswith("2:12 ")
    assert found.endswith(message)


def test_dates_are_written_one_way() -> None:
    found = refused("fact,state,date\nagency,kz,30.11.2020\nagency,kz,2020-02-30\nagency,kz,11/30/2020\n")
    assert found == [
        "2:11 FA204 'date' is a full date such as 2020-11-30, found '30.11.2020'",
        "3:11 FA204 'date': there is no day '2020-02-30' in the calendar",
        "4:11 FA204 'date' is a full date such as 2020-11-30, found '11/30/2020'",
    ]


@pytest.mark.parametrize("cell", ["85", "85 %", "85%", "85,0 %", "very likely", "Very Likely"])
def test_likelihoods(cell: str) -> None:
    assert one(f"fact;state;likelihood\nagency;kz;{cell}\n").likelihood is Likelihood.VERY_LIKELY


def test_a_text_that_a_spreadsheet_would_take_for_a_formula_is_guarded_by_a_quote() -> None:
    assert one("fact,state,note\nagency,kz,'=1+1\n").note == "=1+1"
    assert one("fact,state,note\nagency,kz,''=1+1\n").note == "'=1+1"
    assert one("fact,state,note\nagency,kz,'tis; '=1+1\n").note == "'tis; =1+1"
    assert one("fact,state,note\nagency,kz,''tis\n").note == "''tis"
    assert one("fact,state,note\nagency,kz,'tis\n").note == "'tis"


def test_a_slot_called_like_another_column_is_marked() -> None:
    said = one("fact,slot:source,slot:date,source,date\nawkward,kz,early,AFP,2020-01-01\n")
    assert said.terms == ("kz", "early")
    assert (said.source, said.date) == (Source("AFP"), datetime.date(2020, 1, 1))


def test_a_word_slot() -> None:
    assert one("fact,one,other,trend\ngap,ru,cn,stable\n").value == Word("stable")


# -- mistakes, one finding each, with the nearest name


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (
            "fact,stat,state\nagency,kz,kz\ncalm,,\n",
            ["1:6 FA010 a table of facts has no column 'stat'; did you mean 'state'?"],
        ),
        ("fact,state\nagencies,kz\n", ["2:1 FA101 there is no fact type 'agencies'; did you mean 'agency'?"]),
        ("fact,state,percent\nagency,kz,5\n", ["2:11 FA102 'agency' has no slot 'percent'; it has state"]),
        ("fact,state\nresult,kz\n", ["2:1 FA209 'result' is what the rules conclude; it cannot be told"]),
        ("fact,state\nagency,\n", ["2:1 FA207 'agency' needs the slot 'state'"]),
        ("fact,state\n,kz\n", ["2:1 FA011 this row says nothing under 'fact'"]),
        ("fact,state\nagency,kz,x\n", ["2:11 FA010 'x' stands under no column name"]),
        ("fact,,state\nagency,x,kz\n", ["2:8 FA010 'x' stands under no column name"]),
        ("fact,state,state\nagency,kz,kg\n", ["1:12 FA007 the column 'state' stands twice"]),
        ("fact,state,slot:state\nagency,kz,kg\n", ["1:12 FA007 the column 'slot:state' stands twice"]),
        ("fact,state,grade\nagency,kz,B2\n", ["2:11 FA011 a source needs 'title'"]),
        ("fact,state,source,grade\nagency,kz,AFP,Z9\n", ["2:15 FA206 a source grade is a letter A-F"]),
        ("fact,state,at\nagency,kz,somewhere\n", ["2:11 FA013 'somewhere' is no locator"]),
        ("fact,state,said_at\nagency,kz,here\n", ["2:11 FA012 'said_at' is file:line:column, found 'here'"]),
        ('fact,state\nagency,"kz\n', ["2:8 FA003 the quote that opens this cell is never closed"]),
        ('fact,state\nagency,"kz"x\n', ["2:8 FA003 text stands after the quote that closes this cell"]),
        ("fact,state\nagency,k\x00z\n", ["2:9 FA003 control character U+0000; a text has none"]),
        ("state,holds\nkz,1\n", ["1:1 FA011 a table of facts begins with the names of its columns"]),
        ("a: b\n", ["1:1 FA010 a table of facts has no column 'a: b'"]),
        ("", ["1:1 FA004 this file is empty"]),
    ],
)
def test_each_mistake_is_one_finding_at_its_cell(data: str, found: list[str]) -> None:
    findings = refused(data)
    assert len(findings) == len(found)
    assert all(finding.startswith(start) for finding, start in zip(findings, found, strict=True)), findings


def test_all_mistakes_of_all_rows_are_found_together() -> None:
    found = refused("fact,holds,state,date\nagency,maybe,xx,2020-99-99\nagensy,1,kz,\n")
    assert [line.split(" FA")[0] for line in found] == ["2:8", "2:14", "2:17", "3:1"]


def test_windows_1252_is_named() -> None:
    [found] = refused("fact,state,note\nagency,kz,Türkei\n".encode("cp1252"))
    assert found.startswith("2:12 FA002 byte 0xfc is not UTF-8 text")
