"""`dragoman interview`: questions that settle most, answers as people give them, and the file that comes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.shell import WORLD, Done, run, steering
from tests.rulebooks import TREES

KEPT = ("--no-journal",)


def interview(*given: str, answers: str, folder: Path | None = None) -> Done:
    return run("interview", *KEPT, *given, stdin=answers, folder=folder)


def asked(text: str) -> list[str]:
    """The questions, in order."""
    return [row.strip().removeprefix("? ") for row in text.splitlines() if row.strip().startswith("? ")]


def test_the_file_is_on_standard_output_and_the_talk_beside_it(tmp_path: Path) -> None:
    done = interview(answers="seeking\nskip\nnonsense of sorts\nKyrgyzstan asserts its own political agency\nstop\n")
    assert done.code == 0
    assert "stance_on_eu: {state: kazakhstan, stance: seeking}" in done.out
    assert "asserts_agency: {state: kyrgyzstan}" in done.out
    (tmp_path / "made.yaml").write_text(done.out, "utf-8")
    assert run("advise", "made.yaml", folder=tmp_path).code == 0
    assert "tells nothing of the situation" in done.err
    last, but_one = done.err.splitlines()[-1], [row for row in done.err.splitlines() if row.startswith("Recommended")]
    assert but_one[0].startswith("Recommended now: ")
    assert "Since the beginning: new: " in " ".join(done.err.split()), last


def test_answers_are_taken_as_people_give_them(tmp_path: Path) -> None:
    done = interview(
        WORLD, "-o", "made.yaml", answers="42 percent\nwhy do you ask\nno idea\nback\nyes\n", folder=tmp_path
    )
    assert (done.code, done.err) == (0, "dragoman: wrote made.yaml\n")
    first, second, *_ = asked(done.out)
    assert asked(done.out).count(second) >= 2, "it is asked again once it was said why, and once somebody went back"
    assert first != second
    written = (tmp_path / "made.yaml").read_text("utf-8")
    assert f'based_on: "{WORLD}"' in written
    assert "percent: 42" in written
    assert run("advise", "made.yaml", folder=tmp_path).code == 0


def test_it_keeps_to_whom_it_is_for() -> None:
    done = interview("--for", "kazakhstan", "--for", "KG", answers="skip\n" * 4)
    questions = asked(done.err)
    assert len(questions) == 5
    assert not any(other in one for one in questions for other in ("Tajikistan", "Turkmenistan", "Uzbekistan"))


@pytest.mark.parametrize("answers", ["stop", "quit\n", "", "bye\nyes\n"])
def test_it_ends_when_somebody_stops(answers: str) -> None:
    done = interview(answers=answers)
    assert done.code == 0
    assert done.out.startswith("situation: An interview\n")
    assert "Recommended now: nothing." in done.err


def test_it_ends_when_nothing_is_left_to_ask() -> None:
    done = interview("--rulebook", str(TREES), answers="skip\n" * 99)
    assert done.code == 0
    assert "would change the advice" in done.err


def test_a_file_that_is_there_is_not_asked_for_long(tmp_path: Path) -> None:
    (tmp_path / "made.yaml").write_text("mine", "utf-8")
    for name, why in (("made.yaml", "is there already"), ("none/made.yaml", "has no folder")):
        done = interview("-o", name, answers="seeking\n", folder=tmp_path)
        assert (done.code, done.out) == (2, "")
        assert why in done.err
        assert done.err.count("\n") == 1
    assert (tmp_path / "made.yaml").read_text("utf-8") == "mine"


def test_answers_do_not_steer_the_terminal() -> None:
    done = interview(answers="\x1b[31m\n\u202eyes\n\x9b\n")
    assert done.code == 0
    assert steering(done.out) | steering(done.err) == set()


def test_an_interview_is_a_session_that_can_go_on(tmp_path: Path) -> None:
    kept = ("--journal", str(tmp_path / "j.db"))
    run("interview", *kept, stdin="seeking\n")
    done = run("interview", *kept, "--resume", "last", stdin="stop\n")
    assert "stance: seeking" in done.out
    assert done.code == 0
