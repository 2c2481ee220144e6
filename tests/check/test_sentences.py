"""The report's rulebook read aloud: every sentence for every filling, with nothing in it that a machine can hear."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from dragoman.rulebook.forms import Origin
from tests.check.sentences import Sentence, faults, main, sentences
from tests.cli.shell import LENDERS
from tests.rulebooks import report


@cache
def read_aloud() -> tuple[Sentence, ...]:
    return tuple(sentences(report()))


def test_no_sentence_of_the_report_s_rulebook_has_a_fault() -> None:
    found = [f"{one.by} {one.kind}: {one.text} <- {what}" for one in read_aloud() for what in faults(one)]
    assert found == []


def test_every_type_rule_and_recommendation_has_its_say() -> None:
    rulebook = report()
    said = Counter((one.kind, one.by) for one in read_aloud())
    for fact in rulebook.facts.values():
        assert said["says", fact.name]
        if fact.origin is not Origin.DERIVED:
            assert said["denies", fact.name]
            assert said["question", fact.name] or fact.catalogue
    assert all(said["because", rule] for rule in rulebook.rules)
    assert all(said[kind, name] for name in rulebook.recommendations for kind in ("title", "short", "action"))


def test_what_is_said_of_a_whole_group_is_among_them() -> None:
    said = {one.text for one in read_aloud()}
    assert "the ties between the EU and each state of Central Asia are thin" in said
    assert "the ties between the EU and any state are thin, growing or close" in said
    assert "the ties between the EU and Kazakhstan are thin or growing" in said


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("because", "China gains place_at_bri_heart."),
        ("because", "China leans on …."),
        ("because", "China leans on {partner}."),
        ("because", "China acts in the military military field."),
        ("because", "China acts in the the field."),
        ("because", "China acts in the any field."),
        ("because", "China pursues a the Greater Eurasian Partnership."),
        ("because", "the European Union acts."),
        ("because", "China acts"),
        ("because", "China acts .."),
        ("because", "China has a own aim."),
        ("because", "China has an plan."),
        ("says", "China holds much of each state of Central Asia's debt"),
        ("says", "each state of Central Asia are members"),
        ("says", "China acts."),
        ("question", "Does China act."),
        ("question", "does China act?"),
        ("title", "build ties"),
    ],
)
def test_a_fault_is_heard(kind: str, text: str) -> None:
    assert list(faults(Sentence(kind, "x", text)))


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("because", "A European plan, a united region and an SCO of its own make a one-sided use."),
        ("says", "troops in each state of Central Asia are sent"),
        ("question", "Is the SCO dormant or active?"),
        ("title", "Build ties with each state of Central Asia"),
    ],
)
def test_what_is_right_is_let_pass(kind: str, text: str) -> None:
    assert list(faults(Sentence(kind, "x", text))) == []


def test_the_list_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    main([LENDERS])
    out = capsys.readouterr().out
    assert "\nshare\n  says: " in out
    main(["--faults", LENDERS])
    assert capsys.readouterr().out == ""
