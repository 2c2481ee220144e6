"""Coverage as JSON.

Of the report:

    {"rulebook", "sections": [count], "in_all": count, "not_encoded": [{"claim", "at", "reason"}],
     "open": [{"claim", "at"}], "uncovered": {locator: [claim]},
     "passages": {locator: {"pieces", "found", "text"}}}     only with a copy of the report

Of the cases, and with `--coverage` of the rules by the cases, with `--near-misses` of what is made from the rules:

    {"passed", "failed": [{"case", "at", "file", "line", "surprises": [{"expected", "got", "why_not": null or a conclusion of
     :mod:`dragoman.exact.why_not_json`}]}], "coverage":
     {"seen", "wanted", "percent", "rules": [{"rule", "fired", "conditions": [{"section", "number", "fact_type", "mode", "holds", "decides"}]}]},
     "near_misses": {"rules", "near_misses", "just_inside", "failed": [{"rule", "section", "number", "fact_type", "mode", "told",
     "fires", "facts": [{"fact_type", "key", "told"}]}], "decide_nothing": [{"rule", "section", ...}], "without_a_situation"}}

`fired`, `holds` and `decides` name the first case that shows it, or are null.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dragoman.cases import Outcome, Surprise
from dragoman.coverage.near_misses import Aim, NearMisses
from dragoman.coverage.report import Count, ReportCoverage
from dragoman.coverage.telling import Facts, in_words
from dragoman.coverage.trial import RuleTrial, Trial
from dragoman.exact.why_not_json import NOT_GIVEN
from dragoman.explain.passages import Verified
from dragoman.situation.evidence import sort_key

Json = dict[str, Any]


def report_json(found: ReportCoverage, verified: Mapping[str, Verified] | None) -> Json:
    """The coverage of a report; words of the report are in it only for passages that no rule rests on."""
    return {
        "rulebook": found.rulebook,
        "sections": [_count(count) for count in found.sections],
        "in_all": _count(found.in_all),
        "not_encoded": [{"claim": c.id, "at": list(c.at), "reason": c.not_encoded} for c in found.not_encoded],
        "open": [{"claim": claim.id, "at": list(claim.at)} for claim in found.open],
        "uncovered": {at: list(claims) for at, claims in found.uncovered.items()},
        **({} if verified is None else {"passages": _passages(found, verified)}),
    }


def _surprise(one: Surprise) -> Json:
    return {"expected": one.expected, "got": one.got, "why_not": NOT_GIVEN.write(one.why_not) if one.why_not else None}


def _count(count: Count) -> Json:
    return {
        "section": count.section,
        "passages": count.passages,
        "rested_on": count.rested_on,
        "claims": count.claims,
        "encoded": count.encoded,
        "not_encoded": count.not_encoded,
        "open": count.open,
    }


def _passages(found: ReportCoverage, verified: Mapping[str, Verified]) -> Json:
    return {
        at: {
            "pieces": passage.pieces,
            "found": passage.found,
            **({"text": passage.text} if at in found.uncovered else {}),
        }
        for at, passage in verified.items()
    }


def cases_json(outcomes: Sequence[Outcome], found: Trial | None, made: NearMisses | None = None) -> Json:
    """What the cases came to."""
    return {
        "passed": sum(outcome.passed for outcome in outcomes),
        "failed": [
            {
                "case": outcome.case.id,
                "at": list(outcome.case.at),
                "file": outcome.case.place.source,
                "line": outcome.case.place.line,
                "surprises": [_surprise(one) for one in outcome.surprises],
            }
            for outcome in outcomes
            if not outcome.passed
        ],
        **({} if found is None else {"coverage": trial_json(found)}),
        **({} if made is None else {"near_misses": near_misses_json(made)}),
    }


def trial_json(found: Trial) -> Json:
    """What the cases show of each rule."""
    return {
        "seen": found.seen,
        "wanted": found.wanted,
        "percent": round(found.percent, 1),
        "rules": [_rule(tried) for tried in found.rules],
    }


def _rule(tried: RuleTrial) -> Json:
    return {
        "rule": tried.rule.id,
        "fired": tried.fired or None,
        "conditions": [
            {
                "section": seen.section,
                "number": number,
                "fact_type": seen.condition.pattern.fact,
                "mode": seen.condition.mode.value,
                "holds": seen.holds or None,
                "decides": seen.decides or None,
            }
            for number, seen in enumerate(tried.conditions)
        ],
    }


def near_misses_json(found: NearMisses) -> Json:
    """What the near-misses of the rules came to."""
    return {
        "rules": found.rules,
        "near_misses": sum(not tried.must_fire for tried in found.tried),
        "just_inside": sum(tried.must_fire for tried in found.tried),
        "failed": [
            {**_aim(tried.aim), "told": tried.change, "fires": not tried.must_fire, "facts": _told(tried.facts)}
            for tried in found.failed
        ],
        "decide_nothing": [_aim(aim) for aim in found.idle],
        "without_a_situation": [rule.id for rule in found.unmade],
    }


def _aim(aim: Aim) -> Json:
    return {
        "rule": aim.rule.id,
        "section": aim.section,
        "number": aim.number,
        "fact_type": aim.condition.pattern.fact,
        "mode": aim.condition.mode.value,
    }


def _told(facts: Facts) -> list[Json]:
    return [
        {"fact_type": atom.fact, "key": list(atom.key), "told": in_words(facts[atom])}
        for atom in sorted(facts, key=sort_key)
    ]
