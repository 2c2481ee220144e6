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
from dragoman.session.workspace import Opened
from dragoman_tui.app import DragomanApp
from dragoman_tui.drawn import Drawn
from tests.app.support import TWO, Seat, words_of
from tests.rulebooks import TREES, columns


def band(seat: Seat) -> list[str]:
    """What is said of the rulebook's mistakes; nothing where that is not shown."""
    found = seat.main.query_one("#mistakes", Drawn)
    return [row.text.strip() for row in found.sheet.rows] if found.display else []


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
