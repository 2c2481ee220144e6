"""What a shape says is what it reads: values with their types, all mistakes together, and what is so of the whole."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dragoman.errors import Place
from dragoman.rulebook.shapes import KINDS
from dragoman.source.braces import Alone, Fact, Slots
from dragoman.source.entries import ITSELF, AtLeastOne, Entry, ExactlyOne, Together, may, need
from dragoman.source.many import Either, ListOf, MapOf
from dragoman.source.nodes import Mapping, Node, Sequence
from dragoman.source.reading import Reading
from dragoman.source.shapes import DATE, NAME, NAMED, NUMBER, TEXT, TRUTH, OneWord, Whole, Written


class Share(Entry, what="a share"):
    percent = need(NUMBER, "How much.", ITSELF)
    of_ = may(TEXT, "Of what.", "what it is a share of")


class Creditor(Entry, what="a creditor"):
    name = need(NAME, "Who.", "a name")
    since = may(DATE, "From when on.")
    aliases = may(ListOf(TEXT, or_one=True), "What else people call it.", "an alias")
    shares = may(MapOf(Share, "the share '{}'"), "How much of what.", "shares")
    is_bank = may(TRUTH, "Whether it is a bank.")
    kind = may(OneWord(("state", "fund")), "What kind of creditor.")
    rank = may(Whole(1), "Its place.")
    only = may(Share, "One share alone.")


class Slot(
    Entry,
    what="a slot",
    must=(
        ExactlyOne({"word": (), "number": ("min", "max")}, "313"),
        Together("number", ("min",), "{} needs 'min'", "313"),
    ),
):
    word = may(NAME, "A word.")
    number = may(TEXT, "A unit.")
    min = may(NUMBER, "The smallest.")
    max = may(NUMBER, "The largest.")


class Case(
    Entry, what="a case", title=("case", "the case '{}'"), must=(AtLeastOne(("facts", "none"), if_true=("none",)),)
):
    case = need(NAME, "Its name.")
    facts = may(ListOf(TEXT), "What is told.")
    none = may(TRUTH, "Whether there are none.")


def read(entry: type[Entry], text: str) -> tuple[Entry, list[str]]:
    reading = Reading("RB")
    node = reading.document("a.yaml", text)
    assert node is not None
    return entry.read(reading, node), [
        f"{f.place.line}:{f.place.column} {f.code[2:]} {f.message}" for f in reading.findings
    ]


def test_each_key_is_an_attribute_of_its_type() -> None:
    text = "{name: china, since: 2020-11-30, aliases: PRC, shares: {debt: {percent: 42.5, of: all}}, is_bank: true, rank: 2}"
    entry, mistakes = read(Creditor, text)
    assert isinstance(entry, Creditor)
    assert mistakes == []
    assert (entry.name, entry.aliases, entry.is_bank, entry.rank) == ("china", ("PRC",), True, 2)
    [(key, share)] = entry.shares
    assert (key.text, share.percent, share.of_) == ("debt", Decimal("42.5"), "all")
    assert ("shares" in entry, "only" in entry, entry.keys_there()) == (True, False, {*entry.places()})
    assert entry.place_of("since").column == 22
    assert entry.places()["since"].column == 15


def test_what_is_not_there_is_absent() -> None:
    entry = Creditor.absent()
    assert (entry.name, entry.since, entry.aliases, entry.shares, entry.is_bank, entry.kind) == (
        "",
        None,
        (),
        (),
        False,
        "",
    )
    assert entry.only is Share.absent()
    assert entry.only.percent is None
    assert (entry.node, entry.node_of("name"), entry.places()) == (None, None, {})
    with pytest.raises(ValueError, match="nothing stands here"):
        _ = entry.place


def test_all_mistakes_are_found_together_and_what_is_right_is_read() -> None:
    text = "{nam: china, since: May, aliases: [a, [], b], shares: {debt: {percent: x}, No: {}}, is_bank: 7, kind: stat, rank: 0}"
    entry, mistakes = read(Creditor, text)
    assert isinstance(entry, Creditor)
    assert mistakes == [
        "1:2 010 a creditor has no 'nam'; did you mean 'name'?",
        "1:21 204 'since' is a full date such as 2020-11-30, found 'May'",
        "1:39 012 an alias is a text, found a list",
        "1:72 201 the share 'debt' is a number such as 40 or 42.5, found 'x'",
        "1:76 013 'No' cannot be a name: use lower case letters, digits and single _ or -",
        "1:94 012 'is_bank' is true or false, found '7'",
        "1:103 104 'kind' is one of 'state', 'fund', found 'stat'; did you mean 'state'?",
        "1:115 202 'rank' is a whole number from 1 on, found '0'",
        "1:1 011 a creditor needs 'name'",
    ]
    assert entry.aliases == ("a", "b")
    assert [key.text for key, _ in entry.shares] == ["debt"]


@pytest.mark.parametrize("text", ["[]", "word", "~", "7"])
def test_what_is_no_mapping_is_absent(text: str) -> None:
    entry, mistakes = read(Creditor, text)
    assert entry is Creditor.absent()
    assert len(mistakes) == 1
    assert mistakes[0].startswith("1:1 012 a creditor is written as a mapping (key: value), found ")


@pytest.mark.parametrize(
    ("entry", "text", "mistakes"),
    [
        (Slot, "{word: a}", []),
        (Slot, "{number: km, min: 1, max: 2}", []),
        (Slot, "{}", ["1:1 313 a slot needs exactly one of 'word', 'number'"]),
        (Slot, "{word: a, number: km, min: 1}", ["1:1 313 a slot needs exactly one of 'word', 'number'"]),
        (Slot, "{word: a, max: 2}", ["1:16 313 a slot has 'word', with which 'max' does not go"]),
        (Slot, "{number: km}", ["1:1 313 a slot needs 'min'"]),
        (Slot, "{numbr: km}", ["1:2 010 a slot has no 'numbr'; did you mean 'number'?"]),
        (Case, "{case: a, facts: []}", []),
        (Case, "{case: a, none: true}", []),
        (Case, "{case: a}", ["1:1 011 the case 'a' needs 'facts' or 'none'"]),
        (Case, "{case: a, none: false}", ["1:1 011 the case 'a' needs 'facts' or 'none'"]),
    ],
)
def test_what_must_be_so_of_the_whole_is_said_once(entry: type[Entry], text: str, mistakes: list[str]) -> None:
    assert read(entry, text)[1] == mistakes


def test_a_key_cannot_hide_a_method() -> None:
    with pytest.raises(TypeError, match="places is a method of every entry"):

        class Wrong(Entry, what="a wrong one"):
            places = may(TEXT, "Where.")  # type: ignore[assignment] # which is the mistake


@pytest.mark.parametrize("text", ["[1]", "[1, 2, 3]", "[]", "~"])
def test_a_list_has_as_many_items_as_it_says(text: str) -> None:
    reading = Reading("RB")
    node = reading.document("a.yaml", text)
    assert node is not None
    ListOf(Whole(), at_least=2, at_most=2, called="a number").read(reading, node, "a pair")
    assert [finding.message for finding in reading.findings][-1].startswith("a pair has 2 entries, found ")


def test_one_or_the_other_is_told_by_how_it_looks() -> None:
    either = Either(TEXT, Share, lambda node: isinstance(node, Mapping))
    reading = Reading("RB")
    for text, kind in (("a", str), ("{percent: 1}", Share)):
        node = reading.document("a.yaml", text)
        assert node is not None
        assert isinstance(either.read(reading, node, "a source"), kind)
    assert reading.findings == []


# -- facts in braces

DENIED = Fact("a denied fact", Slots.VALUES, Alone)
TOLD = Fact("a fact", Slots.VALUES, Share, inside={"not": DENIED})


def parts(text: str) -> tuple[tuple[str, str, Decimal | None] | None, list[str]]:
    reading = Reading("FA")
    node = reading.document("a.yaml", text)
    assert node is not None
    stated = TOLD.parts(reading, node)
    found = None if stated is None else (stated.inside, stated.key.text, stated.beside.percent)
    return found, [f"{f.place.column} {f.code[2:]} {f.message}" for f in reading.findings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("calm: {}", ("", "calm", None)),
        ("{calm: {}, percent: 7}", ("", "calm", Decimal(7))),
        ("{percent: 7, not: {calm: {}}}", ("not", "calm", Decimal(7))),
    ],
)
def test_the_parts_of_a_fact(text: str, found: tuple[str, str, Decimal | None]) -> None:
    assert parts(text) == (found, [])


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("word", "1 012 a fact is written 'fact_type: {slot: value}', found 'word'"),
        ("{}", "1 012 a fact is written 'fact_type: {slot: value}', found empty braces"),
        ("{calm: {}, hot: {}}", "1 012 a fact is written 'fact_type: {slot: value}', found 2 of them together"),
        ("{not: 7}", "7 012 a denied fact is written 'fact_type: {slot: value}', found '7'"),
        ("{not: {not: {calm: {}}}}", "8 012 'not' cannot stand here, write the fact itself"),
        ("{told: {calm: {}}}", "2 012 'told' cannot stand here, write the fact itself"),
    ],
)
def test_what_is_no_fact(text: str, mistake: str) -> None:
    found, mistakes = parts(text)
    assert found is None
    assert len(mistakes) == 1
    assert mistakes[0].startswith(mistake)


# -- all kinds of file


def shapes(shape: object) -> list[object]:
    inner = [getattr(shape, name) for name in ("item", "first", "second", "key", "beside") if hasattr(shape, name)]
    if isinstance(shape, type) and issubclass(shape, Entry):
        inner += [key.shape for key in shape.form.keys.values()]
    return [shape, *(found for one in inner for found in shapes(one))]


@pytest.mark.parametrize("kind", KINDS)
def test_every_shape_goes_on_from_whatever_stands_there(kind: str) -> None:
    """No node makes a shape raise, and where it takes none, it gives what it has for absent and says why."""
    odd: list[Node] = [Sequence((), Place("a.yaml"))]
    reading = Reading("RB")
    for text in (
        "[]",
        "{}",
        "[[]]",
        "{a: {}}",
        "word",
        "'7'",
        "7",
        "~",
        "true",
        "2020-11-30",
        "x" * 20_000,
        "9" * 5_000,
    ):
        node = reading.document("a.yaml", text)
        assert node is not None
        odd.append(node)
    for shape in (KINDS[kind], *shapes(KINDS[kind])):
        for node in odd:
            before = len(reading.findings)
            value = shape.read(reading, node, "a thing")  # type: ignore[attr-defined] # each is a shape
            if len(reading.findings) == before and isinstance(shape, type(NAMED) | Written):
                assert value
        reading.findings.clear()
