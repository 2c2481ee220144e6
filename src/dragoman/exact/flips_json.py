"""`flips` as JSON, with the changes of :mod:`dragoman.exact.changes_json`; `dragoman schema flips` and `hinges`.

{"format": "dragoman-flips", "version": 1, "situation", "fact", "sentence": what was asked for, "is_told": no rule concludes it,
 "conclusions": [{"fact", "slots", "sentence", "beside", "holds", "size", "sets": [[change]], "is_all"}],
 "unanswered": unanswered}

Without a name:

{"format": "dragoman-hinges", "version": 1, "situation",
 "given": [{"title", "conclusions": [conclusion], "hangs_on", "facts": [statement], "sets", "is_all", "sources": [title],
  "is_one_source"}],
 "not_given": [{"title", "conclusions": [conclusion], "changes": [change], "example", "sets", "is_all"}],
 "thresholds": [{"name", "value", "as_now", "stretches": [{"words", "moved"}]}], "unanswered": unanswered}

"thresholds" are those at some values of which the advice is another, "moved" as of `sources`.

"sets" are all smallest sets, or with "is_all" false the first of more; in `hinges` it is how many there are. No set, and
"is_all" true: nothing turns it. "example" names the one that "changes" give where it is not all of the conclusions. "hangs_on" is how many told facts must at the least be taken back for it to fall; if that is 1,
"facts" are all that are enough alone, else the first such set. "sources" are those without any one of which it falls, "is_one_source" whether one alone would be enough.
"""

from __future__ import annotations

from dragoman.exact.answer_parts import ATOM, CONCLUSIONS, STATEMENTS
from dragoman.exact.change_forms import Away, Badge, Flipped, Hinges, Stretched, Threshold, Turned
from dragoman.exact.changes_json import CHANGES, UNANSWERED
from dragoman.exact.sources_json import MOVED
from dragoman.source.answer_shape import NUMBER, TEXT, TEXTS, TRUTH, At, Document, Many, Record, inside, same

_TURNED = Record(
    Turned,
    {
        **inside("conclusion", ATOM),
        **same(TEXT, "sentence", "beside"),
        "holds": TRUTH,
        "size": NUMBER,
        "sets": Many(CHANGES),
        "is_all": TRUTH,
    },
)
FLIPS = Document(
    "what turns a conclusion",
    "dragoman-flips",
    1,
    Record(
        Flipped,
        {
            **same(TEXT, "situation", "fact", "sentence"),
            "is_told": TRUTH,
            "conclusions": Many(_TURNED),
            "unanswered": UNANSWERED,
        },
    ),
)
"""The answer to `flips NAME`."""

_BADGE = Record(
    Badge,
    {
        "title": TEXT,
        "conclusions": CONCLUSIONS,
        "hangs_on": NUMBER,
        "facts": STATEMENTS,
        "sets": NUMBER,
        "is_all": TRUTH,
        "sources": TEXTS,
        "is_one_source": TRUTH,
    },
)
_AWAY = Record(
    Away,
    {
        "title": TEXT,
        "conclusions": CONCLUSIONS,
        "changes": CHANGES,
        "example": TEXT,
        "sets": NUMBER,
        "is_all": TRUTH,
    },
)
_STRETCHES = Many(Record(Stretched, {"words": TEXT, "moved": MOVED}))
_THRESHOLD = Record(Threshold, {**same(TEXT, "name", "value", "as_now"), "stretches": _STRETCHES})
HINGES = Document(
    "what the advice hangs on",
    "dragoman-hinges",
    1,
    Record(
        Hinges,
        {
            "situation": TEXT,
            "given": At("badges", Many(_BADGE)),
            "not_given": At("away", Many(_AWAY)),
            "thresholds": Many(_THRESHOLD),
            "unanswered": UNANSWERED,
        },
    ),
)
"""The answer to `flips` without a name."""
