"""A memo as JSON; `dragoman schema brief`.

{"format": "dragoman-brief", "version": 1, "situation", "as_of", "advised", "for": [name], "document", "report", "rulebook", "engine", "digest",
 "set_apart": [text], "standing", "holds": [sentence], "blocks": [{"title", "is_for_several", "items": [{"title": sentence, "called", "marks",
 "parts": [part], "carried", "lacking", "caveats"}], "further": [part], "against"}], "nothing": [text], "caveats": [text],
 "horizons": [{"title", "risks": [sentence], "forecasts": [sentence], "watch": [sentence], "left"}],
 "assumed": [sentence], "unknown": [sentence], "hinges": [sentence], "openings": [sentence], "notes": [{"number", "rules", "facts", "at"}], "passages": [text],
 "rules": [{"number", "id", "sentence", "times", "others", "strength", "at", "claims", "beyond_report"}],
 "facts": [{"number", "sentence", "source", "at", "standing", "place", "is_used"}], "remarks": [text]}
sentence = {"text", "notes": [number], "mark"}      part = {"called", "marks", "reasons": [sentence]}

A note's "rules" are ids, its "facts" numbers of "facts". The proof and the board of the other forms are what `why` and
`board` print as JSON.
"""

from __future__ import annotations

from dragoman.papers.forms import Block, Brief, Fact, FiredRule, Horizon, Item, Note, Part, Sentence
from dragoman.source.answer_shape import NUMBER, TEXT, TEXTS, TRUTH, At, Document, Many, Record, same

_SENTENCE = Record(Sentence, {"text": TEXT, "notes": Many(NUMBER), "mark": TEXT})
_SENTENCES = Many(_SENTENCE)
_PARTS = Many(Record(Part, {"called": TEXT, "marks": TEXTS, "reasons": _SENTENCES}))
_ITEM = Record(
    Item,
    {
        "title": _SENTENCE,
        "called": TEXT,
        "marks": TEXTS,
        "parts": _PARTS,
        "carried": TEXT,
        "lacking": TEXT,
        "caveats": TEXTS,
    },
)
_BLOCK = Record(
    Block, {"title": TEXT, "is_for_several": TRUTH, "items": Many(_ITEM), "further": _PARTS, "against": TEXT}
)
_HORIZON = Record(Horizon, {"title": TEXT, **same(_SENTENCES, "risks", "forecasts", "watch"), "left": NUMBER})
_NOTE = Record(Note, {"number": NUMBER, "rules": TEXTS, "facts": Many(NUMBER), "at": TEXTS})
_RULE = Record(
    FiredRule,
    {
        "number": NUMBER,
        **same(TEXT, "id", "sentence"),
        **same(NUMBER, "times", "others"),
        "strength": TEXT,
        **same(TEXTS, "at", "claims"),
        "beyond_report": TRUTH,
    },
)
_FACT = Record(
    Fact,
    {
        "number": NUMBER,
        **same(TEXT, "sentence", "source"),
        "at": TEXTS,
        **same(TEXT, "standing", "place"),
        "is_used": TRUTH,
    },
)
BRIEF = Document(
    "a memo",
    "dragoman-brief",
    1,
    Record(
        Brief,
        {
            **same(TEXT, "situation", "as_of", "advised"),
            "for": At("kept_to", TEXTS),
            **same(TEXT, "document", "report", "rulebook", "engine", "digest"),
            "set_apart": TEXTS,
            "standing": TEXT,
            "holds": _SENTENCES,
            "blocks": Many(_BLOCK),
            **same(TEXTS, "nothing", "caveats"),
            "horizons": Many(_HORIZON),
            **same(_SENTENCES, "assumed", "unknown", "hinges", "openings"),
            "notes": Many(_NOTE),
            "passages": TEXTS,
            "rules": Many(_RULE),
            "facts": Many(_FACT),
            "remarks": TEXTS,
        },
    ),
)
"""The answer."""
