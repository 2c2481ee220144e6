"""A replay as JSON; `dragoman schema replay` is its schema.

{"format": "dragoman-replay", "version": 1, "session", "same": whether every advice is the same, byte for byte,
 "rulebook": {"then", "now", "same"}, "program": {"then", "now"},
 "steps": [{"line": 0 for the beginning, "text", "same", "differs": [key], "came": [recommendation], "went": [recommendation]}]}

"differs" are the parts of the advice, by their keys in :mod:`dragoman.advice.json_form`, that are otherwise than they
were; "came" and "went" are what is recommended now and was not then, and the contrary, each with its status.
"""

from __future__ import annotations

from dragoman.exact.json_shapes import NUMBER, TEXT, TRUTH, Json, document, many, object_of
from dragoman.session.replay import Replay

FORMAT, VERSION = "dragoman-replay", 1


def replay_json(found: Replay) -> Json:
    """The replay in the shape that the module describes."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "session": found.session,
        "same": found.is_same,
        "rulebook": {"then": found.began.rulebook, "now": found.rulebook, "same": found.is_same_rulebook},
        "program": {"then": found.began.program, "now": found.program},
        "steps": [
            {
                "line": step.line,
                "text": step.text,
                "same": step.is_same,
                "differs": list(step.differs),
                "came": list(step.came),
                "went": list(step.went),
            }
            for step in found.steps
        ],
    }


def replay_schema() -> Json:
    """The schema of the same."""
    texts = many(TEXT)
    step = {"line": NUMBER, "text": TEXT, "same": TRUTH, "differs": texts, "came": texts, "went": texts}
    properties = {
        "session": TEXT,
        "same": TRUTH,
        "rulebook": object_of({"then": TEXT, "now": TEXT, "same": TRUTH}),
        "program": object_of({"then": TEXT, "now": TEXT}),
        "steps": many(object_of(step)),
    }
    return document("a session replayed", FORMAT, VERSION, properties)
