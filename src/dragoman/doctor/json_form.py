"""What was looked at as JSON; `dragoman schema doctor`.

{"format": "dragoman-doctor", "version": 1, "sound", "checks": [{"area", "name", "state": fine, note or wrong, "says", "remedy"}]}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from dragoman.doctor.forms import Check, State
from dragoman.exact.json_shapes import TEXT, TRUTH, Json, document, many, object_of, words_of

FORMAT, VERSION = "dragoman-doctor", 1


def doctor_json(checks: Iterable[Check]) -> Json:
    """The checks in the shape that the module describes."""
    found = list(checks)
    return {
        "format": FORMAT,
        "version": VERSION,
        "sound": not any(one.state is State.WRONG for one in found),
        "checks": [
            {"area": one.area, "name": one.name, "state": one.state.value, "says": one.says, "remedy": one.remedy}
            for one in found
        ],
    }


def _schema() -> Json:
    one = object_of({**dict.fromkeys(("area", "name", "says", "remedy"), TEXT), "state": words_of(State)})
    return document("whether all is in order", FORMAT, VERSION, {"sound": TRUTH, "checks": many(one)})


OUTPUTS: Mapping[str, Callable[[], Json]] = {"doctor": _schema}
"""What makes the schema of each kind."""
