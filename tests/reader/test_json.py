"""JSON as nodes: the standard library decides what is JSON; ours says where everything stands."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import Finding, Place
from dragoman.source.json_reader import read_json
from dragoman.source.nodes import Mapping, Node, Scalar, Sequence
from tests.reader.texts import JSON_SIGNS, PLAIN, pieced

Written = tuple[str, bool]
"""A scalar: its text, and whether it stands in no quotes."""

STRICTER = re.compile(r"NaN|Infinity|\\u[dD][89a-fA-F]|\\u00|\\b|\\f|[\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What the standard library takes and a text of ours does not hold: no numbers, halves of characters, controls."""


def read(text: str) -> Node | Finding:
    return read_json("a.json", text, "FA")


def refusal(text: str) -> str:
    finding = read(text)
    assert isinstance(finding, Finding), finding
    return f"{finding.place.line}:{finding.place.column} {finding.code}"


def plain(node: Node) -> object:
    match node:
        case Scalar(text, is_plain):
            return text, is_plain
        case Sequence(items):
            return [plain(item) for item in items]
        case Mapping(entries):
            assert not any(key.plain for key, _ in entries)
            return {key.text: plain(value) for key, value in entries}


def by_the_library(text: str) -> object:
    """The same from the standard library, which is told to keep numbers as they are written."""

    def number(written: str) -> Written:
        return written, True

    return _scalars_told_apart(json.loads(text, parse_int=number, parse_float=number, parse_constant=number))


def _scalars_told_apart(value: object) -> object:
    match value:
        case None | True | False:
            return json.dumps(value), True
        case str():
            return value, False
        case list():
            return [_scalars_told_apart(item) for item in value]
        case dict():
            return {key: _scalars_told_apart(inner) for key, inner in value.items()}
    return value  # a number


DOCUMENTS: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), PLAIN),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(PLAIN, inner, max_size=4)),
    max_leaves=20,
)
WRITTEN = st.builds(
    lambda value, is_ascii, indent: json.dumps(value, ensure_ascii=is_ascii, indent=indent),
    DOCUMENTS,
    st.booleans(),
    st.sampled_from([None, 0, 2, "\t"]),
)


@given(WRITTEN)
def test_a_document_has_the_structure_and_the_texts_that_the_library_finds(text: str) -> None:
    node = read(text)
    assert not isinstance(node, Finding), node
    assert plain(node) == by_the_library(text)


def agrees_with_the_library(text: str) -> None:
    """Nodes or one finding; nothing that the library refuses; and nothing refused without a reason of ours."""
    ours = read(text)
    try:
        theirs = by_the_library(text)
    except ValueError:
        assert isinstance(ours, Finding)
        return
    if not isinstance(ours, Finding):
        assert plain(ours) == theirs
    elif not STRICTER.search(text):
        assert ours.code in ("FA006", "FA007"), ours


@given(st.one_of(st.text(), pieced(JSON_SIGNS), st.tuples(WRITTEN, pieced(JSON_SIGNS)).map("".join)))
def test_any_text_is_read_or_refused_as_by_the_library(text: str) -> None:
    agrees_with_the_library(text)


@given(WRITTEN, st.data())
def test_a_document_that_was_cut_or_lost_a_character_is_read_or_refused_as_by_the_library(
    text: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(text)))
    agrees_with_the_library(text[:at])
    agrees_with_the_library(text[:at] + text[at + 1 :])


@given(WRITTEN)
def test_the_place_of_every_value_is_where_it_was_written(text: str) -> None:
    lines = text.split("\n")

    def check(node: Node) -> None:
        written = lines[node.place.line - 1][node.place.column - 1 :]
        match node:
            case Scalar(text, is_plain):
                assert written.startswith(text) if is_plain else json.JSONDecoder().raw_decode(written)[0] == text
            case Sequence(items):
                assert written.startswith("[")
                for item in items:
                    check(item)
            case Mapping(entries):
                assert written.startswith("{")
                for key, value in entries:
                    check(key)
                    check(value)

    node = read(text)
    assert not isinstance(node, Finding)
    check(node)


def test_places_count_characters_in_any_script() -> None:
    node = read('{"Ташкент": "🐎🐎", "б":\r\n [1, "д"]}')
    assert isinstance(node, Mapping)
    (first, horses), (second, numbers) = node.entries
    assert isinstance(numbers, Sequence)
    shown = [str(n.place).removeprefix("a.json:") for n in (first, horses, second, numbers, *numbers.items)]
    assert shown == ["1:2", "1:13", "1:19", "2:2", "2:3", "2:6"]


@pytest.mark.parametrize(
    "written", ["1.10", "1e3", "1E5", "-0", "0.0", "123456789012345678901234567890", "true", "null"]
)
def test_a_value_keeps_its_characters(written: str) -> None:
    assert read(f" {written} ") == Scalar(written, True, Place("a.json", 1, 2))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1, "b": {"a": 2, "c": 3, "a": 4}}', "1:32 FA007"),
        ('{"a": 1, "\\u0061": 2}', "1:10 FA007"),
        ("[1,\n]", "2:1 FA003"),
        ('{"a": 1,}', "1:9 FA003"),
        ("{'a': 1}", "1:2 FA003"),
        ("{a: 1}", "1:2 FA003"),
        ('{"a" 1}', "1:6 FA003"),
        ('{"a": }', "1:7 FA003"),
        ("[1 2]", "1:4 FA003"),
        ("[1", "1:3 FA003"),
        ('{"a": 1}\n{"b": 2}', "2:1 FA003"),
        ("// no\n1", "1:1 FA003"),
        ("[NaN]", "1:2 FA003"),
        ("[-Infinity]", "1:2 FA003"),
        ("[01]", "1:3 FA003"),
        ("[+1]", "1:2 FA003"),
        ("[.5]", "1:2 FA003"),
        ("[1.]", "1:3 FA003"),
        ("[1１]", "1:3 FA003"),
        ('["a\nb"]', "1:4 FA003"),
        ('["a', "1:2 FA003"),
        ('["\\q"]', "1:3 FA003"),
        ('["\\ud800"]', "1:2 FA003"),
        ('{"\\udc00\\ud800": 1}', "1:2 FA003"),
        ('["\ud800"]', "1:2 FA003"),
        ('["\\u0000"]', "1:2 FA003"),
        ('["\\u001b[31m"]', "1:2 FA003"),
        ('["\x00"]', "1:3 FA003"),
        ("\ufeff[]", "1:1 FA003"),
    ],
)
def test_what_is_no_json_or_no_text_is_refused_where_it_stands(text: str, expected: str) -> None:
    assert refusal(text) == expected


def test_a_character_in_two_halves_is_one_character() -> None:
    node = read('"\\ud83d\\udc0e"')
    assert isinstance(node, Scalar)
    assert node.text == "🐎"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[1,]", "a value was expected, found ']', after a comma too many"),
        ('{"a": 1,}', "a key in double quotes was expected, found '}', after a comma too many"),
        ("[nothing]", "a value was expected, found 'nothing'"),
        ('["a": 1]', "',' or ']' was expected, found ':'"),
        ("[1", "',' or ']' was expected, found the end of the file"),
        ('["a', "the text that starts here is never closed with a double quote"),
    ],
)
def test_what_was_expected_is_said(text: str, message: str) -> None:
    finding = read(text)
    assert isinstance(finding, Finding)
    assert finding.message == f"not well-formed JSON: {message}"


def test_a_key_that_stands_twice_names_both_places() -> None:
    assert str(read('{"a": 1,\n "a": 2}')) == "a.json:2:2: FA007: the key 'a' stands twice (see also a.json:1:2)"


def test_depth_ends_where_it_ends_in_yaml() -> None:
    assert not isinstance(read("[" * 24 + "1" + "]" * 24), Finding)
    assert refusal("[" * 25 + "]" * 25) == "1:25 FA006"
    assert refusal('{"a": ' * 25 + "1" + "}" * 25) == "1:145 FA006"


@pytest.mark.parametrize("text", ["[" * 10_000 + "]" * 10_000, '{"a":' * 10_000, "[" * 10_000])
def test_deep_nesting_is_refused(text: str) -> None:
    assert refusal(text).endswith("FA006")
