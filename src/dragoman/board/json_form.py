"""A board as JSON, in the manner of :mod:`dragoman.advice.json_form`; `dragoman schema squares`.

{"format": "dragoman-board", "version": 1, "title", "situation", "as_of", "advised",
 "poles": [heading], "rows": [heading], "columns": [heading],
 "squares": [{"row", "column", "standing": leads, contested, open or not known, "leader": a pole or empty,
   "signs": [sign], "moves": [sign], "advice": [way], "asks": [question]}]}
heading = {"name", "title", "short": a code of two letters, or empty}
sign = {"says": leads, contests, open, gains or eases, "who", "called", "rank": 0 for none, "decides", "text", "likelihood",
        "facts": [{"fact", "slots", "name", "sentence", "told", "likelihood"}], "at", "reason", "own": whether it is the rulebook's}
way = {"fact", "slots", "name", "title", "called", "status", "grounds", "because", "rules", "at", "reason", "own"}
question = {"question", "fact", "slots", "name", "standing", "leader"}

"name" is what `why` takes, of a question what `why-not` takes. "standing" and "leader" of a question are what the square
would be by the answer that is looked for; as they are, where one answer is not enough.
"""

from __future__ import annotations

from dragoman.board.forms import Board, Could, Heading, Open, Speaks, Spoken, Square, Standing
from dragoman.exact.answer_parts import ATOM, SLOTS
from dragoman.rulebook.board_forms import Says
from dragoman.rulebook.forms import RecommendationStatus
from dragoman.source.answer_shape import (
    NUMBER,
    TEXT,
    TEXTS,
    TRUTH,
    At,
    Document,
    Many,
    Parts,
    Record,
    inside,
    same,
    words_of,
)

_GROUNDS = inside("grounds", {"at": TEXTS, "reason": TEXT, "own": At("is_own", TRUTH)})
_LIKELIHOOD = At("likelihood.word", TEXT)
_HEADINGS = Many(Record(Heading, same(TEXT, "name", "title", "short")))
_FACT = Record(Spoken, {**ATOM, **same(TEXT, "name", "sentence"), "told": TRUTH, "likelihood": _LIKELIHOOD})
_SIGNS = Many(
    Record(
        Speaks,
        {
            "says": words_of(Says),
            **same(TEXT, "who", "called"),
            "rank": NUMBER,
            "decides": TRUTH,
            "text": TEXT,
            "likelihood": _LIKELIHOOD,
            "facts": Many(_FACT),
            **_GROUNDS,
        },
    )
)
_WAY = Record(
    Could,
    {
        **ATOM,
        **same(TEXT, "name", "title", "called"),
        "status": words_of(RecommendationStatus),
        "grounds": _LIKELIHOOD,
        "because": TEXT,
        "rules": TEXTS,
        **_GROUNDS,
    },
)
_STANDS: Parts = {"standing": words_of(Standing), "leader": TEXT}
_QUESTION = Record(Open, {"question": TEXT, "fact": TEXT, "slots": SLOTS, "name": TEXT, **_STANDS})
_SQUARE = Record(
    Square,
    {
        **same(TEXT, "row", "column"),
        **_STANDS,
        **same(_SIGNS, "signs", "moves"),
        "advice": Many(_WAY),
        "asks": Many(_QUESTION),
    },
)
BOARD = Document(
    "a situation as a board",
    "dragoman-board",
    1,
    Record(
        Board,
        {
            **same(TEXT, "title", "situation"),
            "as_of": At(lambda board: board.as_of.isoformat() if board.as_of else "", TEXT),
            "advised": TEXT,
            **same(_HEADINGS, "poles", "rows", "columns"),
            "squares": At(lambda board: [square for row in board.squares for square in row], Many(_SQUARE)),
        },
    ),
)
"""The answer to `board`."""
