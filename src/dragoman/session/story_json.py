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

from collections.abc import Iterable

from dragoman.advice.json_form import voice_json
from dragoman.exact.difference_json import difference_json, difference_schema
from dragoman.exact.json_shapes import (
    NUMBER,
    STATEMENT,
    TEXT,
    TRUTH,
    Json,
    document,
    many,
    maybe,
    object_of,
    words_of,
)
from dragoman.session.story_forms import Became, Fired, Moment, Story

FORMAT, VERSION = "dragoman-story", 1


def story_json(story: Story) -> Json:
    """The story in the shape that the module describes."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "session": story.session,
        "title": story.title,
        "rulebook": {"then": story.began.rulebook, "now": story.rulebook, "same": story.is_same_rulebook},
        "program": {"then": story.began.program, "now": story.program},
        "rule": story.rule,
        "fact": story.fact,
        "at_the_end": story.at_the_end,
        "moments": [_moment(moment) for moment in story.moments],
    }


def _moment(moment: Moment) -> Json:
    return {
        "line": moment.line,
        "time": moment.time,
        "text": moment.text,
        "action": moment.action,
        "answers": moment.answers,
        "loaded": list(moment.loaded),
        "recommended": moment.recommended,
        "understood": [{"deed": one.deed, "sentence": one.sentence, "was": one.was} for one in moment.did],
        "offered": [{"span": one.span, "reason": one.reason, "choices": list(one.choices)} for one in moment.offered],
        "not_understood": list(moment.not_understood),
        "problem": moment.problem,
        "asked": moment.asked,
        "facts": [
            {
                "became": one.became.value,
                "sentence": one.sentence,
                "was": one.was,
                "statement": voice_json(one.voice),
            }
            for one in moment.facts
        ],
        "fired": _fired(moment.fired),
        "no_longer": _fired(moment.no_longer),
        "difference": difference_json(moment.difference) if moment.difference else None,
    }


def _fired(fired: Iterable[Fired]) -> list[Json]:
    return [
        {
            "rule": one.rule,
            "because": one.because,
            "conclusions": list(one.conclusions),
            "through": list(one.through),
        }
        for one in fired
    ]


def story_schema() -> Json:
    """The schema of the same."""
    texts = many(TEXT)
    difference = difference_schema()
    difference.pop("$schema")
    rules = many(object_of({"rule": TEXT, "because": TEXT, "conclusions": texts, "through": many(NUMBER)}))
    moment = {
        "line": NUMBER,
        **dict.fromkeys(("time", "text", "action", "answers"), TEXT),
        "loaded": texts,
        "recommended": NUMBER,
        "understood": many(object_of(dict.fromkeys(("deed", "sentence", "was"), TEXT))),
        "offered": many(object_of({"span": TEXT, "reason": TEXT, "choices": texts})),
        "not_understood": texts,
        **dict.fromkeys(("problem", "asked"), TEXT),
        "facts": many(
            object_of({"became": words_of(Became), "sentence": TEXT, "was": TEXT, "statement": object_of(STATEMENT)})
        ),
        "fired": rules,
        "no_longer": rules,
        "difference": maybe(difference),
    }
    properties = {
        **dict.fromkeys(("session", "title"), TEXT),
        "rulebook": object_of({"then": TEXT, "now": TEXT, "same": TRUTH}),
        "program": object_of({"then": TEXT, "now": TEXT}),
        **dict.fromkeys(("rule", "fact", "at_the_end"), TEXT),
        "moments": many(object_of(moment)),
    }
    return document("the story of a session", FORMAT, VERSION, properties)
