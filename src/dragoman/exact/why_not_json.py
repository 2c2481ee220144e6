"""`why-not` as JSON, in the manner of :mod:`dragoman.advice.json_form`; `dragoman schema why-not` and `silence`.

{"format": "dragoman-why-not", "version": 1, "fact", "sentence": what was asked for, "is_told": no rule concludes it,
 "given": [sentence], "not_given": [conclusion], "farther": [sentence]}

conclusion = {"fact", "slots", "sentence", "beside", "cause", "statements": [statement], "history": [statement with "why"],
  "stopped": [{"rule", "because", "status"}], "rules": [rule], "additions": [[fact]], "question"}
rule = {"rule", "because", "beyond_report", "at", "place", "bindings": {variable: value, null where any would do},
  "failing": how many, "as_near": how many other ways to bind it, "conditions": [condition]}
condition = {"section": when or unless, "number", "sentence", "verdict", "cause", "fact", "slots", "statements", "history",
  "margin": null or margin, "barriers": [{"fact", "slots", "sentence", "cause", "statements", "because", "rule"}],
  "question", "wanted": null or {"rule", "because", "beyond_report", "lacks": [lack]}}
margin = {"told", "threshold", "parameter", "own", "distance", "is_short", "is_sure", "is_exact"}
lack = {"section", "cause", "sentence", "margin"}, fact = {"fact", "slots", "sentence", "question", "reply"}

{"format": "dragoman-silence", "version": 1, "situation", "given": how many recommendations are,
 "not_given": [{"title", "conclusions": [{"fact", "slots"}], "cause", "rule", "because", "beyond_report",
  "questions": [fact], "lacks": [lack]}]}

"fact" is empty and "slots" are where a condition is open: anything of several would do. Each list in "additions" would
give the conclusion if all in it were told too; each of "questions" alone. "verdict" is held, failed, unknown or disputed.
"""

from __future__ import annotations

from dragoman.advice.json_form import conclusion_json
from dragoman.engines.model import Status
from dragoman.exact import json_shapes
from dragoman.exact.answer_parts import ATOM, HISTORY, OPEN_ATOM, STATEMENTS
from dragoman.exact.margin import Margin
from dragoman.exact.standing import Cause, Verdict
from dragoman.exact.why_not_forms import (
    Added,
    Attempt,
    Barrier,
    Check,
    Lack,
    NotGiven,
    Silence,
    Stopped,
    Unsaid,
    Wanted,
    WhyNot,
)
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
    same,
    words_of,
)

_CAUSE = words_of(Cause)
_SECTION = Made({"enum": ["when", "unless"]})
_MARGIN = Maybe(
    Record(
        Margin,
        {
            **same(TEXT, "told", "threshold", "parameter", "own", "distance"),
            **same(TRUTH, "is_short", "is_sure", "is_exact"),
        },
    )
)
_LACKS = Many(Record(Lack, {"section": _SECTION, "cause": _CAUSE, "sentence": TEXT, "margin": _MARGIN}))
_ADDED = Many(Record(Added, {**ATOM, **same(TEXT, "sentence", "question", "reply")}))
_RULE: Parts = {"rule": TEXT, "because": TEXT, "beyond_report": TRUTH}
_BARRIER = Record(
    Barrier,
    {
        **ATOM,
        "sentence": TEXT,
        "cause": _CAUSE,
        "statements": At("voices", STATEMENTS),
        **same(TEXT, "because", "rule"),
    },
)
_CHECK = Record(
    Check,
    {
        "section": _SECTION,
        "number": NUMBER,
        "sentence": TEXT,
        "verdict": At("cause.verdict", words_of(Verdict)),
        "cause": _CAUSE,
        **OPEN_ATOM,
        "statements": At("voices", STATEMENTS),
        "history": HISTORY,
        "margin": _MARGIN,
        "barriers": Many(_BARRIER),
        "question": TEXT,
        "wanted": Maybe(Record(Wanted, {**_RULE, "lacks": _LACKS})),
    },
)
_ATTEMPT = Record(
    Attempt,
    {
        **_RULE,
        "at": TEXTS,
        "place": TEXT,
        "bindings": Made(json_shapes.SLOTS, dict),
        "failing": At(lambda attempt: len(attempt.failing), NUMBER),
        "as_near": At("others", NUMBER),
        "conditions": At("checks", Many(_CHECK)),
    },
)
_STOPPED = Record(Stopped, {"rule": TEXT, "because": TEXT, "status": words_of(Status)})
NOT_GIVEN = Record(
    NotGiven,
    {
        **ATOM,
        **same(TEXT, "sentence", "beside"),
        "cause": _CAUSE,
        "statements": At("voices", STATEMENTS),
        "history": HISTORY,
        "stopped": Many(_STOPPED),
        "rules": At("attempts", Many(_ATTEMPT)),
        "additions": Many(_ADDED),
        "question": TEXT,
    },
)
"""One conclusion that does not hold."""
WHY_NOT = Document(
    "why something does not follow",
    "dragoman-why-not",
    1,
    Record(
        WhyNot,
        {
            **same(TEXT, "fact", "sentence"),
            "is_told": TRUTH,
            "given": TEXTS,
            "not_given": At("atoms", Many(NOT_GIVEN)),
            "farther": At("more", TEXTS),
        },
    ),
)
"""The answer to `why-not NAME`."""

_PAIR = Made(json_shapes.object_of(json_shapes.ATOM), lambda pair: conclusion_json(*pair))
_UNSAID = Record(
    Unsaid,
    {"title": TEXT, "conclusions": Many(_PAIR), "cause": _CAUSE, **_RULE, "questions": _ADDED, "lacks": _LACKS},
)
SILENCE = Document(
    "what is not recommended",
    "dragoman-silence",
    1,
    Record(Silence, {"situation": TEXT, "given": NUMBER, "not_given": At("lines", Many(_UNSAID))}),
)
"""The answer to `why-not` without a name."""
