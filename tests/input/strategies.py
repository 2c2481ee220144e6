"""Random facts for the rulebook of these tests, as the JSON of a file: all that can be said, in every text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from dragoman.rulebook.forms import FactType, Origin, Rulebook, Slot
from dragoman.rulebook.likelihood import TOLD_WORDS
from dragoman.values.enumeration import Enumeration
from dragoman.values.quantity import Quantity

Json = dict[str, Any]

NASTY = (
    "null",
    "yes",
    "1.10",
    "2020-11-30",
    "- a: b",
    "# no comment",
    "a: b",
    "{a: b}",
    '"',
    "'",
    "'=1+1",
    "''",
    "=1+1",
    "+1",
    "-1",
    "@x",
    "*a",
    "&a",
    "!!python/object",
    "%YAML 1.1",
    "---\n...",
    "a\nfacts:\n  - calm: {}",
    "a\r\nb\rc",
    "a;b,c\td",
    'x"\ny',
    "[red]markup[/red]",
    "\u202eleft\u202c",
    "\ufeffbom",
    "Қазақстан",
    "a\u2028b\x85c",
    "\U0001f600",
    "\\u001b[31m",
    "true.",
    "~",
    "<<",
    "sep=;",
)
"""Texts that another reader would take for something else."""

texts = (
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=30)
    | st.sampled_from(NASTY)
    | st.lists(st.sampled_from(["a", "\n", '"', ",", ";", "'", "\t", "\r", " ", ":", "#"]), max_size=8).map("".join)
).filter(lambda text: text.strip())

dates = st.dates().map(str)
likelihoods = st.sampled_from([*TOLD_WORDS, "85", "85.5 %", "3%", "79.999999", "0.5 %"])
sources = texts | st.fixed_dictionaries({"title": texts, "grade": st.sampled_from(["A1", "B2", "F6"])})
locators = st.lists(st.sampled_from(["MIL.3", "EN.63", "CON.4"]), min_size=1, max_size=3)
places = st.builds(
    "{}:{}:{}".format, texts.filter(lambda text: "\n" not in text), st.integers(1, 10**8), st.integers(1, 10**8)
)


def facts(rulebook: Rulebook, sizes: int = 8) -> st.SearchStrategy[list[Json]]:
    """A list of facts that the rulebook accepts."""
    types = [fact for fact in rulebook.facts.values() if fact.origin is not Origin.DERIVED and not fact.catalogue]
    return st.lists(st.sampled_from(types).flatmap(lambda fact: _fact(rulebook, fact)), max_size=sizes)


@st.composite
def _fact(draw: st.DrawFn, rulebook: Rulebook, fact: FactType) -> Json:
    slots: Json = {}
    for slot in fact.keys:
        if not slot.optional or draw(st.booleans()):
            slots[slot.name] = draw(st.sampled_from(_values(rulebook, slot)))
    if fact.symmetric:
        one, two = fact.symmetric_names
        slots[two] = draw(st.sampled_from([v for v in _values(rulebook, fact.keys[1]) if v != slots[one]]))
    about = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "date": dates,
                "until": dates,
                "likelihood": likelihoods,
                "source": sources,
                "at": locators,
                "note": texts,
                "said_at": places,
            },
        )
    )
    if fact.value and isinstance(fact.value.kind, Quantity):
        about = {**about, "likelihood": "likely"} if "likelihood" in about else about
        return {fact.name: {**slots, fact.value.name: draw(_number(fact.value.kind))}, **about}
    if fact.value and isinstance(fact.value.kind, Enumeration):
        slots[fact.value.name] = draw(st.sampled_from(fact.value.kind.words))
    denied = draw(st.booleans())
    if fact.label and not denied and "likelihood" not in about and draw(st.booleans()):
        slots[fact.label] = draw(texts)
    stated = {fact.name: slots}
    return {**({"not": stated} if denied else stated), **about}


def _values(rulebook: Rulebook, slot: Slot) -> Sequence[str]:
    return sorted(slot.kind.choices(rulebook.entities, is_told=True))


def _number(slot: Quantity) -> st.SearchStrategy[Any]:
    """A number with up to three digits after the point, or a range."""
    whole = st.integers(int(slot.low), int(slot.high))
    one = whole | st.decimals(slot.low, slot.high, places=3).map(float).map(lambda number: number or 0)
    pair = st.lists(one, min_size=2, max_size=2).map(sorted)
    return (
        one
        | one.map(lambda low: {"at_least": low})
        | one.map(lambda high: {"at_most": high})
        | pair.map(lambda ends: {"at_least": ends[0], "at_most": ends[1]})
    )
