"""`robust` as JSON, with the changes of :mod:`dragoman.exact.changes_json`; `dragoman schema robust`.

{"format": "dragoman-robust", "version": 1, "situation", "open": how many facts are open,
 "recommendations": [{"title", "conclusions": [conclusion], "standing": stands, falls, comes or never, "completion": [change]}],
 "unanswered": unanswered}

"completion" is a smallest one in which it falls or comes; empty if it stands, never comes, or if only larger completions turn
it than can be shown.
"""

from __future__ import annotations

from dragoman.exact.answer_parts import CONCLUSIONS
from dragoman.exact.change_forms import Robust, Steady
from dragoman.exact.changes_json import CHANGES, UNANSWERED
from dragoman.exact.robust import Standing
from dragoman.source.answer_shape import NUMBER, TEXT, At, Document, Made, Many, Record


def _word(standing: Standing) -> str:
    return standing.name.lower()


_STANDING = Made({"enum": [_word(one) for one in Standing]}, _word)
_LINE = Record(Steady, {"title": TEXT, "conclusions": CONCLUSIONS, "standing": _STANDING, "completion": CHANGES})
ROBUST = Document(
    "how robust the advice is",
    "dragoman-robust",
    1,
    Record(
        Robust,
        {"situation": TEXT, "open": NUMBER, "recommendations": At("lines", Many(_LINE)), "unanswered": UNANSWERED},
    ),
)
"""The answer."""
