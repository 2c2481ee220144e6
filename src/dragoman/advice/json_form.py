"""Advice as JSON: a documented, versioned shape for scripts.

    {"format": "dragoman-advice", "version": 1,
     "situation": {"title", "as_of", "based_on": [...], "facts"},
     "rulebook": {"name", "digest"}, "engine", "firings", "for",
     "recommendations": [{"id", "title", "action", "status", "by", "strategies", "caveats", "beyond_report",
        "grounds", "for": [{"name", "title", "sentence", "grounds",
           "reasons": [{"sentence", "rule", "grounds", "at"}], "tempered_by", "weakest_link"}]}],
     "results": [{"kind", "id", "sentence", "likewise", "horizon", "likelihood", "beyond_report",
        "for": [... as above]}],
     "assumptions": [{"kind", "sentence", "rests", "doubts"}],
     "conflicts": [{"sentence", "statements", "if_settled": [{"as", "then", "no_longer"}]}],
     "doubtful": [statement], "thresholds": [{"name", "value", "reason", "own"}], "notes": [...]}

A statement is {"says", "holds", "source", "at", "place", "likelihood", "date", "note"}. Likelihoods are
words: the seven of ICD 203, "possible" or "unhedged". Absent texts are "" and absent objects null. A
key is only ever added within a version; one that changes its meaning makes a new version.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from dragoman.advice.forms import Advice, Conflict, Instance, Recommended, Result, Voice

FORMAT, VERSION = "dragoman-advice", 1

Json = dict[str, Any]


def advice_json(advice: Advice) -> Json:
    """The advice in the shape that the module describes."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "situation": {
            "title": advice.situation,
            "as_of": advice.as_of.isoformat() if advice.as_of else "",
            "based_on": list(advice.based_on),
            "facts": advice.facts,
        },
        "rulebook": {"name": advice.rulebook, "digest": advice.digest},
        "engine": advice.engine,
        "firings": advice.firings,
        "for": advice.state,
        "recommendations": [_recommended(recommended) for recommended in advice.recommendations],
        "results": [_result(result) for result in advice.results],
        "assumptions": [
            {
                "kind": assumption.kind,
                "sentence": assumption.sentence,
                "rests": list(assumption.rests),
                "doubts": [voice_json(voice) for voice in assumption.doubts],
            }
            for assumption in advice.assumptions
        ],
        "conflicts": [_conflict(conflict) for conflict in advice.conflicts],
        "doubtful": [voice_json(voice) for voice in advice.doubtful],
        "thresholds": [dataclasses.asdict(threshold) for threshold in advice.thresholds],
        "notes": list(advice.notes),
    }


def voice_json(voice: Voice) -> Json:
    """One statement."""
    return {**dataclasses.asdict(voice), "at": list(voice.at)}


def _recommended(recommended: Recommended) -> Json:
    return {
        "id": recommended.id,
        "title": recommended.title,
        "action": recommended.action,
        "status": recommended.status,
        "by": list(recommended.by),
        "strategies": list(recommended.strategies),
        "caveats": list(recommended.caveats),
        "beyond_report": recommended.beyond_report,
        "grounds": recommended.likelihood.word,
        "for": [_instance(instance) for instance in recommended.instances],
    }


def _result(result: Result) -> Json:
    return {
        "kind": result.kind,
        "id": result.id,
        "sentence": result.sentence,
        "likewise": list(result.likewise),
        "horizon": result.horizon,
        "likelihood": result.likelihood.word,
        "beyond_report": result.beyond_report,
        "for": [_instance(instance) for instance in result.instances],
    }


def _instance(instance: Instance) -> Json:
    weakest = instance.weakest
    return {
        "name": instance.target_name,
        "title": instance.target,
        "sentence": instance.sentence,
        "grounds": instance.likelihood.word,
        "reasons": [
            {"sentence": r.sentence, "rule": r.rule, "grounds": r.likelihood.word, "at": list(r.at)}
            for r in instance.reasons
        ],
        "tempered_by": list(instance.tempered_by),
        "weakest_link": weakest
        and {"sentence": weakest.sentence, "likelihood": weakest.likelihood.word, "source": weakest.source},
    }


def _conflict(conflict: Conflict) -> Json:
    return {
        "sentence": conflict.sentence,
        "statements": [voice_json(voice) for voice in conflict.voices],
        "if_settled": [
            {"as": settled.way, "then": list(settled.follows), "no_longer": list(settled.falls)}
            for settled in conflict.ways
        ],
    }
