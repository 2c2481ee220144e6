"""Documents of every kind of file, made from its description: right ones, and the same with a few things changed.

What is generated is plain data; a :class:`Plain` stands in the file as it is, every other text in quotes.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from dragoman.rulebook.board_shapes import Who
from dragoman.rulebook.fact_shapes import Hedge, LikelihoodOfAFact, Locator, SaidAt
from dragoman.rulebook.forms import FactType, Rulebook, Slot
from dragoman.rulebook.phrase_shapes import PhraseText
from dragoman.rulebook.shapes import KINDS
from dragoman.source.braces import Fact, Slots
from dragoman.source.entries import AtLeastOne, Entry, ExactlyOne
from dragoman.source.many import Either, ListOf, MapOf
from dragoman.source.names import NAME
from dragoman.source.shapes import Day, Name, Named, Number, OneWord, Text, Whole, Written, Yes

Path = tuple[str | int, ...]


class Plain(str):
    """A text without quotes, whatever that makes of it."""

    __slots__ = ()


NAMES = ("state", "kazakhstan", "growing", "high_share", "depends_on", "new_strategy", "a-b_c1", "x" * 100)
ODD_NAMES = ("x" * 101, "no", "true", "X", "two words", "a__b", "-a", "", "ä", "$state", "7", "not", "told", "source")
NUMBERS = ("0", "-0", "40", "3.0", "-1.5", "0.1", "42.123456", "1.1234567", "1.12345678901234567890", "999999999999")
ODD_NUMBERS = (
    "1000000000000", "4e1", "4E+1", "042", "+5", ".5", "5.", "1_000", "1,5", "1.123456789012345678901", "0x1F", "NaN",
    ".inf", "--1", "999999999999.99999999999999999999", "123456789012345678901", "3.00", "7.1e0",
)  # fmt: skip
WORDS = ("~", "null", "Null", "", "true", "True", "false", "no", "yes", "on", "word", "A title", "2020-11-30", "$state")
DATES = ("2020-11-30", "2021-02-29", "2020-02-29", "0000-01-01", "2020-13-01", "2020-11", "30.11.2020", "2020-11-3٣")
WRITTEN = ("MIL.3", "MIL-EU.12", " ECO.1 ", "mil.3", "MIL.1234", "B2", "G7", "b2", " A1", "a.yaml:1:2", "a.yaml:0:2")
LIKELY = (
    "likely",
    "Likely",
    " likely",
    "very likely",
    "lkely",
    "probable",
    "unhedged",
    "60 %",
    "60%",
    "60",
    "0.6",
    "0.6 %",
    "1",
    "0.99",
)
PERCENTS = ("100 %", "0 %", "0.0 %", "00.10 %", "99.999 %", "100", "007", "07.5 %", "1e1", "5  %", "101 %", "000.0%")
QUANTITIES = (
    "42 %", "42%", "42 percent", "42 PERCENT", "42 km", "35..45", "35 - 45 %", "35 %-45 %", ">=8", "<= 8 %", "<8", "≥ 8",
    "35…45", "+42 %", "042 %", "1.12345678901234567890 %", "1.123456789012345678901 %", "1..2..3", "4 2 %", "35..", "−5 %",
)  # fmt: skip
TEXTS = (
    "text",
    " spaced ",
    "{state} owes",
    "x" * 10_000,
    "x" * 10_001,
    " ",
    "\t",
    "a\nb",
    "7",
    "true",
    "null",
    "~",
    "é",
    "Beijing",
    "rising",
    "Getting Wider",
    "CHINA",
)
ODD: tuple[Any, ...] = (
    *(Plain(word) for word in (*NUMBERS, *ODD_NUMBERS, *WORDS, *DATES, *WRITTEN, *LIKELY, *PERCENTS, *QUANTITIES)),
    *NAMES, *ODD_NAMES, *NUMBERS, *ODD_NUMBERS, *WORDS, *DATES, *WRITTEN, *LIKELY, *PERCENTS, *QUANTITIES, *TEXTS,
    None, True, False, [], {}, [[]], [{}], ["name"], {"name": "name"}, [None], {"at_least": Plain("1")},
    {"at_most": "8 %"}, {"at_least": "high_share"}, {"not": {}}, [Plain("1"), Plain("2")], {"title": "T", "grade": "B2"},
)  # fmt: skip


_FITTING = {"based_on": st.just("world"), "forget": st.just([]), "kind": st.just("mechanism")}
"""What fits the good rulebook, so that more is read to the end."""


class Documents:
    """Strategies for each shape, with the names of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.names = st.sampled_from(
            (*rulebook.entities, *rulebook.entity_types, *rulebook.parameters, *rulebook.claims, *NAMES)
        )

    def of(self, kind: str) -> st.SearchStrategy[Any]:
        """Right documents of a kind, as far as no names have to fit each other."""
        return self.entry(KINDS[kind])

    def value(self, shape: Any) -> st.SearchStrategy[Any]:
        """What may stand in one place."""
        match shape:
            case Either():
                return st.one_of(self.value(shape.first), self.value(shape.second))
            case ListOf():
                return self.list(shape)
            case MapOf():
                keys = st.sampled_from(("MIL.3", "ECO.1")) if isinstance(shape.key, Text) else self.names
                return st.dictionaries(
                    keys, st.deferred(lambda: self.value(shape.item)), min_size=shape.at_least, max_size=2
                )
            case Fact():
                return self.fact(shape)
            case type():
                return st.deferred(lambda: self.entry(shape))
        return self.single(shape)

    def single(self, shape: Any) -> st.SearchStrategy[Any]:
        """A single value."""
        match shape:
            case Text():
                return st.sampled_from(("text", "A title", Plain("plain text"), Plain("7"), "{state}", "x" * 10_000))
            case PhraseText():
                return st.sampled_from(("{state} joined {body}", "- {state} (left|quit) {body}", Plain("plain text")))
            case Who():
                return st.sampled_from(("china", "russia", "$state", "$power"))
            case Name() | Named():
                return self.names
            case Number():
                return st.sampled_from(tuple(map(Plain, NUMBERS)))
            case Whole():
                return st.sampled_from((Plain("1"), Plain("120"), Plain("3.0"), Plain("12345678901234567890")))
            case Yes():
                return st.booleans()
            case Day():
                return st.sampled_from(("2020-11-30", Plain("2020-02-29")))
            case OneWord():
                return st.sampled_from(shape.words)
            case Written():
                return st.sampled_from(("B2", "A1"))
            case Locator():
                return st.sampled_from(("MIL.3", "ECO-EU.12"))
            case Hedge():
                return st.sampled_from(("possible", "likely", "unhedged"))
            case LikelihoodOfAFact():
                return st.sampled_from(("likely", "probable", Plain("60"), Plain("0.6 %"), "99.9%"))
            case SaidAt():
                return st.just("a.yaml:1:2")
        raise TypeError(shape)

    def list(self, shape: ListOf[Any]) -> st.SearchStrategy[Any]:
        """A list, or one item of it where that may stand for a list."""
        most = 2 if shape.at_most is None else shape.at_most
        items = st.lists(st.deferred(lambda: self.value(shape.item)), min_size=shape.at_least, max_size=most)
        return st.one_of(items, self.value(shape.item)) if shape.or_one else items

    def entry(self, entry: type[Entry]) -> st.SearchStrategy[dict[str, Any]]:
        """A mapping with the keys that it needs, and some that it may have."""

        @st.composite
        def made(draw: st.DrawFn) -> dict[str, Any]:
            keys, form = dict(entry.form.keys), entry.form
            needed = {"min", "max", *form.required}
            for must in form.must:
                if isinstance(must, AtLeastOne) and draw(st.integers(0, 15)):
                    needed.add(draw(st.sampled_from(must.keys)))
            for must in form.must:
                if isinstance(must, ExactlyOne):
                    kind = draw(st.sampled_from(tuple(must.kinds)))
                    chosen = {kind, *(key for key in must.kinds[kind] if key in needed or draw(st.booleans()))}
                    return {key: draw(self.value(keys[key].shape)) for key in keys if key in chosen}
            left_out = () if draw(st.integers(0, 3)) == 0 else draw(st.sets(st.sampled_from(sorted(keys))))
            there = [key for key in keys if key in needed or key not in left_out]
            return {key: draw(_FITTING[key] if key in _FITTING else self.value(keys[key].shape)) for key in there}

        return made()

    # -- facts in braces

    def fact(self, fact: Fact[Any]) -> st.SearchStrategy[dict[str, Any]]:
        """A fact of one of the types that may stand there, with its slots."""

        @st.composite
        def made(draw: st.DrawFn) -> dict[str, Any]:
            one = self.rulebook.facts[draw(st.sampled_from(sorted(self.rulebook.facts)))]
            slots = one.slots if fact.slots in (Slots.TESTS, Slots.VALUES) else one.keys
            stated = {one.name: {slot.name: draw(self.slot(fact, one, slot)) for slot in slots}}
            if fact.inside and draw(st.integers(0, 3)) == 0:
                stated = {draw(st.sampled_from(tuple(fact.inside))): stated}
            beside = draw(self.entry(fact.beside)) if fact.beside.form.keys and draw(st.booleans()) else {}
            return {**stated, **beside}

        return made()

    def slot(self, fact: Fact[Any], one: FactType, slot: Any) -> st.SearchStrategy[Any]:
        """What may stand in a slot."""
        if isinstance(slot, Slot):
            names = slot.kind.choices(self.rulebook.entities, is_told=fact.slots is Slots.VALUES)
            variables = ("$state", "$x") if fact.variables else ()
            return st.sampled_from((*names, *variables))
        if slot.kind.KEY == "one_of":
            words = st.sampled_from(slot.kind.allowed().split(", "))
            return words if fact.slots is Slots.VALUES else st.one_of(words, st.lists(words, min_size=1, max_size=2))
        if fact.slots is Slots.TESTS:
            ends = st.sampled_from(sorted(self.rulebook.parameters))
            return st.one_of([st.fixed_dictionaries({end: ends}) for end in ("at_least", "at_most")])
        return st.sampled_from((Plain("42"), Plain("42 %"), "35..45 %", {"at_least": Plain("40"), "at_most": "45 %"}))


# -- changes


def paths(data: Any, path: Path = ()) -> Iterator[Path]:
    """Every place in the data."""
    yield path
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        yield from paths(value, (*path, key))


@st.composite
def changed(draw: st.DrawFn, documents: st.SearchStrategy[Any], most: int = 2) -> Any:
    """A document with up to `most` things in it dropped, added, renamed or replaced."""
    data = copy.deepcopy(draw(documents))
    for _ in range(draw(st.integers(0, most))):
        path = draw(st.sampled_from(tuple(paths(data))))
        data = _at(data, path, draw(st.sampled_from(_CHANGES)), draw)
    return data


def _at(data: Any, path: Path, change: Callable[[Any, st.DrawFn], Any], draw: st.DrawFn) -> Any:
    if not path:
        return change(data, draw)
    inner = data
    for key in path[:-1]:
        inner = inner[key]
    if change is _dropped:
        del inner[path[-1]]
    else:
        inner[path[-1]] = change(inner[path[-1]], draw)
    return data


def _dropped(value: Any, draw: st.DrawFn) -> Any:
    return None


def _replaced(value: Any, draw: st.DrawFn) -> Any:
    return copy.deepcopy(draw(st.sampled_from(ODD)))


def _without_quotes(value: Any, draw: st.DrawFn) -> Any:
    return Plain(value) if isinstance(value, str) and value.isalnum() else value


def _in_a_list(value: Any, draw: st.DrawFn) -> Any:
    return [value]


def _under_a_key(value: Any, draw: st.DrawFn) -> Any:
    return {draw(st.sampled_from((*NAMES, *ODD_NAMES))): value}


def _added(value: Any, draw: st.DrawFn) -> Any:
    odd = _replaced(value, draw)
    if isinstance(value, dict):
        key = draw(st.sampled_from((*_KEYS, *NAMES, *ODD_NAMES)))
        return {**value, key: odd}
    if isinstance(value, list):
        again = copy.deepcopy(draw(st.sampled_from((*value, odd)))) if value else odd
        return [*value, again]
    return odd


def _renamed(value: Any, draw: st.DrawFn) -> Any:
    if not isinstance(value, dict) or not value:
        return _replaced(value, draw)
    old = draw(st.sampled_from(sorted(value)))
    new = draw(st.sampled_from((*_KEYS, *ODD_NAMES, f"{old}s")))
    return {new if key == old else key: inner for key, inner in value.items()}


def _fewer(value: Any, draw: st.DrawFn) -> Any:
    return type(value)() if isinstance(value, list | dict) else value


_CHANGES = (
    _dropped,
    _replaced,
    _replaced,
    _replaced,
    _without_quotes,
    _in_a_list,
    _under_a_key,
    _added,
    _renamed,
    _fewer,
)


def _keys() -> tuple[str, ...]:
    """Every key of every entry."""
    found: dict[str, None] = {}

    def walk(shape: Any) -> None:
        if isinstance(shape, type) and issubclass(shape, Entry):
            found.update(dict.fromkeys(shape.form.keys))
            for key in shape.form.keys.values():
                walk(key.shape)
        for name in ("item", "first", "second", "beside"):
            if hasattr(shape, name):
                walk(getattr(shape, name))

    for shape in KINDS.values():
        walk(shape)
    return tuple(found)


_KEYS = _keys()

# -- as a file


def written(data: Any) -> str:
    """The data as YAML in braces, names without quotes."""
    match data:
        case dict():
            return "{" + ", ".join(f"{_key(key)}: {_inner(value)}" for key, value in data.items()) + "}"
        case list():
            return "[" + ", ".join(map(written, data)) + "]"
        case Plain() if _can_stand(data):
            return str(data)
        case str():
            return str(data) if NAME.match(data) else json.dumps(data, ensure_ascii=False)
    return str(data) if isinstance(data, Decimal) else json.dumps(data)


def _inner(value: Any) -> str:
    return "" if isinstance(value, Plain) and not value else written(value)


def _key(key: str) -> str:
    return key if NAME.match(key) else json.dumps(key, ensure_ascii=False)


def _can_stand(text: str) -> bool:
    """Whether a text between braces is itself without quotes."""
    return text.startswith("-1") or (
        bool(text) and text[0] not in set("&*!|>%@`'\"?:-") and not set(text) & set(",[]{}#\n\t:")
    )
