"""`dragoman chat --watch`: mistakes are shown where they are, the rulebook before stays until they are mended."""

from __future__ import annotations

import asyncio
import shutil
from functools import partial
from pathlib import Path

import pytest

from dragoman.cli import main
from dragoman.rulebook.load import read_rulebook
from dragoman.session.session import Session
from dragoman.session.trying import tried
from dragoman.session.workspace import Opened
from dragoman.views.screen.mistakes import beside
from dragoman_tui.app import DragomanApp
from dragoman_tui.board_screen import BoardScreen
from dragoman_tui.drawn import Drawn
from tests.app.support import TWO, Seat, words_of
from tests.rulebooks import TREES, columns


def band(seat: Seat) -> list[str]:
    """What is said of the rulebook's mistakes; nothing where that is not shown."""
    found = seat.main.query_one("#mistakes", Drawn)
    return [row.text.strip() for row in found.sheet.rows] if found.display else []


@pytest.mark.long
def test_mistakes_are_shown_until_they_are_mended(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TREES, tmp_path / "trees"))
    rules = folder / "rules.yaml"
    text = rules.read_text(encoding="utf-8")
    session = Session(read_rulebook(folder), columns(), ["heatwave"])

    async def sit() -> None:
        app = DragomanApp(partial(Opened, session), watches=True)
        async with app.run_test(size=TWO, notifications=True) as pilot:
            seat = Seat(app, pilot)
            await seat.say("canopy: {city: arnhem, share: 5}")
            advised, rulebook = session.advice, session.rulebook

            rules.write_text(text.replace("heat_illness", "heat_ilness"), encoding="utf-8")
            await seat.until(lambda: bool(band(seat)))
            assert band(seat)[0] == "The rulebook has 1 mistake; the one before stays"
            assert band(seat)[1].startswith("rules.yaml:23  there is no")
            assert "did you mean 'heat_illness'" in " ".join(band(seat))
            assert session.advice is advised
            assert seat.prompt.has_focus
            await seat.say("watered: {city: oslo}")  # the talk goes on
            assert session.rulebook is rulebook

            rules.write_text(text.replace("pays for trees", "pays for young trees"), encoding="utf-8")
            await seat.until(lambda: not band(seat))
            assert "The rulebook was read again" in words_of(seat.talk)
            assert (
                len({s.said.place.source for s in session.situation.statements if s.said.place.source[0] == "c"}) == 2
            )
            await seat.say("why plant_trees")
            assert "pays for young trees" in words_of(seat.talk)

    asyncio.run(sit())


def test_lines_are_not_watched(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chat", "--plain", "--watch", "--no-journal"]) == 2
    assert "--watch is of the app: leave --plain and --json out" in capsys.readouterr().err


def test_the_board_and_the_cases_are_tried_when_they_change(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TREES, tmp_path / "trees"))
    [cases] = (folder / "cases").iterdir()
    board, text = folder / "board.yaml", cases.read_text(encoding="utf-8")
    session = Session(read_rulebook(folder), columns(), ["heatwave"])

    async def sit() -> None:
        app = DragomanApp(partial(Opened, session), watches=True)
        async with app.run_test(size=TWO, notifications=True) as pilot:
            seat = Seat(app, pilot)
            await seat.until(lambda: app.main.advice.page is not None)
            rulebook = session.rulebook
            said = len(seat.talk.heard)

            cases.write_text(f"{text}\n", encoding="utf-8")
            await seat.until(lambda: bool(app._notifications))
            assert [one.message for one in app._notifications] == [f"{text.count('- case:')} cases passed"]
            assert not band(seat)

            cases.write_text(text.replace("expect:", "expect: [no_such_fact], was:", 1), encoding="utf-8")
            await seat.until(lambda: bool(band(seat)))
            assert band(seat)[0].endswith("in what stands beside the rules")
            assert band(seat)[1].startswith(f"cases/{cases.name}:")

            cases.write_text(text, encoding="utf-8")
            await seat.until(lambda: not band(seat))

            await seat.press("f3")
            await seat.until(lambda: isinstance(app.screen, BoardScreen))
            await seat.press("down")
            first, at = app.screen, app.screen.square_key  # type: ignore[attr-defined]
            described = board.read_text(encoding="utf-8")
            board.write_text(described.replace("title: Streets", "title: Avenues"), encoding="utf-8")
            await seat.until(lambda: app.screen is not first and isinstance(app.screen, BoardScreen))
            assert "Avenues" in "\n".join(seat.screen)
            assert app.screen.square_key == at  # type: ignore[attr-defined]
            assert session.rulebook is rulebook
            assert len(seat.talk.heard) == said, "nothing of it is said in the talk"

    asyncio.run(sit())


def test_a_case_that_fails_is_shown_with_what_came(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TREES, tmp_path / "trees"))
    [cases] = (folder / "cases").iterdir()
    cases.write_text(
        "cases:\n- case: dry\n  facts: [not: {watered: {city: oslo}}]\n  expect: [plant_trees: {city: oslo}]\n  at: [S.3]\n",
        encoding="utf-8",
    )
    found = tried(read_rulebook(folder), columns(), lambda: True)
    assert found is not None
    shown = beside(found, folder)
    assert shown is not None
    assert shown.heading == "1 of 1 case fails"
    assert shown.rows[0][0] == f"cases/{cases.name}:2"
    assert shown.rows[0][1].startswith("dry: expected ")
    assert tried(read_rulebook(folder), columns(), lambda: False) is None
