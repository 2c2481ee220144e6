"""A shape writes what its schema says, and knows the names of what it writes."""

from __future__ import annotations

from enum import Enum

import jsonschema
import pytest

from dragoman.form import form
from dragoman.source.answer_shape import (
    NUMBER,
    TEXT,
    TEXTS,
    TRUTH,
    At,
    Document,
    Many,
    Maybe,
    Parts,
    Record,
    inside,
    itself,
    words_of,
)


class Colour(Enum):
    RED = "red"


@form
class Leaf:
    colour: Colour
    names: tuple[str, ...] = ()


@form
class Tree:
    age: int
    leaf: Leaf | None
    leaves: tuple[Leaf, ...]


LEAF: Parts = {"colour": words_of(Colour), "called": At("names", TEXTS)}
TREE = Record(
    Tree,
    {
        "age": NUMBER,
        "is_old": At(lambda tree: tree.age > 100, TRUTH),
        "top": At("leaf", Maybe(Record(Leaf, LEAF))),
        "all": At("leaves", Many(Record(Leaf, LEAF))),
        "summary": At(itself, Record(Tree, {"years": At("age", NUMBER)})),
    },
)
DOCUMENT = Document("a tree", "dragoman-tree", 2, TREE)


def test_an_answer_is_written_as_its_schema_says() -> None:
    written = DOCUMENT.write(Tree(120, None, (Leaf(Colour.RED, ("a", "b")),)))
    assert list(written) == ["format", "version", "age", "is_old", "top", "all", "summary"]
    assert written["all"] == [{"colour": "red", "called": ["a", "b"]}]
    assert written["top"] is None
    assert written["summary"] == {"years": 120}
    jsonschema.validate(written, DOCUMENT.described())
    for wrong in ({**written, "version": 1}, {**written, "all": [{"colour": "blue", "called": []}]}, {"format": "x"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, DOCUMENT.described())


def test_parts_of_a_part_are_written_as_parts_of_the_whole() -> None:
    whole = Record(Tree, {"age": NUMBER, **inside("leaf", LEAF)})
    assert whole.write(Tree(1, Leaf(Colour.RED), ())) == {"age": 1, "colour": "red", "called": []}
    with pytest.raises(TypeError, match="'x' is found by a function"):
        inside("leaf", {"x": At(itself, TEXT)})


def test_a_name_that_is_not_there_is_found_where_the_shape_is_made() -> None:
    with pytest.raises(TypeError, match="a Tree has no 'height'"):
        Record(Tree, {"height": NUMBER})
    with pytest.raises(TypeError, match=r"a Tree has no 'root\.depth'"):
        Record(Tree, {"depth": At("root.depth", NUMBER)})
