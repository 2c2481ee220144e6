"""`--format json`: how it is written, that everything is named by type and slots, and that the text says the same."""

import json

import pytest

from dragoman.rulebook.cache import load_rulebook
from tests.cli.shell import WORLD, Done, ran, run


@pytest.mark.parametrize("command", [("advise",), ("audit",), ("why", "build_ties")])
def test_json_is_plain_ascii_and_ends_with_a_newline(command: tuple[str, ...]) -> None:
    done = ran(*command, WORLD, "--format", "json")
    assert done.out.isascii()
    assert done.out.endswith("}\n")
    assert json.dumps(done.json(), indent=2) + "\n" == done.out


def test_a_format_that_does_not_exist_is_refused() -> None:
    done: Done = run("advise", WORLD, "--format", "yaml")
    assert (done.code, done.out) == (2, "")
    assert "'yaml'" in done.err
    assert "text" in done.err
    assert "json" in done.err


def test_every_conclusion_says_its_fact_type_and_slots() -> None:
    advice = ran("advise", WORLD, "--format", "json").json()
    facts = load_rulebook().facts
    conclusions = [one for kind in ("recommendations", "results") for r in advice[kind] for one in r["for"]]
    conclusions += list(ran("audit", WORLD, "--format", "json").json()["firings"])
    conclusions += ran("why", "build_ties", WORLD, "--format", "json").json()["proofs"]
    conclusions += advice["doubtful"]
    assert len(conclusions) > 600
    for one in conclusions:
        assert tuple(one["slots"]) == facts[one["fact"]].key_names
        assert one.get("key", [*one["slots"].values()]) == [*one["slots"].values()]
    debt = ran("why", "debt_share: {debtor: kyrgyzstan}", WORLD, "--format", "json").json()["proofs"][0]["statements"][
        0
    ]
    assert (debt["fact"], debt["slots"], debt["value"]) == (
        "debt_share",
        {"debtor": "kyrgyzstan", "creditor": "china"},
        42.5,
    )


def test_what_was_not_used_is_said_in_both_forms() -> None:
    text, advice = (
        ran("advise", "2022-january-in-kazakhstan", "--full").words,
        ran("advise", "2022-january-in-kazakhstan", "--format", "json").json(),
    )
    assert f" · {len(advice['unused'])} of {advice['situation']['own_facts']} facts not used " in text
    assert f"NOT USED {len(advice['unused'])} facts told here, without effect on the advice" in text
    for why in {unused["why"] for unused in advice["unused"]}:
        told = [unused["sentence"] for unused in advice["unused"] if unused["why"] == why]
        assert why in text
        assert sum(sentence in text for sentence in told) >= min(len(told), 3)  # the text counts the rest
    assert advice["unused_inherited"] == {}
