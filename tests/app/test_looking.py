"""What did not fire, the report's own words, and panes that are saved: by keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from dragoman.errors import DragomanError
from dragoman.exact.silence import silence_report
from dragoman.views.screen.quotes import Quotes, quotes
from dragoman.views.screen.record import Record
from dragoman.views.screen.silence import not_given
from dragoman_tui.compare_screen import CompareScreen
from dragoman_tui.finding import Field
from dragoman_tui.paired import ListPane
from dragoman_tui.record_blocks import rule_lines
from dragoman_tui.record_screens import AuditScreen
from dragoman_tui.saving import SaveAs
from dragoman_tui.setting import set_block
from dragoman_tui.silence_screen import SilenceScreen
from tests.app.support import NARROW, RULEBOOK, Seat, in_app, opened, rows_of, words_of

EVALUATION = opened(["2020-11-report-world"]).evaluation


def test_all_that_is_not_recommended_stands_there_nearest_first() -> None:
    report, shown = silence_report(EVALUATION), not_given(silence_report(EVALUATION), Record(EVALUATION))
    assert sorted(one.title for one in shown.rows) == sorted(one.title for one in report.lines)
    assert shown.number == sum(len(one.conclusions) for one in report.lines)
    near = [one.is_near for one in shown.rows]
    assert near == sorted(near, reverse=True)
    for one in shown.rows:
        assert one.wanted or one.missing or one.remark
        assert one.rule is None or one.rule.lines[0][1].strip().endswith(f"id: {one.rule.id}")


def test_a_number_that_falls_short_is_shown_with_its_margin() -> None:
    nothing = opened(["nobody-asserts-agency"]).evaluation
    rows = not_given(silence_report(nothing), Record(nothing)).rows
    assert any(one.missing for one in rows)
    assert any("away" in one.away for one in rows)


def test_the_words_of_the_report_stand_beside_a_bar(tmp_path: Path) -> None:
    first = next(place for place in range(len(EVALUATION.model.firings)) if Record(EVALUATION).rule(place).at)
    at = Record(EVALUATION).rule(first).at[0]
    quoting = Record(EVALUATION, Quotes({at: "some words of a copy " * 9}))
    blocks = [block for block in rule_lines(quoting.rule(first)) if block.is_quoted]
    assert len(blocks) == 1
    rows = set_block(blocks[0], 40)
    assert len(rows) > 2
    assert all(row.text.startswith("▌ some" if row is rows[0] else "▌ ") and len(row.text) <= 40 for row in rows)
    other = tmp_path / "other.txt"
    other.write_text("another text altogether", encoding="utf-8")
    assert "no passage" in quotes(RULEBOOK, str(other)).problem
    with pytest.raises(DragomanError, match=r"nowhere\.txt"):
        quotes(RULEBOOK, str(tmp_path / "nowhere.txt"))


@in_app(size=NARROW)
async def test_what_did_not_fire_is_opened_and_tried(seat: Seat) -> None:
    await seat.press("f4")
    await seat.until(lambda: isinstance(seat.app.screen, AuditScreen))
    await seat.press("s")
    await seat.until(lambda: isinstance(seat.app.screen, SilenceScreen))
    screen = seat.app.screen
    assert isinstance(screen, SilenceScreen)
    await seat.until(lambda: bool(rows_of(screen.rows)))
    await seat.press("f6", *"finance", "enter")
    assert "finance" in words_of(screen.rows)
    assert "energy" not in words_of(screen.rows)
    await seat.press("down", "enter")
    assert screen.detail.has_focus
    tried = next(stop.target for stop in screen.detail.sheet.stops if stop.target.kind == "told")
    assert screen.detail.go_to(tried)
    await seat.press("enter")
    await seat.until(lambda: isinstance(seat.app.screen, CompareScreen))
    found = seat.app.screen
    assert isinstance(found, CompareScreen)
    assert "finance" in words_of(found.rows)
    await seat.press("escape", "escape", "escape", "escape")
    assert seat.is_on_main


def test_a_pane_is_saved_and_nothing_is_replaced_unasked(tmp_path: Path) -> None:
    @in_app(size=NARROW)
    async def saved(seat: Seat) -> None:
        here = tmp_path / "pane.txt"
        await seat.press("f4")
        await seat.until(lambda: isinstance(seat.app.screen, AuditScreen))
        whole = seat.app.screen.query_one(ListPane).whole

        async def save_as(name: Path) -> bool:
            await seat.press("ctrl+s")
            seat.app.screen.query_one("#over Field", Field).value = str(name)
            await seat.press("enter")
            return not isinstance(seat.app.screen, SaveAs)

        assert await save_as(here)
        assert here.read_text(encoding="utf-8") == f"{whole}\n"
        here.write_text("mine", encoding="utf-8")
        assert not await save_as(here)
        assert here.read_text(encoding="utf-8") == "mine"
        await seat.press("enter")
        assert here.read_text(encoding="utf-8") == f"{whole}\n"
        assert not await save_as(tmp_path / "no" / "such" / "folder.txt")
        assert "cannot be written" in str(seat.app.screen.query_one("#over-note", Static).content)

    saved()
