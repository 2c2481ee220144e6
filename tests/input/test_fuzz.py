"""No input brings any reader to anything but facts or findings (the same, 100,000 times: `tests/input/fuzz.py`)."""

from __future__ import annotations

import json
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from dragoman.source.formats import Format
from tests.input.fuzz import check, check_rulebook, random_input
from tests.input.support import SUFFIX

names = st.sampled_from(list(Format)).map(lambda form: f"fuzz{SUFFIX[form]}")
words = st.sampled_from(
    ["facts", "not", "share", "percent", "agency", "state", "kz", "at_least", "date", "situation", "note"]
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words | st.text(max_size=10), inner, max_size=4),
    max_leaves=20,
)


@given(st.binary(max_size=400), names)
def test_random_bytes(data: bytes, name: str) -> None:
    check(data, name)


@given(st.text(max_size=400), names, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_random_text(data: str, name: str, encoding: str) -> None:
    check(data.encode(encoding, "surrogatepass" if encoding == "utf-16" else "replace"), name)


@given(values, names)
def test_random_structure(value: object, name: str) -> None:
    check(json.dumps(value).encode(), name)
    check(json.dumps({"facts": [value]}).encode(), name)


@given(st.integers(0, 2**32))
def test_broken_copies_of_good_files(seed: int) -> None:
    dice = Random(seed)
    name, data = random_input(dice)
    check(data, name)
    check_rulebook(dice)
