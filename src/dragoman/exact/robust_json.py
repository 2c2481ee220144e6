"""`robust` as JSON, with the changes of :mod:`dragoman.exact.changes_json`; `dragoman schema robust`.

{"format": "dragoman-robust", "version": 1, "situation", "open": how many facts are open,
 "recommendations": [{"title", "conclusions": [conclusion], "standing": stands, falls, comes or never, "completion": [change]}],
 "unanswered": unanswered}

"completion" is a smallest one in which it falls or comes; empty if it stands, never comes, or if only larger completions turn
it than can be shown.
"""

from __future__ import annotations

from dragoman.exact.change_forms import Robust
from dragoman.exact.changes_json import (
    CHANGES,
    CONCLUSIONS,
    UNANSWERED,
    changes_json,
    conclusions_json,
    unanswered_json,
)
from dragoman.exact.json_shapes import NUMBER, TEXT, Json, document, many, object_of
from dragoman.exact.robust import Standing

FORMAT, VERSION = "dragoman-robust", 1


def robust_json(answer: Robust) -> Json:
    """The answer in the shape that the module describes."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "situation": answer.situation,
        "open": answer.open,
        "recommendations": [
            {
                "title": one.title,
                "conclusions": conclusions_json(one.conclusions),
                "standing": one.standing.name.lower(),
                "completion": changes_json(one.completion),
            }
            for one in answer.lines
        ],
        "unanswered": unanswered_json(answer.unanswered),
    }


def robust_schema() -> Json:
    """The JSON Schema of what :func:`robust_json` gives."""
    standing = {"enum": [one.name.lower() for one in Standing]}
    line = {"title": TEXT, "conclusions": CONCLUSIONS, "standing": standing, "completion": CHANGES}
    properties = {"situation": TEXT, "open": NUMBER, "recommendations": many(object_of(line)), "unanswered": UNANSWERED}
    return document("how robust the advice is", FORMAT, VERSION, properties)
