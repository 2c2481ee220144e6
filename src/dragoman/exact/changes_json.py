"""Changes as JSON, in the manner of :mod:`dragoman.advice.json_form`: what flips and completions are made of.

change = {"if": what follows `if`, "told": null or statement, "taken_back": whether it is enough to tell nothing in its place,
  "instead": [{"says", "fact", "slots", "holds", "value"}]}

Each of "instead" is enough, together with the other changes of its set. A conclusion is {"fact", "slots"}; of a statement
about a group the slots have the group's name.

unanswered = {"why": what to install, or empty, "conclusions": [conclusion]}: what takes a solver that cannot be imported
"""

from __future__ import annotations

from dragoman.exact.answer_parts import CONCLUSIONS, SLOTS, STATEMENT
from dragoman.exact.change_forms import Change, Supposed, Unanswered
from dragoman.source.answer_shape import TEXT, TRUTH, At, Made, Many, Maybe, Record
from dragoman.values.kind import Value


def _value(value: Value | None) -> object:
    return value.json() if value is not None else None


_SUPPOSED = Record(Supposed, {"says": TEXT, "fact": TEXT, "slots": SLOTS, "holds": TRUTH, "value": Made({}, _value)})
CHANGES = Many(
    Record(
        Change,
        {
            "if": At("words", TEXT),
            "told": Maybe(STATEMENT),
            "taken_back": At("is_taken_back", TRUTH),
            "instead": Many(_SUPPOSED),
        },
    )
)
"""A set of changes."""
UNANSWERED = Record(Unanswered, {"why": TEXT, "conclusions": CONCLUSIONS})
"""What could not be answered."""
