"""A replay as JSON; `dragoman schema replay` is its schema.

{"format": "dragoman-replay", "version": 1, "session", "same": whether every advice is the same, byte for byte,
 "rulebook": {"then", "now", "same"}, "program": {"then", "now"},
 "steps": [{"line": 0 for the beginning, "text", "same", "differs": [key], "came": [recommendation], "went": [recommendation]}]}

"differs" are the parts of the advice, by their keys in :mod:`dragoman.advice.json_form`, that are otherwise than they
were; "came" and "went" are what is recommended now and was not then, and the contrary, each with its status.
"""

from __future__ import annotations

from dragoman.session.replay import Replay, Replayed
from dragoman.source.answer_shape import NUMBER, TEXT, TEXTS, TRUTH, At, Document, Many, Parts, Record, itself, same

RULEBOOKS: Parts = {
    "then": At("began.rulebook", TEXT),
    "now": At("rulebook", TEXT),
    "same": At("is_same_rulebook", TRUTH),
}
PROGRAMS: Parts = {"then": At("began.program", TEXT), "now": At("program", TEXT)}
_STEP = Record(
    Replayed,
    {"line": NUMBER, "text": TEXT, "same": At("is_same", TRUTH), **same(TEXTS, "differs", "came", "went")},
)
REPLAY = Document(
    "a session replayed",
    "dragoman-replay",
    1,
    Record(
        Replay,
        {
            "session": TEXT,
            "same": At("is_same", TRUTH),
            "rulebook": At(itself, Record(Replay, RULEBOOKS)),
            "program": At(itself, Record(Replay, PROGRAMS)),
            "steps": Many(_STEP),
        },
    ),
)
"""The answer to `sessions replay`."""
