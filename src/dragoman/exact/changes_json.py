"""Changes as JSON, in the manner of :mod:`dragoman.advice.json_form`: what flips and completions are made of.

change = {"if": what follows `if`, "told": null or statement, "taken_back": whether it is enough to tell nothing in its place,
  "instead": [{"says", "fact", "slots", "holds", "value"}]}

Each of "instead" is enough, together with the other changes of its set. A conclusion is {"fact", "slots"}; of a statement
about a group the slots have the group's name.

unanswered = {"why": what to install, or empty, "conclusions": [conclusion]}: what takes a solver that cannot be imported
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.advice.json_form import conclusion_json, slots_json, voice_json
from dragoman.exact.change_forms import Change, Concluded, Supposed, Unanswered
from dragoman.exact.json_shapes import ATOM, STATEMENT, TEXT, TRUTH, Json, many, maybe, object_of

CONCLUSIONS = many(object_of(ATOM))
CHANGES = many(
    object_of(
        {
            "if": TEXT,
            "told": maybe(object_of(STATEMENT)),
            "taken_back": TRUTH,
            "instead": many(object_of({"says": TEXT, **ATOM, "holds": TRUTH, "value": {}})),
        }
    )
)
"""The schema of a set of changes."""


UNANSWERED = object_of({"why": TEXT, "conclusions": CONCLUSIONS})


def unanswered_json(unanswered: Unanswered) -> Json:
    """What could not be answered."""
    return {"why": unanswered.why, "conclusions": conclusions_json(unanswered.conclusions)}


def changes_json(changes: Iterable[Change]) -> list[Json]:
    """A set of changes."""
    return [
        {
            "if": change.words,
            "told": voice_json(change.told) if change.told is not None else None,
            "taken_back": change.is_taken_back,
            "instead": [_supposed(one) for one in change.instead],
        }
        for change in changes
    ]


def conclusions_json(conclusions: Iterable[Concluded]) -> list[Json]:
    """Conclusions, or open facts, by type and slots."""
    return [conclusion_json(one.atom, one.slots) for one in conclusions]


def _supposed(one: Supposed) -> Json:
    return {
        "says": one.says,
        "fact": one.fact,
        "slots": slots_json(one.slots),
        "holds": one.holds,
        "value": one.value.json() if one.value is not None else None,
    }
