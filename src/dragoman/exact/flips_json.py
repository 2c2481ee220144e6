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

from dragoman.advice.json_form import conclusion_json, voice_json
from dragoman.exact.change_forms import Away, Badge, Flipped, Hinges, Threshold, Turned
from dragoman.exact.changes_json import (
    CHANGES,
    CONCLUSIONS,
    UNANSWERED,
    changes_json,
    conclusions_json,
    unanswered_json,
)
from dragoman.exact.json_shapes import ATOM, NUMBER, STATEMENTS, TEXT, TRUTH, Json, document, many, object_of
from dragoman.exact.sources_json import MOVED, moved_json

FORMAT, HINGES, VERSION = "dragoman-flips", "dragoman-hinges", 1


def flipped_json(answer: Flipped) -> Json:
    """The answer to `flips NAME` in the shape that the module describes."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "situation": answer.situation,
        "fact": answer.fact,
        "sentence": answer.sentence,
        "is_told": answer.is_told,
        "conclusions": [_turned(one) for one in answer.conclusions],
        "unanswered": unanswered_json(answer.unanswered),
    }


def hinges_json(answer: Hinges) -> Json:
    """The answer to `flips` without a name in the shape that the module describes."""
    return {
        "format": HINGES,
        "version": VERSION,
        "situation": answer.situation,
        "given": [_badge(one) for one in answer.badges],
        "not_given": [_away(one) for one in answer.away],
        "thresholds": [_threshold(one) for one in answer.thresholds],
        "unanswered": unanswered_json(answer.unanswered),
    }


def _turned(one: Turned) -> Json:
    return {
        **conclusion_json(one.conclusion.atom, one.conclusion.slots),
        "sentence": one.sentence,
        "beside": one.beside,
        "holds": one.holds,
        "size": one.size,
        "sets": [changes_json(changes) for changes in one.sets],
        "is_all": one.is_all,
    }


def _badge(one: Badge) -> Json:
    return {
        "title": one.title,
        "conclusions": conclusions_json(one.conclusions),
        "hangs_on": one.hangs_on,
        "facts": [voice_json(voice) for voice in one.facts],
        "sets": one.sets,
        "is_all": one.is_all,
        "sources": list(one.sources),
        "is_one_source": one.is_one_source,
    }


def _away(one: Away) -> Json:
    return {
        "title": one.title,
        "conclusions": conclusions_json(one.conclusions),
        "changes": changes_json(one.changes),
        "example": one.example,
        "sets": one.sets,
        "is_all": one.is_all,
    }


def _threshold(one: Threshold) -> Json:
    stretches = [{"words": stretch.words, "moved": moved_json(stretch.moved)} for stretch in one.stretches]
    return {"name": one.name, "value": one.value, "as_now": one.as_now, "stretches": stretches}


_THRESHOLD = {
    **dict.fromkeys(("name", "value", "as_now"), TEXT),
    "stretches": many(object_of({"words": TEXT, "moved": MOVED})),
}


def flips_schema() -> Json:
    """The JSON Schema of what :func:`flipped_json` gives."""
    conclusion = {
        **ATOM,
        "sentence": TEXT,
        "beside": TEXT,
        "holds": TRUTH,
        "size": NUMBER,
        "sets": many(CHANGES),
        "is_all": TRUTH,
    }
    head = {"situation": TEXT, "fact": TEXT, "sentence": TEXT, "is_told": TRUTH}
    properties = {**head, "conclusions": many(object_of(conclusion)), "unanswered": UNANSWERED}
    return document("what turns a conclusion", FORMAT, VERSION, properties)


def hinges_schema() -> Json:
    """The JSON Schema of what :func:`hinges_json` gives."""
    head = {"title": TEXT, "conclusions": CONCLUSIONS}
    tail = {"sets": NUMBER, "is_all": TRUTH}
    badge = {**head, "hangs_on": NUMBER, "facts": STATEMENTS, **tail, "sources": many(TEXT), "is_one_source": TRUTH}
    away = {**head, "changes": CHANGES, "example": TEXT, **tail}
    lists = {"given": many(object_of(badge)), "not_given": many(object_of(away))}
    properties = {"situation": TEXT, **lists, "unanswered": UNANSWERED}
    return document("what the advice hangs on", HINGES, VERSION, properties)
