"""`why-not` as JSON, in the manner of :mod:`dragoman.advice.json_form`; `dragoman schema why-not` and `silence`.

{"format": "dragoman-why-not", "version": 1, "fact", "sentence": what was asked for, "is_told": no rule concludes it,
 "given": [sentence], "not_given": [conclusion], "farther": [sentence]}

conclusion = {"fact", "slots", "sentence", "beside", "cause", "statements": [statement], "history": [statement with "why"],
  "stopped": [{"rule", "because", "status"}], "rules": [rule], "additions": [[fact]], "question"}
rule = {"rule", "because", "beyond_report", "at", "place", "bindings": {variable: value, null where any would do},
  "failing": how many, "as_near": how many other ways to bind it, "conditions": [condition]}
condition = {"section": when or unless, "number", "sentence", "verdict", "cause", "fact", "slots", "statements", "history",
  "margin": null or margin, "barriers": [{"fact", "slots", "sentence", "cause", "statements", "because", "rule"}],
  "question", "wanted": null or {"rule", "because", "beyond_report", "lacks": [lack]}}
margin = {"told", "threshold", "parameter", "own", "distance", "is_short", "is_sure", "is_exact"}
lack = {"section", "cause", "sentence", "margin"}, fact = {"fact", "slots", "sentence", "question", "reply"}

{"format": "dragoman-silence", "version": 1, "situation", "given": how many recommendations are,
 "not_given": [{"title", "conclusions": [{"fact", "slots"}], "cause", "rule", "because", "beyond_report",
  "questions": [fact], "lacks": [lack]}]}

"fact" is empty and "slots" are where a condition is open: anything of several would do. Each list in "additions" would
give the conclusion if all in it were told too; each of "questions" alone. "verdict" is held, failed, unknown or disputed.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.advice.forms import SlotValue
from dragoman.advice.json_form import conclusion_json, slots_json, voice_json
from dragoman.engines.model import Status
from dragoman.exact.json_shapes import (
    ATOM,
    NUMBER,
    SLOTS,
    STATEMENT,
    STATEMENTS,
    TEXT,
    TRUTH,
    Json,
    document,
    many,
    maybe,
    object_of,
    words_of,
)
from dragoman.exact.margin import Margin
from dragoman.exact.standing import Cause, Verdict
from dragoman.exact.why_not_forms import Added, Attempt, Barrier, Check, Lack, NotGiven, Silence, Unsaid, Wanted, WhyNot
from dragoman.explain.proof import Past
from dragoman.rulebook.forms import Atom

FORMAT, SILENCE, VERSION = "dragoman-why-not", "dragoman-silence", 1


def why_not_json(answer: WhyNot) -> Json:
    """The answer in the shape that the module describes."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "fact": answer.fact,
        "sentence": answer.sentence,
        "is_told": answer.is_told,
        "given": list(answer.given),
        "not_given": [not_given_json(one) for one in answer.atoms],
        "farther": list(answer.more),
    }


def silence_json(silence: Silence) -> Json:
    """The silence report in the shape that the module describes."""
    return {
        "format": SILENCE,
        "version": VERSION,
        "situation": silence.situation,
        "given": silence.given,
        "not_given": [_unsaid(one) for one in silence.lines],
    }


def not_given_json(one: NotGiven) -> Json:
    """One conclusion that does not hold."""
    return {
        **conclusion_json(one.atom, one.slots),
        "sentence": one.sentence,
        "beside": one.beside,
        "cause": one.cause.value,
        "statements": [voice_json(said) for said in one.voices],
        "history": _history(one.history),
        "stopped": [{"rule": s.rule, "because": s.because, "status": s.status.value} for s in one.stopped],
        "rules": [_attempt(attempt) for attempt in one.attempts],
        "additions": [[_added(fact) for fact in facts] for facts in one.additions],
        "question": one.question,
    }


def _unsaid(one: Unsaid) -> Json:
    return {
        "title": one.title,
        "conclusions": [conclusion_json(*conclusion) for conclusion in one.conclusions],
        "cause": one.cause.value,
        "rule": one.rule,
        "because": one.because,
        "beyond_report": one.beyond_report,
        "questions": [_added(fact) for fact in one.questions],
        "lacks": [_lack(lack) for lack in one.lacks],
    }


def _attempt(attempt: Attempt) -> Json:
    return {
        "rule": attempt.rule,
        "because": attempt.because,
        "beyond_report": attempt.beyond_report,
        "at": list(attempt.at),
        "place": attempt.place,
        "bindings": dict(attempt.bindings),
        "failing": len(attempt.failing),
        "as_near": attempt.others,
        "conditions": [_check(check) for check in attempt.checks],
    }


def _check(check: Check) -> Json:
    return {
        "section": check.section,
        "number": check.number,
        "sentence": check.sentence,
        "verdict": check.cause.verdict.value,
        "cause": check.cause.value,
        **_atom(check.atom, check.slots),
        "statements": [voice_json(said) for said in check.voices],
        "history": _history(check.history),
        "margin": _margin(check.margin),
        "barriers": [_barrier(barrier) for barrier in check.barriers],
        "question": check.question,
        "wanted": _wanted(check.wanted),
    }


def _atom(atom: Atom | None, slots: tuple[SlotValue, ...]) -> Json:
    return {"fact": atom.fact if atom else "", "slots": slots_json(slots)}


def _barrier(barrier: Barrier) -> Json:
    return {
        **conclusion_json(barrier.atom, barrier.slots),
        "sentence": barrier.sentence,
        "cause": barrier.cause.value,
        "statements": [voice_json(said) for said in barrier.voices],
        "because": barrier.because,
        "rule": barrier.rule,
    }


def _wanted(wanted: Wanted | None) -> Json | None:
    if wanted is None:
        return None
    return {
        "rule": wanted.rule,
        "because": wanted.because,
        "beyond_report": wanted.beyond_report,
        "lacks": [_lack(lack) for lack in wanted.lacks],
    }


def _lack(lack: Lack) -> Json:
    return {
        "section": lack.section,
        "cause": lack.cause.value,
        "sentence": lack.sentence,
        "margin": _margin(lack.margin),
    }


def _margin(margin: Margin | None) -> Json | None:
    if margin is None:
        return None
    return {
        "told": margin.told,
        "threshold": margin.threshold,
        "parameter": margin.parameter,
        "own": margin.own,
        "distance": margin.distance,
        "is_short": margin.is_short,
        "is_sure": margin.is_sure,
        "is_exact": margin.is_exact,
    }


def _added(added: Added) -> Json:
    return {
        **conclusion_json(added.atom, added.slots),
        "sentence": added.sentence,
        "question": added.question,
        "reply": added.reply,
    }


def _history(history: Iterable[Past]) -> list[Json]:
    return [{**voice_json(voice), "why": why} for voice, why in history]


# -- the schemas

_CAUSE = words_of(Cause)
_SECTION = {"enum": ["when", "unless"]}
_MARGIN = maybe(
    object_of(
        {
            **dict.fromkeys(("told", "threshold", "parameter", "own", "distance"), TEXT),
            **dict.fromkeys(("is_short", "is_sure", "is_exact"), TRUTH),
        }
    )
)
_LACK = object_of({"section": _SECTION, "cause": _CAUSE, "sentence": TEXT, "margin": _MARGIN})
_FACT = object_of({**ATOM, "sentence": TEXT, "question": TEXT, "reply": TEXT})
_RULE = {"rule": TEXT, "because": TEXT, "beyond_report": TRUTH}
_HISTORY = many(object_of({**STATEMENT, "why": TEXT}))


def why_not_schema() -> Json:
    """The JSON Schema of what :func:`why_not_json` gives."""
    barrier = {**ATOM, "sentence": TEXT, "cause": _CAUSE, "statements": STATEMENTS, "because": TEXT, "rule": TEXT}
    condition = {
        "section": _SECTION,
        "number": NUMBER,
        "sentence": TEXT,
        "verdict": words_of(Verdict),
        "cause": _CAUSE,
        **ATOM,
        "statements": STATEMENTS,
        "history": _HISTORY,
        "margin": _MARGIN,
        "barriers": many(object_of(barrier)),
        "question": TEXT,
        "wanted": maybe(object_of({**_RULE, "lacks": many(_LACK)})),
    }
    rule = {
        **_RULE,
        "at": many(TEXT),
        "place": TEXT,
        "bindings": SLOTS,
        "failing": NUMBER,
        "as_near": NUMBER,
        "conditions": many(object_of(condition)),
    }
    conclusion = {
        **ATOM,
        "sentence": TEXT,
        "beside": TEXT,
        "cause": _CAUSE,
        "statements": STATEMENTS,
        "history": _HISTORY,
        "stopped": many(object_of({"rule": TEXT, "because": TEXT, "status": words_of(Status)})),
        "rules": many(object_of(rule)),
        "additions": many(many(_FACT)),
        "question": TEXT,
    }
    answer = {
        "fact": TEXT,
        "sentence": TEXT,
        "is_told": TRUTH,
        "given": many(TEXT),
        "not_given": many(object_of(conclusion)),
        "farther": many(TEXT),
    }
    return document("why something does not follow", FORMAT, VERSION, answer)


def silence_schema() -> Json:
    """The JSON Schema of what :func:`silence_json` gives."""
    line = {
        "title": TEXT,
        "conclusions": many(object_of(ATOM)),
        "cause": _CAUSE,
        **_RULE,
        "questions": many(_FACT),
        "lacks": many(_LACK),
    }
    report = {"situation": TEXT, "given": NUMBER, "not_given": many(object_of(line))}
    return document("what is not recommended", SILENCE, VERSION, report)
