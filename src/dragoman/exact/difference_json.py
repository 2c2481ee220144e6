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

from dragoman.advice.forms import Reason
from dragoman.advice.json_form import conclusion_json
from dragoman.advice.shown import Shown
from dragoman.exact.difference_forms import Cause, CauseKind, Change, Difference, Side, Sign, Through, Turn, Turned
from dragoman.exact.json_shapes import ATOM, NUMBER, TEXT, TRUTH, Json, document, many, maybe, object_of, words_of
from dragoman.rulebook.forms import RecommendationStatus, ShownAs
from dragoman.rulebook.likelihood import Likelihood

FORMAT, VERSION = "dragoman-difference", 1


def difference_json(found: Difference) -> Json:
    """The difference in the shape that the module describes."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "before": _side(found.before),
        "after": _side(found.after),
        "unchanged": found.unchanged,
        "causes": [_cause(cause) for cause in found.causes],
        "changes": [_change(change) for change in found.changes],
    }


def _side(side: Side) -> Json:
    return {
        "situation": side.situation,
        "rulebook": side.rulebook,
        "digest": side.digest,
        "facts": side.facts,
        "for": [target._asdict() for target in side.targets],
    }


def _cause(cause: Cause) -> Json:
    return {
        "kind": cause.kind.value,
        "turn": cause.turn.value,
        "name": cause.name,
        "sentence": cause.sentence,
        "before": cause.before,
        "after": cause.after,
        "facts": [conclusion_json(fact.atom, fact.slots) for fact in cause.facts],
    }


def _change(change: Change) -> Json:
    return {
        "sign": change.sign.value,
        "kind": change.kind.value,
        "id": change.id,
        "sentence": change.sentence,
        "whom": change.whom,
        "before": change.before,
        "after": change.after,
        "conclusions": [_turned(turned) for turned in change.turned],
    }


def _turned(turned: Turned) -> Json:
    instance = turned.shown.instance
    return {
        **conclusion_json(instance.atom, instance.slots),
        "sentence": instance.sentence,
        "before": _standing(turned.old),
        "after": _standing(turned.new),
        "reasons_came": [_reason(reason) for reason in turned.came],
        "reasons_went": [_reason(reason) for reason in turned.went],
        "through": _through(turned.through),
    }


def _standing(shown: Shown | None) -> Json | None:
    return shown and {
        "status": shown.status.value if shown.status else "",
        "likelihood": shown.instance.likelihood.word,
        "beside": shown.whole.beside,
    }


def _reason(reason: Reason) -> Json:
    return {
        "sentence": reason.sentence,
        "rule": reason.rule,
        "grounds": reason.likelihood.word,
        "at": list(reason.at),
        "beyond_report": reason.beyond_report,
    }


def _through(through: Through) -> Json:
    return {
        "causes": list(through.causes),
        "or": [list(one) for one in through.others],
        "exact": through.is_exact,
        "smallest": through.is_smallest,
        "by_way_of": [{"sign": step.sign.value, "sentence": step.sentence} for step in through.by_way_of],
    }


# -- the schema

_LIKELIHOODS = {"enum": [level.word for level in Likelihood]}


def difference_schema() -> Json:
    """The JSON Schema of what :func:`difference_json` gives."""
    target = object_of({"name": TEXT, "title": TEXT})
    side = object_of({**dict.fromkeys(("situation", "rulebook", "digest"), TEXT), "facts": NUMBER, "for": many(target)})
    cause = {
        "kind": words_of(CauseKind),
        "turn": words_of(Turn),
        **dict.fromkeys(("name", "sentence", "before", "after"), TEXT),
    }
    change = {"sign": words_of(Sign), "kind": words_of(ShownAs), **dict.fromkeys(("id", "sentence", "whom"), TEXT)}
    return document(
        "a difference",
        FORMAT,
        VERSION,
        {
            "before": side,
            "after": side,
            "unchanged": NUMBER,
            "causes": many(object_of({**cause, "facts": many(object_of(ATOM))})),
            "changes": many(object_of({**change, "before": TEXT, "after": TEXT, "conclusions": many(_conclusion())})),
        },
    )


def _conclusion() -> Json:
    statuses = {"enum": ["", *(status.value for status in RecommendationStatus)]}
    standing = maybe(object_of({"status": statuses, "likelihood": _LIKELIHOODS, "beside": TEXT}))
    reason = {"sentence": TEXT, "rule": TEXT, "grounds": _LIKELIHOODS, "at": many(TEXT), "beyond_report": TRUTH}
    step = object_of({"sign": words_of(Sign), "sentence": TEXT})
    through = {
        "causes": many(NUMBER),
        "or": many(many(NUMBER)),
        "exact": TRUTH,
        "smallest": TRUTH,
        "by_way_of": many(step),
    }
    return object_of(
        {
            **ATOM,
            "sentence": TEXT,
            **dict.fromkeys(("before", "after"), standing),
            **dict.fromkeys(("reasons_came", "reasons_went"), many(object_of(reason))),
            "through": object_of(through),
        }
    )
