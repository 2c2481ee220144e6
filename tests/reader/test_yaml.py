"""YAML as nodes: any input gives nodes or one finding, every scalar knows its place, nothing changes its type."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import Finding
from dragoman.source.files import read_text
from dragoman.source.limits import Limits
from dragoman.source.nodes import Mapping, Node, Scalar, Sequence
from dragoman.source.yaml_reader import read_yaml
from tests.reader.texts import PLAIN, YAML_SIGNS, pieced


def scalars(node: Node) -> list[Scalar]:
    match node:
        case Scalar():
            return [node]
        case Sequence(items):
            return [scalar for item in items for scalar in scalars(item)]
        case Mapping(entries):
            return [scalar for key, value in entries for scalar in (key, *scalars(value))]


def plain(node: Node) -> object:
    """The texts of a node in lists and dicts."""
    match node:
        case Scalar(text):
            return text
        case Sequence(items):
            return [plain(item) for item in items]
        case Mapping(entries):
            return {key.text: plain(value) for key, value in entries}


def nodes(text: str) -> Node:
    node = read_yaml("a.yaml", text, "FA")
    assert not isinstance(node, Finding), node
    return node


def refusal(text: str) -> str:
    """`line:column code` of the one finding."""
    finding = read_yaml("a.yaml", text, "FA")
    assert isinstance(finding, Finding), finding
    assert finding.place.source == "a.yaml"
    return f"{finding.place.line}:{finding.place.column} {finding.code}"


# ----------------------------------------------------------------------------------------- any input at all


@given(st.one_of(st.text(), pieced(YAML_SIGNS)))
def test_any_text_gives_nodes_or_one_finding_inside_the_text(text: str) -> None:
    read = read_yaml("a.yaml", text, "FA")
    places = [read.place] if isinstance(read, Finding) else [scalar.place for scalar in scalars(read)]
    lines = len(text.splitlines()) + 1
    assert all(1 <= place.line <= lines and 1 <= place.column <= len(text) + 1 for place in places)


@given(st.one_of(st.binary(), pieced(YAML_SIGNS).map(lambda text: text.encode("utf-16", "surrogatepass"))))
def test_any_bytes_give_a_text_or_one_finding(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes.yaml"
    path.write_bytes(data)
    read = read_text(path, "FA")
    if not isinstance(read, Finding):
        read_yaml(*read, "FA")


# ------------------------------------------------------------------------------------------- right places

_DOCUMENTS = st.recursive(
    PLAIN,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(PLAIN, inner, max_size=4)),
    max_leaves=12,
)


class _NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


@given(_DOCUMENTS, st.sampled_from([True, False, None]), st.booleans())
def test_the_place_of_every_scalar_is_where_it_was_written(data: object, flow: bool | None, is_unicode: bool) -> None:
    text = yaml.dump(data, Dumper=_NoAliases, default_flow_style=flow, allow_unicode=is_unicode, width=10**6)
    node = nodes(text)
    assert plain(node) == data
    lines = text.split("\n")
    for scalar in scalars(node):
        written = "\n".join((lines[scalar.place.line - 1][scalar.place.column - 1 :], *lines[scalar.place.line :]))
        if scalar.plain:
            assert written.startswith(scalar.text)
        else:
            tokens = yaml.scan(written.removeprefix("? "), Loader=yaml.SafeLoader)
            assert next(token.value for token in tokens if isinstance(token, yaml.ScalarToken)) == scalar.text


def test_places_count_characters_in_any_script() -> None:
    node = nodes('Ташкент: {é: "🐎🐎", конь: 🐎}\nb:\n- [1, два]\n')
    assert [(s.text, s.place.line, s.place.column) for s in scalars(node)] == [
        ("Ташкент", 1, 1),
        ("é", 1, 11),
        ("🐎🐎", 1, 14),
        ("конь", 1, 20),
        ("🐎", 1, 26),
        ("b", 2, 1),
        ("1", 3, 4),
        ("два", 3, 7),
    ]
    assert isinstance(node, Mapping)
    assert str(node.entries[0][1].place) == "a.yaml:1:10"
    assert str(node.entries[1][1].place) == "a.yaml:3:1"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(end: str) -> None:
    places = [(s.text, s.place.line, s.place.column) for s in scalars(nodes(f"a: b{end}c:{end}- d{end}"))]
    assert places == [("a", 1, 1), ("b", 1, 4), ("c", 2, 1), ("d", 3, 3)]


# ------------------------------------------------------------------------------------------- no coercion

UNCOERCED = """
    no Yes on off true False null ~ 1.10 2020-11-30 1e3 0o17 017 0x1F 1_000 12:30:45 .inf -.NaN << = +5 １２ $state
"""


@pytest.mark.parametrize("written", [*UNCOERCED.split(), "4 000"])
def test_a_plain_scalar_keeps_its_characters(written: str) -> None:
    node = nodes(f"a: {written}\n{written}: [{written}]\n")
    assert plain(node) == {"a": written, written: [written]}
    assert all(scalar.plain for scalar in scalars(node))


@pytest.mark.parametrize("written", ['"42"', "'42'", '"no"', "'~'", "|\n  42\n", ">-\n  42\n", '""'])
def test_what_is_quoted_is_no_plain_scalar(written: str) -> None:
    node = nodes(f"a: {written}")
    assert isinstance(node, Mapping)
    value = node.get("a")
    assert isinstance(value, Scalar)
    assert not value.plain


def test_what_is_not_written_is_an_empty_plain_scalar() -> None:
    assert plain(nodes("a:\nb: [c: ]\n")) == {"a": "", "b": [{"c": ""}]}


# ------------------------------------------------------------------------------------------------ refused


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &b c", "1:4 FA005"),
        ("a:\n- &b {c: d}\n- *b", "2:3 FA005"),
        ("a: 1\nb: *a", "2:4 FA005"),
        ("a:\n  <<: *b", "2:7 FA005"),
        ("a: !!int 3", "1:4 FA005"),
        ("a: !!python/object/apply:os.system [ls]", "1:4 FA005"),
        ("a: ! b", "1:4 FA005"),
        ("!mine {a: b}", "1:1 FA005"),
        ("a: b\n---\nc: d", "2:1 FA005"),
        ("a: b\n...\n---\n", "3:1 FA005"),
        ("a: b\nc: d\na: e", "3:1 FA007"),
        ("a: {b: 1, 'b': 2}", "1:11 FA007"),
        ('a: {b: 1, "\\x62": 2}', "1:11 FA007"),
        ("[a]: b", "1:1 FA012"),
        ("? {a: b}\n: c", "1:3 FA012"),
        ("[" * 24 + "]" * 24, "fits"),
        ("[" * 25 + "]" * 25, "1:25 FA006"),
        ("\n".join("  " * depth + "a:" for depth in range(25)), "25:49 FA006"),
        ("a: 'b\nc: d\n", "1:4 FA003"),
        ("a: b: c", "1:5 FA003"),
        ("a:\n\tb: c", "2:1 FA003"),
        ("a: [b\nc: d", "2:2 FA003"),
        ("a: b\x00", "1:5 FA003"),
        ("a: b\nc: \x1b[31md", "2:4 FA003"),
        ("a: b\nc: \ud800", "2:4 FA003"),
        ('a: b\nc: "\\0"', "2:4 FA003"),
        ('a: b\nc: "\\e[31m"', "2:4 FA003"),
        ("# nothing", "1:1 FA004"),
    ],
)
def test_what_is_not_used_here_is_refused_where_it_stands(text: str, expected: str) -> None:
    if expected == "fits":
        nodes(text)
    else:
        assert refusal(text) == expected


def test_a_key_that_stands_twice_names_both_places() -> None:
    finding = read_yaml("a.yaml", "a: b\nc:\n  d: 1\n  e: 2\n  d: 3\n", "RB")
    assert str(finding) == "a.yaml:5:3: RB007: the key 'd' stands twice (see also a.yaml:3:3)"


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("a:\n\tb: c", "indent with spaces, never with a tab"),
        ("a: b: c", "put a text with a colon in quotes"),
        ("a: [b\nc: d", "the bracket [ is not closed"),
        ("a: {b: c\nd: e", "the brace { is not closed"),
        ("a: 'b", "a quote that was opened is never closed"),
        ("a: b\nc\nd: e", "a colon is missing"),
        ("a:\n  b: c\n d: e", "look at the indentation"),
    ],
)
def test_what_is_not_yaml_comes_with_a_remedy(text: str, remedy: str) -> None:
    finding = read_yaml("a.yaml", text, "FA")
    assert isinstance(finding, Finding)
    assert finding.message.startswith(f"not well-formed YAML: {remedy}")


def test_a_bracket_that_is_not_closed_names_where_it_was_opened() -> None:
    finding = read_yaml("a.yaml", "a: [b,\n c\nd: e", "FA")
    assert isinstance(finding, Finding)
    assert [str(place) for place in (finding.place, *finding.also)] == ["a.yaml:3:2", "a.yaml:1:4"]


# -------------------------------------------------------------------------------------- made to do harm


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a: &a [x, x]\n"
            + "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
            "1:4 FA005",
        ),
        ("[" * 10_000 + "]" * 10_000, "FA006"),
        ("{a: " * 10_000 + "}" * 10_000, "1:97 FA006"),
        ("- " * 10_000, "1:49 FA006"),
        ("[" * 10_000, "FA006"),
        ("? " * 10_000, "1:49 FA006"),
    ],
    ids=["billion laughs", "brackets", "braces", "dashes", "open brackets", "question marks"],
)
def test_what_would_expand_or_nest_without_end_is_refused(text: str, expected: str) -> None:
    assert refusal(text).endswith(expected)


# ------------------------------------------------------------------------------------------------- bytes


def text_of(tmp_path: Path, data: bytes) -> str:
    """The text in the bytes, or the one finding about them."""
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    read = read_text(path, "FA")
    return read[1] if not isinstance(read, Finding) else str(read).removeprefix(str(path))


def test_utf_8_with_and_without_bom_and_utf_16_with_bom_are_one_text(tmp_path: Path) -> None:
    text = "a: Ташкент 🐎\r\n"
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert text_of(tmp_path, text.encode(encoding)) == text
    assert text_of(tmp_path, b"\xfe\xff" + text.encode("utf-16-be")) == text


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a: b\nc: d\xe9j\xe0 vu\n", ":2:5: FA002: byte 0xe9 is not UTF-8 text"),
        ("é: 🐎 ".encode() + b"\xff", ":1:6: FA002: byte 0xff is not UTF-8 text"),
        (b"\xef\xbb\xbfa: \xe9\n", ":1:4: FA002: byte 0xe9 is not UTF-8 text"),
        (b"a: b\r\nc: \x80\n", ":2:4: FA002: byte 0x80 is not UTF-8 text"),
        ("a: b\nc".encode("utf-16") + b"\x00", ":2:2: FA002: this is not the UTF-16 text"),
        (b"", ":1:1: FA004: this file is empty"),
        (b"\xef\xbb\xbf \r\n\t", ":1:1: FA004: this file is empty"),
    ],
)
def test_other_bytes_are_refused_where_they_stand(tmp_path: Path, data: bytes, expected: str) -> None:
    assert text_of(tmp_path, data).startswith(expected)


def test_a_file_that_is_too_large_is_not_read_on(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with path.open("wb") as file:
        file.truncate(Limits().bytes + 1)
    finding = read_text(path, "FA")
    assert isinstance(finding, Finding)
    assert finding.code == "FA006"


# --------------------------------------------------------------------------------- PyYAML without libyaml

_WITHOUT_LIBYAML = r"""
import sys
sys.modules["yaml._yaml"] = None
import yaml
assert not yaml.__with_libyaml__
from dragoman.source.yaml_reader import read_yaml
for text in sys.stdin.read().split("\n====\n"):
    read = read_yaml("a.yaml", text, "FA")
    print(getattr(read, "code", "nodes"))
"""


def test_the_python_parser_of_yaml_refuses_the_same() -> None:
    texts = {
        "a: {b: [c, 1.10]}": "nodes",
        'a: "\\uD83D"': "FA003",
        'a: "\\UFFFFFFFF"': "FA003",
        "a: 'b": "FA003",
        "a: *b": "FA005",
        "a: !!int 3": "FA005",
        "[" * 10_000: "FA006",
        "a: 1\na: 2": "FA007",
    }
    run = subprocess.run(
        [sys.executable, "-c", _WITHOUT_LIBYAML],
        input="\n====\n".join(texts),
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split() == list(texts.values())
