"""A story as JSON; `dragoman schema story` is its schema.

{"format": "dragoman-story", "version": 1, "session", "title", "rulebook": {"then", "now", "same"}, "program": {"then", "now"},
 "rule", "fact", "at_the_end",
 "moments": [{"line": 0 for the beginning, "time", "text", "action", "answers", "loaded": [name], "recommended": number,
   "understood": [{"deed", "sentence", "was"}], "offered": [{"span", "reason", "choices"}], "not_understood", "problem", "asked",
   "facts": [{"became", "sentence", "was", "statement"}], "fired": [rule], "no_longer": [rule],
   "difference": null, or the form of :mod:`dragoman.exact.difference_json`}]}
rule = {"rule", "because", "conclusions", "through": [number]}

"understood", "offered", "not_understood", "problem" and "asked" are what the reply said then; "facts", "fired",
"no_longer" and "difference" are made anew. The numbers in "through" are places in the causes of the difference, from 0:
all that it can hang on that the rule fires, or no longer does. A statement is as in :mod:`dragoman.advice.json_form`. With
"rule" or "fact", which are empty where the whole was asked for, the moments are those in which it came or went, and
"at_the_end" is how it stands.
"""

from __future__ import annotations

from dragoman.exact.answer_parts import STATEMENT
from dragoman.exact.difference_json import DIFFERENCE
from dragoman.session.replay_json import PROGRAMS, RULEBOOKS
from dragoman.session.story_forms import Became, Did, Fired, Happened, Moment, Offered, Story
from dragoman.source.answer_shape import (
    NUMBER,
    TEXT,
    TEXTS,
    At,
    Document,
    Many,
    Maybe,
    Record,
    itself,
    same,
    words_of,
)

_RULES = Many(Record(Fired, {**same(TEXT, "rule", "because"), "conclusions": TEXTS, "through": Many(NUMBER)}))
_FACT = Record(
    Happened, {"became": words_of(Became), **same(TEXT, "sentence", "was"), "statement": At("voice", STATEMENT)}
)
_MOMENT = Record(
    Moment,
    {
        "line": NUMBER,
        **same(TEXT, "time", "text", "action", "answers"),
        "loaded": TEXTS,
        "recommended": NUMBER,
        "understood": At("did", Many(Record(Did, same(TEXT, "deed", "sentence", "was")))),
        "offered": Many(Record(Offered, {**same(TEXT, "span", "reason"), "choices": TEXTS})),
        "not_understood": TEXTS,
        **same(TEXT, "problem", "asked"),
        "facts": Many(_FACT),
        **same(_RULES, "fired", "no_longer"),
        "difference": Maybe(DIFFERENCE),
    },
)
STORY = Document(
    "the story of a session",
    "dragoman-story",
    1,
    Record(
        Story,
        {
            **same(TEXT, "session", "title"),
            "rulebook": At(itself, Record(Story, RULEBOOKS)),
            "program": At(itself, Record(Story, PROGRAMS)),
            **same(TEXT, "rule", "fact", "at_the_end"),
            "moments": Many(_MOMENT),
        },
    ),
)
"""The answer to `audit --session`."""
