"""A difference as JSON, in the manner of :mod:`dragoman.advice.json_form`; `dragoman schema diff` is its schema.

{"format": "dragoman-difference", "version": 1,
 "before": side, "after": side, "unchanged": number of shown conclusions that stand as they did,
 "causes": [{"kind", "turn", "name", "sentence", "before", "after", "facts": [{"fact", "slots"}]}],
 "changes": [{"sign", "kind", "id", "sentence", "whom", "before", "after", "conclusions": [{"fact", "slots", "sentence",
    "before": null or standing, "after": null or standing, "reasons_came": [reason], "reasons_went": [reason],
    "through": {"causes": [number], "or": [[number]], "exact", "smallest", "by_way_of": [{"sign", "sentence"}]}}]}]}

side = {"situation", "rulebook", "digest", "facts", "for": [{"name", "title"}]}
standing = {"status", "likelihood", "beside"}, reason = {"sentence", "rule", "grounds", "at", "beyond_report"}

"causes" are all that is given otherwise, whether anything hangs on it or not: "kind" is fact, threshold, rule or
vocabulary. The numbers in "through" are places in that list, from 0: given otherwise alone, these give the change, if it
is "exact", and if it is "smallest" no fewer would; each list under "or" would do as well. Of what is not exact they are
all that it can hang on. A change is of status and likelihood; of what stands for other reasons, of its reasons.
"""

from __future__ import annotations

from dragoman.advice.forms import Reason, Target
from dragoman.advice.shown import Shown
from dragoman.exact.answer_parts import ATOM, CONCLUSIONS
from dragoman.exact.difference_forms import (
    Cause,
    CauseKind,
    Change,
    Difference,
    Side,
    Sign,
    Step,
    Through,
    Turn,
    Turned,
)
from dragoman.rulebook.forms import RecommendationStatus, ShownAs
from dragoman.rulebook.likelihood import Likelihood
from dragoman.source.answer_shape import (
    NUMBER,
    TEXT,
    TEXTS,
    TRUTH,
    At,
    Document,
    Made,
    Many,
    Maybe,
    Parts,
    Record,
    inside,
    same,
    words_of,
)

_LIKELIHOOD = Made({"enum": [level.word for level in Likelihood]})
_STATUS = Made({"enum": ["", *(status.value for status in RecommendationStatus)]})
_TARGET = Record(Target, {"name": TEXT, "title": TEXT})
_SIDE = Record(
    Side,
    {**same(TEXT, "situation", "rulebook", "digest"), "facts": NUMBER, "for": At("targets", Many(_TARGET))},
)
_CAUSE = Record(
    Cause,
    {
        "kind": words_of(CauseKind),
        "turn": words_of(Turn),
        **same(TEXT, "name", "sentence", "before", "after"),
        "facts": CONCLUSIONS,
    },
)
_STANDING = Maybe(
    Record(
        Shown,
        {
            "status": At(lambda shown: shown.status.value if shown.status else "", _STATUS),
            "likelihood": At("instance.likelihood.word", _LIKELIHOOD),
            "beside": At("whole.beside", TEXT),
        },
    )
)
_REASONS = Many(
    Record(
        Reason,
        {
            **same(TEXT, "sentence", "rule"),
            "grounds": At("likelihood.word", _LIKELIHOOD),
            "at": TEXTS,
            "beyond_report": TRUTH,
        },
    )
)
_THROUGH = Record(
    Through,
    {
        "causes": Many(NUMBER),
        "or": At("others", Many(Many(NUMBER))),
        "exact": At("is_exact", TRUTH),
        "smallest": At("is_smallest", TRUTH),
        "by_way_of": Many(Record(Step, {"sign": words_of(Sign), "sentence": TEXT})),
    },
)
_TURNED = Record(
    Turned,
    {
        **inside("shown.instance", {**ATOM, "sentence": TEXT}),
        "before": At("old", _STANDING),
        "after": At("new", _STANDING),
        "reasons_came": At("came", _REASONS),
        "reasons_went": At("went", _REASONS),
        "through": _THROUGH,
    },
)
_CHANGED: Parts = {
    "sign": words_of(Sign),
    "kind": words_of(ShownAs),
    **same(TEXT, "id", "sentence", "whom", "before", "after"),
}
CHANGED = Record(Change, _CHANGED)
"""A change in a few words."""
_CHANGE = Record(Change, {**_CHANGED, "conclusions": At("turned", Many(_TURNED))})
DIFFERENCE = Document(
    "a difference",
    "dragoman-difference",
    1,
    Record(
        Difference,
        {**same(_SIDE, "before", "after"), "unchanged": NUMBER, "causes": Many(_CAUSE), "changes": Many(_CHANGE)},
    ),
)
"""The answer to `diff` and `what-if`."""
