"""JSON Lines: a fact a line, and before them perhaps what the situation is."""

from __future__ import annotations

import pytest

from tests.input.support import line_and_column, read, refused, told

HEADER = '{"situation": "S", "as_of": "2020-11-30", "note": "N"}'
KZ, KG = '{"agency": {"state": "kz"}}', '{"not": {"agency": {"state": "kg"}}, "likelihood": "likely"}'


def test_a_fact_a_line_with_its_place() -> None:
    first, second = told(f"\n{KZ}\n\n  \r\n   {KG}\r\n", "told.jsonl")
    assert (first.terms, line_and_column(first)) == (("kz",), (2, 12))
    assert (second.terms, second.holds, line_and_column(second)) == (("kg",), False, (5, 23))


def test_the_first_line_may_describe_the_situation() -> None:
    document = read(f'{HEADER}\n{{"agency": {{"state": "kz"}}, "note": "M"}}\n', "told.ndjson")
    assert (document.title, str(document.as_of), document.note) == ("S", "2020-11-30", "N")
    assert [said.note for said in document.facts] == ["M"]


def test_a_situation_can_be_based_on_another_and_forget() -> None:
    document = read('{"based_on": "world", "forget": [{"agency": {"state": "kz"}}]}\n', "told.jsonl")
    assert (document.based_on, document.facts) == ("world", ())
    assert [pattern.fact for pattern in document.forget] == ["agency"]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (f"{KZ}\n{HEADER}\n", ["2:1 FA012 what describes the situation stands on the first line"]),
        (f"{KZ} {KG}\n", ["1:29 FA003 not well-formed JSON Lines: text after the end of the value"]),
        (
            '{"agency":\n{"state": "kz"}}\n',
            ["1:11 FA003 not well-formed JSON: a value was expected, found the end of the line", "2:16 FA003"],
        ),
        (f"{{bad\n{KZ}\n[1]\nnull\n", ["1:2 FA003", "3:1 FA012", "4:1 FA012"]),
        ('{"agency": {"state": "kz", "state": "kg"}}\n', ["1:28 FA007 the key 'state' stands twice"]),
        ('{"situation": "S", "facts": []}\n', ["1:29 FA010 in JSON Lines"]),
        ('{"agency": {"state": "xx"}}\n', ["1:22 FA103 there is no entity 'xx'"]),
        ('{"note": "a\tb"}\n', ["1:12 FA003"]),
        ('{"agency": {"state": "k\\u001bz"}}\n', ["1:22 FA003 not well-formed text: control character U+001B"]),
    ],
)
def test_each_mistake_has_its_line(data: str, found: list[str]) -> None:
    findings = refused(data, "told.jsonl")
    assert len(findings) == len(found), findings
    assert all(finding.startswith(start) for finding, start in zip(findings, found, strict=True)), findings


def test_a_mistake_in_one_line_hides_none_in_another() -> None:
    assert [line.split(" ")[0] for line in refused(f"{{\n{KZ}\n{{\n{{\n", "told.jsonl")] == ["1:2", "3:2", "4:2"]
