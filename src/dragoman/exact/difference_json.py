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

from typing import Any

from dragoman.advice.forms import Reason
from dragoman.advice.json_form import conclusion_json
from dragoman.advice.shown import Shown
from dragoman.exact.difference_forms import Cause, CauseKind, Change, Difference, Side, Sign, Through, Turn, Turned
from dragoman.rulebook.forms import RecommendationStatus, ShownAs
from dragoman.rulebook.likelihood import Likelihood

FORMAT, VERSION = "dragoman-difference", 1
Json = dict[str, Any]


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

_TEXT, _TRUTH, _NUMBER = {"type": "string"}, {"type": "boolean"}, {"type": "integer", "minimum": 0}
_LIKELIHOODS = {"enum": [level.word for level in Likelihood]}
_SLOTS = {"type": "object", "additionalProperties": {"type": ["string", "null"]}}


def _object(**properties: Json) -> Json:
    """All of its keys are there; more may come within a version."""
    named = {name.removesuffix("_"): shape for name, shape in properties.items()}
    return {"type": "object", "properties": named, "required": list(named)}


def _many(shape: Json) -> Json:
    return {"type": "array", "items": shape}


def _one_of(words: type[CauseKind] | type[Turn] | type[Sign] | type[ShownAs]) -> Json:
    return {"enum": [word.value for word in words]}


def difference_schema() -> Json:
    """The JSON Schema of what :func:`difference_json` gives."""
    side = _object(
        situation=_TEXT, rulebook=_TEXT, digest=_TEXT, facts=_NUMBER, for_=_many(_object(name=_TEXT, title=_TEXT))
    )
    statuses = {"enum": ["", *(status.value for status in RecommendationStatus)]}
    standing = {"anyOf": [{"type": "null"}, _object(status=statuses, likelihood=_LIKELIHOODS, beside=_TEXT)]}
    reason = _object(sentence=_TEXT, rule=_TEXT, grounds=_LIKELIHOODS, at=_many(_TEXT), beyond_report=_TRUTH)
    through = _object(
        causes=_many(_NUMBER),
        or_=_many(_many(_NUMBER)),
        exact=_TRUTH,
        smallest=_TRUTH,
        by_way_of=_many(_object(sign=_one_of(Sign), sentence=_TEXT)),
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dragoman: a difference",
        **_object(
            format={"const": FORMAT},
            version={"const": VERSION},
            before=side,
            after=side,
            unchanged=_NUMBER,
            causes=_many(
                _object(
                    kind=_one_of(CauseKind),
                    turn=_one_of(Turn),
                    name=_TEXT,
                    sentence=_TEXT,
                    before=_TEXT,
                    after=_TEXT,
                    facts=_many(_object(fact=_TEXT, slots=_SLOTS)),
                )
            ),
            changes=_many(
                _object(
                    sign=_one_of(Sign),
                    kind=_one_of(ShownAs),
                    id=_TEXT,
                    sentence=_TEXT,
                    whom=_TEXT,
                    before=_TEXT,
                    after=_TEXT,
                    conclusions=_many(
                        _object(
                            fact=_TEXT,
                            slots=_SLOTS,
                            sentence=_TEXT,
                            before=standing,
                            after=standing,
                            reasons_came=_many(reason),
                            reasons_went=_many(reason),
                            through=through,
                        )
                    ),
                )
            ),
        ),
    }


SCHEMAS = {"diff": difference_schema}
"""By kind of answer, what makes its schema."""
