"""Proofs and audits as JSON, in the manner of :mod:`dragoman.advice.json_form`.

{"format": "dragoman-proof", "version": 1, "fact", "proofs": [node],
 "sentence": that nothing of what was asked for is so, or empty, "near_rules": [the rules that could give it],
 "not_so": [{"sentence", "fact", "slots", "standing", "statements", "overruled"}], "passages": {locator: text or null},
 "why_not": null, or where there are no proofs the form of :mod:`dragoman.exact.why_not_json`}
node = {"kind", "sentence", "fact", "key", "slots", "beside", "likelihood", "rule": null or {"id", "because", "strength", "claims",
        "at", "bindings", "tempered_by", "beyond_report", "place"}, "statements": [statement],
        "history": [statement with "why" it lost], "premises": [node],
        "others", "overruled", "repeated"}

{"format": "dragoman-audit", "version": 1, "engine", "firings": [{"number", "level", "rule", "bindings", "status",
  "conclusion", "fact", "key", "slots", "premises": [{"sentence", "fact", "slots", "likelihood", "origin"}], "assumed",
  "claims", "at", "likelihood", "strength", "beyond_report", "engine"}]}

A node of the kind "reckoned" is a share that nobody told: its premises are the part and the whole that it comes from.
"key" holds the values of "slots" in the order of the fact type; "fact" is empty and both are for an assumption, which
may speak of many.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.advice.json_form import conclusion_json, slots_json, voice_json
from dragoman.explain.answers import Audit, Proofs
from dragoman.explain.audit import Entry
from dragoman.explain.proof import Node, Step

Json = dict[str, Any]


def proof_json(proofs: Proofs, passages: Mapping[str, str | None] | None) -> Json:
    """The proofs of what was asked for, and what of it is not so."""
    silence = proofs.silence
    return {
        "format": "dragoman-proof",
        "version": 1,
        "fact": proofs.fact,
        "proofs": [_node(node) for node in proofs.nodes],
        "sentence": silence.sentence,
        "near_rules": list(silence.rules),
        "not_so": [
            {
                "sentence": silent.sentence,
                **conclusion_json(silent.atom, silent.slots),
                "standing": silent.standing,
                "statements": [voice_json(voice) for voice in silent.voices],
                "overruled": list(silent.overruled),
            }
            for silent in silence.atoms
        ],
        "passages": dict(passages or {}),
        "why_not": proofs.why_not.to_dict() if proofs.why_not else None,
    }


def audit_json(audit: Audit) -> Json:
    """The record of firings."""
    firings = [_entry(entry) for entry in audit.entries]
    return {"format": "dragoman-audit", "version": 1, "engine": audit.engine, "firings": firings}


def _node(node: Node) -> Json:
    return {
        "kind": node.kind.value,
        "sentence": node.sentence,
        "fact": node.atom.fact if node.atom else "",
        "key": list(node.atom.key) if node.atom else [],
        "slots": slots_json(node.slots),
        "beside": node.beside,
        "likelihood": node.likelihood.word if node.likelihood is not None else "",
        "rule": _step(node.step) if node.step else None,
        "statements": [voice_json(voice) for voice in node.voices],
        "history": [{**voice_json(voice), "why": why} for voice, why in node.history],
        "premises": [_node(premise) for premise in node.premises],
        "others": list(node.others),
        "overruled": list(node.overruled),
        "repeated": node.repeated,
    }


def _step(step: Step) -> Json:
    return {
        "id": step.rule,
        "because": step.because,
        "strength": step.strength.word,
        "claims": list(step.claims),
        "at": list(step.at),
        "bindings": dict(step.bindings),
        "tempered_by": list(step.tempered_by),
        "beyond_report": step.beyond_report,
        "place": step.place,
    }


def _entry(entry: Entry) -> Json:
    return {
        "number": entry.number,
        "level": entry.firing.level,
        "rule": entry.firing.rule,
        "bindings": dict(entry.bindings),
        "status": entry.firing.status.value,
        "conclusion": entry.conclusion,
        "fact": entry.firing.conclusion.fact,
        "key": list(entry.firing.conclusion.key),
        "slots": slots_json(entry.slots),
        "premises": [
            {
                "sentence": premise.sentence,
                **conclusion_json(premise.atom, premise.slots),
                "likelihood": premise.likelihood.word,
                "origin": premise.origin,
            }
            for premise in entry.premises
        ],
        "assumed": list(entry.assumed),
        "claims": list(entry.claims),
        "at": list(entry.at),
        "likelihood": entry.likelihood.word,
        "strength": entry.strength.word,
        "beyond_report": entry.beyond_report,
        "engine": entry.engine,
    }
