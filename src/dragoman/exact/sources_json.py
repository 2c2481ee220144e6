"""`sources` as JSON; `dragoman schema sources`.

{"format": "dragoman-sources", "version": 1, "situation",
 "sources": [{"title": empty for what was told without one, "grades", "facts": how many statements, "withdrawn": moved, "wrong": moved}],
 "weakest": [{"title", "sentence", "source", "likelihood"}]}
moved = {"takes": [settled], "gives": [settled]}; settled = {"title", "kind", "conclusions": [conclusion]}
"""

from __future__ import annotations

from dragoman.exact.change_forms import Moved, Settles, Sources
from dragoman.exact.changes_json import CONCLUSIONS, conclusions_json
from dragoman.exact.json_shapes import NUMBER, TEXT, Json, document, many, object_of, words_of
from dragoman.rulebook.forms import ShownAs

FORMAT, VERSION = "dragoman-sources", 1
SETTLED = many(object_of({"title": TEXT, "kind": words_of(ShownAs), "conclusions": CONCLUSIONS}))
MOVED = object_of({"takes": SETTLED, "gives": SETTLED})
"""The schema of what becomes of the advice."""


def sources_json(answer: Sources) -> Json:
    """The answer in the shape that the module describes."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "situation": answer.situation,
        "sources": [
            {
                "title": one.title,
                "grades": list(one.grades),
                "facts": one.facts,
                "withdrawn": moved_json(one.withdrawn),
                "wrong": moved_json(one.wrong),
            }
            for one in answer.sources
        ],
        "weakest": [
            {"title": one.title, "sentence": one.sentence, "source": one.source, "likelihood": one.likelihood}
            for one in answer.weakest
        ],
    }


def moved_json(moved: Moved) -> Json:
    """What goes and what comes."""
    return {"takes": [_settled(one) for one in moved.takes], "gives": [_settled(one) for one in moved.gives]}


def _settled(one: Settles) -> Json:
    return {"title": one.title, "kind": one.kind.value, "conclusions": conclusions_json(one.conclusions)}


def sources_schema() -> Json:
    """The JSON Schema of what :func:`sources_json` gives."""
    source = {"title": TEXT, "grades": many(TEXT), "facts": NUMBER, "withdrawn": MOVED, "wrong": MOVED}
    weakest = dict.fromkeys(("title", "sentence", "source", "likelihood"), TEXT)
    properties = {"situation": TEXT, "sources": many(object_of(source)), "weakest": many(object_of(weakest))}
    return document("what hangs on each source", FORMAT, VERSION, properties)
