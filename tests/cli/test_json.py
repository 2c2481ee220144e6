"""`--format json`: the shapes that the docstrings promise, key by key, and the same content as the text."""

from typing import Any

import pytest

from dragoman.advice.forms import WhyUnused
from tests.cli.shell import HALF, SITUATIONS, WORLD, ran

LIKELIHOODS = {
    "unhedged",
    "almost certain",
    "very likely",
    "likely",
    "roughly even",
    "possible",
    "unlikely",
    "very unlikely",
    "almost no chance",
}
TEXT, NUMBER, TRUTH = str, int, bool


def as_read(likelihood: str) -> str:
    """A likelihood as people read it."""
    return "firm" if likelihood == "unhedged" else likelihood


STATEMENT = {
    "says": TEXT,
    "words": TEXT,
    "holds": TRUTH,
    "source": TEXT,
    "at": [TEXT],
    "place": TEXT,
    "likelihood": TEXT,
    "date": TEXT,
    "note": TEXT,
    "fact": TEXT,
    "slots": dict,
    "value": object,
}
REASON = {
    "sentence": TEXT,
    "rule": TEXT,
    "grounds": LIKELIHOODS,
    "at": [TEXT],
    "beyond_report": TRUTH,
    "figures": [TEXT],
}
INSTANCE = {
    "name": TEXT,
    "title": TEXT,
    "fact": TEXT,
    "slots": dict,
    "sentence": TEXT,
    "grounds": LIKELIHOODS,
    "reasons": [REASON],
    "tempered_by": [TEXT],
    "weakest_link": ({"sentence": TEXT, "likelihood": LIKELIHOODS, "source": TEXT}, None),
}
FOLLOWED = {
    "instrument": TEXT,
    "title": TEXT,
    "short": TEXT,
    "document": TEXT,
    "strand": TEXT,
    "strand_title": TEXT,
    "strand_short": TEXT,
    "area": TEXT,
    "area_title": TEXT,
    "status": {"followed"},
    "since": TEXT,
    "by": [TEXT],
    "background": TRUTH,
    "has_followed": None,
}
CARRIED = {**FOLLOWED, "status": {"in force", "signed"}, "has_followed": (FOLLOWED, None)}
RECOMMENDED_FOR = {
    **INSTANCE,
    "reasons": [{**REASON, "carried_by": [CARRIED]}],
    "carried_by": [CARRIED],
    "still_lacks": [{"sentence": TEXT, "told": TEXT}],
}
CONCLUSION = {"fact": TEXT, "slots": dict}
ADVICE = {
    "format": {"dragoman-advice"},
    "version": NUMBER,
    "situation": {
        "title": TEXT,
        "as_of": TEXT,
        "based_on": [TEXT],
        "facts": NUMBER,
        "own_facts": NUMBER,
        "inherited_facts": NUMBER,
    },
    "rulebook": {"name": TEXT, "digest": TEXT},
    "engine": TEXT,
    "firings": NUMBER,
    "for": [{"name": TEXT, "title": TEXT}],
    "holds": [[{"sentence": TEXT, "likelihood": LIKELIHOODS, "told": TRUTH, "beside": TEXT}]],
    "recommendations": [
        {
            "id": TEXT,
            "title": TEXT,
            "short": TEXT,
            "called": TEXT,
            "apart": TEXT,
            "action": TEXT,
            "status": {"advised", "under way"},
            "by": [TEXT],
            "carried_by": [{**CARRIED, "for": [TEXT]}],
            "caveats": [TEXT],
            "beyond_report": TRUTH,
            "grounds": LIKELIHOODS,
            "beside": TEXT,
            "for": [RECOMMENDED_FOR],
        }
    ],
    "results": [
        {
            "kind": {"risk", "forecast", "watch", "finding"},
            "id": TEXT,
            "sentence": TEXT,
            "likewise": [TEXT],
            "horizon": {"now", "short", "long", ""},
            "likelihood": LIKELIHOODS,
            "told": TRUTH,
            "beyond_report": TRUTH,
            "beside": TEXT,
            "for": [INSTANCE],
        }
    ],
    "assumptions": [
        {
            "kind": {"absent", "presumed"},
            "sentence": TEXT,
            "plain": TEXT,
            "rests": [TEXT],
            "doubts": [STATEMENT],
            "follows_anyway": TRUTH,
        }
    ],
    "conflicts": [
        {
            "sentence": TEXT,
            **CONCLUSION,
            "statements": [STATEMENT],
            "hint": TEXT,
            "if_settled": [
                {
                    "as": TEXT,
                    "then": [TEXT],
                    "no_longer": [TEXT],
                    "then_facts": [CONCLUSION],
                    "no_longer_facts": [CONCLUSION],
                }
            ],
        }
    ],
    "doubtful": [STATEMENT],
    "thresholds": [{"name": TEXT, "value": TEXT, "reason": TEXT, "is_advised_on": TRUTH, "own": TEXT, "at": [TEXT]}],
    "unused": [
        {"why": {why.value for why in WhyUnused}, "sentence": TEXT, "context": TEXT, "statement": STATEMENT},
    ],
    "unused_inherited": dict,
    "notes": [TEXT],
}
NODE: dict[str, Any] = {
    "kind": {"conclusion", "told", "told absent", "assumed"},
    "sentence": TEXT,
    "fact": TEXT,
    "key": [(TEXT, None)],
    "slots": dict,
    "beside": TEXT,
    "likelihood": LIKELIHOODS | {""},
    "rule": (
        {
            "id": TEXT,
            "because": TEXT,
            "strength": LIKELIHOODS,
            "claims": [TEXT],
            "at": [TEXT],
            "bindings": dict,
            "tempered_by": [TEXT],
            "beyond_report": TRUTH,
            "place": TEXT,
        },
        None,
    ),
    "statements": [STATEMENT],
    "history": [{**STATEMENT, "why": TEXT}],
    "others": [TEXT],
    "overruled": [TEXT],
    "repeated": TRUTH,
}
NODE["premises"] = [NODE]
PROOF = {
    "format": {"dragoman-proof"},
    "version": NUMBER,
    "fact": TEXT,
    "proofs": [NODE],
    "sentence": TEXT,
    "near_rules": [TEXT],
    "not_so": [{"sentence": TEXT, **CONCLUSION, "standing": TEXT, "statements": [STATEMENT], "overruled": [TEXT]}],
    "passages": dict,
    "why_not": (dict, None),
}
AUDIT = {
    "format": {"dragoman-audit"},
    "version": NUMBER,
    "engine": TEXT,
    "firings": [
        {
            "number": NUMBER,
            "level": NUMBER,
            "rule": TEXT,
            "bindings": dict,
            "status": {"gives", "confirms", "overruled", "held back"},
            "conclusion": TEXT,
            "fact": TEXT,
            "key": [(TEXT, None)],
            "slots": dict,
            "premises": [{"sentence": TEXT, **CONCLUSION, "likelihood": LIKELIHOODS, "origin": TEXT}],
            "assumed": [TEXT],
            "claims": [TEXT],
            "at": [TEXT],
            "likelihood": LIKELIHOODS,
            "strength": LIKELIHOODS,
            "beyond_report": TRUTH,
            "engine": TEXT,
        }
    ],
}


def conform(found: Any, shape: Any, where: str = "$") -> None:
    """Fail where `found` is not of `shape`: no key missing, none more, every leaf of its kind."""
    match shape:
        case {}:
            assert isinstance(found, dict), where
            assert found.keys() == shape.keys(), f"{where}: {found.keys() ^ shape.keys()}"
            for key, inner in shape.items():
                conform(found[key], inner, f"{where}.{key}")
        case [inner]:
            assert isinstance(found, list), where
            for number, item in enumerate(found):
                conform(item, inner, f"{where}[{number}]")
        case (inner, None):
            if found is not None:
                conform(found, inner, where)
        case None:
            assert found is None, f"{where}: {found!r}"
        case set():
            assert found in shape, f"{where}: {found}"
        case _ if shape is not object:  # which is anything
            assert type(found) is shape, f"{where}: {found!r}"


@pytest.mark.parametrize("name", SITUATIONS)
def test_advice_has_the_documented_shape(name: str) -> None:
    advice = ran("advise", name, "--format", "json").json()
    conform(advice, ADVICE)
    assert advice["version"] == 3
    assert len(advice["rulebook"]["digest"]) == 64
    assert advice["for"] == []


def test_the_docstring_names_every_key() -> None:
    from dragoman.advice import json_form as advice_form
    from dragoman.explain import json_form as explain_form

    for shape, doc in ((ADVICE, advice_form.__doc__), (PROOF, explain_form.__doc__), (AUDIT, explain_form.__doc__)):
        for key in keys_of(shape) - {"horizon"}:  # a slot of this rulebook, of which the docstring speaks in general
            assert f'"{key}"' in (doc or "") + (advice_form.__doc__ or ""), key


def keys_of(shape: Any, seen: tuple[int, ...] = ()) -> set[str]:
    if id(shape) in seen:
        return set()
    match shape:
        case {}:
            return set(shape).union(*(keys_of(inner, (*seen, id(shape))) for inner in shape.values()))
        case [inner] | (inner, None):
            return keys_of(inner, seen)
    return set()


def test_advice_for_one_state_says_for_which() -> None:
    advice = ran("advise", WORLD, "--for", "KZ", "--format", "json").json()
    conform(advice, ADVICE)
    assert advice["for"] == [{"name": "kazakhstan", "title": "Kazakhstan"}]
    assert {one["name"] for r in advice["recommendations"] for one in r["for"]} == {"kazakhstan"}


@pytest.mark.parametrize("name", SITUATIONS)
def test_text_and_json_say_the_same(name: str) -> None:
    text, advice = ran("advise", name, "--full").words, ran("advise", name, "--format", "json").json()
    assert advice["situation"]["title"] in text
    assert f"{advice['situation']['facts']} facts, {advice['firings']} firings: " in text
    for number, recommended in enumerate(advice["recommendations"], start=1):
        assert f"{number}. {recommended['title']} [{recommended['status']}]" in text
        for sentence in (
            *(carried["short"] for one in recommended["for"] for carried in one["carried_by"]),
            *(lacking["told"] for one in recommended["for"] for lacking in one["still_lacks"]),
            *recommended["caveats"],
            recommended["for"][0]["reasons"][0]["sentence"].partition("; ")[2],  # before it each state may be named
        ):
            assert sentence in text
    for result in advice["results"]:
        sentence = result["sentence"]
        if not result["told"] or result["kind"] == "finding":
            assert f"• {sentence[:1].upper()}{sentence[1:]}" in text
        assert all(title in text for title in result["likewise"])
    for assumption in advice["assumptions"]:
        assert assumption["follows_anyway"] or assumption["sentence"][1:] in text
    for held in (held for group in advice["holds"] for held in group):
        assert held["sentence"][1:] in text
    for threshold in advice["thresholds"]:
        assert f"{threshold['name']} {threshold['value']}. {threshold['reason']}" in text
    for doubt in advice["doubtful"]:
        assert f"{doubt['says']} ({doubt['likelihood']}" in text
    for note in advice["notes"]:
        assert note in text


def test_the_halves_differ_in_json_too() -> None:
    whole, half = (ran("advise", name, "--format", "json").json() for name in (WORLD, HALF))
    assert whole["rulebook"] == half["rulebook"]
    assert half["situation"]["based_on"] == [WORLD]
    ids = [{recommended["id"] for recommended in advice["recommendations"]} for advice in (whole, half)]
    assert ids[1] < ids[0]


@pytest.mark.parametrize(
    ("name", "situation"),
    [
        ("build_ties", WORLD),
        ("greatest_escalation_risk", WORLD),
        ("debt_share", HALF),
        ("depends_on", HALF),
        ("hedges", "junior-role-a-burden"),
    ],
)
def test_a_proof_has_the_documented_shape(name: str, situation: str) -> None:
    proof = ran("why", name, situation, "--format", "json").json()
    conform(proof, PROOF)
    assert proof["fact"] == name
    text = ran("why", name, situation).words
    for node in proof["proofs"]:
        assert node["sentence"] in text
    for silent in proof["not_so"]:
        assert f"{silent['standing']}: {silent['sentence']}" in text


def test_what_does_not_follow_is_said_in_json_as_in_the_text() -> None:
    rows = ran("why", "hedges", WORLD).rows
    proof = ran("why", "hedges", WORLD, "--format", "json").json()
    assert proof["proofs"] == []
    assert proof["sentence"] in " ".join(rows)
    assert proof["sentence"].startswith("It does not follow that ")
    assert proof["near_rules"]
    assert {one["rules"][0]["rule"] for one in proof["why_not"]["not_given"]} <= {*proof["near_rules"]}


@pytest.mark.parametrize("name", [WORLD, HALF])
def test_an_audit_has_the_documented_shape(name: str) -> None:
    record = ran("audit", name, "--format", "json").json()
    conform(record, AUDIT)
    text = ran("audit", name).words
    for firing in record["firings"]:
        bindings = ", ".join(f"{variable} = {value}" for variable, value in firing["bindings"].items())
        shown = f"{firing['rule']} ({bindings})" if bindings else firing["rule"]
        assert f"{firing['number']} {shown} {firing['status']} {firing['conclusion']}" in text
        for premise in firing["premises"]:
            assert f"from {premise['sentence']} [{as_read(premise['likelihood'])}] {premise['origin']}" in text
