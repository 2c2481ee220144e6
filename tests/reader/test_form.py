"""A form is a frozen dataclass with slots in all that can be asked of it; only when it is compiled differs."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.form import form, is_form

ARGUMENTS: dict[str, list[tuple[Any, ...]]] = {
    "Empty": [()],
    "One": [(1,), (2,), ("a",)],
    "Many": [(1, "a"), (1, "a", ()), (1, "b", (1,), [2]), (2, "a", (), [], 3), (2, "a", (), [], 4)],
    "Noted": [(1,), (2, "said")],
    "Further": [(1,), (1, 4), (2,)],
}


def classes(decorator: Callable[..., Any]) -> dict[str, Any]:
    @decorator
    class Empty:
        """Nothing."""

    @decorator
    class One:
        """One field."""

        only: Any

    @decorator(order=True)
    class Many:
        """Of each kind one."""

        number: int
        """The first."""
        text: str
        items: tuple[int, ...] = ()
        more: list[int] = field(default_factory=list, hash=False)
        apart: int = field(default=0, compare=False, repr=False)

        @property
        def double(self) -> int:
            return 2 * self.number

    @decorator
    class Noted:
        """Checked when made."""

        number: int
        note: str = "none"

        def __post_init__(self) -> None:
            if self.number < 0:
                raise ValueError("below zero")

        def __repr__(self) -> str:
            return "its own"

    @decorator
    class Further(One):
        """With the fields of another, and one more."""

        more: int = 3

    return {made.__name__: made for made in (Empty, One, Many, Noted, Further)}


def frozen(cls: type | None = None, **options: Any) -> Any:
    made = dataclass(frozen=True, slots=True, **options)
    return made if cls is None else made(cls)


OURS, THEIRS = classes(form), classes(frozen)
NAMES = list(ARGUMENTS)


def pairs(name: str) -> list[tuple[Any, Any]]:
    return [(OURS[name](*given), THEIRS[name](*given)) for given in ARGUMENTS[name]]


@pytest.mark.parametrize("name", NAMES)
def test_a_form_is_the_class_that_the_library_makes(name: str) -> None:
    ours, theirs = OURS[name], THEIRS[name]
    assert is_form(ours)
    assert not is_form(theirs)
    for attribute in ("__slots__", "__match_args__", "__doc__", "__annotations__", "__module__", "__name__"):
        assert getattr(ours, attribute) == getattr(theirs, attribute)
    assert list(map(str, dataclasses.fields(ours))) == list(map(str, dataclasses.fields(theirs)))
    assert not hasattr(ours(*ARGUMENTS[name][0]), "__dict__")


@pytest.mark.parametrize("name", NAMES)
def test_instances_show_compare_and_hash_alike(name: str) -> None:
    made = pairs(name)
    for ours, theirs in made:
        assert repr(ours).split(".")[-1] == repr(theirs).split(".")[-1]
        assert hash(ours) == hash(theirs)
        assert (ours != theirs) is True
        assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert OURS["One"](1) != OURS["Further"](1)
    for (one, their_one), (other, their_other) in product(made, made):
        assert (one == other) is (their_one == their_other)
        assert (one != other) is (their_one != their_other)


def test_order_is_that_of_the_fields() -> None:
    made = pairs("Many")
    for (one, their_one), (other, their_other) in product(made, made):
        for compare in ("__lt__", "__le__", "__gt__", "__ge__"):
            assert getattr(one, compare)(other) is getattr(their_one, compare)(their_other)
    with pytest.raises(TypeError):
        sorted([made[0][0], made[0][1]])
    with pytest.raises(TypeError):
        sorted([OURS["One"](1), OURS["One"](2)])


@given(st.integers(), st.text(), st.lists(st.integers()).map(tuple))
def test_what_is_given_is_what_is_kept(number: int, text: str, items: tuple[int, ...]) -> None:
    for made in (OURS["Many"](number, text, items), OURS["Many"](items=items, text=text, number=number)):
        assert (made.number, made.text, made.items, made.more, made.double) == (number, text, items, [], 2 * number)


@pytest.mark.parametrize("given", [((), {}), ((1,), {}), ((1, "a"), {"number": 2}), ((1, "a"), {"nothing": 1})])
def test_wrong_arguments_are_refused_in_the_same_words(given: tuple[tuple[Any, ...], dict[str, Any]]) -> None:
    said = []
    for made in (OURS["Many"], THEIRS["Many"]):
        with pytest.raises(TypeError) as error:
            made(*given[0], **given[1])
        said.append(str(error.value))
    assert said[0] == said[1]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_can_be_changed_and_copies_are_equal(name: str) -> None:
    for ours, theirs in pairs(name):
        for attribute in ("number", "only", "nothing"):
            for made in (ours, theirs):
                with pytest.raises((dataclasses.FrozenInstanceError, TypeError)):
                    setattr(made, attribute, 1)
                with pytest.raises((dataclasses.FrozenInstanceError, TypeError)):
                    delattr(made, attribute)
        assert copy.copy(ours) == ours
        assert copy.deepcopy(ours) == ours


def test_a_changed_copy_keeps_the_rest_and_is_checked() -> None:
    made = OURS["Many"](1, "a", (2,), [3], 4)
    changed = dataclasses.replace(made, text="b")
    assert (changed.number, changed.text, changed.items, changed.more, changed.apart) == (1, "b", (2,), [3], 4)
    assert changed.more is made.more
    with pytest.raises(ValueError, match="below zero"):
        dataclasses.replace(OURS["Noted"](1), number=-1)
    first, second = OURS["Many"](1, "a"), OURS["Many"](1, "a")
    assert first.more is not second.more


def test_a_form_can_be_matched() -> None:
    match OURS["One"](3):
        case object(only=value):
            assert value == 3
    match OURS["Many"](1, "a"):
        case object(number=1, text=text):
            assert text == "a"


@form
class Sent:
    """At the top of a module, so that it can be named."""

    number: int
    more: tuple[int, ...] = ()


def test_a_form_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(Sent(1, (2,)))) == Sent(1, (2,))


def test_what_a_form_cannot_be_is_said() -> None:
    with pytest.raises(TypeError, match="every field of a form is a positional argument"):

        @form
        class Wrong:
            """With a field that is no argument."""

            number: int = field(default=0, init=False)


def test_nothing_is_compiled_before_it_is_used() -> None:
    script = """
import builtins
compiled = []
real = builtins.exec
builtins.exec = lambda *given: (compiled.append(given[0]), real(*given))[1]
from dragoman.form import form
compiled.clear()
@form
class Late:
    "A form."
    number: int
assert not [text for text in compiled if "self" in text], compiled  # from 3.13 on, an empty function is
compiled.clear()
assert Late(1) == Late(1)
assert Late(2) != Late(1)
assert [text.split("(")[0] for text in compiled] == ["def __init__", "def __eq__"], compiled
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
