"""Advice as JSON: a documented, versioned shape for scripts.

    {"format": "dragoman-advice", "version": 3,
     "situation": {"title", "as_of", "based_on": [...], "facts", "own_facts", "inherited_facts"},
     "rulebook": {"name", "digest"}, "engine", "firings", "for": [{"name", "title"}], "holds": [[{"sentence", "likelihood", "told", "beside"}]],
     "recommendations": [{"id", "title", "short", "called", "apart", "action", "status", "by",
        "carried_by": [carried and "for"], "caveats", "beyond_report", "grounds", "beside",
        "for": [{"name", "title", "fact", "slots", "sentence", "grounds",
           "reasons": [{"sentence", "rule", "grounds", "at", "beyond_report", "figures", "carried_by": [carried]}], "tempered_by",
           "weakest_link", "carried_by": [carried], "still_lacks": [{"sentence", "told"}]}]}],
     "results": [{"kind", "id", "sentence", "likewise", "likelihood", "told", "beyond_report", "beside",
        "for": [{"name", "title", "fact", "slots", "sentence", "grounds",
           "reasons": [{"sentence", "rule", "grounds", "at", "beyond_report", "figures"}], "tempered_by", "weakest_link"}]}],
     "assumptions": [{"kind", "sentence", "plain", "rests", "doubts", "follows_anyway"}],
     "conflicts": [{"sentence", "fact", "slots", "statements", "hint",
        "if_settled": [{"as", "then", "no_longer", "then_facts": [conclusion], "no_longer_facts": [conclusion]}]}],
     "doubtful": [statement], "thresholds": [{"name", "value", "reason", "is_advised_on", "own", "at"}],
     "unused": [{"why", "sentence", "context", "statement"}], "unused_inherited": {why: number}, "notes": [...]}

A statement is {"says", "holds", "source", "at", "place", "words", "likelihood", "date", "note", "fact", "slots", "value"}, a
conclusion {"fact", "slots"}. "fact" is the fact type and "slots" its key slots by name, null for an optional slot
that is left out; "value" is a word, a number, {"at_least", "at_most"}, or null where the type has no value slot. "words"
are those that it was read from where it was said in plain English, else "".
"beside" is what the vocabulary shows beside a sentence for the slots that it leaves out (`shown_beside`), in words; each
of these slots is also a key of every result, with its word or "". "unused" are the situation's own facts that nothing
rests on ("context" says why no rule reads it, where that is on purpose), "unused_inherited" counts those of the
situations that it is based on.

What carries a recommendation is {"instrument", "title", "short", "document", "strand", "strand_title", "strand_short",
"area", "area_title", "status", "since", "by", "background", "has_followed"}: an instrument of the rulebook, or a part of it,
as it stands at the date of the situation. "status" is "in force" or "signed" and "since" that day, "background" whether
the report does not name it, "has_followed" null or what the rulebook names and this has followed (carried, its "status"
"followed"). It stands under an instance if it carries that whatever the reason, under a reason if for that reason, and
under the recommendation as a whole once, "for" being the names of the instances that it carries. "still_lacks" are the
told conditions that what is under way does not meet, "told" being what was told instead.

"for" are those whom the advice is kept to; empty: everything is here. "holds" are the lines of what holds now, as the rulebook's summary groups it, then what was told and might have followed.
"figures" are the numbers told of whom it is for, as "gas export share: 94 percent". Reasons stand in the order in which
they are shown; the best grounds may be those of a later one. "hint" says how to settle a conflict between a group and
its member.

Likelihoods are words: the seven of ICD 203, "possible" or "unhedged" (which people read as "firm"). Absent
texts are "" and absent objects null. A
key is only ever added within a version; one that changes its meaning makes a new version.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from dragoman.advice.carried_forms import Carried
from dragoman.advice.forms import Advice, Concluded, Conflict, Instance, Recommended, Result, Settled, SlotValue, Voice
from dragoman.rulebook.forms import Atom

FORMAT, VERSION = "dragoman-advice", 3

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
            "own_facts": advice.telling.own,
            "inherited_facts": advice.telling.inherited,
        },
        "rulebook": {"name": advice.rulebook, "digest": advice.digest},
        "engine": advice.engine,
        "firings": advice.firings,
        "for": [target._asdict() for target in advice.targets],
        "holds": [
            [
                {
                    "sentence": held.sentence,
                    "likelihood": held.likelihood.word,
                    "told": held.told,
                    "beside": held.beside,
                }
                for held in group
            ]
            for group in advice.holds
        ],
        "recommendations": [_recommended(recommended) for recommended in advice.recommendations],
        "results": [_result(result, advice.beside_slots) for result in advice.results],
        "assumptions": [
            {
                "kind": assumption.kind.value,
                "sentence": assumption.sentence,
                "plain": assumption.plain,
                "rests": list(assumption.rests),
                "doubts": [voice_json(voice) for voice in assumption.doubts],
                "follows_anyway": assumption.follows_anyway,
            }
            for assumption in advice.assumptions
        ],
        "conflicts": [_conflict(conflict) for conflict in advice.conflicts],
        "doubtful": [voice_json(voice) for voice in advice.doubtful],
        "thresholds": [dataclasses.asdict(threshold) for threshold in advice.thresholds],
        "unused": [
            {
                "why": unused.why.value,
                "sentence": unused.sentence,
                "context": unused.context,
                "statement": voice_json(unused.voice),
            }
            for unused in advice.telling.unused
        ],
        "unused_inherited": {why.value: number for why, number in advice.telling.unused_inherited.items()},
        "notes": list(advice.notes),
    }


def voice_json(voice: Voice) -> Json:
    """One statement."""
    return {
        "says": voice.says,
        "holds": voice.holds,
        "source": voice.source,
        "at": list(voice.at),
        "place": voice.place,
        "words": voice.words,
        "likelihood": voice.likelihood,
        "date": voice.date,
        "note": voice.note,
        "fact": voice.fact,
        "slots": slots_json(voice.slots),
        "value": voice.value.json() if voice.value is not None else None,
    }


def slots_json(slots: Iterable[SlotValue]) -> Json:
    """The key slots of an atom by name."""
    return dict(slots)


def conclusion_json(atom: Atom, slots: Iterable[SlotValue]) -> Json:
    """A conclusion by its fact type and slots."""
    return {"fact": atom.fact, "slots": slots_json(slots)}


def _recommended(recommended: Recommended) -> Json:
    return {
        "id": recommended.id,
        "title": recommended.title,
        "short": recommended.short,
        "called": recommended.called,
        "apart": recommended.apart,
        "action": recommended.action,
        "status": recommended.status.value,
        "by": list(recommended.by),
        "carried_by": [
            {**_carried(carried), "for": [instance.target_name for instance in instances]}
            for carried, instances in recommended.carried().items()
        ],
        "caveats": list(recommended.caveats),
        "beyond_report": recommended.beyond_report,
        "grounds": recommended.likelihood.word,
        "beside": recommended.beside,
        "for": [_recommended_for(instance) for instance in recommended.instances],
    }


def _recommended_for(instance: Instance) -> Json:
    """An instance with what only a recommendation has."""
    found = _instance(instance)
    for written, reason in zip(found["reasons"], instance.reasons, strict=True):
        written["carried_by"] = [_carried(carried) for carried in reason.carried_by]
    return {
        **found,
        "carried_by": [_carried(carried) for carried in instance.carried_by],
        "still_lacks": [dataclasses.asdict(lacking) for lacking in instance.still_lacks],
    }


def _carried(carried: Carried) -> Json:
    return {
        "instrument": carried.instrument,
        "title": carried.title,
        "short": carried.short,
        "document": carried.document,
        "strand": carried.strand,
        "strand_title": carried.strand_title,
        "strand_short": carried.strand_short,
        "area": carried.area,
        "area_title": carried.area_title,
        "status": carried.status.value,
        "since": carried.since.isoformat() if carried.since else "",
        "by": list(carried.by),
        "background": carried.background,
        "has_followed": _carried(carried.has_followed) if carried.has_followed else None,
    }


def _result(result: Result, beside_slots: tuple[str, ...]) -> Json:
    slots = dict(result.instances[0].slots)
    return {
        **{name: slots.get(name) or "" for name in beside_slots},
        "kind": result.kind.value,
        "id": result.id,
        "sentence": result.sentence,
        "likewise": list(result.likewise),
        "likelihood": result.likelihood.word,
        "told": result.is_told,
        "beyond_report": result.beyond_report,
        "beside": result.beside,
        "for": [_instance(instance) for instance in result.instances],
    }


def _instance(instance: Instance) -> Json:
    weakest = instance.weakest
    return {
        "name": instance.target_name,
        "title": instance.target,
        **conclusion_json(instance.atom, instance.slots),
        "sentence": instance.sentence,
        "grounds": instance.likelihood.word,
        "reasons": [
            {
                "sentence": reason.sentence,
                "rule": reason.rule,
                "grounds": reason.likelihood.word,
                "at": list(reason.at),
                "beyond_report": reason.beyond_report,
                "figures": list(reason.figures),
            }
            for reason in instance.reasons
        ],
        "tempered_by": list(instance.tempered_by),
        "weakest_link": weakest
        and {"sentence": weakest.sentence, "likelihood": weakest.likelihood.word, "source": weakest.source},
    }


def _conflict(conflict: Conflict) -> Json:
    return {
        "sentence": conflict.sentence,
        **conclusion_json(conflict.atom, conflict.slots),
        "statements": [voice_json(voice) for voice in conflict.voices],
        "hint": conflict.hint,
        "if_settled": [_settled(settled) for settled in conflict.ways],
    }


def _settled(settled: Settled) -> Json:
    def facts(conclusions: tuple[Concluded, ...]) -> list[Json]:
        return [conclusion_json(one.atom, one.slots) for one in conclusions]

    return {
        "as": settled.way,
        "then": list(settled.follows),
        "no_longer": list(settled.falls),
        "then_facts": facts(settled.following),
        "no_longer_facts": facts(settled.falling),
    }
